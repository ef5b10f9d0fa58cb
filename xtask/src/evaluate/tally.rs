//! Ranks of cases as figures: how often the right cause is near the top, with intervals.
//!
//! Cases of one cause resemble each other, so intervals are by bootstrap over causes. Knows no
//! formula.

use std::collections::BTreeMap;
use std::fmt;

use super::random::Random;

/// The ranks of the right causes, one for each time a case was ranked.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    /// By cause.
    ranks: BTreeMap<String, Vec<f64>>,
}

/// How often the bootstrap draws.
const DRAWS: usize = 2_000;

impl Tally {
    /// Adds the rank of a case.
    pub(super) fn add(&mut self, cause: &str, rank: f64) {
        self.ranks.entry(cause.to_owned()).or_default().push(rank);
    }

    fn all(&self) -> impl Iterator<Item = f64> {
        self.ranks.values().flatten().copied()
    }

    /// How many ranks there are.
    pub(super) fn count(&self) -> usize {
        self.all().count()
    }

    /// The share of cases with a rank of at most this.
    pub(super) fn top(&self, rank: f64) -> f64 {
        self.all().filter(|it| *it <= rank).count() as f64 / self.count() as f64
    }

    /// The mean of the reciprocal ranks, over cases.
    pub(super) fn mrr(&self) -> f64 {
        self.all().map(f64::recip).sum::<f64>() / self.count() as f64
    }

    /// The same, over causes.
    fn macro_mrr(&self) -> f64 {
        let means = self
            .ranks
            .values()
            .map(|ranks| ranks.iter().copied().map(f64::recip).sum::<f64>() / ranks.len() as f64);
        means.sum::<f64>() / self.ranks.len() as f64
    }

    /// The middle 95 % of the mean reciprocal rank, if the causes are drawn anew.
    fn interval(&self) -> (f64, f64) {
        let causes: Vec<&Vec<f64>> = self.ranks.values().collect();
        let mut random = Random::new(0, "bootstrap");
        let mut draw = || {
            let drawn = (0..causes.len()).map(|_| causes[random.below(causes.len())]);
            let (sum, count) = drawn
                .flatten()
                .fold((0.0, 0), |(sum, count), rank| (sum + rank.recip(), count + 1));
            sum / f64::from(count)
        };
        let mut means: Vec<f64> = (0..DRAWS).map(|_| draw()).collect();
        means.sort_by(f64::total_cmp);
        (means[DRAWS / 40], means[DRAWS - 1 - DRAWS / 40])
    }
}

/// A row of a table in Markdown, without its name.
impl fmt::Display for Tally {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (low, high) = self.interval();
        write!(to, "{} | {} |", self.count(), self.ranks.len())?;
        for rank in [1.0, 3.0, 5.0, 10.0] {
            write!(to, " {:.2} |", self.top(rank))?;
        }
        write!(to, " {:.3} ({low:.2}–{high:.2}) | {:.3} |", self.mrr(), self.macro_mrr())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_those_of_the_ranks() {
        let mut tally = Tally::default();
        for (cause, rank) in [("a", 1.0), ("a", 2.0), ("b", 4.0), ("c", 11.0)] {
            tally.add(cause, rank);
        }
        assert_eq!((tally.count(), tally.top(1.0), tally.top(5.0)), (4, 0.25, 0.75));
        assert!((tally.mrr() - (1.0 + 0.5 + 0.25 + 1.0 / 11.0) / 4.0).abs() < 1e-12);
        assert!((tally.macro_mrr() - (0.75 + 0.25 + 1.0 / 11.0) / 3.0).abs() < 1e-12);
        let (low, high) = tally.interval();
        assert!(low < tally.mrr() && tally.mrr() < high);
        assert_eq!(tally.to_string(), tally.clone().to_string());
    }
}
