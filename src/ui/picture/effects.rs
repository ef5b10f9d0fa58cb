//! Treatments against kinds of jerks: a table of marks, and on a phone the same in words.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Effect, EffectEvidence, EffectKind, Kind, Link, Topic};
use crate::picture::{Column, Treated, columns, treatments};
use crate::ui::element::link::link;

/// The key, and a row for each treatment by section.
#[component]
pub(crate) fn EffectMatrix() -> impl IntoView {
    let catalogue = Catalogue::bundled();
    let columns = columns(catalogue);
    let rows = treatments(catalogue, &columns);
    let by_origin = columns.iter().filter(|column| !column.is_syndrome).count();
    let wide = columns.len() + 2;
    let heads = columns.iter().map(|column| {
        view! { <th scope="col">{short_name(catalogue.topic(column.topic))}</th> }
    });
    let heads = heads.collect_view();
    let sections = catalogue.sections(Kind::Treatment).map(|(section, named)| {
        let of_section = rows.iter().filter(|row| row.topic.section == Some(section));
        let of_section = of_section.map(|row| treated(row, &columns)).collect_view();
        view! {
            <tbody>
                <tr class="grp">
                    <th scope="rowgroup" colspan=wide>{named.name}</th>
                </tr>
                {of_section}
            </tbody>
        }
    });
    view! {
        <p class="key">
            <span>{mark(EffectKind::Helps, true)} "helps, by a trial or a series"</span>
            <span>{mark(EffectKind::Helps, false)} "helps, by case reports or expert opinion"</span>
            <span>{mark(EffectKind::MayWorsen, true)} "may worsen"</span>
            <span>{mark(EffectKind::Disputed, true)} "sources disagree"</span>
            <span>"empty: nothing is recorded, which does not mean that it does not help"</span>
        </p>
        <div class="scroll" role="region" aria-label="Treatments and jerks" tabindex="0">
            <table class="matrix">
                <thead class="desk-only">
                    <tr>
                        <td></td>
                        <th scope="colgroup" colspan=by_origin>"Where the jerks start"</th>
                        <th scope="colgroup" colspan=columns.len() - by_origin>"Syndrome"</th>
                        <td></td>
                    </tr>
                    <tr>
                        <th scope="col">"Treatment"</th>
                        {heads}
                        <th scope="col" class="ground">"Other jerks and causes"</th>
                    </tr>
                </thead>
                {sections.collect_view()}
            </table>
        </div>
    }
}

/// The name of a type without what the heading of its column says already.
fn short_name(topic: &Topic) -> String {
    let name = topic.name.split(" (").next().unwrap_or(topic.name);
    name.replace(" myoclonus", "")
}

fn treated(row: &Treated, columns: &[Column]) -> impl IntoView + use<> {
    let cells = row.cells.iter().map(|effect| {
        view! { <td class="c desk-only">{effect.map(cell)}</td> }
    });
    let catalogue = Catalogue::bundled();
    let in_columns = |kind: EffectKind| -> Vec<String> {
        let pairs = row.cells.iter().zip(columns);
        let of_kind = pairs.filter(|(effect, _)| effect.is_some_and(|it| it.kind == kind));
        of_kind
            .map(|(_, column)| short_name(catalogue.topic(column.topic)).to_lowercase())
            .collect()
    };
    let folded = EffectKind::ALL.iter().filter_map(|kind| {
        let names = in_columns(*kind).join(", ");
        (!names.is_empty()).then(|| view! { <b>{kind.label()} ": "</b> {names} ". " })
    });
    let elsewhere = EffectKind::ALL.iter().filter_map(|kind| {
        let of_kind: Vec<Link> = row
            .elsewhere
            .iter()
            .filter(|effect| effect.kind == *kind)
            .map(|effect| effect.on)
            .collect();
        let links = of_kind.iter().enumerate().map(|(at, to)| {
            view! { {(at > 0).then_some(", ")} {link(*to)} }
        });
        let links = links.collect_view();
        (!of_kind.is_empty()).then(|| view! { <b>{kind.label()} ": "</b> {links} ". " })
    });
    let others = row.elsewhere.len();
    let said = if others == 1 { " other" } else { " others" };
    view! {
        <tr>
            <th scope="row">
                {link(Link::Topic(row.id))} " "
                <span class="tiny soft">{row.topic.caution()} " "</span>
                <span class="phone-only tiny soft">{folded.collect_view()}</span>
            </th>
            {cells.collect_view()}
            <td class="ground">
                {(others > 0)
                    .then(|| {
                        view! {
                            <details>
                                <summary>{others} {said}</summary>
                                {elsewhere.collect_view()}
                            </details>
                        }
                    })}
            </td>
        </tr>
    }
}

/// A mark with the words that it means, and the members of the group that are meant.
fn cell(effect: &'static Effect) -> impl IntoView {
    let words = format!("{}, {}", effect.kind.label(), effect.evidence.label());
    view! {
        {mark(effect.kind, is_strong(effect.evidence))}
        <span class="vh">{words}</span>
    }
}

const fn is_strong(evidence: EffectEvidence) -> bool {
    matches!(evidence, EffectEvidence::Trial | EffectEvidence::Series)
}

/// The form says what is meant, colour only repeats it.
fn mark(kind: EffectKind, strong: bool) -> AnyView {
    match (kind, strong) {
        (EffectKind::Helps, true) => view! {
            <svg viewBox="0 0 16 16" aria-hidden="true">
                <circle class="ub" cx="8" cy="8" r="6" />
            </svg>
        }
        .into_any(),
        (EffectKind::Helps, false) => view! {
            <svg viewBox="0 0 16 16" aria-hidden="true">
                <circle class="ring" cx="8" cy="8" r="5" />
            </svg>
        }
        .into_any(),
        (EffectKind::MayWorsen, _) => view! {
            <svg viewBox="0 0 16 16" aria-hidden="true">
                <path class="us" d="M1 3h14L8 15z" />
            </svg>
        }
        .into_any(),
        (EffectKind::Disputed, _) => view! {
            <svg viewBox="0 0 16 16" aria-hidden="true">
                <path class="ub" d="M7 2v12A6 6 0 0 1 7 2z" />
                <path class="us" d="M9 2h6l-6 12z" />
            </svg>
        }
        .into_any(),
    }
}
