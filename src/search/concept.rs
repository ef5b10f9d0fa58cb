//! What a phrase leads to in an index: entries and the labels of entries, each with its points.
//!
//! Knows the kinds of meanings. Does not know how a phrase was typed.

use crate::catalogue::{Catalogue, Link, Meaning, Strength};
use crate::search::boosts::{BOOSTS, Led};
use crate::search::index::{Index, Owner, SearchField, TextId};
use crate::search::reading::Heard;
use crate::text;

/// Where a phrase leads.
pub(crate) enum Lead {
    /// To an entry itself.
    Entry(Owner),
    /// To all entries with a label.
    Label(TextId),
}

/// Calls `visit` with everything that a phrase leads to in an index, and its points.
pub(crate) fn leads(index: &Index, heard: &Heard, mut visit: impl FnMut(Lead, u32)) {
    let catalogue = Catalogue::bundled();
    let saying = catalogue.language().saying(heard.saying);
    let strength = saying.strength;
    let led = |led, place| BOOSTS.loosely(BOOSTS.led(led, strength, place), heard.share);
    let mut entries = 0;
    for meaning in saying.means {
        let label = match *meaning {
            Meaning::Entry(Link::Category(id)) => {
                Some((SearchField::Category, catalogue.category(id).name))
            }
            Meaning::Entry(link) => {
                if let Some(entry) = index.position(link) {
                    visit(Lead::Entry(entry), led(Led::Entry, entries));
                    entries += 1;
                }
                None
            }
            Meaning::Part(part) => {
                let leads = part.leads.iter().filter_map(|lead| index.position(*lead));
                for (place, entry) in leads.enumerate() {
                    visit(Lead::Entry(entry), led(Led::Part, place));
                }
                None
            }
            Meaning::Context(id) => Some((SearchField::Context, catalogue.context(id).meaning)),
            Meaning::Feature(id) => Some((SearchField::Feature, catalogue.term(id).label)),
            Meaning::Axis(axis, value) => Some((SearchField::Axis, axis.value(value).short)),
        };
        if let Some((field, text)) = label
            && let Some(id) = index.label(field, text)
        {
            visit(Lead::Label(id), led(Led::Label(field), 0));
        }
    }
}

/// Whether a phrase counts in full. A hint does not, nor does a phrase that was typed only in part:
/// they give points to the entries that they lead to, and leave out no others.
pub(crate) fn is_said(heard: &Heard) -> bool {
    let saying = Catalogue::bundled().language().saying(heard.saying);
    heard.is_whole() && saying.strength != Strength::Hint
}

/// What a phrase was taken for, in a word or two; `None` for a hint, for a phrase that says nothing
/// and where the typed words say as much: *legs* are taken for *Leg*.
pub(crate) fn taken_for(heard: &Heard) -> Option<&'static str> {
    let catalogue = Catalogue::bundled();
    let saying = catalogue.language().saying(heard.saying);
    if !is_said(heard) {
        return None;
    }
    let meaning = saying.means.first()?;
    let name = match *meaning {
        Meaning::Entry(Link::Cause(id)) => catalogue.cause(id).name,
        Meaning::Entry(Link::Topic(id)) => catalogue.topic(id).name,
        Meaning::Entry(Link::Category(id)) => catalogue.category(id).name,
        Meaning::Context(id) => catalogue.context(id).meaning,
        Meaning::Feature(id) => catalogue.term(id).label,
        Meaning::Axis(axis, value) => axis.value(value).label,
        Meaning::Part(part) => part.name,
    };
    let is_entry = matches!(meaning, Meaning::Entry(Link::Cause(_) | Link::Topic(_)));
    Some(name).filter(|name| is_entry || !says_as_much(&heard.typed, name))
}

/// Whether each typed word, or a word like it, is in the name of what was meant.
fn says_as_much(typed: &str, name: &str) -> bool {
    let language = Catalogue::bundled().language();
    let names = text::words(name);
    let is_there =
        |word: &String| names.iter().any(|other| language.root(other) == language.root(word));
    let typed = text::words(typed);
    typed.concat() == names.concat() || typed.iter().all(is_there)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meaning_that_the_typed_words_say_is_not_said_again() {
        for (typed, name) in [
            ("legs", "Leg"),
            ("eye lid", "Eyelid"),
            ("baby", "infant"),
            ("hands", "Hand and wrist"),
            ("fever", "Fever"),
            ("confused", "Confusion"),
        ] {
            assert!(says_as_much(typed, name), "{typed}: {name}");
        }
        for (typed, name) in
            [("shivery", "Fever"), ("mind of its own", "Apraxia"), ("walking", "Leg")]
        {
            assert!(!says_as_much(typed, name), "{typed}: {name}");
        }
    }
}
