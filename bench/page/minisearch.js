// MiniSearch: typing errors, beginnings of words, weights, an order.
import MiniSearch from "minisearch";
import { ranked } from "./common.js";

ranked((docs) => {
    const index = new MiniSearch({
        fields: ["name", "synonyms", "genes", "category", "phenotypes", "summary"],
        idField: "at",
        extractField: (doc, field) => Array.isArray(doc[field]) ? doc[field].join(" ") : doc[field],
        searchOptions: {
            boost: { name: 4, synonyms: 3, genes: 3 },
            prefix: true,
            fuzzy: 0.2,
            combineWith: "AND",
        },
    });
    index.addAll(docs.map((doc, at) => ({ ...doc, at })));
    return (typed) => index.search(typed).map((found) => found.id);
});
