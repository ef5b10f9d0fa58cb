//! The same scores, computed anew from the files of `data/` by a plain implementation that shares
//! no line with the program: whole tables, numbers as texts write them, no packing, no rounding.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use serde_json::Value as Json;
use toml::{Table, Value};

use super::{DIFFERENTIAL, all_cases, cases, place};

static ORACLE: LazyLock<Oracle> = LazyLock::new(Oracle::new);

/// What exposures, commonness and axes weigh.
const SCALE: f64 = 2.5;

/// The share of acquired causes by which usual findings lose.
const ACQUIRED: f64 = 0.3;

/// Everything that the formula needs.
struct Oracle {
    term: BTreeMap<String, Term>,
    old: BTreeMap<String, String>,
    context: BTreeMap<String, Table>,
    candidates: Vec<Candidate>,
}

#[derive(Default)]
struct Term {
    /// Itself and all wider features of patients.
    above: BTreeSet<String>,
    information: f64,
    background: f64,
    /// How often each candidate has it or something narrower.
    closure: Vec<f64>,
    /// The information of the best match in each candidate.
    best: Vec<f64>,
}

#[derive(Default)]
struct Candidate {
    id: String,
    numbers: BTreeSet<String>,
    found: BTreeMap<String, f64>,
    curated: Option<Table>,
    category: String,
    inherited: bool,
    ages: BTreeSet<usize>,
    needed: Vec<String>,
    usual: Vec<String>,
    defining: Vec<String>,
    expected: f64,
}

const AGES: [&str; 7] =
    ["neonate", "infant", "child", "adolescent", "young adult", "adult", "older adult"];
const FIRST_YEARS: [f64; 6] = [28.0 / 365.0, 1.0, 12.0, 18.0, 30.0, 60.0];
const ONSETS: [(&str, usize); 19] = [
    ("HP:0030674", 0),
    ("HP:0011460", 0),
    ("HP:0011461", 0),
    ("HP:0034199", 0),
    ("HP:0034198", 0),
    ("HP:0034197", 0),
    ("HP:0003577", 0),
    ("HP:0003623", 0),
    ("HP:0003593", 1),
    ("HP:0410280", 2),
    ("HP:0011463", 2),
    ("HP:0003621", 3),
    ("HP:0011462", 4),
    ("HP:0025708", 4),
    ("HP:0025709", 4),
    ("HP:0025710", 4),
    ("HP:0003581", 5),
    ("HP:0003596", 5),
    ("HP:0003584", 6),
];
const AXIS_TERMS: [(&str, &str, &str); 5] = [
    ("provocation", "action", "HP:0034360"),
    ("provocation", "sleep", "HP:0012323"),
    ("generator", "cortical", "HP:0040148"),
    ("generator", "spinal", "HP:0010531"),
    ("contraction", "negative", "HP:0012164"),
];
const AXES: [&str; 5] = ["distribution", "generator", "provocation", "contraction", "course"];
const STATES: [&str; 6] = [
    "drug-serotonin-syndrome",
    "drug-tardive-myoclonus",
    "drug-opioid-withdrawal",
    "drug-alcohol-withdrawal",
    "drug-baclofen-withdrawal",
    "drug-cart",
];

fn file(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn rows(name: &str) -> Vec<Vec<String>> {
    let text = file(name);
    text.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

/// The entries under one key of a TOML file.
fn entries(name: &str, key: &str) -> Vec<Table> {
    let mut table: Table = file(name).parse().expect("the file is TOML");
    let Some(Value::Array(list)) = table.remove(key) else { return Vec::new() };
    list.into_iter().map(|it| it.try_into().expect("an entry is a table")).collect()
}

/// The parts of a cell.
fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(',').filter(|part| !part.is_empty())
}

/// A frequency: `None` if it is not said, and otherwise how many of how many.
fn frequency(text: &str) -> Option<(f64, f64)> {
    if text.is_empty() {
        return None;
    }
    let mut sum = (0.0, 0.0);
    for part in text.split('+') {
        let class = |share: f64| (share * 8.0, 8.0);
        let (n, m) = match part {
            "absent" => (0.0, 8.0),
            "obligate" => class(1.0),
            "very frequent" => class(0.895),
            "frequent" => class(0.545),
            "occasional" => class(0.17),
            "very rare" => class(0.025),
            _ => match part.split_once('/') {
                Some((n, m)) => (n.parse().expect("a number"), m.parse().expect("a number")),
                None => {
                    let percent: f64 = part.trim_end_matches('%').parse().expect("a percentage");
                    class(percent / 100.0)
                }
            },
        };
        sum = (sum.0 + n, sum.1 + m);
    }
    Some(sum)
}

/// The share of patients, drawn towards one half; 0 if it was never found.
fn share(frequency: Option<(f64, f64)>) -> f64 {
    match frequency {
        None => 0.5,
        Some((0.0, _)) => 0.0,
        Some((n, m)) => (n + 0.5) / (m + 1.0),
    }
}

fn texts(value: Option<&Value>) -> Vec<String> {
    let list = value.and_then(Value::as_array).cloned().unwrap_or_default();
    list.iter().filter_map(|it| Some(it.as_str()?.to_owned())).collect()
}

/// The values of a recorded field.
fn values(entry: &Table, field: &str) -> Vec<String> {
    texts(entry.get(field).and_then(|field| field.get("values")))
}

impl Oracle {
    fn new() -> Self {
        let receipt: Table = file("hpo/receipt.toml").parse().expect("the file is TOML");
        let all = receipt["annotated_diseases"].as_integer().expect("a number") as f64;
        let mut parents: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let (mut term, mut old) = (BTreeMap::<String, Term>::new(), BTreeMap::new());
        for row in rows("hpo/terms.tsv") {
            parents.insert(row[0].clone(), list(&row[2]).map(str::to_owned).collect());
            old.extend(list(&row[5]).map(|id| (id.to_owned(), row[0].clone())));
            let information = row[6].parse().unwrap_or(-(0.5 / all).ln());
            let background = row[7].parse().unwrap_or(0.0_f64).max(0.5 / all);
            term.insert(row[0].clone(), Term { information, background, ..Term::default() });
        }
        let is_feature = |id: &String| above(&parents, id).contains("HP:0000118");
        let features: BTreeSet<String> =
            parents.keys().filter(|it| is_feature(it)).cloned().collect();
        for (id, term) in &mut term {
            term.above = above(&parents, id).intersection(&features).cloned().collect();
        }
        let context: BTreeMap<String, Table> = entries("shared/context.toml", "context")
            .into_iter()
            .map(|it| (it["id"].as_str().expect("an id").to_owned(), it))
            .collect();
        let mut oracle = Self { term, old, context, candidates: Vec::new() };
        let drawn = oracle.read_candidates();
        oracle.tabulate();
        for (id, count) in &drawn {
            let best = oracle.term[id].best.clone();
            let total: f64 = drawn.values().sum();
            for (candidate, best) in oracle.candidates.iter_mut().zip(best) {
                candidate.expected += count / total * best;
            }
        }
        oracle
    }

    fn is_feature(&self, id: &str) -> bool {
        self.term.get(id).is_some_and(|term| !term.above.is_empty())
    }

    /// The contexts that a term tells.
    fn tells(&self, id: &str) -> BTreeSet<String> {
        let above = &self.term[id].above;
        let told = |it: &Table| texts(it.get("told_by")).iter().any(|by| above.contains(by));
        self.context.iter().filter(|(_, it)| told(it)).map(|(id, _)| id.clone()).collect()
    }

    fn kind(&self, context: &str) -> &str {
        self.context[context]["kind"].as_str().expect("a kind")
    }

    /// Reads all candidates. Returns how many diseases are annotated with each term.
    fn read_candidates(&mut self) -> BTreeMap<String, f64> {
        let mut annotated: BTreeMap<String, BTreeMap<String, f64>> = BTreeMap::new();
        for row in rows("hpo/annotations.tsv") {
            let share = share(frequency(&row[2]));
            if share > 0.0 && self.is_feature(&row[1]) {
                annotated.entry(row[0].clone()).or_default().insert(row[1].clone(), share);
            }
        }
        let mut drawn: BTreeMap<String, f64> = BTreeMap::new();
        for row in rows("hpo/diseases.tsv") {
            let numbers: BTreeSet<String> = list(&row[0]).map(str::to_owned).collect();
            let first = list(&row[0]).next().expect("a number").to_owned();
            let found =
                numbers.iter().find_map(|it| annotated.get(it)).cloned().unwrap_or_default();
            found.keys().for_each(|id| *drawn.entry(id.clone()).or_default() += 1.0);
            let onset = |it: &str| {
                let (id, often) = it.split_once('=').unwrap_or((it, ""));
                let known = ONSETS.iter().find(|(onset, _)| *onset == id)?;
                (share(frequency(often)) > 0.0).then_some(known.1)
            };
            self.candidates.push(Candidate {
                id: first.to_lowercase().replace(':', "-"),
                numbers,
                found,
                inherited: list(&row[5]).any(|way| way != "HP:0003745"),
                ages: list(&row[6]).filter_map(onset).collect(),
                ..Candidate::default()
            });
        }
        let feature: BTreeMap<String, String> = entries("shared/features.toml", "feature")
            .into_iter()
            .map(|it| [&it["label"], &it["hpo"]].map(|it| it.as_str().expect("a text").to_owned()))
            .map(|[label, hpo]| (label, hpo))
            .collect();
        for category in entries("order/categories.toml", "category") {
            let category = category["id"].as_str().expect("an id");
            for entry in entries(&format!("causes/{category}.toml"), "cause") {
                self.read_cause(category, entry, &feature);
            }
        }
        self.candidates.sort_by(|one, other| one.id.cmp(&other.id));
        drawn
    }

    fn read_cause(&mut self, category: &str, entry: Table, feature: &BTreeMap<String, String>) {
        let same_as = texts(entry.get("same_as"));
        // A curated cause may be several diseases of the import.
        let is_twin = |it: &Candidate| {
            it.curated.is_none() && same_as.iter().any(|number| it.numbers.contains(number))
        };
        let mut candidate = Candidate::default();
        while let Some(at) = self.candidates.iter().position(is_twin) {
            let twin = self.candidates.remove(at);
            candidate.numbers.extend(twin.numbers);
            candidate.inherited |= twin.inherited;
            candidate.ages.extend(twin.ages);
            for (id, often) in twin.found {
                let most = candidate.found.entry(id).or_default();
                *most = most.max(often);
            }
        }
        candidate.inherited |= !values(&entry, "genes").is_empty();
        if entry.get("is_group").and_then(Value::as_bool) == Some(true) {
            return;
        }
        let mut found: BTreeMap<String, f64> = BTreeMap::new();
        let mut obligate = Vec::new();
        let listed = entry.get("features").and_then(|it| it.get("values")).cloned();
        for each in listed.as_ref().and_then(Value::as_array).into_iter().flatten() {
            let id = &feature[each["feature"].as_str().expect("a label")];
            let often = each.get("frequency").and_then(Value::as_str).unwrap_or("");
            found.insert(id.clone(), share(frequency(often)));
            if often == "obligate" {
                obligate.push(id.clone());
            }
        }
        for (axis, value, id) in AXIS_TERMS {
            if values(&entry, axis).iter().any(|it| it == value) {
                found.entry(id.to_owned()).or_insert(0.5);
            }
        }
        if values(&entry, "contraction") != ["negative"] {
            found.entry("HP:0001336".to_owned()).or_insert(0.5);
        }
        for (id, often) in found.into_iter().filter(|(id, _)| self.is_feature(id)) {
            let most = candidate.found.entry(id).or_default();
            *most = most.max(often);
        }
        let defined: BTreeSet<String> = obligate.iter().flat_map(|it| self.tells(it)).collect();
        for context in values(&entry, "context") {
            let is_class = self.context[&context]["checklist"].as_str() == Some("medicines");
            let makes = !is_class || ["drug", "toxin"].contains(&category);
            let needed = self.kind(&context) == "needed" && makes || defined.contains(&context);
            if needed { &mut candidate.needed } else { &mut candidate.usual }.push(context);
        }
        let jerks = ["HP:0001336", "HP:0012164"];
        candidate.defining =
            obligate.into_iter().filter(|id| !jerks.contains(&id.as_str())).collect();
        for age in values(&entry, "age_groups") {
            candidate.ages.extend(AGES.iter().position(|it| *it == age));
        }
        candidate.numbers.extend(same_as);
        entry["id"].as_str().expect("an id").clone_into(&mut candidate.id);
        category.clone_into(&mut candidate.category);
        candidate.curated = Some(entry);
        self.candidates.push(candidate);
    }

    /// Fills in how often each candidate has each term, and the best matches.
    fn tabulate(&mut self) {
        let size = self.candidates.len();
        self.term.values_mut().for_each(|term| term.closure = vec![0.0; size]);
        for (at, candidate) in self.candidates.iter().enumerate() {
            for (id, often) in &candidate.found {
                for wider in self.term[id].above.clone() {
                    let own = &mut self.term.get_mut(&wider).expect("a term").closure[at];
                    *own = own.max(*often);
                }
            }
        }
        let rich: Vec<usize> = (0..size).filter(|at| self.candidates[*at].is_rich()).collect();
        for term in self.term.values_mut() {
            let has = rich.iter().filter(|at| term.closure[**at] > 0.0).count() as f64;
            let sum: f64 = rich.iter().map(|at| term.closure[*at]).sum();
            let rich = rich.len() as f64;
            term.information = term.information.min(-(ACQUIRED * has / rich).max(1e-9).ln());
            term.background = term.background.max(ACQUIRED * sum / rich);
        }
        let ids: Vec<String> = self.term.keys().cloned().collect();
        for id in ids {
            let mut best = vec![0.0_f64; size];
            for wider in &self.term[&id].above {
                let term = &self.term[wider];
                for (best, often) in best.iter_mut().zip(&term.closure) {
                    if *often > 0.0 {
                        *best = best.max(term.information);
                    }
                }
            }
            self.term.get_mut(&id).expect("a term").best = best;
        }
    }

    /// What a finding adds to the score of a candidate.
    fn present(&self, id: &str, at: usize) -> f64 {
        let (term, candidate) = (&self.term[id], &self.candidates[at]);
        let ratio = (0.2 + 0.8 * term.closure[at] / term.background).ln();
        let sum = term.best[at] - candidate.expected + 0.5 * ratio;
        if sum < 0.0 && candidate.is_acquired() { 0.5 * sum } else { sum }
    }

    fn absent(&self, id: &str, at: usize) -> f64 {
        let term = &self.term[id];
        let often = term.closure[at];
        let sum = 0.1 * ((1.0 - 0.9 * often) / (1.0 - 0.9 * term.background)).ln();
        // Absence never speaks for a cause that has the finding.
        if often > 0.0 { sum.min(0.0) } else { sum }
    }

    fn weight(&self, context: &str, needed: bool, state: State) -> f64 {
        let p: f64 = if needed { 0.99 } else { 0.5 };
        let b = match self.context[context]["commonness"].as_str().expect("a commonness") {
            "common" => 0.1,
            "uncommon" => 0.02,
            _ => 0.004,
        };
        SCALE
            * match state {
                State::Told => p / b,
                State::NotTold => (1.0 - 0.9 * p) / (1.0 - 0.9 * b),
                State::Denied => (1.0 - p) / (1.0 - b),
            }
            .ln()
    }

    /// The terms of a case that are features, by their present ids.
    fn features(&self, case: &Json, field: &str) -> BTreeSet<String> {
        let ids = list_of(case, field).into_iter();
        let ids = ids.map(|id| {
            self.old.get(&id).filter(|_| !self.term.contains_key(&id)).cloned().unwrap_or(id)
        });
        ids.filter(|id| self.is_feature(id)).collect()
    }

    /// The scores of all candidates.
    fn scores(&self, case: &Json) -> Vec<f64> {
        let mut observed = self.features(case, "present");
        for (axis, value, id) in AXIS_TERMS {
            if list_of(&case["axes"], axis).iter().any(|it| it == value) {
                observed.insert(id.to_owned());
            }
        }
        let all = observed.clone();
        observed.retain(|id| !all.iter().any(|it| it != id && self.term[it].above.contains(id)));
        let mut absent = self.features(case, "absent");
        absent.retain(|id| !observed.iter().any(|it| self.term[it].above.contains(id)));
        let mut told: BTreeMap<String, Vec<String>> = BTreeMap::new();
        list_of(case, "contexts").into_iter().for_each(|it| _ = told.entry(it).or_default());
        let taken = list_of(case, "medicines");
        let mut named = BTreeSet::new();
        for medicine in &taken {
            let candidate = self.candidates.iter().find(|it| it.id == *medicine);
            let needed = candidate.map(|it| it.needed.clone()).unwrap_or_default();
            let is_class =
                |it: &&String| self.context[*it]["checklist"].as_str() == Some("medicines");
            let classes: Vec<String> = needed.iter().filter(is_class).cloned().collect();
            named.extend(if classes.is_empty() { needed } else { classes });
        }
        named.iter().for_each(|it| _ = told.entry(it.clone()).or_default());
        for id in &observed {
            for context in self.tells(id) {
                told.entry(context).or_default().push(id.clone());
            }
        }
        let mut denied: BTreeSet<String> = list_of(case, "denied").into_iter().collect();
        denied.retain(|it| !told.contains_key(it));
        let seen: BTreeSet<String> =
            observed.iter().flat_map(|id| self.term[id].above.clone()).collect();
        let illnesses = list_of(case, "contexts");
        let is_explained = |id: &&String| {
            let terms = illnesses.iter().flat_map(|it| texts(self.context[it].get("explains")));
            terms.into_iter().any(|wider| self.term[*id].above.contains(&wider))
        };
        let explained = observed.iter().filter(is_explained).cloned().collect();
        let patient = Patient { observed, explained, absent, told, taken, named, denied, seen };
        (0..self.candidates.len())
            .map(|at| {
                let found = patient.observed.iter().filter(|id| !patient.explained.contains(*id));
                let findings: f64 = found.map(|id| self.present(id, at)).sum();
                let absent: f64 = patient.absent.iter().map(|id| self.absent(id, at)).sum();
                let candidate = &self.candidates[at];
                let others = candidate.commonness() + candidate.age(case) + candidate.axes(case);
                findings + absent + others + self.exposures(&patient, at)
            })
            .collect()
    }

    fn exposures(&self, patient: &Patient, at: usize) -> f64 {
        let candidate = &self.candidates[at];
        let told = |it: &&String| patient.told.contains_key(*it);
        let mut hit: Vec<&String> = candidate.needed.iter().filter(told).collect();
        let is_medicine = candidate.category == "drug" && !STATES.contains(&candidate.id.as_str());
        if is_medicine
            && !patient.taken.contains(&candidate.id)
            && hit.iter().any(|it| patient.named.contains(*it))
        {
            hit.clear();
        }
        let mut sum: f64 = hit.iter().map(|it| self.weight(it, true, State::Told)).sum();
        if is_medicine && patient.taken.contains(&candidate.id) {
            sum += SCALE * 10_f64.ln();
        }
        if hit.is_empty() && !candidate.needed.is_empty() {
            let open = |it: &&String| !patient.denied.contains(*it);
            let open: Vec<&String> = candidate.needed.iter().filter(open).collect();
            let (among, state) = if open.is_empty() {
                (candidate.needed.iter().collect(), State::Denied)
            } else {
                (open, State::NotTold)
            };
            let weights = among.into_iter().map(|it| self.weight(it, true, state));
            sum += weights.fold(f64::NEG_INFINITY, f64::max);
        }
        for context in &candidate.usual {
            let state = if patient.told.contains_key(context) {
                State::Told
            } else if patient.denied.contains(context) {
                State::Denied
            } else {
                State::NotTold
            };
            sum += self.weight(context, false, state);
        }
        let counted = hit.into_iter().map(|it| (it, true));
        let usual = candidate.usual.iter().filter(told).map(|it| (it, false));
        for (context, needed) in counted.chain(usual) {
            let points = |id: &String| {
                if patient.explained.contains(id) { 0.0 } else { self.present(id, at) }
            };
            let findings: Vec<f64> = patient.told[context].iter().map(points).collect();
            if !findings.is_empty() {
                let own = self.weight(context, needed, State::Told);
                let most = findings.iter().copied().fold(own, f64::max);
                sum += most - own - findings.iter().sum::<f64>();
            }
        }
        for id in candidate.defining.iter().filter(|id| !patient.seen.contains(*id)) {
            if self.term[id].above.iter().any(|it| patient.absent.contains(it)) {
                sum += SCALE * 0.01_f64.ln();
            }
        }
        sum
    }

    /// The place of the best right cause of a case.
    fn place(&self, case: &Json) -> f64 {
        let scores = self.scores(case);
        let mut right = list_of(case, "accept");
        right.push(case["cause"].as_str().expect("a cause").to_owned());
        let is_right =
            |it: &Candidate| right.iter().any(|id| it.id == *id || it.numbers.contains(id));
        let (mut best, mut others) = (f64::NEG_INFINITY, Vec::new());
        for (candidate, score) in self.candidates.iter().zip(&scores) {
            if is_right(candidate) {
                best = best.max(*score);
            } else {
                others.push(*score);
            }
        }
        let above = others.iter().filter(|it| **it > best + 1e-9).count();
        let ties = others.iter().filter(|it| (**it - best).abs() <= 1e-9).count();
        1.0 + above as f64 + ties as f64 / 2.0
    }
}

struct Patient {
    observed: BTreeSet<String>,
    explained: BTreeSet<String>,
    absent: BTreeSet<String>,
    told: BTreeMap<String, Vec<String>>,
    taken: Vec<String>,
    named: BTreeSet<String>,
    denied: BTreeSet<String>,
    seen: BTreeSet<String>,
}

#[derive(Clone, Copy)]
enum State {
    Told,
    NotTold,
    Denied,
}

impl Candidate {
    fn is_acquired(&self) -> bool {
        self.curated.is_some() && !self.inherited
    }

    fn is_rich(&self) -> bool {
        let features = self.curated.as_ref().and_then(|it| it.get("features")?.get("values"));
        let listed = features.and_then(Value::as_array).map_or(0, Vec::len);
        self.is_acquired() && listed >= 3
    }

    fn commonness(&self) -> f64 {
        let category = self.category.as_str();
        let rare = ["genetic-metabolic", "epileptic", "essential"].contains(&category);
        if !self.is_acquired() || rare && !self.numbers.is_empty() {
            return 0.0;
        }
        let common = ["physiological", "metabolic-systemic", "hypoxia-ischaemia", "drug"];
        let steps = if common.contains(&category) { 2.0 } else { 1.0 };
        let weak = self.curated.as_ref().is_some_and(|it| it.contains_key("weakness"));
        SCALE * if weak { steps - 1.0 } else { steps }
    }

    fn age(&self, case: &Json) -> f64 {
        let onset = case["onset"].as_str();
        let Some(text) = onset.or(case["age"].as_str()) else { return 0.0 };
        let group = match ONSETS.iter().find(|(id, _)| *id == text) {
            Some((_, group)) => *group,
            None => FIRST_YEARS.iter().filter(|first| years(text) >= **first).count(),
        };
        let (Some(first), Some(last)) = (self.ages.first(), self.ages.last()) else { return 0.0 };
        let early = first.saturating_sub(group);
        let late = group.saturating_sub(*last);
        let late = if onset.is_none() && !self.is_acquired() { 0 } else { late };
        if early.max(late) >= 2 { -1.5 } else { 0.0 }
    }

    fn axes(&self, case: &Json) -> f64 {
        let Some(entry) = &self.curated else { return 0.0 };
        let fits = |axis: &&&str| {
            let patient = list_of(&case["axes"], axis);
            values(entry, axis).iter().any(|value| patient.contains(value))
        };
        SCALE * 0.7 * AXES.iter().filter(fits).count() as f64
    }
}

/// A term and everything wider.
fn above(parents: &BTreeMap<String, Vec<String>>, id: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::from([id.to_owned()]);
    for parent in &parents[id] {
        all.extend(above(parents, parent));
    }
    all
}

fn list_of(case: &Json, field: &str) -> Vec<String> {
    let list = case[field].as_array().cloned().unwrap_or_default();
    list.iter().filter_map(|it| Some(it.as_str()?.to_owned())).collect()
}

/// The years of a duration of ISO 8601.
fn years(text: &str) -> f64 {
    let mut sum = 0.0;
    let mut number = String::new();
    for letter in text.chars().skip(1).take_while(|letter| *letter != 'T') {
        let value: f64 = match letter {
            'Y' | 'M' | 'W' | 'D' => std::mem::take(&mut number).parse().expect("a number"),
            _ => {
                number.push(letter);
                continue;
            }
        };
        sum += value
            * BTreeMap::from([
                ('Y', 1.0),
                ('M', 1.0 / 12.0),
                ('W', 7.0 / 365.0),
                ('D', 1.0 / 365.0),
            ])[&letter];
    }
    sum
}

#[test]
fn ranks_equal_those_of_the_oracle() {
    let cases = all_cases();
    let differ: Vec<(String, f64, f64)> = cases
        .iter()
        .map(|(line, case)| {
            let json: Json = serde_json::from_str(line).expect("the line is JSON");
            (case.id.clone(), place(&DIFFERENTIAL, case), ORACLE.place(&json))
        })
        .filter(|(_, own, other)| (own - other).abs() > 1.0)
        .collect();
    assert!(differ.len() * 20 <= cases.len(), "{} of {}: {differ:?}", differ.len(), cases.len());
}

#[test]
fn scores_equal_those_of_the_oracle_to_a_few_hundredths() {
    let all = DIFFERENTIAL.candidates();
    assert_eq!(all.count(), ORACLE.candidates.len());
    for (line, case) in cases("vignettes.jsonl") {
        let json: Json = serde_json::from_str(&line).expect("the line is JSON");
        let ranked = DIFFERENTIAL.rank(&case.findings, &all);
        for (candidate, score) in ORACLE.candidates.iter().zip(ORACLE.scores(&json)) {
            let own = ranked.score(super::cause(&candidate.id)).value();
            // The background of a term is stored in eight bits.
            assert!((own - score).abs() < 0.03, "{}: {}: {own} {score}", case.id, candidate.id);
        }
    }
}
