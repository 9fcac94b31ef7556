//! A made-up history: what content/ says at first, what changes, and the day of each release. All of it is invented.

use super::jhur;
use std::path::Path;

/// The site while it is written.
pub(crate) struct Site<'p> {
    root: &'p Path,
}

/// A release: its day, what is new, and the edit that makes it so.
pub(crate) type Step = (&'static str, &'static str, fn(&Site<'_>));

/// The whole history, in its order.
pub(crate) const STEPS: [Step; 30] = [
    ("2024-01-15", "the first release", start),
    ("2024-01-22", "another title", |s| {
        s.edit(ONE, "title: {id: Jalan desa", "title: {id: Jalan dusun")
    }),
    ("2024-02-01", "a text in one language", |s| {
        s.edit(ONE, "clean water", "drinking water")
    }),
    ("2024-02-12", "another deadline", |s| {
        s.edit(ONE, "due: 2024-06}", "due: 2024-09-30}")
    }),
    ("2024-02-20", "a condition more", |s| {
        s.edit(TWO, "[lahan siap]", "[lahan siap, lolos kajian]")
    }),
    ("2024-03-01", "an answer that was missing", |s| {
        s.edit(ONE, "    # answer\n", ANSWER)
    }),
    ("2024-03-11", "a commitment more", |s| {
        s.edit(ONE, "          # commitment\n", COMMITMENT)
    }),
    (
        "2024-03-20",
        "a new stop, with a withheld aspiration",
        |s| s.create(THREE, STOP_THREE),
    ),
    ("2024-04-02", "news, a check, a status", |s| {
        s.create(NEWS, NEWS_APRIL)
    }),
    ("2024-04-15", "a status moves on, a deadline moves", |s| {
        s.add(NEWS, NEWS_MOVED)
    }),
    ("2024-04-29", "a correction", |s| {
        s.edit(ONE, "heard: 9", CORRECTION)
    }),
    ("2024-05-06", "nothing", |_| ()),
    ("2024-05-20", "a source is archived, another found", |s| {
        s.edit(TWO, "/2}\n", SOURCES)
    }),
    ("2024-06-03", "who cites it", |s| {
        s.edit(TWO, "    # cited by\n", CITED)
    }),
    ("2024-06-17", "a page in one language", |s| {
        s.edit("pages/metode.en.md", "Twice", "Three times")
    }),
    ("2024-07-01", "a stop, and the draft of another", |s| {
        s.create(FOUR, STOP_FOUR);
        s.create(FIVE, STOP_FIVE);
    }),
    (
        "2024-07-15",
        "the draft is published, another stop has its day set",
        |s| {
            s.edit(FIVE, "draft: true\n", "");
            s.create(SIX, STOP_SIX);
        },
    ),
    ("2024-08-01", "that day has come", |_| ()),
    ("2024-08-12", "an aspiration is withheld", |s| {
        s.edit(
            ONE,
            "    # withheld\n",
            "    withheld: {id: Menyangkut anak., en: A child is concerned.}\n",
        );
    }),
    ("2024-08-26", "an aspiration has another key", |s| {
        s.edit(
            THREE,
            "  - id: lampu\n",
            "  - id: penerangan\n    formerly: [3/lampu]\n",
        );
    }),
    ("2024-09-09", "and yet another", |s| {
        s.edit(
            THREE,
            "  - id: penerangan\n    formerly: [3/lampu]\n",
            RENAMED_TWICE,
        );
        s.add(NEWS, NEWS_DONE);
    }),
    ("2024-09-23", "a commitment has another key", |s| {
        s.edit(
            ONE,
            "{id: tambal,",
            "{id: tambal-lubang, formerly: [1/jalan/tambal],",
        );
    }),
    (
        "2024-10-07",
        "a commitment belongs to another aspiration",
        |s| {
            s.edit(TWO, STALL, "");
            s.edit(TWO, "          # moved here\n", STALL_MOVED);
            s.edit(
                TWO,
                "answer: [explained, promised]",
                "answer: [explained, promised, advised]",
            );
        },
    ),
    ("2024-10-21", "a stop has another number", |s| {
        s.edit(FOUR, "number: 4\n", "number: 7\nformerly: [4]\n")
    }),
    ("2024-11-04", "a page has another key", |s| {
        for lang in ["", ".en"] {
            s.rename(
                &format!("pages/sumber{lang}.md"),
                &format!("pages/sumber-data{lang}.md"),
            );
            s.edit(
                &format!("pages/sumber-data{lang}.md"),
                "order: 3\n",
                "order: 3\nformerly: [sumber]\n",
            );
        }
        s.add(NEWS, NEWS_NAMED);
    }),
    (
        "2024-11-18",
        "an aspiration and a commitment are withdrawn",
        |s| {
            s.edit(TWO, "    # withdrawn\n", WITHDRAWN);
            s.edit(
                THREE,
                "{id: ganti,",
                "{id: ganti, withdrawn: {date: 2024-11-15, reason: Salah dengar.},",
            );
            s.add(NEWS, NEWS_LATER);
        },
    ),
    (
        "2024-12-02",
        "a stop with all in it and a page are withdrawn",
        |s| {
            s.edit(FIVE, "number: 5\n", "number: 5\nwithdrawn: {date: 2024-12-01, reason: {id: Tidak pernah diadakan., en: It never took place.}}\n");
            for lang in ["", ".en"] {
                let file = format!("pages/jadwal{lang}.md");
                s.edit(
                    &file,
                    "order: 4\n",
                    "order: 4\nwithdrawn: {date: 2024-12-02, reason: Sudah usang.}\n",
                );
            }
        },
    ),
    ("2024-12-16", "a withdrawal is taken back", |s| {
        s.edit(TWO, WITHDRAWN, "")
    }),
    ("2025-01-06", "a name is struck out of a record", |s| {
        s.edit(SIX, " kata Rekawan Khayali", " kata seorang warga")
    }),
    ("2025-01-20", "and one out of news", |s| {
        s.edit(NEWS, "Antah Berantah 77", "seorang pemilik lahan")
    }),
];

/// What is struck out after a release: its day, the record and its revision, the words, whether they stand elsewhere yet.
const STRUCK: [(&str, &str, &str, &str, bool); 3] = [
    ("2025-01-06", "6/makam", "1", "Rekawan Khayali", false),
    ("2025-01-20", "7/sungai", "2", "Antah Berantah 77", true),
    ("2025-01-20", "7/sungai", "3", "Antah Berantah 77", false),
];

/// Writes the whole history below an empty folder.
pub(crate) fn make(root: &Path) {
    let site = Site { root };
    for (day, name, edit) in STEPS {
        edit(&site);
        let output = jhur(root, &["release"], Some(day));
        assert!(
            output.status.success(),
            "{day}, {name}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        for (_, record, revision, words, remain) in STRUCK.iter().filter(|struck| struck.0 == day) {
            let args = [
                "redact",
                record,
                revision,
                "--reason",
                "Nama orang; diminta dihapus.",
                "--word",
                words,
            ];
            assert_eq!(
                jhur(root, &args, Some(day)).status.code(),
                Some(i32::from(*remain)),
                "{record} r{revision}"
            );
        }
    }
}

impl Site<'_> {
    fn create(&self, file: &str, text: &str) {
        let path = self.root.join("content").join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn read(&self, file: &str) -> String {
        std::fs::read_to_string(self.root.join("content").join(file)).unwrap()
    }

    fn add(&self, file: &str, text: &str) {
        self.create(file, &(self.read(file) + text));
    }

    fn edit(&self, file: &str, from: &str, into: &str) {
        let text = self.read(file);
        assert_eq!(text.matches(from).count(), 1, "{file}: {from}");
        self.create(file, &text.replace(from, into));
    }

    fn rename(&self, from: &str, into: &str) {
        let content = self.root.join("content");
        std::fs::rename(content.join(from), content.join(into)).unwrap();
    }
}

/// Everything that the first release has.
fn start(site: &Site<'_>) {
    site.create("site.yaml", SITE);
    site.create("districts.yaml", DISTRICTS);
    site.create("offices.yaml", OFFICES);
    site.create("topics.yaml", TOPICS);
    site.create(ONE, STOP_ONE);
    site.create(TWO, STOP_TWO);
    for (order, (key, id, en)) in PAGES.iter().enumerate() {
        for (lang, (title, text)) in [("", id), (".en", en)] {
            let text = format!("---\ntitle: {title}\norder: {}\n---\n\n{text}\n", order + 1);
            site.create(&format!("pages/{key}{lang}.md"), &text);
        }
    }
}

const ONE: &str = "stops/001-melati.yaml";
const TWO: &str = "stops/002-kenanga.yaml";
const THREE: &str = "stops/003-cempaka.yaml";
const FOUR: &str = "stops/004-dahlia.yaml";
const FIVE: &str = "stops/005-teratai.yaml";
const SIX: &str = "stops/006-mawar.yaml";
const NEWS: &str = "follow-ups/2024.yaml";

const SITE: &str = "# Rekaan.
format: 1
title: {id: J-HUR Rekaan, en: Invented J-HUR}
base_url: https://rekaan.example/jhur/
languages: [id, en]
publisher: Kabupaten Rekaan
contact: {page: https://rekaan.example/lapor/}
licence: CC0-1.0
";

const DISTRICTS: &str =
    "- {key: melati, name: Melati Rekaan, villages: [{key: melati-satu, name: Melati Satu}]}
- {key: kenanga, name: Kenanga Rekaan, villages: [{key: kenanga-satu, name: Kenanga Satu}]}
- {key: cempaka, name: Cempaka Rekaan}
- {key: dahlia, name: Dahlia Rekaan}
- {key: teratai, name: Teratai Rekaan}
- {key: mawar, name: Mawar Rekaan}
";

const OFFICES: &str =
    "- {key: dinas-jalan, name: {id: Dinas Jalan Rekaan, en: Invented Road Office}}
- {key: dinas-air, name: {id: Dinas Air Rekaan, en: Invented Water Office}}
- {key: dinas-pasar, name: {id: Dinas Pasar Rekaan, en: Invented Market Office}}
- {key: dinas-sekolah, name: {id: Dinas Sekolah Rekaan, en: Invented School Office}}
";

const TOPICS: &str = "- {key: prasarana, name: {id: Prasarana, en: Infrastructure}}
- {key: jalan, name: {id: Jalan, en: Roads}, parent: prasarana}
- {key: air, name: {id: Air, en: Water}, parent: prasarana}
- {key: pasar, name: {id: Pasar, en: Markets}}
- {key: sekolah, name: {id: Sekolah, en: Schools}}
";

type Words = (&'static str, &'static str);

const PAGES: [(&str, Words, Words); 4] = [
    (
        "tentang",
        ("Tentang", "Situs rekaan ini ada untuk diuji."),
        ("About", "This invented site is there to be tested."),
    ),
    (
        "metode",
        ("Metode", "Dua kali dibaca, lalu dicatat."),
        ("Method", "Twice read, then recorded."),
    ),
    (
        "sumber",
        ("Sumber", "Semua sumber rekaan. Lihat [metode](/metode/)."),
        (
            "Sources",
            "All sources are invented. See [method](/metode/).",
        ),
    ),
    (
        "jadwal",
        ("Jadwal", "Tiap bulan satu perhentian."),
        ("Schedule", "One stop a month."),
    ),
];

const STOP_ONE: &str = "# Rekaan.
number: 1
district: melati
date: 2024-01-08
venue: Balai Rekaan
summary: {id: Perhentian pertama., en: The first stop.}
heard: 9
sources:
  - {id: berita, title: Perhentian pertama, publisher: Kabar Rekaan, date: 2024-01-09, url: https://kabar.example/1, archived: https://arsip.example/1, kind: press}
aspirations:
  - id: jalan
    title: {id: Jalan desa berlubang, en: Holes in the village road}
    topics: [jalan]
    from: {role: {id: Petani, en: Farmer}, village: melati-satu}
    text: {id: Warga meminta jalan ditambal., en: Residents ask for the road to be mended.}
    sources: [berita]
    responses:
      - office: dinas-jalan
        official: {name: Pejabat Rekaan Satu, title: Kepala Dinas Jalan}
        answer: [promised]
        text: {id: Akan ditambal dan diukur., en: It will be mended and measured.}
        sources: [berita]
        commitments:
          - {id: tambal, text: {id: Menambal lubang, en: Mend the holes}, due: 2024-06}
          - {id: ukur, text: {id: Mengukur jalan, en: Measure the road}, due: {said: tahun ini, by: 2024}}
          # commitment
  - id: air
    title: {id: Air bersih, en: Clean supply}
    topics: [air]
    from: {role: Ibu rumah tangga, village: melati-satu}
    text: {id: Warga meminta air bersih., en: Residents ask for clean water.}
    sources: [berita]
    responses:
      - office: dinas-air
        answer: [promised, limited]
        text: Pipa dipasang bila ada anggaran.
        sources: [berita]
        commitments: [{id: pipa, text: {id: Memasang pipa, en: Lay pipes}, budget: APBD, due: 2024-Q4}]
  - id: sekolah
    title: {id: Atap sekolah bocor, en: The school roof leaks}
    topics: [sekolah]
    from: {role: Guru}
    text: {id: Atap kelas bocor., en: The classroom roof leaks.}
    sources: [berita]
    # answer
  - id: bantuan
    title: {id: Bantuan bagi seorang murid, en: Help for a pupil}
    topics: [sekolah]
    from: {role: Warga}
    text: {id: Seorang murid memerlukan kursi roda., en: A pupil needs a wheelchair.}
    # withheld
    sources: [berita]
    responses:
      - {office: dinas-sekolah, answer: [promised], text: Akan diberi., sources: [berita], commitments: [{id: kursi, text: Memberi kursi roda, due: 2024-03}]}
  - id: trotoar
    title: {id: Trotoar, en: Pavement}
    topics: [jalan]
    from: {role: Pedagang}
    text: Trotoar diminta.
    sources: [berita]
    responses: [{office: dinas-jalan, answer: [declined], text: Tidak ada lahan., sources: [berita]}]
announcements:
  - id: posko
    title: {id: Posko keluhan dibuka, en: A desk for complaints opens}
    sources: [berita]
    responses: [{office: dinas-air, answer: [done], text: Posko dibuka hari itu juga., sources: [berita]}]
";

const ANSWER: &str = "    responses:
      - office: dinas-sekolah
        answer: [to-study]
        text: {id: Akan dikaji., en: It will be studied.}
        sources: [berita]
        commitments: [{id: kaji-atap, text: Mengkaji atap sekolah, due: 2024-05}]
";

const COMMITMENT: &str =
    "          - {id: rambu, text: {id: Memasang rambu, en: Put up signs}, due: 2025}
";

const CORRECTION: &str = "heard: 10
corrections:
  - {date: 2024-04-28, text: {id: Jumlah aspirasi sembilan; yang benar sepuluh., en: 'Nine aspirations were counted; there were ten.'}}
  - {date: 2024-04-28, text: Judul memakai kata desa; yang benar dusun., record: jalan}";

const STOP_TWO: &str = "# Rekaan.
number: 2
district: kenanga
date: 2024-01-12
sources:
  - {id: berita, publisher: Kabar Rekaan, date: 2024-01-12, url: https://kabar.example/2}
aspirations:
  - id: pasar
    title: {id: Pasar sempit, en: A narrow market}
    topics: [pasar]
    from: {role: Pedagang, village: kenanga-satu}
    text: {id: Pedagang meminta kios., en: Traders ask for stalls.}
    sources: [berita]
    # cited by
    responses:
      - office: dinas-pasar
        answer: [promised]
        text: Kios dan atap akan dibangun.
        sources: [berita]
        commitments:
          - {id: kios, text: {id: Membangun kios, en: Build stalls}, due: 2024-12-31}
          - {id: atap, text: {id: Mengganti atap, en: Replace the roof}, due: 2024-08, conditions: [lahan siap]}
  - id: pedagang
    title: {id: Pelatihan pedagang, en: Training for traders}
    topics: [pasar]
    from: {role: Pedagang}
    text: Pedagang meminta pelatihan.
    sources: [berita]
    responses:
      - office: dinas-pasar
        answer: [explained, promised]
        text: Pelatihan diadakan.
        sources: [berita]
        commitments:
          - {id: pelatihan, text: {id: Mengadakan pelatihan, en: Hold a training}, due: 2024-07}
          # moved here
  - id: irigasi
    title: {id: Saluran irigasi, en: Irrigation}
    topics: [air]
    from: {role: Petani}
    text: Saluran rusak.
    # withdrawn
    sources: [berita]
    responses:
      - {office: dinas-air, answer: [promised], text: Diperbaiki., sources: [berita], commitments: [{id: bendung, text: Memperbaiki bendung, due: 2025-03}]}
  - id: parkir
    title: {id: Tempat parkir, en: A car park}
    topics: [pasar, jalan]
    from: {role: Juru parkir}
    text: Tempat parkir kurang.
    sources: [berita]
    again: [1/trotoar]
announcements:
  - id: jadwal-pasar
    title: {id: Jadwal pasar diumumkan, en: Market days are announced}
    topics: [pasar]
    sources: [berita]
    responses:
      - {office: dinas-pasar, answer: [promised], text: Jadwal ditempel., sources: [berita], commitments: [{id: tempel, text: Menempel jadwal}]}
";

const SOURCES: &str = "/2, archived: https://arsip.example/2}
  - {id: risalah, title: Risalah rekaan, publisher: Kabupaten Rekaan, date: 2024-05-13, url: https://rekaan.example/risalah, kind: document}
";

const CITED: &str = "    cited_by:
      - {title: Pasar yang sempit, publisher: Majalah Rekaan, date: 2024-05-30, url: https://majalah.example/1}
";

const STALL: &str =
    "          - {id: kios, text: {id: Membangun kios, en: Build stalls}, due: 2024-12-31}
";

const STALL_MOVED: &str =
    "          - {id: kios, formerly: [2/pasar/kios], text: {id: Membangun kios, en: Build stalls}, due: 2024-12-31}
";

const WITHDRAWN: &str =
    "    withdrawn: {date: 2024-11-16, reason: {id: Tercatat dua kali., en: It was recorded twice.}}
";

const STOP_THREE: &str = "# Rekaan.
number: 3
district: cempaka
date: 2024-03-14
until: 2024-03-15
sources:
  - {id: berita, publisher: Kabar Rekaan, date: 2024-03-16, url: https://kabar.example/3, archived: https://arsip.example/3}
aspirations:
  - id: lampu
    title: {id: Lampu jalan, en: Street lamps}
    topics: [jalan]
    from: {role: Warga}
    text: {id: Jalan gelap., en: The road is dark.}
    sources: [berita]
    responses:
      - office: dinas-jalan
        answer: [promised]
        text: Lampu dipasang dan diganti.
        sources: [berita]
        commitments:
          - {id: pasang, text: {id: Memasang lampu, en: Put up lamps}, due: 2024-06-30}
          - {id: ganti, text: Mengganti lampu, due: 2024-12}
  - id: jembatan
    title: {id: Jembatan gantung, en: A footbridge}
    topics: [jalan, prasarana]
    from: {role: Warga}
    text: Jembatan diminta.
    sources: [berita]
    again: [1/jalan]
    responses:
      - {office: dinas-jalan, answer: [to-study], text: Dikaji., sources: [berita], commitments: [{id: kaji, text: Mengkaji jembatan, due: 2024-09}]}
  - id: ditahan
    title: {id: Tidak diterbitkan, en: Not published}
    withheld: {id: Menyangkut perkara keluarga., en: A family matter.}
    sources: [berita]
announcements:
  - id: beasiswa
    title: {id: Beasiswa, en: Grants}
    topics: [sekolah]
    sources: [berita]
    responses:
      - {office: dinas-sekolah, answer: [promised], text: Kuota ditambah., sources: [berita], commitments: [{id: kuota, text: {id: Menambah kuota, en: Raise the quota}, due: 2024-12-31}]}
";

const RENAMED_TWICE: &str = "  - id: lampu-jalan
    formerly: [3/lampu, 3/penerangan]
";

const STOP_FOUR: &str = "# Rekaan.
number: 4
district: dahlia
date: 2024-06-20
sources:
  - {id: berita, publisher: Kabar Rekaan, date: 2024-06-21, url: https://kabar.example/4}
aspirations:
  - id: sungai
    title: {id: Sungai dangkal, en: A shallow river}
    topics: [air]
    from: {role: Nelayan}
    text: {id: Sungai perlu dikeruk., en: The river needs dredging.}
    sources: [berita]
    again: [1/air]
    responses:
      - {office: dinas-air, answer: [promised], text: Dikeruk., sources: [berita], commitments: [{id: keruk, text: {id: Mengeruk sungai, en: Dredge the river}, due: 2024-12}]}
  - id: sampah
    title: {id: Truk sampah, en: Waste lorries}
    from: {role: Warga}
    text: Truk kurang.
    sources: [berita]
    responses:
      - {office: dinas-jalan, answer: [promised], text: Ditambah satu., sources: [berita], commitments: [{id: truk, text: Menambah satu truk, due: 2024-10}]}
  - id: tenun
    title: {id: Pasar tenun, en: A cloth market}
    topics: [pasar]
    from: {role: Penenun}
    text: Penenun meminta tempat.
    sources: [berita]
announcements:
  - id: pasar-murah
    title: {id: Pasar murah, en: A cheap market}
    topics: [pasar]
    sources: [berita]
    responses:
      - {office: dinas-pasar, answer: [promised], text: Tiap bulan., sources: [berita], commitments: [{id: tiap-bulan, text: Pasar murah tiap bulan, due: 2025}]}
";

const STOP_FIVE: &str = "# Rekaan.
number: 5
district: teratai
date: 2024-06-27
draft: true
sources:
  - {id: berita, publisher: Kabar Rekaan, date: 2024-06-27, url: https://kabar.example/5}
aspirations:
  - id: menara
    title: {id: Menara sinyal, en: A mast}
    from: {role: Warga}
    text: Sinyal lemah.
    sources: [berita]
    responses:
      - {office: dinas-jalan, answer: [promised], text: Menara didirikan., sources: [berita], commitments: [{id: dirikan, text: Mendirikan menara, due: 2025}]}
  - id: lapangan
    title: {id: Lapangan, en: A playing field}
    from: {role: Pemuda}
    text: Lapangan becek.
    sources: [berita]
";

const STOP_SIX: &str = "# Rekaan.
number: 6
district: mawar
date: 2024-07-10
publish_on: 2024-08-01
sources:
  - {id: berita, publisher: Kabar Rekaan, date: 2024-07-11, url: https://kabar.example/6}
aspirations:
  - id: perpustakaan
    title: {id: Perpustakaan desa, en: A village library}
    topics: [sekolah]
    from: {role: Murid}
    text: Murid meminta buku.
    sources: [berita]
    responses:
      - {office: dinas-sekolah, answer: [promised], text: Buku dikirim., sources: [berita], commitments: [{id: buku, text: {id: Mengirim buku, en: Send books}, due: 2024-11}]}
  - id: posyandu
    title: {id: Timbangan posyandu, en: Scales for the clinic}
    from: {role: Kader}
    text: Timbangan rusak.
    sources: [berita]
    responses:
      - {office: dinas-sekolah, answer: [promised, referred], to: Dinas lain, text: Diteruskan., sources: [berita], commitments: [{id: timbangan, text: Mengganti timbangan, due: 2024-09}]}
  - id: makam
    title: {id: Jalan ke makam, en: The way to the graveyard}
    topics: [jalan]
    from: {role: Warga}
    text: {id: 'Jalan ke makam sempit, kata Rekawan Khayali.', en: The way is narrow.}
    sources: [berita]
announcements:
  - id: layanan
    title: {id: Layanan keliling, en: A service on wheels}
    sources: [berita]
    responses: [{office: dinas-air, answer: [explained], text: Datang tiap Senin., sources: [berita]}]
";

const NEWS_APRIL: &str = "# Rekaan.
- about: 1/jalan/tambal
  date: 2024-03-25
  status: planned
  text: {id: Masuk rencana., en: It is in the plan.}
  sources: [{publisher: Dinas Jalan Rekaan, date: 2024-03-26, url: https://rekaan.example/rencana, kind: office}]
- {about: [2/pasar/kios, 2/pasar/atap], date: 2024-03-28, check: true, text: Dicari di arsip Kabar Rekaan; tidak ditemukan.}
- {about: 2, date: 2024-03-28, text: Kabar tentang perhentiannya., sources: [{publisher: Kabar Rekaan, date: 2024-03-28}]}
- {about: 1/jalan/ukur, date: 2024-03-29, bearing: related, text: Semua jalan diukur., sources: [{publisher: Kabar Rekaan, date: 2024-03-29}]}
";

const NEWS_MOVED: &str = "- {about: 1/jalan/tambal, date: 2024-04-10, status: in-progress, text: Mulai ditambal., sources: [{publisher: Kabar Rekaan, date: 2024-04-10, kind: press}]}
- {about: 1/air/pipa, date: 2024-04-12, due: 2025-06, text: {id: Tenggat digeser karena hujan., en: Put off because of rain.}, sources: [{publisher: Dinas Air Rekaan, date: 2024-04-12, kind: office}]}
";

const NEWS_DONE: &str = "- {about: 1/jalan/tambal, date: 2024-09-01, status: done-reported, text: Selesai., sources: [{publisher: Dinas Jalan Rekaan, date: 2024-09-01, kind: office}]}
- {about: 1/jalan/tambal, date: 2024-09-05, status: done-verified, text: Dilihat sendiri., sources: [{publisher: Kabar Rekaan, date: 2024-09-06, kind: press}]}
- {about: 3/jembatan/kaji, date: 2024-09-02, status: dropped, by: Dinas Jalan Rekaan, text: Tidak ada anggaran., sources: [{publisher: Kabar Rekaan, date: 2024-09-02}]}
- {about: 2/pasar/atap, date: 2024-09-03, status: superseded, by: Dinas Pasar Rekaan, replaced_by: 2/pasar/kios, text: Diganti kios., sources: [{publisher: Kabar Rekaan, date: 2024-09-03}]}
";

const NEWS_NAMED: &str = "- {about: 7/sungai/keruk, date: 2024-10-30, status: stalled, text: Lahan milik Antah Berantah 77 belum bebas., sources: [{publisher: Kabar Rekaan, date: 2024-10-30}]}
";

const NEWS_LATER: &str = "- {about: 7/sungai/keruk, date: 2024-11-12, text: Pembicaraan berlanjut., sources: [{publisher: Kabar Rekaan, date: 2024-11-12}]}
";
