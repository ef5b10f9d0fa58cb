// What does not agree on the page Match between the address, the answers and the order: one line
// each. Nothing on other pages.
function agreesOnMatch() {
    const [path, query = ""] = location.hash.split("?");
    if (path !== "#/match") return [];
    const faults = [];
    const expect = (holds, fault) => holds || faults.push(fault);
    const same = (a, b, what) => expect(`${a}` === `${b}`, `${what}: ${a} on the page, ${b} in the address`);
    const main = document.querySelector("main");
    const all = (selector, within = main) => [...within.querySelectorAll(selector)];
    const asked = new URLSearchParams(query);
    const values = (name) => asked.get(name)?.split(",") ?? [];
    const section = (id) => main.querySelector(`section[aria-labelledby=${id}]`);

    // The answers.
    const axis = ["jerk", "where", "origin", "trigger", "course"];
    const axes = axis.flatMap(values);
    const told = (words) => all(".four input:checked + span").filter((it) => it.textContent === words).length;
    same(told("yes"), values("has").length, "present");
    same(told("no"), values("no").length, "absent");
    same(told("unsure"), values("unsure").length, "unsure");
    const answered = ["has", "no", "unsure", "all"].flatMap(values).length + axes.length;
    same(all(".finding").length, answered, "findings");
    const [onset, now] = all(".ages input").map((it) => it.value !== "" && it.ariaInvalid !== "true");
    const strange = all(".ages input[aria-invalid]").length;
    expect(strange || onset === asked.has("onset"), "the age at onset and the address differ");
    expect(strange || now === asked.has("age"), "the age and the address differ");
    same(main.querySelector(".ages select").value, asked.get("sex") ?? "", "sex");
    same(main.querySelector(".ages ~ .opt input").checked, asked.get("ages") !== "off", "whether ages count");
    same(!!section("beside"), asked.has("beside"), "one cause beside the patient");
    same(!!section("medicine-check"), values("has").some((it) => it.startsWith("drug-")), "medicines");

    // The order: as many as it says, points that never rise, sums that add up, the first one named.
    const fits = all(".fit", section("lanes"));
    const status = section("lanes").querySelector("[role=status]").textContent;
    expect(fits.length > 0 || !section("by-score") === status.startsWith("Not enough"), `${status}, without an order`);
    if (section("by-score")) {
        const rows = all(".fit", section("by-score"));
        const [, , of, whole] = section("by-score").textContent.match(/(all|(\d+) of) (\d+) causes/) ?? [];
        const count = Number(of ?? whole);
        const more = all("button").map((it) => it.textContent.match(/^Show (\d+) more$/)?.[1]).find((it) => it);
        expect(rows.length + Number(more ?? 0) <= count, `${rows.length} and ${more} more of ${count}`);
        expect(more || rows.length === count, `${rows.length} of ${count}, and no more are offered`);
        const points = rows.map((it) => Number(it.textContent.match(/(-?\d+\.\d) points/)?.[1].replace("−", "-")));
        expect(points.every((it, at) => !at || it <= points[at - 1]), `the points rise: ${points}`);
        const name = (row) => row.querySelector("h4 a").textContent;
        const isWhole = of === undefined;
        if (isWhole) {
            expect(status.startsWith(`${name(rows[0])} fits best`), `${status}, but first is ${name(rows[0])}`);
            const beside = section("beside")?.querySelector("b").textContent.match(/, place (\d+) of (\d+)/);
            expect(!beside || Number(beside[2]) === count, `${beside?.[0]}, of ${count}`);
            // By its address: a link says more than the name where another entry has the same.
            const cause = section("beside")?.querySelector("h2 a").hash;
            const there = rows[Number(beside?.[1]) - 1];
            const here = there?.querySelector("h4 a").hash;
            expect(!there || here === cause, `${here}, not ${cause}, is at place ${beside?.[1]}`);
        }
        const points_of = (cell) => Math.round(1000 * Number(cell.textContent.replace("−", "-").replace("+", "")));
        for (const table of all(".fit table")) {
            const numbers = all("td.n", table).map(points_of);
            const sum = numbers.slice(0, -1).reduce((a, b) => a + b, 0);
            expect(sum === numbers.at(-1), `${table.textContent} does not add up`);
        }
        for (const urgent of all(".fit", section("do-not-miss"))) {
            expect(urgent.querySelector(".tag"), `${name(urgent)} is no emergency`);
        }
    }
    const link = all("textarea.saved[readonly]").find((it) => it.value.includes("#/match?"));
    const names = ["has", "no", "unsure", ...axis, "all", "onset", "age", "sex", "ages"];
    const own = [...asked].filter(([key]) => names.includes(key)).map(([key, it]) => `${key}=${it}`);
    expect(!link || link.value.endsWith(`#/match?${own.join("&")}`), `the link is ${link?.value}`);
    return faults;
}
