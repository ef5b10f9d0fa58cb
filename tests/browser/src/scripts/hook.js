// Notes every complaint of a browser, for the tests in engines whose drivers do not report them.
// Runs before everything else in the page. The notes outlive a reload.
(() => {
    const KEY = "test-complaints";
    if (window.__noting) return;
    window.__noting = true;
    const note = (text) => {
        const noted = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
        sessionStorage.setItem(KEY, JSON.stringify([...noted, text]));
    };
    for (const level of ["error", "warn"]) {
        const original = console[level];
        console[level] = (...words) => {
            note(`console.${level}: ${words.map(String).join(" ")}`);
            original.apply(console, words);
        };
    }
    // In the capturing phase: the error of a file that fails to load does not bubble.
    addEventListener(
        "error",
        ({ target, message }) => {
            const file = target.src ?? target.href;
            note(target === window ? `error: ${message}` : `not loaded: ${file}`);
        },
        true,
    );
    addEventListener("unhandledrejection", (event) => note(`unhandled rejection: ${event.reason}`));
    addEventListener("securitypolicyviolation", (event) =>
        note(`policy: ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`),
    );
})();
