//! The address of a view: the part after `#`, such as `#/causes/phys-hiccup?q=hic&group=medicines`.
//!
//! The parser is total: it reports what it does not know and never fails. The printer is canonical:
//! one view has one address. Knows the syntax, not the browser.

use crate::catalogue::{Catalogue, Kind, Link, Lookup};
use crate::facet::{Facet, Facets};
use crate::view::{MOST_COMPARED, MOST_MEDICINES, Order, Page, ViewState, same_kind};

/// Whether a fragment is an address of ours. Any other fragment is an anchor within the page and
/// says nothing about the view.
pub fn is_route(fragment: &str) -> bool {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    fragment.is_empty() || fragment.starts_with('/')
}

/// The address of the explorer itself, without a fragment, from the `origin` and `path` of the
/// page. Empty for a page opened from disk: its path reveals folder and user names and works for no
/// one else. The query string is dropped, since it may say where a reader came from.
pub fn site(origin: &str, path: &str) -> String {
    let is_hosted = origin.starts_with("https://") || origin.starts_with("http://");
    if is_hosted { format!("{origin}{path}") } else { String::new() }
}

/// What a fragment says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// The view.
    pub view: ViewState,
    /// The parts that mean nothing here, as written, to report to the reader.
    pub unknown: Vec<String>,
}

/// The view that a fragment, with or without its `#`, asks for.
pub fn parse(catalogue: &'static Catalogue, facets: &Facets, fragment: &str) -> Parsed {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let (path, parameters) = fragment.split_once('?').unwrap_or((fragment, ""));
    let mut view = ViewState::default();
    let mut unknown = Vec::new();
    let path = path.trim_start_matches('/');
    let (page, slug) = path.split_once('/').unwrap_or((path, ""));
    if let Some(known) = Page::ALL.iter().find(|known| known.key() == page) {
        view.page = *known;
        let slug = decode(slug, Plus::IsPlus);
        if known.has_entries() {
            view.open = Some(slug).filter(|slug| !slug.is_empty());
        } else if !slug.is_empty() {
            unknown.push(slug);
        }
    } else if !path.is_empty() {
        unknown.push(decode(path, Plus::IsPlus));
    }
    let parameters = || parameters.split('&').filter(|parameter| !parameter.is_empty());
    // A list without the name of its page was a list of causes before there was a start page.
    let narrows_causes = |parameter: &str| {
        let key = parameter.split('=').next().unwrap_or_default();
        matches!(key, SORT | HIDE | EMBED) || Page::Causes.facets().any(|facet| facet.key() == key)
    };
    if view.page == Page::Home && parameters().any(narrows_causes) {
        view.page = Page::Causes;
    }
    for parameter in parameters() {
        let (key, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        // Programs that pass addresses on may have encoded the commas.
        let decoded = decode(value, Plus::IsPlus);
        let mut strange =
            |value: &str| unknown.push(format!("{}={value}", decode(key, Plus::IsPlus)));
        let values = || decoded.split(',').filter(|value| !value.is_empty());
        match key {
            QUERY => view.query = decode(value, Plus::IsBlank),
            MEDICINES if view.page == Page::Causes => {
                let named = decode(value, Plus::IsBlank);
                let names = named.split(',').map(str::trim).filter(|name| !name.is_empty());
                view.medicines = names.take(MOST_MEDICINES).map(str::to_owned).collect();
            }
            SORT => match Order::ALL.iter().find(|order| order.key() == decoded) {
                Some(order) => view.order = *order,
                None => strange(&decoded),
            },
            EMBED if decoded.is_empty() => view.embed = true,
            HIDE if decoded == NOT_RECORDED => view.hides_not_recorded = true,
            CAUSES | TYPES => {
                for value in values() {
                    let found = if key == CAUSES {
                        cause(catalogue, value)
                    } else {
                        catalogue.find_topic(&[Kind::Type], value).map(Link::Topic)
                    };
                    match found {
                        Some(link) if view.compared.contains(&link) => {}
                        Some(link)
                            if view.compared.len() < MOST_COMPARED
                                && view.compared.iter().all(|other| same_kind(*other, link)) =>
                        {
                            view.compared.push(link);
                        }
                        _ => strange(value),
                    }
                }
            }
            _ => match view.page.facets().find(|facet| facet.key() == key) {
                None => strange(&decoded),
                Some(facet) => {
                    for value in values() {
                        match facets.choice(facet, value) {
                            Some(choice) => view.chosen.push(choice),
                            None => strange(value),
                        }
                    }
                }
            },
        }
    }
    view.chosen.sort_unstable();
    view.chosen.dedup();
    Parsed { view, unknown }
}

/// The cause with this slug, or the one that replaced it.
fn cause(catalogue: &'static Catalogue, slug: &str) -> Option<Link> {
    match catalogue.find(slug)? {
        Lookup::Cause(id) => Some(Link::Cause(id)),
        Lookup::Retired(retired) => {
            retired.merged_into.filter(|link| matches!(link, Link::Cause(_)))
        }
    }
}

/// The path of the static page that shows the same as a view, from the folder of the published
/// files. `None` if only the program can show it, such as a search, a filter or a comparison.
pub fn static_page(view: &ViewState) -> Option<String> {
    if !view.page.is_printed() || view.is_filtered() {
        return None;
    }
    let file = view.open.as_deref().unwrap_or("index");
    Some(format!("{}/{file}.html", view.page.key()))
}

const QUERY: &str = "q";
const MEDICINES: &str = "medicines";
const SORT: &str = "sort";
const HIDE: &str = "hide";
const NOT_RECORDED: &str = "not-recorded";
const CAUSES: &str = "causes";
const TYPES: &str = "types";
const EMBED: &str = "embed";

/// The address of a view, beginning with `#`.
pub fn print(catalogue: &'static Catalogue, facets: &Facets, view: &ViewState) -> String {
    let mut address = format!("#/{}", view.page.key());
    if let Some(slug) = &view.open {
        address.push('/');
        encode(slug, &mut address);
    }
    let mut separator = '?';
    let mut parameter = |key: &str, values: &[&str]| {
        if !values.is_empty() {
            address.push(separator);
            separator = '&';
            address.push_str(key);
            address.push('=');
            encode_list(values, &mut address);
        }
    };
    if !view.query.is_empty() {
        parameter(QUERY, &[&view.query]);
    }
    let medicines: Vec<&str> = view.medicines.iter().map(String::as_str).collect();
    parameter(MEDICINES, &medicines);
    for facet in Facet::all() {
        let chosen = view.chosen.iter().filter(|choice| choice.facet == facet);
        let keys: Vec<&str> = chosen.map(|choice| facets.value(*choice).key.as_str()).collect();
        parameter(facet.key(), &keys);
    }
    if view.order != Order::default() {
        parameter(SORT, &[view.order.key()]);
    }
    if view.hides_not_recorded {
        parameter(HIDE, &[NOT_RECORDED]);
    }
    let compared = view.compared.iter();
    let causes: Vec<&str> = compared
        .clone()
        .filter_map(|link| match link {
            Link::Cause(id) => Some(catalogue.cause(*id).slug),
            _ => None,
        })
        .collect();
    parameter(CAUSES, &causes);
    let types: Vec<&str> = compared
        .filter_map(|link| match link {
            Link::Topic(id) => Some(catalogue.topic(*id).slug),
            _ => None,
        })
        .collect();
    parameter(TYPES, &types);
    if view.embed {
        address.push(separator);
        address.push_str(EMBED);
    }
    address
}

/// Encodes keys and joins them by commas, which stay readable.
fn encode_list(keys: &[&str], into: &mut String) {
    for (position, key) in keys.iter().enumerate() {
        if position > 0 {
            into.push(',');
        }
        encode(key, into);
    }
}

/// The meaning of `+`: a blank in a query, as forms write it, and a plus sign elsewhere.
#[derive(Clone, Copy, PartialEq)]
enum Plus {
    IsBlank,
    IsPlus,
}

/// Percent-encodes everything but letters, digits and `-._~:`.
fn encode(text: &str, into: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b':') {
            into.push(char::from(byte));
        } else {
            into.push('%');
            into.push(char::from(HEX[usize::from(byte >> 4)]));
            into.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

/// Decodes percent-encoding. A `%` without two hexadecimal digits stays as it is; bytes that are
/// not UTF-8 become U+FFFD.
fn decode(text: &str, plus: Plus) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escaped = || {
            let high = char::from(*bytes.get(at + 1)?).to_digit(16)?;
            let low = char::from(*bytes.get(at + 2)?).to_digit(16)?;
            u8::try_from(high * 16 + low).ok()
        };
        match (byte, escaped()) {
            (b'%', Some(value)) => {
                decoded.push(value);
                at += 2;
            }
            (b'+', _) if plus == Plus::IsBlank => decoded.push(b' '),
            _ => decoded.push(byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&decoded).into_owned()
}
