//! Sources in the format BibTeX.
//!
//! Writes what is recorded for a source and nothing else. The keys are the slugs of the sources.
//! Does not know which sources are wanted.

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
    let shown = source.authors.map(Authors::parse);
    match &shown {
        Some(shown) => field("author", Some(authors(shown))),
        // Styles that make labels of names take this instead.
        None => field("key", Some(escaped(source.title))),
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
        Name::Person { family, given: "" } => escaped(family),
        Name::Person { family, given } => {
            format!("{}, {}", escaped(family), escaped(&stopped(given, " ")))
        }
        Name::Whole(whole) => format!("{{{}}}", escaped(whole)),
    });
    let others = shown.others.then(|| "others".to_owned());
    names.chain(others).collect::<Vec<_>>().join(" and ")
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
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// An address or an identifier. Styles print it as it is, so only characters that would open or end
/// a field are encoded.
fn verbatim(address: &str) -> String {
    address.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C")
}
