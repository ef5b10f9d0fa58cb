// The records that every page can search, from the open data.

/**
 * What is written about a cause in its lists of values.
 * @param {any} recorded
 */
const values = (recorded) => recorded?.values ?? [];

/** @param {string[]} texts */
const once = (texts) => [...new Set(texts)];

/** @param {any} data the open data */
export function records(data) {
    const names = (/** @type {any[]} */ list) => new Map(list.map((it) => [it.id, it.name]));
    const [categories, groups] = [names(data.categories), names(data.wide_groups)];
    const labels = new Map(data.terms.map((/** @type {any} */ term) => [term.id, term.label]));
    return data.causes.map((/** @type {any} */ cause) => {
        const diseases = cause.rare_diseases ?? [];
        const of = (/** @type {string} */ field) =>
            diseases.flatMap((/** @type {any} */ disease) => values(disease[field]));
        const registries = diseases.flatMap((/** @type {any} */ it) => it.registries ?? []);
        const annotations = diseases.flatMap((/** @type {any} */ it) => it.annotations ?? []);
        const found = annotations.filter((/** @type {any} */ it) => !it.absent);
        return {
            id: cause.id,
            name: cause.name,
            synonyms: once([
                ...(cause.synonyms ?? []),
                ...(cause.everyday_names ?? []),
                ...(cause.brands ?? []),
                ...(cause.other_names ?? []),
                ...registries.map((/** @type {any} */ it) => it.name),
            ]).filter((name) => name && name !== cause.name),
            genes: once([...values(cause.genes), ...of("genes")]),
            category: once([
                groups.get(cause.wide_group),
                categories.get(cause.category),
                cause.finer_group,
            ]).filter(Boolean).join(" · "),
            inheritance: once(of("inheritance").map((/** @type {any} */ it) => it.label)),
            onset: once(of("onset").map((/** @type {any} */ it) => it.label)),
            phenotypes: once([
                ...values(cause.features).map((/** @type {any} */ it) => labels.get(it.hpo) ?? it.label),
                ...found.map((/** @type {any} */ it) => labels.get(it.hpo)),
            ]).filter(Boolean),
            summary: cause.lead ?? "",
        };
    });
}
