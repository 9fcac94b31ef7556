//! Signatures: the manifest's, as minisign makes and checks it, and the checkpoint's, both with one
//! key. Who published these bytes?

use super::files::io_error::read_error;
use super::manifest;
use crate::diag::{Code, Diagnostic};
use crate::transparency::{Checkpoint, SignedNote, SigningKey};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use minisign::{KeyPair, PublicKey, SecretKey, SecretKeyBox, SignatureBox};
use std::fs;
use std::io::Cursor;
use std::path::Path;

/// The comment in a signature's first line, which nothing signs.
const COMMENT: &str = "jhur";

/// A key pair that signs manifests and checkpoints.
pub struct Signer {
    secret: SecretKey,
    public: PublicKey,
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Signer")
    }
}

impl Signer {
    /// Opens the secret key in a file with its password, for the public key that the site names.
    ///
    /// # Errors
    /// If the key cannot be read, the password is wrong, the site names no key, or another one.
    pub fn open(path: &Path, password: &str, public: Option<&str>) -> Result<Self, Diagnostic> {
        let error = |case| cannot_sign(path, case);
        let public = PublicKey::from_base64(public.ok_or_else(|| error("unnamed"))?)
            .map_err(|_| error("public"))?;
        let secret = open_secret_key(path, password)?;
        let signer = Self { secret, public };
        // Better now than after the whole site was made.
        let trial = signer.sign_bytes(b"jhur");
        if trial.is_some_and(|signature| signer.has_signed(b"jhur", &signature)) {
            Ok(signer)
        } else {
            Err(error("another"))
        }
    }

    /// Signs the log's checkpoint. Returns `None` if the log's name can be no key's.
    pub fn sign_checkpoint(&self, checkpoint: &Checkpoint) -> Option<SignedNote> {
        checkpoint.sign(&SigningKey::from_minisign(&self.secret)?)
    }

    /// Signs bytes. Returns `None` if the secret key does not belong to the public one.
    pub(super) fn sign_bytes(&self, bytes: &[u8]) -> Option<String> {
        let comment = Some(manifest::FILE_NAME);
        let signed = minisign::sign(
            Some(&self.public),
            &self.secret,
            Cursor::new(bytes),
            comment,
            Some(COMMENT),
        );
        signed.ok().map(SignatureBox::into_string)
    }

    /// Whether `signature` is this key's signature of the bytes, as [`Self::sign_bytes`] writes it.
    /// They cannot be signed again and compared: a signature contains its time. What nothing signs,
    /// the first line and what stands below the fourth, is compared by its text.
    pub(super) fn has_signed(&self, bytes: &[u8], signature: &str) -> bool {
        let is_own_text = SignatureBox::from_string(signature).is_ok_and(|signature_box| {
            let comment = signature_box.untrusted_comment();
            comment.is_ok_and(|comment| comment == COMMENT)
                && signature_box.into_string() == signature
        });
        is_own_text && is_valid_signature(&self.public, bytes, signature)
    }
}

/// Opens the secret key in a file of minisign's, for signatures that are not the manifest's.
///
/// # Errors
/// If the key cannot be read, or the password is wrong.
pub fn open_signing_key(path: &Path, password: &str) -> Result<SigningKey, Diagnostic> {
    let secret = open_secret_key(path, password)?;
    SigningKey::from_minisign(&secret).ok_or_else(|| cannot_sign(path, "unreadable"))
}

/// Makes a key pair: the text of the secret key's file, locked with the password, and the public
/// key. Both are minisign's.
///
/// # Errors
/// If the operating system gives no random bytes, or has too little memory to lock the key.
pub fn new_key_pair(password: &str) -> Result<(String, String), Diagnostic> {
    let random = || Diagnostic::without_span(Code::CannotRead).arg("reason", "random");
    let pair = KeyPair::generate_encrypted_keypair(Some(password.to_owned()));
    let KeyPair { pk, sk } = pair.map_err(|_| random())?;
    let secret = sk.to_box(Some(COMMENT)).map_err(|_| random())?;
    Ok((secret.into_string(), pk.to_base64()))
}

fn open_secret_key(path: &Path, password: &str) -> Result<SecretKey, Diagnostic> {
    let error = |case| cannot_sign(path, case);
    let text = fs::read_to_string(path).map_err(read_error(path))?;
    // The first line of a key file is a comment.
    let bytes = text
        .lines()
        .nth(1)
        .and_then(|line| BASE64_STANDARD.decode(line.trim()).ok());
    let stored =
        SecretKey::from_bytes(&bytes.unwrap_or_default()).map_err(|_| error("unreadable"))?;
    if !stored.is_encrypted() {
        // minisign -G -W writes no checksum, which the reader of boxes takes for a broken key.
        return Ok(stored);
    }
    let boxed = SecretKeyBox::from_string(&text).map_err(|_| error("unreadable"))?;
    let secret = boxed.into_secret_key(Some(password.to_owned()));
    secret.map_err(|_| error("password"))
}

fn cannot_sign(path: &Path, case: &'static str) -> Diagnostic {
    Diagnostic::without_span(Code::CannotSign)
        .arg("case", case)
        .arg("path", path.display().to_string())
}

/// Checks that a folder's manifest is signed with the secret key of a public one.
///
/// # Errors
/// If there is no signature, or it is another's or of other bytes.
pub fn verify_signature(folder: &Path, public: &str) -> Result<(), Diagnostic> {
    let signature_file = folder.join(manifest::SIGNATURE_NAME);
    let manifest_file = folder.join(manifest::FILE_NAME);
    let error = |case: &'static str| {
        Diagnostic::without_span(Code::BadSignature)
            .arg("case", case)
            .arg("path", signature_file.display().to_string())
    };
    let public = PublicKey::from_base64(public).map_err(|_| error("public"))?;
    let signature = fs::read_to_string(&signature_file).map_err(|_| error("missing"))?;
    let bytes = fs::read(&manifest_file).map_err(read_error(&manifest_file))?;
    if is_valid_signature(&public, &bytes, &signature) {
        Ok(())
    } else {
        Err(error("wrong"))
    }
}

fn is_valid_signature(public: &PublicKey, bytes: &[u8], signature: &str) -> bool {
    SignatureBox::from_string(signature).is_ok_and(|signature| {
        minisign::verify(public, &signature, Cursor::new(bytes), true, false, false).is_ok()
    })
}
