//! Prints the static pages: every list and every entry, readable without WebAssembly or scripts.
//!
//! The same components draw them, and each page links to the same view of the explorer. Writes no
//! files: it only knows their paths.

mod cause_shelves;
mod document;
mod structured_data;

use leptos::prelude::*;

use self::cause_shelves::CauseShelves;
use self::document::document;
use crate::catalogue::{Catalogue, Link};
use crate::ui::browse::list::topic_list::TopicList;
use crate::ui::browser::location;
use crate::ui::context::ExploreContext;
use crate::ui::edition::Edition;
use crate::ui::element::link;
use crate::ui::entry::cause_entry::CauseEntry;
use crate::ui::entry::topic_entry::TopicEntry;
use crate::ui::landmark;
use crate::ui::page::deferred::{pictured, text};
use crate::ui::page::{Content, HomePage, content, pictures_replace_list};
use crate::ui::shell::footer::SiteFooter;
use crate::ui::shell::header::SiteHeader;
use crate::ui::wording;
use crate::view::address::Parsed;
use crate::view::{Page, ViewState};

/// What all static pages have in common.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The name of the published style sheet.
    pub style_sheet: String,
    /// The name of the published icon.
    pub icon: String,
    /// The address of the folder in which the pages will be published, with its final slash, if
    /// known.
    pub site_url: Option<String>,
}

/// A static page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaticPage {
    /// Its path among the published files, such as `causes/phys-hiccup.html`.
    pub path: String,
    /// The whole document.
    pub html: String,
}

/// What a page shows: a list, a text or an entry.
#[derive(Clone, Copy)]
enum Shown {
    List(Page),
    Entry(Link),
}

/// All static pages: first the lists, then the entries.
pub fn static_pages(frame: &Frame) -> impl Iterator<Item = StaticPage> {
    let catalogue = Catalogue::bundled();
    let lists = printed_pages().map(Shown::List);
    let causes = catalogue.cause_ids().map(|id| Shown::Entry(Link::Cause(id)));
    let topics = catalogue.all_topics().map(|(id, _)| Shown::Entry(Link::Topic(id)));
    lists.chain(causes).chain(topics).map(|shown| print(frame, shown))
}

/// The pages of the explorer that are published as static pages.
fn printed_pages() -> impl Iterator<Item = Page> {
    Page::ALL.iter().copied().filter(|page| page.is_printed())
}

/// The content of the first page before the program runs, or where it cannot run: the start of the
/// explorer, with links to the static pages.
pub fn opening() -> String {
    let view = ViewState::at(Page::Home);
    let printed = markup(move || {
        provide_context(Edition::Printed);
        ExploreContext::provide(Parsed { view, ..Parsed::default() });
        framed(view! { <HomePage /> }.into_any())
    });
    // The first page is beside the folders of the static pages, not in one of them, and it is the
    // explorer itself.
    printed.replace("href=\"../index.html#", "href=\"#").replace("href=\"../", "href=\"")
}

/// Prints one page.
fn print(frame: &Frame, shown: Shown) -> StaticPage {
    let view = view_of(shown);
    let path = location::static_page(&view).expect("what has no static page is not printed");
    let title = wording::title(&view);
    let body = markup(move || body(shown, view));
    let html = document(frame, &path, &title, shown, &body);
    StaticPage { path, html }
}

/// The view of the explorer that shows the same.
fn view_of(shown: Shown) -> ViewState {
    let catalogue = Catalogue::bundled();
    match shown {
        Shown::List(page) => ViewState::at(page),
        Shown::Entry(Link::Topic(id)) => {
            let topic = catalogue.topic(id);
            ViewState::at(Page::of(topic.kind)).opening(topic.slug)
        }
        Shown::Entry(Link::Cause(id)) => ViewState::default().opening(catalogue.cause(id).slug),
        Shown::Entry(Link::Category(_)) => ViewState::default(),
    }
}

/// Prints what a function draws, without the markers that only a running program needs.
fn markup<V: IntoView + 'static>(draw: impl FnOnce() -> V) -> String {
    Owner::new().with(|| draw().into_view().to_html()).replace("<!>", "")
}

/// The page from header to footer.
fn body(shown: Shown, view: ViewState) -> impl IntoView {
    provide_context(Edition::Printed);
    let explorer = location::from_static_page(&view);
    ExploreContext::provide(Parsed { view, ..Parsed::default() });
    let content = match shown {
        Shown::List(page) => match content(page) {
            Content::Causes => {
                let about = wording::causes_counted();
                view! { {list_head(page, about)} <CauseShelves /> }.into_any()
            }
            Content::Topics => {
                let about = wording::page(page).about.to_owned();
                let list = (!pictures_replace_list(page)).then(|| view! { <TopicList page /> });
                view! { {list_head(page, about)} {pictured(page)} {list} }.into_any()
            }
            Content::Home => view! { <HomePage /> }.into_any(),
            Content::Text => text(page),
        },
        Shown::Entry(entry) => view! {
            <article class="entry" aria-labelledby=landmark::ENTRY_HEADING>
                {printed_entry(entry)}
            </article>
        }
        .into_any(),
    };
    let needs_program = matches!(shown, Shown::List(Page::Match));
    let (needs, serves) = if needs_program {
        ("What this page is for needs a script. ", " to enter findings.")
    } else {
        ("This page needs no script. ", " to search, filter and compare.")
    };
    let remark = view! {
        <p class="small soft noprint">
            {needs} <a href=explorer>"Open it in the explorer"</a> {serves}
        </p>
    };
    framed(view! { <div class="stack">{remark} {content}</div> }.into_any())
}

/// The page around a content.
fn framed(content: AnyView) -> impl IntoView {
    view! {
        <a class="vh" href=landmark::link_to(landmark::MAIN)>
            "Skip to the content"
        </a>
        " "
        <SiteHeader />
        <main id=landmark::MAIN class="page" tabindex="-1">
            {content}
        </main>
        <SiteFooter />
    }
}

/// An entry, as the explorer shows it.
fn printed_entry(entry: Link) -> AnyView {
    match entry {
        Link::Cause(id) => view! { <CauseEntry id /> }.into_any(),
        Link::Topic(id) => view! { <TopicEntry id /> }.into_any(),
        Link::Category(_) => {
            view! { <a href=location::href(&ViewState::default())>{link::name(entry)}</a> }
                .into_any()
        }
    }
}

/// The heading of a list and its introduction.
fn list_head(page: Page, about: String) -> impl IntoView {
    view! {
        <h1>{wording::page(page).heading}</h1>
        <p class="soft read">{about}</p>
    }
}
