// citation-js reads each citation's BibTeX, RIS and CSL-JSON, as a citation page has them to download, to one and the same item.
import {JSDOM} from 'jsdom';
import {Cite} from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';

const KINDS = ['bib', 'ris', 'csl.json'];

/** A name that was not taken apart: BibTeX and RIS have no word for an institution, a name without a given one is as whole. */
const whole = ({literal, family, given, ...rest}) => literal ?? (family && !given && !Object.values(rest).some(Boolean) ? family : `a person: ${given} ${family}`);
// BibTeX writes languages as words.
const language = said => ({indonesian: 'id', bahasai: 'id', english: 'en', british: 'en', american: 'en'})[said] ?? said;

const values = item => ({
  type: item.type, author: item.author?.map(whole).join('; '), title: item.title, URL: item.URL, issued: item.issued?.['date-parts']?.[0]?.join('-'),
  number: item.number, publisher: item.publisher, language: language(item.language),
});

/** What the citation pages have, by "6/studi-banding/kutip" and "6/studi-banding/kutip#usul", and the kind. */
function downloads(site) {
  const found = {};
  for (const page of site.pages.filter(p => /(^|\/)kutip\/$/.test(p))) {
    for (const section of new JSDOM(site.html(page)).window.document.querySelectorAll('main section')) {
      const stem = page.slice(0, -1) + (section.id ? `#${section.id}` : '');
      found[stem] = {};
      for (const link of section.querySelectorAll('a[download]')) {
        const kind = KINDS.find(k => link.download.endsWith(`.${k}`));
        if (kind) found[stem][kind] = Buffer.from(link.href.split(';base64,')[1], 'base64').toString();
      }
    }
  }
  return found;
}

export async function citations(site, faults) {
  const files = downloads(site), stems = Object.keys(files);
  let compared = 0;
  for (const stem of stems) {
    const items = {};
    for (const kind of KINDS) {
      try {
        const {data} = new Cite(files[stem][kind] ?? '');
        if (data.length !== 1) faults.push(`/${stem}.${kind}: ${data.length} items`);
        else items[kind] = values(data[0]);
      } catch (error) {
        faults.push(`/${stem}.${kind}: ${error.message.slice(0, 200)}`);
      }
    }
    const {'csl.json': first, ...others} = items;
    if (!first) continue;
    if (first.type !== 'report' || !first.author || !first.title || !first.URL?.startsWith(site.base) || !/^\d{4}-\d+-\d+$/.test(first.issued)) faults.push(`/${stem}.csl.json: is ${JSON.stringify(first)}`);
    for (const [kind, item] of Object.entries(others)) {
      for (const key of Object.keys(first)) {
        compared++;
        if (item[key] !== first[key]) faults.push(`/${stem}.${kind}: ${key} is ${JSON.stringify(item[key])}, in the CSL-JSON ${JSON.stringify(first[key])}`);
      }
    }
    const apa = new Cite([JSON.parse(files[stem]['csl.json'])].flat()).format('bibliography', {template: 'apa'});
    if (!apa.includes(first.author) || !apa.includes(first.URL)) faults.push(`/${stem}.csl.json: is written as ${apa}`);
  }
  // Every record, in both languages, and the commitments below it.
  for (const {reference} of [...site.table('aspirasi'), ...site.table('komitmen'), ...site.table('kunjungan').map(s => ({reference: String(s.number)}))]) {
    const [stop, entry, commitment] = reference.split('/');
    for (const lang of ['', 'en/']) {
      const stem = `${lang}${stop}/${entry ? `${entry}/` : ''}kutip${commitment ? `#${commitment}` : ''}`;
      if (!stems.includes(stem)) faults.push(`/${stem}: is not there`);
    }
  }
  return `citation-js: ${stems.length} citations are one and the same report in BibTeX, RIS and CSL-JSON, ${compared} values`;
}
