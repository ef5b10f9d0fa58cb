// Keeps the explorer on the reader's device, so that it opens without a network. Knows the files that
// the explorer is made of, and not what they do. The three values below are set by the build.

const VERSION = "development";
/** Each file with its SHA-256; `null` where the name says the content, and of the page. */
const FILES = [];
/** The folders of the static pages. */
const LISTS = [];

// Several copies of the explorer may lie in folders of one host, and other pages beside them: each knows
// its own by the folder.
const FOLDER = new URL("./", self.location).href;
const OURS = `myoclonus-explorer ${FOLDER} `;
const CACHE = OURS + VERSION;
const KEPT = new Map(FILES.map(([file, digest]) => [new URL(file, FOLDER).href, digest]));

/** Whether a name holds the hash of its content. */
const isHashed = (address) => /-[0-9a-f]{16}\.\w+$/.test(address);

async function sha256(bytes) {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Fetches a file of this version; fails on any other answer. */
async function fetched(address, digest) {
    // A name with the hash of its content is never stale, and the page has just loaded it.
    const response = await fetch(address, { cache: isHashed(address) ? "default" : "reload" });
    // A redirection leads away from the explorer, as to a host's own log-in.
    if (!response.ok || response.redirected) throw new Error(`${address}: ${response.status}`);
    // While a host is being given new files, some may still be those of another version.
    const whole = digest === null || (await sha256(await response.clone().arrayBuffer())) === digest;
    if (!whole) throw new Error(`${address} is of another version`);
    if (address === FOLDER) {
        const page = await response.clone().text();
        const missing = [...KEPT.keys()].map((file) => file.slice(FOLDER.length))
            .find((file) => isHashed(file) && !page.includes(file));
        if (missing) throw new Error(`the page is of another version: it does not name ${missing}`);
    }
    return response;
}

/** Keeps every file of this version, or none. */
async function keep() {
    // A version that is in use may be installed again, as when a host goes back to it.
    const isNew = !(await caches.has(CACHE));
    const cache = await caches.open(CACHE);
    try {
        const keepOne = async ([address, digest]) => cache.put(address, await fetched(address, digest));
        await Promise.all([...KEPT].map(keepOne));
    } catch (error) {
        if (isNew) await caches.delete(CACHE);
        throw error;
    }
}

/** Lets go of the versions before. */
async function forget() {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith(OURS) && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
}

/** A kept file; should the browser have dropped it, the host's. */
async function kept(address, request) {
    const found = await caches.open(CACHE).then((cache) => cache.match(address)).catch(() => undefined);
    return found ?? fetch(request);
}

/** The view of the explorer that shows what a static page shows; nothing for any other page. */
function viewOf(address) {
    const page = address.slice(FOLDER.length).match(/^([a-z-]+)\/(?:index(?:\.html)?|([^/.]+)(?:\.html)?)?$/);
    if (!page || !LISTS.includes(page[1])) return undefined;
    const [, list, entry] = page;
    return `${FOLDER}#/${list}${entry ? `/${entry}` : ""}`;
}

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(forget()));

// The reader has asked for the new version.
self.addEventListener("message", (event) => {
    if (event.data === "use") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method !== "GET" || !request.url.startsWith(FOLDER)) return;
    const url = new URL(request.url);
    const address = url.origin + url.pathname.replace(/\/index\.html$/, "/");
    const view = request.mode === "navigate" ? viewOf(url.origin + url.pathname) : undefined;
    if (KEPT.has(address)) {
        event.respondWith(kept(address, request));
    } else if (view) {
        // Without a network, the explorer at what the page is about.
        event.respondWith(fetch(request).catch(() => Response.redirect(view)));
    }
});
