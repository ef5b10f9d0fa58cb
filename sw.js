// @ts-check
// Keeps the explorer on the reader's device, so it opens without a network. Knows the files of
// the explorer, not what they do. The build sets the three values below.

const VERSION = "development";
/** Each file with its SHA-256; `null` for the page, and where the name contains the hash.
    @type {[string, string | null][]} */
const FILES = [];
/** The folders of the static pages.
    @type {string[]} */
const LISTS = [];

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

// One host may have several copies of the explorer, and other pages beside them. Each copy knows
// its own files by the folder.
const FOLDER = new URL("./", worker.location.href).href;
const OURS = `myoclonus-explorer ${FOLDER} `;
const CACHE = OURS + VERSION;
const KEPT = new Map(FILES.map(([file, digest]) => [new URL(file, FOLDER).href, digest]));

/** Whether a name contains the hash of the file. */
const isHashed = (/** @type {string} */ address) => /-[0-9a-f]{16}\.\w+$/.test(address);

/** @param {ArrayBuffer} bytes */
async function sha256(bytes) {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Fetches a file of this version; fails on any other response.
    @param {string} address @param {string | null} digest */
async function fetched(address, digest) {
    // A hashed name is never stale, and the page has just loaded it.
    const response = await fetch(address, { cache: isHashed(address) ? "default" : "reload" });
    // A redirect leads away from the explorer, for example to the log-in page of a host.
    if (!response.ok || response.redirected) throw new Error(`${address}: ${response.status}`);
    // While new files are copied to a host, some may still be from another version.
    if (digest !== null && digest !== (await sha256(await response.clone().arrayBuffer()))) {
        throw new Error(`${address} is of another version`);
    }
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
    // A version in use may be installed again, for example when a host goes back to it.
    const isNew = !(await caches.has(CACHE));
    const cache = await caches.open(CACHE);
    try {
        await Promise.all([...KEPT].map(async ([address, digest]) => {
            await cache.put(address, await fetched(address, digest));
        }));
    } catch (error) {
        if (isNew) await caches.delete(CACHE);
        throw error;
    }
}

/** Deletes earlier versions. */
async function forget() {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith(OURS) && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
}

/** A kept file or, if the browser has dropped it, the host's.
    @param {string} address @param {Request} request */
async function kept(address, request) {
    const match = caches.open(CACHE).then((cache) => cache.match(address));
    const found = await match.catch(() => undefined);
    return found ?? fetch(request);
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

worker.addEventListener("install", (event) => event.waitUntil(keep()));
worker.addEventListener("activate", (event) => event.waitUntil(forget()));

// The reader has asked for the new version.
worker.addEventListener("message", (event) => {
    if (event.data === "use") worker.skipWaiting();
});

worker.addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method !== "GET" || !request.url.startsWith(FOLDER)) return;
    const url = new URL(request.url);
    const address = url.origin + url.pathname.replace(/\/index\.html$/, "/");
    const view = request.mode === "navigate" ? viewOf(url.origin + url.pathname) : undefined;
    if (KEPT.has(address)) {
        event.respondWith(kept(address, request));
    } else if (view) {
        // Without a network, the explorer shows what the page is about.
        event.respondWith(fetch(request).catch(() => Response.redirect(view)));
    }
});
