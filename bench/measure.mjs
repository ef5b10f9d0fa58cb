// Visits the explorer and its peers in one Chromium, and writes what it has measured.
//
// node measure.mjs --dist FOLDER --into FOLDER --chromium PROGRAM [--rounds 3] [--peers a,b]
// BENCH_MODULES is the folder of the installed packages.
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { PEERS, write } from "./peers.mjs";
import { records } from "./records.mjs";
import { serve } from "./server.mjs";

const { values: options } = parseArgs({
    options: {
        dist: { type: "string" },
        into: { type: "string" },
        chromium: { type: "string" },
        rounds: { type: "string", default: "3" },
        peers: { type: "string", default: "" },
    },
});
const require = createRequire(`${process.env.BENCH_MODULES}/`);
const puppeteer = require("puppeteer-core");
const { queries } = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, "queries.json"), "utf8"));
const probe = fs.readFileSync(path.join(import.meta.dirname, "probe.js"), "utf8");
const docs = records(JSON.parse(fs.readFileSync(path.join(options.dist, "data/myoclonus.json"), "utf8")));
const rounds = Number(options.rounds);
for (const { typed, means } of queries) {
    if (docs.some((doc) => new RegExp(means, "i").test(JSON.stringify(doc)))) continue;
    throw new Error(`queries.json: "${typed}": no record has "${means}"; mend the pattern or drop the query`);
}

/** The words by which a start is measured, and the entry that they must find. */
const START = { first: ["lafor", "lafora"], answer: "ep-lafora" };

/** What is known of two patients, as it is entered in Match: each is typed, and Enter takes it. */
const PATIENTS = [
    ["72", "kidney failure", "cefepime", "confused", "multifocal"],
    ["onset 10", "action myoclonus", "seizures", "ataxia", "mental deterioration", "progressive"],
];

/** A page that does no more than a browser must: it shows what is typed, and keeps it at Enter. */
const EMPTY = `<!doctype html><title>empty</title><input id="q"><p id="typed"></p><ul id="results"></ul><script>
    q.oninput = () => (typed.textContent = q.value);
    q.onkeydown = ({ key }) => {
        if (key !== "Enter") return;
        results.append(Object.assign(document.createElement("li"), { textContent: q.value }));
        q.value = typed.textContent = "";
    };
</script>`;

/** Slow 4G, as Lighthouse defines it. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };

/** How long a start is left alone, in milliseconds: until nothing more comes. */
const ALONE = { near: 1_500, far: 9_000 };

/** Every how many milliseconds a word is typed into a page that starts. */
const EVERY = 16;

/** How long a page may rest between two changes for one key, in milliseconds. */
const QUIET = 25;

const FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
];

const log = (/** @type {any[]} */ ...words) => console.error(...words);
const sleep = (/** @type {number} */ time) => new Promise((done) => setTimeout(done, time));

const pages = path.join(options.into, "pages");
fs.rmSync(pages, { recursive: true, force: true });
await write(docs, pages, require);
fs.mkdirSync(path.join(pages, "empty"));
fs.writeFileSync(path.join(pages, "empty/index.html"), EMPTY);
const [ours, theirs] = [await serve(options.dist), await serve(pages)];
const subjects = [
    { name: "explorer", address: `${ours.address}/#/causes`, box: "#search", rows: ".rows > li" },
    ...Object.keys(PEERS).map((name) => (
        { name, address: `${theirs.address}/${name}/`, box: "#q", rows: "#results > li" }
    )),
].filter(({ name }) => !options.peers || name === "explorer" || options.peers.split(",").includes(name));

/** Pages that take what is typed at Enter, and what Enter changes: in Match, the order. */
const entered = [
    { name: "match", address: `${ours.address}/#/match`, box: "#search", rows: ".fit", taken: "[aria-labelledby=lanes]" },
    { name: "empty", address: `${theirs.address}/empty/`, box: "#q", rows: "#results > li", taken: "#results" },
];

const profile = fs.mkdtempSync(path.join(os.tmpdir(), "bench-"));
const browser = await puppeteer.launch({
    executablePath: options.chromium,
    args: FLAGS,
    userDataDir: profile,
    pipe: true,
    defaultViewport: { width: 1280, height: 800 },
    protocolTimeout: 300_000,
});

/**
 * A page in a context of its own, which has nothing kept.
 * @param {any} subject @param {{ slow?: boolean, throttle?: number }} how
 * @param {(page: any, devtools: any, sent: { requests: number, bytes: number }) => Promise<any>} use
 */
async function visit(subject, { slow = false, throttle = 1 }, use) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const devtools = await page.createCDPSession();
    try {
        const faults = [];
        page.on("pageerror", (/** @type {any} */ fault) => faults.push(`${fault}`));
        const { box, rows, taken } = subject;
        const asked = { box, rows, taken, quiet: QUIET * throttle, ...START };
        await page.evaluateOnNewDocument(`(${probe.replace(/^\/\/.*\n/gm, "").trim()})(${JSON.stringify(asked)})`);
        await devtools.send("Network.enable");
        await devtools.send("Performance.enable");
        // A worker would fetch what it keeps while something else is measured.
        await devtools.send("Network.setBypassServiceWorker", { bypass: true });
        if (slow) await devtools.send("Network.emulateNetworkConditions", SLOW);
        if (throttle > 1) await devtools.send("Emulation.setCPUThrottlingRate", { rate: throttle });
        const sent = { requests: 0, bytes: 0 };
        devtools.on("Network.requestWillBeSent", () => sent.requests++);
        devtools.on("Network.loadingFinished", (/** @type {any} */ file) => (sent.bytes += file.encodedDataLength));
        await page.goto(subject.address, { waitUntil: "domcontentloaded", timeout: 120_000 });
        const result = await use(page, devtools, sent);
        if (faults.length) throw new Error(`${subject.name}: ${faults.join("; ")}`);
        return result;
    } finally {
        await context.close();
    }
}

/** The page once it can be used. @param {any} page @param {any} subject */
async function ready(page, subject) {
    // The list may be in the HTML before its script runs, so the box must answer.
    await page.evaluate((every) => probe.answers(every), EVERY);
    await empty(page, subject);
}

/** Empties the box with one key. @param {any} page @param {any} subject */
async function empty(page, subject) {
    await page.focus(subject.box);
    await page.evaluate((box) => document.querySelector(box).select(), subject.box);
    await page.keyboard.press("Backspace");
    await page.waitForFunction((box) => document.querySelector(box).value === "", {}, subject.box);
    await sleep(300);
}

/** A start: when the first right answer is drawn, and what has come by then. */
async function start(subject, how) {
    const answered = await visit(subject, how, async (page, _, sent) => {
        const time = await page.evaluate((every) => probe.answers(every), EVERY * (how.throttle ?? 1));
        return { answered: time, bytes: sent.bytes };
    });
    // Alone, for what typing would disturb.
    const alone = await visit(subject, how, async (page, _, sent) => {
        await sleep(how.slow ? ALONE.far : ALONE.near);
        const { largest, shift, long } = await page.evaluate(() => probe);
        const blocked = long.reduce((sum, [, took]) => sum + took - 50, 0);
        return { largest, shift, blocked, requests: sent.requests, all: sent.bytes };
    });
    return { ...answered, ...alone };
}

/** Types queries letter by letter, and empties the box after each. */
function typing(subject, asked, throttle) {
    return visit(subject, { throttle }, async (page, devtools) => {
        await ready(page, subject);
        await sleep(1_000);
        const total = await page.evaluate(() => probe.watch() || probe.count());
        const spent = async () => (await devtools.send("Performance.getMetrics")).metrics
            .find((metric) => metric.name === "TaskDuration").value;
        const [keys, searches, clears] = [[], [], []];
        await page.evaluate(() => (probe.long = []));
        const before = await spent();
        for (const { typed } of asked) {
            for (const letter of typed) {
                await page.keyboard.press(letter === " " ? "Space" : letter);
                const [took, searched] = await page.evaluate(async () => [await probe.key(), probe.searched]);
                keys.push(took);
                searches.push(searched);
            }
            await page.evaluate((box) => document.querySelector(box).select(), subject.box);
            await page.keyboard.press("Backspace");
            clears.push(await page.evaluate(() => probe.key()));
            // Rows below the window may follow a little later.
            const isWhole = (all) => probe.count() === all;
            await page.waitForFunction(isWhole, { timeout: 5_000 }, total).catch(() => {
                throw new Error(`${subject.name}: the list is not whole after "${typed}"`);
            });
        }
        const each = (await spent() - before) * 1e3 / (keys.length + clears.length);
        const long = await page.evaluate(() => probe.long.length);
        const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
        return { keys, searches, clears, each, long, nodes };
    });
}

/** Enters the patients, one after the other. */
function entering(subject, throttle) {
    return visit(subject, { throttle }, async (page) => {
        const [keys, enters, lasts] = [[], [], []];
        let long = 0;
        await page.waitForSelector(subject.box);
        await sleep(ALONE.near * throttle);
        await page.evaluate(() => probe.watch());
        for (const patient of PATIENTS) {
            await page.evaluate(() => (location.hash = location.hash.replace(/\?.*/, "")));
            await sleep(500);
            await page.focus(subject.box);
            // Opening the page does not count, nor does leaving the patient before.
            await page.evaluate(() => (probe.long = []));
            for (const known of patient) {
                for (const letter of known) {
                    await page.keyboard.press(letter === " " ? "Space" : letter);
                    keys.push(await page.evaluate(() => probe.key()));
                }
                await page.keyboard.press("Enter");
                const [first, last] = await page.evaluate(() => probe.key());
                enters.push(first);
                lasts.push(last);
            }
            long += await page.evaluate(() => probe.long.length);
        }
        if (!await page.evaluate(() => probe.count())) throw new Error(`${subject.name}: nothing was entered`);
        return { keys, enters, lasts, long };
    });
}

/** The first ten answers to every query, as they are on the page. */
function answers(subject) {
    return visit(subject, {}, async (page) => {
        await ready(page, subject);
        const found = [];
        for (const { typed } of queries) {
            await page.evaluate((words) => probe.ask(words), typed);
            await sleep(250);
            found.push(await page.evaluate(() => probe.first(10)));
            await page.evaluate(() => probe.ask(""));
        }
        return found;
    });
}

const results = {
    date: new Date().toISOString().slice(0, 10),
    chromium: await browser.version(),
    node: process.version,
    processor: `${os.cpus().length} × ${os.cpus()[0].model}`,
    load: [os.loadavg()[0]],
    records: docs.length,
    rounds: 0,
    versions: Object.fromEntries(
        ["minisearch", "@leeoniya/ufuzzy", "react", "@tanstack/react-table", "@tanstack/react-virtual"]
            .map((name) => [name, JSON.parse(fs.readFileSync(`${process.env.BENCH_MODULES}/${name}/package.json`, "utf8")).version]),
    ),
    subjects: Object.fromEntries(subjects.map(({ name }) => (
        [name, { near: [], far: [], x1: [], x4: [], answers: [] }]
    ))),
    entered: Object.fromEntries(entered.map(({ name }) => [name, { x1: [], x4: [] }])),
};
const some = queries.filter((_, at) => at % 9 === 0);
const few = queries.filter((_, at) => at % 18 === 0);
try {
    for (let round = 0; round < rounds; round++) {
        for (let at = 0; at < subjects.length; at++) {
            const subject = subjects[(at + round) % subjects.length];
            const of = results.subjects[subject.name];
            of.near.push(await start(subject, {}));
            of.far.push(await start(subject, { slow: true, throttle: 4 }));
            of.x1.push(await typing(subject, some, 1));
            of.x4.push(await typing(subject, few, 4));
            if (round === 0) of.answers = await answers(subject);
            log(`round ${round + 1}: ${subject.name}`);
        }
        for (const subject of round % 2 ? entered.toReversed() : entered) {
            results.entered[subject.name].x1.push(await entering(subject, 1));
            results.entered[subject.name].x4.push(await entering(subject, 4));
        }
        log(`round ${round + 1}: match`);
        results.load.push(os.loadavg()[0]);
        results.rounds = round + 1;
        fs.writeFileSync(path.join(options.into, "results.json"), JSON.stringify(results));
    }
} finally {
    await browser.close();
    ours.close();
    theirs.close();
    fs.rmSync(profile, { recursive: true, force: true });
}
