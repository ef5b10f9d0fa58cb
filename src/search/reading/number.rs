//! Numbers of diseases and terms, with every prefix that is in use: `OMIM:`, `#`, `MIM`,
//! `Orphanet_`, `ORPHA:`, `HP:`, and addresses that end in one.
//!
//! A number with a prefix is exact: it finds what has this number and nothing else.

use super::token::{Token, written};
use super::{Reading, Remark};
use crate::search::index::{Index, TextId};

/// A number that was typed with its prefix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    /// The texts of the index that have it; none if no entry has.
    pub(crate) texts: Vec<TextId>,
    /// As it was typed.
    pub(crate) typed: String,
}

/// A kind of number: its prefixes, folded, and the prefix that the data writes.
struct Form {
    prefixes: &'static [&'static str],
    /// The word for it in addresses.
    site: &'static str,
    written: &'static str,
    /// How many digits it has in the data; 0 for any number.
    digits: usize,
}

const FORMS: [Form; 3] = [
    Form {
        prefixes: &["omim", "mim", "phenotypicseries"],
        site: "omim",
        written: "OMIM",
        digits: 0,
    },
    Form {
        prefixes: &["orpha", "orphanet", "orphacode"],
        site: "orpha",
        written: "ORPHA",
        digits: 0,
    },
    Form { prefixes: &["hp", "hpo"], site: "hpo", written: "HP", digits: 7 },
];

/// Takes numbers out of a text.
pub(super) fn take(typed: &str, tokens: &mut Vec<Token>, index: &Index, reading: &mut Reading) {
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let is_address = typed.contains('/');
        let found = number(typed, &tokens[at..]);
        let found = found.or_else(|| in_address(&tokens[at..]).filter(|_| is_address));
        let Some((length, number)) = found else {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        };
        let typed_number = written(typed, &tokens[at..at + length]);
        let texts = index.numbered(&number);
        if texts.is_empty() {
            reading.remarks.push(Remark::NumberNotHere(number));
        }
        reading.numbers.push(Number { texts, typed: typed_number });
        at += length;
    }
    if !reading.numbers.is_empty() {
        // The other parts of an address say nothing, nor does the ontology before its number.
        kept.retain(|token| !typed.contains("://") && token.word != "obo");
    }
    *tokens = kept;
}

/// The number with which some words begin, as the data writes it, and how many words it takes.
fn number(typed: &str, tokens: &[Token]) -> Option<(usize, String)> {
    let first = tokens.first()?;
    let form = |prefix: &str| FORMS.iter().find(|form| form.prefixes.contains(&prefix));
    let digits = |token: &Token| token.is_number().then(|| token.word.clone());
    if let Some(form) = form(&first.word)
        && let Some(number) = tokens.get(1).and_then(digits)
    {
        return Some((2, form.number(&number)));
    }
    let end = first.word.find(|it: char| it.is_ascii_digit()).unwrap_or(first.word.len());
    let (prefix, rest) = first.word.split_at(end);
    if !rest.is_empty()
        && rest.bytes().all(|it| it.is_ascii_digit())
        && let Some(form) = form(prefix)
    {
        return Some((1, form.number(rest)));
    }
    let sharp = typed[..first.place.start].ends_with('#');
    (sharp && first.word.len() == 6)
        .then(|| digits(first))
        .flatten()
        .map(|it| (1, FORMS[0].number(&it)))
}

/// The number in the address of an entry of a registry, such as `omim.org/entry/254780`, and how
/// many words it takes from the name of the registry on.
fn in_address(tokens: &[Token]) -> Option<(usize, String)> {
    let first = tokens.first()?;
    let form = FORMS.iter().find(|form| form.site == first.word)?;
    let at = tokens.iter().position(Token::is_number)?;
    Some((at + 1, form.number(&tokens[at].word)))
}

impl Form {
    /// The number as the data writes it.
    fn number(&self, digits: &str) -> String {
        let plain = digits.trim_start_matches('0');
        format!("{}:{plain:0>width$}", self.written, width = self.digits)
    }
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    #[test]
    fn a_number_is_read_with_every_prefix() {
        for (typed, expected) in [
            ("OMIM:254780", Some("OMIM:254780")),
            ("omim 254780", Some("OMIM:254780")),
            ("MIM #254780", Some("OMIM:254780")),
            ("#254780", Some("OMIM:254780")),
            ("OMIM254780", Some("OMIM:254780")),
            ("Orphanet_20", Some("ORPHA:20")),
            ("ORPHA:20", Some("ORPHA:20")),
            ("ORPHA20", Some("ORPHA:20")),
            ("HP:0001336", Some("HP:0001336")),
            ("HP_0001336", Some("HP:0001336")),
            ("hp 1336", Some("HP:0001336")),
            ("254780", None),
            ("obo:HP_0001336", None),
            ("#1", None),
            ("hpv16", None),
        ] {
            let found = number(typed, &tokens(typed)).map(|(_, number)| number);
            assert_eq!(found.as_deref(), expected, "{typed}");
        }
    }

    #[test]
    fn a_number_is_read_in_the_address_of_its_registry() {
        for (typed, expected) in [
            ("omim.org/entry/254780", Some("OMIM:254780")),
            ("orpha.net/en/disease/detail/501", Some("ORPHA:501")),
            ("hpo.jax.org/browse/term/HP", None),
            ("mimic 254780", None),
        ] {
            let found = in_address(&tokens(typed)).map(|(_, number)| number);
            assert_eq!(found.as_deref(), expected, "{typed}");
        }
    }
}
