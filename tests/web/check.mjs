// Runs the gates over built sites: `node check.mjs real=FOLDER made-up=FOLDER [GATE…]`. One line a gate; each fault with its page
// and rule; exit 1 if there is any.
import {chromium} from 'playwright-core';
import {serve} from './serve.mjs';
import {kinds} from './pages.mjs';
import {links} from './gates/links.mjs';
import {firstResponse, wholePage} from './gates/weight.mjs';
import {axeCore, sniffer} from './gates/axe.mjs';
import {lighthouse} from './gates/lighthouse.mjs';
import {speed} from './gates/speed.mjs';
import {forcedColours, keyboard, narrow, print, withoutScript} from './gates/reading.mjs';
import {search} from './gates/search.mjs';
import {screenshots} from './gates/screenshots.mjs';
import {moves} from './gates/moves.mjs';

const gates = {links, firstResponse, wholePage, withoutScript, narrow, forcedColours, print, keyboard, search, moves, axeCore, sniffer, speed, screenshots, lighthouse};

const sites = process.argv.slice(2).filter(a => a.includes('=')).map(a => a.split('='));
const only = process.argv.slice(2).filter(a => !a.includes('='));
const unknown = only.filter(name => !gates[name]);
if (unknown.length || !sites.length) throw new Error(`no gate ${unknown.join(', ') || 'without a site'}; there are ${Object.keys(gates).join(', ')}`);
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];
const browser = await chromium.launch({executablePath, args});

/** A tab of its own, with nothing remembered; a page that leads on is held unless it is said otherwise. */
const open = async (options = {}, {held = true} = {}) => {
  const context = await browser.newContext(options);
  if (held) await context.route('**/aset/moved.js', route => route.fulfill({contentType: 'text/javascript', body: ''}));
  const tab = await context.newPage();
  const cdp = await context.newCDPSession(tab);
  await cdp.send('Network.enable');
  return {tab, cdp, close: () => context.close()};
};

/** Does something with each of a list, so many at a time. */
const each = async (list, work, atOnce = 3) => {
  const left = [...list];
  await Promise.all(Array.from({length: atOnce}, async () => { while (left.length) await work(left.shift()); }));
};

let faulty = 0;
for (const [site, folder] of sites) {
  const {url, close} = await serve(folder, site === 'real' ? '/' : '/di/bawah/');
  const found = kinds(folder, site);
  for (const [name, gate] of Object.entries(gates)) {
    if (only.length && !only.includes(name)) continue;
    const start = Date.now();
    const {gate: number, says, faults} = await gate({site, folder, url, kinds: found, open, each, executablePath, args});
    console.log(`${faults.length ? 'FAILS' : 'ok   '} ${number.padEnd(6)} ${says} (${((Date.now() - start) / 1000).toFixed(0)} s)`);
    for (const fault of faults.sort().slice(0, 40)) console.log(`        ${fault}`);
    if (faults.length > 40) console.log(`        … and ${faults.length - 40} more`);
    faulty += faults.length;
  }
  close();
}
await browser.close();
if (faulty) {
  console.error(`tests/web: ${faulty} faults`);
  process.exit(1);
}
