//! What hosts send.

mod files;
mod nginx;
mod wrong_addresses;
