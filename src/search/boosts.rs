//! Every number that decides the order of the results, with its meaning.
//!
//! The numbers are added up; nothing else decides. Knows no query and no index.

use crate::catalogue::Strength;
use crate::search::index::SearchField;
use crate::search::matching::MatchKind;

/// How much a match counts. The score of an entry is the sum of the points of its best text for
/// each word, and of the points of its best name as a whole.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Boosts {
    /// Points for a word in the name shown. The other fields give fewer. Any misspelt name gives
    /// more than any field that is not a name, except registry numbers and genes: names come first.
    pub(crate) name: u32,
    /// Points for a word in another name.
    pub(crate) synonym: u32,
    /// Points for a word in an everyday name.
    pub(crate) lay_name: u32,
    /// Points for a word in a brand or another name of a medicine.
    pub(crate) medicine_name: u32,
    /// Points for a number in a registry.
    pub(crate) identifier: u32,
    /// Points for the symbol of a gene.
    pub(crate) gene: u32,
    /// Points for the symbol of the only gene of an entry; of one of several genes, a share.
    pub(crate) only_gene: u32,
    /// Points for a former or other symbol of a gene: the present symbol comes first.
    pub(crate) former_symbol: u32,
    /// Points for a word of the subcategory, such as the class of a drug.
    pub(crate) class: u32,
    /// Points for a word of the category.
    pub(crate) category: u32,
    /// Points for a word of a feature.
    pub(crate) feature: u32,
    /// Points for a word of an exposure or situation.
    pub(crate) context: u32,
    /// Points for a word of an axis.
    pub(crate) axis: u32,
    /// Points for a medicine that makes the disease worse: it says more than a mention in a text.
    pub(crate) worsened_by: u32,
    /// Points for a word in plain text.
    pub(crate) text: u32,
    /// Points for a word with which people describe the entry.
    pub(crate) said: u32,
    /// Points for an entry that a phrase leads to.
    pub(crate) led_to: u32,
    /// Points for an entry that a part of the body leads to.
    pub(crate) part: u32,
    /// Percent that each further entry of the same phrase or part has fewer.
    pub(crate) further: u32,
    /// Percent of the points of a phrase that is only likely to mean something.
    pub(crate) likely: u32,
    /// Percent of the points of a phrase that is a hint.
    pub(crate) hint: u32,
    /// Percent of the points of a phrase that was hardly typed in full; for less, much less.
    pub(crate) loose: u32,
    /// Percent of the points of a phrase for demoted entries.
    pub(crate) demoted_lead: u32,
    /// Points for an entry with the age that was named; half as many for an age close to it.
    pub(crate) age: u16,
    /// Points for an entry that has everything that was asked for; for less, a share by its weight.
    pub(crate) coverage: u32,
    /// Points for each word of a sentence that a name or the plain description of an entry has, or
    /// with which people describe it, if they have all words; for less, a share. A phrase that
    /// leads there counts like a word.
    pub(crate) told: u32,
    /// Percent of these for a word that only its other texts have.
    pub(crate) told_elsewhere: u32,
    /// Points for a text other than a name that has all the words; for some of them, a share.
    pub(crate) closeness: u32,
    /// The least that a word weighs, where the rarest weighs 256.
    pub(crate) least_weight: u32,
    /// Percent of the points of a name for the names of demoted entries: among hundreds of diseases
    /// with long names that no curator has chosen, some contain any word.
    pub(crate) demoted: u32,
    /// The part of the points for a word that only begins with an abbreviation that is a phrase.
    pub(crate) only_begins: u32,
    /// With fewer entries than this, a sentence that none answers by its labels finds more of them.
    pub(crate) few_entries: usize,
    /// Such an entry must have this part of what the best one has, in percent.
    pub(crate) least_if_few: u32,
    /// Percent of the field's points for another spelling of the word.
    pub(crate) variant: u32,
    /// Percent for a word that people say instead.
    pub(crate) alike: u32,
    /// Percent for a word that only begins with the typed one.
    pub(crate) prefix: u32,
    /// Percent for a word with one typing error.
    pub(crate) one_error: u32,
    /// Percent for a word with two.
    pub(crate) two_errors: u32,
    /// Percent for a word with a prefix that has typing errors.
    pub(crate) fuzzy_prefix: u32,
    /// Percent of the name's points, added where the query is the whole name in order, or has all
    /// of its content words and no others.
    pub(crate) whole: u32,
    /// Percent added where the name begins with the query, the last word perhaps unfinished.
    pub(crate) begins: u32,
    /// Percent added where the query has the whole name and further words.
    pub(crate) covered: u32,
    /// What a name of one word has fewer of these if the other words weigh everything.
    pub(crate) covered_beside: u32,
    /// The same for the name of a single medicine: who names one asks about it, even beside a
    /// finding or a disease that has an entry of its own.
    pub(crate) medicine: u32,
    /// Percent added where one name has all the words; for some of the words, that share of it.
    pub(crate) together: u32,
    /// Points for a name that has no words but those of the query, and proportionally fewer for a
    /// longer name. None while a word is still being typed: the order would jump at every key.
    pub(crate) share: u32,
}

/// The boosts in use.
pub(crate) const BOOSTS: Boosts = Boosts {
    name: 1_000,
    synonym: 900,
    lay_name: 840,
    medicine_name: 840,
    identifier: 800,
    gene: 700,
    only_gene: 400,
    former_symbol: 690,
    class: 300,
    category: 260,
    feature: 240,
    context: 200,
    axis: 180,
    worsened_by: 120,
    text: 80,
    said: 480,
    led_to: 2_600,
    part: 400,
    further: 12,
    likely: 75,
    hint: 30,
    loose: 60,
    demoted_lead: 60,
    age: 320,
    coverage: 2_000,
    told: 2_000,
    told_elsewhere: 30,
    closeness: 240,
    least_weight: 24,
    demoted: 20,
    only_begins: 10,
    few_entries: 10,
    least_if_few: 25,
    variant: 97,
    alike: 40,
    prefix: 80,
    one_error: 55,
    two_errors: 48,
    fuzzy_prefix: 40,
    whole: 2_000,
    begins: 400,
    covered: 300,
    covered_beside: 150,
    medicine: 500,
    together: 200,
    share: 100,
};

/// What a phrase leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Led {
    /// An entry itself.
    Entry,
    /// An entry by a part of the body.
    Part,
    /// A label of entries.
    Label(SearchField),
}

impl Boosts {
    /// The points of an entry that a phrase leads to; `place` is its place among them.
    pub(crate) fn led(&self, led: Led, strength: Strength, place: usize) -> u32 {
        let points = match led {
            Led::Entry => self.led_to,
            Led::Part => self.part,
            // A whole phrase says more than a word of a label.
            Led::Label(field) => self.word(field, MatchKind::Exact) * 2,
        };
        let fewer = self.further.saturating_mul(u32::try_from(place).unwrap_or(u32::MAX));
        let percent = match strength {
            Strength::Sure => 100,
            Strength::Likely => self.likely,
            Strength::Hint => self.hint,
        };
        points * percent / 100 * 100_u32.saturating_sub(fewer).max(20) / 100
    }

    /// The points of a phrase if a text has so many percent of it.
    pub(crate) fn loosely(&self, points: u32, share: u32) -> u32 {
        if share == 100 { points } else { points * share / 100 * share / 100 * self.loose / 100 }
    }

    /// How much of what the best entry has of a query an entry must have, in percent, if the query
    /// has this many words, and `needed` words and phrases that say something: in a sentence some
    /// are beside the point.
    pub(crate) fn least_covered(&self, words: usize, needed: u32) -> u32 {
        if needed > 3 || words > 5 { 50 } else { 70 }
    }

    /// The points of a word that matches in a field.
    pub(crate) fn word(&self, field: SearchField, kind: MatchKind) -> u32 {
        let field = match field {
            SearchField::Name => self.name,
            SearchField::Synonym => self.synonym,
            SearchField::LayName => self.lay_name,
            SearchField::Brand | SearchField::MedicineName => self.medicine_name,
            SearchField::Identifier => self.identifier,
            SearchField::Gene => self.gene,
            SearchField::FormerSymbol | SearchField::OtherSymbol => self.former_symbol,
            SearchField::Class => self.class,
            SearchField::Category => self.category,
            SearchField::Feature => self.feature,
            SearchField::Context => self.context,
            SearchField::Axis => self.axis,
            SearchField::WorsenedBy => self.worsened_by,
            SearchField::Plain | SearchField::Text => self.text,
            SearchField::Said => self.said,
        };
        let percent = match kind {
            MatchKind::Exact => 100,
            MatchKind::Variant => self.variant,
            MatchKind::Alike => self.alike,
            MatchKind::Prefix => self.prefix,
            MatchKind::Fuzzy(0 | 1) => self.one_error,
            MatchKind::Fuzzy(_) => self.two_errors,
            MatchKind::FuzzyPrefix(_) => self.fuzzy_prefix,
        };
        field * percent / 100
    }
}
