//! The project's commands: `cargo xtask <command>`.
//!
//! This file only reads the command line; each command is a module of its own.

mod browser;
mod dev;
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

use dev::{build, check, serve, size, test};
use tool::browsers::Browsers;

xflags::xflags! {
    /// The commands of Myoclonus Explorer.
    cmd xtask {
        /// Install whatever is missing on this machine, once for all checkouts.
        cmd setup {}
        /// Build the explorer and serve it on this machine.
        cmd serve {
            /// Serve exactly what is published instead of a development build.
            optional --release
            /// The port to serve on; 8080 unless told.
            optional --port port: u16
        }
        /// Build what is published into `dist/`.
        cmd build {
            /// The address at which it will be published, such as `https://example.org/myoclonus/`: static
            /// pages then name it as theirs, and a site map is written.
            optional --site-url address: String
        }
        /// Check format, lints and boundaries.
        cmd check {}
        /// Check everything that must hold, in a real browser too.
        cmd test {
            /// `all` engines, or for a quick run `chromium` alone; all unless told.
            optional --browsers browsers: Browsers
        }
        /// Take the rare diseases with myoclonus out of a release of the Human Phenotype Ontology.
        cmd import-hpo {
            /// The folder with `hp.obo`, `phenotype.hpoa` and `genes_to_phenotype.txt`; without it, a
            /// release is downloaded once.
            optional folder: PathBuf
        }
        /// Tell which words of the data name no entry.
        cmd links {}
        /// Make of a build what is published; Trunk calls this after each build.
        cmd publish {}
        /// Print the static pages, for reading without WebAssembly or script, into `dist/`.
        cmd pages {
            /// The address at which they will be published, as for `build`.
            optional --site-url address: String
        }
        /// Write the whole explorer as one file, `dist/myoclonus.html`.
        cmd single-file {}
        /// Tell the size of each published file, and hold it against its budget.
        cmd size {}
    }
}

fn main() -> ExitCode {
    let flags = Xtask::from_env_or_exit();
    let done = match flags.subcommand {
        XtaskCmd::Setup(_) => setup::all(),
        XtaskCmd::Serve(Serve { release, port }) => serve::serve(release, port.unwrap_or(8080)),
        XtaskCmd::Build(Build { site_url }) => build::build(site_url.as_deref()),
        XtaskCmd::Check(_) => check::check(),
        XtaskCmd::Test(Test { browsers }) => test::test(browsers.unwrap_or_default()),
        XtaskCmd::ImportHpo(ImportHpo { folder }) => import_hpo::import(folder.as_deref()),
        XtaskCmd::Links(_) => links::links(),
        XtaskCmd::Publish(_) => publish::publish(),
        XtaskCmd::Pages(Pages { site_url }) => publish::pages::pages(site_url.as_deref()),
        XtaskCmd::SingleFile(_) => publish::single_file::single_file(),
        XtaskCmd::Size(_) => step::step("Hold the sizes against their budget", size::size),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
