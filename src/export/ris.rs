//! Sources in the format RIS, which every reference manager reads.
//!
//! Writes what is recorded for a source and nothing else. Does not know which sources are wanted.

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
    if let Some(Authors { names, others, remark }) = source.authors.map(Authors::parse) {
        for name in names {
            match name {
                Name::Person { family, given: "" } => line("AU", family),
                // The format asks for a full stop after each initial.
                Name::Person { family, given } => {
                    line("AU", &format!("{family}, {}", stopped(given, "")));
                }
                // The comma says that all of it is one name, which programs must not divide. The
                // format has no room for another one.
                Name::Whole(whole) if whole.contains(',') => {
                    line("AU", &format!("{},", whole.replace(',', "")));
                }
                Name::Whole(whole) => line("AU", &format!("{whole},")),
            }
        }
        if others {
            // The format has no word for it: any text in an author field is an author.
            line("N1", "Further authors are not listed");
        }
        remark.into_iter().for_each(|remark| line("N1", remark));
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
