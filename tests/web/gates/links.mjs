// G10: every link, fragment, picture and script of every page leads to something inside the site. A small site is read by
// hyperlink as well, a program of others, which takes minutes for a thousand pages.
import fs from 'node:fs';
import path from 'node:path';
import {allPages, read} from '../pages.mjs';

export async function links({site, folder}) {
  const base = read(folder, '').match(/<meta property="og:url" content="([^"]+)"/)[1], root = new URL(base).pathname;
  const html = new Map(allPages(folder).map(page => [page, read(folder, page)]));
  const ids = new Map([...html].map(([page, text]) => [page, new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(m => m[1]))]));
  const faults = [];
  let count = 0;
  for (const [page, text] of html) {
    for (const [, name, value] of text.matchAll(/\s(href|src|srcset|content|data-root|data-program)="([^"]*)"/g)) {
      if (name === 'content' && !value.startsWith(base)) continue;
      for (const target of name === 'srcset' ? value.split(',').map(s => s.trim().split(' ')[0]) : [value]) {
        const url = new URL(target.replaceAll('&amp;', '&'), base + page);
        if (/^[a-z]+:/.test(target) && !target.startsWith(base)) continue;
        count++;
        const address = decodeURI(url.pathname.startsWith(root) ? url.pathname.slice(root.length) : url.pathname), fragment = decodeURIComponent(url.hash.slice(1));
        if (name === 'data-root' ? address !== '' : !html.has(address) && !fs.statSync(path.join(folder, address), {throwIfNoEntry: false})?.isFile()) faults.push(`/${page}: ${target} leads nowhere`);
        else if (fragment && !ids.get(address)?.has(fragment)) faults.push(`/${page}: there is no ${fragment} at /${address}`);
      }
    }
  }
  if (count < html.size * 10) faults.push(`only ${count} links were found`);
  return {gate: 'G10', says: `${site}: ${count} links and fragments of ${html.size} pages lead somewhere`, faults};
}
