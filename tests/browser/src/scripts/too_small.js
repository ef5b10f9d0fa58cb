// What a finger would miss: what can be pressed and is less than 44 px high or, if it is no link,
// wide. Not what stands within a line of text, as the numbers of sources do.
function tooSmall() {
    // Neighbours share a border.
    const LEAST = 43;
    const pressed = [...document.querySelectorAll("a[href], button, input, select, summary, textarea")];
    const small = pressed.filter((element) => {
        if (!element.checkVisibility({ visibilityProperty: true }) || element.matches(".vh, .citations a")) return false;
        if (getComputedStyle(element).display === "inline" || element.disabled) return false;
        // A press on its label is one on the field.
        const sizes = [element, element.closest("label")].filter((it) => it).map((it) => it.getBoundingClientRect());
        const [width, height] = ["width", "height"].map((side) => Math.max(...sizes.map((size) => size[side])));
        return height < LEAST || (width < LEAST && element.localName !== "a");
    });
    const size = ({ width, height }) => `${Math.round(width)} × ${Math.round(height)}`;
    return small.map((it) => `${it.localName}.${it.className} ${it.textContent.trim().slice(0, 40)}: ${size(it.getBoundingClientRect())}`);
}
