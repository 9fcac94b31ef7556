// Zotero's own translators (through ztractor, without network) save a page of each kind as zotero.json says.
import fs from 'node:fs';
import {JSDOM} from 'jsdom';

const expectedFile = new URL('../zotero.json', import.meta.url);
// What is sought, printed, kept of a record or shown where there is none is not cited.
const NOT_CITED = ['quote', 'quote-stop', 'search', 'index', 'notice', 'notice-district', 'accessibility', 'past', 'past-stop', 'past-prose', 'history', 'verify', '404'];
// When it was saved, its picture, and the names that the type of a report would have in things that are none.
const NOISE = /^(accessDate|attachments|notes|tags|seeAlso|id|itemID|key|version|complete|(?!item|report)[a-zA-Z]+Type)$/;

/** A browser's names, which the translators want. */
function browser(url) {
  const dom = new JSDOM('', {url});
  for (const name of ['DOMParser', 'XMLSerializer', 'Node', 'Document', 'Element', 'HTMLElement', 'NodeFilter', 'XPathResult', 'XPathEvaluator', 'window', 'document']) globalThis[name] = dom.window[name] ?? dom.window;
}

export async function zotero(site, faults) {
  browser(site.base);
  const {extractMetadata} = await import('ztractor');
  const expected = fs.existsSync(expectedFile) ? JSON.parse(fs.readFileSync(expectedFile, 'utf8')) : {};
  const found = {}, newest = new Set();
  for (const {record, revision} of site.has('data/log/log.jsonl') ? site.table('log/log').filter(line => line.digest) : []) for (const lang of ['', 'en/']) {
    newest.delete(`${site.base}${lang}${record}/r${revision - 1}/`);
    newest.add(`${site.base}${lang}${record}/r${revision}/`);
  }
  for (const {kind, lang, page} of site.kinds().filter(k => !NOT_CITED.includes(k.kind))) {
    const url = site.base + page, html = site.html(page);
    const result = await extractMetadata({url, html, network: 'deny', timeout: 60000});
    const items = (result.items ?? []).map(item => Object.fromEntries(Object.entries(item).filter(([key]) => !NOISE.test(key))));
    found[page] = items;
    // Whatever zotero.json says, these hold.
    const [item] = items, title = new JSDOM(html).window.document.querySelector('meta[property="og:title"]')?.content;
    const faultsHere = items.length !== 1 ? [`${items.length} items: ${result.error ?? ''}`] : [
      item.itemType !== 'report' && `is a ${item.itemType}`,
      !(item.creators?.length === 1 && item.creators[0].creatorType === 'author' && !item.creators[0].firstName && (item.creators[0].name ?? item.creators[0].lastName) === (lang === 'en' ? 'The jhur editors' : 'Penyusun jhur')) && `is by ${JSON.stringify(item.creators)}`,
      item.title !== title && `is called ${JSON.stringify(item.title)}, the page ${JSON.stringify(title)}`,
      // A record is cited by its newest revision.
      item.url !== url && !newest.has(item.url) && `is at ${item.url}`,
      item.language !== lang && `is in ${item.language}`,
      // A record is of the day of its release; a list has none.
      (newest.has(item.url) ? !/^\d{4}[-/]\d{2}[-/]\d{2}$/.test(item.date ?? '') : item.date !== 'n.d.') && `is of ${item.date}`,
      result.translator && !/Embedded Metadata/.test(JSON.stringify(result.translator)) && `was read by ${JSON.stringify(result.translator)}`,
    ].filter(Boolean);
    for (const fault of faultsHere) faults.push(`/${page} (${kind}): ${fault}`);
    if (!process.env.UPDATE && JSON.stringify(items, null, 1) !== JSON.stringify(expected[page], null, 1)) faults.push(`/${page} (${kind}): Zotero saves ${JSON.stringify(items)}, zotero.json has ${JSON.stringify(expected[page])}`);
  }
  if (process.env.UPDATE) fs.writeFileSync(expectedFile, `${JSON.stringify(found, null, 1)}\n`);
  else for (const page of Object.keys(expected)) if (!(page in found)) faults.push(`/${page}: is in zotero.json alone`);
  if (Object.keys(found).length < 20) faults.push(`only ${Object.keys(found).length} pages were read`);
  return `Zotero's translators: ${Object.keys(found).length} pages, one of each kind, are saved as zotero.json says${process.env.UPDATE ? ', which is new' : ''}`;
}
