//! The entry at a glance: six short answers, and what sets it apart.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Cause};
use crate::entry::{Answer, Cell, distinctive, glance, is_found_often};
use crate::facet::Facet;
use crate::ui::browser::location;
use crate::ui::context::{explorer, rarity};
use crate::ui::edition::Edition;
use crate::ui::element::grade_badge::dots;
use crate::ui::element::life::life;
use crate::ui::entry::findings::timed;
use crate::ui::wording::entry::NOT_RECORDED;
use crate::view::ViewState;

/// How many values an answer has at most before the rest is counted.
const MOST_GENES: usize = 4;
const MOST_WORDS: usize = 2;

/// How many findings set a cause apart.
const MOST_APART: usize = 5;

/// The six answers.
pub(crate) fn at_a_glance(cause: &'static Cause) -> impl IntoView {
    let cells = glance(Catalogue::bundled(), cause).into_iter().map(|Cell { label, answer }| {
        view! {
            <div>
                <dt>{label}</dt>
                {value(cause, answer)}
            </div>
        }
    });
    view! { <dl class="glance">{cells.collect_view()}</dl> }
}

fn value(cause: &'static Cause, answer: Answer) -> AnyView {
    let value = match answer {
        Answer::Words(words) => (!words.is_empty()).then(|| {
            let more = more(words.len(), MOST_WORDS);
            let first: Vec<&str> = words.into_iter().take(MOST_WORDS).collect();
            view! { {first.join("; ")} {more} }.into_any()
        }),
        Answer::Courses(of_diseases) => {
            let more = more(of_diseases.len(), MOST_WORDS);
            let first = of_diseases.into_iter().take(MOST_WORDS);
            let first: Vec<_> = first.map(|(of, found)| timed(cause, of, found)).collect();
            Some(view! { <span class="tiny">{first.join("; ")} {more}</span> }.into_any())
        }
        Answer::Begins(begins) => begins.map(|begins| {
            let of = if begins.of_disease { "the disease: " } else { "" };
            let words = begins.words.join(", ");
            view! {
                {life(&begins.ages)}
                <span class="tiny soft">{of} {words}</span>
            }
            .into_any()
        }),
        Answer::Genes(genes) => (!genes.is_empty()).then(|| {
            let more = more(genes.len(), MOST_GENES);
            let links = genes.into_iter().take(MOST_GENES).enumerate().map(|(at, gene)| {
                let comma = if at == 0 { "" } else { ", " };
                view! { {comma} {gene_link(gene)} }
            });
            view! { {links.collect_view()} {more} }.into_any()
        }),
        Answer::Evidence(grade) => Some(
            view! {
                {dots(grade)}
                <span class="tiny soft">{grade.label()}</span>
            }
            .into_any(),
        ),
    };
    match value {
        Some(value) => view! { <dd>{value}</dd> }.into_any(),
        None => view! { <dd class="none">{NOT_RECORDED}</dd> }.into_any(),
    }
}

/// How many values are left out.
fn more(count: usize, shown: usize) -> Option<String> {
    count.checked_sub(shown).filter(|more| *more > 0).map(|more| format!(" and {more} more"))
}

/// A gene, linked to all causes with this gene. Only the program can find them.
pub(crate) fn gene_link(gene: &'static str) -> AnyView {
    if Edition::is_printed() {
        return gene.into_any();
    }
    let chosen = explorer().facets().choice(Facet::GENE, gene).into_iter().collect();
    let href = location::href(&ViewState { chosen, ..ViewState::default() });
    view! { <a href=href>{gene}</a> }.into_any()
}

/// The findings that set a cause apart. Without the import, the list of findings is itself short.
pub(crate) fn sets_apart(cause: &'static Cause) -> impl IntoView {
    let catalogue = Catalogue::bundled();
    // By how often it is found: what is rare, of unknown share or seen in one or two patients says
    // nothing of that kind.
    let found = || {
        let mut found = distinctive(catalogue, rarity(), cause, |_| false, usize::MAX);
        found.retain(|found| is_found_often(found.frequency));
        found.truncate(MOST_APART);
        found
    };
    let found = (!cause.annotated.is_empty()).then(found);
    found.filter(|found| !found.is_empty()).map(|found| {
        let names = found.iter().map(|found| {
            view! { <li>{catalogue.term(found.term).in_everyday_words()}</li> }
        });
        let others = catalogue.cause_count() - 1;
        view! {
            <div class="read">
                <p>
                    <b>"What sets it apart"</b> " from the other " {others}
                    " entries, by how often it is found and how rarely elsewhere "
                    <span class="tag">"counted by us"</span>
                </p>
                <ul class="apart">{names.collect_view()}</ul>
            </div>
        }
    })
}
