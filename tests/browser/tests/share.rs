//! What leaves the page: files, the whole explorer as one file, and frames in other pages.

mod embedding;
mod export;
mod single_file;
