//! The address of the list of causes with one filter, for the parts of a picture that are links.

use crate::facet::Facet;
use crate::ui::browser::location;
use crate::ui::context::explorer;
use crate::view::ViewState;

/// The list with one value of a facet, both by their keys in addresses. A static page leads to the
/// explorer, because only the program can filter.
pub(crate) fn filtered(facet: &str, value: &str) -> String {
    let facets = explorer().facets();
    let choice = Facet::from_key(facet).and_then(|facet| facets.choice(facet, value));
    location::href(&ViewState { chosen: choice.into_iter().collect(), ..ViewState::default() })
}

/// A number of causes in words.
pub(crate) fn causes(count: usize) -> String {
    if count == 1 { "1 cause".to_owned() } else { format!("{count} causes") }
}
