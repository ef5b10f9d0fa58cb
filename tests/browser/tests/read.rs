//! Reading: the list, the entries and the pages.

mod entry;
mod home;
mod list;
mod look;
mod pages;
mod pictures;
mod rare_disease;
