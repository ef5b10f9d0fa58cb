// Scrolls to the end of the page. Returns the ids of all entries that came into view.
async function scrollThrough() {
    const drawn = () => new Promise(requestAnimationFrame);
    const seen = new Set();
    scrollTo(0, 0);
    for (;;) {
        await drawn();
        const before = scrollY;
        for (const link of document.querySelectorAll(`${LIST} a`)) {
            const box = link.getBoundingClientRect();
            const inView = box.height > 0 && box.top < innerHeight && box.bottom > 0;
            if (inView) seen.add(link.id.slice(ROW_ID.length));
        }
        scrollBy(0, innerHeight / 2);
        await drawn();
        if (scrollY === before) return [...seen];
    }
}
