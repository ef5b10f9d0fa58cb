// Searches for the name of each entry. Returns those that are not the first of the list.
async function searchEach(entries) {
    const input = document.querySelector(SEARCH);
    const drawn = () => new Promise(requestAnimationFrame);
    const wrong = [];
    for (const [, name] of entries) {
        input.value = name;
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
        await drawn();
        const first = document.querySelector(`${ROW} a`)?.textContent;
        if (first !== name) wrong.push([name, first]);
    }
    return wrong;
}
