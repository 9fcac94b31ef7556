//! The words by which people and what is private about them are known, in small letters: data for
//! `names` and `health`. A word that is missing here is a name that is not found, or a warning too
//! many; add it, with an example in `tests/privacy`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Words to look up.
pub(super) type WordList = LazyLock<BTreeSet<&'static str>>;

fn split(words: &'static str) -> BTreeSet<&'static str> {
    words.split_ascii_whitespace().collect()
}

/// Words before a person's name, with or without a full stop behind them.
pub(super) static HONORIFICS: WordList = LazyLock::new(|| {
    split(
        "bu pak ibu bapak bpk bunda sdr sdri saudara saudari h hj haji hajah hajjah mbah simbah \
        mas mbak kang cak ning gus lora kiai kyai kh nyai ustaz ustad ustadz ustazah ustadzah \
        almarhum almarhumah alm almh tn ny nn tuan nyonya nona eyang habib drs dra ir prof dr \
        drg mr mrs ms bude pakde paman bibi dek dik bang neng raden pendeta pdt suster romo",
    )
});

/// Those that are taken for one only in small letters with a name behind them that is common,
/// or with a capital letter: `pak slamet`, `Pak Slamet`.
pub(super) static COMMON_HONORIFICS: WordList = LazyLock::new(|| {
    split("bu pak bpk mbah mbak sdr sdri kang cak gus ustaz ustadz haji hj almarhum alm")
});

/// Those that stand in keys and names of files, where all letters are small.
pub(super) static KEY_HONORIFICS: WordList = LazyLock::new(|| {
    split(
        "bu pak ibu bapak bpk sdr sdri saudara saudari hj haji hajah hajjah mbah mas mbak kang \
        cak ning gus lora kiai kyai kh nyai ustaz ustad ustadz ustazah ustadzah almarhum \
        almarhumah alm tn ny nn",
    )
});

/// Titles that are something else in small letters.
pub(super) static SHORT_TITLES: WordList = LazyLock::new(|| split("h ir ms mr tn ny nn kh"));

/// Before a single letter these count: `Blok H`.
pub(super) static BEFORE_LETTERS: WordList =
    LazyLock::new(|| split("blok huruf pasal kelas tipe type golongan gedung ruang grup paket"));

/// Before these `haji` is the pilgrimage.
pub(super) static BEFORE_HAJJ: WordList =
    LazyLock::new(|| split("asrama ibadah jamaah jemaah calon kuota embarkasi manasik petugas"));

/// Between an honorific and a name: `Pak RT Slamet`.
pub(super) static BETWEEN: WordList =
    LazyLock::new(|| split("rt rw haji hajah hajjah guru modin kasun kadus"));

/// Small words within a name.
pub(super) static PARTICLES: WordList = LazyLock::new(|| split("bin binti al el van de"));

/// Short forms of names with a full stop behind them, which ends no sentence.
pub(super) static SHORT_NAMES: WordList =
    LazyLock::new(|| split("moh muh moch much mohd ach abd st sit nur md"));

/// Names that many people in Jember have: known even in small letters, behind an honorific.
pub(super) static COMMON_NAMES: WordList = LazyLock::new(|| {
    split(
        "abdul abdullah achmad agung agus ahmad ali aminah andi anik anton arif asmat astutik \
        bambang budi buhari dani dedi dewi didik dwi edi eko endang erna fatimah hadi halimah \
        hari hariyanto hasan hasanah hendra heri holil holifah imam indah iwan jamal joko \
        juma'ati jumadi karyono khotimah kholil kusnadi lilik lukman mahfud mariam marsum \
        misnadi misnati moh muhammad mulyadi mulyono mustofa ningsih nur nurhayati ponidi \
        ponimin purwanto rahmat ratna rohmah rudi saiful samsul sari siti slamet solihin sri \
        sugeng sugianto sugiono suharto sukarno sulastri sulis sumarni sumiati sunarto \
        suparman suparno supri supriyadi suryadi susanto sutikno sutrisno suwarno suyono titik \
        tri tukiman tuminah umar umi usman wahyudi wati wawan yanti yanto yuli yusuf zainal \
        zainul",
    )
});

/// Words behind an honorific, or with a capital letter before an age, that are no person's
/// name: offices, what they hold, places, groups, and what `ibu` and `bapak` mean besides.
pub(super) static NOT_NAMES: WordList = LazyLock::new(|| {
    split(
        "bupati wabup wakil camat kades lurah kepala kadis kabid kabag kasi kasubag kasun kadus \
        sekda sekdes sekcam sekretaris ketua anggota dewan gubernur presiden menteri wapres \
        wagub walikota wali kapolres kapolsek kapolri kapolda danramil dandim babinsa \
        bhabinkamtibmas direktur dirut rektor dekan guru dosen dokter bidan perawat mantri \
        modin plt pj plh pjs asisten staf staff pejabat petugas perangkat pamong pengurus \
        koordinator bendahara jaksa hakim polisi tentara kepsek kakanwil kepolisian inspektur \
        menko mendagri mensos menkes pimpinan penyuluh pendamping kader regent governor \
        president mayor village district head chair minister vice desa kelurahan kecamatan \
        kabupaten kota provinsi dusun kampung jember jawa indonesia dinas badan bagian bidang \
        balai kantor pemkab pemda pemerintah puskesmas posyandu rumah sekolah pasar jalan jl \
        gang masjid musala pondok pesantren yayasan komisi fraksi partai kelompok koperasi \
        paguyuban forum tim satpol polres polsek bpd rt rw pkk pkh kb umkm opd asn pns dprd \
        bpjs apbd tni polri kua sdn smp sma smk mts man paud perda perbup undang pasal bab \
        lampiran nomor tahun bulan pengajian muslimat fatayat aisyiyah bhayangkari persit \
        dharma majelis takmir warga rakyat masyarakat penduduk petani nelayan pedagang buruh \
        pelaku pekerja karyawan pegawai siswa santri mahasiswa pemuda tani penjual pemilik \
        penerima peserta penggarap peternak perajin pengrajin sopir tukang juru kuli pensiunan \
        penjaga pengasuh pembina tokoh sesepuh tetangga lansia janda duda penyandang penderita \
        pasien korban senin selasa rabu kamis jumat sabtu minggu januari februari maret april \
        mei juni juli agustus september oktober november desember hamil menyusui melahirkan \
        bersalin nifas balita bayi anak negara pertiwi asuh angkat tiri kandung muda tunggal \
        tua bekerja rumahtangga yang dan atau serta dari di ke untuk dengan dalam pada oleh \
        saya kami kita mereka ini itu ibu bapak pak bu bapa mas mbak saudara saudari sekalian \
        semua para kawin khusus reguler plus furoda umrah mabrur batangan murni sebangsa \
        seiman sepupu allah tuhan nabi juga tidak sudah belum akan bisa ada berdaya berkebaya \
        sehat cerdas mandiri kreatif inspiratif peduli pintar miskin kurang mengandung \
        berisiko risti kek meninggal dunia the and of in at he she it pengganti literasi genre \
        tangga foto photo img jpg jpeg png webp copy edit baru lama depan",
    )
});

/// Before `bernama` these are things: a programme, a village.
pub(super) static NAMED_THINGS: WordList = LazyLock::new(|| {
    split(
        "aplikasi program kegiatan desa dusun jalan sungai kelompok pasar kanal grup situs \
        tempat kampung produk merek merk batik koperasi sekolah layanan gerakan embung \
        bendungan dam jembatan perusahaan akun wisata kecamatan acara inovasi sistem toko",
    )
});

/// Illnesses, disabilities and states of which nobody should read who has them. Alternatives of
/// a pattern.
pub(super) const CONDITIONS: &str = concat!(
    "stroke|strok|tbc|tb paru|tuberkulosis|kanker|tumor|hiv|aids|odha|stunting|",
    "gizi buruk|gangguan jiwa|gangguan mental|sakit jiwa|odgj|depresi|skizofrenia|",
    "bipolar|lumpuh|difabel|disabilitas|cacat|tunanetra|tunarungu|tunawicara|tunadaksa|",
    "tunagrahita|autis|autisme|epilepsi|ayan|kusta|lepra|diabetes|gagal ginjal|",
    "cuci darah|sakit jantung|hepatitis|thalasemia|leukemia|hidrosefalus|hydrocephalus|",
    "cerebral palsy|down syndrome|keguguran|sifilis|pikun|cancer|tuberculosis|paralysed|",
    "disabled|disability|mental illness|leprosy|epilepsy|blind",
);

/// A relative of somebody: `istrinya`, `anak saya`. Alternatives of a pattern.
pub(super) const RELATIVES: &str = concat!(
    "anak|istri|isteri|suami|ibu|bapak|ayah|adik|kakak|cucu|nenek|kakek|mertua|",
    "orang tua|orangtua|keponakan|menantu|saudara",
);
