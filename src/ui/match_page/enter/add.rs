//! The box into which findings of every kind are typed, and the list of what the words may mean.
//!
//! A combobox as ARIA describes it: the focus stays in the box, and the arrow keys choose. Enter
//! adds what is chosen as present, with Shift as absent.

use leptos::html::Div;
use leptos::prelude::*;

use super::paste::take;
use crate::catalogue::Catalogue;
use crate::differential::{Age, Answer, Sex};
use crate::finding_search::{Found, Note, Sought, name};
use crate::patient;
use crate::ui::browser::focus::focus_soon;
use crate::ui::browser::typed::typed;
use crate::ui::context::finding_search;
use crate::ui::element::remade::{filled, remade_words};
use crate::ui::landmark;
use crate::ui::match_page::state::MatchState;
use crate::ui::match_page::words;

/// How many meanings are offered.
const MOST: usize = 8;

/// The id of the list, and how the ids of its options begin.
const LIST: &str = "may-mean";

/// One meaning of a typed text.
#[derive(Clone, Copy, PartialEq)]
enum Offer {
    Finding(Found),
    AgeNow(Age),
    AgeAtOnset(Age),
    Sex(Sex),
    Person(Age, Sex),
}

/// What a typed text may mean, grouped by kind; the group of the best meaning comes first.
#[derive(Clone, PartialEq)]
struct Offered {
    answer: Answer,
    note: Option<Note>,
    groups: Vec<(&'static str, Vec<Offer>)>,
}

impl Offered {
    fn none() -> Self {
        Self { answer: Answer::Present, note: None, groups: Vec::new() }
    }

    /// What a text may mean: an age, findings.
    fn of(typed: &str) -> Self {
        if typed.trim().is_empty() {
            return Self::none();
        }
        let mut groups: Vec<(&'static str, Vec<Offer>)> = Vec::new();
        groups.extend(person(typed).map(|person| ("Age and sex", vec![person])));
        groups.extend(ages(typed).map(|ages| ("Age", ages.to_vec())));
        if matches!(groups.first(), Some((_, group)) if group.iter().any(Offer::is_exact)) {
            return Self { answer: Answer::Present, note: None, groups };
        }
        let Sought { answer, found, note } = finding_search().find(typed, MOST);
        for it in found {
            let kind = words::kind(it.finding);
            let offer = Offer::Finding(it);
            match groups.iter_mut().find(|(other, _)| *other == kind) {
                Some((_, group)) => group.push(offer),
                None => groups.push((kind, vec![offer])),
            }
        }
        Self { answer, note, groups }
    }

    fn all(&self) -> Vec<Offer> {
        self.groups.iter().flat_map(|(_, group)| group.iter().copied()).collect()
    }
}

impl Offer {
    /// Whether it is an age in numbers, so the text means nothing else.
    fn is_exact(&self) -> bool {
        matches!(self, Self::AgeNow(Age::Days(_)) | Self::Person(..))
    }
}

/// The sex that a text says, with an age or alone: *woman*, *f*, *72F*.
fn person(typed: &str) -> Option<Offer> {
    let typed = typed.trim().to_lowercase();
    let sex = |word: &str| match word {
        "f" => Some(Sex::Female),
        "m" => Some(Sex::Male),
        word => Sex::from_word(word),
    };
    if let Some(sex) = sex(&typed) {
        return Some(Offer::Sex(sex));
    }
    let (at, _) = typed.char_indices().rfind(|(_, letter)| !letter.is_alphabetic())?;
    let at = at + typed[at..].chars().next().map_or(0, char::len_utf8);
    let (age, word) = (typed.get(..at)?.trim_end_matches([' ', '-']), typed.get(at..)?);
    let is_letter = word.len() == 1;
    // 6 m are months, 72M is a man.
    let is_clear = !is_letter || word == "f" || age.len() == at && at == 2;
    Some(Offer::Person(Age::from_words(age)?, sex(word)?)).filter(|_| is_clear)
}

/// The two ages that a text may mean, such as *72 years* or *onset 10*. Seven digits are the number
/// of a term.
fn ages(typed: &str) -> Option<[Offer; 2]> {
    let lower = typed.trim().to_lowercase();
    let of_onset = lower.strip_prefix("onset").map(|rest| rest.trim_start_matches(" at"));
    let rest = of_onset.unwrap_or(&lower).trim();
    let rest = ["aged", "age"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let age = Age::from_words(rest)?;
    let [now, onset] = [Offer::AgeNow(age), Offer::AgeAtOnset(age)];
    Some(if of_onset.is_some() { [onset, now] } else { [now, onset] })
}

/// What the box and its list have in common.
#[derive(Clone, Copy)]
struct Offering {
    state: MatchState,
    /// What the typed text may mean.
    offered: Memo<Offered>,
    /// Which meaning the arrow keys have reached.
    active: RwSignal<usize>,
}

impl Offering {
    fn new(state: MatchState) -> Self {
        let offered = Memo::new(move |_| {
            let searches = state.searches.get();
            state.typed.with(|typed| if searches { Offered::of(typed) } else { Offered::none() })
        });
        Self { state, offered, active: RwSignal::new(0) }
    }

    fn count(self) -> usize {
        self.offered.with(|offered| offered.all().len())
    }

    /// Takes a meaning over, and empties the box.
    fn add(self, at: usize, absent: bool) {
        let Self { state, offered, .. } = self;
        let chosen = offered.with_untracked(|it| it.all().get(at).map(|offer| (*offer, it.answer)));
        let Some((offer, answer)) = chosen else { return };
        state.typed.set(String::new());
        match offer {
            Offer::Finding(found) => {
                let answer = if absent { Answer::Absent } else { answer };
                state.answer(found.finding, Some(answer));
            }
            Offer::AgeNow(age) => {
                state.change(|findings| findings.age = Some(age));
                state.said.set(format!("Age now: {}", patient::age(age)));
            }
            Offer::AgeAtOnset(age) => {
                state.change(|findings| findings.onset = Some(age));
                state.said.set(format!("Age at onset: {}", patient::age(age)));
            }
            Offer::Sex(sex) => {
                state.change(|findings| findings.sex = Some(sex));
                state.said.set(format!("Sex: {}", sex.label()));
            }
            Offer::Person(age, sex) => {
                state.change(|findings| (findings.age, findings.sex) = (Some(age), Some(sex)));
                state.said.set(format!("Age now: {}, {}", patient::age(age), sex.label()));
            }
        }
    }
}

/// The list of what a text may mean. It is drawn outside the page, as a rehearsal.
pub(in crate::ui::match_page) fn meanings(state: MatchState, typed: &str) -> AnyView {
    options(Offering::new(state), Offered::of(typed)).into_any()
}

/// The box.
#[component]
pub(super) fn AddBox(
    /// The page.
    state: MatchState,
) -> impl IntoView {
    let offering = Offering::new(state);
    let Offering { offered, active, .. } = offering;
    let count = move || offering.count();
    let sought = move |typed: String| {
        state.typed.set(typed);
        active.set(0);
    };
    let type_in = move |event: leptos::ev::Event| {
        if let Some(typed) = typed(&event) {
            sought(typed);
        }
    };
    // A box of one line would run the lines of a list together.
    let pasted = move |event: leptos::ev::ClipboardEvent| {
        let text = event.clipboard_data().and_then(|data| data.get_data("text").ok());
        if let Some(text) = text.filter(|text| text.trim().contains('\n')) {
            event.prevent_default();
            state.pasted.set(text);
            state.shows_list.set(true);
            take(state);
        }
    };
    let keyed = move |event: leptos::ev::KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let is_empty = state.typed.with_untracked(|typed| typed.trim().is_empty());
        if event.key() == "Enter" && !is_empty && !state.searches.get_untracked() {
            // The reader was quicker than the steps: the rest of the table is made at once.
            state.searches.set(true);
        }
        let all = offered.with_untracked(|offered| offered.all().len());
        match event.key().as_str() {
            "ArrowDown" if all > 0 => active.update(|at| *at = (*at + 1) % all),
            "ArrowUp" if all > 0 => active.update(|at| *at = (*at + all - 1) % all),
            "Enter" => {
                if all > 0 {
                    offering.add(active.get_untracked(), event.shift_key());
                } else if !is_empty {
                    let note = offered.with_untracked(|offered| offered.note);
                    state.said.set(words::note(note).to_owned());
                }
            }
            "Escape" if state.typed.with_untracked(|typed| !typed.is_empty()) => {
                state.typed.set(String::new());
            }
            _ => return,
        }
        // No other key of the page may act on it.
        event.prevent_default();
    };
    let frame = NodeRef::<Div>::new();
    let list = filled(frame, move || offered.get(), move |offered| options(offering, offered));
    let is_active = move || (count() > 0).then(|| option_id(active.get()));
    let nothing = move || {
        let is_long = state.typed.with(|typed| typed.trim().chars().count() > 2);
        count() == 0 && is_long && state.searches.get()
    };
    view! {
        <div class="stack tight add">
            <div class="search">
                <label class="vh" for=landmark::SEARCH>
                    "Add a finding, a situation, a medicine or what the jerks are like"
                </label>
                <svg viewBox="0 0 24 24" aria-hidden="true">
                    <circle cx="10" cy="10" r="6"></circle>
                    <path d="m15 15 6 6"></path>
                </svg>
                <input
                    id=landmark::SEARCH
                    type="text"
                    role="combobox"
                    aria-autocomplete="list"
                    aria-expanded=move || (count() > 0).to_string()
                    aria-controls=LIST
                    aria-activedescendant=is_active
                    aria-describedby="add-keys"
                    dir="auto"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    placeholder="Finding, situation, medicine …"
                    prop:value=state.typed
                    on:input=type_in
                    on:compositionend=move |event| sought(event_target_value(&event))
                    on:paste=pasted
                    on:keydown=keyed
                />
            </div>
            <div
                id=LIST
                class="may-mean"
                role="listbox"
                aria-label="What this may mean"
                hidden=move || count() == 0
                node_ref=frame
            >
                {list}
            </div>
            <p class="small" role="status" hidden=move || !nothing()>
                {remade_words(move || offered.with(|it| it.note), words::note)}
            </p>
            <p id="add-keys" class="tiny soft">
                <span class="desk-only">
                    "Enter adds it as present, Shift and Enter as absent. "
                </span>
                "“No fever” and “72 years” are understood, too."
            </p>
        </div>
    }
}

/// The options by kind.
fn options(offering: Offering, offered: Offered) -> impl IntoView {
    let Offered { answer, groups, .. } = offered;
    let mut at = 0;
    let mut drawn = Vec::new();
    for (number, (kind, group)) in groups.into_iter().enumerate() {
        let id = format!("{LIST}-kind-{number}");
        let all: Vec<AnyView> = group
            .into_iter()
            .map(|offer| {
                at += 1;
                option(offering, at - 1, offer, answer)
            })
            .collect();
        drawn.push(view! {
            <div role="group" aria-labelledby=id.clone()>
                <p id=id.clone() role="presentation" class="tiny soft">
                    {kind}
                </p>
                {all}
            </div>
        });
    }
    drawn
}

fn option_id(at: usize) -> String {
    format!("{LIST}-{at}")
}

fn option(offering: Offering, at: usize, offer: Offer, answer: Answer) -> AnyView {
    let (label, by) = match offer {
        Offer::Finding(found) => {
            let by = match found.by {
                Some(medicine) if found.is_class => words::only_class(medicine),
                Some(by) => by.to_owned(),
                None => words::beside(found.finding),
            };
            (name(Catalogue::bundled(), found.finding).to_owned(), by)
        }
        Offer::AgeNow(age) => (format!("Age now: {}", patient::age(age)), String::new()),
        Offer::AgeAtOnset(age) => (format!("Age at onset: {}", patient::age(age)), String::new()),
        Offer::Sex(sex) => (format!("Sex: {}", sex.label()), String::new()),
        Offer::Person(age, sex) => {
            (format!("Age now: {}, {}", patient::age(age), sex.label()), String::new())
        }
    };
    let says = match (answer, offer) {
        (Answer::Absent, Offer::Finding(_)) => "no: ",
        (Answer::Unsure, Offer::Finding(_)) => "unsure: ",
        _ => "",
    };
    view! {
        <div
            role="option"
            id=option_id(at)
            aria-selected=move || (offering.active.get() == at).to_string()
            // The focus stays in the box. If it was in the answer, it would go with the answer.
            on:mousedown=|event| event.prevent_default()
            on:click=move |event| {
                offering.add(at, event.shift_key());
                focus_soon(landmark::SEARCH);
            }
        >
            {says}
            {label}
            " "
            <span class="tiny soft">{by}</span>
        </div>
    }
    .into_any()
}
