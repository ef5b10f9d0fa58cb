//! The other names of a medicine and of a gene, beside the names of the entry.
//!
//! Knows how they are shown. The search finds all of them, shown or folded.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, CauseId};

/// How many brands are shown at once if the rest is folded.
const SHOWN: usize = 4;

/// How many more make folding worth a press.
const WORTH_FOLDING: usize = 3;

/// The brands and other names of a medicine; nothing for other causes.
pub(super) fn other_names(id: CauseId) -> impl IntoView {
    let names = Catalogue::bundled().medicine_names(id);
    let brands: Vec<&str> = names.brands().collect();
    let others: Vec<&str> = names.others().collect();
    let folded = brands.len() >= SHOWN + WORTH_FOLDING;
    let (first, rest) = brands.split_at(if folded { SHOWN } else { brands.len() });
    let (first, more, rest) = (first.join("; "), rest.len(), rest.join("; "));
    let sold = (!first.is_empty()).then(|| {
        if more == 0 {
            return view! { <p class="entry__synonyms">"Also sold as " {first} "."</p> }.into_any();
        }
        view! {
            <details class="entry__synonyms">
                <summary>"Also sold as " {first} " and " {more} " more"</summary>
                {rest}
                "."
            </details>
        }
        .into_any()
    });
    let other = (!others.is_empty()).then(|| {
        let others = others.join("; ");
        view! { <p class="entry__synonyms">"Other names of the substance: " {others} "."</p> }
    });
    view! {
        {sold}
        {other}
    }
}

/// The former and other symbols of a gene, in brackets after a blank; nothing if none is known.
pub(super) fn former_symbols(gene: &str) -> Option<String> {
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
