//! One form for the spellings of a word: British, American, older, and an umlaut as two letters.
//!
//! Rules about letters, each for a kind of word in the data. Knows no words and no language.

use std::borrow::Cow;

/// The common form of the spellings of a folded word; `None` if it is the word itself. It only
/// serves to compare and need not be a spelling in any language.
///
/// | what | such as | becomes |
/// | --- | --- | --- |
/// | *ae* in Greek and Latin words | haemo-, aetiology, naevus | hemo-, etiology, nevus |
/// | *oe* | oedema, coeliac, dyspnoea | edema, celiac, dyspnea |
/// | *-our* | tumour | tumor |
/// | *-re* | goitre, fibre, centre | goiter, fiber, center |
/// | *-ise*, *-isation*, *-yse* | generalised, paralyse | generalized, paralyze |
/// | *-gramme*, *-logue* | programme, catalogue | program, catalog |
/// | *ph*, as other languages spell it | sulphate, morphine | sulfate, morfine |
/// | *leuco-* | leucodystrophy | leukodystrophy |
/// | double *l* | tranquilliser | tranquilizer |
/// | words | aluminium, grey, disk, neurone | aluminum, gray, disc, neuron |
/// | older names of medicines | cyclosporin, acyclovir | ciclosporin, aciclovir |
/// | an umlaut as two letters | Sjoegren, Straeussler | Sjogren, Straussler |
///
/// No rule makes one substance another: a test compares all names of medicines.
pub(crate) fn spelling(word: &str) -> Option<String> {
    let mut one = String::new();
    let (mut at, mut copied) = (0, 0);
    while at < word.len() {
        if let Some((length, simple)) = simpler(&word.as_bytes()[at..]) {
            one.push_str(&word[copied..at]);
            one.push_str(simple);
            at += length;
            copied = at;
        } else {
            at += 1;
        }
    }
    (copied > 0).then(|| one + &word[copied..])
}

/// The common spelling of a folded word, which may be the word itself.
pub(crate) fn common(word: &str) -> Cow<'_, str> {
    spelling(word).map_or(Cow::Borrowed(word), Cow::Owned)
}

/// The number of bytes at the start of `rest` that have a simpler spelling, and that spelling.
fn simpler(rest: &[u8]) -> Option<(usize, &'static str)> {
    let pairs: &[(&str, &str)] = match rest[0] {
        b'a' => &[
            ("aec", "ec"),
            ("aed", "ed"),
            ("ael", "el"),
            ("aem", "em"),
            ("aen", "en"),
            ("aes", "es"),
            ("aet", "et"),
            ("aeu", "au"),
            ("aev", "ev"),
        ],
        b'c' => &[("centre", "center"), ("cyclo", "ciclo")],
        b'd' => &[("disk", "disc")],
        b'e' => &[("euco", "euko")],
        b'f' => &[("fibre", "fiber")],
        b'g' => &[("gramme", "gram"), ("grey", "gray")],
        b'i' => &[("itre", "iter"), ("isa", "iza"), ("ise", "ize"), ("isi", "izi")],
        b'l' => &[("ll", "l"), ("logue", "log"), ("luminium", "luminum")],
        b'n' => &[("neurone", "neuron")],
        b'o' => &[
            ("oea", "ea"),
            ("oed", "ed"),
            ("oegr", "ogr"),
            ("oel", "el"),
            ("oes", "es"),
            ("oet", "et"),
            ("oeuvre", "euver"),
            ("our", "or"),
        ],
        b'p' => &[("ph", "f")],
        b'y' => &[("yse", "yze")],
        _ => return None,
    };
    let pair = pairs.iter().find(|(british, _)| rest.starts_with(british.as_bytes()))?;
    Some((pair.0.len(), pair.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spellings_of_a_word_are_equal() {
        for (one, other) in [
            ("haemodialysis", "hemodialysis"),
            ("hypoglycaemia", "hypoglycemia"),
            ("uraemic", "uremic"),
            ("anaesthetic", "anesthetic"),
            ("aetiology", "etiology"),
            ("paediatric", "pediatric"),
            ("caesium", "cesium"),
            ("caecum", "cecum"),
            ("naevus", "nevus"),
            ("osteopaenia", "osteopenia"),
            ("oedema", "edema"),
            ("oestrogen", "estrogen"),
            ("coeliac", "celiac"),
            ("foetal", "fetal"),
            ("diarrhoea", "diarrhea"),
            ("apnoea", "apnea"),
            ("manoeuvre", "maneuver"),
            ("tumour", "tumor"),
            ("behaviour", "behavior"),
            ("goitre", "goiter"),
            ("fibre", "fiber"),
            ("centre", "center"),
            ("generalised", "generalized"),
            ("localisation", "localization"),
            ("paralysed", "paralyzed"),
            ("programme", "program"),
            ("catalogue", "catalog"),
            ("sulphonamide", "sulfonamide"),
            ("leucoencephalopathy", "leukoencephalopathy"),
            ("labelled", "labeled"),
            ("tranquilliser", "tranquilizer"),
            ("aluminium", "aluminum"),
            ("grey", "gray"),
            ("disk", "disc"),
            ("neurone", "neuron"),
            ("cyclosporin", "ciclosporin"),
            ("acyclovir", "aciclovir"),
            ("sjoegren", "sjogren"),
            ("straeussler", "straussler"),
        ] {
            assert_eq!(common(one), common(other), "{one}");
        }
        assert_eq!(spelling("hiccup"), None);
    }
}
