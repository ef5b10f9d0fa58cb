//! The head of every page: the name, which leads home.

use leptos::prelude::*;

use crate::ui::location;
use crate::view_state::ViewState;

/// The head of every page.
#[component]
pub(crate) fn SiteHeader() -> impl IntoView {
    view! {
        <header class="site-header">
            <a class="site-header__name" href=location::href(&ViewState::default())>
                // A quiet line with one jerk in it, as surface electromyography shows it.
                <svg
                    class="site-header__mark"
                    viewBox="0 0 48 24"
                    aria-hidden="true"
                    focusable="false"
                >
                    <path d="M1 13h15l2-2 3 11 4-20 4 17 3-8 2 2h13" />
                </svg>
                "Myoclonus Explorer"
            </a>
            <p class="site-header__purpose">
                "What makes muscles jerk, every statement with its source."
            </p>
        </header>
    }
}
