//! Starts the explorer in a browser, and does nothing else.

#![recursion_limit = "256"]

use leptos::prelude::*;
use myoclonus_explorer::ui;

fn main() {
    console_error_panic_hook::set_once();
    let address = ui::current_address();
    mount_to_body(move || view! { <ui::App address /> });
}
