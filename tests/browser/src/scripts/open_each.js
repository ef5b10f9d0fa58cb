// Opens each entry by its address. Returns those that are not shown with their name and a source.
async function openEach(entries) {
    const drawn = () => new Promise(requestAnimationFrame);
    const shown = () => document.querySelector("article h1")?.textContent;
    const wrong = [];
    for (const [id, name] of entries) {
        location.hash = `#/causes/${id}`;
        for (let frame = 0; frame < 100 && shown() !== name; frame += 1) await drawn();
        const references = document.querySelectorAll(REFERENCES).length;
        if (shown() !== name || references === 0) wrong.push([id, shown(), references]);
    }
    return wrong;
}
