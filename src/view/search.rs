//! Search, and the index from A to Z by which everything is found without it.

use super::ROOT;
use super::builder::{Maker, status};
use super::{Link, Parts, StatusView, StopLink};
use crate::plan::{self, Page, PageNumber, ROWS_PER_PAGE};
use crate::register::STATUSES;
use serde::Serialize;

/// The page of the search.
#[derive(Debug, Hash, Serialize)]
pub struct Search {
    /// The letters with which titles start.
    pub letters: Vec<LetterWay>,
    /// The search program, relative to the page.
    pub program: String,
    /// What may follow a result: the marks of all statuses.
    pub statuses: Vec<StatusView>,
}

/// A way to a letter of the index.
#[derive(Debug, Hash, Serialize)]
pub struct LetterWay {
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
pub struct Letter<'r> {
    /// `A` to `Z`, or `0–9` for digits and whatever else.
    pub letter: String,
    /// All letters.
    pub letters: Vec<LetterWay>,
    /// The titles of this part.
    pub rows: Vec<Title<'r>>,
    /// The ways to the other parts.
    pub parts: Parts,
}

/// A title with its stop.
#[derive(Debug, Hash, Serialize)]
pub struct Title<'r> {
    /// The aspiration or announcement.
    pub link: Link<'r>,
    /// Its stop.
    pub stop: StopLink<'r>,
}

impl<'r> Maker<'r> {
    pub(super) fn search(&self) -> Search {
        Search {
            letters: self.letters(None),
            program: format!("{ROOT}{}", plan::SEARCH_SCRIPT),
            statuses: STATUSES.map(status).into(),
        }
    }

    pub(super) fn letter(&self, letter: plan::Letter, part: PageNumber) -> Letter<'r> {
        let ids = self.plan.entries_under(self.lang, letter);
        let title = |id: &crate::register::EntryId| Title {
            link: self.entry_link(*id),
            stop: self.stop_link(self.register.entry(*id).stop),
        };
        let (shown, parts) = self.part(ids, (part, ROWS_PER_PAGE), |p| Page::Letter(letter, p));
        Letter {
            letter: letter.to_string(),
            letters: self.letters(Some(letter)),
            rows: shown.iter().map(title).collect(),
            parts,
        }
    }

    fn letters(&self, current: Option<plan::Letter>) -> Vec<LetterWay> {
        let way = |(letter, ids): (plan::Letter, &[_])| LetterWay {
            letter: letter.to_string(),
            href: self.href(Page::Letter(letter, PageNumber::FIRST)),
            count: ids.len(),
            current: current == Some(letter),
        };
        self.plan.index_letters(self.lang).map(way).collect()
    }
}
