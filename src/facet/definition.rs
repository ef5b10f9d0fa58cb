//! Every facet, declared once, in the order in which they are offered.
//!
//! A new facet is one entry here, and the function that sorts the entries by its values. A new axis
//! of a cause is a facet without any change here.

use super::{
    Facet, Table, axes, begins, categories, contexts, genes, grades, sources, terms, types,
};
use crate::catalogue::{AXES, AxisId, Catalogue, Kind};
use crate::entry::label;

/// The definition of a facet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Definition {
    /// The word for it in addresses. Shared addresses contain it, so it never changes.
    pub(super) key: &'static str,
    /// What a reader sees.
    pub(super) label: &'static str,
    /// The kind of topics whose list it narrows; `None` for the list of causes.
    pub(super) narrows: Option<Kind>,
    /// Whether it is unfolded at first.
    pub(super) is_prominent: bool,
    /// Where its values come from.
    pub(super) values: Values,
}

/// Where the values of a facet come from.
#[derive(Clone, Copy, Debug)]
pub(super) enum Values {
    /// From an axis of the causes.
    Axis(AxisId),
    /// From a function of the catalogue.
    Table(fn(&'static Catalogue, Facet) -> Table),
}

/// A facet of causes.
const fn of_causes(
    key: &'static str,
    label: &'static str,
    table: fn(&'static Catalogue, Facet) -> Table,
) -> Definition {
    Definition { key, label, narrows: None, is_prominent: false, values: Values::Table(table) }
}

/// The same facet, unfolded at first.
const fn prominent(definition: Definition) -> Definition {
    Definition { is_prominent: true, ..definition }
}

/// The facets offered before the axes.
const FIRST: [Definition; 3] = [
    prominent(of_causes("group", label::KIND_OF_CAUSE, categories::table)),
    prominent(of_causes("begins", label::BEGINS, begins::table)),
    prominent(of_causes("urgency", label::URGENCY, grades::urgency)),
];

/// The facets offered after the axes.
const LAST: [Definition; 9] = [
    of_causes("reversible", label::REVERSIBLE, grades::reversible),
    of_causes("feature", label::FEATURES, terms::features),
    of_causes("onset", label::ONSET, terms::onsets),
    of_causes("inheritance", label::INHERITANCE, terms::inheritance),
    of_causes("gene", "Gene", genes::table),
    of_causes("context", label::CONTEXT, contexts::table),
    of_causes("evidence", label::EVIDENCE, grades::evidence),
    of_causes("source", "Source", sources::table),
    Definition { narrows: Some(Kind::Type), ..prominent(of_causes("axis", "Axis", types::table)) },
];

/// The number of facets.
pub(super) const COUNT: usize = FIRST.len() + AXES.len() + LAST.len();

/// Every facet, by its position. Of the axes, those that are unfolded at first come first.
pub(super) static DEFINITIONS: [Definition; COUNT] = {
    let mut all = [FIRST[0]; COUNT];
    let mut count = 0;
    while count < FIRST.len() {
        all[count] = FIRST[count];
        count += 1;
    }
    let mut prominent = true;
    loop {
        let mut at = 0;
        while at < AXES.len() {
            if AXES[at].is_prominent == prominent {
                all[count] = of_axis(AxisId::at(at));
                count += 1;
            }
            at += 1;
        }
        if !prominent {
            break;
        }
        prominent = false;
    }
    let mut at = 0;
    while at < LAST.len() {
        all[count] = LAST[at];
        count += 1;
        at += 1;
    }
    all
};

/// The facet of an axis.
const fn of_axis(id: AxisId) -> Definition {
    let axis = id.axis();
    Definition {
        key: axis.address,
        label: axis.label,
        narrows: None,
        is_prominent: axis.is_prominent,
        values: Values::Axis(id),
    }
}

/// Builds the table of a facet.
pub(super) fn build(catalogue: &'static Catalogue, facet: Facet) -> Table {
    match facet.definition().values {
        Values::Axis(axis) => axes::table(catalogue, facet, axis),
        Values::Table(table) => table(catalogue, facet),
    }
}
