//! The search page, and the index from A to Z by which everything is found without a script.

use super::builder::{ViewBuilder, status_view};
use super::components::{Pagination, StatusView, StopLink, TextLink};
use super::root_placeholder::ROOT_PLACEHOLDER;
use crate::plan::{Letter, Page, PageNumber, ROWS_PER_PAGE, SEARCH_SCRIPT};
use crate::register::{KnownStatus, Outcome};
use serde::Serialize;

/// The page of the search.
#[derive(Debug, Hash, Serialize)]
pub struct SearchView {
    /// The letters with which titles start.
    pub letters: Vec<LetterLink>,
    /// The search script, relative to the page.
    pub program: String,
    /// All that may be known of a commitment: the script copies the badge of a result from the page.
    pub statuses: Vec<StatusView>,
    /// The same of what may have become of an aspiration.
    pub outcomes: Vec<&'static str>,
}

/// A link to a letter of the index.
#[derive(Debug, Hash, Serialize)]
pub struct LetterLink {
    /// `A` to `Z`, or `0–9` for digits and whatever else.
    pub letter: String,
    /// Relative to the page.
    pub href: String,
    /// How many titles start with it.
    pub count: usize,
    /// Whether it is the letter of this page.
    pub current: bool,
}

/// The titles that start with a letter.
#[derive(Debug, Hash, Serialize)]
pub struct LetterPage<'r> {
    /// `A` to `Z`, or `0–9` for digits and whatever else.
    pub letter: String,
    /// All letters.
    pub letters: Vec<LetterLink>,
    /// The titles on this page of the list.
    pub rows: Vec<IndexEntry<'r>>,
    /// Links to the other pages of the list.
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
            program: format!("{ROOT_PLACEHOLDER}{SEARCH_SCRIPT}"),
            statuses: KnownStatus::ALL.map(status_view).into(),
            outcomes: Outcome::ALL.map(Outcome::key).into(),
        }
    }

    pub(super) fn letter_page(&self, letter: Letter, number: PageNumber) -> LetterPage<'r> {
        let all = self.plan.entries_under(self.lang, letter);
        let (ids, pagination) = self.paginate(all, (number, ROWS_PER_PAGE), |number| {
            Page::Letter(letter, number)
        });
        let mut rows = Vec::new();
        for id in ids {
            rows.push(IndexEntry {
                link: self.entry_link(*id),
                stop: self.stop_link(self.register.entry(*id).stop),
            });
        }
        LetterPage {
            letter: letter.to_string(),
            letters: self.letter_links(Some(letter)),
            rows,
            pagination,
        }
    }

    fn letter_links(&self, current: Option<Letter>) -> Vec<LetterLink> {
        let mut links = Vec::new();
        for (letter, ids) in self.plan.index_letters(self.lang) {
            links.push(LetterLink {
                letter: letter.to_string(),
                href: self.page_href(Page::Letter(letter, PageNumber::FIRST)),
                count: ids.len(),
                current: current == Some(letter),
            });
        }
        links
    }
}
