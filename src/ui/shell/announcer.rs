//! Announces to screen readers what a search has found, once typing pauses.
//!
//! The region is in the page from the start, because screen readers ignore one that appears later.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;

use crate::catalogue::Catalogue;
use crate::genes::{Sort, genes, select};
use crate::sources::by_kind;
use crate::ui::context::{ExploreContext, explorer};
use crate::ui::element::remade::remade_text;
use crate::ui::wording::remarks::not_here;
use crate::ui::wording::results::{announced, count_text, notes_everywhere, search_notes};
use crate::view::Page;

/// How long typing must pause before the count is announced.
const PAUSE: Duration = Duration::from_millis(800);

/// The one live region.
#[component]
pub(crate) fn Announcer() -> impl IntoView {
    let context = ExploreContext::expect();
    let (spoken, speak) = signal(String::new());
    Effect::new(move |before: Option<Option<TimeoutHandle>>| {
        context.asked.track();
        match before {
            // First run: nothing has changed yet, and the screen reader is reading the page itself.
            None => None,
            Some(pending) => {
                if let Some(pending) = pending {
                    pending.clear();
                }
                // The same words again would be no change, and no answer.
                speak.set(String::new());
                set_timeout_with_handle(move || speak.set(words(context)), PAUSE).ok()
            }
        }
    });
    view! {
        <p class="vh" role="status">
            {remade_text(move || spoken.get())}
        </p>
    }
}

/// How many entries the present view shows, and what became of the words. Empty on pages that count
/// nothing.
fn words(context: ExploreContext) -> String {
    let page = context.page.get_untracked();
    let query = context.view.with_untracked(|view| view.query.trim().to_owned());
    // With the words: the same count for other words is another answer.
    let answer = |count: String| if query.is_empty() { count } else { announced(&count, &query) };
    if page == Page::Home && !query.is_empty() {
        let everywhere = explorer().everywhere(&query);
        let rows: usize = everywhere.found.iter().map(|(_, results)| results.rows.len()).sum();
        let counted = if rows == 1 { "1 entry".to_owned() } else { format!("{rows} entries") };
        let mut sentences = vec![announced(&counted, &query)];
        sentences.extend(not_here(&everywhere.remarks));
        sentences.extend(notes_everywhere(&everywhere));
        return sentences.join(" ");
    }
    let catalogue = Catalogue::bundled();
    match page {
        Page::Genes => {
            let (facets, all) = (explorer().facets(), genes(catalogue));
            let found = context
                .view
                .with_untracked(|view| select(catalogue, facets, &all, view, Sort::Symbol));
            return answer(format!("{} of {} genes", found.len(), all.len()));
        }
        Page::Sources => {
            let found: usize = by_kind(catalogue, &query).iter().map(|(_, it)| it.len()).sum();
            return answer(format!("{found} sources"));
        }
        _ if !page.has_entries() => return String::new(),
        _ => {}
    }
    context.results.with_untracked(|results| {
        let mut sentences = vec![answer(count_text(results))];
        sentences.extend(search_notes(results));
        sentences.join(" ")
    })
}
