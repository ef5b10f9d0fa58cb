//! Serves the explorer on this machine.

use std::net::TcpListener;

use anyhow::{Context, Result};

use super::build::trunk;
use crate::setup;
use crate::step::run;

/// Serves until it is stopped: a development build that follows the sources, or exactly what is
/// published.
pub(crate) fn serve(release: bool, port: u16) -> Result<()> {
    // Better told now than after a build of minutes.
    TcpListener::bind(("127.0.0.1", port)).with_context(|| {
        format!("port {port} is taken: stop what serves there, or give another with --port")
    })?;
    setup::for_build()?;
    let kind = if release { "what is published" } else { "a development build" };
    let mut trunk = trunk("serve", release)?;
    trunk.args(["--offline", "--port", &port.to_string()]);
    if !release {
        // `dist/` stays what was last published.
        trunk.args(["--dist", "target/development"]);
    }
    println!("▸ Build and serve {kind} on http://127.0.0.1:{port}/ until Ctrl-C");
    run(&mut trunk)
}
