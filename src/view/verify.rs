//! The page that shows how to verify the site against the revision log and the manifest: that
//! nothing published was changed unnoticed.

use super::builder::ViewBuilder;
use super::root_placeholder::ROOT_PLACEHOLDER;
use crate::plan::{Page, REVISION_LOG_PATH};
use crate::records::{Revision, sha256_hex};
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
    /// How many lines the log has.
    pub line_count: usize,
    /// The day of the last release.
    pub day: String,
    /// The seal of the last line.
    pub seal: String,
    /// The hash of `null`, which is what the log has in place of a redacted body.
    pub null_hash: String,
    /// Revisions whose body was redacted by law.
    pub redacted_revisions: Vec<RedactedRevision<'r>>,
    /// The public key, if the manifest is signed.
    pub public_key: Option<String>,
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
    /// Why.
    pub reason: &'r str,
}

impl<'r> ViewBuilder<'r> {
    pub(super) fn verify_view(&self) -> VerifyView<'r> {
        let site = self.register.site();
        // The seal of the last line ties all lines before it.
        let (mut line_count, mut last) = (0, None);
        let mut redacted_revisions = Vec::new();
        for revision in self.register.released_revisions() {
            line_count += 1;
            last = Some(revision);
            redacted_revisions.extend(self.redacted_revision(revision));
        }
        VerifyView {
            base_url: site.base_url.as_str().to_owned(),
            log_href: ROOT_PLACEHOLDER.to_owned() + REVISION_LOG_PATH,
            manifest_href: ROOT_PLACEHOLDER.to_owned() + "manifest.json",
            line_count,
            day: last.map_or_else(String::new, |line| line.release.to_string()),
            seal: last.map_or_else(String::new, |line| line.seal.clone()),
            null_hash: sha256_hex("null"),
            redacted_revisions,
            public_key: site.signing_key.as_ref().map(|key| key.as_str().to_owned()),
        }
    }

    fn redacted_revision(&self, revision: &'r Revision) -> Option<RedactedRevision<'r>> {
        let reason = revision.redacted.as_deref()?;
        let id = self.register.history_of(&revision.record)?;
        Some(RedactedRevision {
            href: self.page_href(Page::Revision(id, revision.revision)),
            record: &revision.record,
            number: revision.revision,
            reason,
        })
    }
}
