// Starts the explorer: loads the WebAssembly with visible progress, and says in plain words what
// is wrong when that fails or when the program breaks later. Knows nothing of what it starts.

const boot = document.getElementById("boot");
// A page that was saved while the explorer ran holds what was drawn then. It is drawn anew.
if (!boot) document.querySelectorAll("body > :not(script)").forEach((drawn) => drawn.remove());
const state = document.getElementById("boot-state") ?? added(document.body, "div", "boot__state");
const message = document.getElementById("boot-message") ?? added(state, "p", "");
const progress = document.getElementById("boot-progress");
const script = document.querySelector("script[data-wasm]");

/** A new element at the end of another. */
function added(parent, name, className) {
    const element = document.createElement(name);
    element.className = className;
    return parent.appendChild(element);
}

/** A button that stands below the message. */
function offer(label, action) {
    const button = added(state, "button", "button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", action);
}

let started = false;
let failed = false;

/** Tells, once, what is wrong and what to do about it, and offers the two ways on. */
function fail(what, remedy) {
    if (failed) return;
    failed = true;
    state.setAttribute("role", "alert");
    state.classList.add("boot__state--failed");
    progress?.remove();
    message.textContent = `${what} ${remedy}`;
    offer("Load the page again", () => location.reload());
    // Should the address itself be what breaks it, loading again would break it again.
    offer("Start afresh", () => {
        location.hash = "";
        location.reload();
    });
    // Once the explorer has run, nothing else is left of the first page.
    if (started) document.body.append(state);
}

/** The response, with the progress bar following its bytes. */
function followed(response) {
    const total = Number(response.headers.get("Content-Length"));
    const type = { headers: { "Content-Type": "application/wasm" } };
    // Behind a compressed transfer the length is not that of the bytes read: the bar then only moves.
    if (!response.body || !total || response.headers.has("Content-Encoding")) {
        // Not every host knows what WebAssembly is called; the browser asks for the right name.
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

/** The program from the files that the page names: how it is started, and the promise of its code. */
async function fetched() {
    // On a first visit what can be read comes before what can be used: the program is a hundred times as
    // long as all else. Later ones have it on the device.
    if (!navigator.serviceWorker?.controller) await painted();
    const wasm = new URL(script.dataset.wasm, document.baseURI);
    const [module, response] = await Promise.all([
        import(new URL(script.dataset.js, document.baseURI)),
        fetch(wasm, { credentials: "same-origin" }),
    ]);
    if (!response.ok) throw new Error(`${wasm.pathname} was answered with ${response.status}`);
    return [module.default, WebAssembly.compileStreaming(followed(response))];
}

/** The program out of this very page, where one file holds everything: the build puts `inlined` here. */
async function unpacked() {
    const bytes = Uint8Array.from(atob(inlined.bytes), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return [inlined.start, WebAssembly.compile(await new Response(stream).arrayBuffer())];
}

/** Waits until the first page has been painted, so that there is something to read from the first moment
    on. A hidden tab paints nothing, and must not wait for it. */
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
    const load = async () => {
        const [start, code] = await (typeof inlined === "object" ? unpacked() : fetched());
        return [start, await code];
    };
    const [[start, code]] = await Promise.all([load(), painted()]);
    await start({ module_or_path: code });
}

// A panic ends the program for good. The address holds the view, so loading again loses next to
// nothing; a page that silently stops answering would lose the reader.
addEventListener("error", (event) => {
    if (started && event.error instanceof WebAssembly.RuntimeError) {
        fail("The explorer has stopped because of an error in it.", "Loading the page again brings back what you were looking at.");
    }
});

try {
    await run();
    started = true;
    (boot ?? state).remove();
} catch (error) {
    fail(
        `The explorer could not start: ${error.message}.`,
        "Check the connection and load the page again; if that does not help, try a current browser.",
    );
}

// What is for the next visit neither holds up nor breaks this one. A development build has no worker, and
// a page that shows the explorer in a frame does not choose what its readers keep.
const worker = script?.dataset.worker;
if (started && worker && window === window.top) {
    import("./offline.js").then(({ keepOffline }) => keepOffline(worker)).catch(() => {});
}
