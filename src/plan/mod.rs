//! The page plan: every address once, and what each page shows.
//!
//! [`plan`] finds what is wrong with addresses before anything is rendered: two pages at one address, links in prose
//! that lead nowhere. A page's view is made only when it is rendered, so that memory never holds the site. How a view
//! becomes HTML is `theme`'s business.

mod address;
mod alphabetical;
pub mod alternates;
mod commitment_list;
mod internal_links;
mod markdown_page;
mod pagination;
mod permanent;
mod photos;

pub use address::{CARD, Page};
pub use alphabetical::Letter;
pub use commitment_list::List;
pub use markdown_page::Prose;
pub use pagination::{NEWS, Part, ROWS};
pub use permanent::{Below, REVISIONS};
pub use photos::{PlannedPhoto, Size};

use crate::diag::{Code, Diagnostic};
use crate::records::Lang;
use crate::register::{EntryId, FollowUpId, Register, StopId};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The folder of the search index; `outputs` makes it.
pub const SEARCH_FOLDER: &str = "cari/pagefind";

/// The search program in that folder.
pub const SEARCH_PROGRAM: &str = "cari/pagefind/pagefind.js";

/// The revision log, as it is published.
pub const LOG: &str = "data/revisi.jsonl";

/// Every address with its page.
#[derive(Debug)]
pub struct Plan<'r> {
    pub(crate) register: &'r Register<'r>,
    pub(crate) prose: Vec<Prose<'r>>,
    lists: HashMap<List, Vec<crate::register::CommitmentId>>,
    /// Newest first.
    stops: Vec<StopId>,
    /// Newest first.
    news: Vec<FollowUpId>,
    /// By file.
    photos: BTreeMap<&'r str, PlannedPhoto<'r>>,
    /// The index from A to Z; titles differ by language.
    index: BTreeMap<(Lang, Letter), Vec<EntryId>>,
    /// By address, the same in every language.
    pages: BTreeMap<String, Page>,
    /// Addresses of records that are there but not published as of the day.
    absent: BTreeSet<String>,
    pub(crate) prints: crate::view::Prints,
}

/// Plans the site of a register.
///
/// # Errors
/// Addresses claimed twice and links in prose that lead nowhere, all of them.
pub fn plan<'r>(register: &'r Register<'r>) -> Result<Plan<'r>, Vec<Diagnostic>> {
    let mut plan = Plan {
        register,
        prose: markdown_page::gather(register),
        lists: List::all(register).map(|list| (list, list.gather(register))).collect(),
        stops: newest(register.stops().map(|(id, _)| id)),
        news: newest(register.follow_ups().map(|(id, _)| id)),
        photos: photos::gather(register),
        index: alphabetical::gather(register),
        pages: BTreeMap::new(),
        absent: BTreeSet::new(),
        prints: crate::view::Prints::default(),
    };
    let mut faults = Vec::new();
    for page in plan.all() {
        let address = plan.address(page);
        if plan.pages.insert(address.clone(), page).is_some() {
            let fault = match page {
                Page::Prose(n) => Diagnostic::new(Code::AddressTwice, plan.prose[n].span()),
                _ => Diagnostic::nowhere(Code::AddressTwice),
            };
            faults.push(fault.with("address", format!("/{address}")));
        }
    }
    let internal_links::Judged { dead, absent } = internal_links::judge(&plan);
    faults.extend(dead);
    plan.absent = absent;
    if faults.is_empty() { Ok(plan) } else { Err(faults) }
}

/// A list turned round.
fn newest<T>(oldest: impl Iterator<Item = T>) -> Vec<T> {
    let mut list: Vec<T> = oldest.collect();
    list.reverse();
    list
}

impl<'r> Plan<'r> {
    /// The register behind the pages.
    pub fn register(&self) -> &'r Register<'r> {
        self.register
    }

    /// The languages of the site, the main one first.
    pub fn languages(&self) -> impl Iterator<Item = Lang> + '_ {
        self.register.site().languages.iter().map(|l| l.value)
    }

    /// Every page with its address, in the order of addresses.
    pub fn pages(&self) -> impl ExactSizeIterator<Item = (&str, Page)> {
        self.pages.iter().map(|(address, page)| (address.as_str(), *page))
    }

    /// The pages in Markdown, in the order in which they are listed.
    pub fn prose(&self) -> &[Prose<'r>] {
        &self.prose
    }

    /// The stops, newest first.
    pub fn stops(&self) -> &[StopId] {
        &self.stops
    }

    /// The follow-ups, newest first.
    pub fn news(&self) -> &[FollowUpId] {
        &self.news
    }

    /// Every photograph that is shown, by file.
    pub fn photos(&self) -> impl ExactSizeIterator<Item = &PlannedPhoto<'r>> {
        self.photos.values()
    }

    /// The photograph in a file.
    pub fn photo(&self, file: &str) -> Option<&PlannedPhoto<'r>> {
        self.photos.get(file)
    }

    /// The page at an address, without language and without leading slash.
    pub fn page_at(&self, address: &str) -> Option<Page> {
        self.pages.get(address).copied()
    }

    /// Where links in prose lead that have no page as of the day, since the record is held back or came later: they are
    /// shown without being links.
    pub fn absent(&self) -> &BTreeSet<String> {
        &self.absent
    }

    /// The commitments of a list, in its order.
    pub fn list(&self, list: List) -> &[crate::register::CommitmentId] {
        self.lists.get(&list).map_or(&[], Vec::as_slice)
    }

    /// Has it the outlines of kecamatan?
    pub fn has_map(&self) -> bool {
        self.register.districts().any(|(id, _)| self.register.district_outline(id).is_some())
    }

    /// Is the site to have a search?
    pub fn has_search(&self) -> bool {
        self.register.site().outputs.search
    }

    /// The letters with which titles start in a language.
    pub fn letters(&self, lang: Lang) -> impl Iterator<Item = (Letter, &[EntryId])> {
        self.index.iter().filter(move |((l, _), _)| *l == lang).map(|((_, letter), ids)| (*letter, ids.as_slice()))
    }

    /// What starts with a letter in a language, by title.
    pub fn letter(&self, lang: Lang, letter: Letter) -> &[EntryId] {
        self.index.get(&(lang, letter)).map_or(&[], Vec::as_slice)
    }

    /// Every letter of any language, since an address is there in all of them, with the length of the longest list.
    fn all_letters(&self) -> BTreeMap<Letter, usize> {
        let mut letters = BTreeMap::new();
        for ((_, letter), ids) in &self.index {
            let longest: &mut usize = letters.entry(*letter).or_default();
            *longest = ids.len().max(*longest);
        }
        letters
    }

    fn all(&self) -> Vec<Page> {
        let register = self.register;
        let parts = |rows: usize| Part::all(rows, ROWS);
        let mut pages =
            vec![Page::Home, Page::Districts, Page::Offices, Page::Topics, Page::Accessibility, Page::NotFound];
        if register.site().outputs.data {
            pages.extend([Page::Data, Page::Dictionary, Page::Format]);
        }
        if self.has_search() {
            pages.push(Page::Search);
            let letters = self.all_letters().into_iter();
            pages.extend(letters.flat_map(|(letter, rows)| parts(rows).map(move |part| Page::Letter(letter, part))));
        }
        pages.extend(parts(register.stops().len()).map(Page::Stops));
        for (id, stop) in register.stops() {
            pages.extend(parts(stop.entries().count()).map(|part| Page::Stop(id, part)));
            pages.push(Page::StopNotice(id));
        }
        pages.extend(register.entries().map(|(id, _)| Page::Entry(id)));
        if register.site().outputs.citations {
            pages.extend(register.entries().map(|(id, _)| Page::Quote(id)));
        }
        pages.extend((0..self.prose.len()).map(Page::Prose));
        pages.extend(parts(register.corrected_revisions().len()).map(Page::Corrections));
        pages.extend(self.kept());
        for list in List::all(register) {
            pages.extend(parts(self.list(list).len()).map(|part| Page::Commitments(list, part)));
        }
        pages.extend(Part::all(register.follow_ups().len(), NEWS).map(Page::News));
        for (id, district) in register.districts() {
            pages.extend(parts(district.entries.len()).map(|part| Page::District(id, part)));
            if !district.stops.is_empty() || self.had_stop(&district.record.key) {
                pages.push(Page::DistrictNotice(id));
            }
        }
        for (id, office) in register.offices() {
            pages.extend(parts(office.entries.len()).map(|part| Page::Office(id, part)));
        }
        for (id, topic) in register.topics() {
            pages.extend(parts(topic.entries.len()).map(|part| Page::Topic(id, part)));
        }
        pages
    }
}
