//! Ed25519 keys (RFC 8032), also those that minisign keeps in its files.
//!
//! One key may sign manifests for minisign and checkpoints: minisign signs a hash of 64 bytes, or
//! a signature with a comment behind it, neither of which can be chosen to read as a checkpoint.

use ed25519_dalek::{Signature, Signer as _, VerifyingKey};
use std::fmt;

/// How many bytes a signature has.
pub const SIGNATURE_LENGTH: usize = 64;

/// A secret key. It is wiped from memory when it is dropped, and never shown.
#[derive(Clone)]
pub struct SigningKey(ed25519_dalek::SigningKey);

impl SigningKey {
    /// The key that grows from a seed of 32 random bytes ("private key" in RFC 8032).
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(seed))
    }

    /// The key in one of minisign's, already opened with its password. Returns `None` if it is
    /// still encrypted, of another kind, or if its two halves do not belong together.
    pub fn from_minisign(secret: &minisign::SecretKey) -> Option<Self> {
        if secret.is_encrypted() {
            return None;
        }
        // Three names of algorithms (2 bytes each), salt (32), two limits (8 each), the key's
        // number (8), seed, public key, checksum.
        let bytes = secret.to_bytes();
        let rest = bytes.strip_prefix(b"Ed")?.get(60..)?;
        let (seed, rest) = rest.split_first_chunk::<32>()?;
        let (public, _) = rest.split_first_chunk::<32>()?;
        let key = Self::from_seed(seed);
        (key.public_key().as_bytes() == public).then_some(key)
    }

    /// Its public key.
    pub fn public_key(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// Signs bytes; the same bytes get the same signature.
    pub fn sign(&self, message: &[u8]) -> [u8; SIGNATURE_LENGTH] {
        self.0.sign(message).to_bytes()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey")
    }
}

/// A public key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// The key with these bytes. Returns `None` if they are not a point of the curve in its one
    /// encoding, or one for which anybody can make signatures.
    pub fn from_bytes(bytes: &[u8; 32]) -> Option<Self> {
        let key = VerifyingKey::from_bytes(bytes).ok()?;
        let is_canonical = key.to_edwards().compress().as_bytes() == bytes;
        (is_canonical && !key.is_weak()).then_some(Self(key))
    }

    /// The key in one of minisign's, as text: base64 of `Ed`, the key's number (8 bytes), and the
    /// key. Returns `None` for anything else.
    pub fn from_minisign(text: &str) -> Option<Self> {
        let key = minisign::PublicKey::from_base64(text.trim()).ok()?;
        let bytes = key.to_bytes();
        let key = bytes.strip_prefix(b"Ed")?.get(8..)?;
        Self::from_bytes(key.try_into().ok()?)
    }

    /// Its bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// Whether this is a signature of the bytes. Signatures and keys that some implementations
    /// accept and others refuse are refused.
    pub fn has_signed(&self, message: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature)
            .is_ok_and(|signature| self.0.verify_strict(message, &signature).is_ok())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use std::io::Cursor;

    fn bytes<const N: usize>(hexadecimal: &str) -> [u8; N] {
        let byte = |n| u8::from_str_radix(&hexadecimal[2 * n..2 * n + 2], 16).unwrap();
        std::array::from_fn(byte)
    }

    #[test]
    fn signatures_are_those_of_the_standard() {
        // RFC 8032, section 7.1, test 2.
        let seed = bytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
        let public = bytes("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        let signature: [u8; 64] = bytes(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da\
             085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        );
        let key = SigningKey::from_seed(&seed);
        assert_eq!(key.public_key().as_bytes(), &public);
        assert_eq!(key.sign(b"\x72"), signature);
        assert!(key.public_key().has_signed(b"\x72", &signature));
        assert!(!key.public_key().has_signed(b"\x73", &signature));
        for n in 0..64 {
            let mut changed = signature;
            changed[n] ^= 1;
            assert!(!key.public_key().has_signed(b"\x72", &changed));
        }
        for length in 0..64 {
            assert!(!key.public_key().has_signed(b"\x72", &signature[..length]));
        }
    }

    #[test]
    fn a_second_form_of_a_signature_is_refused() {
        // s + L instead of s.
        let order: [u8; 32] =
            bytes("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        let key = SigningKey::from_seed(&[7; 32]);
        let mut signature = key.sign(b"text");
        let mut carry = 0;
        for n in 0..32 {
            let sum = u16::from(signature[32 + n]) + u16::from(order[n]) + carry;
            signature[32 + n] = sum.to_le_bytes()[0];
            carry = sum >> 8;
        }
        assert!(!key.public_key().has_signed(b"text", &signature));
    }

    #[test]
    fn keys_that_sign_everything_are_refused() {
        let mut identity = [0; 32];
        identity[0] = 1;
        assert_eq!(PublicKey::from_bytes(&identity), None);
        assert_eq!(PublicKey::from_bytes(&[0; 32]), None);
        // The identity in its second encoding, y = p + 1; and no point at all.
        let mut second = [0xff; 32];
        second[0] = 0xee;
        second[31] = 0x7f;
        assert_eq!(PublicKey::from_bytes(&second), None);
        let mut none = [0; 32];
        none[0] = 2;
        assert_eq!(PublicKey::from_bytes(&none), None);
    }

    #[test]
    fn keys_come_out_of_minisign_s() {
        let pair = minisign::KeyPair::generate_unencrypted_keypair().unwrap();
        let key = SigningKey::from_minisign(&pair.sk).unwrap();
        let public = PublicKey::from_minisign(&pair.pk.to_base64()).unwrap();
        assert_eq!(key.public_key(), public);
        assert!(public.has_signed(b"text", &key.sign(b"text")));
    }

    #[test]
    fn keys_come_out_of_files_with_a_password() {
        let password = Some("rahasia".to_owned());
        let pair = minisign::KeyPair::generate_encrypted_keypair(password.clone()).unwrap();
        let text = pair.sk.to_box(None).unwrap().to_string();
        let opened = minisign::SecretKeyBox::from_string(&text).unwrap();
        let opened = opened.into_secret_key(password).unwrap();
        let key = SigningKey::from_minisign(&opened).unwrap();
        assert_eq!(
            Some(key.public_key()),
            PublicKey::from_minisign(&pair.pk.to_base64())
        );
        // What minisign signed with it holds for the key that came out: the signature in its
        // second line covers a hash; the one in its fourth the first and the comment.
        let signed = minisign::sign(None, &opened, Cursor::new(b"x"), Some("jhur"), None).unwrap();
        let signed = signed.to_string();
        let lines: Vec<_> = signed.lines().collect();
        let decode = |line: &str| {
            use base64::prelude::{BASE64_STANDARD, Engine as _};
            BASE64_STANDARD.decode(line).unwrap()
        };
        let first = decode(lines[1]);
        assert!(
            key.public_key()
                .has_signed(&[&first[10..], b"jhur"].concat(), &decode(lines[3]))
        );
    }

    #[test]
    fn a_locked_or_damaged_key_is_refused() {
        use base64::prelude::{BASE64_STANDARD, Engine as _};
        let password = Some("rahasia".to_owned());
        let pair = minisign::KeyPair::generate_encrypted_keypair(password).unwrap();
        let text = pair.sk.to_box(None).unwrap().to_string();
        let stored = BASE64_STANDARD
            .decode(text.lines().nth(1).unwrap())
            .unwrap();
        let locked = minisign::SecretKey::from_bytes(&stored).unwrap();
        assert!(SigningKey::from_minisign(&locked).is_none());

        let pair = minisign::KeyPair::generate_unencrypted_keypair().unwrap();
        let mut damaged = pair.sk.to_bytes();
        assert_eq!(damaged.len(), 158);
        damaged[62] ^= 1;
        let damaged = minisign::SecretKey::from_bytes(&damaged).unwrap();
        assert!(SigningKey::from_minisign(&damaged).is_none());
    }

    #[test]
    fn other_texts_are_no_public_key() {
        assert_eq!(PublicKey::from_minisign(""), None);
        assert_eq!(PublicKey::from_minisign(&"A".repeat(56)), None);
        assert_eq!(PublicKey::from_minisign(&"é".repeat(28)), None);
    }
}
