//! What of each entry can be searched.
//!
//! Knows which text is what to its entry, not what is done with it.

use crate::catalogue::{Catalogue, Cause, Recorded, Topic};
use crate::index::Field;

/// A text of an entry: the entry's position, what the text is, and the text.
type Searchable = (u16, Field, &'static str);

/// Everything of the causes that can be searched.
pub(super) fn of_causes(catalogue: &'static Catalogue) -> impl Iterator<Item = Searchable> {
    (0..).zip(catalogue.cause_ids()).flat_map(move |(position, id)| {
        let cause = catalogue.cause(id);
        let texts = names(cause.name, cause.synonyms, cause.lay_names);
        let texts = texts.chain(fields(catalogue, cause));
        texts.map(move |(field, text)| (position, field, text))
    })
}

/// Everything of the topics that can be searched.
pub(super) fn of_topics(catalogue: &'static Catalogue) -> impl Iterator<Item = Searchable> {
    (0..).zip(catalogue.all_topics()).flat_map(move |(position, (_, topic))| {
        let topic: &'static Topic = topic;
        let group = topic.group.map(|group| (Field::Category, catalogue.group(group).name));
        let hpo = topic.hpo.map(|hpo| (Field::Identifier, hpo));
        let words = topic.fields.iter().flat_map(|field| field.body);
        let texts = names(topic.name, topic.synonyms, topic.lay_names)
            .chain(group)
            .chain(hpo)
            .chain(words.map(|phrase| (Field::Text, phrase.words)));
        texts.map(move |(field, text)| (position, field, text))
    })
}

fn names(
    name: &'static str,
    synonyms: &'static [&'static str],
    lay_names: &'static [&'static str],
) -> impl Iterator<Item = (Field, &'static str)> {
    std::iter::once((Field::Name, name))
        .chain(synonyms.iter().map(|name| (Field::Synonym, *name)))
        .chain(lay_names.iter().map(|name| (Field::LayName, *name)))
}

/// The fields of a cause besides its names.
fn fields(
    catalogue: &'static Catalogue,
    cause: &'static Cause,
) -> impl Iterator<Item = (Field, &'static str)> {
    let shelf = catalogue.category(cause.category).name;
    let group = catalogue.super_group(cause.super_group).name;
    let group = (group != shelf).then_some((Field::Category, group));
    let features = cause.features.values.iter().map(|found| catalogue.feature(found.feature).label);
    let context = cause.context.values.iter().map(|id| catalogue.context(*id).meaning);
    let tests = cause.first_tests.values.iter().map(|test| test.words);
    let statements = [cause.management.as_ref(), cause.note.as_ref()];
    let statements = statements.into_iter().flatten().map(|statement| statement.text);
    // What to do is alike for many causes and would be found for any of them.
    let urgency = cause.urgency.iter().map(|urgency| urgency.why);
    let details = cause.claims.iter().filter_map(|claim| claim.detail);
    cause
        .same_as
        .iter()
        .map(|number| (Field::Identifier, *number))
        .chain(cause.subgroup.map(|subgroup| (Field::Class, subgroup)))
        .chain(std::iter::once((Field::Category, shelf)))
        .chain(group)
        .chain(features.map(|label| (Field::Feature, label)))
        .chain(context.map(|meaning| (Field::Context, meaning)))
        .chain(axes(cause).map(|label| (Field::Axis, label)))
        .chain(
            tests.chain(statements).chain(urgency).chain(details).map(|text| (Field::Text, text)),
        )
}

/// The words of the axes that are recorded of a cause.
fn axes(cause: &'static Cause) -> impl Iterator<Item = &'static str> {
    fn labels<T: Copy>(
        field: &'static Recorded<T>,
        label: fn(T) -> &'static str,
    ) -> impl Iterator<Item = &'static str> {
        field.values.iter().map(move |value| label(*value))
    }
    use crate::catalogue::{AgeGroup, Contraction, Course, Distribution, Generator, Provocation};
    // What stands in brackets explains the word to readers and would be found by chance.
    labels(&cause.course, Course::short)
        .chain(labels(&cause.age_groups, AgeGroup::short))
        .chain(labels(&cause.contraction, Contraction::short))
        .chain(labels(&cause.distribution, Distribution::short))
        .chain(labels(&cause.generator, Generator::short))
        .chain(labels(&cause.provocation, Provocation::short))
}
