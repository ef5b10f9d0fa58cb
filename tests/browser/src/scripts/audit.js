// What axe-core finds wrong with the page: one line per rule and element.
async function audit() {
    const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const result = await axe.run(document, { runOnly: rules, resultTypes: ["violations"] });
    return result.violations.flatMap((rule) =>
        rule.nodes.map((node) => `${rule.id}: ${node.target}: ${node.failureSummary}`),
    );
}
