// One page of each kind of a built site, found by address and by what stands in it, in Indonesian and some in English.
import fs from 'node:fs';
import path from 'node:path';

/** The paths of all pages of a site, such as "6/studi-banding/". */
export const allPages = folder => fs.readdirSync(folder, {recursive: true}).filter(f => f.endsWith('.html'))
  .map(f => f.replace(/(^|\/)index\.html$/, '$1')).sort();

export const read = (folder, page) => fs.readFileSync(path.join(folder, page.endsWith('.html') ? page : page + 'index.html'), 'utf8');

// The fixed addresses of the real site; a made-up one has more of some kinds.
const always = {
  stops: 'kunjungan/', search: 'cari/', index: 'cari/indeks/', notice: '6/cetak/', 'notice-district': 'kecamatan/wuluhan/cetak/', accessibility: 'aksesibilitas/', dictionary: 'data/kamus/', format: 'data/catatan/',
};
export const real = {
  home: '', stop: '6/', aspiration: '6/studi-banding/', unanswered: '6/kelas-jalan/', announcement: '6/umkm-prioritas/', commitments: 'komitmen/',
  filtered: 'komitmen/belum-pernah-dicari/', districts: 'kecamatan/', district: 'kecamatan/wuluhan/', offices: 'opd/', office: 'opd/dinas-koperasi/',
  topics: 'topik/', topic: 'topik/umkm/', 'follow-ups': 'kabar/', corrections: 'koreksi/', data: 'data/', prose: 'metode/', credits: 'sumber-dan-lisensi/', 404: '404.html',
  'by-office': 'komitmen/opd/dinas-koperasi/', quote: '6/studi-banding/kutip/', past: '6/studi-banding/r1/',
  'past-stop': '6/r1/', 'past-prose': 'metode/r1/', verify: 'data/periksa/', empty: 'kecamatan/ajung/', 'quote-stop': '6/kutip/', ...always,
};
const madeUp = {
  home: '', stop: '100/', 'stop-part': '100/bagian/2/', 'notice-long': '100/cetak/', 'stops-part': 'kunjungan/2/', 'stop-empty': '101/', aspiration: '99/usul-1/', 'long-title': '20/usul-2/', 'long-word': '8/usul-1/', 'long-word-text': '9/usul-1/', javanese: '7/usul-1/',
  withheld: '3/usul-3/', announcement: '5/pengumuman/', commitments: 'komitmen/2/', filtered: 'komitmen/belum-pernah-dicari/', districts: 'kecamatan/', district: 'kecamatan/wuluhan/',
  office: 'opd/dinas-koperasi/', topic: 'topik/umkm/', 'follow-ups': 'kabar/', corrections: 'koreksi/', data: 'data/', 'by-topic': 'komitmen/topik/umkm/', quote: '20/usul-2/kutip/', ...always,
};
// What only a history of releases has.
const kept = {
  home: '', corrections: 'koreksi/', verify: 'data/periksa/', stop: '7/', aspiration: '1/jalan/', 'commitment-moved': '2/pasar/', 'commitment-withdrawn': '3/lampu-jalan/', past: '1/jalan/r1/', newest: '7/sungai/r4/',
  'past-moved': '3/lampu/r1/', 'past-withdrawn': '5/menara/r1/', 'past-page': 'metode/r1/', history: '1/jalan/riwayat/', 'history-struck': '2/pasar/riwayat/', 'history-moved': '3/lampu-jalan/riwayat/', withdrawn: '5/menara/', 'withdrawn-stop': '5/', 'withdrawn-page': 'jadwal/',
  moved: '3/lampu/', 'moved-stop': '4/', 'moved-page': 'sumber/',
};
const english = ['home', 'stop', 'aspiration', 'commitments', 'district', 'office', 'follow-ups', 'prose', 'search', 'notice', 'accessibility', 'data', 'quote', 'past', 'history', 'verify'];

/** [{kind, lang, page}]: a kind that should be there and is not is a fault. */
export function kinds(folder, site) {
  const pages = new Set(allPages(folder));
  const found = [];
  for (const [kind, page] of Object.entries({real, kept}[site] ?? madeUp)) {
    if (!pages.has(page)) throw new Error(`${site}: the page of kind ${kind} is not there: /${page}`);
    found.push({kind, lang: 'id', page});
  }
  for (const {kind, page} of [...found]) if (english.includes(kind)) found.push({kind, lang: 'en', page: 'en/' + page});
  return found;
}
