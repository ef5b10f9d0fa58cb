// Runs in every page before its own scripts. Knows only its search box and its rows.
// `asked` is { box, rows, taken, first: [a, b], answer, quiet }.
(asked) => {
    if (window.top !== window) return;
    const probe = (window.probe = { largest: 0, shift: 0, long: [], searched: 0 });
    const observe = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note))
        .observe({ type, buffered: true });
    observe("largest-contentful-paint", (entry) => (probe.largest = entry.startTime));
    observe("layout-shift", (entry) => (probe.shift += entry.hadRecentInput ? 0 : entry.value));
    /** How long the searches for the last key took: every page notes them. */
    observe("measure", (entry) => (probe.searched += entry.name === "explore" ? entry.duration : 0));
    observe("longtask", (entry) => probe.long.push([entry.startTime, entry.duration]));

    const rows = () => [...document.querySelectorAll(asked.rows)].filter((row) => row.checkVisibility());
    probe.count = () => rows().length;
    const slug = (row) => row.dataset.slug ?? row.querySelector("[data-slug]")?.dataset.slug;
    /** The first entries on the page. A page that draws only what is in view has no others. */
    probe.first = (most) => rows()
        .sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
        .slice(0, most).map(slug);

    // The first task after the next frame.
    const channel = new MessageChannel();
    let next;
    channel.port1.onmessage = () => next(performance.now());
    const frame = () => new Promise((done) => requestAnimationFrame(() => {
        next = done;
        channel.port2.postMessage(0);
    }));

    /** Types words at once. */
    probe.ask = (words) => {
        const box = document.querySelector(asked.box);
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(box, words);
        box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    };

    /** The time when the page has drawn the right answer to what is typed as soon as it can be. */
    probe.answers = async (every) => {
        const isRight = () => rows().slice(0, 3).some((row) => asked.answer === slug(row));
        for (let turn = 0; ; turn++) {
            if (document.querySelector(asked.box)) {
                // What was typed before may be answered late, so the two words alternate.
                if (turn > 0 && isRight()) return frame();
                probe.ask(asked.first[turn % 2]);
                if (isRight()) return frame();
            }
            await new Promise((wait) => setTimeout(wait, every));
        }
    };

    // From a key to the frame that shows its last change; from Enter, to the first one as well.
    let changed = 0;
    let isWatched = false;
    /** The part of the page whose changes count, if not all do. */
    let part;
    const counts = ({ target }) => !part || (target.closest ? target : target.parentElement)?.closest(part);
    probe.watch = () => {
        isWatched = true;
        new MutationObserver((list) => (changed += list.filter(counts).length)).observe(document.body, {
            attributes: true, characterData: true, childList: true, subtree: true,
        });
    };
    const results = [];
    const waiting = [];
    /** How long the next key takes, for Enter until the first and the last change; asked before or after it is pressed. */
    probe.key = () => new Promise((give) => results.length ? give(results.shift()) : waiting.push(give));
    let isBusy = false;
    let hasInput = false;
    addEventListener("input", () => (hasInput = true), true);
    addEventListener("keydown", async (event) => {
        if (!isWatched || isBusy) return;
        // Enter changes no box: it takes what is in it.
        const takes = event.key === "Enter";
        probe.searched = 0;
        [isBusy, hasInput, changed, part] = [true, takes, 0, takes ? asked.taken : undefined];
        let [first, last, quiet] = [0, 0, 0];
        for (;;) {
            const now = await frame();
            if (changed) first ||= now;
            if (!last || changed) [last, quiet, changed] = [now, 0, 0];
            else quiet++;
            const passed = now - event.timeStamp;
            if ((hasInput && quiet >= 2 && passed > asked.quiet) || passed > 15_000) break;
        }
        isBusy = false;
        const until = (time) => (time || last) - event.timeStamp;
        const took = takes ? [until(first), until(last)] : until(last);
        if (waiting.length) waiting.shift()(took);
        else results.push(took);
    }, true);
}
