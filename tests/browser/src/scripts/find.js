// The elements that a reader can see with this role and accessible name, each with its name. With
// `beginning`, names that only begin so fit too.
function find(role, name, beginning) {
    const candidates = document.querySelectorAll(
        "a, button, input, select, h1, h2, h3, article, aside, dialog, fieldset, li, main, " +
            "section, table, textarea, [role]",
    );
    axe.setup(document.documentElement);
    try {
        return [...candidates]
            .filter((element) => element.checkVisibility({ visibilityProperty: true }))
            .filter((element) => axe.commons.aria.getRole(element) === role)
            .map((element) => [
                element,
                axe.commons.text.accessibleText(element).replace(/\s+/g, " ").trim(),
            ])
            .filter(([, found]) => (beginning ? found.startsWith(name) : found === name));
    } finally {
        axe.teardown();
    }
}
