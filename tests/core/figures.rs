//! What pictures are drawn from: every number has words that say the same, and sources.

use myoclonus_explorer::catalogue::{
    Catalogue, Cause, EffectKind, HowSoon, Kind, Link, Measured, Topic,
};
use myoclonus_explorer::entry::{Body, References, fields, figures};

use crate::data::entries;

fn causes() -> impl Iterator<Item = &'static Cause> {
    let catalogue = Catalogue::bundled();
    catalogue.cause_ids().map(|id| catalogue.cause(id))
}

fn of_kind(kind: Kind) -> impl Iterator<Item = &'static Topic> {
    Catalogue::bundled().topics(kind).map(|(_, topic)| topic)
}

#[test]
fn every_row_of_the_data_is_in_the_catalogue() {
    let rows = |name, field: &str| -> usize {
        entries(name).iter().filter_map(|it| it.table.get(field)?.as_array()).map(Vec::len).sum()
    };
    let causes_of = |field| rows("cause", field);
    let shares: usize = causes().map(|cause| cause.shares.values.len()).sum();
    assert_eq!(shares, causes_of("shares"));
    let timings: usize = causes().map(|cause| cause.timings.values.len()).sum();
    assert_eq!(timings, causes_of("timings"));
    let of_types: usize = of_kind(Kind::Type).map(|topic| topic.timings.values.len()).sum();
    assert_eq!(of_types, rows("type", "timings"));
    let effects: usize = of_kind(Kind::Treatment).map(|topic| topic.effects.values.len()).sum();
    assert_eq!(effects, rows("treatment", "effects"));
    assert!(shares > 0 && timings > 0 && of_types > 0 && effects > 0);
}

#[test]
fn every_number_is_said_in_words() {
    let timings = causes().flat_map(|cause| cause.timings.values);
    for timing in timings.chain(of_kind(Kind::Type).flat_map(|topic| topic.timings.values)) {
        let unit = if timing.measured == Measured::Rate { "per second" } else { "ms" };
        assert!(timing.words.contains(unit), "{timing:?}");
        for number in [timing.low, timing.high].into_iter().flatten() {
            assert!(timing.words.contains(&number.to_string()), "{timing:?}");
        }
        assert!(!timing.claims.is_empty(), "{timing:?}");
    }
    for share in causes().flat_map(|cause| cause.shares.values) {
        let number = match (share.counted, share.low) {
            (Some((found, of)), _) => format!("{found} of {of} "),
            (None, Some(low)) => low.to_string(),
            (None, None) => format!("up to {}%", share.high),
        };
        assert!(share.words.contains(&number), "{share:?}");
        assert!(share.low.is_none_or(|low| low <= share.high), "{share:?}");
        assert!(share.high <= 100.0 && !share.claims.is_empty(), "{share:?}");
    }
}

#[test]
fn a_source_of_a_figure_has_a_number_on_its_entry() {
    let catalogue = Catalogue::bundled();
    for cause in causes() {
        let references = References::of(catalogue, cause);
        let rows = cause.shares.values.iter().flat_map(|share| share.claims);
        for claim in rows.chain(cause.timings.values.iter().flat_map(|timing| timing.claims)) {
            assert!(references.number(claim.source).is_some(), "{}", cause.slug);
        }
    }
    for (_, topic) in catalogue.all_topics() {
        let references = References::of_topic(topic);
        let effects = topic.effects.values.iter().flat_map(|effect| effect.claims);
        for claim in effects.chain(topic.timings.values.iter().flat_map(|timing| timing.claims)) {
            assert!(references.number(claim.source).is_some(), "{}", topic.slug);
        }
    }
}

#[test]
fn the_walk_over_fields_reaches_every_figure() {
    let catalogue = Catalogue::bundled();
    for cause in causes() {
        let bodies: Vec<Body> = fields(catalogue, cause).iter().map(|field| field.body).collect();
        for body in [
            Body::Parts(cause.parts.values),
            Body::Timings(cause.timings.values),
            Body::Shares(cause.shares.values),
        ] {
            assert!(bodies.contains(&body), "{}: {body:?}", cause.slug);
        }
    }
    let clonazepam = of_kind(Kind::Treatment).find(|topic| topic.slug == "clonazepam");
    let effects = figures(clonazepam.expect("a treatment")).map(|field| field.body);
    assert!(matches!(effects[3], Body::Effects(rows) if !rows.is_empty()));
}

#[test]
fn every_red_flag_and_every_test_says_how_soon() {
    for flag in of_kind(Kind::RedFlag) {
        assert!(!flag.due.is_empty() && !flag.themes.is_empty(), "{}", flag.slug);
        assert!(flag.short.is_some_and(|short| short.chars().count() <= 60), "{}", flag.slug);
        let speeds = [HowSoon::Now, HowSoon::SameDay, HowSoon::Soon];
        assert!(flag.due.iter().all(|due| speeds.contains(&due.by)), "{}", flag.slug);
    }
    assert!(of_kind(Kind::Test).all(|test| !test.due.is_empty()));
}

#[test]
fn effects_name_types_and_causes() {
    let catalogue = Catalogue::bundled();
    for effect in of_kind(Kind::Treatment).flat_map(|topic| topic.effects.values) {
        let fits = match effect.on {
            Link::Cause(_) => true,
            Link::Topic(id) => catalogue.topic(id).kind == Kind::Type,
            Link::Category(_) => false,
        };
        assert!(fits && !effect.claims.is_empty(), "{effect:?}");
    }
}

#[test]
fn what_worsens_a_disease_and_what_a_treatment_worsens_agree() {
    // Valproate in disease of the gene POLG: said by the disease and by the treatment.
    let catalogue = Catalogue::bundled();
    let valproate = of_kind(Kind::Treatment).find(|topic| topic.slug == "valproate");
    let effects = valproate.expect("a treatment").effects.values;
    for effect in effects.iter().filter(|effect| effect.kind == EffectKind::Helps) {
        let Link::Cause(id) = effect.on else { continue };
        let worse = catalogue.cause(id).worsened_by.iter().flat_map(|it| it.medicines);
        let named = worse.map(|phrase| phrase.words).find(|words| *words == "valproate");
        assert_eq!(named, None, "{}", catalogue.cause(id).name);
    }
}
