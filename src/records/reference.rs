//! References by which records name each other: `6`, `6/studi-banding`,
//! `6/studi-banding/usul-p-apbd`. They read as the address of the record's page.

use super::Key;
use crate::diag::{Code, UnspannedDiagnostic};
use schemars::JsonSchema;
use serde::Deserialize;
use std::fmt;

/// A stop, one of its aspirations or announcements, or a commitment below one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(try_from = "String")]
#[schemars(inline, with = "String", extend("format" = "reference", "pattern" = "^[1-9][0-9]*(/[a-z0-9-]+){0,2}$"))]
pub struct Reference {
    /// The stop's number.
    pub stop: u32,
    /// The key of an aspiration or announcement.
    pub entry: Option<Key>,
    /// The key of a commitment.
    pub commitment: Option<Key>,
}

impl Reference {
    /// A reference to an aspiration or announcement.
    pub fn for_entry(stop: u32, entry: &Key) -> Self {
        Self {
            stop,
            entry: Some(entry.clone()),
            commitment: None,
        }
    }

    /// A reference to a commitment.
    pub fn for_commitment(stop: u32, entry: &Key, commitment: &Key) -> Self {
        Self {
            stop,
            entry: Some(entry.clone()),
            commitment: Some(commitment.clone()),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('/');
        let reference = Self {
            stop: parse_stop_number(parts.next()?)?,
            entry: parse_key(parts.next()).ok()?,
            commitment: parse_key(parts.next()).ok()?,
        };
        parts.next().is_none().then_some(reference)
    }

    /// Whether this is the same record as `other`, or one below it.
    pub fn is_at_or_below(&self, other: &Self) -> bool {
        self.stop == other.stop
            && (other.entry.is_none() || self.entry == other.entry)
            && (other.commitment.is_none() || self.commitment == other.commitment)
    }
}

/// A stop's number: whole, from 1, without leading zeros, below a million.
pub fn parse_stop_number(text: &str) -> Option<u32> {
    let plain =
        text.len() <= 6 && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}

/// A key that may be absent.
fn parse_key(part: Option<&str>) -> Result<Option<Key>, UnspannedDiagnostic> {
    part.map(|part| Key::try_from(part.to_owned())).transpose()
}

impl TryFrom<String> for Reference {
    type Error = UnspannedDiagnostic;

    fn try_from(text: String) -> Result<Self, UnspannedDiagnostic> {
        Self::parse(&text)
            .ok_or_else(|| UnspannedDiagnostic::new(Code::BadReference).arg("found", text))
    }
}

impl serde::Serialize for Reference {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.stop)?;
        for key in self.entry.iter().chain(&self.commitment) {
            write!(f, "/{key}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references() {
        let read = |s: &str| Reference::try_from(s.to_owned());
        for good in ["6", "6/studi-banding", "6/studi-banding/usul-p-apbd"] {
            assert_eq!(read(good).map(|r| r.to_string()).as_deref(), Ok(good));
        }
        for bad in [
            "", "x", "0", "06", "6/", "/6", "6/a/b/c", "6/A", "6//b", "-1", "9999999",
        ] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn below() {
        let read = |s: &str| Reference::try_from(s.to_owned()).unwrap();
        assert!(read("6/a/b").is_at_or_below(&read("6")));
        assert!(read("6/a/b").is_at_or_below(&read("6/a")));
        assert!(!read("6/a").is_at_or_below(&read("6/a/b")));
        assert!(!read("7/a").is_at_or_below(&read("6")));
    }
}
