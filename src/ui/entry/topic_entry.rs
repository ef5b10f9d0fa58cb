//! The entry of a topic: its statements by the questions of a reader, their sources, and the
//! entries that name it.

use leptos::prelude::*;

use crate::catalogue::{Catalogue, FieldName, Kind, Link, Topic, TopicField, TopicId};
use crate::entry::{Question, References, figures};
use crate::ui::element::compare_button::CompareButton;
use crate::ui::element::hand_on::HandOn;
use crate::ui::element::link::{item, named, phrase};
use crate::ui::element::match_link;
use crate::ui::element::provenance;
use crate::ui::element::save::sources::SaveSources;
use crate::ui::entry::fact::{basis_mark, fact, facts, figure, line};
use crate::ui::entry::head::names::names;
use crate::ui::entry::head::top;
use crate::ui::entry::head::way::{nearby, way_to_topic};
use crate::ui::entry::reference_list::{kinds, reference_list};
use crate::ui::entry::related::related;
use crate::ui::entry::section::{Section, contents, contents_folded, drawn, section};
use crate::ui::landmark;
use crate::view::Page;

/// A topic with everything that its entry is drawn from.
struct Entry {
    id: TopicId,
    topic: &'static Topic,
    references: References,
}

/// One topic.
#[component]
pub(crate) fn TopicEntry(
    /// The topic.
    id: TopicId,
) -> impl IntoView {
    let topic: &'static Topic = Catalogue::bundled().topic(id);
    let entry = Entry { id, topic, references: References::of_topic(topic) };
    let also = topic.synonyms.iter().chain(topic.lay_names).copied().collect::<Vec<_>>();
    let sections: Vec<Section> =
        Question::ALL.iter().filter_map(|question| entry.section(*question)).collect();
    let read = Link::Topic(id);
    let comparable = Page::of(topic.kind).is_comparable();
    let (folded, listed) = (contents_folded(&sections), contents(&sections));
    view! {
        <div class="aside aside--end">
            <div class="stack">
                {way_to_topic(read, topic)}
                <div class="stack tight">
                    <h1 id=landmark::ENTRY_HEADING tabindex="-1">
                        {topic.name}
                    </h1>
                    {names([("Also called ", also)])}
                </div>
                {entry.top()}
                {folded}
                {drawn(sections)}
                <p class="small soft">
                    {topic.kind.label()} " · "
                    {topic.hpo.map(|hpo| format!("Human Phenotype Ontology: {hpo} · "))}
                    {provenance::in_full()}
                </p>
            </div>
            <div class="stack sticky">
                {listed}
                {comparable.then(|| view! { <CompareButton entry=read /> })}
                {(topic.kind == Kind::Type).then(|| match_link::of_type(topic))}
                <HandOn entry=read />
                {nearby(read)}
            </div>
        </div>
    }
}

impl Entry {
    /// What comes before all sections: what it is, and what to do about a red flag.
    fn top(&self) -> impl IntoView + use<> {
        let references = &self.references;
        let find = |name| self.topic.field(name);
        let words = |field: &'static TopicField| {
            field.body.iter().map(|only| phrase(only, Link::Topic(self.id))).collect_view()
        };
        let mark = |field: &TopicField| basis_mark(field.basis).into_any();
        let plain = find(FieldName::Plain).or_else(|| find(FieldName::Meaning));
        let plain =
            plain.map(|field| top::lead(words(field), mark(field), references, field.claims));
        let said = |name| {
            find(name).map(|field| top::said(words(field), mark(field), references, field.claims))
        };
        let alarm = (self.topic.kind == Kind::RedFlag).then(|| {
            // The first is the usual one; the others are for further signs.
            let usual = self.topic.due.first().map(|due| due.by);
            top::alarm(usual, said(FieldName::Act), said(FieldName::Why))
        });
        let clinical = find(FieldName::Clinical).map(|field| {
            top::clinical(field.name.label(), words(field), field.basis, references, field.claims)
        });
        let parts = [plain, alarm, clinical].into_iter().flatten().collect_view();
        view! { <div class="top">{parts}</div> }
    }

    /// The answer to a question; nothing if nothing is recorded.
    fn section(&self, question: Question) -> Option<Section> {
        let Self { id, topic, references } = self;
        let fields =
            topic.fields.iter().filter(|field| asks(topic.kind, field.name) == Some(question));
        let mut told: Vec<AnyView> = fields.map(|field| self.fact(field)).collect();
        let figures = figures(topic);
        let figures = figures.iter().filter(|field| field.question == Some(question));
        let figures = figures.filter(|field| field.body.is_recorded());
        told.extend(figures.filter_map(|field| figure(field, references)));
        if question == Question::Jerks && !topic.related.is_empty() {
            told.push(line("See also", named(topic.related.to_vec())));
        }
        told.extend(related(&[Link::Topic(*id)], question, topic.related));
        if question == Question::Sure && !topic.glossary.is_empty() {
            let words = topic.glossary.iter().map(|term| Link::Topic(*term)).collect();
            told.push(line("Words explained", named(words)));
        }
        let more = match question {
            Question::Sure => kinds(references),
            Question::Sources => reference_list(references).map(|list| {
                view! {
                    {list}
                    <SaveSources of=Link::Topic(*id) />
                }
                .into_any()
            }),
            _ => None,
        };
        section(question.id(), heading(topic.kind, question), [more, facts(told)])
    }

    fn fact(&self, field: &'static TopicField) -> AnyView {
        let read = Link::Topic(self.id);
        let body = match field.body {
            [here, myoclonus, sign] if field.name == FieldName::Difference => {
                contrast(here.words, myoclonus.words, sign.words).into_any()
            }
            [only] => phrase(only, read),
            several => {
                let lines = several.iter().map(|each| view! { <li>{item(each, read)}</li> });
                view! { <ul class="values">{lines.collect_view()}</ul> }.into_any()
            }
        };
        let value = view! { {body} " " {basis_mark(field.basis)} };
        let label = field.name.label();
        let name = if repeats_heading(self.topic.kind, field.name) {
            view! { <span class="vh">{label}</span> }.into_any()
        } else {
            label.into_any()
        };
        fact(name, value, &self.references, field.claims)
    }
}

/// The question that a field of a topic answers; `None` for what comes before all sections.
const fn asks(kind: Kind, name: FieldName) -> Option<Question> {
    Some(match name {
        FieldName::Plain | FieldName::Clinical | FieldName::Meaning => return None,
        FieldName::Act | FieldName::Why if matches!(kind, Kind::RedFlag) => return None,
        FieldName::Definition
        | FieldName::Text
        | FieldName::Signs
        | FieldName::Difference
        | FieldName::LooksFor
        | FieldName::DrugClass => Question::Jerks,
        FieldName::TypicalCauses | FieldName::BestFor | FieldName::When => Question::Who,
        FieldName::Findings => Question::Else,
        FieldName::Electrophysiology | FieldName::Steps => Question::Tests,
        FieldName::Act
        | FieldName::Advice
        | FieldName::TreatmentResponse
        | FieldName::MayWorsen
        | FieldName::Caution
        | FieldName::Cautions
        | FieldName::CautionsEditorial => Question::Help,
        FieldName::Why | FieldName::Evidence | FieldName::Note => Question::Sure,
    })
}

/// The heading of a section. A question is the same for all kinds, but not its words.
const fn heading(kind: Kind, question: Question) -> &'static str {
    match (kind, question) {
        (Kind::Type, Question::Who) => "What causes them?",
        (Kind::Type, Question::Tests) => "What do recordings show?",
        (Kind::RedFlag, Question::Who) => "How soon?",
        (Kind::RedFlag, Question::Jerks) => "What is it about?",
        (Kind::RedFlag, Question::Help) => "What else to keep in mind?",
        (Kind::Step, Question::Jerks) => "What is done?",
        (Kind::Step | Kind::RedFlag, Question::Tests) => "Which tests and steps?",
        (Kind::Test, Question::Jerks) => "What does it look for?",
        (Kind::Test, Question::Who) => "When is it done?",
        (Kind::Test, Question::Else) => "What do findings point to?",
        (Kind::Test, Question::Tests) => "Where does it belong?",
        (Kind::Treatment, Question::Jerks) => "What is it?",
        (Kind::Treatment, Question::Who) => "Which jerks is it best for?",
        (Kind::LookAlike, Question::Jerks) => "How does it differ from myoclonus?",
        (Kind::Glossary, Question::Jerks) => "Where does the word occur?",
        _ => question.heading(),
    }
}

/// Whether the heading above a field says what its name says.
const fn repeats_heading(kind: Kind, name: FieldName) -> bool {
    matches!(
        (kind, name),
        (Kind::Step, FieldName::Text)
            | (Kind::Test, FieldName::LooksFor | FieldName::Findings | FieldName::When)
            | (Kind::Treatment, FieldName::BestFor)
            | (Kind::LookAlike, FieldName::Difference)
    )
}

/// A look-alike and myoclonus side by side, and how to tell them apart.
fn contrast(
    here: &'static str,
    myoclonus: &'static str,
    sign: &'static str,
) -> impl IntoView + use<> {
    view! {
        <dl class="pair">
            <div>
                <dt>"In this look-alike"</dt>
                <dd>{here}</dd>
            </div>
            <div>
                <dt>"In myoclonus"</dt>
                <dd>{myoclonus}</dd>
            </div>
            <div>
                <dt>"How to tell them apart"</dt>
                <dd>
                    <b>{sign}</b>
                </dd>
            </div>
        </dl>
    }
}
