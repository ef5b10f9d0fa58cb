//! Writes the files of `data/hpo/`: small, sorted, one item on each line.
//!
//! Does not know where the items come from.

mod readable;
mod shelf;

use std::collections::BTreeMap;
use std::fmt::Write;

use super::candidates::merge::Why;
use super::candidates::profile::Pooled;
use super::candidates::{Import, Supplemented};
use super::ids::{DiseaseId, TermId};
use super::read::annotations::Stated;
use super::read::release::Release;
use super::read::supplement;
use readable::readable;
use shelf::{OTHER, shelf};

/// The file of the diseases.
pub(crate) const DISEASES: &str = "diseases.tsv";

/// The names and texts of all files.
pub(crate) fn files(import: &Import, release: &Release) -> Vec<(&'static str, String)> {
    vec![
        ("terms.tsv", terms(import)),
        (DISEASES, diseases(import)),
        ("annotations.tsv", annotations(import)),
        ("receipt.toml", receipt(import, release)),
    ]
}

/// A summary for the person at the command line.
pub(crate) fn summary(import: &Import) -> String {
    let count = |which: fn(&Why) -> bool| {
        import.joins.joined.iter().filter(|join| which(&join.why)).count()
    };
    format!(
        "  release {}: {} numbers of diseases with myoclonus, {} of them only looked for it;\n  {} \
         pairs are the same disease ({} by their only gene, {} by the words of their names, {} by \
         the list), {} similar pairs are not;\n  \
         {} diseases ({} on no shelf of their own; {} from the supplement), {} terms",
        import.ontology.release,
        import.candidates,
        import.never_found.len(),
        import.joins.joined.len(),
        count(|why| *why == Why::OnlyGene),
        count(|why| *why == Why::SameWords),
        count(|why| matches!(why, Why::Listed(_))),
        import.joins.near.len(),
        import.diseases.len(),
        import.diseases.values().filter(|it| shelf(&import.ontology, it) == OTHER).count(),
        import.supplement.added.len(),
        import.terms.len(),
    )
}

fn terms(import: &Import) -> String {
    let old = import.ontology.old_ids();
    let mut text = String::from(
        "id\tlabel\tparents\tsynonyms\tlay_synonyms\told_ids\tinformation\tbackground\n",
    );
    for id in &import.terms {
        let Some(term) = import.ontology.term(*id) else { continue };
        let numbers = import.numbers.get(id);
        line(
            &mut text,
            &[
                id.to_string(),
                term.label.clone(),
                joined(&term.parents),
                term.synonyms.join("|"),
                term.lay_synonyms.join("|"),
                joined(old.get(id).map(Vec::as_slice).unwrap_or_default()),
                numbers
                    .map(|numbers| format!("{:.5}", numbers.information.max(0.0)))
                    .unwrap_or_default(),
                numbers.map(|numbers| format!("{:.7}", numbers.background)).unwrap_or_default(),
            ],
        );
    }
    text
}

fn diseases(import: &Import) -> String {
    let mut text = String::from(
        "ids\tname\tshelf\tnames\tgenes\tinheritance\tcourse\texpected_match\trelease\n",
    );
    for disease in import.diseases.values() {
        let ids: Vec<DiseaseId> = disease.names.iter().map(|(id, _)| *id).collect();
        let names: Vec<&str> = disease.names.iter().map(|(_, name)| name.as_str()).collect();
        let genes: Vec<&str> = disease.genes.iter().map(String::as_str).collect();
        let inheritance: Vec<TermId> = disease.profile.inheritance.iter().copied().collect();
        let course = disease.profile.course.iter().map(|(term, pooled)| match how_often(pooled) {
            Some(often) => format!("{term}={often}"),
            None => term.to_string(),
        });
        line(
            &mut text,
            &[
                joined(&ids),
                readable(&disease.names),
                shelf(&import.ontology, disease).to_owned(),
                names.join("|"),
                genes.join(","),
                joined(&inheritance),
                course.collect::<Vec<_>>().join(","),
                format!("{:.5}", disease.expected),
                disease.release.clone(),
            ],
        );
    }
    text
}

fn annotations(import: &Import) -> String {
    let mut text = String::from("disease\tterm\tfrequency\tpublished\n");
    for (id, disease) in &import.diseases {
        let profile = &disease.profile;
        let mut rows: BTreeMap<TermId, (String, &str)> = BTreeMap::new();
        let mut add = |term: &TermId, pooled: &Pooled, otherwise: &str| {
            let published = if pooled.published { "yes" } else { "" };
            let often = how_often(pooled).unwrap_or_else(|| otherwise.to_owned());
            rows.insert(*term, (often, published));
        };
        profile.present.iter().for_each(|(term, pooled)| add(term, pooled, ""));
        profile.absent.iter().for_each(|(term, pooled)| add(term, pooled, "absent"));
        for (term, (frequency, published)) in rows {
            line(&mut text, &[id.to_string(), term.to_string(), frequency, published.to_owned()]);
        }
    }
    text
}

fn receipt(import: &Import, release: &Release) -> String {
    let mut text = String::from(
        "# What `cargo xtask import-hpo` took out of a release of the Human Phenotype Ontology, \
         and what it\n\
         # left out. Written by that command; the other files beside it are, too.\n\n",
    );
    let mut entry = |name: &str, value: String| {
        writeln!(text, "{name} = {value}").expect("writing to a string cannot fail");
    };
    let quoted = |value: &dyn std::fmt::Display| format!("{:?}", value.to_string());
    entry("release", quoted(&import.ontology.release));
    entry("annotations_release", quoted(&import.annotations_release));
    entry("annotated_diseases", import.annotated.to_string());
    entry("candidates", import.candidates.to_string());
    entry("diseases", import.diseases.len().to_string());
    entry("terms", import.terms.len().to_string());
    let present = import.diseases.values().map(|disease| disease.profile.present.len());
    entry("features_found", present.sum::<usize>().to_string());
    let absent = import.diseases.values().map(|disease| disease.profile.absent.len());
    entry("features_absent", absent.sum::<usize>().to_string());
    text.push_str("\n[files]\n");
    for (name, hash) in &release.hashes {
        writeln!(text, "{name:?} = {hash:?}").expect("writing to a string cannot fail");
    }
    text.push_str(
        "\n# Rows of the annotations that were not taken, or not as they stand.\n[rows]\n",
    );
    for (name, count) in [
        ("twice", import.duplicates),
        ("by_an_old_id", import.dropped.renamed),
        ("modifiers_and_history", import.dropped.modifiers),
        ("features_that_are_none", import.dropped.misplaced),
        (
            "unknown_terms",
            import.dropped.unknown_terms.values().map(|(count, _)| count).sum::<usize>(),
        ),
    ] {
        writeln!(text, "{name} = {count}").expect("writing to a string cannot fail");
    }
    for (term, (count, first)) in &import.dropped.unknown_terms {
        table(
            &mut text,
            "unknown_term",
            &[("term", &term), ("rows", &count), ("first_line", &first)],
        );
    }
    for (id, name) in &import.never_found {
        table(&mut text, "never_found", &[("disease", &id), ("name", &name)]);
    }
    supplemented(&mut text, &import.supplement);
    for join in &import.joins.joined {
        let why = match join.why {
            Why::OnlyGene => "their only gene",
            Why::SameWords => "the words of their names",
            Why::Listed(reason) => reason,
        };
        table(&mut text, "joined", &[("omim", &join.omim), ("orpha", &join.orpha), ("why", &why)]);
    }
    for (omim, orpha, why) in &import.joins.near {
        table(&mut text, "apart", &[("omim", &omim), ("orpha", &orpha), ("why", &why)]);
    }
    text
}

/// What became of the supplement.
fn supplemented(text: &mut String, from: &Supplemented) {
    let lines = [
        ("release", format!("{:?}", from.release)),
        ("file", format!("{:?}", supplement::FILE)),
        ("hash", format!("{:?}", supplement::HASH)),
        ("diseases", from.added.len().to_string()),
        ("terms_of_other_kinds", from.not_taken.others.to_string()),
    ];
    text.push_str("\n# Diseases of a later release, of which only the terms could be had.\n");
    text.push_str("[supplement]\n");
    for (name, value) in lines {
        writeln!(text, "{name} = {value}").expect("writing to a string cannot fail");
    }
    for id in &from.added {
        table(text, "supplement.added", &[("disease", id)]);
    }
    for (id, name, why) in &from.left_out {
        table(text, "supplement.left_out", &[("disease", id), ("name", name), ("why", why)]);
    }
    for term in &from.not_taken.unknown {
        table(text, "supplement.newer_term", &[("term", term)]);
    }
    for (id, term) in &from.not_taken.denied {
        table(text, "supplement.never_found", &[("disease", id), ("term", term)]);
    }
}

/// Writes an entry of a list of tables. Every value is quoted.
fn table(text: &mut String, name: &str, fields: &[(&str, &dyn std::fmt::Display)]) {
    let written = write!(text, "\n[[{name}]]\n").and_then(|()| {
        fields
            .iter()
            .try_for_each(|(field, value)| writeln!(text, "{field} = {:?}", value.to_string()))
    });
    written.expect("writing to a string cannot fail");
}

/// How often, such as `3/7`, `frequent` or `3/7+frequent+50%`: patients counted, and shares stated
/// without a count. None if no row says how often.
fn how_often(pooled: &Pooled) -> Option<String> {
    let counted =
        (pooled.counted > 0).then(|| format!("{}/{}", pooled.counted_found, pooled.counted));
    let parts: Vec<String> =
        counted.into_iter().chain(pooled.stated.iter().map(Stated::to_string)).collect();
    (!parts.is_empty()).then(|| parts.join("+"))
}

fn joined<T: std::fmt::Display>(items: &[T]) -> String {
    items.iter().map(T::to_string).collect::<Vec<_>>().join(",")
}

/// Writes one line of cells. A cell cannot contain tabs or line breaks.
fn line(text: &mut String, cells: &[String]) {
    for (position, cell) in cells.iter().enumerate() {
        if position > 0 {
            text.push('\t');
        }
        text.push_str(&cell.replace(['\t', '\n', '\r'], " "));
    }
    text.push('\n');
}
