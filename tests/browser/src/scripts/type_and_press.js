// Types the name of the first entry of the list and presses its row at once. Returns the name.
function typeAndPress() {
    const input = document.querySelector(SEARCH);
    const row = document.querySelector(`${LIST} a`);
    const name = row.textContent.trim();
    input.value = name;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    row.click();
    return name;
}
