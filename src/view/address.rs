//! The address of a view: the part after `#`, such as `#/causes/phys-hiccup?q=hic&group=medicines`.
//!
//! The parser is total: it mends what programs did to an address on its way, reports what it does
//! not know and never fails. The printer is canonical: one view has one address. Knows the syntax,
//! not the browser.

pub mod findings;
mod mend;
mod nearest;
mod percent;

use self::percent::{Plus, decode, encode};
use crate::catalogue::{Catalogue, Kind, Link, Lookup, RegistryId};
use crate::facet::{Choice, Facet, Facets};
use crate::sorted;
use crate::view::{MOST_COMPARED, MOST_MEDICINES, Order, Page, ViewState, same_kind};

/// Whether a fragment is an address as [`print`] writes it. Links to any other fragment lead to an
/// anchor within the page.
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
    /// If the path leads nowhere: the views that may have been meant, the likeliest first.
    pub nearest: Vec<ViewState>,
}

/// The view that a fragment, with or without its `#`, asks for.
pub fn parse(catalogue: &'static Catalogue, facets: &Facets, fragment: &str) -> Parsed {
    let mend::Parts { path, parameters } = mend::parts(fragment);
    let mut parsed = Parsed::default();
    follow(catalogue, &path, &mut parsed);
    // A list without the name of its page was a list of causes before there was a start page.
    let narrows_causes = |key: &str| {
        let key = mend::id(key);
        matches!(key.as_str(), SORT | HIDE | EMBED | MEDICINES)
            || Page::Causes.facets().any(|facet| facet.key() == key)
    };
    if parsed.view.page == Page::Home && parameters.iter().any(|(key, _)| narrows_causes(key)) {
        parsed.view.page = Page::Causes;
    }
    take_findings(catalogue, &parameters, &mut parsed);
    for (key, value) in &parameters {
        if parsed.view.page == Page::Match && findings::is_name(&mend::id(key)) {
            continue;
        }
        apply(catalogue, facets, (key, value), &mut parsed);
    }
    sorted::sort(&mut parsed.view.chosen);
    parsed.view.chosen.dedup();
    parsed
}

/// Reads the findings of a patient, which only one page has.
fn take_findings(
    catalogue: &'static Catalogue,
    parameters: &[(String, String)],
    into: &mut Parsed,
) {
    if into.view.page != Page::Match {
        return;
    }
    let own = parameters.iter().filter(|(key, _)| findings::is_name(&mend::id(key)));
    let own: Vec<String> = own.map(|(key, value)| format!("{}={value}", mend::id(key))).collect();
    let reading = findings::parse(catalogue, &own.join("&"));
    into.view.findings = reading.findings;
    into.unknown.extend(reading.unknown);
}

/// Reads the path: the page, and the entry that is open on it.
fn follow(catalogue: &'static Catalogue, path: &str, into: &mut Parsed) {
    let (page, slug) = path.split_once('/').unwrap_or((path, ""));
    let (word, id) = (mend::id(page), mend::id(slug));
    let known = Page::ALL.iter().copied().find(|known| known.key() == word);
    if let Some(page) = known {
        into.view.page = page;
        if id.is_empty() || id == "index" {
            return;
        }
        let ids = [Some(id.clone()), registered(slug), Some(mend::id(mend::leading(slug)))];
        let held = |id: &String| page.has_entries() && page.find(catalogue, id).is_some();
        if let Some(id) = ids.into_iter().flatten().find(held) {
            into.view.open = Some(id);
            return;
        }
    } else if path.is_empty() {
        return;
    }
    // An id without its page still says which entry is meant. Beside another page with entries it
    // may be either that is wrong: then the reader decides.
    let meant = if slug.is_empty() { &word } else { &id };
    let holds = |page: &&Page| page.has_entries() && page.find(catalogue, meant).is_some();
    if !known.is_some_and(Page::has_entries)
        && let Some(page) = Page::ALL.iter().find(holds)
    {
        into.view = ViewState::at(*page).opening(meant);
        return;
    }
    // Numbers that look alike mean different diseases.
    if registered(slug).is_none() {
        into.nearest = nearest::views(catalogue, meant);
    }
    match known {
        Some(page) if page.has_entries() && slug == id => into.view.open = Some(id),
        Some(_) => into.unknown.push(slug.to_owned()),
        None => into.unknown.push(path.to_owned()),
    }
}

/// The id of an address for a number in a registry, with any sign or none between the two.
fn registered(slug: &str) -> Option<String> {
    let at = slug.find(|letter: char| letter.is_ascii_digit())?;
    let (registry, number) = slug.split_at(at);
    let digits = number.split(|letter: char| !letter.is_ascii_digit()).next()?;
    let registry: String = registry.chars().filter(char::is_ascii_alphabetic).collect();
    RegistryId::from_slug(&format!("{registry}-{digits}")).map(RegistryId::slug)
}

/// Reads one parameter. Its value is still encoded.
fn apply(
    catalogue: &'static Catalogue,
    facets: &Facets,
    (key, value): (&str, &str),
    into: &mut Parsed,
) {
    let Parsed { view, unknown, .. } = into;
    // Programs that pass addresses on may have encoded the commas, more than once.
    let decoded = mend::decoded(value);
    let mut strange = |value: &str| unknown.push(format!("{key}={value}"));
    let values = || decoded.split(',').filter(|value| !value.is_empty());
    match mend::id(key).as_str() {
        QUERY => view.query = decode(value, Plus::IsBlank),
        MEDICINES if view.page == Page::Causes => {
            let named = decode(value, Plus::IsBlank);
            let names = named.split(',').map(str::trim).filter(|name| !name.is_empty());
            view.medicines = names.take(MOST_MEDICINES).map(str::to_owned).collect();
        }
        SORT => match Order::ALL.iter().find(|order| order.key() == mend::id(&decoded)) {
            Some(order) => view.order = *order,
            None => strange(&decoded),
        },
        EMBED if mend::id(&decoded).is_empty() => view.embed = true,
        BESIDE if view.page == Page::Match => match cause(catalogue, &mend::id(&decoded)) {
            Some(Link::Cause(id)) => view.beside = Some(id),
            _ => strange(&decoded),
        },
        HIDE if mend::id(&decoded) == NOT_RECORDED => view.hides_not_recorded = true,
        key @ (CAUSES | TYPES) => {
            for value in values() {
                let found = if key == CAUSES {
                    cause(catalogue, &mend::id(value))
                } else {
                    catalogue.find_topic(&[Kind::Type], &mend::id(value)).map(Link::Topic)
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
        key => match view.page.facets().find(|facet| facet.key() == key) {
            None => strange(&decoded),
            Some(facet) => {
                for value in values() {
                    match choice(facets, facet, value) {
                        Some(choice) => view.chosen.push(choice),
                        None => strange(value),
                    }
                }
            }
        },
    }
}

/// The value of a facet with this key, or with the key that was damaged into this.
fn choice(facets: &Facets, facet: Facet, written: &str) -> Option<Choice> {
    let alike = |written: &str| {
        let id = mend::id(written);
        let mut choices = facets.table(facet).choices();
        choices.find(|choice| mend::has_id(&facets.value(*choice).key, &id))
    };
    let choice = facets.choice(facet, written).or_else(|| alike(written));
    let leading = mend::leading(written);
    choice.or_else(|| if leading == written { None } else { alike(leading) })
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
    let is_other = view.is_filtered() || !view.findings.is_empty();
    if !view.page.is_printed() || is_other || view.beside.is_some() {
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
const BESIDE: &str = "beside";
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
    let beside = view.beside.map(|id| catalogue.cause(id).slug);
    parameter(BESIDE, beside.as_slice());
    let findings = findings::print(catalogue, &view.findings);
    if !findings.is_empty() {
        address.push(separator);
        separator = '&';
        address.push_str(&findings);
    }
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
