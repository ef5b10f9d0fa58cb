//! Records in words: frequencies, relations, and other medicines of the same class.

use crate::catalogue::{Catalogue, CauseId, FieldName, Frequency, Grade, Kind, Link};
use crate::entry::{
    Says, classmates, is_listed_as_medicine, label, worsens as diseases_that_it_worsens,
};

/// A count of at least this many patients is also given as a percentage.
const MANY: u16 = 10;

/// How many other medicines of a class are named.
const MOST_OTHERS: usize = 3;

/// How many diseases that a medicine makes worse are named.
const MOST_WORSENED: usize = 4;

/// What is said of a value that the sources do not mention.
pub(crate) const NOT_RECORDED: &str = "not recorded";

/// A frequency in words, the counts first. A count of many patients also gets a percentage, to
/// compare with the classes, which are percentages. Where a count lies outside a class, they come
/// from different sources.
pub(crate) fn frequency(frequency: &[Frequency]) -> String {
    if frequency.is_empty() {
        return "frequency not recorded".to_owned();
    }
    let is_count = |each: &&Frequency| matches!(each, Frequency::Counted { .. });
    let (counts, others): (Vec<Frequency>, Vec<Frequency>) =
        frequency.iter().partition(|each| is_count(each));
    let fits = counts.iter().all(|count| {
        Frequency::range(&others).is_none_or(|(low, high)| (low..=high).contains(&count.percent()))
    });
    let between = if fits { "; " } else { "; another source: " };
    let parts = [counts, others].map(|each| each.iter().map(in_words).collect::<Vec<_>>());
    let parts = parts.iter().filter(|words| !words.is_empty()).map(|words| words.join("; "));
    parts.collect::<Vec<_>>().join(between)
}

fn in_words(frequency: &Frequency) -> String {
    match *frequency {
        Frequency::Class(class) => class.label().to_owned(),
        Frequency::PerMille(share) => {
            let (whole, tenth) = (share / 10, share % 10);
            if tenth == 0 { format!("{whole}%") } else { format!("{whole}.{tenth}%") }
        }
        Frequency::Counted { found, examined: 1 } => format!("{found} of 1 patient"),
        Frequency::Counted { found, examined } if examined < MANY => {
            format!("{found} of {examined} patients")
        }
        Frequency::Counted { found, examined } => {
            format!("{found} of {examined} patients ({}%)", frequency.percent())
        }
    }
}

/// That a finding was looked for and found in no patient, with the patients if they were counted.
pub(crate) fn absent(frequency: &[Frequency]) -> String {
    match frequency {
        [] | [Frequency::PerMille(_)] => "absent".to_owned(),
        counted => format!(
            "{}, absent",
            counted
                .iter()
                .map(|it| match it {
                    Frequency::Counted { found, examined } => format!("{found} of {examined}"),
                    other => in_words(other),
                })
                .collect::<Vec<_>>()
                .join("; ")
        ),
    }
}

/// A relation in a few words.
pub(crate) fn relation(from: Link, says: Says, to: Link) -> String {
    let catalogue = Catalogue::bundled();
    if let (Link::Category(_), Says::Names(field)) = (to, says) {
        let group = catalogue.name_of(to);
        return if is_advice(from, field) {
            format!("Said of “{group}” as a group, as helping or harming")
        } else {
            format!("Said of “{group}” as a group, not of each cause in it, under “{field}”")
        };
    }
    let kind = match from {
        Link::Cause(_) | Link::Category(_) => "Causes",
        Link::Topic(id) => catalogue.topic(id).kind.plural(),
    };
    match says {
        Says::Names(field) if is_advice(from, field) => {
            format!("{kind} that speak of it, as helping or harming")
        }
        Says::Names(field) => format!("{kind} that name it under “{field}”"),
        Says::GoesWith => kind.to_owned(),
        Says::Uses => format!("{kind} that mention it"),
        Says::IsExample => "Causes that are examples of it".to_owned(),
        Says::IsNarrower => format!("{kind} that are more specific"),
    }
}

/// Whether a treatment names something in its advice, which says of some illnesses that it helps
/// and of others that it harms.
fn is_advice(from: Link, field: &str) -> bool {
    matches!(from, Link::Topic(id) if Catalogue::bundled().topic(id).kind == Kind::Treatment)
        && field == FieldName::Advice.label()
}

/// The other medicines of the same class, with their evidence and whether the jerks are reversible,
/// so a reader need not open each of them. `None` for anything that is not a medicine or has no
/// class.
pub(crate) fn others_of_class(id: CauseId) -> Option<String> {
    let catalogue = Catalogue::bundled();
    let cause = catalogue.cause(id);
    let class =
        cause.subcategory.map(|it| it.name).filter(|_| is_listed_as_medicine(catalogue, cause))?;
    let others: Vec<CauseId> = classmates(catalogue, id).collect();
    if others.is_empty() {
        return None;
    }
    let named: Vec<String> = others
        .iter()
        .take(MOST_OTHERS)
        .map(|other| {
            let other = catalogue.cause(*other);
            let grade = Grade::of(catalogue, other).label();
            match &other.reversible {
                Some(own) if own.said_of_group.is_none() => {
                    let label = label::REVERSIBLE.to_lowercase();
                    format!("{} ({grade}; {label}: {})", other.name, own.words())
                }
                _ => format!("{} ({grade})", other.name),
            }
        })
        .collect();
    let more = others.len().saturating_sub(MOST_OTHERS);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    Some(format!("Others in this class ({class}): {}{more}.", named.join(", ")))
}

/// The diseases that a medicine makes worse. `None` if none is recorded.
pub(crate) fn worsens(id: CauseId) -> Option<String> {
    let catalogue = Catalogue::bundled();
    let diseases = diseases_that_it_worsens(catalogue, id);
    let named: Vec<&str> =
        diseases.iter().take(MOST_WORSENED).map(|it| catalogue.cause(*it).name).collect();
    let more = diseases.len().saturating_sub(MOST_WORSENED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    (!named.is_empty()).then(|| format!("Worsens: {}{more}.", named.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{FrequencyClass, Kind, Lookup};

    #[test]
    fn a_frequency_keeps_counts_classes_and_shares_apart() {
        let counted = |found, examined| Frequency::Counted { found, examined };
        assert_eq!(frequency(&[]), "frequency not recorded");
        assert_eq!(frequency(&[counted(1, 1)]), "1 of 1 patient");
        assert_eq!(frequency(&[counted(3, 9)]), "3 of 9 patients");
        assert_eq!(frequency(&[counted(3, 10)]), "3 of 10 patients (30%)");
        assert_eq!(frequency(&[Frequency::PerMille(20)]), "2%");
        assert_eq!(frequency(&[Frequency::PerMille(25)]), "2.5%");
        let class = FrequencyClass::ALL[0];
        assert_eq!(
            frequency(&[Frequency::Class(class), counted(2, 4)]),
            format!("2 of 4 patients; another source: {}", class.label()),
            "half of the patients are not always"
        );
        let often = Frequency::Class(FrequencyClass::Frequent);
        assert_eq!(frequency(&[often, counted(2, 4)]), "2 of 4 patients; frequent (30–79%)");
        assert_eq!(absent(&[counted(0, 6)]), "0 of 6, absent");
        assert_eq!(absent(&[Frequency::PerMille(0)]), "absent");
    }

    #[test]
    fn a_relation_names_the_entries_that_state_it_and_how() {
        let catalogue = Catalogue::bundled();
        let (test, _) = catalogue.topics(Kind::Test).next().expect("there are tests");
        let test = Link::Topic(test);
        let cause = Link::Cause(CauseId::at(0));
        assert_eq!(relation(test, Says::GoesWith, cause), "Tests");
        assert_eq!(relation(test, Says::IsNarrower, test), "Tests that are more specific");
        assert_eq!(relation(test, Says::Uses, cause), "Tests that mention it");
        let named = Says::Names("First tests");
        assert_eq!(relation(test, named, cause), "Tests that name it under “First tests”");
        assert_eq!(relation(cause, Says::IsExample, test), "Causes that are examples of it");
        let group = Link::Category(catalogue.cause(CauseId::at(0)).category);
        let words = relation(test, Says::Names("Best for"), group);
        assert!(words.starts_with("Said of “") && words.ends_with("”"), "{words}");
        assert!(
            words.contains("” as a group, not of each cause in it, under “Best for”"),
            "{words}"
        );
    }

    /// The text on the class of a cause.
    fn others(slug: &str) -> Option<String> {
        match Catalogue::bundled().find(slug) {
            Some(Lookup::Cause(id)) => others_of_class(id),
            _ => panic!("{slug} is no cause"),
        }
    }

    #[test]
    fn a_medicine_names_others_in_its_class_and_how_many_more() {
        let words = others("drug-cefepime").expect("there are other cephalosporins");
        assert!(words.starts_with("Others in this class ("), "{words}");
        assert!(words.contains("Ceft"), "{words}");
        assert!(!words.contains("Cefepime"), "not itself: {words}");
        assert_eq!(others("phys-hiccup"), None);
    }

    #[test]
    fn a_medicine_says_which_diseases_it_makes_worse_and_how_many_more() {
        let catalogue = Catalogue::bundled();
        let words = |slug| match catalogue.find(slug) {
            Some(Lookup::Cause(id)) => (worsens(id), diseases_that_it_worsens(catalogue, id)),
            _ => panic!("{slug} is no cause"),
        };
        let (said, diseases) = words("drug-carbamazepine");
        let said = said.expect("it makes some epilepsies worse");
        assert!(said.starts_with("Worsens: ") && said.contains("Dravet syndrome"), "{said}");
        let rest = format!(" and {} more.", diseases.len() - MOST_WORSENED);
        assert!(said.ends_with(&rest), "{said}");
        assert_eq!(words("drug-cefepime"), (None, Vec::new()));
    }

    #[test]
    fn at_most_three_others_are_named_and_the_rest_is_counted() {
        let catalogue = Catalogue::bundled();
        for id in catalogue.cause_ids() {
            let Some(words) = others_of_class(id) else { continue };
            let all = classmates(catalogue, id).count();
            let named = classmates(catalogue, id)
                .filter(|other| words.contains(&format!("{} (", catalogue.cause(*other).name)))
                .count();
            let rest = format!(" and {} more.", all.saturating_sub(MOST_OTHERS));
            assert_eq!(words.ends_with(&rest), all > MOST_OTHERS, "{words}");
            assert!(named >= all.min(MOST_OTHERS), "{words}");
        }
    }
}
