//! Hashes, in hexadecimal digits: what everybody can compute with `sha256sum`.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// The sha256 of some bytes, in 64 small hexadecimal digits.
pub fn sha256(bytes: impl AsRef<[u8]>) -> String {
    hexadecimal(&Sha256::digest(bytes.as_ref()))
}

/// Bytes in small hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}
