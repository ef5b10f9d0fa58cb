//! The sections of an entry, and the list of them.
//!
//! Knows headings and ids, not what a section says.

use leptos::prelude::*;

use crate::ui::context::ExploreContext;
use crate::ui::landmark;

/// A section that has something to say.
pub(crate) struct Section {
    /// Its id.
    pub(crate) id: &'static str,
    /// Its heading.
    pub(crate) heading: &'static str,
    /// What it says.
    pub(crate) body: AnyView,
}

/// A section, unless nothing of it is there.
pub(crate) fn section(
    id: &'static str,
    heading: &'static str,
    parts: impl IntoIterator<Item = Option<AnyView>>,
) -> Option<Section> {
    let parts: Vec<AnyView> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| Section { id, heading, body: parts.into_any() })
}

/// The sections, one below the other.
pub(crate) fn drawn(sections: Vec<Section>) -> impl IntoView {
    let sections = sections.into_iter().map(|Section { id, heading, body }| {
        let heading_id = format!("{id}-heading");
        let labelled_by = heading_id.clone();
        view! {
            <section class="sect stack" id=id aria-labelledby=labelled_by>
                <h2 id=heading_id>{heading}</h2>
                {body}
            </section>
        }
    });
    sections.collect_view()
}

/// The list of the sections beside the entry; nothing in another page, which has its own contents.
pub(crate) fn contents(sections: &[Section]) -> Option<impl IntoView + use<>> {
    is_whole_page().then(|| {
        view! {
            <nav class="toc desk-only" aria-label="On this page">
                <p class="tiny soft">
                    <b>"On this page"</b>
                </p>
                {links(sections)}
            </nav>
        }
    })
}

/// The same within the entry, folded, where there is no room beside it.
pub(crate) fn contents_folded(sections: &[Section]) -> Option<impl IntoView + use<>> {
    is_whole_page().then(|| {
        view! {
            <details class="phone-only noprint">
                <summary>"On this page"</summary>
                <nav class="toc" aria-label="On this page, folded">
                    {links(sections)}
                </nav>
            </details>
        }
    })
}

fn is_whole_page() -> bool {
    !ExploreContext::expect().embedded.get_untracked()
}

fn links(sections: &[Section]) -> impl IntoView + use<> {
    let links = sections.iter().map(|Section { id, heading, .. }| {
        view! { <a href=landmark::link_to(id)>{*heading}</a> }
    });
    links.collect_view()
}
