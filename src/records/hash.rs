//! Hashes, in hexadecimal digits: what everybody can compute with `sha256sum`; and prints, which only this program compares.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::hash::{Hash, Hasher};

/// The sha256 of some bytes, in 64 small hexadecimal digits.
pub fn sha256_hex(bytes: impl AsRef<[u8]>) -> String {
    to_hex(&Sha256::digest(bytes.as_ref()))
}

/// Bytes in small hexadecimal digits.
pub fn to_hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

/// What a thing is, in 16 bytes: two things with one print are the same (the first half of their sha256). Another build of the
/// program may give another print.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Fingerprint([u8; 16]);

impl Fingerprint {
    /// The print of a thing.
    pub fn of(thing: &(impl Hash + ?Sized)) -> Self {
        let mut collector = ByteCollector(Vec::new());
        thing.hash(&mut collector);
        Self::of_bytes(&collector.0)
    }

    /// The print of a text, or of other bytes.
    pub fn of_bytes(text: impl AsRef<[u8]>) -> Self {
        let mut print = [0; 16];
        print.copy_from_slice(&Sha256::digest(text.as_ref())[..16]);
        Self(print)
    }
}

/// Takes the bytes of everything that is hashed; a thing has hundreds of small parts.
struct ByteCollector(Vec<u8>);

impl Hasher for ByteCollector {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// Nobody asks for so short a hash.
    fn finish(&self) -> u64 {
        0
    }
}
