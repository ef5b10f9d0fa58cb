//! Resolves what pictures are drawn from, and puts each number into words.
//!
//! One row is what one source says. Rules that need no other entry are in `check`.

use super::keys::{Claim, Link, Resolver};
use super::recorded::Recorded;
use crate::pipeline::read::schema::*;
use crate::pipeline::vocabulary::*;

/// A length or a rate.
#[derive(Debug)]
pub struct Timing {
    pub measured: Measured,
    pub low: Option<f32>,
    pub high: Option<f32>,
    pub measure: Option<Measure>,
    pub words: String,
    pub claims: Vec<Claim>,
}

/// A share of people.
#[derive(Debug)]
pub struct Share {
    pub counted: Option<(u16, u16)>,
    pub low: Option<f32>,
    pub high: f32,
    pub words: String,
    pub denominator: Denominator,
    pub claims: Vec<Claim>,
}

/// What a treatment does.
#[derive(Debug)]
pub struct Effect {
    pub on: Link,
    pub kind: EffectKind,
    pub evidence: EffectEvidence,
    pub medicines: Vec<String>,
    pub note: Option<String>,
    pub claims: Vec<Claim>,
}

/// How soon.
#[derive(Debug)]
pub struct Due {
    pub by: HowSoon,
    pub when: Option<String>,
    pub basis: Basis,
}

impl Resolver<'_, '_> {
    /// Lengths and rates.
    pub fn timings(&mut self, raw: &[RawTiming]) -> Recorded<Timing> {
        let rows = raw.iter().filter_map(|raw| {
            let measured =
                self.word("timings.measured", &raw.measured, Measured::ALL, Measured::key)?;
            let measure = raw
                .measure
                .as_deref()
                .and_then(|key| self.word("timings.measure", key, Measure::ALL, Measure::key));
            Some(Timing {
                measured,
                low: raw.low,
                high: raw.high,
                measure,
                words: timing_in_words(measured, measure, raw),
                claims: self.own_claims("timings.claims", &raw.claims),
            })
        });
        with_claims(rows.collect(), |row| &row.claims)
    }

    /// Shares of people with jerks.
    pub fn shares(&mut self, raw: &[RawShare]) -> Recorded<Share> {
        let rows = raw.iter().filter_map(|raw| {
            let denominator = self.word(
                "shares.denominator",
                &raw.denominator,
                Denominator::ALL,
                Denominator::key,
            )?;
            let counted = raw.found.zip(raw.of);
            let share = counted.map(|(found, of)| f32::from(found) * 100.0 / f32::from(of));
            let exact = share.or(raw.percent);
            let Some(high) = exact.or(raw.percent_high) else {
                let remedy = "give found and of, percent, or percent_high";
                self.fault("shares", &raw.group, remedy);
                return None;
            };
            Some(Share {
                counted,
                low: exact.or(raw.percent_low),
                high,
                words: share_in_words(raw),
                denominator,
                claims: self.own_claims("shares.claims", &raw.claims),
            })
        });
        with_claims(rows.collect(), |row| &row.claims)
    }

    /// What a treatment does.
    pub fn effects(&mut self, raw: &[RawEffect]) -> Recorded<Effect> {
        let rows = raw.iter().filter_map(|raw| {
            let on = self.keys.link(&raw.on);
            if on.is_none() || !(raw.on.starts_with("type:") || raw.on.starts_with("cause:")) {
                self.fault("effects.on", &raw.on, "write type:id or cause:id of an entry");
            }
            let kind = self.word("effects.effect", &raw.effect, EffectKind::ALL, EffectKind::key);
            let evidence = self.word(
                "effects.evidence",
                &raw.evidence,
                EffectEvidence::ALL,
                EffectEvidence::key,
            );
            Some(Effect {
                on: on?,
                kind: kind?,
                evidence: evidence?,
                medicines: raw.medicines.clone(),
                note: raw.note.clone(),
                claims: self.own_claims("effects.claims", &raw.claims),
            })
        });
        with_claims(rows.collect(), |row| &row.claims)
    }

    /// How soon, in the usual case and in others.
    pub fn due(&mut self, raw: &[RawDue]) -> Vec<Due> {
        let rows = raw.iter().filter_map(|raw| {
            let by = self.word("due.by", &raw.by, HowSoon::ALL, HowSoon::key)?;
            let bases = [Basis::Source, Basis::Editorial];
            let basis = match raw.basis.as_deref() {
                Some(key) => self.word("due.basis", key, &bases, Basis::key)?,
                None => Basis::Editorial,
            };
            Some(Due { by, when: raw.when.clone(), basis })
        });
        rows.collect()
    }

    /// The parts of the body, with their claims.
    pub fn parts(&mut self, raw: &Option<RawRecorded<String>>) -> Recorded<BodyPart> {
        self.recorded("parts", raw, |this, word: &String| {
            this.word("parts.values", word, BodyPart::ALL, BodyPart::key)
        })
    }

    /// The claims of one row, which has at least one.
    fn own_claims(&mut self, field: &str, raw: &[RawClaim]) -> Vec<Claim> {
        if raw.is_empty() {
            self.fault(field, "", "name at least one source of data/sources/ for this");
        }
        self.claims(field, raw)
    }
}

/// Rows, and the claims of all of them, each once.
fn with_claims<T>(values: Vec<T>, of: impl Fn(&T) -> &Vec<Claim>) -> Recorded<T> {
    let mut claims: Vec<Claim> = Vec::new();
    for claim in values.iter().flat_map(of) {
        if !claims.contains(claim) {
            claims.push(claim.clone());
        }
    }
    Recorded { values, claims }
}

fn timing_in_words(measured: Measured, measure: Option<Measure>, raw: &RawTiming) -> String {
    let unit = if measured == Measured::Rate { "per second" } else { "ms" };
    let range = match (raw.low, raw.high) {
        (Some(low), Some(high)) if low == high => format!("{low} {unit}"),
        (Some(low), Some(high)) => format!("{low}–{high} {unit}"),
        (Some(low), None) => format!("over {low} {unit}"),
        (None, Some(high)) if measure == Some(Measure::Definition) => {
            format!("{high} {unit} or less")
        }
        (None, Some(high)) => format!("under {high} {unit}"),
        (None, None) => String::new(),
    };
    let meant = measure.map(|measure| measure.label().to_owned());
    let converted = raw.converted.then(|| "converted by us".to_owned());
    let remarks: Vec<String> = raw.of.clone().into_iter().chain(meant).chain(converted).collect();
    match remarks.is_empty() {
        true => range,
        false => format!("{range} ({})", remarks.join("; ")),
    }
}

fn share_in_words(raw: &RawShare) -> String {
    let of = raw.of.map_or_else(String::new, |of| format!("{of} "));
    let about = if raw.approximate { "about " } else { "" };
    let share = match (raw.found, raw.percent, raw.percent_low, raw.percent_high) {
        (Some(found), ..) => format!("{found}"),
        (_, Some(percent), ..) => format!("{about}{percent}%"),
        (.., Some(low), Some(high)) => format!("{low}–{high}%"),
        (.., Some(low), None) => format!("over {low}%"),
        (.., high) => format!("up to {}%", high.unwrap_or_default()),
    };
    let sign = raw.sign.as_ref().map_or_else(String::new, |sign| format!(": {sign}"));
    format!("{share} of {of}{}{sign}", raw.group)
}
