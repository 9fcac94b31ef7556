//! Indonesian synonyms of the format's enum values, for "did you mean": people write `selesai`
//! where the format has `done-reported`. Used by [`super::validate`].

/// Pairs of a written word and the value it may mean; of several, the first that the enum has
/// counts.
#[rustfmt::skip]
const SYNONYMS: &[(&str, &str)] = &[
    ("rencana", "planned"), ("direncanakan", "planned"), ("dianggarkan", "planned"),
    ("berjalan", "in-progress"), ("dikerjakan", "in-progress"), ("proses", "in-progress"),
    ("terhambat", "stalled"), ("tertunda", "stalled"), ("sebagian", "partly-done"),
    ("selesai", "done-reported"), ("selesai", "done"), ("done", "done-reported"),
    ("terverifikasi", "done-verified"), ("diganti", "superseded"), ("batal", "dropped"),
    ("dibatalkan", "dropped"), ("dihentikan", "dropped"), ("janji", "promised"),
    ("dijanjikan", "promised"), ("sanggup", "promised"), ("dikaji", "to-study"),
    ("dialihkan", "referred"), ("diteruskan", "referred"), ("disarankan", "advised"),
    ("saran", "advised"), ("dijelaskan", "explained"), ("penjelasan", "explained"),
    ("bersyarat", "conditional"), ("terbatas", "limited"), ("ditolak", "declined"), ("pers", "press"), ("berita", "press"),
    ("media", "press"), ("dinas", "office"), ("opd", "office"), ("kantor", "office"),
    ("dokumen", "document"), ("surat", "document"), ("warga", "citizen"),
    ("tidak diberitakan", "unreported"), ("tidak-diberitakan", "unreported"),
    ("tak diberitakan", "unreported"), ("resmi", "official"), ("pemerintah", "official"),
    ("independen", "independent"), ("mandiri", "independent"), ("tidak resmi", "independent"),
    ("inspektorat", "inspectorate"), ("langsung", "direct"), ("terkait", "related"),
];

/// The value of an enum that an Indonesian word stands for, if there is one.
pub(super) fn resolve_synonym<'v>(written: &str, vocabulary: &[&'v str]) -> Option<&'v str> {
    let written = written.to_lowercase();
    for (word, meant) in SYNONYMS {
        if *word == written
            && let Some(value) = vocabulary.iter().find(|value| *value == meant)
        {
            return Some(value);
        }
    }
    None
}
