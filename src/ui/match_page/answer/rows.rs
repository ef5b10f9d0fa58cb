//! The rows of a lane: the first at once, the others when these have been painted.
//!
//! A window shows a few rows of each lane, and an answer should be there a frame after the key.
//! Knows of a lane only whether its rows have places.

use std::rc::Rc;
use std::sync::Arc;

use leptos::html::Li;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::bars::Scale;
use super::cause::{self, Shown, cause};
use crate::catalogue::CauseId;
use crate::differential::{Contribution, Findings, Ranked};
use crate::ui::browser::paint::after_paint;
use crate::ui::context::differential;
use crate::ui::match_page::state::MatchState;

/// How many rows of a lane are drawn at once.
pub(super) const AT_ONCE: usize = 3;

/// About how high a row is, in CSS pixels, so that the page gets no shorter meanwhile. Rows of the
/// list by score say more.
const HEIGHT: usize = 150;
const HEIGHT_BY_SCORE: usize = 280;

/// What all rows of an answer are drawn from.
pub(super) struct Rows {
    state: MatchState,
    findings: Findings,
    ranked: Arc<Ranked>,
    causes: Vec<CauseId>,
    /// The contributions to each cause.
    sums: Vec<Vec<Contribution>>,
    scale: Scale,
}

impl Rows {
    /// For the rows of these causes.
    pub(super) fn new(
        state: MatchState,
        findings: Findings,
        ranked: Arc<Ranked>,
        causes: Vec<CauseId>,
    ) -> Rc<Self> {
        let sums = differential().contributions_of(&findings, &causes);
        let scale = Scale::of(&sums);
        Rc::new(Self { state, findings, ranked, causes, sums, scale })
    }

    /// The rows of a lane. So many are drawn at once; those of the list by score have places.
    pub(super) fn list(
        self: &Rc<Self>,
        lane: &[CauseId],
        has_places: bool,
        at_once: usize,
    ) -> AnyView {
        let rows = Rc::clone(self);
        let row = move |(at, id)| rows.row(id, has_places.then_some(at + 1));
        let mut first: Vec<_> = lane.iter().copied().enumerate().collect();
        let others = first.split_off(at_once.min(first.len()));
        let first = first.into_iter().map(&row).collect_view();
        let space = (!others.is_empty()).then(|| {
            let height = if has_places { HEIGHT_BY_SCORE } else { HEIGHT };
            space_for(others.len() * height, move || {
                others.into_iter().map(row).collect::<Vec<_>>()
            })
        });
        view! {
            <ol role="list">
                {first}
                {space}
            </ol>
        }
        .into_any()
    }

    fn row(&self, id: CauseId, place: Option<usize>) -> AnyView {
        let at = self.causes.iter().position(|other| *other == id);
        let shown = Shown {
            id,
            score: self.ranked.score(id),
            band: self.ranked.band(id),
            sum: at.map(|at| self.sums[at].clone()).unwrap_or_default(),
            missing: differential().missing(&self.findings, id, cause::MOST_MISSING),
        };
        cause(self.state, shown, self.scale, place)
    }
}

/// Space of this height, in CSS pixels. The rows take its place when it has been painted.
fn space_for(height: usize, rows: impl FnOnce() -> Vec<AnyView> + 'static) -> impl IntoView {
    let space = NodeRef::<Li>::new();
    let drawn = StoredValue::new_local(None);
    after_paint(move || {
        // Nothing happens if another answer has come meanwhile.
        drawn.try_update_value(|drawn| {
            let space = space.get_untracked()?;
            let list = space.parent_element()?.unchecked_into();
            space.remove();
            *drawn = Some(mount_to(list, || rows().into_any()));
            Some(())
        });
    });
    view! {
        <li node_ref=space aria-hidden="true">
            <svg width="1" height=height></svg>
        </li>
    }
}
