//! Files beside pages: data twins, feeds, calendars, citations. Where each is, and which pages have it; what is in them is
//! `outputs`' business.

use super::{CommitmentList, Page, PageNumber, Plan, RecordPage};
use crate::records::{Lang, PartialDate};
use crate::register::{CommitmentId, FollowUpId, StatusGroup, Subject};

/// What a page says, as data.
pub const PAGE_JSON: &str = "data.json";
/// The rows of a list.
pub const LIST_CSV: &str = "data.csv";
/// What is new, as Atom and as JSON Feed.
pub const FEED_FILES: [&str; 2] = ["umpan.xml", "umpan.json"];
/// Deadlines.
pub const CALENDAR_FILE: &str = "tenggat.ics";
/// A block to quote, for programs that embed.
pub const OEMBED_FILE: &str = "oembed.json";
/// The citations of a page, by the ends of their names: `kutip.bib`.
pub const CITATION_EXTENSIONS: [&str; 5] = ["txt", "bib", "ris", "csl.json", "wiki.txt"];

impl Page {
    /// The page of which it is a part; most are whole.
    #[must_use]
    pub fn first_page(self) -> Self {
        match self {
            Self::Stops(_) => Self::Stops(PageNumber::FIRST),
            Self::Stop(id, _) => Self::Stop(id, PageNumber::FIRST),
            Self::Commitments(list, _) => Self::Commitments(list, PageNumber::FIRST),
            Self::District(id, _) => Self::District(id, PageNumber::FIRST),
            Self::Office(id, _) => Self::Office(id, PageNumber::FIRST),
            Self::Topic(id, _) => Self::Topic(id, PageNumber::FIRST),
            Self::FollowUps(_) => Self::FollowUps(PageNumber::FIRST),
            Self::Corrections(_) => Self::Corrections(PageNumber::FIRST),
            Self::Letter(letter, _) => Self::Letter(letter, PageNumber::FIRST),
            Self::History(id, _) => Self::History(id, PageNumber::FIRST),
            _ => self,
        }
    }

    /// Does it say anything of its own? Not what is shown where there is no page, what is printed, quoted or kept of another
    /// page, and what only leads to others.
    pub fn is_citable(self) -> bool {
        !matches!(
            self,
            Self::NotFound
                | Self::StopNotice(_)
                | Self::DistrictNotice(_)
                | Self::Citation(_)
                | Self::Search
                | Self::Letter(..)
                | Self::Revision(..)
                | Self::History(..)
                | Self::Withdrawn(..)
                | Self::Moved(..)
                | Self::Verify
                | Self::Accessibility
        )
    }
}

impl Plan<'_> {
    /// A file beside a page in a language: `en/6/umpan.xml`.
    pub fn alternate_path(&self, page: Page, lang: Lang, name: &str) -> String {
        self.language_prefix(lang) + &self.address(page) + name
    }

    /// The page as data; the same for every language and every part of a list.
    pub fn page_json_path(&self, page: Page) -> Option<String> {
        // Programs that know an address are told what became of it.
        let is_gone = matches!(
            page,
            Page::Withdrawn(_, RecordPage::Main) | Page::Moved(_, RecordPage::Main)
        );
        let has = self.register.site().outputs.twins && (page.is_citable() || is_gone);
        has.then(|| self.address(page.first_page()) + PAGE_JSON)
    }

    /// The rows of a list as a table; the same for every language and every part.
    pub fn list_csv_path(&self, page: Page) -> Option<String> {
        let is_list = matches!(
            page,
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
                | Page::Corrections(_)
        );
        let has = self.register.site().outputs.twins && is_list;
        has.then(|| self.address(page.first_page()) + LIST_CSV)
    }

    /// The page whose feeds tell what is new on it; none if there is nothing to follow.
    pub fn feed_page(&self, page: Page) -> Option<Page> {
        let whole = match page.first_page() {
            Page::Citation(id) => Page::Entry(id),
            Page::StopNotice(id) => Page::Stop(id, PageNumber::FIRST),
            Page::DistrictNotice(id) => Page::District(id, PageNumber::FIRST),
            whole => whole,
        };
        let has = match whole {
            Page::NotFound => false,
            Page::Corrections(_)
            | Page::Entry(_)
            | Page::Stop(..)
            | Page::District(..)
            | Page::Office(..)
            | Page::Topic(..) => true,
            _ => return self.register.site().outputs.feeds.then_some(Page::Home),
        };
        (has && self.register.site().outputs.feeds).then_some(whole)
    }

    /// The page beside which the deadlines of what it shows stand; none where there are none, since a calendar without
    /// entries is none (RFC 5545).
    pub fn calendar_page(&self, page: Page) -> Option<Page> {
        let whole = match page {
            Page::Office(id, _) | Page::Commitments(CommitmentList::Office(id), _) => {
                Page::Office(id, PageNumber::FIRST)
            }
            Page::Commitments(..) => Page::Commitments(CommitmentList::All, PageNumber::FIRST),
            _ => return None,
        };
        let has = self.register.site().outputs.feeds && self.with_deadline(whole).next().is_some();
        has.then_some(whole)
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
            (StatusGroup::of(commitment.status) != StatusGroup::NotPursued).then_some((*id, by))
        })
    }

    /// The reference of the record that a page is of: `6`, `6/studi-banding`.
    pub fn record_reference(&self, page: Page) -> Option<String> {
        match page {
            Page::Stop(id, _) => Some(self.register.stop(id).number().to_string()),
            Page::Entry(id) => Some(self.register.entry_reference(id)),
            _ => None,
        }
    }

    /// Are there citations beside a page?
    pub fn has_citations(&self, page: Page) -> bool {
        self.register.site().outputs.citations && page.is_citable()
    }

    /// The whole address of a commitment's place on its page.
    pub fn commitment_url(&self, id: CommitmentId, lang: Lang) -> String {
        let commitment = self.register.commitment(id);
        format!(
            "{}#{}",
            self.canonical_url(Page::Entry(commitment.entry), lang),
            commitment.record.id
        )
    }

    /// The whole address of a follow-up's place on the page of what it is about first.
    pub fn follow_up_url(&self, id: FollowUpId, lang: Lang) -> String {
        let news = self.register.follow_up(id);
        let subject = news.about[0];
        let name = news.name_at(subject);
        match subject {
            Subject::Stop(id) => {
                format!(
                    "{}#kabar_{name}",
                    self.canonical_url(Page::Stop(id, PageNumber::FIRST), lang)
                )
            }
            Subject::Entry(id) => {
                format!("{}#kabar_{name}", self.canonical_url(Page::Entry(id), lang))
            }
            Subject::Commitment(id) => format!("{}_{name}", self.commitment_url(id, lang)),
        }
    }
}
