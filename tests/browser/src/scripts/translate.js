// Acts like the translator of a browser: replaces every text by other words in elements of its own,
// and goes on as texts come. The words are the same letters, marked, so a test can read them.
function translate() {
    const done = new WeakSet();
    const skipped = "script, style, textarea, option";
    const replace = (text) => {
        if (done.has(text) || !text.data.trim() || text.parentElement?.closest(skipped)) return;
        const outer = document.createElement("font");
        const inner = document.createElement("font");
        const other = document.createTextNode(text.data);
        done.add(other);
        inner.append(other);
        outer.append(inner);
        text.replaceWith(outer);
    };
    const within = (node) => {
        if (node.nodeType === Node.TEXT_NODE) return replace(node);
        const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
        const found = [];
        while (texts.nextNode()) found.push(texts.currentNode);
        found.forEach(replace);
    };
    within(document.body);
    const observer = new MutationObserver((changes) => {
        for (const change of changes) change.addedNodes.forEach(within);
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
}
