// Notes everything that a browser would complain of, for the tests in engines whose drivers do not
// tell it. Runs before everything else in the page. What is noted outlives a reload.
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
    // While it is on its way down, because what fails to load does not tell it further up.
    addEventListener(
        "error",
        (event) => note(event.target === window ? `error: ${event.message}` : `not loaded: ${event.target.src ?? event.target.href}`),
        true,
    );
    addEventListener("unhandledrejection", (event) => note(`unhandled rejection: ${event.reason}`));
    addEventListener("securitypolicyviolation", (event) =>
        note(`policy: ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`),
    );
})();
