// What does not agree between the address, the page and its numbers now: one line each. `count` is
// what the page promised for the last press.
function agrees(count) {
    const faults = [];
    const expect = (holds, fault) => holds || faults.push(fault);
    const main = document.querySelector("main");
    const [path, query = ""] = location.hash.split("?");
    const asked = new URLSearchParams(query);
    const opened = path.split("/")[2] ?? "";

    const headings = [...document.querySelectorAll("h1")].filter((it) => it.checkVisibility());
    expect(headings.length === 1, `${headings.length} main headings`);
    const heading = headings[0]?.textContent.trim() ?? "";
    const isStart = !path.split("/")[1];
    expect(isStart || document.title.startsWith(heading), `${heading} has the title ${document.title}`);
    expect(location.hash === "" || location.hash.startsWith("#/"), `the address is ${location.hash}`);

    const box = [...document.querySelectorAll("input[type=search]")].find((it) => it.checkVisibility());
    const typed = box?.value.trim() ?? "";
    const sought = (asked.get("q") ?? "").trim();
    // A box that looks through the values of a facet is no part of the address.
    if (box?.id === "search") expect(typed === sought, `${typed} is typed, the address has ${sought}`);
    expect(!opened || main.querySelector("article") || main.textContent.includes(opened), `${opened} is not shown`);

    const counted = main.innerText.match(/\b(?:All (\d+)|(\d+) of \d+) entries(?: match; for (\d+) more)?/);
    const lists = ["causes", "types", "work-up", "treatments", "look-alikes", "glossary"];
    if (counted && !opened && lists.includes(path.split("/")[1])) {
        const shown = Number(counted[1] ?? counted[2]);
        const more = Number(counted[3] ?? 0);
        const rows = main.querySelectorAll("a[id^=row-]").length;
        const isWhole = ![...main.querySelectorAll("button")].some((it) => it.textContent.startsWith("Show all"));
        const fits = isWhole ? rows === shown || rows === shown + more : rows <= shown + more;
        expect(fits, `${counted[0]}, and ${rows} rows`);
        expect(count === null || shown === count, `${count} were promised: ${counted[0]}`);
    }
    const links = [...main.querySelectorAll("a[href^='#']")].map((it) => it.getAttribute("href"));
    for (const link of links.filter((it) => !it.startsWith("#/"))) {
        expect(document.getElementById(link.slice(1)), `${link} leads nowhere on the page`);
    }
    return faults;
}
