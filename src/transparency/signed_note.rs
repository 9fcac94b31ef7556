//! Text with signatures below it, and the keys that check them (C2SP signed-note).

use super::ed25519_key::{PublicKey, SigningKey};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest as _, Sha256};
use std::fmt;

/// The longest note that is read: far more than a checkpoint with all its signatures needs.
pub const MAX_LENGTH: usize = 1_000_000;
/// The most signatures that are read; the specification asks for at least 16.
pub const MAX_SIGNATURES: usize = 100;

/// What is wrong with a note or its signatures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteError {
    /// It is longer, or has more signatures, than is read.
    TooLong,
    /// It is not a text with signatures as specified.
    Malformed,
    /// Its text is not that of a checkpoint.
    NotCheckpoint,
    /// It is another log's checkpoint.
    OtherOrigin,
    /// It has no signature of the key.
    Unsigned,
    /// It has a signature that claims to be of the key, and is not.
    WrongSignature,
}

/// A text and its signatures; whether they are right is another question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedNote {
    text: String,
    signatures: Vec<NoteSignature>,
}

impl SignedNote {
    /// A note with this text, still without signatures. Returns `None` if the text does not end
    /// with a newline or contains control characters other than that.
    pub fn new(text: String) -> Option<Self> {
        let is_text = text.ends_with('\n') && !has_control_character(&text);
        is_text.then(|| Self {
            text,
            signatures: Vec::new(),
        })
    }

    /// Reads a note.
    ///
    /// # Errors
    /// If it is too long, no UTF-8, contains control characters, or has no signatures as specified.
    pub fn parse(bytes: &[u8]) -> Result<Self, NoteError> {
        if bytes.len() > MAX_LENGTH {
            return Err(NoteError::TooLong);
        }
        let note = str::from_utf8(bytes).map_err(|_| NoteError::Malformed)?;
        // The text may contain empty lines, too: the last one counts.
        let end = note.rfind("\n\n").ok_or(NoteError::Malformed)?;
        let (text, rest) = note.split_at(end + 1);
        let mut parsed = Self::new(text.to_owned()).ok_or(NoteError::Malformed)?;
        let lines = rest
            .strip_prefix('\n')
            .and_then(|lines| lines.strip_suffix('\n'));
        for line in lines.ok_or(NoteError::Malformed)?.split('\n') {
            if parsed.signatures.len() == MAX_SIGNATURES {
                return Err(NoteError::TooLong);
            }
            parsed.add(NoteSignature::parse(line).ok_or(NoteError::Malformed)?);
        }
        Ok(parsed)
    }

    /// The text, with the newline at its end.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The signatures, in their order.
    pub fn signatures(&self) -> &[NoteSignature] {
        &self.signatures
    }

    /// Adds a signature below the others.
    pub fn add(&mut self, signature: NoteSignature) {
        self.signatures.push(signature);
    }

    /// Checks that the text is signed with the secret key of a public one. Signatures of other
    /// keys are passed over, also if they have its name or its number.
    ///
    /// # Errors
    /// If there is no signature of the key, or if any that claims to be is wrong.
    pub fn verify(&self, key: &VerifierKey) -> Result<(), NoteError> {
        if key.kind != SignatureType::Ed25519 {
            return Err(NoteError::Unsigned);
        }
        let mut signatures = self.signatures_of(key).peekable();
        if signatures.peek().is_none() {
            return Err(NoteError::Unsigned);
        }
        let message = self.text.as_bytes();
        if signatures.all(|signature| key.public.has_signed(message, signature)) {
            Ok(())
        } else {
            Err(NoteError::WrongSignature)
        }
    }

    /// The same text with one right signature of the key alone. Returns `None` if it has none.
    pub fn signed_only_by(&self, key: &VerifierKey) -> Option<Self> {
        let is_right = |bytes: &&[u8]| key.public.has_signed(self.text.as_bytes(), bytes);
        let bytes = self.signatures_of(key).find(is_right)?;
        let mut note = Self::new(self.text.clone())?;
        note.add(NoteSignature::of_key(key, bytes.to_vec()));
        Some(note)
    }

    /// The bytes of all signatures that claim to be of the key.
    pub(super) fn signatures_of<'n>(
        &'n self,
        key: &VerifierKey,
    ) -> impl Iterator<Item = &'n [u8]> + use<'n> {
        let (id, name) = (key.id(), key.name.clone());
        let is_of_key = move |s: &&NoteSignature| s.key_id == id && s.key_name == name;
        self.signatures
            .iter()
            .filter(is_of_key)
            .map(|s| s.bytes.as_slice())
    }
}

impl fmt::Display for SignedNote {
    /// The note as it is published.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures
            .iter()
            .try_for_each(|signature| writeln!(f, "{signature}"))
    }
}

/// One line below a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteSignature {
    key_name: String,
    key_id: [u8; 4],
    bytes: Vec<u8>,
}

impl NoteSignature {
    /// Signs the text of a note with an Ed25519 key (type `0x01`). Returns `None` if the key
    /// cannot have this name.
    pub fn sign(note: &SignedNote, key_name: &str, key: &SigningKey) -> Option<Self> {
        let public = VerifierKey::new(key_name, SignatureType::Ed25519, key.public_key())?;
        Some(Self::of_key(
            &public,
            key.sign(note.text.as_bytes()).to_vec(),
        ))
    }

    /// The line of a key for what it signed.
    pub(super) fn of_key(key: &VerifierKey, bytes: Vec<u8>) -> Self {
        Self {
            key_name: key.name.clone(),
            key_id: key.id(),
            bytes,
        }
    }

    /// Reads a line, without its end, and with no trust in it: `— name base64(id || signature)`.
    pub fn parse(line: &str) -> Option<Self> {
        let (key_name, base64) = line.strip_prefix("— ")?.split_once(' ')?;
        let decoded = BASE64_STANDARD.decode(base64).ok()?;
        let (key_id, bytes) = decoded.split_first_chunk()?;
        let is_complete = is_key_name(key_name) && !bytes.is_empty();
        is_complete.then(|| Self {
            key_name: key_name.to_owned(),
            key_id: *key_id,
            bytes: bytes.to_vec(),
        })
    }

    /// The name of the key that it claims to be of.
    pub fn key_name(&self) -> &str {
        &self.key_name
    }
}

impl fmt::Display for NoteSignature {
    /// The line, without its end.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = [self.key_id.as_slice(), &self.bytes].concat();
        write!(f, "— {} {}", self.key_name, BASE64_STANDARD.encode(bytes))
    }
}

/// What a key signs, and how ("signature type identifier byte").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureType {
    /// The text of a note.
    Ed25519 = 0x01,
    /// A checkpoint and when it was seen.
    Cosignature = 0x04,
}

/// A public key with its name: whose signatures are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifierKey {
    name: String,
    kind: SignatureType,
    public: PublicKey,
}

impl VerifierKey {
    /// The key of this name. Returns `None` if the name is empty or contains spaces, plus signs or
    /// control characters.
    pub fn new(name: &str, kind: SignatureType, public: PublicKey) -> Option<Self> {
        is_key_name(name).then(|| Self {
            name: name.to_owned(),
            kind,
            public,
        })
    }

    /// Reads a key as [`Display`](fmt::Display) writes it. Returns `None` for anything else, also
    /// if its number is not the right one.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '+');
        let (name, id, base64) = (parts.next()?, parts.next()?, parts.next()?);
        let decoded = BASE64_STANDARD.decode(base64).ok()?;
        let (kind, public) = decoded.split_first()?;
        let kind = match kind {
            0x01 => SignatureType::Ed25519,
            0x04 => SignatureType::Cosignature,
            _ => return None,
        };
        let key = Self::new(name, kind, PublicKey::from_bytes(public.try_into().ok()?)?)?;
        (key.id_as_text() == id).then_some(key)
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it signs.
    pub fn kind(&self) -> SignatureType {
        self.kind
    }

    /// The key without its name.
    pub fn public(&self) -> &PublicKey {
        &self.public
    }

    /// Its number: the first bytes of `SHA-256(name || 0x0A || type || public key)`.
    pub fn id(&self) -> [u8; 4] {
        let hash = Sha256::new()
            .chain_update(&self.name)
            .chain_update([b'\n', self.kind as u8])
            .chain_update(self.public.as_bytes());
        let [a, b, c, d, ..] = <[u8; 32]>::from(hash.finalize());
        [a, b, c, d]
    }

    fn id_as_text(&self) -> String {
        format!("{:08x}", u32::from_be_bytes(self.id()))
    }
}

impl fmt::Display for VerifierKey {
    /// The key as it is published ("vkey"): `name+id+base64(type || public key)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = [&[self.kind as u8], self.public.as_bytes().as_slice()].concat();
        write!(
            f,
            "{}+{}+{}",
            self.name,
            self.id_as_text(),
            BASE64_STANDARD.encode(bytes)
        )
    }
}

/// Whether a key can have this name.
fn is_key_name(name: &str) -> bool {
    !name.is_empty()
        && !name.contains(|c: char| c.is_whitespace() || c == '+')
        && !has_control_character(name)
}

/// Whether a text contains one of ASCII's control characters, other than a newline.
pub(super) fn has_control_character(text: &str) -> bool {
    text.bytes().any(|byte| byte < 0x20 && byte != b'\n')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// The example of the specification.
    const KEY: &str = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    const NOTE: &str = "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    const SIGNATURE: &str = "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    fn parse(note: &str) -> Result<SignedNote, NoteError> {
        SignedNote::parse(note.as_bytes())
    }

    #[test]
    fn the_specification_s_example_holds() {
        let key = VerifierKey::parse(KEY).unwrap();
        assert_eq!(key.name(), "example.com/foo");
        assert_eq!(key.to_string(), KEY);
        let note = parse(NOTE).unwrap();
        assert_eq!(note.text(), "This is an example message.\n");
        assert_eq!(note.verify(&key), Ok(()));
        assert_eq!(note.to_string(), NOTE);
    }

    #[test]
    fn every_changed_bit_is_noticed() {
        let key = VerifierKey::parse(KEY).unwrap();
        for n in 0..NOTE.len() {
            for bit in 0..8 {
                let mut bytes = NOTE.as_bytes().to_vec();
                bytes.get_mut(n).map(|byte| *byte ^= 1 << bit).unwrap();
                let verified = SignedNote::parse(&bytes).and_then(|note| note.verify(&key));
                assert!(verified.is_err(), "byte {n}, bit {bit}");
            }
        }
    }

    #[test]
    fn the_last_empty_line_ends_the_text() {
        let text = "one\n\n— example.com/foo AAAAAAA=\n\nthree\n";
        let note = parse(&format!("{text}\n{SIGNATURE}")).unwrap();
        assert_eq!(note.text(), text);
        assert_eq!(note.signatures().len(), 1);
        assert_eq!(parse(&format!("\n\n{SIGNATURE}")).unwrap().text(), "\n");
    }

    #[test]
    fn malformed_notes_are_refused() {
        for wrong in [
            "",
            "\n",
            "\n\n",
            "text\n",
            "text\n\n",
            "text\n\n\n",
            // No text, no empty line, no newline at the end, Windows' line ends.
            "\n— example.com/foo AAAAAAA=\n",
            "— example.com/foo AAAAAAA=\n",
            "text\n— example.com/foo AAAAAAA=\n",
            "text\n\n— example.com/foo AAAAAAA=",
            "text\r\n\r\n— example.com/foo AAAAAAA=\r\n",
            // Another dash, no space, two spaces, something behind it.
            "text\n\n- example.com/foo AAAAAAA=\n",
            "text\n\n—example.com/foo AAAAAAA=\n",
            "text\n\n—  example.com/foo AAAAAAA=\n",
            "text\n\n— example.com/foo  AAAAAAA=\n",
            "text\n\n— example.com/foo AAAAAAA= \n",
            "text\n\n— example.com/foo AAAAAAA= x\n",
            "text\n\n— example.com/foo AAAAAAA=\nx\n",
            // No name, a name with what names cannot have.
            "text\n\n—  AAAAAAA=\n",
            "text\n\n— AAAAAAA=\n",
            "text\n\n— a+b AAAAAAA=\n",
            "text\n\n— a\u{a0}b AAAAAAA=\n",
            "text\n\n— a\u{3000}b AAAAAAA=\n",
            // Only an id, less, no base64, other alphabets, bits too many.
            "text\n\n— example.com/foo AAAAAA==\n",
            "text\n\n— example.com/foo AAAA\n",
            "text\n\n— example.com/foo \n",
            "text\n\n— example.com/foo AAAAAAA\n",
            "text\n\n— example.com/foo AAAA_-A=\n",
            "text\n\n— example.com/foo AAAAAAB=\n",
            // Control characters.
            "te\txt\n\n— example.com/foo AAAAAAA=\n",
            "te\0xt\n\n— example.com/foo AAAAAAA=\n",
            "text\n\n— example\u{1b}.com/foo AAAAAAA=\n",
        ] {
            assert_eq!(parse(wrong), Err(NoteError::Malformed), "{wrong:?}");
        }
        assert!(parse("text\n\n— example.com/foo AAAAAAA=\n").is_ok());
        assert_eq!(SignedNote::parse(b"\xff\n\n"), Err(NoteError::Malformed));
        for text in ["", "text", "te\rxt\n"] {
            assert_eq!(SignedNote::new(text.to_owned()), None);
        }
    }

    #[test]
    fn there_are_limits() {
        let line = "— example.com/foo AAAAAAA=\n";
        assert!(parse(&format!("text\n\n{}", line.repeat(MAX_SIGNATURES))).is_ok());
        let more = format!("text\n\n{}", line.repeat(MAX_SIGNATURES + 1));
        assert_eq!(parse(&more), Err(NoteError::TooLong));
        assert_eq!(
            SignedNote::parse(&vec![b'\n'; MAX_LENGTH + 1]),
            Err(NoteError::TooLong)
        );
    }

    #[test]
    fn keys_are_written_in_one_way() {
        for wrong in [
            "",
            "example.com/foo",
            "example.com/foo+530d903a",
            "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+30d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+530d903a+BOkyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U",
            "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n",
        ] {
            assert_eq!(VerifierKey::parse(wrong), None, "{wrong:?}");
        }
        let public = SigningKey::from_seed(&[1; 32]).public_key();
        for name in ["", "a b", "a+b", "a\nb", "a\u{2003}b", "a\0b"] {
            assert_eq!(VerifierKey::new(name, SignatureType::Ed25519, public), None);
        }
        for kind in [SignatureType::Ed25519, SignatureType::Cosignature] {
            let key = VerifierKey::new("example.com/foo", kind, public).unwrap();
            assert_eq!(VerifierKey::parse(&key.to_string()), Some(key));
        }
    }

    #[test]
    fn other_keys_signatures_are_passed_over_and_wrong_ones_are_not() {
        let own = SigningKey::from_seed(&[1; 32]);
        let key = VerifierKey::new("a", SignatureType::Ed25519, own.public_key()).unwrap();
        let mut note = SignedNote::new("text\n".to_owned()).unwrap();
        assert_eq!(note.verify(&key), Err(NoteError::Unsigned));
        let other = SigningKey::from_seed(&[2; 32]);
        for (name, secret) in [("a", &other), ("b", &own)] {
            note.add(NoteSignature::sign(&note, name, secret).unwrap());
        }
        assert_eq!(note.verify(&key), Err(NoteError::Unsigned));
        note.add(NoteSignature::sign(&note, "a", &own).unwrap());
        assert_eq!(note.verify(&key), Ok(()));
        assert_eq!(
            SignedNote::parse(note.to_string().as_bytes()),
            Ok(note.clone())
        );
        note.add(NoteSignature::of_key(&key, vec![0; 64]));
        assert_eq!(note.verify(&key), Err(NoteError::WrongSignature));
        assert!(NoteSignature::sign(&note, "a b", &own).is_none());
    }
}
