// Runs the gates (docs/GATES.md) over built sites: `node check.mjs real=FOLDER made-up=FOLDER [GATE…]`. One line a gate; each fault
// with its page and rule; exit 1 if there is any. Screenshots are made if they are asked for.
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

const gates = {links, firstResponse, wholePage, withoutScript, narrow, forcedColours, print, keyboard, search, moves, axeCore, sniffer, screenshots, speed, lighthouse};
// What tells how fast a page is goes by itself.
const timed = ['speed', 'lighthouse'];
const asked = ['screenshots'];
/** So many tabs are open at once, however many gates want one: much of a page's time is waiting. */
const TABS = 4;

const sites = process.argv.slice(2).filter(a => a.includes('=')).map(a => a.split('='));
const only = process.argv.slice(2).filter(a => !a.includes('='));
const unknown = only.filter(name => !gates[name]);
if (unknown.length || !sites.length) throw new Error(`no gate ${unknown.join(', ') || 'without a site'}; there are ${Object.keys(gates).join(', ')}`);
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];
const browser = await chromium.launch({executablePath, args});

let free = TABS;
const waiting = [];

/** A tab of its own, with nothing remembered, as soon as one may be opened; a page that leads on is held unless it is said otherwise. */
const open = async (options = {}, {held = true} = {}) => {
  if (free > 0) free--;
  else await new Promise(go => waiting.push(go));
  const context = await browser.newContext(options);
  if (held) await context.route('**/aset/moved.js', route => route.fulfill({contentType: 'text/javascript', body: ''}));
  const tab = await context.newPage();
  const cdp = await context.newCDPSession(tab);
  await cdp.send('Network.enable');
  const close = async () => {
    await context.close();
    if (waiting.length) waiting.shift()();
    else free++;
  };
  return {tab, cdp, close};
};

/** Does something with each of a list; those that need a tab wait for one. */
const each = (list, work) => Promise.all(list.map(one => work(one)));

/** Runs one gate over one site. */
const run = async (name, site) => {
  const start = Date.now();
  const {gate, says, faults} = await gates[name]({...site, open, each, executablePath, args});
  return {gate, says, faults: faults.sort(), seconds: (Date.now() - start) / 1000};
};

/** Tells what a gate found. */
const tell = ({gate, says, faults, seconds}) => {
  console.log(`${faults.length ? 'FAILS' : 'ok   '} ${gate.padEnd(6)} ${says} (${seconds.toFixed(0)} s)`);
  for (const fault of faults.slice(0, 40)) console.log(`        ${fault}`);
  if (faults.length > 40) console.log(`        … and ${faults.length - 40} more`);
  return faults.length;
};

const served = [];
for (const [site, folder] of sites) served.push({site, folder, kinds: kinds(folder, site), ...await serve(folder, site === 'real' ? '/' : '/di/bawah/')});
const over = names => names.filter(name => only.length ? only.includes(name) : !asked.includes(name)).flatMap(name => served.map(site => [name, site]));
// Lighthouse, half a minute of a processor for ten pages, judges the real site, unless it is asked for; what others have more is made
// of the same templates, but for the page of what was withdrawn. It measures again, alone, what was slow: one site after the other.
const turns = [over(Object.keys(gates).filter(name => !timed.includes(name))), over(['speed']), ...over(['lighthouse']).filter(([, {site}]) => only.length || site === 'real').map(one => [one])];
let faulty = 0;
for (const turn of turns) {
  const running = turn.map(one => run(...one));
  for (const found of running) faulty += tell(await found);
}
served.forEach(site => site.close());
await browser.close();
if (faulty) {
  console.error(`tests/web: ${faulty} faults`);
  process.exit(1);
}
