//! The views: Leptos components that turn results and records into a page.
//!
//! They ask the core for everything. Index, score arithmetic and the syntax of addresses are
//! unknown here; `browser::location` alone knows the browser's history.

mod app;
mod browse;
mod browser;
mod context;
mod edition;
mod element;
mod entry;
mod page;
#[cfg(feature = "ssr")]
pub mod print;
mod shell;

pub use app::App;
pub use browser::location::current as current_view;
