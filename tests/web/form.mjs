// From an empty folder to a site of one stop with two aspirations through the forms of `jhur serve` alone: by keyboard, with mistakes
// on the way that are explained in Indonesian, once with JavaScript and once without; axe-core on the pages. `node form.mjs JHUR`.
import {execFileSync, spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {chromium} from 'playwright-core';
import {axePage} from './gates/axe.mjs';

const jhur = process.argv[2];
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-dev-shm-usage'];
const screenshots = path.join(import.meta.dirname, 'screenshots/form');
fs.mkdirSync(screenshots, {recursive: true});
const faults = [];
const must = (right, what) => { if (!right) faults.push(what); };

/** The program at work in a new folder. */
async function serve() {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'jhur-form-'));
  execFileSync(jhur, ['init', root], {stdio: 'ignore'});
  const program = spawn(jhur, ['--root', root, 'serve', '--port', '0'], {stdio: ['ignore', 'ignore', 'pipe']});
  const port = await new Promise((done, fail) => {
    let said = '';
    program.stderr.on('data', d => { said += d; const found = /127\.0\.0\.1:(\d+)/.exec(said); if (found) done(found[1]); });
    program.on('close', () => fail(new Error(`serve ended: ${said}`)));
  });
  const close = () => { program.kill(); fs.rmSync(root, {recursive: true, force: true}); };
  return {root, url: `http://127.0.0.1:${port}/tulis/`, close};
}

/** What a person can do without a mouse. */
function hands(tab) {
  const box = name => tab.locator(`[id="k-${name}"]`);
  /** How many stops of the Tab key lie between, counted; boxes for days have several. */
  const distance = target => target.evaluate(e => {
    const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, pre[tabindex]')].filter(e => e.checkVisibility());
    const at = all.findIndex(other => other === document.activeElement || other.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_PRECEDING);
    return all.indexOf(e) - (document.activeElement === document.body ? -1 : all[at] === document.activeElement ? at : at - 1);
  });
  const reach = async target => {
    await target.waitFor({state: 'visible'});
    for (let n = 0; n < 30; n++) {
      if (await target.evaluate(e => e === document.activeElement)) return;
      const steps = await distance(target);
      for (let n = 0; n < Math.max(1, Math.abs(steps)); n++) await tab.keyboard.press(steps < 0 ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`Tab does not reach ${target}`);
  };
  const press = async target => { await reach(target); await tab.keyboard.press('Enter'); await tab.waitForLoadState(); };
  /** Does what leads to another page and waits until that page is there: the one before may look just like it. */
  const another = async (act, what) => {
    const before = await tab.evaluate(() => performance.timeOrigin);
    await act();
    // waitForFunction is sometimes lost when the page changes under it.
    const now = () => tab.evaluate(() => document.readyState === 'complete' && performance.timeOrigin).catch(() => false);
    for (const start = Date.now(); ;) {
      const at = await now();
      if (at && at !== before) break;
      if (Date.now() - start > 30000) throw new Error(`${what} leads nowhere`);
      await tab.waitForTimeout(20);
    }
  };
  return {
    box,
    reach,
    /** Goes where a link or button leads. */
    go: (role, name) => another(() => press(tab.getByRole(role, {name, exact: true}).first()), name),
    /** Enter in a box of one line. */
    enter: async name => { await reach(box(name)); await another(() => tab.keyboard.press('Enter'), `Enter in ${name}`); },
    unfold: name => press(tab.locator(`details[id="k-${name}"] > summary`).or(tab.locator(`[id="k-${name}"] > summary`)).first()),
    write: async (name, words) => { await reach(box(name)); await tab.keyboard.press('Control+A'); await tab.keyboard.type(words); },
    choose: async (name, words) => { await reach(box(name)); await tab.keyboard.type(words); },
    tick: async target => { await reach(target); await tab.keyboard.press('Space'); },
    errors: () => tab.locator('#k-summary li').allInnerTexts(),
  };
}

async function walk(browser, javaScriptEnabled) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';
  const {root, url, close} = await serve();
  const context = await browser.newContext({viewport: {width: 360, height: 740}, locale: 'en-US', javaScriptEnabled});
  const tab = await context.newPage();
  // What is refused has a status of its own, and the page as it would be runs no scripts on purpose.
  tab.on('console', m => { if (m.type() === 'error' && !/422|tulis\?lihat=\d+' because the document's frame is sandboxed/.test(m.text())) faults.push(`${how}: console: ${m.text()}`); });
  const {box, go, enter, unfold, write, choose, tick, reach, errors} = hands(tab);
  const tell = async what => must(await tab.locator('.saved').count(), `${how}: ${what} was not saved: ${await errors()}`);

  await tab.goto(url);
  await go('link', 'Kunjungan baru');
  await go('button', 'Simpan');
  let wrong = await errors();
  must(wrong.length === 3 && wrong.every(w => /belum|tidak ada|kurang|wajib/i.test(w)), `${how}: what a stop lacks, all of it, in Indonesian: ${wrong}`);
  await write('number', 'enam');
  if (javaScriptEnabled) {
    await tab.keyboard.press('Tab');
    const beside = tab.locator('.messages[data-field="number"] .wrong');
    must(await beside.waitFor({timeout: 10000}).then(() => true, () => false), `${how}: nothing is said while somebody types`);
  }
  await go('button', 'Simpan');
  wrong = await errors();
  must(wrong.some(w => /enam.*bilangan/i.test(w)), `${how}: a number that is none, in Indonesian: ${wrong}`);
  must(await box('number').inputValue() === 'enam', `${how}: what was typed is lost`);
  must(!fs.readdirSync(path.join(root, 'content/stops')).some(f => !/999/.test(f)), `${how}: something faulty was saved`);
  await reach(tab.locator('#k-summary a').first());
  await tab.keyboard.press('Enter');
  await write('number', '1');
  await choose('district', 'Silo');
  await choose('date', '02112022');
  // Enter in a box of one line looks and saves nothing; who then leaves is asked.
  await enter('number');
  must(await tab.locator('form[data-unsaved]').count() === 1, `${how}: what was typed counts as saved`);
  must(await box('number').inputValue() === '1' && await tab.locator('.saved').count() === 0, `${how}: Enter saved`);
  must(!fs.readdirSync(path.join(root, 'content/stops')).some(f => /001/.test(f)), `${how}: Enter wrote a file`);
  if (javaScriptEnabled) must(await tab.evaluate(() => !dispatchEvent(new Event('beforeunload', {cancelable: true}))), 'who leaves is not asked');
  await unfold('sources.0');
  await write('sources.0.publisher', 'Kabar Rekaan');
  await choose('sources.0.date', '02122022');
  await go('button', 'Simpan');
  await tell('the stop');

  await go('link', 'Tambah aspirasi');
  await write('title.id', 'Jalan dusun diperbaiki (rekaan)');
  await write('text.id', 'Warga rekaan meminta jalan dusun diperbaiki.');
  await tick(tab.getByRole('checkbox', {name: 'Kabar Rekaan'}).first());
  await unfold('responses.0');
  await choose('responses.0.office', 'Dinas Koperasi');
  await tick(tab.getByRole('checkbox', {name: /^Dijanjikan/}).first());
  await write('responses.0.text.id', 'Akan diperbaiki tahun depan.');
  await go('button', 'Simpan');
  wrong = await errors();
  must(wrong.length === 1 && /dijanjikan|komitmen/i.test(wrong[0]), `${how}: a promise needs a commitment, in Indonesian: ${wrong}`);
  await reach(tab.locator('#k-summary a').first());
  await tab.keyboard.press('Enter');
  await unfold('responses.0.commitments.0');
  await write('responses.0.commitments.0.text.id', 'Memperbaiki jalan dusun');
  await write('responses.0.commitments.0.due.by', '2023');
  await go('button', 'Simpan');
  await tell('the first aspiration');
  must(await box('id').inputValue() === 'jalan-dusun-diperbaiki-rekaan', `${how}: no key was made from the title`);

  await go('link', 'Tambah aspirasi');
  await write('title.id', 'Air bersih (rekaan)');
  await write('text.id', 'Warga rekaan meminta air bersih.');
  await go('button', 'Simpan');
  await tell('the second aspiration');
  await tab.locator('iframe').scrollIntoViewIfNeeded();
  const frame = tab.frameLocator('iframe');
  must(/Air bersih \(rekaan\)/.test(await frame.locator('h1').innerText()), `${how}: no preview of the page`);
  await tab.screenshot({path: path.join(screenshots, `aspirasi-360-${javaScriptEnabled ? 'js' : 'tanpa'}.png`), fullPage: true});

  await go('link', 'Kunjungan ke-1');
  await tick(box('draft'));
  await go('button', 'Simpan');
  await tell('the stop that is published');
  if (javaScriptEnabled) await look(browser, url);
  else {
    execFileSync(jhur, ['--root', root, 'build'], {stdio: 'ignore'});
    const page = fs.readFileSync(path.join(root, 'public/1/index.html'), 'utf8');
    for (const title of ['Jalan dusun diperbaiki (rekaan)', 'Air bersih (rekaan)']) must(page.includes(title), `${title} is not on the site`);
  }
  await context.close();
  close();
}

/** What axe-core says, and how wide the pages are. */
async function look(browser, url) {
  for (const [width, colorScheme] of [[360, 'light'], [1280, 'light'], [1280, 'dark']]) {
    const context = await browser.newContext({viewport: {width, height: 900}, colorScheme, bypassCSP: true});
    const tab = await context.newPage();
    for (const [name, address] of [['semua', ''], ['kunjungan', 'ubah/?alamat=1'], ['aspirasi', 'ubah/?alamat=1/jalan-dusun-diperbaiki-rekaan'], ['salah', 'kabar/']]) {
      await tab.goto(url + address);
      if (name === 'salah') await Promise.all([tab.waitForNavigation(), tab.locator('[name=_save]').first().click()]);
      // The page in the frame is one of the site, which other gates look at.
      for (const fault of (await axePage(tab)).filter(f => !f.includes('frame-tested'))) faults.push(`${name}, ${width} px, ${colorScheme}: ${fault}`);
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
      must(wide <= width, `${name}, ${width} px: ${wide} px wide`);
      await tab.screenshot({path: path.join(screenshots, `${name}-${width}-${colorScheme}.png`)});
    }
    await context.close();
  }
}

const start = Date.now();
const browser = await chromium.launch({executablePath, args});
try {
  await Promise.all([true, false].map(script => walk(browser, script)));
} finally {
  await browser.close();
}
const took = ((Date.now() - start) / 1000).toFixed(0);
console.log(`${faults.length ? 'FAILS' : 'ok   '} form   from an empty folder to a site through the forms alone, by keyboard, with and without JavaScript; axe-core finds nothing (${took} s)`);
for (const fault of faults) console.log(`        ${fault}`);
process.exit(faults.length ? 1 : 0);
