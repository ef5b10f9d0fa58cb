// Writes the tables of what was measured.
//
// node report.mjs --dist FOLDER --results FILE > docs/benchmarks.md
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { PEERS } from "./peers.mjs";
import { records } from "./records.mjs";

const { values: options } = parseArgs({ options: { dist: { type: "string" }, results: { type: "string" } } });
const read = (/** @type {string} */ file) => JSON.parse(fs.readFileSync(file, "utf8"));
const results = read(options.results);
const { queries } = read(path.join(import.meta.dirname, "queries.json"));
const texts = new Map(records(read(path.join(options.dist, "data/myoclonus.json")))
    .map((doc) => [doc.id, JSON.stringify(doc)]));

const OURS = "explorer";
const names = Object.keys(results.subjects);
const label = (/** @type {string} */ name) => name === OURS ? "**explorer**" : PEERS[name];

function quantile(list, part) {
    const sorted = [...list].sort((one, other) => one - other);
    return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
}

const median = (list) => quantile(list, 0.5);
/** The median of one value over the rounds. */
const of = (phase, value) => (name) => median(results.subjects[name][phase].map((round) => round[value]));
/** A quantile over all keys of all rounds. */
const keys = (phase, value, part) => (name) =>
    quantile(results.subjects[name][phase].flatMap((round) => round[value]), part);

/** How many queries find what they mean among the first answers. */
const right = (most, chosen = () => true) => (name) => queries.filter((query, at) => {
    const first = results.subjects[name].answers[at].slice(0, most);
    return chosen(query) && first.some((id) => new RegExp(query.means, "i").test(texts.get(id) ?? ""));
}).length;

const print = (text) => process.stdout.write(`${text}\n`);

/** A table: a row for each page, and below it ours against the best of the others. */
function table(title, columns) {
    print(`\n## ${title}\n`);
    print(`| page | ${columns.map(([head]) => head).join(" | ")} |`);
    print(`| --- |${columns.map(() => " ---: |").join("")}`);
    const values = columns.map(([, value]) => Object.fromEntries(names.map((name) => [name, value(name)])));
    const shown = (value, digits) => value === undefined ? "–" : value.toFixed(digits);
    for (const name of names) {
        const cells = columns.map(([, , digits], at) => shown(values[at][name], digits));
        print(`| ${label(name)} | ${cells.join(" | ")} |`);
    }
    const ratios = columns.map(([, , , isMore], at) => {
        const others = names.filter((name) => name !== OURS).map((name) => values[at][name]);
        const best = isMore ? Math.max(...others) : Math.min(...others);
        return best ? (values[at][OURS] / best).toFixed(2) : "–";
    });
    print(`| explorer ÷ best peer | ${ratios.join(" | ")} |`);
}

const typos = queries.filter((query) => query.typo).length;
print(`# Benchmarks

The explorer against pages that other tools build from the same ${results.records} records. [bench/](../bench/README.md) says how
they are made and measured; \`cargo xtask bench\` writes this file again. Times are those of a shared machine, so only the ratios
within one run mean something.

Run of ${results.date}: ${results.chromium}, Node ${results.node}, ${results.processor}, rounds: ${results.rounds}, load average
${results.load.map((load) => load.toFixed(1)).join(", ")}. ${Object.entries(results.versions).map(([name, version]) => `${name} ${version}`).join(", ")}.`);

table(`Answers to ${queries.length} queries, ${typos} of them misspelt`, [
    ["right first", right(1), 0, true],
    ["right in ten", right(10), 0, true],
    ["misspelt, right in ten", right(10, (query) => query.typo), 0, true],
]);
for (const [phase, title] of [["x1", "Typing"], ["x4", "Typing with a processor four times slower"]]) {
    table(`${title} (ms)`, [
        ["key to paint, median", keys(phase, "keys", 0.5), 1],
        ["p95", keys(phase, "keys", 0.95), 1],
        ["search alone, p95", keys(phase, "searches", 0.95), 1],
        ["clear the box, median", keys(phase, "clears", 0.5), 1],
        ["processor for each key", of(phase, "each"), 1],
        ["tasks over 50 ms", of(phase, "long"), 0],
        ["elements", of(phase, "nodes"), 0],
    ]);
}
for (const [phase, title] of [
    ["near", "Start from the same machine"], ["far", "Start on slow 4G with a processor four times slower"],
]) {
    table(title, [
        ["first right answer, ms", of(phase, "answered"), 0],
        ["largest content, ms", of(phase, "largest"), 0],
        ["blocked, ms", of(phase, "blocked"), 0],
        ["bytes until then, kB", (name) => of(phase, "bytes")(name) / 1e3, 0],
        ["bytes in all, kB", (name) => of(phase, "all")(name) / 1e3, 0],
        ["requests", of(phase, "requests"), 0],
        ["layout shift", of(phase, "shift"), 3],
    ]);
}

print(`
## Match

Two patients are entered, key by key; Enter takes what is in the box and orders all causes anew. *Enter to paint* counts until the
new order is there with its first row, *until all rows* until the rows below them have followed; the next question
comes after that. Beside it a page that does no more than show what is typed. Times in ms.

| | page | key to paint, median | p95 | Enter to paint, median | p95 | until all rows, median | p95 | tasks over 50 ms in each visit |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |`);
for (const [phase, processor] of [["x1", "as it is"], ["x4", "four times slower"]]) {
    for (const [name, label] of [["match", "**Match**"], ["empty", "a page that only shows what is typed"]]) {
        const rounds = results.entered[name][phase];
        const all = (/** @type {string} */ value) => rounds.flatMap((round) => round[value]);
        const cells = ["keys", "enters", "lasts"].flatMap((value) => [0.5, 0.95].map((part) => quantile(all(value), part).toFixed(1)));
        print(`| ${processor} | ${label} | ${cells.join(" | ")} | ${all("long").join(", ")} |`);
    }
}
