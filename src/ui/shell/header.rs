//! The head of every page: the name, which links to the start, and the menu of pages.

use leptos::prelude::*;

use crate::ui::browser::location;
use crate::ui::context::ExploreContext;
use crate::ui::edition::Edition;
use crate::ui::wording;
use crate::view::{Page, ViewState};

/// The head of every page.
#[component]
pub(crate) fn SiteHeader() -> impl IntoView {
    let context = ExploreContext::expect();
    let shown = context.page;
    let printed = Edition::is_printed();
    let pages = Page::ALL
        .iter()
        .filter(|page| !printed || page.is_printed())
        .map(|page| {
            let current = move || (shown.get() == *page).then_some("page");
            // The link to another page restores its last view. The link to the present one resets
            // it.
            let href = move || {
                let present = shown.get() == *page;
                let left = context
                    .left
                    .with_value(|left| left.iter().find(|left| left.page == *page).cloned());
                let left = left.filter(|_| !present);
                location::href(&left.unwrap_or_else(|| ViewState::at(*page)))
            };
            view! {
                <li>
                    <a href=href aria-current=current>
                        {wording::page(*page).label}
                    </a>
                </li>
            }
        })
        .collect_view();
    let home =
        if printed { "../index.html".to_owned() } else { location::href(&ViewState::default()) };
    view! {
        <header class="site-header">
            <a class="site-header__name" href=home>
                // A flat line with one jerk in it, as surface electromyography shows it.
                <svg
                    class="site-header__mark"
                    viewBox="0 0 48 24"
                    aria-hidden="true"
                    focusable="false"
                >
                    <path d="M1 13h15l2-2 3 11 4-20 4 17 3-8 2 2h13" />
                </svg>
                {wording::SITE}
            </a>
            <nav class="site-header__nav" aria-label="Pages">
                <ul>{pages}</ul>
            </nav>
            {(!printed)
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="button site-header__keys"
                            aria-haspopup="dialog"
                            on:click=move |_| context.keys_shown.set(true)
                        >
                            "Keys"
                        </button>
                    }
                })}
        </header>
    }
}
