//! An aspiration or announcement and its commitments, each as a block that others can quote.

use super::builder::ViewBuilder;
use super::components::{DeadlineView, EntrySummary, LocalizedText, StatusBadge, StopLink};
use crate::plan::Page;
use crate::register::EntryId;
use serde::Serialize;

/// What can be quoted of an aspiration or announcement.
#[derive(Debug, Hash, Serialize)]
pub struct CitationView<'r> {
    /// The page it is from: the address of record.
    pub url: String,
    /// The same, relative to this page.
    pub href: String,
    /// `aspiration` or `announcement`.
    pub kind: &'static str,
    /// Its title.
    pub title: LocalizedText<'r>,
    /// What was asked for.
    pub text: Option<LocalizedText<'r>>,
    /// What was said unasked, each with the office that said it.
    pub statements: Vec<(LocalizedText<'r>, Option<LocalizedText<'r>>)>,
    /// Its stop.
    pub stop: StopLink<'r>,
    /// Where it stands.
    pub summary: EntrySummary,
    /// What was promised.
    pub commitments: Vec<CommitmentCitation<'r>>,
}

/// A commitment to quote.
#[derive(Debug, Hash, Serialize)]
pub struct CommitmentCitation<'r> {
    /// Its fragment, here and on its page.
    pub id: &'r str,
    /// Its place on its page.
    pub url: String,
    /// The promise.
    pub text: LocalizedText<'r>,
    /// Who made it.
    pub office: Option<LocalizedText<'r>>,
    /// Its standing.
    pub badge: StatusBadge,
    /// The deadline in force.
    pub due: Option<DeadlineView<'r>>,
}

impl<'r> ViewBuilder<'r> {
    pub(super) fn citation_view(&self, id: EntryId) -> CitationView<'r> {
        let entry = self.register.entry(id);
        let page = Page::Entry(id);
        let office = |id| self.localized(self.register.office(id).record.display_name());
        let said = entry
            .responses
            .iter()
            .filter(|_| entry.aspiration().is_none());
        let url = self.plan.canonical_url(page, self.lang);
        let promise = |id| {
            let commitment = self.register.commitment(id);
            CommitmentCitation {
                id: commitment.record.id.as_str(),
                url: self.plan.commitment_url(id, self.lang),
                text: self.localized(&commitment.record.text),
                office: commitment.office.map(office),
                badge: self.status_badge(id),
                due: self.deadline_view(&commitment.current_deadline),
            }
        };
        CitationView {
            href: self.page_href(page),
            kind: entry.kind.as_str(),
            title: self.localized(entry.title),
            text: entry.request_text().map(|t| self.localized(t)),
            statements: said
                .map(|r| (self.localized(&r.record.text), r.office.map(office)))
                .collect(),
            stop: self.stop_link(entry.stop),
            summary: self.entry_summary(entry),
            commitments: entry.commitments().map(promise).collect(),
            url,
        }
    }
}
