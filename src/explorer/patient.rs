//! Whether a question tells of one patient, so a reader may want to match what it says.
//!
//! Only recognises it. What the question says is read where patients are matched.

use super::Explorer;
use crate::catalogue::{AxisId, Catalogue, CauseId, Meaning};
use crate::entry::is_medicine;
use crate::search::{Reading, is_said};

/// The fewest things that it says.
const FEWEST: usize = 2;

impl Explorer {
    /// Whether a question names two or more of: an age, a medicine, a situation, findings, what the
    /// jerks are like. What jerks are like alone is a search for types. Any two words beside an age
    /// in numbers are enough.
    pub(super) fn tells_of_a_patient(&self, reading: &Reading) -> bool {
        if reading.is_name {
            return false;
        }
        let index = self.causes.index();
        let language = Catalogue::bundled().language();
        let heard = reading.heard.iter().filter(|heard| is_said(heard));
        let meanings = heard.filter_map(|heard| {
            let mut means = language.saying(heard.saying).means.iter();
            // An entry beside a finding explains it, and says nothing of a patient.
            means.find(|it| !matches!(it, Meaning::Entry(_)))
        });
        let has_age = !reading.age.is_empty();
        let required = reading.words.iter().filter(|word| word.required).count();
        let (mut of_patients, mut of_jerks) = (usize::from(has_age), 0);
        for meaning in meanings {
            match meaning {
                Meaning::Axis(axis, _) if *axis == AxisId::AGE_GROUPS => {}
                Meaning::Axis(..) => of_jerks += 1,
                Meaning::Context(_) | Meaning::Feature(_) => of_patients += 1,
                Meaning::Entry(_) | Meaning::Part(_) => {}
            }
        }
        let medicines = reading.words.iter().filter(|word| {
            let names = index.names(std::iter::once(word.word.as_str()));
            names.iter().any(|name| {
                let cause = CauseId::at(index.text(*name).owner.index());
                is_medicine(self.catalogue, self.catalogue.cause(cause))
            })
        });
        of_patients += medicines.count();
        of_patients > 0 && of_patients + of_jerks >= FEWEST || has_age && required >= FEWEST
    }
}
