// One step of a reader who presses anything, chosen by a number. Returns what was done, a key that
// the driver has to press, and the count that the page promised for it.
function walk(seed, words) {
    let state = (seed % 2147483646) + 1;
    const below = (bound) => {
        // The generator of Park and Miller.
        state = (state * 48271) % 2147483647;
        return state % bound;
    };
    const one = (of) => of[below(of.length)];
    for (let warm = 0; warm < 5; warm += 1) below(2);

    const dialogue = document.querySelector("dialog[open]");
    const within = dialogue ?? document;
    const isHere = (link) =>
        link.hash?.startsWith("#/") && link.pathname === location.pathname && !link.target;
    const controls = [...within.querySelectorAll("a[href], button, summary, input, select")].filter(
        (it) => it.checkVisibility({ visibilityProperty: true }) && !it.disabled && !it.closest("[inert]"),
    );
    const usable = controls.filter((it) => it.tagName !== "A" || isHere(it));
    const named = (it) =>
        `${it.tagName.toLowerCase()} ${(it.ariaLabel ?? it.labels?.[0]?.textContent ?? it.textContent).trim().slice(0, 60)}`;

    const type = (box, text) => {
        box.focus();
        box.value = text;
        box.dispatchEvent(new InputEvent("input", { bubbles: true }));
        return { did: `type ${JSON.stringify(text)}` };
    };
    const press = () => {
        const it = one(usable);
        if (!it) return { did: "nothing to press" };
        it.focus();
        if (it.type === "search" || it.type === "text") return type(it, one(words));
        if (it.tagName === "SELECT") {
            it.selectedIndex = below(it.options.length);
            it.dispatchEvent(new Event("change", { bubbles: true }));
            return { did: `choose ${it.value} in ${named(it)}` };
        }
        const facet = it.closest("fieldset, details");
        const isFirst = it.type === "checkbox" && !it.checked && !facet?.querySelector("input:checked");
        const count = isFirst && it.closest("main") && it.labels?.[0]?.textContent.trim().match(/(\d+)$/);
        it.click();
        return { did: `press ${named(it)}`, count: count ? Number(count[1]) : null };
    };
    const search = () => {
        const box = usable.find((it) => it.type === "search");
        return box ? type(box, one(words)) : press();
    };
    // As translators and extensions do.
    const meddle = () => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found = [];
        while (texts.nextNode()) {
            const text = texts.currentNode;
            if (text.data.trim() && !text.parentElement.closest("script, style, textarea, option")) found.push(text);
        }
        for (let time = 0; time < 40; time += 1) {
            const text = one(found);
            if (!text?.isConnected) continue;
            const outer = document.createElement("font");
            outer.append(document.createElement("font"));
            outer.firstChild.append(document.createTextNode(text.data));
            text.replaceWith(outer);
        }
        const added = document.createElement("div");
        added.hidden = true;
        document.body.append(added);
        return { did: "change the page from outside" };
    };
    const address = () => {
        const to = one([
            "#/", "#/causes", "#/causes?q=startle", "#/causes?course=acute", "#/types/cortical", "#/work-up",
            "#/causes/phys-hiccup.", "#/Causes/Gen-Wilson", "#%2Fcauses%3Fq%3Dhiccup", "#/causes/no-such",
            "#/compare?causes=phys-hiccup,gen-wilson", "#/causes?q=startle&amp;course=progressive", "#/about",
        ]);
        location.hash = to;
        return { did: `go to ${to}` };
    };
    const key = () => ({ key: one(["Tab", "Tab", "Enter", "Escape", "Down", "Up", "Home", "End", "Space"]) });
    const steps = [
        press, press, press, press, press, press, press, search, search, key, key, key,
        () => ({ history: "back" }), () => ({ history: "back" }), () => ({ history: "forward" }),
        () => ({ size: one([[1440, 900], [1024, 700], [700, 900], [500, 800]]) }),
        meddle, address,
    ];
    return one(steps)();
}
