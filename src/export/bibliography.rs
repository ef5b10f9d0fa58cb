//! A source split into parts as far as its record allows: the type of publication, the authors one
//! by one, the volume and pages of a journal.
//!
//! Says nothing that is not recorded: what cannot be split without guessing stays in one piece.
//! Knows no format of a reference manager.

use crate::catalogue::{Source, SourceKind};

/// The type of publication of a source, as far as its record shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PublicationType {
    /// An article in a journal.
    Article,
    /// A contribution to a conference.
    Conference,
    /// A part of a book.
    Chapter,
    /// A page on the web.
    Page,
    /// A data set.
    Data,
    /// Something else, or unclear.
    Other,
}

impl PublicationType {
    /// The type of a source. An identifier or a volume shows that a paper is in a journal; a paper
    /// without either may have been read anywhere.
    pub(crate) fn of(source: &Source) -> Self {
        let identified = source.doi.is_some() || source.pmid.is_some();
        let online = if source.url.is_some() { Self::Page } else { Self::Other };
        match source.kind {
            SourceKind::Review
            | SourceKind::Guideline
            | SourceKind::Trial
            | SourceKind::CaseSeries => {
                if identified || Issue::of(source).is_some() {
                    Self::Article
                } else {
                    online
                }
            }
            SourceKind::ConferenceAbstract => Self::Conference,
            // A whole reference work has neither; what is known of the others is a site's name.
            SourceKind::Textbook if identified => Self::Chapter,
            SourceKind::TrialRegister
            | SourceKind::ReferencePage
            | SourceKind::PatientPage
            | SourceKind::SecondaryWeb => Self::Page,
            SourceKind::Dataset | SourceKind::Ontology => Self::Data,
            SourceKind::Textbook | SourceKind::Label => online,
            SourceKind::Seed => Self::Other,
        }
    }
}

/// The authors of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Authors<'a> {
    /// One by one.
    Each {
        /// Those that are named.
        names: Vec<Name<'a>>,
        /// Whether there are others.
        others: bool,
    },
    /// As the text shows them, because it is unclear where one name ends.
    AsShown(&'a str),
}

/// The name of an author.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Name<'a> {
    /// A person's.
    Person {
        /// The family name.
        family: &'a str,
        /// Given names or initials.
        given: &'a str,
    },
    /// An institution's, or one in which the family name is unclear.
    Whole(&'a str),
}

impl<'a> Authors<'a> {
    /// The authors, from how a text shows them.
    pub(crate) fn parse(shown: &'a str) -> Self {
        let ends = [" et al.", " et al", " and others"];
        let named = ends.iter().find_map(|end| shown.strip_suffix(end));
        let others = named.is_some();
        let named = named.unwrap_or(shown).trim_end_matches([',', ';', ' ']);
        if named.contains("et al") {
            return Self::AsShown(shown);
        }
        let names = if named.contains(';') {
            named.split(';').map(|name| divided(name.trim())).collect::<Option<Vec<_>>>()
        } else if named.contains(',') {
            named.split(',').map(|name| initials(name.trim(), true)).collect()
        } else {
            Some(vec![initials(named, others).unwrap_or(Name::Whole(named))])
        };
        names.map_or(Self::AsShown(shown), |names| Self::Each { names, others })
    }
}

/// A name between semicolons; `None` where it has more than one comma.
fn divided(name: &str) -> Option<Name<'_>> {
    match name.split_once(", ") {
        Some((_, given)) if given.contains(',') => None,
        Some((family, given)) => Some(Name::Person { family, given }),
        None => Some(initials(name, true).unwrap_or(Name::Whole(name))),
    }
}

/// A family name followed by initials, such as `Torres-Vega E`. Several words are a family name
/// only `among` other names: an institution alone may end in capitals, too.
fn initials(name: &str, among: bool) -> Option<Name<'_>> {
    let (family, given) = name.rsplit_once(' ')?;
    let capitals = given.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-');
    let is_word = |word: &str| word.bytes().any(|byte| byte.is_ascii_lowercase());
    let particles = || {
        let mut words = family.split(' ').rev().skip(1);
        words.all(|word| word.starts_with(|first: char| first.is_ascii_lowercase()))
    };
    let fits = capitals && given.len() <= 4 && family.split(' ').all(is_word);
    (fits && (among || particles())).then_some(Name::Person { family, given })
}

/// Given names for a reference manager, which takes `BP` for one name: each initial gets a full
/// stop, with `between` after it. Names in full stay as they are.
pub(crate) fn stopped(given: &str, between: &str) -> String {
    if !given.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-') {
        return given.to_owned();
    }
    let mut stopped = String::with_capacity(4 * given.len());
    for letter in given.chars() {
        if letter == '-' {
            stopped.push(letter);
            continue;
        }
        if stopped.ends_with('.') {
            stopped.push_str(between);
        }
        stopped.push(letter);
        stopped.push('.');
    }
    stopped
}

/// The place of an article in a journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Issue<'a> {
    /// The journal.
    pub(crate) journal: &'a str,
    /// The volume.
    pub(crate) volume: &'a str,
    /// The issue.
    pub(crate) number: Option<&'a str>,
    /// The first page, or the article's number, and the last page as written: `377-81` stays so.
    pub(crate) pages: Option<(&'a str, Option<&'a str>)>,
}

impl<'a> Issue<'a> {
    /// The place of a source in a journal, if it is recorded in the form `Mov Disord 7(3):209-216`.
    pub(crate) fn of(source: &Source) -> Option<Issue<'static>> {
        source.container.and_then(Issue::parse)
    }

    /// The same from its written form.
    pub(crate) fn parse(written: &'a str) -> Option<Self> {
        let (place, pages) = match written.rsplit_once(':') {
            Some((place, pages)) => (place, Some(self::pages(pages)?)),
            None => (written, None),
        };
        let (place, number) = match place.strip_suffix(')').and_then(|it| it.rsplit_once('(')) {
            Some((place, number)) => (place, Some(number)),
            None => (place, None),
        };
        let (journal, volume) = place.rsplit_once(' ')?;
        let is_journal = journal.contains(|letter: char| letter.is_ascii_alphabetic())
            && !journal.ends_with(',');
        let is_volume = !volume.is_empty() && volume.bytes().all(|byte| byte.is_ascii_digit());
        // A number alone may be anything.
        let fits = is_journal && is_volume && (number.is_some() || pages.is_some());
        fits.then_some(Self { journal, volume, number, pages })
    }
}

/// The first and the last page; `None` for anything else.
fn pages(written: &str) -> Option<(&str, Option<&str>)> {
    let (first, last) = match written.split_once('-') {
        Some((first, last)) => (first, Some(last)),
        None => (written, None),
    };
    let is_page = |page: &str| {
        page.ends_with(|end: char| end.is_ascii_digit())
            && page.chars().all(|it| it.is_ascii_alphanumeric() || it == '.')
    };
    (is_page(first) && last.is_none_or(is_page)).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn person<'a>(family: &'a str, given: &'a str) -> Name<'a> {
        Name::Person { family, given }
    }

    #[track_caller]
    fn check(shown: &str, names: &[Name<'_>], others: bool) {
        assert_eq!(Authors::parse(shown), Authors::Each { names: names.to_vec(), others });
    }

    #[test]
    fn family_names_with_initials_are_persons() {
        check("Apartis E, Vercueil L", &[person("Apartis", "E"), person("Vercueil", "L")], false);
        check("Appa AA et al.", &[person("Appa", "AA")], true);
        check("Brown P; Day BL", &[person("Brown", "P"), person("Day", "BL")], false);
        check(
            "van de Warrenburg BP, Paz Soldan MM",
            &[person("van de Warrenburg", "BP"), person("Paz Soldan", "MM")],
            false,
        );
        check("de Jesus PAP", &[person("de Jesus", "PAP")], false);
        check(
            "Newmaster K, Paudel S and others",
            &[person("Newmaster", "K"), person("Paudel", "S")],
            true,
        );
    }

    #[test]
    fn each_initial_gets_a_stop_and_names_written_out_do_not() {
        for (given, spaced, close) in [
            ("E", "E.", "E."),
            ("BP", "B. P.", "B.P."),
            ("FGCM", "F. G. C. M.", "F.G.C.M."),
            ("J-P", "J.-P.", "J.-P."),
            ("John C", "John C", "John C"),
            ("Anna", "Anna", "Anna"),
        ] {
            assert_eq!((stopped(given, " "), stopped(given, "")), (spaced.into(), close.into()));
        }
    }

    #[test]
    fn names_already_in_order_stay_so() {
        let names = [person("Latorre", "Anna"), person("Rothwell", "John C")];
        check("Latorre, Anna; Rothwell, John C", &names, false);
    }

    #[test]
    fn what_may_be_an_institution_stays_whole() {
        for whole in [
            "Dravet Syndrome UK",
            "Paediatric Epilepsy Network NSW",
            "National Institute of Neurological Disorders and Stroke",
            "John N. Caviness",
            "Frucht Steven J.",
        ] {
            check(whole, &[Name::Whole(whole)], false);
        }
        check("P Brown et al.", &[Name::Whole("P Brown")], true);
    }

    #[test]
    fn ambiguous_authors_are_left_as_shown() {
        for shown in [
            "Lee, Lee",
            "Kothiala, Desai S",
            "Genetics Home Reference, US National Library of Medicine",
            "Armangue T, Sabater L, et al., Dalmau J",
        ] {
            assert_eq!(Authors::parse(shown), Authors::AsShown(shown));
        }
    }

    #[test]
    fn a_place_in_a_journal_is_read_only_in_its_own_form() {
        let issue = Issue::parse("Rev Neurol (Paris) 172(8-9):465-476").expect("a place");
        assert_eq!((issue.journal, issue.volume), ("Rev Neurol (Paris)", "172"));
        assert_eq!((issue.number, issue.pages), (Some("8-9"), Some(("465", Some("476")))));
        let issue = Issue::parse("Epilepsia 53(Suppl. 7):3-11").expect("a place");
        assert_eq!(issue.number, Some("Suppl. 7"));
        let issue = Issue::parse("BMJ 326:975").expect("a place");
        assert_eq!((issue.number, issue.pages), (None, Some(("975", None))));
        let issue = Issue::parse("Korean J Anesthesiol 71(4)").expect("a place");
        assert_eq!((issue.number, issue.pages), (Some("4"), None));
        for other in [
            "Mov Disord",
            "3(2):86-98",
            "Neurology (Aug 1979)",
            "EU Clinical Trials Register 2006-001536-46",
            "NICE guideline CG176",
            "Front Neurol, article 440",
            "Mov Disord, pp. 1157-1162",
            "J Clin Neurosci: official journal 4",
        ] {
            assert_eq!(Issue::parse(other), None, "{other}");
        }
    }
}
