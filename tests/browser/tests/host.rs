//! What hosts send.

mod files;
mod nginx;
