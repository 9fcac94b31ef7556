//! The redirect at the former name of a record, and the former fragments of commitments that were
//! renamed.

use super::builder::ViewBuilder;
use crate::plan::{Page, RecordPage};
use serde::Serialize;

/// The redirect from a former name.
#[derive(Debug, Hash, Serialize)]
pub struct MovedView<'r> {
    /// The former name.
    pub from: &'r str,
    /// The name now.
    pub to: &'r str,
    /// The page now.
    pub href: String,
    /// Its absolute address.
    pub url: String,
    /// The record's commitments under their former fragments.
    pub anchors: Vec<FormerAnchor<'r>>,
}

/// The former fragment of a commitment.
#[derive(Debug, Hash, Serialize)]
pub struct FormerAnchor<'r> {
    /// The fragment that it had.
    pub id: &'r str,
    /// Where the commitment is now.
    pub href: String,
    /// Its name now.
    pub to: &'r str,
}

impl<'r> ViewBuilder<'r> {
    /// The redirect at an index among the register's former names; `below` says which of the
    /// record's pages was there.
    pub(super) fn moved_view(&self, index: usize, below: RecordPage) -> MovedView<'r> {
        let (from, to) = &self.register.published_former_names()[index];
        let record_page = self.plan.page_for_record(to).unwrap_or(Page::Home);
        let page = match (below, record_page) {
            (RecordPage::Notice, Page::Stop(id, _)) => Page::StopNotice(id),
            (RecordPage::Citation, page) => page.citation_page().unwrap_or(page),
            // The record has no such page now: its own is the nearest.
            (_, page) => page,
        };
        MovedView {
            from,
            to,
            href: self.page_href(page),
            url: self.plan.canonical_url(page, self.lang),
            // Only a record's own page ever had fragments of commitments.
            anchors: if below == RecordPage::Main {
                self.former_anchors(from)
            } else {
                Vec::new()
            },
        }
    }

    /// The commitments that were once at a record and have another name now.
    pub(super) fn former_anchors(&self, record: &str) -> Vec<FormerAnchor<'r>> {
        let mut anchors = Vec::new();
        for (from, to) in self.register.published_former_names() {
            let below = from.strip_prefix(record);
            let Some(id) = below.and_then(|below| below.strip_prefix('/')) else {
                continue;
            };
            // Of a stop, entries are below it too; they have pages of their own.
            let is_commitment = !id.contains('/') && to.matches('/').count() == 2;
            if is_commitment && let Some(anchor) = self.former_anchor(id, to) {
                anchors.push(anchor);
            }
        }
        anchors
    }

    fn former_anchor(&self, id: &'r str, to: &'r str) -> Option<FormerAnchor<'r>> {
        let page = self.plan.page_for_record(to)?;
        let (_, key) = to.rsplit_once('/')?;
        let mut href = self.page_href(page);
        // A tombstone has no fragments.
        if !matches!(page, Page::Withdrawn(..)) {
            href = format!("{href}#{key}");
        }
        Some(FormerAnchor { id, href, to })
    }
}
