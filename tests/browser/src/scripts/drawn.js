// Resolves when what is on the page has been drawn. WebKit shows a frame some frames late.
async function drawn() {
    for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
}
