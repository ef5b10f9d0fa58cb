// @ts-check
// Starts the explorer: loads the WebAssembly with visible progress. If that fails, or the program
// stops later, says in plain words what is wrong and what can be read meanwhile. Knows nothing of
// what it starts.

/** How long the network may be silent before the page says so, in milliseconds. */
const SILENCE = 20_000;

/** Who can help where a network answers in place of the explorer. */
const SIGN_IN =
    "Networks of hotels, trains and hospitals do this until you have signed in. Sign in, then " +
    "reload the page. If you are signed in, a filter may hold the explorer back: ask the people " +
    "who look after the network.";

/** Something that has gone wrong, in words for the reader. */
class Fault extends Error {
    /**
     * What is wrong, what to do, whether it may help to reload the page, and what an engine says.
     * @param {string} what @param {string} remedy @param {boolean} again @param {string} details
     */
    constructor(what, remedy, again = true, details = "") {
        super(what);
        this.remedy = remedy;
        this.again = again;
        this.details = details;
    }
}

/** An answer that is not the file that was asked for. A cache may have kept it. */
class WrongFile extends Fault {}

/** What is wrong with a damaged file, and what to do.
    @type {[string, string]} */
const DAMAGED = [
    "The explorer came incomplete or changed.",
    "Reload the page. If that does not help, the copy on the host may be damaged.",
];

/** What to do if the connection broke off. */
const CONNECT = "Check the connection, then try again.";

// Some programs write %23 for the sign #. Behind a query it is then no fragment.
const sign = /%(?:25)*(?:u00)?23(?=\/|%(?:25)*(?:u00)?2f)(.*)/i.exec(location.search);
if (sign && !location.hash) location.replace(`#${sign[1]}`);

const boot = document.getElementById("boot");
// A page saved while the explorer ran contains what was drawn then. Remove it: it is drawn anew.
if (!boot) document.querySelectorAll("body > :not(script)").forEach((drawn) => drawn.remove());
const state = document.getElementById("boot-state") ?? added(document.body, "div", "boot__state");
const message = document.getElementById("boot-message") ?? added(state, "p", "");
const progress = /** @type {HTMLProgressElement?} */ (document.getElementById("boot-progress"));
const script = /** @type {HTMLScriptElement?} */ (document.querySelector("script[data-wasm]"));
/** The lists that can be read without the program; none in the single file. */
const lists = [...document.querySelectorAll("#opening nav a")].map((a) => a.getAttribute("href"));

/**
 * A new element at the end of another.
 * @param {Element} parent @param {string} name @param {string} className
 */
function added(parent, name, className) {
    const element = document.createElement(name);
    element.className = className;
    return parent.appendChild(element);
}

/**
 * A button below the message.
 * @param {string} label @param {() => void} action
 */
function offer(label, action) {
    const button = /** @type {HTMLButtonElement} */ (added(state, "button", "btn"));
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", action);
}

/**
 * A link below the message.
 * @param {Element} parent @param {string} label @param {string} address
 */
function link(parent, label, address) {
    const element = /** @type {HTMLAnchorElement} */ (added(added(parent, "li", ""), "a", ""));
    element.textContent = label;
    element.href = new URL(address, document.baseURI).href;
    return element;
}

/** Offers, once, to load everything again. */
function offerReload() {
    if (!state.querySelector("button")) offer("Reload the page", () => location.reload());
}

/** Offers, once, what can be read without the program: first the very page that was asked for. */
function offerReading() {
    if (!lists.length || state.querySelector("ul")) return;
    const links = added(state, "ul", "");
    const asked = /^#?\W*([a-z-]+)(?:\/([a-z0-9_-]+))?/i.exec(decoded(location.hash)) ?? [];
    const list = asked[1]?.toLowerCase() ?? "causes";
    const known = lists.includes(`${list}/index.html`);
    const entry = known && asked[2]?.toLowerCase();
    // The mark says that the explorer itself is no help: see the worker.
    const page = `${known ? list : "causes"}/${entry || "index"}.html?read`;
    link(links, entry ? "Read this entry without the program" : "Read without the program", page);
    link(links, "Save the explorer as one file, for another browser or device", "myoclonus.html")
        .download = "";
}

/** @param {string} fragment */
function decoded(fragment) {
    try {
        return decodeURIComponent(fragment.replace(/%u00/gi, "%"));
    } catch {
        return fragment;
    }
}

// The first page is the start of the explorer. The address may ask for something else.
if (boot && /^#\/./.test(location.hash)) boot.dataset.elsewhere = "";

let started = false;
let failed = false;

/**
 * Says, once, what is wrong and what to do about it, and offers ways on.
 * @param {string} what @param {string} remedy @param {boolean} again @param {string} details
 */
function fail(what, remedy, again = true, details = "") {
    if (failed) return;
    failed = true;
    state.setAttribute("role", "alert");
    state.classList.add("boot__state--failed");
    progress?.remove();
    message.textContent = `${what} ${remedy}`;
    if (!started) offerReading();
    if (again) {
        offerReload();
        // If the address itself breaks it, a reload would break it again.
        offer("Start over", () => {
            location.hash = "";
            location.reload();
        });
    }
    if (details) {
        const element = added(state, "details", "");
        added(element, "summary", "").textContent = "For the people who look after computers";
        added(element, "p", "").textContent = details;
    }
    // Once the explorer has run, nothing else is left of the first page.
    if (started) document.body.append(state);
    // A version that waits may be the mend of this one.
    workers()?.getRegistration().then((it) => it?.waiting?.postMessage("use"), () => {});
}

/** The browser's workers; nothing in a frame that is locked or in a browser without them. */
function workers() {
    try {
        return navigator.serviceWorker;
    } catch {
        return undefined;
    }
}

/**
 * What comes from the network. Each time that the network is silent for long, the action is called.
 * @template T
 * @param {Promise<T>} coming @param {() => void} silent
 */
async function patient(coming, silent) {
    const timer = setInterval(silent, SILENCE);
    try {
        return await coming;
    } finally {
        clearInterval(timer);
    }
}

/** Says that the network is silent, and offers ways on. The load may still end well. */
function silent() {
    if (failed) return;
    const words = `Nothing has come from the network for ${SILENCE / 1000} seconds. The explorer ` +
        "goes on loading as soon as something comes. If it does not, check the connection and " +
        "reload the page.";
    if (message.textContent === words) return;
    message.textContent = words;
    offerReading();
    offerReload();
}

/**
 * Answers of the network in place of a file.
 * @param {URL} address @param {Response} response
 */
function checked(address, response) {
    const details = `${address.pathname} was answered with ${response.status}`;
    if (response.redirected && new URL(response.url).origin !== address.origin) {
        throw new Fault("The network answered with another page.", SIGN_IN);
    }
    if ([401, 403, 407, 451, 511].includes(response.status)) {
        throw new Fault(`The network or the host does not let it through (${details}).`, SIGN_IN);
    }
    if (!response.ok) {
        throw new Fault(
            `The host does not give a part of it (${details}).`,
            "It may be in the middle of an update: reload the page in a minute.",
        );
    }
    return response;
}

/**
 * The response of the host to a request for a file.
 * @param {URL} address @param {RequestCache} cache @param {() => void} silent
 */
async function asked(address, cache, silent) {
    const answer = await patient(fetch(address, { cache }), silent).catch(() => {
        throw new Fault("The connection broke off.", CONNECT);
    });
    return checked(address, answer);
}

/**
 * The bytes of a response. Says what share of them has come, where it is known. Goes without
 * streams that not every browser has.
 * @param {Response} response @param {() => void} silent @param {(share: number) => void} came
 */
async function read(response, silent, came) {
    const total = Number(response.headers.get("Content-Length"));
    // The length of a compressed transfer is not that of the bytes read: the bar then only moves.
    const counts = total && !response.headers.has("Content-Encoding");
    const chunks = [];
    let length = 0;
    try {
        const reader = response.body?.getReader?.();
        if (!reader) return new Uint8Array(await response.arrayBuffer());
        for (;;) {
            const { done, value } = await patient(reader.read(), silent);
            if (done) break;
            chunks.push(value);
            length += value.byteLength;
            came(counts ? Math.min(length / total, 1) : 0);
        }
    } catch {
        throw new Fault("The connection broke off before everything had come.", CONNECT);
    }
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.byteLength;
    }
    return bytes;
}

/**
 * Fails if these bytes are not those whose hash is in the name of their file.
 * @param {URL} address @param {Uint8Array<ArrayBuffer>} bytes
 */
async function verify(address, bytes) {
    const named = /-([0-9a-f]{16})\.\w+$/.exec(address.pathname)?.[1];
    // Browsers calculate hashes on https only.
    if (!named || !globalThis.crypto?.subtle) return;
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const hash = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    if (!hash.startsWith(named)) {
        throw new WrongFile(...DAMAGED);
    }
}

/**
 * Fails if these bytes are no WebAssembly.
 * @param {Uint8Array} bytes
 */
function ensureCode(bytes) {
    if ([0, 0x61, 0x73, 0x6d].some((byte, at) => bytes[at] !== byte)) {
        throw new WrongFile("The network answered with something else than the explorer.", SIGN_IN);
    }
}

/**
 * The compiled program. Compiles while the bytes come, where the browser can.
 * @param {URL} address @param {RequestCache} cache
 */
async function program(address, cache) {
    const response = await asked(address, cache, silent);
    const copy = response.clone();
    // Not every host knows the media type of WebAssembly, and the browser insists on it.
    const named = response.headers.get("Content-Type")?.startsWith("application/wasm");
    const type = { headers: { "Content-Type": "application/wasm" } };
    const source = named ? response : new Response(response.body, type);
    const early = (async () => WebAssembly.compileStreaming(source))();
    // What went wrong here goes wrong below as well, with a better reason.
    early.catch(() => {});
    const bytes = await read(copy, silent, (share) => {
        if (!failed && message.textContent !== LOADING) message.textContent = LOADING;
        if (progress && share) progress.value = share;
    });
    ensureCode(bytes);
    await verify(address, bytes);
    return early.catch(() => compiled(bytes));
}

/** @param {string} details */
function tooLittleMemory(details) {
    return new Fault(
        "This device has too little free memory for it.",
        "Close other tabs and programs, then reload the page.",
        true,
        details,
    );
}

function tooOld(details = "") {
    return new Fault(
        "This browser is too old for it.",
        "Any version of Chrome, Edge, Firefox or Safari from the last two years will do.",
        false,
        details,
    );
}

/** @param {BufferSource} bytes */
async function compiled(bytes) {
    try {
        return await WebAssembly.compile(bytes);
    } catch (error) {
        const details = `${error}`;
        if (error instanceof RangeError) throw tooLittleMemory(details);
        if (/content.?security|unsafe-eval|\bcsp\b|blocked|refused/i.test(details)) {
            throw new Fault(
                "This host or this browser forbids WebAssembly, which the explorer needs.",
                "The people who look after them can allow it.",
                false,
                details,
            );
        }
        throw tooOld(details);
    }
}

/**
 * A file that comes after the program. Says when it stands still and when it goes on.
 * @param {URL} address @param {RequestCache} cache @param {(seconds: number) => void} stand
 */
async function later(address, cache, stand) {
    const [silent, came] = [() => stand(SILENCE / 1000), () => stand(0)];
    const bytes = await read(await asked(address, cache, silent), silent, came);
    if (address.pathname.endsWith(".wasm")) ensureCode(bytes);
    await verify(address, bytes);
    return bytes;
}

/** Code that is not what it should be. */
const damaged = (/** @type {unknown} */ error) =>
    error instanceof RangeError ? tooLittleMemory(`${error}`) : new WrongFile(...DAMAGED);

/** The program once it runs: what it shares with its second part.
    @type {Promise<WebAssembly.Exports>} */
let running;

/** The second part, once it is in the program.
    @type {Promise<unknown> | undefined} */
let linked;

/**
 * Gives the program what is read in entries, or the reason why it has not come, each time that the
 * program asks for it, and says how long the network has been silent. Before that, puts the second
 * part into the program: the code that shows what is read.
 * @param {(isFirst: boolean, stand: (seconds: number) => void)
 *     => Promise<[Uint8Array, WebAssembly.Module]>} get
 */
function deliver(get) {
    let times = 0;
    addEventListener("reading-wanted", async () => {
        const time = ++times;
        const say = (/** @type {string} */ name, /** @type {unknown} */ detail) =>
            dispatchEvent(new CustomEvent(name, { detail }));
        const isLast = () => time === times;
        const coming = get(time === 1, (seconds) => isLast() && say("reading-stands", seconds));
        const detail = await coming.then(async ([texts, code]) => {
            const shared = { __wasm_split: await running };
            const link = (linked ??= WebAssembly.instantiate(code, shared));
            await link.catch((error) => {
                if (linked === link) linked = undefined;
                throw damaged(error);
            });
            return texts;
        }).catch((fault) => `${fault.message} ${fault.remedy ?? ""}`);
        // What was asked for earlier may still come, and then it is as good.
        if (isLast() || typeof detail !== "string") say("reading-came", detail);
        globalThis.performance?.mark?.("reading");
    });
}

/**
 * The start function in a module.
 * @param {URL} address
 */
async function startIn(address) {
    try {
        return (await import(address.href)).default;
    } catch (error) {
        // A cache may have kept something else under this name. A module that has failed is not
        // asked for again, except under another address.
        const fresh = await asked(address, "reload", silent);
        if (!/javascript/.test(fresh.headers.get("Content-Type") ?? "")) {
            throw new Fault("The network answered with something else than the explorer.", SIGN_IN);
        }
        const again = new URL(address);
        again.search = "?again";
        return (await import(again.href)).default;
    }
}

/**
 * The program from the files that the page names: its start function, and its code.
 * @param {DOMStringMap} names
 */
async function fetched(names) {
    // On a first visit the page can be read before it can be used: the program is a hundred times
    // as large as everything else. Later visits have it on the device.
    if (!workers()?.controller) await painted();
    const wasm = new URL(names.wasm ?? "", document.baseURI);
    const code = program(wasm, "default").catch((fault) => {
        if (!(fault instanceof WrongFile)) throw fault;
        return program(wasm, "reload");
    });
    const reading = new URL(names.reading ?? "", document.baseURI);
    const deferred = new URL(names.deferred ?? "", document.baseURI);
    /** @type {Uint8Array | undefined} */
    let texts;
    /** @type {WebAssembly.Module | undefined} */
    let shows;
    /** @type {(cache: RequestCache, stand: (seconds: number) => void)
        => Promise<[Uint8Array, WebAssembly.Module]>} */
    const rest = async (cache, stand) => {
        // What has come is kept. Only what is lost is asked for again.
        const both = await Promise.all([
            texts ?? later(reading, cache, stand).then((bytes) => (texts = bytes)),
            shows ?? later(deferred, cache, stand)
                .then((bytes) => WebAssembly.compile(bytes).catch((error) => {
                    throw damaged(error);
                }))
                .then((code) => (shows = code)),
        ]);
        // The program may refuse the texts.
        texts = undefined;
        return both;
    };
    // What finds comes first: the rest would take half of a slow connection from it.
    let stand = (/** @type {number} */ _seconds) => {};
    const early = code.then(() => rest("default", (seconds) => stand(seconds)));
    // It is the program that says so, once it is asked.
    early.catch(() => {});
    deliver((isFirst, say) => {
        const again = () => rest("reload", say);
        if (!isFirst) return again();
        stand = say;
        return early.catch(again);
    });
    const module = startIn(new URL(names.js ?? "", document.baseURI));
    // The small part may stand still although the large one has come.
    code.then(() => patient(module, silent)).catch(() => {});
    return Promise.all([module, code]);
}

/**
 * The program from this page, if one file contains everything.
 * @param {{ start: Function, bytes: string, reading: string, deferred: string }} inlined
 */
async function unpacked(inlined) {
    if (typeof DecompressionStream !== "function") throw tooOld();
    deliver(async () => [
        new Uint8Array(await inflated(inlined.reading)),
        await compiled(await inflated(inlined.deferred)),
    ]);
    return [inlined.start, await compiled(await inflated(inlined.bytes))];
}

/**
 * The bytes of a file in this page.
 * @param {string} packed
 */
function inflated(packed) {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
}

// Waits until the first page has been painted, so there is something to read at once. A hidden
// tab paints nothing and must not wait.
function painted() {
    return new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
        setTimeout(resolve, document.hidden ? 0 : 100);
    });
}

async function run() {
    if (typeof WebAssembly !== "object") {
        throw new Fault(
            "WebAssembly is switched off in this browser, and the explorer needs it.",
            "Lockdown Mode on Apple devices, the enhanced security of Microsoft Edge or a rule " +
                "of your employer may have switched it off. In the first two you can make an " +
                "exception for this site. For a rule, ask the people who look after your " +
                "computer. A very old browser does not have it at all.",
            false,
        );
    }
    // @ts-expect-error The build defines it, if one file contains everything.
    const single = typeof inlined === "object" ? inlined : undefined;
    const load = single ? unpacked(single) : fetched(script?.dataset ?? {});
    const [[start, code]] = await Promise.all([load, painted()]);
    running = start({ module_or_path: code });
    await running.catch((/** @type {unknown} */ error) => {
        throw error instanceof RangeError ? tooLittleMemory(`${error}`) : error;
    });
}

// A panic ends the program for good, and so does a stack that is full. The address holds the view, so
// a reload loses next to nothing. A page that silently stops responding would lose the reader.
/** @param {unknown} error */
function notice(error) {
    const isFull = error instanceof Error && /call stack|recursion/i.test(error.message) &&
        /wasm/.test(error.stack ?? "");
    if (started && (isFull || error instanceof WebAssembly.RuntimeError)) {
        fail(
            "The explorer has stopped because of an internal error.",
            "Reload the page to return to what you were looking at.",
        );
    }
}
addEventListener("error", (event) => notice(event.error));
addEventListener("unhandledrejection", (event) => notice(event.reason));

// A copy that a browser has saved from the running page contains what was drawn, and nothing that
// answers. A sentence says so where this element is not defined.
for (const a of document.querySelectorAll("saved-copy a")) {
    // In the copy, the address must be whole.
    if (a instanceof HTMLAnchorElement) a.setAttribute("href", a.href);
}
globalThis.customElements?.define("saved-copy", class extends HTMLElement {});

// A worker of a new version asks whether the page runs. One that does not, needs the new version.
workers()?.addEventListener("message", ({ data, ports }) => {
    if (data === "runs?" && !failed) ports[0]?.postMessage("runs");
});

const LOADING = "Loading the explorer.";
message.textContent = LOADING;
document.getElementById("boot-stays")?.remove();

try {
    await run();
    started = true;
    (boot ?? state).remove();
    const note = document.querySelector("saved-copy");
    // The link that skips to the content stays the first of the page.
    if (note) document.querySelector(`a[href="#main"]`)?.after(note);
    // Where no element can be defined, the note would be shown here as well.
    if (!globalThis.customElements) note?.remove();
} catch (error) {
    const [what, { remedy, again, details }] = error instanceof Fault
        ? [error.message, error]
        : ["", new Fault("", "Reload the page, or try a current browser.", true, `${error}`)];
    fail(`The explorer could not start. ${what}`.trim(), remedy, again, details);
}

// Preparing the next visit neither delays nor breaks this one. A development build has no worker,
// and a page that shows the explorer in a frame does not decide what its readers keep.
const worker = script?.dataset.worker;
if (started && worker && workers() && window === window.top) {
    import("./offline.js").then(({ keepOffline }) => keepOffline(worker)).catch(() => {});
}
