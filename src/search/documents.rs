//! The texts of each entry that can be searched.
//!
//! Knows the role of each text in its entry, not how it is searched.

use std::collections::BTreeMap;

use crate::catalogue::{AxisId, Catalogue, Cause, CauseId, FieldName, Topic};
use crate::entry::{Body, fields};
use crate::search::SearchField;
use crate::search::index::Owner;
use crate::sorted;
use crate::steps::pause;

/// A text of an entry: the entry, what the text is, and the text.
type Searchable = (Owner, SearchField, &'static str);

/// How many causes are read in one step.
const STEP: usize = 8;

/// All searchable texts of the causes: lists of causes that share texts, and the texts. An owner
/// past the last cause means one of these lists. Pauses often: see `steps`.
pub(crate) async fn of_causes(catalogue: &'static Catalogue) -> (Vec<Vec<Owner>>, Vec<Searchable>) {
    let mut texts: Vec<Searchable> = Vec::new();
    let mut labels: BTreeMap<(SearchField, &'static str), Vec<Owner>> = BTreeMap::new();
    let mut terms: Vec<Vec<Owner>> = vec![Vec::new(); catalogue.ontology().len()];
    for id in catalogue.cause_ids() {
        let position = Owner::at(id.index());
        let cause = catalogue.cause(id);
        own(catalogue, id, &mut |field, text| texts.push((position, field, text)));
        shared(catalogue, cause, &mut |field, label| {
            labels.entry((field, label)).or_default().push(position);
        });
        for term in catalogue.features_of(cause) {
            // A term can come from a curator and from the annotations.
            let having = &mut terms[term.index()];
            if having.last() != Some(&position) {
                having.push(position);
            }
        }
        if id.index() % STEP == 0 {
            pause().await;
        }
    }
    let mut lists: Vec<Vec<Owner>> = Vec::new();
    let mut share = |having: Vec<Owner>| {
        lists.push(having);
        Owner::at(catalogue.cause_count() + lists.len() - 1)
    };
    for ((field, label), having) in labels {
        texts.push((share(having), field, label));
    }
    for ((_, term), having) in catalogue.ontology().terms().zip(terms) {
        if !having.is_empty() {
            let owner = share(having);
            texts.push((owner, SearchField::Feature, term.label));
            texts.extend(term.lay_names().map(|name| (owner, SearchField::Feature, name)));
        }
    }
    for described in catalogue.described().iter().filter(|it| !it.causes.0.is_empty()) {
        texts.push((share(owners(&described.causes.0)), SearchField::Said, described.word));
    }
    (lists, texts)
}

/// All searchable texts of the topics, and the lists of topics that share them.
pub(crate) fn of_topics(catalogue: &'static Catalogue) -> (Vec<Vec<Owner>>, Vec<Searchable>) {
    let described = catalogue.described().iter().filter(|it| !it.topics.0.is_empty());
    let (lists, words): (Vec<_>, Vec<_>) =
        described.map(|it| (owners(&it.topics.0), (SearchField::Said, it.word))).unzip();
    let owner = |list| Owner::at(catalogue.topic_count() + list);
    let words = (0..).zip(words).map(|(list, (field, word))| (owner(list), field, word));
    (lists, own_of_topics(catalogue).chain(words).collect())
}

/// The entries at some positions.
fn owners(positions: &[u16]) -> Vec<Owner> {
    positions.iter().map(|at| Owner::at(usize::from(*at))).collect()
}

/// The texts of each topic alone.
fn own_of_topics(catalogue: &'static Catalogue) -> impl Iterator<Item = Searchable> {
    catalogue.all_topics().flat_map(move |(id, topic)| {
        let position = Owner::at(id.index());
        let topic: &'static Topic = topic;
        let group =
            topic.section.map(|group| (SearchField::Category, catalogue.section(group).name));
        let hpo = topic.hpo.map(|hpo| (SearchField::Identifier, hpo));
        let words = topic.fields.iter().flat_map(|field| field.body);
        let parts = topic.parts.values.iter().map(|part| (SearchField::Text, part.label()));
        let themes = topic.themes.iter().map(|theme| (SearchField::Text, theme.label()));
        let lead = topic.lead.map(|lead| (SearchField::Plain, lead));
        let short = topic.short.map(|short| (SearchField::Text, short));
        let texts = names(topic.name, topic.synonyms, topic.lay_names)
            .chain(group)
            .chain(hpo)
            .chain(short)
            .chain(lead)
            .chain(themes)
            .chain(parts)
            .chain(words.map(|phrase| (SearchField::Text, phrase.words)));
        texts.map(move |(field, text)| (position, field, text))
    })
}

fn names(
    name: &'static str,
    synonyms: &'static [&'static str],
    lay_names: &'static [&'static str],
) -> impl Iterator<Item = (SearchField, &'static str)> {
    std::iter::once((SearchField::Name, name))
        .chain(synonyms.iter().map(|name| (SearchField::Synonym, *name)))
        .chain(lay_names.iter().map(|name| (SearchField::LayName, *name)))
}

/// The texts of one cause alone: names, numbers, genes, plain texts.
fn own(catalogue: &'static Catalogue, id: CauseId, add: &mut dyn FnMut(SearchField, &'static str)) {
    let cause = catalogue.cause(id);
    add(SearchField::Name, cause.name);
    let mut all = |field, texts: &[&'static str]| texts.iter().for_each(|text| add(field, text));
    all(SearchField::Synonym, cause.synonyms);
    all(SearchField::LayName, cause.lay_names);
    let medicine = catalogue.medicine_names(id);
    medicine.brands().for_each(|name| all(SearchField::Brand, &[name]));
    medicine.others().for_each(|name| all(SearchField::MedicineName, &[name]));
    for disease in cause.annotated {
        let others = disease.names.iter().filter(|name| **name != cause.name);
        others.for_each(|name| all(SearchField::Synonym, &[*name]));
    }
    for gene in cause.genes() {
        all(SearchField::Gene, &[gene]);
        let symbols = catalogue.gene_symbols(gene);
        symbols.former().for_each(|it| all(SearchField::FormerSymbol, &[it]));
        symbols.others().for_each(|it| all(SearchField::OtherSymbol, &[it]));
    }
    all(SearchField::Identifier, cause.same_as);
    for phrase in cause.worsened_by.iter().flat_map(|it| it.medicines) {
        all(SearchField::WorsenedBy, &[phrase.words]);
    }
    // The line of a row says the same in short: it stands in until the texts have come.
    let told = cause.plain.as_ref().map(|said| said.text).or(cause.lead);
    told.iter().for_each(|told| add(SearchField::Plain, told));
    let mut plain = |text| add(SearchField::Text, text);
    for field in fields(catalogue, cause) {
        match field.body {
            // Added above.
            Body::Opening(_) if field.key == FieldName::Plain.key() => {}
            Body::Phrases(phrases) => phrases.iter().for_each(|phrase| plain(phrase.words)),
            Body::WorsenedBy(worsened) => worsened.iter().for_each(|it| plain(it.text)),
            Body::Opening(statement) | Body::Statement(statement) => {
                statement.iter().for_each(|said| plain(said.text));
            }
            // The same advice is given for many causes, so a search for its words would find them
            // all. Only why a cause is urgent is searched.
            Body::Urgency(urgency) => urgency.iter().for_each(|urgency| plain(urgency.why)),
            Body::Listed => field.claims.iter().filter_map(|it| it.detail).for_each(&mut plain),
            Body::Shares(shares) => shares.iter().for_each(|share| plain(share.words)),
            // Numbers, which mean nothing apart from what they measure.
            Body::Timings(_)
            // Of topics alone.
            | Body::Effects(_)
            | Body::Due(_)
            // Names, shared labels or findings: searched elsewhere in this file.
            | Body::Parts(_)
            | Body::Axis(..)
            | Body::Situations(_)
            | Body::Reversible(_)
            | Body::Genes(_)
            | Body::Inheritance(_)
            | Body::Onset(_)
            | Body::Course(_)
            | Body::Jerks(_)
            | Body::Features(_)
            | Body::Annotations(_) => {}
        }
    }
}

/// The labels that several causes share: categories, exposures, values of the axes.
fn shared(
    catalogue: &'static Catalogue,
    cause: &'static Cause,
    add: &mut dyn FnMut(SearchField, &'static str),
) {
    let category = catalogue.category(cause.category).name;
    let group = catalogue.division(cause.division).name;
    cause.subcategory.iter().for_each(|it| add(SearchField::Class, it.name));
    add(SearchField::Category, category);
    if group != category {
        add(SearchField::Category, group);
    }
    for id in cause.context.values {
        add(SearchField::Context, catalogue.context(*id).meaning);
    }
    // An explanation in brackets is for readers; a search would find it only by chance.
    for axis in AxisId::all() {
        cause.on_axis(axis).for_each(|value| add(SearchField::Axis, value.short));
    }
    for part in cause.parts.values {
        add(SearchField::Axis, part.label());
    }
    // A term that several diseases of one cause share is listed once.
    let onsets = cause.annotated.iter().flat_map(|disease| disease.onset);
    let terms = cause.inheritance().into_iter().chain(onsets.map(|found| found.term));
    for term in sorted::once(terms) {
        add(SearchField::Axis, catalogue.term(term).label);
    }
}
