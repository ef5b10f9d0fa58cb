//! The same components print as static pages on the build machine.
//!
//! Runs with the feature `ssr`: `cargo test --no-default-features --features ssr --test static_pages`.
#![cfg(feature = "ssr")]
// Views are deeply nested types, and printing one asks the compiler for its layout.
#![recursion_limit = "256"]

use leptos::prelude::*;
use myoclonus_explorer::ui::App;
use myoclonus_explorer::view_state::{Page, ViewState};

fn page(view: ViewState) -> String {
    Owner::new().with(|| view! { <App view /> }.to_html())
}

#[test]
fn the_list_prints_every_cause() {
    let html = page(ViewState::default());
    assert_eq!(html.matches("class=\"cause-row\"").count(), 780);
    assert!(html.contains("Causes of myoclonus</h1>"), "the list has the main heading");
}

#[test]
fn an_entry_prints_with_its_references() {
    let html = page(ViewState::default().opening("hyp-lance-adams"));
    assert!(html.contains("Chronic post-hypoxic myoclonus (Lance-Adams syndrome)</h1>"));
    assert!(html.contains("id=\"ref-1\""));
    assert!(html.contains("Not reviewed by a clinician"));
}

#[test]
fn every_page_prints() {
    for (at, entry, text) in [
        (Page::Types, "negative", "Negative myoclonus</h1>"),
        (Page::WorkUp, "eeg", "Electroencephalography"),
        (Page::Treatments, "clonazepam", "Clonazepam</h1>"),
        (Page::LookAlikes, "tics", "Tics</h1>"),
        (Page::Glossary, "myoclonus", "Myoclonus</h1>"),
    ] {
        assert!(page(ViewState::at(at).opening(entry)).contains(text), "{text}");
    }
    assert!(page(ViewState::at(Page::Sources)).contains("Barlow KH, 2020"));
    assert!(page(ViewState::at(Page::About)).contains("No clinician has reviewed it."));
}

#[test]
fn no_inline_style_is_printed() {
    let html = page(ViewState::default().opening("drug-cefepime"));
    assert!(!html.contains(" style=\""));
}
