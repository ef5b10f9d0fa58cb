// Opens each entry by its address. Returns those that are not shown with their name and a source, or
// are wider than the screen.
async function openEach(entries) {
    const drawn = () => new Promise(requestAnimationFrame);
    const shown = () => document.querySelector("article h1")?.textContent;
    const wrong = [];
    for (const [id, name] of entries) {
        location.hash = `#/causes/${id}`;
        for (let frame = 0; frame < 100 && shown() !== name; frame += 1) await drawn();
        const references = document.querySelectorAll(REFERENCES).length;
        const page = document.documentElement;
        const beyond = page.scrollWidth - page.clientWidth;
        if (shown() !== name || references === 0 || beyond > 0) {
            wrong.push([id, shown(), references, beyond]);
        }
    }
    return wrong;
}
