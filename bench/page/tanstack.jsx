// React with TanStack Table and TanStack Virtual: only the rows in view are in the page.
import { useMemo, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import {
    getCoreRowModel, getFacetedRowModel, getFilteredRowModel, useReactTable,
} from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { FACETS, load, textOf, timed } from "./common.js";

const data = (await load()).map((doc) => ({ ...doc, text: textOf(doc).toLowerCase() }));
const columns = [
    { accessorKey: "text", id: "text" },
    ...FACETS.map(([field]) => ({
        accessorKey: field, id: field, enableGlobalFilter: false, filterFn: "arrIncludes",
    })),
];
const values = FACETS.map(([field]) => [...new Set(data.flatMap((doc) => doc[field]))].sort());
const match = (row, _column, words) => words.every((word) => row.original.text.includes(word));
match.resolveFilterValue = (typed) => typed.toLowerCase().split(/\s+/).filter(Boolean);
const models = {
    getCoreRowModel: getCoreRowModel(),
    getFilteredRowModel: getFilteredRowModel(),
    getFacetedRowModel: getFacetedRowModel(),
};

function App() {
    const [globalFilter, setTyped] = useState("");
    const [columnFilters, setChosen] = useState([]);
    const box = useRef(null);
    const table = useReactTable({
        data,
        columns,
        state: { globalFilter, columnFilters },
        onGlobalFilterChange: setTyped,
        onColumnFiltersChange: setChosen,
        globalFilterFn: match,
        getColumnCanGlobalFilter: (column) => column.id === "text",
        ...models,
    });
    const rows = timed(() => table.getRowModel()).rows;
    const counts = useMemo(() => FACETS.map(([field]) => {
        const of = new Map();
        for (const row of rows) {
            for (const value of row.original[field]) of.set(value, (of.get(value) ?? 0) + 1);
        }
        return of;
    }), [rows]);
    const virtual = useVirtualizer({
        count: rows.length, getScrollElement: () => box.current, estimateSize: () => 72, overscan: 5,
    });
    return <>
        <div className="bar">
            <input id="q" value={globalFilter} autoComplete="off"
                onChange={(event) => setTyped(event.target.value)} />
            {FACETS.map(([field, id], at) =>
                <select key={id} id={id}
                    onChange={(event) => table.getColumn(field).setFilterValue(event.target.value || undefined)}>
                    <option value="">any</option>
                    {values[at].map((value) =>
                        <option key={value} value={value}>{`${value} (${counts[at].get(value) ?? 0})`}</option>)}
                </select>)}
            <span id="n">{rows.length}</span>
        </div>
        <div ref={box} style={{ height: "calc(100vh - 60px)", overflow: "auto" }}>
            <ul id="results" style={{ height: virtual.getTotalSize(), position: "relative" }}>
                {virtual.getVirtualItems().map((item) => {
                    const doc = rows[item.index].original;
                    const place = {
                        position: "absolute", top: 0, left: 0, width: "100%", height: 72,
                        overflow: "hidden", transform: `translateY(${item.start}px)`,
                    };
                    return <li key={rows[item.index].id} data-slug={doc.id} style={place}>
                        <h3>{doc.name}</h3>
                        <p>{doc.genes.join(", ")}</p>
                        <p>{doc.summary || doc.phenotypes.slice(0, 5).join(" · ")}</p>
                    </li>;
                })}
            </ul>
        </div>
    </>;
}

createRoot(document.getElementById("app")).render(<App />);
