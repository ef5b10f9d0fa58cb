//! Counts the checks and tests of a run, and measures how long each step took.
//!
//! Knows no particular check.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::step::{in_words, step, watched};

/// How many checks and tests passed and failed, and how long each step took.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    /// Checks and tests that passed.
    pub(crate) passed: u32,
    /// Checks and tests that failed.
    pub(crate) failed: u32,
    times: Vec<(String, Duration)>,
}

impl Tally {
    /// Runs a step that counts as one check. Returns whether it passed.
    pub(crate) fn step(&mut self, name: &str, body: impl FnOnce() -> Result<()>) -> bool {
        let passed = self.timed(name, body).inspect_err(|error| println!("  {error:#}")).is_ok();
        *(if passed { &mut self.passed } else { &mut self.failed }) += 1;
        passed
    }

    /// Runs a command that runs tests, and counts them. A command that fails without a failed test,
    /// for instance because it does not compile, counts as one failure.
    pub(crate) fn tests(&mut self, name: &str, command: impl Into<Command>) {
        let mut counted = Tally::default();
        let result = self.timed(name, || {
            let succeeded = watched(command, |line| counted.count(line))?;
            match (succeeded, counted.passed + counted.failed) {
                (true, 0) => bail!("no test was run"),
                (true, _) => Ok(()),
                (false, _) => bail!("{} tests failed", counted.failed),
            }
        });
        if let Err(error) = result {
            println!("  {error:#}");
            counted.failed = counted.failed.max(1);
        }
        self.passed += counted.passed;
        self.failed += counted.failed;
    }

    /// Counts a part that could not run as one failure.
    pub(crate) fn could_not_run(&mut self, part: &str, reason: &str) {
        println!("✗ The {part} could not run: {reason}");
        self.failed += 1;
    }

    /// Prints how long each step took.
    pub(crate) fn print_times(&self) {
        println!("▸ How long each step took");
        for (name, took) in &self.times {
            println!("{:>12}  {name}", in_words(*took));
        }
    }

    /// Runs a step, and notes how long it took.
    fn timed(&mut self, name: &str, body: impl FnOnce() -> Result<()>) -> Result<()> {
        let start = Instant::now();
        let result = step(name, body);
        self.times.push((name.to_owned(), start.elapsed()));
        result
    }

    /// Adds the numbers in the closing line of a test program, such as
    /// `test result: ok. 7 passed; 0 failed; …`.
    fn count(&mut self, line: &str) {
        let Some(result) = line.strip_prefix("test result: ") else { return };
        let number = |what: &str| {
            let (before, _) = result.split_once(what)?;
            before.rsplit(' ').next()?.parse::<u32>().ok()
        };
        self.passed += number(" passed").unwrap_or(0);
        self.failed += number(" failed").unwrap_or(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_closing_lines_are_counted() {
        let mut tally = Tally::default();
        tally.count("test result: ok. 7 passed; 0 failed; 0 ignored; 0 measured");
        tally.count("test result: FAILED. 12 passed; 3 failed; 0 ignored");
        tally.count("running 9 tests");
        assert_eq!((tally.passed, tally.failed), (19, 3));
    }

    #[test]
    fn a_command_that_runs_no_test_counts_as_a_failure() {
        let mut tally = Tally::default();
        tally.tests("nothing", Command::new("true"));
        assert_eq!((tally.passed, tally.failed), (0, 1));
    }

    #[test]
    fn a_step_counts_as_one_check() {
        let mut tally = Tally::default();
        assert!(tally.step("passes", || Ok(())));
        assert!(!tally.step("fails", || bail!("on purpose")));
        tally.could_not_run("rest", "on purpose");
        assert_eq!((tally.passed, tally.failed), (1, 2));
    }
}
