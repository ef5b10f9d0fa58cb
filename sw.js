// Keeps the explorer on the reader's device, so that it opens without a network. Knows the files that
// the explorer is made of, and not what they do. The three values below are set by the build.

const VERSION = "development";
const FILES = [];
const PROGRAM = "";

// Several copies of the explorer may lie in folders of one host, and other pages beside them: each knows
// its own by the folder.
const FOLDER = new URL("./", self.location).href;
const OURS = `myoclonus-explorer ${FOLDER} `;
const CACHE = OURS + VERSION;
const KEPT = new Set(FILES.map((file) => new URL(file, FOLDER).href));

/** Keeps every file of this version, or none. */
async function keep() {
    const cache = await caches.open(CACHE);
    try {
        await Promise.all(
            [...KEPT].map(async (address) => {
                // A name with the hash of its content is never stale, and the page has just loaded it.
                const hashed = /-[0-9a-f]{16}\.\w+$/.test(address);
                const response = await fetch(address, { cache: hashed ? "default" : "reload" });
                // A redirection leads away from the explorer, as to a host's own log-in.
                if (!response.ok || response.redirected) throw new Error(`${address}: ${response.status}`);
                await cache.put(address, response);
            }),
        );
        // While a host is being given new files, its page may still be that of another version.
        const page = await cache.match(FOLDER);
        if (!(await page.text()).includes(PROGRAM)) throw new Error("the page is of another version");
    } catch (error) {
        await caches.delete(CACHE);
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
    const cache = await caches.open(CACHE);
    return (await cache.match(address)) ?? fetch(request);
}

/** A page of the host's; without a network, the explorer at what that page is about. */
async function visited(request, address) {
    try {
        return await fetch(request);
    } catch (error) {
        const page = address.slice(FOLDER.length).match(/^([a-z-]+)\/(?:index(?:\.html)?|([^/.]+)(?:\.html)?)?$/);
        if (!page) throw error;
        const [, list, entry] = page;
        return Response.redirect(`${FOLDER}#/${list}${entry ? `/${entry}` : ""}`);
    }
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
    if (KEPT.has(address)) {
        event.respondWith(kept(address, request));
    } else if (request.mode === "navigate") {
        event.respondWith(visited(request, address));
    }
});
