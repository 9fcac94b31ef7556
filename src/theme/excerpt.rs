//! Excerpts of texts: the first sentence, and as much as a description or a row has room for. Used by
//! the filter of templates and by social cards.

/// A word of so few letters before a full stop is taken for an abbreviation: "H.", "No.", "Kec.".
const ABBREVIATION: usize = 3;

/// The first sentence of a text in one line; all of it if no sentence ends within.
pub fn first_sentence(text: &str) -> String {
    let end = sentence_ends(text).next().unwrap_or(text.len());
    text[..end].to_owned()
}

/// The start of a plain text, of at most so many characters and an ellipsis: the whole sentences
/// that fit, if they fill half of it, else the whole words.
pub(super) fn excerpt(text: &str, max_chars: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(max_chars) else {
        return text.to_owned();
    };
    let start = &text[..end];
    let cut = match sentence_ends(text).take_while(|at| *at <= end).last() {
        Some(at) if at * 2 >= start.len() => at,
        // A single word that is too long is cut all the same.
        _ => start.rfind(' ').unwrap_or(end),
    };
    format!("{} …", start[..cut].trim_end_matches([' ', ',', ';', ':']))
}

/// Where sentences end within a text that goes on.
fn sentence_ends(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices(['.', '!', '?'])
        .filter_map(|(at, mark)| {
            let rest = &text[at + mark.len()..];
            let next = rest.strip_prefix(' ')?.chars().next()?;
            // "Rp 1.500" and "dan lain-lain. untuk" go on; an abbreviation before a name does too.
            let starts_anew = next.is_uppercase() || "“\"‘(".contains(next);
            let ends = starts_anew && (mark != "." || !is_abbreviation(&text[..at]));
            ends.then_some(at + mark.len())
        })
}

/// Whether the last word before a full stop is an abbreviation.
fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit([' ', '(', '.']).next().unwrap_or_default();
    let is_number = word.chars().all(|c| c.is_ascii_digit());
    !is_number && word.chars().count() <= ABBREVIATION
}

#[cfg(test)]
mod tests {
    use super::{excerpt, first_sentence};

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

    #[test]
    fn an_excerpt_ends_at_a_sentence_or_a_word() {
        for (text, expected) in [
            ("Pendek.", "Pendek."),
            (
                "Kalimat pertama yang agak panjang. Lalu satu lagi.",
                "Kalimat pertama yang agak panjang. …",
            ),
            (
                "Satu. Dua kata yang tidak habis-habisnya ditulis orang",
                "Satu. Dua kata yang tidak habis-habisnya …",
            ),
            (
                "Sumber, yang lain-lain, dan ketidakterbacaannya sekali",
                "Sumber, yang lain-lain, dan …",
            ),
        ] {
            assert_eq!(excerpt(text, 44), expected);
        }
    }
}
