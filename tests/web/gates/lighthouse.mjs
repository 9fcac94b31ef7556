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

export async function lighthouse({site, url, kinds, executablePath, args}) {
  const faults = [];
  const pages = kinds.filter(k => k.kind !== '404' && k.lang === 'id').map(k => k.page);
  let measured = 0;
  await Promise.all([0, 1].map(half => new Promise((done, fail) => {
    const program = spawn(process.execPath, [fileURLToPath(import.meta.url), ...pages.filter((_, i) => i % 2 === half).map(p => url + p)],
      {stdio: ['ignore', 'pipe', 'inherit'], env: {...process.env, CHROME_PATH: executablePath, CHROME_FLAGS: ['--headless', ...args].join(' ')}});
    let said = '';
    program.stdout.on('data', d => said += d);
    program.on('error', fail);
    program.on('close', code => {
      if (code !== 0) faults.push(`Lighthouse ended with ${code}`);
      for (const line of said.split('\n').filter(l => l.startsWith('{'))) {
        const {address, below} = JSON.parse(line);
        measured++;
        for (const b of below) faults.push(`/${address.slice(url.length)}: ${b}`);
      }
      done();
    });
  })));
  if (measured !== pages.length) faults.push(`only ${measured} of ${pages.length} pages were measured`);
  return {gate: 'G4', says: `${site}: Lighthouse gives 100 four times to each of ${measured} pages`, faults};
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await measure(process.argv.slice(2));
