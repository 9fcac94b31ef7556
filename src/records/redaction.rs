//! Redacted phrases: what was removed by law and is never to be published again. Of each the list
//! keeps only what the site's secret key makes of it: whoever has all of content/ but not the key
//! can neither read a line nor find out whether a guess is right.
//!
//! - `hmac` is the HMAC-SHA256 of the phrase's letters and digits.
//! - `search` says how many bytes these have, and a checksum of them, so that a text is looked
//!   through without an HMAC of each of its words. It is encrypted with a second HMAC, of the
//!   first, which no two phrases share, and ends in zeros, by which a line of another key is known.

use super::redaction_key::{RedactionKey, parse_hex};
use super::searchable_text::{SearchableText, Window};
use super::to_hex;
use serde::{Deserialize, Serialize};

/// How many bytes `search` has: two for the number of bytes, eight for the checksum, and zeros.
const SEARCH_BYTES: usize = 16;

/// A phrase that was redacted; one line of content/redacted.jsonl, which is not published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedactedPhrase {
    /// The record from which it was removed.
    pub record: String,
    /// The revision.
    pub revision: u32,
    /// The HMAC-SHA256 of its letters and digits under the site's key.
    pub hmac: String,
    /// How long it is and a checksum, encrypted.
    pub search: String,
}

/// What a line says to whoever has its key.
pub(super) struct SearchTarget {
    /// How many bytes the letters and digits have.
    pub(super) length: usize,
    checksum: u64,
    hmac: [u8; 32],
}

impl RedactedPhrase {
    /// The line of a phrase. Returns `None` if it has no letter and no digit, or tens of thousands.
    pub fn new(record: String, revision: u32, phrase: &str, key: &RedactionKey) -> Option<Self> {
        let readings = SearchableText::readings(phrase);
        let phrase = readings.first()?.whole();
        let length = u16::try_from(phrase.letters.len()).ok()?;
        if length == 0 {
            return None;
        }
        let hmac = phrase_hmac(&phrase, key);
        let mut search = [0; SEARCH_BYTES];
        search[..2].copy_from_slice(&length.to_be_bytes());
        search[2..10].copy_from_slice(&phrase.checksum.to_be_bytes());
        Some(Self {
            record,
            revision,
            hmac: to_hex(&hmac),
            search: to_hex(&encrypt(search, &hmac, key)),
        })
    }

    /// The line, without its end.
    pub fn to_line(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What is looked for. Returns `None` if the line was not made with this key.
    pub(super) fn decrypt(&self, key: &RedactionKey) -> Option<SearchTarget> {
        let hmac = parse_hex(&self.hmac)?;
        let search = encrypt(parse_hex(&self.search)?, &hmac, key);
        let (length, rest) = search.split_first_chunk()?;
        let (checksum, zeros) = rest.split_first_chunk()?;
        zeros.iter().all(|byte| *byte == 0).then(|| SearchTarget {
            length: u16::from_be_bytes(*length).into(),
            checksum: u64::from_be_bytes(*checksum),
            hmac,
        })
    }

    /// Whether it is a line: hexadecimal digits of the right number.
    pub fn is_well_formed(&self) -> bool {
        parse_hex::<32>(&self.hmac).is_some() && parse_hex::<SEARCH_BYTES>(&self.search).is_some()
    }
}

impl SearchTarget {
    /// Whether a part of a text that has as many bytes is the phrase.
    pub(super) fn matches(&self, window: &Window<'_>, key: &RedactionKey) -> bool {
        window.checksum == self.checksum && phrase_hmac(window, key) == self.hmac
    }
}

fn phrase_hmac(phrase: &Window<'_>, key: &RedactionKey) -> [u8; 32] {
    key.hash("phrase", phrase.letters.as_bytes())
}

/// Encrypts `search` of the phrase with this HMAC, or decrypts it.
fn encrypt(
    mut search: [u8; SEARCH_BYTES],
    hmac: &[u8; 32],
    key: &RedactionKey,
) -> [u8; SEARCH_BYTES] {
    for (byte, pad) in search.iter_mut().zip(key.hash("search", hmac)) {
        *byte ^= pad;
    }
    search
}
