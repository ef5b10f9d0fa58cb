// How much of the page has moved by itself since it was opened, as browsers measure it: 0 is
// nothing, 1 is everything by the height of the window.
async function layoutShift() {
    const shifts = await new Promise((resolve) => {
        const found = [];
        const observer = new PerformanceObserver((list) => found.push(...list.getEntries()));
        observer.observe({ type: "layout-shift", buffered: true });
        // Entries of the past come before the next frame.
        requestAnimationFrame(() => requestAnimationFrame(() => {
            found.push(...observer.takeRecords());
            observer.disconnect();
            resolve(found);
        }));
    });
    return shifts.reduce((sum, shift) => sum + shift.value, 0);
}
