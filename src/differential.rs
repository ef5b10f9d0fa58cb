//! Match: one ranked list of all causes for the findings of one patient, with every number in the
//! open.
//!
//! [`Differential::rank`] is a pure function from findings to an order. A score is the sum of
//! its [`Contribution`]s, and each of them can be shown. It is no probability: findings are
//! correlated. Knows no address, no file and no wording of the page. `docs/differential.md` has
//! the formula, what was measured and where it is wrong.
//!
//! ```
//! use myoclonus_explorer::catalogue::Catalogue;
//! use myoclonus_explorer::differential::{Age, Answer, Differential, Findings};
//!
//! let catalogue = Catalogue::bundled();
//! let differential = Differential::new(catalogue);
//!
//! let mut findings = Findings::default();
//! findings.age = Some(Age::years(56));
//! for id in ["HP:0001336", "HP:0001337", "HP:0012622"] {
//!     let term = catalogue.ontology().find(id).expect("a term of the ontology");
//!     findings.answer_term(term, Answer::Present);
//! }
//! let ranked = differential.rank(&findings, &differential.candidates());
//! let best = ranked.order[0];
//! let sum = differential.contributions(&findings, best).iter().map(|it| it.points).sum();
//! assert_eq!(ranked.score(best), sum);
//! ```

mod age;
mod candidate;
mod constants;
mod exposure;
mod findings;
mod lanes;
mod lint;
mod outlook;
mod points;
mod profiles;
mod question;
mod sheet;

use crate::catalogue::{Catalogue, CauseId, TermId, Weights};
use crate::entry_set::EntrySet;
use crate::steps::{InSteps, at_once, pause};

use self::candidate::Candidate;
use self::profiles::Profiles;
use self::sheet::Sheet;

pub use self::age::{Age, AgeGroup};
pub use self::constants::{DIFFERENCES, FAR_AGE, LANE_DEPTH};
pub use self::findings::{Answer, Finding, Findings, Sex};
pub use self::lanes::{Band, Lanes};
pub use self::lint::Lint;
pub use self::outlook::Outlook;
pub use self::points::{Contribution, Points, Reason};
pub use self::question::{Change, Question, Suggestion};

/// How many causes are prepared in one step.
const STEP: usize = 16;

/// The causes, ready to be compared with a patient.
#[derive(Debug)]
pub struct Differential {
    catalogue: &'static Catalogue,
    weights: &'static Weights,
    /// By the position of the cause; `None` for a group, which is not ranked.
    candidates: Vec<Option<Candidate>>,
    profiles: Profiles,
}

/// The causes in the order in which they fit the findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranked {
    /// Those of the causes asked for that can be ranked.
    pub entries: EntrySet,
    /// The same causes, best first. Causes with the same score are ties and are in the order of
    /// their ids.
    pub order: Vec<CauseId>,
    /// The score of each cause, by its position; 0 for a group.
    scores: Vec<Points>,
    /// The highest score of all causes, those not asked for included.
    best: Points,
    /// What must not be missed and what is worth checking first.
    pub lanes: Lanes,
    /// Whether the findings say enough for an order.
    pub is_enough: bool,
}

/// All causes that can be ranked: all but groups, which are listed beside their members.
pub fn candidates(catalogue: &'static Catalogue) -> EntrySet {
    let mut all = EntrySet::none(catalogue.cause_count());
    for id in catalogue.cause_ids().filter(|id| !catalogue.cause(*id).is_group) {
        all.insert(id.index());
    }
    all
}

impl Differential {
    /// Prepares the causes of a catalogue.
    pub fn new(catalogue: &'static Catalogue) -> Self {
        at_once(Self::make(catalogue))
    }

    /// The same in steps.
    pub fn in_steps(catalogue: &'static Catalogue) -> InSteps<Self> {
        InSteps::new(Self::make(catalogue))
    }

    async fn make(catalogue: &'static Catalogue) -> Self {
        let weights = Weights::bundled();
        let mut candidates: Vec<Option<Candidate>> = Vec::with_capacity(catalogue.cause_count());
        for id in catalogue.cause_ids() {
            candidates.push(Candidate::new(catalogue, weights, catalogue.cause(id)));
            if id.index() % STEP == 0 {
                pause().await;
            }
        }
        let profiles = Profiles::new(catalogue, weights, &candidates).await;
        Self { catalogue, weights, candidates, profiles }
    }

    /// All causes that can be ranked.
    pub fn candidates(&self) -> EntrySet {
        candidates(self.catalogue)
    }

    /// Whether a cause is acquired: a curator wrote it, and neither a gene nor a way of inheritance
    /// is recorded.
    pub fn is_acquired(&self, cause: CauseId) -> bool {
        self.candidates[cause.index()].as_ref().is_some_and(|it| it.is_acquired)
    }

    /// Ranks the causes `among` by how well they fit the findings.
    pub fn rank(&self, findings: &Findings, among: &EntrySet) -> Ranked {
        let sheet = Sheet::new(self, findings);
        let scores = sheet.scores(|_| true);
        let mut entries = self.candidates();
        let best = entries.positions().map(|at| scores[at]).max().unwrap_or_default();
        entries.keep(among);
        let mut order: Vec<CauseId> = entries.positions().map(CauseId::at).collect();
        order.sort_by(|one, other| {
            let by_score = scores[other.index()].cmp(&scores[one.index()]);
            by_score.then_with(|| self.slug(*one).cmp(self.slug(*other)))
        });
        let lanes = Lanes::new(self, &sheet, &order, &scores, best);
        let is_enough = lanes::is_enough(&sheet);
        Ranked { entries, order, scores, best, lanes, is_enough }
    }

    /// What the findings add to the score of a cause, in the order of the formula. The points add
    /// up to the score exactly; a group has none.
    pub fn contributions(&self, findings: &Findings, cause: CauseId) -> Vec<Contribution> {
        self.contributions_of(findings, &[cause]).pop().unwrap_or_default()
    }

    /// The same for several causes, in their order.
    pub fn contributions_of(
        &self,
        findings: &Findings,
        causes: &[CauseId],
    ) -> Vec<Vec<Contribution>> {
        let sheet = Sheet::new(self, findings);
        let of_one = |cause: &CauseId| {
            let mut contributions = Vec::new();
            if cause.index() < self.candidates.len() {
                sheet.each(cause.index(), &mut |contribution| contributions.push(contribution));
            }
            contributions
        };
        causes.iter().map(of_one).collect()
    }

    /// The scores of all causes, by position, if only contributions count whose reason `counts`: to
    /// find out what a part of the formula is worth.
    pub fn scores(&self, findings: &Findings, counts: impl Fn(Reason) -> bool) -> Vec<Points> {
        Sheet::new(self, findings).scores(counts)
    }

    /// The causes that alone have a term, or something narrower, if there is only one.
    pub fn only_cause_with(&self, term: TermId) -> Option<CauseId> {
        match self.profiles.having(term) {
            [(only, _)] => Some(*only),
            _ => None,
        }
    }

    fn slug(&self, id: CauseId) -> &'static str {
        self.catalogue.cause(id).slug
    }
}

impl Ranked {
    /// The score of a cause.
    pub fn score(&self, cause: CauseId) -> Points {
        self.scores.get(cause.index()).copied().unwrap_or_default()
    }

    /// How close a cause is to the first place of all causes.
    pub fn band(&self, cause: CauseId) -> Band {
        Band::of(self.best, self.score(cause))
    }

    /// The place of a cause, from 1: the mean of the places that it shares with causes of the same
    /// score. `None` if it was not ranked.
    pub fn place(&self, cause: CauseId) -> Option<f64> {
        if !self.order.contains(&cause) {
            return None;
        }
        let score = self.score(cause);
        let above = self.order.iter().filter(|other| self.score(**other) > score).count();
        let ties = self.order.iter().filter(|other| self.score(**other) == score).count();
        Some(above as f64 + (ties as f64 + 1.0) / 2.0)
    }
}
