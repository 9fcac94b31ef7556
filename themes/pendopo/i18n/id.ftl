# Kata-kata situs dalam bahasa Indonesia. Kunci yang sama, dalam urutan yang sama, ada di en.ftl.

## Bingkai halaman
site-description = Apa yang diminta warga Jember dalam J-HUR, apa jawaban dan janji pejabat, dan apa kabarnya sesudah itu.
skip = Langsung ke isi
home = Awal
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
part-of = { $title }, bagian { $part }
drafts-shown = Pratinjau: memuat draf yang belum diterbitkan.
draft = (draf)
as-of = Keadaan per { $day }: yang baru diketahui sesudah hari itu tidak termasuk.
cite-heading = Kutip halaman ini
cite = { $publisher }, “{ $title }”, { $site }, keadaan per { $day }, { $url }
report-heading = Laporkan kesalahan
report = Ada yang salah atau kurang? Beri tahu kami, dan sebut alamat halaman ini.
report-page = Halaman lapor
report-nobody = Situs ini masih rancangan; alamat untuk melapor belum ada.
licence = Teks: { $publisher }, { $licence }.

## Judul halaman
home-title = Apa yang dijanjikan, apa yang terjadi
title-districts = Kecamatan
title-offices = OPD dan pejabat yang menjawab
title-topics = Topik
title-news = Tindak lanjut
title-corrections = Koreksi
title-data = Data
title-search = Cari
title-404 = Halaman tidak ada

## Halaman awal
home-heading = Apa yang dijanjikan, apa yang terjadi
home-what = J-HUR (Jember Hadir untuk Rakyat): bupati dan kepala dinas datang ke kecamatan, mendengar warga, dan menjawab di tempat. Situs ini mencatat permintaan, jawaban, janji, dan kabarnya.
home-totals = Dari { $stops } perhentian tercatat { $aspirations } aspirasi: { $answered } dijawab, { $unanswered } tanpa jawaban yang terbaca. Ada { $commitments } komitmen.
home-overdue = { $count } dari { $all } komitmen lewat tenggat.
home-quiet = Tentang { $count } dari { $all } tidak ada kabar selama 180 hari atau lebih.
home-checked = Terakhir dicari kabarnya pada { $day }.
stops-heading = Perhentian
no-stops = Belum ada perhentian yang tercatat.
map-heading = Peta kecamatan
map-visited = { $count } dari { $all } kecamatan tercatat disinggahi (kotak terisi).
map-tile = { $stops } perhentian, { $commitments } komitmen
map-how = Tiap kotak satu kecamatan, kira-kira menurut letaknya: utara di atas.
moved-heading = Kabar terbaru
no-news = Belum ada kabar.
all-news = Semua kabar dan pemeriksaan ({ $count })
late-heading = Paling lama lewat tenggat
all-late = Semua yang lewat tenggat ({ $count })
nothing-late = Tidak ada komitmen bertanggal yang lewat tenggat.
count-aspirations = { $count } aspirasi
count-commitments = { $count } komitmen
count-unanswered = { $count } tanpa jawaban

## Perhentian
stop-name = J-HUR ke‑{ $number }: { $district }
stop-description = J-HUR ke-{ $number } di Kecamatan { $district }, { $day }: { $aspirations } aspirasi, { $commitments } komitmen, dan apa kabarnya.
number-inferred = Nomor perhentian ini disimpulkan penyusun, tidak disebut oleh sumber.
stop-totals = { $aspirations } aspirasi tercatat: { $answered } dijawab, { $unanswered } tanpa jawaban yang terbaca. { $commitments } komitmen.
stop-heard = Menurut notula ada { $heard } aspirasi; { $recorded } di antaranya tercatat di sini.
stop-rests = Halaman ini bersandar pada { $sources } sumber; { $partial } hanya sebagian terbaca, { $archived } punya salinan arsip.
aspirations-heading = Aspirasi
no-aspirations = Tidak ada aspirasi yang tercatat.
announcements-heading = Pengumuman
announcements-are = Yang dikatakan, dijanjikan, atau diberikan pejabat tanpa diminta, atau untuk semua orang.
services-heading = Layanan di tempat
stop-news-heading = Kabar tentang perhentian ini
notes-heading = Catatan penyusun
sources-heading = Sumber
neighbours-label = Perhentian sebelum dan sesudahnya

## Aspirasi, pengumuman, jawaban
kind-aspiration = Aspirasi
kind-announcement = Pengumuman
kind-stop = Perhentian
kind-page = Halaman
asked-heading = Yang diminta
asker-unknown = Peminta tidak disebut
village = { $kind ->
    [kelurahan] Kelurahan
   *[desa] Desa
 } { $name }
setting-media = Disampaikan kepada wartawan, bukan di forum.
setting-elsewhere = Disampaikan di tempat lain, bukan di forum.
reported-by = Menurut
answers-heading = Jawaban
said-heading = Yang disampaikan
answered-by = Dijawab:
speaker-unknown = Pejabat tidak disebut
at-the-time = (waktu itu)
referred-to = Dirujuk ke:
unanswered = Tidak dijawab
unanswered-partial = Tanpa jawaban di bagian sumber yang terbaca
unanswered-long = Tidak ada jawaban yang tercatat.
unanswered-partial-long = Tidak ada jawaban di bagian sumber yang terbaca. Jawabannya mungkin ada di bagian yang tidak terbaca.
withheld = Dihitung, isinya tidak diterbitkan
withheld-why = Isi, nama, dan jawabannya tidak diterbitkan:
no-commitment = Jawaban ini tidak memuat komitmen.
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
commitment-label = Komitmen:
status-label = Status
due-heading = Tenggat
due-label = Tenggat:
budget-heading = Anggaran
conditions-heading = Syarat
checked-heading = Dicari kabarnya
first-due = Tenggat pertama:
quoted = “{ $text }”
read-as = dibaca penyusun sebagai
no-day = kata itu tidak menyebut tanggal
recorded-means = Menurut catatan perhentian; belum ada kabar langsung sesudahnya.
whose-word = Per { $day }, menurut
promised-here = disampaikan pada J-HUR
no-news-yet = Belum ada kabar yang tercatat.
quiet = { $days } hari tanpa kabar
checked = Terakhir dicari kabarnya pada { $day }; tidak ditemukan.
replaced-by = Diganti oleh
replaces = Menggantikan
decided-by = Diputuskan oleh

## Status, kelompok, waktu (records.md)
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
time-overdue = Lewat tenggat
time-done-late = Selesai terlambat
time-no-deadline = Tanpa tenggat bertanggal
time-waiting = Menunggu syarat
time-quiet = Tanpa kabar 180 hari
time-days-due-soon = jatuh tempo { $days } hari lagi
time-days-overdue = terlambat { $days } hari
time-days-done-late = selesai terlambat { $days } hari

## Tindak lanjut
news-intro = Semua kabar, yang terbaru di atas. Kabar terkait menyangkut pokok yang sama, tetapi bukan komitmen itu sendiri; kabar terkait tidak mengubah status.
news-related = Kabar terkait, bukan tentang hal ini sendiri
news-check = Pemeriksaan: dicari, tidak ditemukan
check-means = Tidak ditemukan tidak berarti tidak ditepati.
new-due = Tenggat baru:
disputed = Dibantah:
note = Catatan:

## Sumber
source-label = Sumber:
no-source = Sumber tidak disebut.
undated = tanpa tanggal
untitled = judul tidak tampak
partial = Hanya sebagian terbaca.
archived = Salinan arsip
source-press = Pers
source-office = Keterangan OPD sendiri
source-document = Dokumen
source-citizen = Laporan warga
source-inspectorate = Inspektorat atau pemeriksa

## Daftar komitmen
commitments-title = Semua komitmen
commitments-of = Komitmen: { $list }
commitments-count = { $count } dari { $all } komitmen.
filters-label = Saring
filter-all = Semua
filter-status = Menurut status
list-empty = Tidak ada isinya.

## Kecamatan, OPD, topik
district-title = Kecamatan { $name }
district-code = Kode wilayah Kemendagri { $code }
district-no-stop = Belum ada perhentian J-HUR yang tercatat di kecamatan ini.
villages-heading = Desa dan kelurahan
office-site = Situs resmi
office-means = Nama kantor seperti sekarang; jabatan pejabat seperti waktu menjawab.
topic-parent = Bagian dari
topic-children = Terbagi atas:
scorecard-heading = Angka
scorecard-caption = Jumlah, dan dari berapa
card-rows-district = Yang diminta dan disampaikan di sini
card-rows-office = Yang dijawab kantor ini
card-rows-topic = Yang diminta dan disampaikan tentang ini
groups-intro-districts = { $with } dari { $all } kecamatan tercatat disinggahi J-HUR.
groups-intro-offices = { $with } dari { $all } kantor dan pejabat tercatat menjawab.
groups-intro-topics = { $with } dari { $all } topik ada catatannya. Angka sebuah topik termasuk topik di bawahnya.
groups-without-districts = Belum tercatat disinggahi
groups-without-offices = Belum tercatat menjawab
groups-without-topics = Belum ada catatannya
group-name-districts = Kecamatan
group-name-offices = Kantor atau pejabat
group-name-topics = Topik
figure-aspirations = Aspirasi
figure-answered = Dijawab
figure-unanswered = Tanpa jawaban
figure-withheld = Isinya tidak diterbitkan
figure-announcements = Pengumuman
figure-commitments = Komitmen
of = { $count } dari { $all }

## Cari, saring, urutkan
search-label = Cari aspirasi, jawaban, komitmen
search-button = Cari
search-hint = Misalnya: jalan rusak, pupuk, puskesmas. Kata dasar menemukan turunannya.
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
tools-late = paling terlambat dulu
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
lost = Tidak ada halaman di alamat ini. Mungkin ada huruf yang salah ketik.
lost-home = Ke halaman awal
