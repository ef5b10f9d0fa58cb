//! A list that was pasted: what of it was understood, and what became of the other lines.

use crate::catalogue::{Catalogue, Link};
use crate::differential::{Answer, Finding, Findings};
use crate::entry::is_medicine;
use crate::explorer::Recognised;
use crate::finding_list::{self, Why};
use crate::finding_search::Found;
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
    pub(super) why: &'static str,
    pub(super) perhaps: Vec<Found>,
    pub(super) answer: Answer,
}

/// Reads a list: findings by their names, then medicines with their amounts.
pub(super) fn read(list: &str) -> (Findings, Vec<Line>) {
    let catalogue = Catalogue::bundled();
    let finding_list::Reading { mut findings, remarks } = finding_list::read(catalogue, list);
    let mut lines = Vec::new();
    for remark in remarks {
        let mut line = Line {
            number: remark.line,
            text: remark.text,
            why: words::remark(remark.why),
            perhaps: Vec::new(),
            answer: Answer::Present,
        };
        if remark.why == Why::Unknown {
            let (answer, rest) =
                finding_list::answer_of(&line.text).unwrap_or((Answer::Unsure, ""));
            let mut medicines = explorer().medicines(rest);
            let known = medicines.drain(..).next().filter(|_| rest.len() < 200);
            match known.map(|it| it.what) {
                Some(Recognised::Found(links)) => {
                    let one = links.into_iter().find_map(|link| match link {
                        Link::Cause(id) if is_medicine(catalogue, catalogue.cause(id)) => Some(id),
                        _ => None,
                    });
                    if let Some(id) = one {
                        findings.set(Finding::Medicine(id), Some(answer));
                        continue;
                    }
                }
                Some(Recognised::NotHere) => {
                    line.why = "known, not in this collection; that says nothing about jerks";
                    lines.push(line);
                    continue;
                }
                _ => {}
            }
            let sought = finding_search().find(&line.text, MOST);
            (line.perhaps, line.answer) = (sought.found, answer);
        }
        lines.push(line);
    }
    (findings, lines)
}
