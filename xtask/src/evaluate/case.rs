//! A published case or a composed vignette: what was found, and which cause it was.
//!
//! One JSON object per line, as `tests/cases/README.md` says. The tests of the library compile this
//! same file. Knows no score.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail};
use myoclonus_explorer::catalogue::{AxisId, Catalogue, CauseId, ContextId, Lookup, Weights};
use myoclonus_explorer::differential::{Age, AgeGroup, Answer, Findings, Sex};
use serde::Deserialize;

/// A case.
#[derive(Debug)]
pub(super) struct Case {
    /// Its id.
    pub(super) id: String,
    /// What it rests on: `published`, `adapted`, `composite` or `genetic`.
    pub(super) basis: String,
    /// The cause, as the case names it.
    pub(super) cause: String,
    /// Whether the profile of the disease cites this very case.
    pub(super) leaked: bool,
    /// The causes that are right; none if the catalogue has no such cause.
    pub(super) right: Vec<CauseId>,
    /// What was found.
    pub(super) findings: Findings,
    /// Ids that the catalogue does not have.
    pub(super) unknown: Vec<String>,
}

/// A case as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: String,
    basis: String,
    cause: String,
    #[serde(default)]
    accept: Vec<String>,
    #[serde(default)]
    leaked: bool,
    onset: Option<String>,
    age: Option<String>,
    sex: Option<String>,
    #[serde(default)]
    present: Vec<String>,
    #[serde(default)]
    absent: Vec<String>,
    #[serde(default)]
    contexts: Vec<String>,
    #[serde(default)]
    denied: Vec<String>,
    #[serde(default)]
    medicines: Vec<String>,
    #[serde(default)]
    axes: BTreeMap<String, Vec<String>>,
    #[serde(rename = "source")]
    _source: BTreeMap<String, serde_json::Value>,
}

/// Reads a file of cases.
///
/// # Errors
///
/// If a line is no case. An id that the catalogue does not have is no error.
pub(super) fn read(text: &str) -> Result<Vec<Case>> {
    let lines = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
    lines.map(|(line, number)| case(line).with_context(|| format!("line {number}"))).collect()
}

fn case(line: &str) -> Result<Case> {
    let catalogue = Catalogue::bundled();
    let written: Written = serde_json::from_str(line).context("this is no case")?;
    let mut unknown = Vec::new();
    let mut findings = Findings::default();
    findings.onset = age(written.onset.as_deref())?;
    findings.age = age(written.age.as_deref())?;
    findings.sex = match written.sex.as_deref() {
        None => None,
        Some("F") => Some(Sex::Female),
        Some("M") => Some(Sex::Male),
        Some(other) => bail!("sex {other:?}: write F or M"),
    };
    for (ids, answer) in [(&written.absent, Answer::Absent), (&written.present, Answer::Present)] {
        for id in ids {
            let number = id.strip_prefix("HP:").and_then(|digits| digits.parse().ok());
            let known = catalogue.ontology().find(id);
            match known.or_else(|| Weights::bundled().successor(number?)) {
                Some(term) => findings.answer_term(term, answer),
                None => unknown.push(id.clone()),
            }
        }
    }
    for (slugs, answer) in [(&written.denied, Answer::Absent), (&written.contexts, Answer::Present)]
    {
        for slug in slugs {
            match context(catalogue, slug) {
                Some(context) => findings.answer_context(context, answer),
                None => unknown.push(slug.clone()),
            }
        }
    }
    for slug in &written.medicines {
        match cause(catalogue, slug) {
            Some(medicine) => findings.answer_medicine(medicine, Answer::Present),
            None => unknown.push(slug.clone()),
        }
    }
    for (key, values) in &written.axes {
        for key_of_value in values {
            let axis = AxisId::from_key(key);
            let value = axis.and_then(|axis| Some((axis, axis.value_from_key(key_of_value)?)));
            match value {
                Some((axis, value)) => findings.add_axis(axis, value),
                None => unknown.push(format!("{key}={key_of_value}")),
            }
        }
    }
    let names = std::iter::once(&written.cause).chain(&written.accept);
    let right = names.filter_map(|name| cause(catalogue, name)).collect();
    let Written { id, basis, cause, leaked, .. } = written;
    Ok(Case { id, basis, cause, leaked, right, findings, unknown })
}

/// The context with this id.
fn context(catalogue: &'static Catalogue, slug: &str) -> Option<ContextId> {
    catalogue.contexts().find(|(_, context)| context.slug == slug).map(|(id, _)| id)
}

/// The cause with this id or number in a registry. A group is not ranked, so it is none.
pub(super) fn cause(catalogue: &'static Catalogue, name: &str) -> Option<CauseId> {
    let found = match catalogue.find(&name.to_lowercase().replace(':', "-"))? {
        Lookup::Cause(id) => Some(id),
        Lookup::Retired(retired) => match retired.merged_into? {
            myoclonus_explorer::catalogue::Link::Cause(id) => Some(id),
            _ => None,
        },
    };
    found.filter(|id| !catalogue.cause(*id).is_group)
}

/// An age: a duration of ISO 8601, or an onset of the ontology.
fn age(text: Option<&str>) -> Result<Option<Age>> {
    let Some(text) = text else { return Ok(None) };
    if let Some(number) = text.strip_prefix("HP:") {
        let group = AgeGroup::of_onset(number.parse()?);
        return Ok(group.map(Age::Group));
    }
    let remedy = "write an age such as P3Y6M, or an onset such as HP:0003577";
    Age::from_iso8601(text).with_context(|| format!("{text:?}: {remedy}")).map(Some)
}
