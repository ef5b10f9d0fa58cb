//! Starts the explorer in a browser; nothing else.

use leptos::prelude::*;
use myoclonus_explorer::ui;

fn main() {
    console_error_panic_hook::set_once();
    let view = ui::current_view();
    mount_to_body(move || view! { <ui::App view /> });
}
