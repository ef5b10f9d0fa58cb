// Types a text and presses the row of an entry at once.
function typeAndPress(text, id) {
    const input = document.querySelector(SEARCH);
    input.value = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    document.getElementById(`${ROW_ID}${id}`).click();
}
