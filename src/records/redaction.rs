//! Redacted phrases: what was removed by law and is never to be published again. Kept as salted
//! hashes, so that the list itself reveals nothing.

use super::sha256_hex;
use serde::{Deserialize, Serialize};

/// A phrase that was redacted; one line of content/redacted.jsonl, which is not published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedactedPhrase {
    /// The record from which it was removed.
    pub record: String,
    /// The revision.
    pub revision: u32,
    /// How many letters and digits it has.
    pub letters: usize,
    /// Random hexadecimal digits.
    pub salt: String,
    /// The sha256 of the salt and of its letters and digits in lower case.
    pub sha256: String,
}

impl RedactedPhrase {
    /// Hashes a phrase. Returns `None` if it has no letter and no digit.
    pub fn new(record: String, revision: u32, phrase: &str, salt: String) -> Option<Self> {
        // Without spaces and punctuation, so that the phrase is found however it is written.
        let mut plain = String::new();
        for (_, token) in lowercase_tokens(phrase) {
            plain.push_str(&token);
        }
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

    /// Whether a text holds the phrase, however it is spaced, punctuated, and in capitals or not.
    pub fn matches(&self, text: &str) -> bool {
        let tokens = lowercase_tokens(text);
        (0..tokens.len()).any(|start| {
            let mut phrase = String::new();
            let mut letters = 0;
            // Only a run of whole words with as many letters can be the phrase; hashing is the
            // costly step.
            for (length, token) in &tokens[start..] {
                letters += length;
                phrase.push_str(token);
                if letters >= self.letters {
                    break;
                }
            }
            letters == self.letters && sha256_hex(self.salt.clone() + &phrase) == self.sha256
        })
    }
}

/// The words of a text in lower case, each with its number of characters.
fn lowercase_tokens(text: &str) -> Vec<(usize, String)> {
    let mut tokens = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        if !word.is_empty() {
            let word = word.to_lowercase();
            tokens.push((word.chars().count(), word));
        }
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_however_they_are_written() {
        let redacted =
            |phrase: &str| RedactedPhrase::new("6/x".into(), 1, phrase, "00".into()).unwrap();
        let name = redacted("Budi Santoso");
        assert!(name.matches("Menurut budi-SANTOSO, jalan rusak."));
        assert!(!name.matches("Budi bertemu Santoso") && !name.matches("Budi Santosoa"));
        assert!(redacted("3509123456780001").matches("NIK 3509 1234.5678-0001"));
        assert!(RedactedPhrase::new("6/x".into(), 1, " - ", "00".into()).is_none());
        assert!(
            !serde_json::to_string(&name)
                .unwrap()
                .to_lowercase()
                .contains("budi")
        );
    }
}
