// @ts-check
// Starts the explorer: loads the WebAssembly with visible progress. If that fails, or the program
// stops later, says in plain words what is wrong. Knows nothing of what it starts.

const boot = document.getElementById("boot");
// A page saved while the explorer ran contains what was drawn then. Remove it: it is drawn anew.
if (!boot) document.querySelectorAll("body > :not(script)").forEach((drawn) => drawn.remove());
const state = document.getElementById("boot-state") ?? added(document.body, "div", "boot__state");
const message = document.getElementById("boot-message") ?? added(state, "p", "");
const progress = /** @type {HTMLProgressElement?} */ (document.getElementById("boot-progress"));
const script = /** @type {HTMLScriptElement?} */ (document.querySelector("script[data-wasm]"));

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

// The first page is the start of the explorer. The address may ask for something else.
if (boot && /^#\/./.test(location.hash)) boot.dataset.elsewhere = "";

let started = false;
let failed = false;

/**
 * Says, once, what is wrong and what to do about it, and offers two ways on.
 * @param {string} what @param {string} remedy
 */
function fail(what, remedy) {
    if (failed) return;
    failed = true;
    state.setAttribute("role", "alert");
    state.classList.add("boot__state--failed");
    progress?.remove();
    message.textContent = `${what} ${remedy}`;
    offer("Reload the page", () => location.reload());
    // If the address itself breaks it, a reload would break it again.
    offer("Start over", () => {
        location.hash = "";
        location.reload();
    });
    // Once the explorer has run, nothing else is left of the first page.
    if (started) document.body.append(state);
}

/**
 * The response, with its bytes shown in the progress bar.
 * @param {Response} response
 */
function followed(response) {
    const total = Number(response.headers.get("Content-Length"));
    const type = { headers: { "Content-Type": "application/wasm" } };
    // The length of a compressed transfer is not that of the bytes read: the bar then only moves.
    if (!progress || !response.body || !total || response.headers.has("Content-Encoding")) {
        // Not every host knows the media type of WebAssembly, and the browser insists on it.
        const named = response.headers.get("Content-Type")?.startsWith("application/wasm");
        return named ? response : new Response(response.body, type);
    }
    let read = 0;
    const counting = new TransformStream({
        transform(chunk, controller) {
            read += chunk.byteLength;
            progress.value = Math.min(read / total, 1);
            controller.enqueue(chunk);
        },
    });
    return new Response(response.body.pipeThrough(counting), type);
}

/**
 * The program from the files that the page names: its start function, and a promise of its code.
 * @param {DOMStringMap} names
 */
async function fetched(names) {
    // On a first visit the page can be read before it can be used: the program is a hundred times
    // as large as everything else. Later visits have it on the device.
    if (!navigator.serviceWorker?.controller) await painted();
    const wasm = new URL(names.wasm ?? "", document.baseURI);
    const [module, response] = await Promise.all([
        import(new URL(names.js ?? "", document.baseURI).href),
        fetch(wasm, { credentials: "same-origin" }),
    ]);
    if (!response.ok) throw new Error(`${wasm.pathname} was answered with ${response.status}`);
    return [module.default, WebAssembly.compileStreaming(followed(response))];
}

/**
 * The program from this page, if one file contains everything.
 * @param {{ start: Function, bytes: string }} inlined
 */
async function unpacked(inlined) {
    const bytes = Uint8Array.from(atob(inlined.bytes), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return [inlined.start, WebAssembly.compile(await new Response(stream).arrayBuffer())];
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
        throw new Error("this browser has no WebAssembly, or it is switched off");
    }
    // @ts-expect-error The build defines it, if one file contains everything.
    const single = typeof inlined === "object" ? inlined : undefined;
    const load = async () => {
        const [start, code] = await (single ? unpacked(single) : fetched(script?.dataset ?? {}));
        return [start, await code];
    };
    const [[start, code]] = await Promise.all([load(), painted()]);
    await start({ module_or_path: code });
}

// A panic ends the program for good. The address holds the view, so a reload loses next to nothing.
// A page that silently stops responding would lose the reader.
addEventListener("error", (event) => {
    if (started && event.error instanceof WebAssembly.RuntimeError) {
        fail(
            "The explorer has stopped because of an internal error.",
            "Reload the page to return to what you were looking at.",
        );
    }
});

try {
    await run();
    started = true;
    (boot ?? state).remove();
} catch (error) {
    fail(
        `The explorer could not start: ${/** @type {Error} */ (error).message}.`,
        "Check the connection and reload the page. " +
            "If that does not help, try a current browser.",
    );
}

// Preparing the next visit neither delays nor breaks this one. A development build has no worker,
// and a page that shows the explorer in a frame does not decide what its readers keep.
const worker = script?.dataset.worker;
if (started && worker && window === window.top) {
    import("./offline.js").then(({ keepOffline }) => keepOffline(worker)).catch(() => {});
}
