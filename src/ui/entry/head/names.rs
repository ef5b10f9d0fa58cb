//! The other names of an entry, of a medicine and of a gene.
//!
//! Many names are folded: what to do about an emergency must not be pushed out of view. The search
//! finds all of them, shown or folded.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, CauseId};

/// How many names are shown at once, and how many of many.
const FEW: usize = 4;
const FIRST: usize = 2;

/// The other names of a cause; for a medicine also its brands and other names of the substance.
pub(crate) fn names_of_cause(id: CauseId) -> Option<AnyView> {
    let catalogue = Catalogue::bundled();
    let medicine = catalogue.medicine_names(id);
    names([
        ("Also called ", catalogue.cause(id).names().skip(1).collect()),
        ("Also sold as ", medicine.brands().collect()),
        ("Other names of the substance: ", medicine.others().collect()),
    ])
}

/// Names below what they are; nothing if there are none.
pub(crate) fn names<const N: usize>(
    all: [(&'static str, Vec<&'static str>); N],
) -> Option<AnyView> {
    let count: usize = all.iter().map(|(_, names)| names.len()).sum();
    let all: Vec<_> = all.into_iter().filter(|(_, names)| !names.is_empty()).collect();
    let (what, first) = all.first()?;
    let summary = format!("{what}{}", first[..FIRST.min(first.len())].join("; "));
    let more = count.saturating_sub(FIRST.min(first.len()));
    let line = |(what, names): (&str, Vec<&str>)| format!("{what}{}.", names.join("; "));
    let lines: Vec<String> = all.into_iter().map(line).collect();
    let all = view! { <p class="soft small">{lines.join(" ")}</p> };
    Some(if count <= FEW {
        all.into_any()
    } else {
        view! {
            <details class="small">
                <summary>{summary} " and " {more} " more names"</summary>
                {all}
            </details>
        }
        .into_any()
    })
}

/// The former and other symbols of a gene, in brackets after a blank; nothing if none is known.
pub(crate) fn former_symbols(gene: &str) -> Option<String> {
    let symbols = Catalogue::bundled().gene_symbols(gene);
    let former: Vec<&str> = symbols.former().collect();
    let others: Vec<&str> = symbols.others().collect();
    let parts: Vec<String> = [("former symbol ", former), ("also ", others)]
        .into_iter()
        .filter(|(_, symbols)| !symbols.is_empty())
        .map(|(words, symbols)| format!("{words}{}", symbols.join(", ")))
        .collect();
    (!parts.is_empty()).then(|| format!(" ({})", parts.join("; ")))
}
