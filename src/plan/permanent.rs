//! Permanent pages: addresses that stay once something was published there. Every revision of a
//! record, its history, the tombstone of what was withdrawn, the redirect from a former name.

use super::page::{Page, RecordPage};
use super::pagination::{PageNumber, REVISIONS_PER_PAGE};
use super::site_plan::Plan;
use crate::records::{Day, Key, Lang, LogEntry, Revision, Seal};
use crate::register::{HistoryId, Resolved};

impl<'r> Plan<'r> {
    /// Every permanent page.
    pub(super) fn permanent_pages(&self) -> Vec<Page> {
        let register = self.register;
        let mut pages = Vec::new();
        for (id, history) in register.histories() {
            for revision in &history.revisions {
                pages.push(Page::Revision(id, revision.revision));
            }
            if self.has_history_page(id) {
                let count = history.revisions.len();
                let numbers = PageNumber::for_list(count, REVISIONS_PER_PAGE);
                pages.extend(numbers.map(|number| Page::History(id, number)));
            }
        }
        if register.histories().len() > 0 {
            pages.push(Page::Verify);
        }
        for (index, withdrawal) in register.withdrawals().iter().enumerate() {
            for below in self.record_pages(&withdrawal.record) {
                pages.push(Page::Withdrawn(index, below));
            }
        }
        for (index, (from, _)) in register.published_former_names().iter().enumerate() {
            // A commitment has no page of its own: its old fragment stays on its entry's page.
            if from.matches('/').count() < 2 {
                for below in self.record_pages(from) {
                    pages.push(Page::Moved(index, below));
                }
            }
        }
        pages
    }

    /// Whether the history of a record has a page: of a single revision its own page says all, unless
    /// the record had other names before.
    fn has_history_page(&self, id: HistoryId) -> bool {
        let history = self.register.history(id);
        let mut former_names = self.register.published_former_names().iter();
        history.revisions.len() > 1
            || former_names
                .any(|(from, to)| to == history.record && self.register.history_of(from).is_some())
    }

    /// The page that tells what happened to a record: its history, or its only revision.
    pub fn history_page(&self, id: HistoryId) -> Page {
        if self.has_history_page(id) {
            Page::History(id, PageNumber::FIRST)
        } else {
            Page::Revision(id, self.register.history(id).newest_revision().revision)
        }
    }

    /// Whether a released stop was ever in a kecamatan. Its notice then stays, even if the stop was
    /// withdrawn or turned out to belong to another kecamatan.
    pub(super) fn had_stop(&self, district: &Key) -> bool {
        self.register
            .released_revisions()
            .any(|revision| revision_district(revision) == Some(district.as_str()))
    }

    /// The pages that a record of this name has or had.
    fn record_pages(&self, record: &str) -> Vec<RecordPage> {
        let mut pages = vec![RecordPage::Main];
        // Only stops are named by a number alone; only stops have notices. Pages in Markdown are not
        // cited on a page of their own.
        let is_stop = record.bytes().all(|b| b.is_ascii_digit());
        if (is_stop || record.contains('/')) && self.register.site().outputs.citations {
            pages.push(RecordPage::Citation);
        }
        if is_stop {
            pages.push(RecordPage::Notice);
        }
        pages
    }

    /// The page of a record by its name: `6`, `6/studi-banding`, `6/studi-banding/usul-p-apbd`,
    /// `tentang`. Returns `None` if no record has or had the name.
    pub fn page_for_record(&self, name: &str) -> Option<Page> {
        Some(match self.register.resolve(name)? {
            Resolved::Stop(id) => Page::Stop(id, PageNumber::FIRST),
            Resolved::Entry(id) => Page::Entry(id),
            Resolved::Page => {
                let mut pages = self.markdown_pages.iter();
                Page::Markdown(pages.position(|page| page.key.as_str() == name)?)
            }
            Resolved::Withdrawn(index) => Page::Withdrawn(index, RecordPage::Main),
            Resolved::FormerName(index) => Page::Moved(index, RecordPage::Main),
        })
    }

    /// The name in the revision log of the record that a page shows. Returns `None` for pages that
    /// show no single record.
    pub fn record_name(&self, page: Page) -> Option<String> {
        match page {
            Page::Markdown(index) => Some(self.markdown_pages[index].key.to_string()),
            Page::Withdrawn(index, _) => Some(self.register.withdrawals()[index].record.clone()),
            _ => self.record_reference(page),
        }
    }

    /// The reference of the stop, aspiration or announcement that a page shows: `6`,
    /// `6/studi-banding`.
    pub fn record_reference(&self, page: Page) -> Option<String> {
        match page {
            Page::Stop(id, _) => Some(self.register.stop(id).number().to_string()),
            Page::Entry(id) => Some(self.register.entry_reference(id)),
            _ => None,
        }
    }

    /// The history of the record that a page shows. Returns `None` if it was never released.
    pub fn page_history(&self, page: Page) -> Option<HistoryId> {
        self.register.history_of(&self.record_name(page)?)
    }

    /// The revision that a page shows as it was released. Returns `None` if the record has changed
    /// since.
    pub fn shown_revision(&self, page: Page) -> Option<(HistoryId, &'r Revision)> {
        let id = self.page_history(page)?;
        let history = self.register.history(id);
        (!history.has_unreleased_change).then(|| (id, history.newest_revision()))
    }

    /// The seal of the revision that a page shows. Returns `None` if the record has changed since.
    pub fn shown_seal(&self, page: Page) -> Option<Seal> {
        self.shown_revision(page)
            .map(|(_, revision)| revision.seal())
    }

    /// The entry of the log whose revision a page shows. Returns `None` if the record has changed
    /// since.
    pub fn shown_entry(&self, page: Page) -> Option<&'r LogEntry> {
        let (_, revision) = self.shown_revision(page)?;
        self.register.log_entry(revision.entry)
    }

    /// The day on which what a page shows was recorded: of a record and its citation that of the
    /// revision, of a notice the newest of all that stands on it. Returns `None` for lists, and if
    /// something has changed since.
    pub fn recorded_on(&self, page: Page) -> Option<Day> {
        let stop_pages = |id| {
            let entries = self.register.stop(id).entries().map(Page::Entry);
            entries.chain([Page::Stop(id, PageNumber::FIRST)])
        };
        let pages: Vec<Page> = match page {
            Page::StopNotice(id) => stop_pages(id).collect(),
            Page::DistrictNotice(id) => {
                let stops = self.register.district(id).stops.iter();
                stops.flat_map(|id| stop_pages(*id)).collect()
            }
            _ => vec![page.cited_page().unwrap_or(page)],
        };
        let mut days = Vec::with_capacity(pages.len());
        for page in pages {
            let (_, revision) = self.shown_revision(page)?;
            days.push(revision.release);
        }
        days.into_iter().max()
    }

    /// The page of a record's history that shows what a revision changed.
    pub fn revision_history_page(&self, id: HistoryId, number: u32) -> Page {
        // Revisions are numbered from 1 without gaps and listed newest first.
        let all = self.register.history(id).revisions.len();
        let newer = all.saturating_sub(number as usize);
        Page::History(id, PageNumber(newer / REVISIONS_PER_PAGE))
    }

    /// The absolute address by which a page is cited: that of the revision it shows, whose contents
    /// never change, or its own.
    pub fn cited_url(&self, page: Page, lang: Lang) -> String {
        let revision = self.shown_revision(page);
        let cited = revision.map_or(page, |(id, revision)| Page::Revision(id, revision.revision));
        self.canonical_url(cited, lang)
    }

    /// The reference by which a record is cited: `6/studi-banding/r2`; without a revision
    /// `6/studi-banding`.
    pub fn cited_reference(&self, page: Page) -> Option<String> {
        let reference = self.record_reference(page)?;
        Some(match self.shown_revision(page) {
            Some((_, revision)) => format!("{reference}/r{}", revision.revision),
            None => reference,
        })
    }
}

/// The kecamatan of the stop that a revision is of. Returns `None` for other records and redacted
/// bodies.
fn revision_district(revision: &Revision) -> Option<&str> {
    revision.body()?.pointer("/stop/district")?.as_str()
}
