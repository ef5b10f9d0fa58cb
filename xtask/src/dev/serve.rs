//! Serves the explorer on this machine.

use std::net::TcpListener;

use anyhow::{Context, Result};

use super::build::trunk;
use crate::setup;
use crate::step::shell;

/// Serves until it is stopped: a development build that follows the sources, or exactly what is
/// published.
pub(crate) fn serve(release: bool, port: u16) -> Result<()> {
    // Better to know before a build of minutes than after it.
    TcpListener::bind(("127.0.0.1", port)).with_context(|| {
        format!("port {port} is taken: stop the program that uses it, or give another with --port")
    })?;
    setup::for_build()?;
    let kind = if release { "what is published" } else { "a development build" };
    let shell = shell()?;
    let mut trunk = trunk(&shell, "serve", release)?.args(["--port", &port.to_string()]);
    if !release {
        // `dist/` keeps what was last published.
        trunk = trunk.args(["--dist", "target/development"]);
    }
    println!("▸ Build and serve {kind} on http://127.0.0.1:{port}/ until Ctrl-C");
    Ok(trunk.run()?)
}
