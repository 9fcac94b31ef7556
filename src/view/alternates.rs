//! Links from a page to its alternate representations: data, feeds, calendars, citations. They are
//! in the page's head for programs and at its foot for people.

use super::builder::ViewBuilder;
use super::root_placeholder::ROOT_PLACEHOLDER;
use crate::plan::Page;
use crate::plan::alternates::{CALENDAR_FILE, FEED_FILES, OEMBED_FILE};
use serde::Serialize;

/// The alternate representations of a page, each relative to it.
#[derive(Debug, Default, Hash, Serialize)]
pub struct Alternates {
    /// The page as a JSON document.
    pub json: Option<String>,
    /// The rows of a list as CSV.
    pub csv: Option<String>,
    /// What is new, as Atom and as JSON Feed.
    pub feeds: Option<[String; 2]>,
    /// Whether the feeds are those of the whole site.
    pub feeds_are_site_wide: bool,
    /// The calendar of deadlines.
    pub calendar: Option<String>,
    /// The citation files, without their extensions.
    pub citation_files: Option<String>,
    /// The page with the block to embed, and its description for programs (oEmbed).
    pub citation_page: Option<[String; 2]>,
}

impl ViewBuilder<'_> {
    pub(super) fn alternates(&self, page: Page) -> Alternates {
        let plan = self.plan;
        let feed_page = plan.feed_page(page);
        let has_citations = plan.has_citations(page);
        let citation_page = match page {
            Page::Entry(id) if has_citations => Some(Page::Citation(id)),
            _ => None,
        };
        Alternates {
            // Data are the same in every language, so that their paths have no language.
            json: plan.page_json_path(page).as_deref().map(root_relative),
            csv: plan.list_csv_path(page).as_deref().map(root_relative),
            feeds: feed_page.map(|page| FEED_FILES.map(|name| self.alternate_href(page, name))),
            feeds_are_site_wide: page != Page::Home && feed_page == Some(Page::Home),
            calendar: plan
                .calendar_page(page)
                .map(|page| self.alternate_href(page, CALENDAR_FILE)),
            citation_files: has_citations.then(|| self.alternate_href(page, "kutip")),
            citation_page: citation_page
                .map(|page| [self.page_href(page), self.alternate_href(page, OEMBED_FILE)]),
        }
    }

    fn alternate_href(&self, page: Page, name: &str) -> String {
        root_relative(&self.plan.alternate_path(page, self.lang, name))
    }
}

fn root_relative(path: &str) -> String {
    ROOT_PLACEHOLDER.to_owned() + path
}
