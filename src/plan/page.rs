//! A page is something that has one address, the same in every language of the site. [`Page`] names
//! it by what it shows; `address` gives its address, `view` its contents.

use super::commitment_list::CommitmentList;
use super::pagination::PageNumber;
use crate::register::{DistrictId, EntryId, HistoryId, OfficeId, StopId, TopicId};

/// A page, without its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Page {
    /// The site's first page: totals, what moved, what is late.
    Home,
    /// The list of stops.
    Stops(PageNumber),
    /// A stop.
    Stop(StopId, PageNumber),
    /// The notice of a stop, printed for the village hall.
    StopNotice(StopId),
    /// An aspiration or announcement.
    Entry(EntryId),
    /// How an aspiration or announcement is cited, with the block by which others embed it.
    EntryCitation(EntryId),
    /// How a stop is cited.
    StopCitation(StopId),
    /// A list of commitments.
    Commitments(CommitmentList, PageNumber),
    /// The list of kecamatan.
    Districts,
    /// A kecamatan.
    District(DistrictId, PageNumber),
    /// The notice of a kecamatan, printed for the village hall.
    DistrictNotice(DistrictId),
    /// The list of offices.
    Offices,
    /// An office.
    Office(OfficeId, PageNumber),
    /// The list of topics.
    Topics,
    /// A topic.
    Topic(TopicId, PageNumber),
    /// The list of follow-ups.
    FollowUps(PageNumber),
    /// The list of corrections.
    Corrections(PageNumber),
    /// Downloads.
    Data,
    /// The columns of the downloads.
    DataDictionary,
    /// The fields of the records, as the office writes them.
    RecordFormat,
    /// Search.
    Search,
    /// The index of titles from A to Z.
    TitleIndex(PageNumber),
    /// A page in Markdown, by its index in the plan.
    Markdown(usize),
    /// A released revision of a record, by its number.
    Revision(HistoryId, u32),
    /// All revisions of a record.
    History(HistoryId, PageNumber),
    /// The tombstone of a withdrawn record, by its index among the register's withdrawals.
    Withdrawn(usize, RecordPage),
    /// The redirect at a record's former name, by its index among the register's former names.
    Moved(usize, RecordPage),
    /// How to verify the site against the revision log and the manifest.
    Verify,
    /// The accessibility statement.
    Accessibility,
    /// The error page, served where there is no page.
    NotFound,
}

/// Which of a record's pages: its own, or one below its address. A withdrawn or renamed record
/// keeps all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordPage {
    /// The record's own page.
    Main,
    /// How it is cited.
    Citation,
    /// The notice for the village hall.
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

impl Page {
    /// The kind of page: the name of its template without `.html`, the variable `kind` of
    /// templates, the field `kind` of page documents, and the key of messages that only this kind
    /// has.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Stops(_) => "stops",
            Self::Stop(..) => "stop",
            Self::StopNotice(_) | Self::DistrictNotice(_) => "notice",
            Self::Entry(_) => "entry",
            Self::Commitments(..) => "commitments",
            Self::Districts => "districts",
            Self::District(..) => "district",
            Self::Offices => "offices",
            Self::Office(..) => "office",
            Self::Topics => "topics",
            Self::Topic(..) => "topic",
            Self::FollowUps(_) => "news",
            Self::Corrections(_) => "corrections",
            Self::EntryCitation(_) | Self::StopCitation(_) => "citation",
            Self::Data => "data",
            Self::DataDictionary => "dictionary",
            Self::RecordFormat => "format",
            Self::Search => "search",
            Self::TitleIndex(_) => "index",
            Self::Markdown(_) => "prose",
            Self::Revision(..) => "past",
            Self::History(..) => "history",
            Self::Withdrawn(..) => "withdrawn",
            Self::Moved(..) => "moved",
            Self::Verify => "verify",
            Self::Accessibility => "accessibility",
            Self::NotFound => "404",
        }
    }

    /// The page of the record that a citation page is of. Returns `None` for every other page.
    pub fn cited_page(self) -> Option<Self> {
        match self {
            Self::EntryCitation(id) => Some(Self::Entry(id)),
            Self::StopCitation(id) => Some(Self::Stop(id, PageNumber::FIRST)),
            _ => None,
        }
    }

    /// The page that says how a record is cited. Returns `None` if the page is that of no stop,
    /// aspiration or announcement.
    pub fn citation_page(self) -> Option<Self> {
        match self {
            Self::Entry(id) => Some(Self::EntryCitation(id)),
            Self::Stop(id, _) => Some(Self::StopCitation(id)),
            _ => None,
        }
    }

    /// The first page of a paginated list; itself if it is not paginated.
    #[must_use]
    pub fn first_page(mut self) -> Self {
        if let Some(number) = self.list_number() {
            *number = PageNumber::FIRST;
        }
        self
    }

    /// Which page of a paginated list it is; the first if it is not paginated.
    pub fn number(mut self) -> PageNumber {
        self.list_number()
            .map_or(PageNumber::FIRST, |number| *number)
    }

    /// Where a page of a paginated list has its number. Returns `None` if it is not paginated.
    fn list_number(&mut self) -> Option<&mut PageNumber> {
        match self {
            Self::Stops(number)
            | Self::Stop(_, number)
            | Self::Commitments(_, number)
            | Self::District(_, number)
            | Self::Office(_, number)
            | Self::Topic(_, number)
            | Self::FollowUps(number)
            | Self::Corrections(number)
            | Self::TitleIndex(number)
            | Self::History(_, number) => Some(number),
            Self::Home
            | Self::StopNotice(_)
            | Self::Entry(_)
            | Self::EntryCitation(_)
            | Self::StopCitation(_)
            | Self::Districts
            | Self::DistrictNotice(_)
            | Self::Offices
            | Self::Topics
            | Self::Data
            | Self::DataDictionary
            | Self::RecordFormat
            | Self::Search
            | Self::Markdown(_)
            | Self::Revision(..)
            | Self::Withdrawn(..)
            | Self::Moved(..)
            | Self::Verify
            | Self::Accessibility
            | Self::NotFound => None,
        }
    }

    /// Whether it has contents of its own that can be cited. Notices, citation pages, old
    /// revisions and tombstones repeat or replace another page; search and index only lead to others.
    pub fn is_citable(self) -> bool {
        match self {
            Self::Home
            | Self::Stops(_)
            | Self::Stop(..)
            | Self::Entry(_)
            | Self::Commitments(..)
            | Self::Districts
            | Self::District(..)
            | Self::Offices
            | Self::Office(..)
            | Self::Topics
            | Self::Topic(..)
            | Self::FollowUps(_)
            | Self::Corrections(_)
            | Self::Data
            | Self::DataDictionary
            | Self::RecordFormat
            | Self::Markdown(_) => true,
            Self::StopNotice(_)
            | Self::EntryCitation(_)
            | Self::StopCitation(_)
            | Self::DistrictNotice(_)
            | Self::Search
            | Self::TitleIndex(_)
            | Self::Revision(..)
            | Self::History(..)
            | Self::Withdrawn(..)
            | Self::Moved(..)
            | Self::Verify
            | Self::Accessibility
            | Self::NotFound => false,
        }
    }
}
