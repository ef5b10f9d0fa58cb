// Opens the list of causes and leaves it as soon as it has a row. Returns how many it had.
async function leaveEarly() {
    const turn = () => new Promise((resolve) => setTimeout(resolve));
    location.hash = "#/causes";
    while (!document.querySelector(ROW)) await turn();
    const early = document.querySelectorAll(ROW).length;
    location.hash = "#/sources";
    return early;
}
