//! Names of people as they are written in texts (`Pak Slamet`, `bernama Siti`, `Slamet Riyadi,
//! S.Pd.`, `Siti Aminah (45)`), in keys and in names of files (`bu_siti.jpg`), in the
//! [normal form](crate::records::Normalised) of a text.
//!
//! A name without any such word beside it is not found: capital letters alone are names of places
//! and programmes more often than of people. What may stand in public is let pass by
//! [`super::public_names`].

use super::words::{
    BEFORE_HAJJ, BEFORE_LETTERS, BETWEEN, COMMON_HONORIFICS, COMMON_NAMES, HONORIFICS,
    KEY_HONORIFICS, NAMED_THINGS, NOT_NAMES, PARTICLES, SHORT_NAMES, SHORT_TITLES, WordList,
};
use regex::Regex;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

/// The most words of a name.
const MAX_NAME_WORDS: usize = 5;
/// The fewest letters of a name in capital letters: shorter ones are abbreviations.
const MIN_CAPITALS: usize = 4;
/// The fewest letters of a name in a key.
const MIN_KEY_LETTERS: usize = 3;

/// Names before an age or an academic degree.
const MARKED_NAME_PATTERN: &str = concat!(
    r"(?P<aged>\p{Lu}[\p{Ll}'’]+(?: \p{Lu}[\p{Ll}'’.]+){0,3}),? ?\(\d{1,2} ?(?:tahun|thn|th)\.?\)",
    r"|(?P<old>\p{Lu}[\p{Ll}'’]+(?: \p{Lu}[\p{Ll}'’.]+){1,3}) \([1-9]\d\)",
    r"|(?P<learned>(?:\p{Lu}[\p{L}'’]*\.? ){0,4}\p{Lu}[\p{L}'’]+),? ",
    r"(?:S\.(?:Pd|H|E|T|P|Sos|Ag|Kom|Kep|IP|Si|Hum|Psi|KM|Farm|Pt|TP|ST)|M\.(?:Pd|Si|H|M|E|T|P|Kes|Sos|Ag|Kom|Hum|AP|Kn)|A\.Md)\b",
    r"|(?P<titled>(?:\p{Lu}[\p{L}'’]*\.? ){1,4}\p{Lu}[\p{L}'’]+), (?:SH|SE|ST|MH|MM|MSi|MPd|SPd|SAg|SSos)\b"
);

/// `None` only if the pattern could not be read, which a test rules out.
static MARKED_NAME: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(MARKED_NAME_PATTERN).ok());

/// A name with what it is known by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FoundName {
    /// The words before the name and the name.
    pub(super) whole: Range<usize>,
    /// The name alone.
    pub(super) name: Range<usize>,
}

/// A word of a text.
struct Word<'t> {
    text: &'t str,
    /// In small letters, which most words are written in.
    lower: Cow<'t, str>,
    start: usize,
    /// What stands between it and the word before.
    gap: &'t str,
}

impl Word<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }

    fn is(&self, list: &WordList) -> bool {
        list.contains(&*self.lower)
    }

    /// Whether it can be a name by its letters: `Slamet`, `SLAMET`, but not `PKK`.
    fn is_name(&self) -> bool {
        let letters = self.text.chars().count();
        let is_capitals = self.text.chars().all(char::is_uppercase) && letters >= MIN_CAPITALS;
        (is_capitalised(self.text) || is_capitals) && !self.is(&NOT_NAMES)
    }

    /// Whether it stands for a name: `M.`, `Moh.`
    fn is_initial(&self) -> bool {
        let is_letter = self.text.len() == 1 && self.text.starts_with(char::is_uppercase);
        is_letter || self.is(&SHORT_NAMES)
    }
}

/// Whether a word starts with a capital letter and goes on in small ones: `APBD` is no name.
fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

fn lowercase(word: &str) -> Cow<'_, str> {
    let is_small = |b: u8| b.is_ascii() && !b.is_ascii_uppercase();
    if word.bytes().all(is_small) {
        word.into()
    } else {
        word.to_lowercase().into()
    }
}

fn split_words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let (mut start, mut gap_start) = (None, 0);
    // Behind the last letter there is a space, so that the last word ends, too.
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let is_inside = c.is_alphanumeric() || (start.is_some() && matches!(c, '\'' | '’'));
        match start {
            None if is_inside => start = Some(at),
            Some(first) if !is_inside => {
                let word = text[first..at].trim_end_matches(['\'', '’']);
                words.push(Word {
                    text: word,
                    lower: lowercase(word),
                    start: first,
                    gap: &text[gap_start..first],
                });
                (start, gap_start) = (None, first + word.len());
            }
            _ => {}
        }
    }
    words
}

/// Names in a text that people wrote.
pub(super) fn names_in_prose(text: &str) -> Vec<FoundName> {
    let words = split_words(text);
    let mut found: Vec<FoundName> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let name = introduced_name(&words, at);
        if let Some((first, end)) = name {
            found.push(FoundName {
                whole: words[at].start..words[end - 1].end(),
                name: words[first].start..words[end - 1].end(),
            });
        }
        at = name.map_or(at + 1, |(_, end)| end);
    }
    found.extend(marked_names(text));
    found.sort_by_key(|name| (name.whole.start, std::cmp::Reverse(name.whole.end)));
    // `Bapak Slamet, S.Pd.` is one name, found in two ways.
    found.dedup_by(|next, last| next.whole.start < last.whole.end);
    found
}

/// The name that the word `at` introduces: where it starts and ends.
fn introduced_name(words: &[Word<'_>], at: usize) -> Option<(usize, usize)> {
    let is_honorific = words[at].is(&HONORIFICS);
    let mut first = match is_honorific {
        true if is_doubled(words, at) || is_other_word(words, at) => return None,
        true => at + 1,
        false => behind_phrase(words, at)?,
    };
    while words.get(first).is_some_and(|word| {
        (word.is(&HONORIFICS) || word.is(&BETWEEN)) && follows(word, &words[first - 1])
    }) {
        first += 1;
    }
    let word = words.get(first).filter(|_| first > at)?;
    let is_behind = if is_honorific || words[first - 1].is(&HONORIFICS) {
        follows(word, &words[first - 1])
    } else {
        matches!(word.gap.trim(), "" | ":" | "." | "\"" | ": \"")
    };
    let is_common = words[at].is(&COMMON_HONORIFICS) && word.is(&COMMON_NAMES);
    let end = name_end(words, first, is_common);
    (is_behind && end > first).then_some((first, end))
}

/// Whether a word goes on where the one before ended: with a space, or with the full stop of a
/// short form.
fn follows(word: &Word<'_>, before: &Word<'_>) -> bool {
    let gap = word.gap.trim();
    let is_short = before.is_initial() || before.is(&HONORIFICS);
    gap.is_empty() && !word.gap.is_empty() || (gap == "." && is_short)
}

/// `Ibu-ibu`, `Mas-mas`: many, and nobody by name.
fn is_doubled(words: &[Word<'_>], at: usize) -> bool {
    let is_pair = |one: usize, two: usize| {
        let (one, two) = (words.get(one), words.get(two));
        one.zip(two)
            .is_some_and(|(one, two)| two.gap == "-" && one.lower == two.lower)
    };
    is_pair(at, at + 1) || at.checked_sub(1).is_some_and(|before| is_pair(before, at))
}

/// `Blok H Kencong`, `24 H`, `ms`: what is a title only with a capital letter, and not behind a
/// number.
fn is_other_word(words: &[Word<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).map(|n| &words[n]);
    let is_counted = before.is_some_and(|word| {
        let is_number = word.text.ends_with(|c: char| c.is_ascii_digit());
        (is_number && words[at].gap.trim().is_empty()) || word.is(&BEFORE_LETTERS)
    });
    let is_small = words[at].text.starts_with(char::is_lowercase);
    // The pilgrimage, and not who made it: `asrama haji`.
    let is_pilgrimage =
        words[at].lower == "haji" && before.is_some_and(|word| word.is(&BEFORE_HAJJ));
    is_pilgrimage || (words[at].is(&SHORT_TITLES) && (is_counted || is_small))
}

/// The word behind `bernama`, `nama:`, `a.n.`, `atas nama`, if `at` is such a word.
fn behind_phrase(words: &[Word<'_>], at: usize) -> Option<usize> {
    let (word, next) = (&words[at], words.get(at + 1)?);
    let before = at.checked_sub(1).map(|n| &words[n]);
    let is_phrase = match &*word.lower {
        "bernama" => !before.is_some_and(|word| word.is(&NAMED_THINGS)),
        "an" => next.gap.starts_with('.') && word.text == "an",
        "nama" => next.gap.starts_with(':') || before.is_some_and(|word| word.lower == "atas"),
        "namanya" => !before.is_some_and(|word| word.is(&NAMED_THINGS)),
        // a.n. Slamet, a/n Slamet
        "a" if next.lower == "n" && matches!(next.gap, "." | "/") => return Some(at + 2),
        // nama lengkap: Slamet; nama saya Slamet
        "lengkap" | "saya" | "panggilan" if before.is_some_and(|word| word.lower == "nama") => {
            word.lower == "saya" || next.gap.starts_with(':')
        }
        _ => false,
    };
    is_phrase.then_some(at + 1)
}

/// Where the name that starts at `first` ends; `first` if there is none. A common name counts in
/// small letters, too.
fn name_end(words: &[Word<'_>], first: usize, is_common: bool) -> usize {
    let mut end = first;
    for (n, word) in words.iter().enumerate().skip(first).take(MAX_NAME_WORDS) {
        if n > first && !follows(word, &words[n - 1]) {
            break;
        }
        if word.is_name() || (is_common && word.is(&COMMON_NAMES)) {
            end = n + 1;
        } else if !word.is_initial() && !word.is(&PARTICLES) {
            break;
        }
    }
    end
}

/// Names before an age or a degree.
fn marked_names(text: &str) -> Vec<FoundName> {
    let Some(pattern) = MARKED_NAME
        .as_ref()
        .filter(|_| text.contains(['(', '.', ',']))
    else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for captures in pattern.captures_iter(text) {
        let groups = ["aged", "old", "learned", "titled"];
        let Some(name) = groups.iter().find_map(|group| captures.name(group)) else {
            continue;
        };
        // Behind an office, the name alone: `Kepala Desa Slamet Riyadi, S.Pd.`
        let words = split_words(name.as_str());
        let first = words
            .iter()
            .rposition(|word| word.is(&NOT_NAMES))
            .map_or(0, |n| n + 1);
        if let Some(word) = words.get(first) {
            let range = name.start() + word.start..name.end();
            found.push(FoundName {
                whole: range.clone(),
                name: range,
            });
        }
    }
    found
}

/// Names in a key or in the name of a file, in small letters or in one word: `pak-slamet`,
/// `BuSiti.jpg`.
pub(super) fn names_in_key(key: &str) -> Vec<FoundName> {
    let parts = split_key(key);
    let mut found = Vec::new();
    let lower: Vec<String> = parts
        .iter()
        .map(|part| key[part.clone()].to_lowercase())
        .collect();
    let is_name = |n: usize| {
        lower.get(n).is_some_and(|part| {
            part.chars().count() >= MIN_KEY_LETTERS
                && part.chars().all(char::is_alphabetic)
                && !NOT_NAMES.contains(part.as_str())
                && !KEY_HONORIFICS.contains(part.as_str())
        })
    };
    for n in 0..parts.len() {
        if KEY_HONORIFICS.contains(lower[n].as_str()) && is_name(n + 1) {
            let last = if is_name(n + 2) { n + 2 } else { n + 1 };
            found.push(FoundName {
                whole: parts[n].start..parts[last].end,
                name: parts[n + 1].start..parts[last].end,
            });
        }
    }
    found
}

/// The parts of a key: between signs, at digits, and where a capital letter follows a small one.
fn split_key(key: &str) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut previous = ' ';
    for (at, c) in key.char_indices() {
        let is_new = previous.is_alphabetic() != c.is_alphabetic()
            || !previous.is_alphanumeric()
            || (previous.is_lowercase() && c.is_uppercase());
        if c.is_alphanumeric() {
            match parts.last_mut() {
                Some(part) if !is_new => part.end = at + c.len_utf8(),
                _ => parts.push(at..at + c.len_utf8()),
            }
        }
        previous = c;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{MARKED_NAME, names_in_key, names_in_prose};

    fn in_prose(text: &str) -> Vec<&str> {
        let found = names_in_prose(text).into_iter();
        found.map(|name| &text[name.whole]).collect()
    }

    #[test]
    fn names_are_known_by_the_words_beside_them() {
        assert!(MARKED_NAME.is_some());
        for (text, found) in [
            ("kata Pak Slamet Riyadi, warga.", "Pak Slamet Riyadi"),
            ("kata pak RT Slamet", "pak RT Slamet"),
            ("Almarhum Haji M. Rekaan Desa A", "Almarhum Haji M. Rekaan"),
            ("Bapak/Ibu Rekaan", "Ibu Rekaan"),
            ("Nama lengkap: Rekaan", "lengkap: Rekaan"),
            ("Drs. H. Rekaan", "Drs. H. Rekaan"),
            ("Pak Ma'ruf. Jalan", "Pak Ma'ruf"),
            ("Fulan (45 tahun) meminta", "Fulan"),
        ] {
            assert_eq!(in_prose(text), [found], "{text}");
        }
    }

    #[test]
    fn other_words_behind_an_honorific_are_no_names() {
        for text in [
            "Bapak Bupati, Ibu Kepala Dinas, Pak Camat, Pak Kades, Pak RT 03",
            "ibu hamil, Ibu rumah tangga, Ibu Kota, Ibu-Ibu Wuluhan, ibu-ibu PKK",
            "tolong pak jalan rusak; mas kawin; 24 H Kencong; Blok H Kencong",
            "Asrama Haji Sukolilo, Jamaah Haji Khusus",
            "aplikasi bernama Rekaan, atas nama Dinas Kesehatan, nama Tanjungrejo",
            "Pasal (12), Jumat (18), Lampiran Perda (20), RT/RW (16)",
        ] {
            assert_eq!(in_prose(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn names_in_keys_are_in_small_letters() {
        let in_key = |key: &'static str| -> Vec<&str> {
            names_in_key(key)
                .into_iter()
                .map(|name| &key[name.whole])
                .collect()
        };
        assert_eq!(in_key("rumah-pak-slamet-2"), ["pak-slamet"]);
        assert_eq!(in_key("bu_siti.jpg"), ["bu_siti"]);
        assert_eq!(in_key("FotoPakSlamet1.JPG"), ["PakSlamet"]);
        for key in [
            "ibu-hamil",
            "kematian-ibu-dan-anak",
            "pak-camat",
            "ibu-rumah-tangga",
        ] {
            assert_eq!(in_key(key), [""; 0], "{key}");
        }
    }
}
