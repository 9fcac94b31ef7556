import {real} from '../pages.mjs';

// G7: how soon the page is read on slow 3G and on 2G, with a processor six times slower; nothing moves while it loads.
// A word that arrives in two pieces, and then stands on the next line, moves itself by some thousandths, whatever the page is
// made of; what is more than a hundredth is the page. (Tools call up to a tenth good.)
const nets = {'slow 3G': {latency: 400, kbit: 400, lcp: 2500}, '2G': {latency: 800, kbit: 50, lcp: 5000}};

export async function speed({site, url, kinds, open, each}) {
  // It takes long: of each kind one page, in Indonesian, of the real site if that has one.
  kinds = kinds.filter(({kind, lang}) => lang === 'id' && (site === 'real' || !(kind in real)));
  const all = [], worst = {};
  const measure = async (net, {page}, tries = 2) => {
    const faults = [];
    const {latency, kbit, lcp: most} = nets[net];
    const {tab, cdp, close} = await open({viewport: {width: 360, height: 640}});
    const throughput = kbit * 1000 / 8;
    await cdp.send('Network.emulateNetworkConditions', {offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput});
    await cdp.send('Emulation.setCPUThrottlingRate', {rate: 6});
    await tab.addInitScript(() => {
      window.measured = {lcp: 0, cls: 0};
      new PerformanceObserver(l => { for (const e of l.getEntries()) measured.lcp = e.startTime; }).observe({type: 'largest-contentful-paint', buffered: true});
      new PerformanceObserver(l => { for (const e of l.getEntries()) if (!e.hadRecentInput) { measured.cls += e.value; measured.moved = e.sources?.map(s => `${s.node?.localName}.${s.node?.className?.baseVal ?? s.node?.className} "${(s.node?.textContent ?? '').trim().slice(0, 30)}" from ${s.previousRect.x},${s.previousRect.y} ${s.previousRect.width}x${s.previousRect.height} to ${s.currentRect.x},${s.currentRect.y} ${s.currentRect.width}x${s.currentRect.height}`).join('; '); } }).observe({type: 'layout-shift', buffered: true});
    });
    await tab.goto(url + page, {waitUntil: 'load', timeout: 60000});
    await tab.waitForFunction(() => measured.lcp > 0, null, {timeout: 10000}).catch(() => {});
    const {lcp, cls, moved} = await tab.evaluate(() => measured);
    if (lcp === 0) faults.push(`/${page} on ${net}: no largest paint was measured`);
    if (lcp > most) faults.push(`/${page} on ${net}: largest paint after ${Math.round(lcp)} ms, at most ${most}`);
    if (cls >= 0.01) faults.push(`/${page} on ${net}: things move while loading (CLS ${cls.toFixed(4)}): ${moved}`);
    await close();
    // A busy machine is no slow page: what fails is measured again before it counts.
    if (faults.length && tries) return measure(net, {page}, tries - 1);
    all.push(...faults);
    if (lcp > (worst[net]?.[0] ?? 0)) worst[net] = [lcp, page];
  };
  await each(Object.keys(nets).flatMap(net => kinds.map(k => [net, k])), work => measure(...work));
  const figures = Object.entries(worst).map(([net, [ms, page]]) => `${net} ${(ms / 1000).toFixed(2)} s of ${nets[net].lcp / 1000} (/${page})`);
  return {gate: 'G7', says: `${site}: ${kinds.length} pages in Indonesian, largest paint at the latest ${figures.join(', ')}; CLS below 0.01`, faults: all};
}
