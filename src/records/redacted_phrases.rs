//! The list of redacted phrases together with the key that opens it, ready to look through texts:
//! for the rules of `checks`, for `jhur release` and `jhur redact`.

use super::redaction::SearchTarget;
use super::redaction_key::KeyFile;
use super::searchable_text::SearchableText;
use super::{RedactedPhrase, RedactionKey};
use std::collections::BTreeMap;
use std::ops::Range;

/// The phrases that must not be published again.
#[derive(Debug, Default)]
pub struct RedactedPhrases {
    lines: Vec<RedactedPhrase>,
    key_file: KeyFile,
    targets: Targets,
}

/// What is looked for, with the number of its line; by its length in bytes.
#[derive(Default)]
struct Targets(BTreeMap<usize, Vec<(usize, SearchTarget)>>);

impl std::fmt::Debug for Targets {
    /// Without what the key opened.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Targets")
    }
}

impl RedactedPhrases {
    /// The phrases of a list; those are looked for whose lines the key opens.
    pub fn new(lines: Vec<RedactedPhrase>, key_file: KeyFile) -> Self {
        let mut targets: BTreeMap<_, Vec<_>> = BTreeMap::new();
        if let KeyFile::Key(key) = &key_file {
            for (number, line) in lines.iter().enumerate() {
                if let Some(target) = line.decrypt(key) {
                    let same_length = targets.entry(target.length).or_default();
                    same_length.push((number, target));
                }
            }
        }
        Self {
            lines,
            key_file,
            targets: Targets(targets),
        }
    }

    /// Whether nothing was ever redacted with its words.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The lines of the list.
    pub fn lines(&self) -> &[RedactedPhrase] {
        &self.lines
    }

    /// What is in the place of the key's file.
    pub fn key_file(&self) -> &KeyFile {
        &self.key_file
    }

    /// Of how many lines the phrase cannot be looked for, as the key is another one or is missing.
    pub fn locked_count(&self) -> usize {
        self.lines.len() - self.targets.0.values().map(Vec::len).sum::<usize>()
    }

    /// A phrase that a text holds, however it is spaced, punctuated and encoded, and in capitals or
    /// not; with where it stands in the text.
    pub fn find_in(&self, text: &str) -> Option<(&RedactedPhrase, Range<usize>)> {
        let KeyFile::Key(key) = &self.key_file else {
            return None;
        };
        if self.targets.0.is_empty() {
            return None;
        }
        let readings = SearchableText::readings(text);
        readings
            .iter()
            .find_map(|text| self.find_reading(text, key))
    }

    fn find_reading(
        &self,
        text: &SearchableText,
        key: &RedactionKey,
    ) -> Option<(&RedactedPhrase, Range<usize>)> {
        self.targets.0.iter().find_map(|(length, targets)| {
            text.windows(*length).find_map(|window| {
                let mut targets = targets.iter();
                let (line, _) = targets.find(|(_, target)| target.matches(&window, key))?;
                Some((self.lines.get(*line)?, window.origin))
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(digit: &str) -> RedactionKey {
        RedactionKey::parse(&digit.repeat(64)).unwrap()
    }

    fn line(phrase: &str, key: &RedactionKey) -> RedactedPhrase {
        RedactedPhrase::new("6/x".into(), 1, phrase, key).unwrap()
    }

    fn list(phrases: &[&str]) -> RedactedPhrases {
        let key = key("7");
        let lines = phrases.iter().map(|phrase| line(phrase, &key)).collect();
        RedactedPhrases::new(lines, KeyFile::Key(key))
    }

    #[test]
    fn words_are_found_however_they_are_written() {
        let phrases = list(&["Siti Rahmawati", "3509123456780001", "Ñoña"]);
        for text in [
            "Menurut siti-RAHMAWATI, jalan rusak.",
            "Siti&nbsp;Rahmawati",
            "S&#105;ti Rahmawati",
            "Ｓｉｔｉ　Ｒａｈｍａｗａｔｉ",
            "**Si**ti _Rahma_wati",
            "Ia*Siti Rahmawati*nya",
            "Si\u{200b}ti\u{a0}Rah\u{ad}mawati",
            "Ibu\u{200b}Siti Rahmawati",
            "Śítì Rahmawa\u{301}ti",
            "S i t i  R a h m a w a t i",
            "<b>Si</b>ti <!-- dan --> Rahmawati",
            "[Siti](#)<br>Rahmawati",
            "<!-- <a> Siti --->Siti< Rahmawati <",
            "https://contoh.id/berita/siti%20rahmawati-lapor",
            "https://contoh.id/SitiRahmawati2022?a=b",
            "https://contoh.id/s%C3%ADti+rahmawati",
            "FotoSitiRahmawati2.jpg",
            "sitirahmawati",
            "NIK 3509 1234.5678-0001",
            "NIK3509123456780001",
            "٣٥٠٩١٢٣٤٥٦٧٨٠٠٠١",
            "kata nona",
            "NON\u{303}A",
        ] {
            assert!(phrases.find_in(text).is_some(), "{text}");
        }
        for text in [
            "",
            "Siti bertemu Rahmawati",
            "Siti Rahmawatika",
            "Masiti Rahmawati",
            "nonanona",
            "35091234567800011",
        ] {
            assert!(phrases.find_in(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_finding_is_where_it_was_written() {
        let phrases = list(&["Siti Rahmawati"]);
        for (text, found) in [
            ("Ibu **Si**ti &#82;ahmawati.", "Si**ti &#82;ahmawati"),
            ("Ia, <b>Siti</b> Rahmawati", "Siti</b> Rahmawati"),
            ("/a/siti%20rahmawati/b", "siti%20rahmawati"),
        ] {
            let (_, range) = phrases.find_in(text).unwrap();
            assert_eq!(&text[range], found);
        }
    }

    #[test]
    fn without_its_key_a_line_is_not_opened_and_tells_nothing() {
        let (ours, other) = (key("7"), key("8"));
        let long = line("Siti Rahmawati binti Abdullah", &ours);
        let short = line("Ani", &ours);
        // However long the phrase is, its line is as long.
        assert_eq!(long.to_line().len(), short.to_line().len());
        let elsewhere = line("Ani", &other);
        assert!(short.hmac != elsewhere.hmac && short.search != elsewhere.search);
        assert!(short.decrypt(&ours).is_some() && short.decrypt(&other).is_none());
        for key_file in [KeyFile::Missing, KeyFile::Unreadable, KeyFile::Key(other)] {
            let phrases = RedactedPhrases::new(vec![short.clone()], key_file);
            assert_eq!(phrases.locked_count(), 1);
            assert!(phrases.find_in("Ani").is_none());
            assert!(!format!("{phrases:?}").contains("7777"));
        }
    }

    #[test]
    fn only_64_digits_are_a_key_and_a_phrase_needs_a_letter_or_a_digit() {
        for text in ["", "77", &"7".repeat(63), &"7".repeat(65), &"G".repeat(64)] {
            assert!(RedactionKey::parse(text).is_none(), "{text}");
        }
        assert!(RedactionKey::parse(&format!("{}\r\n", "a7".repeat(32))).is_some());
        for phrase in ["", " - ", &"a".repeat(70_000)] {
            assert!(RedactedPhrase::new("6/x".into(), 1, phrase, &key("7")).is_none());
        }
    }
}
