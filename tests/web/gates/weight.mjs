// G5: every page of the site in the first response. G6: the whole of a page without photographs, and from nowhere else.
import path from 'node:path';
import zlib from 'node:zlib';
import {allPages, read} from '../pages.mjs';

const FIRST = 14600, WHOLE = 50000;

export async function firstResponse({site, folder}) {
  const faults = [], sizes = [];
  for (const page of allPages(folder)) {
    const html = read(folder, page);
    const size = zlib.gzipSync(html, {level: 9}).length;
    sizes.push([size, page]);
    if (size > FIRST) faults.push(`/${page}: ${size} bytes gzipped`);
    const foreign = html.match(/<(?:script|img|iframe|source|video|audio|embed|object)\b[^>]*\b(?:src|srcset|data)="(?:https?:)?\/\/[^>]*>|<link\b(?=[^>]*rel="(?:stylesheet|preload|icon|manifest|modulepreload)")[^>]*href="(?:https?:)?\/\/[^>]*>|url\(["']?(?:https?:)?\/\/[^)]*\)/);
    if (foreign) faults.push(`/${page}: loads from elsewhere: ${foreign[0].slice(0, 100)}`);
  }
  sizes.sort((a, b) => b[0] - a[0]);
  return {gate: 'G5', says: `${site}: ${sizes.length} pages, HTML at most ${FIRST} B gzipped; largest ${sizes.slice(0, 3).map(([n, p]) => `${n} /${p}`).join(', ')}`, faults};
}

export async function wholePage({site, url, kinds, open, each}) {
  const faults = [];
  let most = [0, ''];
  await each(kinds, async ({page}) => {
    const {tab, cdp, close} = await open();
    const images = new Set();
    let bytes = 0, requests = 0;
    await cdp.send('Network.setCacheDisabled', {cacheDisabled: true});
    cdp.on('Network.requestWillBeSent', e => {
      if (e.request.url.startsWith('data:')) return;
      requests++;
      if (e.type === 'Image') images.add(e.requestId);
      if (!e.request.url.startsWith(new URL(url).origin + '/')) faults.push(`/${page}: asks another origin: ${e.request.url}`);
    });
    cdp.on('Network.loadingFinished', e => { if (!images.has(e.requestId)) bytes += e.encodedDataLength; });
    cdp.on('Network.responseReceived', e => { if (e.response.status >= 400) faults.push(`/${page}: ${e.response.status} for ${e.response.url}`); });
    tab.on('console', m => { if (m.type() === 'error') faults.push(`/${page}: console: ${m.text()}`); });
    tab.on('pageerror', e => faults.push(`/${page}: script: ${e.message}`));
    await tab.goto(url + page, {waitUntil: 'networkidle'});
    if (bytes > most[0]) most = [bytes, page];
    if (bytes > WHOLE) faults.push(`/${page}: ${bytes} bytes transferred in ${requests} requests`);
    if (bytes === 0) faults.push(`/${page}: nothing was counted`);
    await close();
  });
  return {gate: 'G6', says: `${site}: ${kinds.length} pages below ${new URL(url).pathname}, at most ${WHOLE} B each without photographs, nothing from elsewhere; largest ${most[0]} /${most[1]}`, faults};
}
