//! A list that was pasted: what of it was understood, and what became of the other lines.

use crate::catalogue::{Catalogue, Link};
use crate::differential::{Age, Answer, Finding, Findings};
use crate::entry::is_medicine;
use crate::explorer::Recognised;
use crate::finding_list::{Names, Reading, Why, answer_of};
use crate::finding_search::{Found, Said};
use crate::ui::context::{explorer, finding_search};
use crate::ui::match_page::words;

/// How many meanings are offered for a line that was not understood.
const MOST: usize = 3;

/// What became of a list.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Report {
    pub(super) taken: usize,
    pub(super) lines: Vec<Line>,
}

/// A line that was not taken, or not as it stands.
#[derive(Clone, PartialEq)]
pub(super) struct Line {
    pub(super) number: usize,
    pub(super) text: String,
    pub(super) why: String,
    pub(super) perhaps: Vec<Found>,
    pub(super) answer: Answer,
}

/// Reads a list: findings by their names, then medicines with their amounts.
pub(super) fn read(list: &str) -> (Findings, Vec<Line>) {
    let catalogue = Catalogue::bundled();
    let Reading { mut findings, remarks } = Names::of(catalogue).read(list);
    let mut lines = Vec::new();
    for remark in remarks {
        let mut line = Line {
            number: remark.line,
            text: remark.text,
            why: words::remark(remark.why).to_owned(),
            perhaps: Vec::new(),
            answer: Answer::Present,
        };
        if remark.why == Why::Unknown {
            let text = line.text.clone();
            let (answer, rest) = answer_of(&text).unwrap_or((Answer::Unsure, ""));
            let mut medicines = explorer().medicines(rest);
            let known = medicines.drain(..).next().filter(|_| rest.len() < 200);
            let known = known.map(|it| it.what);
            let one = match &known {
                Some(Recognised::Found(links)) => links.iter().find_map(|link| match *link {
                    Link::Cause(id) if is_medicine(catalogue, catalogue.cause(id)) => Some(id),
                    _ => None,
                }),
                _ => None,
            };
            if let Some(id) = one {
                findings.set(Finding::Medicine(id), Some(answer));
                continue;
            }
            if take_line(&mut findings, &mut line, answer, rest) {
                lines.extend((!line.why.is_empty()).then_some(line));
                continue;
            }
            if known == Some(Recognised::NotHere) {
                "known, not in this collection; that says nothing about jerks"
                    .clone_into(&mut line.why);
                lines.push(line);
                continue;
            }
            let sought = finding_search().find(&line.text, MOST);
            if sought.note.is_some() {
                words::note(sought.note).clone_into(&mut line.why);
            }
            (line.perhaps, line.answer) = (sought.found, answer);
        }
        lines.push(line);
    }
    (findings, lines)
}

/// Takes a line that a sentence would be understood from as a whole. Says in the line why it was
/// not taken as it stands, or empties its remark. Whether it was taken.
fn take_line(findings: &mut Findings, line: &mut Line, answer: Answer, rest: &str) -> bool {
    let age = Age::from_words(rest).filter(|_| rest.contains(char::is_whitespace));
    if let Some(age) = age.filter(|_| answer == Answer::Present) {
        findings.age = findings.age.or(Some(age));
        line.why.clear();
        return true;
    }
    let Said { findings: said, left, classes } = finding_search().in_sentence(rest);
    let all = said.all();
    let is_plain = all.iter().all(|(finding, said)| {
        // “No” takes nothing from what the jerks are like, or from a whole class.
        let can_be_denied = !matches!(finding, Finding::Axis(..)) && classes.is_empty();
        answer == Answer::Present || *said == Answer::Present && can_be_denied
    });
    if all.is_empty() || !left.is_empty() || !is_plain {
        return false;
    }
    line.why = classes.first().copied().map(words::only_class).unwrap_or_default();
    for (finding, said) in all {
        let mut said = if answer == Answer::Present { said } else { answer };
        if findings.answer(finding).is_some_and(|before| before != said) {
            said = Answer::Unsure;
            words::remark(Why::Contradiction).clone_into(&mut line.why);
        }
        findings.set(finding, Some(said));
    }
    findings.age = findings.age.or(said.age);
    findings.sex = findings.sex.or(said.sex);
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(list: &str) -> (usize, Vec<usize>) {
        let (findings, lines) = read(list);
        (findings.all().len(), lines.iter().map(|line| line.number).collect())
    }

    #[test]
    fn a_list_understands_what_the_box_understands() {
        let list = "fits\njerks\nmute\nmuddled\nflap\nforgetful\nfast pulse\nslurred\n\
                    no hypoglycaemia";
        assert_eq!(count(list), (9, vec![]));
        assert_eq!(read("64 years").0.age, Some(Age::years(64)));
        assert_eq!(read("9 days old").0.age, Some(Age::Days(9)));
        assert_eq!(count("fits?\nno fits"), (1, vec![2]));
        assert_eq!(count("gibberish of a kind"), (0, vec![1]));
    }

    #[test]
    fn a_class_is_taken_for_its_medicine_and_that_is_said() {
        let (findings, lines) = read("haloperidol 5 mg");
        assert_eq!((findings.contexts().count(), lines.len()), (1, 1));
        assert!(lines[0].why.contains("class"), "{}", lines[0].why);
        assert_eq!(read("no haloperidol").0, Findings::default());
        assert_eq!(read("mother had fits").0, Findings::default());
    }
}
