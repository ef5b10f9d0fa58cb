//! The project's commands: `cargo xtask <command>`.
//!
//! This file only reads the command line; each command is a module of its own.

mod audit;
mod browsers;
mod build;
mod check;
mod drivers;
mod import_hpo;
mod links;
mod nginx;
mod notices;
mod open_data;
mod serve;
mod service;
mod setup;
mod size;
mod step;
mod test;
mod tool;

use std::path::PathBuf;
use std::process::ExitCode;

use browsers::Browsers;

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
        cmd build {}
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
        /// Write the licences of others' code beside the page; Trunk calls this after each build.
        cmd notices {}
        /// Write the data for other programs beside the page; Trunk calls this after each build.
        cmd open-data {}
        /// Tell the size of each published file, and hold it against its budget.
        cmd size {}
    }
}

fn main() -> ExitCode {
    let flags = Xtask::from_env_or_exit();
    let done = match flags.subcommand {
        XtaskCmd::Setup(_) => setup::all(),
        XtaskCmd::Serve(Serve { release, port }) => serve::serve(release, port.unwrap_or(8080)),
        XtaskCmd::Build(_) => build::build(),
        XtaskCmd::Check(_) => check::check(),
        XtaskCmd::Test(Test { browsers }) => test::test(browsers.unwrap_or_default()),
        XtaskCmd::ImportHpo(ImportHpo { folder }) => import_hpo::import(folder.as_deref()),
        XtaskCmd::Links(_) => links::links(),
        XtaskCmd::Notices(_) => notices::notices(),
        XtaskCmd::OpenData(_) => open_data::write(),
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
