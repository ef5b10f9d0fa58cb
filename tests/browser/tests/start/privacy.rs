//! What the page stores, sends and writes while a reader uses everything: only what is allowed.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use browser_tests::{Engine, Server, in_each_engine, in_engine};

use super::silence::use_every_feature;

/// Notes every use of an interface that could send or store something: its name and what for.
const NOTING: &str = "(() => {
    const notes = window.__noted = [];
    // The tests note the complaints of some browsers in a store of their own.
    const note = (name, what) => `${what}`.startsWith('test-') || notes.push(`${name} ${what}`);
    const watch = (object, name, label) => {
        const original = object?.[name];
        if (typeof original !== 'function') return;
        object[name] = function (...given) {
            note(label, given[0] instanceof Request ? given[0].url : given.join(' '));
            return original.apply(this, given);
        };
    };
    Storage.prototype.setItem = ((original) => function (key, value) {
        note(this === localStorage ? 'localStorage' : 'sessionStorage', `${key}=${value}`);
        return original.call(this, key, value);
    })(Storage.prototype.setItem);
    watch(History.prototype, 'pushState', 'history');
    watch(History.prototype, 'replaceState', 'history');
    watch(window, 'fetch', 'fetch');
    watch(window, 'open', 'window');
    watch(XMLHttpRequest.prototype, 'open', 'request');
    watch(navigator, 'sendBeacon', 'beacon');
    watch(navigator.clipboard, 'writeText', 'clipboard');
    watch(navigator.clipboard, 'write', 'clipboard');
    watch(IDBFactory.prototype, 'open', 'database');
    watch(Document.prototype, 'execCommand', 'command');
    for (const name of ['WebSocket', 'EventSource', 'RTCPeerConnection', 'BroadcastChannel']) {
        // Not every engine has all of them.
        if (!window[name]) continue;
        window[name] = new Proxy(window[name], {
            construct: (target, given) => { note(name, given[0]); return new target(...given); },
        });
    }
    const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
    Object.defineProperty(document, 'cookie', {
        get: () => cookie.get.call(document),
        set: (value) => { note('cookie', value); cookie.set.call(document, value); },
    });
})();";

in_each_engine! { nothing_is_stored_or_sent_but_what_is_allowed }

async fn nothing_is_stored_or_sent_but_what_is_allowed(engine: Engine) -> Result<()> {
    let server = Server::for_engine_with(engine, Server::published()?, NOTING).await?;
    let address = server.address("#/causes");
    in_engine(engine, &engine.named("privacy"), &address, async |page| {
        page.wait_until_started().await?;
        use_every_feature(page).await?;
        let noted: Vec<String> =
            serde_json::from_value(page.run("return window.__noted", vec![]).await?)?;
        let kinds: BTreeSet<&str> = noted.iter().filter_map(|it| it.split(' ').next()).collect();
        ensure!(
            kinds.contains("fetch") && kinds.contains("history"),
            "uses are noticed: {kinds:?}"
        );
        let site = page.run("return location.origin + '/'", vec![]).await?;
        let site = site.as_str().unwrap_or_default();
        for note in &noted {
            let (kind, what) = note.split_once(' ').unwrap_or((note, ""));
            let is_allowed = match kind {
                // The program itself and what is read, before anything is typed.
                "fetch" => {
                    let is_own = what.contains(".wasm ") || what.contains(".bin ");
                    what.starts_with(site) && is_own
                }
                // The view, which a browser never sends.
                "history" => what.starts_with("true  #/"),
                "localStorage" => what.starts_with("myoclonus-explorer.shortcuts="),
                _ => false,
            };
            ensure!(is_allowed, "{note:?} is not allowed");
        }
        let cookies = page.run("return document.cookie", vec![]).await?;
        ensure!(cookies == "", "{cookies}");
        let databases = "async () => (await indexedDB.databases()).length";
        ensure!(page.call(databases, vec![]).await? == 0, "no database is made");
        // The worker asks for what it keeps, and says so to its own host alone.
        let own = [site.to_owned(), format!("{site}sw.js")];
        let mut referrers = server.referrers();
        referrers.retain(|it| !own.contains(it));
        ensure!(referrers.is_empty(), "requests say where they come from: {referrers:?}");
        Ok(())
    })
    .await
}
