//! The genes: symbol, former names, diseases, inheritance, onset and what sets each disease apart.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, CauseId, Link};
use crate::entry::{begins, distinctive};
use crate::export;
use crate::genes::{Fitting, Gene, Sort, as_lines, count, genes, of, select};
use crate::ui::browse::facet_panel::one_of::one_of;
use crate::ui::browse::search_box::SearchBox;
use crate::ui::context::{ExploreContext, explorer, rarity};
use crate::ui::edition::Edition;
use crate::ui::element::life::in_words;
use crate::ui::element::link::link;
use crate::ui::element::provenance::BUILD_ID;
use crate::ui::element::remade::remade;
use crate::ui::element::save::note::{self, SavedNote};
use crate::ui::element::save::sources::save_button;
use crate::ui::element::table::wide::wide_table;
use crate::ui::landmark;
use crate::ui::wording;
use crate::view::Page;

/// How many genes are shown before a press.
const FIRST: usize = 50;

/// How many findings set a disease apart in one line.
const MOST_FINDINGS: usize = 3;

/// The page of genes.
#[component]
pub(crate) fn GenesPage() -> impl IntoView {
    let catalogue = Catalogue::bundled();
    let words = wording::page(Page::Genes);
    let all = genes(catalogue);
    let head = view! {
        <h1 id=landmark::LIST_HEADING tabindex="-1">
            {words.heading}
        </h1>
        <p class="lead">{words.about}</p>
    };
    if Edition::is_printed() {
        let all: Vec<Fitting> =
            all.into_iter().map(|gene| Fitting { gene, finding: None }).collect();
        return view! { <div class="stack">{head} {table(&all)}</div> }.into_any();
    }
    let context = ExploreContext::expect();
    let sort = RwSignal::new(Sort::Symbol);
    let whole = RwSignal::new(false);
    let count = |choice| count(explorer().facets(), &all, choice);
    let filters = Page::Genes.facets().map(|facet| one_of(context, facet, &count)).collect_view();
    let every = StoredValue::new(all);
    let shown = Memo::new(move |_| {
        let sort = sort.get();
        context.view.with(|view| {
            every.with_value(|all| select(catalogue, explorer().facets(), all, view, sort))
        })
    });
    let ordered = move |event: leptos::ev::Event| {
        sort.set(match event_target_value(&event).as_str() {
            "diseases" => Sort::Diseases,
            "begins" => Sort::Begins,
            _ => Sort::Symbol,
        });
    };
    view! {
        <div class="stack">
            {head}
            <SearchBox label=words.search example="EPM2A, lafora …" />
            <div class="row noprint">
                {filters}
                <label>
                    "Order "
                    <select class="btn" on:change=ordered>
                        <option value="symbol">"by symbol"</option>
                        <option value="diseases">"most diseases first"</option>
                        <option value="begins">"earliest beginning first"</option>
                    </select>
                </label>
            </div>
            {remade(
                move || (shown.get(), whole.get()),
                move |(found, whole_list)| results(context, found, whole, whole_list),
            )}
        </div>
    }
    .into_any()
}

/// The genes that fit, and what can be done with them.
fn results(
    context: ExploreContext,
    found: Vec<Fitting>,
    whole: RwSignal<bool>,
    whole_list: bool,
) -> impl IntoView {
    let catalogue = Catalogue::bundled();
    let all = genes(catalogue).len();
    let first = if whole_list { found.len() } else { found.len().min(FIRST) };
    let rest = found.len() - first;
    let shown = table(&found[..first]);
    let count = found.len();
    let by_finding = found.iter().filter(|it| it.finding.is_some()).count();
    let found: Vec<Gene> = found.into_iter().map(|it| it.gene).collect();
    let lines = as_lines(&found);
    let found = StoredValue::new(found);
    let saved = RwSignal::new(None);
    let save = move || {
        let file = found.with_value(|found| export::genes(catalogue, found, BUILD_ID));
        note::save(file, saved);
    };
    view! {
        <p>
            {count} " of " {all} " genes"
            {(by_finding > 0)
                .then(|| view! { ", " {by_finding} " of them by a finding of a disease" })}
        </p>
        {(context.offers_actions() && count > 0)
            .then(|| {
                view! {
                    <details class="save">
                        <summary>"Save or copy these genes"</summary>
                        <div class="row">
                            {save_button("Table (CSV)", save)}
                            <label>
                                "Symbols, one a line, to copy "
                                <textarea readonly rows="3">{lines}</textarea>
                            </label>
                        </div>
                        <SavedNote saved />
                    </details>
                }
            })}
        {if count == 0 {
            view! { <p class="none">"No gene fits. Take a filter away, or search for less."</p> }
                .into_any()
        } else {
            shown.into_any()
        }}
        {(rest > 0)
            .then(|| {
                view! {
                    <button type="button" class="btn" on:click=move |_| whole.set(true)>
                        "Show the other " {rest}
                    </button>
                }
            })}
    }
}

fn table(genes: &[Fitting]) -> AnyView {
    const HEADS: [&str; 5] =
        ["Gene", "Disease", "Inheritance", "Begins", "What sets it apart, counted by us"];
    wide_table("Genes", &HEADS, genes.iter().map(gene).collect_view())
}

/// A gene, with a row for each of its diseases.
fn gene(fitting: &Fitting) -> impl IntoView + use<> {
    let Fitting { gene, finding } = fitting;
    let catalogue = Catalogue::bundled();
    let symbols = catalogue.gene_symbols(gene.symbol);
    let former: Vec<&str> = symbols.former().chain(symbols.others()).collect();
    let (symbol, span) = (gene.symbol, gene.diseases.len());
    let mut head = Some(view! {
        <th scope="rowgroup" rowspan=span>
            <b>{symbol}</b>
            {(!former.is_empty())
                .then(|| {
                    view! { " " <span class="tiny soft">"also " {former.join(", ")}</span> }
                })}
            {finding.map(|found| view! { <p class="tiny">"found with: " {found}</p> })}
        </th>
    });
    let rows: Vec<AnyView> =
        gene.diseases.iter().map(|id| disease(*id, head.take()).into_any()).collect();
    rows
}

fn disease(id: CauseId, head: Option<impl IntoView + 'static>) -> impl IntoView {
    let catalogue = Catalogue::bundled();
    let mut inherited: Vec<&str> = of(catalogue, id).collect();
    inherited.iter_mut().for_each(|mode| *mode = mode.trim_end_matches(" inheritance"));
    let cause = catalogue.cause(id);
    let apart = distinctive(catalogue, rarity(), cause, |_| false, MOST_FINDINGS).into_iter();
    let apart: Vec<&str> =
        apart.map(|found| catalogue.term(found.term).in_everyday_words()).collect();
    view! {
        <tr>
            {head} <td>{link(Link::Cause(id))}</td> <td>{or_dash(&inherited)}</td>
            <td>{age(id)}</td> <td class="small soft">{or_dash(&apart)}</td>
        </tr>
    }
}

/// When a disease begins, drawn and in words.
fn age(id: CauseId) -> AnyView {
    let catalogue = Catalogue::bundled();
    match begins(catalogue, catalogue.cause(id)) {
        None => or_dash(&[]),
        Some(begins) => in_words(&begins).into_any(),
    }
}

/// Values, or a dash that is read out as *not recorded*.
fn or_dash(values: &[&str]) -> AnyView {
    if values.is_empty() {
        view! {
            <span aria-hidden="true">"–"</span>
            <span class="vh">"not recorded"</span>
        }
        .into_any()
    } else {
        values.join(", ").into_any()
    }
}
