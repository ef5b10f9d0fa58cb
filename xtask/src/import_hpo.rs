//! Takes the rare diseases with myoclonus out of a release of the Human Phenotype Ontology.
//!
//! Reads the ontology's own three files, writes small sorted text into `data/hpo/`, and a receipt
//! that says from what and what was left out. The same release gives the same bytes. What is wrong
//! with a file is told with file, line, field and remedy, and then nothing is written.

mod candidates;
mod fault;
mod ids;
mod read;
#[cfg(test)]
mod tests;
mod write;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::{project, step};
use candidates::Import;
use fault::Fault;
use read::annotations::Annotations;
use read::ontology::Ontology;
use read::release::Release;
use read::{curated, genes};
use write::DISEASES;

/// Where the result stands, from the project's root.
const FOLDER: &str = "data/hpo";

/// How many faults are told before the rest is only counted.
const MOST_TOLD: usize = 20;

/// Imports a release: the files of a folder, or else those of the package that is downloaded.
pub(crate) fn import(folder: Option<&Path>) -> Result<()> {
    let release = match folder {
        Some(folder) => Release::of_folder(folder)?,
        None => step::step("Get a release of the ontology", Release::download)?,
    };
    let files = step::step("Import the release", || {
        let curated = fs::read_to_string(project::root().join(curated::FILE))
            .with_context(|| format!("reading {}", curated::FILE))?;
        let import = read(&release, &curated).map_err(|faults| anyhow::anyhow!(told(&faults)))?;
        println!("{}", write::summary(&import));
        Ok(write::files(&import, &release))
    })?;
    let folder = project::root().join(FOLDER);
    let before = fs::read_to_string(folder.join(DISEASES)).unwrap_or_default();
    let now = files.iter().find(|(name, _)| *name == DISEASES).map_or("", |(_, text)| text);
    for number in lost(&before, now) {
        let slug = number.to_lowercase().replace(':', "-");
        println!(
            "  {number} is no longer there: put {slug} into data/retired.toml, so that its address \
             tells why"
        );
    }
    replace(&folder, &files)
}

/// The numbers of diseases that a file had and another one has not.
fn lost<'f>(before: &'f str, now: &str) -> Vec<&'f str> {
    fn numbers(file: &str) -> impl Iterator<Item = &str> {
        let rows = file.lines().skip(1);
        rows.flat_map(|row| row.split('\t').next().unwrap_or_default().split(','))
    }
    let there: BTreeSet<&str> = numbers(now).collect();
    numbers(before).filter(|number| !there.contains(number)).collect()
}

/// Everything in the three files that is needed, and in `curated`, the text of the curated features.
fn read(release: &Release, curated: &str) -> Result<Import, Vec<Fault>> {
    let mut faults = Vec::new();
    let ontology = Ontology::parse(&release.ontology).map_err(|told| faults.extend(told)).ok();
    let annotations =
        Annotations::parse(&release.annotations).map_err(|told| faults.extend(told)).ok();
    let genes = genes::parse(&release.genes).map_err(|told| faults.extend(told)).ok();
    let curated = ontology.as_ref().and_then(|ontology| {
        curated::terms(curated, ontology).map_err(|told| faults.extend(told)).ok()
    });
    match (ontology, annotations, genes, curated) {
        (Some(ontology), Some(annotations), Some(genes), Some(curated)) => {
            Ok(Import::new(ontology, &annotations, &genes, &curated))
        }
        _ => Err(faults),
    }
}

/// The faults as lines.
fn told(faults: &[Fault]) -> String {
    let mut lines: Vec<String> = faults.iter().take(MOST_TOLD).map(Fault::to_string).collect();
    if faults.len() > MOST_TOLD {
        lines.push(format!("and {} more", faults.len() - MOST_TOLD));
    }
    lines.push("nothing was written".to_owned());
    lines.join("\n")
}

/// Puts the files in the place of those that are there, all or none. What else stands in the folder
/// was not made here and stays.
fn replace(folder: &Path, files: &[(&'static str, String)]) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    let new = |name: &str| folder.join(format!(".{name}.new"));
    for (name, text) in files {
        if text.is_empty() {
            bail!("{name} would be empty");
        }
        fs::write(new(name), text).with_context(|| format!("writing {name}"))?;
    }
    // Only now, when all of them are complete.
    for (name, _) in files {
        fs::rename(new(name), folder.join(name)).with_context(|| format!("placing {name}"))?;
    }
    Ok(())
}
