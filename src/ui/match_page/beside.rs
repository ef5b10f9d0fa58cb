//! The patient beside one cause: its place, and its usual findings as questions.

use leptos::prelude::*;

use super::ask::answers;
use super::state::MatchState;
use crate::catalogue::{Catalogue, CauseId, Link};
use crate::differential::{Finding, Findings};
use crate::finding_search::name;
use crate::ui::browser::focus::focus_soon;
use crate::ui::context::differential;
use crate::ui::element::link::link;
use crate::ui::element::remade::remade;

/// How many findings are asked for.
const MOST: usize = 8;

/// The id of the heading. The focus goes there after an answer, because the question has gone.
const HEADING: &str = "beside";

/// The comparison; nothing if the reader did not come from a cause.
pub(super) fn beside(state: MatchState) -> impl IntoView {
    let compared = move || {
        state.beside.get().map(|id| {
            let ranked = state.ranked.get();
            let said = if ranked.is_enough {
                let place = ranked.place(id).map_or_else(String::new, |it| format!(", place {it}"));
                format!("{}{place} of {}", ranked.band(id).label(), ranked.order.len())
            } else {
                "not enough to rank yet".to_owned()
            };
            let open = state.findings.with(|findings| questions(findings, id));
            (id, said, open)
        })
    };
    remade(compared, move |compared| {
        compared.map(|(id, said, open)| drawn(state, id, said, &open).into_any())
    })
}

/// The exposures of a cause without an answer, then its usual findings.
fn questions(findings: &Findings, id: CauseId) -> Vec<Finding> {
    let contexts = Catalogue::bundled().cause(id).context.values.iter();
    let contexts = contexts.copied().map(Finding::Context);
    let contexts = contexts.filter(|it| findings.answer(*it).is_none());
    let missing = differential().missing(findings, id, MOST).into_iter().map(Finding::Term);
    contexts.take(MOST).chain(missing).collect()
}

fn drawn(state: MatchState, id: CauseId, said: String, open: &[Finding]) -> impl IntoView + use<> {
    let rows = open.iter().map(|finding| {
        let finding = *finding;
        let label = name(Catalogue::bundled(), finding);
        let buttons = state.offers_actions().then(|| {
            let buttons = answers(state, finding, "chip", || focus_soon(HEADING));
            view! { <span class="row">{buttons}</span> }
        });
        view! { <li class="row ends">{label} {buttons}</li> }
    });
    let rows = rows.collect_view();
    let stop = state.offers_actions().then(|| {
        view! {
            <button type="button" class="btn" on:click=move |_| state.compare_with_all()>
                "Stop comparing with it"
            </button>
        }
    });
    view! {
        <section class="box stack tight" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">
                "The patient beside "
                {link(Link::Cause(id))}
            </h2>
            <p>
                <b>{said}</b>
            </p>
            <p class="small soft">
                "What makes it or is usual in it, and has no answer yet. The other causes stay in \
                 the order below."
            </p>
            <ul role="list" class="stack tight small">
                {rows}
            </ul>
            <p class="noprint">{stop}</p>
        </section>
    }
}
