// What the pages without a framework share: rows, filters with counts, and drawing by nodes that
// are made once.

export const FACETS = [["inheritance", "f-inheritance"], ["onset", "f-onset"], ["genes", "f-genes"]];

export const textOf = (doc) => [
    doc.name,
    doc.synonyms.join(" "),
    doc.genes.join(" "),
    doc.category,
    doc.phenotypes.join(" "),
    doc.summary,
].join(" ");

const SPECIAL = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text) => text.replace(/[&<>"]/g, (letter) => SPECIAL[letter]);

/** A row: the name, the genes, and the first findings or what the cause is. */
export const row = (doc) => {
    const about = doc.summary || doc.phenotypes.slice(0, 5).join(" · ");
    return `<li data-slug="${doc.id}"><h3>${escaped(doc.name)}</h3>` +
        `<p>${escaped(doc.genes.join(", "))}</p><p>${escaped(about)}</p></li>`;
};

/** The records, which repeat few words: each word once, then positions. */
export async function load() {
    const packed = await (await fetch("records.json")).json();
    const words = (field, positions) => positions.map((at) => packed[field][at]);
    return packed.rows.map(([id, name, synonyms, category, genes, inheritance, onset, found, summary]) => ({
        id,
        name,
        synonyms,
        category: packed.category[category],
        genes: words("genes", genes),
        inheritance: words("inheritance", inheritance),
        onset: words("onset", onset),
        phenotypes: words("phenotypes", found),
        summary,
    }));
}

/** The filters, with the number of matches for each value. */
export class Facets {
    constructor(docs, changed) {
        this.all = FACETS.map(([field, id]) => {
            const values = new Map();
            const of = docs.map((doc) => Uint16Array.from(doc[field], (value) => {
                if (!values.has(value)) values.set(value, values.size);
                return values.get(value);
            }));
            const select = document.getElementById(id);
            const order = [...values.keys()].sort();
            select.innerHTML = '<option value="">any</option>' +
                order.map((value) => `<option value="${values.get(value)}"></option>`).join("");
            const options = [];
            order.forEach((value, at) => (options[values.get(value)] = select.options[at + 1]));
            select.addEventListener("change", changed);
            const names = [...values.keys()];
            const [shown, counts] = [new Int32Array(names.length).fill(-1), new Int32Array(names.length)];
            return { of, select, options, names, shown, counts };
        });
    }

    filter(ids) {
        return this.all.reduce((left, { of, select }) => {
            if (select.value === "") return left;
            const value = Number(select.value);
            return left.filter((id) => of[id].includes(value));
        }, ids);
    }

    count(ids) {
        for (const { of, options, names, shown, counts } of this.all) {
            counts.fill(0);
            for (const id of ids) for (const value of of[id]) counts[value]++;
            counts.forEach((count, value) => {
                if (count === shown[value]) return;
                shown[value] = count;
                options[value].textContent = `${names[value]} (${count})`;
            });
        }
    }
}

/** What a search finds. Notes how long it took as a measure, as the explorer does. */
export function timed(search) {
    const start = performance.now();
    const found = search();
    performance.measure("explore", { start });
    performance.clearMeasures("explore");
    return found;
}

/** A page that puts the matching rows into the order of a search. */
export async function ranked(build) {
    const docs = await load();
    const search = build(docs);
    const all = docs.map((_, at) => at);
    const [list, box, total] = ["results", "q", "n"].map((id) => document.getElementById(id));
    const template = document.createElement("template");
    template.innerHTML = docs.map(row).join("");
    const rows = [...template.content.children];
    const draw = () => {
        const typed = box.value.trim();
        const ids = facets.filter(typed ? timed(() => search(typed)) : all);
        list.replaceChildren(...ids.map((id) => rows[id]));
        facets.count(ids);
        total.textContent = ids.length;
    };
    const facets = new Facets(docs, draw);
    box.addEventListener("input", draw);
    draw();
}
