//! Imports the rare diseases with myoclonus from a release of the Human Phenotype Ontology.
//!
//! Reads the ontology's own three files, and the supplement in `data/hpo/`: diseases of a later
//! release, with their terms only. Writes small sorted texts into `data/hpo/`, and a receipt that
//! names the release and what was left out. The same release gives the same bytes. If a file has
//! faults, they are reported with file, line, field and remedy, and nothing is written.

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

use anyhow::{Context, Result, bail, ensure};

use crate::{project, step};
use candidates::Import;
use fault::Fault;
use read::annotations::Annotations;
use read::ontology::Ontology;
use read::release::{Release, hash};
use read::supplement::{self, Supplement};
use read::{curated, genes};
use write::DISEASES;

/// The folder of the result, from the project's root.
const FOLDER: &str = "data/hpo";

/// How many faults are printed. The others are only counted.
const MOST_PRINTED: usize = 20;

/// Imports a release: the files in a folder or, without one, those of a downloaded package.
pub(crate) fn import(folder: Option<&Path>) -> Result<()> {
    let release = match folder {
        Some(folder) => Release::of_folder(folder)?,
        None => step::step("Get a release of the ontology", Release::download)?,
    };
    let files = step::step("Import the release", || {
        let curated = fs::read_to_string(project::root().join(curated::FILE))
            .with_context(|| format!("reading {}", curated::FILE))?;
        let supplement = fs::read_to_string(project::root().join(supplement::FILE))
            .with_context(|| format!("reading {}", supplement::FILE))?;
        let found = hash(supplement.as_bytes());
        ensure!(
            found == supplement::HASH,
            "{}: has the hash {found} instead of {}: restore the file, or change both",
            supplement::FILE,
            supplement::HASH
        );
        let import = read(&release, &curated, &supplement)
            .map_err(|faults| anyhow::anyhow!(lines(&faults)))?;
        println!("{}", write::summary(&import));
        Ok(write::files(&import, &release))
    })?;
    let folder = project::root().join(FOLDER);
    let before = fs::read_to_string(folder.join(DISEASES)).unwrap_or_default();
    let now = files.iter().find(|(name, _)| *name == DISEASES).map_or("", |(_, text)| text);
    for number in lost(&before, now) {
        let slug = number.to_lowercase().replace(':', "-");
        println!(
            "  {number} is gone from the release: add {slug} to data/retired.toml, with the reason \
             for readers who have its address"
        );
    }
    replace(&folder, &files)
}

/// The numbers of diseases that are in an earlier file but not in the present one.
fn lost<'f>(before: &'f str, now: &str) -> Vec<&'f str> {
    fn numbers(file: &str) -> impl Iterator<Item = &str> {
        let rows = file.lines().skip(1);
        rows.flat_map(|row| row.split('\t').next().unwrap_or_default().split(','))
    }
    let there: BTreeSet<&str> = numbers(now).collect();
    numbers(before).filter(|number| !there.contains(number)).collect()
}

/// Reads what is needed from the three files, from `curated`, the text of the curated features, and
/// from the text of the supplement.
fn read(release: &Release, curated: &str, supplement: &str) -> Result<Import, Vec<Fault>> {
    let mut faults = Vec::new();
    let ontology = Ontology::parse(&release.ontology).map_err(|more| faults.extend(more)).ok();
    let annotations =
        Annotations::parse(&release.annotations).map_err(|more| faults.extend(more)).ok();
    let genes = genes::parse(&release.genes).map_err(|more| faults.extend(more)).ok();
    let curated = ontology.as_ref().and_then(|ontology| {
        curated::terms(curated, ontology).map_err(|more| faults.extend(more)).ok()
    });
    let supplement = Supplement::parse(supplement).map_err(|more| faults.extend(more)).ok();
    match (ontology, annotations, genes, curated, supplement) {
        (Some(ontology), Some(annotations), Some(genes), Some(curated), Some(supplement)) => {
            Ok(Import::new(ontology, &annotations, &genes, &curated, supplement))
        }
        _ => Err(faults),
    }
}

/// The faults, one line each.
fn lines(faults: &[Fault]) -> String {
    let mut lines: Vec<String> = faults.iter().take(MOST_PRINTED).map(Fault::to_string).collect();
    if faults.len() > MOST_PRINTED {
        lines.push(format!("and {} more", faults.len() - MOST_PRINTED));
    }
    lines.push("nothing was written".to_owned());
    lines.join("\n")
}

/// Replaces the files in the folder, all or none. Other files in it are not ours and stay.
fn replace(folder: &Path, files: &[(&'static str, String)]) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("creating {}", folder.display()))?;
    let new = |name: &str| folder.join(format!(".{name}.new"));
    for (name, text) in files {
        if text.is_empty() {
            bail!("{name} would be empty: nothing was written");
        }
        fs::write(new(name), text).with_context(|| format!("writing {name}"))?;
    }
    // Only now, when all of them are complete.
    for (name, _) in files {
        fs::rename(new(name), folder.join(name)).with_context(|| format!("replacing {name}"))?;
    }
    Ok(())
}
