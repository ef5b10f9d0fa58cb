// Opens a page with a box and types into it, then presses the keys, before the page can do more
// than draw itself.
async function typeAtOnce(fragment, typed, ...keys) {
    const drawn = new Promise((done) => {
        new MutationObserver((_, observer) => {
            const box = document.querySelector("[role=combobox]");
            if (!box) return;
            observer.disconnect();
            done(box);
        }).observe(document.body, { childList: true, subtree: true });
    });
    location.hash = fragment;
    const box = await drawn;
    box.focus();
    box.value = typed;
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    for (const key of keys) {
        box.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    }
}
