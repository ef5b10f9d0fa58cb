// By how many pixels the page is wider than the window, and which elements are cut off.
function tooWide() {
    const wide = [...document.querySelectorAll("main *")].filter(
        (element) =>
            element.checkVisibility() &&
            element.scrollWidth > element.clientWidth + 1 &&
            element.clientWidth > 1 &&
            // What scrolls by itself is reached.
            getComputedStyle(element).overflowX !== "auto" &&
            getComputedStyle(element).display !== "inline",
    );
    const page = document.documentElement;
    return [
        page.scrollWidth - page.clientWidth,
        wide.map((element) => `${element.className}: ${element.textContent.slice(0, 60)}`),
    ];
}
