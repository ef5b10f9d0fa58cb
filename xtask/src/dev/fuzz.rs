//! Damages inputs at random for longer than the tests do, and measures them.
//!
//! The inputs and what must hold are in `tests/fuzz/`, `tests/data_faults.rs` and the tests of the
//! import. They do not see which code an input reaches. Only an unstable compiler can show that.

use anyhow::Result;
use xshell::cmd;

use crate::step::shell;

/// How long a target runs if nothing is given.
const SECONDS: u64 = 60;

/// The tests that damage inputs. They share a profile that is optimised for speed.
const TARGETS: [&str; 3] = [
    "--no-default-features --test fuzz",
    "--no-default-features --test data_faults no_damaged_file",
    "-p xtask no_damaged_file",
];

/// Runs every target for so many seconds, or with so many inputs. What comes first ends it.
pub(crate) fn fuzz(seconds: Option<u64>, inputs: Option<u64>) -> Result<()> {
    let shell = shell()?;
    let seconds = seconds.or(inputs.is_none().then_some(SECONDS));
    let given = [("FUZZ_SECONDS", seconds), ("FUZZ_INPUTS", inputs)];
    let given = given.map(|(name, given)| given.map(|given| (name, given.to_string())));
    for target in TARGETS {
        cmd!(shell, "cargo test --locked --profile fuzz")
            .args(target.split(' '))
            // One after the other, so that none waits for another.
            .args(["--", "--nocapture", "--test-threads=1"])
            .envs(given.iter().flatten().cloned())
            .quiet()
            .run()?;
    }
    Ok(())
}
