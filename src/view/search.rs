//! The search page, and the index from A to Z by which everything is found without a script.

use super::builder::{ViewBuilder, status_view};
use super::components::{Pagination, StatusView, StopLink, TextLink};
use super::root_placeholder::ROOT_PLACEHOLDER;
use crate::plan::{Letter, Page, PageNumber, SEARCH_SCRIPT, TITLES_PER_PAGE};
use crate::register::{KnownStatus, Outcome};
use serde::Serialize;

/// The page of the search.
#[derive(Debug, Hash, Serialize)]
pub struct SearchView {
    /// The letters with which titles start.
    pub letters: Vec<LetterLink>,
    /// The index of titles, relative to the page.
    pub index_href: String,
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
    /// Where its titles begin, relative to the page.
    pub href: String,
    /// How many titles start with it.
    pub count: usize,
}

/// The index of titles, or a page of it.
#[derive(Debug, Hash, Serialize)]
pub struct TitleIndexView<'r> {
    /// All letters.
    pub letters: Vec<LetterLink>,
    /// The titles on this page, by letter.
    pub groups: Vec<TitleGroup<'r>>,
    /// Links to the other pages of the index.
    pub pagination: Pagination,
}

/// The titles that start with a letter.
#[derive(Debug, Hash, Serialize)]
pub struct TitleGroup<'r> {
    /// `A` to `Z`, or `0–9` for digits and whatever else.
    pub letter: String,
    /// Its fragment on the page.
    pub anchor: String,
    /// Its titles.
    pub rows: Vec<TitleRow<'r>>,
}

/// A title with its stop.
#[derive(Debug, Hash, Serialize)]
pub struct TitleRow<'r> {
    /// The aspiration or announcement.
    pub link: TextLink<'r>,
    /// Its stop.
    pub stop: StopLink<'r>,
}

impl<'r> ViewBuilder<'r> {
    pub(super) fn search_view(&self) -> SearchView {
        SearchView {
            letters: self.letter_links(),
            index_href: self.page_href(Page::TitleIndex(PageNumber::FIRST)),
            program: format!("{ROOT_PLACEHOLDER}{SEARCH_SCRIPT}"),
            statuses: KnownStatus::ALL.map(status_view).into(),
            outcomes: Outcome::ALL.map(Outcome::key).into(),
        }
    }

    pub(super) fn title_index_view(&self, number: PageNumber) -> TitleIndexView<'r> {
        let all = self.plan.title_index(self.lang);
        let (titles, pagination) = self.paginate(all, (number, TITLES_PER_PAGE), Page::TitleIndex);
        let mut groups = Vec::new();
        for titles in titles.chunk_by(|(letter, _), (next, _)| letter == next) {
            let rows = titles.iter().map(|(_, id)| TitleRow {
                link: self.entry_link(*id),
                stop: self.stop_link(self.register.entry(*id).stop),
            });
            let (letter, _) = titles[0];
            groups.push(TitleGroup {
                letter: letter.to_string(),
                anchor: anchor(letter),
                rows: rows.collect(),
            });
        }
        TitleIndexView {
            letters: self.letter_links(),
            groups,
            pagination,
        }
    }

    fn letter_links(&self) -> Vec<LetterLink> {
        let mut links = Vec::new();
        let mut start = 0;
        let titles = self.plan.title_index(self.lang);
        for titles in titles.chunk_by(|(letter, _), (next, _)| letter == next) {
            let (letter, _) = titles[0];
            let page = Page::TitleIndex(PageNumber(start / TITLES_PER_PAGE));
            links.push(LetterLink {
                letter: letter.to_string(),
                href: format!("{}#{}", self.page_href(page), anchor(letter)),
                count: titles.len(),
            });
            start += titles.len();
        }
        links
    }
}

/// A letter's fragment: with the line that no record's fragment starts with.
fn anchor(letter: Letter) -> String {
    format!("_{}", letter.slug())
}
