# Kata-kata situs dalam bahasa Indonesia. Kunci yang sama, dalam urutan yang sama, ada di en.ftl.
# Satu kata untuk satu hal: perhentian, aspirasi, jawaban, komitmen, kabar, kecamatan, OPD, topik, pengumuman, sumber,
# koreksi. Kata status, jenis jawaban, dan waktu sama dengan halaman metode.

## Bingkai halaman
site-description = Apa yang diminta warga Jember dalam J-HUR, apa jawaban dan janji pejabat, dan apa kabarnya sesudah itu.
skip = Langsung ke isi
home = Awal
languages-label = Bahasa
language-id = Bahasa Indonesia
language-en = English
nav-label = Menu utama
nav-about = Tentang situs ini
nav-commitments = Komitmen
nav-districts = Kecamatan
nav-offices = OPD
nav-topics = Topik
nav-news = Tindak lanjut
nav-search = Cari
crumbs-label = Letak halaman
parts-label = Bagian daftar
parts-shown = { $first }–{ $last } dari { $all }
parts-previous = Sebelumnya
parts-next = Berikutnya
part-of = { $title }, bagian { $part }
drafts-shown = Pratinjau: halaman ini memuat draf yang belum diterbitkan.
draft = (draf)
as-of-short = Keadaan per { $day }.
as-of = Keadaan per { $day }: yang baru diketahui sesudah hari itu tidak termasuk. Status ialah menurut kabar terakhir yang bersumber; keterlambatan dihitung sampai hari itu.
cite-heading = Kutip halaman ini
cite = { $publisher }, “{ $title }”, { $site }, keadaan per { $day }, { $url }
report-heading = Laporkan kesalahan
report = Ada yang salah atau kurang? Beri tahu kami. Alamat halaman ini sudah tertulis dalam pesannya.
report-subject = Koreksi
report-page = Halaman lapor
report-nobody = Situs ini masih rancangan dan belum punya alamat untuk melapor.
licence = Teks: { $publisher }, { $licence }.

## Judul halaman
title-districts = Kecamatan
title-offices = OPD dan pejabat yang menjawab
title-topics = Topik
title-stops = Semua perhentian
title-news = Tindak lanjut
title-corrections = Koreksi
title-data = Data
title-accessibility = Aksesibilitas
title-search = Cari
title-404 = Halaman tidak ada

## Halaman awal
home-heading = Apa yang dijanjikan, apa yang terjadi
home-what = Pada J-HUR (Jember Hadir untuk Rakyat), bupati dan kepala dinas datang ke kecamatan, mendengar warga, dan menjawab. Di sini dicatat apa yang diminta, apa yang dijanjikan, dan apa kabarnya.
home-totals = Dari { $stops } perhentian tercatat { $aspirations } aspirasi: { $answered } dijawab, { $unanswered } belum terjawab di bagian sumber yang terbaca.
home-commitments = Dari { $count } komitmen, { $done } tercatat selesai.
home-not-started = Belum: belum ada kabar langsung yang tercatat. Itu tidak berarti tidak dikerjakan.
home-overdue = { $count } dari { $all } komitmen terlambat
home-quiet = { $count } dari { $all } komitmen tanpa kabar selama 180 hari atau lebih.
home-checked = Terakhir diperiksa pada { $day }.
map-heading = Di mana J-HUR berhenti
map-visited = { $count } dari { $all } kecamatan tercatat disinggahi.
map-numbers = Angka pada peta ialah nomor perhentian.
map-counts = Angka pada peta ialah jumlah perhentian.
map-number = ke-{ $number }
map-count = { $number }×
all-districts = Semua { $count } kecamatan
moved-heading = Kabar terbaru
no-news = Belum ada kabar.
all-news = Semua kabar dan pemeriksaan ({ $count })
late-heading = Paling lama terlambat
all-late = Semua yang terlambat ({ $count })
nothing-late = Tidak ada komitmen yang terlambat.
stops-heading = Perhentian
no-stops = Belum ada perhentian yang tercatat.
all-stops = Semua perhentian ({ $count })
count-aspirations = { $count } aspirasi
count-commitments = { $count } komitmen
count-unanswered = { $count } belum terjawab
totals-withheld = { $count } aspirasi dihitung tanpa diterbitkan isinya.
count-overdue = { $count } terlambat

## Perhentian
stop-name = J-HUR ke-{ $number }: { $district }
stop-number = J-HUR ke-{ $number }
stop-description = J-HUR ke-{ $number } di Kecamatan { $district }, { $day }: { $aspirations } aspirasi, { $commitments } komitmen, dan apa kabarnya.
number-inferred = Nomor perhentian ini disimpulkan penyusun, tidak disebut oleh sumber.
stop-totals = { $aspirations } aspirasi tercatat: { $answered } dijawab, { $unanswered } belum terjawab di bagian sumber yang terbaca. { $commitments } komitmen.
stop-heard = Menurut notula ada { $heard } aspirasi; { $recorded } dari { $heard } tercatat di sini.
stop-rests = Halaman ini bersandar pada { $sources } sumber: { $partial } hanya terbaca sebagian, { $archived } punya salinan arsip.
aspirations-heading = Aspirasi
no-aspirations = Tidak ada aspirasi yang tercatat.
announcements-heading = Pengumuman
announcements-are = Yang dikatakan, dijanjikan, atau diberikan pejabat tanpa diminta, atau untuk semua orang.
services-heading = Layanan di tempat
stop-news-heading = Kabar tentang perhentian ini
photo-by = Foto:
sources-heading = Sumber
neighbours-label = Perhentian sebelum dan sesudahnya
stops-are = Perhentian ialah satu kunjungan J-HUR ke satu kecamatan. Yang terbaru di atas.

## Pengumuman untuk balai desa
notice-title = Lembar cetak: { $name }
notice-description = Satu atau dua lembar A4 untuk papan pengumuman balai desa, dengan kode QR ke halaman lengkapnya.
notice-link = Lembar cetak untuk papan pengumuman (A4)
notice-back = Kembali ke halaman lengkapnya
notice-how = Cetak halaman ini dari peramban: satu atau dua lembar A4.
notice-totals = { $aspirations } aspirasi tercatat, { $answered } dijawab. { $commitments } komitmen: { $done } tercatat selesai, { $overdue } terlambat.
notice-code = Kode QR dengan alamat { $url }
notice-more = Masih ada { $count } aspirasi dan pengumuman lain di alamat di bawah ini.
notice-whole = Selengkapnya, dengan sumbernya:
notice-report = Ada yang salah? Tulis ke

## Aspirasi, pengumuman, jawaban
kind-aspiration = Aspirasi
kind-announcement = Pengumuman
kind-stop = Perhentian
kind-page = Halaman
asked-heading = Yang diminta
asker-unknown = Siapa yang meminta tidak disebut
village = { $kind ->
    [kelurahan] Kelurahan
   *[desa] Desa
 } { $name }
setting-media = Disampaikan kepada wartawan, bukan di forum.
setting-elsewhere = Disampaikan di tempat lain, bukan di forum.
reported-by = Diteruskan oleh:
answers-heading = Jawaban
answers-label = Jenis jawaban
said-heading = Yang disampaikan
answered-by = Dijawab oleh
said-by = Disampaikan oleh
speaker-unknown = Pejabat tidak disebut
at-the-time = (waktu itu)
office-page = Semua jawabannya
referred-to = Dirujuk ke:
unanswered = Belum terjawab
unanswered-partial = Belum terjawab di bagian sumber yang terbaca
unanswered-long = Tidak ada jawaban yang tercatat.
unanswered-partial-long = Tidak ada jawaban di bagian sumber yang terbaca. Jawabannya mungkin ada di bagian yang tidak terbaca.
withheld = Dihitung, isinya tidak diterbitkan
withheld-why = Isi, nama, dan jawabannya tidak diterbitkan:
no-commitment = tidak memuat komitmen
answer-promised = Dijanjikan
answer-done = Selesai di tempat
answer-to-study = Akan dikaji
answer-referred = Dirujuk
answer-advised = Disarankan
answer-explained = Dijelaskan
answer-limited = Terbatas
answer-declined = Ditolak
again-heading = Diminta juga
again-earlier = sebelumnya, pada
again-later = sesudahnya, pada
entry-news-heading = Kabar sesudahnya

## Komitmen
commitment-label = Komitmen
status-label = Status
due-heading = Tenggat
due-label = Tenggat:
no-due = tidak disebut
first-due = Tenggat pertama
read-as = dibaca penyusun:
until-end = { $term }, sampai { $day }
no-day = tanpa tanggal
budget-heading = Anggaran
conditions-heading = Syarat
checked-heading = Terakhir diperiksa
never-checked = Belum pernah
recorded-means = Menurut catatan perhentian. Belum ada kabar langsung sesudahnya.
whose-word = Sejak { $day }, menurut
promised-here = disampaikan pada J-HUR
no-news-yet = Belum ada kabar yang tercatat.
quiet = { $days } hari tanpa kabar
checked = Terakhir diperiksa pada { $day }: dicari, tidak ditemukan.
replaced-by = Diganti oleh
replaces = Menggantikan
decided-by = Diputuskan oleh

## Status, kelompok, waktu
status-recorded = Tercatat
status-planned = Masuk rencana atau anggaran
status-in-progress = Sedang dikerjakan
status-stalled = Terhambat
status-partly-done = Terpenuhi sebagian
status-done-reported = Selesai menurut OPD
status-done-verified = Selesai, terverifikasi
status-superseded = Diganti komitmen lain
status-dropped = Tidak dilanjutkan
status-not-assessable = Belum dapat dinilai
group-not-started = Belum
group-under-way = Berjalan
group-done = Selesai
group-not-pursued = Tidak dilanjutkan
time-on-time = Tepat waktu
time-due-soon = Jatuh tempo sebentar lagi
time-overdue = Terlambat
time-done-late = Selesai terlambat
time-no-deadline = Tanpa tanggal tenggat
time-waiting = Menunggu syarat
time-quiet = 180 hari tanpa kabar
time-days-due-soon = { $days ->
    [0] jatuh tempo hari ini
   *[other] jatuh tempo { $days } hari lagi
 }
time-days-overdue = terlambat { $days } hari
time-days-done-late = selesai { $days } hari terlambat

## Tindak lanjut
news-intro = Semua kabar tentang komitmen, aspirasi, dan perhentian, yang terbaru di atas. Kabar terkait tidak mengubah status.
news-related-commitment = Kabar terkait, bukan tentang komitmen ini sendiri
news-related-it = Kabar terkait, bukan tentang hal ini sendiri
news-check = Pemeriksaan: dicari, tidak ditemukan. Itu tidak berarti tidak ditepati.
new-due = Tenggat baru:
disputed = Dibantah:
note = Catatan:
notes = Catatan penyusun

## Sumber
source-label = Sumber:
no-source = Sumber tidak disebut.
undated = tanpa tanggal
untitled = judul tidak tampak
partial = Hanya terbaca sebagian.
archived = arsip
archived-copy = Salinan arsip
source-press = Pers
source-office = Keterangan OPD sendiri
source-document = Dokumen
source-citizen = Laporan warga
source-inspectorate = Inspektorat atau pemeriksa

## Daftar komitmen
commitments-title = Semua komitmen
commitments-of = Komitmen: { $list }
commitments-are = Komitmen ialah apa yang dijanjikan dalam satu jawaban.
commitments-count = { $count } dari { $all } komitmen
filters-label = Pilih daftar
filter-all = Semua
filter-group = Menurut kelompok
filter-time = Menurut waktu
filter-status = Menurut status
filter-office = Menurut OPD
filter-district = Menurut kecamatan
filter-topic = Menurut topik
list-empty = Daftar ini kosong.
means-office = Yang dijanjikan
means-district = Yang dijanjikan di Kecamatan
means-topic = Yang dijanjikan tentang topik
means-group-not-started = Belum ada kabar langsung bahwa pengerjaannya dimulai. Itu tidak berarti tidak dikerjakan.
means-group-under-way = Menurut sumber, pengerjaannya sudah dimulai tetapi belum selesai.
means-group-done = Menurut sumber sudah selesai: menurut OPD sendiri, atau terverifikasi oleh sumber yang bukan OPD.
means-group-not-pursued = Diputuskan tidak dilanjutkan, atau diganti komitmen lain.
means-status-recorded = Tercatat pada perhentian; belum ada kabar langsung sesudahnya. Itu tidak berarti tidak dikerjakan, dan tidak berarti dikerjakan.
means-status-planned = Menurut sumber sudah masuk rencana atau anggaran.
means-status-in-progress = Menurut sumber sedang dikerjakan.
means-status-stalled = Terhambat; hambatannya disebut dalam kabarnya.
means-status-partly-done = Sebagian sudah, sebagian belum; keduanya disebut dalam kabarnya.
means-status-done-reported = Menurut OPD sudah selesai; belum ada sumber lain.
means-status-done-verified = Selesai menurut sumber yang bukan dari OPD.
means-status-superseded = Diputuskan diganti komitmen lain, yang disebut.
means-status-dropped = Diputuskan tidak dilanjutkan; siapa yang memutuskan dan alasannya disebut.
means-status-not-assessable = Ada kata atau ukuran yang kurang, sehingga belum dapat dinilai.
means-time-overdue = Hari terakhir tenggatnya sudah lewat, dan belum ada kabar langsung bahwa komitmennya selesai. Yang paling lama di atas.
means-time-due-soon = Tenggatnya berakhir dalam 30 hari.
means-time-on-time = Selesai sebelum tenggat, atau tenggatnya masih lebih dari 30 hari lagi.
means-time-done-late = Selesai sesudah hari terakhir tenggatnya.
means-time-waiting = Tanpa tanggal tenggat, dan bergantung pada syarat atau anggaran yang disebut dalam jawaban.
means-time-no-deadline = Tidak menyebut tenggat, atau hanya kata seperti “segera” yang tidak punya tanggal. Karena itu tidak dihitung terlambat.
means-time-quiet = Tidak ada kabar selama 180 hari atau lebih. Yang paling lama di atas.

## Kecamatan, OPD, topik
district-title = Kecamatan { $name }
district-code = Kode wilayah Kemendagri { $code }
district-no-stop = Belum ada perhentian J-HUR yang tercatat di kecamatan ini.
villages-heading = Desa dan kelurahan
office-short = Biasa disebut
office-site = Situs resmi
office-means = Nama kantor seperti sekarang; jabatan pejabat seperti waktu menjawab.
office-no-answer = Belum ada jawaban dari kantor ini yang tercatat.
topic-parent = Bagian dari
topic-children = Lebih rinci:
topic-empty = Belum ada catatan tentang topik ini.
description-district = J-HUR di Kecamatan { $name }: { $aspirations } aspirasi, { $commitments } komitmen, dan apa kabarnya.
description-office = Apa yang dijawab dan dijanjikan { $name } dalam J-HUR: { $commitments } komitmen, dan apa kabarnya.
description-topic = Apa yang diminta dan dijanjikan tentang { $name } dalam J-HUR: { $aspirations } aspirasi, { $commitments } komitmen.
scorecard-heading = Angka
scorecard-caption = Jumlah per { $day }, dan dari berapa
card-commitments = Daftar komitmennya ({ $count })
card-rows-district = Yang diminta dan disampaikan di sini
card-rows-office = Yang dijawab dan disampaikan
card-rows-topic = Yang diminta dan disampaikan
groups-intro-districts = { $with } dari { $all } kecamatan tercatat disinggahi J-HUR.
groups-intro-offices = OPD (organisasi perangkat daerah) ialah dinas dan badan pemerintah kabupaten. { $with } dari { $all } kantor dan pejabat tercatat menjawab.
groups-intro-topics = { $with } dari { $all } topik ada catatannya. Angka sebuah topik termasuk topik di bawahnya.
groups-without-districts = Belum tercatat disinggahi
groups-without-offices = Belum tercatat menjawab
groups-without-topics = Belum ada catatannya
group-name-districts = Kecamatan
group-name-offices = Kantor atau pejabat
group-name-topics = Topik
figure-aspirations = Aspirasi
figure-answered = Dijawab
figure-unanswered = Belum terjawab
figure-withheld = Isinya tidak diterbitkan
figure-announcements = Pengumuman
figure-commitments = Komitmen
of = { $count } dari { $all }

## Cari, saring, urutkan
search-label = Cari aspirasi, jawaban, komitmen
search-button = Cari
search-hint = Misalnya: jalan rusak, pupuk, puskesmas. Kata dasar menemukan turunannya.
search-filters = Persempit hasil
search-by-status = Status
search-by-kecamatan = Kecamatan
search-by-opd = OPD
search-by-topik = Topik
search-by-perhentian = Perhentian
search-by-jenis = Jenis
search-found = Hasil: { $count }
search-none = Tidak ada hasil. Coba kata lain, atau pakai indeks A–Z di bawah.
search-wait = Mencari …
search-more = Tampilkan lebih banyak
search-file = Situs ini dibuka dari berkas. Pencarian memerlukan server; indeks A–Z di bawah tetap berfungsi.
search-failed = Pencarian tidak dapat dimuat. Indeks A–Z di bawah tetap berfungsi.
search-noscript = Pencarian memerlukan JavaScript. Tanpa itu, pakailah indeks dan daftar di bawah.
index-heading = Indeks A–Z
index-what = Semua aspirasi dan pengumuman menurut huruf pertama judulnya.
letters-label = Huruf
letter-title = Judul berawalan { $letter }
lists-heading = Daftar
tools = Saring dan urutkan di halaman ini
tools-filter = Memuat kata
tools-sort = Urutkan
tools-none = seperti semula
tools-stop = menurut perhentian
tools-due = menurut tenggat
tools-late = paling lama terlambat dulu
tools-shown = { $shown } dari { $all } baris tampak.

## Koreksi, data, 404
corrections-intro = Apa yang pernah salah di sini, dan apa yang benar.
no-corrections = Belum ada koreksi.
data-intro = Semua angka di situs ini dapat dihitung ulang dari berkas ini. Lisensi: { $licence }.
download-entries = Aspirasi dan pengumuman
download-commitments = Komitmen dengan status dan tenggatnya
download-news = Tindak lanjut
dictionary-heading = Kamus data
dictionary-intro = Isian catatan, seperti ditulis dalam berkas sumbernya.
dictionary-field = Isian
dictionary-meaning = Artinya
lost = Tidak ada halaman di alamat ini. Mungkin ada huruf yang salah ketik. Coba salah satu dari ini:
lost-home = Halaman awal

## Aksesibilitas
accessibility-intro = Situs ini dibuat supaya dapat dibaca siapa saja, dengan alat apa saja. Ukurannya ialah WCAG 2.2 tingkat AA.
accessibility-can = Yang dapat diandalkan
accessibility-can-script = Semua catatan, daftar, dan unduhan dapat dibaca tanpa JavaScript.
accessibility-can-small = Halaman muat pada layar selebar 320 piksel dan tetap terbaca kalau hurufnya diperbesar empat kali.
accessibility-can-status = Status selalu ditulis dengan kata dan bentuk; warna hanya menambahi.
accessibility-can-keys = Semua dapat dijangkau dengan papan ketik; letaknya selalu tampak.
accessibility-can-speech = Judul, daftar, tabel, dan kata dalam bahasa lain ditandai bagi pembaca layar.
accessibility-can-looks = Mode gelap, warna paksa, jarak teks, dan permintaan untuk mengurangi gerak diikuti.
accessibility-can-slow = Halaman beserta tampilannya dirancang paling besar 14.600 bita (terkompresi), supaya terbaca juga pada sambungan lambat; daftar panjang dibagi-bagi.
accessibility-can-paper = Setiap perhentian dan setiap kecamatan yang disinggahi punya lembar cetak A4 untuk papan pengumuman.
accessibility-cannot = Kekurangan yang kami ketahui
accessibility-cannot-search = Kotak pencarian memerlukan JavaScript. Indeks A–Z di halaman yang sama tidak.
accessibility-cannot-map = Wilayah pada peta bisa terlalu kecil untuk jari. Tautan yang sama ada di bawah peta dan di daftar kecamatan.
accessibility-cannot-words = Sebagian kutipan hanya ada dalam bahasa aslinya.
accessibility-cannot-sources = Sumber di situs lain berada di luar kendali kami.
accessibility-cannot-people = Situs ini belum diuji bersama pengguna pembaca layar, dan belum dinilai oleh pihak luar.
accessibility-tested = Cara diuji
accessibility-tests = Tema bawaan jhur diuji dengan program pada setiap perubahan: axe-core, HTML_CodeSniffer, Lighthouse, dan pemeriksa HTML Nu, di peramban Chromium selebar 360 dan 320 piksel, terang dan gelap, tanpa JavaScript, dan dengan papan ketik saja. Program hanya menemukan sebagian masalah.
accessibility-write = Ada yang tidak dapat Anda baca atau pakai?

## Kartu pratinjau (WhatsApp dan lain-lain). Tidak menyebut hari ini: kartu hanya berubah kalau catatannya berubah.
og-locale = id_ID
card-alt = Kartu: { $title }
card-stop = Perhentian J-HUR
card-district = Yang diminta dan dijanjikan di sini
card-office = Yang dijawab kantor ini
card-group = { $name }: { $count }
card-overdue-of = { $count } dari { $all } lewat tenggat
card-times = { $count } × { $status }
card-due = tenggat { $term }
card-overdue = lewat tenggat { $term }
card-done-late = selesai sesudah tenggat { $term }
card-more = dan { $count } komitmen lagi
card-no-news = Belum ada yang tercatat
