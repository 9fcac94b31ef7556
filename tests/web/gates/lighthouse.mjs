// G4: Lighthouse as on a phone. Run as a program it measures the addresses given; as a gate it runs itself, apart from the
// gates' own browser.
import {spawn} from 'node:child_process';
import {fileURLToPath, pathToFileURL} from 'node:url';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

async function measure(addresses) {
  const [{default: lighthouse}, {launch}] = [await import('lighthouse'), await import('chrome-launcher')];
  const chrome = await launch({chromePath: process.env.CHROME_PATH, logLevel: 'silent', chromeFlags: process.env.CHROME_FLAGS.split(' ')});
  try {
    for (const address of addresses) {
      const {lhr} = await lighthouse(address, {port: chrome.port, logLevel: 'silent', output: 'json', onlyCategories: CATEGORIES, disableFullPageScreenshot: true,
        skipAudits: ['screenshot-thumbnails', 'final-screenshot', 'full-page-screenshot']});
      const below = lhr.runtimeError ? [`error: ${lhr.runtimeError.message}`] : [];
      for (const category of Object.values(lhr.categories)) {
        if (category.score === 1) continue;
        const lost = category.auditRefs.filter(r => r.weight > 0 && (lhr.audits[r.id].score ?? 1) < 1 && lhr.audits[r.id].scoreDisplayMode !== 'notApplicable');
        below.push(`${category.title} ${Math.round(category.score * 100)}: ${lost.map(r => `${r.id} ${lhr.audits[r.id].displayValue ?? ''}`).join(', ')}`);
      }
      console.log(JSON.stringify({address, below}));
    }
  } finally {
    await chrome.kill();
  }
}

/** What Lighthouse, run as a program of its own, says of the pages: a map from a page to what is below 100. */
function judged({url, executablePath, args}, pages) {
  return new Promise((done, fail) => {
    const program = spawn(process.execPath, [fileURLToPath(import.meta.url), ...pages.map(p => url + p)],
      {stdio: ['ignore', 'pipe', 'inherit'], env: {...process.env, CHROME_PATH: executablePath, CHROME_FLAGS: ['--headless', ...args].join(' ')}});
    let said = '';
    program.stdout.on('data', d => said += d);
    program.on('error', fail);
    program.on('close', code => {
      const lines = said.split('\n').filter(l => l.startsWith('{')).map(l => JSON.parse(l));
      if (code !== 0 || lines.length !== pages.length) fail(new Error(`Lighthouse ended with ${code} after ${lines.length} of ${pages.length} pages`));
      done(new Map(lines.map(({address, below}) => [address.slice(url.length), below])));
    });
  });
}

export async function lighthouse(site) {
  const pages = site.kinds.filter(k => k.lang === 'id' && !/^(404|moved)/.test(k.kind)).map(k => k.page);
  // Half of the time Lighthouse waits for a page to become quiet: three can share two processors.
  const thirds = await Promise.all([0, 1, 2].map(third => judged(site, pages.filter((_, i) => i % 3 === third))));
  const below = new Map(thirds.flatMap(third => [...third]).filter(([, b]) => b.length > 0));
  // What was measured beside another page is measured again alone, up to twice.
  for (let again = 0; again < 2 && below.size > 0; again++) {
    for (const [page, now] of await judged(site, [...below.keys()])) now.length > 0 ? below.set(page, now) : below.delete(page);
  }
  const faults = [...below].flatMap(([page, list]) => list.map(b => `/${page}: ${b}`));
  return {gate: 'G4', says: `${site.site}: Lighthouse gives 100 four times to each of ${pages.length} pages`, faults};
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await measure(process.argv.slice(2));
