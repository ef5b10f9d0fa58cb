// Builds the pages of the peers: the same records, box, filters and rows for each.
import fs from "node:fs";
import path from "node:path";
import { row } from "./page/common.js";
import { brotli } from "./server.mjs";

const BAR = '<div class="bar"><input id="q" autocomplete="off"><select id="f-inheritance"></select>' +
    '<select id="f-onset"></select><select id="f-genes"></select><span id="n"></span></div>';

/** What stands in the page before its script runs. */
const BODIES = {
    vanilla: (docs) => `${BAR}<ul id="results">${docs.map(row).join("")}</ul>`,
    minisearch: () => `${BAR}<ul id="results"></ul>`,
    ufuzzy: () => `${BAR}<ul id="results"></ul>`,
    tanstack: () => '<div id="app"></div>',
};

/** The peers, as they are named in the report. */
export const PEERS = {
    vanilla: "no library, list in the HTML",
    minisearch: "MiniSearch",
    ufuzzy: "uFuzzy",
    tanstack: "React + TanStack Virtual",
};

/** The records as positions in lists of words, the most frequent first. */
function packed(docs) {
    const words = (field) => {
        const counts = new Map();
        for (const value of docs.flatMap((doc) => doc[field])) counts.set(value, (counts.get(value) ?? 0) + 1);
        return [...counts].sort((one, other) => other[1] - one[1]).map(([value]) => value);
    };
    const lists = Object.fromEntries(
        ["category", "genes", "inheritance", "onset", "phenotypes"].map((field) => [field, words(field)]),
    );
    const places = Object.fromEntries(
        Object.entries(lists).map(([field, list]) => [field, new Map(list.map((value, at) => [value, at]))]),
    );
    const at = (doc, field) => doc[field].map((value) => places[field].get(value));
    const rows = docs.map((doc) => [
        doc.id, doc.name, doc.synonyms, places.category.get(doc.category), at(doc, "genes"),
        at(doc, "inheritance"), at(doc, "onset"), at(doc, "phenotypes"), doc.summary,
    ]);
    return { ...lists, rows };
}

/**
 * Writes the pages into a folder, one folder for each.
 * @param {any[]} docs @param {string} folder @param {(name: string) => any} require
 */
export async function write(docs, folder, require) {
    const esbuild = require("esbuild");
    const from = path.join(import.meta.dirname, "page");
    const records = JSON.stringify(packed(docs));
    for (const peer of Object.keys(PEERS)) {
        const built = await esbuild.build({
            entryPoints: [path.join(from, fs.existsSync(path.join(from, `${peer}.js`)) ? `${peer}.js` : `${peer}.jsx`)],
            bundle: true,
            minify: true,
            format: "esm",
            target: "es2022",
            jsx: "automatic",
            legalComments: "none",
            define: { "process.env.NODE_ENV": '"production"' },
            nodePaths: [process.env.BENCH_MODULES],
            write: false,
        });
        const html = '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
            `<meta name="viewport" content="width=device-width"><title>${peer}</title>` +
            '<link rel="stylesheet" href="style.css">' +
            '<link rel="preload" href="records.json" as="fetch" crossorigin>' +
            `<script type="module" src="app.js"></script></head><body>${BODIES[peer](docs)}</body></html>`;
        const style = fs.readFileSync(path.join(from, "style.css"), "utf8").replace(/\s*\n\s*/g, "");
        fs.mkdirSync(path.join(folder, peer), { recursive: true });
        for (const [name, content] of [
            ["index.html", html], ["app.js", built.outputFiles[0].contents], ["style.css", style],
            ["records.json", records],
        ]) {
            const file = path.join(folder, peer, name);
            fs.writeFileSync(file, content);
            // No visit must wait for the compression.
            fs.writeFileSync(`${file}.br`, brotli(fs.readFileSync(file)));
        }
    }
}
