// @ts-check
// Keeps the explorer on the reader's device, so it opens without a network. Keeps and uses only
// files with the right content. Knows the files of the explorer, not what they do. The build sets
// the three values below.

const VERSION = "development";
/** Each file with its SHA-256.
    @type {[string, string][]} */
const FILES = [];
/** The folders of the static pages.
    @type {string[]} */
const LISTS = [];

/** How many static pages that were read are kept. */
const MOST_READ = 30;

/** How long a host may be silent before a kept page is shown, in milliseconds. */
const PATIENCE = 10_000;

/** How long a page may take to say that it runs, in milliseconds. */
const ANSWER = 5_000;

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

// One host may have several copies of the explorer, and other pages beside them. Each copy knows
// its own files by the folder.
const FOLDER = new URL("./", worker.location.href).href;
const OURS = `myoclonus-explorer ${FOLDER} `;
const CACHE = OURS + VERSION;
/** The static pages that were read last. */
const READ = `${CACHE} read`;
const KEPT = new Map(FILES.map(([file, digest]) => [new URL(file, FOLDER).href, digest]));

/** The pages that the host has sent and that are of another version. Their parts must be, too.
    @type {Set<string>} */
const others = new Set();

/** Whether a name contains the hash of the file. */
const isHashed = (/** @type {string} */ address) => /-[0-9a-f]{16}\.\w+$/.test(address);

/** What the media types of files contain without which a browser does not run or show them. */
const TYPES = new Map([["", "text/html"], ["js", "javascript"], ["css", "text/css"]]);

/** Whether a response has the content of a file of this version, and may be used as that.
    @param {string} address @param {Response} response */
async function isTrue(address, response) {
    const type = TYPES.get(address.match(/\.(\w+)$/)?.[1] ?? "") ?? "";
    if (!response.ok || !(response.headers.get("Content-Type") ?? "").includes(type)) {
        return false;
    }
    const digest = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
    const digits = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0"));
    return digits.join("") === KEPT.get(address);
}

/** Fetches a file of this version; fails on any other response: the log-in page of a network, or
    another version while new files are copied to a host.
    @param {string} address */
async function fetched(address) {
    // The page has just loaded most files with a hash in their names. A cache may hold a wrong one.
    /** @type {RequestCache[]} */
    const ways = isHashed(address) ? ["default", "reload"] : ["reload"];
    for (const cache of ways) {
        const response = await fetch(address, { cache });
        if (!response.redirected && (await isTrue(address, response))) {
            return response;
        }
    }
    throw new Error(`${address} is not of this version`);
}

/** A kept file with the right content. A wrong one is dropped.
    @param {string} address */
async function usable(address) {
    try {
        const cache = await caches.open(CACHE);
        const found = await cache.match(address);
        if (!found || (await isTrue(address, found))) return found;
        await cache.delete(address);
    } catch {
        // The browser has dropped it, or keeps nothing.
    }
    return undefined;
}

/** Keeps every file of this version. If it is new, it is kept wholly or not at all. */
async function keep() {
    const isNew = !(await caches.has(CACHE));
    const cache = await caches.open(CACHE);
    try {
        await Promise.all([...KEPT.keys()].map(async (address) => {
            if (!(await usable(address))) await cache.put(address, await fetched(address));
        }));
    } catch (error) {
        if (isNew) await caches.delete(CACHE);
        throw error;
    }
}

/** @type {Promise<void> | undefined} */
let mending;

/** Fetches what is lost, once at a time. What cannot be had now is tried at the next start. */
function mend() {
    mending ??= keep().catch(() => {}).finally(() => (mending = undefined));
    return mending;
}

/** Deletes earlier versions. */
async function forget() {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith(OURS) && ![CACHE, READ].includes(name));
    await Promise.all(old.map((name) => caches.delete(name)));
}

/** Whether nothing is lost. What is there is checked when it is used. */
async function isWhole() {
    try {
        const there = await (await caches.open(CACHE)).keys();
        const addresses = new Set(there.map((request) => request.url));
        return [...KEPT.keys()].every((address) => addresses.has(address));
    } catch {
        return false;
    }
}

/** The response of the host, or nothing once it has been silent for long. Fails without a network.
    @param {Promise<Response>} asked
    @returns {Promise<Response | undefined>} */
function soon(asked) {
    // If it fails later, no one listens any more.
    asked.catch(() => {});
    return Promise.race([
        asked,
        new Promise((/** @type {(nothing: undefined) => void} */ resolve) => {
            setTimeout(resolve, PATIENCE, undefined);
        }),
    ]);
}

/** The page of the explorer: the kept one, or the host's if anything is lost.
    @param {FetchEvent} event */
async function start(event) {
    const page = (await isWhole()) && (await usable(FOLDER));
    if (page) return page;
    try {
        const asked = fetch(event.request);
        const response = (await soon(asked)) ?? (await usable(FOLDER)) ?? (await asked);
        if (await isTrue(FOLDER, response)) {
            event.waitUntil(mend());
        } else {
            others.add(event.resultingClientId);
            event.waitUntil(worker.registration.update().then(() => {}, () => {}));
        }
        return response;
    } catch (error) {
        const last = await usable(FOLDER);
        if (last) return last;
        throw error;
    }
}

/** A part of the explorer: the kept one, or the host's if that is of this version.
    @param {string} address */
async function part(address) {
    const found = await usable(address);
    if (found) return found;
    try {
        const response = await fetched(address);
        const copy = response.clone();
        const cache = await caches.open(CACHE).catch(() => undefined);
        await cache?.put(address, copy).catch(() => {});
        return response;
    } catch {
        return Response.error();
    }
}

/** The address in the explorer for what a static page shows; nothing for other pages.
    @param {string} address */
function viewOf(address) {
    const path = address.slice(FOLDER.length);
    const page = path.match(/^([a-z-]+)\/(?:index(?:\.html)?|([^/.]+)(?:\.html)?)?$/);
    if (!page || !LISTS.includes(page[1])) return undefined;
    const [, list, entry] = page;
    return `${FOLDER}#/${list}${entry ? `/${entry}` : ""}`;
}

/** A static page. Without a network: the kept one or, unless the explorer itself is no help, the
    same in the explorer.
    @param {FetchEvent} event @param {string} address @param {string} view */
async function readable(event, address, view) {
    const isNeeded = event.request.url.endsWith("?read");
    const kept = () => caches.match(address, { cacheName: READ }).catch(() => undefined);
    try {
        const asked = fetch(event.request);
        let response = await soon(asked);
        if (!response) {
            const found = await kept();
            if (found) return found;
            if (!isNeeded && (await isWhole())) return Response.redirect(view);
            response = await asked;
        }
        event.waitUntil(remember(address, response.clone()).catch(() => {}));
        return response;
    } catch {
        return (await kept()) ?? (isNeeded ? notKept() : Response.redirect(view));
    }
}

/** Keeps a static page that was read. The page of a network is none of ours.
    @param {string} address @param {Response} response */
async function remember(address, response) {
    const style = FILES.map(([file]) => file.slice(2)).find((file) => file.endsWith(".css"));
    const page = await response.clone().text();
    if (!response.ok || response.redirected || !style || !page.includes(style)) return;
    const cache = await caches.open(READ);
    await cache.delete(address);
    await cache.put(address, response);
    const kept = await cache.keys();
    await Promise.all(kept.slice(0, -MOST_READ).map((oldest) => cache.delete(oldest)));
}

/** A page that says why there is nothing to read, and what there is. */
async function notKept() {
    const kept = [...(await (await caches.open(READ)).keys())];
    const links = kept.reverse().map(({ url }) => {
        const path = new URL(url).pathname.slice(new URL(FOLDER).pathname.length);
        // Only our own pages are kept, and their names have no special characters.
        return `<li><a href="${FOLDER}${path}">${path.replace(/\.html$/, "")}</a></li>`;
    });
    const list = links.length
        ? `<p>These are kept on this device:</p><ul>${links.join("")}</ul>`
        : "";
    const page = [
        '<!doctype html><html lang="en"><meta charset="utf-8">',
        `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`,
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        "<title>No network – Myoclonus Explorer</title>",
        "<main><h1>This page is not on the device</h1>",
        "<p>There is no network. Without one, this browser can open the pages that were read here",
        " last, and no others. Open the page again when there is a network.</p>",
        `${list}</main></html>`,
    ].join("");
    return new Response(page, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

/** The address of the explorer that was meant where a program wrote %23 for the sign #, and perhaps
    %3F for the question mark before it.
    @param {URL} url */
function meant(url) {
    const path = `${url.origin}${url.pathname}`.slice(FOLDER.length);
    const sign = path.match(
        /^(?:index\.html)?(?:%(?:25)*(?:u00)?3f.*?)?%(?:25)*(?:u00)?23(.*)$/i,
    );
    return sign ? `${FOLDER}#${sign[1]}${url.search}` : undefined;
}

/** The windows in which a reader looks at the explorer and sees nothing, because no window says
    that it runs. */
async function dead() {
    const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
    const pages = windows.filter((page) => {
        const address = page.url.split(/[?#]/)[0].replace(/\/index\.html$/, "/");
        return page.frameType === "top-level" && address === FOLDER;
    });
    const answers = pages.map((page) => new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(true);
        setTimeout(() => resolve(false), ANSWER);
        page.postMessage("runs?", [port2]);
    }));
    const runs = (await Promise.all(answers)).includes(true);
    // A window in the background may be asleep.
    return runs ? [] : pages.filter((page) => page.visibilityState === "visible");
}

/** The windows that an earlier version has left broken.
    @type {WindowClient[]} */
let broken = [];

worker.addEventListener("install", (event) => event.waitUntil((async () => {
    await keep();
    if (!worker.registration.active) return;
    // The version in use may be what keeps the page from running.
    broken = await dead();
    if (broken.length) await worker.skipWaiting();
})()));

worker.addEventListener("activate", (event) => {
    event.waitUntil(forget());
    // Not waited for: a page is served only once this worker is active.
    for (const page of broken) page.navigate(page.url).catch(() => {});
});

// The reader has asked for the new version.
worker.addEventListener("message", (event) => {
    if (event.data === "use") worker.skipWaiting();
});

worker.addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method !== "GET" || !request.url.startsWith(FOLDER)) return;
    if (others.has(event.clientId)) return;
    const url = new URL(request.url);
    const path = url.origin + url.pathname;
    const address = path.replace(/\/index\.html$/, "/");
    if (request.mode !== "navigate") {
        if (KEPT.has(address)) event.respondWith(part(address));
        return;
    }
    const [instead, view] = [meant(url), viewOf(path)];
    if (instead) {
        event.respondWith(Response.redirect(instead));
    } else if (address === FOLDER) {
        event.respondWith(start(event));
    } else if (view) {
        event.respondWith(readable(event, path, view));
    }
});
