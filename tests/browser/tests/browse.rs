//! Searching, filtering, comparing and moving about.

mod comparing;
mod finding;
mod moving;
mod narrowing;
mod reach;
mod speed;
mod translated;
mod understanding;
mod walk;
