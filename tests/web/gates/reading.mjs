// G8: without script. G9: narrow screens, text spacing, forced colours, print. And the keyboard, and calm for those who want it.

export async function withoutScript({site, url, kinds, open, each}) {
  const faults = [];
  const text = async (page, javaScriptEnabled) => {
    const {tab, close} = await open({javaScriptEnabled});
    await tab.goto(url + page, {waitUntil: javaScriptEnabled ? 'networkidle' : 'load'});
    // What script adds or what stands only where there is none is not the record: forms, <noscript>.
    const main = await tab.locator('main').evaluate(m => [...m.querySelectorAll('form, noscript, .tools, .js')].forEach(e => e.remove()) ?? m.innerText);
    const heading = await tab.locator('h1').allInnerTexts();
    await close();
    return {main, heading};
  };
  // What leads on does so without script too: see moves.mjs.
  kinds = kinds.filter(k => !/^moved/.test(k.kind));
  await each(kinds, async ({page}) => {
    const [off, on] = await Promise.all([text(page, false), text(page, true)]);
    if (off.heading.length !== 1 || !off.heading[0].trim()) faults.push(`/${page}: ${off.heading.length} headings of the first level without script`);
    if (off.main.length < 40) faults.push(`/${page}: hardly any text without script`);
    if (off.main !== on.main) faults.push(`/${page}: the text differs with and without script`);
  });
  return {gate: 'G8', says: `${site}: ${kinds.length} pages say the same with and without script`, faults};
}

const spacing = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';

/** What sticks out of the window to the right, or is cut off by its box. */
const overflow = tab => tab.evaluate(() => {
  const name = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + (e.classList.length ? '.' + [...e.classList].join('.') : '');
  const wide = document.documentElement.scrollWidth > innerWidth ? [`${document.documentElement.scrollWidth} px wide`] : [];
  for (const e of document.querySelectorAll('body *')) {
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    if (box.width && box.right > innerWidth + 1 && box.left < innerWidth && !e.closest('svg svg, .areas')) wide.push(`${name(e)} ends at ${Math.round(box.right)} px`);
    const hides = style.overflowX !== 'visible' || style.overflowY !== 'visible';
    if (hides && style.overflow !== 'auto' && e.innerText?.trim() && box.width > 1 && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)) wide.push(`${name(e)} cuts off its text`);
  }
  return wide.slice(0, 4);
});

export async function narrow({site, url, kinds, open, each}) {
  const faults = [];
  await each(kinds, async ({page}) => {
    const {tab, close} = await open({viewport: {width: 320, height: 640}, bypassCSP: true});
    await tab.goto(url + page);
    for (const w of await overflow(tab)) faults.push(`/${page} at 320 px: ${w}`);
    await tab.addStyleTag({content: spacing});
    for (const w of await overflow(tab)) faults.push(`/${page} at 320 px with WCAG text spacing: ${w}`);
    await close();
  });
  return {gate: 'G9', says: `${site}: ${kinds.length} pages at 320 px, with WCAG text spacing too: nothing sideways, nothing cut off`, faults};
}

export async function forcedColours({site, url, kinds, open, each}) {
  const faults = [];
  await each(kinds, async ({page}) => {
    const {tab, close} = await open({viewport: {width: 360, height: 640}, forcedColors: 'active'});
    await tab.goto(url + page);
    const lost = await tab.evaluate(() => [...document.querySelectorAll('main svg:not(.areas), main .bar rect')].flatMap(e => {
      const s = getComputedStyle(e), ground = getComputedStyle(document.body).backgroundColor;
      if (!e.getBoundingClientRect().width) return [];
      return [s.stroke, s.fill].every(c => c === ground || c === 'none' || c === 'rgba(0, 0, 0, 0)') ? [`${e.localName}.${e.className.baseVal ?? e.className} is not seen`] : [];
    }).slice(0, 3));
    for (const l of lost) faults.push(`/${page} in forced colours: ${l}`);
    await close();
  });
  return {gate: 'G9', says: `${site}: shapes and bars are seen in forced colours on ${kinds.length} pages`, faults};
}

export async function print({site, url, kinds, open, each}) {
  const faults = [];
  let sheets = 0;
  await each(kinds, async ({page, kind}) => {
    const {tab, close} = await open({});
    await tab.goto(url + page);
    const pdf = (await tab.pdf({preferCSSPageSize: true, tagged: true})).toString('latin1');
    const boxes = [...pdf.matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map(m => m[1].trim().split(/\s+/).map(Number));
    sheets += boxes.length;
    if (!boxes.length || boxes.some(b => Math.abs(b[2] - 595) > 2 || Math.abs(b[3] - 842) > 2)) faults.push(`/${page} in print: not A4: ${boxes[0]}`);
    if (!/\/StructTreeRoot/.test(pdf) || !/\/Marked true/.test(pdf)) faults.push(`/${page} in print: not tagged`);
    if (kind.startsWith('notice') && boxes.length > 2) faults.push(`/${page} in print: ${boxes.length} sheets, at most 2`);
    await tab.emulateMedia({media: 'print'});
    await tab.setViewportSize({width: 660, height: 940}); // A4 without its margins
    const {ways, wide, address} = await tab.evaluate(() => ({
      ways: [...document.querySelectorAll('body > header nav, .skip')].filter(e => e.getBoundingClientRect().height).length,
      wide: document.documentElement.scrollWidth > innerWidth ? document.documentElement.scrollWidth : 0,
      // What stands for another page has that one's address or its own.
      address: [document.querySelector('link[rel=canonical]')?.href, document.querySelector('meta[property="og:url"]')?.content]
        .some((address, n) => n === 0 && !address || document.body.innerText.includes(address)),
    }));
    if (ways) faults.push(`/${page} in print: navigation is printed`);
    if (wide) faults.push(`/${page} in print: ${wide} px wide, A4 has 660`);
    if (!address) faults.push(`/${page} in print: its address is not on it`);
    await close();
  });
  return {gate: 'G9', says: `${site}: ${kinds.length} pages print on A4 (${sheets} sheets), tagged, with their address, without navigation`, faults};
}

export async function keyboard({site, url, kinds, open, each}) {
  const faults = [];
  await each(kinds, async ({page}) => {
    const {tab, close} = await open({viewport: {width: 360, height: 640}, reducedMotion: 'reduce'});
    await tab.goto(url + page);
    const focused = () => tab.evaluate(() => {
      const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
      return {
        name: `${e.localName} "${(e.textContent || e.getAttribute('aria-label') || '').trim().slice(0, 30)}"`, href: e.getAttribute('href'),
        outlined: (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none' || (e.closest('svg') && getComputedStyle(e.querySelector('path') ?? e).strokeWidth !== '0px'),
        seen: b.width > 0 && b.right > 0 && b.left < innerWidth && b.bottom > 0 && b.top < innerHeight,
      };
    });
    for (let n = 0; n < 25; n++) {
      await tab.keyboard.press('Tab');
      const at = await focused();
      if (n === 0 && !(at.href?.startsWith('#') && await tab.locator(`main${at.href}`).count())) faults.push(`/${page}: the first Tab leads to ${at.name}, not to a link that skips to the page itself`);
      if (at.name.startsWith('body')) break;
      if (!at.outlined) faults.push(`/${page}: focus on ${at.name} is not outlined`);
      if (!at.seen) faults.push(`/${page}: focus on ${at.name} is out of sight`);
    }
    const moving = await tab.evaluate(() => [document.documentElement, ...document.querySelectorAll('body *')].filter(e => {
      const s = getComputedStyle(e);
      return s.scrollBehavior === 'smooth' || s.animationName !== 'none' || s.transitionDuration.split(',').some(d => parseFloat(d) > 0);
    }).map(e => e.localName).slice(0, 3));
    if (moving.length) faults.push(`/${page}: moves although less motion is wanted: ${moving.join(', ')}`);
    await close();
  });
  return {gate: 'keys', says: `${site}: ${kinds.length} pages: Tab leads first past the navigation, focus is outlined and in sight; nothing moves where less motion is wanted`, faults};
}
