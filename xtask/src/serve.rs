//! Serves the explorer on this machine.

use anyhow::Result;

use super::build::trunk;
use super::step::{self, run, step};
use super::{notices, setup};

/// Serves until it is stopped: a development build that follows the sources, or exactly what is
/// published.
pub(crate) fn serve(release: bool, port: u16) -> Result<()> {
    setup::for_build()?;
    let kind = if release { "what is published" } else { "a development build" };
    let mut trunk = trunk("serve", release);
    trunk.args(["--offline", "--port", &port.to_string()]);
    if release {
        step("Collect the notices of others' code", || notices::write(&step::dist()))?;
    } else {
        // `dist/` stays what was last published.
        trunk.args(["--dist", "target/development"]);
    }
    println!("▸ Build and serve {kind} on http://127.0.0.1:{port}/ until Ctrl-C");
    run(&mut trunk)
}
