//! The page of a stop: what was asked, who answered, what became of it.

use super::builder::ViewBuilder;
use super::components::{
    CitedByView, EntryListRow, LocalizedText, Pagination, PhotoView, SourceView, StopLink,
};
use super::figures::FiguresView;
use super::follow_ups::{FollowUpView, recorded_together};
use super::static_pages::CorrectionView;
use crate::plan::{Page, PageNumber, ROWS_PER_PAGE};
use crate::records::NumberBasis;
use crate::register::{EntryId, StopId, Subject};
use serde::Serialize;

/// A stop's page.
#[derive(Debug, Hash, Serialize)]
pub struct StopView<'r> {
    /// Number, kecamatan, first day.
    pub stop: StopLink<'r>,
    /// When it was recorded, if that was long after its day.
    pub recorded: Option<String>,
    /// When the late entries among its news were recorded, if they do not say it themselves.
    pub recorded_together: Option<String>,
    /// Whether sources state its number or the editors infer it: `stated` or `inferred`.
    pub number_basis: NumberBasis,
    /// Where it was held.
    pub venue: Option<LocalizedText<'r>>,
    /// What happened.
    pub summary: Option<LocalizedText<'r>>,
    /// How many aspirations the minutes count.
    pub heard: Option<u32>,
    /// Its figures.
    pub figures: FiguresView,
    /// The aspirations on this page of the list, unanswered ones among them.
    pub aspirations: Vec<EntryListRow<'r>>,
    /// The announcements on this page of the list.
    pub announcements: Vec<EntryListRow<'r>>,
    /// Links to the other pages of the list; the template shows what is no row on the first alone.
    pub pagination: Pagination,
    /// The notice for the village hall, relative to the page.
    pub notice: String,
    /// Public services offered at the stop, besides the forum.
    pub services: Vec<LocalizedText<'r>>,
    /// Photographs.
    pub photos: Vec<PhotoView<'r>>,
    /// Follow-ups about the stop itself, oldest first.
    pub follow_ups: Vec<FollowUpView<'r>>,
    /// The editor's notes.
    pub notes: Vec<LocalizedText<'r>>,
    /// The sources of the stop's record.
    pub sources: Vec<SourceView<'r>>,
    /// How many of the sources could be read only in part.
    pub partial_source_count: usize,
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
    pub(super) fn stop_view(&self, id: StopId, number: PageNumber) -> StopView<'r> {
        let stop = self.register.stop(id);
        let record = stop.record;
        let entries: Vec<EntryId> = stop.entries().collect();
        let (ids, pagination) =
            self.paginate(&entries, (number, ROWS_PER_PAGE), |n| Page::Stop(id, n));
        // Both kinds share the pagination: announcements follow the last aspirations.
        let (mut aspirations, mut announcements) = (Vec::new(), Vec::new());
        for id in ids {
            match self.register.entry(*id).aspiration() {
                Some(_) => aspirations.push(self.entry_row(*id)),
                None => announcements.push(self.entry_row(*id)),
            }
        }
        // By number, and not by day: the numbers are what visitors know.
        let [previous, next] = self.register.adjacent_stops(id);
        let mut follow_ups = self.timeline(Subject::Stop(id), &stop.follow_ups);
        let mut news: Vec<_> = follow_ups.iter_mut().collect();
        StopView {
            stop: self.stop_link(id),
            recorded: self.record_recorded(&stop.number().to_string(), record.date.value),
            recorded_together: recorded_together(&mut news),
            number_basis: record.number_basis,
            venue: self.localized_opt(record.venue.as_ref()),
            summary: self.localized_opt(record.summary.as_ref()),
            heard: record.heard.map(|n| n.value),
            figures: self.figures_view(&stop.totals),
            aspirations,
            announcements,
            pagination,
            notice: self.page_href(Page::StopNotice(id)),
            services: self.localized_list(&record.services),
            photos: self.photo_views(&record.photos),
            follow_ups,
            notes: self.localized_list(&record.notes),
            sources: self.source_views(&stop.sources),
            partial_source_count: stop.sources.iter().filter(|s| s.partial).count(),
            corrections: self.corrections_of(id),
            cited_by: self.cited_by_views(&stop.cited_by),
            previous: previous.map(|id| self.stop_link(id)),
            next: next.map(|id| self.stop_link(id)),
        }
    }
}
