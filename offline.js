// @ts-check
// Asks the browser to keep the explorer on the device, and informs the page when a new version
// waits. `boot.js` names the worker's file. A browser that refuses changes nothing.

/** The event that informs the page that a new version waits. */
const WAITS = "explorer:update";

/** The event with which the page requests the new version. */
const USE = "explorer:use";

/** @param {string} address */
export async function keepOffline(address) {
    const container = navigator.serviceWorker;
    if (!container) return;
    try {
        const registration = await container.register(address);
        const inform = () => {
            // If no version is in use, the one that waits is simply the first.
            if (registration.waiting && registration.active) dispatchEvent(new Event(WAITS));
        };
        registration.addEventListener("updatefound", () => {
            registration.installing?.addEventListener("statechange", inform);
            // On a busy page the event can come after the version is installed.
            inform();
        });
        addEventListener(USE, () => {
            const next = registration.waiting;
            // Another tab uses it already, so this one only needs to load again. No tab does so
            // unless its own reader asks.
            if (!next) return location.reload();
            next.addEventListener("statechange", () => {
                if (next.state === "activated") location.reload();
            });
            next.postMessage("use");
        });
        inform();
        // Browsers look for a new version when they like; a reader can use one at the start, and
        // when a page is looked at again that was left open for days.
        const look = () => registration.update().then(inform, () => {});
        document.addEventListener("visibilitychange", () => {
            if (!document.hidden) look();
        });
        addEventListener("pageshow", (event) => {
            if (event.persisted) look();
        });
        if (registration.active) await look();
    } catch {
        // Refused, for example in a private window: the explorer then needs the network at each
        // start. Or there is no network, which is the case this module is for.
    }
}
