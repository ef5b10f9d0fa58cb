//! Phenopackets as cases: a file, or all files of a folder and of the folders in it.
//!
//! The first diagnosis that the catalogue has is the cause. Whether the annotations cite a case is
//! not known here, so none counts as leaked. Knows no score.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use myoclonus_explorer::catalogue::Catalogue;
use myoclonus_explorer::phenopacket::{self, Patient, Why};

use super::case::{self, Case};

/// Reads the patients of a file or folder, in the order of the paths. Files of a folder that are no
/// phenopackets are printed and left out.
///
/// # Errors
///
/// If a file cannot be read, or one that was named is no phenopacket.
pub(super) fn read(path: &Path) -> Result<Vec<Case>> {
    if !path.is_dir() {
        return cases(path);
    }
    let mut files = Vec::new();
    list(path, &mut files)?;
    files.sort();
    let mut found = Vec::new();
    for file in files {
        match cases(&file) {
            Ok(cases) => found.extend(cases),
            Err(error) => println!("not read: {}: {error:#}", file.display()),
        }
    }
    Ok(found)
}

/// The JSON files in a folder, at any depth.
fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let entries = fs::read_dir(folder);
    for entry in entries.with_context(|| format!("cannot list {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else if path.extension().is_some_and(|it| it == "json") {
            files.push(path);
        }
    }
    Ok(())
}

fn cases(file: &Path) -> Result<Vec<Case>> {
    let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let reading = phenopacket::read(Catalogue::bundled(), &bytes)?;
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    Ok(reading.patients.into_iter().map(|patient| case(patient, &name)).collect())
}

fn case(patient: Patient, file: &str) -> Case {
    let catalogue = Catalogue::bundled();
    let known = |name: &String| case::cause(catalogue, name).is_some();
    let diagnoses = &patient.diagnoses;
    let cause = diagnoses.iter().find(|name| known(name)).or(diagnoses.first());
    let cause = cause.cloned().unwrap_or_else(|| "no diagnosis".to_owned());
    let unknown = patient.losses.iter().filter(|it| it.why == Why::UnknownTerm);
    Case {
        id: if patient.id.is_empty() { file.to_owned() } else { patient.id },
        basis: "phenopackets".to_owned(),
        right: case::cause(catalogue, &cause).into_iter().collect(),
        cause,
        leaked: false,
        unknown: unknown.map(|it| it.value.clone()).collect(),
        findings: patient.findings,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_of_a_folder_are_read_in_the_order_of_their_paths() {
        let folder = std::env::temp_dir().join(format!("packets-{}", std::process::id()));
        fs::create_dir_all(folder.join("b")).expect("a folder");
        let packet = |id: &str, disease: &str| {
            format!(
                r#"{{"id": "{id}", "phenotypicFeatures": [{{"type": {{"id": "HP:0001336"}}}}],
                "diseases": [{{"term": {{"id": "MONDO:1"}}}}, {{"term": {{"id": "{disease}"}}}}]}}"#
            )
        };
        fs::write(folder.join("b/one.json"), packet("first", "OMIM:254780")).expect("written");
        fs::write(folder.join("c.json"), packet("second", "OMIM:1")).expect("written");
        fs::write(folder.join("a.json"), "[]").expect("written");
        fs::write(folder.join("notes.txt"), "{").expect("written");
        let cases = read(&folder).expect("the folder is read");
        fs::remove_dir_all(&folder).expect("removed");
        let ids: Vec<&str> = cases.iter().map(|case| case.id.as_str()).collect();
        assert_eq!(ids, ["first", "second"]);
        assert_eq!((cases[0].cause.as_str(), cases[0].right.len()), ("OMIM:254780", 1));
        assert_eq!((cases[1].cause.as_str(), cases[1].right.len()), ("MONDO:1", 0));
    }
}
