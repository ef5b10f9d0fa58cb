// Sends files from this machine, as brotli where there is a compressed copy.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import zlib from "node:zlib";

const TYPES = {
    html: "text/html; charset=utf-8",
    js: "text/javascript",
    css: "text/css",
    json: "application/json",
    wasm: "application/wasm",
    svg: "image/svg+xml",
    webmanifest: "application/manifest+json",
};

const PARAMETERS = { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_LGWIN]: 24 };

/** @param {Buffer} raw */
export const brotli = (raw) => zlib.brotliCompressSync(raw, { params: PARAMETERS });

/** Serves a folder. */
export async function serve(folder) {
    const files = new Map();
    const load = (file) => {
        if (!fs.existsSync(file) || !fs.statSync(file).isFile()) return undefined;
        const raw = fs.readFileSync(file);
        const packed = fs.existsSync(`${file}.br`) ? fs.readFileSync(`${file}.br`) : raw;
        const isSmaller = packed.length < raw.length;
        return { body: isSmaller ? packed : raw, encoding: isSmaller ? "br" : "identity" };
    };
    const server = http.createServer((request, response) => {
        const address = decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname);
        const file = path.join(folder, address.endsWith("/") ? `${address}index.html` : address);
        if (!files.has(file)) files.set(file, load(file));
        const found = files.get(file);
        if (!found) return response.writeHead(404).end();
        response.writeHead(200, {
            "Cache-Control": "max-age=600",
            "Content-Encoding": found.encoding,
            "Content-Length": found.body.length,
            "Content-Type": TYPES[path.extname(file).slice(1)] ?? "application/octet-stream",
        });
        return response.end(found.body);
    });
    await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
    // By its name the machine is a secure origin: browsers then calculate hashes.
    return { address: `http://localhost:${server.address().port}`, close: () => server.close() };
}
