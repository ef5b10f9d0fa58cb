//! The way to an entry and on: the groups that it belongs to, and the entries before and after it
//! in the list that the reader came from.
//!
//! Knows the order of the list from its results, not how the list is drawn.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Cause, Link, Topic};
use crate::ui::browser::location;
use crate::ui::context::ExploreContext;
use crate::ui::edition::Edition;
use crate::ui::element::link;
use crate::ui::element::remade::remade;
use crate::ui::wording;
use crate::view::Page;

/// How many entries of the list stand before and after this one in the list beside it.
const NEAR: usize = 3;

/// The entries around this one in the list.
#[derive(Clone, PartialEq)]
struct Place {
    /// The entry's number, from 1, and how many the list has.
    number: usize,
    of: usize,
    before: Option<Link>,
    after: Option<Link>,
    near: Vec<Link>,
}

impl Place {
    fn of(context: ExploreContext, read: Link) -> Option<Self> {
        context.results.with(|results| {
            let rows = &results.rows;
            let at = rows.iter().position(|row| row.entry == read)?;
            let entry = |at: usize| rows.get(at).map(|row| row.entry);
            let near = (at.saturating_sub(NEAR)..=at + NEAR).filter_map(entry).collect();
            Some(Self {
                number: at + 1,
                of: rows.len(),
                before: at.checked_sub(1).and_then(entry),
                after: entry(at + 1),
                near,
            })
        })
    }
}

/// The address of an entry of the same list.
fn address(context: ExploreContext, to: Link) -> String {
    location::href(&context.view.with(|view| view.opening(link::slug(to))))
}

/// The groups of a cause, and the steps through the list.
pub(crate) fn way_to_cause(read: Link, cause: &'static Cause) -> impl IntoView {
    let catalogue = Catalogue::bundled();
    let category = catalogue.category(cause.category);
    let division = catalogue.division(cause.division).name;
    let groups = [
        (division != category.name).then(|| division.into_any()),
        Some(link::link(Link::Category(cause.category)).into_any()),
        cause.subcategory.map(|it| it.name.into_any()),
    ];
    way(read, Page::Causes, groups)
}

/// The groups of a topic, and the steps through the list.
pub(crate) fn way_to_topic(read: Link, topic: &'static Topic) -> impl IntoView {
    let catalogue = Catalogue::bundled();
    let section = topic.section.map(|section| catalogue.section(section).name.into_any());
    let wider = topic.parent.map(|parent| link::link(Link::Topic(parent)).into_any());
    way(read, Page::of(topic.kind), [section, wider])
}

fn way<const N: usize>(read: Link, page: Page, groups: [Option<AnyView>; N]) -> impl IntoView {
    let context = ExploreContext::expect();
    // A view within another page has no list to go back to.
    let alone = !context.embedded.get_untracked();
    let back = move || context.view.with(|view| location::href(&view.closing()));
    let list = alone.then(|| {
        view! { <a class="crumbs__list" href=back>{wording::page(page).label}</a> }.into_any()
    });
    let crumbs = std::iter::once(list).chain(groups).flatten().enumerate();
    let crumbs = crumbs.map(|(at, crumb)| view! { {(at > 0).then_some(" › ")} {crumb} });
    let steps =
        alone.then(|| remade(move || Place::of(context, read), move |it| steps(context, it)));
    view! {
        <div class="row ends way">
            <p class="crumbs">{crumbs.collect_view()}</p>
            {steps}
        </div>
    }
}

/// The entries before and after, with the place of this one in the list.
fn steps(context: ExploreContext, place: Option<Place>) -> impl IntoView {
    let step = |to: Option<Link>, rel: &'static str| {
        to.map(|to| {
            // On a phone the name is there for screen readers alone.
            let (before, after) = if rel == "prev" { ("‹ ", "") } else { ("", " ›") };
            let name = view! { <span class="phone-vh">{link::name(to)}</span> };
            view! { <a href=address(context, to) rel=rel>{before} {name} {after}</a> }
        })
    };
    place.map(|place| {
        view! {
            <nav class="row small noprint" aria-label="Through the list">
                {step(place.before, "prev")}
                <span class="soft">{format!("{} of {}", place.number, place.of)}</span>
                {step(place.after, "next")}
            </nav>
        }
    })
}

/// The entries around this one in the list, with this one marked.
pub(crate) fn nearby(read: Link) -> impl IntoView {
    let context = ExploreContext::expect();
    let draw = move |place: Option<Place>| {
        place.filter(|place| place.of > 1).map(|place| {
            let links = place.near.into_iter().map(|to| {
                let current = (to == read).then_some("true");
                view! { <a href=address(context, to) aria-current=current>{link::name(to)}</a> }
            });
            view! {
                <nav class="toc desk-only" aria-label="Nearby in the list">
                    <p class="tiny soft">
                        <b>"Nearby in the list, " {place.of}</b>
                    </p>
                    {links.collect_view()}
                </nav>
            }
        })
    };
    // On a static page, the links to the one before and after are enough.
    let shown = !context.embedded.get_untracked() && !Edition::is_printed();
    shown.then(|| remade(move || Place::of(context, read), draw))
}
