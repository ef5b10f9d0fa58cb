//! Checks everything that must hold, and counts.
//!
//! A failed step does not stop the others, so that one run tells all. Ends with the line
//! `N passed, N failed`.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};

use super::browsers::Browsers;
use super::check::CHECKS;
use super::drivers::Drivers;
use super::nginx::Nginx;
use super::publish::{pages, single_file};
use super::setup::{self, ForAudits, ForBrowserTests};
use super::step::{self, command, in_words, step, watched};
use super::{audit, build, size};

/// From here on the whole run is too long to be waited for.
const TOO_LONG: Duration = Duration::from_secs(25 * 60);

/// How many checks and tests held and did not, and how long each part took.
#[derive(Debug, Default)]
struct Tally {
    passed: u32,
    failed: u32,
    times: Vec<(String, Duration)>,
}

/// Runs everything, or what these browsers leave of it.
pub(crate) fn test(browsers: Browsers) -> Result<()> {
    let start = Instant::now();
    setup::for_checks()?;
    let tools = looked_for("browser tests", || setup::for_browser_tests(browsers));
    let all = browsers == Browsers::All;
    let audit_tools = all.then(|| looked_for("audits", setup::for_audits));
    let mut tally = Tally::default();
    for (what, how) in CHECKS {
        tally.step(what, how);
    }
    tally.cargo_test("Test the core and the data", &["--no-default-features"]);
    let ssr = ["--no-default-features", "--features", "ssr", "--lib", "--test", "static_pages"];
    tally.cargo_test("Test the page as it is printed", &ssr);
    tally.cargo_test("Test the commands", &["-p", "xtask"]);
    if tally.step("Build dist/ (release, optimised by wasm-opt)", || build::publish(None)) {
        tally.step("Hold the sizes against their budget", size::size);
        tally.browser_tests(browsers, tools);
        if let Some(tools) = audit_tools {
            tally.audits(tools);
        }
    } else {
        println!("✗ The browser tests could not run: there is nothing to test.");
        tally.failed += 1;
    }
    tally.tell_times();
    let took = start.elapsed();
    println!("Everything took {}.", in_words(took));
    if !all {
        println!(
            "warning: left out by --browsers chromium: the tests in Firefox and WebKit, the check \
             of the HTML, the audit of how the page loads"
        );
    }
    if took > TOO_LONG {
        println!("warning: more than {}; find what became slow.", in_words(TOO_LONG));
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    if tally.failed > 0 {
        bail!("not everything holds");
    }
    Ok(())
}

/// Looks for the tools of a part that comes late, and says at once if they cannot be had: whoever
/// starts the run learns of it while they are still there. All other parts are run, and the part
/// itself fails in its place.
fn looked_for<T>(part: &str, look: impl FnOnce() -> Result<T>) -> Result<T> {
    look().inspect_err(|error| println!("✗ The {part} will not run: {error:#}"))
}

impl Tally {
    /// Does a step, and keeps how long it took.
    fn timed(&mut self, what: &str, body: impl FnOnce() -> Result<()>) -> Result<()> {
        let start = Instant::now();
        let done = step(what, body);
        self.times.push((what.to_owned(), start.elapsed()));
        done
    }

    /// Tells how long each part took.
    fn tell_times(&self) {
        println!("▸ How long each part took");
        for (what, took) in &self.times {
            println!("{:>12}  {what}", in_words(*took));
        }
    }

    /// Does a step that counts as one. Returns whether it held.
    fn step(&mut self, what: &str, body: impl FnOnce() -> Result<()>) -> bool {
        let held = self.timed(what, body).inspect_err(|error| println!("  {error:#}")).is_ok();
        *(if held { &mut self.passed } else { &mut self.failed }) += 1;
        held
    }

    /// Runs tests with Cargo; each counts.
    fn cargo_test(&mut self, what: &str, arguments: &[&str]) {
        let mut cargo = command("cargo");
        cargo.args(["test", "--locked", "--no-fail-fast"]).args(arguments);
        // As it is built for publishing, so that nothing is compiled twice.
        cargo.env(build::BUILD_ID, build::build_id());
        // The same random cases in every run: what lands has passed on them all.
        cargo.env("PROPTEST_RNG_SEED", "1");
        self.tests(what, &mut cargo);
    }

    /// The tests in real browsers.
    fn browser_tests(&mut self, browsers: Browsers, tools: Result<ForBrowserTests>) {
        let done = tools.and_then(|tools| self.browser_tests_with_drivers(browsers, tools));
        if let Err(error) = done {
            println!("✗ The browser tests could not run: {error:#}");
            self.failed += 1;
        }
    }

    fn browser_tests_with_drivers(
        &mut self,
        browsers: Browsers,
        tools: ForBrowserTests,
    ) -> Result<()> {
        let drivers = Drivers::start(&tools)?;
        let pictures = step::root().join("target/browser-pictures");
        // Pictures of an earlier run would be taken for those of this one.
        let _ = fs::remove_dir_all(&pictures);
        let mut cargo = command("cargo");
        cargo.args(["test", "--locked", "--no-fail-fast", "-p", "browser-tests", "--"]);
        // Two at a time: each has a browser of its own.
        cargo.arg("--test-threads=2");
        cargo.args(browsers.left_out().iter().flat_map(|beginning| ["--skip", beginning]));
        cargo.envs(drivers.environment());
        cargo.env("AXE", tools.axe).env("DIST", step::dist()).env("PICTURES", pictures);
        let nginx = tools.nginx;
        cargo.env("NGINX", nginx.program).env("NGINX_MODULE", nginx.brotli);
        cargo.env("NGINX_TYPES", nginx.media_types);
        self.tests(&format!("Test the published page in {browsers}"), &mut cargo);
        Ok(())
    }

    /// What programs of others say about the published files.
    fn audits(&mut self, tools: Result<ForAudits>) {
        let tools = match tools {
            Ok(found) => found,
            Err(error) => {
                println!("✗ The audits could not run: {error:#}");
                self.failed += 1;
                return;
            }
        };
        let dist = step::dist();
        self.step("Check the published HTML", || audit::html(&tools, &pages_of_each_kind(&dist)?));
        self.step("Audit how the published page loads", || {
            let server = Nginx::start(&tools.nginx, &dist)?;
            audit::demand(&audit::lighthouse(&tools, &server.address())?)
        });
    }

    /// Runs a command that runs tests, and counts them. One that fails without a failed test, as
    /// when it does not compile, counts as one failure.
    fn tests(&mut self, what: &str, tests: &mut std::process::Command) {
        let mut counted = Tally::default();
        let done = self.timed(what, || {
            let succeeded = watched(tests, |line| counted.count(line))?;
            match (succeeded, counted.passed + counted.failed) {
                (true, 0) => bail!("no test was run"),
                (true, _) => Ok(()),
                (false, _) => bail!("{} tests failed", counted.failed),
            }
        });
        if let Err(error) = done {
            println!("  {error:#}");
            counted.failed = counted.failed.max(1);
        }
        self.passed += counted.passed;
        self.failed += counted.failed;
    }

    /// Adds what a closing line of a test program says, such as
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

/// The first page, the single file, the page for wrong addresses, and of the static pages every list
/// and the longest entries of each.
fn pages_of_each_kind(dist: &Path) -> Result<Vec<PathBuf>> {
    /// How many entries of each list are checked.
    const ENTRIES: usize = 5;
    let mut checked: Vec<_> =
        ["index.html", single_file::FILE, "404.html"].iter().map(|name| dist.join(name)).collect();
    let lists = pages::lists(dist)?;
    ensure!(!lists.is_empty(), "{} has no static pages", dist.display());
    for list in lists {
        let list = dist.join(list);
        checked.push(list.join("index.html"));
        let mut entries = Vec::new();
        for entry in fs::read_dir(&list)? {
            let entry = entry?;
            let is_page = entry.path().extension().is_some_and(|ending| ending == "html");
            if is_page && entry.file_name() != "index.html" {
                entries.push((entry.metadata()?.len(), entry.path()));
            }
        }
        entries.sort_unstable();
        checked.extend(entries.into_iter().rev().take(ENTRIES).map(|(_, path)| path));
    }
    Ok(checked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_counted_and_others_are_not() {
        let mut tally = Tally::default();
        tally.count("test result: ok. 7 passed; 0 failed; 0 ignored; 0 measured");
        tally.count("test result: FAILED. 12 passed; 3 failed; 0 ignored");
        tally.count("running 9 tests");
        assert_eq!((tally.passed, tally.failed), (19, 3));
    }

    #[test]
    fn a_command_that_runs_no_test_counts_as_a_failure() {
        let mut tally = Tally::default();
        tally.tests("nothing", &mut command("true"));
        assert_eq!((tally.passed, tally.failed), (0, 1));
    }
}
