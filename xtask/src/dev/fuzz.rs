//! Damages inputs of the core at random for longer than the tests do, and times them.
//!
//! The inputs and what must hold are in `tests/fuzz/`. They run in this process, without knowledge
//! of which code an input reaches: that needs a compiler that is not stable.

use anyhow::Result;
use xshell::cmd;

use crate::step::shell;

/// Runs every target for so many seconds, optimised as what ships.
pub(crate) fn fuzz(seconds: u64) -> Result<()> {
    let shell = shell()?;
    let seconds = seconds.to_string();
    cmd!(shell, "cargo test --locked --profile counted --no-default-features --test fuzz")
        // One after the other, so that none waits for another.
        .args(["--", "--nocapture", "--test-threads=1"])
        .env("FUZZ_SECONDS", seconds)
        .quiet()
        .run()?;
    Ok(())
}
