// Addresses from before a record got another name lead on: with script and the fragment, without script, and a commitment's
// fragment to its own place.
import {read} from '../pages.mjs';

export async function moves({site, folder, url, kinds, open}) {
  const faults = [];
  const pages = kinds.filter(k => /^moved/.test(k.kind)).map(k => k.page);
  const arrive = async (from, to, javaScriptEnabled) => {
    const {tab, close} = await open({javaScriptEnabled}, {held: false});
    await tab.goto(from).catch(() => {}); // it is left before it has loaded
    await tab.waitForURL(to, {timeout: 10000}).catch(() => faults.push(`${from} leads to ${tab.url()}, not ${to}${javaScriptEnabled ? '' : ' without script'}`));
    await close();
  };
  for (const page of pages) {
    const html = read(folder, page), at = href => new URL(href, url + page).href;
    const to = at(html.match(/id="_kini" href="([^"]+)"/)[1]);
    await arrive(url + page, to, false);
    await arrive(`${url}${page}#_lain`, `${to}#_lain`, true);
    for (const [, id, href] of html.matchAll(/<li id="([^"]+)"><a href="([^"]+)"/g)) await arrive(`${url}${page}#${id}`, at(href), true);
  }
  return {gate: 'moves', says: `${site}: ${pages.length} old addresses lead on, with script and without, fragments too`, faults};
}
