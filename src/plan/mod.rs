//! The page plan: every address once, and what each page shows.
//!
//! [`plan`] finds what is wrong with addresses before anything is rendered: two pages at one address, links in prose
//! that lead nowhere. A page's view is made only when it is rendered, so that memory never holds the site. How a view
//! becomes HTML is `theme`'s business.

mod address;
mod alphabetical;
pub mod alternates;
mod commitment_list;
pub(crate) mod internal_links;
mod markdown_page;
mod pagination;
mod permanent;
mod photos;

pub use address::{Page, SOCIAL_CARD};
pub use alphabetical::Letter;
pub use commitment_list::CommitmentList;
pub use markdown_page::MarkdownPage;
pub use pagination::{FOLLOW_UPS_PER_PAGE, PageNumber, ROWS_PER_PAGE};
pub use permanent::{REVISIONS_PER_PAGE, RecordPage};
pub use photos::{PhotoSize, PlannedPhoto};

use crate::diag::{Code, Diagnostic};
use crate::records::Lang;
use crate::register::{EntryId, FollowUpId, Register, StopId};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The folder of the search index; `outputs` makes it.
pub const SEARCH_FOLDER: &str = "cari/pagefind";

/// The search program in that folder.
pub const SEARCH_SCRIPT: &str = "cari/pagefind/pagefind.js";

/// The revision log, as it is published.
pub const REVISION_LOG_PATH: &str = "data/revisi.jsonl";

/// Every address with its page.
#[derive(Debug)]
pub struct Plan<'r> {
    pub(crate) register: &'r Register<'r>,
    pub(crate) markdown_pages: Vec<MarkdownPage<'r>>,
    commitment_lists: HashMap<CommitmentList, Vec<crate::register::CommitmentId>>,
    /// Newest first.
    stops: Vec<StopId>,
    /// Newest first.
    follow_ups: Vec<FollowUpId>,
    /// By file.
    photos: BTreeMap<&'r str, PlannedPhoto<'r>>,
    /// The index from A to Z; titles differ by language.
    letter_index: BTreeMap<(Lang, Letter), Vec<EntryId>>,
    /// By address, the same in every language.
    pages: BTreeMap<String, Page>,
    /// Addresses of records that are there but not published as of the day.
    unpublished_targets: BTreeSet<String>,
    pub(crate) row_fingerprints: crate::view::RowFingerprints,
}

/// Plans the site of a register.
///
/// # Errors
/// Addresses claimed twice and links in prose that lead nowhere, all of them.
pub fn build_plan<'r>(register: &'r Register<'r>) -> Result<Plan<'r>, Vec<Diagnostic>> {
    let mut plan = Plan {
        register,
        markdown_pages: markdown_page::collect_markdown_pages(register),
        commitment_lists: CommitmentList::all_lists(register)
            .map(|list| (list, list.collect_commitments(register)))
            .collect(),
        stops: newest_first(register.stops().map(|(id, _)| id)),
        follow_ups: newest_first(register.follow_ups().map(|(id, _)| id)),
        photos: photos::collect_photos(register),
        letter_index: alphabetical::collect_letter_index(register),
        pages: BTreeMap::new(),
        unpublished_targets: BTreeSet::new(),
        row_fingerprints: crate::view::RowFingerprints::default(),
    };
    let mut faults = Vec::new();
    for page in plan.all_pages() {
        let address = plan.address(page);
        if plan.pages.insert(address.clone(), page).is_some() {
            let fault = match page {
                Page::Markdown(n) => {
                    Diagnostic::new(Code::DuplicateAddress, plan.markdown_pages[n].first_span())
                }
                _ => Diagnostic::without_span(Code::DuplicateAddress),
            };
            faults.push(fault.arg("address", format!("/{address}")));
        }
    }
    let internal_links::InternalLinkCheck {
        broken_links: dead,
        unpublished_targets: absent,
    } = internal_links::check_internal_links(&plan);
    faults.extend(dead);
    plan.unpublished_targets = absent;
    if faults.is_empty() {
        Ok(plan)
    } else {
        Err(faults)
    }
}

/// A list turned round.
fn newest_first<T>(oldest: impl Iterator<Item = T>) -> Vec<T> {
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
        self.pages
            .iter()
            .map(|(address, page)| (address.as_str(), *page))
    }

    /// The pages in Markdown, in the order in which they are listed.
    pub fn markdown_pages(&self) -> &[MarkdownPage<'r>] {
        &self.markdown_pages
    }

    /// The stops, newest first.
    pub fn stops(&self) -> &[StopId] {
        &self.stops
    }

    /// The follow-ups, newest first.
    pub fn follow_ups(&self) -> &[FollowUpId] {
        &self.follow_ups
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
    pub fn unpublished_targets(&self) -> &BTreeSet<String> {
        &self.unpublished_targets
    }

    /// The commitments of a list, in its order.
    pub fn commitments_in(&self, list: CommitmentList) -> &[crate::register::CommitmentId] {
        self.commitment_lists.get(&list).map_or(&[], Vec::as_slice)
    }

    /// Has it the outlines of kecamatan?
    pub fn has_map(&self) -> bool {
        self.register
            .districts()
            .any(|(id, _)| self.register.district_outline(id).is_some())
    }

    /// Is the site to have a search?
    pub fn has_search(&self) -> bool {
        self.register.site().outputs.search
    }

    /// The letters with which titles start in a language.
    pub fn index_letters(&self, lang: Lang) -> impl Iterator<Item = (Letter, &[EntryId])> {
        self.letter_index
            .iter()
            .filter(move |((l, _), _)| *l == lang)
            .map(|((_, letter), ids)| (*letter, ids.as_slice()))
    }

    /// What starts with a letter in a language, by title.
    pub fn entries_under(&self, lang: Lang, letter: Letter) -> &[EntryId] {
        self.letter_index
            .get(&(lang, letter))
            .map_or(&[], Vec::as_slice)
    }

    /// Every letter of any language, since an address is there in all of them, with the length of the longest list.
    fn longest_letter_lists(&self) -> BTreeMap<Letter, usize> {
        let mut letters = BTreeMap::new();
        for ((_, letter), ids) in &self.letter_index {
            let longest: &mut usize = letters.entry(*letter).or_default();
            *longest = ids.len().max(*longest);
        }
        letters
    }

    fn all_pages(&self) -> Vec<Page> {
        let register = self.register;
        let parts = |rows: usize| PageNumber::for_list(rows, ROWS_PER_PAGE);
        let mut pages = vec![
            Page::Home,
            Page::Districts,
            Page::Offices,
            Page::Topics,
            Page::Accessibility,
            Page::NotFound,
        ];
        if register.site().outputs.data {
            pages.extend([Page::Data, Page::DataDictionary, Page::RecordFormat]);
        }
        if self.has_search() {
            pages.push(Page::Search);
            let letters = self.longest_letter_lists().into_iter();
            pages.extend(letters.flat_map(|(letter, rows)| {
                parts(rows).map(move |part| Page::Letter(letter, part))
            }));
        }
        pages.extend(parts(register.stops().len()).map(Page::Stops));
        for (id, stop) in register.stops() {
            pages.extend(parts(stop.entries().count()).map(|part| Page::Stop(id, part)));
            pages.push(Page::StopNotice(id));
        }
        pages.extend(register.entries().map(|(id, _)| Page::Entry(id)));
        if register.site().outputs.citations {
            pages.extend(register.entries().map(|(id, _)| Page::Citation(id)));
        }
        pages.extend((0..self.markdown_pages.len()).map(Page::Markdown));
        pages.extend(parts(register.corrected_revisions().len()).map(Page::Corrections));
        pages.extend(self.permanent_pages());
        for list in CommitmentList::all_lists(register) {
            pages.extend(
                parts(self.commitments_in(list).len()).map(|part| Page::Commitments(list, part)),
            );
        }
        pages.extend(
            PageNumber::for_list(register.follow_ups().len(), FOLLOW_UPS_PER_PAGE)
                .map(Page::FollowUps),
        );
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
