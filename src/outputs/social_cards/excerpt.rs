//! Excerpts: the first sentence of an answer.

/// A word of so few letters before a full stop is taken for an abbreviation: "H.", "No.", "Kec.".
const ABBREVIATION: usize = 3;

/// The first sentence of a text in one line; all of it if no sentence ends within.
pub(super) fn first_sentence(text: &str) -> String {
    for (at, end) in text.match_indices(['.', '!', '?']) {
        let (sentence, rest) = text.split_at(at + end.len());
        let next = rest.strip_prefix(' ').and_then(|rest| rest.chars().next());
        // "Rp 1.500" and "dan lain-lain. untuk" go on; an abbreviation before a name does too.
        let starts_anew = next.is_some_and(|c| c.is_uppercase() || "“\"‘(".contains(c));
        if starts_anew && (end != "." || !is_abbreviation(&text[..at])) {
            return sentence.to_owned();
        }
    }
    text.to_owned()
}

/// Whether the last word before a full stop is an abbreviation.
fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit([' ', '(', '.']).next().unwrap_or_default();
    let is_number = word.chars().all(|c| c.is_ascii_digit());
    !is_number && word.chars().count() <= ABBREVIATION
}

#[cfg(test)]
mod tests {
    use super::first_sentence;

    #[test]
    fn a_sentence_ends_before_the_next_one() {
        for (text, first) in [
            ("Akan ditambal. Tahun depan selesai.", "Akan ditambal."),
            (
                "Anggaran Rp 1.500 juta. Sisanya menyusul.",
                "Anggaran Rp 1.500 juta.",
            ),
            ("Menurut H. Hendy cukup. Titik.", "Menurut H. Hendy cukup."),
            (
                "Selesai tahun 2023. Menurut dinas begitu.",
                "Selesai tahun 2023.",
            ),
            ("Kapan? Besok.", "Kapan?"),
            ("Tanpa titik", "Tanpa titik"),
            ("", ""),
        ] {
            assert_eq!(first_sentence(text), first);
        }
    }
}
