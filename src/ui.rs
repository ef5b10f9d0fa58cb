//! The views: Leptos components that turn results and records into a page.
//!
//! They ask the core for everything. Index, score arithmetic and the syntax of addresses are
//! unknown here; `location` alone knows the browser's history.

mod app;
mod component;
mod context;
mod download;
mod edition;
mod focus;
mod keys;
mod location;
mod page;
#[cfg(feature = "ssr")]
pub mod print;
mod rows;
mod storage;

pub use app::App;
pub use location::current as current_view;
