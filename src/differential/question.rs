//! Which question to ask next, and which answers would change the first place.
//!
//! A question is worth as much as its answers are expected to shift the order. This is a device for
//! ordering questions: its numbers are no probabilities of causes and are not shown as such.

use crate::catalogue::{CauseId, Checklist, ContextId, TermId};
use crate::differential::Differential;
use crate::differential::constants::{self, BEST, LEAST_YES, TEMPERATURE};
use crate::differential::exposure::{self, Exposures};
use crate::differential::findings::{Answer, Findings};
use crate::differential::points::Points;
use crate::differential::profiles::Few;
use crate::differential::sheet::{self, Sheet};
use crate::entry_set::EntrySet;
use crate::sorted;
use crate::steps::{InSteps, at_once, pause};

/// A question about a patient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// Several exposures or situations at once.
    Checklist(Checklist),
    /// One exposure or situation.
    Context(ContextId),
    /// One finding.
    Finding(TermId),
}

/// A question that may be worth asking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Suggestion {
    /// The question.
    pub question: Question,
    /// How much its answer is expected to shift the order, from 0 to 2.
    pub shift: f64,
    /// Whether the answer needs a laboratory, a recording or a picture, and not only a patient.
    pub needs_test: bool,
}

/// An answer that would bring another cause to the first place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The question: a finding, or an exposure or situation.
    pub question: Question,
    /// Whether the answer is yes.
    pub yes: bool,
    /// The cause that would be first.
    pub first: CauseId,
    /// How likely the answer is, for the order of such answers.
    pub chance: f64,
}

/// The checklists that come before all other questions, in the order of asking.
const FIRST: [Checklist; 4] =
    [Checklist::Medicines, Checklist::Events, Checklist::Illnesses, Checklist::Body];

/// Findings of these kinds need a test: of blood and metabolism, of recordings, of pictures.
const NEED_TESTS: [&str; 8] = [
    "HP:0001939", // Abnormality of metabolism/homeostasis
    "HP:0001871", // Abnormality of blood and blood-forming tissues
    "HP:0002715", // Abnormality of the immune system
    "HP:0002353", // EEG abnormality
    "HP:0003130", // Abnormal peripheral myelination
    "HP:0012443", // Abnormality of brain morphology
    "HP:0002921", // Abnormality of the cerebrospinal fluid
    "HP:0003457", // EMG abnormality
];

/// These stand below one of [`NEED_TESTS`] and are seen at the bedside.
const AT_THE_BEDSIDE: [&str; 3] = [
    "HP:0001945", // Fever
    "HP:0002045", // Hypothermia
    "HP:0001944", // Dehydration
];

/// How many questions are weighed in one step.
const STEP: usize = 8;

/// What an answer does to the best causes.
struct Effect {
    /// How likely the answer is yes, for each.
    yes: Vec<f64>,
    /// What yes adds to each.
    if_yes: Vec<Points>,
    /// What no adds to each.
    if_no: Vec<Points>,
}

impl Differential {
    /// The questions without an answer, the one to ask first at the beginning: four checklists,
    /// then what the bedside answers, then tests, each by what its answer is expected to shift.
    /// Other questions whose answer would shift nothing are left out.
    pub fn questions(&self, findings: &Findings) -> Vec<Suggestion> {
        at_once(self.weigh_questions(findings))
    }

    /// The same in steps.
    pub fn questions_in_steps(&'static self, findings: Findings) -> InSteps<Vec<Suggestion>> {
        InSteps::new(async move { self.weigh_questions(&findings).await })
    }

    /// The checklist that comes before all other questions, while one of these is open.
    pub fn first_checklist(findings: &Findings) -> Option<Checklist> {
        FIRST.into_iter().find(|list| !findings.is_complete(*list))
    }

    async fn weigh_questions(&self, findings: &Findings) -> Vec<Suggestion> {
        let doubt = Doubt::new(self, findings);
        pause().await;
        let mut questions = Vec::new();
        for checklist in Checklist::ALL.iter().copied() {
            if findings.is_complete(checklist) {
                continue;
            }
            let shift = doubt.open_contexts(checklist).map(|it| doubt.shift(&it.1)).sum();
            let question = Question::Checklist(checklist);
            questions.push(Suggestion { question, shift, needs_test: false });
            pause().await;
        }
        let needs_test = self.needing_test();
        for (at, term) in doubt.open_findings().into_iter().enumerate() {
            let shift = doubt.shift(&doubt.finding_effect(term));
            let question = Question::Finding(term);
            questions.push(Suggestion { question, shift, needs_test: needs_test(term) });
            if at % STEP == 0 {
                pause().await;
            }
        }
        let first = |it: &Suggestion| match it.question {
            Question::Checklist(list) => FIRST.iter().position(|other| *other == list),
            _ => None,
        };
        // What a checklist can find may be far below the best causes until it is asked.
        questions.retain(|it| it.shift > 1e-6 || first(it).is_some());
        sorted::sort_by(&mut questions, |one, other| {
            let rank = |it: &Suggestion| (first(it).unwrap_or(FIRST.len()), it.needs_test);
            rank(one)
                .cmp(&rank(other))
                .then(other.shift.total_cmp(&one.shift))
                .then(one.question.cmp(&other.question))
        });
        questions
    }

    /// The single answers that would bring another cause to the first place, the likeliest first.
    pub fn changes(&self, findings: &Findings) -> Vec<Change> {
        let doubt = Doubt::new(self, findings);
        let contexts = Checklist::ALL.iter().flat_map(|list| doubt.open_contexts(*list));
        let contexts = contexts.map(|(context, effect)| (Question::Context(context), effect));
        let terms = doubt.open_findings().into_iter();
        let terms = terms.map(|term| (Question::Finding(term), doubt.finding_effect(term)));
        let mut changes = Vec::new();
        for (question, effect) in contexts.chain(terms) {
            for yes in [true, false] {
                let first = doubt.first_after(&effect, yes);
                if first.is_some_and(|first| Some(first) != doubt.best.first().copied()) {
                    let chance = doubt.chance(&effect, yes);
                    changes.extend(first.map(|first| Change { question, yes, first, chance }));
                }
            }
        }
        sorted::sort_by(&mut changes, |one, other| {
            other.chance.total_cmp(&one.chance).then(one.question.cmp(&other.question))
        });
        changes
    }

    /// Whether a finding needs a test.
    pub fn needs_test(&self, term: TermId) -> bool {
        self.needing_test()(term)
    }

    /// The same for many findings.
    fn needing_test(&self) -> impl Fn(TermId) -> bool + '_ {
        let ontology = self.catalogue.ontology();
        let terms = |ids: &[&str]| -> Vec<TermId> {
            ids.iter().filter_map(|id| ontology.find(id)).collect()
        };
        let (tests, bedside) = (terms(&NEED_TESTS), terms(&AT_THE_BEDSIDE));
        let is_any =
            |term, kinds: &[TermId]| kinds.iter().any(|kind| self.profiles.is_kind_of(term, *kind));
        move |term| is_any(term, &tests) && !is_any(term, &bedside)
    }
}

/// The causes between which a question has to distinguish.
struct Doubt<'d> {
    sheet: Sheet<'d>,
    findings: &'d Findings,
    /// The best causes, best first.
    best: Vec<CauseId>,
    /// The same, to ask which of them have a finding.
    few: Few,
    scores: Vec<Points>,
    /// How much each is believed in.
    shares: Vec<f64>,
    /// What exposures add to each now.
    exposed: Vec<Points>,
}

impl<'d> Doubt<'d> {
    fn new(differential: &'d Differential, findings: &'d Findings) -> Self {
        let ranked = differential.rank(findings, &differential.candidates());
        let sheet = Sheet::new(differential, findings);
        let best: Vec<CauseId> = ranked.order.iter().copied().take(BEST).collect();
        let scores: Vec<Points> = best.iter().map(|id| ranked.score(*id)).collect();
        let exposed =
            best.iter().map(|id| sheet.exposure_points(&sheet.exposures, *id, None)).collect();
        let (few, shares) = (differential.profiles.few(&best), shares(&scores));
        Self { sheet, findings, best, few, scores, shares, exposed }
    }

    /// The exposures and situations of a checklist that are neither told nor denied.
    fn open_contexts(&self, checklist: Checklist) -> impl Iterator<Item = (ContextId, Effect)> {
        let differential = self.sheet.differential;
        let contexts = differential.catalogue.contexts().map(|(context, _)| context);
        let open = contexts.filter(move |context| {
            differential.weights.context(*context).checklist == checklist
                && !self.sheet.exposures.is_answered(*context)
        });
        open.map(|context| (context, self.context_effect(context)))
    }

    fn context_effect(&self, context: ContextId) -> Effect {
        let differential = self.sheet.differential;
        let weight = differential.weights.context(context);
        let after = |yes: bool| -> Vec<Points> {
            if yes && self.explains_a_finding(context) {
                return self.after_illness(context);
            }
            let mut exposures = self.sheet.exposures.clone();
            exposures.answer(context, yes);
            let points = self.best.iter().zip(&self.exposed);
            points
                .map(|(id, now)| self.sheet.exposure_points(&exposures, *id, None) - *now)
                .collect()
        };
        let yes = self.best.iter().map(|id| {
            let candidate = differential.candidates[id.index()].as_ref();
            let lists = candidate
                .is_some_and(|it| it.needed.contains(&context) || it.usual.contains(&context));
            if lists {
                constants::if_cause(weight.kind)
            } else {
                constants::otherwise(weight.commonness)
            }
        });
        Effect { yes: yes.collect(), if_yes: after(true), if_no: after(false) }
    }

    /// Whether an illness would explain a finding of the patient.
    fn explains_a_finding(&self, context: ContextId) -> bool {
        let Differential { weights, profiles, .. } = self.sheet.differential;
        let explains = weights.context(context).explains;
        let mut present = self.sheet.present.iter();
        present.any(|(term, _)| explains.iter().any(|it| profiles.is_kind_of(*term, *it)))
    }

    /// What an illness adds to each of the best causes that explains findings.
    fn after_illness(&self, context: ContextId) -> Vec<Points> {
        let mut findings = self.findings.clone();
        findings.answer_context(context, Answer::Present);
        let sheet = Sheet::new(self.sheet.differential, &findings);
        let scores = self.best.iter().map(|id| {
            let mut score = Points::default();
            sheet.each(id.index(), &mut |contribution| score += contribution.points);
            score
        });
        scores.zip(&self.scores).map(|(after, now)| after - *now).collect()
    }

    /// The findings of curated causes that have no answer and that no answer implies.
    fn open_findings(&self) -> Vec<TermId> {
        let differential = self.sheet.differential;
        let profiles = &differential.profiles;
        let present: Vec<TermId> = self.findings.terms_with(Answer::Present).collect();
        let absent: Vec<TermId> = self.findings.terms_with(Answer::Absent).collect();
        let is_open = |term: &TermId| {
            profiles.is_feature(*term)
                && self.findings.term(*term).is_none()
                && !present.iter().any(|it| profiles.is_kind_of(*it, *term))
                && !absent.iter().any(|it| profiles.is_kind_of(*term, *it))
        };
        let mut terms = EntrySet::none(differential.catalogue.ontology().len());
        for id in differential.catalogue.cause_ids() {
            let features = differential.catalogue.cause(id).features.values;
            features.iter().for_each(|it| terms.insert(it.term.index()));
        }
        terms.positions().map(TermId::at).filter(is_open).collect()
    }

    fn finding_effect(&self, term: TermId) -> Effect {
        let profiles = &self.sheet.differential.profiles;
        let background = profiles.background(term).max(LEAST_YES);
        let often = self.best.iter().map(|id| profiles.often(term, *id).max(background));
        let own = sheet::present_for(self.sheet.differential, self.findings, term, &self.few);
        // A narrower finding takes the place of a wider one.
        let replaced = self.sheet.present.iter();
        let replaced = replaced.filter(|(wider, _)| profiles.is_kind_of(term, *wider));
        let replaced: Vec<&(TermId, Vec<Points>)> = replaced.collect();
        let exposed = |yes: bool| {
            let replaced = replaced.iter().map(|(wider, _)| *wider);
            let mut exposures = self.sheet.exposures.clone();
            exposures.find(self.sheet.differential, term, yes, replaced);
            exposures
        };
        let exposed = self.says_more(term).then(|| (exposed(true), exposed(false)));
        let of_exposures = |exposures: &Exposures, at: usize| {
            let id = self.best[at];
            self.sheet.exposure_points(exposures, id, Some((term, &own))) - self.exposed[at]
        };
        let none = profiles.absent(term);
        let mut if_yes = Vec::with_capacity(self.best.len());
        let mut if_no = Vec::with_capacity(self.best.len());
        for (at, cause) in self.best.iter().enumerate() {
            let id = cause.index();
            let mut yes = own[id] - replaced.iter().map(|(_, points)| points[id]).sum();
            let mut no = none(*cause);
            if let Some((with, without)) = &exposed {
                yes += of_exposures(with, at);
                no += of_exposures(without, at);
            }
            if_yes.push(yes);
            if_no.push(no);
        }
        Effect { yes: often.collect(), if_yes, if_no }
    }

    /// Whether a finding tells an exposure, or has to do with one that defines a cause.
    fn says_more(&self, term: TermId) -> bool {
        let Differential { candidates, profiles, .. } = self.sheet.differential;
        let related =
            |other: &TermId| profiles.is_kind_of(term, *other) || profiles.is_kind_of(*other, term);
        let defines = |id: &CauseId| {
            let candidate = candidates[id.index()].as_ref();
            candidate.is_some_and(|it| it.defining.iter().any(related))
        };
        exposure::told_by(self.sheet.differential, term).next().is_some()
            || self.best.iter().any(defines)
    }

    /// How likely an answer is.
    fn chance(&self, effect: &Effect, yes: bool) -> f64 {
        let chance: f64 = self.shares.iter().zip(&effect.yes).map(|(it, yes)| it * yes).sum();
        if yes { chance } else { 1.0 - chance }
    }

    /// How much an answer is expected to shift what is believed.
    fn shift(&self, effect: &Effect) -> f64 {
        let moved = |added: &[Points]| -> f64 {
            let after: Vec<Points> = self.after(added).collect();
            let after = shares(&after);
            after.iter().zip(&self.shares).map(|(after, now)| (after - now).abs()).sum()
        };
        self.chance(effect, true) * moved(&effect.if_yes)
            + self.chance(effect, false) * moved(&effect.if_no)
    }

    fn after<'a>(&'a self, added: &'a [Points]) -> impl Iterator<Item = Points> + 'a {
        self.scores.iter().zip(added).map(|(score, added)| Points(score.0 + added.0))
    }

    /// The first of the best causes after an answer. Of equals, the one that is first now.
    fn first_after(&self, effect: &Effect, yes: bool) -> Option<CauseId> {
        let added = if yes { &effect.if_yes } else { &effect.if_no };
        let after = self.after(added).zip(&self.best);
        let best = after.reduce(|best, other| if other.0 > best.0 { other } else { best });
        best.map(|(_, id)| *id)
    }
}

/// Scores as shares of one.
fn shares(scores: &[Points]) -> Vec<f64> {
    let most = scores.iter().copied().max().unwrap_or_default();
    let weights: Vec<f64> =
        scores.iter().map(|it| ((*it - most).value() / TEMPERATURE).exp()).collect();
    let sum: f64 = weights.iter().sum();
    weights.into_iter().map(|it| it / sum).collect()
}
