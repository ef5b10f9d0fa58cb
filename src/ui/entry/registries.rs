//! The same disease in the registries: its numbers, and its names there.

use leptos::prelude::*;

use crate::catalogue::{AnnotatedDisease, Cause};

/// The numbers of a cause, each linked to its registry, with the name of the disease there if it is
/// known. Empty for a cause without numbers.
pub(crate) fn registries(cause: &'static Cause) -> Option<AnyView> {
    let named = |number: &str| cause.annotated.iter().find_map(|rare| name(rare, number));
    let rows = cause
        .same_as
        .iter()
        .map(|number| {
            let (registry, digits) = number.split_once(':').unwrap_or_default();
            let address = match registry {
                "ORPHA" => format!("https://www.orpha.net/en/disease/detail/{digits}"),
                _ => format!("https://omim.org/entry/{digits}"),
            };
            view! {
                <li>
                    <a href=address rel="external noreferrer">{*number}</a>
                    {named(number).map(|name| format!(" {name}"))}
                </li>
            }
        })
        .collect_view();
    let has_our_name = |disease: &&AnnotatedDisease| disease.names.contains(&cause.name);
    let is_ours = !cause.annotated.is_empty() && !cause.annotated.iter().any(has_our_name);
    (!cause.same_as.is_empty()).then(|| {
        view! {
            <div class="stack tight">
                <h3>"In rare-disease registries"</h3>
                <p class="small soft">
                    "OMIM and Orphanet numbers, with their names in the rare-disease data. The "
                    "links leave this page."
                    {is_ours.then_some(" The name above is our own wording, for easier reading.")}
                </p>
                <ul role="list">{rows}</ul>
            </div>
        }
        .into_any()
    })
}

/// The name of the disease in a registry.
fn name(disease: &'static AnnotatedDisease, number: &str) -> Option<&'static str> {
    let at = disease.numbers.iter().position(|other| *other == number)?;
    disease.names.get(at).copied()
}
