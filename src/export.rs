//! The view as a file: the entries of a list as a table or as JSON, and sources for a reference
//! manager.
//!
//! Decides which entries, which sources and which name; each format has a module of its own. Knows
//! no browser: the caller names the build and the address of the explorer.

mod bibliography;
mod bibtex;
pub(crate) mod csv;
mod record;
mod ris;
#[cfg(test)]
mod tests;

use crate::catalogue::{Catalogue, Link, SourceId};
use crate::explorer::{Explorer, Results, Row};
use crate::genes::{self, Gene};
use crate::json::{self, Object, Value};
use crate::view::address;
use crate::view::{Page, ViewState};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The entries as a table.
    Csv,
    /// The entries as JSON.
    Json,
    /// The sources as RIS.
    Ris,
    /// The sources as BibTeX.
    BibTex,
}

impl Format {
    /// Every format, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[Self::Csv, Self::Json, Self::Ris, Self::BibTex];

    /// The formats of sources.
    pub const OF_SOURCES: &'static [Self] = &[Self::Ris, Self::BibTex];

    /// The ending of a file's name.
    const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Ris => "ris",
            Self::BibTex => "bib",
        }
    }

    /// The media type.
    const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::Json => "application/json",
            Self::Ris => "application/x-research-info-systems",
            Self::BibTex => "application/x-bibtex",
        }
    }
}

/// A file to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its media type, for a browser.
    pub media_type: &'static str,
    /// Its content.
    pub text: String,
    /// How many entries, sources or genes it contains.
    pub count: usize,
    /// Which of these they are.
    pub what: &'static str,
}

/// What a file contains, in the plural.
const ENTRIES: &str = "entries";
const SOURCES: &str = "sources";
const GENES: &str = "genes";

/// Where an export comes from.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    /// The address of the explorer, without a fragment; empty if others cannot use it. Addresses of
    /// entries are then fragments.
    pub site: &'a str,
    /// The build that is running.
    pub build: &'a str,
}

/// The notice in every file of ours: exports, and the open data.
pub const NOTICE: &str = "For reading and orientation: no diagnosis, no doses. Not reviewed by a \
                          clinician. A missing field means not recorded. It does not mean no. \
                          Terms of the Human Phenotype Ontology are unaltered and under its own \
                          licence; numbers and names of OMIM and Orphanet belong to them.";

/// The list of a view, or its sources.
pub fn list(
    explorer: &Explorer,
    view: &ViewState,
    results: &Results,
    origin: Origin<'_>,
    format: Format,
) -> File {
    let catalogue = explorer.catalogue();
    let entries = entries(catalogue, view, results);
    let page = view.page.key();
    let text = match format {
        Format::Csv => table(explorer, view, &entries, origin),
        Format::Json => document(explorer, view, &entries, origin),
        Format::Ris | Format::BibTex => {
            let matching = entries.iter().filter(|entry| entry.matches);
            let cited = cited(catalogue, matching.map(|entry| entry.link));
            return of_sources(catalogue, &format!("{page}-sources"), &cited, format);
        }
    };
    File { count: entries.len(), what: ENTRIES, ..file(catalogue, page, format, text) }
}

/// The sources of one entry. A table of one row makes no sense: every format but RIS falls back to
/// BibTeX.
pub fn sources_of(catalogue: &'static Catalogue, entry: Link, format: Format) -> File {
    let opened = record::opened(catalogue, entry);
    let what = format!("{}-sources", opened.open.unwrap_or_default());
    of_sources(catalogue, &what, &cited(catalogue, std::iter::once(entry)), format)
}

/// All sources, in the order of their page. JSON is in the open data, so it falls back to the
/// table.
pub fn all_sources(catalogue: &'static Catalogue, format: Format, build: &str) -> File {
    let all: Vec<SourceId> = catalogue.source_ids().collect();
    match format {
        Format::Ris | Format::BibTex => of_sources(catalogue, SOURCES, &all, format),
        Format::Csv | Format::Json => {
            let text = table_of_sources(catalogue, build);
            let file = file(catalogue, SOURCES, Format::Csv, text);
            File { count: all.len(), what: SOURCES, ..file }
        }
    }
}

fn table_of_sources(catalogue: &'static Catalogue, build: &str) -> String {
    let head =
        ["id", "title", "authors", "year", "container", "doi", "pmid", "url", "kind", "seen"];
    let head = head.map(str::to_owned).into_iter().chain(["notice".to_owned()]);
    let notice = notice(catalogue, build);
    let rows = catalogue.sources().iter().map(|source| {
        let owned = |text: Option<&str>| text.unwrap_or_default().to_owned();
        vec![
            source.slug.to_owned(),
            source.title.to_owned(),
            owned(source.authors),
            source.year.map(|year| year.to_string()).unwrap_or_default(),
            owned(source.container),
            owned(source.doi),
            owned(source.pmid),
            owned(source.url),
            source.kind.key().to_owned(),
            source.seen_as.to_owned(),
            notice.clone(),
        ]
    });
    csv::write(std::iter::once(head.collect::<Vec<_>>()).chain(rows))
}

/// Some genes as a table, with a row for each of their diseases.
pub fn genes(catalogue: &'static Catalogue, genes: &[Gene], build: &str) -> File {
    let head = ["gene", "former_symbols", "other_symbols", "disease_id", "disease", "inheritance"];
    let head = head.into_iter().chain(["begins", "same_as", "notice"]).map(str::to_owned);
    let notice = notice(catalogue, build);
    let pairs = genes.iter().flat_map(|gene| gene.diseases.iter().map(|id| (gene.symbol, *id)));
    let rows = pairs.map(|(symbol, id)| {
        let symbols = catalogue.gene_symbols(symbol);
        let cause = catalogue.cause(id);
        let begins = crate::entry::begins(catalogue, cause);
        vec![
            symbol.to_owned(),
            symbols.former().collect::<Vec<_>>().join("; "),
            symbols.others().collect::<Vec<_>>().join("; "),
            cause.slug.to_owned(),
            cause.name.to_owned(),
            genes::of(catalogue, id).collect::<Vec<_>>().join("; "),
            begins.map(|it| it.words.join("; ")).unwrap_or_default(),
            cause.same_as.join("; "),
            notice.clone(),
        ]
    });
    let text = csv::write(std::iter::once(head.collect::<Vec<_>>()).chain(rows));
    let file = file(catalogue, GENES, Format::Csv, text);
    File { count: genes.len(), what: GENES, ..file }
}

fn of_sources(
    catalogue: &'static Catalogue,
    name: &str,
    cited: &[SourceId],
    format: Format,
) -> File {
    let text = references(catalogue, cited, format);
    File { count: cited.len(), what: SOURCES, ..file(catalogue, name, format, text) }
}

fn file(catalogue: &Catalogue, name: &str, format: Format, text: String) -> File {
    let name = format!("myoclonus-{name}-{}.{}", catalogue.date, format.ending());
    File { name, media_type: format.media_type(), text, count: 0, what: ENTRIES }
}

/// An entry of the list in view.
struct Entry {
    link: Link,
    /// Whether it fits all filters. If not, a chosen facet is not recorded for it.
    matches: bool,
    /// Whether its spelling is only similar to what was asked.
    is_guess: bool,
}

/// The entries of a list in the order of the page.
fn entries(catalogue: &'static Catalogue, view: &ViewState, results: &Results) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut take = |rows: &[Row], matches: bool| {
        if view.page == Page::Causes {
            entries.extend(rows.iter().map(|row| Entry {
                link: row.entry,
                matches,
                is_guess: row.is_guess,
            }));
        } else {
            // Topics keep their places on the page, whichever match best.
            let places = catalogue.in_sections(view.page.kinds()).map(|(id, _)| Link::Topic(id));
            let listed = places.filter_map(|link| rows.iter().find(|row| row.entry == link));
            entries.extend(listed.map(|row| Entry {
                link: row.entry,
                matches,
                is_guess: row.is_guess,
            }));
        }
    };
    take(&results.rows, true);
    if !view.hides_not_recorded {
        take(&results.not_recorded, false);
    }
    entries
}

/// The sources of some entries, each once, in the order in which they are first cited.
fn cited(catalogue: &'static Catalogue, entries: impl Iterator<Item = Link>) -> Vec<SourceId> {
    let mut is_cited = vec![false; catalogue.sources().len()];
    let sources = entries.flat_map(|entry| record::sources(catalogue, entry));
    sources.filter(|id| !std::mem::replace(&mut is_cited[id.index()], true)).collect()
}

fn references(catalogue: &'static Catalogue, cited: &[SourceId], format: Format) -> String {
    let sources = cited.iter().map(|id| catalogue.source(*id));
    if format == Format::Ris { ris::write(sources) } else { bibtex::write(sources) }
}

/// An entry as fields, from how it fits to its address.
fn object(explorer: &Explorer, page: Page, entry: &Entry, origin: Origin<'_>) -> Object {
    let catalogue = explorer.catalogue();
    let fit = match (entry.matches, entry.is_guess) {
        (_, true) => "only similar in spelling",
        (true, false) => "matches",
        (false, false) => "not recorded",
    };
    let mut object = vec![("fit", Value::Text(fit.to_owned()))];
    object.extend(record::of(catalogue, page, entry.link));
    let opened = record::opened(catalogue, entry.link);
    object.push(("address", Value::Text(address(explorer, origin, &opened))));
    object
}

/// The whole address of a view.
fn address(explorer: &Explorer, origin: Origin<'_>, view: &ViewState) -> String {
    let fragment = address::print(explorer.catalogue(), explorer.facets(), view);
    format!("{}{fragment}", origin.site)
}

/// The entries as a table. The notice is its last column: a table has no other place for it.
fn table(explorer: &Explorer, view: &ViewState, entries: &[Entry], origin: Origin<'_>) -> String {
    let page = view.page;
    let catalogue = explorer.catalogue();
    let notice = notice(catalogue, origin.build) + &asked(view);
    let first = match page {
        Page::Causes => catalogue.cause_ids().next().map(Link::Cause),
        _ => catalogue.in_sections(page.kinds()).next().map(|(id, _)| Link::Topic(id)),
    };
    let heads = first.map(|link| {
        object(explorer, page, &Entry { link, matches: true, is_guess: false }, origin)
    });
    let heads = heads.into_iter().flatten().map(|(name, _)| name.to_owned());
    let head = heads.chain(std::iter::once("notice".to_owned())).collect::<Vec<_>>();
    let rows = entries.iter().map(|entry| {
        let cells = object(explorer, page, entry, origin).into_iter();
        cells.map(|(_, value)| cell(value)).chain(std::iter::once(notice.clone())).collect()
    });
    csv::write(std::iter::once(head).chain(rows))
}

/// What was asked in words, to be added to a notice.
fn asked(view: &ViewState) -> String {
    let query = view.query.trim();
    let searched = (!query.is_empty()).then(|| format!(" Searched for: {query}"));
    let medicines = view.medicines.join(", ");
    let listed = (!medicines.is_empty()).then(|| format!(" List of medicines: {medicines}"));
    listed.into_iter().chain(searched).collect()
}

/// What stands in the last column of every table.
fn notice(catalogue: &Catalogue, build: &str) -> String {
    format!(
        "Not reviewed by a clinician. An empty cell means not recorded. It does not mean no. Data \
         as of {}, build {build}, CC BY 4.0. Terms of the Human Phenotype Ontology are under its \
         own licence; numbers and names of OMIM and Orphanet belong to them.",
        catalogue.date
    )
}

/// A value in one cell.
fn cell(value: Value) -> String {
    match value {
        Value::Text(text) => text,
        Value::List(texts) => texts.join("; "),
        Value::Flag(flag) => flag.to_string(),
        Value::Count(count) => count.to_string(),
        Value::Objects(_) => String::new(),
    }
}

/// The entries as JSON, after a description of the file.
fn document(
    explorer: &Explorer,
    view: &ViewState,
    entries: &[Entry],
    origin: Origin<'_>,
) -> String {
    let catalogue = explorer.catalogue();
    let text = |text: &str| Value::Text(text.to_owned());
    // The compared entries and the open entry make no difference to the list.
    let asked = ViewState { compared: Vec::new(), embed: false, ..view.closing() };
    let count = |counts: fn(&Entry) -> bool| {
        Value::Count(entries.iter().filter(|entry| counts(entry)).count())
    };
    let objects = entries.iter().map(|entry| object(explorer, view.page, entry, origin)).collect();
    json::write(&vec![
        ("address", Value::Text(address(explorer, origin, &asked))),
        ("date", text(catalogue.date)),
        ("hpo_release", text(catalogue.hpo_release)),
        ("build", text(origin.build)),
        ("licence", text("CC-BY-4.0")),
        ("notice", text(NOTICE)),
        ("matches", count(|entry| entry.matches && !entry.is_guess)),
        ("only_similar", count(|entry| entry.is_guess)),
        ("not_recorded", count(|entry| !entry.matches && !entry.is_guess)),
        (if view.page == Page::Causes { "causes" } else { "topics" }, Value::Objects(objects)),
    ])
}

/// The page of a source in PubMed.
fn pubmed(number: &str) -> String {
    format!("https://pubmed.ncbi.nlm.nih.gov/{number}/")
}
