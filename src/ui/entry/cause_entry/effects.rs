//! What treatments do to the jerks of a cause, or of the types that it is an example of.
//!
//! Their sources are in the entries of the treatments, to which each row leads.

use leptos::prelude::*;

use crate::catalogue::{CauseId, Effect, EffectKind, Link, TopicId};
use crate::ui::element::link::link;
use crate::ui::entry::fact::caution::caution;

/// A table of the effects on a cause; nothing if none is recorded.
pub(super) fn drawn_effects(
    cause: CauseId,
    effects: &[(TopicId, &'static Effect)],
) -> Option<AnyView> {
    let rows = effects.iter().map(|(treatment, effect)| row(cause, *treatment, effect));
    (!effects.is_empty()).then(|| {
        view! {
            <p class="small soft">
                "Each row is said of this cause, or of a type of jerks that it can have. What is "
                "said of a type need not fit this illness. More cautions, and the sources, are in "
                "the entries of the treatments. No doses are given."
            </p>
            <div class="scroll" role="region" aria-label="Treatments" tabindex="0">
                <table class="plot">
                    <caption class="vh">"Treatments, and what they do to the jerks"</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Effect"</th>
                            <th scope="col">"Treatment and its main caution"</th>
                            <th scope="col">"Said of, and on what ground"</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        }
        .into_any()
    })
}

fn row(cause: CauseId, treatment: TopicId, effect: &'static Effect) -> impl IntoView {
    let on = match effect.on {
        Link::Cause(id) if id == cause => view! { "this cause" }.into_any(),
        other => link(other).into_any(),
    };
    let level = match effect.kind {
        EffectKind::Helps => "b",
        EffectKind::MayWorsen => "e",
        EffectKind::Disputed => "s",
    };
    let meant =
        (!effect.medicines.is_empty()).then(|| format!(": {}", effect.medicines.join(", ")));
    let note = effect.note.map(|note| format!("; {note}"));
    view! {
        <tr>
            <td>
                <span class="tag" data-u=level>
                    {effect.kind.label()}
                </span>
            </td>
            // On a phone a column for cautions alone would push the last one off the screen.
            <th scope="row">
                {link(Link::Topic(treatment))} {meant} <div>{caution(treatment)}</div>
            </th>
            <td>
                {on} " "
                <span class="small soft">{effect.evidence.label()} {note}</span>
            </td>
        </tr>
    }
}
