//! The evidence grade of an entry or of one statement: one rule, stated in words.
//!
//! For a cause, the rule looks only at the claims that it causes myoclonus; for a statement, at its
//! own claims. It counts each source once and takes the first line that fits:
//!
//! 1. the curator marked the entry as weak: the mark is the grade;
//! 2. two or more reviews, guidelines or trials;
//! 3. one of these, or textbooks or reference pages;
//! 4. case reports, series or conference abstracts;
//! 5. a rare-disease data set;
//! 6. a product label;
//! 7. a page for patients, or one that quotes papers not seen;
//! 8. an unsourced web text.
//!
//! From line 3 on, the grade names the strongest source; there may be weaker ones too.
//!
//! The grade says how well an entry is supported, not how often or how surely the cause produces
//! jerks.

use super::Catalogue;
use super::cause::{Cause, each_once};
use super::claim::Claim;
use super::vocabulary::{SourceKind, Weakness};

/// How well an entry is supported, from the strongest grade to the weakest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Two or more reviews, guidelines or trials.
    SeveralReviews,
    /// At best one review, guideline or trial, or textbooks or reference pages.
    OneReview,
    /// At best case reports, series or conference abstracts.
    Cases,
    /// At best rows of a rare-disease data set.
    Annotation,
    /// At best a product label.
    Label,
    /// At best pages for patients, or pages that quote papers not seen.
    Page,
    /// Unsourced web texts alone.
    Seed,
    /// The curator's mark of weak evidence, whatever the sources are.
    Weak(Weakness),
}

impl Grade {
    /// Every grade, from the strongest to the weakest.
    pub const ALL: &'static [Self] = &[
        Self::SeveralReviews,
        Self::OneReview,
        Self::Cases,
        Self::Annotation,
        Self::Label,
        Self::Page,
        Self::Seed,
        Self::Weak(Weakness::AsterixisList),
        Self::Weak(Weakness::WeakAnnotation),
        Self::Weak(Weakness::AnnotationOnly),
        Self::Weak(Weakness::LabelOnly),
        Self::Weak(Weakness::NamedOnly),
        Self::Weak(Weakness::ClassStatement),
    ];

    /// The grade of a cause.
    pub fn of(catalogue: &Catalogue, cause: &Cause) -> Self {
        if let Some(weakness) = cause.weakness {
            return Self::Weak(weakness);
        }
        Self::of_claims(catalogue, cause.claims).unwrap_or(Self::Seed)
    }

    /// The grade of one statement, by the same rule; `None` without a claim.
    pub fn of_claims(catalogue: &Catalogue, claims: &[Claim]) -> Option<Self> {
        let sources = each_once(claims.iter().map(|claim| claim.source));
        let kinds = sources.into_iter().map(|source| catalogue.source(source).kind);
        (!claims.is_empty()).then(|| Self::of_kinds(kinds))
    }

    /// The grade of a set of distinct sources, given by their kinds.
    fn of_kinds(kinds: impl Iterator<Item = SourceKind>) -> Self {
        let mut best = Self::Seed;
        let mut reviews = 0;
        for kind in kinds {
            best = best.min(match kind {
                SourceKind::Review | SourceKind::Guideline | SourceKind::Trial => {
                    reviews += 1;
                    if reviews > 1 { Self::SeveralReviews } else { Self::OneReview }
                }
                SourceKind::Textbook | SourceKind::ReferencePage => Self::OneReview,
                SourceKind::CaseSeries
                | SourceKind::ConferenceAbstract
                | SourceKind::TrialRegister => Self::Cases,
                SourceKind::Dataset | SourceKind::Ontology => Self::Annotation,
                SourceKind::Label => Self::Label,
                SourceKind::PatientPage | SourceKind::SecondaryWeb => Self::Page,
                SourceKind::Seed => Self::Seed,
            });
        }
        best
    }

    /// The word for the grade in addresses. Shared addresses contain it, so it never changes.
    pub const fn key(self) -> &'static str {
        match self {
            Self::SeveralReviews => "several-reviews",
            Self::OneReview => "review-or-textbook",
            Self::Cases => "case-reports",
            Self::Annotation => "rare-disease-data",
            Self::Label => "product-label",
            Self::Page => "web-pages",
            Self::Seed => "unsourced-text",
            Self::Weak(Weakness::AsterixisList) => "asterixis-list-only",
            Self::Weak(Weakness::WeakAnnotation) => "one-weak-data-row",
            Self::Weak(Weakness::AnnotationOnly) => "rare-disease-data-only",
            Self::Weak(Weakness::LabelOnly) => "product-label-only",
            Self::Weak(Weakness::NamedOnly) => "named-only",
            Self::Weak(Weakness::ClassStatement) => "group-statement-only",
        }
    }

    /// Its position in [`Self::ALL`]: the strongest is 0.
    pub const fn index(self) -> usize {
        match self {
            Self::SeveralReviews => 0,
            Self::OneReview => 1,
            Self::Cases => 2,
            Self::Annotation => 3,
            Self::Label => 4,
            Self::Page => 5,
            Self::Seed => 6,
            Self::Weak(weakness) => 7 + weakness.index(),
        }
    }

    /// A short name for lists.
    pub const fn label(self) -> &'static str {
        match self {
            Self::SeveralReviews => "several reviews",
            Self::OneReview => "review or textbook",
            Self::Cases => "case reports",
            Self::Annotation => "rare-disease data",
            Self::Label => "product label",
            Self::Page => "web pages",
            Self::Seed => "unsourced text",
            Self::Weak(Weakness::AsterixisList) => "asterixis list only",
            Self::Weak(Weakness::WeakAnnotation) => "one weak data row",
            Self::Weak(Weakness::AnnotationOnly) => "rare-disease data only",
            Self::Weak(Weakness::LabelOnly) => "product label only",
            Self::Weak(Weakness::NamedOnly) => "named only",
            Self::Weak(Weakness::ClassStatement) => "group statement only",
        }
    }

    /// A whole sentence for the entry's page.
    pub const fn explanation(self) -> &'static str {
        match self {
            Self::SeveralReviews => "Two or more reviews, guidelines or trials name it as a cause.",
            Self::OneReview => {
                "A review, a guideline, a trial, a textbook or a reference page names it as a \
                 cause."
            }
            Self::Cases => "Case reports or case series name it as a cause.",
            Self::Annotation => "The strongest source is a rare-disease data set.",
            Self::Weak(Weakness::AnnotationOnly) => {
                "It rests on rows of a rare-disease data set and nothing else."
            }
            Self::Label => {
                "The strongest source is a product label, which proves neither cause nor frequency."
            }
            Self::Weak(Weakness::LabelOnly) => {
                "It rests on a product label alone, which proves neither cause nor frequency."
            }
            Self::Page => {
                "The strongest source is a patient page, or one quoting papers we have not seen."
            }
            Self::Seed => "It rests on a web text without sources. A better source is needed.",
            Self::Weak(Weakness::AsterixisList) => {
                "It is only named in a list or study of asterixis (negative myoclonus)."
            }
            Self::Weak(Weakness::WeakAnnotation) => {
                "It rests on one weak row of a rare-disease data set."
            }
            Self::Weak(Weakness::NamedOnly) => "It is only named in one line of a list or review.",
            Self::Weak(Weakness::ClassStatement) => {
                "Sources say this only about the group it belongs to."
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::SourceKind::{
        CaseSeries, Dataset, Guideline, Label, PatientPage, Review, Seed, Textbook, Trial,
    };
    use super::*;

    #[track_caller]
    fn check(kinds: &[SourceKind], expected: Grade) {
        assert_eq!(Grade::of_kinds(kinds.iter().copied()), expected);
    }

    #[test]
    fn the_strongest_kind_of_source_decides() {
        check(&[Seed], Grade::Seed);
        check(&[PatientPage, Seed], Grade::Page);
        check(&[Label, PatientPage], Grade::Label);
        check(&[Dataset, Label], Grade::Annotation);
        check(&[CaseSeries, CaseSeries, CaseSeries, Dataset], Grade::Cases);
        check(&[Textbook, Textbook, CaseSeries], Grade::OneReview);
        check(&[Review, CaseSeries], Grade::OneReview);
    }

    #[test]
    fn every_grade_is_at_its_position() {
        for (position, grade) in Grade::ALL.iter().enumerate() {
            assert_eq!(grade.index(), position, "{grade:?}");
        }
        assert_eq!(Grade::ALL.len(), 7 + Weakness::ALL.len());
    }

    #[test]
    fn two_reviews_guidelines_or_trials_make_several() {
        check(&[Review, Guideline], Grade::SeveralReviews);
        check(&[Trial, CaseSeries, Review], Grade::SeveralReviews);
    }
}
