//! Sources in the format BibTeX.
//!
//! Writes what is recorded for a source and nothing else. The keys are the slugs of the sources.
//! Does not know which sources are wanted.

use std::collections::BTreeMap;

use super::bibliography::{Authors, Issue, Name, PublicationType, stopped};
use super::pubmed;
use crate::catalogue::Source;

/// The letters by which styles such as `alpha` tell apart sources with the same label. After the
/// last one they print signs that break the bibliography.
const LETTERS: usize = 26;

/// Some sources as one file.
pub(crate) fn write<'a>(sources: impl IntoIterator<Item = &'a Source>) -> String {
    let sources: Vec<_> = sources.into_iter().collect();
    let mut same = BTreeMap::<Label, usize>::new();
    for label in sources.iter().filter_map(|source| label(source)) {
        *same.entry(label).or_default() += 1;
    }
    let is_crowded = |source| label(source).is_some_and(|label| same[&label] > LETTERS);
    let records = sources.iter().map(|source| record(source, is_crowded(source)));
    records.collect::<Vec<_>>().join("\n")
}

/// What styles make a label of: the first letters of the author, and the year.
type Label = (String, Option<u16>);

/// The label of a source whose only author is an organisation. Many undated pages can have the
/// same.
fn label(source: &Source) -> Option<Label> {
    let shown = Authors::parse(source.authors?);
    match shown.names[..] {
        [Name::Whole(whole)] => Some((whole.chars().take(3).collect(), source.year)),
        _ => None,
    }
}

/// One source. Where its label is crowded, styles must make it of the title instead, so the
/// organisation is not written as an author.
fn record(source: &Source, is_crowded: bool) -> String {
    let sort = PublicationType::of(source);
    let issue = Issue::of(source).filter(|_| sort == PublicationType::Article);
    let container = issue.map(|issue| issue.journal).or(source.container);
    let place = match sort {
        PublicationType::Article => "journal",
        PublicationType::Conference | PublicationType::Chapter => "booktitle",
        PublicationType::Page | PublicationType::Data | PublicationType::Other => "howpublished",
    };
    let tag = if is_crowded { "manual" } else { tag(sort) };
    let mut record = format!("@{tag}{{{},\n", source.slug);
    let mut field = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            record.push_str(&format!("  {name} = {{{value}}},\n"));
        }
    };
    let text = |value: &str| escaped(value);
    let shown = source.authors.map(Authors::parse);
    if let Some(shown) = &shown {
        field(if is_crowded { "organization" } else { "author" }, Some(authors(shown)));
    }
    if shown.is_none() || is_crowded {
        // Styles that make labels of names take this instead. In the inner braces its brackets
        // are not taken for those of the label.
        field("key", Some(format!("{{{}}}", escaped(source.title))));
    }
    // The inner braces keep the capitals as they are.
    field("title", Some(format!("{{{}}}", escaped(source.title))));
    field(place, container.map(text));
    field("volume", issue.map(|issue| text(issue.volume)));
    field("number", issue.and_then(|issue| issue.number.map(text)));
    field("pages", issue.and_then(|issue| issue.pages).map(pages));
    field("year", source.year.map(|year| year.to_string()));
    field("doi", source.doi.map(verbatim));
    field("pmid", source.pmid.map(text));
    let page = source.url.map(str::to_owned).or_else(|| source.pmid.map(pubmed));
    field("url", page.map(|page| verbatim(&page)));
    let remark = shown.and_then(|shown| shown.remark);
    let remark = remark.map(|remark| format!("; {remark}")).unwrap_or_default();
    let note = format!("{}; read: {}{remark}", source.kind.label(), source.seen_as);
    field("note", Some(escaped(&note)));
    record.push_str("}\n");
    record
}

/// The word for a type of publication. Old styles know neither pages nor data sets.
const fn tag(sort: PublicationType) -> &'static str {
    match sort {
        PublicationType::Article => "article",
        PublicationType::Conference => "inproceedings",
        PublicationType::Chapter => "incollection",
        PublicationType::Page | PublicationType::Data | PublicationType::Other => "misc",
    }
}

/// The authors. Braces keep a name whole that must not be split into given and family names.
fn authors(shown: &Authors<'_>) -> String {
    let names = shown.names.iter().map(|name| match name {
        // A family name of several words would be split.
        Name::Person { family, given: "" } if family.contains(' ') => {
            format!("{{{}}}", escaped(family))
        }
        Name::Person { family, given: "" } => family_name(family),
        Name::Person { family, given } => {
            format!("{}, {}", family_name(family), escaped(&stopped(given, " ")))
        }
        Name::Whole(whole) => format!("{{{}}}", escaped(whole)),
    });
    let others = shown.others.then(|| "others".to_owned());
    names.chain(others).collect::<Vec<_>>().join(" and ")
}

/// A family name. Some styles make a label of the first letter of each of its words, and cut a
/// letter in two if it has several bytes, unless it is a special character in the sense of BibTeX.
fn family_name(name: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if !first.is_ascii() => {
                format!("{{\\relax {first}}}{}", escaped(letters.as_str()))
            }
            _ => escaped(word),
        }
    };
    name.split_inclusive([' ', '-']).map(word).collect()
}

fn pages((first, last): (&str, Option<&str>)) -> String {
    match last {
        Some(last) => escaped(&format!("{first}--{last}")),
        None => escaped(first),
    }
}

/// A text with the special characters of TeX escaped.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '<' => escaped.push_str("\\textless{}"),
            '>' => escaped.push_str("\\textgreater{}"),
            '{' | '}' | '$' | '&' | '#' | '_' | '%' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            _ if letter.is_whitespace() => escaped.push(' '),
            _ => match greek(letter) {
                // Braces keep a style from changing its case.
                Some(name) => escaped.extend(["{$\\", name, "$}"]),
                None => escaped.push(letter),
            },
        }
    }
    escaped
}

/// The name that TeX has for a small Greek letter. It cannot print the letter itself.
fn greek(letter: char) -> Option<&'static str> {
    Some(match letter {
        'α' => "alpha",
        'β' => "beta",
        'γ' => "gamma",
        'δ' => "delta",
        'ε' => "epsilon",
        'ζ' => "zeta",
        'η' => "eta",
        'θ' => "theta",
        'ι' => "iota",
        'κ' => "kappa",
        'λ' => "lambda",
        'μ' => "mu",
        'ν' => "nu",
        'ξ' => "xi",
        'π' => "pi",
        'ρ' => "rho",
        'σ' => "sigma",
        'τ' => "tau",
        'υ' => "upsilon",
        'φ' => "phi",
        'χ' => "chi",
        'ψ' => "psi",
        'ω' => "omega",
        _ => return None,
    })
}

/// An address or an identifier. Styles print it as it is, so only characters that would open or end
/// a field are encoded.
fn verbatim(address: &str) -> String {
    address.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C")
}
