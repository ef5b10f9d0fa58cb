//! An entry at a glance: six short answers, in the same place on every entry of a kind.
//!
//! Knows which answers, not how they are drawn. An answer that is not recorded keeps its place.

use super::begins::{Begins, begins};
use super::fields::Body;
use super::label;
use super::medicine::is_listed_as_medicine;
use crate::catalogue::{AnnotatedDisease, AxisId, Catalogue, Cause, FoundFeature, Grade};

/// One of the answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What it is about.
    pub label: &'static str,
    /// What is recorded.
    pub answer: Answer,
}

/// A short answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Values in words; none if not recorded.
    Words(Vec<&'static str>),
    /// When it begins.
    Begins(Option<Begins>),
    /// The courses of its rare diseases. Each is said of one disease, and often of few patients.
    Courses(Vec<(&'static AnnotatedDisease, &'static FoundFeature)>),
    /// The genes; none if not recorded.
    Genes(Vec<&'static str>),
    /// How well the entry is supported.
    Evidence(Grade),
}

/// How exposures begin that say no more than that a medicine is taken.
const TAKEN: [&str; 3] = ["Taking ", "Given ", "Took "];

/// The answers for a cause. Genes and inheritance apply to what can be inherited; for the others,
/// the situation and the origin in the nervous system say more.
pub fn glance(catalogue: &Catalogue, cause: &'static Cause) -> [Cell; 6] {
    let goes_away = cause.reversible.iter();
    // What is said of a group explains itself after a colon; the entry has the rest.
    let goes_away =
        goes_away.map(|it| it.words()).map(|said| said.split(':').next().unwrap_or(said));
    let goes_away = goes_away.collect();
    let on_axis = |axis: AxisId| cause.on_axis(axis).map(|value| value.short).collect();
    let words = |label, words| Cell { label, answer: Answer::Words(words) };
    let goes_away = words("Goes away again", goes_away);
    let begins = Cell { label: "Begins", answer: Answer::Begins(begins(catalogue, cause)) };
    let of_jerks: Vec<_> = on_axis(AxisId::COURSE);
    let of_diseases: Vec<_> = Body::Course(cause).timed().collect();
    let course = if of_jerks.is_empty() && !of_diseases.is_empty() {
        Cell { label: "Course", answer: Answer::Courses(of_diseases) }
    } else {
        words("Course", of_jerks)
    };
    let evidence =
        Cell { label: label::EVIDENCE, answer: Answer::Evidence(Grade::of(catalogue, cause)) };
    if catalogue.may_be_inherited(cause) {
        let inheritance = cause.inheritance().into_iter().map(|term| {
            let label = catalogue.term(term).label;
            label.strip_suffix(" inheritance").unwrap_or(label)
        });
        let genes = Cell { label: "Genes", answer: Answer::Genes(cause.genes()) };
        let mut inheritance: Vec<&'static str> = inheritance.collect();
        if inheritance.is_empty() {
            inheritance.extend(cause.inheritance_by_name().map(|(_, words)| words));
        }
        let inheritance = words(label::INHERITANCE, inheritance);
        return [goes_away, begins, genes, inheritance, course, evidence];
    }
    let with: Vec<_> =
        cause.context.values.iter().map(|id| catalogue.context(*id).meaning).collect();
    // That a medicine comes with taking it says nothing; its class does.
    let is_taken = |meaning: &&str| TAKEN.iter().any(|start| meaning.starts_with(start));
    let class = cause.subcategory.filter(|_| is_listed_as_medicine(catalogue, cause));
    let others: Vec<_> = with.iter().copied().filter(|meaning| !is_taken(meaning)).collect();
    let with = match class {
        Some(class) if others.is_empty() => words("Class", vec![class.name]),
        Some(_) => words("With", others),
        None => words("With", with),
    };
    let arises = AxisId::GENERATOR;
    let arises = words(arises.axis().label, on_axis(arises));
    [goes_away, begins, course, with, arises, evidence]
}
