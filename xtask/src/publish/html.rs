//! Finds tags and their attributes, quoted or not, in the page that Trunk has written.
//!
//! Knows the syntax of tags, not their meaning. The page is ours and well-formed, so a full parser
//! would gain nothing.

use std::ops::Range;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// A tag of the page.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Tag<'a> {
    /// Its place in the page.
    pub(crate) range: Range<usize>,
    /// Its attributes, as written.
    attributes: Vec<(&'a str, &'a str)>,
}

impl<'a> Tag<'a> {
    /// The value of an attribute; empty for one without any.
    pub(crate) fn attribute(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| *value)
    }

    /// The name of the published file that an attribute leads to.
    pub(crate) fn file(&self, attribute: &str) -> Option<&'a str> {
        self.attribute(attribute).map(|address| address.trim_start_matches("./"))
    }
}

/// All tags with this name, in order.
pub(crate) fn tags<'a>(html: &'a str, name: &str) -> Vec<Tag<'a>> {
    let opening = format!("<{name}");
    let starts = html.match_indices(&opening).map(|(at, _)| at);
    starts
        .filter_map(|at| {
            let rest = &html[at + opening.len()..];
            // A longer name may begin with `<link`, too.
            rest.starts_with(|c: char| c.is_whitespace() || c == '>' || c == '/').then_some(())?;
            let (attributes, length) = attributes(rest)?;
            Some(Tag { range: at..at + opening.len() + length, attributes })
        })
        .collect()
}

/// The page with the tags of one name replaced, where `instead` gives a replacement.
pub(crate) fn replaced(
    page: &str,
    name: &str,
    instead: impl Fn(&Tag<'_>) -> Option<String>,
) -> String {
    let mut changed = page.to_owned();
    for tag in tags(page, name).iter().rev() {
        if let Some(instead) = instead(tag) {
            changed.replace_range(tag.range.clone(), &instead);
        }
    }
    changed
}

/// The attributes up to the end of a tag, and the length of this text; none if the tag does not
/// end.
fn attributes(text: &str) -> Option<(Vec<(&str, &str)>, usize)> {
    let mut attributes = Vec::new();
    let mut at = 0;
    loop {
        let rest = text.get(at..)?;
        let first = rest.chars().next()?;
        if first == '>' {
            return Some((attributes, at + 1));
        }
        if first.is_whitespace() || first == '/' {
            at += first.len_utf8();
            continue;
        }
        let name = rest.find(|c: char| c == '=' || c == '>' || c.is_whitespace())?;
        let (key, after) = rest.split_at(name);
        let Some(value) = after.strip_prefix('=') else {
            attributes.push((key, ""));
            at += name;
            continue;
        };
        let quote = value.chars().next().filter(|c| *c == '"' || *c == '\'');
        let (value, length) = match quote {
            Some(quote) => {
                let end = value[1..].find(quote)?;
                (&value[1..=end], end + 2)
            }
            None => {
                let end = value.find(|c: char| c == '>' || c.is_whitespace())?;
                (&value[..end], end)
            }
        };
        attributes.push((key, value));
        at += name + 1 + length;
    }
}

/// A text as the content of an element or the value of a quoted attribute.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A text's hash, as a policy names it.
pub(crate) fn source_hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_with_and_without_quotes() {
        let html = "<link href=./a.css rel=stylesheet><linked>\
                    <link  rel=\"icon\" crossorigin href='./i.svg' />";
        let found = tags(html, "link");
        assert_eq!(found.len(), 2);
        assert_eq!(&html[found[0].range.clone()], "<link href=./a.css rel=stylesheet>");
        assert_eq!(found[0].file("href"), Some("a.css"));
        assert_eq!(found[1].attribute("rel"), Some("icon"));
        assert_eq!(found[1].attribute("crossorigin"), Some(""));
        assert_eq!(found[1].file("href"), Some("i.svg"));
        assert_eq!(found[1].attribute("integrity"), None);
        assert_eq!(found[1].range.end, html.len());
    }

    #[test]
    fn a_tag_without_an_end_is_skipped() {
        assert_eq!(tags("<link href=\"a", "link"), []);
        assert_eq!(tags("<link", "link"), []);
    }
}
