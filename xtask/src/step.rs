//! Runs one step after the other, and tells what is done and how long it took.
//!
//! Knows no particular step.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::project::root;
use crate::tool;

/// Does a step, and says before what it is and after how long it took.
pub(crate) fn step<T>(what: &str, body: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("▸ {what}");
    let start = Instant::now();
    let result = body();
    let mark = if result.is_ok() { "✓" } else { "✗" };
    println!("{mark} {what} ({})", in_words(start.elapsed()));
    result
}

/// A command that runs in the project's root and finds the machine's own tools first.
pub(crate) fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).env("PATH", tool::path());
    command
}

/// Runs a command to its end; its output goes where ours goes.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(command))?;
    if !status.success() {
        bail!("`{}` ended with {status}", words(command));
    }
    Ok(())
}

/// Runs a command that must succeed without a word, and returns what it printed.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| cannot_start(command))?;
    if !output.status.success() {
        let told = String::from_utf8_lossy(&output.stderr);
        bail!("`{}` ended with {}: {}", words(command), output.status, told.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a command, shows its output line by line, and hands each line to `see`. Returns whether
/// it succeeded.
pub(crate) fn watched(command: &mut Command, mut see: impl FnMut(&str)) -> Result<bool> {
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| cannot_start(command))?;
    let stdout = child.stdout.take().context("the output is piped")?;
    for line in BufReader::new(stdout).lines() {
        let line = line.context("reading the output of a command")?;
        println!("{line}");
        see(&line);
    }
    std::io::stdout().flush()?;
    Ok(child.wait()?.success())
}

/// A duration for a reader.
pub(crate) fn in_words(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds >= 60 {
        format!("{} min {} s", seconds / 60, seconds % 60)
    } else {
        format!("{:.1} s", duration.as_secs_f64())
    }
}

fn cannot_start(command: &Command) -> String {
    format!("`{}` could not be started", words(command))
}

/// A command as one would type it.
fn words(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
