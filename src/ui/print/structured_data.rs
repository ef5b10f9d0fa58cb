//! The subject of a static page in terms of schema.org, for search engines.
//!
//! Says only what the records say. A cause with a registry number is a condition. A medicine named
//! by one word is a drug. Anything else is what it is listed as: a cause.

use serde_json::{Value, json};

use super::Shown;
use crate::catalogue::{Catalogue, Cause, Link, Topic};
use crate::entry::{is_medicine, treats_as_medicine};
use crate::ui::wording::title;

/// The description of an entry as JSON-LD, safe inside a script element. `None` for lists and for
/// entries for which schema.org has no type.
pub(super) fn structured_data(shown: Shown, address: Option<&str>) -> Option<String> {
    let catalogue = Catalogue::bundled();
    let about = match shown {
        Shown::Entry(Link::Cause(id)) => {
            let thing = of_cause(catalogue.cause(id));
            json!([{ "@type": "MedicalSignOrSymptom", "name": "Myoclonus" }, thing])
        }
        Shown::Entry(Link::Topic(id)) => of_topic(catalogue.topic(id))?,
        Shown::List(_) | Shown::Entry(Link::Category(_)) => return None,
    };
    let mut page = json!({
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": title(&super::view_of(shown)),
        "inLanguage": "en",
        "isAccessibleForFree": true,
        "dateModified": catalogue.date,
        "about": about,
    });
    if let Some(address) = address {
        page["url"] = json!(address);
    }
    // No text may end the script element early.
    Some(page.to_string().replace('<', "\\u003c"))
}

/// A cause as a thing of schema.org.
fn of_cause(cause: &Cause) -> Value {
    let names: Vec<_> = cause.names().skip(1).collect();
    let codes: Vec<_> = cause
        .same_as
        .iter()
        .filter_map(|number| number.split_once(':'))
        .map(|(registry, digits)| {
            let system = if registry == "ORPHA" { "Orphanet" } else { registry };
            json!({ "@type": "MedicalCode", "codingSystem": system, "codeValue": digits })
        })
        .collect();
    let mut thing = json!({ "name": cause.name });
    thing["@type"] = json!(if !codes.is_empty() {
        "MedicalCondition"
    } else if is_medicine(Catalogue::bundled(), cause) {
        "Drug"
    } else {
        "MedicalCause"
    });
    if !names.is_empty() {
        thing["alternateName"] = json!(names);
    }
    if !codes.is_empty() {
        thing["code"] = json!(codes);
    }
    thing
}

/// A topic as a thing of schema.org. `None` if schema.org has no type for it.
fn of_topic(topic: &Topic) -> Option<Value> {
    let is_medicine = treats_as_medicine(Catalogue::bundled(), topic);
    let kind = if is_medicine { "Drug" } else { topic.kind.definition().schema_type? };
    let names: Vec<_> = topic.synonyms.iter().chain(topic.lay_names).collect();
    let mut thing = json!({ "@type": kind, "name": topic.name });
    if !names.is_empty() {
        thing["alternateName"] = json!(names);
    }
    Some(thing)
}
