//! How long bursts and lapses are: one bar for each statement of a source, on a scale of equal
//! ratios.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Kind, Link, Measure, Measured, SourceKind, Timing};
use crate::picture::bar;
use crate::ui::element::link::link;

/// The key, and the rows of all types with a length.
#[component]
pub(crate) fn Timings() -> impl IntoView {
    let catalogue = Catalogue::bundled();
    let types: Vec<_> = catalogue
        .topics(Kind::Type)
        .filter(|(_, topic)| topic.timings.values.iter().any(|it| bar(it).is_some()))
        .collect();
    let (with, all) = (types.len(), catalogue.topics(Kind::Type).count());
    let rows = types.into_iter().flat_map(|(id, topic)| {
        let lengths = topic.timings.values.iter().filter(|it| bar(it).is_some());
        lengths.map(move |timing| row(Link::Topic(id), timing))
    });
    view! {
        <p class="read small soft">
            "Length of a burst, or of the silence in a lapse, in milliseconds. Each step of the "
            "scale is about three times the one before. Each row is what one source says; where "
            "sources differ, a type has several rows. " {with} " of " {all}
            " types have a number; for the others it is not recorded."
        </p>
        <p class="key">
            <span>
                <svg viewBox="0 0 10 10" aria-hidden="true">
                    <path class="v" d="M0 3h10v4H0z" />
                </svg>
                "burst"
            </span>
            <span>
                <svg viewBox="0 0 10 10" aria-hidden="true">
                    <path class="o" d="M1 3h8v4H1z" />
                </svg>
                "silence"
            </span>
            <span>
                <svg viewBox="0 0 10 10" aria-hidden="true">
                    <path class="r" d="M0 4h8v2H0z" />
                    <path class="v" d="M8 1h2v8H8z" />
                </svg>
                "the source gives only one limit"
            </span>
        </p>
        <table class="plot plot--tall">
            <thead>
                <tr>
                    <th scope="col">"Type"</th>
                    <th scope="col" class="draw">
                        <span class="axis">
                            <span>"10 ms"</span>
                            <span>"30"</span>
                            <span>"100"</span>
                            <span>"300"</span>
                            <span>"1 s"</span>
                        </span>
                    </th>
                    <th scope="col">"In words, and on what ground"</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

fn row(of: Link, timing: &'static Timing) -> impl IntoView {
    let catalogue = Catalogue::bundled();
    let grounds = timing.claims.iter().map(|claim| {
        let quoted = catalogue.source(claim.source).kind == SourceKind::SecondaryWeb;
        // The detail of a page that quotes others says so already.
        claim.detail.unwrap_or(if quoted { SourceKind::SecondaryWeb.label() } else { "" })
    });
    let ground = grounds.collect::<Vec<_>>().join("; ");
    view! {
        <tr>
            <th scope="row">{link(of)}</th>
            <td class="draw">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <path class="g" d="M0 0V10M23.9 0V10M50 0V10M73.9 0V10M100 0V10" />
                    {drawn(timing)}
                </svg>
            </td>
            <td>
                {timing.measured.label()} " of " {timing.words} " "
                <span class="tiny soft">{ground}</span>
            </td>
        </tr>
    }
}

fn drawn(timing: &Timing) -> Option<AnyView> {
    let bar = bar(timing)?;
    let (from, to) = (bar.from, bar.to);
    let silent = timing.measured == Measured::Silence;
    let mark = if silent { "neg" } else { "v" };
    let tick = |at: f32| format!("M{at} 1h1.5v8h-1.5z");
    Some(if bar.open_below || bar.open_above {
        let end = if bar.open_below { tick(to - 1.5) } else { tick(from) };
        let thin = format!("M{from} 4H{to}V6H{from}z");
        view! {
            <path class="r" d=thin />
            <path class=mark d=end />
        }
        .into_any()
    } else if timing.measure == Some(Measure::Mean) || from >= to {
        view! { <path class=mark d=tick(from) /> }.into_any()
    } else {
        let class = if silent { "o" } else { "v" };
        view! { <path class=class d=format!("M{from} 2H{to}V8H{from}z") /> }.into_any()
    })
}
