//! Removes the comments from the hand-written scripts: a reader's device has no use for them.
//!
//! Knows the form of comments, not what the scripts do.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::names::START;

/// The scripts that Trunk copies as they are.
const COPIED: [&str; 2] = [START, "offline.js"];

/// Removes the comments from the scripts in a folder.
pub(crate) fn strip(folder: &Path) -> Result<()> {
    for name in COPIED {
        let file = folder.join(name);
        let script = fs::read_to_string(&file).with_context(|| format!("reading {name}"))?;
        fs::write(&file, without_comments(&script)).with_context(|| format!("writing {name}"))?;
    }
    Ok(())
}

/// A script without the lines that contain nothing but a comment, and without empty lines. Comments
/// beside code stay.
pub(crate) fn without_comments(script: &str) -> String {
    let mut code = String::new();
    let mut in_block = false;
    for line in script.lines() {
        let trimmed = line.trim();
        let starts_block = trimmed.starts_with("/*") && !ends_within(trimmed);
        if in_block || starts_block {
            in_block = !trimmed.ends_with("*/");
        } else if !trimmed.is_empty() && !trimmed.starts_with("//") {
            code.push_str(line);
            code.push('\n');
        }
    }
    code
}

/// Whether a comment that starts a line ends before the line does, so that code follows.
fn ends_within(line: &str) -> bool {
    line.find("*/").is_some_and(|end| end + 2 < line.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_of_comments_are_removed() {
        let script = "// @ts-check\n\nconst address = \"https://example.org\"; // Kept.\n\
                      /** One line. */\nfunction one(/** @type {string} */ name) {\n    \
                      /*\n     * Several lines.\n     */\n    return /\\/\\*x/.test(name);\n}\n\
                      /** @type {number} */ let two = 2;\n";
        let code = "const address = \"https://example.org\"; // Kept.\n\
                    function one(/** @type {string} */ name) {\n    \
                    return /\\/\\*x/.test(name);\n}\n\
                    /** @type {number} */ let two = 2;\n";
        assert_eq!(without_comments(script), code);
        assert_eq!(without_comments(code), code);
    }

    #[test]
    fn the_scripts_have_no_template_that_looks_like_a_comment() -> Result<()> {
        for name in ["boot.js", "offline.js", "sw.js"] {
            let script = fs::read_to_string(crate::project::root().join(name))?;
            let open = |line: &str| line.matches('`').count() % 2 == 1;
            assert!(!script.lines().any(open), "{name} has a template of several lines");
        }
        Ok(())
    }
}
