//! Links from a page to its alternate representations: data, feeds, calendars, citation. They are
//! in the page's head for programs and at its foot for people.

use super::builder::ViewBuilder;
use super::root_placeholder::ROOT_PLACEHOLDER;
use crate::plan::Page;
use crate::plan::alternates::{ATOM_FEED, CALENDAR_FILE, JSON_FEED, OEMBED_FILE};
use serde::Serialize;

/// The alternate representations of a page, each relative to it.
#[derive(Debug, Default, Hash, Serialize)]
pub struct Alternates {
    /// The page as a JSON document.
    pub json: Option<String>,
    /// The rows of a list as CSV.
    pub csv: Option<String>,
    /// What is new, as Atom.
    pub feed: Option<String>,
    /// Whether the feed is that of the whole site.
    pub feed_is_site_wide: bool,
    /// What is new on the whole site, as JSON Feed.
    pub json_feed: Option<String>,
    /// The calendar of deadlines.
    pub calendar: Option<String>,
    /// The page that says how the record is cited.
    pub citation: Option<String>,
    /// The block to embed, for programs (oEmbed).
    pub oembed: Option<String>,
}

impl ViewBuilder<'_> {
    pub(super) fn alternates(&self, page: Page) -> Alternates {
        let plan = self.plan;
        let feed_page = plan.feed_page(page);
        let citation = page.citation_page();
        let citation = citation.filter(|_| self.register.site().outputs.citations);
        let oembed = citation.filter(|page| matches!(page, Page::EntryCitation(_)));
        Alternates {
            // Data are the same in every language, so that their paths have no language.
            json: plan.page_json_path(page).as_deref().map(root_relative),
            csv: plan.list_csv_path(page).as_deref().map(root_relative),
            feed: feed_page.map(|page| self.alternate_href(page, ATOM_FEED)),
            feed_is_site_wide: page != Page::Home && feed_page == Some(Page::Home),
            json_feed: feed_page
                .filter(|page| *page == Page::Home)
                .map(|page| self.alternate_href(page, JSON_FEED)),
            calendar: plan
                .calendar_page(page)
                .map(|page| self.alternate_href(page, CALENDAR_FILE)),
            citation: citation.map(|page| self.page_href(page)),
            oembed: oembed.map(|page| self.alternate_href(page, OEMBED_FILE)),
        }
    }

    fn alternate_href(&self, page: Page, name: &str) -> String {
        root_relative(&self.plan.alternate_path(page, self.lang, name))
    }
}

fn root_relative(path: &str) -> String {
    ROOT_PLACEHOLDER.to_owned() + path
}
