//! The texts of the made-up history: its records at first, and what the edits of `make.rs` put into them. All of it is invented.

pub(super) const SITE: &str = "# Rekaan.
format: 1
title: {id: J-HUR Rekaan, en: Invented J-HUR}
base_url: https://rekaan.example/jhur/
languages: [id, en]
publisher: Kabupaten Rekaan
contact: {page: https://rekaan.example/lapor/}
licence: CC0-1.0
standing: official
";

pub(super) const DISTRICTS: &str =
    "- {key: melati, name: Melati Rekaan, villages: [{key: melati-satu, name: Melati Satu}]}
- {key: kenanga, name: Kenanga Rekaan, villages: [{key: kenanga-satu, name: Kenanga Satu}]}
- {key: cempaka, name: Cempaka Rekaan}
- {key: dahlia, name: Dahlia Rekaan}
- {key: teratai, name: Teratai Rekaan}
- {key: mawar, name: Mawar Rekaan}
";

pub(super) const OFFICES: &str =
    "- {key: dinas-jalan, name: {id: Dinas Jalan Rekaan, en: Invented Road Office}}
- {key: dinas-air, name: {id: Dinas Air Rekaan, en: Invented Water Office}}
- {key: dinas-pasar, name: {id: Dinas Pasar Rekaan, en: Invented Market Office}}
- {key: dinas-sekolah, name: {id: Dinas Sekolah Rekaan, en: Invented School Office}}
";

pub(super) const TOPICS: &str = "- {key: prasarana, name: {id: Prasarana, en: Infrastructure}}
- {key: jalan, name: {id: Jalan, en: Roads}, parent: prasarana}
- {key: air, name: {id: Air, en: Water}, parent: prasarana}
- {key: pasar, name: {id: Pasar, en: Markets}}
- {key: sekolah, name: {id: Sekolah, en: Schools}}
";

pub(super) type Words = (&'static str, &'static str);

pub(super) const PAGES: [(&str, Words, Words); 4] = [
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
        ("Jadwal", "Tiap bulan satu kunjungan."),
        ("Schedule", "One stop a month."),
    ),
];

pub(super) const STOP_ONE: &str = "# Rekaan.
number: 1
district: melati
date: 2024-01-08
venue: Balai Rekaan
summary: {id: Kunjungan pertama., en: The first stop.}
heard: 9
sources:
  - {id: berita, title: Kunjungan pertama, publisher: Kabar Rekaan, date: 2024-01-09, url: https://kabar.example/1, archived: https://arsip.example/1, kind: press}
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

pub(super) const ANSWER: &str = "    responses:
      - office: dinas-sekolah
        answer: [to-study]
        text: {id: Akan dikaji., en: It will be studied.}
        sources: [berita]
        commitments: [{id: kaji-atap, text: Mengkaji atap sekolah, due: 2024-05}]
";

pub(super) const COMMITMENT: &str =
    "          - {id: rambu, text: {id: Memasang rambu, en: Put up signs}, due: 2025}
";

pub(super) const CORRECTION: &str = "heard: 10
corrections:
  - {date: 2024-04-28, text: {id: Jumlah aspirasi sembilan; yang benar sepuluh., en: 'Nine aspirations were counted; there were ten.'}}
  - {date: 2024-04-28, text: Judul memakai kata desa; yang benar dusun., record: jalan}";

pub(super) const STOP_TWO: &str = "# Rekaan.
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

pub(super) const SOURCES: &str = "/2, archived: https://arsip.example/2}
  - {id: risalah, title: Risalah rekaan, publisher: Kabupaten Rekaan, date: 2024-05-13, url: https://rekaan.example/risalah, kind: document}
";

pub(super) const CITED: &str = "    cited_by:
      - {title: Pasar yang sempit, publisher: Majalah Rekaan, date: 2024-05-30, url: https://majalah.example/1}
";

pub(super) const STALL: &str =
    "          - {id: kios, text: {id: Membangun kios, en: Build stalls}, due: 2024-12-31}
";

pub(super) const STALL_MOVED: &str =
    "          - {id: kios, formerly: [2/pasar/kios], text: {id: Membangun kios, en: Build stalls}, due: 2024-12-31}
";

pub(super) const WITHDRAWN: &str =
    "    withdrawn: {date: 2024-11-16, reason: {id: Tercatat dua kali., en: It was recorded twice.}}
";

pub(super) const STOP_THREE: &str = "# Rekaan.
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

pub(super) const RENAMED_TWICE: &str = "  - id: lampu-jalan
    formerly: [3/lampu, 3/penerangan]
";

pub(super) const STOP_FOUR: &str = "# Rekaan.
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

pub(super) const STOP_FIVE: &str = "# Rekaan.
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

pub(super) const STOP_SIX: &str = "# Rekaan.
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

pub(super) const NEWS_APRIL: &str = "# Rekaan.
- about: 1/jalan/tambal
  date: 2024-03-25
  status: planned
  text: {id: Masuk rencana., en: It is in the plan.}
  sources: [{publisher: Dinas Jalan Rekaan, date: 2024-03-26, url: https://rekaan.example/rencana, kind: office}]
- {about: [2/pasar/kios, 2/pasar/atap], date: 2024-03-28, check: true, text: Dicari di arsip Kabar Rekaan; tidak ditemukan.}
- {about: 2, date: 2024-03-28, text: Kabar tentang kunjungannya., sources: [{publisher: Kabar Rekaan, date: 2024-03-28}]}
- {about: 1/jalan/ukur, date: 2024-03-29, bearing: related, text: Semua jalan diukur., sources: [{publisher: Kabar Rekaan, date: 2024-03-29}]}
";

pub(super) const NEWS_MOVED: &str = "- {about: 1/jalan/tambal, date: 2024-04-10, status: in-progress, text: Mulai ditambal., sources: [{publisher: Kabar Rekaan, date: 2024-04-10, kind: press}]}
- {about: 1/air/pipa, date: 2024-04-12, due: 2025-06, text: {id: Tenggat digeser karena hujan., en: Put off because of rain.}, sources: [{publisher: Dinas Air Rekaan, date: 2024-04-12, kind: office}]}
";

pub(super) const NEWS_DONE: &str = "- {about: 1/jalan/tambal, date: 2024-09-01, status: done-reported, text: Selesai., sources: [{publisher: Dinas Jalan Rekaan, date: 2024-09-01, kind: office}]}
- {about: 1/jalan/tambal, date: 2024-09-05, status: done-verified, text: Dilihat sendiri., sources: [{publisher: Kabar Rekaan, date: 2024-09-06, kind: press}]}
- {about: 3/jembatan/kaji, date: 2024-09-02, status: dropped, by: Dinas Jalan Rekaan, text: Tidak ada anggaran., sources: [{publisher: Kabar Rekaan, date: 2024-09-02}]}
- {about: 2/pasar/atap, date: 2024-09-03, status: superseded, by: Dinas Pasar Rekaan, replaced_by: 2/pasar/kios, text: Diganti kios., sources: [{publisher: Kabar Rekaan, date: 2024-09-03}]}
";

pub(super) const NEWS_NAMED: &str = "- {about: 7/sungai/keruk, date: 2024-10-30, status: stalled, text: Lahan milik Antah Berantah 77 belum bebas., sources: [{publisher: Kabar Rekaan, date: 2024-10-30}]}
";

pub(super) const NEWS_LATER: &str = "- {about: 7/sungai/keruk, date: 2024-11-12, text: Pembicaraan berlanjut., sources: [{publisher: Kabar Rekaan, date: 2024-11-12}]}
";
