//! Hashes in hexadecimal digits, as everybody can compute them with `sha256sum`; and fingerprints, which only this program
//! compares, to know what an incremental build can reuse.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::cell::Cell;
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

/// The identity of a value in 16 bytes, the first half of a sha256: two values with one fingerprint are taken for equal.
/// Another build of the program may give another fingerprint.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Fingerprint([u8; 16]);

impl Fingerprint {
    /// The fingerprint of a value.
    pub fn of(value: &(impl Hash + ?Sized)) -> Self {
        let mut bytes = ByteCollector(HASH_BUFFER.take());
        bytes.0.clear();
        value.hash(&mut bytes);
        let fingerprint = Self::of_bytes(&bytes.0);
        HASH_BUFFER.set(bytes.0);
        fingerprint
    }

    /// The fingerprint of a text, or of other bytes.
    pub fn of_bytes(bytes: impl AsRef<[u8]>) -> Self {
        let mut fingerprint = [0; 16];
        fingerprint.copy_from_slice(&Sha256::digest(bytes.as_ref())[..16]);
        Self(fingerprint)
    }
}

thread_local! {
    /// The bytes of the value being hashed; the allocation is used again for the next.
    static HASH_BUFFER: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Collects what is hashed, to hash it at once: a value has hundreds of small parts.
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
