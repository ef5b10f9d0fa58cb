// Goes to a view, as a reader who edits the address, and resolves when the page has been told.
async function show(fragment) {
    if (location.hash === fragment) return;
    const told = new Promise((done) => addEventListener("hashchange", done, { once: true }));
    location.hash = fragment;
    await told;
}
