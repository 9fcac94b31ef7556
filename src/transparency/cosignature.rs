//! A witness's signature of a checkpoint: at this time it had seen no longer tree of the log, and
//! none that contradicts it (C2SP tlog-cosignature, `cosignature/v1`).

use super::checkpoint::Checkpoint;
use super::ed25519_key::{SIGNATURE_LENGTH, SigningKey};
use super::signed_note::{NoteError, NoteSignature, SignatureType, SignedNote, VerifierKey};

/// The latest time that can be signed.
const MAX_TIME: u64 = u64::MAX >> 1;

/// Signs the checkpoint in a note at a time, in seconds since 1970 (UTC), as the witness of this
/// name. Returns `None` if the note is no checkpoint, the name cannot be a key's, or the time
/// exceeds 2^63 - 1.
///
/// The key should sign nothing else: a witness is somebody else than the log.
pub fn sign(note: &SignedNote, name: &str, key: &SigningKey, time: u64) -> Option<NoteSignature> {
    Checkpoint::parse(note.text())?;
    let public = VerifierKey::new(name, SignatureType::Cosignature, key.public_key())?;
    let signature = (time <= MAX_TIME).then(|| key.sign(&message(note, time)))?;
    let bytes = [time.to_be_bytes().as_slice(), &signature].concat();
    Some(NoteSignature::of_key(&public, bytes))
}

/// Checks that the checkpoint in a note is signed by a witness, and gives the time, in seconds
/// since 1970 (UTC), at which it was last signed. Whether that is in the future is for the caller
/// to say.
///
/// # Errors
/// If the note is no checkpoint, if the witness has not signed it, or if any signature that claims
/// to be of the witness is wrong.
pub fn verify(note: &SignedNote, key: &VerifierKey) -> Result<u64, NoteError> {
    if key.kind() != SignatureType::Cosignature {
        return Err(NoteError::Unsigned);
    }
    Checkpoint::parse(note.text()).ok_or(NoteError::NotCheckpoint)?;
    let mut latest = None;
    for bytes in note.signatures_of(key) {
        let time = signed_time(note, key, bytes).ok_or(NoteError::WrongSignature)?;
        latest = latest.max(Some(time));
    }
    latest.ok_or(NoteError::Unsigned)
}

/// The time in a signature (`timestamped_signature`), if it is right.
fn signed_time(note: &SignedNote, key: &VerifierKey, bytes: &[u8]) -> Option<u64> {
    let (time, signature) = bytes.split_first_chunk()?;
    let time = u64::from_be_bytes(*time);
    let is_right = time <= MAX_TIME
        && signature.len() == SIGNATURE_LENGTH
        && key.public().has_signed(&message(note, time), signature);
    is_right.then_some(time)
}

/// What is signed.
fn message(note: &SignedNote, time: u64) -> Vec<u8> {
    format!("cosignature/v1\ntime {time}\n{}", note.text()).into_bytes()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::transparency::tree_hash::{Hash, TreeHead};

    const TIME: u64 = 1_679_315_147;

    fn note() -> SignedNote {
        let head = TreeHead {
            size: 3,
            root: Hash::of_leaf(b""),
        };
        let checkpoint = Checkpoint::new("example.com/log", head).unwrap();
        checkpoint.sign(&SigningKey::from_seed(&[1; 32])).unwrap()
    }

    fn witness() -> (SigningKey, VerifierKey) {
        let secret = SigningKey::from_seed(&[2; 32]);
        let public = secret.public_key();
        let key = VerifierKey::new("witness.example/w1", SignatureType::Cosignature, public);
        (secret, key.unwrap())
    }

    #[test]
    fn the_message_is_the_specification_s() {
        let text =
            "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
        let note = SignedNote::new(text.to_owned()).unwrap();
        let expected = format!("cosignature/v1\ntime 1679315147\n{text}");
        assert_eq!(message(&note, TIME), expected.into_bytes());
    }

    #[test]
    fn the_time_comes_back() {
        let (secret, key) = witness();
        let mut note = note();
        assert_eq!(verify(&note, &key), Err(NoteError::Unsigned));
        for time in [TIME, TIME + 5, 0, TIME + 1] {
            note.add(sign(&note, key.name(), &secret, time).unwrap());
        }
        let read = SignedNote::parse(note.to_string().as_bytes()).unwrap();
        assert_eq!(verify(&read, &key), Ok(TIME + 5));
        assert!(sign(&note, key.name(), &secret, MAX_TIME).is_some());
        assert_eq!(sign(&note, key.name(), &secret, MAX_TIME + 1), None);
        assert_eq!(sign(&note, "a b", &secret, TIME), None);
    }

    #[test]
    fn changed_and_foreign_signatures_are_noticed() {
        let (secret, key) = witness();
        let signed = sign(&note(), key.name(), &secret, TIME).unwrap();
        let own = note().signatures().len();
        let mut both = note();
        both.add(signed);
        let bytes: Vec<u8> = both.signatures_of(&key).next().unwrap().to_vec();
        for n in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed.get_mut(n).map(|byte| *byte ^= 1).unwrap();
            let mut note = note();
            note.add(NoteSignature::of_key(&key, changed));
            assert_eq!(note.signatures().len(), own + 1);
            assert_eq!(verify(&note, &key), Err(NoteError::WrongSignature));
        }
        for length in 1..bytes.len() {
            let mut note = note();
            note.add(NoteSignature::of_key(
                &key,
                bytes.get(..length).unwrap().to_vec(),
            ));
            assert_eq!(verify(&note, &key), Err(NoteError::WrongSignature));
        }
        // The log's own kind of signature is none of a witness, and the other way round.
        let plain =
            VerifierKey::new(key.name(), SignatureType::Ed25519, secret.public_key()).unwrap();
        assert_eq!(verify(&both, &plain), Err(NoteError::Unsigned));
        assert_eq!(both.verify(&key), Err(NoteError::Unsigned));
    }

    #[test]
    fn only_checkpoints_are_signed() {
        let (secret, key) = witness();
        let mut text = SignedNote::new("text\n".to_owned()).unwrap();
        assert_eq!(sign(&text, key.name(), &secret, TIME), None);
        text.add(NoteSignature::of_key(&key, vec![0; 72]));
        assert_eq!(verify(&text, &key), Err(NoteError::NotCheckpoint));
    }
}
