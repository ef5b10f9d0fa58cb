//! The ways in by what a reader has: a medicine, a child, a gene, the jerks, something to do.

use std::collections::HashSet;

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Kind};
use crate::entry::is_listed_as_medicine;
use crate::facet::{Choice, Facet};
use crate::ui::browser::location;
use crate::ui::context::explorer;
use crate::view::{Page, ViewState};

/// One way in.
struct Door {
    to: ViewState,
    name: &'static str,
    about: &'static str,
    holds: String,
}

/// The times of life of a child.
const OF_CHILDREN: [&str; 3] = ["neonate", "infant", "child"];

/// All ways in.
pub(super) fn doors() -> impl IntoView {
    let doors = all().into_iter().map(|door| {
        view! {
            <li>
                <a class="door" href=location::href(&door.to)>
                    <h3>{door.name}</h3>
                    <p class="small">{door.about}</p>
                    <p class="tiny soft">{door.holds}</p>
                </a>
            </li>
        }
    });
    view! {
        <section class="stack" aria-labelledby="start">
            <h2 id="start">"Start with what you have"</h2>
            <ul class="cols" role="list">
                {doors.collect_view()}
            </ul>
        </section>
    }
}

fn all() -> [Door; 6] {
    let catalogue = Catalogue::bundled();
    let facets = explorer().facets();
    let causes = ViewState::at(Page::Causes);
    let medicines = catalogue.cause_ids().map(|id| catalogue.cause(id));
    let medicines: Vec<_> = medicines.filter(|it| is_listed_as_medicine(catalogue, it)).collect();
    let classes: HashSet<_> =
        medicines.iter().filter_map(|it| it.subcategory).map(|it| it.name).collect();
    let of_medicines = facets.choice(Facet::GROUP, "medicines").into_iter().collect();
    let of_children: Vec<Choice> =
        OF_CHILDREN.iter().filter_map(|age| facets.choice(Facet::BEGINS, age)).collect();
    let children = facets.fitting(Facet::BEGINS, &of_children).map_or(0, |it| it.count());
    let topics = |kind| catalogue.topics(kind).count();
    let ontology = catalogue.ontology();
    let findings = ontology.terms().filter(|(id, _)| ontology.system(*id).is_some());
    let axes = catalogue.sections(Kind::Type).count();
    [
        Door {
            to: causes.choosing(of_medicines),
            name: "A medicine",
            about: "“Could one of these tablets do it?” Paste a list, or look one up.",
            holds: format!("{} medicines in {} classes", medicines.len(), classes.len()),
        },
        Door {
            to: causes.choosing(of_children),
            name: "A baby or a child",
            about: "What can make a baby or a child jerk, the most urgent first.",
            holds: format!("{children} entries that begin before the age of 12"),
        },
        Door {
            to: causes.clone(),
            name: "A gene or a rare disease",
            about: "Genes, inheritance, first age, OMIM and ORPHA numbers.",
            holds: format!(
                "{} genes, {} rare diseases",
                facets.table(Facet::GENE).values.len(),
                catalogue.annotated_diseases().len()
            ),
        },
        Door {
            to: ViewState::at(Page::Match),
            name: "Several findings",
            about: "Enter what was found and what was not: causes in the order in which they fit.",
            holds: format!(
                "{} findings, {} exposures",
                findings.count(),
                catalogue.contexts().count()
            ),
        },
        Door {
            to: ViewState::at(Page::Types),
            name: "Describe the jerks",
            about: "Where, when, how long, burst or lapse: learn the types.",
            holds: format!("{} types on {axes} axes", topics(Kind::Type)),
        },
        Door {
            to: ViewState::at(Page::WorkUp),
            name: "What to do, step by step",
            about: "Confirm it, describe it, look for what can be put right, then test.",
            holds: format!("{} steps, {} tests", topics(Kind::Step), topics(Kind::Test)),
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_leads_somewhere() {
        for door in all() {
            let results = explorer().explore(&door.to);
            let has_list = door.to.page.has_entries();
            assert!(!has_list || !results.rows.is_empty(), "{}", door.name);
        }
        let children = &all()[1];
        assert_eq!(children.to.chosen.len(), OF_CHILDREN.len());
        let shown = explorer().explore(&children.to).rows.len();
        assert!(children.holds.starts_with(&format!("{shown} ")), "{}", children.holds);
    }
}
