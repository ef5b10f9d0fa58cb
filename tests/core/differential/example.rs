//! The example of the documentation, which a reader can redo with a pencil.

use std::fs;

use super::{DIFFERENTIAL, cases, cause};

/// By how many thousandths the program may differ: it stores the background in eight bits, and the
/// example need not be worked out anew for every small change of the data.
const MOST: i32 = 30;

/// What the table says of a cause: the bold points of its column, the sum last.
fn told(column: usize) -> Vec<i32> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/differential.md");
    let text = fs::read_to_string(path).expect("the documentation is there");
    let (_, example) = text.split_once("## An example for a pencil").expect("the example is there");
    let (example, _) = example.split_once("\n## ").expect("a section follows");
    let rows = example.lines().filter(|line| line.starts_with("| ")).skip(2);
    let points = rows.filter_map(|row| {
        let cell = row.split('|').nth(column)?;
        let bold = cell.split("**").nth(1)?.replace('−', "-");
        let points: f64 = bold.parse().unwrap_or_else(|_| panic!("{row}: {bold} is no number"));
        Some((points * 1000.0).round() as i32)
    });
    points.collect()
}

#[test]
fn the_example_for_a_pencil_says_what_the_program_computes() {
    let all = cases("vignettes.jsonl");
    let (_, case) = all.iter().find(|(_, case)| case.id == "D003").expect("the case is there");
    for (slug, column) in [("drug-gabapentin", 5), ("met-uraemic", 7)] {
        let mut told = told(column);
        let sum = told.pop().expect("the last row is the sum");
        let mut computed: Vec<i32> = DIFFERENTIAL
            .contributions(&case.findings, cause(slug))
            .iter()
            .map(|it| it.points.0)
            .filter(|points| *points != 0)
            .collect();
        let is_near = |one: i32, other: i32| (one - other).abs() <= MOST;
        let whole: i32 = computed.iter().sum();
        // The table rounds sums to hundredths.
        assert!(is_near(sum, whole), "{slug}: {sum} in docs/differential.md, computed {whole}");
        told.sort_unstable();
        computed.sort_unstable();
        let agree = told.iter().zip(&computed).all(|(one, other)| is_near(*one, *other));
        assert!(
            agree && told.len() == computed.len(),
            "{slug}: docs/differential.md has {told:?}, the program {computed:?}; correct the table"
        );
    }
}
