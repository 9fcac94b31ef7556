//! A stop: what was asked, who answered, what became of it.

use super::builder::ViewBuilder;
use super::static_pages::CorrectionView;
use super::{
    CitedByView, EntryListRow, FiguresView, FollowUpView, LocalizedText, Pagination, PhotoView,
    SourceView, StopLink,
};
use crate::plan::{Page, PageNumber, ROWS_PER_PAGE};
use crate::records::NumberBasis;
use crate::register::{EntryId, StopId, Subject};
use serde::Serialize;

/// A stop's page.
#[derive(Debug, Hash, Serialize)]
pub struct StopView<'r> {
    /// Number, kecamatan, first day.
    pub stop: StopLink<'r>,
    /// Who says that this is its number: `stated` or `inferred`.
    pub number_basis: NumberBasis,
    /// The last day, if there were several.
    pub until: Option<String>,
    /// Where it was held.
    pub venue: Option<LocalizedText<'r>>,
    /// What happened.
    pub summary: Option<LocalizedText<'r>>,
    /// How many aspirations the minutes count.
    pub heard: Option<u32>,
    /// Its figures.
    pub figures: FiguresView,
    /// The aspirations of this part, unanswered ones among them.
    pub aspirations: Vec<EntryListRow<'r>>,
    /// What was said unasked or to all, of this part.
    pub announcements: Vec<EntryListRow<'r>>,
    /// The ways to the other parts; the first has all that is no row.
    pub pagination: Pagination,
    /// What is printed of it for the village hall.
    pub notice: String,
    /// What was offered beside the forum.
    pub services: Vec<LocalizedText<'r>>,
    /// What it looked like.
    pub photos: Vec<PhotoView<'r>>,
    /// Follow-ups about the stop itself, oldest first.
    pub follow_ups: Vec<FollowUpView<'r>>,
    /// The editor's notes.
    pub notes: Vec<LocalizedText<'r>>,
    /// What the page rests on.
    pub sources: Vec<SourceView<'r>>,
    /// How many of the sources could be read only in part.
    pub partial_source_count: usize,
    /// How many of them have an archived copy.
    pub archived_source_count: usize,
    /// Corrections, newest first.
    pub corrections: Vec<CorrectionView<'r>>,
    /// Who cites it.
    pub cited_by: Vec<CitedByView<'r>>,
    /// The stop before it, by number.
    pub previous: Option<StopLink<'r>>,
    /// The stop after it.
    pub next: Option<StopLink<'r>>,
}

impl<'r> ViewBuilder<'r> {
    pub(super) fn stop_view(&self, id: StopId, part: PageNumber) -> StopView<'r> {
        let stop = self.register.stop(id);
        let record = stop.record;
        let entries: Vec<EntryId> = stop.entries().collect();
        let (shown, parts) = self.paginate(&entries, (part, ROWS_PER_PAGE), |p| Page::Stop(id, p));
        let (aspirations, announcements): (Vec<EntryId>, Vec<EntryId>) = shown
            .iter()
            .partition(|id| self.register.entry(**id).aspiration().is_some());
        let rows = |ids: &[EntryId]| ids.iter().map(|id| self.entry_row(*id)).collect();
        let [previous, next] = self
            .register
            .adjacent_stops(id)
            .map(|id| id.map(|id| self.stop_link(id)));
        StopView {
            stop: self.stop_link(id),
            number_basis: record.number_basis,
            until: record.until.map(|d| d.to_string()),
            venue: record.venue.as_ref().map(|t| self.localized(t)),
            summary: record.summary.as_ref().map(|t| self.localized(t)),
            heard: record.heard.map(|n| n.value),
            figures: self.figures_view(&stop.totals),
            aspirations: rows(&aspirations),
            announcements: rows(&announcements),
            pagination: parts,
            notice: self.page_href(Page::StopNotice(id)),
            services: self.localized_list(&record.services),
            photos: self.photo_views(&record.photos),
            follow_ups: self.timeline(Subject::Stop(id), &stop.follow_ups),
            notes: self.localized_list(&record.notes),
            sources: self.source_views(&stop.sources),
            partial_source_count: stop.sources.iter().filter(|s| s.partial).count(),
            archived_source_count: stop.sources.iter().filter(|s| s.archived.is_some()).count(),
            corrections: self.corrections_of(id),
            cited_by: self.cited_by_views(&stop.cited_by),
            previous,
            next,
        }
    }
}
