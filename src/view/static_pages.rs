//! Pages that count nothing: corrections, accessibility, pages in Markdown.

use super::builder::ViewBuilder;
use super::components::{LocalizedText, Pagination, StopLink, TextLink};
use super::history::RevisedRecord;
use crate::plan::{Page, PageNumber, ROWS_PER_PAGE};
use crate::register::StopId;
use serde::Serialize;

/// Every correction, newest first.
#[derive(Debug, Hash, Serialize)]
pub struct CorrectionListView<'r> {
    /// The corrections.
    pub corrections: Vec<CorrectionView<'r>>,
    /// Released revisions that changed more than adding news, newest first.
    pub revised_records: Vec<RevisedRecord<'r>>,
    /// The ways to the other parts of them.
    pub pagination: Pagination,
}

/// A correction.
#[derive(Debug, Hash, Serialize)]
pub struct CorrectionView<'r> {
    /// When it was corrected.
    pub date: String,
    /// What was wrong and what is right.
    pub text: LocalizedText<'r>,
    /// The stop.
    pub stop: StopLink<'r>,
    /// The aspiration or announcement it concerns.
    pub entry: Option<TextLink<'r>>,
}

/// How far everybody can use the site.
#[derive(Debug, Hash, Serialize)]
pub struct AccessibilityView {
    /// Has it a search?
    pub has_search: bool,
    /// Has it a map?
    pub has_map: bool,
}

/// A page in Markdown.
#[derive(Debug, Hash, Serialize)]
pub struct MarkdownPageView<'r> {
    /// Its title.
    pub title: LocalizedText<'r>,
    /// What it says, in a sentence.
    pub summary: Option<&'r str>,
    /// Markdown.
    pub body: LocalizedText<'r>,
}

impl<'r> ViewBuilder<'r> {
    pub(super) fn correction_list_view(&self, part: PageNumber) -> CorrectionListView<'r> {
        let stops = self
            .register
            .stops()
            .map(|(id, _)| id)
            .filter(|_| part == PageNumber::FIRST);
        let mut corrections: Vec<_> = stops.flat_map(|id| self.corrections_of(id)).collect();
        corrections.sort_by(|a, b| b.date.cmp(&a.date));
        let (revised, parts) = self.paginate(
            self.register.corrected_revisions(),
            (part, ROWS_PER_PAGE),
            Page::Corrections,
        );
        CorrectionListView {
            corrections,
            revised_records: revised
                .iter()
                .map(|(id, number)| self.revised_record(*id, *number))
                .collect(),
            pagination: parts,
        }
    }

    pub(super) fn corrections_of(&self, id: StopId) -> Vec<CorrectionView<'r>> {
        let stop = self.register.stop(id);
        let view = |c: &&'r crate::records::Correction| CorrectionView {
            date: c.date.to_string(),
            text: self.localized(&c.text),
            stop: self.stop_link(id),
            entry: self
                .register
                .correction_target(id, c)
                .map(|entry| self.entry_link(entry)),
        };
        let mut found: Vec<_> = stop.corrections.iter().map(view).collect();
        found.sort_by(|a, b| b.date.cmp(&a.date));
        found
    }

    pub(super) fn accessibility_view(&self) -> AccessibilityView {
        AccessibilityView {
            has_search: self.plan.has_search(),
            has_map: self.plan.has_map(),
        }
    }

    pub(super) fn markdown_page_view(&self, n: usize) -> MarkdownPageView<'r> {
        let (lang, page) = self.plan.markdown_pages()[n].version_in(self.lang, self.main_lang);
        let lang = (lang != self.lang).then(|| lang.code());
        let TextLink { text: title, .. } = self.markdown_page_link(n);
        MarkdownPageView {
            title,
            summary: page
                .front_matter
                .summary
                .as_ref()
                .map(crate::records::SingleLine::as_str),
            body: LocalizedText {
                text: &page.body,
                lang,
            },
        }
    }
}
