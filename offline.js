// Asks the browser to keep the explorer on the device, and tells the page when a new version waits.
// Knows the worker's file only by what `boot.js` hands it. A browser that refuses changes nothing.

/** The event by which the page is told that a new version waits. */
const WAITS = "explorer:update";

/** The event by which the page asks for the new version. */
const USE = "explorer:use";

export async function keepOffline(address) {
    const container = navigator.serviceWorker;
    if (!container) return;
    try {
        const registration = await container.register(address);
        const tell = () => {
            // Without a version in use the one that waits is simply the first.
            if (registration.waiting && registration.active) dispatchEvent(new Event(WAITS));
        };
        registration.addEventListener("updatefound", () => {
            registration.installing?.addEventListener("statechange", tell);
            // On a busy page the news can come when the version is there already.
            tell();
        });
        addEventListener(USE, () => {
            const next = registration.waiting;
            // Another tab has taken it already: this one has only to be loaded again. No tab is unless its
            // own reader asks.
            if (!next) return location.reload();
            next.addEventListener("statechange", () => {
                if (next.state === "activated") location.reload();
            });
            next.postMessage("use");
        });
        tell();
        // Browsers look for a new version in their own time; a start is when a reader can use one.
        if (registration.active) {
            await registration.update();
            tell();
        }
    } catch {
        // Refused, as in some private windows: the explorer then needs the network at each start. Or
        // there is no network to look for a new version, which is what all this is for.
    }
}
