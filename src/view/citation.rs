//! The page of citation blocks: an aspiration or announcement and each of its commitments as a
//! block of HTML that other sites can embed.

use super::builder::ViewBuilder;
use super::components::{EntrySummary, LocalizedText, StatusBadge, StopLink};
use crate::plan::Page;
use crate::register::{CommitmentId, EntryId};
use serde::Serialize;

/// What the blocks of an aspiration or announcement show.
#[derive(Debug, Hash, Serialize)]
pub struct CitationView<'r> {
    /// The absolute address of the entry's page.
    pub url: String,
    /// The same, relative to this page.
    pub href: String,
    /// `aspiration` or `announcement`.
    pub kind: &'static str,
    /// Its title.
    pub title: LocalizedText<'r>,
    /// What was asked for.
    pub text: Option<LocalizedText<'r>>,
    /// Of an announcement: what was announced, each with the office that did.
    pub statements: Vec<(LocalizedText<'r>, Option<LocalizedText<'r>>)>,
    /// Its stop.
    pub stop: StopLink<'r>,
    /// What became of it, in one line.
    pub summary: EntrySummary<'r>,
    /// Its commitments.
    pub commitments: Vec<CommitmentCitation<'r>>,
}

/// What the block of a commitment shows.
#[derive(Debug, Hash, Serialize)]
pub struct CommitmentCitation<'r> {
    /// Its fragment, on this page and on the entry's.
    pub id: &'r str,
    /// Its absolute address on the entry's page.
    pub url: String,
    /// The text of the commitment.
    pub text: LocalizedText<'r>,
    /// Who made it.
    pub office: Option<LocalizedText<'r>>,
    /// What is known of it.
    pub badge: StatusBadge<'r>,
}

impl<'r> ViewBuilder<'r> {
    pub(super) fn citation_view(&self, id: EntryId) -> CitationView<'r> {
        let entry = self.register.entry(id);
        let page = Page::Entry(id);
        let mut statements = Vec::new();
        // The block of an aspiration shows the request; its answers are left to the page.
        if entry.aspiration().is_none() {
            for response in &entry.responses {
                let office = response.office.map(|id| self.office_name(id));
                if let Some(text) = &response.record.text {
                    statements.push((self.localized(text), office));
                }
            }
        }
        CitationView {
            href: self.page_href(page),
            kind: entry.kind.as_str(),
            title: self.localized(entry.title),
            text: self.localized_opt(entry.request_text()),
            statements,
            stop: self.stop_link(entry.stop),
            summary: self.entry_summary(entry),
            commitments: entry
                .commitments()
                .map(|id| self.commitment_citation(id))
                .collect(),
            url: self.plan.canonical_url(page, self.lang),
        }
    }

    fn commitment_citation(&self, id: CommitmentId) -> CommitmentCitation<'r> {
        let commitment = self.register.commitment(id);
        CommitmentCitation {
            id: commitment.record.id.as_str(),
            url: self.plan.commitment_url(id, self.lang),
            text: self.localized(&commitment.record.text),
            office: commitment.office.map(|id| self.office_name(id)),
            badge: self.status_badge(id),
        }
    }
}
