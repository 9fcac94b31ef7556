// Search and the filter of lists, by keyboard alone.

export async function search({site, url, kinds, open}) {
  const faults = [], did = [];
  const real = site === 'real'; // a stem finds the word it stands in
  const words = real ? {id: 'studi banding', en: 'study visit'} : {id: 'irigasi', en: 'irrigation'};
  const title = real ? {id: /studi banding/i, en: /study visit/i} : {id: /irigasi/, en: /irrigation/};
  for (const {page, lang} of kinds.filter(k => k.kind === 'search')) {
    const {tab, close} = await open({viewport: {width: 360, height: 640}});
    tab.on('console', m => { if (m.type() === 'error') faults.push(`/${page}: console: ${m.text()}`); });
    await tab.goto(url + page);
    const field = 'form[role=search] input[type=search]';
    for (let n = 0; n < 40 && !await tab.locator(field).evaluate(e => e === document.activeElement); n++) await tab.keyboard.press('Tab');
    await tab.keyboard.type(words[lang]);
    await tab.keyboard.press('Enter');
    const hit = tab.locator('ol#_hasil a', {hasText: title[lang]}).first();
    if (!await hit.waitFor({timeout: 10000}).then(() => true, () => false)) faults.push(`/${page}: does not find "${words[lang]}"`);
    else {
      if (!/\d/.test(await tab.locator('form p[role=status]').innerText())) faults.push(`/${page}: does not say how many it found`);
      for (let n = 0; n < 40 && !await hit.evaluate(e => e === document.activeElement); n++) await tab.keyboard.press('Tab');
      await tab.keyboard.press('Enter');
      await tab.waitForURL(/\/\d+\/[a-z0-9-]+\/$/, {timeout: 5000}).catch(() => faults.push(`/${page}: Enter on a hit does not lead to it`));
      did.push(`search /${page}`);
    }
    await close();
  }
  for (const {page} of kinds.filter(k => k.kind === 'commitments')) {
    const {tab, close} = await open({viewport: {width: 360, height: 640}});
    await tab.goto(url + page, {waitUntil: 'networkidle'});
    const box = tab.locator('main details', {has: tab.locator('input[type=search]')});
    if (!await box.count()) faults.push(`/${page}: no filter by script`);
    else {
      await box.locator('summary').focus();
      await tab.keyboard.press('Enter');
      await tab.keyboard.press('Tab');
      const rows = tab.locator('main .rows > li');
      const all = await rows.count();
      const texts = (await rows.allInnerTexts()).map(t => t.toLowerCase());
      const word = texts[2].match(/\p{L}{4,}/gu).find(w => !texts.every(t => t.includes(w)));
      await tab.keyboard.type(word);
      const shown = await rows.evaluateAll(list => list.filter(e => e.getBoundingClientRect().height).length);
      if (!(shown > 0 && shown < all)) faults.push(`/${page}: filtering by "${word}" shows ${shown} of ${all} rows`);
      if (!/\d/.test(await box.locator('[role=status]').innerText())) faults.push(`/${page}: does not say how many rows are left`);
      did.push(`filter /${page}`);
    }
    await close();
  }
  return {gate: 'search', says: `${site}: ${did.join(', ')} by keyboard`, faults};
}
