//! Findings, ages and reasons in words.

use crate::catalogue::{AxisId, Catalogue, CauseId};
use crate::differential::{Age, Answer, Contribution, Findings, Points, Reason};

/// Said where the ages are recorded and do not count.
pub(super) const AGES_IGNORED: &str = "The ages do not count in this order.";

/// What points are for, in a few words.
pub fn reason(catalogue: &'static Catalogue, reason: Reason) -> String {
    let label = |term| catalogue.term(term).label.to_owned();
    let meaning = |context| catalogue.context(context).meaning.to_owned();
    match reason {
        Reason::Present(term) => label(term),
        Reason::Absent(term) => format!("no {}", label(term)),
        Reason::Commonness => "how common the cause is".to_owned(),
        Reason::Told(context) => meaning(context),
        Reason::Taken => "the medicine is taken".to_owned(),
        Reason::NotTold(context) => format!("nothing said of: {}", meaning(context)),
        Reason::Denied(context) => format!("not: {}", meaning(context)),
        Reason::CountedOnce(context) => format!("counted once: {}", meaning(context)),
        Reason::DefiningAbsent(term) => format!("no {}, which defines the cause", label(term)),
        Reason::Age => "age".to_owned(),
        Reason::Axis(axis) => axis.axis().label.to_owned(),
    }
}

/// What of the patient speaks for a cause, at most so much of a sum with its largest points first.
/// What is absent, not told or common to many causes is no reason that a reader can check.
pub fn speaks_for(
    catalogue: &'static Catalogue,
    findings: &Findings,
    cause: CauseId,
    sum: &[Contribution],
    most: usize,
) -> Vec<String> {
    let mut named: Vec<String> = Vec::new();
    for it in sum.iter().filter(|it| it.points > Points::default()) {
        let words = match it.reason {
            Reason::Present(_) | Reason::Told(_) | Reason::Taken | Reason::Age => {
                reason(catalogue, it.reason)
            }
            Reason::Axis(axis) => {
                let recorded = catalogue.cause(cause).axis(axis).values;
                let fits = recorded.iter().filter(|value| findings.on_axis(axis).contains(value));
                let values: Vec<&str> = fits.map(|value| axis.value(*value).short).collect();
                format!("{}: {}", axis.axis().label, values.join(", "))
            }
            _ => continue,
        };
        if named.len() < most && !named.contains(&words) {
            named.push(words);
        }
    }
    named
}

/// The names of everything with this answer: findings, exposures and situations, medicines.
pub(super) fn names(
    catalogue: &'static Catalogue,
    findings: &Findings,
    wanted: Answer,
) -> Vec<(Kind, &'static str, String)> {
    let terms = findings.terms_with(wanted).map(|id| {
        let term = catalogue.term(id);
        (Kind::Finding, term.label, term.hpo())
    });
    let contexts = findings.contexts_with(wanted).map(|id| {
        let context = catalogue.context(id);
        (Kind::Situation, context.meaning, context.slug.to_owned())
    });
    let medicines = findings.medicines_with(wanted).map(|id| {
        let cause = catalogue.cause(id);
        (Kind::Medicine, cause.name, cause.slug.to_owned())
    });
    terms.chain(contexts).chain(medicines).collect()
}

/// What is known of the jerks: the axis and its values.
pub(super) fn jerks(findings: &Findings) -> Vec<(&'static str, String)> {
    let axes = AxisId::all().filter(|axis| !findings.on_axis(*axis).is_empty());
    axes.map(|axis| {
        let values = findings.on_axis(axis).iter().map(|id| axis.value(*id).short);
        (axis.axis().label, values.collect::<Vec<_>>().join(", "))
    })
    .collect()
}

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Finding,
    Situation,
    Medicine,
}

impl Kind {
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Finding => "finding",
            Self::Situation => "situation",
            Self::Medicine => "medicine",
        }
    }
}

/// An answer as a table has it.
pub(super) const fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Present => "present",
        Answer::Absent => "absent",
        Answer::Unsure => "unsure",
    }
}

/// An age as people say it, no shorter than it is: years and months, months below two years, else
/// weeks or days. [`Age::from_words`] reads the same age from it.
pub fn age(age: Age) -> String {
    match (age, age.in_months()) {
        (Age::BeforeBirth, _) => "before birth".to_owned(),
        (Age::Group(group), _) => group.key().to_owned(),
        (Age::Days(_), Some(months)) if months >= 24 => {
            said(&[(months / 12, "year"), (months % 12, "month")])
        }
        (Age::Days(_), Some(months)) if months > 0 => said(&[(months, "month")]),
        (Age::Days(days), _) if days >= 2 * 365 => {
            said(&[(days / 365, "year"), (days % 365, "day")])
        }
        (Age::Days(0), _) => "0 days".to_owned(),
        (Age::Days(days), _) if days > 28 && days % 7 == 0 => said(&[(days / 7, "week")]),
        (Age::Days(days), _) => said(&[(days, "day")]),
    }
}

/// Numbers with their units, without those that are zero.
fn said(parts: &[(u32, &str)]) -> String {
    let parts = parts
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, unit)| format!("{number} {unit}{}", if *number == 1 { "" } else { "s" }));
    parts.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_said_in_years_months_or_days() {
        for (days, words) in [
            (0, "0 days"),
            (1, "1 day"),
            (27, "27 days"),
            (30, "1 month"),
            (42, "6 weeks"),
            (100, "100 days"),
            (304, "10 months"),
            (365, "12 months"),
            (730, "2 years"),
            (912, "2 years 6 months"),
            (72 * 365 + 200, "72 years 200 days"),
        ] {
            assert_eq!(age(Age::Days(days)), words, "{days}");
        }
        assert_eq!(age(Age::BeforeBirth), "before birth");
    }

    #[test]
    fn an_age_is_said_as_it_was_typed() {
        for months in 1..24 {
            let typed = format!("{months} month{}", if months == 1 { "" } else { "s" });
            assert_eq!(Age::from_words(&typed).map(age), Some(typed));
        }
        for years in 2..=100 {
            let typed = format!("{years} years");
            assert_eq!(Age::from_words(&typed).map(age), Some(typed));
        }
        for days in 0..60 * 365 {
            let one = Age::Days(days);
            assert_eq!(Age::from_words(&age(one)), Some(one), "{}", age(one));
        }
    }
}
