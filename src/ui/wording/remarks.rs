//! What a typed text was taken for, in sentences.
//!
//! One sentence for each kind of remark, however many there are. Knows no component.

use crate::explorer::Remark;
use crate::ui::wording::quoted::quoted;

/// What was asked and is not in this collection; `None` if everything is.
pub(crate) fn not_here(remarks: &[Remark]) -> Option<String> {
    let names = remarks.iter().filter_map(|remark| match remark {
        Remark::NotHere(name) => Some(name.clone()),
        _ => None,
    });
    let names: Vec<String> = names.collect();
    let (are, they) = if names.len() == 1 { ("is", "it") } else { ("are", "they") };
    (!names.is_empty()).then(|| {
        format!(
            "{} {are} not in this collection. That says nothing about whether {they} can cause \
             jerks.",
            quoted(&names)
        )
    })
}

/// The other remarks on a search as sentences, what matters most first.
pub(crate) fn on_reading(remarks: &[Remark]) -> Vec<String> {
    let (mut numbers, mut amounts) = (Vec::new(), Vec::new());
    let (mut left_out, mut operators, mut either) = (Vec::new(), Vec::new(), Vec::new());
    let (mut corrected, mut taken) = (Vec::new(), Vec::new());
    for remark in remarks {
        match remark {
            // Said apart.
            Remark::NotHere(_) => {}
            Remark::NumberNotHere(number) => numbers.push(number.clone()),
            Remark::Amount(amount) => amounts.push(amount.clone()),
            Remark::LeftOut(words) | Remark::Excluded(words) => left_out.push(words.clone()),
            Remark::Operator(word) => operators.push(word.clone()),
            Remark::AnyIsEnough(word) if either.contains(word) => {}
            Remark::AnyIsEnough(word) => either.push(word.clone()),
            Remark::Misspelt(typed, meant) => corrected.push((typed, *meant)),
            Remark::Age(typed, meaning) | Remark::TakenFor(typed, meaning) => {
                taken.push((typed, *meaning));
            }
        }
    }
    let read_as = |pairs: &[(&String, &str)]| -> String {
        let pairs = pairs.iter().map(|(typed, meaning)| {
            let typed = quoted(std::slice::from_ref(*typed));
            format!("{typed} as “{meaning}”")
        });
        pairs.collect::<Vec<_>>().join(", ")
    };
    let mut said = Vec::new();
    if !numbers.is_empty() {
        said.push(format!("No entry has the number {}.", quoted(&numbers)));
    }
    if !corrected.is_empty() {
        said.push(format!("Read {}.", read_as(&corrected)));
    }
    if !taken.is_empty() {
        said.push(format!("Understood {}.", read_as(&taken)));
    }
    if !amounts.is_empty() {
        said.push(format!("Amounts are not searched: {}.", quoted(&amounts)));
    }
    if !left_out.is_empty() {
        said.push(format!(
            "Left out: {}. The search cannot exclude entries, so they may still be in the list.",
            quoted(&left_out)
        ));
    }
    if !either.is_empty() {
        said.push(format!("Because of {}, one of the words is enough.", quoted(&either)));
    }
    if !operators.is_empty() {
        said.push(format!("{} has no meaning here and is ignored.", quoted(&operators)));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::context::explorer;
    use crate::view::ViewState;

    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        let results = explorer().explore(&ViewState::default().asking(query.to_owned()));
        let not_here = not_here(&results.remarks).into_iter();
        let said: Vec<String> = not_here.chain(on_reading(&results.remarks)).collect();
        assert_eq!(said, expected, "{query}");
    }

    #[test]
    fn a_search_says_how_it_was_read() {
        check("hiccup", &[]);
        check(
            "cefixime",
            &["“cefixime” is not in this collection. That says nothing about whether it can \
                 cause jerks."],
        );
        check("ORPHA:1", &["No entry has the number “ORPHA:1”."]);
        check("cefipime", &["Read “cefipime” as “cefepime”."]);
        check("gabapentin 300 mg", &["Amounts are not searched: “300 mg”."]);
        check(
            "startle NOT drug",
            &["Left out: “NOT drug”. The search cannot exclude entries, so they may still be in \
               the list."],
        );
        check("startle OR hiccup", &["Because of “OR”, one of the words is enough."]);
        check("startle AND drug", &["“AND” has no meaning here and is ignored."]);
        check(
            "citrullinaemia type I",
            &["“citrullinaemia type 1” is not in this collection. That says nothing about \
                 whether it can cause jerks."],
        );
        check("hiccup 72 year old", &["Understood “72 year old” as “older adult”."]);
    }
}
