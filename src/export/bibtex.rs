//! Sources in the format BibTeX.
//!
//! Writes what is recorded of a source and nothing else; the keys are the names that sources have
//! everywhere in the explorer. Does not know which sources are asked for.

use super::bibliography::{Authors, Issue, Name, PublicationType, stopped};
use super::pubmed;
use crate::catalogue::Source;

/// Some sources as one file.
pub(crate) fn write<'a>(sources: impl IntoIterator<Item = &'a Source>) -> String {
    sources.into_iter().map(record).collect::<Vec<_>>().join("\n")
}

/// One source.
fn record(source: &Source) -> String {
    let sort = PublicationType::of(source);
    let issue = Issue::of(source).filter(|_| sort == PublicationType::Article);
    let container = issue.map(|issue| issue.journal).or(source.container);
    let place = match sort {
        PublicationType::Article => "journal",
        PublicationType::Conference | PublicationType::Chapter => "booktitle",
        PublicationType::Page | PublicationType::Data | PublicationType::Other => "howpublished",
    };
    let mut record = format!("@{}{{{},\n", tag(sort), source.slug);
    let mut field = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            record.push_str(&format!("  {name} = {{{value}}},\n"));
        }
    };
    let text = |value: &str| escaped(value);
    field("author", source.authors.map(authors));
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
    let note = format!("{}; read: {}", source.kind.label(), source.seen_as);
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

/// Authors; braces keep in one piece what must not be taken for given names and family names.
fn authors(shown: &str) -> String {
    match Authors::parse(shown) {
        Authors::AsShown(shown) => format!("{{{}}}", escaped(shown)),
        Authors::Each { names, others } => {
            let names = names.into_iter().map(|name| match name {
                Name::Person { family, given } => {
                    format!("{}, {}", escaped(family), escaped(&stopped(given, " ")))
                }
                Name::Whole(whole) => format!("{{{}}}", escaped(whole)),
            });
            let others = others.then(|| "others".to_owned());
            names.chain(others).collect::<Vec<_>>().join(" and ")
        }
    }
}

fn pages((first, last): (&str, Option<&str>)) -> String {
    match last {
        Some(last) => escaped(&format!("{first}--{last}")),
        None => escaped(first),
    }
}

/// A text without any command of TeX.
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
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// An address or an identifier. Styles take it as it is; only letters that would end or open a
/// field are encoded.
fn verbatim(address: &str) -> String {
    address.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C")
}
