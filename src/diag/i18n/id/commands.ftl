### Kata-kata baris perintah: bantuan, hasil perintah, penjelasan dalam berkas baru, dan kesalahan ketik.

## Bantuan

command = Membuat situs dari catatan J-HUR: apa yang diminta, dijawab, dijanjikan, dan apa kabarnya.
command-after =
    Sehari-hari:
      jhur new stop --number 7 --district ambulu --date 2022-03-25
      jhur new follow-up 6/studi-banding/usul-p-apbd --status in-progress --date 2022-10-03
      jhur check
      jhur build

    Bahasa pesan: --lang, atau JHUR_LANG=en. Kode keluar: 0 bersih, 1 ada kesalahan di catatan, 2 tidak dapat bekerja.
command-heading-usage = Pemakaian
command-heading-commands = Perintah
command-heading-options = Pilihan
command-heading-arguments = Isian
command-help = Menampilkan bantuan
command-version = Menampilkan versi
command-root = Folder yang memuat content/ (biasanya: folder ini)
command-lang = Bahasa pesan: id atau en (biasanya: id)
command-init = Menyiapkan situs baru di folder kosong, dengan data kecamatan, OPD dan topik Jember
command-init-dir = Folder yang baru atau kosong; dengan --ci juga folder situs yang sudah ada
command-init-ci = Menambahkan berkas alur kerja yang memeriksa setiap perubahan dan menerbitkan cabang main: github atau gitlab
command-new = Membuat catatan baru
command-new-stop = Membuat berkas kunjungan yang siap diisi, sebagai draf
command-new-stop-number = Nomor kunjungan, misalnya 7
command-new-stop-district = Kunci kecamatan di content/districts.yaml, misalnya wuluhan
command-new-stop-date = Tanggal hari pertama, misalnya 2022-03-25
command-new-follow-up = Menambahkan kabar ke berkas bulannya, siap diisi, sebagai draf
command-new-follow-up-reference = Kabar ini tentang apa, ditulis seperti alamatnya: 6/studi-banding/usul-p-apbd
command-new-follow-up-status = Status barunya, hanya untuk komitmen; tanpa ini: kabar tanpa status. Salah satu dari: planned, in-progress, stalled, partly-done, done-reported, done-verified, superseded, dropped, not-assessable
command-new-follow-up-date = Tanggal kejadiannya, misalnya 2022-10-03
command-check = Memeriksa semua catatan; tidak menulis apa pun
command-check-as-of = Memeriksa seolah hari itu, misalnya 2022-12-31 (biasanya: hari ini)
command-check-format = Bentuk hasil: human untuk dibaca, json, github atau gitlab untuk program lain (biasanya: human)
command-check-deny-warnings = Peringatan pun dianggap kesalahan
command-check-privacy = Menunjukkan semua data pribadi yang akan terbit, dengan tempat dan alamatnya
command-build = Memeriksa, lalu menerbitkan situs ke sebuah folder; kalau ada kesalahan, situs lama tidak diubah
command-build-as-of = Situs menurut keadaan hari itu, misalnya 2022-12-31 (biasanya: hari ini)
command-build-out = Folder situs, dihitung dari folder tempat perintah dijalankan (biasanya: public di folder --root)
command-build-drafts = Draf, yang ditahan dan yang belum masuk catatan terbit ikut dimuat, untuk dilihat sendiri; kalau tanpa --out, di public-drafts
command-build-sign = Menandatangani manifest dengan kunci rahasia minisign di berkas ini; kata sandinya di JHUR_KEY_PASSWORD
command-build-yes = Harinya benar, walaupun jauh sesudah segala yang diketahui di sini
command-serve = Menampilkan situs di http://127.0.0.1:8000/ selagi menulis: setiap perubahan langsung terlihat, begitu juga setiap kesalahan; catatan ditulis dan diubah dengan formulir di /tulis/
command-serve-port = Nomor di belakang alamatnya (biasanya: 8000; 0 memakai nomor mana saja yang bebas)
command-serve-drafts = Draf dan yang ditahan ikut dimuat
command-serve-as-of = Situs menurut keadaan hari itu, misalnya 2022-12-31 (biasanya: hari ini)
command-release = Menambahkan yang berubah sejak terbitan terakhir ke catatan terbit (content/log.jsonl, isinya di content/bodies.jsonl)
command-release-clock = Mencatat bahwa baris terakhir dibuat ketika jam komputer salah, dan tidak lebih; alasannya diterbitkan
command-release-dry-run = Hanya menunjukkan apa yang akan terbit
command-release-yes = Harinya benar, walaupun jauh sesudah segala yang diketahui di sini
command-redact = Mencoret isi satu revisi dari catatan terbit karena hukum; barisnya tetap ada, dan satu baris baru menyebut hari, dasar hukum dan alasannya
command-redact-record = Catatannya, misalnya 6/studi-banding
command-redact-revision = Nomor revisinya, misalnya 2
command-redact-basis = Dasar hukumnya; diterbitkan. Contoh: "UU 27/2022 pasal 8"
command-redact-reason = Alasannya; diterbitkan. Contoh: "Permintaan penghapusan data pribadi"
command-redact-word = Kata yang tidak boleh terbit lagi, misalnya sebuah nama; boleh ditulis beberapa kali, juga untuk revisi yang sudah dicoret. Yang disimpan hanya sidiknya, dibuat dengan kunci rahasia .jhur-key
command-verify = Memeriksa apakah yang pernah terbit masih sama: catatan terbit, isi content/, dan sebuah folder situs atau satu halaman
command-verify-path = Folder situs, satu halaman yang diunduh, atau alamat sebuah halaman atau, untuk segel atau yang disimpan, sebuah situs (tanpa ini: hanya catatan terbit dan content/)
command-verify-seal = Segel yang disimpan seseorang; dicari di catatan terbit di sini, atau di situs pada alamat atau dalam folder yang disebut
command-verify-kept = Catatan terbit (log.jsonl), checkpoint, atau pernyataan saksi yang disimpan seseorang; catatan terbit sekarang, di sini atau pada alamat atau dalam folder yang disebut, harus diawali baris yang sama
command-key = Membuat sepasang kunci: untuk menandatangani situs, atau pernyataan seorang saksi
command-key-file = Berkas kunci rahasia yang akan dibuat, di luar folder situs; kata sandinya dari JHUR_KEY_PASSWORD
command-key-witness = Nama saksi, yaitu alamatnya tanpa https://. Contoh: koran.example
command-witness = Membandingkan catatan terbit sebuah situs dengan yang dilihat terakhir kali, menyimpan yang dilihat sekarang, dan menandatanganinya
command-witness-site = Alamat situs, atau foldernya
command-witness-key = Berkas kunci rahasia saksi (dari jhur key --witness)
command-witness-name = Nama saksi, seperti pada kuncinya
command-status = Menunjukkan apakah situs sudah memuat isi terbaru, dan apakah ada yang belum masuk catatan terbit
command-status-out = Folder situs (biasanya: public di folder --root)
command-due = Menunjukkan per OPD komitmen yang tenggatnya lewat, segera jatuh tempo, menunggu syarat, atau lama tanpa kabar langsung; tidak menulis apa pun
command-due-days = Tenggat yang tinggal sekian hari ikut disebut (biasanya: 30)
command-due-office = Hanya OPD ini: kuncinya di content/offices.yaml, misalnya dinas-koperasi
command-due-as-of = Menurut keadaan hari itu, misalnya 2022-12-31 (biasanya: hari ini)
command-due-format = Bentuk hasil: text untuk dibaca, letter untuk surat ke setiap OPD (Markdown), json atau csv untuk program lain (biasanya: text)
command-changes = Menulis catatan untuk pers: apa yang berubah sejak suatu hari; tidak menulis ke berkas apa pun
command-changes-since = Hari pertama yang ikut dihitung, misalnya 2022-10-01
command-changes-as-of = Sampai keadaan hari itu, misalnya 2022-12-31 (biasanya: hari ini)
command-links = Memeriksa apakah alamat sumber masih ada di web: hidup, mati, atau tidak dapat dipastikan. Alamat yang mati menjadi peringatan, bukan kesalahan
command-links-days = Hasil yang belum setua ini dipakai lagi, dari links.jsonl (biasanya: 7; 0 memeriksa semuanya lagi)
command-links-format = Bentuk hasil: text untuk dibaca, json untuk program lain (biasanya: text)
command-migrate = Memindahkan catatan dari format lama ke format terbaru; format 1 yang pertama, jadi belum ada yang perlu dipindahkan
command-migrate-dry-run = Hanya menunjukkan apa yang akan diubah
command-export = Menulis semua catatan ke sebuah buku kerja (.xlsx) untuk dibaca dan diisi dengan Excel atau LibreOffice
command-export-file = Nama buku kerjanya, misalnya catatan.xlsx; belum boleh ada
command-import = Membaca kembali buku kerja (.xlsx, .ods) atau satu lembarnya (.csv) dan menunjukkan apa yang akan berubah
command-import-file = Berkasnya, misalnya catatan.xlsx
command-import-write = Menulis perubahannya ke content/, kalau tidak ada yang salah
command-schema = Menulis skema untuk penyunting teks, supaya isian diperiksa dan dijelaskan sambil mengetik
command-schema-dir = Folder skema (biasanya: schema di folder --root)
command-explain = Menjelaskan sebuah aturan dengan contoh; tanpa kode: daftar semua aturan
command-explain-code = Kode pada pesan, misalnya J301
command-completions = Menulis berkas pelengkap perintah untuk shell
command-completions-shell = Salah satu dari: bash, elvish, fish, powershell, zsh
command-man = Menulis halaman manual untuk perintah man
command-help-command = Nama perintahnya, misalnya new stop
value-options = PILIHAN
value-command = PERINTAH
value-root = FOLDER
value-lang = BAHASA
value-dir = FOLDER
value-ci = LAYANAN
value-number = NOMOR
value-district = KECAMATAN
value-date = TANGGAL
value-reference = RUJUKAN
value-status = STATUS
value-as-of = TANGGAL
value-format = BENTUK
value-out = FOLDER
value-sign = BERKAS
value-port = NOMOR
value-record = CATATAN
value-revision = NOMOR
value-basis = DASAR
value-clock = ALASAN
value-seal = SEGEL
value-kept = BERKAS
value-witness = NAMA
value-site = SITUS
value-key = BERKAS
value-name = NAMA
value-reason = ALASAN
value-word = KATA
value-path = ALAMAT
value-file = BERKAS
value-code = KODE
value-shell = SHELL
value-days = HARI
value-office = OPD
value-since = TANGGAL

## Halaman manual dan versi

man-manual = Buku petunjuk jhur
man-name = Nama
man-examples = Contoh
version =
    { $commit ->
        [none] { $number } (format catatan { $format })
       *[other] { $number } (format catatan { $format }, commit { $commit })
    }

## Yang diketik tidak dapat dipakai

J909 =
    { $case ->
        [command] tidak ada perintah `{ $found }`
        [no-command] perintah ini belum lengkap
        [flag] tidak ada pilihan `{ $found }` di sini
        [surplus] `{ $found }` tidak diharapkan di sini
        [missing] kurang: { $found }
        [no-value] { $found } belum ada isinya
        [value] `{ $found }` tidak dapat dipakai untuk { $argument }
        [twice] { $found } ditulis dua kali
        [not-text] ada huruf yang tidak dapat dibaca di baris perintah
        [env-lang] JHUR_LANG berisi `{ $found }`, bukan bahasa yang dikenal
        [epoch] SOURCE_DATE_EPOCH berisi `{ $found }`, bukan jumlah detik
        [day] `{ $found }` pada { $argument } bukan tanggal
        [number] `{ $found }` bukan nomor kunjungan
        [number-taken] kunjungan nomor { $found } sudah ada di { $path }
        [district] kecamatan `{ $found }` tidak ada dalam daftar
        [districts-broken] kecamatan `{ $found }` tidak dapat dicari: content/districts.yaml tidak ada atau ada yang salah di dalamnya
        [reference] `{ $found }` bukan rujukan
        [reference-unknown] `{ $found }` tidak ada
        [reference-lost] `{ $found }` mungkin ada, tetapi berkasnya belum dapat dibaca
        [follow-up-early] tanggal { $found } lebih awal daripada kunjungannya ({ $since })
        [status-without-commitment] hanya komitmen yang punya status, dan { $reference } bukan komitmen
        [reason] --{ $option } kosong
        [reason-word] --{ $option } memuat kata yang justru tidak boleh terbit lagi
        [reason-unseen] --{ $option } memuat karakter yang tidak terlihat ({ $found })
        [seal] `{ $found }` bukan segel
        [verify-needs-content] di { $found } tidak ada content/, jadi folder atau halaman yang diunduh tidak dapat dibandingkan
        [witness-damaged] yang dilihat dahulu, di { $found }, tidak lengkap lagi atau rusak
        [key-in-site] kunci { $found } akan terletak di folder situs
        [key-password] kunci perlu kata sandi
        [key-name] `{ $found }` bukan nama saksi
        [clock-behind] hari ini ({ $day }) lebih awal daripada baris-baris sebelum hari yang salah itu
        [clock] baris terakhir catatan terbit tidak sesudah hari ini ({ $day })
        [word] `{ $found }` tidak memuat huruf atau angka
        [redaction-key] { $why ->
            [missing] kata tidak dapat ditambahkan ke content/redacted.jsonl: kuncinya, .jhur-key, tidak ada
            [unreadable] kata tidak dapat ditambahkan ke content/redacted.jsonl: .jhur-key tidak dapat dibaca, atau isinya bukan kunci
           *[other] kata tidak dapat ditambahkan ke content/redacted.jsonl: ada baris yang dibuat dengan kunci lain, bukan .jhur-key ini
        }
        [revision] revisi { $found } tidak ada dalam catatan terbit
        [export-name] `{ $found }` bukan nama buku kerja
        [no-list] { $path } tidak dapat ditambahi: isinya bukan daftar yang diawali tanda -
        [office] OPD `{ $found }` tidak ada dalam daftar
        [since] { $found } sesudah hari yang dipilih ({ $day })
        [privacy-format] --privacy hanya mengenal --format human atau json
       *[other] perintah ini tidak dapat dibaca { $found }
    }
    .help =
        { $case ->
            [export-name] Nama buku kerja berakhiran .xlsx, misalnya catatan.xlsx
            [command] { $near ->
                [none] Semua perintah: jhur help
               *[other] Maksudnya `{ $near }`?
            }
            [reason] { $option ->
                [basis] Tulis dasar hukumnya, misalnya UU 27/2022 pasal 8; pembaca melihatnya di tempat isi yang dicoret.
               *[other] Tulis alasannya dalam satu kalimat; pembaca melihatnya.
            }
            [reason-word] Tulis alasannya tanpa kata itu: alasan diterbitkan.
            [reason-unseen] Ketik ulang: yang tertulis diterbitkan, dan pembaca tidak melihat karakter itu.
            [seal] Segel punya 16 huruf dan angka, misalnya K7QM-2XDP-9F4T-HW6A.
            [verify-needs-content] Jalankan di folder yang memuat content/ situs itu, atau dengan --root; tanpa itu, beri alamat halamannya, misalnya jhur verify https://situs.example/6/
            [witness-damaged] Pulihkan folder itu dari cadangan. Kalau tidak ada, pindahkan folder itu dan mulai lagi: yang dilihat sebelumnya tidak dapat dibandingkan lagi.
            [key-in-site] Simpan di tempat lain, misalnya folder Anda sendiri: yang ada di samping content/ masuk ke Git dan cadangan, dan kunci rahasia tidak boleh.
            [key-password] Tulis kata sandinya di JHUR_KEY_PASSWORD, lalu jalankan lagi.
            [key-name] Namanya alamat Anda tanpa https://, misalnya koran.example; di situ pembaca mencari kunci Anda.
            [clock-behind] Periksa tanggal komputer ini, atau SOURCE_DATE_EPOCH: yang salah tampaknya hari ini, bukan catatan terbitnya.
            [clock] Tidak ada yang perlu dibetulkan; jalankan jhur release tanpa --clock.
            [word] Tulis kata atau nomor yang tidak boleh terbit lagi.
            [redaction-key] Salin .jhur-key dari cadangan, atau dari komputer tempat kata dicoret sebelumnya, ke folder ini: dengan kunci lain kata yang sudah ada di daftar tidak ditemukan lagi. Kalau tidak ada lagi salinannya, hapus content/redacted.jsonl (dan .jhur-key, kalau ada), lalu tulis lagi semua katanya, revisi demi revisi: kunci baru dibuat saat itu.
            [revision] { $near ->
                [none] Nomor revisi ada di halaman riwayat setiap catatan.
               *[other] Nomor revisi ada di halaman riwayat setiap catatan. Maksudnya catatan { $near }?
            }
            [no-command] Pilih salah satu; lihat jhur help new
            [flag] { $near ->
                [none] Semua pilihan perintah ini ada di bantuannya: tambahkan --help
               *[other] Maksudnya `{ $near }`?
            }
            [surplus] { $near ->
                [none] Hapus, atau beri tanda kutip kalau satu isian memuat spasi.
               *[other] Maksudnya `{ $near }`?
            }
            [missing] Tambahkan seperti pada baris pemakaian di bawah.
            [no-value] Tulis isinya sesudahnya, misalnya --date 2022-03-18
            [value] { $near ->
                [none] Yang dikenal: { $allowed }
               *[other] Maksudnya `{ $near }`? Yang dikenal: { $allowed }
            }
            [twice] Tulis satu kali saja.
            [not-text] Ketik ulang perintahnya; hindari menempel dari dokumen lain.
            [env-lang] Isi dengan id atau en, atau kosongkan.
            [epoch] Isi dengan detik sejak 1970, misalnya 1647561600, atau pakai --as-of 2022-03-18
            [day] { $near ->
                [none] Tulis tahun-bulan-tanggal: 2022-03-18
               *[other] Tulis tahun-bulan-tanggal: { $near }
            }
            [number] Tulis angka saja, mulai dari 1: --number 7
            [number-taken] Buka berkas itu untuk mengubahnya, atau pakai nomor lain.
            [district] Paling mirip: { $nearest }. Semua kunci ada di content/districts.yaml.
            [districts-broken] Jalankan jhur check, perbaiki berkas itu dulu, lalu ulangi.
            [reference] Tulis nomor/aspirasi/komitmen seperti alamat halamannya: 6/studi-banding/usul-p-apbd
            [reference-unknown] { $near ->
                [none] { $list ->
                    [none] Tulis nomor/aspirasi/komitmen seperti alamat halamannya, atau buat dulu kunjungannya.
                   *[other] Yang ada:
                            { $list }
                }
               *[other] Maksudnya `{ $near }`?
            }
            [reference-lost] Jalankan jhur check dan perbaiki berkas kunjungannya dulu.
            [follow-up-early] Periksa tanggal dan rujukannya.
            [status-without-commitment] { $list ->
                [none] Hapus --status, supaya menjadi kabar tanpa status.
               *[other] Hapus --status, supaya menjadi kabar tanpa status, atau pilih komitmennya:
                        { $list }
            }
            [no-list] Buka berkas itu: setiap kabar diawali tanda - di tepi kiri.
            [since] Tulis hari yang lebih awal: --since 2022-10-01
            [office] { $near ->
                [none] Semua kunci ada di content/offices.yaml.
               *[other] Maksudnya `{ $near }`? Semua kunci ada di content/offices.yaml.
            }
           *[other] Cara memakainya: jhur help
        }
    .why = Yang diketik sesudah `jhur` tidak dapat dipakai, jadi tidak ada yang dikerjakan dan tidak ada berkas yang diubah. Tanggal ditulis tahun-bulan-tanggal, rujukan seperti alamat halamannya (6/studi-banding), kecamatan dengan kuncinya. `jhur help` dan `jhur help new stop` menunjukkan cara memakai setiap perintah.

## Hasil perintah

checked = Diperiksa: { $stops } kunjungan, { $aspirations } aspirasi, { $commitments } komitmen, { $follow-ups } kabar.
later = { $count } catatan tidak dihitung, karena baru diketahui sesudah hari yang dipilih.
clean = Tidak ada kesalahan dan tidak ada peringatan.
build-progress = Membuat halaman
build-failed = Situs tidak dibuat; situs lama tidak diubah.
build-unreleased = Situs ini memuat { $count } catatan dengan isi yang belum masuk catatan terbit. Kalau isinya sudah benar, jalankan: jhur release
build-unsigned = Situs ini tidak ditandatangani, padahal site.yaml menyebut kuncinya. Tanda tangani dengan: jhur build --sign BERKAS-KUNCI
build-drafts = Situs ini memuat draf: jangan diunggah.
build-empty = Belum ada kunjungan yang ikut terbit. Draf dapat dilihat dengan: jhur build --drafts
build-warnings = { $count } peringatan; untuk melihatnya jalankan: jhur check
build-open = Situsnya di { $path }; buka berkas itu dengan peramban.
day-taken =
    { $origin ->
        [as-of] Harinya { $day }, dari --as-of.
        [epoch] Harinya { $day }, dari SOURCE_DATE_EPOCH.
       *[clock] Harinya { $day }.
    }
serve-open = Situsnya di http://127.0.0.1:{ $port }/ selama program ini berjalan; Ctrl-C menghentikannya. Hanya komputer ini yang dapat melihatnya. Formulir untuk menulis catatan: /tulis/
serve-made = { $pages } halaman siap dalam { $milliseconds } ms
serve-faults = Halaman menunjukkan keadaan sebelumnya; simpan lagi berkasnya setelah diperbaiki.
serve-fault-title = Ada yang salah
serve-fault-below = Di bawah ini situs menurut keadaan sebelumnya.
serve-fault-alone = Setelah diperbaiki dan disimpan, halamannya muncul sendiri.
serve-close = Tutup
built-many-files = Situs ini { $files } berkas. Cloudflare Pages menerima paling banyak 20.000; batas tempat lain ada di docs/MEMASANG.md.
built = { $stops } kunjungan, { $aspirations } aspirasi, { $commitments } komitmen, { $follow-ups } kabar → { $pages } halaman; berkas: { $written } ditulis, { $unchanged } tetap, { $removed } dihapus; { $seconds } detik.
released = { $count } revisi ditambahkan ke content/log.jsonl dan content/bodies.jsonl. Simpan kedua berkas itu bersama yang lain; jangan disunting.
clock-corrected = Tercatat: baris-baris tanggal { $last } dibuat ketika jam komputer salah. Sekarang: jhur release
release-would = { $count } revisi akan ditambahkan. Tidak ada yang ditulis.
release-nothing = Tidak ada yang berubah sejak terbitan terakhir.
release-refused = Tidak ada yang diterbitkan; catatan terbit tidak diubah.
release-new = baru: { $record }
release-seal = { $record }: segel { $seal }
release-changed = berubah: { $record }, revisi { $revision }
redacted =
    Isi revisi { $revision } dari { $record } dicoret; satu baris baru di catatan terbit menyebut hari, dasar dan alasannya. Masih perlu:
      1. Hapus isinya dari catatan kalau masih ada di situ; lalu jhur release, jhur build, dan unggah: situs lama masih memuatnya.
      2. Hapus juga dari salinan lama: cadangan, mesin pencari, arsip web, dan Git: riwayatnya masih memuatnya. Dua perintahnya ada di docs/PANDUAN.md.
redact-same = Revisi lain dari { $record } berisi sama dan tidak dicoret: { $numbers }. Coret juga, masing-masing dengan jhur redact.
redact-already = Revisi { $revision } dari { $record } sudah dicoret. Untuk melarang kata yang ada di dalamnya, tambahkan --word.
redact-words-added = Revisi { $revision } dari { $record } sudah dicoret sebelumnya; mulai sekarang kata itu tidak boleh terbit lagi. Alasan yang dulu ditulis tetap berlaku.
redaction-key-made =
    Kunci baru ada di { $path }. Tanpa kunci itu kata yang dicoret tidak dapat dicari siapa pun, di sini juga tidak:
      simpan salinannya di tempat yang aman, tidak di Git dan tidak bersama catatan. Namanya sudah ditambahkan ke .gitignore.
verified = Semuanya cocok. Catatan terbit: { $entries } baris, yang terakhir { $day }; { $size } bita, sha256 { $sha256 }
verify-no-log = Belum ada catatan terbit. Yang pertama dibuat dengan: jhur release
seal-newest = Segel { $seal }: revisi { $revision } dari { $record }, dicatat { $day }. Itu revisi yang terbaru.
seal-older = Segel { $seal }: revisi { $revision } dari { $record }, dicatat { $day }. Sesudah itu ada revisi baru; yang terbaru { $newest }.
seal-redacted = Segel { $seal }: revisi { $revision } dari { $record }, dicatat { $day }. Isinya dicoret pada { $redacted }.
seal-unknown = Segel { $seal } tidak ada dalam catatan terbit ini. Kalau segel itu pernah ada di halamannya, catatan terbit ini bukan kelanjutan yang dahulu.
kept-agrees = Cocok: catatan terbit ini diawali { $lines } baris yang disimpan itu, lalu { $more } baris lagi.
kept-differs =
    { $line ->
        [0] TIDAK COCOK: catatan terbit ini tidak diawali { $lines } baris yang disebut checkpoint yang disimpan. Simpan keduanya.
       *[other] TIDAK COCOK: mulai baris { $line } catatan terbit ini lain dari yang disimpan. Simpan keduanya.
    }
## jhur key, jhur witness, dan jhur verify ALAMAT

key-site =
    Kunci rahasianya di { $path }. Simpan salinannya di tempat aman, bersama kata sandinya; keduanya tidak dapat dibuat lagi.
    Tulis di content/site.yaml, lalu jalankan jhur release:
    signing_key: { $public }
    Sesudah itu buat situs dengan: jhur build --sign { $path }
key-witness =
    Kunci rahasia saksi { $name } ada di { $path }. Simpan salinannya di tempat aman, bersama kata sandinya; keduanya tidak dapat dibuat lagi.
    Kunci umumnya, untuk diumumkan di situs Anda sendiri:
    { $key }
    Pakai dengan: jhur witness ALAMAT --key { $path } --name { $name }
witness-no-log = { $site } tidak punya catatan terbit, jadi tidak ada yang dapat disaksikan.
witness-first = Baru pertama kali dilihat: { $entries } baris. Mulai sekarang catatan terbit situs ini harus diawali baris yang sama.
witness-site-key =
    Kunci situs itu, menurut situs itu sendiri:
    { $key }
    Tanyakan kepada penyusunnya, lewat jalan lain, apakah itu kuncinya.
witness-grown =
    { $added ->
        [0] Cocok. Tidak ada baris baru sejak { $day }; ada { $entries } baris.
       *[other] Cocok: diawali { $before } baris yang dilihat pada { $day }, lalu { $added } baris baru:
    }
witness-more = … dan { $count } baris lagi.
witness-revision = { $day }: { $record } revisi { $revision }
witness-redaction = { $day }: isi { $record } revisi { $revision } dicoret. Dasar: { $basis }. Alasan: { $reason }
witness-clock = { $day }: baris sebelumnya dibuat ketika jam salah. { $reason }
witness-late = { $late } di antaranya bertanggal sebelum { $day }, padahal pada hari itu belum ada di situs.
witness-new-key = Kunci situs berganti sejak { $day }; pergantiannya tercatat sebagai revisi `site`.
witness-kept = Yang dilihat disimpan di { $path }.
witness-unsigned = Situs ini tidak menandatangani catatan terbitnya, jadi tidak ada yang dapat ditandatangani. Yang dilihat disimpan di { $path }.
witness-signed =
    Ditandatangani sebagai { $name }. Kirim berkas ini kepada penyusun situs; mereka menaruhnya di content/witnessed/:
    { $path }
    Kunci umum saksi: { $key }
witness-broken =
    { $case ->
        [rewritten] TIDAK COCOK: mulai baris { $line } catatan terbit ini lain dari yang dilihat pada { $day }.
        [shortened] TIDAK COCOK: catatan terbit ini lebih pendek daripada yang dilihat pada { $day }: baris { $line } dan sesudahnya tidak ada. Mungkin yang ditayangkan salinan lama; lihat lagi nanti.
        [unreadable] TIDAK COCOK: baris { $line } catatan terbit ini bukan baris yang ditulis jhur.
        [unsigned] TIDAK COCOK: catatan terbit ini ditandatangani pada { $day }, dan sekarang tidak lagi.
        [key] TIDAK COCOK: kunci situs ini lain dari yang dilihat sebelumnya, dan bukan kunci yang disebut revisi `site` terbaru di catatan terbit.
       *[checkpoint] TIDAK COCOK: yang ditandatangani situs ini bukan catatan terbit yang ditayangkannya, atau kuncinya lain.
    }
witness-proof-signed =
    Keduanya disimpan sebagai bukti di { $path }: dua checkpoint dengan tanda tangan situs. Siapa pun yang mendapat folder itu dapat memeriksanya, tanpa harus mempercayai Anda:
    jhur verify { $path }
witness-proof-shortened = Keduanya disimpan di { $path }. Catatan yang lebih pendek saja tidak membuktikan apa-apa kepada orang lain: situs yang jujur pun pernah menandatangani keduanya.
witness-not-kept = Buktinya TIDAK tersimpan. Simpan sendiri sekarang, di tempat lain, data/log/log.jsonl dan data/log/checkpoint situs itu: nanti mungkin sudah berganti.
evidence-proves =
    Terbukti: dua checkpoint di folder ini ditandatangani dengan satu kunci, masing-masing untuk catatan terbit di sampingnya, dan mulai baris { $line } catatannya berlainan.
    Pastikan di tempat lain bahwa ini kunci situs itu: { $key }
evidence-agrees = Yang belakangan diawali yang dahulu: di folder ini tidak ada yang bertentangan.
evidence-shortened = Yang belakangan lebih pendek, selebihnya sama. Itu tidak membuktikan apa-apa: situs yang jujur pun pernah menandatangani keduanya.
evidence-unsigned = Kedua catatan itu berlainan, tetapi bukan dua checkpoint dengan tanda tangan satu kunci: yang menunjukkannya harus dipercaya bahwa dahulu begitu.
witness-proof-unsigned = Keduanya disimpan di { $path }. Itu bukan dua checkpoint yang ditandatangani situs dengan satu kunci, jadi orang lain harus mempercayai Anda bahwa dahulu begitu.
witness-proof-none = Yang dilihat disimpan di { $path }. Sebelumnya belum pernah dilihat, jadi tidak ada bandingannya.
page-missing = Di { $address } tidak ada halaman.
page-no-revision = Halaman { $address } bukan halaman satu catatan yang sudah tercatat (misalnya sebuah daftar), jadi tidak menyebut revisi.
page-in-log =
    Halaman itu menyebut revisi { $revision } dari { $record } (segel { $seal }), dicatat { $day }: itu baris { $line } dari { $size } dalam catatan terbit yang ditandatangani situsnya. Diunduh { $fetched } bita.
    Kunci situs, menurut situs itu sendiri: { $key }
    Itu tidak menunjukkan bahwa catatan terbitnya tidak ditulis ulang; yang melihatnya ialah saksi (jhur witness).
page-unsigned = Halaman itu menyebut revisi { $revision } dari { $record } (segel { $seal }), dicatat { $day }: itu baris { $line } catatan terbit, yang tidak ditandatangani. Diunduh { $fetched } bita.
page-not-in-log = TIDAK COCOK: halaman itu menyebut revisi { $revision } dari { $record } (segel { $seal }) sebagai baris { $line } catatan terbit, dan catatan terbit situs itu tidak memuatnya di situ, atau tanda tangannya salah.
page-not-compared = Kata-kata di halaman itu tidak dibandingkan: di folder ini tidak ada catatannya (content/).
page-compared = Kata-katanya sama dengan yang dihasilkan dari content/ di folder ini.
verify-differs = Ada yang tidak cocok.
status-no-site = Situs: belum ada di { $path }. Buat dengan: jhur build
status-site = Situs di { $path }: keadaan per { $day }.
status-current = Situs itu sama dengan isi content/ untuk hari itu.
status-older = Isi content/ atau themes/ berubah sejak situs itu dibuat ({ $count } berkas akan lain). Perbarui dengan: jhur build
status-day-passed = Hari itu sudah lewat: tenggat yang lewat sesudahnya belum tampak di situs. Perbarui dengan: jhur build
status-no-release = Catatan terbit: belum ada. Yang pertama dibuat dengan: jhur release
status-release = Catatan terbit: { $entries } baris, yang terakhir { $day }.
status-unreleased = { $count } catatan berisi perubahan yang belum masuk catatan terbit. Lihat dengan: jhur release --dry-run
status-faults = { $count } kesalahan dalam content/. Lihat dengan: jhur check
said-stop = kunjungan { $number }, Kecamatan { $district }, { $day }
said-due-both = "{ $said }", dibaca sebagai paling lambat { $day }
said-due-words = "{ $said }", tanpa tanggal
due-nothing = Tidak ada yang tenggatnya lewat, jatuh tempo dalam { $days } hari, menunggu syarat, atau lama tanpa kabar langsung.
due-nothing-office = OPD ini tidak punya komitmen yang tenggatnya lewat, jatuh tempo dalam { $days } hari, menunggu syarat, atau lama tanpa kabar langsung.
due-no-office = Komitmen tanpa OPD
due-counts = Per { $day }, dari { $commitments } komitmen: { $figures }. Satu komitmen dapat dihitung lebih dari satu kali, tetapi disebut sekali saja.
due-figures = { $passed } tenggatnya sudah lewat, { $soon } jatuh tempo dalam { $days } hari, { $waiting } menunggu syarat atau anggaran, { $quiet } tanpa kabar langsung 180 hari atau lebih
due-passed = Tenggatnya sudah lewat; belum diketahui selesai
due-due-soon = Jatuh tempo dalam { $days } hari
due-waiting = Menunggu syarat atau anggaran
due-quiet = Tanpa kabar langsung 180 hari atau lebih
due-deadline = Tenggat: { $due }.
due-deadline-moved = { $now } Tenggat semula: { $first }.
due-no-deadline = Tenggat: tidak disebut.
due-place = Disampaikan di { $stop }: { $title }.
due-waits = Bergantung pada: { $on }.
due-known = Status: { $status }. Kabar langsung terakhir { $last }.
due-known-nothing = { $status }.
due-looked-for = Kabarnya terakhir dicari { $day }: tidak ditemukan.
due-never-looked-for = Kabarnya belum pernah dicari.
letter-subject = Permintaan kabar komitmen J-HUR
letter-to =
    Yth. { $head }

    Dengan hormat,
letter-head = Pimpinan { $office }
letter-opening = Pada J-HUR (Jember Hadir untuk Rakyat), { $office } menyampaikan komitmen kepada warga. Komitmen itu dicatat dan diterbitkan beserta kabarnya. Per { $day } tercatat { $commitments } komitmen { $office }: { $figures }. Dengan surat ini kami memohon kabar tentang { $asked } komitmen di bawah. Yang kami ketahui hanya yang diberitakan: pekerjaan yang sudah selesai tetapi belum kami ketahui tetap terhitung di sini.
letter-passed = Tenggat komitmen berikut sudah lewat. Mohon dijelaskan apakah sudah dipenuhi dan sejak kapan. Bila belum, mohon disebutkan hambatannya dan tenggat yang baru.
letter-due-soon = Tenggat komitmen berikut sudah dekat. Mohon dijelaskan sampai di mana pengerjaannya dan apakah akan selesai pada waktunya.
letter-waiting = Komitmen berikut bergantung pada syarat atau anggaran. Mohon dijelaskan apakah syaratnya sudah terpenuhi atau anggarannya sudah tersedia, dan kapan akan dikerjakan.
letter-quiet = Tentang komitmen berikut sudah lama tidak ada kabar langsung yang kami ketahui. Mohon dijelaskan keadaannya sekarang.
letter-place = Disampaikan di { $stop }: { $title }
letter-official = Oleh: { $official }
letter-answer = Cara menjawab
letter-how = { $route } Untuk setiap komitmen, mohon disebutkan nomornya, apa yang sudah dilakukan dan kapan, serta dokumen atau tautan yang boleh diterbitkan sebagai sumber. Jawaban dimuat di situs sebagai keterangan OPD. Mohon tidak menyertakan data pribadi warga.
letter-route-email = surel { $to }
letter-route-whatsapp = WhatsApp { $to }
letter-route-page = halaman { $to }
letter-route-or = {" "}atau{" "}
letter-route = Mohon jawaban dikirim melalui { $routes }.
letter-route-none = Mohon jawaban dikirim kepada pengirim surat ini.
letter-closing = Atas perhatian dan jawabannya kami ucapkan terima kasih.
letter-no-office = Sumber { $asked } komitmen berikut tidak menyebut OPD, jadi tidak ada surat untuk komitmen itu. Tentukan dulu siapa yang menanganinya.
letter-no-contact = Suratnya belum menyebut ke mana jawaban dikirim, karena site.yaml belum memuat `contact`.
said-press = pers
said-office = keterangan OPD sendiri
said-document = dokumen
said-citizen = laporan warga
said-inspectorate = inspektorat atau pemeriksa
changes-title = Perubahan pada { $site }, { $since } sampai { $day }
changes-nothing = Tidak ada yang berubah sejak { $since }.
changes-stops = Kunjungan baru: { $count } dari { $all }
changes-commitments = Komitmen baru: { $count } dari { $all }
changes-status = Perubahan status: { $count }, pada { $about } dari { $all } komitmen
changes-due = Tenggat yang digeser: { $count }, pada { $about } dari { $all } komitmen
changes-passed = Tenggat yang lewat: { $count } dari { $all } komitmen
changes-deadline-passed-unknown = Tenggat: { $due }; sudah lewat, dan belum ada kabar apakah selesai.
changes-deadline-late = Tenggat: { $due }; sudah lewat, dan menurut kabar sesudahnya belum selesai.
changes-corrections = Koreksi: { $count }
changes-withdrawn = Dicabut: { $count }
changes-stop = { $stop }: { $aspirations } aspirasi ({ $outcomes }), { $commitments } komitmen.
changes-promise = "{ $promise }" ({ $office })
changes-promise-nobody = "{ $promise }" (OPD tidak disebut)
changes-move = { $day }, { $promise }: { $status }.
changes-moved = { $day }, { $promise }: tenggat menjadi { $due }; semula { $first }.
changes-no-due = tanpa tenggat
changes-by = Diputuskan oleh: { $by }.
changes-source = Menurut: { $source }
changes-disputed = Dibantah: { $text }
changes-correction = { $day }, { $record }: { $text }
changes-revision = { $day }, { $record }: isinya diubah pada revisi { $revision }; kata yang hilang dan yang baru ada di riwayatnya.
changes-gone = { $day }, { $record }: { $reason }
changes-news = Selain itu: { $count } kabar tanpa perubahan status, dan { $checks } pencarian yang tidak menemukan kabar baru. Daftarnya: { $url }
changes-standing = Keadaan per { $day }: { $aspirations } aspirasi ({ $outcomes }). { $commitments } komitmen: { $groups }.
count-outcome-promised = { $count } dijawab dengan janji
count-outcome-answered = { $count } dijawab tanpa janji
count-outcome-unreported = { $count } disebut ada jawaban di tempat, isinya tidak dirinci
count-outcome-not-found = { $count } jawabannya tidak ada di bagian sumber yang terbaca
count-outcome-unanswered = { $count } tanpa jawaban yang tercatat
count-outcome-told-to-reporters = { $count } disampaikan kepada wartawan
count-outcome-withheld = { $count } tidak diterbitkan
count-group-no-direct-news = { $count } tanpa kabar langsung
count-group-without-status = { $count } ada kabar langsung tanpa status
count-group-under-way = { $count } berjalan
count-group-done = { $count } selesai
count-group-not-pursued = { $count } tidak dilanjutkan
count-group-not-assessable = { $count } belum dapat dinilai
count-group-withheld = { $count } tidak diterbitkan
links-progress = Memeriksa alamat
links-offline = Tidak satu pun alamat dapat dihubungi: periksa dulu sambungan internet komputer ini.
links-none = Catatan ini tidak memuat alamat sumber.
links-summary = { $all } alamat: { $alive } hidup, { $dead } mati, { $unsure } tidak dapat dipastikan. { $fresh } diperiksa sekarang; sisanya dari links.jsonl.
migrate-nothing = Tidak ada yang perlu dipindahkan: catatan ini sudah memakai format { $format }, yang terbaru.
migrate-nothing-dry = Tidak ada yang akan diubah: catatan ini sudah memakai format { $format }, yang terbaru.
editor-failed = Penyunting `{ $editor }` tidak dapat dijalankan atau berhenti dengan kesalahan; buka berkasnya sendiri.
new-stop-next =
    Berkas kunjungan { $number } dibuat sebagai draf. Berikutnya:
      1. Isi berkasnya: hapus tanda # di depan baris yang dipakai, ganti contohnya.
      2. Jalankan jhur check sampai bersih.
      3. Hapus baris `draft: true` supaya ikut terbit.
new-follow-up-next =
    Kabar tentang { $reference } ({ $words }) ditambahkan di akhir berkas, sebagai draf. Berikutnya:
      1. Isi baris yang masih kosong: `text` (apa yang terjadi) dan `publisher` (siapa yang menulis atau mengatakannya).
      2. Jalankan jhur check; yang masih kurang disebut satu per satu. Ulangi sampai bersih.
      3. Hapus baris `draft: true` supaya ikut terbit.
follow-up-broken = Tidak ada yang ditambahkan: perbaiki dulu berkas bulan itu, supaya kabar baru ini tidak ikut rusak.
schema-done = { $count } skema ditulis ke { $path }
schema-site = Situs (content/site.yaml)
schema-districts = Kecamatan (content/districts.yaml)
schema-offices = OPD (content/offices.yaml)
schema-topics = Topik (content/topics.yaml)
schema-stop = Kunjungan J-HUR (content/stops/)
schema-follow-ups = Kabar (content/follow-ups/)
schema-page = Kepala halaman (content/pages/)
explain-bad = Contoh yang salah, { $path }:
explain-bad-bytes = Contoh yang salah, { $path }, ditulis sebagai byte:
explain-says = jhur berkata:
explain-good = Contoh yang benar, { $path }:
init-done =
    Situs baru disiapkan di { $path }. Berikutnya, di folder itu:
      1. Periksa content/site.yaml: nama, alamat, penerbit, kontak.
      2. Lihat contoh di content/stops/999-contoh.yaml.
      3. Buat kunjungan pertama: jhur new stop --number 1 --district silo --date 2022-02-11
         Sesudah itu contohnya boleh dihapus, bersama content/follow-ups/contoh.yaml.
      4. jhur check, lalu jhur build
init-ci-added = Situs sudah ada di folder itu; hanya berkas alur kerja yang ditambahkan.
init-ci =
    Alur kerja ada di { $path }. Yang masih perlu:
      1. Repositorinya harus privat: content/ juga memuat draf, kata yang ditahan dan persetujuan warga, dan Git menyimpan apa yang
         dicoret jhur redact. { $host ->
            [github] GitHub Pages dari repositori privat memerlukan paket berbayar; kalau tidak punya, lihat docs/MEMASANG.md.
           *[gitlab] Di GitLab: Settings, General, Visibility: proyek Private, Pages Everyone.
         }
      2. Isi JHUR_ARCHIVE dan JHUR_SHA256 di berkas itu: alamat arsip jhur untuk Linux (jhur-…-x86_64-unknown-linux-gnu.tar.gz)
         di halaman rilis jhur yang Anda pakai, dan sha256-nya. Program ini tidak dapat menebaknya.
      3. { $host ->
            [github] Di GitHub: Settings, Pages, Source: GitHub Actions.
           *[gitlab] Di GitLab: Build, Pipeline schedules: buat jadwal harian, supaya tenggat yang lewat segera tampak.
         }
      4. Kirim (push) cabang main. Kesalahan pada usulan perubahan muncul { $host ->
            [github] di baris yang salah (pull request).
           *[gitlab] di laporan Code Quality (merge request).
         }
      5. Alur kerja tidak memegang .jhur-key, jadi tidak dapat mencari kata yang dicoret (J609): sebelum push, jalankan jhur check
         di komputer yang memegangnya.
      6. Terbitan pertama dijalankan dengan tangan, sekali saja: { $host ->
            [github] Actions, situs, Run workflow, dan centang pertanyaan tentang terbitan pertama.
           *[gitlab] Build, Pipelines, New pipeline, dengan JHUR_FIRST diisi true.
         }
init-readme =
    # Situs catatan J-HUR

    Empat perintah sehari-hari, dijalankan di folder ini:

    | Untuk | Perintah |
    |---|---|
    | mencatat kunjungan | `jhur new stop --number 1 --district silo --date 2022-02-11` |
    | mencatat kabar | `jhur new follow-up 1/jalan-dusun/perbaikan-jalan --status in-progress --date 2022-10-03` |
    | memeriksa | `jhur check` |
    | membuat situs | `jhur build`, lalu buka `public/index.html` |

    Catatan ada di `content/`. Setiap pesan membawa kode; `jhur explain J301` menjelaskannya dengan contoh.
    Contoh di `content/stops/999-contoh.yaml` dan `content/follow-ups/contoh.yaml` adalah draf dan tidak ikut terbit;
    hapus keduanya bila sudah tidak perlu. Folder `public/` dibuat oleh program: jangan mengubah isinya.

    Kalau folder ini ada di repositori Git, repositorinya harus privat: `content/` juga memuat draf, kata yang ditahan dan
    persetujuan warga. Berkas `.jhur-key`, bila kelak dibuat oleh `jhur redact --word`, tidak boleh masuk Git: simpan salinannya
    di tempat yang aman.

    Di Visual Studio Code, pasang ekstensi yang ditawarkan (YAML, Red Hat): isian dijelaskan dan diperiksa sambil mengetik.

## Penjelasan dalam berkas baru

scaffold-ci = Dibuat oleh jhur init --ci: catatan diperiksa pada setiap perubahan, dan situs diterbitkan dari cabang utama. Repositorinya harus privat: content/ juga memuat draf, kata yang ditahan dan persetujuan warga. Kunci rahasia .jhur-key tidak boleh ada di dalamnya.
scaffold-ci-archive = DIISI: alamat arsip jhur untuk Linux di halaman rilis jhur, dan sha256-nya (ada di berkas .sha256 di sebelahnya).
scaffold-ci-daily = Setiap hari pukul 00.10 WIB, supaya tenggat yang lewat segera tampak.
scaffold-ci-report = Laporan untuk usulan perubahan; perintah sesudahnya menunjukkan hal yang sama di layar dan menentukan hasilnya.
scaffold-ci-first = Centang hanya untuk terbitan pertama, ketika di alamat situs belum ada apa-apa
scaffold-ci-first-gitlab = Isi dengan true hanya untuk terbitan pertama, ketika di alamat situs belum ada apa-apa
scaffold-ci-live = Catatan terbit yang sedang tayang harus menjadi awal dari yang akan diunggah.
ci-first = Di alamat situs belum ada apa-apa. Kalau ini terbitan pertama, jalankan alur kerja ini dengan tangan dan jawab pertanyaan tentang terbitan pertama. Kalau bukan, periksa base_url dan hostnya dulu.
ci-unreachable = Situs yang sedang tayang tidak dapat dibaca, jadi catatan terbitnya tidak dapat dibandingkan. Periksa base_url, tunggu sampai situsnya terbuka, lalu jalankan lagi.
ci-older = Catatan terbit yang sedang tayang bukan awal dari yang akan diunggah: isi cabang ini lebih tua daripada yang sudah terbit, atau diubah. Ambil content/ yang terbaru, lalu jalankan lagi.
ci-empty = Isi JHUR_ARCHIVE dan JHUR_SHA256 di berkas alur kerja: alamat arsip jhur dan sha256-nya.
scaffold-stop =
    Kunjungan J-HUR. Baris yang diawali ## adalah penjelasan. Baris yang diawali # adalah contoh isian: untuk memakainya, hapus # dan satu spasi sesudahnya, lalu ganti isinya.
    Teks yang memuat tanda titik dua atau pagar diberi tanda kutip: "Jalan: rusak".
scaffold-draft =
    Draf: dibaca dan diperiksa, tetapi tidak ikut terbit. Hapus baris ini kalau sudah siap terbit.
scaffold-site = Tentang situs ini. Baris yang diawali ## adalah penjelasan; hapus # di depan baris lain untuk memakainya.
scaffold-example-stop =
    CONTOH, bukan catatan sungguhan. Begini bentuk kunjungan yang sudah terisi. Karena draft: true, contoh ini tidak ikut terbit.
    Hapus berkas ini dan content/follow-ups/contoh.yaml bila tidak perlu lagi (sesudah ada kunjungan yang sungguhan).
scaffold-example-follow-up =
    CONTOH, bukan catatan sungguhan. Kabar ditambahkan di bawah dan yang lama tidak diubah. Satu berkas untuk satu bulan, misalnya 2022-10.yaml; jhur new follow-up membuatnya.
scaffold-follow-ups = Kabar bertanggal { $month }. Kabar baru ditambahkan di bawah; yang lama tidak diubah.
scaffold-about = Tentang: $words$
scaffold-text = WAJIB DIISI: apa yang terjadi, dalam satu sampai tiga kalimat. Contoh: Jalan dusun mulai diaspal pada 3 Oktober.
scaffold-sources = WAJIB DIISI: siapa yang menulis atau mengatakannya. Contoh: Radar Jember, atau nama dinas.
scaffold-verified = WAJIB DIISI: press, document, citizen atau inspectorate. Terverifikasi berarti dipastikan oleh pihak selain OPD.
scaffold-status-planned = Masuk rencana atau anggaran.
scaffold-status-in-progress = Sedang dikerjakan.
scaffold-status-stalled = Terhambat: sebut hambatannya di text.
scaffold-status-partly-done = Terpenuhi sebagian: sebut di text apa yang sudah dan apa yang belum.
scaffold-status-done-reported = Selesai menurut OPD.
scaffold-status-done-verified = Selesai, dan dipastikan pihak selain OPD.
scaffold-status-superseded = Diganti komitmen lain.
scaffold-status-dropped = Tidak dilanjutkan: sebut alasannya di text.
scaffold-status-not-assessable = Belum dapat dinilai: sebut di text kata atau ukuran apa yang kurang.
scaffold-reopens = Janji ini sudah tercatat selesai: kabar ini membukanya lagi. Tulis sebabnya di text.

## Lembar kerja

sheet-instructions = Petunjuk
sheet-instructions-text =
    Mengisi catatan J-HUR dengan lembar kerja
    1. Setiap lembar memuat satu jenis catatan; setiap baris satu catatan. Ubah isi sel, atau tambahkan baris di bawah.
    2. Kolom berjudul kuning wajib diisi. Klik sebuah sel untuk melihat penjelasannya; pilihan yang tersedia ada di lembar Daftar.
    3. Baris dikenali dari kolom paling kiri: nomor kunjungan, kunci aspirasi, jawaban ke berapa. Kunci ditulis dengan huruf kecil, angka dan tanda hubung, misalnya studi-banding, dan jangan diganti sesudah terbit.
    4. Kunjungan baru: tambahkan baris di lembar Kunjungan. Aspirasinya di lembar Aspirasi, dengan nomor kunjungan yang sama; jawabannya di lembar Jawaban; yang dijanjikan di lembar Komitmen.
    5. Kabar sesudah kunjungan: tambahkan baris di lembar Kabar. Kolom Tentang berisi rujukan seperti 6/studi-banding/usul-p-apbd: nomor kunjungan, kunci aspirasi, kunci komitmen.
    6. Tanggal ditulis tahun-bulan-hari, misalnya 2022-03-18. Beberapa kunci dalam satu sel dipisahkan dengan koma.
    7. Perlu lebih banyak tempat, misalnya sumber ketiga? Tambahkan kolom di kanan dengan judul yang sama dan nomor berikutnya: Sumber 3: penerbit.
    8. Sel yang dikosongkan menghapus isian itu. Baris yang dihapus dari lembar tidak menghapus catatannya.
    9. Jangan menulis nama warga tanpa persetujuan, nomor telepon, NIK atau alamat rumah.
    10. Simpan, lalu jalankan: jhur import NAMA.xlsx. Yang akan berubah ditunjukkan dulu. Kalau sudah benar: jhur import NAMA.xlsx --write
    11. Nama lembar dan judul kolom jangan diganti. Lembar lain boleh ditambahkan; isinya tidak dibaca.
sheet-lists = Daftar
sheet-meaning = Artinya
sheet-refused = Yang dapat dipilih ada di lembar Daftar; tanggal ditulis tahun-bulan-hari, misalnya 2022-03-18.
sheet-stops = Kunjungan
sheet-sources = Sumber
sheet-aspirations = Aspirasi
sheet-announcements = Pengumuman
sheet-responses = Jawaban
sheet-commitments = Komitmen
sheet-follow-ups = Kabar
sheet-stop = Nomor kunjungannya, seperti di lembar Kunjungan. Contoh: 6
    .label = Kunjungan
sheet-entry = Kunci aspirasi atau pengumumannya. Contoh: studi-banding
    .label = Aspirasi atau pengumuman
sheet-response = Jawaban keberapa: 1 untuk yang pertama. Kalau kosong: yang berikutnya.
    .label = Jawaban ke
sheet-source = Hanya untuk sumber tanpa kunci: sumber keberapa dari kunjungan itu. Kalau kosong: sumber yang baru.
    .label = Sumber ke
sheet-turn = Kabar keberapa tentang hal itu pada hari itu: 1 untuk yang pertama. Kalau kosong: yang berikutnya.
    .label = Kabar ke
sheet-broken = Perbaiki dulu berkas itu; sampai itu selesai, tidak ada yang diekspor atau diimpor.
export-done = { $path } selesai. Isi dengan Excel atau LibreOffice, lalu: jhur import { $path }
import-changed = { $path }
import-new = { $path } (baru)
import-nothing = Tidak ada yang berubah.
import-would = { $count } berkas akan berubah; belum ada yang ditulis. Kalau sudah benar, jalankan lagi dengan --write
imported = { $count } berkas ditulis. Periksa dengan: jhur check
import-refused = Tidak ada yang ditulis.
import-kept =
    { $more ->
        [0] { $sheet }: tidak ada barisnya di lembar, tetap seperti semula: { $names }
       *[other] { $sheet }: { $count } tidak ada barisnya di lembar, tetap seperti semula: { $names }, dan { $more } lagi
    }

## Formulir di `jhur serve`

form-title = Menulis catatan
form-all = Semua catatan
form-site = Lihat situs
form-lead = Di sini Anda menulis dan mengubah catatan tanpa perlu mengenal YAML. Setiap isian diperiksa sebelum disimpan; yang salah dijelaskan di sampingnya.
form-stops = Kunjungan
form-follow-ups = Kabar
form-nothing = Belum ada.
form-new-Stop = Kunjungan baru
form-new-Aspiration = Aspirasi baru
form-new-Announcement = Pengumuman baru
form-new-FollowUp = Kabar baru
form-change-Stop = Kunjungan ke-{ $name }
form-change-Aspiration = Aspirasi: { $name }
form-change-Announcement = Pengumuman: { $name }
form-change-FollowUp = Kabar: { $name }
form-add-aspiration = Tambah aspirasi
form-add-announcement = Tambah pengumuman
form-to-stop = Kunjungan ke-{ $number }
form-follow = Tulis kabar: { $name }
form-next = Yang terkait dan langkah berikutnya
form-save = Simpan
form-check = Periksa dan lihat hasilnya
form-saved = Tersimpan.
form-wrong = Ada yang perlu diperbaiki
form-wrong-what = Belum ada yang disimpan; yang Anda ketik tetap ada. Setiap tautan menuju isiannya.
form-missing = { $label }: belum diisi
form-message = Perbaiki:
form-note = Perhatikan:
form-others = Kesalahan lain yang sudah ada sebelumnya
form-others-what = Kesalahan itu tidak menghalangi penyimpanan, tetapi situs baru dapat diterbitkan sesudah semuanya diperbaiki.
form-required = * wajib diisi, di bagian yang dipakai. Yang lain boleh dikosongkan.
form-none = Belum ada yang dapat dipilih.
form-preview = Pratinjau
form-preview-none = Halamannya muncul di sini begitu tidak ada lagi yang salah.
form-rare = Isian lain yang jarang diperlukan
form-row = { $label } { $number }
form-row-new = { $label } { $number } (baru)
form-add = Satu lagi: { $label }
form-example = Contoh:
form-in-id = bahasa Indonesia
form-in-en = bahasa Inggris
form-in-jv = bahasa Jawa
form-in-mad = bahasa Madura
form-changed = Berkasnya diubah orang lain sesudah formulir ini dibuka
form-changed-what = Belum ada yang disimpan; yang Anda ketik tetap ada di bawah ini. Bandingkan dahulu, lalu simpan sekali lagi.
form-changed-unknown = Belum ada yang disimpan; yang Anda ketik tetap ada di bawah ini. jhur tidak tahu lagi isi berkas ketika formulir ini dibuka: buka dahulu catatannya yang sekarang di tab lain dan bandingkan, lalu simpan.
form-changed-anew = Catatan yang diubah dengan formulir ini tidak dapat dikenali lagi. Kalau disimpan, yang Anda ketik menjadi catatan baru dan yang lama tetap ada.
form-changed-lines = Yang berubah (− dihapus, + ditambahkan):
form-broken = Berkas { $path } tidak dapat diubah dengan formulir sebelum ini diperbaiki dengan penyunting teks:
form-cannot = Berkas { $path } ditulis dengan cara yang tidak dapat diubah lewat formulir; ubahlah dengan penyunting teks. Yang Anda ketik tetap ada.
form-no-form = Tidak dapat ditampilkan sebagai formulir
form-no-record = Catatan ini tidak ada, atau sudah dipindahkan.
form-no-file = Berkas { $path } tidak ada: mungkin dihapus atau diganti namanya.
form-other-token = jhur serve dijalankan ulang sesudah formulir ini dibuka. Baca sekali lagi yang Anda ketik, lalu simpan.
form-edit = Ubah

## Data pribadi (check --privacy)

privacy-intro =
    Data pribadi yang akan terbit. Bacalah baris demi baris: apakah semua ini memang boleh dibaca siapa pun?
    Nama dikenali dari huruf besar, sapaan, gelar, atau umur; yang ditulis lain tidak ditemukan.
privacy-name = Nama warga, dengan persetujuan: { $count }
privacy-role = Peran yang disebut dengan desanya, sehingga dapat menunjuk orang tertentu: { $count }
privacy-number = Yang mirip nomor telepon, surel, atau NIK tetapi dibiarkan (alamat web, surel dinas): { $count }
privacy-withheld = Nama dari catatan yang ditahan, yang tertulis juga di tempat terbit: { $count }
privacy-photo = Nama pada teks foto: { $count }
privacy-person = Yang mirip nama orang di teks, kunci, atau nama foto: { $count }
privacy-home = Yang mirip alamat rumah: { $count }
privacy-health = Yang mirip keterangan kesehatan seseorang: { $count }
privacy-refused = NIK, nomor telepon, dan surel yang harus dihapus dulu: { $count }
privacy-official = Pejabat, yang berbicara untuk dinasnya: { $count }
privacy-consent = persetujuan { $day }, formulir { $form }
privacy-revision = dalam revisi yang sudah terbit
privacy-unseen = Selama ada kesalahan, tidak dapat dilihat apa yang akan terbit.
