//! What a reader looks at: the pages, the state of the view, and its address.
//!
//! Knows neither how a page is drawn nor the browser that holds the address.

pub mod address;
mod page;
mod state;

pub use page::{Opened, Page};
pub use state::{MOST_COMPARED, MOST_MEDICINES, Order, ViewState, same_kind};
