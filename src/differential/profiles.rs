//! What terms weigh: how informative each is, which causes have it, and what a random finding would
//! score.
//!
//! Computed once from the candidates and the background of the ontology. Knows no patient.

use crate::catalogue::{Catalogue, CauseId, TermId, Weights};
use crate::differential::candidate::Candidate;
use crate::differential::constants::{
    ABSENT, ACQUIRED, ENOUGH_LISTED, FROM_ELSEWHERE, LIKELIHOOD, NOT_MENTIONED,
};
use crate::differential::points::Points;
use crate::steps::pause;

/// The causes by their findings.
#[derive(Debug)]
pub(super) struct Profiles {
    /// For each term the wider terms that are features of patients, itself first; empty for a term
    /// that is no feature.
    wider: Vec<Box<[TermId]>>,
    /// For each term the causes that have it or something narrower, and how often.
    having: Vec<Vec<(CauseId, f64)>>,
    /// What each term tells.
    information: Vec<f64>,
    /// How often a patient with jerks of another cause has it.
    background: Vec<f64>,
    /// What a random finding would score, for each cause.
    expected: Vec<f64>,
    /// Whether what a cause does not mention counts half.
    is_acquired: Vec<bool>,
}

/// How many causes are a few: as many as a number has bits.
const MOST: usize = u64::BITS as usize;

/// A few causes, and which of them have each term or something narrower.
#[derive(Debug)]
pub(super) struct Few {
    causes: Vec<CauseId>,
    /// For each term, the places of the causes that have it, as bits.
    having: Vec<u64>,
}

/// How many causes, or terms that patients have, are prepared in one step.
const STEP: usize = 16;

/// For how many terms the wider ones are found in one step.
const TERMS: usize = 256;

/// The term above all features of patients.
const FEATURE: &str = "HP:0000118";

impl Profiles {
    pub(super) async fn new(
        catalogue: &'static Catalogue,
        weights: &Weights,
        candidates: &[Option<Candidate>],
    ) -> Self {
        let ontology = catalogue.ontology();
        let wider = wider(catalogue).await;
        let mut having: Vec<Vec<(CauseId, f64)>> = vec![Vec::new(); ontology.len()];
        for (at, candidate) in candidates.iter().enumerate() {
            let cause = CauseId::at(at);
            for (term, often) in candidate.iter().flat_map(|it| &it.found) {
                for above in &wider[term.index()] {
                    match having[above.index()].last_mut() {
                        Some((last, most)) if *last == cause => *most = most.max(*often),
                        _ => having[above.index()].push((cause, *often)),
                    }
                }
            }
            if at % STEP == 0 {
                pause().await;
            }
        }
        let is_acquired: Vec<bool> =
            candidates.iter().map(|it| it.as_ref().is_some_and(|it| it.is_acquired)).collect();
        // Confusion is rare among the rare diseases of the ontology and usual in acquired causes.
        let speaks = |cause: &CauseId| {
            let candidate = candidates[cause.index()].as_ref();
            candidate.is_some_and(|it| it.is_acquired && it.listed >= ENOUGH_LISTED)
        };
        let speaking = (0..candidates.len()).map(CauseId::at).filter(speaks).count().max(1) as f64;
        let mut information = Vec::with_capacity(ontology.len());
        let mut background = Vec::with_capacity(ontology.len());
        for (term, _) in ontology.terms() {
            let usual = having[term.index()].iter().filter(|(cause, _)| speaks(cause));
            let (count, sum) = usual.fold((0.0, 0.0), |(n, sum), (_, it)| (n + 1.0, sum + it));
            let share = weights.share_of_diseases(term).max(ACQUIRED * count / speaking);
            information.push(-share.ln());
            background.push(weights.background(term).max(ACQUIRED * sum / speaking));
        }
        let expected = vec![0.0; candidates.len()];
        let mut profiles = Self { wider, having, information, background, expected, is_acquired };
        profiles.expect(catalogue).await;
        profiles
    }

    /// Computes what a random finding scores for each cause: the findings of the annotated diseases
    /// in turn, each as often as it is annotated. Without this, causes with long lists would win.
    async fn expect(&mut self, catalogue: &'static Catalogue) {
        let mut counts = vec![0_u32; self.wider.len()];
        let mut total = 0;
        for disease in catalogue.annotated_diseases() {
            for annotation in catalogue.annotations(disease).iter().filter(|it| !it.absent) {
                let term = annotation.found.term;
                if self.is_feature(term) {
                    counts[term.index()] += 1;
                    total += 1;
                }
            }
        }
        let mut expected = vec![0.0; self.expected.len()];
        let counted = counts.iter().enumerate().filter(|(_, count)| **count > 0);
        for (number, (at, count)) in counted.enumerate() {
            let share = f64::from(*count) / f64::from(total);
            let matches = self.matches(TermId::at(at));
            for (sum, information) in expected.iter_mut().zip(matches) {
                *sum += share * information;
            }
            if number % STEP == 0 {
                pause().await;
            }
        }
        self.expected = expected;
    }

    /// For each cause the information of the most telling of a term and its wider terms that the
    /// cause has.
    fn matches(&self, term: TermId) -> Vec<f64> {
        let mut matches = vec![0.0_f64; self.expected.len()];
        for above in &self.wider[term.index()] {
            let information = self.information[above.index()];
            for (cause, _) in &self.having[above.index()] {
                // Millions of times: a comparison costs less than the call of a maximum.
                let most = &mut matches[cause.index()];
                if *most < information {
                    *most = information;
                }
            }
        }
        matches
    }

    /// What a finding of the patient adds to the score of each cause.
    pub(super) fn present(&self, term: TermId) -> Vec<Points> {
        let score = self.if_present(term);
        let mut having = self.having(term).iter().peekable();
        let matches = self.matches(term).into_iter().enumerate();
        let scores = matches.map(|(at, information)| {
            let own = having.next_if(|(cause, _)| cause.index() == at);
            score(at, information, own.map(|(_, often)| *often))
        });
        scores.collect()
    }

    /// The same for a few causes, which costs a fraction; the others get nothing.
    pub(super) fn present_for(&self, term: TermId, few: &Few) -> Vec<Points> {
        let score = self.if_present(term);
        let mut scores = vec![Points::default(); self.expected.len()];
        for (place, cause) in few.causes.iter().enumerate() {
            let has = |term: TermId| few.having[term.index()] >> place & 1 == 1;
            let wider = self.wider(term).iter().filter(|it| has(**it));
            let information = wider.map(|it| self.information[it.index()]).fold(0.0, f64::max);
            let own = has(term).then(|| self.often(term, *cause));
            scores[cause.index()] = score(cause.index(), information, own);
        }
        scores
    }

    /// Prepares to ask about a few causes.
    pub(super) fn few(&self, causes: &[CauseId]) -> Few {
        let mut places = vec![None; self.expected.len()];
        for (place, cause) in causes.iter().enumerate().take(MOST) {
            places[cause.index()] = Some(place);
        }
        let mask = |having: &Vec<(CauseId, f64)>| {
            let places = having.iter().filter_map(|(cause, _)| places[cause.index()]);
            places.fold(0, |mask, place| mask | 1 << place)
        };
        Few {
            causes: causes.iter().copied().take(MOST).collect(),
            having: self.having.iter().map(mask).collect(),
        }
    }

    /// What a finding adds to a cause, from what the most telling match tells and how often the
    /// cause has the finding itself.
    fn if_present(&self, term: TermId) -> impl Fn(usize, f64, Option<f64>) -> Points + '_ {
        let background = self.background[term.index()];
        let ratio = move |often: f64| {
            LIKELIHOOD * (FROM_ELSEWHERE + (1.0 - FROM_ELSEWHERE) * often / background).ln()
        };
        let without = ratio(0.0);
        move |at, information, often| {
            let mut score = information + often.map_or(without, ratio) - self.expected[at];
            if score < 0.0 && self.is_acquired[at] {
                score *= NOT_MENTIONED;
            }
            Points::of(score)
        }
    }

    /// What a finding that the patient does not have adds to the score of a cause. It never speaks
    /// for a cause that has it.
    pub(super) fn absent(&self, term: TermId) -> impl Fn(CauseId) -> Points + '_ {
        let background = 1.0 - 0.9 * self.background[term.index()];
        let ratio = move |often: f64| ABSENT * ((1.0 - 0.9 * often) / background).ln();
        let without = ratio(0.0);
        move |cause| {
            let often = self.listed(term, cause);
            Points::of(often.map_or(without, |often| ratio(often).min(0.0)))
        }
    }

    /// How often patients with a cause have a term, or something narrower, if the cause lists it.
    fn listed(&self, term: TermId, cause: CauseId) -> Option<f64> {
        let having = self.having(term);
        let at = having.binary_search_by_key(&cause, |(cause, _)| *cause);
        at.ok().map(|at| having[at].1)
    }

    /// How often patients with a cause have a term, or something narrower; 0 if it is not known.
    pub(super) fn often(&self, term: TermId, cause: CauseId) -> f64 {
        self.listed(term, cause).unwrap_or_default()
    }

    /// How often a patient with jerks of another cause has a term.
    pub(super) fn background(&self, term: TermId) -> f64 {
        self.background[term.index()]
    }

    /// How much a term tells.
    pub(super) fn tells(&self, term: TermId) -> f64 {
        self.information[term.index()]
    }

    /// The causes that have a term, or something narrower, and how often; in their order.
    pub(super) fn having(&self, term: TermId) -> &[(CauseId, f64)] {
        &self.having[term.index()]
    }

    /// Whether a term is a feature of patients.
    pub(super) fn is_feature(&self, term: TermId) -> bool {
        self.wider.get(term.index()).is_some_and(|wider| !wider.is_empty())
    }

    /// A term and everything wider that is a feature of patients.
    pub(super) fn wider(&self, term: TermId) -> &[TermId] {
        &self.wider[term.index()]
    }

    /// Whether a term is `wider` or a kind of it.
    pub(super) fn is_kind_of(&self, term: TermId, wider: TermId) -> bool {
        self.wider(term).contains(&wider)
    }
}

/// For each term the features of patients among it and everything wider, itself first.
async fn wider(catalogue: &'static Catalogue) -> Vec<Box<[TermId]>> {
    let ontology = catalogue.ontology();
    let Some(top) = ontology.find(FEATURE) else { return vec![Box::default(); ontology.len()] };
    let mut is_feature = vec![false; ontology.len()];
    let mut left = vec![top];
    while let Some(term) = left.pop() {
        if !std::mem::replace(&mut is_feature[term.index()], true) {
            left.extend(ontology.children(term));
        }
    }
    let all_of = |term: TermId| {
        let mut wider = Vec::new();
        let mut left = vec![term];
        while let Some(term) = left.pop() {
            if is_feature[term.index()] && !wider.contains(&term) {
                wider.push(term);
                left.extend(ontology.parents(term));
            }
        }
        wider.into_boxed_slice()
    };
    let mut all = Vec::with_capacity(ontology.len());
    for (term, _) in ontology.terms() {
        all.push(all_of(term));
        if term.index() % TERMS == 0 {
            pause().await;
        }
    }
    all
}
