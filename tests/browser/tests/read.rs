//! Reading: the list, the entries and the pages.

mod list;
mod look;
