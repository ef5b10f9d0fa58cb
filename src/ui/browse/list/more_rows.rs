//! How many rows a list shows: some at first, more when the reader asks, all on paper.
//!
//! While the reader types, only the rows that the window can show are drawn. The others follow when
//! the keys rest, before a reader can have got to them.

use leptos::ev;
use leptos::prelude::*;

use crate::catalogue::Link;
use crate::ui::browse::list::found::Found;
use crate::ui::browse::list::row;
use crate::ui::browser::focus::focus_soon;
use crate::ui::context::ExploreContext;
use crate::ui::edition::Edition;
use crate::ui::element::link;
use crate::ui::element::remade::remade;
use crate::ui::landmark;

/// How many rows a list shows at first, and how many more after each press.
const STEP: usize = 50;

/// How much of a list is drawn now.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Room {
    /// How many rows.
    most: usize,
    /// How high they are together, in CSS pixels. `None` if that does not matter.
    height: Option<f64>,
}

impl Room {
    /// The first of these rows, as far as there is room for them.
    pub(crate) fn fill(self, rows: impl Iterator<Item = Found>) -> Vec<Found> {
        let mut left = self.height.unwrap_or(f64::INFINITY);
        let rows = rows.take(self.most);
        rows.take_while(|found| {
            let has_room = left > 0.0;
            left -= row::least_height(found);
            has_room
        })
        .collect()
    }

    /// What these rows leave of it for those that follow.
    pub(crate) fn without(self, rows: &[Found]) -> Self {
        let taken: f64 = rows.iter().map(row::least_height).sum();
        Self {
            most: self.most.saturating_sub(rows.len()),
            height: self.height.map(|height| (height - taken).max(0.0)),
        }
    }
}

/// How much of a list of at most this many rows is drawn now.
pub(crate) fn room(context: ExploreContext, most: Memo<usize>) -> Memo<Room> {
    Memo::new(move |_| {
        let most = most.get();
        // On paper and in a frame no one could wait for the others.
        let height = context.hurry.get().filter(|_| most < usize::MAX);
        Room { most, height }
    })
}

/// How many rows the list shows at most.
pub(crate) fn most_rows(context: ExploreContext) -> Memo<usize> {
    let on_paper = RwSignal::new(Edition::is_printed());
    Effect::new(move || {
        let handles = [
            window_event_listener(
                ev::Custom::<leptos::web_sys::Event>::new("beforeprint"),
                move |_| on_paper.set(true),
            ),
            window_event_listener(
                ev::Custom::<leptos::web_sys::Event>::new("afterprint"),
                move |_| on_paper.set(false),
            ),
        ];
        on_cleanup(move || handles.into_iter().for_each(|handle| handle.remove()));
    });
    Memo::new(move |_| {
        // An embedded view has no buttons.
        if on_paper.get() || context.embedded.get() {
            return usize::MAX;
        }
        let asked = context.asked.get();
        let wanted = context.wanted.get();
        wanted.filter(|(list, _)| *list == asked).map_or(STEP, |(_, rows)| rows)
    })
}

/// The buttons below a list that show more of it. Empty if all of it is shown.
#[component]
pub(crate) fn MoreRows(
    /// How many rows are shown.
    shown: Signal<usize>,
    /// All entries of the list.
    all: Signal<Vec<Link>>,
    /// How many rows of another list come before.
    offset: Signal<usize>,
) -> impl IntoView {
    let context = ExploreContext::expect();
    remade(
        move || (shown.get(), all.with(Vec::len)),
        move |(shown, total)| {
            let show = move |most: usize| {
                // The button disappears; the first new row comes after it.
                let first = all.with_untracked(|all| all.get(shown).copied());
                let asked = context.asked.get_untracked();
                context.wanted.set(Some((asked, offset.get_untracked() + most)));
                first.into_iter().for_each(|first| focus_soon(landmark::row(link::slug(first))));
            };
            (shown < total).then(|| {
                let next = STEP.min(total - shown);
                view! {
                    <p class="row noprint">
                        <button type="button" class="btn" on:click=move |_| show(shown + next)>
                            {format!("Show the next {next}")}
                        </button>
                        <button type="button" class="btn" on:click=move |_| show(total)>
                            {format!("Show all {total}")}
                        </button>
                        <span class="soft small">{format!("{shown} of {total} shown")}</span>
                    </p>
                }
            })
        },
    )
}
