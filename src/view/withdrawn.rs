//! What stands where a record was withdrawn or went, and how to check that nothing was changed in silence.

use super::LocalizedText;
use super::ROOT_PLACEHOLDER;
use super::builder::ViewBuilder;
use crate::plan::{Page, PageNumber, RecordPage};
use crate::records::{Revision, sha256_hex};
use serde::Serialize;

/// What stands where a record was withdrawn.
#[derive(Debug, Hash, Serialize)]
pub struct WithdrawnView<'r> {
    /// The record's name.
    pub record: &'r str,
    /// `stop`, `aspiration`, `announcement` or `page`.
    pub kind: &'static str,
    /// Since when.
    pub date: String,
    /// Why.
    pub reason: LocalizedText<'r>,
    /// What was published, if it was released.
    pub history_href: Option<String>,
}

/// What stands where a record was before it got another name.
#[derive(Debug, Hash, Serialize)]
pub struct MovedView<'r> {
    /// Its old name.
    pub from: &'r str,
    /// Its name now.
    pub to: &'r str,
    /// Where it is now.
    pub href: String,
    /// The same, whole.
    pub url: String,
    /// Its commitments under the fragments they had.
    pub anchors: Vec<FormerAnchor<'r>>,
}

/// A commitment that has another name.
#[derive(Debug, Hash, Serialize)]
pub struct FormerAnchor<'r> {
    /// The fragment that it had.
    pub id: &'r str,
    /// Where it is now.
    pub href: String,
    /// Its name now.
    pub to: &'r str,
}

/// How to check that nothing was changed in silence.
#[derive(Debug, Hash, Serialize)]
pub struct VerifyView<'r> {
    /// The site's address.
    pub base_url: String,
    /// The log, relative to the page.
    pub log_href: String,
    /// The manifest, relative to the page.
    pub manifest_href: String,
    /// How many lines the log has.
    pub line_count: usize,
    /// The day of the last release.
    pub day: String,
    /// The seal of the last line.
    pub seal: String,
    /// The hash of what stands in the place of a body that was struck out.
    pub null_hash: String,
    /// Revisions that were struck out by law.
    pub redacted_revisions: Vec<RedactedRevision<'r>>,
    /// The public key, if the manifest is signed.
    pub public_key: Option<String>,
}

/// A revision that was struck out by law.
#[derive(Debug, Hash, Serialize)]
pub struct RedactedRevision<'r> {
    /// Its page.
    pub href: String,
    /// The record.
    pub record: &'r str,
    /// Its number.
    pub number: u32,
    /// Why.
    pub reason: &'r str,
}

impl<'r> ViewBuilder<'r> {
    pub(super) fn withdrawn_view(&self, n: usize) -> WithdrawnView<'r> {
        let withdrawal = &self.register.withdrawals()[n];
        let history = self.register.history_of(&withdrawal.record);
        WithdrawnView {
            record: &withdrawal.record,
            kind: withdrawal.kind,
            date: withdrawal.withdrawn.date.to_string(),
            reason: self.localized(&withdrawal.withdrawn.reason),
            history_href: history.map(|id| self.page_href(Page::History(id, PageNumber::FIRST))),
        }
    }

    pub(super) fn moved_view(&self, n: usize, below: RecordPage) -> MovedView<'r> {
        let (from, to) = &self.register.former_names()[n];
        let page = self.plan.page_for_record(to).unwrap_or(Page::Home);
        let page = match (below, page) {
            (RecordPage::Citation, Page::Entry(id)) => Page::Citation(id),
            (RecordPage::Notice, Page::Stop(id, _)) => Page::StopNotice(id),
            (_, page) => page,
        };
        MovedView {
            from,
            to,
            href: self.page_href(page),
            url: self.plan.canonical_url(page, self.lang),
            anchors: if below == RecordPage::Main {
                self.former_anchors(from)
            } else {
                Vec::new()
            },
        }
    }

    /// The commitments that stood at a record and have another name now.
    pub(super) fn former_anchors(&self, record: &str) -> Vec<FormerAnchor<'r>> {
        let moved = self.register.former_names().iter();
        let below = moved
            .filter_map(|(from, to)| Some((from.strip_prefix(record)?.strip_prefix('/')?, to)));
        let own = below.filter(|(id, to)| !id.contains('/') && to.matches('/').count() == 2);
        let anchor = |(id, to): (&'r str, &'r String)| {
            let page = self.plan.page_for_record(to)?;
            let (_, key) = to.rsplit_once('/')?;
            // A tombstone has no fragments.
            let fragment = if matches!(page, Page::Withdrawn(..)) {
                String::new()
            } else {
                format!("#{key}")
            };
            Some(FormerAnchor {
                id,
                href: self.page_href(page) + &fragment,
                to,
            })
        };
        own.filter_map(anchor).collect()
    }

    fn redacted_revision(&self, line: &'r Revision) -> Option<RedactedRevision<'r>> {
        let reason = line.redacted.as_deref()?;
        let id = self.register.history_of(&line.record)?;
        Some(RedactedRevision {
            href: self.page_href(Page::Revision(id, line.revision)),
            record: &line.record,
            number: line.revision,
            reason,
        })
    }

    pub(super) fn verify_view(&self) -> VerifyView<'r> {
        let last = self.register.released_revisions().last();
        VerifyView {
            base_url: self.register.site().base_url.as_str().to_owned(),
            log_href: ROOT_PLACEHOLDER.to_owned() + crate::plan::REVISION_LOG_PATH,
            manifest_href: ROOT_PLACEHOLDER.to_owned() + "manifest.json",
            line_count: self.register.released_revisions().count(),
            day: last
                .map(|line| line.release.to_string())
                .unwrap_or_default(),
            seal: last.map(|line| line.seal.clone()).unwrap_or_default(),
            null_hash: sha256_hex("null"),
            redacted_revisions: self
                .register
                .released_revisions()
                .filter_map(|line| self.redacted_revision(line))
                .collect(),
            public_key: self
                .register
                .site()
                .signing_key
                .as_ref()
                .map(|key| key.as_str().to_owned()),
        }
    }
}
