// G2: axe-core at 360 px, and what it says of colours in light, in dark and in forced colours. G3: HTML_CodeSniffer, a second opinion.
import fs from 'node:fs';
import {createRequire} from 'node:module';

const file = name => fs.readFileSync(createRequire(import.meta.url).resolve(name), 'utf8');
const axeScript = file('axe-core/axe.min.js');
const snifferScript = file('@pa11y/html_codesniffer/build/HTMLCS.js');
const COLOURS = {type: 'rule', values: ['color-contrast', 'link-in-text-block']};
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const axe = (tab, runOnly) => tab.evaluate(runOnly => axe.run(document, {runOnly, resultTypes: ['violations', 'incomplete']})
  .then(r => [...r.violations.map(v => ({...v, what: 'violation'})), ...r.incomplete.map(v => ({...v, what: 'incomplete'}))]
    .map(v => `${v.what} ${v.id}: ${v.nodes.slice(0, 3).map(n => `${n.target.join(' ')} (${[...n.any, ...n.all, ...n.none].map(c => c.message).join(' ').slice(0, 160)})`).join('; ')}`)), runOnly);

/** What axe-core says of the page that is open. */
export async function axePage(tab) {
  await tab.evaluate(axeScript);
  return axe(tab, {type: 'tag', values: TAGS});
}

export async function axeCore({site, url, kinds, open, each}) {
  const faults = [];
  const looks = [{colorScheme: 'light'}, {colorScheme: 'dark'}, {colorScheme: 'light', forcedColors: 'active'}];
  await each(kinds, async ({page}) => {
    const {tab, close} = await open({viewport: {width: 360, height: 640}, bypassCSP: true});
    await tab.goto(url + page);
    await tab.evaluate(axeScript);
    for (const look of looks) {
      await tab.emulateMedia(look);
      // Only colours differ from one look to the next.
      const rules = look === looks[0] ? {type: 'tag', values: TAGS} : COLOURS;
      for (const fault of await axe(tab, rules)) faults.push(`/${page} (${look.forcedColors ? 'forced colours' : look.colorScheme}): ${fault}`);
    }
    await close();
  });
  return {gate: 'G2', says: `${site}: axe-core finds nothing and leaves nothing open on ${kinds.length} pages, nor in dark and in forced colours`, faults};
}

export async function sniffer({site, url, kinds, open, each}) {
  const faults = [];
  await each(kinds, async ({page}) => {
    const {tab, close} = await open({viewport: {width: 1280, height: 1024}, bypassCSP: true});
    await tab.goto(url + page);
    await tab.evaluate(snifferScript);
    const errors = await tab.evaluate(() => new Promise((done, fail) => HTMLCS.process('WCAG2AA', document, () => done(HTMLCS.getMessages()
      .filter(m => m.type === HTMLCS.ERROR).map(m => `${m.code}: ${m.msg} ${(m.element.outerHTML ?? '').slice(0, 120)}`)), fail)));
    for (const error of errors) faults.push(`/${page}: ${error}`);
    await close();
  });
  return {gate: 'G3', says: `${site}: HTML_CodeSniffer (WCAG2AA) finds no error on ${kinds.length} pages`, faults};
}
