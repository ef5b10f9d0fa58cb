// Types the queries letter by letter. Returns how long the explorer took for each key, and how long
// a plain scan of all texts of all causes took for the same words, in turn.
async function measureSearch(queries) {
    const data = await (await fetch("data/myoclonus.json")).json();
    const texts = (value) =>
        typeof value === "object" && value !== null
            ? Object.values(value).flatMap(texts)
            : [String(value).toLowerCase()];
    const causes = data.causes.map((cause) => texts(cause).join("\n"));
    const scan = (query) => {
        const words = query.toLowerCase().split(" ");
        return causes.filter((text) => words.every((word) => text.includes(word))).length;
    };
    const input = document.querySelector(SEARCH);
    const explorer = [];
    const reference = [];
    for (const query of queries) {
        for (let end = 1; end <= query.length; end += 1) {
            const typed = query.slice(0, end);
            input.value = typed;
            input.dispatchEvent(new InputEvent("input", { bubbles: true }));
            await new Promise((resolve) => setTimeout(resolve));
            explorer.push(performance.getEntriesByName("explore")[0].duration);
            const start = performance.now();
            scan(typed);
            reference.push(performance.now() - start);
        }
    }
    return { explorer, reference };
}
