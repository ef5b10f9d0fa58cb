//! The project's commands: `cargo xtask <command>`.
//!
//! This file only reads the command line. Each command has a module of its own.

mod browser;
mod dev;
mod evaluate;
mod import_hpo;
mod links;
mod project;
mod publish;
mod service;
mod setup;
mod step;
mod tool;

use std::path::PathBuf;
use std::process::ExitCode;

use dev::part::Part;
use dev::{bench, build, check, fuzz, instructions, reproduce, serve, size, test, walk};
use tool::browsers::Browsers;

xflags::xflags! {
    /// The commands of Myoclonus Explorer.
    cmd xtask {
        /// Install the tools that are missing on this machine, once for all checkouts.
        cmd setup {}
        /// Build the explorer and serve it on this machine.
        cmd serve {
            /// Serve exactly what is published instead of a development build.
            optional --release
            /// The port to serve on; 8080 by default.
            optional --port port: u16
        }
        /// Build the explorer for publication, into `dist/`.
        cmd build {
            /// The address at which it will be published, such as
            /// `https://example.org/myoclonus/`. The static pages then name it as their own, and a
            /// site map is written.
            optional --site-url address: String
            /// Do not check the sizes against their budget.
            optional --any-size
        }
        /// Check format, lints and boundaries.
        cmd check {}
        /// Run every check and test, those in real browsers included.
        cmd test {
            /// One part only: `core` (format, lints, native tests, instruction counts), `page`
            /// (build, size budget, browser tests) or `audit` (HTML, Lighthouse, scripts, saved
            /// files).
            optional --only part: Part
            /// `all` engines, which is the default, or `chromium` alone for a quick run.
            optional --browsers browsers: Browsers
        }
        /// Print the size of each published file and check it against its budget.
        cmd size {}
        /// Count the instructions of the core and check them against their budget.
        cmd instructions {}
        /// Compare the explorer with pages that other tools build from the same records, in one
        /// Chromium, and write `docs/benchmarks.md`.
        cmd bench {
            /// How many rounds; 3 by default.
            optional --rounds rounds: u64
        }
        /// Damage addresses, queries, lists, patients' files, data files and imports at random, and
        /// report what breaks or is slow.
        cmd fuzz {
            /// How long each target runs at most; 60 by default, unless inputs are given.
            optional --seconds seconds: u64
            /// How many inputs each target gets at most.
            optional --inputs inputs: u64
        }
        /// Press, type, go back and change the built page at random in Chromium, and check after
        /// each step that address, page, numbers and focus agree.
        cmd walk {
            /// Where the random numbers begin; 1 by default. The same seed walks the same way.
            optional --seed seed: u64
            /// How many steps; 10,000 by default.
            optional --steps steps: u64
        }
        /// Build the last commit in two new folders, and check that every published byte is the
        /// same.
        cmd reproduce {}
        /// Import the rare diseases with myoclonus from a release of the Human Phenotype Ontology.
        cmd import-hpo {
            /// The folder with `hp.obo`, `phenotype.hpoa` and `genes_to_phenotype.txt`. Without it,
            /// a release is downloaded once.
            optional folder: PathBuf
        }
        /// Rank the causes for published cases, and print how often the right one is near the top.
        cmd evaluate {
            /// Files with one case on each line; those of `tests/cases/` if none is named.
            repeated file: PathBuf
            /// Where to write the rank of every case, as CSV.
            optional --ranks path: PathBuf
        }
        /// List the words in `data/` that lead to no entry.
        cmd links {}
        /// Post-process a Trunk build for publication. Trunk calls this after each build.
        cmd publish {}
        /// Print the static pages, which need no WebAssembly and no script, into `dist/`.
        cmd pages {
            /// The address at which they will be published, as for `build`.
            optional --site-url address: String
        }
        /// Write the whole explorer as one file, `dist/myoclonus.html`.
        cmd single-file {}
    }
}

fn main() -> ExitCode {
    let flags = Xtask::from_env_or_exit();
    let result = match flags.subcommand {
        XtaskCmd::Setup(_) => setup::all(),
        XtaskCmd::Serve(Serve { release, port }) => serve::serve(release, port.unwrap_or(8080)),
        XtaskCmd::Build(Build { site_url, any_size }) => {
            build::build(site_url.as_deref(), any_size)
        }
        XtaskCmd::Check(_) => check::check(),
        XtaskCmd::Test(Test { only, browsers }) => test::test(only, browsers.unwrap_or_default()),
        XtaskCmd::Size(_) => step::step("Check the sizes against their budget", size::size),
        XtaskCmd::Instructions(_) => instructions::instructions(),
        XtaskCmd::Bench(Bench { rounds }) => bench::bench(rounds.unwrap_or(3)),
        XtaskCmd::Fuzz(Fuzz { seconds, inputs }) => fuzz::fuzz(seconds, inputs),
        XtaskCmd::Walk(Walk { seed, steps }) => {
            walk::walk(seed.unwrap_or(1), steps.unwrap_or(10_000))
        }
        XtaskCmd::Reproduce(_) => reproduce::reproduce(),
        XtaskCmd::ImportHpo(ImportHpo { folder }) => import_hpo::import(folder.as_deref()),
        XtaskCmd::Evaluate(Evaluate { file, ranks }) => evaluate::evaluate(&file, ranks.as_deref()),
        XtaskCmd::Links(_) => links::links(),
        XtaskCmd::Publish(_) => publish::publish(),
        XtaskCmd::Pages(Pages { site_url }) => publish::pages::pages(site_url.as_deref()),
        XtaskCmd::SingleFile(_) => publish::single_file::single_file(),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
