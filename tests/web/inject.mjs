// Hostile words in every field, and what a browser makes of them: `node inject.mjs FOLDER`, the folder that tests/injection wrote and
// in which words/public, settings/public and plain/public were built. `plain` has harmless words in the same records: what elements and
// attributes the theme makes is read off it. On no page of the others may anything else stand, and every word must be there in full.
// Then so many pages are opened that each field is seen with each string, and each kind of page: nothing may run, nothing be
// asked for elsewhere. Exit 1 if there is a fault.
import fs from 'node:fs';
import path from 'node:path';
import {chromium} from 'playwright-core';
import {allPages, read} from './pages.mjs';
import {serve} from './serve.mjs';

const folder = process.argv[2], started = Date.now(), faults = [];
const site = name => path.join(folder, name, 'public');
const {fields, words, marks} = JSON.parse(fs.readFileSync(path.join(folder, 'key.json'), 'utf8'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
});

/** In the browser: what stands in pages, which are parsed and not run. */
const look = ({pages, known, forms}) => pages.map(html => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const made = new Set(), odd = [], texts = new Set();
  const walk = value => typeof value === 'string' ? texts.add(value) : value && Object.values(value).forEach(walk);
  for (const element of page.querySelectorAll('*')) {
    const name = element.localName;
    made.add(name);
    for (const {name: attribute, value} of element.attributes) {
      made.add(`${name}@${attribute}`);
      if (/^on|^style$|^srcdoc$/.test(attribute)) odd.push(`${name} has ${attribute}="${value}"`);
      // A citation to download: of a type that no browser runs, and never followed as a link.
      const isDownload = name === 'a' && attribute === 'href' && element.hasAttribute('download')
        && /^data:(application\/(x-bibtex|x-research-info-systems|vnd\.citationstyles\.csl\+json)|text\/plain;charset=utf-8);base64,[A-Za-z0-9+/=]*$/.test(value);
      if (!isDownload && /^(href|src|action|data|srcset|cite|formaction|xlink:href)$/.test(attribute) && /^[\x00-\x20]*[a-z][a-z0-9+.-]*:/i.test(value) && !/^(https?:\/\/|mailto:|tel:)/.test(value) && value !== 'data:,') odd.push(`${name} leads to ${value}`);
      if (/^(src|srcset|action)$/.test(attribute) && /^[a-z]+:|^\/\//i.test(value)) odd.push(`${name} fetches ${value}`);
      if (value.includes(' m')) texts.add(value);
    }
    if (name === 'script' && element.type === 'application/ld+json') {
      try { walk(JSON.parse(element.textContent)); } catch { odd.push(`JSON-LD cannot be read: ${element.textContent.slice(0, 100)}`); }
    } else if (name === 'script' && !/^[./]*aset\/[a-z]+\.js$/.test(element.getAttribute('src'))) odd.push(`a script: ${element.outerHTML.slice(0, 100)}`);
    // What has text of its own, with all that is in it: a word may have marks of emphasis in it.
    if (![...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())) continue;
    texts.add(element.textContent);
  }
  // A text in Markdown may be cut into a table, code, paragraphs: it is whole in what holds them.
  for (const mark of page.querySelectorAll('p')) if (/^m\d+x\d+[ab]/.test(mark.textContent.trim())) texts.add(mark.parentElement.textContent);
  const whole = new Set(), seen = new Set();
  if (forms) for (const text of texts) {
    const line = text.replace(/\s+/g, ' ');
    // Between cells and paragraphs there is no blank in a text.
    for (const {1: mark, 2: word, 3: version, index} of line.matchAll(/\bm(\d+x(\d+))([ab])(?:en)?\b/g)) {
      seen.add(mark + version);
      const before = line.slice(0, index).replaceAll(' ', '');
      if (version === 'b' && forms[word].some(form => before.endsWith(form))) whole.add(mark);
    }
  }
  return {made: [...made], odd, strange: known ? [...made].filter(what => !known.includes(what)) : [], whole: [...whole], seen: [...seen]};
});

/** What kind of page an address is of. */
const kind = page => page.replace(/\d+/g, '0');

/** The same for pages of a site, some at a time. */
const readAll = async (name, pages, options) => {
  const tab = await browser.newPage(), found = [];
  for (let n = 0; n < pages.length; n += 40) {
    const some = pages.slice(n, n + 40);
    const looked = await tab.evaluate(look, {pages: some.map(page => read(site(name), page)), known: null, forms: null, ...options});
    found.push(...looked.map((look, n) => ({page: some[n], ...look})));
  }
  await tab.close();
  return found;
};

const line = text => text.replace(/\s+/g, '');
const forms = words.map(([typed, shown]) => [line(typed), ...(shown === null ? [] : [line(shown)])]);
// What Markdown makes of words that are none of the theme's business.
const known = new Set('p em strong del ul ol ol@start li blockquote code pre a a@href a@title table thead tbody tr th td h2 h3 h4 h5 h6 br hr'.split(' '));
const plain = new Map();
for (const page of allPages(site('plain'))) plain.set(kind(page), [...plain.get(kind(page)) ?? [], page]);
const few = [...plain.values()].flatMap(pages => [...new Set([pages[0], pages[pages.length >> 1], pages.at(-1)])]);
for (const {made} of await readAll('plain', few, {})) made.forEach(what => known.add(what));

const whole = new Set(), open = [];
let count = 0;
for (const name of ['words', 'settings']) {
  const found = await readAll(name, allPages(site(name)), {known: [...known], forms: name === 'words' ? forms : null});
  count += found.length;
  for (const {page, odd, strange} of found) faults.push(...[...odd, ...strange.map(what => `${what} is not the theme's`)].map(fault => `${name} /${page}: ${fault}`));
  found.forEach(({whole: here}) => here.forEach(mark => whole.add(mark)));
  const covered = new Set();
  for (const {page, seen} of found.sort((a, b) => b.seen.length - a.seen.length)) {
    const fresh = [kind(page), ...seen].filter(what => !covered.has(what));
    fresh.forEach(what => covered.add(what));
    if (fresh.length) open.push({name, page});
  }
}
for (const mark of marks.filter(mark => !whole.has(mark))) {
  const [field, word] = mark.split('x');
  // On which paper somebody consented is nobody else's business.
  if (fields[field] !== 'Consent.form') faults.push(`not shown in full on any page: ${fields[field]}: ${JSON.stringify(words[word][0]).slice(0, 80)}`);
}

// Opened: what can run runs now.
for (const name of ['words', 'settings']) {
  const {url, close} = await serve(site(name));
  const left = open.filter(page => page.name === name).map(({page}) => page);
  await Promise.all(Array.from({length: 4}, async () => {
    const context = await browser.newContext();
    await context.addInitScript(() => { for (const name of ['alert', 'confirm', 'prompt', 'open', 'print']) window[name] = () => console.error(`${name} was called`); });
    await context.route(address => !address.href.startsWith(url), route => { faults.push(`${route.request().frame().url()} asks for ${route.request().url()}`); return route.abort(); });
    await context.route('**/aset/moved.js', route => route.fulfill({contentType: 'text/javascript', body: ''}));
    const tab = await context.newPage();
    let at = '';
    const fault = what => faults.push(`${name} /${at}: ${what}`);
    tab.on('console', message => fault(message.text()));
    tab.on('pageerror', error => fault(error));
    tab.on('popup', () => fault('a window opens'));
    while (left.length) {
      at = left.shift();
      await tab.goto(url + at);
      if (tab.url() !== url + at) fault(`leads to ${tab.url()}`);
    }
    await context.close();
  }));
  close();
}
await browser.close();
console.log(`${faults.length ? 'FAILS' : 'ok   '} inject ${marks.length} words in their fields on ${count} pages, ${open.length} of them opened: nothing runs, nothing is fetched (${Math.round((Date.now() - started) / 1000)} s)`);
for (const fault of faults.slice(0, 40)) console.log(`        ${fault}`);
if (faults.length > 40) console.log(`        … and ${faults.length - 40} more`);
process.exit(faults.length ? 1 : 0);
