//! The entry of a cause: from plain words to numbers, by the questions of a reader.

mod effects;
mod worsened;

use leptos::prelude::*;

use self::effects::drawn_effects;
use self::worsened::worsened_by;
use crate::catalogue::{Catalogue, Cause, CauseId, FieldName, Grade, Link, TopicId};
use crate::entry::{
    Body, Field, Question, References, classmates, dangers_from_annotations, effects_on, fields,
    is_listed_as_medicine, plain_from_annotations,
};
use crate::ui::element::compare_button::CompareButton;
use crate::ui::element::grade_badge::GradeBadge;
use crate::ui::element::hand_on::HandOn;
use crate::ui::element::link::{item, named};
use crate::ui::element::match_link;
use crate::ui::element::provenance;
use crate::ui::element::save::sources::SaveSources;
use crate::ui::entry::citation::{also_cited, details};
use crate::ui::entry::fact::caution;
use crate::ui::entry::fact::{basis_mark, fact, facts, figure, line};
use crate::ui::entry::findings::{annotated_features, feature_list, jerks, timed};
use crate::ui::entry::head::glance::{at_a_glance, gene_link, sets_apart};
use crate::ui::entry::head::names::{former_symbols, names_of_cause};
use crate::ui::entry::head::top;
use crate::ui::entry::head::way::{nearby, way_to_cause};
use crate::ui::entry::reference_list::{kinds, reference_list};
use crate::ui::entry::registries::registries;
use crate::ui::entry::related::related;
use crate::ui::entry::section::{Section, contents, contents_folded, drawn, section};
use crate::ui::landmark;

/// A cause with everything that its entry is drawn from.
struct Entry {
    id: CauseId,
    cause: &'static Cause,
    fields: Vec<Field>,
    references: References,
}

/// One cause.
#[component]
pub(crate) fn CauseEntry(
    /// The cause.
    id: CauseId,
) -> impl IntoView {
    let catalogue = Catalogue::bundled();
    let cause: &'static Cause = catalogue.cause(id);
    let fields = fields(catalogue, cause);
    let references = References::of_fields(&fields);
    let entry = Entry { id, cause, fields, references };
    let sections: Vec<Section> =
        Question::ALL.iter().filter_map(|question| entry.section(*question)).collect();
    let read = Link::Cause(id);

    let (folded, listed) = (contents_folded(&sections), contents(&sections));
    view! {
        <div class="aside aside--end">
            <div class="stack">
                {way_to_cause(read, cause)}
                <div class="stack tight">
                    <h1 id=landmark::ENTRY_HEADING tabindex="-1">
                        {cause.name}
                    </h1>
                    {names_of_cause(id)}
                </div>
                {entry.top()}
                {at_a_glance(cause)}
                {sets_apart(cause)}
                {folded}
                {drawn(sections)}
                <p class="small soft">
                    {provenance::in_full()} " The category and the order are ours."
                </p>
            </div>
            <div class="stack sticky">
                {listed}
                <CompareButton entry=read />
                {match_link::beside(id)}
                <HandOn entry=read />
                {nearby(read)}
            </div>
        </div>
    }
}

impl Entry {
    /// What comes before all sections.
    fn top(&self) -> impl IntoView + use<> {
        let references = &self.references;
        let catalogue = Catalogue::bundled();
        let made = plain_from_annotations(catalogue, self.cause);
        let made = made.map(|text| {
            let claims = catalogue.claims_of_annotations(self.cause.annotated);
            top::lead(text, top::made_from_data(), references, claims)
        });
        let before = self.fields.iter().filter(|field| field.question.is_none());
        let parts = before.filter_map(|field| match field.body {
            Body::Urgency(urgency) => Some(match urgency {
                Some(urgency) => top::urgency(urgency, references),
                None => top::not_graded(dangers_from_annotations(catalogue, self.cause)),
            }),
            Body::Opening(said) if field.key == FieldName::Plain.key() => {
                Some(top::plain(said?, references))
            }
            Body::Opening(said) => {
                let said = said?;
                let (text, basis) = (said.text, said.basis);
                Some(top::clinical(field.label, text, basis, references, field.claims))
            }
            _ => None,
        });
        let parts = made.into_iter().chain(parts).collect_view();
        view! { <div class="top">{parts}</div> }
    }

    /// The answer to a question; nothing if nothing is recorded and nothing needs saying.
    fn section(&self, question: Question) -> Option<Section> {
        let mut told = self.facts(question);
        let (references, cause) = (&self.references, self.cause);
        let types: Vec<Link> = cause.types.iter().map(|id| Link::Topic(*id)).collect();
        let effects =
            (question == Question::Help).then(|| effects_on(Catalogue::bundled(), self.id));
        let effects = effects.unwrap_or_default();
        let drawn: Vec<TopicId> = effects.iter().map(|(treatment, _)| *treatment).collect();
        // What the table has comes with its caution there.
        let in_text = cause.treatments.iter().copied().filter(|id| !drawn.contains(id));
        let in_text: Vec<TopicId> = in_text.filter(|_| question == Question::Help).collect();
        let treatments = drawn.iter().chain(&in_text).map(|treatment| Link::Topic(*treatment));
        let named_here: Vec<Link> = types.iter().copied().chain(treatments).collect();
        if !in_text.is_empty() {
            told.push(line("To beware of", caution::treatments(in_text)));
        }
        told.extend(related(&self.named_as(question), question, &named_here));
        let parts = match question {
            Question::Jerks => {
                let types = (!types.is_empty()).then(|| {
                    let mapping = "Because of the facts recorded here, or because it is the same \
                                   syndrome. The mapping is ours.";
                    let types = named(types);
                    line(
                        "Types",
                        view! {
                            {types}
                            <p class="tiny soft">{mapping}</p>
                        },
                    )
                });
                let told = types.into_iter().chain(told).collect();
                [facts(told), jerks(cause, references), None, None]
            }
            Question::Who => {
                told.extend(self.same_class());
                [facts(told), None, None, None]
            }
            Question::Else => [
                feature_list(cause, references),
                annotated_features(cause, references),
                facts(told),
                None,
            ],
            Question::Tests => [facts(told), None, None, None],
            Question::Help => {
                let worse = worsened_by(cause.worsened_by.as_ref(), self.id, references);
                [facts(told), worse, drawn_effects(self.id, &effects), None]
            }
            Question::Sure => {
                let words = cause.glossary.iter().map(|term| Link::Topic(*term)).collect();
                told.extend(
                    (!cause.glossary.is_empty()).then(|| line("Words explained", named(words))),
                );
                [Some(self.grade()), kinds(references), facts(told), self.not_recorded()]
            }
            Question::Sources => {
                let save = view! { <SaveSources of=Link::Cause(self.id) /> };
                [reference_list(references), Some(save.into_any()), registries(cause), None]
            }
        };
        section(question.id(), question.heading(), parts)
    }

    /// The links under which other entries name the cause: the cause and, if it is curated, its
    /// category. The categories were named before hundreds of diseases were imported. A type that
    /// medicines as a whole can cause says nothing of the jerks of one medicine.
    fn named_as(&self, question: Question) -> Vec<Link> {
        let is_meant = !self.cause.imported && question != Question::Jerks;
        let category = is_meant.then_some(Link::Category(self.cause.category));
        std::iter::once(Link::Cause(self.id)).chain(category).collect()
    }

    /// The recorded facts that answer a question.
    fn facts(&self, question: Question) -> Vec<AnyView> {
        let own = self.fields.iter().filter(|field| field.question == Some(question));
        let recorded = own.filter(|field| field.body.is_recorded());
        let told = recorded.filter_map(|field| {
            if let Body::Listed = field.body {
                return Some(line(field.label, self.why_listed()));
            }
            if let Some(figure) = figure(field, &self.references) {
                return Some(figure);
            }
            let value = value(self.id, field.body)?;
            Some(fact(field.label, value, &self.references, field.claims))
        });
        told.collect()
    }

    /// The sources that name this as a cause of myoclonus, and what exactly they say.
    fn why_listed(&self) -> impl IntoView + use<> {
        let (references, claims) = (&self.references, self.cause.claims);
        // A list of findings names no cause.
        let named = if self.cause.imported {
            "Jerks are listed among the findings of this disease."
        } else {
            "Named as a cause or as a finding, without details."
        };
        view! {
            {details(references, claims)}
            {also_cited(named, references, claims)}
        }
    }

    /// The other medicines of its class; for a group, the causes that are listed with it.
    fn same_class(&self) -> Option<AnyView> {
        let catalogue = Catalogue::bundled();
        if self.cause.is_group {
            return Some(self.listed_with_it());
        }
        let class = self.cause.subcategory.filter(|_| is_listed_as_medicine(catalogue, self.cause));
        let others: Vec<Link> = classmates(catalogue, self.id).map(Link::Cause).collect();
        class.filter(|_| !others.is_empty()).map(|_| line("Same class", named(others)))
    }

    /// The single causes in the subcategory of a group; without one, the category.
    fn listed_with_it(&self) -> AnyView {
        let catalogue = Catalogue::bundled();
        let mates = classmates(catalogue, self.id).filter(|id| !catalogue.cause(*id).is_group);
        let mates: Vec<Link> = mates.map(Link::Cause).collect();
        match self.cause.subcategory.filter(|_| !mates.is_empty()) {
            Some(class) => {
                line(format!("Single causes listed under “{}”", class.name), named(mates))
            }
            None => {
                let category = Link::Category(self.cause.category);
                line("Single causes are listed under", named(vec![category]))
            }
        }
    }

    /// The grade and what it means, and that a group is no cause of its own.
    fn grade(&self) -> AnyView {
        let grade = Grade::of(Catalogue::bundled(), self.cause);
        let group = self.cause.is_group.then_some(
            "This is a group, listed beside its members. It does not count as a cause of its own.",
        );
        view! {
            <p>
                <GradeBadge grade />
            </p>
            <p class="read small">{grade.explanation()}</p>
            {group.map(|group| view! { <p class="read small">{group}</p> })}
        }
        .into_any()
    }

    /// The fields that the sources do not mention.
    fn not_recorded(&self) -> Option<AnyView> {
        let missing = self.fields.iter().filter(|field| !field.body.is_recorded());
        let missing: Vec<&str> = missing.filter_map(|field| field.missing).collect();
        (!missing.is_empty()).then(|| {
            view! {
                <p class="read small soft">
                    <b>"Not recorded"</b>
                    ", which does not mean no: "
                    {missing.join(", ")}
                    "."
                </p>
            }
            .into_any()
        })
    }
}

/// The value of a field. `None` for what is drawn in another way.
fn value(id: CauseId, body: Body) -> Option<AnyView> {
    let catalogue = Catalogue::bundled();
    Some(match body {
        Body::Opening(_)
        | Body::Urgency(_)
        | Body::Jerks(_)
        | Body::Listed
        | Body::Parts(_)
        | Body::Timings(_)
        | Body::Shares(_)
        | Body::Effects(_)
        | Body::Due(_)
        | Body::WorsenedBy(_)
        | Body::Features(_)
        | Body::Annotations(_) => return None,
        Body::Axis(..) => body.words(catalogue).join("; ").into_any(),
        Body::Reversible(_) => body.words(catalogue).join("").into_any(),
        Body::Situations(_) | Body::Inheritance(_) => lines(body.words(catalogue)),
        Body::Onset(cause) | Body::Course(cause) => {
            lines(body.timed().map(|(disease, found)| timed(cause, disease, found)).collect())
        }
        Body::Genes(cause) => genes(cause),
        Body::Phrases(phrases) => {
            lines(phrases.iter().map(|test| item(test, Link::Cause(id))).collect())
        }
        Body::Statement(said) => {
            let said = said?;
            view! { {said.text} " " {basis_mark(said.basis)} }.into_any()
        }
    })
}

/// Values, one per line.
fn lines<V: IntoView + 'static>(values: Vec<V>) -> AnyView {
    let lines = values.into_iter().map(|value| view! { <li>{value}</li> }).collect_view();
    view! { <ul class="values">{lines}</ul> }.into_any()
}

/// The genes, each linked to all causes with this gene.
fn genes(cause: &'static Cause) -> AnyView {
    let genes = cause.genes().into_iter();
    let links = genes.map(|gene| view! { <li>{gene_link(gene)} {former_symbols(gene)}</li> });
    view! { <ul class="named" role="list">{links.collect_view()}</ul> }.into_any()
}
