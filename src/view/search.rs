//! Search, and the index from A to Z by which everything is found without it.

use super::builder::{ViewBuilder, status_view};
use super::components::{Pagination, StatusView, StopLink, TextLink};
use super::root_placeholder::ROOT_PLACEHOLDER;
use crate::plan::{self, Page, PageNumber, ROWS_PER_PAGE};
use crate::register::STATUSES;
use serde::Serialize;

/// The page of the search.
#[derive(Debug, Hash, Serialize)]
pub struct SearchView {
    /// The letters with which titles start.
    pub letters: Vec<LetterLink>,
    /// The search program, relative to the page.
    pub program: String,
    /// What may follow a result: the marks of all statuses.
    pub statuses: Vec<StatusView>,
}

/// A way to a letter of the index.
#[derive(Debug, Hash, Serialize)]
pub struct LetterLink {
    /// `A` to `Z`, or `0–9` for digits and whatever else.
    pub letter: String,
    /// Relative to the page.
    pub href: String,
    /// How many titles start with it.
    pub count: usize,
    /// Is it this one?
    pub current: bool,
}

/// The titles that start with a letter.
#[derive(Debug, Hash, Serialize)]
pub struct LetterPage<'r> {
    /// `A` to `Z`, or `0–9` for digits and whatever else.
    pub letter: String,
    /// All letters.
    pub letters: Vec<LetterLink>,
    /// The titles of this part.
    pub rows: Vec<IndexEntry<'r>>,
    /// The ways to the other parts.
    pub pagination: Pagination,
}

/// A title with its stop.
#[derive(Debug, Hash, Serialize)]
pub struct IndexEntry<'r> {
    /// The aspiration or announcement.
    pub link: TextLink<'r>,
    /// Its stop.
    pub stop: StopLink<'r>,
}

impl<'r> ViewBuilder<'r> {
    pub(super) fn search_view(&self) -> SearchView {
        SearchView {
            letters: self.letter_links(None),
            program: format!("{ROOT_PLACEHOLDER}{}", plan::SEARCH_SCRIPT),
            statuses: STATUSES.map(status_view).into(),
        }
    }

    pub(super) fn letter_page(&self, letter: plan::Letter, part: PageNumber) -> LetterPage<'r> {
        let ids = self.plan.entries_under(self.lang, letter);
        let title = |id: &crate::register::EntryId| IndexEntry {
            link: self.entry_link(*id),
            stop: self.stop_link(self.register.entry(*id).stop),
        };
        let (shown, parts) = self.paginate(ids, (part, ROWS_PER_PAGE), |p| Page::Letter(letter, p));
        LetterPage {
            letter: letter.to_string(),
            letters: self.letter_links(Some(letter)),
            rows: shown.iter().map(title).collect(),
            pagination: parts,
        }
    }

    fn letter_links(&self, current: Option<plan::Letter>) -> Vec<LetterLink> {
        let way = |(letter, ids): (plan::Letter, &[_])| LetterLink {
            letter: letter.to_string(),
            href: self.page_href(Page::Letter(letter, PageNumber::FIRST)),
            count: ids.len(),
            current: current == Some(letter),
        };
        self.plan.index_letters(self.lang).map(way).collect()
    }
}
