//! The rows of the lanes: the first by score at once, or all that a reader has asked for there; the
//! others in steps, each when the one before has been painted.
//!
//! A window shows a few rows of each lane, and an answer should be there a frame after the key. All
//! others at once would hold up the next key on a slow device. Knows of a lane only whether its
//! rows have places.

use std::cell::RefCell;
use std::collections::VecDeque;
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
use crate::ui::browser::paint::{after_paint, draw_in_steps};
use crate::ui::context::differential;
use crate::ui::match_page::state::MatchState;

/// About how high a row is, in CSS pixels, so that the page gets no shorter while rows are drawn.
/// The rows of the list by score say more.
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
    /// The lanes with rows that are still to be drawn.
    waiting: RefCell<VecDeque<Waiting>>,
}

/// Rows of a lane that are still to be drawn.
struct Waiting {
    /// What takes their place meanwhile.
    space: NodeRef<Svg>,
    /// About how high each is.
    height: usize,
    /// The causes with their places.
    rows: VecDeque<(CauseId, Option<usize>)>,
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
        let waiting = RefCell::default();
        Rc::new(Self { state, findings, ranked, causes, sums, scale, waiting })
    }

    /// The rows of a lane. The first `at_once` are drawn now, the others by [`Rows::draw_others`].
    /// Those of the list by score have places.
    pub(super) fn list(&self, lane: &[CauseId], has_places: bool, at_once: usize) -> AnyView {
        let placed = |(at, id): (usize, &CauseId)| (*id, has_places.then_some(at + 1));
        let mut rows: VecDeque<_> = lane.iter().enumerate().map(placed).collect();
        let first = rows.drain(..at_once.min(rows.len()));
        let first = first.map(|(id, place)| self.row(id, place)).collect_view();
        let space = (!rows.is_empty()).then(|| {
            let space = NodeRef::<Svg>::new();
            let height = if has_places { HEIGHT_BY_SCORE } else { HEIGHT };
            let all = rows.len() * height;
            self.waiting.borrow_mut().push_back(Waiting { space, height, rows });
            view! {
                <li aria-hidden="true">
                    <svg node_ref=space width="1" height=all></svg>
                </li>
            }
        });
        view! {
            <ol role="list">
                {first}
                {space}
            </ol>
        }
        .into_any()
    }

    /// Draws the rows that wait, from each lane in turn.
    pub(super) fn draw_others(self: Rc<Self>) {
        let drawn = StoredValue::new_local(Vec::<Drawn>::new());
        // With the next answer the lists leave the page as a whole. Their rows go once that is
        // painted: one by one before it, they would hold it up.
        on_cleanup(move || {
            let drawn = drawn.try_update_value(std::mem::take);
            after_paint(move || drop(drawn));
        });
        let step = move || {
            // Nothing happens if another answer has come meanwhile.
            let is_more = drawn.try_update_value(|drawn| {
                drawn.extend(self.draw_next());
                !self.waiting.borrow().is_empty()
            });
            is_more == Some(true)
        };
        // The findings that were entered take the next frame, the rows those after it.
        after_paint(move || draw_in_steps(step));
    }

    /// Draws the next row. The space of its lane stays at the end and gets shorter. If others have
    /// taken it out of the page, the lane ends.
    fn draw_next(&self) -> Option<Drawn> {
        let mut lane = self.waiting.borrow_mut().pop_front()?;
        let (id, place) = lane.rows.pop_front()?;
        let svg = lane.space.get_untracked()?;
        let space = svg.parent_element()?;
        let list = space.parent_element()?;
        space.remove();
        // Nothing in a row needs an owner: the handle alone takes it away.
        let row = self.row(id, place);
        let drawn = mount_to(list.clone().unchecked_into(), || row);
        if !lane.rows.is_empty() {
            svg.set_attribute("height", &(lane.rows.len() * lane.height).to_string()).ok()?;
            list.append_child(&space).ok()?;
            self.waiting.borrow_mut().push_back(lane);
        }
        Some(drawn)
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

/// A row that is drawn. It goes when this is dropped.
type Drawn = UnmountHandle<<AnyView as Render>::State>;
