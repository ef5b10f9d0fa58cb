// Takes the explorer off the readers' devices: copy this file over `sw.js` on the host. At the next
// visit with a network each browser deletes what it has kept, removes the worker and loads the page
// from the host. A later `sw.js` of a build brings everything back.

const FOLDER = new URL("./", self.location.href).href;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil((async () => {
    const names = await caches.keys();
    const ours = names.filter((name) => name.startsWith(`myoclonus-explorer ${FOLDER} `));
    await Promise.all(ours.map((name) => caches.delete(name)));
    await self.registration.unregister();
    // Only pages that an earlier worker serves are loaded again.
    const pages = await self.clients.matchAll({ type: "window" });
    await Promise.all(pages.map((page) => page.navigate(page.url).catch(() => null)));
})()));
