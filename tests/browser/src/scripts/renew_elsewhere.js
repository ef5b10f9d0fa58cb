// Lets another tab take the new version, and resolves when that is in use and this page has heard
// of it. How often this page is left is counted in `test-leavings`, and `before` lasts until then.
async function renewElsewhere() {
    window.before = true;
    addEventListener("beforeunload", () => {
        const leavings = Number(sessionStorage.getItem("test-leavings") ?? 0);
        sessionStorage.setItem("test-leavings", leavings + 1);
    });
    const container = navigator.serviceWorker;
    // Listeners are called in the order in which they were added: those of the page first.
    const heard = new Promise((resolve) => container.addEventListener("controllerchange", resolve));
    const { waiting } = await container.getRegistration();
    const activated = new Promise((resolve) =>
        waiting.addEventListener("statechange", () => waiting.state === "activated" && resolve()),
    );
    waiting.postMessage("use");
    await Promise.all([heard, activated]);
}
