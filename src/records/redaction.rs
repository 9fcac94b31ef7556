//! What was struck out by law and is never to be published again: kept as salted hashes, so that the list itself tells nobody.

use super::sha256_hex;
use serde::{Deserialize, Serialize};

/// Words that were struck out; one line of content/redacted.jsonl, which is not published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedactedPhrase {
    /// The record from which they were struck out.
    pub record: String,
    /// The revision.
    pub revision: u32,
    /// How many letters and digits they have.
    pub letters: usize,
    /// Random hexadecimal digits.
    pub salt: String,
    /// The sha256 of the salt and of the words' letters and digits, small.
    pub sha256: String,
}

impl RedactedPhrase {
    /// Takes note of words; none if they have no letter and no digit.
    pub fn new(record: String, revision: u32, words: &str, salt: String) -> Option<Self> {
        let plain: String = lowercase_tokens(words)
            .into_iter()
            .map(|(_, token)| token)
            .collect();
        let letters = plain.chars().count();
        let sha256 = sha256_hex(salt.clone() + &plain);
        (letters > 0).then_some(Self {
            record,
            revision,
            letters,
            salt,
            sha256,
        })
    }

    /// The line, without its end.
    pub fn to_line(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Does a text hold the words, however they are spaced, punctuated, and in capitals or not?
    pub fn matches(&self, text: &str) -> bool {
        let tokens = lowercase_tokens(text);
        (0..tokens.len()).any(|start| {
            let mut words = String::new();
            let mut letters = 0;
            for (length, token) in &tokens[start..] {
                letters += length;
                words.push_str(token);
                if letters >= self.letters {
                    break;
                }
            }
            letters == self.letters && sha256_hex(self.salt.clone() + &words) == self.sha256
        })
    }
}

/// Words of letters and digits, small, each with its length.
fn lowercase_tokens(text: &str) -> Vec<(usize, String)> {
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words
        .map(str::to_lowercase)
        .map(|word| (word.chars().count(), word))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_however_they_are_written() {
        let struck =
            |words: &str| RedactedPhrase::new("6/x".into(), 1, words, "00".into()).unwrap();
        let name = struck("Budi Santoso");
        assert!(name.matches("Menurut budi-SANTOSO, jalan rusak."));
        assert!(!name.matches("Budi bertemu Santoso") && !name.matches("Budi Santosoa"));
        assert!(struck("3509123456780001").matches("NIK 3509 1234.5678-0001"));
        assert!(RedactedPhrase::new("6/x".into(), 1, " - ", "00".into()).is_none());
        assert!(
            !serde_json::to_string(&name)
                .unwrap()
                .to_lowercase()
                .contains("budi")
        );
    }
}
