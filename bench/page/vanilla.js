// No library: the list is in the HTML, every word must occur, and rows are hidden or shown.
import { Facets, load, textOf, timed } from "./common.js";

const docs = await load();
const texts = docs.map((doc) => textOf(doc).toLowerCase());
const all = docs.map((_, at) => at);
const [list, box, total] = ["results", "q", "n"].map((id) => document.getElementById(id));
const rows = [...list.children];
const search = (typed) => {
    const words = typed.toLowerCase().split(/\s+/);
    return all.filter((at) => words.every((word) => texts[at].includes(word)));
};
const shown = new Uint8Array(docs.length).fill(1);
const wanted = new Uint8Array(docs.length);
const draw = () => {
    const typed = box.value.trim();
    const ids = facets.filter(typed ? timed(() => search(typed)) : all);
    wanted.fill(0);
    for (const id of ids) wanted[id] = 1;
    wanted.forEach((isWanted, at) => {
        if (isWanted === shown[at]) return;
        shown[at] = isWanted;
        rows[at].hidden = !isWanted;
    });
    facets.count(ids);
    total.textContent = ids.length;
};
const facets = new Facets(docs, draw);
box.addEventListener("input", draw);
draw();
