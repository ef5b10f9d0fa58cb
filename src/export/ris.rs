//! Sources in the format RIS, which every reference manager reads.
//!
//! Writes what is recorded of a source and nothing else. Does not know which sources are wanted.

use super::bibliography::{Authors, Issue, Name, PublicationType, stopped};
use super::pubmed;
use crate::catalogue::Source;

/// Some sources as one file.
pub(crate) fn write<'a>(sources: impl IntoIterator<Item = &'a Source>) -> String {
    let mut file = String::new();
    for source in sources {
        record(source, &mut file);
    }
    file
}

/// One source.
fn record(source: &Source, into: &mut String) {
    let mut line = |tag: &str, value: &str| {
        // A line is a field: no value may contain a line break.
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        into.push_str(&format!("{tag}  - {value}\r\n"));
    };
    line("TY", tag(PublicationType::of(source)));
    line("ID", source.slug);
    match source.authors.map(Authors::parse) {
        None => {}
        Some(Authors::Each { names, others }) => {
            for name in names {
                match name {
                    // The format asks for a stop behind each initial.
                    Name::Person { family, given } => {
                        line("AU", &format!("{family}, {}", stopped(given, "")));
                    }
                    // A comma would split it into a family name and a given one.
                    Name::Whole(whole) if whole.contains(',') => line("N1", &as_shown(whole)),
                    Name::Whole(whole) => line("AU", whole),
                }
            }
            if others {
                // The format has no word for it: any text in an author field is an author.
                line("N1", "Further authors are not listed");
            }
        }
        Some(Authors::AsShown(shown)) => line("N1", &as_shown(shown)),
    }
    line("TI", source.title);
    match Issue::of(source).filter(|_| PublicationType::of(source) == PublicationType::Article) {
        Some(issue) => {
            line("T2", issue.journal);
            line("VL", issue.volume);
            issue.number.into_iter().for_each(|number| line("IS", number));
            if let Some((first, last)) = issue.pages {
                line("SP", first);
                last.into_iter().for_each(|last| line("EP", last));
            }
        }
        None => source.container.into_iter().for_each(|container| line("T2", container)),
    }
    source.year.into_iter().for_each(|year| line("PY", &year.to_string()));
    source.doi.into_iter().for_each(|doi| line("DO", doi));
    if let Some(pmid) = source.pmid {
        line("AN", pmid);
        line("DB", "PubMed");
    }
    let page = source.url.map(str::to_owned).or_else(|| source.pmid.map(pubmed));
    page.into_iter().for_each(|page| line("UR", &page));
    line("M3", source.kind.label());
    line("N1", &format!("Read: {}", source.seen_as));
    line("ER", "");
}

/// The word for a type of publication.
const fn tag(sort: PublicationType) -> &'static str {
    match sort {
        PublicationType::Article => "JOUR",
        PublicationType::Conference => "CPAPER",
        PublicationType::Chapter => "CHAP",
        PublicationType::Page => "ELEC",
        PublicationType::Data => "DATA",
        PublicationType::Other => "GEN",
    }
}

/// Authors that could not be divided surely.
fn as_shown(authors: &str) -> String {
    format!("Authors as shown: {authors}")
}
