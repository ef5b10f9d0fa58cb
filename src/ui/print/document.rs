//! The document around a static page: policy, title, description and links.

use super::structured_data::structured_data;
use super::{Frame, Shown};
use crate::catalogue::{Catalogue, Link};
use crate::entry::{References, plain_from_annotations};
use crate::ui::wording;
use crate::view::Page;

/// What a static page may load: its style and icon from its own host, and nothing else. The data
/// for search engines are not a script that runs.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; \
                      form-action 'none'";

/// The longest useful description, in characters.
const LONGEST: usize = 160;

/// The whole document around a body.
pub(super) fn document(frame: &Frame, path: &str, title: &str, shown: Shown, body: &str) -> String {
    let Frame { style_sheet, icon, site_url } = frame;
    let address = site_url.as_ref().map(|site| format!("{site}{path}"));
    let canonical = address
        .as_deref()
        .map(|address| format!("\n<link rel=\"canonical\" href=\"{}\">", escaped(address)));
    let canonical = canonical.unwrap_or_default();
    let data = structured_data(shown, address.as_deref())
        .map(|data| format!("\n<script type=\"application/ld+json\">{data}</script>"))
        .unwrap_or_default();
    let (title, description) = (escaped(title), escaped(&description(shown)));
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"description\" content=\"{description}\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"icon\" href=\"../{icon}\">\n\
         <link rel=\"stylesheet\" href=\"../{style_sheet}\">{canonical}{data}\n\
         </head>\n<body>\n{body}\n</body>\n</html>\n"
    )
}

/// The description for search engines: the line that says what the entry is, as its row in the list
/// has it; or words of the page.
fn description(shown: Shown) -> String {
    let catalogue = Catalogue::bundled();
    match shown {
        Shown::Entry(Link::Cause(id)) => {
            let cause = catalogue.cause(id);
            if let Some(lead) = cause.lead {
                return with_lead(cause.name, lead);
            }
            if let Some(plain) = plain_from_annotations(catalogue, cause) {
                return shortened(&plain);
            }
            let sources = References::of(catalogue, cause).sources().len();
            let group = if cause.is_group { "a group of causes" } else { "a cause" };
            shortened(&format!(
                "{} as {group} of myoclonus (sudden muscle jerks): what is recorded and what is \
                 not, with {} numbered source{}.",
                cause.name,
                sources,
                if sources == 1 { "" } else { "s" }
            ))
        }
        Shown::Entry(Link::Topic(id)) => {
            let topic = catalogue.topic(id);
            let first = topic.fields.first().and_then(|field| field.body.first());
            let words = first.map_or("", |phrase| phrase.words);
            if let Some(lead) = topic.lead {
                return with_lead(&format!("{} ({})", topic.name, topic.kind.label()), lead);
            }
            shortened(&format!("{} ({}): {words}", topic.name, topic.kind.label()))
        }
        Shown::Entry(Link::Category(_)) => shortened(&wording::description(Page::Causes)),
        Shown::List(page) => shortened(&wording::description(page)),
    }
}

/// A lead after the name of its entry; alone if both are too long.
fn with_lead(name: &str, lead: &str) -> String {
    let both = format!("{name}: {lead}");
    if both.chars().count() <= LONGEST { both } else { shortened(lead) }
}

/// A text, cut between two words if it is too long.
fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST - 1).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([',', ';', ':', '.']))
}

/// A text, escaped for the content of an element or the value of a quoted attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
