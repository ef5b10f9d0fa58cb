//! The plain form of one character: what a reader types, pastes or reads as the same letter.
//!
//! A table of our own: the forms that occur in names, in files from which people copy, and on
//! keyboards. The tables of a whole normalisation would be many times larger. Knows no words.

/// Appends the folded form of a character: lower case, without diacritics.
///
/// | what | such as | becomes |
/// | --- | --- | --- |
/// | letters with diacritics, composed or not | é, ñ, ö | e, n, o |
/// | ligatures | ﬂ, œ, ß | fl, oe, ss |
/// | raised and lowered digits | ², ₁₂ | 2, 12 |
/// | full width | Ｃ, ５ | c, 5 |
/// | signs for Roman numbers | Ⅱ, ⅷ | ii, viii |
/// | Greek letters | ε, µ | their names: epsilon, mu |
/// | apostrophes and primes | ’, ʼ, ′ | nothing |
/// | what cannot be seen | soft hyphens, joiners, marks of direction | nothing |
///
/// Any other character is kept, so nothing typed is ever lost. A dash of any kind is no letter and
/// ends a word.
pub(super) fn fold_into(character: char, folded: &mut String) {
    match character {
        'A'..='Z' => folded.push(character.to_ascii_lowercase()),
        ' '..='~' if character != '\'' && character != '`' => folded.push(character),
        '\'' | '`' | '´' | '\u{2b9}'..='\u{2bd}' | '\u{2018}'..='\u{201b}' => {}
        '\u{2032}'..='\u{2037}' => {}
        // Combining marks, from some keyboards and pasted texts.
        '\u{300}'..='\u{36f}' => {}
        // Soft hyphens, joiners, marks of direction, variants of signs.
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => {}
        '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => {}
        // Full width: the same order as in ASCII.
        '\u{ff01}'..='\u{ff5e}' => {
            let plain = u32::from(character) - 0xff01 + u32::from('!');
            char::from_u32(plain).into_iter().for_each(|plain| fold_into(plain, folded));
        }
        '\u{2070}' | '\u{2074}'..='\u{2079}' | '\u{2080}'..='\u{2089}' => {
            folded.extend(char::from_digit(u32::from(character) & 15, 10));
        }
        '¹' => folded.push('1'),
        '²' => folded.push('2'),
        '³' => folded.push('3'),
        '\u{2160}'..='\u{216b}' => folded.push_str(ROMAN[character as usize & 15]),
        '\u{2170}'..='\u{217b}' => folded.push_str(ROMAN[character as usize & 15]),
        'Α'..='Ω' => folded.push_str(GREEK[character as usize - 0x391]),
        'α'..='ω' => folded.push_str(GREEK[character as usize - 0x3b1]),
        _ => match plain(character) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(character),
        },
    }
}

/// The signs for one to twelve, in letters.
const ROMAN: [&str; 12] =
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// The names of the Greek letters, in their order there. Small sigma has two forms; the second form
/// has no capital.
const GREEK: [&str; 25] = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
    "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi",
    "chi", "psi", "omega",
];

/// The plain letters for a letter with a diacritic, a ligature or a micro sign.
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
        'Ś'..='š' | 'ſ' => "s",
        'ß' | 'ẞ' => "ss",
        'Ţ'..='ŧ' | 'Ț' | 'ț' => "t",
        'Ș' | 'ș' => "s",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => "u",
        'Ŵ' | 'ŵ' => "w",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' => "y",
        'Ź'..='ž' => "z",
        'Þ' | 'þ' => "th",
        'µ' => "mu",
        'ϵ' => "epsilon",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_of_a_letter_is_the_letter() {
        for (text, expected) in [
            ("Behçet's", "behcets"),
            ("Behcet’s ʼ ‘ ′", "behcets   "),
            ("Sjögren", "sjogren"),
            ("Behc\u{327}et, Sjo\u{308}gren", "behcet, sjogren"),
            ("CREUTZFELDT", "creutzfeldt"),
            ("Œdème Łódź", "oedeme lodz"),
            ("ﬂuoxetine, oﬃce, ﬁt, ﬀ", "fluoxetine, office, fit, ff"),
            ("vitamin B₁₂, B¹²", "vitamin b12, b12"),
            ("m² ³ ⁴₀", "m2 3 40"),
            ("ＣＪＤ ２", "cjd 2"),
            ("Ⅰ Ⅱ Ⅳ ⅻ", "i ii iv xii"),
            ("ε-sarcoglycan", "epsilon-sarcoglycan"),
            ("α Α ω Ω ς σ Σ", "alpha alpha omega omega sigma sigma sigma"),
            ("μ µ", "mu mu"),
            ("myo\u{ad}clonus\u{200b}\u{2060}\u{feff}", "myoclonus"),
            ("\u{202a}HIV\u{202c}", "hiv"),
            ("Straße ẞ", "strasse ss"),
            ("миоклонус 肌阵挛 ½", "миоклонус 肌阵挛 ½"),
        ] {
            let mut folded = String::new();
            text.chars().for_each(|character| fold_into(character, &mut folded));
            assert_eq!(folded, expected, "{text}");
        }
    }
}
