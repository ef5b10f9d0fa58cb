//! What the page works with: the findings in the address, the order for them, and what is typed.
//!
//! Everything that a press changes goes through here. Nothing of it is kept when the page is left,
//! except what the address holds.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use crate::catalogue::{Catalogue, CauseId};
use crate::differential::{Answer, Finding, Findings, Question, Ranked};
use crate::export::File;
use crate::finding_search::{Said, name};
use crate::phenopacket::{Fault, Reading};
use crate::ui::browser::focus::focus_soon;
use crate::ui::browser::location;
use crate::ui::browser::paint::after_paint;
use crate::ui::context::{ExploreContext, differential, explorer, finding_search};
use crate::ui::landmark;
use crate::ui::match_page::pasted::Report;
use crate::view::{Page, ViewState};

/// The signals of the page.
#[derive(Clone, Copy)]
pub(super) struct MatchState {
    pub(super) context: ExploreContext,
    /// What is known of the patient.
    pub(super) findings: Memo<Findings>,
    /// The same, once the order for it has been painted. For what may follow a frame later: all in
    /// one frame would hold up the next key on a slow device.
    pub(super) painted: RwSignal<Findings>,
    /// The cause with which the patient is compared.
    pub(super) beside: Memo<Option<CauseId>>,
    /// All causes in order.
    pub(super) ranked: Memo<Arc<Ranked>>,
    /// The causes that the chosen filters allow, in the same order.
    pub(super) narrowed: Memo<Arc<Ranked>>,
    /// Whether the box searches: at once when its table is made, which happens in steps once the
    /// page is drawn.
    pub(super) searches: RwSignal<bool>,
    /// What is typed into the box.
    pub(super) typed: RwSignal<String>,
    /// The sentence from which the findings were taken; empty if they were not.
    pub(super) sentence: RwSignal<String>,
    /// What of it was not taken, or not as it stands.
    pub(super) left: RwSignal<Vec<String>>,
    /// The list that was pasted.
    pub(super) pasted: RwSignal<String>,
    /// What became of it.
    pub(super) report: RwSignal<Option<Report>>,
    /// Whether the field for a list is unfolded.
    pub(super) shows_list: RwSignal<bool>,
    /// What a screen reader is told of the last change.
    pub(super) said: RwSignal<String>,
    /// The questions that the reader has put aside.
    pub(super) put_aside: RwSignal<Vec<Question>>,
    /// Whether the focus goes to the next question once that is drawn.
    pub(super) goes_to_question: StoredValue<bool>,
    /// How many causes the list by score shows.
    pub(super) shown: RwSignal<usize>,
    /// The causes whose sums are unfolded.
    pub(super) unfolded: StoredValue<BTreeSet<CauseId>>,
    /// The file that was opened last.
    pub(super) opened: RwSignal<Option<Result<Reading, Fault>>>,
    /// The file that was made last.
    pub(super) saved: RwSignal<Option<File>>,
}

/// How many causes the list by score shows before a press.
pub(super) const FIRST: usize = 10;

impl MatchState {
    /// The signals for the present view.
    pub(super) fn new() -> Self {
        let context = ExploreContext::expect();
        let findings = Memo::new(move |_| context.view.with(|view| view.findings.clone()));
        let painted = painted(findings);
        let ranked = Memo::new(move |_| {
            let rank = |findings: &Findings| {
                // Nothing is ordered yet, so nothing has to wait for the tables.
                if findings.is_empty() {
                    return Ranked::default();
                }
                let differential = differential();
                differential.rank(findings, &differential.candidates())
            };
            Arc::new(findings.with(rank))
        });
        let narrowed = Memo::new(move |_| {
            let chosen = context.chosen.get();
            if chosen.is_empty() || !ranked.with(|ranked| ranked.is_enough) {
                return ranked.get();
            }
            let differential = differential();
            let among = explorer().facets().narrowing(differential.candidates(), &chosen);
            Arc::new(findings.with(|findings| differential.rank(findings, &among)))
        });
        Self {
            context,
            findings,
            painted,
            beside: Memo::new(move |_| context.view.with(|view| view.beside)),
            ranked,
            narrowed,
            searches: RwSignal::new(false),
            typed: RwSignal::default(),
            sentence: RwSignal::default(),
            left: RwSignal::default(),
            pasted: RwSignal::default(),
            report: RwSignal::new(None),
            shows_list: RwSignal::new(false),
            said: RwSignal::default(),
            put_aside: RwSignal::default(),
            goes_to_question: StoredValue::new(false),
            shown: RwSignal::new(FIRST),
            unfolded: StoredValue::default(),
            opened: RwSignal::new(None),
            saved: RwSignal::new(None),
        }
    }

    /// Whether the page may be changed.
    pub(super) fn offers_actions(self) -> bool {
        self.context.offers_actions()
    }

    /// Moves the focus to the next question once that is drawn. The one that is answered goes.
    pub(super) fn go_to_question(self) {
        self.goes_to_question.set_value(true);
    }

    /// The cause that fits best, if the findings say enough.
    pub(super) fn first(self) -> Option<CauseId> {
        self.ranked.with(|ranked| ranked.order.first().filter(|_| ranked.is_enough).copied())
    }

    /// Changes the findings. The address follows in place, so the history does not grow.
    pub(super) fn change(self, how: impl FnOnce(&mut Findings)) {
        let view = self.context.view.with_untracked(|view| {
            let mut findings = view.findings.clone();
            how(&mut findings);
            view.finding(findings)
        });
        location::replace(self.context, view);
    }

    /// Takes over what a sentence says, which came with the address. The address then holds the
    /// findings alone.
    pub(super) fn take_sentence(self, sentence: String) {
        let Said { findings: taken, mut left, classes } = finding_search().in_sentence(&sentence);
        left.extend(classes.into_iter().map(super::words::only_class));
        let view = self.context.view.with_untracked(|view| {
            let mut findings = view.findings.clone();
            findings.take_over(&taken);
            view.asking(String::new()).finding(findings)
        });
        location::replace(self.context, view);
        self.left.set(left);
        self.sentence.set(sentence);
    }

    /// Ends the comparison with one cause.
    pub(super) fn compare_with_all(self) {
        let view =
            self.context.view.with_untracked(|view| ViewState { beside: None, ..view.clone() });
        location::replace(self.context, view);
        focus_soon(landmark::LIST_HEADING);
    }

    /// Empties the box, the address and everything else that the page holds.
    pub(super) fn forget(self) {
        self.typed.set(String::new());
        self.sentence.set(String::new());
        self.left.set(Vec::new());
        self.pasted.set(String::new());
        self.shows_list.set(false);
        self.put_aside.set(Vec::new());
        self.shown.set(FIRST);
        self.unfolded.set_value(BTreeSet::new());
        self.opened.set(None);
        self.saved.set(None);
        location::replace(self.context, ViewState::at(Page::Match));
        // At once: a reader who presses this may leave the device.
        location::settle(self.context);
        self.painted.set(Findings::default());
        self.said.set("Everything was forgotten.".to_owned());
        focus_soon(landmark::LIST_HEADING);
    }

    /// Records an answer, or takes it back. What the jerks are like has no other answer than yes.
    pub(super) fn answer(self, finding: Finding, answer: Option<Answer>) {
        let before = self.findings.with_untracked(|findings| findings.answer(finding));
        if matches!(finding, Finding::Axis(..)) && answer == Some(Answer::Absent) {
            self.said.set(super::words::NO_JERK_ABSENT.to_owned());
            return;
        }
        self.change(|findings| findings.set(finding, answer));
        let name = name(Catalogue::bundled(), finding);
        let words = super::words::answer;
        self.said.set(match (before, answer) {
            (Some(before), Some(now)) if before != now => {
                format!("{name}: was {}, now {}", words(before), words(now))
            }
            (_, Some(answer)) => format!("{name}: {}", words(answer)),
            (_, None) => format!("{name}: removed"),
        });
    }
}

/// The findings, once what they change first has been painted.
fn painted(findings: Memo<Findings>) -> RwSignal<Findings> {
    let painted = RwSignal::new(findings.get_untracked());
    Effect::new(move || {
        findings.track();
        after_paint(move || {
            // Another answer may have come meanwhile, and the reader may have left the page.
            let Some(now) = findings.try_get_untracked() else { return };
            if painted.try_with_untracked(|painted| *painted != now) == Some(true) {
                painted.set(now);
            }
        });
    });
    painted
}
