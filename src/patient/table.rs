//! The findings and the ranking as one table of comma-separated values.

use super::words::{self, names};
use super::{Sheet, provenance};
use crate::catalogue::CauseId;
use crate::differential::Answer;
use crate::export::csv;

/// The heads of the columns.
const HEADS: [&str; 7] = ["row", "id", "name", "answer or place", "points", "band", "lane"];

/// The table: what was found, then every cause in order, then what this is not.
pub fn table(sheet: &Sheet<'_>, date: &str, version: &str) -> String {
    let mut rows: Vec<[String; 7]> = vec![HEADS.map(str::to_owned)];
    let mut add = |cells: [&str; 7]| rows.push(cells.map(str::to_owned));
    for wanted in [Answer::Present, Answer::Absent, Answer::Unsure] {
        for (kind, name, id) in names(sheet.catalogue, sheet.findings, wanted) {
            add([kind.key(), &id, name, words::answer(wanted), "", "", ""]);
        }
    }
    for (axis, values) in words::jerks(sheet.findings) {
        add(["jerks", "", axis, &values, "", "", ""]);
    }
    let ages = [("age at onset", sheet.findings.onset), ("age now", sheet.findings.age)];
    for (name, age) in ages.iter().filter_map(|(name, age)| Some((name, (*age)?))) {
        add(["age", "", name, &words::age(age), "", "", ""]);
    }
    if sheet.findings.ignores_ages {
        add(["remark", "", words::AGES_IGNORED, "", "", "", ""]);
    }
    if sheet.ranked.is_enough {
        for id in &sheet.ranked.order {
            let cause = sheet.catalogue.cause(*id);
            let place = sheet.ranked.place(*id).map(|it| it.to_string()).unwrap_or_default();
            let points = format!("{:.3}", sheet.ranked.score(*id).value());
            let (band, lanes) = (sheet.ranked.band(*id).label(), lanes(sheet, *id));
            add(["cause", cause.slug, cause.name, &place, &points, band, &lanes]);
        }
    } else {
        add(["remark", "", "not enough to rank", "", "", "", ""]);
    }
    add(["remark", "", &provenance(date, version), "", "", "", ""]);
    csv::write(rows)
}

/// The lanes above the list in which a cause is.
fn lanes(sheet: &Sheet<'_>, id: CauseId) -> String {
    let lanes = &sheet.ranked.lanes;
    let all = [
        ("do not miss", &lanes.do_not_miss),
        ("check first", &lanes.check_first),
        ("exposed", &lanes.exposed),
    ];
    let within = all.iter().filter(|(_, causes)| causes.contains(&id));
    within.map(|(name, _)| *name).collect::<Vec<_>>().join("; ")
}
