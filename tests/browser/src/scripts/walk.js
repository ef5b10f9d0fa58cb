// One step of a reader who presses anything, chosen by a number. Returns what was done, a key that
// the driver has to press, and the count that the page promised for it.
function walk(seed, words, findings) {
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
    // Links in a drawing know no hash and cannot be clicked by name.
    const isHere = (link) => link.getAttribute("href").startsWith("#/") && !link.getAttribute("target");
    const click = (it) => it.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window }));
    const selector = "a[href], button, summary, input, select, textarea, [role=option]";
    const controls = [...within.querySelectorAll(selector)].filter(
        (it) => it.checkVisibility({ visibilityProperty: true }) && !it.disabled && !it.closest("[inert]"),
    );
    const usable = controls.filter((it) => !it.matches("a") || isHere(it));
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
        // The focus stays in the box above the options.
        if (it.role !== "option") it.focus();
        if (it.type === "search") return type(it, one(words));
        if (it.type === "text" || it.tagName === "TEXTAREA") return it.readOnly ? { did: "look" } : enter(it);
        if (it.type === "file") return open(it);
        if (it.tagName === "SELECT") {
            it.selectedIndex = below(it.options.length);
            it.dispatchEvent(new Event("change", { bubbles: true }));
            return { did: `choose ${it.value} in ${named(it)}` };
        }
        const facet = it.closest("fieldset, details");
        const isFirst = it.type === "checkbox" && !it.checked && !facet?.querySelector("input:checked");
        // While a reader types, the numbers are those of before.
        const isTrue = isFirst && !document.querySelector("[aria-busy=true]") && it.closest("main");
        const count = isTrue && it.labels?.[0]?.textContent.trim().match(/(\d+)$/);
        click(it);
        return { did: `press ${named(it)}`, count: count ? Number(count[1]) : null };
    };
    const search = () => {
        const box = usable.find((it) => it.type === "search");
        return box ? type(box, one(words)) : patient();
    };
    // What is typed into the fields of Match. An age counts when the field is left.
    const enter = (field) => {
        const typed = type(field, one(findings));
        field.dispatchEvent(new Event("change", { bubbles: true }));
        return typed;
    };
    const open = (field) => {
        const text = one(["", "{}", "[", JSON.stringify(packet), JSON.stringify([packet, packet])]);
        const files = new DataTransfer();
        files.items.add(new File([text], "patient.json", { type: "application/json" }));
        field.files = files.files;
        field.dispatchEvent(new Event("change", { bubbles: true }));
        return { did: `open a file with ${text.length} letters` };
    };
    const packet = {
        id: "p",
        subject: { id: "one", sex: "FEMALE", timeAtLastEncounter: { age: { iso8601duration: "P12Y" } } },
        phenotypicFeatures: [
            { type: { id: "HP:0001336", label: "Myoclonus" }, onset: { age: { iso8601duration: "P9Y" } } },
            { type: { id: "HP:0001250", label: "Seizure" } },
            { type: { id: "HP:0001945", label: "Fever" }, excluded: true },
            { type: { id: "HP:9999999", label: "No such finding" } },
        ],
    };
    // What fills the page Match: the box, its options, answers, the field for a list.
    const patient = () => {
        const within = usable.filter((it) => it.matches("[role=option], .match input, .match .chip, .match textarea"));
        const boxes = within.filter((it) => it.role === "combobox" || it.type === "text");
        const options = within.filter((it) => it.role === "option");
        if (options.length && below(3)) {
            const option = one(options);
            option.click();
            return { did: `press option ${option.textContent.trim().slice(0, 60)}` };
        }
        return boxes.length ? enter(one(boxes)) : press();
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
            "#/match", "#/match", "#/match?beside=ep-lafora", "#/match?has=1250&no=1250&age=P9Y&all=medicines",
            "#/match?has=1289,drug-cefepime,kidney-failure&amp;where=multifocal&age=P72Y&group=medicines",
            "#/match?q=72%20year%20old%20confused%20on%20cefepime,%20no%20fever",
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
