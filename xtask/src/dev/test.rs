//! Runs every check and test, or a part of them.
//!
//! A failed step does not stop the others, so that one run reports everything. Ends with the line
//! `N passed, N failed`.

mod tally;

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use tally::Tally;
use xshell::{Cmd, Shell, cmd};

use super::check::CHECKS;
use super::part::Part;
use super::{build, instructions, size};
use crate::browser::audit::{html, lighthouse, read_back, scripts};
use crate::browser::drivers::Drivers;
use crate::browser::nginx::Nginx;
use crate::project;
use crate::setup::{self, ForAudits, ForBrowserTests};
use crate::step::{in_words, shell};
use crate::tool::browsers::Browsers;

/// From here on a run is too long to wait for.
const TOO_LONG: Duration = Duration::from_secs(25 * 60);

/// Runs one part of the tests, or all that go with these browsers.
pub(crate) fn test(only: Option<Part>, browsers: Browsers) -> Result<()> {
    let start = Instant::now();
    let parts = Part::chosen(only, browsers);
    let has = |part| parts.contains(&part);
    if has(Part::Core) {
        setup::for_checks()?;
    }
    if has(Part::Page) {
        setup::for_build()?;
    }
    let valgrind = tools(has(Part::Core), "instruction counts", setup::for_instructions);
    let drivers = tools(has(Part::Page), "browser tests", || setup::for_browser_tests(browsers));
    let audits = tools(has(Part::Audit), "audits", setup::for_audits);

    let mut tally = Tally::default();
    if let Some(valgrind) = valgrind {
        core(&mut tally, valgrind.map(drop))?;
    }
    if let Some(tools) = drivers {
        page(&mut tally, browsers, tools)?;
    }
    if let Some(tools) = audits {
        audit(&mut tally, tools)?;
    }
    tally.print_times();
    let took = start.elapsed();
    println!("The run took {}.", in_words(took));
    for left_out in left_out(&parts, browsers) {
        println!("warning: left out: {left_out}");
    }
    if took > TOO_LONG {
        println!("warning: more than {}; find out what became slow.", in_words(TOO_LONG));
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    if tally.failed > 0 {
        bail!("not everything passed");
    }
    Ok(())
}

/// Gets the tools of a part that runs late. If it cannot, it says so at once, while the person who
/// started the run is still there. The other parts run all the same.
fn tools<T>(is_needed: bool, part: &str, get: impl FnOnce() -> Result<T>) -> Option<Result<T>> {
    is_needed.then(|| get().inspect_err(|error| println!("✗ The {part} will not run: {error:#}")))
}

/// What a run does not check.
fn left_out(parts: &[Part], browsers: Browsers) -> Vec<String> {
    let mut left_out: Vec<String> = Part::ALL
        .into_iter()
        .filter(|part| !parts.contains(part))
        .map(|part| part.to_string())
        .collect();
    if parts.contains(&Part::Page) && browsers == Browsers::Chromium {
        left_out.push("the browser tests in Firefox and WebKit".to_owned());
    }
    left_out
}

/// What needs no page.
fn core(tally: &mut Tally, valgrind: Result<()>) -> Result<()> {
    for (name, run) in CHECKS {
        tally.step(name, run);
    }
    cargo_test(tally, "Test the core and the data", "--no-default-features")?;
    let ssr = "--no-default-features --features ssr --lib --test static_pages";
    cargo_test(tally, "Test the page as it is printed", ssr)?;
    cargo_test(tally, "Test the commands", "-p xtask")?;
    match valgrind {
        Ok(()) => _ = tally.step(instructions::STEP, instructions::count),
        Err(error) => tally.could_not_run("instruction counts", &format!("{error:#}")),
    }
    Ok(())
}

/// Runs tests with Cargo. The arguments have no spaces in them.
fn cargo_test(tally: &mut Tally, name: &str, arguments: &str) -> Result<()> {
    let shell = shell()?;
    let cargo = cmd!(shell, "cargo test --locked --no-fail-fast").args(arguments.split(' '));
    // The build's name is that of the published build, so that nothing is compiled twice. The
    // random cases are the same in every run, so that a change is not refused by chance.
    let cargo = cargo.env(build::BUILD_ID, build::build_id()?).env("PROPTEST_RNG_SEED", "1");
    tally.tests(name, cargo);
    Ok(())
}

/// The build, its sizes, and the tests in real browsers.
fn page(tally: &mut Tally, browsers: Browsers, tools: Result<ForBrowserTests>) -> Result<()> {
    if !built(tally) {
        tally.could_not_run("browser tests", "there is no build to test");
        return Ok(());
    }
    tally.step("Check the sizes against their budget", size::size);
    let started = tools.and_then(|tools| Ok((Drivers::start(&tools)?, tools)));
    match started {
        Ok((drivers, tools)) => browser_tests(tally, browsers, &drivers, &tools),
        Err(error) => {
            tally.could_not_run("browser tests", &format!("{error:#}"));
            Ok(())
        }
    }
}

/// Builds `dist/` unless it is up to date. Returns whether that worked.
fn built(tally: &mut Tally) -> bool {
    tally.step("Build dist/ (release, optimised by wasm-opt)", build::renew)
}

fn browser_tests(
    tally: &mut Tally,
    browsers: Browsers,
    drivers: &Drivers,
    tools: &ForBrowserTests,
) -> Result<()> {
    // Pictures of an earlier run could be mistaken for those of this one.
    let _ = fs::remove_dir_all(pictures());
    let shell = shell()?;
    let skipped = browsers.skipped().iter().flat_map(|part| ["--skip", part]);
    // Two at a time, a browser for each.
    let cargo = in_browsers(&shell, drivers, tools).arg("--test-threads=2").args(skipped);
    tally.tests(&format!("Test the published page in {browsers}"), cargo);
    Ok(())
}

/// Where the browser tests keep pictures.
fn pictures() -> PathBuf {
    project::root().join("target/browser-pictures")
}

/// The browser tests, with what they read from their environment. Arguments are for the tests.
pub(crate) fn in_browsers<'a>(
    shell: &'a Shell,
    drivers: &Drivers,
    tools: &ForBrowserTests,
) -> Cmd<'a> {
    cmd!(shell, "cargo test --locked --no-fail-fast -p browser-tests --")
        .envs(drivers.environment())
        .env("AXE", &tools.axe)
        .env("DIST", project::dist())
        .env("PICTURES", pictures())
        .env("NGINX", &tools.nginx.program)
        .env("NGINX_MODULE", &tools.nginx.brotli)
        .env("NGINX_TYPES", &tools.nginx.media_types)
}

/// What other programs report about the published files.
fn audit(tally: &mut Tally, tools: Result<ForAudits>) -> Result<()> {
    let tools = match tools {
        Ok(tools) => tools,
        Err(error) => {
            tally.could_not_run("audits", &format!("{error:#}"));
            return Ok(());
        }
    };
    if !built(tally) {
        tally.could_not_run("audits", "there is no build to audit");
        return Ok(());
    }
    let dist = project::dist();
    tally.step("Check the types of the scripts", || scripts::check(&tools));
    tally.step("Check the published HTML", || html::check(&tools, &dist));
    tally.step("Read saved files with other programs", || read_back::check(&tools, &dist));
    tally.step("Audit how the published page loads", || {
        let server = Nginx::start(&tools.nginx, &dist)?;
        lighthouse::check(&tools, &server.address())
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_says_what_it_leaves_out() {
        assert!(left_out(&Part::ALL, Browsers::All).is_empty());
        let quick = left_out(&[Part::Core, Part::Page], Browsers::Chromium);
        assert_eq!(
            quick,
            [Part::Audit.to_string().as_str(), "the browser tests in Firefox and WebKit"]
        );
        let core = left_out(&[Part::Core], Browsers::All);
        assert_eq!(core, [Part::Page.to_string(), Part::Audit.to_string()]);
    }
}
