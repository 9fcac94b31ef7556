//! Builds the plan of a register: collects its lists, gives every page its address, checks the
//! links in prose. The pipeline calls it once per build, after the register.

use super::alphabetical::collect_title_index;
use super::commitment_list::CommitmentList;
use super::internal_links::check_internal_links;
use super::markdown_page::collect_markdown_pages;
use super::page::Page;
use super::pagination::{FOLLOW_UPS_PER_PAGE, PageNumber, ROWS_PER_PAGE, TITLES_PER_PAGE};
use super::photos::collect_photos;
use super::row_key::RowFingerprints;
use super::site_plan::Plan;
use crate::diag::{Code, Diagnostic};
use crate::register::{Register, StopId};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Plans the site of a register.
///
/// # Errors
/// Addresses claimed twice and links in prose that lead nowhere, all of them.
pub fn build_plan<'r>(register: &'r Register<'r>) -> Result<Plan<'r>, Vec<Diagnostic>> {
    let mut commitment_lists = HashMap::new();
    for list in CommitmentList::all_lists(register) {
        commitment_lists.insert(list, list.collect_commitments(register));
    }
    let mut stops: Vec<StopId> = register.stops().map(|(id, _)| id).collect();
    stops.reverse();
    let mut plan = Plan {
        register,
        markdown_pages: collect_markdown_pages(register),
        commitment_lists,
        stops,
        follow_ups: register.follow_ups().rev().map(|(id, _)| id).collect(),
        photos: collect_photos(register),
        title_index: collect_title_index(register),
        pages: BTreeMap::new(),
        empty_addresses: BTreeSet::new(),
        unpublished_targets: BTreeSet::new(),
        row_fingerprints: RowFingerprints::default(),
    };
    let mut diagnostics = assign_addresses(&mut plan);
    let empty = plan.pages_without_rows().into_iter();
    plan.empty_addresses = empty.map(|page| plan.address(page)).collect();
    // Links are resolved against the addresses, so that all of these must be known first.
    let links = check_internal_links(&plan);
    diagnostics.extend(links.broken_links);
    plan.unpublished_targets = links.unpublished_targets;
    if diagnostics.is_empty() {
        Ok(plan)
    } else {
        Err(diagnostics)
    }
}

/// Enters every page under its address; gives a diagnostic for each address that was taken already.
fn assign_addresses(plan: &mut Plan<'_>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for page in plan.all_pages() {
        let address = plan.address(page);
        if plan.pages.insert(address.clone(), page).is_some() {
            // Of all pages, only those in Markdown have a file of their own to point at.
            let diagnostic = match page {
                Page::Markdown(index) => {
                    let span = plan.markdown_pages[index].first_span();
                    Diagnostic::new(Code::DuplicateAddress, span)
                }
                _ => Diagnostic::without_span(Code::DuplicateAddress),
            };
            diagnostics.push(diagnostic.arg("address", format!("/{address}")));
        }
    }
    diagnostics
}

impl Plan<'_> {
    /// Every page of the site. Where two have one address, the later one is reported.
    fn all_pages(&self) -> Vec<Page> {
        let register = self.register;
        let outputs = &register.site().outputs;
        let mut pages = vec![
            Page::Home,
            Page::Districts,
            Page::Offices,
            Page::Topics,
            Page::Accessibility,
            Page::NotFound,
        ];
        if outputs.data {
            pages.extend([Page::Data, Page::DataDictionary, Page::RecordFormat]);
        }
        if self.has_search() {
            pages.push(Page::Search);
            let titles = register.entries().len();
            pages.extend(PageNumber::for_list(titles, TITLES_PER_PAGE).map(Page::TitleIndex));
        }
        pages.extend(page_numbers(register.stops().len()).map(Page::Stops));
        for (id, stop) in register.stops() {
            pages.extend(page_numbers(stop.entries().count()).map(|n| Page::Stop(id, n)));
            pages.push(Page::StopNotice(id));
            if outputs.citations {
                pages.push(Page::StopCitation(id));
            }
        }
        for (id, _) in register.entries() {
            pages.push(Page::Entry(id));
            if outputs.citations {
                pages.push(Page::EntryCitation(id));
            }
        }
        pages.extend((0..self.markdown_pages.len()).map(Page::Markdown));
        pages.extend(page_numbers(register.corrected_revisions().len()).map(Page::Corrections));
        pages.extend(self.permanent_pages());
        for list in CommitmentList::all_lists(register) {
            let rows = self.commitments_in(list).len();
            pages.extend(page_numbers(rows).map(|n| Page::Commitments(list, n)));
        }
        let follow_ups = PageNumber::for_list(register.follow_ups().len(), FOLLOW_UPS_PER_PAGE);
        pages.extend(follow_ups.map(Page::FollowUps));
        for (id, district) in register.districts() {
            pages.extend(page_numbers(district.entries.len()).map(|n| Page::District(id, n)));
            if !district.stops.is_empty() || self.had_stop(&district.record.key) {
                pages.push(Page::DistrictNotice(id));
            }
        }
        for (id, office) in register.offices() {
            pages.extend(page_numbers(office.entries.len()).map(|n| Page::Office(id, n)));
        }
        for (id, topic) in register.topics() {
            pages.extend(page_numbers(topic.entries.len()).map(|n| Page::Topic(id, n)));
        }
        let without_rows = self.pages_without_rows();
        pages.retain(|page| !without_rows.contains(page));
        pages
    }

    /// The lists of commitments, offices and topics that have no rows, and so no page.
    fn pages_without_rows(&self) -> BTreeSet<Page> {
        let register = self.register;
        let lists = CommitmentList::all_lists(register).filter(|list| !self.has_rows(*list));
        let lists = lists.map(|list| Page::Commitments(list, PageNumber::FIRST));
        let offices = register
            .offices()
            .filter(|(_, office)| office.entries.is_empty());
        let offices = offices.map(|(id, _)| Page::Office(id, PageNumber::FIRST));
        let topics = register
            .topics()
            .filter(|(_, topic)| topic.entries.is_empty());
        let topics = topics.map(|(id, _)| Page::Topic(id, PageNumber::FIRST));
        lists.chain(offices).chain(topics).collect()
    }
}

/// The pages of a list of so many rows.
fn page_numbers(rows: usize) -> impl Iterator<Item = PageNumber> {
    PageNumber::for_list(rows, ROWS_PER_PAGE)
}
