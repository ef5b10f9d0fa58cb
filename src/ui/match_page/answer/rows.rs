//! The rows of a lane: the first at once, the others in steps, each when the one before has been
//! painted.
//!
//! A window shows a few rows of each lane, and an answer should be there a frame after the key. All
//! others at once would hold up the next key on a slow device. Knows of a lane only whether its
//! rows have places.

use std::rc::Rc;
use std::sync::Arc;

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::svg::Svg;
use wasm_bindgen::JsCast;

use super::bars::Scale;
use super::cause::{self, Shown, cause};
use crate::catalogue::CauseId;
use crate::differential::{Contribution, Findings, Ranked};
use crate::ui::browser::paint::after_paint;
use crate::ui::context::differential;
use crate::ui::match_page::state::MatchState;

/// How many rows of a lane are drawn at once.
pub(super) const AT_ONCE: usize = 1;

/// How the other rows of a lane are drawn.
#[derive(Clone, Copy)]
struct Pace {
    /// How many rows are drawn in a step.
    rows: usize,
    /// About how high a row is, in CSS pixels, so that the page gets no shorter meanwhile.
    height: usize,
}

/// The list by score is the longest, and its rows say more.
const BY_SCORE: Pace = Pace { rows: 2, height: 280 };
const OTHER_LANE: Pace = Pace { rows: 1, height: 150 };

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
            let pace = if has_places { BY_SCORE } else { OTHER_LANE };
            space_for(pace, others.into_iter().map(row))
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

/// Space for rows, which take its place step by step.
fn space_for(pace: Pace, rows: impl ExactSizeIterator<Item = AnyView> + 'static) -> impl IntoView {
    let all = rows.len() * pace.height;
    let space = NodeRef::<Svg>::new();
    let drawn = StoredValue::new_local(Vec::<Drawn>::new());
    // With the next answer the list leaves the page as a whole. Its rows go once that is painted:
    // one by one before it, they would hold it up.
    on_cleanup(move || {
        let drawn = drawn.try_update_value(std::mem::take);
        after_paint(move || drop(drawn));
    });
    // The findings that were entered take the next frame, the rows those after it.
    after_paint(move || draw_more(space, drawn, pace, rows));
    view! {
        <li aria-hidden="true">
            <svg node_ref=space width="1" height=all></svg>
        </li>
    }
}

/// Rows that are drawn. They go when this is dropped.
type Drawn = UnmountHandle<<AnyView as Render>::State>;

/// Draws the next rows when what is there has been painted, and the others after them. The space
/// stays at the end and gets shorter.
fn draw_more(
    space: NodeRef<Svg>,
    drawn: StoredValue<Vec<Drawn>, LocalStorage>,
    pace: Pace,
    mut rows: impl ExactSizeIterator<Item = AnyView> + 'static,
) {
    after_paint(move || {
        // Nothing happens if another answer has come meanwhile.
        let is_more = drawn.try_update_value(|drawn| {
            let svg = space.get_untracked()?;
            let space = svg.parent_element()?;
            let list = space.parent_element()?;
            space.remove();
            // Nothing in a row needs an owner: the handle alone takes them away.
            let next: Vec<AnyView> = rows.by_ref().take(pace.rows).collect();
            drawn.push(mount_to(list.clone().unchecked_into(), || next.into_any()));
            if rows.len() == 0 {
                return None;
            }
            svg.set_attribute("height", &(rows.len() * pace.height).to_string()).ok()?;
            list.append_child(&space).ok()
        });
        if is_more.flatten().is_some() {
            draw_more(space, drawn, pace, rows);
        }
    });
}
