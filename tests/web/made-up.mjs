// Writes a made-up site of 200 stops: `node made-up.mjs FOLDER`. Same bytes each time. Nothing in it happened; the reference
// data (kecamatan, offices, topics) and the prose pages are the real site's, so that pages are as long as they would be.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import {fileURLToPath} from 'node:url';

const [out, stops = 200] = [process.argv[2], Number(process.argv[3] ?? 200)];
const real = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../content');
const write = (name, text) => {
  const file = path.join(out, 'content', name);
  fs.mkdirSync(path.dirname(file), {recursive: true});
  fs.writeFileSync(file, text);
};

let seed = 20220318;
const random = n => (seed = (seed * 1103515245 + 12345) % 2147483648, Math.floor(seed / 2147483648 * n));
const pick = list => list[random(list.length)];
const keys = name => [...fs.readFileSync(path.join(real, name), 'utf8').matchAll(/^- key: (\S+)/gm)].map(m => m[1]);
const [offices, topics] = [keys('offices.yaml'), keys('topics.yaml')];
const districts = fs.readFileSync(path.join(real, 'districts.yaml'), 'utf8').split(/^- key: /m).slice(1)
  .map(d => ({key: d.match(/^\S+/)[0], villages: [...d.matchAll(/\{key: ([^,]+)/g)].map(m => m[1])}));

// YAML in blocks; a text is quoted as JSON quotes it.
const yaml = (value, indent = '') => {
  if (Array.isArray(value)) return value.map(v => `${indent}- ${yaml(v, indent + '  ').trimStart()}`).join('');
  if (value && typeof value === 'object') return Object.entries(value).filter(([, v]) => v !== undefined).map(([k, v]) =>
    `${indent}${k}:${v && typeof v === 'object' ? '\n' + yaml(v, indent + '  ') : ' ' + yaml(v)}`).join('');
  return (/^\d{4}-\d\d(-\d\d)?$|^[a-z][a-z-]*$/.test(value) ? value : JSON.stringify(value)) + '\n';
};
const two = (id, en) => ({id, en});
const day = n => new Date(Date.UTC(2021, 0, 1) + n * 864e5).toISOString().slice(0, 10);

const things = [
  ['Jalan dusun berlubang', 'Potholes in the hamlet road'], ['Saluran irigasi tertutup lumpur', 'An irrigation channel full of mud'],
  ['Harga pupuk di atas HET', 'Fertiliser above the highest retail price'], ['Lampu jalan padam', 'Street lights that are out'],
  ['Bantuan alat bagi kelompok perajin', 'Tools for a group of craftspeople'], ['Sampah pasar tidak terangkut', 'Market waste left lying'],
  ['Rumah tidak layak huni', 'Houses unfit to live in'], ['Insentif guru mengaji', 'An allowance for teachers of the Koran'],
];
const very = [
  'Permohonan perbaikan jembatan gantung yang menghubungkan dua dusun, sekaligus pelebaran jalan menuju sekolah dasar, puskesmas pembantu, dan pasar desa yang setiap musim hujan tidak dapat dilalui kendaraan roda empat',
  'A request to mend the suspension bridge that joins two hamlets and to widen the road to the primary school, the health post and the village market, which no car can pass in any rainy season',
];
const asked = [
  'Warga menyampaikan bahwa keadaan ini sudah berlangsung lama dan meminta agar segera ditangani.',
  'Usulan sudah dua kali masuk musrenbang desa, tetapi belum pernah masuk anggaran. Warga menanyakan kapan gilirannya.',
  'Menurut warga, petugas pernah datang mengukur; sesudah itu tidak ada kabar.',
];
const askedEn = [
  'People said that this has gone on for long, and asked for it to be dealt with soon.',
  'The proposal has been through the village planning meeting twice but never reached the budget. People asked when their turn comes.',
  'According to people, officers once came to measure; nothing was heard afterwards.',
];
const statuses = ['planned', 'in-progress', 'stalled', 'partly-done', 'done-reported', 'done-verified', 'dropped', 'not-assessable'];
const answers = [['promised'], ['explained'], ['limited', 'promised'], ['advised'], ['referred'], ['to-study'], ['declined'], ['done']];

const news = new Map();
const add = f => news.set(f.date.slice(0, 7), [...(news.get(f.date.slice(0, 7)) ?? []), f]);
const press = (n, date) => ({title: 'Berita rekaan untuk uji', publisher: 'Kabar Rekaan', date, url: `https://kabar.example/${n}`, kind: 'press'});

const cites = n => ({publisher: 'Majalah Rekaan', date: '2026-01-02', url: `https://majalah.example/${n}`});

for (let number = 1; number <= stops; number++) {
  const date = day(number * 7);
  const district = districts[number % districts.length];
  const stop = {
    number, district: district.key, date,
    summary: two(`Data rekaan untuk uji: kunjungan ke-${number}.`, `Made up for tests: stop ${number}.`),
    sources: [
      {id: 'berita', ...press(number, date)},
      {id: 'notula', title: 'Notula rekaan', publisher: 'Bagian Rekaan', date, kind: 'document', partial: number % 3 === 0 || undefined},
    ],
    photos: number === 100 ? [{file: 'rekaan.png', alt: two('Gambar rekaan', 'A made-up picture'), caption: two('Bukan foto sungguhan.', 'Not a real photograph.'), credit: 'Penguji'}] : undefined,
    aspirations: [],
    announcements: [{
      id: 'pengumuman', title: two('Pelayanan di tempat', 'Services on the spot'), topics: [pick(topics)],
      responses: [{office: pick(offices), answer: ['done'], text: two('Pelayanan dibuka sampai sore.', 'Services were open until the afternoon.'), sources: ['berita']}],
    }],
  };
  const many = number === 100 ? 60 : number === 101 ? 0 : 3 + random(3); // a stop where everyone spoke, and one where nobody did
  for (let n = 1; n <= many; n++) {
    const t = random(things.length);
    const id = `usul-${n}`;
    let title = two(...things[t]);
    let text = two(asked[n % 3], askedEn[n % 3]);
    if (n === 2 && number % 20 === 0) title = two(...very);
    if (n === 1 && number === 7) title = {id: 'Dalan dhusun padha rusak (ꦢꦭꦤ꧀ꦣꦸꦱꦸꦤ꧀)', jv: 'Dalan dhusun padha rusak, nyuwun didandani'}, text = {id: 'Dalane wis suwe rusak, wong tani angel liwat.', jv: 'Dalane wis suwe rusak, wong tani angel liwat.'};
    if (n === 1 && number === 8) title = two('Pertanggungjawaban'.repeat(16), 'Counterproductiveness'.repeat(14));
    if (n === 1 && number === 9) text = two('keanekaragaman'.repeat(72), 'disproportionately'.repeat(56));
    const a = {id, title, topics: [topics[(number + n) % topics.length]], from: {role: two('Warga', 'Resident'), village: pick(district.villages)}, text, sources: ['berita']};
    stop.aspirations.push(a);
    if (n === 3 && number % 10 === 3) { // withheld
      a.text = undefined; a.from = undefined; a.sources = undefined;
      a.withheld = two('Menyangkut anak yang dapat dikenali.', 'It is about a child who could be recognised.');
      continue;
    }
    if (n === 1 && number % 9 === 4) { // told to reporters, and nobody is known to have answered
      a.setting = 'media';
      continue;
    }
    if (n === 2 && number % 6 === 1) { // somebody answered; nobody reported what
      a.responses = [{office: offices[number % offices.length], answer: ['unreported'], sources: ['berita']}];
      continue;
    }
    if (n === 3 && number % 4 === 1) a.sources = ['notula']; // of which, at every third stop, only part could be read
    if (random(4) === 0) continue; // no answer is recorded
    const answer = pick(answers);
    const promises = answer.includes('promised') || answer[0] === 'to-study' ? 1 + random(2) : 0;
    a.responses = [{
      office: pick(offices), official: {name: 'Pejabat Rekaan', title: two('Kepala dinas rekaan', 'Head of a made-up office')}, answer,
      to: answer[0] === 'referred' ? two('Dinas provinsi (rekaan)', 'An office of the province (made up)') : undefined,
      text: two('Permintaan dicatat dan akan dibahas bersama pihak terkait sesuai kemampuan anggaran.', 'The request was noted and will be discussed with those concerned, as the budget allows.'),
      sources: ['berita'],
      commitments: promises ? Array.from({length: promises}, (_, i) => ({
        id: `janji-${i + 1}`, text: two('Memperbaikinya dan melaporkan hasilnya kepada warga', 'Mend it and report the result to people'),
        due: random(3) ? {said: two('tahun ini', 'this year'), by: date.slice(0, 4)} : undefined,
        conditions: random(3) ? undefined : [two('Anggaran tersedia', 'There is a budget')],
      })) : undefined,
    }];
    for (let i = 1; i <= promises; i++) {
      const about = `${number}/${id}/janji-${i}`;
      for (let k = 0, at = number * 7, was = '', times = random(4); k < times && was !== 'dropped'; k++) {
        at += 20 + random(200);
        const again = was.startsWith('done'); // what was done and moves again is opened again
        const status = again ? 'in-progress' : pick(statuses);
        was = status;
        add({
          about, date: day(at), status, by: status === 'dropped' ? two('Dinas rekaan', 'A made-up office') : undefined,
          reopens: again || undefined,
          text: two(`Kabar rekaan tentang komitmen ini: pekerjaan dilihat di tempat dan dicatat keadaannya.`, `Made-up news of this commitment: the work was seen on the spot and its state noted.`),
          sources: [press(`${number}-${n}-${k}`, day(at))],
        });
      }
    }
    if (n === 1 && number % 5 === 0) add({about: `${number}/${id}`, date: day(number * 7 + 30), bearing: 'related', text: two('Berita rekaan di tempat lain.', 'Made-up news from elsewhere.'), sources: [press(`t${number}`, day(number * 7 + 30))]});
    if (n === 1 && number % 7 === 0 && promises) add({about: `${number}/${id}/janji-1`, date: '2026-10-01', check: true, text: two('Dicari; tidak ditemukan.', 'Looked for; not found.')});
  }
  if (number % 25 === 0) stop.corrections = [{date: day(number * 7 + 60), text: two('Nama desa diperbaiki (rekaan).', 'The name of a village was corrected (made up).')}];
  if (number % 40 === 0) stop.cited_by = stop.announcements[0].cited_by = [{title: two('Artikel rekaan', 'A made-up article'), ...cites(number)}, cites(`${number}-2`)];
  write(`stops/${String(number).padStart(3, '0')}-${district.key}.yaml`, '# Data rekaan untuk uji.\n' + yaml(stop));
}
for (const [month, list] of news) write(`follow-ups/${month}.yaml`, '# Data rekaan untuk uji.\n' + yaml(list.sort((a, b) => a.date < b.date ? -1 : 1)));
// A photograph of nothing: 1600 x 1000, colours that change from left to right.
const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type), data]), out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length);
  body.copy(out, 4);
  out.writeUInt32BE(zlib.crc32(body), body.length + 4);
  return out;
};
const row = Buffer.concat([Buffer.from([0]), Buffer.from(Array.from({length: 1600}, (_, x) => [x >> 3, 120, 200 - (x >> 4)]).flat())]);
const head = Buffer.from([0, 0, 6, 64, 0, 0, 3, 232, 8, 2, 0, 0, 0]);
write('media/rekaan.png', Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head),
  chunk('IDAT', zlib.deflateSync(Buffer.concat(Array(1000).fill(row)))), chunk('IEND', Buffer.alloc(0))]));
write('site.yaml', fs.readFileSync(path.join(real, 'site.yaml'), 'utf8').replace('Penyusun jhur', 'Data rekaan untuk uji'));
for (const name of fs.readdirSync(real)) if (!['site.yaml', 'stops', 'follow-ups', 'log.jsonl', 'bodies.jsonl'].includes(name)) fs.cpSync(path.join(real, name), path.join(out, 'content', name), {recursive: true});
for (const name of fs.readdirSync(path.join(real, 'pages'))) // links to real aspirations lead to stops here
  write(`pages/${name}`, fs.readFileSync(path.join(real, 'pages', name), 'utf8').replace(/\]\(\/(\d+)\/[a-z0-9][^)]*\)/g, '](/$1/)'));
