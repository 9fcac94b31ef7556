//! Alternate representations of a page, beside it or named by it: data, feeds, calendars,
//! citations. Where each is and which pages have it; `outputs` writes them, `view` links to them.

use super::commitment_list::CommitmentList;
use super::page::{Page, RecordPage};
use super::pagination::PageNumber;
use super::site_plan::Plan;
use crate::records::{Lang, PartialDate};
use crate::register::{CommitmentId, FollowUpId, StatusGroup, Subject};

/// The contents of a page as a document.
pub const PAGE_JSON: &str = "data.json";
/// The rows of a list.
pub const LIST_CSV: &str = "data.csv";
/// What is new, as Atom and as JSON Feed.
pub const FEED_FILES: [&str; 2] = ["umpan.xml", "umpan.json"];
/// Deadlines.
pub const CALENDAR_FILE: &str = "tenggat.ics";
/// The citation block, for programs that embed it.
pub const OEMBED_FILE: &str = "oembed.json";
/// The citations of a page, by the extensions of their files: `kutip.bib`.
pub const CITATION_EXTENSIONS: [&str; 5] = ["txt", "bib", "ris", "csl.json", "wiki.txt"];

impl Plan<'_> {
    /// A file beside a page in a language: `en/6/umpan.xml`.
    pub fn alternate_path(&self, page: Page, lang: Lang, name: &str) -> String {
        self.language_prefix(lang) + &self.address(page) + name
    }

    /// The page's JSON document, the same for every language and every page of a list. Returns
    /// `None` if it has none.
    pub fn page_json_path(&self, page: Page) -> Option<String> {
        // Programs that know an old address can read there what became of the record.
        let is_gone = matches!(
            page,
            Page::Withdrawn(_, RecordPage::Main) | Page::Moved(_, RecordPage::Main)
        );
        let has_json = self.register.site().outputs.twins && (page.is_citable() || is_gone);
        has_json.then(|| self.address(page.first_page()) + PAGE_JSON)
    }

    /// The list's rows as CSV, the same for every language and every page of it. Returns `None` if
    /// the page is no list.
    pub fn list_csv_path(&self, page: Page) -> Option<String> {
        let is_list = match page {
            Page::Stops(_)
            | Page::Stop(..)
            | Page::Commitments(..)
            | Page::Districts
            | Page::District(..)
            | Page::Offices
            | Page::Office(..)
            | Page::Topics
            | Page::Topic(..)
            | Page::FollowUps(_)
            | Page::Corrections(_) => true,
            Page::Home
            | Page::StopNotice(_)
            | Page::Entry(_)
            | Page::Citation(_)
            | Page::DistrictNotice(_)
            | Page::Data
            | Page::DataDictionary
            | Page::RecordFormat
            | Page::Search
            | Page::Letter(..)
            | Page::Markdown(_)
            | Page::Revision(..)
            | Page::History(..)
            | Page::Withdrawn(..)
            | Page::Moved(..)
            | Page::Verify
            | Page::Accessibility
            | Page::NotFound => false,
        };
        let has_csv = self.register.site().outputs.twins && is_list;
        has_csv.then(|| self.address(page.first_page()) + LIST_CSV)
    }

    /// The page whose feeds a page links to: its own, those of what it is about, else those of the
    /// whole site at the home page. Returns `None` if there are no feeds.
    pub fn feed_page(&self, page: Page) -> Option<Page> {
        if !self.register.site().outputs.feeds {
            return None;
        }
        match page.first_page() {
            Page::NotFound => None,
            // These repeat another page, which has the feed.
            Page::Citation(id) => Some(Page::Entry(id)),
            Page::StopNotice(id) => Some(Page::Stop(id, PageNumber::FIRST)),
            Page::DistrictNotice(id) => Some(Page::District(id, PageNumber::FIRST)),
            first @ (Page::Corrections(_)
            | Page::Entry(_)
            | Page::Stop(..)
            | Page::District(..)
            | Page::Office(..)
            | Page::Topic(..)) => Some(first),
            _ => Some(Page::Home),
        }
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

    /// Whether there are citations beside a page.
    pub fn has_citations(&self, page: Page) -> bool {
        self.register.site().outputs.citations && page.is_citable()
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
