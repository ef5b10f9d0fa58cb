//! Ranks the causes for published cases, and prints how often the right one is near the top.
//!
//! Every figure is the same in each run. What is ranked and by which formula is in the library.

mod case;
mod packets;
mod random;
mod tally;
mod variant;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use myoclonus_explorer::catalogue::{Catalogue, CauseId};
use myoclonus_explorer::differential::{Differential, Points};

use crate::project;

use self::case::Case;
use self::tally::Tally;
use self::variant::{VARIANTS, Variant};

/// The files of `tests/cases/` that may be looked at.
const FILES: [&str; 3] = ["vignettes.jsonl", "genetic.jsonl", "unseen_development.jsonl"];

/// Prints the tables for files of cases and for phenopackets, also whole folders of them; without
/// one, for the cases of `tests/cases/` but those kept for validation.
pub(crate) fn evaluate(files: &[PathBuf], ranks: Option<&Path>) -> Result<()> {
    let cases = if files.is_empty() {
        let folder = project::root().join("tests/cases");
        read(&FILES.map(|name| folder.join(name)))?
    } else {
        read(files)?
    };
    let differential = Differential::new(Catalogue::bundled());
    let mut csv = String::from("case,basis,leaked,variant,repeat,cause,rank,first\n");
    for (name, group) in groups(&cases) {
        println!("\n## {name}\n");
        println!("| | n | causes | top-1 | top-3 | top-5 | top-10 | MRR (95 %) | macro MRR |");
        println!("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        let reached = group.iter().filter(|case| is_in_a_lane(&differential, case)).count();
        for variant in VARIANTS {
            let tally = rank(&differential, variant, &group, all_causes(&differential), &mut csv);
            println!("| {} | {tally}", variant.name);
        }
        if group.iter().all(|case| case.basis == "genetic") {
            for variant in &VARIANTS[..2] {
                let among = not_acquired(&differential);
                let tally = rank(&differential, variant, &group, among, &mut String::new());
                println!("| without acquired causes, {} | {tally}", variant.name);
            }
        }
        println!(
            "\nThe right cause is among the first five of a lane in {reached} of {} cases ({:.2}).",
            group.len(),
            reached as f64 / group.len() as f64
        );
    }
    if let Some(path) = ranks {
        fs::write(path, csv).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// Reads the cases whose cause the catalogue has. The others are printed.
fn read(files: &[PathBuf]) -> Result<Vec<Case>> {
    let mut cases = Vec::new();
    for path in files {
        let read = if path.is_dir() || path.extension().is_some_and(|it| it == "json") {
            packets::read(path)
        } else {
            let text = fs::read_to_string(path);
            text.with_context(|| format!("cannot read {}", path.display()))
                .and_then(|text| case::read(&text))
        };
        cases.extend(read.with_context(|| path.display().to_string())?);
    }
    for case in cases.iter().filter(|case| case.right.is_empty()) {
        println!("not ranked: {}: the catalogue has no cause {}", case.id, case.cause);
    }
    let unknown: usize = cases.iter().map(|case| case.unknown.len()).sum();
    if unknown > 0 {
        println!("{unknown} findings and exposures are in no table here and do not count");
    }
    cases.retain(|case| !case.right.is_empty());
    if cases.is_empty() {
        bail!("no case to rank: see tests/cases/README.md for their form");
    }
    Ok(cases)
}

/// The cases by what they rest on.
fn groups(cases: &[Case]) -> Vec<(String, Vec<&Case>)> {
    let mut groups: BTreeMap<String, Vec<&Case>> = BTreeMap::new();
    for case in cases {
        let name = match (&*case.basis, case.leaked) {
            ("genetic", true) => "genetic, leaked: the annotations cite the case".to_owned(),
            ("genetic", false) => "genetic, held out".to_owned(),
            (basis, _) => basis.to_owned(),
        };
        groups.entry(name).or_default().push(case);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    let vignettes: Vec<&Case> = cases.iter().filter(|case| case.basis != "genetic").collect();
    if !vignettes.is_empty() && groups.len() > 1 {
        groups.push(("all but genetic".to_owned(), vignettes));
    }
    groups
}

fn all_causes(differential: &Differential) -> Vec<CauseId> {
    differential.candidates().positions().map(CauseId::at).collect()
}

/// The causes that are inherited, or that the import alone has.
fn not_acquired(differential: &Differential) -> Vec<CauseId> {
    let mut all = all_causes(differential);
    all.retain(|id| !differential.is_acquired(*id));
    all
}

/// Whether a right cause is among the first five by score, or in one of the two lanes above them.
fn is_in_a_lane(differential: &Differential, case: &Case) -> bool {
    let ranked = differential.rank(&case.findings, &differential.candidates());
    let by_score = ranked.order.iter().take(5);
    let lanes = ranked.lanes.do_not_miss.iter().chain(&ranked.lanes.check_first);
    by_score.chain(lanes).any(|id| case.right.contains(id))
}

/// Ranks the cases, and appends the rank of each to the CSV.
fn rank(
    differential: &Differential,
    variant: &Variant,
    cases: &[&Case],
    among: Vec<CauseId>,
    csv: &mut String,
) -> Tally {
    let mut tally = Tally::default();
    for case in cases {
        for repeat in 0..variant.repeats {
            let findings = variant.findings(case, repeat);
            let scores = differential.scores(&findings, variant.counts);
            let Some((rank, first)) = place(&scores, case, &among) else { continue };
            tally.add(&case.cause, rank);
            let first = Catalogue::bundled().cause(first).slug;
            let Case { id, basis, leaked, cause, .. } = case;
            let [basis, name] = [basis.as_str(), variant.name].map(|it| it.replace(',', ";"));
            let line = format!("{id},{basis},{leaked},{name},{repeat},{cause},{rank},{first}");
            writeln!(csv, "{line}").expect("writing to a string cannot fail");
        }
    }
    tally
}

/// The place of the best right cause, and the cause in the first place. Ties share their mean
/// place; other right causes do not stand in the way.
fn place(scores: &[Points], case: &Case, among: &[CauseId]) -> Option<(f64, CauseId)> {
    let score = |id: &CauseId| scores[id.index()];
    let best = case.right.iter().filter(|id| among.contains(id)).map(score).max()?;
    let others = || among.iter().filter(|id| !case.right.contains(id));
    let above = others().filter(|id| score(id) > best).count();
    let ties = others().filter(|id| score(id) == best).count();
    let first = among.iter().copied().max_by_key(|id| (score(id), case.right.contains(id)))?;
    Some((1.0 + above as f64 + ties as f64 / 2.0, first))
}
