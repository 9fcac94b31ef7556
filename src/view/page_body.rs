//! The part of a page's view that its kind determines: one variant per template.

use super::citation::CitationView;
use super::data::{DataDictionaryView, DownloadsView, RecordFormatView};
use super::entry::EntryView;
use super::follow_ups::FollowUpListView;
use super::groups::{DistrictView, GroupListView, OfficeView, Scorecard, TopicView};
use super::history::HistoryView;
use super::home::HomeView;
use super::list::CommitmentListView;
use super::moved::MovedView;
use super::notice::NoticeView;
use super::revision::RevisionView;
use super::search::{LetterPage, SearchView};
use super::static_pages::{AccessibilityView, CorrectionListView, MarkdownPageView};
use super::stop::StopView;
use super::stops::StopListView;
use super::verify::VerifyView;
use super::withdrawn::WithdrawnView;
use serde::Serialize;

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
