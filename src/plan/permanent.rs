//! Addresses that never die: every revision of a record, its history, what was withdrawn, and where a record went.

use super::{Page, Part, Plan};
use crate::records::{Key, Lang, Revision};
use crate::register::{HistoryId, Resolved};

/// How many revisions a part of a history has; each shows what it changed.
pub const REVISIONS: usize = 10;

/// A page that stands with a record: the record's own, or one below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Below {
    /// Its own.
    Itself,
    /// The block to quote.
    Quote,
    /// What is printed of it for the village hall.
    Notice,
}

impl Below {
    /// What it adds to the record's address.
    pub(super) fn suffix(self) -> &'static str {
        match self {
            Self::Itself => "",
            Self::Quote => "kutip/",
            Self::Notice => "cetak/",
        }
    }
}

impl<'r> Plan<'r> {
    /// Every page that is there because something was published once.
    pub(super) fn kept(&self) -> Vec<Page> {
        let register = self.register;
        let mut pages = Vec::new();
        for (id, history) in register.histories() {
            pages.extend(history.revisions.iter().map(|r| Page::Past(id, r.revision)));
            pages.extend(Part::all(history.revisions.len(), REVISIONS).map(|part| Page::History(id, part)));
        }
        if register.histories().len() > 0 {
            pages.push(Page::Verify);
        }
        for (n, withdrawal) in register.withdrawals().iter().enumerate() {
            pages.extend(self.with(&withdrawal.record).map(|below| Page::Withdrawn(n, below)));
        }
        for (n, (from, _)) in register.former_names().iter().enumerate() {
            // A commitment has no page of its own: its fragment is kept where it stood.
            if from.matches('/').count() < 2 {
                pages.extend(self.with(from).map(|below| Page::Moved(n, below)));
            }
        }
        pages
    }

    /// Was a stop in a kecamatan released? Then its notice stays, though the stop was withdrawn or belongs elsewhere.
    pub(super) fn had_stop(&self, district: &Key) -> bool {
        let of = |line: &Revision| {
            line.body.as_ref()?.pointer("/stop/district")?.as_str().map(|key| key == district.as_str())
        };
        self.register.released_revisions().any(|line| of(line).unwrap_or_default())
    }

    /// The pages that stand with a record of that name.
    fn with(&self, record: &str) -> impl Iterator<Item = Below> {
        let is_entry = record.contains('/');
        let is_stop = record.bytes().all(|b| b.is_ascii_digit());
        let quote = is_entry && self.register.site().outputs.citations;
        let more = [(quote, Below::Quote), (is_stop, Below::Notice)];
        std::iter::once(Below::Itself).chain(more.into_iter().filter(|(has, _)| *has).map(|(_, below)| below))
    }

    /// The page of a name: `6`, `6/studi-banding`, `6/studi-banding/usul-p-apbd`, `tentang`.
    pub fn page_of(&self, name: &str) -> Option<Page> {
        Some(match self.register.resolve(name)? {
            Resolved::Stop(id) => Page::Stop(id, Part::FIRST),
            Resolved::Entry(id) => Page::Entry(id),
            Resolved::Page => Page::Prose(self.prose.iter().position(|p| p.key.as_str() == name)?),
            Resolved::Withdrawn(n) => Page::Withdrawn(n, Below::Itself),
            Resolved::FormerName(n) => Page::Moved(n, Below::Itself),
        })
    }

    /// The record that a page is of, as the revision log names it.
    pub fn record(&self, page: Page) -> Option<String> {
        let register = self.register;
        match page {
            Page::Stop(id, _) => Some(register.stop(id).number().to_string()),
            Page::Entry(id) => Some(register.entry_reference(id)),
            Page::Prose(n) => Some(self.prose[n].key.to_string()),
            Page::Withdrawn(n, _) => Some(register.withdrawals()[n].record.clone()),
            _ => None,
        }
    }

    /// The history of the record that a page is of; none if it was not released.
    pub fn history(&self, page: Page) -> Option<HistoryId> {
        self.register.history_of(&self.record(page)?)
    }

    /// The revision that a page shows as it was released; none if it says something else by now.
    pub fn revision(&self, page: Page) -> Option<(HistoryId, &'r Revision)> {
        let id = self.history(page)?;
        let history = self.register.history(id);
        (!history.has_unreleased_change).then(|| (id, history.newest_revision()))
    }

    /// The part of a record's history that shows what a revision changed.
    pub fn changes(&self, id: HistoryId, number: u32) -> Page {
        // Numbers run from 1 without gaps.
        let newer = self.register.history(id).revisions.len().saturating_sub(number as usize);
        Page::History(id, Part(newer / REVISIONS))
    }

    /// The whole address by which a page is cited: that of the revision it shows, which never changes, or its own.
    pub fn cited_url(&self, page: Page, lang: Lang) -> String {
        let past = self.revision(page).map(|(id, revision)| Page::Past(id, revision.revision));
        self.canonical(past.unwrap_or(page), lang)
    }

    /// The reference by which a record is cited: `6/studi-banding/r2`; without a revision `6/studi-banding`.
    pub fn cited_reference(&self, page: Page) -> Option<String> {
        let reference = self.reference(page)?;
        Some(match self.revision(page) {
            Some((_, revision)) => format!("{reference}/r{}", revision.revision),
            None => reference,
        })
    }
}
