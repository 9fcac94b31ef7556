//! The signed statements of witnesses: who saw which state of the revision log, and when.

use crate::transparency::{Checkpoint, SignedNote, TreeHead, VerifierKey, cosignature};

/// The first second after the last year that a record can have (UTC).
const MAX_TIME: i64 = 32_472_144_000;

/// A witness's statement, as `jhur witness` writes it: the witness's key in the first line, an empty
/// line, and the checkpoint with the signatures of the site and the witness.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WitnessedLog {
    /// The name of its file without ending, which it has on the site, too.
    pub name: String,
    /// The witness's key.
    pub key: VerifierKey,
    /// The checkpoint with all signatures, as it is published.
    pub note: String,
    /// Which log it is of.
    pub origin: String,
    /// Size and root of the log as the witness saw it.
    pub head: TreeHead,
    /// When, in seconds since 1970 UTC, as the witness says.
    pub time: i64,
}

/// What is wrong with a witness's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WitnessedError {
    /// It is not what `jhur witness` writes.
    Malformed,
    /// It has no signature that is right under its key.
    WrongSignature,
    /// Its name would be no address.
    Name,
}

/// Whether a key of this name can be a witness's: its address without `https://`, where readers look
/// for the key.
pub fn is_witness_name(name: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._/".contains(c);
    name.contains('.') && name.chars().all(is_plain)
}

impl WitnessedLog {
    /// The text of a witness's file.
    pub fn to_text(key: &VerifierKey, note: &SignedNote) -> String {
        format!("{key}\n\n{note}")
    }

    /// Reads a witness's file and checks its signature.
    ///
    /// # Errors
    /// If it is no such file, or its signature is wrong.
    pub fn parse(name: &str, text: &str) -> Result<Self, WitnessedError> {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
        if !name.chars().all(is_plain) {
            return Err(WitnessedError::Name);
        }
        // Mail programs change the ends of lines.
        let text = text.replace("\r\n", "\n");
        let (key, note) = text.split_once("\n\n").ok_or(WitnessedError::Malformed)?;
        let key = VerifierKey::parse(key).ok_or(WitnessedError::Malformed)?;
        if !is_witness_name(key.name()) {
            return Err(WitnessedError::Malformed);
        }
        let note = format!("{}\n", note.trim_end());
        let signed = SignedNote::parse(note.as_bytes()).map_err(|_| WitnessedError::Malformed)?;
        let checkpoint = Checkpoint::parse(signed.text()).ok_or(WitnessedError::Malformed)?;
        if checkpoint.head().size == 0 {
            return Err(WitnessedError::Malformed);
        }
        let time = cosignature::verify(&signed, &key).ok();
        // No later than a record can be.
        let time = time.and_then(|time| i64::try_from(time).ok());
        let time = time.filter(|time| (0..MAX_TIME).contains(time));
        Ok(Self {
            name: name.to_owned(),
            key,
            origin: checkpoint.origin().to_owned(),
            head: *checkpoint.head(),
            note,
            time: time.ok_or(WitnessedError::WrongSignature)?,
        })
    }
}
