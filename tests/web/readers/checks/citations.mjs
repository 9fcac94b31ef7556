// citation-js reads each citation's BibTeX, RIS and CSL-JSON to one and the same item.
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
  accessed: item.accessed?.['date-parts']?.[0]?.join('-'), number: item.number, publisher: item.publisher, language: language(item.language),
});

export async function citations(site, faults) {
  const stems = [...new Set(KINDS.flatMap(kind => site.files(`.${kind}`).map(f => f.slice(0, -kind.length - 1))))].filter(s => /(^|\/)kutip(\/[^/]+)?$/.test(s));
  let compared = 0;
  for (const stem of stems) {
    const items = {};
    for (const kind of KINDS) {
      try {
        const {data} = new Cite(site.text(`${stem}.${kind}`));
        if (data.length !== 1) faults.push(`/${stem}.${kind}: ${data.length} items`);
        else items[kind] = values(data[0]);
      } catch (error) {
        faults.push(`/${stem}.${kind}: ${error.code === 'ENOENT' ? 'is not there' : error.message.slice(0, 200)}`);
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
    const apa = new Cite([JSON.parse(site.text(`${stem}.csl.json`))].flat()).format('bibliography', {template: 'apa'});
    if (!apa.includes(first.author) || !apa.includes(first.URL)) faults.push(`/${stem}.csl.json: is written as ${apa}`);
  }
  // Every record, in both languages, and the commitments below it.
  for (const {reference} of [...site.table('aspirasi'), ...site.table('komitmen')]) {
    const [stop, entry, commitment] = reference.split('/');
    for (const lang of ['', 'en/']) {
      const stem = `${lang}${stop}/${entry}/kutip${commitment ? `/${commitment}` : ''}`;
      if (!stems.includes(stem)) faults.push(`/${stem}.bib: is not there`);
    }
  }
  return `citation-js: ${stems.length} citations are one and the same report in BibTeX, RIS and CSL-JSON, ${compared} values`;
}
