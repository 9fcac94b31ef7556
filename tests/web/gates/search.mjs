// Search and the filter of lists, by keyboard alone. Pages without them are passed over and said so.

export async function search({site, url, kinds, open}) {
  const faults = [], did = [];
  for (const {page, lang} of kinds.filter(k => k.kind === 'search')) {
    const {tab, close} = await open({viewport: {width: 360, height: 640}});
    tab.on('console', m => { if (m.type() === 'error') faults.push(`/${page}: console: ${m.text()}`); });
    await tab.goto(url + page);
    const field = 'form[role=search] input[type=search]';
    for (let n = 0; n < 40 && !await tab.locator(field).evaluate(e => e === document.activeElement); n++) await tab.keyboard.press('Tab');
    await tab.keyboard.type(lang === 'en' ? 'study visit' : 'studi banding');
    await tab.keyboard.press('Enter');
    const hit = tab.locator('ol#_hasil a[href*="6/studi-banding/"]').first();
    if (!await hit.waitFor({timeout: 10000}).then(() => true, () => false)) faults.push(`/${page}: does not find the aspiration about a study visit`);
    else {
      if (!/\d/.test(await tab.locator('form p[role=status]').innerText())) faults.push(`/${page}: does not say how many it found`);
      for (let n = 0; n < 40 && !await hit.evaluate(e => e === document.activeElement); n++) await tab.keyboard.press('Tab');
      await tab.keyboard.press('Enter');
      await tab.waitForURL(/6\/studi-banding\//, {timeout: 5000}).catch(() => faults.push(`/${page}: Enter on a hit does not lead to it`));
      did.push(`search /${page}`);
    }
    await close();
  }
  for (const {page} of kinds.filter(k => k.kind === 'commitments')) {
    const {tab, close} = await open({viewport: {width: 360, height: 640}});
    await tab.goto(url + page, {waitUntil: 'networkidle'});
    const box = tab.locator('main details', {has: tab.locator('input[type=search]')});
    if (await box.count()) {
      await box.locator('summary').focus();
      await tab.keyboard.press('Enter');
      await tab.keyboard.press('Tab');
      const rows = tab.locator('main .rows > li');
      const all = await rows.count();
      await tab.keyboard.type('studi banding');
      const shown = await rows.evaluateAll(list => list.filter(e => e.getBoundingClientRect().height).length);
      if (!(shown > 0 && shown < all)) faults.push(`/${page}: filtering by "studi banding" shows ${shown} of ${all} rows`);
      if (!/\d/.test(await box.locator('[role=status]').innerText())) faults.push(`/${page}: does not say how many rows are left`);
      did.push(`filter /${page}`);
    }
    await close();
  }
  return {gate: 'search', says: `${site}: ${did.length ? did.join(', ') + ' by keyboard' : 'no search and no filter by script on this site'}`, faults};
}
