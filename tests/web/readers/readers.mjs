// Reads a built site's machine-readable files with programs of others: `node readers.mjs SITE_FOLDER [CHECK…]`. One line a check;
// each fault with its file; exit 1 if there is any. What is not there is a fault. UPDATE=1 writes zotero.json anew, for a human to read.
import fs from 'node:fs';
import path from 'node:path';
import {allPages, kinds, read} from '../pages.mjs';
import {calendars} from './checks/calendars.mjs';
import {citations} from './checks/citations.mjs';
import {linkedData, vocabulary} from './checks/linked-data.mjs';
import {zotero} from './checks/zotero.mjs';

const checks = {citations, calendars, linkedData, vocabulary, zotero};
const [folder, ...only] = process.argv.slice(2);
const unknown = only.filter(name => !checks[name]);
if (unknown.length || !folder) throw new Error(`no check ${unknown.join(', ') || 'without a site'}; there are ${Object.keys(checks).join(', ')}`);

const site = {
  base: 'https://jhur.example/',
  pages: allPages(folder),
  html: page => read(folder, page),
  text: file => fs.readFileSync(path.join(folder, file), 'utf8'),
  files: ending => fs.readdirSync(folder, {recursive: true}).filter(f => f.endsWith(ending)).sort(),
  has: file => fs.existsSync(path.join(folder, file)),
  kinds: () => kinds(folder, 'real'),
  table: name => fs.readFileSync(path.join(folder, `data/${name}.jsonl`), 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line)),
};

let faulty = 0;
for (const [name, check] of Object.entries(checks)) {
  if (only.length && !only.includes(name)) continue;
  const start = Date.now(), faults = [];
  // A reader that gives up has found a fault, and the others still read on.
  const says = await check(site, faults).catch(error => { faults.push(String(error.message ?? error).slice(0, 300)); return 'gave up'; });
  console.log(`${faults.length ? 'FAILS' : 'ok   '} ${name.padEnd(10)} ${says} (${((Date.now() - start) / 1000).toFixed(0)} s)`);
  for (const fault of faults.slice(0, 40)) console.log(`        ${fault}`);
  if (faults.length > 40) console.log(`        … and ${faults.length - 40} more`);
  faulty += faults.length;
}
if (faulty) console.error(`tests/web/readers: ${faulty} faults`);
process.exit(faulty ? 1 : 0);
