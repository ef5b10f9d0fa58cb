//! Counts the instructions of the core's searches, and checks them against their budget.
//!
//! The budget is `xtask/instruction-budget.toml`. A busy machine takes more time for the same work,
//! but not more instructions. What is searched is known to the program in `tests/instructions/`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use xshell::{Shell, cmd};

use crate::step::{shell, step};
use crate::{project, setup};

/// The name of the step.
pub(crate) const STEP: &str = "Count the instructions of the core";

/// The budget, from the project's root.
const BUDGET: &str = "xtask/instruction-budget.toml";

/// A figure: the instructions that a mode of the program needs beyond those of another one, for
/// each search that it makes.
struct Figure {
    /// Its name in the budget.
    name: &'static str,
    mode: &'static str,
    without: &'static str,
    meaning: &'static str,
}

const FIGURES: [Figure; 8] = [
    Figure { name: "start", mode: "start", without: "nothing", meaning: "make both indexes" },
    Figure { name: "query", mode: "queries", without: "start", meaning: "search a whole query" },
    Figure { name: "key", mode: "keys", without: "start", meaning: "search after one key" },
    Figure { name: "filter", mode: "filters", without: "start", meaning: "use a filter first" },
    Figure {
        name: "narrowed_key",
        mode: "narrowed",
        without: "filters",
        meaning: "search after one key, with filters",
    },
    Figure { name: "match", mode: "patients", without: "nothing", meaning: "be ready to match" },
    Figure { name: "rank", mode: "ranks", without: "patients", meaning: "order all causes" },
    Figure { name: "ask", mode: "questions", without: "patients", meaning: "find the questions" },
];

/// One run of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    instructions: u64,
    searches: u64,
}

/// Installs what is missing, and counts.
pub(crate) fn instructions() -> Result<()> {
    setup::for_instructions()?;
    step(STEP, count)
}

/// Counts, prints every figure, and fails if one exceeds its budget.
pub(crate) fn count() -> Result<()> {
    let budget = fs::read_to_string(project::root().join(BUDGET)).context(BUDGET)?;
    let budget: BTreeMap<String, u64> = toml::from_str(&budget).context(BUDGET)?;
    let shell = shell()?;
    let package = ["--package", "instructions", "--profile", "counted"];
    cmd!(shell, "cargo build --quiet --locked {package...}").quiet().run()?;
    let folder = tempfile::tempdir().context("making a folder for the counts")?;
    let mut runs = BTreeMap::new();
    for mode in FIGURES.iter().flat_map(|figure| [figure.mode, figure.without]) {
        if !runs.contains_key(mode) {
            runs.insert(mode, run(&shell, folder.path(), mode)?);
        }
    }
    println!("{:>14} {:>14}  instructions to", "counted", "budget");
    let mut faults = Vec::new();
    for Figure { name, mode, without, meaning } in FIGURES {
        let counted = beyond(runs[mode], runs[without]);
        let allowed = budget.get(name).with_context(|| format!("{BUDGET} lacks {name}"))?;
        println!("{counted:>14} {allowed:>14}  {meaning}");
        if counted > *allowed {
            faults.push(format!("{name}: {counted} instructions, but only {allowed} are allowed"));
        }
    }
    ensure!(
        faults.is_empty(),
        "{}; make it faster, or raise the budget in {BUDGET} and say why in the commit",
        faults.join("; ")
    );
    Ok(())
}

/// Runs one mode of the program in Valgrind.
fn run(shell: &Shell, folder: &Path, mode: &str) -> Result<Run> {
    let program = project::root().join("target/counted/instructions");
    let counts = folder.join(mode);
    let callgrind = ["--quiet", "--tool=callgrind"];
    let searches = cmd!(shell, "valgrind {callgrind...} --callgrind-out-file={counts} {program}")
        .arg(mode)
        .quiet()
        .read()?;
    let searches =
        searches.parse().with_context(|| format!("{mode}: {searches:?} is no number"))?;
    let counts = fs::read_to_string(&counts).context("reading the counts of Valgrind")?;
    let instructions = total(&counts).context("the counts of Valgrind have no `totals:` line")?;
    Ok(Run { instructions, searches })
}

/// All instructions in a file of callgrind.
fn total(counts: &str) -> Option<u64> {
    counts.lines().find_map(|line| line.strip_prefix("totals:"))?.trim().parse().ok()
}

/// The instructions for each search of a run, beyond those of a run that prepares as much; all of
/// them if it makes no search.
fn beyond(run: Run, without: Run) -> u64 {
    run.instructions.saturating_sub(without.instructions) / run.searches.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_total_is_read_from_callgrinds_file() {
        let counts =
            "# callgrind format\nevents: Ir\nsummary: 7\n\nfn=(1) main\n16 7\n\ntotals: 1234\n";
        assert_eq!(total(counts), Some(1234));
        assert_eq!(total("events: Ir\n"), None);
    }

    #[test]
    fn preparation_is_not_counted_as_searching() {
        let start = Run { instructions: 1000, searches: 0 };
        let nothing = Run { instructions: 100, searches: 0 };
        assert_eq!(beyond(start, nothing), 900);
        assert_eq!(beyond(Run { instructions: 1600, searches: 60 }, start), 10);
    }
}
