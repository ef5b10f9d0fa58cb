// Opens each entry by its address. Returns those whose act is not seen without scrolling, with the
// pixels by which it is below the window or the bar at its bottom; null if it is not shown at all.
async function belowTheFold(entries) {
    const drawn = () => new Promise(requestAnimationFrame);
    const shown = () => document.querySelector("article h1")?.textContent;
    const wrong = [];
    for (const [id, name] of entries) {
        location.hash = `#/causes/${id}`;
        for (let frame = 0; frame < 100 && shown() !== name; frame += 1) await drawn();
        const act = shown() === name && document.querySelector(ACT);
        if (!act) {
            wrong.push([id, null]);
            continue;
        }
        const bars = [...document.querySelectorAll(FIXED)].map((it) => it.getBoundingClientRect().top);
        const bottom = Math.min(innerHeight, ...bars.filter((top) => top > 0));
        const below = act.getBoundingClientRect().bottom - bottom;
        if (below > 0) wrong.push([id, below]);
    }
    return wrong;
}
