//! An aspiration or announcement and its commitments, each as a block that others can quote.

use super::builder::Maker;
use super::{Deadline, Mark, Phrase, Standing, StopLink};
use crate::plan::Page;
use crate::register::EntryId;
use serde::Serialize;

/// What can be quoted of an aspiration or announcement.
#[derive(Debug, Hash, Serialize)]
pub struct Quote<'r> {
    /// The page it is from: the address of record.
    pub url: String,
    /// The same, relative to this page.
    pub href: String,
    /// `aspiration` or `announcement`.
    pub kind: &'static str,
    /// Its title.
    pub title: Phrase<'r>,
    /// What was asked for.
    pub text: Option<Phrase<'r>>,
    /// What was said unasked, each with the office that said it.
    pub said: Vec<(Phrase<'r>, Option<Phrase<'r>>)>,
    /// Its stop.
    pub stop: StopLink<'r>,
    /// Where it stands.
    pub standing: Standing,
    /// What was promised.
    pub promises: Vec<Promise<'r>>,
}

/// A commitment to quote.
#[derive(Debug, Hash, Serialize)]
pub struct Promise<'r> {
    /// Its fragment, here and on its page.
    pub id: &'r str,
    /// Its place on its page.
    pub url: String,
    /// The promise.
    pub text: Phrase<'r>,
    /// Who made it.
    pub office: Option<Phrase<'r>>,
    /// Its standing.
    pub mark: Mark,
    /// The deadline in force.
    pub due: Option<Deadline<'r>>,
}

impl<'r> Maker<'r> {
    pub(super) fn quote(&self, id: EntryId) -> Quote<'r> {
        let entry = self.register.entry(id);
        let page = Page::Entry(id);
        let office = |id| self.phrase(self.register.office(id).record.display_name());
        let said = entry.responses.iter().filter(|_| entry.aspiration().is_none());
        let url = self.plan.canonical_url(page, self.lang);
        let promise = |id| {
            let commitment = self.register.commitment(id);
            Promise {
                id: commitment.record.id.as_str(),
                url: self.plan.commitment_url(id, self.lang),
                text: self.phrase(&commitment.record.text),
                office: commitment.office.map(office),
                mark: self.mark(id),
                due: self.deadline(&commitment.current_deadline),
            }
        };
        Quote {
            href: self.href(page),
            kind: entry.kind.as_str(),
            title: self.phrase(entry.title),
            text: entry.request_text().map(|t| self.phrase(t)),
            said: said.map(|r| (self.phrase(&r.record.text), r.office.map(office))).collect(),
            stop: self.stop_link(entry.stop),
            standing: self.standing(entry),
            promises: entry.commitments().map(promise).collect(),
            url,
        }
    }
}
