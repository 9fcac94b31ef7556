//! The notice for the village hall: what was asked, what was promised and how it stands, on one or two sheets of A4.

use super::builder::ViewBuilder;
use super::components::{CommitmentListRow, EntryListRow, StopLink};
use super::figures::FiguresView;
use crate::plan::{Page, PageNumber};
use crate::records::Text;
use crate::register::{DistrictId, Entry, EntryId, StopId, Totals};
use serde::Serialize;

/// How many lines of rows two sheets have room for.
const MAX_LINES: usize = 84;

/// How many letters a line of a row has.
const CHARS_PER_LINE: usize = 84;

/// How many letters stand in a line beside words of the records: a village, a status, days late.
const FIXED_CHARS: usize = 40;

/// A notice, of a stop or of a kecamatan.
#[derive(Debug, Hash, Serialize)]
pub struct NoticeView<'r> {
    /// The stop; none if it is of a kecamatan.
    pub stop: Option<StopLink<'r>>,
    /// The kecamatan's name.
    pub district: &'r str,
    /// The figures.
    pub figures: FiguresView,
    /// What there is room for, in the order of the records.
    pub rows: Vec<NoticeRow<'r>>,
    /// How many aspirations and announcements there is no room for.
    pub omitted_count: usize,
    /// The page with all of it, relative to this one.
    pub full_page_href: String,
    /// Its whole address.
    pub url: String,
}

/// An aspiration or announcement on the notice.
#[derive(Debug, Hash, Serialize)]
pub struct NoticeRow<'r> {
    /// What was asked or said.
    pub entry: EntryListRow<'r>,
    /// What was promised.
    pub commitments: Vec<CommitmentListRow<'r>>,
}

impl<'r> ViewBuilder<'r> {
    pub(super) fn stop_notice(&self, id: StopId) -> NoticeView<'r> {
        let stop = self.register.stop(id);
        let district = self.register.district(stop.district).record.name.as_str();
        let entries: Vec<EntryId> = stop.entries().collect();
        let page = Page::Stop(id, PageNumber::FIRST);
        self.notice_view(
            Some(self.stop_link(id)),
            district,
            &stop.totals,
            &entries,
            page,
        )
    }

    pub(super) fn district_notice(&self, id: DistrictId) -> NoticeView<'r> {
        let district = self.register.district(id);
        let page = Page::District(id, PageNumber::FIRST);
        self.notice_view(
            None,
            district.record.name.as_str(),
            &district.totals,
            &district.entries,
            page,
        )
    }

    fn notice_view(
        &self,
        stop: Option<StopLink<'r>>,
        district: &'r str,
        totals: &Totals,
        entries: &[EntryId],
        page: Page,
    ) -> NoticeView<'r> {
        let mut lines = 0;
        let fits = |id: &&EntryId| {
            lines += self.row_line_count(self.register.entry(**id));
            lines <= MAX_LINES
        };
        let shown: Vec<EntryId> = entries.iter().take_while(fits).copied().collect();
        let row = |id: &EntryId| NoticeRow {
            entry: self.entry_row(*id),
            commitments: self
                .register
                .entry(*id)
                .commitments()
                .map(|c| self.commitment_row(c))
                .collect(),
        };
        let url = self.plan.canonical_url(page, self.lang);
        NoticeView {
            stop,
            district,
            figures: self.figures_view(totals),
            rows: shown.iter().map(row).collect(),
            omitted_count: entries.len() - shown.len(),
            full_page_href: self.page_href(page),
            url,
        }
    }

    /// How many lines a row takes: the title, who asked and who answered, each commitment with its status and deadline.
    fn row_line_count(&self, entry: &Entry<'r>) -> usize {
        let letters = |text: &'r Text| self.localized(text).text.chars().count();
        let lines = |letters: usize| letters.div_ceil(CHARS_PER_LINE).max(1);
        let role = entry
            .aspiration()
            .and_then(|a| a.from.as_ref())
            .map_or(0, |from| letters(&from.role));
        let offices = entry.responses.iter().filter_map(|r| r.office);
        let offices: usize = offices
            .map(|id| letters(self.register.office(id).record.display_name()) + 2)
            .sum();
        let commitment = |id| {
            let commitment = self.register.commitment(id);
            let said = commitment
                .current_deadline
                .due
                .and_then(|due| due.wording.as_ref())
                .map_or(0, letters);
            lines(letters(&commitment.record.text)) + lines(FIXED_CHARS + said)
        };
        lines(letters(entry.title))
            + lines(FIXED_CHARS + role + offices)
            + 1
            + entry.commitments().map(commitment).sum::<usize>()
    }
}
