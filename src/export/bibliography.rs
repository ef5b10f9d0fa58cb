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
            // A whole reference work has no identifier; for the others, only the name of a site is
            // known.
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
pub(crate) struct Authors<'a> {
    /// Those that are named.
    pub(crate) names: Vec<Name<'a>>,
    /// Whether there are others.
    pub(crate) others: bool,
    /// What the text says besides names.
    pub(crate) remark: Option<&'a str>,
}

/// The name of an author.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Name<'a> {
    /// A person's.
    Person {
        /// The family name.
        family: &'a str,
        /// Given names or initials; empty if they are not recorded.
        given: &'a str,
    },
    /// An institution's, or one in which the family name is unclear.
    Whole(&'a str),
}

impl<'a> Authors<'a> {
    /// The authors, from how a text shows them.
    pub(crate) fn parse(shown: &'a str) -> Self {
        let (shown, remark) = match shown.split_once("; ") {
            Some((named, remark)) if remark.starts_with("commentary") => (named, Some(remark)),
            _ => (shown, None),
        };
        let separator = if shown.contains(';') { ';' } else { ',' };
        // Some texts name the first authors and the last ones.
        let is_others = |part: &str| matches!(part, "et al." | "et al" | "others");
        let (mut others, mut parts) = (false, Vec::new());
        for part in shown.split(separator) {
            let part = part.trim();
            let ends = [" et al.", " et al", " and others"];
            let named = ends.iter().find_map(|end| part.strip_suffix(end));
            others |= named.is_some() || is_others(part);
            parts.extend(named.or(Some(part)).filter(|part| !part.is_empty() && !is_others(part)));
        }
        let among = parts.len() > 1 || others;
        let listed = separator == ',' && parts.len() > 1;
        let names = if listed && !parts.iter().all(|part| listed_name(part).is_some()) {
            // A comma belongs to the name of an institution as well.
            vec![Name::Whole(shown)]
        } else if listed {
            parts.iter().filter_map(|part| listed_name(part)).collect()
        } else {
            parts.iter().map(|part| one(part, among)).collect()
        };
        Self { names, others, remark }
    }
}

/// A name in a list that commas divide: a family name, perhaps with initials behind it.
fn listed_name(name: &str) -> Option<Name<'_>> {
    let family = Name::Person { family: name, given: "" };
    let is_family = !name.contains([' ', '.']) && !is_institution(name);
    initials(name, true).or_else(|| apart(name)).or(is_family.then_some(family))
}

/// A family name followed by initials that stand apart, such as `Reddy V A` or `Frucht S. J.`
fn apart(name: &str) -> Option<Name<'_>> {
    let is_initial = |word: &str| {
        let letter = word.strip_suffix('.').unwrap_or(word);
        letter.len() == 1 && letter.starts_with(|it: char| it.is_ascii_uppercase())
    };
    let first = name.split(' ').position(is_initial).filter(|first| *first > 0)?;
    let length: usize = name.split(' ').take(first).map(|word| word.len() + 1).sum();
    let (family, given) = (name[..length].trim_end(), &name[length..]);
    let fits = given.split(' ').all(is_initial) && !is_institution(name);
    fits.then_some(Name::Person { family, given })
}

/// A name that stands alone or between semicolons.
fn one(name: &str, among: bool) -> Name<'_> {
    if let Some((family, given)) = name.split_once(", ") {
        let is_person = !given.contains(',') && !is_institution(name);
        return if is_person { Name::Person { family, given } } else { Name::Whole(name) };
    }
    initials(name, among).or_else(|| in_order(name, among)).unwrap_or(Name::Whole(name))
}

/// A family name followed by initials, such as `Torres-Vega E`. Several words are a family name
/// only `among` other names: an institution alone may end in capitals, too.
fn initials(name: &str, among: bool) -> Option<Name<'_>> {
    let (family, given) = name.rsplit_once(' ')?;
    let count = |is: fn(&u8) -> bool| given.bytes().filter(is).count();
    let (upper, lower) = (count(u8::is_ascii_uppercase), count(u8::is_ascii_lowercase));
    // `Yu` and `Kh` are one letter in Russian: AYu, NKh.
    let capitals = (lower == 0 || lower == 1 && upper == 2)
        && given.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-');
    let is_word = |word: &str| word.bytes().any(|byte| byte.is_ascii_lowercase());
    let particles = || {
        let mut words = family.split(' ').rev().skip(1);
        words.all(|word| word.starts_with(|first: char| first.is_ascii_lowercase()))
    };
    let fits = capitals && given.len() <= 4 && family.split(' ').all(is_word);
    (fits && (among || particles())).then_some(Name::Person { family, given })
}

/// A name as people say it, such as `Sterre van der Veen` or `John N. Caviness`. What comes before
/// the last word, or before the first particle, is given.
fn in_order(name: &str, among: bool) -> Option<Name<'_>> {
    const PARTICLES: [&str; 11] =
        ["van", "von", "de", "der", "den", "di", "da", "du", "la", "le", "ter"];
    let is_particle = |word: &&str| PARTICLES.contains(&word.to_lowercase().as_str());
    let words: Vec<&str> = name.split(' ').collect();
    let is_name = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.all(|it| it.is_alphabetic() || "-'’.".contains(it))
    };
    let (last, before) = words.split_last()?;
    let is_initial = |word: &str| word.len() == 2 && word.ends_with('.');
    if is_institution(name) || !words.iter().all(|word| is_name(word) || is_particle(word)) {
        return None;
    }
    // One word may be anything, unless it is a name among names.
    if before.is_empty() {
        return among.then_some(Name::Person { family: name, given: "" });
    }
    // Nobody's family name is an initial: `Frucht Steven J.`
    if let (true, Some((family, given))) = (is_initial(last), name.split_once(' ')) {
        return Some(Name::Person { family, given });
    }
    let at = before.iter().skip(1).position(is_particle).map_or(before.len(), |at| at + 1);
    let given: usize = before[..at].iter().map(|word| word.len() + 1).sum();
    Some(Name::Person { family: &name[given..], given: name[..given].trim_end() })
}

/// Whether a name is that of an institution: it says of what kind.
fn is_institution(name: &str) -> bool {
    const KINDS: &[&str] = &[
        "academy",
        "académie",
        "agency",
        "association",
        "authority",
        "center",
        "centers",
        "centre",
        "centres",
        "clinic",
        "co.",
        "college",
        "commission",
        "committee",
        "company",
        "consortium",
        "corporation",
        "council",
        "department",
        "foundation",
        "gmbh",
        "government",
        "group",
        "healthcare",
        "health",
        "hospital",
        "inc",
        "inc.",
        "information",
        "initiative",
        "institute",
        "institutes",
        "laboratories",
        "league",
        "library",
        "limited",
        "ltd",
        "ltd.",
        "medicine",
        "ministry",
        "network",
        "ontology",
        "organisation",
        "organization",
        "pharma",
        "pharmaceutical",
        "pharmaceuticals",
        "plc",
        "publishers",
        "reference",
        "register",
        "registry",
        "service",
        "services",
        "site",
        "society",
        "staff",
        "studies",
        "syndrome",
        "task",
        "trust",
        "uk",
        "union",
        "university",
        "us",
        "usa",
    ];
    name.contains(['/', '&', '('])
        || name
            .split(' ')
            .any(|word| KINDS.contains(&word.trim_matches(',').to_lowercase().as_str()))
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
        let expected = Authors { names: names.to_vec(), others, remark: None };
        assert_eq!(Authors::parse(shown), expected, "{shown}");
    }

    #[test]
    fn family_names_with_initials_are_persons() {
        check("Apartis E, Vercueil L", &[person("Apartis", "E"), person("Vercueil", "L")], false);
        check("Appa AA et al.", &[person("Appa", "AA")], true);
        check("Appa AA, et al.", &[person("Appa", "AA")], true);
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
        check(
            "Polushin AYu, Abduloeva NKh",
            &[person("Polushin", "AYu"), person("Abduloeva", "NKh")],
            false,
        );
        check("Skiba YaB, Chen L", &[person("Skiba", "YaB"), person("Chen", "L")], false);
        check("Reddy V A, Mittal GK", &[person("Reddy", "V A"), person("Mittal", "GK")], false);
        check(
            "Paz Soldan M. M., Frucht S., Brown P",
            &[person("Paz Soldan", "M. M."), person("Frucht", "S."), person("Brown", "P")],
            false,
        );
    }

    #[test]
    fn the_first_and_the_last_authors_are_persons_with_others_between() {
        check(
            "Armangue T, Sabater L, et al., Dalmau J",
            &[person("Armangue", "T"), person("Sabater", "L"), person("Dalmau", "J")],
            true,
        );
        check(
            "Castillo, Caselli, et al., Boeve",
            &[person("Castillo", ""), person("Caselli", ""), person("Boeve", "")],
            true,
        );
    }

    #[test]
    fn names_as_people_say_them_are_persons() {
        check(
            "Claudio Sandroni; Jerry P Nolan; Sterre van der Veen; Marina A.J. Tijssen",
            &[
                person("Sandroni", "Claudio"),
                person("Nolan", "Jerry P"),
                person("van der Veen", "Sterre"),
                person("Tijssen", "Marina A.J."),
            ],
            false,
        );
        check(
            "Martje E. Van Egmond; Jan Willem Elting",
            &[person("Van Egmond", "Martje E."), person("Elting", "Jan Willem")],
            false,
        );
        check("Frucht Steven J.", &[person("Frucht", "Steven J.")], false);
        check("Wei Li; Xu Hu", &[person("Li", "Wei"), person("Hu", "Xu")], false);
        check("John N. Caviness", &[person("Caviness", "John N.")], false);
        check("Pasquale Striano", &[person("Striano", "Pasquale")], false);
        check("P Brown et al.", &[person("Brown", "P")], true);
        check("Z.F. Aldaajani et al.", &[person("Aldaajani", "Z.F.")], true);
        check("Cortese et al.", &[person("Cortese", "")], true);
        check("Pandya; Husari", &[person("Pandya", ""), person("Husari", "")], false);
        check(
            "Mullick, Talwar, Pawar",
            &[person("Mullick", ""), person("Talwar", ""), person("Pawar", "")],
            false,
        );
    }

    #[test]
    fn a_remark_behind_the_names_is_no_author() {
        let authors = Authors::parse("Gelisse P, Crespel A; commentary by French JA");
        assert_eq!(authors.names, [person("Gelisse", "P"), person("Crespel", "A")]);
        assert_eq!(authors.remark, Some("commentary by French JA"));
    }

    #[test]
    fn each_initial_gets_a_full_stop_but_no_full_name_does() {
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
    fn names_already_in_order_stay_as_they_are() {
        let names = [person("Latorre", "Anna"), person("Rothwell", "John C")];
        check("Latorre, Anna; Rothwell, John C", &names, false);
    }

    #[test]
    fn an_institution_stays_whole() {
        for whole in [
            "Dravet Syndrome UK",
            "Paediatric Epilepsy Network NSW",
            "National Institute of Neurological Disorders and Stroke",
            "Genetics Home Reference, US National Library of Medicine",
            "Genetic and Rare Diseases Information Center, US National Institutes of Health",
            "US National Institutes of Health, Illuminating the Druggable Genome",
            "Merck Sharp & Dohme",
            "Accord Healthcare Inc.",
            "Mayo Clinic staff",
            "Epilepsy Foundation",
            "Scottish Government",
            "Orphanet",
            "Online Mendelian Inheritance in Man",
            "Human Phenotype Ontology",
            "Children's Hospital of Philadelphia",
            "Académie nationale de médecine (France)",
        ] {
            check(whole, &[Name::Whole(whole)], false);
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
