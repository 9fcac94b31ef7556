//! The page that shows how to verify the site against the revision log and the manifest: that
//! nothing published was changed unnoticed.

use super::builder::ViewBuilder;
use super::revision::RedactionView;
use super::root_placeholder::ROOT_PLACEHOLDER;
use crate::plan::{LOG_PATH, Page, bodies_path, witnessed_path};
use crate::records::{Revision, SITE_RECORD, sha256_hex};
use serde::Serialize;

/// What the commands on the page need.
#[derive(Debug, Hash, Serialize)]
pub struct VerifyView<'r> {
    /// The site's address.
    pub base_url: String,
    /// The revision log, relative to the page.
    pub log_href: String,
    /// The manifest, relative to the page.
    pub manifest_href: String,
    /// How many entries the log has.
    pub entry_count: usize,
    /// Its size in bytes.
    pub size: usize,
    /// Its sha256 in hexadecimal digits.
    pub sha256: String,
    /// The day of the last entry.
    pub day: String,
    /// A revision whose body can be checked, as an example; `None` if all were redacted.
    pub example: Option<ExampleRevision<'r>>,
    /// Revisions whose body was redacted by law.
    pub redacted_revisions: Vec<RedactedRevision<'r>>,
    /// The public key, if the manifest is signed.
    pub public_key: Option<String>,
    /// The key that checks the checkpoint's signature, with the log's name.
    pub log_key: Option<String>,
    /// Who saw the log, the newest statement first.
    pub witnesses: Vec<WitnessView<'r>>,
}

/// What a witness signed.
#[derive(Debug, Hash, Serialize)]
pub struct WitnessView<'r> {
    /// Its name, as in its key: an address without `https://`.
    pub name: &'r str,
    /// Its key.
    pub key: String,
    /// The day on which it saw the log, as it says.
    pub day: String,
    /// How many entries the log had.
    pub size: u64,
    /// The signed statement, relative to the page.
    pub href: String,
}

/// The revision with which the page shows how to check one.
#[derive(Debug, Hash, Serialize)]
pub struct ExampleRevision<'r> {
    /// The record's name.
    pub record: &'r str,
    /// The first part of its name, which all records in the file of bodies have.
    pub first_part: &'r str,
    /// The absolute address of the record's page.
    pub url: String,
    /// The revision's number.
    pub number: u32,
    /// The file of its body, below the site's address.
    pub bodies_path: String,
    /// The sha256 of its body's line.
    pub digest: &'r str,
    /// Its seal.
    pub seal: String,
}

/// A revision whose body was redacted by law.
#[derive(Debug, Hash, Serialize)]
pub struct RedactedRevision<'r> {
    /// Its page.
    pub href: String,
    /// The record's name.
    pub record: &'r str,
    /// The revision's number.
    pub number: u32,
    /// Its redaction.
    pub redaction: RedactionView<'r>,
}

impl<'r> ViewBuilder<'r> {
    pub(super) fn verify_view(&self) -> VerifyView<'r> {
        let site = self.register.site();
        let log = self.register.published_log();
        let revisions = self.register.released_revisions();
        let last = self.register.log_entries().last();
        // Of a record rather than of the settings, which are one long line.
        let is_example = |r: &&Revision| r.line.is_some() && r.record != SITE_RECORD;
        let mut newest = self.register.released_revisions().filter(is_example);
        let example = newest.next_back().map(|revision| ExampleRevision {
            record: &revision.record,
            url: self.record_url(&revision.record),
            first_part: revision.record.split('/').next().unwrap_or_default(),
            number: revision.revision,
            bodies_path: bodies_path(&revision.record),
            digest: &revision.digest,
            seal: revision.seal().to_string(),
        });
        VerifyView {
            base_url: site.base_url.as_str().to_owned(),
            log_href: ROOT_PLACEHOLDER.to_owned() + LOG_PATH,
            manifest_href: ROOT_PLACEHOLDER.to_owned() + "manifest.json",
            entry_count: log.lines().count(),
            size: log.len(),
            sha256: sha256_hex(&log),
            day: last.map_or_else(String::new, |entry| entry.release.to_string()),
            example,
            redacted_revisions: revisions
                .filter_map(|r| self.redacted_revision(r))
                .collect(),
            public_key: site.signing_key.as_ref().map(|key| key.as_str().to_owned()),
            log_key: self.register.log_key().map(|key| key.to_string()),
            witnesses: self.witness_views(),
        }
    }

    /// The absolute address of a record's page, in the main language.
    fn record_url(&self, record: &str) -> String {
        let base = self.register.site().base_url.as_str();
        format!("{base}{record}/")
    }

    fn witness_views(&self) -> Vec<WitnessView<'r>> {
        let all = self.register.witnessed().into_iter();
        all.map(|(day, witnessed)| WitnessView {
            name: witnessed.key.name(),
            key: witnessed.key.to_string(),
            day: day.to_string(),
            size: witnessed.head.size,
            href: ROOT_PLACEHOLDER.to_owned() + &witnessed_path(&witnessed.name),
        })
        .collect()
    }

    /// Returns `None` if its body is there.
    pub(super) fn redacted_revision(&self, revision: &'r Revision) -> Option<RedactedRevision<'r>> {
        let redaction = RedactionView::of(revision)?;
        let id = self.register.history_of(&revision.record)?;
        Some(RedactedRevision {
            href: self.page_href(Page::Revision(id, revision.revision)),
            record: &revision.record,
            number: revision.revision,
            redaction,
        })
    }
}
