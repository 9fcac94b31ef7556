//! Keys (slugs): the permanent names from which addresses are made.

use crate::diag::{Code, UnspannedDiagnostic};
use schemars::JsonSchema;
use serde::Deserialize;
use std::fmt;

/// The longest a key may be, in characters.
pub const MAX_KEY_LENGTH: usize = 64;

/// Addresses below a stop that belong to the program: the printed notice, quotations, feeds, the
/// history.
const RESERVED_SEGMENTS: &[&str] = &["cetak", "kutip", "umpan", "riwayat", "data"];

/// Names that Windows keeps for devices: no folder can be called so.
const WINDOWS_DEVICES: &[&str] = &["con", "prn", "aux", "nul"];

/// A slug: `[a-z0-9]` words joined by single hyphens, at most [`MAX_KEY_LENGTH`] characters, and
/// permanent.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, serde::Serialize, JsonSchema,
)]
#[serde(try_from = "String")]
#[schemars(
    description = "`[a-z0-9]` words joined by single hyphens, at most [`LONGEST`] characters, and permanent (records.md, \"The folder\")."
)]
#[schemars(inline, extend("format" = "key", "pattern" = "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength" = MAX_KEY_LENGTH))]
pub struct Key(String);

impl Key {
    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The nearest text that is a key, to propose: `Studi Banding!` becomes `studi-banding`.
    pub fn suggest(text: &str) -> String {
        let mut key = String::new();
        // Whatever is not allowed parts two words, as often as it comes in a row.
        for c in text.to_lowercase().chars() {
            if c.is_ascii_alphanumeric() {
                key.push(c);
            } else if !key.is_empty() && !key.ends_with('-') {
                key.push('-');
            }
        }
        key.truncate(MAX_KEY_LENGTH);
        key.trim_end_matches('-').to_owned()
    }

    /// Whether the program needs this name below a stop (`/6/cetak/`, `/6/studi-banding/r2/`).
    pub fn is_reserved(&self) -> bool {
        if RESERVED_SEGMENTS.contains(&self.as_str()) {
            return true;
        }
        let revision = self.0.strip_prefix('r');
        revision.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
    }
}

fn is_key_word(word: &str) -> bool {
    let mut bytes = word.bytes();
    !word.is_empty() && bytes.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
}

/// Whether Windows keeps a name for a device, also those of its ports: `com1`, `lpt9`.
fn is_windows_device(name: &str) -> bool {
    let port = name
        .strip_prefix("com")
        .or_else(|| name.strip_prefix("lpt"));
    WINDOWS_DEVICES.contains(&name)
        || port.is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()))
}

impl TryFrom<String> for Key {
    type Error = UnspannedDiagnostic;

    fn try_from(text: String) -> Result<Self, UnspannedDiagnostic> {
        if text.trim().is_empty() {
            return Err(UnspannedDiagnostic::new(Code::EmptyText));
        }
        let is_device = is_windows_device(&text);
        if text.len() <= MAX_KEY_LENGTH && text.split('-').all(is_key_word) && !is_device {
            return Ok(Self(text));
        }
        let proposal = if is_device {
            // As a key it is right, and would be proposed again.
            format!("{text}-1")
        } else {
            Self::suggest(&text)
        };
        Err(UnspannedDiagnostic::new(Code::BadKey)
            .arg("found", text)
            .arg("near", proposal))
    }
}

/// The name itself if it is free, or else with the first number behind it under which it is:
/// `balai-desa-2`.
pub fn first_free_name(name: &str, is_free: impl Fn(&str) -> bool) -> String {
    if is_free(name) {
        return name.to_owned();
    }
    let mut numbered = (2..).map(|number: usize| format!("{name}-{number}"));
    numbered.find(|name| is_free(name)).unwrap_or_default()
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for Key {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys() {
        let key = |s: &str| Key::try_from(s.to_owned()).is_ok();
        for good in ["studi-banding", "usul-p-apbd", "6", "007", "a"] {
            assert!(key(good), "{good}");
        }
        for bad in [
            "", "-", "a-", "-a", "a--b", "A", "a_b", "../x", "a/b", "é", "con", "com1", "%2e",
            "a b",
        ] {
            assert!(!key(bad), "{bad}");
        }
        assert!(!key(&"a".repeat(MAX_KEY_LENGTH + 1)));
        assert_eq!(
            Key::suggest("  Studi Banding (UMKM)!"),
            "studi-banding-umkm"
        );
    }
}
