//! The part of a page's view that its kind determines: one variant per template.

use super::citation::CitationView;
use super::data::{DataDictionaryView, DownloadsView, RecordFormatView};
use super::entry::EntryView;
use super::follow_ups::FollowUpListView;
use super::groups::{DistrictView, GroupListView, OfficeView, TopicView};
use super::history::HistoryView;
use super::home::HomeView;
use super::list::CommitmentListView;
use super::moved::MovedView;
use super::notice::NoticeView;
use super::revision::RevisionView;
use super::row_ref::RowRef;
use super::search::{SearchView, TitleIndexView};
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
    /// citation.html
    Citation(Box<CitationView<'r>>),
    /// data.html
    Data(DownloadsView),
    /// dictionary.html
    DataDictionary(DataDictionaryView),
    /// format.html
    RecordFormat(RecordFormatView),
    /// search.html
    Search(SearchView),
    /// index.html
    TitleIndex(TitleIndexView<'r>),
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
    /// The rows that other pages show too, which the page's template gets as the variable `rows`,
    /// with the component that renders each. Every kind of page is named here: rows that were
    /// forgotten would leave its list empty without a word.
    pub fn shared_rows(&self) -> Option<(&'static str, &[RowRef<'r>])> {
        match self {
            Self::Commitments(page) => Some(("commitment_row", &page.rows)),
            Self::District(page) => Some(("entry_row", &page.scorecard.rows)),
            Self::Office(page) => Some(("entry_row", &page.scorecard.rows)),
            Self::Topic(page) => Some(("entry_row", &page.scorecard.rows)),
            Self::Home(_)
            | Self::Stops(_)
            | Self::Stop(_)
            | Self::Notice(_)
            | Self::Entry(_)
            | Self::Groups(_)
            | Self::FollowUps(_)
            | Self::Corrections(_)
            | Self::Citation(_)
            | Self::Data(_)
            | Self::DataDictionary(_)
            | Self::RecordFormat(_)
            | Self::Search(_)
            | Self::TitleIndex(_)
            | Self::Markdown(_)
            | Self::Revision(_)
            | Self::History(_)
            | Self::Withdrawn(_)
            | Self::Moved(_)
            | Self::Verify(_)
            | Self::Accessibility(_)
            | Self::NotFound {} => None,
        }
    }
}
