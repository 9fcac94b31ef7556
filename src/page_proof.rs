//! Whether the revision that a published page names is in the site's signed log: a few small files
//! of the log's tree prove it, whatever the size of the log.

use crate::diag::Diagnostic;
use crate::fetch::{PublishedSite, is_address};
use crate::plan::{CHECKPOINT_PATH, LOG_FOLDER, LOG_KEY_PATH, LOG_PATH};
use crate::records::{LogEntry, parse_iri_reference};
use crate::transparency::{Checkpoint, Hash, TileError, TileReader, VerifierKey};
use fluent_uri::Iri;

/// A page, as it was fetched.
#[derive(Debug)]
pub(crate) struct FetchedPage {
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
    /// What could be proven.
    pub(crate) proof: PageProof,
    /// How many bytes were fetched for it, the page's included.
    pub(crate) fetched: u64,
}

/// What is proven of a page.
#[derive(Debug)]
pub(crate) enum PageProof {
    /// There is no page.
    NoPage,
    /// It names no revision.
    NoRevision,
    /// The site does not sign its log; its line is there, or not.
    Unsigned(bool, LogEntry),
    /// The line is in the signed log, or not, or the log contradicts itself.
    Signed(bool, LogEntry, SignedLog),
}

/// A signed log.
#[derive(Debug)]
pub(crate) struct SignedLog {
    /// How many entries it has; 0 if the signature is wrong.
    pub(crate) size: u64,
    /// The key, as the site itself says.
    pub(crate) key: String,
}

/// Fetches a page from an address and proves what can be proven of it.
///
/// # Errors
/// If something cannot be fetched.
pub(crate) fn fetch_page(url: &str) -> Result<FetchedPage, Diagnostic> {
    let url = url.split('#').next().unwrap_or(url);
    let url = url.strip_suffix("index.html").unwrap_or(url);
    let slash = if url.ends_with('/') { "" } else { "/" };
    let url = format!("{url}{slash}");
    let page = PublishedSite::new(&url);
    let Some(bytes) = page.read("")? else {
        return Ok(FetchedPage {
            bytes: Vec::new(),
            proof: PageProof::NoPage,
            fetched: 0,
        });
    };
    let text = String::from_utf8_lossy(&bytes).into_owned();
    // Of the one element alone: what somebody wrote may look like its attributes, but has no `<`.
    let element = between(&text, "<code data-log=\"", ">");
    let (folder, entry) = element
        .and_then(|e| e.split_once("\" data-entry=\""))
        .unzip();
    let entry = entry.and_then(|entry| LogEntry::parse_attribute(entry.strip_suffix('"')?));
    let root = folder.and_then(|folder| site_root(&url, folder));
    let mut fetched = page.fetched_bytes();
    let proof = match entry.zip(root) {
        None => PageProof::NoRevision,
        Some((entry, root)) => {
            let site = PublishedSite::new(&root);
            let proof = prove(&site, entry)?;
            fetched += site.fetched_bytes();
            proof
        }
    };
    Ok(FetchedPage {
        bytes,
        proof,
        fetched,
    })
}

fn prove(site: &PublishedSite, entry: LogEntry) -> Result<PageProof, Diagnostic> {
    let line = entry.to_line();
    let key = site.read(LOG_KEY_PATH)?.unwrap_or_default();
    let key = String::from_utf8_lossy(&key).trim_end().to_owned();
    let Some(verifier) = VerifierKey::parse(&key) else {
        let log = site.read(LOG_PATH)?.unwrap_or_default();
        let found = String::from_utf8_lossy(&log).lines().nth(entry.entry) == Some(&line);
        return Ok(PageProof::Unsigned(found, entry));
    };
    let note = site.read(CHECKPOINT_PATH)?.unwrap_or_default();
    let Ok(checkpoint) = Checkpoint::open(&note, verifier.name(), &verifier) else {
        return Ok(PageProof::Signed(false, entry, SignedLog { size: 0, key }));
    };
    let head = *checkpoint.head();
    let fetch = |path: &str| match site.read(&format!("{LOG_FOLDER}{path}")) {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) => Err(None),
        Err(error) => Err(Some(error)),
    };
    let proof = TileReader::new(head, fetch).inclusion_proof(entry.entry as u64);
    let is_included = match proof {
        Ok((leaf, _)) => leaf == Hash::of_leaf(line.as_bytes()),
        Err(TileError::Fetch(Some(error))) => return Err(error),
        Err(_) => false,
    };
    let size = head.size;
    Ok(PageProof::Signed(
        is_included,
        entry,
        SignedLog { size, key },
    ))
}

/// The address of the site whose page names the log's folder relative to itself.
fn site_root(page: &str, log_folder: &str) -> Option<String> {
    let to_root = log_folder.strip_suffix(LOG_FOLDER)?;
    // Only up: a page can prove nothing with the log of another site.
    if !is_address(page) || !to_root.replace("../", "").is_empty() {
        return None;
    }
    let base = Iri::parse(page.to_owned()).ok()?;
    let relative = if to_root.is_empty() { "./" } else { to_root };
    let root = parse_iri_reference(relative)?.resolve_against(&base).ok()?;
    Some(root.as_str().to_owned())
}

/// The text between two others. Returns `None` if it has none of them.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(start)?;
    rest.split_once(end).map(|(value, _)| value)
}
