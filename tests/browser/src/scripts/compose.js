// Puts a word into the search box that is still being composed.
async function compose(word) {
    const input = document.querySelector(SEARCH);
    input.focus();
    input.dispatchEvent(new CompositionEvent("compositionstart"));
    input.value = word;
    input.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
}
