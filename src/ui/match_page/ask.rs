//! The next question, with its reason and answers of one press.
//!
//! What an answer would do is worked out by ranking again, so nothing is promised that does not
//! happen. This takes longer than the order itself, so the question follows the order by a frame,
//! in steps: in one, it would hold up the next key on a slow device.

use std::cell::OnceCell;

use leptos::prelude::*;

use super::state::MatchState;
use super::words::{self, ANSWERS};
use crate::catalogue::{Catalogue, Checklist, Commonness, ContextId, Weights};
use crate::differential::{
    Answer, Differential, Finding, Findings, Outlook, Question, Ranked, Suggestion,
};
use crate::finding_search::name;
use crate::sorted;
use crate::ui::browser::focus::focus_soon;
use crate::ui::browser::paint::{after_paint, in_steps};
use crate::ui::context::{differential, prepare_match};
use crate::ui::element::remade::remade;

/// How many exposures of a list stand unfolded.
const UNFOLDED: usize = 5;

/// How many other questions are offered.
const OTHERS: usize = 5;

/// The id of the heading. The focus goes there after an answer, because the question has gone.
const HEADING: &str = "ask-next";

/// What is asked, with what each answer would do.
#[derive(Clone, PartialEq)]
struct Asked {
    first: Question,
    /// Whether it needs more than a patient.
    needs_test: bool,
    /// What the answers *yes* and *no* would do to the order.
    outlook: [Option<Outlook>; 2],
    /// The exposures of a list without an answer, common ones first.
    open: Vec<ContextId>,
}

impl Asked {
    /// A checklist, which is known before all questions are weighed.
    fn checklist(list: Checklist, findings: &Findings) -> Self {
        let open = open(list, findings);
        Self { first: Question::Checklist(list), needs_test: false, outlook: [None, None], open }
    }

    /// The first of the questions, if there is one.
    fn of(questions: &[Suggestion], findings: &Findings, ranked: &Ranked) -> Option<Self> {
        let Suggestion { question: first, needs_test, .. } = *questions.first()?;
        let outlook = [Answer::Present, Answer::Absent].map(|answer| match first {
            Question::Finding(term) if ranked.is_enough => {
                differential().outlook(findings, ranked, Finding::Term(term), answer)
            }
            _ => None,
        });
        let open = match first {
            Question::Checklist(list) => open(list, findings),
            _ => Vec::new(),
        };
        Some(Self { first, needs_test, outlook, open })
    }
}

/// Other questions about single findings; `None` until they are worked out. Apart from what is
/// asked, so that nothing of that is drawn anew when they come.
type Others = RwSignal<Option<Vec<Suggestion>>>;

/// The questions about single findings after the first question.
fn others_of(questions: &[Suggestion]) -> Vec<Suggestion> {
    let others = questions.iter().skip(1);
    let findings = others.filter(|it| matches!(it.question, Question::Finding(_)));
    findings.take(OTHERS).copied().collect()
}

/// The question.
pub(super) fn ask(state: MatchState) -> impl IntoView {
    let others = Others::default();
    let asked = followed(state, others);
    let draw = move |asked: Option<Asked>| {
        let Some(asked) = asked else {
            return view! {
                <h2 id=HEADING tabindex="-1">
                    "No further question would change the order."
                </h2>
            }
            .into_any();
        };
        match asked.first {
            Question::Checklist(list) => checklist(state, list, &asked, others),
            Question::Finding(term) => single(state, Finding::Term(term), &asked, others),
            Question::Context(context) => single(state, Finding::Context(context), &asked, others),
        }
    };
    view! {
        <section class="box stack tight ask noprint" aria-labelledby=HEADING>
            {remade(move || asked.get(), draw)}
        </section>
    }
}

/// What is known of the patient, and which questions were put aside.
type Known = (Findings, Vec<Question>);

/// What is asked, as soon as the order for what is known has been painted.
fn followed(state: MatchState, others: Others) -> RwSignal<Option<Asked>> {
    let known = move || (state.findings.get(), state.put_aside.get());
    let take = move |mut questions: Vec<Suggestion>, (findings, aside): &Known| {
        questions.retain(|it| !aside.contains(&it.question));
        others.set(Some(others_of(&questions)));
        state.ranked.with_untracked(|ranked| Asked::of(&questions, findings, ranked))
    };
    let at_start = untrack(known);
    let list = Differential::first_checklist(&at_start.0);
    let first = match list {
        Some(list) => Some(Asked::checklist(list, &at_start.0)),
        None => take(differential().questions(&at_start.0), &at_start),
    };
    let asked = RwSignal::new(first);
    // What else could be asked besides a checklist is still to be weighed.
    let latest = StoredValue::new(list.is_none().then_some(at_start));
    Effect::new(move || {
        let now = known();
        if latest.with_value(|latest| latest.as_ref() == Some(&now)) {
            return;
        }
        latest.set_value(Some(now.clone()));
        // Another answer may come before a step, and the reader may leave the page.
        let is_latest =
            move |now: &Known| latest.try_with_value(|it| it.as_ref() == Some(now)) == Some(true);
        after_paint(move || {
            let work = OnceCell::new();
            in_steps(move || {
                if !is_latest(&now) {
                    return false;
                }
                if prepare_match() {
                    return true;
                }
                let work = work.get_or_init(|| differential().questions_in_steps(now.0.clone()));
                if work.step() {
                    return true;
                }
                let next = take(work.get().clone(), &now);
                if asked.with_untracked(|asked| *asked != next) {
                    asked.set(next);
                }
                if state.goes_to_question.get_value() {
                    state.goes_to_question.set_value(false);
                    focus_soon(HEADING);
                }
                false
            });
        });
    });
    asked
}

/// The exposures of a list without an answer, common ones first.
fn open(list: Checklist, findings: &Findings) -> Vec<ContextId> {
    let mut open = contexts(list);
    open.retain(|id| findings.context(*id).is_none());
    open
}

/// The exposures of a list, common ones first.
fn contexts(list: Checklist) -> Vec<ContextId> {
    let weights = Weights::bundled();
    let all = Catalogue::bundled().contexts().map(|(id, _)| id);
    let mut all: Vec<ContextId> = all.filter(|id| weights.context(*id).checklist == list).collect();
    sorted::sort_by_key(&mut all, |id| match weights.context(*id).commonness {
        Commonness::Common => 0,
        Commonness::Uncommon => 1,
        Commonness::Rare => 2,
    });
    all
}

/// Several exposures at once.
fn checklist(state: MatchState, list: Checklist, asked: &Asked, others: Others) -> AnyView {
    let press = |id: ContextId| {
        let finding = Finding::Context(id);
        let press = move |_| {
            state.go_to_question();
            state.answer(finding, Some(Answer::Present));
        };
        view! {
            <button type="button" class="chip" on:click=press>
                {name(Catalogue::bundled(), finding)}
            </button>
        }
    };
    let (first, rest) = asked.open.split_at(asked.open.len().min(UNFOLDED));
    let first = first.iter().map(|id| press(*id)).collect_view();
    let more = (!rest.is_empty()).then(|| {
        let count = rest.len();
        let rest = rest.iter().map(|id| press(*id)).collect_view();
        view! {
            <details class="small">
                <summary>{format!("{count} more")}</summary>
                <div class="picks">{rest}</div>
            </details>
        }
    });
    let none = move |_| {
        state.go_to_question();
        state.change(|findings| findings.complete(list));
        state.said.set(format!("{}: no others", list.label()));
    };
    let hint = (list == Checklist::Medicines)
        .then_some(" Type their names into the box: a name says more than a class.");
    view! {
        <h2 id=HEADING tabindex="-1">
            "Ask next: "
            {words::asked(list)}
        </h2>
        <p class="small">
            "Asked before findings: an exposure moves the order most, and much of it can be undone."
            {hint}
        </p>
        <div class="picks">
            {first}
            <button type="button" class="chip chip--main" on:click=none>
                "None of the others"
            </button>
            {later(state, asked.first)}
        </div>
        {more}
        {folded_others(state, others)}
    }
    .into_any()
}

/// One finding or exposure.
fn single(state: MatchState, finding: Finding, asked: &Asked, others: Others) -> AnyView {
    let label = name(Catalogue::bundled(), finding);
    let at = if asked.needs_test { "Needs a test." } else { "Can be asked at the bedside." };
    let outlook = ["If yes", "If no"].into_iter().zip(asked.outlook);
    let outlook =
        outlook.filter_map(|(head, outlook)| Some(format!("{head}, {}", told(&outlook?))));
    let outlook = outlook.collect::<Vec<_>>().join(" ");
    view! {
        <h2 id=HEADING tabindex="-1">
            "Ask next: "
            {label}
            "?"
        </h2>
        <p class="small">
            <span class="soft">{words::beside(finding)}</span>
            " "
            {at}
            " "
            {outlook}
        </p>
        <p class="picks">
            {answers(state, finding, "chip chip--main", move || state.go_to_question())}
            {later(state, asked.first)}
        </p>
        {folded_others(state, others)}
    }
    .into_any()
}

/// The buttons that answer whether a finding is there. They go with the question, so `move_focus`
/// says where the focus goes.
pub(super) fn answers(
    state: MatchState,
    finding: Finding,
    class: &'static str,
    move_focus: impl Fn() + Copy + 'static,
) -> impl IntoView {
    let label = name(Catalogue::bundled(), finding);
    let buttons = ANSWERS.iter().map(move |(answer, words)| {
        let answer = *answer;
        let press = move |_| {
            state.answer(finding, Some(answer));
            move_focus();
        };
        view! {
            <button
                type="button"
                class=class
                aria-label=format!("{label}: {words}")
                on:click=press
            >
                {*words}
            </button>
        }
    });
    buttons.collect_view()
}

/// What an answer would do.
fn told(outlook: &Outlook) -> String {
    let catalogue = Catalogue::bundled();
    let name = |id| catalogue.cause(id).name;
    match outlook.climb {
        Some((id, from, to)) => {
            format!("{} goes from place {from} to place {to}.", name(id))
        }
        None => format!("the first four keep their places; {} stays first.", name(outlook.first)),
    }
}

/// Puts a question aside.
fn later(state: MatchState, question: Question) -> impl IntoView {
    let press = move |_| {
        state.go_to_question();
        state.put_aside.update(|aside| aside.push(question));
    };
    view! {
        <button type="button" class="chip" on:click=press>
            "Ask something else"
        </button>
    }
}

/// Other questions that would help, folded. They have their place while they are worked out, so
/// what is below does not move.
fn folded_others(state: MatchState, others: Others) -> impl IntoView {
    let has_some = move || others.with(|others| others.as_ref().is_none_or(|it| !it.is_empty()));
    let draw = move |others: Option<Vec<Suggestion>>| match others {
        None => view! { <p class="none">"One moment …"</p> }.into_any(),
        Some(others) => {
            let rows = others.iter().filter_map(|it| other(state, it)).collect_view();
            view! {
                <ul role="list" class="stack tight">
                    {rows}
                </ul>
            }
            .into_any()
        }
    };
    remade(has_some, move |has_some| {
        has_some.then(|| {
            view! {
                <details class="small">
                    <summary>"Other questions that help"</summary>
                    {remade(move || others.get(), draw)}
                </details>
            }
        })
    })
}

/// A question about a finding, with its answers.
fn other(state: MatchState, suggestion: &Suggestion) -> Option<impl IntoView + use<>> {
    let Question::Finding(term) = suggestion.question else { return None };
    let finding = Finding::Term(term);
    let label = name(Catalogue::bundled(), finding);
    let test = suggestion.needs_test.then_some("needs a test");
    let buttons = answers(state, finding, "chip", move || state.go_to_question());
    Some(view! {
        <li class="row ends">
            <span>{label} " " <span class="tiny soft">{test}</span></span>
            <span class="row">{buttons}</span>
        </li>
    })
}
