//! The rule that a text is editorial exactly where it has no claim.

use crate::pipeline::fault::{Faults, Place};
use crate::pipeline::vocabulary::Basis;

/// The basis of a text: the one that its curator named, or else the one that follows from its
/// claims. The two must agree.
pub fn basis_of(
    place: Place<'_>,
    faults: &mut Faults,
    field: &str,
    named: Option<Basis>,
    has_claims: bool,
) -> Basis {
    let implied = if has_claims { Basis::Source } else { Basis::Editorial };
    let basis = named.unwrap_or(implied);
    if (basis == Basis::Editorial) == has_claims {
        let remedy = "\"editorial\" is for a text without any claim; the others need claims";
        place.fault(faults, field, basis.key(), remedy);
    }
    basis
}
