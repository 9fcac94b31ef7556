//! The view of a page: everything it shows in one language, as plain data for a template.
//!
//! [`page`] builds it from the plan, only when the page is rendered; `theme` turns it into HTML. A
//! view borrows the texts of the records and holds no HTML; days in it are ISO 8601, kinds are keys
//! of the theme's messages. A template that gets a view can show it but cannot reach the rest of
//! the register.

mod alternates;
mod breadcrumbs;
mod build;
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
mod list;
mod map;
mod moved;
mod notice;
mod page_body;
mod page_view;
mod recorded;
mod revision;
mod root_placeholder;
mod row_ref;
mod search;
mod static_pages;
mod stop;
mod stops;
mod title;
mod verify;
mod withdrawn;

pub use alternates::Alternates;
pub use breadcrumbs::Breadcrumb;
pub use build::{page, title};
pub use builder::status_view;
pub use citation::{CitationView, CitedPart, CommitmentBlock, EntryBlock};
pub use components::{
    AskerView, CitedByView, CommitmentListRow, DeadlineView, EntryListRow, EntrySummary,
    LocalizedText, Pagination, PaginationLink, PhotoView, SourceView, StatusBadge, StatusView,
    StopLink, TextLink,
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
pub use list::{CommitmentListView, FilterLink, ListFilters, NamedFilterLink};
pub use map::{LegendRow, MapArea, MapDigit, MapView};
pub use moved::{FormerAnchor, MovedView};
pub use notice::{NoticeRow, NoticeView};
pub use page_body::PageBody;
pub use page_view::PageView;
pub use revision::{FieldLabel, RevisionView};
pub use root_placeholder::ROOT_PLACEHOLDER;
pub use row_ref::RowRef;
pub use search::{LetterLink, SearchView, TitleGroup, TitleIndexView, TitleRow};
pub use static_pages::{AccessibilityView, CorrectionListView, MarkdownPageView};
pub use stop::StopView;
pub use stops::{StopListRow, StopListView};
pub use title::{Title, TitleArg};
pub use verify::VerifyView;
pub use withdrawn::WithdrawnView;
