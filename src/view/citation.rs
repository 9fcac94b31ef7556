//! The citation page of a stop, aspiration or announcement: how it and each of its commitments are
//! cited, and the blocks of HTML that other sites can embed.

use super::builder::ViewBuilder;
use super::components::{EntrySummary, LocalizedText, StatusBadge, StopLink};
use super::title::Title;
use crate::plan::{Page, PageNumber};
use crate::register::{CommitmentId, EntryId, StopId};
use serde::Serialize;

/// What the citations of a record are made from.
#[derive(Debug, Hash, Serialize)]
pub struct CitationView<'r> {
    /// The record's page, relative to this one.
    pub href: String,
    /// The same, absolute.
    pub url: String,
    /// The record's title.
    #[serde(skip)]
    pub title: Title<'r>,
    /// The seal of the revision that is cited. `None` if the record has changed since.
    pub seal: Option<String>,
    /// The record itself, then its commitments.
    pub parts: Vec<CitedPart<'r>>,
    /// What the blocks to embed show; none of a stop.
    pub block: Option<EntryBlock<'r>>,
}

/// A record or a commitment that is cited.
#[derive(Debug, Hash, Serialize)]
pub struct CitedPart<'r> {
    /// The commitment's fragment, on this page and on the entry's; empty for the record itself.
    pub id: &'r str,
    /// Its name in lists of references: `jhur:6:studi-banding:usul-p-apbd`.
    pub key: String,
    /// Its reference, with the revision: `6/studi-banding/r2#usul-p-apbd`.
    pub reference: String,
    /// Its absolute address, on the page of the revision.
    pub url: String,
    /// The text of a commitment.
    pub commitment: Option<LocalizedText<'r>>,
}

/// What the blocks of an aspiration or announcement show.
#[derive(Debug, Hash, Serialize)]
pub struct EntryBlock<'r> {
    /// The absolute address of the entry's page.
    pub url: String,
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
    pub commitments: Vec<CommitmentBlock<'r>>,
}

/// What the block of a commitment shows.
#[derive(Debug, Hash, Serialize)]
pub struct CommitmentBlock<'r> {
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
    pub(super) fn stop_citation(&self, id: StopId) -> CitationView<'r> {
        self.citation_view(Page::Stop(id, PageNumber::FIRST))
    }

    pub(super) fn entry_citation(&self, id: EntryId) -> CitationView<'r> {
        let mut view = self.citation_view(Page::Entry(id));
        let entry = self.register.entry(id);
        for commitment in entry.commitments() {
            view.parts.push(self.cited_commitment(commitment));
        }
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
        view.block = Some(EntryBlock {
            url: self.plan.canonical_url(Page::Entry(id), self.lang),
            title: self.localized(entry.title),
            text: self.localized_opt(entry.request_text()),
            statements,
            stop: self.stop_link(entry.stop),
            summary: self.entry_summary(entry),
            commitments: entry
                .commitments()
                .map(|id| self.commitment_block(id))
                .collect(),
        });
        view
    }

    /// What is the same of every record.
    fn citation_view(&self, page: Page) -> CitationView<'r> {
        let record = CitedPart {
            id: "",
            key: self.citation_key(page),
            reference: self.plan.cited_reference(page).unwrap_or_default(),
            url: self.plan.cited_url(page, self.lang),
            commitment: None,
        };
        CitationView {
            href: self.page_href(page),
            url: self.plan.canonical_url(page, self.lang),
            title: self.page_title(page),
            seal: self.plan.shown_seal(page).map(|seal| seal.to_string()),
            parts: vec![record],
            block: None,
        }
    }

    fn cited_commitment(&self, id: CommitmentId) -> CitedPart<'r> {
        let commitment = self.register.commitment(id);
        let page = Page::Entry(commitment.entry);
        let key = commitment.record.id.as_str();
        let reference = self.plan.cited_reference(page).unwrap_or_default();
        // `6/studi-banding/usul`, or the fragment on the revision's page: `6/studi-banding/r2#usul`.
        let separator = if self.plan.shown_revision(page).is_some() {
            '#'
        } else {
            '/'
        };
        CitedPart {
            id: key,
            key: format!("{}:{key}", self.citation_key(page)),
            reference: format!("{reference}{separator}{key}"),
            url: format!("{}#{key}", self.plan.cited_url(page, self.lang)),
            commitment: Some(self.localized(&commitment.record.text)),
        }
    }

    /// The address with colons in place of slashes: it has hyphens of its own, and no colon.
    fn citation_key(&self, page: Page) -> String {
        let address = self.plan.alternate_path(page, self.lang, "");
        format!("jhur:{}", address.trim_end_matches('/').replace('/', ":"))
    }

    fn commitment_block(&self, id: CommitmentId) -> CommitmentBlock<'r> {
        let commitment = self.register.commitment(id);
        CommitmentBlock {
            url: self.plan.commitment_url(id, self.lang),
            text: self.localized(&commitment.record.text),
            office: commitment.office.map(|id| self.office_name(id)),
            badge: self.status_badge(id),
        }
    }
}
