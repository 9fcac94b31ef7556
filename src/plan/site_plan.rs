//! The plan as `view`, `data`, `outputs` and the commands read it: pages, lists and photographs of
//! the site. Addresses are in `address`, files beside pages in `alternates`, revisions and former
//! names in `permanent`.

use super::alphabetical::Letter;
use super::commitment_list::CommitmentList;
use super::markdown_page::MarkdownPage;
use super::page::Page;
use super::photos::PlannedPhoto;
use super::row_key::RowFingerprints;
use crate::records::Lang;
use crate::register::{CommitmentId, EntryId, FollowUpId, Register, StopId};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Every address of the site with its page.
#[derive(Debug)]
pub struct Plan<'r> {
    pub(crate) register: &'r Register<'r>,
    pub(crate) markdown_pages: Vec<MarkdownPage<'r>>,
    pub(super) commitment_lists: HashMap<CommitmentList, Vec<CommitmentId>>,
    /// Newest first.
    pub(super) stops: Vec<StopId>,
    /// Newest first.
    pub(super) follow_ups: Vec<FollowUpId>,
    /// By file.
    pub(super) photos: BTreeMap<&'r str, PlannedPhoto<'r>>,
    /// By language, because titles differ.
    pub(super) title_index: BTreeMap<Lang, Vec<(Letter, EntryId)>>,
    /// By address, which is the same in every language.
    pub(super) pages: BTreeMap<String, Page>,
    /// Of the lists, offices and topics without rows, which have no page.
    pub(super) empty_addresses: BTreeSet<String>,
    pub(super) unpublished_targets: BTreeSet<String>,
    pub(crate) row_fingerprints: RowFingerprints,
}

impl<'r> Plan<'r> {
    /// The register that the plan was made from.
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

    /// The photograph in a file. Returns `None` if no record shows it.
    pub fn photo(&self, file: &str) -> Option<&PlannedPhoto<'r>> {
        self.photos.get(file)
    }

    /// The page at an address without language and leading slash. Returns `None` if there is none.
    pub fn page_at(&self, address: &str) -> Option<Page> {
        self.pages.get(address).copied()
    }

    /// Targets of links in prose that have no page as of the day: records that are held back or came
    /// later, lists, offices and topics without rows. Such links are rendered as plain text.
    pub fn unpublished_targets(&self) -> &BTreeSet<String> {
        &self.unpublished_targets
    }

    /// The commitments of a list, in its order.
    pub fn commitments_in(&self, list: CommitmentList) -> &[CommitmentId] {
        self.commitment_lists.get(&list).map_or(&[], Vec::as_slice)
    }

    /// Whether a list has commitments: only then it has a page.
    pub fn has_rows(&self, list: CommitmentList) -> bool {
        list == CommitmentList::All || !self.commitments_in(list).is_empty()
    }

    /// Whether a page is part of the site.
    pub fn has_page(&self, page: Page) -> bool {
        self.page_at(&self.address(page)) == Some(page)
    }

    /// Whether the site has a map: an outline of at least one kecamatan.
    pub fn has_map(&self) -> bool {
        self.register
            .districts()
            .any(|(id, _)| self.register.district_outline(id).is_some())
    }

    /// Whether the site has a search.
    pub fn has_search(&self) -> bool {
        self.register.site().outputs.search
    }

    /// The aspirations and announcements by title, as they are called in a language, each with its
    /// letter.
    pub fn title_index(&self, lang: Lang) -> &[(Letter, EntryId)] {
        self.title_index.get(&lang).map_or(&[], Vec::as_slice)
    }
}
