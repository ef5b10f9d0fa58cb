//! The entries chosen to be compared, and the link to their comparison.

use leptos::prelude::*;

use crate::catalogue::Link;
use crate::ui::actions;
use crate::ui::context::ExploreContext;
use crate::ui::element::compare_button::side_by_side;
use crate::ui::element::link;
use crate::ui::element::remade::remade;
use crate::ui::element::removable::removable;
use crate::view::{MOST_COMPARED, Page};

/// The bar. Empty until an entry is chosen.
#[component]
pub(crate) fn CompareBar() -> impl IntoView {
    let context = ExploreContext::expect();
    let compared = context.compared;
    let page = context.page.get_untracked();
    let words = move |compared: &[Link]| {
        let types = matches!(compared.first(), Some(Link::Topic(_)));
        match compared.len() {
            _ if types && page == Page::Causes => {
                "You have chosen types to compare. Causes cannot be compared with types.".to_owned()
            }
            _ if !types && page == Page::Types => {
                "You have chosen causes to compare. Types cannot be compared with causes."
                    .to_owned()
            }
            1 => "Chosen to compare. Choose one to three more:".to_owned(),
            MOST_COMPARED => "Chosen to compare. No more fit side by side:".to_owned(),
            _ => "Chosen to compare:".to_owned(),
        }
    };
    remade(
        move || compared.get(),
        move |compared| {
            (!compared.is_empty()).then(|| {
                let chips = compared.iter().map(|entry| view! { <li>{chip(context, *entry)}</li> });
                view! {
                    <section class="compare-bar row noprint" aria-label="Chosen to compare">
                        <p>{words(&compared)}</p>
                        <ul class="row" role="list">
                            {chips.collect_view()}
                        </ul>
                        {(compared.len() > 1)
                            .then(|| {
                                view! {
                                    <a class="btn" href=side_by_side(&compared)>
                                        "Compare side by side"
                                    </a>
                                }
                            })}
                    </section>
                }
            })
        },
    )
}

/// A chosen entry. Pressing it removes it from the comparison.
fn chip(context: ExploreContext, entry: Link) -> impl IntoView {
    let name = link::name(entry);
    let label = format!("Remove {name} from the comparison");
    removable("chip chip--off", label, name, move || actions::compare(context, entry))
}
