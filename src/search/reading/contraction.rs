//! Short forms with *not*: *does not* and *cannot* are read as *doesn't* and *can't*.
//!
//! Does not know what is denied.

use super::token::Token;

/// The verbs that have a short form with *not*, and that form, folded.
const SHORT_FORMS: [(&str, &str); 15] = [
    ("are", "arent"),
    ("can", "cant"),
    ("could", "couldnt"),
    ("did", "didnt"),
    ("do", "dont"),
    ("does", "doesnt"),
    ("had", "hadnt"),
    ("has", "hasnt"),
    ("have", "havent"),
    ("is", "isnt"),
    ("should", "shouldnt"),
    ("was", "wasnt"),
    ("were", "werent"),
    ("will", "wont"),
    ("would", "wouldnt"),
];

/// Makes one word of each verb and the *not* after it.
pub(super) fn join(tokens: &mut Vec<Token>) {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    for mut token in tokens.drain(..) {
        if token.word == "cannot" {
            token.word = "cant".to_owned();
        }
        let short = joined.last().and_then(|before| {
            let form = SHORT_FORMS.iter().find(|(verb, _)| *verb == before.word)?;
            (token.word == "not").then_some(form.1)
        });
        match (short, joined.last_mut()) {
            (Some(short), Some(before)) => {
                before.word = short.to_owned();
                before.place.end = token.place.end;
            }
            _ => joined.push(token),
        }
    }
    *tokens = joined;
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    #[test]
    fn a_verb_and_not_are_one_word() {
        for (typed, expected) in [
            ("he cannot sit still", "he cant sit still"),
            ("people who are not there", "people who arent there"),
            ("does not stop", "doesnt stop"),
            ("not pregnant", "not pregnant"),
        ] {
            let mut all = tokens(typed);
            join(&mut all);
            let words: Vec<String> = all.into_iter().map(|it| it.word).collect();
            assert_eq!(words.join(" "), expected);
        }
    }
}
