// What axe-core finds wrong with the page: one line per rule and element.
async function audit() {
    const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    // Only an experimental rule, which is not among these, needs the style sheets loaded again.
    const result = await axe.run(document, {
        runOnly: rules,
        resultTypes: ["violations"],
        preload: false,
    });
    // What only the bar at the foot of a phone covers can be scrolled into view.
    const bars = [...document.querySelectorAll(FIXED)].filter(
        (bar) => getComputedStyle(bar).position === "fixed",
    );
    const isUnderBar = (element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return bars.some((bar) => {
            const box = bar.getBoundingClientRect();
            return !bar.contains(element) && box.top < bottom && top < box.bottom;
        });
    };
    const isFault = (rule, { target }) => {
        const element = document.querySelector(target);
        return rule.id !== "target-size" || !element || !isUnderBar(element);
    };
    return result.violations.flatMap((rule) =>
        rule.nodes
            .filter((node) => isFault(rule, node))
            .map((node) => `${rule.id}: ${node.target}: ${node.failureSummary}`),
    );
}
