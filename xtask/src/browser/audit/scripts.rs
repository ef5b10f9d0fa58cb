//! Checks the types of the hand-written scripts with the TypeScript compiler.
//!
//! The scripts stay JavaScript. Their types are in comments.

use anyhow::{Context, Result};
use xshell::cmd;

use crate::setup::ForAudits;
use crate::step::shell;

/// The scripts that run together, and the compiler's libraries for the place where they run.
const SCRIPTS: [(&[&str], &str); 2] =
    [(&["boot.js", "offline.js"], "ES2022,DOM,DOM.Iterable"), (&["sw.js"], "ES2022,WebWorker")];

/// Checks all scripts. The compiler prints the faults itself.
pub(crate) fn check(tools: &ForAudits) -> Result<()> {
    let (compiler, shell) = (&tools.typescript, shell()?);
    for (scripts, library) in SCRIPTS {
        cmd!(shell, "node {compiler} --noEmit --allowJs --checkJs --strict --lib {library}")
            .args(["--target", "es2022", "--module", "es2022", "--moduleDetection", "force"])
            .args(scripts)
            .quiet()
            .run()
            .with_context(|| format!("the types in {} do not fit", scripts.join(", ")))?;
        println!("  {}: no faults", scripts.join(", "));
    }
    Ok(())
}
