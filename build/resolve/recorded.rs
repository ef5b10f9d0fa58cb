//! A field with several values: each resolved, with the claims behind them.
//!
//! Knows no field.

use super::keys::{Claim, Resolver};
use crate::pipeline::read::schema::RawRecorded;

/// The values of a field, with their claims.
#[derive(Debug)]
pub struct Recorded<T> {
    pub values: Vec<T>,
    pub claims: Vec<Claim>,
}

impl<T> Default for Recorded<T> {
    fn default() -> Self {
        Self { values: Vec::new(), claims: Vec::new() }
    }
}

impl Resolver<'_, '_> {
    /// The values of any field, each resolved by `resolve`.
    pub fn recorded<R, T>(
        &mut self,
        field: &str,
        raw: &Option<RawRecorded<R>>,
        mut resolve: impl FnMut(&mut Self, &R) -> Option<T>,
    ) -> Recorded<T> {
        let Some(raw) = raw else { return Recorded::default() };
        let claims_field = format!("{field}.claims");
        if raw.values.is_empty() {
            let remedy = "give at least one value, or remove the field: absent is not recorded";
            self.fault(&format!("{field}.values"), "", remedy);
        }
        if raw.claims.is_empty() {
            self.fault(&claims_field, "", "name at least one source of data/sources/ for this");
        }
        Recorded {
            values: raw.values.iter().filter_map(|value| resolve(self, value)).collect(),
            claims: self.claims(&claims_field, &raw.claims),
        }
    }
}
