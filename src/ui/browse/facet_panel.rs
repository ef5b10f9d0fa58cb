//! The facets of a page as filters, each value with the number of entries it would show.
//!
//! On a narrow screen they are a page of their own behind a button. A folded facet has no values in
//! the page, so hundreds of values cost nothing until they are wanted.

pub(crate) mod one_of;

use std::sync::OnceLock;

use leptos::prelude::*;

use crate::facet::{Choice, Facet, Table};
use crate::sorted;
use crate::text;
use crate::ui::actions;
use crate::ui::browser::focus::focus_soon;
use crate::ui::context::{ExploreContext, explorer};
use crate::ui::element::awaited::awaited;
use crate::ui::element::remade::{remade, remade_text};
use crate::ui::landmark;
use crate::view::{Page, ViewState};

/// A facet with more values than this gets a search box. A tree has room for more.
const MANY: usize = 20;
const MANY_IN_A_TREE: usize = 200;

/// How many values of such a list are shown before the reader types.
const FIRST: usize = 12;

/// How many matching values are shown at most.
const MOST_SOUGHT: usize = 40;

/// The button that shows the filters on a narrow screen, where they are a page of their own.
#[component]
pub(crate) fn ShowFilters(
    /// Whether the filters are shown.
    unfolded: RwSignal<bool>,
) -> impl IntoView {
    let context = ExploreContext::expect();
    let chosen = move || context.chosen.with(Vec::len);
    let show = move |_| {
        unfolded.set(true);
        focus_soon(landmark::FILTERS);
    };
    view! {
        <button
            type="button"
            id=landmark::SHOW_FILTERS
            class="btn narrow-only"
            aria-expanded=move || unfolded.get().to_string()
            aria-controls="facets"
            on:click=show
        >
            {remade_text(move || match chosen() {
                0 => "Filters".to_owned(),
                chosen => format!("Filters ({chosen} chosen)"),
            })}
        </button>
    }
}

/// All facets of a page.
#[component]
pub(crate) fn FacetPanel(
    /// The page.
    page: Page,
    /// Whether they are shown on a narrow screen.
    unfolded: RwSignal<bool>,
) -> impl IntoView {
    let context = ExploreContext::expect();
    let done = move |_| {
        unfolded.set(false);
        focus_soon(landmark::RESULTS);
    };
    let left = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && unfolded.get_untracked() {
            event.prevent_default();
            unfolded.set(false);
            focus_soon(landmark::SHOW_FILTERS);
        }
    };
    let facets = page.facets().map(|facet| view! { <FacetGroup facet /> });
    view! {
        <div
            id="facets"
            class="filters stack tight sticky"
            data-unfolded=move || unfolded.get().to_string()
            on:keydown=left
        >
            <a class="vh" href=landmark::link_to(landmark::RESULTS)>
                "Skip the filters"
            </a>
            <h2 id=landmark::FILTERS class="narrow-only" tabindex="-1">"Filters"</h2>
            {facets.collect_view()}
            <p class="filters__done narrow-only">
                <button type="button" class="btn" on:click=done>
                    {remade_text(move || {
                        let count = context.results.with(|results| results.rows.len());
                        format!("Show {count}")
                    })}
                </button>
            </p>
        </div>
    }
}

/// One facet.
#[component]
fn FacetGroup(
    /// The facet.
    facet: Facet,
) -> impl IntoView {
    let context = ExploreContext::expect();
    let chosen = Memo::new(move |_| {
        context.chosen.with(|chosen| chosen.iter().filter(|choice| choice.facet == facet).count())
    });
    let folds = context.folds.with_value(|folds| {
        folds.iter().rev().find(|(other, _)| *other == facet).map(|(_, open)| *open)
    });
    // Values chosen in the first view must be visible.
    let opened = folds.unwrap_or_else(|| facet.is_prominent() || chosen.get_untracked() > 0);
    let (open, set_open) = signal(opened);
    let fold = move |_| {
        set_open.update(|open| *open = !*open);
        context.folds.update_value(|folds| folds.push((facet, open.get_untracked())));
    };
    let values_id = format!("facet-{}", facet.key());
    let awaits = move || facet == Facet::SOURCE && !context.is_whole();
    let values = move |(open, awaits): (bool, bool)| {
        if awaits {
            return open.then(|| awaited(context).into_any());
        }
        open.then(|| {
            let table = explorer().facets().table(facet);
            let many = if table.is_tree() { MANY_IN_A_TREE } else { MANY };
            let values = if table.values.len() > many {
                view! { <LongList table /> }.into_any()
            } else {
                branches(table, None)
            };
            view! { {(facet == Facet::BEGINS).then(|| histogram(context, table))} {values} }
                .into_any()
        })
    };
    view! {
        <section>
            <h3>
                <button
                    type="button"
                    class="fold"
                    aria-expanded=move || open.get().to_string()
                    aria-controls=values_id.clone()
                    on:click=fold
                >
                    {facet.label()}
                    {remade_text(move || match chosen.get() {
                        0 => String::new(),
                        chosen => format!(" ({chosen} chosen)"),
                    })}
                </button>
            </h3>
            <fieldset id=values_id.clone()>
                <legend class="vh">{facet.label()}</legend>
                {remade(move || (open.get(), awaits()), values)}
            </fieldset>
        </section>
    }
}

/// How many entries each value would show, as columns. The values below say it in numbers.
fn histogram(context: ExploreContext, table: &'static Table) -> impl IntoView {
    const STEP: usize = 20;
    const HEIGHT: usize = 40;
    let counts = move || {
        context.counted.with(|(_, results)| {
            table.choices().map(|choice| explorer().count(results, choice)).collect::<Vec<_>>()
        })
    };
    remade(counts, |counts| {
        let most = counts.iter().copied().max().unwrap_or(0).max(1);
        let path: String = counts
            .iter()
            .enumerate()
            .map(|(at, count)| {
                let height = count * HEIGHT / most;
                format!("M{} {HEIGHT}v-{height}h{}v{height}z", at * STEP + 1, STEP - 2)
            })
            .collect();
        let view_box = format!("0 0 {} {HEIGHT}", counts.len() * STEP);
        view! {
            <svg viewBox=view_box preserveAspectRatio="none" aria-hidden="true">
                <path class="v" d=path></path>
            </svg>
        }
    })
}

/// The values directly below another one or, for `None`, the top values, each with its own parts.
fn branches(table: &'static Table, below: Option<u16>) -> AnyView {
    let values = table.choices().zip(&table.values).filter(|(_, value)| match below {
        Some(whole) => value.parents.contains(&whole),
        None => value.parents.is_empty(),
    });
    values.map(|(choice, _)| view! { <Branch table choice /> }).collect_view().into_any()
}

/// A value, with its parts when they are unfolded.
#[component]
fn Branch(
    /// The facet.
    table: &'static Table,
    /// The value.
    choice: Choice,
) -> impl IntoView {
    let context = ExploreContext::expect();
    let parts = table.values.iter().any(|value| value.parents.contains(&choice.value));
    // A chosen part must be visible.
    let chosen_below = move |view: &ViewState| {
        view.chosen
            .iter()
            .any(|other| other.facet == choice.facet && table.is_within(*other, choice))
    };
    let (open, set_open) = signal(context.view.with_untracked(chosen_below));
    let name = explorer().facets().value(choice).label;
    let toggle = parts.then(|| {
        view! {
            <button
                type="button"
                class="fold"
                aria-expanded=move || open.get().to_string()
                aria-label=format!("Parts of {name}")
                on:click=move |_| set_open.update(|open| *open = !*open)
            ></button>
        }
    });
    view! {
        <div>
            <div class="branch">
                <Value choice />
                {toggle}
            </div>
            {parts
                .then(|| {
                    remade(
                        move || open.get(),
                        move |open| {
                            open.then(|| {
                                let below = branches(table, Some(choice.value));
                                view! { <div class="below">{below}</div> }
                            })
                        },
                    )
                })}
        </div>
    }
}

/// A facet with many values. While the reader types: the values that match. Otherwise: the branches
/// of a tree, or the chosen and the most frequent values of a list.
#[component]
fn LongList(
    /// The facet.
    table: &'static Table,
) -> impl IntoView {
    let context = ExploreContext::expect();
    let is_tree = table.is_tree();
    let (sought, seek) = signal(String::new());
    let (all, show_all) = signal(false);
    // Case, accents and punctuation make no difference here either.
    let plain = |text: &str| text::words(text).join(" ");
    let wanted = Memo::new(move |_| plain(&sought.get()));
    // Thousands of names are normalised only when the reader first types.
    let names = StoredValue::new(OnceLock::<Vec<String>>::new());
    let found = Memo::new(move |_| {
        let sought = wanted.get();
        names.with_value(|names| {
            let names = names.get_or_init(|| {
                let values = table.values.iter();
                values.map(|value| plain(&format!("{} | {}", value.label, value.aliases))).collect()
            });
            // Names that begin with the typed text come first. Both parts keep the order of the
            // facet.
            let (mut found, mut others) = (Vec::new(), Vec::new());
            for (choice, name) in table.choices().zip(names) {
                if name.starts_with(&sought) {
                    found.push(choice);
                } else if name.contains(&sought) {
                    others.push(choice);
                }
            }
            found.extend(others);
            found
        })
    });
    let first = move |all: bool| {
        let mut values: Vec<(bool, std::cmp::Reverse<usize>, Choice)> = table
            .choices()
            .zip(&table.values)
            .map(|(choice, value)| {
                // Untracked, so a pressed value stays under the hand that pressed it.
                let chosen = context.view.with_untracked(|view| view.chosen.contains(&choice));
                (!chosen, std::cmp::Reverse(value.entries.count()), choice)
            })
            .collect();
        if !all {
            sorted::sort(&mut values);
            let chosen = values.iter().filter(|(not_chosen, ..)| !not_chosen).count();
            values.truncate(FIRST.max(chosen));
        }
        values.into_iter().map(|(_, _, choice)| choice).collect::<Vec<_>>()
    };
    let list = |choices: &[Choice]| {
        choices.iter().map(|choice| view! { <Value choice=*choice /> }).collect_view()
    };
    let is_sought = Memo::new(move |_| !wanted.with(String::is_empty));
    // What is looked for, or whether all values are shown.
    let wish = move || (is_sought.get().then(|| found.get()), all.get());
    let values = move |(found, all): (Option<Vec<Choice>>, bool)| {
        if let Some(found) = found {
            let shown = &found[..found.len().min(MOST_SOUGHT)];
            let more = found.len() - shown.len();
            let note = match (found.len(), more) {
                (0, _) => Some("No name contains this.".to_owned()),
                (_, 0) => None,
                (_, more) => Some(format!("{more} more. Type more of the name.")),
            };
            let note = note.map(|note| view! { <p class="small soft">{note}</p> });
            view! { {list(shown)} {note} }.into_any()
        } else if is_tree {
            branches(table, None)
        } else {
            list(&first(all)).into_any()
        }
    };
    let label = format!("Find one of {}", table.values.len());
    let rest = move || is_tree || all.get() || is_sought.get();
    view! {
        <label class="small soft">
            <span class="vh">{table.facet.label()} ": "</span>
            {label}
            <input
                type="text"
                dir="auto"
                autocomplete="off"
                spellcheck="false"
                prop:value=sought
                on:input=move |event| seek.set(event_target_value(&event))
            />
        </label>
        {remade(wish, values)}
        <p hidden=rest>
            <button type="button" class="btn" on:click=move |_| show_all.set(true)>
                {format!("Show all {}", table.values.len())}
            </button>
        </p>
    }
}

/// One value with its count. Pressing it chooses it, or removes it if it is chosen.
#[component]
fn Value(
    /// The value.
    choice: Choice,
) -> impl IntoView {
    let context = ExploreContext::expect();
    let count = move || context.counted.with(|(_, it)| explorer().count(it, choice)).to_string();
    let chosen = move || context.chosen.with(|chosen| chosen.contains(&choice));
    let toggle = move |_| actions::press(context, choice);
    view! {
        <label class="opt">
            <input type="checkbox" prop:checked=chosen on:change=toggle />
            <span>{explorer().facets().value(choice).label}</span>
            " "
            <span class="soft">{remade_text(count)}</span>
        </label>
    }
}
