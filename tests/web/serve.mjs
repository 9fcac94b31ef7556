// A static server with gzip for a built folder, at the root or below a path: `node serve.mjs FOLDER [BASE]`, or serve() here.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';
import {pathToFileURL} from 'node:url';

const types = {
  html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript', json: 'application/json', svg: 'image/svg+xml', xml: 'application/xml',
  txt: 'text/plain; charset=utf-8', csv: 'text/csv', png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp', avif: 'image/avif', ico: 'image/x-icon', wasm: 'application/wasm',
};

/** Serves until close() is called; 404.html where a file is missing. */
export const serve = (folder, base = '/') => new Promise(done => {
  const server = http.createServer((request, response) => {
    let name = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const inside = name.startsWith(base);
    name = path.join(folder, inside ? name.slice(base.length) : '/');
    if (!inside || !path.resolve(name).startsWith(path.resolve(folder))) return response.writeHead(404).end();
    if (name.endsWith('/') || (fs.existsSync(name) && fs.statSync(name).isDirectory())) name = path.join(name, 'index.html');
    const found = fs.existsSync(name);
    const body = fs.readFileSync(found ? name : path.join(folder, '404.html'));
    const type = types[found ? path.extname(name).slice(1) : 'html'] ?? 'application/octet-stream';
    const head = {'content-type': type, 'cache-control': 'max-age=600'};
    const zip = /text|json|xml|script/.test(type) && /gzip/.test(request.headers['accept-encoding'] ?? '');
    response.writeHead(found ? 200 : 404, zip ? {...head, 'content-encoding': 'gzip'} : head);
    response.end(zip ? zlib.gzipSync(body) : body);
  });
  server.listen(0, '127.0.0.1', () => done({url: `http://127.0.0.1:${server.address().port}${base}`, close: () => server.close()}));
});

if (import.meta.url === pathToFileURL(process.argv[1]).href) console.log((await serve(process.argv[2], process.argv[3])).url);
