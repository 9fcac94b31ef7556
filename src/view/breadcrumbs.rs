//! Breadcrumbs: the pages above a page, shown at its top and listed for search engines.

use super::builder::{ViewBuilder, untranslated_name};
use super::title::Title;
use crate::plan::{CommitmentList, Page, PageNumber};

/// A page above another.
#[derive(Clone, Debug, Hash)]
pub struct Breadcrumb<'r> {
    /// Relative to the page.
    pub href: String,
    /// The absolute address.
    pub url: String,
    /// Its title, short where the menu has a shorter one.
    pub title: Title<'r>,
}

impl<'r> ViewBuilder<'r> {
    /// The pages above one, from below the home page down.
    pub(super) fn breadcrumbs(&self, page: Page) -> Vec<Breadcrumb<'r>> {
        match page {
            Page::Commitments(list, _) if list != CommitmentList::All => {
                let all = Page::Commitments(CommitmentList::All, PageNumber::FIRST);
                vec![self.menu_breadcrumb(all, "nav-commitments")]
            }
            Page::District(..) => vec![self.menu_breadcrumb(Page::Districts, "nav-districts")],
            Page::Office(..) => vec![self.menu_breadcrumb(Page::Offices, "nav-offices")],
            Page::Topic(..) => vec![self.menu_breadcrumb(Page::Topics, "nav-topics")],
            Page::TitleIndex(_) => vec![self.menu_breadcrumb(Page::Search, "title-search")],
            Page::DataDictionary | Page::RecordFormat => {
                vec![self.menu_breadcrumb(Page::Data, "title-data")]
            }
            Page::Stop(id, _) => {
                let id = self.register.stop(id).district;
                // The bare name: "Kecamatan" is said by the breadcrumb before it.
                let name = untranslated_name(&self.register.district(id).record.name);
                let district = Page::District(id, PageNumber::FIRST);
                vec![
                    self.menu_breadcrumb(Page::Districts, "nav-districts"),
                    self.breadcrumb(district, Title::Text(name)),
                ]
            }
            Page::Entry(id) => {
                let stop = self.register.entry(id).stop;
                let page = Page::Stop(stop, PageNumber::FIRST);
                vec![self.breadcrumb(page, self.stop_title(stop))]
            }
            Page::Revision(id, _) | Page::History(id, _) => {
                match self.plan.page_for_record(self.register.history(id).record) {
                    // What is not there any more is above nothing.
                    None | Some(Page::Withdrawn(..) | Page::Moved(..)) => Vec::new(),
                    Some(page) => self.breadcrumbs_with(page),
                }
            }
            // Without downloads there is no page of data above it.
            Page::Verify if self.register.site().outputs.data => {
                vec![self.menu_breadcrumb(Page::Data, "title-data")]
            }
            _ => page
                .cited_page()
                .map_or_else(Vec::new, |cited| self.breadcrumbs_with(cited)),
        }
    }

    /// The breadcrumbs of a page and the page itself, for a page below it.
    fn breadcrumbs_with(&self, page: Page) -> Vec<Breadcrumb<'r>> {
        let mut breadcrumbs = self.breadcrumbs(page);
        breadcrumbs.push(self.breadcrumb(page, self.page_title(page)));
        breadcrumbs
    }

    fn menu_breadcrumb(&self, page: Page, key: &str) -> Breadcrumb<'r> {
        self.breadcrumb(page, Title::from_key(key))
    }

    fn breadcrumb(&self, page: Page, title: Title<'r>) -> Breadcrumb<'r> {
        Breadcrumb {
            href: self.page_href(page),
            url: self.plan.canonical_url(page, self.lang),
            title,
        }
    }
}
