//! Runs one step after another, and reports each with its duration.
//!
//! Knows no particular step.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use xshell::Shell;

use crate::project::root;
use crate::tool;

/// Runs a step. Prints its name before, and its result and duration after.
pub(crate) fn step<T>(name: &str, body: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("▸ {name}");
    let start = Instant::now();
    let result = body();
    let mark = if result.is_ok() { "✓" } else { "✗" };
    println!("{mark} {name} ({})", in_words(start.elapsed()));
    result
}

/// A shell in the project's root that looks for tools beside Cargo's own first.
pub(crate) fn shell() -> Result<Shell> {
    let shell = Shell::new()?;
    shell.change_dir(root());
    shell.set_var("PATH", tool::path());
    Ok(shell)
}

/// Runs a command, prints its output line by line, and passes each line to `see`. Returns whether
/// the command succeeded.
pub(crate) fn watched(command: impl Into<Command>, mut see: impl FnMut(&str)) -> Result<bool> {
    let mut command = command.into();
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| {
        format!("`{}` could not be started", command.get_program().to_string_lossy())
    })?;
    let stdout = child.stdout.take().context("the output is piped")?;
    for line in BufReader::new(stdout).lines() {
        let line = line.context("reading the output of a command")?;
        println!("{line}");
        see(&line);
    }
    std::io::stdout().flush()?;
    Ok(child.wait()?.success())
}

/// A duration in minutes and seconds.
pub(crate) fn in_words(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds >= 60 {
        format!("{} min {} s", seconds / 60, seconds % 60)
    } else {
        format!("{:.1} s", duration.as_secs_f64())
    }
}
