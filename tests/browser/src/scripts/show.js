// Goes to a view, as a reader who edits the address, and resolves when it has been drawn.
async function show(fragment) {
    if (location.hash !== fragment) {
        const gone = new Promise((done) => addEventListener("hashchange", done, { once: true }));
        location.hash = fragment;
        await gone;
    }
    for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
}
