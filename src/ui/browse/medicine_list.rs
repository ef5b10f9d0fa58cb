//! A list of medicines that a reader pasted: each found, known and not here, or not understood.
//!
//! In the order of the list. Amounts are never shown back, because they are never kept.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, CauseId, Link};
use crate::entry::is_medicine;
use crate::explorer::{ListedMedicine, Recognised};
use crate::ui::browser::location;
use crate::ui::context::ExploreContext;
use crate::ui::element::link;
use crate::ui::element::match_link;
use crate::ui::element::remade::remade;
use crate::view::{Page, ViewState};

/// The list, below its heading; nothing if the view has none.
#[component]
pub(crate) fn MedicineList() -> impl IntoView {
    let context = ExploreContext::expect();
    let medicines = Memo::new(move |_| context.results.with(|results| results.medicines.clone()));
    let draw = |medicines: Vec<ListedMedicine>| {
        (!medicines.is_empty()).then(|| {
            let here = medicines.iter().filter(|it| it.is_here()).count();
            let taken = medicines.iter().filter_map(only_medicine);
            let items = medicines.iter().map(|it| view! { <li>{item(it)}</li> }).collect_view();
            view! {
                <section class="box stack tight" aria-labelledby="medicine-list">
                    <h2 id="medicine-list">"Your list of medicines"</h2>
                    <p>
                        {format!("{here} of {} are in this collection. ", medicines.len())}
                        <strong>
                            "That one is not here says nothing about whether it can cause jerks."
                        </strong>
                    </p>
                    <ol>{items}</ol>
                    {match_link::taking(taken)}
                </section>
            }
        })
    };
    remade(move || medicines.get(), draw)
}

/// The cause that a name of the list means, if it is a single medicine.
fn only_medicine(medicine: &ListedMedicine) -> Option<CauseId> {
    let catalogue = Catalogue::bundled();
    let Recognised::Found(entries) = &medicine.what else { return None };
    entries.iter().find_map(|entry| match entry {
        Link::Cause(id) if is_medicine(catalogue, catalogue.cause(*id)) => Some(*id),
        _ => None,
    })
}

/// One medicine: its name as typed, and what is here.
fn item(medicine: &ListedMedicine) -> impl IntoView + use<> {
    let (said, entries): (_, &[Link]) = match &medicine.what {
        Recognised::Found(entries) => (":", entries),
        Recognised::Similar(entries) => (": not here. Only similar in spelling:", entries),
        Recognised::NotHere => (": known, not in this collection", &[]),
        Recognised::Unknown => (": not understood. Try the name of the substance.", &[]),
    };
    let links = entries.iter().map(|to| {
        view! {
            " "
            <a href=link::href(*to)>{link::name(*to)}</a>
        }
    });
    view! {
        <span dir="auto">{medicine.typed.clone()}</span>
        {said}
        {links.collect_view()}
    }
}

/// The offer to read what was typed as a list: its medicines on the page of causes.
pub(crate) fn list_offer(names: &[String]) -> Option<AnyView> {
    (!names.is_empty()).then(|| {
        let view = ViewState::at(Page::Causes).listing(names.to_vec());
        let words = format!("Open the {} medicines as a list", names.len());
        view! {
            <p>
                "This looks like a list of medicines. " <a href=location::href(&view)>{words}</a>
            </p>
        }
        .into_any()
    })
}
