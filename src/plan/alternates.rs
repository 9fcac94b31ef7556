//! Alternate representations of a page, beside it or named by it: data, feeds, calendars. Where each is and which pages have it; `outputs` writes them, `view` links to them.

use super::commitment_list::CommitmentList;
use super::page::{Page, RecordPage};
use super::pagination::PageNumber;
use super::site_plan::Plan;
use crate::records::{Lang, PartialDate};
use crate::register::{CommitmentId, EntryId, FollowUpId, StatusGroup, Subject};

/// The contents of a page as a document.
pub const PAGE_JSON: &str = "data.json";
/// The rows of a list.
pub const LIST_CSV: &str = "data.csv";
/// What is new, as Atom.
pub const ATOM_FEED: &str = "umpan.xml";
/// The same as JSON Feed, of the whole site alone.
pub const JSON_FEED: &str = "umpan.json";
/// Deadlines.
pub const CALENDAR_FILE: &str = "tenggat.ics";
/// The citation block, for programs that embed it.
pub const OEMBED_FILE: &str = "oembed.json";

impl Plan<'_> {
    /// A file beside a page in a language: `en/6/umpan.xml`.
    pub fn alternate_path(&self, page: Page, lang: Lang, name: &str) -> String {
        self.language_prefix(lang) + &self.address(page) + name
    }

    /// The page's JSON document, the same for every language and every page of a list. Returns
    /// `None` if it has none: the rows of a list are in its CSV.
    pub fn page_json_path(&self, page: Page) -> Option<String> {
        let has_json = matches!(
            page,
            Page::Home
                | Page::Stop(..)
                | Page::Entry(_)
                | Page::District(..)
                | Page::Office(..)
                | Page::Topic(..)
                // Programs that know an old address can read there what became of the record.
                | Page::Withdrawn(_, RecordPage::Main)
                | Page::Moved(_, RecordPage::Main)
        );
        let has_json = has_json && self.register.site().outputs.twins;
        has_json.then(|| self.address(page.first_page()) + PAGE_JSON)
    }

    /// The list's rows as CSV, the same for every language and every page of it. Returns `None` if
    /// the page is no list, or one without rows.
    pub fn list_csv_path(&self, page: Page) -> Option<String> {
        let register = self.register;
        let rows = match page {
            Page::Stops(_) => register.stops().len(),
            Page::Stop(id, _) => register.stop(id).entries().count(),
            Page::Commitments(list, _) => self.commitments_in(list).len(),
            Page::Districts => register.districts().len(),
            Page::District(id, _) => register.district(id).entries.len(),
            Page::Offices => register.offices().len(),
            Page::Office(id, _) => register.office(id).entries.len(),
            Page::Topics => register.topics().len(),
            Page::Topic(id, _) => register.topic(id).entries.len(),
            Page::FollowUps(_) => register.follow_ups().len(),
            Page::Corrections(_) => register.stops().map(|(_, s)| s.corrections.len()).sum(),
            _ => 0,
        };
        let has_csv = register.site().outputs.twins && rows > 0;
        has_csv.then(|| self.address(page.first_page()) + LIST_CSV)
    }

    /// The page whose feed a page links to: its own, that of what it is about, else that of the whole
    /// site at the home page. Returns `None` if there are no feeds.
    pub fn feed_page(&self, page: Page) -> Option<Page> {
        if !self.register.site().outputs.feeds || page == Page::NotFound {
            return None;
        }
        let subject = match page.cited_page().unwrap_or(page) {
            Page::StopNotice(id) => Page::Stop(id, PageNumber::FIRST),
            Page::DistrictNotice(id) => Page::District(id, PageNumber::FIRST),
            other => other.first_page(),
        };
        Some(if self.has_feed(subject) {
            subject
        } else {
            Page::Home
        })
    }

    /// Whether there is something to tell of a page beyond that it is there.
    fn has_feed(&self, page: Page) -> bool {
        let register = self.register;
        match page {
            Page::Home => true,
            Page::Corrections(_) => {
                let mut stops = register.stops();
                !register.corrected_revisions().is_empty()
                    || stops.any(|(_, stop)| !stop.corrections.is_empty())
            }
            Page::Stop(id, _) => {
                let stop = register.stop(id);
                stop.entries().next().is_some() || !stop.follow_ups.is_empty()
            }
            Page::District(id, _) => !register.district(id).stops.is_empty(),
            Page::Office(id, _) => !register.office(id).entries.is_empty(),
            Page::Topic(id, _) => !register.topic(id).entries.is_empty(),
            Page::Entry(id) => self.has_entry_news(id),
            _ => false,
        }
    }

    /// Whether an aspiration or announcement has a follow-up, a correction, or a revision that
    /// corrects.
    fn has_entry_news(&self, id: EntryId) -> bool {
        let register = self.register;
        let entry = register.entry(id);
        let has_follow_up = !entry.follow_ups.is_empty()
            || (entry.commitments()).any(|id| !register.commitment(id).timeline.is_empty());
        let mut corrections = register.stop(entry.stop).corrections.iter();
        let is_corrected = corrections.any(|correction| {
            let record = correction.record.as_ref();
            record.is_some_and(|record| record.value == *entry.id)
        });
        let history = self.page_history(Page::Entry(id));
        let is_revised = history.is_some_and(|id| {
            let history = register.history(id);
            !history.corrected_revisions.is_empty()
        });
        has_follow_up || is_corrected || is_revised
    }

    /// The page beside which the calendar of the deadlines on a page is. Returns `None` if there
    /// are no deadlines, since a calendar must have at least one entry (RFC 5545, section 3.6).
    pub fn calendar_page(&self, page: Page) -> Option<Page> {
        let calendar_page = match page {
            Page::Office(id, _) | Page::Commitments(CommitmentList::Office(id), _) => {
                Page::Office(id, PageNumber::FIRST)
            }
            Page::Commitments(..) => Page::Commitments(CommitmentList::All, PageNumber::FIRST),
            _ => return None,
        };
        let has_calendar = self.register.site().outputs.feeds
            && self.with_deadline(calendar_page).next().is_some();
        has_calendar.then_some(calendar_page)
    }

    /// The commitments of an office, or all of them, that have a deadline and were not given up.
    pub fn with_deadline(&self, page: Page) -> impl Iterator<Item = (CommitmentId, PartialDate)> {
        let register = self.register;
        let list = match page {
            Page::Office(id, _) => register.office(id).commitments.as_slice(),
            _ => self.commitments_in(CommitmentList::All),
        };
        list.iter().filter_map(|id| {
            let commitment = register.commitment(*id);
            let by = commitment.current_deadline.due.and_then(|due| due.date)?;
            (commitment.status_group() != StatusGroup::NotPursued).then_some((*id, by))
        })
    }

    /// The absolute address of a commitment: its fragment on its entry's page.
    pub fn commitment_url(&self, id: CommitmentId, lang: Lang) -> String {
        let commitment = self.register.commitment(id);
        let url = self.canonical_url(Page::Entry(commitment.entry), lang);
        format!("{url}#{}", commitment.record.id)
    }

    /// The absolute address of a follow-up: its fragment in the timeline of the first record it is
    /// about.
    pub fn follow_up_url(&self, id: FollowUpId, lang: Lang) -> String {
        let follow_up = self.register.follow_up(id);
        // It is in the timeline of each of them; the address must not depend on the page.
        let subject = follow_up.about[0];
        let name = follow_up.name_at(subject);
        let page = match subject {
            Subject::Stop(id) => Page::Stop(id, PageNumber::FIRST),
            Subject::Entry(id) => Page::Entry(id),
            Subject::Commitment(id) => return format!("{}_{name}", self.commitment_url(id, lang)),
        };
        format!("{}#kabar_{name}", self.canonical_url(page, lang))
    }
}
