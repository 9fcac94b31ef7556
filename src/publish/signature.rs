//! The manifest's signature, as minisign makes and checks it: who published these bytes.

use super::manifest;
use super::reason::reading;
use crate::diag::{Code, Diagnostic};
use minisign::{PublicKey, SecretKey, SecretKeyBox, SignatureBox};
use std::fs;
use std::io::Cursor;
use std::path::Path;

/// Who signs.
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
        let fault = |case: &'static str| {
            Diagnostic::nowhere(Code::CannotSign).with("case", case).with("path", path.display().to_string())
        };
        let Some(public) = public else { return Err(fault("unnamed")) };
        let text = fs::read_to_string(path).map_err(reading(path))?;
        let boxed = SecretKeyBox::from_string(&text).map_err(|_| fault("unreadable"))?;
        // A key without a password is stored in another form.
        let secret = match boxed.clone().into_unencrypted_secret_key() {
            Ok(secret) => secret,
            Err(_) => boxed.into_secret_key(Some(password.to_owned())).map_err(|_| fault("password"))?,
        };
        let public = PublicKey::from_base64(public).map_err(|_| fault("public"))?;
        let signer = Self { secret, public };
        let trial = signer.sign(b"jhur")?;
        if is_signed(&signer.public, b"jhur", &trial) { Ok(signer) } else { Err(fault("another")) }
    }

    /// Signs bytes; the same bytes get the same signature.
    pub(super) fn sign(&self, bytes: &[u8]) -> Result<String, Diagnostic> {
        let comment = Some(manifest::NAME);
        let signed = minisign::sign(Some(&self.public), &self.secret, Cursor::new(bytes), comment, Some("jhur"));
        // Keys that were opened do sign; the trial in `open` finds one that does not belong to the public key.
        let refused = |_| Diagnostic::nowhere(Code::CannotSign).with("case", "another").with("path", manifest::NAME);
        signed.map(SignatureBox::into_string).map_err(refused)
    }
}

/// Is a folder's manifest signed with the secret key of a public one?
///
/// # Errors
/// If there is no signature, or it is another's or of other bytes.
pub fn signed(folder: &Path, public: &str) -> Result<(), Diagnostic> {
    let fault = |case: &'static str| {
        let path = folder.join(manifest::SIGNATURE).display().to_string();
        Diagnostic::nowhere(Code::SignatureWrong).with("case", case).with("path", path)
    };
    let public = PublicKey::from_base64(public).map_err(|_| fault("public"))?;
    let signature = fs::read_to_string(folder.join(manifest::SIGNATURE)).map_err(|_| fault("missing"))?;
    let bytes = fs::read(folder.join(manifest::NAME)).map_err(reading(&folder.join(manifest::NAME)))?;
    if is_signed(&public, &bytes, &signature) { Ok(()) } else { Err(fault("wrong")) }
}

fn is_signed(public: &PublicKey, bytes: &[u8], signature: &str) -> bool {
    let Ok(signature) = SignatureBox::from_string(signature) else { return false };
    minisign::verify(public, &signature, Cursor::new(bytes), true, false, false).is_ok()
}
