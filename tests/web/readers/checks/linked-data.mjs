// JSON-LD: jsonld turns every page's into triples without dropping a word; the compiler holds each kind of page to the types of
// schema.org. The context itself cannot be fetched: its words stand for themselves below schema.org, as in it.
import {execFile} from 'node:child_process';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import os from 'node:os';
import path from 'node:path';
import {JSDOM} from 'jsdom';
import jsonld from 'jsonld';

const scripts = html => [...html.matchAll(/<script[^>]*type="application\/ld\+json"[^>]*>([\s\S]*?)<\/script>/g)].map(m => m[1]);
const types = thing => [thing['@type']].flat();
const all = thing => thing && typeof thing === 'object' ? [...(Array.isArray(thing) ? [] : [thing]), ...Object.values(thing).flatMap(all)] : [];

/** Which type the page of a record or of the data must have. */
const due = page => {
  const parts = page.replace(/^en\//, '').split('/').slice(0, -1);
  if (/^\d+$/.test(parts[0])) return parts.length === 1 ? 'Event' : parts.length === 2 && !/^(cetak|riwayat|r\d+)$/.test(parts[1]) ? 'Question' : null;
  return parts[0] === 'opd' && parts.length === 2 ? 'GovernmentOrganization' : parts.join('/') === 'data' ? 'Dataset' : null;
};
/** Pages that are no record: what is printed, quoted, sought, kept of a record, or shown where there is none. */
const beside = page => /(^|\/)(cetak|kutip|cari|aksesibilitas|riwayat|periksa|r\d+)\/|404\.html$/.test(page);

export async function linkedData(site, faults) {
  const announcements = new Set(site.table('aspirasi').filter(e => e.kind === 'announcement').map(e => e.reference));
  const parser = new (new JSDOM('').window.DOMParser)();
  let triples = 0, pages = 0;
  for (const page of site.pages) {
    const html = site.html(page);
    const found = scripts(html);
    if (beside(page) && !found.length) continue;
    if (found.length !== 1) { faults.push(`/${page}: ${found.length} pieces of JSON-LD`); continue; }
    pages++;
    try {
      const document = JSON.parse(found[0]);
      if (document['@context'] !== 'https://schema.org') faults.push(`/${page}: its context is ${JSON.stringify(document['@context'])}`);
      const quads = await jsonld.toRDF({...document, '@context': {'@vocab': 'https://schema.org/'}}, {safe: true});
      if (!quads.length) faults.push(`/${page}: no triple`);
      triples += quads.length;
      const things = all(document);
      if (things.some(t => types(t).includes('ClaimReview'))) faults.push(`/${page}: a ClaimReview, which this site does not make`);
      const graph = [document['@graph'] ?? document].flat();
      if (/<nav class="crumbs"/.test(html) !== graph.some(t => types(t).includes('BreadcrumbList'))) faults.push(`/${page}: its way there is on the page or in a BreadcrumbList alone`);
      const reference = page.replace(/^en\//, '').replace(/\/$/, '');
      const type = announcements.has(reference) ? null : due(page);
      if (type && !things.some(t => types(t).includes(type))) faults.push(`/${page}: no ${type}, but ${graph.flatMap(types).join(', ')}`);
      // The main thing is the first of the page, not its way there; its name is the page's.
      const main = graph.find(t => !types(t).some(x => ['BreadcrumbList', 'WebSite', 'Organization'].includes(x))) ?? graph.find(t => types(t).includes('WebSite'));
      const parsed = parser.parseFromString(html, 'text/html');
      const words = s => (s ?? '').replace(/\s+/g, ' ').trim();
      const names = [parsed.querySelector('h1')?.textContent, parsed.title, parsed.querySelector('meta[property="og:title"]')?.content].map(words);
      if (page === '' || page === 'en/') names.push(words(parsed.querySelector('meta[property="og:site_name"]')?.content)); // the site
      if (!main || !names.includes(words(main.name ?? main.headline))) faults.push(`/${page}: the main thing is ${JSON.stringify(main?.name ?? main?.headline)}, the page ${JSON.stringify(names[0])}`);
    } catch (error) {
      faults.push(`/${page}: ${error.details?.event?.message ?? error.message} ${JSON.stringify(error.details?.event?.details ?? '').slice(0, 200)}`);
    }
  }
  for (const {reference} of site.table('komitmen')) {
    for (const lang of ['', 'en/']) {
      const page = `${lang}${reference.split('/').slice(0, 2).join('/')}/`;
      const actions = scripts(site.html(page)).flatMap(s => all(JSON.parse(s))).filter(t => types(t).some(x => x?.endsWith('Action')));
      if (!actions.some(a => JSON.stringify([a['@id'], a.url, a.identifier]).includes(reference.split('/')[2]))) faults.push(`/${page}: no Action is ${reference}`);
    }
  }
  if (pages < 250 || triples < pages * 5) faults.push(`only ${triples} triples of ${pages} pages`);
  return `jsonld: ${triples} triples of ${pages} pages, no word dropped, named as the page; no ClaimReview`;
}

export async function vocabulary(site, faults) {
  const resolve = createRequire(import.meta.url).resolve;
  const modules = resolve('typescript/package.json').replace(/typescript\/package\.json$/, '');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jhur-schema-'));
  fs.symlinkSync(modules, path.join(folder, 'node_modules'));
  const pages = new Map();
  for (const {page} of site.kinds()) {
    for (const [n, script] of scripts(site.html(page)).entries()) {
      const name = `${page.replace(/\W+/g, '_') || 'home'}${n}.ts`;
      const document = JSON.parse(script);
      const type = document['@graph'] ? 'Graph' : 'WithContext<Thing>';
      fs.writeFileSync(path.join(folder, name), `import type {Graph, Thing, WithContext} from 'schema-dts';\nexport const x: ${type} = ${JSON.stringify(document, null, 1)};\n`);
      pages.set(name, page);
    }
  }
  const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'esnext', '--moduleResolution', 'bundler', '--target', 'es2022'];
  const compile = files => new Promise(done => execFile(process.execPath, [resolve('typescript/bin/tsc'), ...options, ...files], {cwd: folder, maxBuffer: 1 << 26}, (error, out) => done({code: error ? 1 : 0, out})));
  // The compiler must know a wrong property from a right one, or it reads nothing.
  fs.writeFileSync(path.join(folder, 'wrong.ts'), `import type {Graph} from 'schema-dts';\nexport const x: Graph = {'@context': 'https://schema.org', '@graph': [{'@type': 'Event', promise: 'x'}]};\n`);
  const [right, wrong] = [await compile([...pages.keys()]), await compile(['wrong.ts'])];
  fs.rmSync(folder, {recursive: true});
  for (const [, name, line, words] of right.out.matchAll(/^(\S+\.ts)\((\d+),\d+\): error (.+(?:\n  .+)*)/gm)) faults.push(`/${pages.get(name)}: line ${line}: ${words.split('\n').map(w => w.trim()).slice(-3).join(' ').slice(-300)}`);
  if (right.code && !faults.length) faults.push(right.out.slice(0, 300));
  if (!wrong.out.includes('promise')) faults.push('the compiler lets a property pass that schema.org has not');
  if (pages.size < 15) faults.push(`only ${pages.size} pages have JSON-LD`);
  return `schema-dts: the JSON-LD of ${pages.size} pages, one of each kind, has the types and properties of schema.org`;
}
