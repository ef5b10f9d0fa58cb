//! Reads the records that the build packed: what finds an entry and, once it has arrived, what is
//! read in it.
//!
//! Fields are read in the order in which `build/write/` writes them; a test compares the two. What
//! has not arrived is left empty. Reading never fails: past the end every number is 0 and every
//! text is empty. Knows no value of a record.

use crate::catalogue::axis::{AXES, AxisId, AxisValueId};
use crate::catalogue::cause::{
    Category, Cause, Context, Division, Retired, Subcategory, WorsenedBy,
};
use crate::catalogue::claim::{
    Claim, Due, Effect, Recorded, Reversible, Share, Statement, Timing, Urgency,
};
use crate::catalogue::id::{
    CategoryId, CauseId, ContextId, DivisionId, SectionId, SourceId, TermId, TopicId,
};
use crate::catalogue::kind::Kind;
use crate::catalogue::language::other_names::MedicineClass;
use crate::catalogue::language::{Described, Meaning, NamedPart, Positions, Saying};
use crate::catalogue::ontology::annotated_disease::AnnotatedDisease;
use crate::catalogue::ontology::frequency::{FoundFeature, Frequency};
use crate::catalogue::ontology::packed::Packed;
use crate::catalogue::ontology::weights::{ContextWeight, PackedWeights, Weights};
use crate::catalogue::source::{Source, Unverified};
use crate::catalogue::topic::{Link, Phrase, Section, Topic, TopicField};
use crate::catalogue::vocabulary::{
    Basis, BodyPart, Checklist, Commonness, ContextKind, Denominator, EffectEvidence, EffectKind,
    FieldName, FrequencyClass, HowSoon, Measure, Measured, Reversibility, SourceKind, Strength,
    Theme, UrgencyGrade, Weakness,
};

/// The rest of a file of numbers and texts.
struct Part {
    numbers: Packed,
    texts: &'static str,
}

/// The rest of the two files, and the tables to which records refer.
pub(super) struct Unpacker {
    finding: Part,
    /// `None` before it has arrived.
    reading: Option<Part>,
    /// Whether values come from what is read.
    is_reading: bool,
    subcategories: &'static [Subcategory],
    diseases: &'static [AnnotatedDisease],
    parts: &'static [NamedPart],
}

/// All records.
pub(super) struct Records {
    pub(super) divisions: &'static [Division],
    pub(super) subcategories: &'static [Subcategory],
    pub(super) categories: &'static [Category],
    pub(super) sections: &'static [Section],
    pub(super) unverified: &'static [Unverified],
    pub(super) topics: &'static [Topic],
    pub(super) contexts: &'static [Context],
    pub(super) sources: &'static [Source],
    pub(super) retired: &'static [Retired],
    pub(super) claims_of_annotations: &'static [Claim],
    pub(super) claims_of_genes: &'static [Claim],
    pub(super) frequencies: &'static [&'static [Frequency]],
    pub(super) annotated_diseases: &'static [AnnotatedDisease],
    pub(super) causes: &'static [Cause],
    pub(super) said: &'static [(&'static str, u16)],
    pub(super) sayings: &'static [Saying],
    pub(super) medicine_classes: &'static [MedicineClass],
    pub(super) described: &'static [Described],
    pub(super) weights: Weights,
}

/// A value that can be read.
trait Unpack: Sized {
    fn unpack(from: &mut Unpacker) -> Self;
}

/// Reads all records. Without what is read, its fields are empty.
pub(super) fn records(finding: &'static [u8], reading: Option<&'static [u8]>) -> Records {
    let mut from = Unpacker {
        finding: Part::new(finding),
        reading: reading.map(Part::new),
        is_reading: false,
        subcategories: &[],
        diseases: &[],
        parts: &[],
    };
    let from = &mut from;
    let divisions = from.next();
    from.subcategories = from.next();
    let (categories, sections, unverified) = (from.next(), from.next(), from.next());
    let (topics, contexts, sources, retired) = (from.next(), from.next(), from.next(), from.next());
    let (claims_of_annotations, claims_of_genes) = (from.next(), from.next());
    let frequencies = from.next();
    from.diseases = from.next();
    let causes = from.next();
    from.parts = from.next();
    Records {
        divisions,
        subcategories: from.subcategories,
        categories,
        sections,
        unverified,
        topics,
        contexts,
        sources,
        retired,
        claims_of_annotations,
        claims_of_genes,
        frequencies,
        annotated_diseases: from.diseases,
        causes,
        said: from.later(),
        sayings: from.later(),
        medicine_classes: from.next(),
        described: from.later(),
        weights: from.later(),
    }
}

impl Part {
    /// The length of the numbers, the numbers, the texts.
    fn new(bytes: &'static [u8]) -> Self {
        let mut all = Packed::new(bytes);
        let length = all.number();
        let (numbers, texts) = all.split(length);
        Self { numbers: Packed::new(numbers), texts: str::from_utf8(texts).unwrap_or_default() }
    }

    fn text(&mut self) -> &'static str {
        let (text, rest) = self.texts.split_once('\0').unwrap_or_default();
        self.texts = rest;
        text
    }
}

impl Unpacker {
    fn next<T: Unpack>(&mut self) -> T {
        T::unpack(self)
    }

    /// A value from the second file; empty until that file has arrived.
    fn later<T: Unpack + Default>(&mut self) -> T {
        if self.reading.is_none() {
            return T::default();
        }
        let before = std::mem::replace(&mut self.is_reading, true);
        let value = self.next();
        self.is_reading = before;
        value
    }

    fn part(&mut self) -> &mut Part {
        match &mut self.reading {
            Some(reading) if self.is_reading => reading,
            _ => &mut self.finding,
        }
    }

    fn number(&mut self) -> usize {
        self.part().numbers.number()
    }

    fn list<T: Unpack>(&mut self) -> Vec<T> {
        let count = self.number();
        (0..count).map(|_| self.next()).collect()
    }
}

impl Unpack for &'static str {
    fn unpack(from: &mut Unpacker) -> Self {
        from.part().text()
    }
}

impl Unpack for bool {
    fn unpack(from: &mut Unpacker) -> Self {
        from.number() > 0
    }
}

impl Unpack for u16 {
    fn unpack(from: &mut Unpacker) -> Self {
        u16::try_from(from.number()).unwrap_or_default()
    }
}

impl Unpack for f32 {
    fn unpack(from: &mut Unpacker) -> Self {
        Self::from_bits(u32::try_from(from.number()).unwrap_or_default())
    }
}

impl<T: Unpack> Unpack for Option<T> {
    fn unpack(from: &mut Unpacker) -> Self {
        (from.number() > 0).then(|| from.next())
    }
}

impl Unpack for usize {
    fn unpack(from: &mut Unpacker) -> Self {
        from.number()
    }
}

impl<T: Unpack> Unpack for Vec<T> {
    fn unpack(from: &mut Unpacker) -> Self {
        from.list()
    }
}

impl<A: Unpack, B: Unpack> Unpack for (A, B) {
    fn unpack(from: &mut Unpacker) -> Self {
        (from.next(), from.next())
    }
}

/// Records live as long as the program.
impl<T: Unpack> Unpack for &'static [T] {
    fn unpack(from: &mut Unpacker) -> Self {
        let list = from.list();
        if list.is_empty() { &[] } else { list.leak() }
    }
}

/// What is recorded on each axis.
impl Unpack for &'static [Recorded<AxisValueId>; AXES.len()] {
    fn unpack(from: &mut Unpacker) -> Self {
        from.number();
        Box::leak(Box::new(std::array::from_fn(|_| from.next())))
    }
}

impl Unpack for &'static Subcategory {
    fn unpack(from: &mut Unpacker) -> Self {
        let at = from.number();
        &from.subcategories[at]
    }
}

impl Unpack for &'static AnnotatedDisease {
    fn unpack(from: &mut Unpacker) -> Self {
        let at = from.number();
        &from.diseases[at]
    }
}

/// Each is written as the distance from the one before.
impl Unpack for Positions {
    fn unpack(from: &mut Unpacker) -> Self {
        let mut positions: Vec<u16> = from.list();
        let mut last = 0;
        for position in &mut positions {
            last += *position;
            *position = last;
        }
        Self(positions)
    }
}

impl Unpack for Weights {
    fn unpack(from: &mut Unpacker) -> Self {
        from.next::<PackedWeights>().into()
    }
}

impl Unpack for Kind {
    fn unpack(from: &mut Unpacker) -> Self {
        Self::ALL[from.number()]
    }
}

impl Unpack for AxisValueId {
    fn unpack(from: &mut Unpacker) -> Self {
        Self(u8::try_from(from.number()).unwrap_or_default())
    }
}

impl Unpack for Link {
    fn unpack(from: &mut Unpacker) -> Self {
        let number = from.number();
        let at = number / 3;
        match number % 3 {
            0 => Self::Cause(CauseId::at(at)),
            1 => Self::Category(CategoryId::at(at)),
            _ => Self::Topic(TopicId::at(at)),
        }
    }
}

impl Unpack for Frequency {
    fn unpack(from: &mut Unpacker) -> Self {
        match from.number() {
            0 => Self::Counted { found: from.next(), examined: from.next() },
            1 => Self::Class(from.next()),
            _ => Self::PerMille(from.next()),
        }
    }
}

impl Unpack for Meaning {
    fn unpack(from: &mut Unpacker) -> Self {
        match from.number() {
            0 => Self::Entry(from.next()),
            1 => Self::Context(from.next()),
            2 => Self::Feature(from.next()),
            3 => Self::Axis(AxisId::at(from.number()), from.next()),
            _ => {
                let at = from.number();
                Self::Part(&from.parts[at])
            }
        }
    }
}

/// Implements `Unpack` for positions in tables.
macro_rules! ids {
    ($($name:ident)+) => {
        $(impl Unpack for $name {
            fn unpack(from: &mut Unpacker) -> Self {
                Self::at(from.number())
            }
        })+
    };
}

ids! { CategoryId CauseId ContextId DivisionId SectionId SourceId TermId TopicId }

/// Implements `Unpack` for vocabularies; `Default` where a value comes with what is read.
macro_rules! words {
    ($($name:ident)+) => {
        $(impl Unpack for $name {
            fn unpack(from: &mut Unpacker) -> Self {
                Self::ALL[from.number()]
            }
        })+
    };
}

words! {
    Basis BodyPart Checklist Commonness ContextKind Denominator EffectEvidence EffectKind FieldName
    FrequencyClass HowSoon Measure Measured Reversibility SourceKind Strength Theme UrgencyGrade
    Weakness
}

/// How a field is read.
macro_rules! field {
    ($from:ident) => {
        $from.next()
    };
    ($from:ident, later) => {
        $from.later()
    };
}

/// Implements `Unpack` for records, given their fields in the order in which they are written.
macro_rules! records {
    ($($name:ident $(<$of:ident>)? { $($field:ident $(: $later:ident)?),+ })+) => {
        $(impl $(<$of: Unpack>)? Unpack for $name $(<$of>)? {
            fn unpack(from: &mut Unpacker) -> Self {
                $(let $field = field!(from $(, $later)?);)+
                Self { $($field),+ }
            }
        })+

        /// Each record with its fields.
        #[cfg(test)]
        const SHAPES: &[&str] = &[$(concat!(stringify!($name), $(" ", stringify!($field)),+)),+];
    };
}

records! {
    AnnotatedDisease {
        numbers, names, release, genes, inheritance, onset, course, annotations
    }
    Category { slug, name, explanation, division }
    Cause {
        slug, name, synonyms, lay_names, category, division, subcategory, is_group, weakness,
        same_as, lead, plain: later, clinical: later, claims, axes, parts, timings: later,
        shares: later, reversible, urgency, types, glossary: later, treatments: later,
        features, context, first_tests: later, recorded_genes, management: later, worsened_by,
        note: later, imported, annotated
    }
    Claim { source, detail: later }
    Context { slug, meaning }
    ContextWeight { kind, commonness, checklist, told_by, explains }
    Described { word, causes, topics }
    Division { slug, name, explanation, acquired }
    Due { by, when, basis }
    Effect { on, kind, evidence, medicines, note, claims }
    FoundFeature { term, frequency }
    MedicineClass { name, begins, ends, members }
    NamedPart { name, leads }
    PackedWeights { annotated_diseases, counts, shares, old, contexts }
    Phrase { words, links }
    Recorded<T> { values, claims: later }
    Retired { slug, merged_into, reason }
    Reversible { value, said_of_group, said_of_few, claims: later }
    Saying { strength, means }
    Section { of, slug, name, explanation }
    Share { counted, low, high, words, denominator, claims }
    Source {
        slug: later, title: later, authors: later, year: later, container: later, doi: later,
        pmid: later, url: later, kind, seen_as: later
    }
    Statement { text, basis, claims }
    Subcategory { slug, name }
    Timing { measured, low, high, measure, words, claims }
    Topic {
        kind, slug, name, synonyms, lay_names, section, parent, related: later, glossary: later,
        hpo, lead, short, themes, due: later, parts, timings: later, effects: later, fields: later
    }
    TopicField { name, body, basis, claims }
    Unverified { named: later, remark: later }
    Urgency { grade, why: later, act: later, act_basis, claims: later }
    WorsenedBy { medicines, text: later, claims: later }
}

impl<T> Default for Recorded<T> {
    fn default() -> Self {
        Self { values: &[], claims: &[] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_read_in_the_order_in_which_they_are_written() {
        let written = include_str!(concat!(env!("OUT_DIR"), "/shapes.txt"));
        assert_eq!(written.lines().collect::<Vec<_>>(), SHAPES);
    }
}
