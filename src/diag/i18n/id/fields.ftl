### Setiap jenis catatan dan setiap isiannya, dengan contoh: untuk penyunting teks, berkas baru, dan kamus data situs.

Site = Tentang situs: nama, alamat, penerbit.
Site-format = Nomor bentuk catatan; selalu 1.
Site-title = Nama situs. Contoh: J-HUR
Site-base_url = Alamat situs nanti, diawali https:// dan diakhiri garis miring. Contoh: https://jhur.jemberkab.go.id/
Site-languages = Bahasa situs; yang pertama bahasa utama. Contoh: [id] atau [id, en]
Site-publisher = Siapa yang menerbitkan situs. Contoh: Pemerintah Kabupaten Jember
Site-contact = Ke mana pembaca melaporkan kesalahan; sedikitnya satu dari email, whatsapp, page.
Site-licence = Lisensi teks situs, sebagai kode SPDX. Contoh: CC-BY-4.0
Site-time_zone = Zona waktu yang menentukan "hari ini": WIB, WITA atau WIT. Tanpa ini: WIB.
Site-theme = Tema tampilan. Tanpa ini: pendopo.
Site-outputs = Apa yang diterbitkan di samping halaman. Tanpa ini: semuanya.
Site-signing_key = Kunci umum minisign, untuk memeriksa tanda tangan manifest.json.minisig. Tanpa ini: tidak ditandatangani. Contoh: RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3

Contact = Ke mana pembaca melaporkan kesalahan.
Contact-email = Alamat surel kantor. Contoh: humas@jemberkab.example
Contact-whatsapp = Nomor WhatsApp kantor dengan kode negara, dalam tanda kutip. Contoh: "+6281200000000"
Contact-page = Halaman berisi formulir atau alamat. Contoh: https://www.jemberkab.go.id/kontak

Outputs = Apa yang diterbitkan di samping halaman; setiap baris true atau false.
Outputs-citations = Kutipan dalam bentuk untuk pengelola pustaka. Contoh: false
Outputs-cards = Gambar pratinjau untuk media sosial. Contoh: false
Outputs-search = Pencarian. Contoh: false
Outputs-data = Unduhan data. Contoh: false
Outputs-feeds = Umpan berita dan kalender. Contoh: false
Outputs-twins = Berkas JSON di samping setiap halaman. Contoh: false
Outputs-compress = Salinan berkas yang dimampatkan. Contoh: false

District = Kecamatan dengan desa dan kelurahannya.
District-key = Kunci kecamatan, menjadi alamatnya (/kecamatan/wuluhan/). Jangan diganti sesudah terbit. Contoh: wuluhan
District-name = Nama kecamatan. Contoh: Wuluhan
District-code = Kode wilayah Kemendagri, dalam tanda kutip. Contoh: "35.09.11"
District-villages = Desa dan kelurahan di kecamatan ini.

Village = Desa atau kelurahan.
Village-key = Kunci desa, cukup berbeda dalam kecamatannya. Contoh: tanjungrejo
Village-name = Nama desa atau kelurahan. Contoh: Tanjungrejo
Village-code = Kode wilayah Kemendagri, dalam tanda kutip. Contoh: "35.09.11.2006"
Village-kind = desa atau kelurahan. Contoh: desa
VillageKind-desa = Desa.
VillageKind-kelurahan = Kelurahan.

Office = OPD (dinas, badan, bagian) atau pejabat lain yang menjawab, misalnya bupati.
Office-key = Kunci OPD, menjadi alamatnya (/opd/dinas-koperasi/). Jangan diganti sesudah terbit. Contoh: dinas-koperasi
Office-name = Nama resmi. Contoh: Dinas Koperasi dan Usaha Mikro
Office-short = Sebutan sehari-hari. Contoh: Dinkop
Office-url = Alamat situs OPD. Contoh: https://diskopum.jemberkab.go.id/

Topic = Topik aspirasi, jawaban dan pengumuman.
Topic-key = Kunci topik, menjadi alamatnya (/topik/umkm/). Jangan diganti sesudah terbit. Contoh: umkm
Topic-name = Nama topik. Contoh: UMKM
Topic-parent = Kunci topik yang lebih luas. Contoh: umkm, untuk topik batik
Topic-description = Apa yang termasuk topik ini, dalam satu kalimat. Contoh: Usaha mikro, kecil dan menengah.

Stop = Satu perhentian J-HUR: bupati dan para kepala OPD datang ke sebuah kecamatan.
Stop-number = Nomor perhentian (ke-6): 6. Hanya dipakai satu kali; menjadi alamat /6/.
Stop-number_basis = Dasar nomor itu: stated (disebut sumber) atau inferred (dihitung penyusun dari urutan kunjungan). Tanpa ini: stated.
Stop-district = Kunci kecamatan dari districts.yaml. Contoh: wuluhan
Stop-date = Hari pertama, sebagai tahun-bulan-tanggal. Contoh: 2022-03-18
Stop-until = Hari terakhir, kalau lebih dari satu hari. Contoh: 2022-03-19
Stop-venue = Tempatnya. Contoh: Pendopo Kecamatan Wuluhan
Stop-summary = Apa yang terjadi, dalam beberapa kalimat. Contoh: Warga menyampaikan soal pemasaran, sampah, dan kelas jalan.
Stop-heard = Jumlah aspirasi menurut notula; halaman menampilkan berapa yang tercatat dari jumlah itu. Contoh: 34
Stop-notes = Catatan penyusun tentang yang meragukan atau hanya sebagian diketahui; ikut tampil. Contoh: ["Hari kedua tidak disebut sumber."]
Stop-draft = Draf: tidak ikut terbit sampai baris ini dihapus. Contoh: true
Stop-publish_on = Tidak ikut terbit sebelum tanggal ini. Contoh: 2022-03-21
Stop-photos = Foto dari content/media; setiap foto perlu file dan alt.
Stop-sources = Sumber catatan ini: notula, berita, dokumen. Setiap sumber diberi id supaya dapat dirujuk aspirasi dan jawaban.
Stop-corrections = Koreksi atas yang sudah terbit: apa yang salah dan apa yang benar.
Stop-cited_by = Siapa yang mengutip catatan ini: artikel, skripsi, laporan.
Stop-aspirations = Aspirasi warga, satu per satu.
Stop-services = Layanan di samping forum. Contoh: [Administrasi kependudukan, Vaksinasi]
Stop-announcements = Pengumuman: yang disampaikan atau dijanjikan pejabat tanpa diminta, atau kepada semua.
Stop-withdrawn = Kalau yang terbit ini tidak berlaku lagi: sejak kapan dan mengapa. Alamatnya tetap ada dan menyebutkan alasannya. Contoh: {"{"}date: 2022-10-04, reason: Tercatat dua kali{"}"}
Stop-formerly = Nama yang dipakai ketika terbit dulu, kalau kuncinya diganti; alamat lamanya mengantar ke sini. Contoh: [5]
NumberBasis-stated = Disebut sumber.
NumberBasis-inferred = Dihitung penyusun dari urutan kunjungan.

Citing = Tulisan pihak lain yang mengutip catatan.
Citing-title = Judulnya. Contoh: Janji J-HUR setahun kemudian
Citing-publisher = Siapa yang menerbitkan. Contoh: Radar Jember
Citing-date = Tanggal terbitnya; tanpa ini: tanpa tanggal. Contoh: 2023-03-20
Citing-url = Alamatnya. Contoh: https://contoh.example/artikel

Correction = Koreksi atas catatan yang sudah terbit.
Correction-date = Tanggal dikoreksi. Contoh: 2022-04-01
Correction-text = Apa yang salah dan apa yang benar. Contoh: "Semula tertulis 2022; yang benar 2023."
Correction-record = Kunci aspirasi atau pengumuman yang dikoreksi; tanpa ini: perhentiannya. Contoh: studi-banding

Aspiration = Satu aspirasi warga dengan jawabannya.
Aspiration-id = Kunci aspirasi, menjadi alamatnya (/6/studi-banding/). Jangan diganti sesudah terbit. Contoh: studi-banding
Aspiration-title = Judul singkat, paling banyak 90 huruf. Contoh: Studi banding bagi pelaku UMKM
Aspiration-topics = Kunci topik dari topics.yaml. Contoh: [umkm]
Aspiration-from = Siapa yang menyampaikan: perannya, dan desanya. Contoh: {"{"}role: Pelaku UMKM, village: tanjungrejo{"}"}
Aspiration-text = Apa yang diminta, sedekat mungkin dengan ucapannya. Contoh: Minta studi banding supaya dapat belajar memasarkan produk.
Aspiration-setting = Di mana disampaikan: forum, media (kepada wartawan) atau elsewhere. Tanpa ini: forum.
Aspiration-reported_by = Siapa yang meneruskannya, kalau sumber tidak mendengarnya langsung. Contoh: bupati
Aspiration-sources = Kunci sumber perhentian ini yang memuatnya. Contoh: [notula]
Aspiration-again = Permintaan yang sama di perhentian sebelumnya. Contoh: [3/pemasaran]
Aspiration-withheld = Alasan isi, orang dan jawabannya tidak diterbitkan; aspirasinya tetap dihitung. Contoh: Menyangkut anak di bawah umur
Aspiration-responses = Jawaban pejabat; boleh beberapa. Tanpa ini, situs menulis belum dijawab.
Aspiration-notes = Catatan penyusun tentang yang meragukan; ikut tampil. Contoh: ["Desanya disimpulkan penyusun."]
Aspiration-cited_by = Siapa yang mengutip catatan ini: artikel, skripsi, laporan.
Aspiration-withdrawn = Kalau yang terbit ini tidak berlaku lagi: sejak kapan dan mengapa. Alamatnya tetap ada dan menyebutkan alasannya. Contoh: {"{"}date: 2022-10-04, reason: Tercatat dua kali{"}"}
Aspiration-formerly = Nama yang dipakai ketika terbit dulu, kalau kuncinya diganti; alamat lamanya mengantar ke sini. Contoh: [6/studi-banding-umkm]

Announcement = Yang disampaikan atau dijanjikan pejabat tanpa diminta, atau kepada semua.
Announcement-id = Kunci pengumuman, menjadi alamatnya (/6/jadwal-pupuk/). Jangan diganti sesudah terbit. Contoh: jadwal-pupuk
Announcement-title = Judul singkat, paling banyak 90 huruf. Contoh: Jadwal penyaluran pupuk
Announcement-topics = Kunci topik dari topics.yaml. Contoh: [pupuk]
Announcement-setting = Di mana disampaikan: forum, media (kepada wartawan) atau elsewhere. Tanpa ini: forum.
Announcement-reported_by = Siapa yang meneruskannya, kalau sumber tidak mendengarnya langsung. Contoh: camat
Announcement-sources = Kunci sumber perhentian ini yang memuatnya. Contoh: [berita]
Announcement-responses = Apa yang disampaikan, dan oleh siapa.
Announcement-notes = Catatan penyusun tentang yang meragukan; ikut tampil. Contoh: ["Diucapkan di sela acara."]
Announcement-cited_by = Siapa yang mengutip catatan ini: artikel, skripsi, laporan.
Announcement-withdrawn = Kalau yang terbit ini tidak berlaku lagi: sejak kapan dan mengapa. Alamatnya tetap ada dan menyebutkan alasannya. Contoh: {"{"}date: 2022-10-04, reason: Tercatat dua kali{"}"}
Announcement-formerly = Nama yang dipakai ketika terbit dulu, kalau kuncinya diganti; alamat lamanya mengantar ke sini. Contoh: [6/bantuan-lama]
Setting-forum = Di forum, di depan bupati dan para kepala OPD.
Setting-media = Kepada wartawan.
Setting-elsewhere = Di tempat lain.

From = Siapa yang menyampaikan aspirasi.
From-role = Perannya, bukan namanya. Contoh: Pelaku UMKM
From-village = Kunci desanya di kecamatan ini. Contoh: tanjungrejo
From-name = Nama warga, hanya dengan persetujuannya (consent). Contoh: Siti
From-consent = Persetujuan warga untuk disebut namanya. Contoh: {"{"}date: 2022-03-18, form: "012"{"}"}

Consent = Persetujuan warga untuk disebut namanya.
Consent-date = Tanggal persetujuan diberikan. Contoh: 2022-03-18
Consent-form = Nomor formulirnya, dalam tanda kutip; tidak diterbitkan. Contoh: "012"

Response = Jawaban satu pejabat.
Response-office = Kunci OPD dari offices.yaml; kosongkan kalau sumber tidak menyebutnya. Contoh: dinas-koperasi
Response-official = Pejabat yang berbicara. Contoh: {"{"}name: Arismaya Parahita, title: Kepala Dinas Koperasi{"}"}
Response-answer = Jenis jawabannya; boleh beberapa: promised, done, to-study, referred, advised, explained, limited, declined. Contoh: [limited, promised]
Response-to = Dirujuk kepada siapa; wajib kalau jawabannya referred. Contoh: Balai Besar Wilayah Sungai
Response-text = Apa yang dijawab. Contoh: Tahun ini anggarannya tidak ada; akan diusulkan untuk tahun depan.
Response-sources = Kunci sumber perhentian ini yang memuatnya. Contoh: [notula]
Response-setting = Di mana dijawab: forum, media (kepada wartawan) atau elsewhere. Tanpa ini: forum.
Response-reported_by = Siapa yang meneruskannya, kalau sumber tidak mendengarnya langsung. Contoh: bupati
Response-notes = Catatan penyusun tentang yang meragukan; ikut tampil. Contoh: ["Mungkin diucapkan di sela acara."]
Response-commitments = Komitmen: apa yang dijanjikan. Wajib kalau jawabannya promised atau to-study.
Answer-promised = Dijanjikan: akan dikerjakan. Perlu commitments.
Answer-done = Diselesaikan di tempat.
Answer-to-study = Akan dikaji. Perlu commitments.
Answer-referred = Diteruskan kepada pihak lain. Perlu to.
Answer-advised = Diberi saran.
Answer-explained = Dijelaskan.
Answer-limited = Terbatas: anggaran, kuota atau kewenangan tidak cukup.
Answer-declined = Ditolak.

Official = Pejabat yang menjawab, dengan jabatannya waktu itu.
Official-name = Namanya. Contoh: Arismaya Parahita
Official-title = Jabatannya waktu itu. Contoh: Kepala Dinas Koperasi

Commitment = Satu komitmen: apa yang dijanjikan. Apa jadinya ditulis sebagai tindak lanjut, bukan di sini.
Commitment-id = Kunci komitmen, bagian alamatnya (/6/studi-banding/#usul-p-apbd). Jangan diganti sesudah terbit. Contoh: usul-p-apbd
Commitment-text = Janjinya, dalam satu kalimat. Contoh: Mengusulkan anggaran studi banding
Commitment-due = Tenggatnya: hari, bulan, triwulan atau tahun. Contoh: 2022-12-31, 2022-12, 2022-Q4, 2022; atau dengan ucapannya: {"{"}said: tahun depan, by: 2023{"}"}. Tanpa ini: tanpa tenggat.
Commitment-budget = Anggaran yang menentukan. Contoh: P-APBD
Commitment-conditions = Syaratnya. Contoh: [UMKM memiliki legalitas, lolos seleksi]
Commitment-withdrawn = Kalau yang terbit ini tidak berlaku lagi: sejak kapan dan mengapa. Alamatnya tetap ada dan menyebutkan alasannya. Contoh: {"{"}date: 2022-10-04, reason: Tercatat dua kali{"}"}
Commitment-formerly = Nama yang dipakai ketika terbit dulu, kalau kuncinya diganti; alamat lamanya mengantar ke sini. Contoh: [6/studi-banding/usul-lama]

Due = Tenggat dengan kata-kata yang diucapkan.
Due-said = Kata-kata yang diucapkan. Contoh: tahun mendatang, lewat P-APBD
Due-by = Tenggatnya menurut penyusun: hari, bulan, triwulan atau tahun. Kosongkan kalau ucapannya tidak menyebut waktu ("segera"). Contoh: 2023

Source = Sumber: berita, dokumen, atau keterangan yang mendasari catatan.
Source-id = Kunci sumber, supaya dapat dirujuk dari perhentian yang sama; sumber tindak lanjut tidak memerlukannya. Contoh: notula
Source-title = Judulnya; kosongkan kalau tidak tampak. Contoh: Notula J-HUR Kecamatan Wuluhan
Source-publisher = Siapa yang menerbitkan atau menyampaikannya. Contoh: News Indonesia
Source-date = Tanggal terbitnya; kosongkan kalau tidak bertanggal. Contoh: 2022-03-18
Source-url = Alamatnya di internet. Contoh: https://contoh.id/berita
Source-archived = Alamat salinan arsipnya. Contoh: https://web.archive.org/web/2022/https://contoh.id/berita
Source-kind = Jenisnya: press, office, document, citizen atau inspectorate. Contoh: press
Source-partial = Hanya sebagian yang dapat dibaca. Contoh: true
Source-notes = Catatan penyusun tentang sumber ini; ikut tampil. Contoh: ["Tanggalnya dari alamat halaman."]
SourceKind-press = Pers: koran, radio, situs berita.
SourceKind-office = OPD yang berjanji.
SourceKind-document = Dokumen: keputusan, anggaran, notula.
SourceKind-citizen = Laporan warga sendiri.
SourceKind-inspectorate = Inspektorat atau pemeriksa keuangan.

FollowUp = Satu tindak lanjut: apa yang terjadi sesudahnya. Kabar baru ditambahkan; yang lama tidak diubah.
FollowUp-about = Yang ditindaklanjuti, seperti alamatnya: komitmen, atau aspirasi, pengumuman atau perhentian untuk kabar tanpa status. Boleh beberapa. Contoh: 6/studi-banding/usul-p-apbd
FollowUp-date = Tanggal kejadiannya. Contoh: 2022-10-03
FollowUp-status = Keadaan komitmennya sekarang; tanpa ini: kabar saja. Contoh: in-progress
FollowUp-bearing = direct (tentang hal itu sendiri) atau related (soal yang sama di tempat lain; tidak mengubah status). Tanpa ini: direct.
FollowUp-check = Sudah dicari dan tidak ada kabar baru; text menyebut di mana dicari. Contoh: true
FollowUp-due = Tenggat yang baru; text memberi alasannya. Tenggat yang lama tetap tampil. Contoh: 2023-03
FollowUp-text = Apa yang terjadi, dalam beberapa kalimat. Contoh: Jalan dusun mulai diaspal pada 3 Oktober.
FollowUp-by = Siapa yang memutuskan; wajib untuk superseded dan dropped. Contoh: Dinas Koperasi
FollowUp-replaced_by = Komitmen penggantinya; wajib untuk superseded. Contoh: 9/pelatihan/kelas-umkm
FollowUp-disputed = Siapa yang membantah dan mengapa; tampil di sampingnya. Contoh: Kepala desa menyatakan jalannya belum diaspal.
FollowUp-sources = Sumbernya, sedikitnya satu; tidak perlu untuk check.
FollowUp-photos = Foto dari content/media; setiap foto perlu file dan alt.
FollowUp-notes = Catatan penyusun tentang yang meragukan; ikut tampil. Contoh: ["Nama sungainya berbeda antarsumber."]
FollowUp-draft = Draf: tidak ikut terbit sampai baris ini dihapus. Contoh: true
FollowUp-publish_on = Tidak ikut terbit sebelum tanggal ini. Contoh: 2022-10-10
Status-planned = Masuk rencana atau anggaran. Perlu sumber.
Status-in-progress = Sedang dikerjakan. Perlu sumber.
Status-stalled = Terhambat. Sebut hambatannya di text.
Status-partly-done = Terpenuhi sebagian. Sebut di text apa yang sudah dan apa yang belum.
Status-done-reported = Selesai menurut OPD. Perlu sumber.
Status-done-verified = Selesai, terverifikasi. Perlu sumber yang bukan OPD.
Status-superseded = Diganti komitmen lain. Perlu by dan replaced_by.
Status-dropped = Tidak dilanjutkan. Perlu by, dan alasannya di text.
Status-not-assessable = Belum dapat dinilai. Sebut di text kata atau ukuran apa yang kurang.
Bearing-direct = Tentang jalan, keputusan, desa atau kelompok itu sendiri.
Bearing-related = Soal yang sama, lebih luas atau di tempat lain; tidak mengubah status.

Photo = Foto dari content/media.
Photo-file = Nama berkas di content/media. Contoh: wuluhan.jpg
Photo-alt = Apa yang tampak, untuk yang tidak dapat melihatnya. Contoh: Warga berbicara di depan bupati
Photo-caption = Keterangan di bawah foto. Contoh: Forum di pendopo
Photo-credit = Siapa yang memotret. Contoh: Prokopim

FrontMatter = Kepala halaman: di antara dua baris yang hanya berisi ---
FrontMatter-title = Judul halaman. Contoh: Tentang
FrontMatter-summary = Isi halaman dalam satu kalimat, untuk mesin pencari dan pratinjau. Contoh: Apa itu J-HUR dan siapa yang mencatat.
FrontMatter-order = Urutan dalam daftar di kaki situs, mulai dari 1. Contoh: 1
FrontMatter-withdrawn = Kalau yang terbit ini tidak berlaku lagi: sejak kapan dan mengapa. Alamatnya tetap ada dan menyebutkan alasannya. Contoh: {"{"}date: 2022-10-04, reason: Tercatat dua kali{"}"}
FrontMatter-formerly = Nama yang dipakai ketika terbit dulu, kalau kuncinya diganti; alamat lamanya mengantar ke sini. Contoh: [tentang-lama]

TimeZone-WIB = Waktu Indonesia Barat (UTC+7), waktu Jember.
TimeZone-WITA = Waktu Indonesia Tengah (UTC+8).
TimeZone-WIT = Waktu Indonesia Timur (UTC+9).

Withdrawn = Pencabutan: yang pernah terbit dan tidak berlaku lagi.
Withdrawn-date = Sejak kapan dicabut. Contoh: 2022-10-04
Withdrawn-reason = Mengapa; diterbitkan. Contoh: Tercatat dua kali; lihat 6/studi-banding
