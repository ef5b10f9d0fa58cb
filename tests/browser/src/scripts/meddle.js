// Acts like an extension that knows nothing of the page: removes, wraps and adds nodes, by numbers
// that always follow in the same order.
function meddle(seed, times) {
    let state = seed;
    const random = (below) => {
        // The generator of Park and Miller.
        state = (state * 48271) % 2147483647;
        return state % below;
    };
    for (let time = 0; time < times; time += 1) {
        const elements = document.querySelectorAll("body *:not(script)");
        const element = elements[random(elements.length)];
        if (!element?.isConnected) continue;
        switch (random(4)) {
            case 0:
                // Never a whole part of the page: no extension does that.
                if (element.querySelectorAll("*").length < 4) element.remove();
                break;
            case 1: {
                const wrap = document.createElement("span");
                element.replaceWith(wrap);
                wrap.append(element);
                break;
            }
            case 2:
                element.append(document.createElement("font"));
                break;
            default:
                element.firstChild?.nodeType === Node.TEXT_NODE && element.firstChild.remove();
        }
    }
}
