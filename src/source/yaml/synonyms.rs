//! Indonesian words for the words of the vocabularies, for "did you mean": people write `selesai` where the format says
//! `done-reported`.

/// Pairs of what is written and what may be meant; of several, the first that the vocabulary has.
#[rustfmt::skip]
const SYNONYMS: &[(&str, &str)] = &[
    ("rencana", "planned"), ("direncanakan", "planned"), ("dianggarkan", "planned"),
    ("berjalan", "in-progress"), ("dikerjakan", "in-progress"), ("proses", "in-progress"),
    ("terhambat", "stalled"), ("tertunda", "stalled"), ("sebagian", "partly-done"),
    ("selesai", "done-reported"), ("selesai", "done"), ("done", "done-reported"), ("terverifikasi", "done-verified"),
    ("diganti", "superseded"), ("batal", "dropped"), ("dibatalkan", "dropped"), ("dihentikan", "dropped"),
    ("janji", "promised"), ("dijanjikan", "promised"), ("sanggup", "promised"), ("dikaji", "to-study"),
    ("dialihkan", "referred"), ("diteruskan", "referred"), ("disarankan", "advised"), ("saran", "advised"),
    ("dijelaskan", "explained"), ("penjelasan", "explained"), ("terbatas", "limited"), ("ditolak", "declined"),
    ("pers", "press"), ("berita", "press"), ("media", "press"), ("dinas", "office"), ("opd", "office"),
    ("kantor", "office"), ("dokumen", "document"), ("surat", "document"), ("warga", "citizen"),
    ("inspektorat", "inspectorate"), ("langsung", "direct"), ("terkait", "related"),
];

/// The word of `vocabulary` that an Indonesian word stands for.
pub(super) fn resolve_synonym<'v>(written: &str, vocabulary: &[&'v str]) -> Option<&'v str> {
    let written = written.to_lowercase();
    let pairs = SYNONYMS.iter().filter(|(word, _)| *word == written);
    pairs
        .into_iter()
        .find_map(|(_, meant)| vocabulary.iter().copied().find(|word| word == meant))
}
