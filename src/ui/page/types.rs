//! The types by seven questions about the same jerk, with the pictures that answer some of them.
//!
//! The list of all types follows it.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, Kind, Link, TopicId};
use crate::ui::element::link;
use crate::ui::picture::ages::Ages;
use crate::ui::picture::bodies::Bodies;
use crate::ui::picture::head::Head;
use crate::ui::picture::timings::Timings;

/// The sections of types that answer a question, and the question.
const QUESTIONS: [(&str, &str); 7] = [
    ("contraction", "Burst or lapse?"),
    ("distribution", "Which parts?"),
    ("provocation", "What sets it off?"),
    ("rhythm", "In what rhythm?"),
    ("generator", "Where does it start?"),
    ("aetiology", "For what reason?"),
    ("acuity", "How does it run?"),
];

/// Questions, figures and lengths.
#[component]
pub(crate) fn TypesInPictures() -> impl IntoView {
    view! {
        <div class="stack wide">
            <section class="stack" aria-labelledby="questions">
                <h2 id="questions">"Seven questions about the same jerk"</h2>
                {questions()}
            </section>
            <div class="split">
                <section class="stack" aria-labelledby="parts">
                    <h2 id="parts">"Which parts jerk"</h2>
                    <Bodies />
                </section>
                <section class="stack" aria-labelledby="origin">
                    <h2 id="origin">"Where it starts"</h2>
                    <Head />
                </section>
            </div>
            <section class="stack" aria-labelledby="lengths">
                <h2 id="lengths">"How long a jerk lasts on the muscle recording"</h2>
                <Timings />
            </section>
            <section class="stack" aria-labelledby="ages">
                <h2 id="ages">"When causes begin"</h2>
                <Ages />
            </section>
        </div>
    }
}

fn questions() -> impl IntoView {
    let catalogue = Catalogue::bundled();
    let sections: Vec<_> = catalogue.sections(Kind::Type).collect();
    let rows = QUESTIONS.iter().filter_map(|(slug, question)| {
        let (id, section) = *sections.iter().find(|(_, section)| section.slug == *slug)?;
        let types = catalogue.topics(Kind::Type).filter(|(_, it)| it.section == Some(id));
        let chips = types.map(|(id, topic)| {
            let name = topic.name.split(" (").next().unwrap_or(topic.name);
            let name = name.trim_end_matches(" myoclonus");
            let count = examples(id);
            view! {
                <a class="chip" href=link::href(Link::Topic(id))>
                    {name}
                    {(count > 0).then(|| view! { " " <b>{count}</b> })}
                </a>
            }
        });
        Some(view! {
            <tr>
                <th scope="row">
                    <b>{*question}</b>
                    " "
                    <span class="tiny soft">{section.explanation}</span>
                </th>
                <td class="row">{chips.collect_view()}</td>
            </tr>
        })
    });
    let with_none = catalogue.cause_ids().filter(|id| catalogue.cause(*id).types.is_empty());
    view! {
        <p class="small soft">
            "The number behind a type is how many causes are recorded as an example of it. For "
            {with_none.count()} " of " {catalogue.cause_count()} " entries no type is recorded."
        </p>
        <table class="plot plot--tall">
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// How many causes are an example of a type.
fn examples(of: TopicId) -> usize {
    let catalogue = Catalogue::bundled();
    catalogue.cause_ids().filter(|id| catalogue.cause(*id).types.contains(&of)).count()
}
