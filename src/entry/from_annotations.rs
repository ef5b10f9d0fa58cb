//! A few plain sentences about an imported disease, built by rule from its record.
//!
//! They say what kind of disease it is, when it begins, what people with it have and how it is
//! passed on, and never more than the data say. Knows no page; where a curator wrote a text, this
//! one is not used.

mod everyday;

use std::cmp::Reverse;

use crate::catalogue::{Catalogue, Cause, FoundFeature, Frequency, TermId, each_once};
use crate::sorted::sort_by_key;
use everyday::{
    ALIKE, ANAESTHETICS, DANGERS, DEATHS, FELT, JERKS, MALFORMATIONS, NAMED, NOT_RARE, RISKS, Row,
    SEIZURES, SUDDENLY, TESTED, TUMOURS, Whom,
};

/// The most words that the sentences may have together.
const MOST_WORDS: usize = 60;

/// The most findings that are named beside the jerks, in all and with one frequency.
const MOST_FINDINGS: usize = 4;
const MOST_ALIKE: usize = 3;

/// The jerks where the data only say that there are some, or name several kinds.
const SOME_JERKS: &str = "sudden muscle jerks";

/// The same where the data name myoclonic seizures only, and where they name other jerks, too.
const EPILEPTIC_JERKS: &str = "sudden muscle jerks (a kind of seizure)";
const PARTLY_EPILEPTIC_JERKS: &str = "sudden muscle jerks (at times seizures)";

/// Plain sentences about an imported disease; `None` for a cause that has a curator.
pub fn plain_from_annotations(catalogue: &Catalogue, cause: &Cause) -> Option<String> {
    let disease = cause.annotated.first().filter(|_| cause.imported)?;
    let present = catalogue.annotations(disease).iter().filter(|it| !it.absent);
    let found = present.map(|annotation| annotation.found);
    // The numbers of OMIM that begin with 3 are those of the X chromosome, so a way of the other
    // chromosomes beside it is not said.
    let is_x = disease.numbers.iter().any(|number| number.starts_with("OMIM:3"));
    let ways = disease.inheritance.iter().copied();
    let ways = ways.filter(|way| !is_x || ![6, 7].contains(&catalogue.term(*way).number));
    let ways: Vec<TermId> = ways.collect();
    let record = Record::new(catalogue, cause.name, &ways, disease.onset, found.clone());
    let by_name = Inheritance::by_name(cause);
    let how_often_unsaid = catalogue.is_of_later_release(disease);
    let deaths = deaths(catalogue, disease.course.iter().copied().chain(found));
    let inheritance = by_name.or(record.inheritance);
    let of_energy = cause.subcategory.is_some_and(|shelf| shelf.name == "Mitochondrial diseases");
    Some(Record { inheritance, how_often_unsaid, deaths, of_energy, ..record }.in_words())
}

/// What of an imported disease calls for an emergency number when it happens, and what must be told
/// before an operation, in sentences; `None` if nothing of it is recorded, and for a cause that has
/// a curator.
pub fn dangers_from_annotations(catalogue: &Catalogue, cause: &Cause) -> Option<String> {
    let disease = cause.annotated.first().filter(|_| cause.imported)?;
    let present = catalogue.annotations(disease).iter().filter(|it| !it.absent);
    // Jerks that are seizures count as such.
    let terms = present.map(|annotation| annotation.found.term);
    let numbers: Vec<u32> = terms.flat_map(|term| numbers(catalogue, term)).collect();
    let is_recorded = |(_, tops): &&Row| tops.iter().any(|top| numbers.contains(top));
    let mut words: Vec<&str> =
        DANGERS.iter().filter(is_recorded).map(|(words, _)| *words).collect();
    if words.len() > 1 && words[0].starts_with(words[1]) {
        words.remove(1);
    }
    let dangers = (!words.is_empty())
        .then(|| format!("People with this disease can have {}.", listed(&words)));
    let anaesthetics = Some(&ANAESTHETICS).filter(is_recorded).map(|(text, _)| (*text).to_owned());
    let sentences: Vec<String> = dangers.into_iter().chain(anaesthetics).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// How often a finding is found, as far as the data are sure of it; the most often first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum HowOften {
    Most,
    Many,
    Some,
    /// Not recorded, or only counted in very few patients. It may well be more than a few.
    Unsaid,
    Few,
}

impl HowOften {
    fn of(frequencies: &[Frequency]) -> Self {
        // Without a class or a share, and with a few patients only, nothing is certain.
        if Frequency::examined(frequencies)
            .is_some_and(|examined| examined < Frequency::ENOUGH_EXAMINED)
        {
            return Self::Unsaid;
        }
        match Frequency::range(frequencies) {
            Some((51.., _)) => Self::Most,
            Some((30.., _)) => Self::Many,
            Some((5.., _)) => Self::Some,
            Some((_, ..5)) => Self::Few,
            Some(_) | None => Self::Unsaid,
        }
    }

    /// The start of a clause: the first clause says whom it is about, such as "with it".
    fn clause(self, whom: Option<&str>) -> String {
        match (self, whom) {
            (Self::Most, Some(whom)) => format!("Most people {whom} have"),
            (Self::Many, Some(whom)) => format!("Many people {whom} have"),
            (Self::Some, Some(whom)) => format!("Some people {whom} have"),
            (Self::Few, Some(whom)) => format!("A few people {whom} have"),
            (Self::Unsaid, Some(whom)) => format!("People {whom} can have"),
            (Self::Most, None) => "most have".to_owned(),
            (Self::Many, None) => "many have".to_owned(),
            (Self::Some, None) => "some have".to_owned(),
            (Self::Few, None) => "a few have".to_owned(),
            (Self::Unsaid, None) => "it can also come with".to_owned(),
        }
    }
}

/// What the sentences are built from.
#[derive(Debug)]
struct Record {
    name: &'static str,
    inheritance: Option<Inheritance>,
    /// The times at which it begins, the earliest first, and for one that is usual the verb.
    onset: Vec<(Age, Option<&'static str>)>,
    /// How often the most frequent kind of jerks is found.
    jerks: Option<HowOften>,
    /// What kinds of jerks are found, each once.
    kinds: Vec<&'static str>,
    findings: Vec<Finding>,
    /// When people with it die, as places in [`DEATHS`], and how often.
    deaths: Vec<(usize, HowOften)>,
    /// Whether the release says of no finding how often it is found.
    how_often_unsaid: bool,
    /// Whether it is a disease of the parts of cells that give them energy.
    of_energy: bool,
}

/// Everyday words for some findings, and how often the most frequent of them is found.
#[derive(Clone, Copy, Debug)]
struct Finding {
    often: HowOften,
    range: Reverse<(u32, u32)>,
    words: Words,
}

/// Everyday words, by their place: what is noticed comes before what only a test shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Words {
    tested: bool,
    row: usize,
}

impl Words {
    const fn text(self) -> &'static str {
        if self.tested { TESTED[self.row].0 } else { FELT[self.row].0 }
    }

    /// Whether a reader would hear the same thing twice.
    fn are_like(self, other: Self) -> bool {
        ALIKE.iter().any(|alike| alike.contains(&self.text()) && alike.contains(&other.text()))
    }
}

/// The numbers of a term and of everything wider.
fn numbers(catalogue: &Catalogue, term: TermId) -> Vec<u32> {
    let ontology = catalogue.ontology();
    let mut wider = vec![term];
    let mut at = 0;
    while let Some(term) = wider.get(at) {
        wider.extend(ontology.parents(*term));
        at += 1;
    }
    wider.iter().map(|id| ontology.term(*id).number).collect()
}

/// The number of the widest term of seizures.
const SEIZURE: u32 = 1250;

/// Everyday words for a term that is a jerk.
fn kind_of_jerks(catalogue: &Catalogue, term: TermId) -> &'static str {
    let numbers = numbers(catalogue, term);
    let fits = |(_, tops): &&Row| tops.iter().any(|top| numbers.contains(top));
    let others = if numbers.contains(&SEIZURE) { EPILEPTIC_JERKS } else { SOME_JERKS };
    JERKS.iter().find(fits).map_or(others, |(words, _)| words)
}

/// The everyday words of a term, if there are any that are natural in a sentence.
fn words_of(catalogue: &Catalogue, term: TermId) -> Option<Words> {
    let numbers = numbers(catalogue, term);
    let fits = |(_, tops): &Row| tops.iter().any(|top| numbers.contains(top));
    let in_table =
        |table: &[Row], tested| table.iter().position(fits).map(|row| Words { tested, row });
    in_table(FELT, false).or_else(|| in_table(TESTED, true))
}

impl Record {
    fn new(
        catalogue: &Catalogue,
        name: &'static str,
        inheritance: &[TermId],
        onset: &[FoundFeature],
        found: impl Iterator<Item = FoundFeature>,
    ) -> Self {
        let inheritance: Vec<u32> =
            inheritance.iter().map(|id| catalogue.term(*id).number).collect();
        let mut record = Self {
            name,
            inheritance: Inheritance::of(&inheritance),
            onset: ages(catalogue, onset),
            jerks: None,
            kinds: Vec::new(),
            findings: Vec::new(),
            deaths: Vec::new(),
            how_often_unsaid: false,
            of_energy: false,
        };
        for FoundFeature { term, frequency } in found {
            let often = HowOften::of(frequency);
            if catalogue.ontology().is_myoclonus(term) {
                record.jerks = record.jerks.into_iter().chain([often]).min();
                let kind = kind_of_jerks(catalogue, term);
                if !record.kinds.contains(&kind) {
                    record.kinds.push(kind);
                }
            } else if let Some(words) = words_of(catalogue, term) {
                // Without a frequency, the order of the table decides.
                let known = Frequency::range(frequency).filter(|_| often != HowOften::Unsaid);
                record.add(words, often, known.unwrap_or_default());
            }
        }
        record
    }

    /// Adds a finding; of several with the same words, the most frequent stays.
    fn add(&mut self, words: Words, often: HowOften, range: (u32, u32)) {
        let added = Finding { often, range: Reverse(range), words };
        match self.findings.iter_mut().find(|it| it.words == words) {
            None => self.findings.push(added),
            Some(known) if (often, added.range) < (known.often, known.range) => *known = added,
            Some(_) => {}
        }
    }

    /// The sentences, with as many findings as fit. A finding comes before the remark that jerks
    /// are seizures, and one finding before the energy of cells.
    fn in_words(&self) -> String {
        let with = |(of_energy, most, is_remarked)| {
            let parts = [
                self.what_it_is(of_energy),
                self.what_people_have(most, is_remarked),
                self.early_death(),
                self.passed_on().into(),
            ];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
        };
        let fits = |text: &String| text.split_whitespace().count() <= MOST_WORDS;
        let each = [self.of_energy, false].into_iter().flat_map(|of_energy| {
            let most = (1..=MOST_FINDINGS).rev();
            most.flat_map(move |most| [true, false].map(|remarked| (of_energy, most, remarked)))
        });
        each.map(with).find(fits).unwrap_or_else(|| with((false, 0, false)))
    }

    /// What kind of disease it is, and when it begins.
    fn what_it_is(&self, of_energy: bool) -> String {
        let name = self.name;
        let lower = name.to_lowercase();
        let is_tumour = TUMOURS.iter().any(|end| lower.ends_with(end));
        if self.is_risk() {
            let named = RISKS.iter().find(|(part, ..)| lower.contains(part));
            let (of_what, what) = match named {
                Some((_, of_what, what)) => (*of_what, *what),
                None if is_tumour => ("this tumour", "tumour"),
                None => ("this disease", "disease"),
            };
            let begins = self.begins().map(|begins| format!(" The {what} {begins}."));
            return format!(
                "{name} means a raised risk of {of_what}.{}",
                begins.unwrap_or_default()
            );
        }
        let kind = self.inheritance.map_or("", Inheritance::kind);
        let rare = if NOT_RARE.iter().any(|start| name.starts_with(start)) { "" } else { "rare " };
        let is_malformation = MALFORMATIONS.iter().any(|part| lower.contains(part));
        let what = match (is_tumour, is_malformation) {
            (true, _) => "tumour".to_owned(),
            (_, true) => format!("{rare}{kind}malformation of the brain"),
            _ if of_energy => format!("{rare}{kind}disease of the cells' energy supply"),
            _ => format!("{rare}{kind}disease"),
        };
        // What a child is born with begins before it is noticed.
        let is_inborn = is_malformation || lower.contains("congenital");
        let begins = self.begins().map(|begins| {
            if is_inborn {
                format!(" whose signs {}", begins.replace("begins", "begin"))
            } else {
                format!(" that {begins}")
            }
        });
        format!("{name} {} a {what}{}.", self.is(), begins.unwrap_or_default())
    }

    /// The verb after the name: a name that lists several things is called one.
    fn is(&self) -> &'static str {
        let first = self.name.split(" with ").next().unwrap_or_default();
        if first.contains(", and ") && !first.ends_with("syndrome") {
            "is the name of"
        } else if first.ends_with("seizures") {
            "are"
        } else {
            "is"
        }
    }

    /// Whether it is not a disease but a raised risk of one.
    fn is_risk(&self) -> bool {
        self.name.starts_with("Susceptibility to ")
    }

    /// When it begins: "usually begins at birth".
    fn begins(&self) -> Option<String> {
        let usual = self.onset.iter().find_map(|(age, verb)| Some((age, (*verb)?)));
        let (first, last) = (self.onset.first()?.0, self.onset.last()?.0);
        let since_birth = first >= Age::Birth;
        // Two times that do not follow each other are no choice: it can begin in between, too.
        let follow = last <= Age::FirstYear || first.is_followed_by(last);
        Some(match (usual, first, last) {
            (Some((age, verb)), ..) => format!("{verb} {}", age.when()),
            (None, ..) if first == last => format!("can begin {}", first.when()),
            (None, _, Age::FirstYear) if since_birth => format!("can begin {}", last.when()),
            (None, _, Age::OneToFive) if since_birth => {
                "can begin in the first five years of life".to_owned()
            }
            (None, Age::OneToFive, Age::FiveToFifteen) => {
                "can begin between the ages of 1 and 15".to_owned()
            }
            (None, ..) if self.onset.len() == 2 && follow => {
                format!("can begin {} or {}", first.when(), last.when())
            }
            (None, ..) => {
                format!("can begin at different ages, from {} to {}", first.start(), last.end())
            }
        })
    }

    /// The jerks and the findings that are most surely frequent, each with how often.
    fn what_people_have(&self, most: usize, is_remarked: bool) -> String {
        let mut chosen: Vec<&Finding> = Vec::new();
        let mut sorted: Vec<&Finding> = self.findings.iter().collect();
        // What the name is about comes first.
        let name = self.name.to_lowercase();
        let named = |it: &Finding| {
            NAMED.iter().any(|(part, words)| name.contains(part) && it.words.text() == *words)
        };
        sort_by_key(&mut sorted, |it| (!named(it), it.often, it.range, it.words));
        for tested in [false, true] {
            for finding in sorted.iter().filter(|it| it.words.tested == tested) {
                if chosen.iter().any(|it| it.words.are_like(finding.words)) {
                    continue;
                }
                if named(finding) {
                    if chosen.len() < most {
                        chosen.push(finding);
                    }
                    continue;
                }
                let alike = chosen.iter().filter(|it| it.often == finding.often).count();
                // What is rare, or seen in tests only, says little beside what is frequent.
                let enough = match finding.often {
                    _ if tested => 2,
                    HowOften::Few => 2,
                    _ => MOST_FINDINGS,
                };
                if chosen.len() < most.min(enough) && alike < MOST_ALIKE {
                    chosen.push(finding);
                }
            }
        }
        sort_by_key(&mut chosen, |it| (it.often, it.words.tested));
        let is_remarked = is_remarked && chosen.iter().all(|it| it.words.text() != SEIZURES);
        let whom = if self.is_risk() { "who fall ill" } else { "with it" };
        let mut clauses: Vec<String> = Vec::new();
        for often in
            [HowOften::Most, HowOften::Many, HowOften::Some, HowOften::Unsaid, HowOften::Few]
        {
            let jerks = (self.jerks == Some(often)).then(|| self.jerks_in_words(is_remarked));
            let found = chosen.iter().filter(|it| it.often == often).map(|it| it.words.text());
            let things: Vec<&str> = jerks.into_iter().chain(found).collect();
            if !things.is_empty() {
                let start = often.clause(clauses.is_empty().then_some(whom));
                clauses.push(format!("{start} {}", listed(&things)));
            }
        }
        if self.how_often_unsaid && !clauses.is_empty() {
            clauses.push("how often is not said".to_owned());
        }
        format!("{}.", clauses.join("; "))
    }

    /// That people with it can die early, and when; empty if nothing is recorded. Only the times
    /// that are surely the most frequent are named.
    fn early_death(&self) -> String {
        let Some(often) = self.deaths.iter().map(|(_, often)| *often).min() else {
            return String::new();
        };
        let of_this = self.deaths.iter().filter(|(_, it)| *it == often);
        let mut at: Vec<usize> = of_this.map(|(at, _)| *at).collect();
        sort_by_key(&mut at, |at| *at);
        // The first weeks are part of the first two years.
        let number = |at: &usize| DEATHS[*at].0;
        if at.iter().any(|at| number(at) == 1522) {
            at.retain(|at| number(at) != 3811);
        }
        let times = each_once(at.iter().map(|at| DEATHS[*at].1));
        let start = match often {
            HowOften::Most => "Most",
            HowOften::Many => "Many",
            HowOften::Some => "Some",
            HowOften::Few => "A few",
            HowOften::Unsaid => return can_be_fatal(&times),
        };
        let whom = at.iter().map(|at| DEATHS[*at].2).max().unwrap_or(Whom::People);
        format!("{start} {} with it die {}.", whom.word(), joined(&times, "or"))
    }

    /// The jerks: of one kind, or only that there are some, and whether they are seizures if this
    /// is to be remarked.
    fn jerks_in_words(&self, is_remarked: bool) -> &'static str {
        match self.kinds[..] {
            [EPILEPTIC_JERKS] if !is_remarked => SOME_JERKS,
            [kind] => kind,
            _ if is_remarked && self.kinds.contains(&EPILEPTIC_JERKS) => PARTLY_EPILEPTIC_JERKS,
            _ => SOME_JERKS,
        }
    }

    /// How it is passed on; empty if not recorded.
    fn passed_on(&self) -> &'static str {
        match self.inheritance {
            None => "",
            // A changed gene alone is not enough.
            Some(Inheritance::Dominant | Inheritance::Incomplete) if self.is_risk() => {
                "One parent can pass the risk on."
            }
            Some(_) if self.is_risk() => "",
            Some(way) => way.sentence(),
        }
    }
}

/// The times at which people die, and how often, among the courses and findings of a disease.
fn deaths(
    catalogue: &Catalogue,
    recorded: impl Iterator<Item = FoundFeature>,
) -> Vec<(usize, HowOften)> {
    let death = |FoundFeature { term, frequency }: FoundFeature| {
        let number = catalogue.term(term).number;
        let at = DEATHS.iter().position(|(term, ..)| *term == number)?;
        Some((at, HowOften::of(frequency)))
    };
    recorded.filter_map(death).collect()
}

/// That people can die at some times, where the data do not say how many do.
fn can_be_fatal(times: &[&str]) -> String {
    let (sudden, others): (Vec<&str>, Vec<&str>) =
        times.iter().partition(|time| **time == SUDDENLY);
    let fatal = (!others.is_empty()).then(|| format!("It can be fatal {}.", joined(&others, "or")));
    let sudden = (!sudden.is_empty()).then(|| "Sudden death can occur.".to_owned());
    fatal.into_iter().chain(sudden).collect::<Vec<_>>().join(" ")
}

/// A list in words. What people have trouble with is said once, at the end: "seizures, and trouble
/// learning and walking"; and so are the muscles: "floppy or stiff muscles".
fn listed(things: &[&str]) -> String {
    const TROUBLE: &str = "trouble ";
    const MUSCLES: &str = " muscles";
    let muscles: Vec<&str> = things.iter().filter_map(|it| it.strip_suffix(MUSCLES)).collect();
    let together = format!("{}{MUSCLES}", joined(&muscles, "or"));
    let trouble: Vec<&str> = things.iter().filter_map(|it| it.strip_prefix(TROUBLE)).collect();
    let mut others: Vec<&str> = Vec::new();
    for thing in things {
        if trouble.len() > 1 && thing.starts_with(TROUBLE) {
            continue;
        }
        let thing = if thing.ends_with(MUSCLES) { &together } else { *thing };
        if !others.contains(&thing) {
            others.push(thing);
        }
    }
    if trouble.len() < 2 {
        return joined(&others, "and");
    }
    let trouble = format!("{TROUBLE}{}", joined(&trouble, "and"));
    if others.is_empty() { trouble } else { format!("{}, and {trouble}", others.join(", ")) }
}

/// Words with commas, and a word such as "and" before the last.
fn joined(things: &[&str], before_last: &str) -> String {
    match things {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} {before_last} {last}", first.join(", ")),
    }
}

/// A time of life at which a disease begins, the earliest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Age {
    BeforeBirth,
    Birth,
    FirstWeeks,
    FirstYear,
    OneToFive,
    FiveToFifteen,
    YoungAdult,
    Adult,
    Middle,
    Old,
}

impl Age {
    /// The widest terms of each time of life.
    const TERMS: [(u32, Self); 10] = [
        (30_674, Self::BeforeBirth),
        (3577, Self::Birth),
        (3623, Self::FirstWeeks),
        (3593, Self::FirstYear),
        (11_463, Self::OneToFive),
        (3621, Self::FiveToFifteen),
        (11_462, Self::YoungAdult),
        (3596, Self::Middle),
        (3584, Self::Old),
        // The wider term of the three before.
        (3581, Self::Adult),
    ];

    const fn when(self) -> &'static str {
        match self {
            Self::BeforeBirth => "before birth",
            Self::Birth => "at birth",
            Self::FirstWeeks => "in the first weeks of life",
            Self::FirstYear => "in the first year of life",
            Self::OneToFive => "between the ages of 1 and 5",
            Self::FiveToFifteen => "between the ages of 5 and 15",
            Self::YoungAdult => "in young adulthood",
            Self::Adult => "in adulthood",
            Self::Middle => "in middle age",
            Self::Old => "after the age of 60",
        }
    }

    /// The start of this time, as it fits after "from".
    const fn start(self) -> &'static str {
        match self {
            Self::BeforeBirth => "before birth",
            Self::Birth => "birth",
            Self::FirstWeeks => "the first weeks of life",
            Self::FirstYear => "the first year of life",
            Self::OneToFive => "the age of 1",
            Self::FiveToFifteen => "the age of 5",
            Self::YoungAdult | Self::Adult => "young adulthood",
            Self::Middle => "middle age",
            Self::Old => "old age",
        }
    }

    /// Whether there is no time of life between this one and a later one.
    const fn is_followed_by(self, later: Self) -> bool {
        match self {
            Self::BeforeBirth | Self::Birth | Self::FirstWeeks => later as u8 == self as u8 + 1,
            Self::FirstYear => matches!(later, Self::OneToFive),
            Self::OneToFive => matches!(later, Self::FiveToFifteen),
            Self::FiveToFifteen => matches!(later, Self::YoungAdult | Self::Adult),
            Self::YoungAdult | Self::Adult => matches!(later, Self::Adult | Self::Middle),
            Self::Middle | Self::Old => matches!(later, Self::Old),
        }
    }

    /// The end of this time, as it fits after "to".
    const fn end(self) -> &'static str {
        match self {
            Self::BeforeBirth | Self::Birth => "birth",
            Self::FirstWeeks => "the first weeks of life",
            Self::FirstYear => "the first year of life",
            Self::OneToFive => "the age of 5",
            Self::FiveToFifteen => "the age of 15",
            Self::YoungAdult => "young adulthood",
            Self::Adult => "adulthood",
            Self::Middle => "middle age",
            Self::Old => "old age",
        }
    }
}

/// When a disease begins, the earliest first. A time has a verb if it is the only one and nothing
/// is counted, or if it is surely that of more than half of the patients.
fn ages(catalogue: &Catalogue, onset: &[FoundFeature]) -> Vec<(Age, Option<&'static str>)> {
    let ontology = catalogue.ontology();
    let age = |term: TermId| {
        let kind_of = |wider: u32| {
            let wider = ontology.find(&format!("HP:{wider:07}"));
            wider.is_some_and(|wider| ontology.is_kind_of(term, wider))
        };
        Age::TERMS.iter().find(|(wider, _)| kind_of(*wider)).map(|(_, age)| *age)
    };
    let known = onset.iter().filter_map(|found| Some((age(found.term)?, found.frequency)));
    let known: Vec<_> = known.collect();
    let only = known.len() == 1;
    let is_of_first_year = in_the_first_year(&known) == HowOften::Most;
    let mut ages: Vec<(Age, Option<&'static str>)> = Vec::new();
    for (age, frequency) in known {
        let verb = match HowOften::of(frequency) {
            HowOften::Most => Some("usually begins"),
            // The one age that is recorded, without a count.
            _ if only && frequency.is_empty() => Some("begins"),
            _ => None,
        };
        ages.push((age, verb));
    }
    // Of two records for one time of life, the usual one comes first.
    sort_by_key(&mut ages, |(age, verb)| (*age, verb.is_none()));
    ages.dedup_by_key(|(age, _)| *age);
    let of_first_year = ages.iter_mut().find(|(age, _)| *age == Age::FirstYear);
    if let Some((_, verb)) = of_first_year.filter(|_| is_of_first_year) {
        *verb = Some("usually begins");
    }
    ages
}

/// How often a disease begins from birth to the end of the first year, where the patients of each
/// time in it were counted among the same number. The times do not overlap, so the patients add up.
fn in_the_first_year(known: &[(Age, &'static [Frequency])]) -> HowOften {
    let mut together: Option<(u16, u16)> = None;
    for (_, frequency) in
        known.iter().filter(|(age, _)| (Age::Birth..=Age::FirstYear).contains(age))
    {
        let [Frequency::Counted { found, examined }] = **frequency else {
            return HowOften::Unsaid;
        };
        let (sum, among) = together.unwrap_or((0, examined));
        if among != examined || sum + found > examined {
            return HowOften::Unsaid;
        }
        together = Some((sum + found, examined));
    }
    together.map_or(HowOften::Unsaid, |(found, examined)| {
        HowOften::of(&[Frequency::Counted { found, examined }])
    })
}

/// A way in which a disease is passed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inheritance {
    Recessive,
    Dominant,
    /// Dominant, but not everyone with the gene is ill.
    Incomplete,
    /// Dominant, and earlier in each generation.
    Anticipation,
    New,
    OneOrBoth,
    XRecessive,
    XDominant,
    X,
    Mitochondrial,
    Sporadic,
    Several,
    /// The name says that a piece of a chromosome is missing.
    Missing,
    /// The name says that a piece of a chromosome is there twice.
    Doubled,
    /// The name says that the ends of a chromosome are joined.
    Ring,
    /// The name says that a chromosome comes twice from one parent.
    OneParent,
}

impl Inheritance {
    fn of(terms: &[u32]) -> Option<Self> {
        let has = |number: u32| terms.contains(&number);
        let (dominant, recessive) = (has(6), has(7));
        let x_linked = has(1417) || has(1419) || has(1423);
        let mitochondrial = has(1427);
        let ways = [dominant, recessive, x_linked, mitochondrial];
        Some(match ways.iter().filter(|way| **way).count() {
            0 if has(3745) => Self::Sporadic,
            0 => return None,
            1 if recessive => Self::Recessive,
            1 if mitochondrial => Self::Mitochondrial,
            1 if has(1419) => Self::XRecessive,
            1 if has(1423) => Self::XDominant,
            1 if x_linked => Self::X,
            1 if has(25_352) => Self::New,
            1 if has(3829) => Self::Incomplete,
            1 if has(3743) => Self::Anticipation,
            1 => Self::Dominant,
            2 if dominant && recessive => Self::OneOrBoth,
            _ => Self::Several,
        })
    }

    /// What the name in a registry says: a change of a chromosome, or, where nothing is recorded,
    /// a way in which it is passed on.
    fn by_name(cause: &Cause) -> Option<Self> {
        const CHANGES: [(&str, Inheritance); 5] = [
            ("microdeletion", Inheritance::Missing),
            (" deletion", Inheritance::Missing),
            ("duplication", Inheritance::Doubled),
            ("ring chromosome", Inheritance::Ring),
            ("uniparental disomy", Inheritance::OneParent),
        ];
        let name = cause.name.to_lowercase();
        let change = CHANGES.iter().find(|(part, _)| name.contains(part)).map(|(_, way)| *way);
        change.or_else(|| Self::of(&[cause.inheritance_by_name()?.0]))
    }

    /// The word before "disease", if it is sure.
    const fn kind(self) -> &'static str {
        match self {
            Self::Sporadic => "",
            // The change may be new.
            Self::Dominant
            | Self::Incomplete
            | Self::New
            | Self::XRecessive
            | Self::XDominant
            | Self::X
            | Self::Missing
            | Self::Doubled
            | Self::Ring
            | Self::OneParent => "genetic ",
            _ => "inherited ",
        }
    }

    const fn sentence(self) -> &'static str {
        match self {
            Self::Recessive => "A person gets it when both parents pass on a changed gene.",
            Self::Dominant => "One changed gene is enough, either inherited or new.",
            Self::Incomplete => {
                "One changed gene can be enough, but not everyone with it falls ill."
            }
            Self::Anticipation => {
                "One changed gene is enough, and the disease can start earlier in each generation."
            }
            Self::New => "The changed gene is usually new in the child.",
            Self::OneOrBoth => {
                "In some families one changed gene is enough; in others both parents pass one on."
            }
            Self::XRecessive => {
                "The changed gene is on the X chromosome, so boys are affected more often."
            }
            Self::XDominant => {
                "The changed gene is on the X chromosome, and one copy of it is enough."
            }
            Self::X => "The changed gene is on the X chromosome.",
            Self::Mitochondrial => "The changed gene is passed on by the mother.",
            Self::Sporadic => "It can appear without anyone else in the family having it.",
            Self::Several => "It is passed on in more than one way.",
            Self::Missing => "A small piece of a chromosome is missing.",
            Self::Doubled => "A piece of a chromosome is there twice.",
            Self::Ring => "The ends of a chromosome are joined into a ring.",
            Self::OneParent => "A chromosome comes twice from one parent, and not from the other.",
        }
    }
}

#[cfg(test)]
mod tests;
