//! Pages that count nothing: corrections, accessibility, pages in Markdown.

use super::builder::Maker;
use super::{Link, Parts, Phrase, Revised, StopLink};
use crate::plan::{Page, PageNumber, ROWS_PER_PAGE};
use crate::register::StopId;
use serde::Serialize;

/// Every correction, newest first.
#[derive(Debug, Hash, Serialize)]
pub struct Corrections<'r> {
    /// The corrections.
    pub corrections: Vec<CorrectionView<'r>>,
    /// Released revisions that changed more than adding news, newest first.
    pub revised: Vec<Revised<'r>>,
    /// The ways to the other parts of them.
    pub parts: Parts,
}

/// A correction.
#[derive(Debug, Hash, Serialize)]
pub struct CorrectionView<'r> {
    /// When it was corrected.
    pub date: String,
    /// What was wrong and what is right.
    pub text: Phrase<'r>,
    /// The stop.
    pub stop: StopLink<'r>,
    /// The aspiration or announcement it concerns.
    pub entry: Option<Link<'r>>,
}

/// How far everybody can use the site.
#[derive(Debug, Hash, Serialize)]
pub struct Accessibility {
    /// Has it a search?
    pub search: bool,
    /// Has it a map?
    pub map: bool,
}

/// A page in Markdown.
#[derive(Debug, Hash, Serialize)]
pub struct Prose<'r> {
    /// Its title.
    pub title: Phrase<'r>,
    /// What it says, in a sentence.
    pub summary: Option<&'r str>,
    /// Markdown.
    pub body: Phrase<'r>,
}

impl<'r> Maker<'r> {
    pub(super) fn corrections(&self, part: PageNumber) -> Corrections<'r> {
        let stops = self.register.stops().map(|(id, _)| id).filter(|_| part == PageNumber::FIRST);
        let mut corrections: Vec<_> = stops.flat_map(|id| self.corrections_of(id)).collect();
        corrections.sort_by(|a, b| b.date.cmp(&a.date));
        let (revised, parts) = self.part(self.register.corrected_revisions(), (part, ROWS_PER_PAGE), Page::Corrections);
        Corrections {
            corrections,
            revised: revised.iter().map(|(id, number)| self.revised(*id, *number)).collect(),
            parts,
        }
    }

    pub(super) fn corrections_of(&self, id: StopId) -> Vec<CorrectionView<'r>> {
        let stop = self.register.stop(id);
        let view = |c: &&'r crate::records::Correction| CorrectionView {
            date: c.date.to_string(),
            text: self.phrase(&c.text),
            stop: self.stop_link(id),
            entry: self.register.correction_target(id, c).map(|entry| self.entry_link(entry)),
        };
        let mut found: Vec<_> = stop.corrections.iter().map(view).collect();
        found.sort_by(|a, b| b.date.cmp(&a.date));
        found
    }

    pub(super) fn accessibility(&self) -> Accessibility {
        Accessibility { search: self.plan.has_search(), map: self.plan.has_map() }
    }

    pub(super) fn prose(&self, n: usize) -> Prose<'r> {
        let (lang, page) = self.plan.markdown_pages()[n].version_in(self.lang, self.main);
        let lang = (lang != self.lang).then(|| lang.code());
        let Link { text: title, .. } = self.prose_link(n);
        Prose {
            title,
            summary: page.front_matter.summary.as_ref().map(crate::records::SingleLine::as_str),
            body: Phrase { text: &page.body, lang },
        }
    }
}
