//! Brings names and queries into one form, in which they can be compared.
//!
//! The same functions serve documents and queries. Knows nothing of the catalogue.

use std::ops::Range;

/// Appends what a character folds to, which may be nothing: lower case, without diacritics,
/// apostrophes and invisible characters.
///
/// Covers Latin letters up to U+017F, composed or not, and the Greek letters used in names; any
/// other character stays as it is: nothing typed is ever lost.
fn fold_into(character: char, folded: &mut String) {
    match character {
        'A'..='Z' => folded.push(character.to_ascii_lowercase()),
        ' '..='~' if character != '\'' && character != '`' => folded.push(character),
        '\'' | '’' | '‘' | 'ʼ' | '´' | '`' => {}
        // Combining marks, as some keyboards and pasted texts have them; soft hyphens, joiners.
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' => {}
        _ => match plain(character) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(character),
        },
    }
}

/// Calls `visit` with every word of a text, folded, and its place: runs of letters and digits.
pub(crate) fn each_word(text: &str, mut visit: impl FnMut(&str, Range<usize>)) {
    let mut word = String::new();
    let mut start = 0;
    let mut end = 0;
    for (at, character) in text.char_indices() {
        let before = word.len();
        fold_into(character, &mut word);
        let folded = &word[before..];
        if folded.is_empty() {
            // An apostrophe or a mark neither ends nor begins a word.
            if before > 0 {
                end = at + character.len_utf8();
            }
        } else if folded.chars().all(char::is_alphanumeric) {
            if before == 0 {
                start = at;
            }
            end = at + character.len_utf8();
        } else {
            word.truncate(before);
            if before > 0 {
                visit(&word, start..end);
                word.clear();
            }
        }
    }
    if !word.is_empty() {
        visit(&word, start..end);
    }
}

/// The words of a text: folded runs of letters and digits.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(text, |word, _| words.push(word.to_owned()));
    words
}

/// The one form in which British, American and simpler spellings of a folded word meet, if it is
/// another than the word itself. It is no spelling of any language: only good for comparing.
pub(crate) fn spelling(word: &str) -> Option<String> {
    let mut one: Option<String> = None;
    let mut at = 0;
    while let Some(letter) = word[at..].chars().next() {
        if let Some((length, simple)) = simpler(&word[at..]) {
            one.get_or_insert_with(|| word[..at].to_owned()).push_str(simple);
            at += length;
        } else {
            if let Some(one) = &mut one {
                one.push(letter);
            }
            at += letter.len_utf8();
        }
    }
    one
}

/// How many bytes at the beginning of `rest` have a simpler spelling, and which.
fn simpler(rest: &str) -> Option<(usize, &'static str)> {
    let pairs: &[(&str, &str)] = match rest.as_bytes()[0] {
        // Haemodialysis, anaesthesia, aetiology, paediatric, caecum.
        b'a' => &[
            ("aem", "em"),
            ("aes", "es"),
            ("aet", "et"),
            ("aed", "ed"),
            ("aec", "ec"),
            ("ael", "el"),
        ],
        // Oedema, oesophagus, coeliac, foetal, tumour.
        b'o' => &[("oed", "ed"), ("oes", "es"), ("oel", "el"), ("oet", "et"), ("our", "or")],
        // Generalised, generalisation, generalising.
        b'i' => &[("isa", "iza"), ("ise", "ize"), ("isi", "izi")],
        b'r' => &[("rrhoea", "rrhea")],
        b'y' => &[("yse", "yze")],
        // Sulphonamide; and morphine, as other languages spell it.
        b'p' => &[("ph", "f")],
        b'f' => &[("fibre", "fiber")],
        b'c' => &[("centre", "center")],
        b'l' => &[("litre", "liter"), ("ll", "l")],
        _ => &[],
    };
    let pair = pairs.iter().find(|(british, _)| rest.starts_with(british))?;
    Some((pair.0.len(), pair.1))
}

/// The singular of a folded English word that looks like a plural.
pub(crate) fn singular(word: &str) -> Option<&str> {
    let stem = word.strip_suffix('s')?;
    let plural = stem.len() >= 3 && !stem.ends_with(['s', 'u', 'i']);
    plural.then_some(stem)
}

/// The plain letters for a letter with a diacritic, a ligature or a Greek letter.
fn plain(character: char) -> Option<&'static str> {
    Some(match character {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' => "a",
        'Æ' | 'æ' => "ae",
        'Ç' | 'ç' | 'Ć'..='č' => "c",
        'Ð' | 'ð' | 'Ď'..='đ' => "d",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => "e",
        'Ĝ'..='ģ' => "g",
        'Ĥ'..='ħ' => "h",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => "i",
        'Ĵ' | 'ĵ' => "j",
        'Ķ'..='ĸ' => "k",
        'Ĺ'..='ł' => "l",
        'Ñ' | 'ñ' | 'Ń'..='ŋ' => "n",
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' => "o",
        'Œ' | 'œ' => "oe",
        'Ŕ'..='ř' => "r",
        'Ś'..='š' => "s",
        'ß' => "ss",
        'Ţ'..='ŧ' => "t",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => "u",
        'Ŵ' | 'ŵ' => "w",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' => "y",
        'Ź'..='ž' => "z",
        'Þ' | 'þ' => "th",
        'α' | 'Α' => "alpha",
        'β' | 'Β' => "beta",
        'γ' | 'Γ' => "gamma",
        'δ' | 'Δ' => "delta",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(words(text), expected, "{text}");
    }

    #[test]
    fn case_diacritics_and_apostrophes_do_not_matter() {
        check("Behçet's", &["behcets"]);
        check("Behcet’s", &["behcets"]);
        check("Sjögren", &["sjogren"]);
        check("Behc\u{327}et, Sjo\u{308}gren", &["behcet", "sjogren"]);
        check("myo\u{ad}clonus\u{200b}", &["myoclonus"]);
        check("CREUTZFELDT-Jakob", &["creutzfeldt", "jakob"]);
        check("Œdème Łódź", &["oedeme", "lodz"]);
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        check("GABA-B receptor (GABBR1/2)", &["gaba", "b", "receptor", "gabbr1", "2"]);
        check("  , – ", &[]);
        check("", &[]);
    }

    #[test]
    fn each_word_comes_with_its_place_in_the_text() {
        let text = "Behçet’s (œdème)";
        let mut places = Vec::new();
        each_word(text, |_, place| places.push(&text[place]));
        assert_eq!(places, ["Behçet’s", "œdème"]);
    }

    #[test]
    fn british_and_american_spellings_meet() {
        for (british, american) in [
            ("haemodialysis", "hemodialysis"),
            ("tumour", "tumor"),
            ("generalised", "generalized"),
            ("anaesthetic", "anesthetic"),
            ("ischaemia", "ischemia"),
            ("oedema", "edema"),
            ("coeliac", "celiac"),
            ("uraemic", "uremic"),
            ("diarrhoea", "diarrhea"),
            ("paediatric", "pediatric"),
            ("leukaemia", "leukemia"),
            ("sulphonamide", "sulfonamide"),
            ("behaviour", "behavior"),
            ("hypoglycaemia", "hypoglycemia"),
        ] {
            let one = |word: &str| spelling(word).unwrap_or_else(|| word.to_owned());
            assert_eq!(one(british), one(american), "{british}");
        }
        assert_eq!(spelling("hiccup"), None);
    }

    #[test]
    fn a_plural_has_a_singular_but_a_name_in_s_has_none() {
        assert_eq!(singular("hiccups"), Some("hiccup"));
        for word in ["myoclonus", "encephalitis", "abscess", "gas", "oms", "cortical"] {
            assert_eq!(singular(word), None, "{word}");
        }
    }

    #[test]
    fn other_scripts_are_kept() {
        check("миоклонус 肌阵挛", &["миоклонус", "肌阵挛"]);
    }
}
