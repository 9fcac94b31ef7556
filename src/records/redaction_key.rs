//! The secret key of the redacted phrases. It lies in the site's folder beside content/, never in
//! content/ or Git; `source` reads it, `jhur redact` makes it.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt;

/// The name of the key's file in the site's folder.
pub const REDACTION_KEY_FILE: &str = ".jhur-key";

/// How many bytes a key has.
const KEY_BYTES: usize = 32;

/// A secret key. Whoever does not have it cannot tell any of its hashes from random bytes.
#[derive(Clone)]
pub struct RedactionKey(Hmac<Sha256>);

impl RedactionKey {
    /// Reads a key file's text: 64 hexadecimal digits. Returns `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; KEY_BYTES] = parse_hex(text.trim())?;
        Hmac::new_from_slice(&bytes).ok().map(Self)
    }

    /// The HMAC-SHA256 of some bytes. Hashes for different purposes have nothing to do with each
    /// other.
    pub(super) fn hash(&self, purpose: &str, bytes: &[u8]) -> [u8; 32] {
        let mut hmac = self.0.clone();
        hmac.update(purpose.as_bytes());
        hmac.update(b"\0");
        hmac.update(bytes);
        hmac.finalize().into_bytes().into()
    }
}

impl fmt::Debug for RedactionKey {
    /// Without the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RedactionKey")
    }
}

/// What is in the place of the key's file.
#[derive(Clone, Debug, Default)]
pub enum KeyFile {
    /// Nothing.
    #[default]
    Missing,
    /// A file that cannot be read, or holds no key.
    Unreadable,
    /// The key.
    Key(RedactionKey),
}

/// The bytes of `2 * N` lower-case hexadecimal digits.
pub(super) fn parse_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let is_digit = |b: u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
    if text.len() != 2 * N || !text.bytes().all(is_digit) {
        return None;
    }
    let mut bytes = [0; N];
    for (n, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * n..2 * n + 2)?, 16).ok()?;
    }
    Some(bytes)
}
