//! Addresses that never die: every revision of a record, its history, what was withdrawn, and where a record went.

use super::{Page, PageNumber, Plan};
use crate::records::{Key, Lang, Revision};
use crate::register::{HistoryId, Resolved};

/// How many revisions a part of a history has; each shows what it changed.
pub const REVISIONS_PER_PAGE: usize = 10;

/// A page that stands with a record: the record's own, or one below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordPage {
    /// Its own.
    Main,
    /// The block to quote.
    Citation,
    /// What is printed of it for the village hall.
    Notice,
}

impl RecordPage {
    /// What it adds to the record's address.
    pub(super) fn path_suffix(self) -> &'static str {
        match self {
            Self::Main => "",
            Self::Citation => "kutip/",
            Self::Notice => "cetak/",
        }
    }
}

impl<'r> Plan<'r> {
    /// Every page that is there because something was published once.
    pub(super) fn permanent_pages(&self) -> Vec<Page> {
        let register = self.register;
        let mut pages = Vec::new();
        for (id, history) in register.histories() {
            pages.extend(
                history
                    .revisions
                    .iter()
                    .map(|r| Page::Revision(id, r.revision)),
            );
            pages.extend(
                PageNumber::for_list(history.revisions.len(), REVISIONS_PER_PAGE)
                    .map(|part| Page::History(id, part)),
            );
        }
        if register.histories().len() > 0 {
            pages.push(Page::Verify);
        }
        for (n, withdrawal) in register.withdrawals().iter().enumerate() {
            pages.extend(
                self.record_pages(&withdrawal.record)
                    .map(|below| Page::Withdrawn(n, below)),
            );
        }
        for (n, (from, _)) in register.former_names().iter().enumerate() {
            // A commitment has no page of its own: its fragment is kept where it stood.
            if from.matches('/').count() < 2 {
                pages.extend(self.record_pages(from).map(|below| Page::Moved(n, below)));
            }
        }
        pages
    }

    /// Was a stop in a kecamatan released? Then its notice stays, though the stop was withdrawn or belongs elsewhere.
    pub(super) fn had_stop(&self, district: &Key) -> bool {
        let of = |line: &Revision| {
            line.body
                .as_ref()?
                .pointer("/stop/district")?
                .as_str()
                .map(|key| key == district.as_str())
        };
        self.register
            .released_revisions()
            .any(|line| of(line).unwrap_or_default())
    }

    /// The pages that stand with a record of that name.
    fn record_pages(&self, record: &str) -> impl Iterator<Item = RecordPage> {
        let is_entry = record.contains('/');
        let is_stop = record.bytes().all(|b| b.is_ascii_digit());
        let quote = is_entry && self.register.site().outputs.citations;
        let more = [(quote, RecordPage::Citation), (is_stop, RecordPage::Notice)];
        std::iter::once(RecordPage::Main).chain(
            more.into_iter()
                .filter(|(has, _)| *has)
                .map(|(_, below)| below),
        )
    }

    /// The page of a name: `6`, `6/studi-banding`, `6/studi-banding/usul-p-apbd`, `tentang`.
    pub fn page_for_record(&self, name: &str) -> Option<Page> {
        Some(match self.register.resolve(name)? {
            Resolved::Stop(id) => Page::Stop(id, PageNumber::FIRST),
            Resolved::Entry(id) => Page::Entry(id),
            Resolved::Page => Page::Markdown(
                self.markdown_pages
                    .iter()
                    .position(|p| p.key.as_str() == name)?,
            ),
            Resolved::Withdrawn(n) => Page::Withdrawn(n, RecordPage::Main),
            Resolved::FormerName(n) => Page::Moved(n, RecordPage::Main),
        })
    }

    /// The record that a page is of, as the revision log names it.
    pub fn record_name(&self, page: Page) -> Option<String> {
        let register = self.register;
        match page {
            Page::Stop(id, _) => Some(register.stop(id).number().to_string()),
            Page::Entry(id) => Some(register.entry_reference(id)),
            Page::Markdown(n) => Some(self.markdown_pages[n].key.to_string()),
            Page::Withdrawn(n, _) => Some(register.withdrawals()[n].record.clone()),
            _ => None,
        }
    }

    /// The history of the record that a page is of; none if it was not released.
    pub fn page_history(&self, page: Page) -> Option<HistoryId> {
        self.register.history_of(&self.record_name(page)?)
    }

    /// The revision that a page shows as it was released; none if it says something else by now.
    pub fn shown_revision(&self, page: Page) -> Option<(HistoryId, &'r Revision)> {
        let id = self.page_history(page)?;
        let history = self.register.history(id);
        (!history.has_unreleased_change).then(|| (id, history.newest_revision()))
    }

    /// The part of a record's history that shows what a revision changed.
    pub fn revision_history_page(&self, id: HistoryId, number: u32) -> Page {
        // Numbers run from 1 without gaps.
        let newer = self
            .register
            .history(id)
            .revisions
            .len()
            .saturating_sub(number as usize);
        Page::History(id, PageNumber(newer / REVISIONS_PER_PAGE))
    }

    /// The whole address by which a page is cited: that of the revision it shows, which never changes, or its own.
    pub fn cited_url(&self, page: Page, lang: Lang) -> String {
        let past = self
            .shown_revision(page)
            .map(|(id, revision)| Page::Revision(id, revision.revision));
        self.canonical_url(past.unwrap_or(page), lang)
    }

    /// The reference by which a record is cited: `6/studi-banding/r2`; without a revision `6/studi-banding`.
    pub fn cited_reference(&self, page: Page) -> Option<String> {
        let reference = self.record_reference(page)?;
        Some(match self.shown_revision(page) {
            Some((_, revision)) => format!("{reference}/r{}", revision.revision),
            None => reference,
        })
    }
}
