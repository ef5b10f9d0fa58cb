//! Amounts of medicines, how often they are taken, and salts and forms: none of them finds a
//! disease.
//!
//! Knows words, no medicine.

use super::token::{Token, written};
use super::{Reading, Remark};

/// Units of an amount, folded.
const UNITS: [&str; 36] = [
    "amp",
    "ampoule",
    "ampoules",
    "cap",
    "caps",
    "capsule",
    "capsules",
    "drop",
    "drops",
    "g",
    "gram",
    "grams",
    "iu",
    "mcg",
    "meq",
    "mg",
    "mgs",
    "microgram",
    "micrograms",
    "milligram",
    "milligrams",
    "ml",
    "mls",
    "mmol",
    "mug",
    "ng",
    "patch",
    "patches",
    "puff",
    "puffs",
    "tab",
    "tablet",
    "tablets",
    "tabs",
    "ug",
    "units",
];

/// What a unit may be followed by: `mg/kg`, `mcg/h`, `mg per day`.
const PER: [&str; 11] = ["d", "day", "dose", "h", "hour", "hr", "kg", "m2", "min", "per", "week"];

/// How often, when and by which way a medicine is given.
const SCHEDULES: [&str; 48] = [
    "am",
    "bd",
    "bds",
    "bedtime",
    "bid",
    "bolus",
    "daily",
    "day",
    "dose",
    "doses",
    "eod",
    "every",
    "hourly",
    "hrs",
    "im",
    "infusion",
    "inh",
    "inj",
    "injection",
    "iv",
    "mane",
    "morning",
    "neb",
    "night",
    "nightly",
    "nocte",
    "od",
    "om",
    "on",
    "once",
    "oral",
    "orally",
    "pm",
    "po",
    "pr",
    "prn",
    "qds",
    "qhs",
    "qid",
    "sc",
    "sl",
    "stat",
    "tds",
    "tid",
    "times",
    "twice",
    "weekly",
    "x",
];

/// Salts and forms of a medicine, folded: they never hide the substance.
const FORMS: [&str; 49] = [
    "acetate",
    "besilate",
    "besylate",
    "bromide",
    "calcium",
    "capsule",
    "capsules",
    "carbonate",
    "chloride",
    "citrate",
    "cr",
    "decanoate",
    "dihydrate",
    "drops",
    "er",
    "fumarate",
    "gel",
    "hbr",
    "hcl",
    "hydrobromide",
    "hydrochloride",
    "inhaler",
    "injection",
    "la",
    "maleate",
    "mesilate",
    "mesylate",
    "modified",
    "monohydrate",
    "mr",
    "ointment",
    "patch",
    "patches",
    "phosphate",
    "potassium",
    "release",
    "retard",
    "slow",
    "sodium",
    "sr",
    "succinate",
    "sulfate",
    "sulphate",
    "syrup",
    "tablet",
    "tablets",
    "tartrate",
    "tosylate",
    "xl",
];

/// Whether a folded word is a salt or a form.
pub(crate) fn is_form(word: &str) -> bool {
    FORMS.binary_search(&word).is_ok()
}

/// Whether a folded word says how a medicine is given.
pub(crate) fn is_schedule(word: &str) -> bool {
    SCHEDULES.binary_search(&word).is_ok()
}

/// How many of the leading words are an amount such as `500 mg`, `2.5mg/kg` or `1 tab`.
pub(crate) fn amount(tokens: &[Token]) -> usize {
    let is_unit = |word: &str| UNITS.binary_search(&word).is_ok();
    let Some((_, rest)) = tokens.first().and_then(Token::digits) else { return 0 };
    let mut length = 1;
    let has_unit = if rest.is_empty() {
        // Decimals, fractions and ranges.
        while tokens.get(length).is_some_and(|it| length < 3 && it.is_number()) {
            length += 1;
        }
        let unit = tokens.get(length).is_some_and(|token| {
            is_unit(&token.word) || token.digits().is_some_and(|(_, rest)| is_unit(rest))
        });
        length += usize::from(unit);
        unit
    } else {
        is_unit(rest)
    };
    if !has_unit {
        return 0;
    }
    while tokens.get(length).is_some_and(|token| PER.binary_search(&&*token.word).is_ok()) {
        length += 1;
    }
    length
}

/// Takes amounts out of a text; with an amount in it, also how often the medicine is taken.
pub(super) fn take(typed: &str, tokens: &mut Vec<Token>, reading: &mut Reading) {
    let mut kept = Vec::with_capacity(tokens.len());
    let mut at = 0;
    let mut after_amount = false;
    while at < tokens.len() {
        let length = amount(&tokens[at..]);
        if length > 0 {
            reading.remarks.push(Remark::Amount(written(typed, &tokens[at..at + length])));
            at += length;
            after_amount = true;
            continue;
        }
        let token = &tokens[at];
        at += 1;
        if after_amount && is_schedule(&token.word) {
            continue;
        }
        after_amount = false;
        kept.push(token.clone());
    }
    *tokens = kept;
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    #[test]
    fn lists_are_in_order_for_binary_search() {
        assert!(UNITS.is_sorted() && PER.is_sorted() && SCHEDULES.is_sorted() && FORMS.is_sorted());
    }

    #[test]
    fn an_amount_is_a_number_with_a_unit() {
        for (typed, words) in [
            ("500 mg", 2),
            ("500mg OD", 1),
            ("2.5 mg", 3),
            ("2.5mg/kg", 3),
            ("1 tab bd", 2),
            ("1/2 tablet", 3),
            ("5 µg", 2),
            ("25 mcg/h", 3),
            ("12", 0),
            ("2 years", 0),
            ("mg", 0),
            ("15q", 0),
            ("", 0),
        ] {
            assert_eq!(amount(&tokens(typed)), words, "{typed}");
        }
    }

    #[test]
    fn the_rest_of_the_text_is_kept() {
        let mut all = tokens("metformin 500 mg bd and low mg");
        let mut reading = Reading::default();
        take("metformin 500 mg bd and low mg", &mut all, &mut reading);
        let words: Vec<&str> = all.iter().map(|token| token.word.as_str()).collect();
        assert_eq!(words, ["metformin", "and", "low", "mg"]);
        assert_eq!(reading.remarks, [Remark::Amount("500 mg".to_owned())]);
    }
}
