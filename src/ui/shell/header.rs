//! The head of every page: the name, which leads to the start, and the places of the explorer.
//!
//! One list of links: a line on a wide screen, a bar below the thumb on a phone. The rest is under
//! *More*.

use leptos::prelude::*;

use super::keys::close_more;
use crate::catalogue::{Catalogue, Kind};
use crate::genes::genes;
use crate::ui::browser::location;
use crate::ui::context::ExploreContext;
use crate::ui::edition::Edition;
use crate::ui::landmark;
use crate::ui::wording;
use crate::view::{Page, ViewState};

/// The pages that are always in view, with the drawing above the name on a phone. A phone has room
/// for four; the rest is under *More* there.
const PLACES: &[(Page, &str)] = &[
    (Page::Causes, "M5 6h14M5 12h14M5 18h9"),
    (Page::WorkUp, "M5 6l2 2 3-4M5 14l2 2 3-4M13 7h6M13 15h6"),
    (Page::Types, "M12 3l9 5-9 5-9-5zM3 13l9 5 9-5"),
    (Page::Match, "M4 6h9M4 12h6M4 18h4M14 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM17 15l4 4"),
    (Page::Treatments, "M7 3h10v4H7zM8 7v14h8V7M10 14h4M12 12v4"),
];

/// How many of these a phone shows.
const ON_A_PHONE: usize = 4;

/// The drawing of *More*: three dots.
const MORE: &str = "M5 12h.01M12 12h.01M19 12h.01";

/// The head of every page.
#[component]
pub(crate) fn SiteHeader() -> impl IntoView {
    let context = ExploreContext::expect();
    let printed = Edition::is_printed();
    let places = PLACES.iter().enumerate().map(|(at, (page, drawing))| {
        let class = (at >= ON_A_PHONE).then_some("desk-only");
        view! { <li class=class>{page_link(context, *page, Some(drawing), None)}</li> }
    });
    let on_a_phone = PLACES[ON_A_PHONE..].iter().map(|(page, _)| {
        view! { <li class="phone-only">{page_link(context, *page, None, count(*page))}</li> }
    });
    let others = Page::ALL.iter().filter(|page| {
        **page != Page::Home
            && !PLACES.iter().any(|(place, _)| place == *page)
            && (!printed || page.is_printed())
    });
    let others = others.map(|page| {
        view! { <li>{page_link(context, *page, None, count(*page))}</li> }
    });
    let show_keys = move |_| {
        // The list closes, and its button with it: the dialogue gives the focus back to its name.
        close_more();
        context.keys_shown.set(true);
    };
    let keys = (!printed).then(|| {
        view! {
            <li class="desk-only">
                <button
                    type="button"
                    aria-haspopup="dialog"
                    on:click=show_keys
                >
                    "Keys"
                    <small>"?"</small>
                </button>
            </li>
        }
    });
    let home = if printed {
        "../index.html".to_owned()
    } else {
        location::href(&ViewState::at(Page::Home))
    };
    let more = NodeRef::<leptos::html::Details>::new();
    // The list has done its work when another view is shown, or the keys.
    Effect::new(move || {
        context.view.track();
        context.keys_shown.track();
        if let Some(more) = more.get() {
            more.set_open(false);
        }
    });
    let home_is_shown = move || (context.page.get() == Page::Home).then_some("page");
    view! {
        <header class="site">
            <a class="brand" href=home aria-current=home_is_shown>
                // A flat line with one jerk in it, as surface electromyography shows it.
                <svg viewBox="0 0 48 24" aria-hidden="true">
                    <path d="M0 14h16l3-2 3 8 4-18 4 16 3-5 2 1h13" />
                </svg>
                {wording::SITE}
            </a>
            <nav class="nav" aria-label="Pages">
                <ul role="list">{places.collect_view()}</ul>
                <details node_ref=more id=landmark::MORE class="more">
                    <summary>{icon(MORE)} "More"</summary>
                    <ul role="list">{on_a_phone.collect_view()} {others.collect_view()} {keys}</ul>
                </details>
            </nav>
        </header>
    }
}

/// A link to a page. To another page it restores its last view; to the present one it resets it.
fn page_link(
    context: ExploreContext,
    page: Page,
    drawing: Option<&'static str>,
    count: Option<usize>,
) -> impl IntoView {
    let shown = context.page;
    let current = move || (shown.get() == page).then_some("page");
    let href = move || {
        let present = shown.get() == page;
        let left =
            context.left.with_value(|left| left.iter().find(|left| left.page == page).cloned());
        let left = left.filter(|_| !present);
        location::href(&left.unwrap_or_else(|| ViewState::at(page)))
    };
    view! {
        <a href=href aria-current=current>
            {drawing.map(icon)} {wording::page(page).label}
            {count.map(|count| view! { " " <small>{count}</small> })}
        </a>
    }
}

/// A drawing in lines.
fn icon(path: &'static str) -> impl IntoView {
    view! {
        <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d=path />
        </svg>
    }
}

/// How many entries a page has, if it lists something that is counted.
fn count(page: Page) -> Option<usize> {
    let catalogue = Catalogue::bundled();
    match page {
        Page::Sources => Some(catalogue.sources().len()),
        Page::Genes => Some(genes(catalogue).len()),
        _ => {
            let of_kind = |kind: &Kind| catalogue.topics(*kind).count();
            Some(page.kinds().iter().map(of_kind).sum()).filter(|count| *count > 0)
        }
    }
}
