// Opens an entry and types as soon as the list has its first row. Returns how many rows there were
// then, the names in the list afterwards, and whether the row of the open entry is the current one.
async function typeEarly(id, text) {
    const turn = () => new Promise((resolve) => setTimeout(resolve));
    location.hash = `#/causes/${id}`;
    while (!document.querySelector(ROW)) await turn();
    const early = document.querySelectorAll(ROW).length;
    const input = document.querySelector(SEARCH);
    input.value = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    while (document.querySelector(BUSY)) await turn();
    await turn();
    const shown = [...document.querySelectorAll(`${SHOWN_ROW} a`)].map((link) => link.textContent);
    const row = document.getElementById(`${ROW_ID}${id}`);
    return { early, shown, current: row.getAttribute("aria-current") };
}
