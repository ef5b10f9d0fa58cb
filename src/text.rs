//! Brings names and queries to one form, so that they can be compared.
//!
//! The same functions serve documents and queries. Knows nothing of the catalogue.

/// A text in lower case, without diacritics, apostrophes and invisible characters.
///
/// Covers Latin letters up to U+017F, composed or not, and the Greek letters used in names; any
/// other character stays as it is, so that nothing typed is ever lost.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            'A'..='Z' => folded.push(character.to_ascii_lowercase()),
            ' '..='~' if character != '\'' => folded.push(character),
            '\'' | '’' | '‘' | 'ʼ' | '´' | '`' => {}
            // Combining marks, as some keyboards and pasted texts have them; soft hyphens, joiners.
            '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' => {}
            _ => match plain(character) {
                Some(letters) => folded.push_str(letters),
                None => folded.push(character),
            },
        }
    }
    folded
}

/// The words of a text: folded runs of letters and digits.
pub fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(|character: char| !character.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
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
    fn other_scripts_are_kept() {
        check("миоклонус 肌阵挛", &["миоклонус", "肌阵挛"]);
    }
}
