//! Pages without figures: corrections, the accessibility statement, pages in Markdown.

use super::builder::ViewBuilder;
use super::components::{LocalizedText, Pagination, StopLink, TextLink};
use super::follow_ups::FollowUpView;
use super::history::RevisedRecord;
use super::verify::RedactedRevision;
use crate::plan::{Page, PageNumber, ROWS_PER_PAGE};
use crate::records::{Day, EntryContent, SingleLine};
use crate::register::{StopId, is_recorded_late};
use serde::Serialize;

/// Every correction, newest first.
#[derive(Debug, Hash, Serialize)]
pub struct CorrectionListView<'r> {
    /// The corrections.
    pub corrections: Vec<CorrectionView<'r>>,
    /// News that moves a status and was recorded long after it happened, the last recorded first.
    pub late_entries: Vec<FollowUpView<'r>>,
    /// Revisions whose body was redacted by law, the last redacted first.
    pub redacted_revisions: Vec<RedactedRevision<'r>>,
    /// Entries of the log that say that the clock was wrong, newest first.
    pub clock_corrections: Vec<ClockCorrectionView<'r>>,
    /// Released revisions that did more than add follow-ups, newest first.
    pub revised_records: Vec<RevisedRecord<'r>>,
    /// Links to the other pages of their list.
    pub pagination: Pagination,
}

/// A correction.
#[derive(Debug, Hash, Serialize)]
pub struct CorrectionView<'r> {
    /// When it was corrected.
    pub date: String,
    /// What was wrong and what is right.
    pub text: LocalizedText<'r>,
    /// When it was recorded, if that was long after.
    pub recorded: Option<String>,
    /// The stop.
    pub stop: StopLink<'r>,
    /// The aspiration or announcement it concerns.
    pub entry: Option<TextLink<'r>>,
}

/// An entry of the log that says that the entries before it have a wrong day.
#[derive(Debug, Hash, Serialize)]
pub struct ClockCorrectionView<'r> {
    /// Its day.
    pub day: String,
    /// The wrong day.
    pub wrong_day: String,
    /// What was wrong.
    pub reason: &'r str,
}

/// The accessibility statement; what the site lacks needs no statement.
#[derive(Debug, Hash, Serialize)]
pub struct AccessibilityView {
    /// Whether the site has a search.
    pub has_search: bool,
    /// Whether the site has a map.
    pub has_map: bool,
}

/// A page in Markdown.
#[derive(Debug, Hash, Serialize)]
pub struct MarkdownPageView<'r> {
    /// Its title.
    pub title: LocalizedText<'r>,
    /// A summary in one sentence.
    pub summary: Option<&'r str>,
    /// Its text, in Markdown.
    pub body: LocalizedText<'r>,
}

impl<'r> ViewBuilder<'r> {
    pub(super) fn correction_list_view(&self, number: PageNumber) -> CorrectionListView<'r> {
        let (mut corrections, mut late_entries) = (Vec::new(), Vec::new());
        // Corrections are few and all on the first page; only the revisions are paginated.
        if number == PageNumber::FIRST {
            for (id, _) in self.register.stops() {
                corrections.extend(self.corrections_of(id));
            }
            newest_first(&mut corrections);
            for id in self.register.late_entries() {
                late_entries.push(self.follow_up_view(id));
            }
        }
        let (mut redacted_revisions, mut clock_corrections) = (Vec::new(), Vec::new());
        if number == PageNumber::FIRST {
            let revisions = self.register.released_revisions();
            redacted_revisions.extend(revisions.filter_map(|r| self.redacted_revision(r)));
            redacted_revisions.sort_by(|a, b| b.redaction.day.cmp(&a.redaction.day));
            let mut before = None;
            for entry in self.register.log_entries() {
                if let (EntryContent::ClockCorrection { clock }, Some(wrong)) =
                    (&entry.content, before)
                {
                    clock_corrections.push(ClockCorrectionView {
                        day: entry.release.to_string(),
                        wrong_day: Day::to_string(&wrong),
                        reason: clock,
                    });
                }
                before = Some(entry.release);
            }
            clock_corrections.reverse();
        }
        let all = self.register.corrected_revisions();
        let (revisions, pagination) =
            self.paginate(all, (number, ROWS_PER_PAGE), Page::Corrections);
        CorrectionListView {
            corrections,
            late_entries,
            redacted_revisions,
            clock_corrections,
            revised_records: revisions
                .iter()
                .map(|(id, revision)| self.revised_record(*id, *revision))
                .collect(),
            pagination,
        }
    }

    /// The corrections of a stop and its entries, newest first.
    pub(super) fn corrections_of(&self, id: StopId) -> Vec<CorrectionView<'r>> {
        let mut corrections = Vec::new();
        for correction in &self.register.stop(id).corrections {
            let entry = self.register.correction_target(id, correction);
            let recorded = self.register.correction_recorded(id, correction);
            let recorded = recorded.filter(|day| is_recorded_late(*day, correction.date.value));
            corrections.push(CorrectionView {
                recorded: recorded.map(|day| day.to_string()),
                date: correction.date.to_string(),
                text: self.localized(&correction.text),
                stop: self.stop_link(id),
                entry: entry.map(|id| self.entry_link(id)),
            });
        }
        newest_first(&mut corrections);
        corrections
    }

    pub(super) fn accessibility_view(&self) -> AccessibilityView {
        AccessibilityView {
            has_search: self.plan.has_search(),
            has_map: self.plan.has_map(),
        }
    }

    /// A page in Markdown, by its index in the plan.
    pub(super) fn markdown_page_view(&self, index: usize) -> MarkdownPageView<'r> {
        let (_, page) = self.plan.markdown_pages()[index].version_in(self.lang, self.main_lang);
        let title = self.markdown_page_link(index).text;
        MarkdownPageView {
            title,
            summary: page.front_matter.summary.as_ref().map(SingleLine::as_str),
            body: LocalizedText {
                text: &page.body,
                // Title and body are of one file, hence in one language.
                lang: title.lang,
            },
        }
    }
}

/// Sorts by day; those of one day stay in the order of the records.
fn newest_first(corrections: &mut [CorrectionView<'_>]) {
    corrections.sort_by(|a, b| b.date.cmp(&a.date));
}
