// uFuzzy: one typing error in each word, words in any order, an order.
import uFuzzy from "@leeoniya/ufuzzy";
import { ranked, textOf } from "./common.js";

ranked((docs) => {
    const texts = docs.map(textOf);
    const engine = new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });
    return (typed) => {
        const [found, about, order] = engine.search(texts, typed, 1, 1000);
        if (!found) return [];
        return order ? order.map((at) => about.idx[at]) : found;
    };
});
