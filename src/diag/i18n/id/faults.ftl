### Kata-kata untuk setiap aturan: pesan, `.help` (apa yang ditulis sebagai gantinya), `.label` (di bawah tanda),
### `.why` (isi `jhur explain`). Yang dikutip dengan `…` adalah kata di dalam berkas.

## Kata bersama

error = salah
warning = peringatan
help = saran
first-here = yang pertama di sini
date-here = hari pertamanya di sini
stop-here = tanggal kunjungan di sini
that-stop-here = tanggal kunjungan itu di sini
source-here = sumber yang paling akhir di sini
done-here = tercatat selesai di sini
commitment-here = komitmennya di sini
alike = peringatan[{ $code }]: { $count } lagi yang sejenis di { $path }, baris { $lines }
too-many = Hanya { $most } yang pertama ditampilkan; perbaiki dulu yang ini, lalu jalankan lagi.
summary =
    { $errors ->
        [0] Tidak ada kesalahan, { $warnings } peringatan.
       *[other] { $warnings ->
            [0] { $errors } kesalahan.
           *[other] { $errors } kesalahan, { $warnings } peringatan.
        }
    }

record-word =
    { $record ->
        [Site] `site.yaml`
        [Contact] kontak
        [Outputs] `outputs`
        [District] kecamatan
        [Village] desa atau kelurahan
        [Office] OPD
        [Topic] topik
        [Stop] kunjungan
        [Correction] koreksi
        [Photo] foto
        [Source] sumber
        [Aspiration] aspirasi
        [Announcement] pengumuman
        [From] keterangan `from`
        [Consent] persetujuan
        [Response] jawaban
        [Citing] kutipan `cited_by`
        [Official] keterangan `official`
        [Commitment] komitmen
        [Due] tenggat `due`
        [FollowUp] kabar
        [FrontMatter] kepala halaman
        [Withdrawn] pencabutan `withdrawn`
       *[other] catatan ini
    }
kind-word =
    { $kind ->
        [nothing] kosong
        [text] teks
        [list] daftar
        [map] kelompok kunci
       *[other] { $kind } nilai
    }
expected-word =
    { $expected ->
        [text] satu teks
        [list] sebuah daftar
        [map] kelompok kunci dengan nilainya
        [text-or-list] satu teks atau sebuah daftar
        [text-or-map] satu teks, atau teks menurut bahasa
        [fixed] dua bilangan, seperti [3, 4]
       *[other] bentuk yang lain
    }
reason-word =
    { $reason ->
        [full] media penyimpanan penuh
        [denied] tidak ada izin
        [read-only] tempat itu hanya dapat dibaca
        [missing] tempat itu tidak ada
        [in-the-way] ada berkas lain yang menghalangi
        [changed] berkas itu berubah selagi situs dibuat
       *[other] sistem menolaknya
    }
day-origin =
    { $origin ->
        [as-of] (dari --as-of)
        [epoch] (dari SOURCE_DATE_EPOCH)
       *[clock] (dari jam komputer ini)
    }
commitments-help =
    { $commitments ->
        [none] Tidak ada komitmen di bawahnya.
       *[other] Komitmen di bawahnya: { $commitments }.
    }

## J1: berkas dan YAML

J101 =
    { $why ->
        [special] { $path } bukan berkas biasa
        [name] nama berkas { $path } tidak dapat dibaca
       *[other] berkas { $path } tidak dapat dibaca
    }
    .help =
        { $why ->
            [special] Di tempat itu program mencari catatan. Pindahkan atau hapus yang ada di sana.
            [name] Ganti namanya, sebaiknya dengan huruf a-z, angka dan tanda hubung saja.
           *[other] Periksa apakah Anda boleh membuka berkas ini, lalu jalankan lagi.
        }
    .why = Setiap berkas di content/ harus dapat dibaca, sebab satu catatan yang hilang berarti satu janji yang tidak terbit. Biasanya izinnya kurang, atau berkas masih berada di awan (OneDrive, Google Drive) dan belum terunduh. Buka berkas itu sekali, atau minta izin kepada pengelola komputer.
J102 = berkas ini tidak disimpan sebagai UTF-8
    .label = { $found } bukan huruf dalam UTF-8
    .help = Buka berkas di penyunting teks, pilih Simpan Sebagai, lalu pilih pengodean UTF-8.
    .why = UTF-8 adalah cara menyimpan huruf yang sama di semua komputer. Berkas dengan cara lama (ANSI, Latin-1) dapat terbit dengan huruf yang keliru, misalnya pada nama orang. Simpan ulang sebagai UTF-8; isinya tidak berubah.
J103 = berkas ini kosong
    .help = Tulis catatannya, atau hapus berkas ini.
    .why = Berkas kosong biasanya sisa penyimpanan yang terputus. Program tidak menebak apakah catatan itu memang tidak ada. Isi kembali dari cadangan, atau hapus berkasnya.
J104 = berkas ini terlalu besar: { $found } bita, paling banyak { $limit }
    .help = Bagi isinya ke beberapa berkas, misalnya kabar menurut bulan.
    .why = Satu kunjungan lengkap jarang lebih dari 50.000 bita. Berkas yang jauh lebih besar hampir selalu salah tempel, dan memperlambat semua orang. Kabar boleh dibagi ke berapa pun berkas di content/follow-ups/.
J105 =
    { $why ->
        [quote] tanda kutip di dalam nilai ini mengakhirinya terlalu awal
        [colon] di baris ini tidak ada `kunci: nilai`
        [indent] baris ini menjorok tidak sama dengan baris di sekitarnya
       *[other] bagian ini tidak dapat dibaca
    }
    .help =
        { $why ->
            [quote] Tulis: { $line }
            [colon] Tulis kuncinya, titik dua dan satu spasi di depan nilainya. Kalau ini sambungan baris di atasnya, jorokkan lebih dalam.
            [indent] Samakan jumlah spasi di awal baris dengan kunci lain dalam catatan yang sama.
           *[other] Bandingkan dengan berkas lain yang sejenis, lalu tulis ulang bagian ini.
        }
    .why = Berkas catatan tersusun dari baris `kunci: nilai`; jarak dari tepi kiri menunjukkan baris mana termasuk catatan mana. Bila susunannya putus, program tidak menebak maksudnya. Perbaiki baris yang ditunjuk; sisa berkas tetap diperiksa dalam kali yang sama.
J106 = baris ini menjorok dengan tab
    .label = tab
    .help = Ganti tab dengan spasi, dua untuk setiap tingkat.
    .why = Lebar tab berbeda di setiap penyunting, sehingga tingkat catatan menjadi tidak pasti. YAML karena itu melarang tab di awal baris. Di VS Code: pilih "Spaces: 2" di bilah bawah, lalu "Convert Indentation to Spaces".
J107 = tanda kutip ini tidak ditutup
    .label = dibuka di sini
    .help = Tutup dengan tanda kutip yang sama di akhir nilai.
    .why = Tanda kutip yang tidak ditutup membuat semua baris sesudahnya terbaca sebagai satu nilai. Tutup dengan tanda yang sama (" dengan ", ' dengan '). Nilai tanpa tanda khusus boleh ditulis tanpa kutip.
J108 = kurung ini tidak ditutup
    .label = dibuka di sini
    .help = Tutup daftar dengan ] atau kelompok kunci dengan {"}"}.
    .why = Daftar pendek boleh ditulis dalam kurung: [umkm, batik]. Kurung yang tidak ditutup menelan baris-baris sesudahnya. Kalau kurung itu bagian dari kalimat, beri tanda kutip pada seluruh nilai.
J109 = titik dua dan spasi di tengah nilai ini terbaca sebagai kunci baru
    .label = titik dua ini
    .help = Beri tanda kutip: { $line }
    .why = Dalam YAML, titik dua yang diikuti spasi memisahkan kunci dari nilai. Nilai seperti `Jalan: rusak` karena itu harus diberi tanda kutip. Titik dua tanpa spasi, seperti pada jam 08:30 atau alamat https://, tidak apa-apa.
J110 = nilai ini diawali “{ $found }”, yang punya arti lain dalam YAML
    .help = Beri tanda kutip: { $line }
    .why = Tanda @ ` % & * ! | > di awal nilai punya arti khusus dalam YAML. Beri tanda kutip pada seluruh nilai supaya terbaca sebagai teks biasa. Di tengah nilai, tanda-tanda itu tidak apa-apa.
J111 = “{ $found }” hanya mirip dengan tanda yang dimaksud
    .help =
        { $instead ->
            [space] Hapus karakter itu dan tulis spasi biasa (U+0020).
           *[other] Tulis { $instead }.
        }
    .why = Word dan WhatsApp mengganti tanda hubung dengan – , tanda kutip lurus dengan “ ” dan spasi dengan spasi keras (U+00A0). Mata tidak melihat bedanya, tetapi YAML tidak mengenalinya. Ketik ulang tanda itu di penyunting teks.
J112 = semua sesudah # di baris ini hilang: { $kept ->
        [none] yang terbaca kosong
       *[other] yang terbaca hanya “{ $kept }”
    }
    .label = bagian ini hilang
    .help = Kalau # bagian dari teks, beri tanda kutip pada seluruh nilai: { $kept ->
        [none] "#…"
       *[other] "{ $kept } #…"
    }. Kalau catatan penyunting, pindahkan ke baris sendiri.
    .why = Spasi dan # memulai komentar, yang tidak ikut terbit. Pada teks seperti `Jalan #3 rusak` hal itu memotong kalimat tanpa tanda apa pun. Karena itu, sesudah teks tanpa kutip tidak boleh ada komentar di baris yang sama.
J113 = kata berawalan ! di sini terbaca sebagai perintah YAML
    .label = ini
    .help = Beri tanda kutip pada seluruh nilai, atau hapus tanda serunya.
    .why = Dalam YAML, kata yang diawali ! mengubah jenis nilai dan dapat menghilangkan kata itu dari teks. Catatan J-HUR tidak memerlukannya. Beri tanda kutip kalau tanda seru memang bagian dari teks.
J114 = `&` dan `*` di awal nilai menyalin bagian lain; di sini tidak dipakai
    .label = ini
    .help = Tulis isinya secara lengkap. Kalau ini teks biasa, beri tanda kutip pada seluruh nilai.
    .why = YAML dapat menyalin bagian lain dengan & dan *, tetapi catatan menjadi sulit dibaca orang dan dapat membengkak tanpa batas. Setiap catatan J-HUR berdiri sendiri. Tulis ulang isinya di tempat yang memerlukannya.
J115 = `<<` menggabungkan bagian lain; di sini tidak dipakai
    .help = Hapus baris ini dan tulis kunci-kuncinya secara lengkap.
    .why = `<<` menyisipkan kunci dari bagian lain, sehingga isi catatan tidak lagi terlihat di tempatnya. Setiap catatan J-HUR berdiri sendiri. Tulis kuncinya satu per satu.
J116 = kunci `{ $key }` ditulis dua kali
    .label = yang kedua
    .help = Hapus salah satu, atau gabungkan isinya.
    .why = Dalam satu catatan setiap kunci hanya boleh satu kali; kalau dua, tidak jelas mana yang benar. Banyak program diam-diam memakai yang terakhir. Di sini Anda yang memilih.
J117 = di sini mulai naskah kedua dalam satu berkas
    .help = Hapus baris `---` atau `...` di depannya, atau pindahkan bagian bawahnya ke berkas sendiri.
    .why = Satu berkas memuat satu kunjungan, atau satu daftar. Baris `---` memulai naskah baru, dan yang sesudahnya tidak akan terbaca. Pisahkan menjadi dua berkas.
J118 = ada karakter yang tidak terlihat di sini ({ $found })
    .label = di sini
    .help = Hapus karakter ini: tempatkan kursor di sini, tekan Backspace, lalu ketik ulang.
    .why = Karakter tak terlihat ikut terbawa ketika menyalin dari web, PDF atau WhatsApp. Sebagian membalik arah tulisan atau membuat dua nama yang tampak sama menjadi berbeda. Hapus dan ketik ulang bagian itu.
J119 = di berkas ini masih ada dua versi dari git yang belum disatukan
    .help = Pilih bagian yang benar, lalu hapus baris <<<<<<<, ======= dan >>>>>>>.
    .why = Dua orang mengubah tempat yang sama, dan git menaruh kedua versi di berkas ini. Hanya Anda yang tahu mana yang benar. Sisakan satu versi, hapus ketiga baris tanda, lalu simpan.
J120 = susunan di sini lebih dari 16 tingkat
    .help = Periksa jarak dari tepi kiri dan kurung di sekitar baris ini.
    .why = Catatan terdalam (komitmen dalam jawaban dalam aspirasi) hanya delapan tingkat. Lebih dari 16 berarti ada kurung atau jarak yang keliru. Batas ini juga melindungi program dari berkas yang sengaja dibuat rusak.
J121 = berkas { $path } tidak dikenal dan tidak ikut dibaca
    .help = { $near ->
        [none] Kalau ini catatan, beri akhiran .yaml (halaman: .md) dan taruh di stops/, follow-ups/ atau pages/. Kalau foto, taruh di media/.
       *[other] Maksudnya `{ $near }`? Ganti namanya. Di Windows, akhiran terlihat setelah Tampilan > Ekstensi nama berkas dicentang.
    }
    .why = Di content/ hanya dikenal berkas tertentu pada tempatnya. Windows dapat menyembunyikan akhiran, sehingga `006-wuluhan.yaml` sebenarnya `006-wuluhan.yaml.txt` dan tidak pernah terbit. Ganti namanya, pindahkan, atau hapus.
J122 = berkas { $path } tidak ada
    .help = Periksa namanya dan foldernya. Situs baru dibuat dengan `jhur init`.
    .why = site.yaml memuat nama, alamat dan penerbit situs, dan tanpa itu tidak ada yang dapat dibuat. Mungkin berkas terhapus, berganti nama, atau perintah dijalankan di folder yang lain.
J123 = { $path } hanya tautan ke tempat lain (symlink atau pintasan), bukan berkasnya sendiri
    .help = Hapus tautan itu, lalu salin berkas aslinya ke tempat yang sama.
    .why = Tautan dapat menunjuk ke luar folder situs, sehingga yang terbit bukan lagi isi folder ini, atau tidak ada di komputer lain. Taruh berkas yang sebenarnya di tempat ini.
J124 = halaman ini tidak diawali judul di antara dua baris `---`
    .help =
        Awali berkas dengan:
        ---
        title: Judul halaman
        ---
    .why = Setiap halaman .md diawali kepala berisi judulnya, di antara dua baris yang hanya berisi tiga tanda hubung. Tanpa itu halaman tidak punya judul. Baris pertama berkas harus `---`.
J125 = { $found ->
        [none] districts.geojson tidak dapat dibaca sebagai peta
       *[other] districts.geojson memuat kode `{ $found }` yang tidak ada di districts.yaml
    }
    .help = Isinya satu FeatureCollection; tiap kecamatan satu Feature dengan properties.code seperti `code` di districts.yaml, dan geometry Polygon atau MultiPolygon. Koordinatnya bujur dan lintang dalam derajat. Tanpa berkas ini tidak ada peta.
    .why = Peta kecamatan di halaman awal digambar dari garis batas dalam content/districts.geojson (GeoJSON, WGS 84). Berkas itu boleh tidak ada; kalau ada, harus dapat dibaca, dan setiap kodenya harus kecamatan yang ada dalam daftar, supaya tidak ada bagian peta yang hilang diam-diam.
J126 = daftar ini lebih dari { $limit } butir
    .help = Bagi ke beberapa berkas. Kalau tidak seharusnya sepanjang ini, hapus yang salah tempel.
    .why = Satu daftar memuat paling banyak { "10.000" } butir. Catatan yang wajar jauh lebih pendek; yang lebih panjang hampir selalu salah tempel dan memperlambat semua orang. Kabar boleh dibagi ke berapa pun berkas di content/follow-ups/.
J127 = { $path } dan { $other } bernama sama bagi program
    .help = Gabungkan isinya ke salah satu, lalu hapus yang lain.
    .why = Di Windows dan macOS, huruf besar dan kecil dalam nama berkas tidak dibedakan, sehingga yang satu menimpa yang lain begitu folder disalin. topics.yml di sebelah topics.yaml juga memuat daftar yang sama untuk kedua kalinya. Program tidak menebak yang mana yang benar.
J128 = lebih dari { $limit } tanda bertumpuk pada satu huruf
    .label = di sini
    .help = Hapus kata ini, lalu ketik ulang tanpa tanda-tanda itu.
    .why = Tanda seperti aksen dapat ditumpuk berapa pun banyaknya, sampai menutupi baris lain di halaman. Tidak ada bahasa yang membutuhkannya. Ketik ulang kata itu.
J131 = kolom `{ $found }` tidak dikenal di lembar ini
    .label = kolom ini
    .help =
        { $near ->
            [none] Pakai judul kolom seperti yang dibuat `jhur export`, atau kosongkan kolom ini.
           *[other] Maksudnya { $near }?
        }
    .why = Judul kolom menentukan isian mana yang dibaca. Kolom yang tidak dikenal tidak dapat masuk ke catatan, dan isinya akan hilang diam-diam. Karena itu tidak ada yang ditulis sampai judulnya benar atau kolomnya dihapus.
J132 = lembar ini tidak dikenal dan tidak dibaca
    .help = Lembar yang dibaca bernama seperti yang dibuat `jhur export`: Kunjungan, Sumber, Aspirasi, Pengumuman, Jawaban, Komitmen, Kabar.
    .why = Buku kerja boleh memuat lembar lain, misalnya catatan sendiri. Kalau lembar itu seharusnya dibaca, beri nama yang dibuat `jhur export`; pada berkas CSV, nama berkasnya.
J133 =
    { $case ->
        [twice] kolom `{ $found }` ada dua kali
        [no-heading] ada isi di kolom yang tidak berjudul
       *[missing] kolom `{ $found }` tidak ada di lembar ini
    }
    .help =
        { $case ->
            [twice] Sisakan satu, hapus yang lain.
            [no-heading] Beri judul kolom itu, atau kosongkan isinya.
           *[missing] Tambahkan kolom itu; tanpa itu tidak jelas baris mana untuk catatan mana. `jhur export` membuat lembar dengan semua kolomnya.
        }
    .why = Setiap kolom punya satu judul, dan kolom kunci menentukan baris mana untuk catatan mana. Kalau judulnya hilang atau ada dua, isi baris dapat masuk ke catatan yang salah. Karena itu tidak ada yang ditulis.
J134 =
    { $case ->
        [no-key] baris ini belum punya isian yang menentukan catatannya
        [which-response] tidak jelas baris ini untuk jawaban yang mana
        [twice] baris untuk { $found } sudah ada di atas
        [no-parent] { $found } tidak ada di catatan dan tidak ada di lembar
        [turn-gap] nomor urut ini tidak dapat dipakai; yang berikutnya { $found }
        [gap] nomor di judul kolom ini melompati yang sebelumnya
       *[turn] nomor { $found } sudah dipakai untuk isi yang lain
    }
    .label = di sini
    .help =
        { $case ->
            [no-key] Isi kolom ini. Kunci: huruf kecil, angka dan tanda hubung, misalnya studi-banding.
            [which-response] Tulis nomornya: 1 untuk jawaban pertama, 2 untuk yang kedua.
            [twice] Satukan kedua baris itu, atau beri kunci yang lain.
            [no-parent] Periksa nomor dan kuncinya; yang baru ditambahkan dulu di lembarnya sendiri.
            [turn-gap] Tulis { $found }, atau kosongkan supaya dihitung sendiri.
            [gap] Pindahkan ke kolom bernomor 1, atau tambahkan kolom yang sama untuk setiap nomor sebelumnya.
           *[turn] Untuk mengubah yang ada tulis { $found }; untuk menambah yang baru tulis nomor berikutnya.
        }
    .why = Baris lembar dikenali dari kuncinya: nomor kunjungan, kunci aspirasi, nomor urut jawaban atau sumber tanpa kunci; kabar dikenali dari rujukan, tanggal dan nomor urutnya. Baris tanpa kunci yang jelas dapat menimpa catatan lain. Karena itu tidak ada yang ditulis sampai semuanya jelas.
J135 =
    { $case ->
        [formula] rumus di sel ini belum pernah dihitung
        [error] sel ini berisi kesalahan rumus
        [merged] sel ini digabung dengan sel lain
        [needed] kolom `{ $found }` wajib diisi
       *[too-long] teks untuk { $found } lebih panjang daripada yang dapat dimuat satu sel
    }
    .label = sel ini
    .help =
        { $case ->
            [formula] Buka berkasnya dengan program lembar kerja, simpan, lalu coba lagi; atau ketik nilainya.
            [error] Perbaiki rumusnya, atau ketik nilainya.
            [merged] Pisahkan selnya (Unmerge Cells) dan isi setiap baris sendiri.
            [needed] Isi sel ini; klik selnya untuk melihat penjelasannya.
           *[too-long] Sunting catatan itu di berkas YAML-nya.
        }
    .why = Yang dibaca adalah isi sel seperti yang tersimpan. Rumus yang belum dihitung, nilai galat dan sel gabungan tidak punya isi yang pasti, sehingga tidak dapat dijadikan catatan tanpa menebak.
J136 =
    { $case ->
        [encoding] { $path } disimpan sebagai UTF-16 atau dengan akhir baris Mac lama, sehingga dapat dibaca tetapi tidak dapat diubah dari sini
       *[other] { $path } ditulis dengan cara yang tidak dapat diubah dari sini dengan aman
    }
    .help =
        { $case ->
            [encoding] Buka berkas itu di penyunting teks, pilih Simpan Sebagai, lalu pilih pengodean UTF-8 dan akhir baris Windows atau Unix; sesudah itu coba lagi.
           *[other] Ubah berkas itu sendiri dengan penyunting teks; yang lain dapat diimpor sesudahnya.
        }
    .why = Program hanya mengubah baris yang perlu dan membiarkan yang lain persis seperti semula. Kalau susunan sebuah berkas tidak memungkinkan itu, program berhenti daripada merusaknya. Tidak ada yang ditulis.

## J2: kunci dan nilai

J201 = kunci `{ $key }` tidak dikenal pada { record-word }
    .help =
        { $near ->
            [none] Yang dikenal: { $allowed }.
           *[other] Maksudnya `{ $near }`? Tulis: { $near }: …
        }
    .why = Kunci yang salah eja tidak akan terbit dan tidak ada yang menyadarinya. Karena itu hanya kunci yang dikenal yang boleh dipakai. Daftar lengkapnya ada di panduan catatan; penyunting yang memakai skema menampilkannya sambil mengetik.
J202 = kunci `{ $key }` belum ada pada { record-word }
    .label = di catatan ini
    .help =
        { $key ->
            [standing] Tambahkan baris standing: official (pemerintah sendiri yang menerbitkan situs ini) atau standing: independent (pihak lain yang menyusunnya, misalnya dari pemberitaan).
           *[other] Tambahkan baris: { $key }: …
        }
    .why = Sebagian kunci wajib ada, sebab tanpa itu halaman tidak dapat dibuat atau dipertanggungjawabkan. Tambahkan baris dengan kunci itu dan isinya, menjorok sama dengan kunci lain dalam catatan yang sama.
J203 = di sini perlu { expected-word }, yang tertulis { kind-word }
    .help =
        { $expected ->
            [text] Tulis satu nilai di belakang kunci, tanpa kurung dan tanpa "- ".
            [list] Tulis sebagai daftar, misalnya [satu, dua], atau setiap butir di baris sendiri dengan "- " di depan.
            [map] Tulis baris-baris `kunci: nilai`, tanpa "- " dan tanpa kurung.
            [text-or-list] Tulis satu nilai, atau daftar seperti [satu, dua].
            [text-or-map] Tulis teks biasa, atau id: … dan en: … di baris-baris di bawahnya. Kalau kurung bagian dari teks, beri tanda kutip pada seluruh nilai.
            [fixed] Tulis dua bilangan, misalnya [3, 4].
           *[other] Bandingkan dengan catatan lain yang sejenis.
        }
    .why = Setiap kunci mengharapkan bentuk tertentu: teks, daftar, atau kelompok kunci. Kalau bentuknya lain, program tidak menebak maksudnya. Paling sering kurang tanda kurung siku, atau kurang "- " di depan butir.
J204 = `{ $found }` bukan salah satu pilihan di sini
    .help =
        { $near ->
            [none] Pilih salah satu: { $allowed }.
           *[other] Maksudnya `{ $near }`? Pilihannya: { $allowed }.
        }
    .why = Di sini hanya kata tertentu yang berlaku, supaya hitungan dan penyaringan di situs benar. Kata itu ditulis persis, dengan huruf kecil. Kalau tidak ada yang cocok, pilih yang terdekat dan jelaskan di `text` atau `notes`.
J205 = `{ $found }` di sini harus `true` atau `false`
    .help = Tulis true untuk ya, atau hapus barisnya untuk tidak.
    .why = Ya dan tidak ditulis true dan false, tanpa tanda kutip. Kata lain (ya, tidak, yes, on) tidak diterima, sebab arti kata itu berbeda antarprogram YAML.
J206 = { $why ->
        [size] { $found } terlalu besar
        [stop] { $found } bukan nomor kunjungan
       *[other] `{ $found }` bukan bilangan bulat
    }
    .help = { $why ->
        [size] Periksa apakah ada angka yang terketik berlebih.
        [stop] Tulis nomor dari 1 sampai { "999.999" }.
       *[other] Tulis angka saja, tanpa tanda kutip, titik, koma, tanda minus atau satuan.
    }
    .why = Di sini hanya bilangan bulat dari 0, ditulis dengan angka saja: 34. Titik dan koma berarti lain di negara lain, sehingga 1.000 dapat terbaca sebagai satu.
J207 = `{ $found }` bukan kunci yang sah
    .help =
        { $near ->
            [none] Pakai huruf kecil a-z, angka dan tanda hubung saja, paling panjang 64.
           *[other] Tulis `{ $near }`.
        }
    .why = Dari kunci dibuat alamat halaman, dan alamat itu tetap selamanya. Karena itu kunci hanya terdiri atas huruf kecil a-z, angka, dan satu tanda hubung di antara kata, paling panjang 64. Nama seperti con atau nul dilarang karena tidak dapat dipakai di Windows.
J208 = `{ $found }` bukan tanggal
    .help =
        { $near ->
            [none] Tulis tahun-bulan-hari, misalnya 2022-03-18, dengan hari yang benar ada.
           *[other] Tulis { $near }.
        }
    .why = Tanggal ditulis tahun-bulan-hari: 2022-03-18. Cara lain bermakna ganda: 03/12/2022 dapat berarti 3 Desember atau 12 Maret. Hari yang tidak ada (30 Februari) dan tahun sebelum 1945 dianggap salah ketik.
J209 = `{ $found }` bukan tenggat
    .help =
        { $near ->
            [none] Tulis hari (2023-03-31), bulan (2023-03), triwulan (2023-Q1) atau tahun (2023). Kata yang diucapkan: due: {"{"}said: "segera"{"}"}
           *[other] Tulis { $near }.
        }
    .why = Tenggat ditulis setepat yang diucapkan: hari, bulan, triwulan atau tahun; hari terakhirnya yang dihitung. Kalau yang diucapkan hanya kata, tulis kata itu di `said`, dan tafsiran penyunting di `by` bila ada. Kalau tidak ada tenggat, hapus barisnya.
J210 = `{ $found }` bukan alamat web
    .help = Tulis alamat lengkap yang dapat dibuka pembaca, diawali https:// atau http://.
    .why = Pembaca harus dapat membuka sumbernya. Alamat lengkap diawali https:// atau http:// dan memuat nama situs; alamat di komputer sendiri (localhost, file:) hanya dapat dibuka oleh Anda.
J211 = `{ $found }` bukan rujukan
    .help = Tulis nomor kunjungan, atau nomor/aspirasi, atau nomor/aspirasi/komitmen, misalnya 6/studi-banding/usul-p-apbd.
    .why = Rujukan memakai kata yang sama dengan alamat halamannya: 6 untuk kunjungan, 6/studi-banding untuk aspirasi atau pengumuman, 6/studi-banding/usul-p-apbd untuk komitmen. Tanpa garis miring di awal atau akhir.
J212 = isian ini kosong
    .help = Tulis isinya. Kunci yang tidak wajib boleh dihapus kalau memang tidak ada isinya.
    .why = Kunci tanpa isi, atau dengan spasi saja, biasanya pekerjaan yang belum selesai. Di halaman, tempatnya akan kosong. Tulis isinya, atau hapus kuncinya bila tidak wajib.
J213 = teks ini lebih dari { $limit } karakter
    .help = Ringkas, atau bagi menjadi beberapa catatan.
    .why = Teks sepanjang itu tidak dibaca orang di telepon, dan biasanya salah tempel. Batasnya { "20.000" } karakter untuk satu teks. Naskah lengkap dapat disebut sebagai sumber.
J214 = kunci `{ $found }` dipakai program ini sendiri
    .help = Pilih kunci lain, misalnya `{ $found }-1`.
    .why = Di bawah setiap kunjungan ada alamat milik program: cetak, kutip, umpan, riwayat, data, dan r1, r2 … untuk versi lama. Aspirasi dan pengumuman tidak boleh memakai kunci itu, sebab alamatnya akan berebut.
J215 = { $age ->
        [newer] catatan ini memakai format { $found }, lebih baru daripada yang dikenal program ini ({ $known })
       *[other] format { $found } tidak dikenal; program ini membaca format { $known }
    }
    .help = { $age ->
        [newer] Perbarui program jhur; jangan mengubah angkanya. Tidak ada yang diperiksa, dibuat, atau diubah.
       *[other] Tulis `format: { $known }`.
    }
    .why = Angka format menyatakan aturan penulisan mana yang dipakai catatan ini. Program tidak membaca format yang tidak dikenalnya, supaya tidak ada isi yang diam-diam hilang. Perbarui jhur, atau betulkan angkanya.
J216 = `{ $found }` tidak dapat menjadi alamat situs
    .help = Tulis https://, nama situs, dan garis miring di akhir, misalnya https://jhur.jemberkab.go.id/
    .why = base_url adalah tempat situs berdiri, dan menjadi awal setiap alamat di dalamnya. Harus https, dan diakhiri garis miring. Boleh di dalam folder: https://contoh.go.id/jhur/.
J217 = `{ $found }` bukan kode wilayah
    .help = Tulis seperti "35.09.11" untuk kecamatan, atau "35.09.11.2006" untuk desa, dalam tanda kutip.
    .why = Kode wilayah Kemendagri menghubungkan catatan ini dengan data lain. Bentuknya dua angka tiga kali untuk kecamatan, ditambah empat angka untuk desa, dipisah titik. Tanda kutip menjaga angka nol di depan.
J218 = `site.yaml` belum menyebut ke mana pembaca melaporkan kesalahan
    .help = Tambahkan: contact: {"{"}email: …{"}"}, atau whatsapp: …, atau page: https://…
    .why = Warga yang menemukan kesalahan harus tahu ke mana melapor. Cukup satu: surel, nomor WhatsApp kantor, atau halaman formulir. Selama belum ada, situs tetap dapat dibuat sebagai draf.
J219 = teks ini tidak ada dalam bahasa utama situs (`{ $lang }`)
    .help = Tambahkan baris: { $lang }: …
    .why = Bahasa utama adalah yang pertama pada `languages` di site.yaml; setiap teks harus ada dalam bahasa itu, supaya tidak ada halaman yang berlubang. Bahasa lain boleh menyusul. Kata asli dalam bahasa Jawa atau Madura ditulis di sampingnya, dengan jv: atau mad:.

## J3: yang disebut harus ada

J301 = kunjungan nomor { $found } sudah ada
    .label = nomor yang sama
    .help = Beri salah satu nomor lain.
    .why = Nomor kunjungan adalah alamatnya (/6/), jadi hanya boleh dipakai satu kali. Biasanya berkas lama disalin dan nomornya lupa diganti. Nomor yang sudah terbit tidak boleh berpindah ke kunjungan lain.
J302 = `{ $found }` sudah dipakai dalam daftar yang sama
    .label = yang kedua
    .help = Ganti salah satu, atau hapus yang berlebih.
    .why = Kunci dalam satu daftar harus berbeda, sebab rujukan dan alamat dibuat darinya: dua yang sama tidak dapat dibedakan. Kunci desa cukup berbeda dalam kecamatannya, kunci komitmen dalam aspirasinya. Jangan mengganti kunci yang sudah terbit.
J303 = kecamatan `{ $found }` tidak ada dalam daftar
    .help =
        { $near ->
            [none] Tulis kunci (`key`) yang ada di content/districts.yaml.
           *[other] Maksudnya `{ $near }`?
        }
    .why = Kecamatan disebut dengan kuncinya dari content/districts.yaml, supaya ejaannya selalu sama dan halaman kecamatan lengkap. Betulkan kuncinya di sini, atau tambahkan kecamatannya ke daftar.
J304 = desa `{ $found }` tidak ada di kecamatan `{ $district }`
    .help =
        { $elsewhere ->
            [none] { $near ->
                [none] Tulis kunci desa yang ada di bawah `{ $district }` di content/districts.yaml.
               *[other] Maksudnya `{ $near }`?
            }
           *[other] Desa itu tercatat di kecamatan `{ $elsewhere }`. Kalau penanya memang dari sana, hapus `village:` dan sebut desanya di `role`.
        }
    .why = Desa disebut dengan kuncinya, dan dicari di kecamatan tempat kunjungan itu. Nama desa yang sama dapat ada di beberapa kecamatan; karena itu kecamatannya ikut menentukan. Penanya dari kecamatan lain cukup disebut di `role`.
J305 = OPD `{ $found }` tidak ada dalam daftar
    .help =
        { $near ->
            [none] Tulis kunci (`key`) yang ada di content/offices.yaml, atau tambahkan OPD itu di sana.
           *[other] Maksudnya `{ $near }`?
        }
    .why = OPD disebut dengan kuncinya dari content/offices.yaml, supaya semua janji satu OPD terkumpul di satu halaman. Yang menjawab tetapi bukan OPD (bupati, camat, BUMN) juga didaftarkan di sana.
J306 = topik `{ $found }` tidak ada dalam daftar
    .help =
        { $near ->
            [none] Tulis kunci (`key`) yang ada di content/topics.yaml, atau tambahkan topik itu di sana.
           *[other] Maksudnya `{ $near }`?
        }
    .why = Topik disebut dengan kuncinya dari content/topics.yaml, supaya satu urusan tidak terpecah oleh ejaan yang berbeda. Tambahkan topik baru hanya kalau tidak ada yang cocok.
J307 = sumber `{ $found }` tidak ada pada kunjungan ini
    .help =
        { $near ->
            [none] Tulis `id` salah satu sumber di `sources:` kunjungan ini, atau tambahkan sumbernya di sana.
           *[other] Maksudnya `{ $near }`?
        }
    .why = Aspirasi dan jawaban menyebut sumbernya dengan `id` dari daftar `sources` pada kunjungan yang sama. Sumber kunjungan lain tidak dapat dipinjam; tulis lagi di sini. Dengan begitu setiap kalimat dapat dilacak.
J308 = `about` menyebut `{ $found }`, yang tidak ada
    .help =
        { $near ->
            [none] Tulis seperti alamatnya: nomor/aspirasi/komitmen, misalnya 6/studi-banding/usul-p-apbd.
           *[other] Maksudnya `{ $near }`?
        }
    .why = Kabar harus mengenai kunjungan, aspirasi, pengumuman atau komitmen yang ada, sebab di sanalah kabar itu ditampilkan. Tulis rujukannya sama dengan alamat halamannya. Kunci komitmen ada di `commitments:` pada berkas kunjungan.
J309 = `again` menyebut `{ $found }`, yang bukan aspirasi
    .help =
        { $near ->
            [none] Tulis nomor kunjungan dan kunci aspirasinya, misalnya 3/pemasaran.
           *[other] Maksudnya `{ $near }`?
        }
    .why = `again` menghubungkan aspirasi ini dengan aspirasi yang sama pada kunjungan sebelumnya, sehingga terlihat berapa kali hal itu diminta. Karena itu isinya rujukan ke aspirasi atau pengumuman, bukan ke kunjungan atau komitmen.
J310 = `again` harus menunjuk ke kunjungan yang lebih awal, `{ $found }` tidak
    .help = Pindahkan `again` ke aspirasi yang lebih akhir: di sana rujuk yang ini.
    .why = Aspirasi yang disampaikan lagi selalu merujuk ke yang lebih dahulu: nomor kunjungannya lebih kecil dan tanggalnya lebih awal. Arah sebaliknya dibuat sendiri oleh situs. Kalau kedua tanggal keliru, betulkan tanggalnya.
J311 = `replaced_by` menyebut `{ $found }`, yang bukan komitmen
    .help =
        { $near ->
            [none] { $depth ->
                [commitment] Tulis nomor/aspirasi/komitmen dari komitmen yang menggantikannya.
               *[other] { commitments-help } Tulis nomor/aspirasi/komitmen.
            }
           *[other] Maksudnya `{ $near }`?
        }
    .why = Komitmen yang diganti menunjuk ke komitmen penggantinya, supaya pembaca dapat mengikuti janji itu. Pengganti harus sudah dicatat di berkas kunjungannya. Kalau tidak ada pengganti, statusnya bukan superseded tetapi dropped.
J312 = komitmen saling menggantikan tanpa ujung: { $cycle }
    .help = Hapus salah satu `replaced_by` dalam putaran ini.
    .why = Kalau A diganti B dan B diganti A, tidak ada lagi janji yang berlaku. Rangkaian penggantian harus berakhir pada satu komitmen yang masih hidup. Periksa mana yang benar-benar menggantikan.
J313 = topik saling membawahi tanpa ujung: { $cycle }
    .help = Hapus `parent` pada salah satu topik itu.
    .why = Topik disusun seperti pohon: umkm, di bawahnya batik. Topik yang menjadi atasan dirinya sendiri tidak punya tempat di pohon itu. Hapus atau betulkan salah satu `parent`.
J314 = `record` menyebut `{ $found }`, yang tidak ada pada kunjungan ini
    .help =
        { $near ->
            [none] Tulis `id` aspirasi atau pengumuman kunjungan ini, atau hapus `record` kalau koreksinya mengenai seluruh kunjungan.
           *[other] Maksudnya `{ $near }`?
        }
    .why = Koreksi ditampilkan pada catatan yang dikoreksi; `record` menunjuk aspirasi atau pengumuman dalam berkas yang sama. Tanpa `record`, koreksi berlaku untuk seluruh kunjungan.
J315 =
    { $leads ->
        [nowhere] tautan `{ $found }` tidak menuju ke mana pun di situs ini
       *[other] tautan `{ $found }` tidak menuju ke situs ini, dan tidak diawali https://, http://, mailto: atau tel:
    }
    .help =
        { $leads ->
            [nowhere]
                { $near ->
                    [none] Tulis alamat yang ada, misalnya /6/ atau /6/studi-banding/, atau alamat lengkap https://…
                   *[other] Maksudnya `{ $near }`?
                }
           *[other] Tulis alamat yang dapat dibuka pembaca, misalnya https://contohkab.go.id/, mailto:humas@contohkab.go.id, tel:+62331123456 atau /6/; atau tulis kata-katanya saja, tanpa tautan.
        }
    .why = Tautan mati membuat pembaca mengira ada yang dihapus. Tautan ke dalam situs diawali garis miring dan sama dengan alamat halamannya; ke luar situs diawali https:// atau http://, ke surel mailto:, ke telepon tel:. Awalan lain, seperti javascript:, data: atau file:, tidak diterbitkan. Apakah tautan ke luar situs masih hidup tidak diperiksa.
J316 =
    { $by ->
        [program] halaman `{ $found }` memakai alamat milik program
        [page] halaman `{ $found }` sudah ada dalam bahasa yang sama
       *[other] dua halaman memakai alamat { $address }
    }
    .help =
        { $by ->
            [page] Hapus salah satu berkas; versi bahasa Inggris bernama { $found }.en.md.
            [program] Ganti nama berkasnya.
           *[other] Ganti nama berkas atau kunci salah satunya.
        }
    .why = Nama berkas halaman menjadi alamatnya: metode.md menjadi /metode/. Alamat kunjungan (/6/) dan alamat program (404, aksesibilitas, aset, assets, cari, data, en, foto, id, kabar, kecamatan, komitmen, koreksi, kunjungan, media, opd, site, topik) tidak dapat dipakai. Satu alamat hanya satu halaman untuk setiap bahasa.
J317 = halaman { $path } menjadi { $size } MB; paling banyak { $limit } MB
    .help = Bagi catatannya: kunjungan menjadi beberapa aspirasi, teks panjang menjadi ringkasan dengan naskahnya sebagai sumber.
    .why = Halaman sebesar itu tidak terbuka di telepon warga, dan sering berarti salah tempel. Batasnya 8 MB untuk satu halaman; halaman biasa kurang dari 100 kB.

J321 =
    { $file ->
        [redacted] baris daftar kata yang dicoret ini tidak dapat dibaca
       *[log] baris ini tidak dapat dibaca
    }
    .help =
        { $file ->
            [redacted] Kembalikan content/redacted.jsonl dari salinan terakhir. Baris dengan `salt` berasal dari jhur lama dan dapat ditebak: hapus baris itu, lalu coret lagi katanya dengan jhur redact --word.
           *[log] Kembalikan berkas ini dari salinan terakhir, misalnya dengan git restore content/log.jsonl content/bodies.jsonl
        }
    .why = content/log.jsonl dan content/bodies.jsonl hanya ditulis oleh jhur release dan jhur redact, dan tidak pernah disunting. Hanya bita yang ditulis program itu yang diterima: satu isi hanya dapat ditulis dengan satu cara.
J322 = baris ini bernomor { $found }, seharusnya { $expected }
    .help = Ada baris yang dihapus, disisipkan, atau dipindahkan di dekatnya. Kembalikan content/log.jsonl dari salinan terakhir, misalnya dengan git restore content/log.jsonl
    .why = Baris catatan terbit bernomor urut mulai dari 0 dan hanya bertambah di ujungnya.
J323 =
    { $case ->
        [changed] isi revisi { $revision } dari { $record } tidak cocok dengan sidiknya di content/log.jsonl
        [missing] isi revisi { $revision } dari { $record } tidak ada di content/bodies.jsonl, dan tidak tercatat dicoret
        [redacted] isi revisi { $revision } dari { $record } masih ada, padahal tercatat dicoret
       *[twice] isi revisi { $revision } dari { $record } ada dua kali
    }
    .help =
        { $case ->
            [redacted] Jalankan lagi perintahnya: jhur redact { $record } { $revision } --basis … --reason …
           *[other] Kembalikan content/log.jsonl dan content/bodies.jsonl bersama-sama dari salinan terakhir. Isi yang harus dihapus menurut hukum dicoret dengan jhur redact.
        }
    .why = Untuk setiap revisi content/log.jsonl menyimpan sidik (sha256) baris isinya di content/bodies.jsonl. Isi yang diubah sesudah terbit tidak cocok lagi; isi yang dicoret punya baris sendiri di catatan terbit.
J324 = baris { $entry } tidak pada urutannya{ $record ->
        [none] {""}
       *[other] : revisi { $revision } dari { $record }
    }
    .help = Kembalikan content/log.jsonl dari salinan terakhir, misalnya dengan git restore content/log.jsonl
    .why = Nomor revisi satu catatan naik satu demi satu, hari tidak pernah mundur, dan satu revisi yang pernah terbit dicoret sekali saja.
J325 = { $record } pernah terbit, tetapi sekarang tidak ada
    .help = Kembalikan catatannya dengan kunci yang sama, dan jangan jadikan draf lagi. Kalau kuncinya diganti, tulis pada yang baru: formerly: [{ $record }]. Kalau tidak berlaku lagi, biarkan di tempatnya dan tambahkan: withdrawn: {"{"}date: …, reason: …{"}"}
    .why = Alamat yang pernah terbit dikutip orang dan tidak boleh mati. Catatan yang tidak berlaku lagi dicabut dengan alasannya (`withdrawn`); catatan yang berganti kunci menyebut namanya yang lama (`formerly`), dan alamat lama mengantar ke yang baru.
J326 =
    { $case ->
        [kind] `formerly`: { $found } bukan nama yang sejenis
        [taken] `formerly`: { $found } masih ada sebagai catatan sendiri
       *[other] `formerly`: { $found } sudah disebut di tempat lain
    }
    .help =
        { $case ->
            [kind] Kunjungan dahulu kunjungan (5), aspirasi atau pengumuman dahulu aspirasi atau pengumuman (5/kunci), komitmen dahulu komitmen (5/kunci/komitmen).
            [taken] Hapus baris ini, atau hapus catatan lama yang sudah dipindahkan.
           *[other] Satu nama lama hanya mengantar ke satu catatan; hapus salah satu.
        }
    .why = Dengan `formerly` alamat lama sebuah catatan mengantar ke alamatnya sekarang. Karena itu nama lama tidak boleh dipakai catatan lain, dan hanya mengantar ke satu tempat.
J327 = `{ $found }` tidak ada lagi di { $list }.yaml, padahal dipakai dalam revisi { $record } yang pernah terbit
    .help = Kembalikan `{ $found }` ke { $list }.yaml dengan kunci yang sama; nama yang ditampilkan boleh berubah.
    .why = Halaman kecamatan, OPD, dan topik yang pernah terbit dikutip orang, dan revisi lama tetap menyebutnya. Kuncinya tetap di daftar, walaupun tidak ada catatan baru yang memakainya.

J328 = hari ini { $today }, tetapi baris terakhir catatan terbit bertanggal { $last }
    .help = Periksa tanggal komputer ini, dan SOURCE_DATE_EPOCH kalau ada. Kalau hari ini yang benar, dan baris itu dibuat ketika jam komputer salah, catat dulu: jhur release --clock "Jam komputer salah" (yang tertulis diterbitkan)
    .why = Hari tidak pernah mundur. Baris yang dibuat dengan jam yang salah tidak dihapus: satu baris sesudahnya mengatakan bahwa jamnya salah, dan baris-baris dari hari itu dihitung menurut harinya.
J329 =
    { $line ->
        [0] content/ lebih tua daripada yang sudah terbit, atau milik situs lain: content/log.jsonl tidak diawali isi { $path }, yang sekarang rusak
       *[other] content/ lebih tua daripada yang sudah terbit: content/log.jsonl tidak memuat baris { $line } dari { $path }
    }
    .help = Pulihkan content/ yang lebih baru (cadangan terakhir, atau git pull), lalu jalankan lagi; yang terbit ada di { $path }. Kalau folder itu situs yang lain, pilih folder lain dengan --out.
    .why = Yang pernah terbit tidak dapat ditarik dengan memotong atau mengganti catatan terbit. Situs yang baru harus memuat semua baris dari situs yang lama, lalu tambahannya. Terbitan dari cadangan lama akan membuat dua catatan terbit yang berlainan.
J330 = situs di { $path } lebih baru daripada { $day } { day-origin }: terbitan terakhir { $last }
    .help = { $origin ->
        [as-of] Untuk melihat keadaan lama, pilih folder lain: jhur build --as-of { $day } --out FOLDER
        [epoch] Hapus variabel SOURCE_DATE_EPOCH dari lingkungan, lalu jalankan lagi. Untuk melihat keadaan lama, pilih folder lain dengan --out.
       *[clock] Periksa tanggal komputer ini; sesudah benar, jalankan lagi. Untuk melihat keadaan lama, pilih folder lain dengan --out.
    }
    .why = Situs menurut hari yang lebih awal tidak memuat revisi dan catatan terbit yang datang sesudahnya. Kalau menggantikan situs yang sedang dipakai, semua halaman itu hilang.
J331 =
    { $record ->
        [site] { $revision ->
            [0] pengaturan, nama dan tampilan situs (site) belum masuk catatan terbit
           *[other] pengaturan, nama atau tampilan situs (site) sekarang bukan lagi revisi { $revision }, yang terbaru
        }
       *[other] { $revision ->
            [0] { $record } belum masuk catatan terbit
           *[other] isi { $record } sekarang bukan lagi revisi { $revision }, yang terbaru
        }
    }
    .help = Kalau perubahan itu benar, jalankan jhur release. Lihat dulu dengan: jhur release --dry-run
    .why = Pembaca dapat memeriksa bahwa setiap halaman sama dengan revisi terbarunya. Isi yang berubah sesudah terbitan terakhir belum punya revisi.
J332 =
    { $case ->
        [page] { $path } bukan halaman dari situs ini
       *[other] { $path } bukan folder situs yang dibuat jhur: manifest.json tidak ada atau tidak dapat dibaca
    }
    .help =
        { $case ->
            [page] Simpan halamannya dari situs apa adanya, misalnya dengan curl -O; peramban sering mengubahnya ketika menyimpan.
           *[other] Beri folder tempat jhur build menulis, biasanya public
        }
    .why = Folder situs dikenal dari manifest.json, halaman dari alamat dan hari yang tertulis di dalamnya. Tanpa itu tidak ada yang dapat dibandingkan.
J333 = { $path } tidak ada, padahal harus ada
    .help = Buat lagi situsnya dengan jhur build, atau unggah berkas yang kurang.
    .why = manifest.json menyebut setiap berkas yang terbit. Berkas yang hilang berarti unggahan terputus, atau ada yang menghapusnya.
J334 = { $path } berubah sesudah terbit: sha256-nya lain dari manifest.json
    .help = Kalau bukan Anda yang mengubahnya, cari tahu siapa. Pulihkan dengan jhur build, lalu unggah lagi.
    .why = Halaman tidak disunting di folder situs: perubahan ditulis di content/, dengan jejak. Berkas yang berubah sesudah terbit diubah orang lain, atau rusak ketika disalin.
J335 = { $path } tidak disebut di manifest.json
    .help = Kalau bukan Anda yang menaruh berkas itu, hapus.
    .why = Di folder situs ada berkas yang tidak dibuat jhur. Boleh saja (misalnya CNAME), tetapi halaman palsu pun tampak seperti ini.
J336 = { $path } bukan yang dihasilkan dari catatan, mulai baris { $line }
    .help =
        Tertulis:     { $found }
        Seharusnya: { $expected }
    .why = Situs dibuat sekali lagi dari content/ untuk hari yang sama dan dibandingkan huruf demi huruf. Perbedaan berarti berkasnya diubah, atau content/ berubah sesudah situs dibuat (lihat jhur status).
J337 =
    { $case ->
        [missing] { $path } tidak ada: situs ini tidak ditandatangani
        [public] `signing_key` di site.yaml bukan kunci umum minisign
        [checkpoint] checkpoint { $path } bukan pernyataan bertanda tangan situs ini tentang catatan terbitnya
       *[other] tanda tangan { $path } tidak cocok
    }
    .help =
        { $case ->
            [missing] Tanda tangani dengan: jhur build --sign BERKAS-KUNCI
            [public] Salin baris kedua dari berkas minisign.pub; ia diawali RW.
            [checkpoint] Isinya diubah, ditandatangani dengan kunci lain, atau milik catatan lain. Buat dan tanda tangani situs lagi.
           *[other] Manifest diubah sesudah ditandatangani, atau ditandatangani dengan kunci lain. Buat dan tanda tangani lagi.
        }
    .why = Kalau site.yaml menyebut `signing_key`, setiap manifest ditandatangani dengan kunci rahasianya. Tanda tangan yang tidak cocok berarti ada yang menerbitkan tanpa kunci itu.

J338 = { $path } disebut di manifest.json, tetapi tidak dihasilkan dari catatan
    .help = Kalau content/ berubah sesudah situs dibuat, buat lagi dengan jhur build. Kalau tidak, ada yang menambahkannya.
    .why = Setiap berkas situs berasal dari content/ dan temanya. Berkas lain di manifest.json ditambahkan orang, atau catatannya sudah dihapus.
J345 = ini ditahan sesudah terbit, dan revisi { $revision } dari { $record } masih memuatnya
    .help = Coret dulu isi revisi itu: jhur redact { $record } { $revision } --basis "UU 27/2022 pasal 8" --reason "…"
    .why = Yang pernah terbit tetap ada di halaman revisinya dan di catatan terbit. Menahannya sekarang tidak menahan apa-apa; isinya harus dicoret, dengan dasar hukum dan alasan yang diterbitkan.
J346 = { $path } bukan catatan terbit: baris { $line }
    .help = Sebut log.jsonl yang diunduh dari situsnya (/data/log/log.jsonl), atau folder situsnya.
    .why = Setiap baris catatan terbit ditulis jhur dengan satu cara; baris lain bukan barisnya, atau sudah diubah.

J347 =
    { $case ->
        [malformed] ini bukan pernyataan saksi
        [signature] pernyataan ini tidak ditandatangani dengan kunci di baris pertamanya
        [name] nama berkas ini tidak dapat menjadi alamat
        [origin] { $witness } melihat catatan terbit { $origin }, bukan catatan situs ini
        [shorter] { $witness } melihat catatan terbit dengan { $size } baris, dan yang ini punya { $entries }
       *[other] { $witness } melihat catatan terbit yang lain dari yang ini
    }
    .help =
        { $case ->
            [malformed] Simpan sekali lagi berkas yang dikirim saksi, tanpa ditambah dan tanpa dipotong.
            [signature] Minta lagi berkasnya kepada saksi: ada huruf yang berubah di jalan, atau kuncinya milik orang lain.
            [name] Beri nama dari huruf, angka, titik dan tanda hubung, misalnya koran.example.txt
            [origin] Berkas ini milik situs yang lain, atau `base_url` di site.yaml berubah sesudahnya; pindahkan berkas ini, dan minta yang baru kepada saksi.
            [shorter] Catatan di sini lebih tua daripada yang sudah terbit. Ambil dulu content/ yang terbaru.
           *[other] Jangan hapus berkas ini: cari tahu apakah content/ ini yang benar. Kalau benar, catatan terbitnya ditulis ulang.
        }
    .why = Saksi menandatangani berapa panjang catatan terbit dan apa isinya. Situs yang catatan terbitnya tidak diawali itu kehilangan sesuatu yang pernah terbit, atau mengubahnya.

## J4: tanggal

J401 = `until` ({ $found }) lebih awal daripada `date` ({ $date })
    .help = Betulkan salah satu; kalau hanya satu hari, hapus `until`.
    .why = `date` adalah hari pertama, `until` hari terakhir. Kalau terbalik, kalender dan urutan kunjungan menjadi keliru.
J402 = kabar ini ({ $found }) lebih awal daripada kunjungan { $stop } ({ $date })
    .help = Betulkan `date`. Kalau hal itu memang terjadi sebelumnya, tulis di `notes` kunjungan, bukan sebagai kabar.
    .why = Kabar menceritakan apa yang terjadi sesudah kunjungan. Yang terjadi sebelum janji diucapkan bukan kabar tentang janji itu. Paling sering tahunnya salah ketik, atau `about` menunjuk kunjungan yang lain.
J403 = semua sumbernya terbit sebelum kejadiannya ({ $found }); yang terakhir { $latest }
    .help = Betulkan salah satu tanggal, atau tambahkan sumber yang terbit sesudahnya.
    .why = Berita yang terbit sebelum suatu kejadian hanya dapat mengumumkannya, tidak dapat melaporkannya. `date` adalah hari kejadian; sumber yang mendukungnya terbit pada hari itu atau sesudahnya. Sumber tanpa tanggal tidak dihitung.
J404 = { $found } belum terjadi (hari ini { $today })
    .help = Betulkan tanggalnya, atau tahan catatannya: publish_on: { $found } atau draft: true
    .why = Situs hanya memuat yang sudah terjadi. Tanggal sesudah hari ini biasanya salah ketik pada tahun. Catatan yang disiapkan lebih dulu ditahan dengan `publish_on` (sejak hari itu dapat diterbitkan) atau `draft: true`.
J405 = tenggat { $found } sudah lewat ketika kunjungan { $stop } berlangsung ({ $date })
    .help = Betulkan tenggatnya. Kalau yang diucapkan hanya kata, tulis due: {"{"}said: "…"{"}"}
    .why = Janji tidak dapat jatuh tempo sebelum diucapkan; dengan tenggat seperti itu ia akan tampak terlambat sejak hari pertama. Hari terakhir dari bulan, triwulan atau tahun yang dihitung. Biasanya tahunnya salah ketik.

## J5: jawaban, komitmen, bukti

J501 = jawaban `{ $found }` belum punya komitmen
    .help =
        Tambahkan di bawah jawaban ini:
        commitments:
          - {"{"}id: kunci-singkat, text: Janjinya dalam satu kalimat{"}"}
    .why = `promised` dan `to-study` berarti ada yang dijanjikan, dan justru itulah yang ditelusuri situs ini. Tulis janjinya sebagai komitmen, paling sedikit satu. Kalau tidak ada yang dijanjikan, pilih jawaban lain, misalnya explained atau advised.
J502 = ada komitmen, tetapi jawabannya bukan `promised` atau `to-study`
    .help = Tambahkan promised (akan dikerjakan) atau to-study (akan dikaji) pada `answer`, atau hapus komitmennya.
    .why = Komitmen hanya lahir dari janji. Kalau pejabat hanya menjelaskan atau memberi saran, mencatat komitmen berarti menagih sesuatu yang tidak dijanjikan. Cocokkan dengan sumbernya.
J503 = dijawab `{ $found }`, tetapi belum disebut kepada siapa
    .help = Tambahkan baris: to: …
    .why = Warga yang dirujuk harus tahu ke mana: instansi, kementerian, atau perusahaan. Tulis di `to`. Kalau sumber tidak menyebutnya dengan jelas, tulis seperti di sumber, misalnya "instansi yang berwenang".
J504 = kabar ini belum punya sumber
    .help =
        Tambahkan:
        sources:
          - {"{"}publisher: …, date: 2022-10-03, url: https://…, kind: press{"}"}
    .why = Setiap kabar harus dapat diperiksa pembaca, termasuk kabar baik dari kantor sendiri. Cukup satu sumber: berita, dokumen, surat, keterangan OPD. Hanya `check: true` (sudah dicari, tidak ditemukan) yang tidak memerlukannya.
J505 = `done-verified` perlu sumber di luar OPD yang berjanji
    .help = Tambahkan sumber dengan kind: press, document, citizen atau inspectorate. Kalau hanya OPD yang mengatakan, tulis status: done-reported
    .why = "Terverifikasi" berarti ada pihak lain yang melihatnya sendiri. Keterangan OPD saja adalah done-reported, dan itu pun berharga. Sumber tanpa `kind` tidak dihitung, sebab tidak jelas siapa yang berbicara.
J506 =
    { $lacks ->
        [status] `replaced_by` hanya untuk status `superseded`
       *[other] `superseded` perlu `replaced_by`
    }
    .help =
        { $lacks ->
            [status] Tulis status: superseded, atau hapus `replaced_by`.
           *[other] Tambahkan baris replaced_by: nomor/aspirasi/komitmen. Kalau tidak ada penggantinya, tulis status: dropped
        }
    .why = `superseded` berarti komitmen lain menggantikannya; `replaced_by` menunjuk komitmen itu, supaya pembaca dapat mengikutinya. Keduanya selalu bersama. Janji yang dihentikan tanpa pengganti berstatus dropped.
J507 = `{ $status }` perlu `by`: siapa yang memutuskan
    .help = Isi baris `by:`, atau tambahkan kalau belum ada: by: …
    .why = Menghentikan atau mengganti janji adalah keputusan, dan keputusan ada yang mengambilnya. Tulis nama jabatan atau lembaganya, sesuai sumber. Alasannya ditulis di `text`.
J508 = kabar dengan `bearing: related` tidak membawa `{ $key }`
    .help = Hapus `{ $key }`. Kalau kabar ini memang tentang komitmen itu sendiri, hapus `bearing: related`.
    .why = Kabar `related` ialah kabar tentang pokok yang sama, tetapi di tempat lain atau sekabupaten; itu latar, bukan bukti bahwa janji ini ditepati. Karena itu ia tidak membawa status atau tenggat. Hanya kabar langsung yang mengubahnya.
J509 = `status` hanya untuk komitmen, `{ $found }` bukan komitmen
    .help = Tulis about: nomor/aspirasi/komitmen, atau hapus `status`. { commitments-help }
    .why = Yang selesai, terhambat atau dihentikan adalah komitmen, bukan kunjungan atau aspirasi: satu aspirasi dapat mendapat beberapa janji. Tunjuk komitmennya sampai bagian ketiga. Tanpa `status`, yang tercatat ialah kabar tanpa status.
J510 = { $about } tercatat selesai pada { $date }; kabar ini tidak menyebut bahwa janji itu dibuka lagi
    .help = Kalau memang belum selesai, tambahkan reopens: true (di formulir: centang "Dibuka lagi") dan tulis sebabnya di `text`. Kalau statusnya keliru, betulkan.
    .why = Janji yang sudah dinyatakan selesai lalu tidak lagi selesai adalah kabar penting, dan tidak boleh tampak seperti salah pilih. Karena itu harus disebut dengan sengaja: `reopens: true`, dengan sumber. Kata-kata di `text` bebas; program tidak menebak artinya.
J511 = `check: true` tidak membawa `{ $key }`
    .help = Hapus `{ $key }`. Kalau ada kabar baru, hapus `check: true` dan tambahkan sumbernya.
    .why = `check` berarti seseorang sudah mencari kabar dan tidak menemukannya. "Tidak ditemukan" bukan "tidak ditepati", jadi status dan tenggat tetap seperti semula. Kabar yang mengubahnya memerlukan sumber.
J512 = `due` baru hanya untuk komitmen, `{ $found }` bukan komitmen
    .help = Tulis about: nomor/aspirasi/komitmen, atau hapus `due`. { commitments-help }
    .why = Hanya komitmen yang punya tenggat. Kalau tenggatnya bergeser, tunjuk komitmen yang mana; tenggat lama dan baru tetap terlihat. Alasannya ditulis di `text`.
J513 = aspirasi `{ $id }` belum punya `text`
    .help = Tambahkan baris text: … dengan isi permintaannya. Kalau tidak boleh terbit, tulis withheld: … dengan alasannya.
    .why = Pembaca harus tahu apa yang diminta, bukan hanya judulnya. Hanya aspirasi yang ditahan (`withheld`) boleh tanpa isi; ia tetap dihitung, dan alasannya ditampilkan.
J514 = tidak ada satu pun kunjungan di content/stops/
    .help = Buat yang pertama dengan `jhur new stop`. Kalau seharusnya sudah ada, periksa apakah perintah dijalankan di folder yang benar.
    .why = Situs kosong tidak boleh menimpa situs yang sudah berisi. Bila tidak ada kunjungan, yang paling mungkin adalah folder yang salah atau berkas yang belum tersalin.
J515 = jawaban ini belum punya `text`
    .label = di jawaban ini
    .help = Tambahkan baris text: … dengan apa yang dijawab. Kalau sumber hanya menyebut bahwa ada yang menjawab, tulis answer: [unreported]
    .why = Jenis jawaban tanpa isinya tidak dapat diperiksa pembaca. Kalau sumber tidak memuat isinya, jangan diterka dan jangan pula dicatat seolah-olah tidak ada jawaban: `unreported` berarti ada yang menjawab di tempat, tetapi isinya tidak diberitakan.
J516 = `unreported` tidak dapat bersama `{ $found }`
    .help = Kalau isi jawabannya diketahui, hapus unreported dan tulis isinya di `text`. Kalau tidak, tulis answer: [unreported]
    .why = `unreported` berarti: ada yang menjawab, tetapi tidak ada sumber yang menyebut apa jawabannya. Kalau diketahui bahwa jawabannya janji, penjelasan atau penolakan, berarti isinya sudah diberitakan. Jawaban lain dari pejabat lain dicatat sebagai jawaban tersendiri.
J517 = `unreported` perlu sumber yang menyebut bahwa ada yang menjawab
    .label = di jawaban ini
    .help = Tambahkan sources: [kunci-sumber] pada jawaban ini. Kalau tidak ada sumber yang menyebut jawaban, hapus jawabannya; situs menulis bahwa tidak ada jawaban yang tercatat.
    .why = "Dijawab di tempat" adalah keterangan tentang pejabat, dan harus dapat diperiksa. Tanpa sumber yang mengatakannya, yang diketahui hanyalah bahwa tidak ada jawaban yang tercatat.
J518 =
    { $lacks ->
        [status] `reopens: true` perlu `status` yang belum selesai
       *[done] `reopens: true`, tetapi sebelumnya tidak ada yang tercatat selesai
    }
    .help =
        { $lacks ->
            [status] Tambahkan keadaannya sekarang, misalnya status: in-progress, atau hapus `reopens`.
           *[done] Hapus `reopens`. Kalau dulu pernah selesai, catat lebih dulu kabar selesainya, dengan tanggal dan sumbernya.
        }
    .why = `reopens` membuka lagi janji yang tercatat selesai: statusnya menjadi yang ditulis di kabar ini. Tanpa status selesai sebelumnya tidak ada yang dapat dibuka lagi; tanpa status baru tidak jelas bagaimana keadaannya sekarang. Urutannya menurut tanggal kabar.
J551 = baru { $recorded } dari { $heard } aspirasi yang tercatat
    .help = Lengkapi aspirasinya, atau betulkan `heard`. Situs menampilkan keduanya.
    .why = `heard` adalah jumlah aspirasi menurut notula. Selama yang tercatat lebih sedikit, halaman mengatakannya terus terang. Ini bukan kesalahan, hanya pengingat.
J552 = komitmen `{ $found }` tidak bertenggat
    .help = Kalau ada tenggat yang diucapkan, tambahkan due: 2023-03, atau due: {"{"}said: "segera"{"}"}
    .why = Janji tanpa tenggat tidak dapat disebut terlambat; situs menulis bahwa tenggatnya tidak disebut. Kalau memang tidak ada yang diucapkan, biarkan. Tenggat yang diumumkan kemudian dicatat sebagai kabar.
J553 =
    { $news ->
        [none] belum ada kabar langsung tentang komitmen `{ $found }`, yang disampaikan { $date }
       *[some] tidak ada kabar langsung tentang komitmen `{ $found }` sejak { $date }
    }
    .help = Tanyakan kepada OPD. Kalau sudah dicari dan tidak ditemukan, catat: about: { $about }, check: true
    .why = Sesudah 180 hari tanpa kabar langsung, situs menulis sejak kapan. Hanya kabar tentang janji itu sendiri yang menghapus keterangan itu; kabar terkait disebut tersendiri. Kalau sudah dicari dan tidak ditemukan, catat dengan `check: true`; keterangan itu tetap ada, tetapi tampak bahwa ada yang mencari.
J554 = sumber ini belum punya salinan arsip
    .help = Simpan alamatnya di web.archive.org/save, lalu tambahkan archived: https://web.archive.org/web/…
    .why = Halaman berita hilang atau berubah; salinan arsip menjaga agar sumber tetap dapat diperiksa. Menyimpannya gratis dan selesai dalam satu menit. Situs menautkan keduanya.
J555 = judul ini { $count } karakter; lebih dari { $limit } terpotong di daftar
    .help = Ringkas judulnya; uraiannya ditulis di `text`.
    .why = Judul tampil di daftar, di mesin pencari dan di WhatsApp, yang memotong judul panjang. Paling baik satu kalimat pendek tentang apa yang diminta.
J556 = sumber ini sudah dipakai untuk kabar lain
    .label = dipakai lagi
    .help = Kalau beritanya mengenai beberapa komitmen, catat sebagai satu kabar: about: [6/a/b, 6/c/d]
    .why = Satu berita yang dicatat dua kali tampak seperti dua kabar. Kalau isinya sama, jadikan satu kabar, dengan `about` berupa daftar. Kalau satu berita memang memuat dua hal, biarkan.
J557 =
    { $read ->
        [partly] jawaban atas aspirasi `{ $found }` ({ $date }) tidak ada di bagian sumber yang terbaca
       *[whole] tidak ada jawaban yang tercatat atas aspirasi `{ $found }` ({ $date })
    }
    .help =
        { $read ->
            [partly] Cari sumber yang lengkap, misalnya notula, dan catat jawabannya di `responses`. Kalau sumber hanya menyebut bahwa ada yang menjawab: answer: [unreported]
           *[whole] Tanyakan kepada yang hadir, dan catat jawabannya di `responses`, dengan sumbernya. Kalau sumber hanya menyebut bahwa ada yang menjawab: answer: [unreported]. Kalau memang tidak ada, biarkan.
        }
    .why = Sesudah 60 hari, aspirasi tanpa jawaban layak ditanyakan lagi. Situs menulis apa yang diketahui: tidak ada jawaban yang tercatat, atau tidak ada di bagian sumber yang terbaca. Yang hanya disampaikan kepada wartawan tidak diingatkan. Jawaban yang baru datang sesudah kunjungan dicatat sebagai kabar tentang aspirasi itu.
J558 = sumber ini tidak ada lagi: { $reason ->
        [no-host] nama situsnya tidak dikenal
       *[gone] servernya menjawab { $status }
    }
    .help = { $archived ->
        [none] Cari salinannya di https://web.archive.org/web/*/{ $found } lalu tambahkan sebagai `archived`. Biarkan `url` seperti adanya.
       *[other] Salinan arsipnya sudah tercatat: { $archived }
    }
    .why = `jhur links` menanyakan setiap alamat sumber kepada servernya. Alamat dianggap mati kalau server sendiri menjawab tidak ada (404 atau 410), atau nama situsnya tidak dikenal lagi. Sumber tetap sumber: alamatnya tidak dihapus, dan salinan arsip menggantikannya bagi pembaca. Ini peringatan; situs tetap dapat dibuat.
J559 = tidak dapat dipastikan apakah sumber ini masih ada: { $reason ->
        [status] servernya menjawab { $status }
        [timeout] servernya terlalu lama menjawab
        [tls] sambungannya tidak aman (TLS)
        [connection] tidak ada sambungan, atau terputus
        [not-http] jawabannya tidak dapat dibaca
        [circle] alamatnya mengalihkan berputar-putar
        [not-web] alamatnya mengalihkan ke sesuatu yang bukan halaman web
        [not-public] alamatnya menuju komputer yang tidak terbuka untuk umum
        [front-page] alamatnya mengalihkan ke halaman depan { $to }
       *[wait] servernya minta ditanya lain kali
    }
    .help = { $archived ->
        [none] Buka sendiri dengan peramban. Kalau masih ada, simpan salinannya di web.archive.org/save dan tambahkan sebagai `archived`.
       *[other] Buka sendiri dengan peramban. Salinan arsipnya sudah tercatat: { $archived }
    }
    .why = Banyak server menolak program, sedang rusak, lambat, atau mengalihkan halaman lama ke halaman depan. Dari situ tidak dapat disimpulkan bahwa sumbernya hilang; hanya orang yang dapat memastikannya. Ini peringatan; situs tetap dapat dibuat.
J560 = alamat sumber ini kini menuju halaman lain: { $to }
    .help = Buka keduanya. Kalau isinya sama, `url` boleh diganti; kalau tidak, cari salinan arsipnya.
    .why = Alamat yang dialihkan masih dapat dibuka, tetapi belum tentu memuat yang dulu dikutip. Hanya berubah dari http ke https, atau garis miring di akhir, tidak disebut. Ini peringatan; situs tetap dapat dibuat.

J561 = pada kartu pratinjau `{ $found }` menjadi kotak kosong
    .label = ada huruf yang tidak ada di kartu
    .help = Tulis dengan huruf Latin kalau bisa, misalnya CO2 atau 5 sampai 7; di halamannya sendiri tanda itu tetap tampak.
    .why = Kartu pratinjau, gambar yang tampak di WhatsApp, digambar dengan huruf Noto Sans dari program ini. Huruf Arab, Jawa, Tionghoa, emoji, dan beberapa tanda tidak ada di dalamnya. Ini peringatan; situs tetap dapat dibuat.

## J6: data pribadi

J601 = nama warga `{ $found }` memerlukan persetujuan
    .help = Hapus `name`. Kalau yang bersangkutan setuju secara tertulis, tambahkan consent: {"{"}date: 2022-03-18, form: "012"{"}"}
    .why = Warga menyampaikan keluhan kepada bupati, bukan kepada mesin pencari. Nama orang pribadi hanya terbit dengan persetujuan tertulis, sesuai UU 27/2022 tentang Pelindungan Data Pribadi. Sebutan seperti "Pelaku UMKM" di `role` biasanya cukup.
J602 = ini tampak seperti NIK
    .label = 16 angka
    .help = Hapus angka ini.
    .why = NIK adalah data pribadi dan tidak boleh terbit, juga di dalam kutipan. Nomor lain dengan 16 angka, seperti nomor kartu, sama bahayanya. Sekali terbit, angka itu tidak dapat ditarik dari mesin pencari.
J603 = ini tampak seperti nomor telepon
    .help = Hapus nomor ini. Nomor kantor untuk pembaca ditulis di `contact` dalam site.yaml.
    .why = Nomor telepon pribadi di halaman umum mengundang gangguan dan penipuan. Di dalam teks nomor kantor pun tidak perlu: tempatnya `contact` di site.yaml, atau situs OPD itu sendiri.
J604 = ini tampak seperti alamat surel pribadi
    .help = Hapus alamat ini. Alamat kantor berakhiran .go.id boleh; alamat redaksi situs ditulis di `contact`.
    .why = Alamat surel pribadi di halaman umum dipanen pengirim spam, dan termasuk data pribadi. Alamat kantor pemerintah (.go.id) boleh tampil.
J605 = ini memuat kata yang sudah dicoret menurut hukum dari { $record }, revisi { $revision }
    .help =
        { $place ->
            [log] Coret juga revisi itu: jhur redact CATATAN NOMOR --basis … --reason …
            [release] Hapus kata itu dari catatan yang akan terbit.
            [key] Tulis kunci lain: kunci menjadi bagian alamat halaman. Kalau sudah pernah terbit, alamat lamanya tetap ada di catatan terbit, apa pun yang ditulis di sini; lihat jhur explain J605.
            [photo] Ganti nama berkas fotonya di content/media/, lalu tulis nama baru itu di sini.
            [address] Hapus alamat ini. Sumber cukup ditulis dengan `title`, `publisher` dan `date`, atau dengan salinan arsip yang alamatnya tidak memuat kata itu.
            [theme] Hapus kata itu dari berkas tema ini.
           *[other] Hapus kata itu di sini.
        }
    .why = Isi yang dicoret dengan jhur redact --word tidak boleh terbit lagi: tidak di teks, kunci, nama foto, alamat, atau tema, bagaimanapun jarak, kode, dan besar kecil hurufnya. Yang disimpan hanya sidiknya (content/redacted.jsonl), yang dibuat dengan kunci rahasia .jhur-key, supaya daftarnya tidak membocorkan apa-apa. Kunci catatan yang sudah terbit ada di catatan terbit dan di alamat yang sudah ditautkan orang: kunci itu dapat diganti (`formerly`), tidak dapat dihapus.
J606 = ini tampak seperti nama orang: `{ $found }`
    .help = Ganti dengan sebutan, seperti "seorang petani" atau "Pelaku UMKM". Pejabat ditulis di `official`; warga yang setuju secara tertulis, di `name` dengan `consent`. Nama jalan, sekolah, atau tokoh sejarah boleh: tulis di `public_names` dalam site.yaml.
    .why = Menurut UU 27/2022 nama orang pribadi hanya terbit dengan persetujuannya, juga kalau tertulis di judul, di kunci yang menjadi alamat halaman, atau pada nama foto. Program hanya menduga dari sapaan (Bu, Pak, Haji, Sdr., …), gelar, atau umur; yang ditulis dengan cara lain tidak ditemukan.
J607 = ini tampak seperti alamat rumah: `{ $found }`
    .help = Tulis desa atau dusunnya saja, tanpa nomor RT, RW, dan rumah. Alamat kantor atau sekolah boleh: tulis di `public_names` dalam site.yaml.
    .why = Nomor rumah, RT, dan RW menunjuk satu keluarga atau beberapa puluh keluarga saja: pembaca dapat mendatangi siapa yang mengeluh. Desa sudah cukup untuk tahu di mana janji harus dipenuhi.
J608 = ini tampak seperti keterangan kesehatan seseorang: `{ $found }`
    .help = Hapus nama atau sebutan orangnya, atau tulis tanpa penyakitnya: "warga yang memerlukan bantuan".
    .why = Data kesehatan termasuk data pribadi yang bersifat spesifik (UU 27/2022, Pasal 4). Penyakit dan disabilitas boleh ditulis sebagai pokok bahasan, tetapi tidak di samping orang yang dapat dikenali.

J609 =
    { $why ->
        [missing] kata yang dicoret menurut hukum tidak dapat dicari: kunci .jhur-key tidak ada
        [unreadable] kata yang dicoret menurut hukum tidak dapat dicari: .jhur-key tidak dapat dibaca, atau isinya bukan kunci
       *[other] kata yang dicoret menurut hukum tidak dapat dicari: { $count } baris content/redacted.jsonl dibuat dengan kunci lain, bukan .jhur-key ini
    }
    .help = Salin .jhur-key, yang dipakai membuat daftar itu, dari cadangan atau dari komputer tempat kata dicoret, ke folder ini, di samping content/. Kalau tidak ada lagi salinannya, daftar itu tidak dapat dibuka siapa pun: hapus content/redacted.jsonl, lalu tulis lagi katanya: jhur redact CATATAN NOMOR --basis … --reason … --word …
    .why = Tanpa kuncinya content/redacted.jsonl tidak berkata apa-apa, sehingga orang yang memegang catatan pun tidak dapat menebak katanya. Kuncinya ada di .jhur-key di samping content/, tidak di dalam content/ dan tidak di Git: simpan salinannya di tempat yang aman. Komputer tanpa kunci itu (misalnya tempat alur kerja berjalan) memeriksa semua yang lain; jalankan jhur check di komputer yang memegang kunci sebelum menerbitkan.

## J7: foto

J701 = foto `{ $found }` tidak ada di content/media/
    .help =
        { $near ->
            [none] Salin fotonya ke content/media/, dengan nama yang persis sama.
           *[other] Maksudnya `{ $near }`?
        }
    .why = Foto disebut dengan nama berkasnya di content/media/. Kalau tidak ada, halaman akan menampilkan gambar yang rusak. Periksa ejaan dan akhirannya (.jpg atau .jpeg).
J702 =
    { $why ->
        [case] nama berkas fotonya `{ $near }`, dengan huruf besar dan kecil yang lain
        [accent] huruf beraksen dalam nama ini tersimpan dengan cara macOS
        [path] `{ $found }` bukan nama berkas di dalam content/media/
       *[other] `{ $found }` bukan jenis foto yang dapat ditampilkan
    }
    .help =
        { $why ->
            [case] Tulis: file: { $near }
            [accent] Ketik ulang: file: { $near }
            [path] Salin fotonya ke content/media/ dan tulis namanya saja: file: { $near }
           *[other] Simpan ulang fotonya sebagai salah satu dari: { $near }.
        }
    .why = Di Windows `Foto.JPG` dan `foto.jpg` sama, di server tidak: fotonya hilang begitu situs terbit. Tulis nama persis seperti berkasnya, tanpa folder di luar content/media/. Yang dapat ditampilkan: jpg, jpeg, png, webp.
J703 = foto `{ $found }` menyimpan tempat ia diambil ({ $store })
    .help = Hapus datanya dari berkas itu. Windows: klik kanan, Properties, Details, "Remove Properties and Personal Information". Di ponsel: bagikan ulang tanpa lokasi. Atau: exiftool -overwrite_original -gps:all= -xmp:all= -iptc:all= "content/media/{ $found }"
    .why = Kamera ponsel menulis letak pengambilan ke dalam foto (EXIF), kadang letak rumah seorang warga; program pengolah foto menulis nama tempatnya (XMP, IPTC). Situs hanya memuat salinan yang dikecilkan dan tanpa data itu, jadi tidak ada yang ikut terbit. Tetapi berkas aslinya ada di folder catatan, dan folder itu dibagikan ke orang lain.
J704 =
    { $why ->
        [empty] berkas foto `{ $found }` kosong
       *[other] berkas `{ $found }` tidak dapat dibaca sebagai foto
    }
    .help =
        { $why ->
            [empty] Salin fotonya sekali lagi ke content/media/.
           *[other] Buka di program gambar, lalu simpan ulang sebagai JPEG.
        }
    .why = Berkas yang kosong atau terpotong biasanya tersisa dari penyalinan atau unduhan yang putus. Foto iPhone (HEIC) yang hanya diganti namanya menjadi .jpg juga tidak dapat dibaca. Isinya harus benar-benar JPEG, PNG, atau WebP.
J705 =
    { $why ->
        [bytes] berkas foto `{ $found }` terlalu besar: { $size } MB, paling banyak { $limit } MB
       *[other] foto `{ $found }` terlalu besar: { $size } megapiksel, paling banyak { $limit } megapiksel
    }
    .help = Kecilkan di program gambar, misalnya menjadi selebar 4000 piksel. Situs menampilkan paling lebar 1280 piksel.
    .why = Foto sebesar itu memakan memori dan waktu setiap kali situs dibangun, dan tidak menjadi lebih jelas di layar siapa pun.

## J8: tema

J801 = templat tema rusak: { $why }
    .help = Perbaiki templatnya, atau hapus berkas itu supaya yang bawaan dipakai.
    .why = Tema situs ini mengganti sebagian templat bawaan, dan salah satunya tidak dapat dijalankan. Pesan di atas berbahasa Inggris karena berasal dari mesin templat. Menghapus berkas itu mengembalikan tampilan bawaan.
J802 = berkas kata-kata tema tidak dapat dibaca di sini
    .help = Bandingkan dengan berkas bawaan: setiap baris berbentuk kunci = teks, dan sambungannya menjorok.
    .why = Kata-kata situs ditulis dalam berkas Fluent (.ftl). Satu tanda yang keliru membuat bagian itu tidak terbaca. Betulkan baris yang ditunjuk, atau hapus berkasnya supaya yang bawaan dipakai.
J803 = tema yang disebut di `site.yaml` tidak ada
    .help = Tulis theme: pendopo, atau buat foldernya di themes/.
    .why = Tema dicari di folder themes/ di samping content/; yang bawaan bernama pendopo. Nama folder harus persis sama dengan yang ditulis di site.yaml.
J804 = berkas tema { $path } tidak menggantikan apa pun
    .help = Periksa namanya: harus sama dengan berkas yang ada pada tema bawaan.
    .why = Berkas tema menggantikan berkas bawaan yang bernama sama. Nama yang tidak ada padanannya hampir selalu salah ketik, dan perubahan Anda tidak akan tampak.
J805 = pengaturan tema tidak dapat dibaca di sini
    .help = Bandingkan dengan theme.yaml bawaan: kuncinya harus dikenal dan nilainya berbentuk sama.
    .why = theme.yaml memuat pengaturan tema, misalnya warna. Kunci atau nilai yang tidak dikenal tidak dapat dipakai. Betulkan, atau hapus barisnya supaya nilai bawaan dipakai.

## J9: program dan komputer

J901 = { $path } tidak dapat ditulis: { reason-word }
    .help = { $what ->
        [file] { $done ->
            [other] { $done } berkas sudah ditulis; berkas ini dan yang sesudahnya tetap seperti semula. Perbaiki sebabnya, lalu jalankan lagi: yang sudah ditulis tidak diubah dua kali.
           *[none] Berkas itu tetap seperti semula. Perbaiki sebabnya, lalu jalankan lagi.
        }
       *[site] Situs lama tetap utuh. Perbaiki sebabnya, lalu jalankan lagi.
    }
    .why = Program menyiapkan yang baru di samping yang lama, dan baru menukarnya kalau semuanya selesai. Kalau penulisan gagal, yang lama tidak tersentuh. Periksa sisa ruang penyimpanan dan izin folder.
J902 =
    { $reason ->
        [random] sistem tidak memberi bilangan acak
       *[other] { $path } tidak dapat dibaca: { reason-word }
    }
    .help = { $reason ->
        [random] Nyalakan ulang komputer, lalu jalankan lagi.
        [changed] Tunggu sampai berkas itu selesai disimpan, lalu jalankan lagi.
       *[other] Periksa izin berkas atau folder itu, lalu jalankan lagi.
    }
    .why = Program perlu membaca berkas itu dan sistem menolaknya. Biasanya izinnya kurang, atau berkasnya belum terunduh dari awan. Tidak ada yang diubah.
J903 = { $path } bukan folder keluaran program ini
    .help = Pilih folder yang kosong atau belum ada.
    .why = Folder keluaran diganti seluruhnya setiap kali situs dibuat. Supaya tidak ada berkas Anda yang terhapus, program hanya menulis ke folder yang dibuatnya sendiri atau yang kosong.
J904 = di folder keluaran ada berkas yang tidak dibuat program ini: { $path }
    .help = Pindahkan berkas itu. Yang harus ikut terbit ditaruh di content/.
    .why = Folder keluaran diganti seluruhnya, sehingga berkas tambahan di dalamnya akan hilang. Program berhenti sebelum itu terjadi. Semua yang terbit harus berasal dari content/ atau themes/.
J905 = { $path } sedang dipakai oleh jhur yang lain
    .help = Tunggu sampai selesai, lalu jalankan lagi.
    .why = Dua pembuatan situs ke folder yang sama akan saling merusak. Yang kedua karena itu berhenti. Kalau yang pertama terputus, kuncinya lepas dengan sendirinya.
J906 = { $path } menghalangi tempat situs akan ditulis
    .help = Pindahkan atau ganti namanya, lalu jalankan lagi.
    .why = Di tempat folder keluaran ada sesuatu yang bukan folder biasa, misalnya berkas atau tautan. Program tidak menghapusnya untuk Anda.
J907 = di { $path } tidak ada situs
    .help = Jalankan di folder yang memuat content/, atau sebut foldernya. Situs baru dibuat dengan `jhur init`.
    .why = Program mencari folder content/ di folder tempat ia dijalankan. Biasanya Anda berada satu tingkat terlalu dalam atau terlalu luar.
J908 = { $path } sudah ada
    .help = Pilih nama lain, atau hapus dulu yang lama.
    .why = Program tidak pernah menimpa berkas yang Anda tulis. Kalau memang ingin mulai lagi, pindahkan yang lama.
J909 = `{ $found }` tidak dapat dipakai untuk { $what }
    .help = `jhur help` menampilkan cara memakainya.
    .why = Yang ditulis di belakang perintah tidak dapat dibaca. Tanggal ditulis tahun-bulan-hari; pilihan lain ada di `jhur help`.
J910 = tidak ada aturan dengan kode `{ $found }`
    .help =
        { $near ->
            [none] Kode terdiri atas J dan tiga angka, misalnya J301; tertulis di kurung siku pada setiap pesan.
           *[other] Maksudnya { $near }?
        }
    .why = Setiap pesan membawa kode aturannya, dan `jhur explain KODE` menjelaskannya dengan contoh. Kode tidak pernah berganti arti.
J911 =
    { $case ->
        [unnamed] kunci di { $path } tidak dapat dipakai: site.yaml tidak menyebut `signing_key`
        [unreadable] { $path } bukan kunci rahasia minisign
        [password] kata sandi kunci { $path } salah
        [public] `signing_key` di site.yaml bukan kunci umum minisign
       *[other] kunci di { $path } bukan pasangan `signing_key` di site.yaml
    }
    .help =
        { $case ->
            [unnamed] Tambahkan di site.yaml: signing_key: …, dari baris kedua berkas minisign.pub
            [unreadable] Buat kunci dengan: minisign -G
            [password] Taruh kata sandinya di JHUR_KEY_PASSWORD.
            [public] Salin baris kedua dari berkas minisign.pub; ia diawali RW.
           *[other] Pakai kunci rahasia yang sepasang.
        }
    .why = Situs lama tetap utuh. Manifest ditandatangani supaya pembaca tahu siapa yang menerbitkannya; kunci rahasia tidak pernah berada di content/.
J912 =
    { $case ->
        [taken] port { $port } sedang dipakai program lain
        [denied] sistem tidak mengizinkan port { $port } dipakai
       *[other] port { $port } tidak dapat dipakai
    }
    .help = Pilih port lain, misalnya: jhur serve --port { $near }
    .why = `jhur serve` menampilkan situs di alamat komputer ini; nomor di akhir alamat itu disebut port. Satu port hanya dapat dipakai satu program; sering kali `jhur serve` yang lain masih berjalan di jendela lain. Nomor mana saja dari 1024 sampai 65535 dapat dipakai.
J913 =
    { $case ->
        [empty] { $path } kosong
        [too-large] { $path } terlalu besar
        [password] { $path } dikunci dengan kata sandi
        [old] { $path } berformat Excel lama (.xls)
        [damaged] { $path } rusak atau terpotong
        [encoding] huruf di { $path } tidak tersimpan sebagai UTF-8
        [no-sheet] di { $path } tidak ada lembar yang dikenal
       *[foreign] { $path } bukan berkas lembar kerja yang dikenal
    }
    .help =
        { $case ->
            [empty] Simpan lagi dari program lembar kerja.
            [too-large] Hapus lembar, gambar dan baris yang tidak perlu, lalu simpan lagi.
            [password] Simpan salinannya tanpa kata sandi.
            [old] Simpan sebagai .xlsx atau .ods.
            [damaged] Minta berkas aslinya lagi, atau buka dan simpan sebagai .xlsx.
            [encoding] Simpan sebagai "CSV UTF-8", atau sebagai .xlsx.
            [no-sheet] Mulai dari lembar yang dibuat `jhur export data.xlsx`; nama lembar dan judul kolomnya jangan diganti.
           *[foreign] Yang dibaca: .xlsx, .ods, dan .csv. Simpan sebagai salah satunya.
        }
    .why = Berkas lembar kerja dibaca apa adanya, tanpa membuka Excel. Berkas yang terkunci, rusak, berformat lain atau tidak wajar besarnya ditolak, dan tidak ada yang ditulis.
J914 = { $day } { day-origin } adalah { $days } hari sesudah hal terbaru yang diketahui di sini, { $newest }
    .help = { $origin ->
        [as-of] Periksa tanggal sesudah --as-of. Kalau benar, jalankan lagi dengan --yes
        [epoch] Hapus variabel SOURCE_DATE_EPOCH dari lingkungan, atau kalau hari itu benar, jalankan lagi dengan --yes
       *[clock] Periksa tanggal komputer ini: mungkin jamnya salah. Kalau tanggalnya benar, jalankan lagi dengan --yes
    }
    .why = Hari yang lebih dari 60 hari sesudah terbitan terakhir, tanggal terbaru dalam catatan, dan berkas terbaru di content/ biasanya jam yang salah. Terbitan dengan hari yang salah tidak dapat ditarik, dan situsnya menyebut tenggat yang lewat padahal belum.
J915 = menurut keadaan { $day } { day-origin } belum ada satu kunjungan pun; yang pertama diketahui { $first }
    .help = { $origin ->
        [as-of] Pilih hari { $first } atau sesudahnya.
        [epoch] Hapus variabel SOURCE_DATE_EPOCH dari lingkungan, lalu jalankan lagi.
       *[clock] Periksa tanggal komputer ini; sesudah benar, jalankan lagi.
    }
    .why = Situs menurut hari itu kosong, dan akan menggantikan situs yang berisi. Hampir selalu jamnya salah, atau SOURCE_DATE_EPOCH tertinggal dari pembuatan program lain.
J916 =
    { $reason ->
        [status] { $from } menjawab dengan status { $status }
        [no-host] nama situs di { $from } tidak ditemukan
        [timeout] { $from } tidak menjawab pada waktunya
        [tls] sambungan ke { $from } tidak aman
        [large] { $from } lebih besar daripada 100 juta bita
        [address] { $from } bukan alamat
        [file] { $from } tidak dapat dibaca
       *[connection] { $from } tidak dapat dihubungi
    }
    .help = { $reason ->
        [no-host] Periksa alamatnya dan sambungan internet, lalu jalankan lagi.
        [address] Tulis seperti di peramban, misalnya https://example.org/6/
        [file] Periksa apakah Anda boleh membacanya, lalu jalankan lagi.
       *[other] Buka alamat itu di peramban. Kalau di sana terbuka, jalankan lagi nanti.
    }
    .why = Tidak ada yang dibandingkan dan tidak ada yang diubah. Bahwa sebuah situs tidak dapat dihubungi tidak mengatakan apa-apa tentang catatan terbitnya.
