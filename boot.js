// Starts the explorer: loads the WebAssembly with visible progress, and says in plain words what
// is wrong when that fails or when the program breaks later. Knows nothing of what it starts.

const boot = document.getElementById("boot");
const message = document.getElementById("boot-message");
const progress = document.getElementById("boot-progress");
const script = document.querySelector("script[data-wasm]");

/** Tells what is wrong, what to do about it, and offers to load the page again. */
function fail(what, remedy) {
    boot.setAttribute("role", "alert");
    boot.classList.add("boot--failed");
    progress?.remove();
    message.textContent = `${what} ${remedy}`;
    const again = document.createElement("button");
    again.type = "button";
    again.className = "button";
    again.textContent = "Load the page again";
    again.addEventListener("click", () => location.reload());
    message.after(again);
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

// A panic ends the program for good. The address still holds the view, so loading again loses
// nothing; a page that silently stops answering would.
addEventListener("error", (event) => {
    if (started && event.error instanceof WebAssembly.RuntimeError) {
        fail("The explorer has stopped because of an error in it.", "Your search is kept in the address.");
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
