//! A stop: what was asked, who answered, what became of it.

use super::builder::Maker;
use super::static_pages::CorrectionView;
use super::{CitingView, EntryRow, Figures, News, Parts, PhotoView, Phrase, SourceView, StopLink};
use crate::plan::{Page, PageNumber, ROWS_PER_PAGE};
use crate::records::NumberBasis;
use crate::register::{EntryId, StopId, Subject};
use serde::Serialize;

/// A stop's page.
#[derive(Debug, Hash, Serialize)]
pub struct Stop<'r> {
    /// Number, kecamatan, first day.
    pub stop: StopLink<'r>,
    /// Who says that this is its number: `stated` or `inferred`.
    pub basis: NumberBasis,
    /// The last day, if there were several.
    pub until: Option<String>,
    /// Where it was held.
    pub venue: Option<Phrase<'r>>,
    /// What happened.
    pub summary: Option<Phrase<'r>>,
    /// How many aspirations the minutes count.
    pub heard: Option<u32>,
    /// Its figures.
    pub figures: Figures,
    /// The aspirations of this part, unanswered ones among them.
    pub aspirations: Vec<EntryRow<'r>>,
    /// What was said unasked or to all, of this part.
    pub announcements: Vec<EntryRow<'r>>,
    /// The ways to the other parts; the first has all that is no row.
    pub parts: Parts,
    /// What is printed of it for the village hall.
    pub notice: String,
    /// What was offered beside the forum.
    pub services: Vec<Phrase<'r>>,
    /// What it looked like.
    pub photos: Vec<PhotoView<'r>>,
    /// Follow-ups about the stop itself, oldest first.
    pub news: Vec<News<'r>>,
    /// The editor's notes.
    pub notes: Vec<Phrase<'r>>,
    /// What the page rests on.
    pub sources: Vec<SourceView<'r>>,
    /// How many of the sources could be read only in part.
    pub partial: usize,
    /// How many of them have an archived copy.
    pub archived: usize,
    /// Corrections, newest first.
    pub corrections: Vec<CorrectionView<'r>>,
    /// Who cites it.
    pub cited_by: Vec<CitingView<'r>>,
    /// The stop before it, by number.
    pub previous: Option<StopLink<'r>>,
    /// The stop after it.
    pub next: Option<StopLink<'r>>,
}

impl<'r> Maker<'r> {
    pub(super) fn stop(&self, id: StopId, part: PageNumber) -> Stop<'r> {
        let stop = self.register.stop(id);
        let record = stop.record;
        let entries: Vec<EntryId> = stop.entries().collect();
        let (shown, parts) = self.part(&entries, (part, ROWS_PER_PAGE), |p| Page::Stop(id, p));
        let (aspirations, announcements): (Vec<EntryId>, Vec<EntryId>) =
            shown.iter().partition(|id| self.register.entry(**id).aspiration().is_some());
        let rows = |ids: &[EntryId]| ids.iter().map(|id| self.entry_row(*id)).collect();
        let [previous, next] = self.register.adjacent_stops(id).map(|id| id.map(|id| self.stop_link(id)));
        Stop {
            stop: self.stop_link(id),
            basis: record.number_basis,
            until: record.until.map(|d| d.to_string()),
            venue: record.venue.as_ref().map(|t| self.phrase(t)),
            summary: record.summary.as_ref().map(|t| self.phrase(t)),
            heard: record.heard.map(|n| n.value),
            figures: self.figures(&stop.totals),
            aspirations: rows(&aspirations),
            announcements: rows(&announcements),
            parts,
            notice: self.href(Page::StopNotice(id)),
            services: self.phrases(&record.services),
            photos: self.photos(&record.photos),
            news: self.timeline(Subject::Stop(id), &stop.follow_ups),
            notes: self.phrases(&record.notes),
            sources: self.sources(&stop.sources),
            partial: stop.sources.iter().filter(|s| s.partial).count(),
            archived: stop.sources.iter().filter(|s| s.archived.is_some()).count(),
            corrections: self.corrections_of(id),
            cited_by: self.cited_by(&stop.cited_by),
            previous,
            next,
        }
    }
}
