//! The categories as filters, each with how many entries it would show.
//!
//! On a narrow screen they fold away behind a button.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, CategoryId};
use crate::ui::context::ExploreContext;
use crate::ui::location;

/// The categories as filters.
#[component]
pub(crate) fn CategoryFilter() -> impl IntoView {
    let results = ExploreContext::expect().results;
    let (unfolded, unfold) = signal(false);
    let chosen = move || {
        results.with(|results| results.categories.iter().filter(|count| count.chosen).count())
    };
    let button_text = move || match chosen() {
        0 => "Filter by category".to_owned(),
        chosen => format!("Filter by category ({chosen} chosen)"),
    };
    let categories = Catalogue::embedded().categories().map(|(category, _)| category);

    view! {
        <button
            type="button"
            class="button category-filter__unfold"
            aria-expanded=move || unfolded.get().to_string()
            aria-controls="category-filter"
            on:click=move |_| unfold.update(|unfolded| *unfolded = !*unfolded)
        >
            {button_text}
        </button>
        <fieldset
            id="category-filter"
            class="category-filter"
            data-unfolded=move || unfolded.get().to_string()
        >
            <legend class="category-filter__legend">"Category"</legend>
            {categories.map(|category| view! { <CategoryChip category /> }).collect_view()}
        </fieldset>
    }
}

/// One category with its count; pressing it chooses it or lets it go.
#[component]
fn CategoryChip(
    /// Which category.
    category: CategoryId,
) -> impl IntoView {
    let context = ExploreContext::expect();
    let record = Catalogue::embedded().category(category);
    let state = Memo::new(move |_| {
        context.results.with(|results| {
            let found = results.categories.iter().find(|count| count.category == category);
            found.map_or((false, 0), |count| (count.chosen, count.count))
        })
    });
    let toggle = move |_| {
        let view = context.view.with_untracked(|view| view.toggling(category));
        location::push(context, view);
    };
    view! {
        <label
            class="chip"
            title=record.explanation
            data-empty=move || (state.get().1 == 0).then_some("true")
        >
            <input type="checkbox" prop:checked=move || state.get().0 on:change=toggle />
            <span class="chip__name">{record.name}</span>
            " "
            <span class="chip__count">{move || state.get().1}</span>
        </label>
    }
}
