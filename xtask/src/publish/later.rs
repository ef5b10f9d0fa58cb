//! What comes after the program: the texts, and the code that shows them. Each is a file of its
//! own, which the page asks for once the program has come.
//!
//! Knows the files' names, not what is in them.

pub(crate) mod reading;
pub(crate) mod split;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::names::{INDEX, with_file, with_hash};

/// Names the files by their content, and names them in the page beside the program.
pub(crate) fn name(folder: &Path) -> Result<()> {
    let index = folder.join(INDEX);
    let mut page = fs::read_to_string(&index).context(INDEX)?;
    for file in [reading::FILE, split::FILE] {
        let name = with_hash(file, &fs::read(folder.join(file)).context(file)?);
        fs::rename(folder.join(file), folder.join(&name)).context(file)?;
        page = with_file(&page, file.split('.').next().unwrap_or(file), &name)?;
    }
    fs::write(&index, page).context(INDEX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::names::ensure_true;

    #[test]
    fn the_page_names_each_file_by_its_content() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let folder = folder.path();
        for (file, content) in [
            (reading::FILE, "the texts"),
            (split::FILE, "the code"),
            (INDEX, "<script data-wasm=./p.wasm></script>"),
        ] {
            fs::write(folder.join(file), content).expect("a file for the test");
        }
        name(folder).expect("they are named");
        ensure_true(folder).expect("the names are true");
        let page = fs::read_to_string(folder.join(INDEX)).expect("the page");
        for (attribute, content) in [("reading", "the texts"), ("deferred", "the code")] {
            let start = format!("data-{attribute}=./");
            let at = page.find(&start).unwrap_or_else(|| panic!("no {start} in {page}"));
            let name = page[at + start.len()..].split([' ', '>']).next().unwrap_or_default();
            let file = fs::read_to_string(folder.join(name)).expect("the file is there");
            assert_eq!(file, content);
        }
    }
}
