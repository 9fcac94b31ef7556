//! The notice for the village hall: what was asked, what was promised and how it stands, on one or two sheets of A4.

use super::builder::Maker;
use super::{CommitmentRow, EntryRow, Figures, StopLink};
use crate::plan::{Page, PageNumber};
use crate::records::Text;
use crate::register::{DistrictId, Entry, EntryId, StopId, Totals};
use serde::Serialize;

/// How many lines of rows two sheets have room for.
const LINES: usize = 84;

/// How many letters a line of a row has.
const LETTERS: usize = 84;

/// How many letters stand in a line beside words of the records: a village, a status, days late.
const BESIDE: usize = 40;

/// A notice, of a stop or of a kecamatan.
#[derive(Debug, Hash, Serialize)]
pub struct Notice<'r> {
    /// The stop; none if it is of a kecamatan.
    pub stop: Option<StopLink<'r>>,
    /// The kecamatan's name.
    pub district: &'r str,
    /// The figures.
    pub figures: Figures,
    /// What there is room for, in the order of the records.
    pub rows: Vec<NoticeRow<'r>>,
    /// How many aspirations and announcements there is no room for.
    pub more: usize,
    /// The page with all of it, relative to this one.
    pub page: String,
    /// Its whole address.
    pub url: String,
}

/// An aspiration or announcement on the notice.
#[derive(Debug, Hash, Serialize)]
pub struct NoticeRow<'r> {
    /// What was asked or said.
    pub entry: EntryRow<'r>,
    /// What was promised.
    pub commitments: Vec<CommitmentRow<'r>>,
}

impl<'r> Maker<'r> {
    pub(super) fn stop_notice(&self, id: StopId) -> Notice<'r> {
        let stop = self.register.stop(id);
        let district = self.register.district(stop.district).record.name.as_str();
        let entries: Vec<EntryId> = stop.entries().collect();
        let page = Page::Stop(id, PageNumber::FIRST);
        self.notice(Some(self.stop_link(id)), district, &stop.totals, &entries, page)
    }

    pub(super) fn district_notice(&self, id: DistrictId) -> Notice<'r> {
        let district = self.register.district(id);
        let page = Page::District(id, PageNumber::FIRST);
        self.notice(None, district.record.name.as_str(), &district.totals, &district.entries, page)
    }

    fn notice(
        &self,
        stop: Option<StopLink<'r>>,
        district: &'r str,
        totals: &Totals,
        entries: &[EntryId],
        page: Page,
    ) -> Notice<'r> {
        let mut lines = 0;
        let fits = |id: &&EntryId| {
            lines += self.lines(self.register.entry(**id));
            lines <= LINES
        };
        let shown: Vec<EntryId> = entries.iter().take_while(fits).copied().collect();
        let row = |id: &EntryId| NoticeRow {
            entry: self.entry_row(*id),
            commitments: self.register.entry(*id).commitments().map(|c| self.commitment_row(c)).collect(),
        };
        let url = self.plan.canonical_url(page, self.lang);
        Notice {
            stop,
            district,
            figures: self.figures(totals),
            rows: shown.iter().map(row).collect(),
            more: entries.len() - shown.len(),
            page: self.href(page),
            url,
        }
    }

    /// How many lines a row takes: the title, who asked and who answered, each commitment with its status and deadline.
    fn lines(&self, entry: &Entry<'r>) -> usize {
        let letters = |text: &'r Text| self.phrase(text).text.chars().count();
        let lines = |letters: usize| letters.div_ceil(LETTERS).max(1);
        let role = entry.aspiration().and_then(|a| a.from.as_ref()).map_or(0, |from| letters(&from.role));
        let offices = entry.responses.iter().filter_map(|r| r.office);
        let offices: usize = offices.map(|id| letters(self.register.office(id).record.display_name()) + 2).sum();
        let commitment = |id| {
            let commitment = self.register.commitment(id);
            let said = commitment.current_deadline.due.and_then(|due| due.wording.as_ref()).map_or(0, letters);
            lines(letters(&commitment.record.text)) + lines(BESIDE + said)
        };
        lines(letters(entry.title))
            + lines(BESIDE + role + offices)
            + 1
            + entry.commitments().map(commitment).sum::<usize>()
    }
}
