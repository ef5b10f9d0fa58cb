//! Which entries refer to which: every relation, read from its other end.
//!
//! Built once from the catalogue. Knows no wording but the names of fields.

use super::fields::{Body, fields};
use super::label;
use super::question::Question;
use crate::catalogue::{
    AxisId, AxisValueId, Catalogue, Cause, CauseId, Effect, EffectKind, FieldName, Kind, Link,
    Phrase, Reversibility, TopicId, UrgencyGrade,
};
use crate::sorted;

/// What a relation says, from the entry that states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Says {
    /// The field of a topic, or of a cause, in which the other entry is named.
    Names(&'static str),
    /// The cause is an example of the type.
    IsExample,
    /// The topic is a narrower kind of the other.
    IsNarrower,
    /// The topic names the other, or is mistaken for it.
    GoesWith,
    /// The word occurs in the texts of the entry.
    Uses,
}

/// A relation, seen from the entry that it points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Relation {
    /// The entry that it points to.
    pub to: Link,
    /// What it says.
    pub says: Says,
    /// The entry that states it.
    pub from: Link,
}

impl Relation {
    /// The question that it answers in the entry to which it points.
    pub fn question(&self, catalogue: &Catalogue) -> Question {
        match (self.from, self.says) {
            (_, Says::IsExample) => Question::Who,
            (_, Says::IsNarrower | Says::Uses) => Question::Jerks,
            (Link::Cause(_) | Link::Category(_), Says::Names(label::WORSENED_BY)) => Question::Help,
            (Link::Cause(_) | Link::Category(_), _) => Question::Tests,
            (Link::Topic(id), _) => match catalogue.topic(id).kind {
                Kind::Type | Kind::Glossary => Question::Jerks,
                Kind::RedFlag | Kind::Step | Kind::Test | Kind::LookAlike => Question::Tests,
                Kind::Treatment => Question::Help,
            },
        }
    }
}

/// The other causes in the subcategory of a cause, such as the other drugs of its class, in the
/// order of their names; none if it has no subcategory.
pub fn classmates(catalogue: &Catalogue, of: CauseId) -> impl Iterator<Item = CauseId> {
    let cause = catalogue.cause(of);
    catalogue.cause_ids().filter(move |id| {
        let other = catalogue.cause(*id);
        let same = (other.category, other.subcategory) == (cause.category, cause.subcategory);
        *id != of && same && cause.subcategory.is_some()
    })
}

/// The effects of treatments on the jerks of a cause, or of the types that it is an example of.
/// What helps comes first. What is said of the cause itself comes before what is said of a type,
/// and in place of it. What helps against contractions says nothing of a cause whose jerks are
/// lapses alone.
pub fn effects_on(catalogue: &Catalogue, of: CauseId) -> Vec<(TopicId, &'static Effect)> {
    let cause = catalogue.cause(of);
    let contraction = cause.axis(AxisId::CONTRACTION);
    let only_lapses =
        contraction.is_recorded() && contraction.values.iter().all(|it| is_lapse(*it));
    let ends = ends_with_its_cause(catalogue, cause);
    let fits = |treatment: TopicId, of: TopicId| {
        let (of_type, treatment) = (section_of(catalogue, of), section_of(catalogue, treatment));
        let of_lapses = !only_lapses || is_of_lapses(catalogue, of);
        of_lapses && is_said_of_causes(of_type, treatment, ends)
    };
    let is_meant = |treatment: TopicId, effect: &Effect| match effect.on {
        Link::Cause(id) => id == of,
        Link::Topic(id) => {
            cause.types.contains(&id) && (effect.kind != EffectKind::Helps || fits(treatment, id))
        }
        Link::Category(_) => false,
    };
    let all = catalogue
        .all_topics()
        .flat_map(|(id, topic)| topic.effects.values.iter().map(move |effect| (id, effect)));
    let mut meant: Vec<_> =
        all.filter(|(treatment, effect)| is_meant(*treatment, effect)).collect();
    let is_own = |effect: &Effect| matches!(effect.on, Link::Cause(_));
    let own = meant.iter().filter(|(_, effect)| is_own(effect));
    let own: Vec<TopicId> = own.map(|(treatment, _)| *treatment).collect();
    meant.retain(|(treatment, effect)| is_own(effect) || !own.contains(treatment));
    // Stable: the order of the treatments.
    sorted::sort_by_key(&mut meant, |(_, effect)| (effect.kind, !is_own(effect)));
    let mut seen = Vec::new();
    meant.retain(|(id, effect)| {
        let is_new = !seen.contains(&(*id, effect.kind));
        seen.push((*id, effect.kind));
        is_new
    });
    meant
}

/// Whether what helps jerks of a type is said of a cause that has the type. How jerks look says too
/// little of a cause. Where they arise says which medicine may help, not which procedure, and only
/// if the jerks stay.
fn is_said_of_causes(of: &str, treatment: &str, ends: bool) -> bool {
    match of {
        "distribution" | "provocation" | "rhythm" => false,
        "generator" => treatment != "procedure" && !ends,
        _ => true,
    }
}

/// Whether the cause is treated first, or the jerks end without a treatment of their own: it is an
/// emergency, a medicine or a poison, healthy people have it, or the jerks are only acute, pass or
/// go away with it.
fn ends_with_its_cause(catalogue: &Catalogue, cause: &Cause) -> bool {
    const ENDING: [&str; 4] = ["drug", "toxin", "physiological", "sleep-related"];
    let is_emergency =
        cause.urgency.as_ref().is_some_and(|urgency| urgency.grade == UrgencyGrade::Emergency);
    let goes_away = cause.reversible.as_ref().is_some_and(|it| it.value == Reversibility::Yes);
    let courses: Vec<&str> = cause.on_axis(AxisId::COURSE).map(|course| course.key).collect();
    let is_brief = !courses.is_empty()
        && courses.iter().all(|course| matches!(*course, "acute" | "transient"));
    let category = catalogue.category(cause.category).slug;
    is_emergency || ENDING.contains(&category) || goes_away || is_brief
}

/// The section in which a topic is listed.
fn section_of(catalogue: &Catalogue, id: TopicId) -> &'static str {
    catalogue.topic(id).section.map_or("", |section| catalogue.section(section).slug)
}

/// Whether a kind of contraction is a lapse of muscle tone.
fn is_lapse(value: AxisValueId) -> bool {
    AxisId::CONTRACTION.value(value).key == "negative"
}

/// Whether a type is a lapse of muscle tone, or a kind of one.
fn is_of_lapses(catalogue: &Catalogue, id: TopicId) -> bool {
    let topic = catalogue.topic(id);
    let own = AxisId::CONTRACTION.value_from_key(topic.slug);
    own.is_some_and(is_lapse) || topic.parent.is_some_and(|wider| is_of_lapses(catalogue, wider))
}

/// The diseases that a medicine makes worse, in the order of their names. A group comes after the
/// diseases: it says less.
pub fn worsens(catalogue: &Catalogue, medicine: CauseId) -> Vec<CauseId> {
    let names_it = |phrase: &Phrase| phrase.links.contains(&Link::Cause(medicine));
    let is_worsened = |id: &CauseId| {
        let disease = &catalogue.cause(*id).worsened_by;
        disease.iter().flat_map(|it| it.medicines).any(names_it)
    };
    worsened(catalogue).into_iter().filter(is_worsened).collect()
}

/// The diseases that some medicine makes worse, in the same order.
pub fn worsened(catalogue: &Catalogue) -> Vec<CauseId> {
    let is_worsened = |id: &CauseId| catalogue.cause(*id).worsened_by.is_some();
    let mut found: Vec<CauseId> = catalogue.cause_ids().filter(is_worsened).collect();
    sorted::sort_by_key(&mut found, |id| catalogue.cause(*id).is_group);
    found
}

/// All relations, sorted by what they point to.
#[derive(Debug)]
pub struct Relations {
    all: Vec<Relation>,
}

impl Relations {
    /// Collects all relations.
    pub fn build(catalogue: &Catalogue) -> Self {
        let mut all = Vec::new();
        for (id, topic) in catalogue.all_topics() {
            let from = Link::Topic(id);
            all.extend(topic.parent.map(|to| Relation {
                to: Link::Topic(to),
                says: Says::IsNarrower,
                from,
            }));
            let says = Says::GoesWith;
            all.extend(topic.related.iter().map(|to| Relation { to: *to, says, from }));
            let says = Says::Uses;
            all.extend(topic.glossary.iter().map(|to| Relation {
                to: Link::Topic(*to),
                says,
                from,
            }));
            for field in topic.fields {
                let says = Says::Names(field.name.label());
                let links = field.body.iter().flat_map(|phrase| phrase.links);
                all.extend(links.map(|to| Relation { to: *to, says, from }));
            }
            for effect in topic.effects.values {
                let says = Says::Names(match effect.kind {
                    EffectKind::Helps => FieldName::BestFor.label(),
                    EffectKind::MayWorsen => FieldName::MayWorsen.label(),
                    EffectKind::Disputed => effect.kind.label(),
                });
                all.push(Relation { to: effect.on, says, from });
            }
        }
        for id in catalogue.cause_ids() {
            let cause = catalogue.cause(id);
            let from = Link::Cause(id);
            for field in fields(catalogue, cause) {
                let phrases = match field.body {
                    Body::Phrases(phrases) => phrases,
                    Body::WorsenedBy(Some(worsened)) => worsened.medicines,
                    _ => continue,
                };
                let says = Says::Names(field.label);
                let links = phrases.iter().flat_map(|phrase| phrase.links);
                all.extend(links.map(|to| Relation { to: *to, says, from }));
            }
            let says = Says::Uses;
            all.extend(cause.glossary.iter().map(|to| Relation {
                to: Link::Topic(*to),
                says,
                from,
            }));
            let types = cause.types.iter().map(|to| Link::Topic(*to));
            all.extend(types.map(|to| Relation { to, says: Says::IsExample, from }));
        }
        all.retain(|relation| relation.to != relation.from);
        sorted::sort(&mut all);
        all.dedup();
        Self { all }
    }

    /// The relations that point to an entry.
    pub fn to(&self, link: Link) -> &[Relation] {
        let start = self.all.partition_point(|relation| relation.to < link);
        let end = self.all.partition_point(|relation| relation.to <= link);
        &self.all[start..end]
    }

    /// All relations.
    pub fn all(&self) -> &[Relation] {
        &self.all
    }
}
