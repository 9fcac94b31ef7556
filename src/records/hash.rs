//! Hashes: sha256 in hexadecimal digits, which everybody can compute with `sha256sum`; and
//! fingerprints, which only this program compares.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::hash::{Hash, Hasher};

/// The sha256 of some bytes, in 64 lower-case hexadecimal digits.
pub fn sha256_hex(bytes: impl AsRef<[u8]>) -> String {
    to_hex(&Sha256::digest(bytes.as_ref()))
}

/// Bytes in lower-case hexadecimal digits.
pub fn to_hex(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        for digit in [byte >> 4, byte & 15] {
            hex.extend(char::from_digit(digit.into(), 16));
        }
    }
    hex
}

/// The identity of a value in 16 bytes, the first half of a sha256: values with one fingerprint are
/// the same. Another build of the program may give another one.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Fingerprint([u8; 16]);

impl Fingerprint {
    /// The fingerprint of a value.
    pub fn of(value: &(impl Hash + ?Sized)) -> Self {
        // A view has some thousand bytes; growing to them step by step would copy each several times.
        let mut collector = ByteCollector(Vec::with_capacity(8 * 1024));
        value.hash(&mut collector);
        Self::of_bytes(&collector.0)
    }

    /// The fingerprint of a text or of other bytes.
    pub fn of_bytes(bytes: impl AsRef<[u8]>) -> Self {
        let mut fingerprint = [0; 16];
        fingerprint.copy_from_slice(&Sha256::digest(bytes.as_ref())[..16]);
        Self(fingerprint)
    }
}

/// Collects the bytes of a value; sha256 is faster on all of them at once than on hundreds of small
/// parts.
struct ByteCollector(Vec<u8>);

impl Hasher for ByteCollector {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// Not used: 64 bits are too few for an identity.
    fn finish(&self) -> u64 {
        0
    }
}
