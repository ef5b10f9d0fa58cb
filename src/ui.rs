//! The views: Leptos components that turn results and records into a page.
//!
//! They ask the core for everything. The index, the score arithmetic and the syntax of addresses
//! are unknown here. Only `browser::location` knows the browser's history.
//!
//! From the bottom up: words, landmarks, signals and the browser; actions; elements; the parts of a
//! page (entry, browse, shell); the pages; the program, the frame within another page, and the
//! printer. Nothing imports what is above it.

mod landmark;
mod wording;

mod context;
mod deferred;
mod edition;

mod browser;

mod actions;

mod element;

mod picture;

mod browse;
mod entry;
mod match_page;
mod shell;

mod page;

mod app;
mod framed;
#[cfg(feature = "ssr")]
pub mod print;

pub use app::App;
pub use browser::location::current as current_address;
