// Screenshots of each kind of page for the eye, as files; they fail only where a page cannot be drawn.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const to = path.join(path.dirname(fileURLToPath(import.meta.url)), '../screenshots');

export async function screenshots({site, url, kinds, open, each}) {
  fs.rmSync(path.join(to, site), {recursive: true, force: true});
  let count = 0;
  await each(kinds, async ({kind, lang, page}) => {
    const {tab, close} = await open();
    await tab.goto(url + page);
    for (const width of [360, 1280]) {
      await tab.setViewportSize({width, height: 800});
      for (const colorScheme of ['light', 'dark']) {
        await tab.emulateMedia({colorScheme});
        await tab.screenshot({path: path.join(to, site, `${kind}-${lang}-${width}-${colorScheme}.png`), fullPage: true});
        count++;
      }
    }
    await close();
  });
  return {gate: 'look', says: `${site}: ${count} screenshots in tests/web/screenshots/${site}`, faults: []};
}
