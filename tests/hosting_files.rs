//! The ready configurations in `hosting/` agree with each other and with the page.
//!
//! Each file states the facts in its host's own language, because it must be complete once it is
//! copied to a server. Nothing is served here; `tests/browser/tests/host/` asks a real nginx.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use myoclonus_explorer::view::Page;

/// The headers of every response, on every host that can be configured.
const ON_EVERY_RESPONSE: [&str; 6] = [
    "Content-Security-Policy",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
    "Permissions-Policy",
    "Referrer-Policy",
    "X-Content-Type-Options",
];

/// `Cache-Control` for files with a hash in their name.
const KEPT: &str = "public, max-age=31536000, immutable";

fn read(path: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{path} cannot be read: {error}"))
}

/// The lines with content, without comments and indentation.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// A name and its quoted value, such as `Referrer-Policy "no-referrer" always;`.
fn quoted(line: &str) -> Option<(&str, &str)> {
    let (name, rest) = line.split_once(" \"")?;
    Some((name, rest.split_once('"')?.0))
}

/// The headers that one of the files sets on every response.
fn headers(file: &str) -> BTreeMap<String, String> {
    let text = read(file);
    let mut found = BTreeMap::new();
    for line in lines(&text) {
        let named = match file {
            "hosting/nginx.conf" => line.strip_prefix("add_header ").and_then(quoted),
            "hosting/Caddyfile" => quoted(line),
            _ => line.split_once(": "),
        };
        let Some((name, value)) = named.filter(|(name, _)| ON_EVERY_RESPONSE.contains(name)) else {
            continue;
        };
        let earlier = found.insert(name.to_owned(), value.to_owned());
        assert_eq!(earlier, None, "{file} sets {name} twice");
    }
    found
}

/// The directives of a policy with their sources.
fn directives(policy: &str) -> BTreeMap<&str, Vec<&str>> {
    let parts = policy.split(';').map(|part| part.split_whitespace());
    parts.filter_map(|mut words| Some((words.next()?, words.collect()))).collect()
}

/// The rules of `_headers`: a pattern, and its headers.
fn rules(text: &str) -> Vec<(&str, Vec<(&str, &str)>)> {
    let mut rules: Vec<(&str, Vec<_>)> = Vec::new();
    for line in lines(text) {
        match (line.split_once(": "), rules.last_mut()) {
            (Some(header), Some((_, headers))) => headers.push(header),
            (None, _) if line.starts_with('/') => rules.push((line, Vec::new())),
            _ => panic!("_headers has a line that is neither pattern nor header: {line}"),
        }
    }
    rules
}

#[test]
fn all_hosts_send_the_same_headers() {
    let nginx = headers("hosting/nginx.conf");
    let names: Vec<&str> = nginx.keys().map(String::as_str).collect();
    assert_eq!(names, ON_EVERY_RESPONSE, "nginx.conf sets them all");
    assert_eq!(headers("hosting/Caddyfile"), nginx, "Caddyfile differs from nginx.conf");
    assert_eq!(headers("hosting/_headers"), nginx, "_headers differs from nginx.conf");
}

#[test]
fn hosts_send_the_policy_of_the_page_widened_for_all_pages() {
    let page = read("index.html");
    let (_, rest) =
        page.split_once("http-equiv=\"Content-Security-Policy\"").expect("index.html has a policy");
    let own = rest.split('"').nth(1).expect("the policy has content");
    let mut expected = directives(own);
    // The page has its style inside, the single file its script too; static pages have data inside.
    for directive in ["script-src", "style-src"] {
        let sources = expected.get_mut(directive).expect("the page's policy names it");
        sources.insert(1, "'unsafe-inline'");
    }
    // A page cannot set this itself.
    expected.insert("frame-ancestors", vec!["'self'"]);
    let headers = headers("hosting/nginx.conf");
    assert_eq!(directives(&headers["Content-Security-Policy"]), expected);
}

#[test]
fn every_host_caches_hashed_names_by_the_same_pattern() {
    let nginx = read("hosting/nginx.conf");
    let kept = format!(" \"{KEPT}\";");
    let pattern = lines(&nginx).find_map(|line| line.strip_suffix(&kept)?.strip_prefix("\"~"));
    let pattern = pattern.and_then(|it| it.strip_suffix('"')).expect("nginx.conf has a pattern");
    assert!(
        lines(&nginx).any(|line| line == "default \"no-cache\";"),
        "all other files are revalidated"
    );

    let caddy = read("hosting/Caddyfile");
    let has = |expected: &str| assert!(lines(&caddy).any(|line| line == expected), "{expected}");
    has(&format!("@hashed path_regexp {pattern}"));
    has(&format!("@unhashed not path_regexp {pattern}"));
    has(&format!("header @hashed Cache-Control \"{KEPT}\""));
    has("header @unhashed Cache-Control \"no-cache\"");

    let text = read("hosting/_headers");
    for (pattern, headers) in rules(&text) {
        let cached = headers.iter().find(|(name, _)| *name == "Cache-Control");
        assert!(
            cached.is_none_or(|(_, value)| *value == KEPT),
            "{pattern} is cached like the others"
        );
    }
}

#[test]
fn no_header_is_set_by_two_rules_that_fit_the_same_address() {
    let text = read("hosting/_headers");
    let rules = rules(&text);
    assert!(rules.len() > 1, "there are rules");
    for (at, (pattern, headers)) in rules.iter().enumerate() {
        assert!(pattern.matches('*').count() <= 1, "{pattern}: Cloudflare allows one asterisk");
        for (other, others) in &rules[at + 1..] {
            for (name, _) in headers.iter().filter(|_| may_meet(pattern, other)) {
                let twice = others.iter().any(|(again, _)| again.eq_ignore_ascii_case(name));
                assert!(
                    !twice,
                    "{pattern} and {other} may fit the same address, and both set {name}"
                );
            }
        }
    }
}

/// Whether some address may fit both patterns; says yes too often rather than too rarely.
fn may_meet(one: &str, other: &str) -> bool {
    let (start, end) = one.split_once('*').unwrap_or((one, one));
    let (other_start, other_end) = other.split_once('*').unwrap_or((other, other));
    (start.starts_with(other_start) || other_start.starts_with(start))
        && (end.ends_with(other_end) || other_end.ends_with(end))
}

#[test]
fn nginx_adds_headers_in_one_place_only() {
    // A single header in a location would drop all those of the server there.
    let text = read("hosting/nginx.conf");
    let mut open: Vec<&str> = Vec::new();
    for line in lines(&text) {
        if line.contains("add_header ") {
            assert_eq!(open, ["server {"], "`{line}` is not beside the others");
            assert!(line.starts_with("add_header ") && line.ends_with(" always;"), "`{line}`");
        }
        match line.chars().last() {
            Some('{') => open.push(line),
            Some('}') if !line.contains('{') => drop(open.pop()),
            _ => {}
        }
    }
    assert!(open.is_empty(), "every brace is closed");
}

#[test]
fn what_a_host_must_change_is_alone_on_its_line() {
    // The tests and the audit replace these with their own address and folder.
    let text = read("hosting/nginx.conf");
    for place in ["listen 80;", "listen [::]:80;", "root /srv/myoclonus-explorer;"] {
        assert_eq!(lines(&text).filter(|line| *line == place).count(), 1, "{place}");
        assert_eq!(text.matches(place).count(), 1, "{place} is named once");
    }
}

#[test]
fn the_page_for_wrong_addresses_knows_every_static_page() {
    let page = read("hosting/404.html");
    let (_, rest) = page.split_once("(?:causes").expect("it has a pattern of pages");
    let (pattern, _) = rest.split_once(')').expect("the pattern ends");
    let known: Vec<&str> = pattern.split('|').skip(1).collect();
    let printed = Page::ALL.iter().filter(|page| page.is_printed()).map(|page| page.key());
    assert_eq!(known, printed.skip(1).collect::<Vec<_>>());
}
