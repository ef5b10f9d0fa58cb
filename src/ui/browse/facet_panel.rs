//! The facets of a page as filters, each value with the number of entries it would show.
//!
//! On a narrow screen they fold away behind a button. A folded facet has no values in the page, so
//! hundreds of values cost nothing until they are wanted.

use std::sync::OnceLock;

use leptos::prelude::*;

use crate::facet::{Choice, Facet, Table};
use crate::text;
use crate::ui::actions;
use crate::ui::browser::focus::focus_soon;
use crate::ui::context::{ExploreContext, explorer};
use crate::ui::landmark;
use crate::view::{Page, ViewState};

/// A facet with more values than this gets a search box. A tree has room for more.
const MANY: usize = 20;
const MANY_IN_A_TREE: usize = 200;

/// How many values of such a list are shown before the reader types.
const FIRST: usize = 12;

/// How many matching values are shown at most.
const MOST_SOUGHT: usize = 40;

/// All facets of a page.
#[component]
pub(crate) fn FacetPanel(
    /// The page.
    page: Page,
) -> impl IntoView {
    let context = ExploreContext::expect();
    let (unfolded, unfold) = signal(false);
    let button_text = move || match context.view.with(|view| view.chosen.len()) {
        0 => "Filters".to_owned(),
        chosen => format!("Filters ({chosen} chosen)"),
    };
    // On a narrow screen the list starts far below the filters.
    let done = move |_| {
        unfold.set(false);
        focus_soon(landmark::RESULTS);
    };
    let facets = page.facets().map(|facet| view! { <FacetGroup facet /> });
    view! {
        <a class="vh" href=landmark::link_to(landmark::RESULTS)>
            "Skip the filters"
        </a>
        <button
            type="button"
            class="btn facet-panel__unfold"
            aria-expanded=move || unfolded.get().to_string()
            aria-controls="facets"
            on:click=move |_| unfold.update(|unfolded| *unfolded = !*unfolded)
        >
            {button_text}
        </button>
        <div
            id="facets"
            class="facet-panel"
            data-unfolded=move || unfolded.get().to_string()
        >
            {facets.collect_view()}
            <button type="button" class="btn facet-panel__done" on:click=done>
                "Show " {move || context.results.with(|results| results.rows.len())} " entries"
            </button>
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
        context.view.with(|view| view.chosen.iter().filter(|choice| choice.facet == facet).count())
    });
    // Values chosen in the first view must be visible.
    let (open, set_open) = signal(facet.is_prominent() || chosen.get_untracked() > 0);
    let values_id = format!("facet-{}", facet.key());
    let values = move || {
        open.get().then(|| {
            let table = explorer().facets().table(facet);
            let many = if table.is_tree() { MANY_IN_A_TREE } else { MANY };
            if table.values.len() > many {
                view! { <LongList table /> }.into_any()
            } else {
                branches(table, None)
            }
        })
    };
    view! {
        <section class="facet">
            <h2 class="facet__heading">
                <button
                    type="button"
                    class="facet__toggle"
                    aria-expanded=move || open.get().to_string()
                    aria-controls=values_id.clone()
                    on:click=move |_| set_open.update(|open| *open = !*open)
                >
                    {facet.label()}
                    {move || match chosen.get() {
                        0 => String::new(),
                        chosen => format!(" ({chosen} chosen)"),
                    }}
                </button>
            </h2>
            <fieldset id=values_id.clone() class="facet__values">
                <legend class="vh">{facet.label()}</legend>
                {values}
            </fieldset>
        </section>
    }
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
                class="facet__parts"
                aria-expanded=move || open.get().to_string()
                aria-label=format!("Parts of {name}")
                on:click=move |_| set_open.update(|open| *open = !*open)
            ></button>
        }
    });
    view! {
        <div class="facet__branch">
            <div class="facet__line" data-parts=parts.then_some("true")>
                <Value choice />
                {toggle}
            </div>
            {move || {
                (parts && open.get())
                    .then(|| {
                        let below = branches(table, Some(choice.value));
                        view! { <div class="facet__below">{below}</div> }
                    })
            }}
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
    let first = move || {
        let mut values: Vec<(bool, std::cmp::Reverse<usize>, Choice)> = table
            .choices()
            .zip(&table.values)
            .map(|(choice, value)| {
                // Untracked, so a pressed value stays under the hand that pressed it.
                let chosen = context.view.with_untracked(|view| view.chosen.contains(&choice));
                (!chosen, std::cmp::Reverse(value.entries.count()), choice)
            })
            .collect();
        if !all.get() {
            values.sort_unstable();
            let chosen = values.iter().filter(|(not_chosen, ..)| !not_chosen).count();
            values.truncate(FIRST.max(chosen));
        }
        values.into_iter().map(|(_, _, choice)| choice).collect::<Vec<_>>()
    };
    let list = |choices: &[Choice]| {
        choices.iter().map(|choice| view! { <Value choice=*choice /> }).collect_view()
    };
    let is_sought = Memo::new(move |_| !wanted.with(String::is_empty));
    let values = move || {
        if is_sought.get() {
            let found = found.get();
            let shown = &found[..found.len().min(MOST_SOUGHT)];
            let more = found.len() - shown.len();
            let note = match (found.len(), more) {
                (0, _) => Some("No name contains this.".to_owned()),
                (_, 0) => None,
                (_, more) => Some(format!("{more} more. Type more of the name.")),
            };
            let note = note.map(|note| view! { <p class="facet__none">{note}</p> });
            view! { {list(shown)} {note} }.into_any()
        } else if is_tree {
            branches(table, None)
        } else {
            list(&first()).into_any()
        }
    };
    let label = format!("Find one of {}", table.values.len());
    let rest = move || is_tree || all.get() || is_sought.get();
    view! {
        <label class="facet__seek">
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
        {values}
        <Show when=move || !rest()>
            <button type="button" class="btn facet__all" on:click=move |_| show_all.set(true)>
                {format!("Show all {}", table.values.len())}
            </button>
        </Show>
    }
}

/// One value with its count. Pressing it chooses it, or removes it if it is chosen.
#[component]
fn Value(
    /// The value.
    choice: Choice,
) -> impl IntoView {
    let context = ExploreContext::expect();
    let count = Memo::new(move |_| context.results.with(|it| explorer().count(it, choice)));
    let chosen = Memo::new(move |_| context.view.with(|view| view.chosen.contains(&choice)));
    let toggle = move |_| actions::press(context, choice);
    view! {
        <label
            class="facet-value"
            data-chosen=move || chosen.get().then_some("true")
            data-empty=move || (count.get() == 0).then_some("true")
        >
            <input type="checkbox" prop:checked=chosen on:change=toggle />
            <span class="facet-value__name">{explorer().facets().value(choice).label}</span>
            " "
            <span class="facet-value__count">{count}</span>
        </label>
    }
}
