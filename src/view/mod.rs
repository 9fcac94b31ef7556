//! What each page shows: a typed view per kind of page, and the frame around all of them.
//!
//! A view borrows the records' words and holds no HTML; every day in it is ISO 8601, every kind a key of the theme's
//! strings. A template that gets a view can show it but cannot go through the register.

mod builder;
mod citation;
mod components;
mod data;
mod entry;
mod figures;
mod follow_ups;
mod groups;
mod history;
mod home;
mod layout;
mod list;
mod map;
mod notice;
mod revision;
mod row_ref;
mod search;
mod static_pages;
mod stop;
mod stops;
mod title;
mod withdrawn;

pub use builder::{status_view, timeliness_view};
pub use citation::CitationView;
pub use components::{
    AskerView, CitedByView, CommitmentListRow, DeadlineView, EntryListRow, EntrySummary,
    LocalizedText, Pagination, PaginationLink, PhotoView, SourceView, StatusBadge, StatusView,
    StopLink, TextLink, TimelinessView,
};
pub use data::{
    ColumnView, DataDictionaryView, DownloadsView, RecordField, RecordFormatView, RecordType,
    TableView,
};
pub use entry::{CommitmentView, EntryView, ResponseView};
pub use figures::{BarSegment, FiguresView, GroupCount};
pub use follow_ups::{FollowUpListView, FollowUpView};
pub use groups::{DistrictView, GroupListView, GroupRow, OfficeView, Scorecard, TopicView};
pub use history::{HistoryView, RevisedRecord, changed_field_labels};
pub use home::HomeView;
pub use layout::{PageTranslation, PageView};
pub use list::{CommitmentListView, FilterLink, ListFilters, NamedFilterLink};
pub use map::{LegendRow, MapArea, MapDigit, MapView};
pub use notice::{NoticeRow, NoticeView};
pub use revision::{FieldLabel, RevisionView};
pub(super) use row_ref::RowFingerprints;
pub use row_ref::RowRef;
pub use search::{LetterLink, LetterPage, SearchView};
pub use static_pages::{AccessibilityView, CorrectionListView, MarkdownPageView};
pub use stop::StopView;
pub use stops::{StopListRow, StopListView};
pub use title::{Alternates, Breadcrumb, Title, TitleArg};
pub use withdrawn::{FormerAnchor, MovedView, VerifyView, WithdrawnView};

use crate::plan::{Page, Plan};
use crate::records::Lang;
use builder::ViewBuilder;
use serde::Serialize;

/// What stands in a view for the way to the site's root, which differs from page to page: so a row is the same in every
/// list. No text of a record may have this character.
pub const ROOT_PLACEHOLDER: &str = "\u{1}";

/// What a kind of page shows; the templates' variable `page`.
#[derive(Debug, Hash, Serialize)]
#[serde(untagged)]
pub enum PageBody<'r> {
    /// home.html
    Home(Box<HomeView<'r>>),
    /// stops.html
    Stops(StopListView<'r>),
    /// stop.html
    Stop(Box<StopView<'r>>),
    /// notice.html
    Notice(Box<NoticeView<'r>>),
    /// entry.html
    Entry(Box<EntryView<'r>>),
    /// commitments.html
    Commitments(Box<CommitmentListView<'r>>),
    /// districts.html, offices.html, topics.html
    Groups(GroupListView<'r>),
    /// district.html
    District(Box<DistrictView<'r>>),
    /// office.html
    Office(Box<OfficeView<'r>>),
    /// topic.html
    Topic(Box<TopicView<'r>>),
    /// news.html
    FollowUps(FollowUpListView<'r>),
    /// corrections.html
    Corrections(CorrectionListView<'r>),
    /// quote.html
    Citation(Box<CitationView<'r>>),
    /// data.html
    Data(DownloadsView),
    /// dictionary.html
    DataDictionary(DataDictionaryView),
    /// format.html
    RecordFormat(RecordFormatView),
    /// search.html
    Search(SearchView),
    /// letter.html
    Letter(LetterPage<'r>),
    /// prose.html
    Markdown(MarkdownPageView<'r>),
    /// past.html
    Revision(Box<RevisionView<'r>>),
    /// history.html
    History(Box<HistoryView<'r>>),
    /// withdrawn.html
    Withdrawn(WithdrawnView<'r>),
    /// moved.html
    Moved(MovedView<'r>),
    /// verify.html
    Verify(VerifyView<'r>),
    /// accessibility.html
    Accessibility(AccessibilityView),
    /// 404.html
    NotFound {},
}

impl<'r> PageBody<'r> {
    /// The scorecard of a kecamatan, an office or a topic.
    pub fn scorecard(&self) -> Option<&Scorecard<'r>> {
        match self {
            Self::District(page) => Some(&page.scorecard),
            Self::Office(page) => Some(&page.scorecard),
            Self::Topic(page) => Some(&page.scorecard),
            _ => None,
        }
    }
}

impl Page {
    /// The template of this kind of page, without `.html`; also the key of the words that only it has.
    pub fn template_name(self) -> &'static str {
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
            Self::Citation(_) => "quote",
            Self::Data => "data",
            Self::DataDictionary => "dictionary",
            Self::RecordFormat => "format",
            Self::Search => "search",
            Self::Letter(..) => "letter",
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
}

impl<'r> Plan<'r> {
    /// What a page is called in a language.
    pub fn page_title(&'r self, page: Page, lang: Lang) -> Title<'r> {
        ViewBuilder::new(self, lang).page_title(page)
    }

    /// What a page shows in a language.
    pub fn page_view(&'r self, page: Page, lang: Lang) -> PageView<'r> {
        let make = ViewBuilder::new(self, lang);
        let body = match page {
            Page::Home => PageBody::Home(Box::new(make.home_view())),
            Page::Stops(part) => PageBody::Stops(make.stop_list_view(part)),
            Page::Stop(id, part) => PageBody::Stop(Box::new(make.stop_view(id, part))),
            Page::StopNotice(id) => PageBody::Notice(Box::new(make.stop_notice(id))),
            Page::Entry(id) => PageBody::Entry(Box::new(make.entry_view(id))),
            Page::Commitments(list, part) => {
                PageBody::Commitments(Box::new(make.commitment_list_view(list, part)))
            }
            Page::Districts => PageBody::Groups(make.district_list_view()),
            Page::District(id, part) => PageBody::District(Box::new(make.district_view(id, part))),
            Page::DistrictNotice(id) => PageBody::Notice(Box::new(make.district_notice(id))),
            Page::Offices => PageBody::Groups(make.office_list_view()),
            Page::Office(id, part) => PageBody::Office(Box::new(make.office_view(id, part))),
            Page::Topics => PageBody::Groups(make.topic_list_view()),
            Page::Topic(id, part) => PageBody::Topic(Box::new(make.topic_view(id, part))),
            Page::FollowUps(part) => PageBody::FollowUps(make.follow_up_list_view(part)),
            Page::Corrections(part) => PageBody::Corrections(make.correction_list_view(part)),
            Page::Citation(id) => PageBody::Citation(Box::new(make.citation_view(id))),
            Page::Data => PageBody::Data(make.downloads_view()),
            Page::DataDictionary => PageBody::DataDictionary(make.data_dictionary_view()),
            Page::RecordFormat => PageBody::RecordFormat(make.record_format_view()),
            Page::Search => PageBody::Search(make.search_view()),
            Page::Letter(letter, part) => PageBody::Letter(make.letter_page(letter, part)),
            Page::Markdown(n) => PageBody::Markdown(make.markdown_page_view(n)),
            Page::Revision(id, number) => {
                PageBody::Revision(Box::new(make.revision_view(id, number)))
            }
            Page::History(id, part) => PageBody::History(Box::new(make.history_view(id, part))),
            Page::Withdrawn(n, _) => PageBody::Withdrawn(make.withdrawn_view(n)),
            Page::Moved(n, below) => PageBody::Moved(make.moved_view(n, below)),
            Page::Verify => PageBody::Verify(make.verify_view()),
            Page::Accessibility => PageBody::Accessibility(make.accessibility_view()),
            Page::NotFound => PageBody::NotFound {},
        };
        make.page_view(page, body)
    }
}
