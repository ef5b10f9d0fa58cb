// Starts the explorer: loads the WebAssembly with visible progress, and says in plain words what
// is wrong when that fails or when the program breaks later. Knows nothing of what it starts.

const boot = document.getElementById("boot");
const message = document.getElementById("boot-message");
const progress = document.getElementById("boot-progress");
const script = document.querySelector("script[data-wasm]");

/** A button that stands below the message. */
function offer(label, action) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = label;
    button.addEventListener("click", action);
    boot.append(button);
}

let failed = false;

/** Tells, once, what is wrong and what to do about it, and offers the two ways on. */
function fail(what, remedy) {
    if (failed) return;
    failed = true;
    boot.setAttribute("role", "alert");
    boot.classList.add("boot--failed");
    progress.remove();
    message.textContent = `${what} ${remedy}`;
    offer("Load the page again", () => location.reload());
    // Should the address itself be what breaks it, loading again would break it again.
    offer("Start afresh", () => {
        location.hash = "";
        location.reload();
    });
    document.body.append(boot);
}

/** The response, with the progress bar following its bytes. */
function followed(response) {
    const total = Number(response.headers.get("Content-Length"));
    // Behind a compressed transfer the length is not that of the bytes read: the bar then only moves.
    if (!response.body || !total || response.headers.has("Content-Encoding")) return response;
    let read = 0;
    const counted = response.body.pipeThrough(
        new TransformStream({
            transform(chunk, controller) {
                read += chunk.byteLength;
                progress.value = Math.min(read / total, 1);
                controller.enqueue(chunk);
            },
        }),
    );
    return new Response(counted, { headers: { "Content-Type": "application/wasm" } });
}

async function start() {
    if (typeof WebAssembly !== "object") {
        throw new Error("this browser has no WebAssembly, or it is switched off");
    }
    const wasm = new URL(script.dataset.wasm, document.baseURI);
    const [module, response] = await Promise.all([
        import(new URL(script.dataset.js, document.baseURI)),
        fetch(wasm, { credentials: "same-origin" }),
    ]);
    if (!response.ok) throw new Error(`${wasm.pathname} was answered with ${response.status}`);
    await module.default({ module_or_path: followed(response) });
}

let started = false;

// A panic ends the program for good. The address holds the view, so loading again loses next to
// nothing; a page that silently stops answering would lose the reader.
addEventListener("error", (event) => {
    if (started && event.error instanceof WebAssembly.RuntimeError) {
        fail("The explorer has stopped because of an error in it.", "Loading the page again brings back what you were looking at.");
    }
});

try {
    await start();
    started = true;
    boot.remove();
} catch (error) {
    fail(
        `The explorer could not start: ${error.message}.`,
        "Check the connection and load the page again; if that does not help, try a current browser.",
    );
}
