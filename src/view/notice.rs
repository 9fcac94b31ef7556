//! The notice for the village hall: requests, commitments and their status, printed on at most two
//! sheets of A4. How many rows fit is estimated from the length of their texts.

use super::builder::ViewBuilder;
use super::components::{CommitmentListRow, EntryListRow, LocalizedText, StopLink};
use super::figures::FiguresView;
use crate::plan::{Page, PageNumber};
use crate::records::Text;
use crate::register::{DistrictId, Entry, EntryId, StopId, Totals};
use serde::Serialize;

/// Lines of rows that fit on two sheets.
const MAX_LINES: usize = 78;

/// Characters in a line.
const CHARS_PER_LINE: usize = 84;

/// Characters in a line besides texts of the records: a village, a kind of answer.
const FIXED_CHARS: usize = 40;

/// Characters of what is known of a commitment: status, deadline, whether anybody looked.
const BADGE_CHARS: usize = 170;

/// A notice, of a stop or of a kecamatan.
#[derive(Debug, Hash, Serialize)]
pub struct NoticeView<'r> {
    /// The stop. `None` on the notice of a kecamatan.
    pub stop: Option<StopLink<'r>>,
    /// The seal of the stop's revision, if its page shows one.
    pub seal: Option<String>,
    /// The kecamatan's name.
    pub district: &'r str,
    /// The figures.
    pub figures: FiguresView,
    /// The editor's notes on the stop: who reads it at the board cannot look further.
    pub notes: Vec<LocalizedText<'r>>,
    /// The rows that fit, in the order of the records.
    pub rows: Vec<NoticeRow<'r>>,
    /// How many aspirations and announcements do not fit.
    pub omitted_count: usize,
    /// The page that has all of them, relative to this one.
    pub full_page_href: String,
    /// Its absolute address, printed as text and as a QR code.
    pub url: String,
}

/// An aspiration or announcement on the notice.
#[derive(Debug, Hash, Serialize)]
pub struct NoticeRow<'r> {
    /// The aspiration or announcement.
    pub entry: EntryListRow<'r>,
    /// Its commitments.
    pub commitments: Vec<NoticeCommitment<'r>>,
}

/// A commitment on the notice. Who reads it at the board cannot look further, so that its
/// conditions stand beside it.
#[derive(Debug, Hash, Serialize)]
pub struct NoticeCommitment<'r> {
    /// The commitment, with what is known of it.
    pub row: CommitmentListRow<'r>,
    /// The conditions on which it depends.
    pub conditions: Vec<LocalizedText<'r>>,
}

impl<'r> ViewBuilder<'r> {
    pub(super) fn stop_notice(&self, id: StopId) -> NoticeView<'r> {
        let stop = self.register.stop(id);
        let district = self.register.district(stop.district).record.name.as_str();
        let entries: Vec<EntryId> = stop.entries().collect();
        let page = Page::Stop(id, PageNumber::FIRST);
        self.notice_view(
            Some((self.stop_link(id), &stop.record.notes)),
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
        stop: Option<(StopLink<'r>, &'r [Text])>,
        district: &'r str,
        totals: &Totals,
        entries: &[EntryId],
        page: Page,
    ) -> NoticeView<'r> {
        let (stop, notes) = stop.map_or((None, &[][..]), |(stop, notes)| (Some(stop), notes));
        let notes_lines = notes.iter().map(|note| line_count(self.char_count(note)));
        let mut lines: usize = notes_lines.sum();
        let mut rows = Vec::new();
        for id in entries {
            let entry = self.register.entry(*id);
            lines += self.row_line_count(entry);
            // Ends at the first that does not fit: a later, shorter one would look like a choice.
            if lines > MAX_LINES {
                break;
            }
            rows.push(NoticeRow {
                entry: self.entry_row(*id),
                commitments: entry
                    .commitments()
                    .map(|id| NoticeCommitment {
                        row: self.commitment_row(id),
                        conditions: self
                            .localized_list(&self.register.commitment(id).record.conditions),
                    })
                    .collect(),
            });
        }
        NoticeView {
            stop,
            seal: self.plan.shown_seal(page).map(|seal| seal.to_string()),
            district,
            figures: self.figures_view(totals),
            omitted_count: entries.len() - rows.len(),
            rows,
            notes: self.localized_list(notes),
            full_page_href: self.page_href(page),
            url: self.plan.canonical_url(page, self.lang),
        }
    }

    /// The lines that a row takes: the title, asker and offices, each commitment with its status,
    /// deadline and conditions, and a line of space.
    fn row_line_count(&self, entry: &Entry<'r>) -> usize {
        let asker = entry.aspiration().and_then(|a| a.from.as_ref());
        let mut names = asker.map_or(0, |from| self.char_count(&from.role));
        for id in entry.responses.iter().filter_map(|r| r.office) {
            // With the comma and the space between offices.
            names += self.office_name(id).text.chars().count() + 2;
        }
        let mut lines =
            line_count(self.char_count(entry.title)) + line_count(FIXED_CHARS + names) + 1;
        for id in entry.commitments() {
            let commitment = self.register.commitment(id);
            let due = commitment.current_deadline.due;
            let wording = due.and_then(|due| due.wording.as_ref());
            let wording = wording.map_or(0, |text| self.char_count(text));
            lines += line_count(self.char_count(&commitment.record.text));
            let conditions = &commitment.record.conditions;
            let conditions: usize = conditions.iter().map(|text| self.char_count(text)).sum();
            lines += line_count(BADGE_CHARS + wording + conditions);
        }
        lines
    }

    fn char_count(&self, text: &'r Text) -> usize {
        self.localized(text).text.chars().count()
    }
}

fn line_count(chars: usize) -> usize {
    chars.div_ceil(CHARS_PER_LINE).max(1)
}
