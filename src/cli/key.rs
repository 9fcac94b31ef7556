//! `jhur key`: makes a key pair that signs a site's manifest and checkpoint, or a witness's statements.

use super::args::KeyArgs;
use super::terminal::{Terminal, display_path};
use super::usage_error::usage_error;
use crate::diag::{Code, Diagnostic, ExitStatus};
use crate::publish;
use crate::records::is_witness_name;
use crate::transparency::{PublicKey, SignatureType, VerifierKey};
use std::path::{Component, Path};

pub(super) fn run(
    args: &KeyArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    // The secret key must not come into Git or onto the site with what is beside it.
    if is_in_site(&args.file, root) {
        let path = display_path(&args.file);
        return Err(usage_error("key-in-site").arg("found", path));
    }
    if let Some(name) = &args.witness {
        require_key_name(name)?;
    }
    let password = terminal.env.key_password.as_deref().unwrap_or_default();
    if password.is_empty() {
        return Err(usage_error("key-password"));
    }
    if args.file.symlink_metadata().is_ok() {
        publish::remove_leftovers(&args.file);
        return Err(
            Diagnostic::without_span(Code::FileExists).arg("path", display_path(&args.file))
        );
    }
    let (secret, public) = publish::new_key_pair(password)?;
    publish::create_secret_file(&args.file, &secret)?;
    let mut message_args = vec![
        ("path", display_path(&args.file)),
        ("public", public.clone()),
    ];
    let witness = args.witness.as_deref();
    let key = witness.and_then(|name| witness_key(name, PublicKey::from_minisign(&public)?));
    let message = match key {
        Some(key) => {
            message_args.push(("key", key.to_string()));
            message_args.push(("name", key.name().to_owned()));
            "key-witness"
        }
        None => "key-site",
    };
    terminal.emessage(message, &message_args);
    Ok(ExitStatus::Clean)
}

/// A witness's key with its name.
pub(super) fn witness_key(name: &str, public: PublicKey) -> Option<VerifierKey> {
    VerifierKey::new(name, SignatureType::Cosignature, public)
}

/// Refuses what can be no name of a key. Whoever reads it may look for its owner there.
///
/// # Errors
/// If it is none.
pub(super) fn require_key_name(name: &str) -> Result<(), Diagnostic> {
    if is_witness_name(name) {
        return Ok(());
    }
    Err(usage_error("key-name").arg("found", name))
}

/// Whether a file would lie in the folder of the site, also by way of links and folders that are not
/// there yet.
fn is_in_site(file: &Path, root: &Path) -> bool {
    let whole = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    let found = |path: &Path| dunce::canonicalize(path).ok();
    let Some(site) = found(root).filter(|site| site.join("content").is_dir()) else {
        return false;
    };
    // A file that is there is never written.
    let above = whole
        .ancestors()
        .skip(1)
        .find_map(|path| Some((found(path)?, path)));
    above.is_none_or(|(folder, path)| {
        let rest = whole.strip_prefix(path).unwrap_or(&whole);
        let goes_back = rest.components().any(|part| part == Component::ParentDir);
        goes_back || folder.starts_with(&site)
    })
}
