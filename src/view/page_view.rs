//! [`PageView`], which `theme` renders and social cards are drawn from: the contents of a page
//! ([`PageBody`]) and what surrounds them, from the head's metadata and the menu to the alternate
//! representations and the footer.

use super::alternates::Alternates;
use super::breadcrumbs::Breadcrumb;
use super::builder::ViewBuilder;
use super::components::{LocalizedText, TextLink};
use super::page_body::PageBody;
use super::root_placeholder::ROOT_PLACEHOLDER;
use super::title::Title;
use crate::plan::{CommitmentList, LOG_FOLDER, Page, PageNumber};
use crate::records::{LogEntry, SingleLine, Standing, Url};
use crate::register::HistoryId;
use serde::Serialize;

/// A page, ready to be rendered: the templates' variables.
#[derive(Debug, Hash, Serialize)]
pub struct PageView<'r> {
    /// The kind of page.
    pub kind: &'static str,
    /// The page's language.
    pub lang: &'static str,
    /// The placeholder of the path to the site's root: [`ROOT_PLACEHOLDER`].
    pub root: &'static str,
    /// The path that replaces it: `../../`.
    #[serde(skip)]
    pub root_path: String,
    /// The path to the root of the page's language, where links in Markdown start.
    pub link_base: String,
    /// The page's absolute address.
    pub canonical: String,
    /// The absolute address of the social card, if there are cards.
    pub social_card: Option<String>,
    /// The page in each language.
    pub languages: Vec<LanguageLink>,
    /// The day as of which the site holds. Only the home page has it: every other changes when what it
    /// says changes, not every day.
    pub as_of: Option<String>,
    /// The day on which what the page says was recorded, of pages that show records as released.
    pub recorded_on: Option<String>,
    /// Whether records are shown that are held back.
    pub drafts: bool,
    /// The site; the same on many pages.
    #[serde(skip)]
    pub site: SiteView<'r>,
    /// The page's title.
    #[serde(skip)]
    pub title: Title<'r>,
    /// The pages above it, from the first page's down.
    #[serde(skip)]
    pub breadcrumbs: Vec<Breadcrumb<'r>>,
    /// The site's address.
    #[serde(skip)]
    pub base_url: &'r str,
    /// Whether it can be cited.
    pub citable: bool,
    /// The reference of the record, with the revision that the page shows.
    pub reference: Option<String>,
    /// The absolute address by which it is cited: its own, or that of the revision it shows.
    pub cited_url: String,
    /// The revision of the record, once the site has releases.
    pub revision: Option<PageRevision>,
    /// Its alternate representations.
    pub alternates: Alternates,
    /// Its contents.
    pub page: PageBody<'r>,
}

/// The revision of the record that a page shows.
#[derive(Debug, Hash, Serialize)]
pub struct PageRevision {
    /// The number of the newest one. `None` if the record was never released.
    pub number: Option<u32>,
    /// The day of its release.
    pub day: Option<String>,
    /// Its seal. `None` if the page shows changes that are in no release yet.
    pub seal: Option<String>,
    /// The entry of the log that has it, for `jhur verify`. `None` where there is no seal.
    pub log_entry: Option<String>,
    /// The folder of the log, relative to the page.
    pub log_href: String,
    /// Its page.
    pub href: Option<String>,
    /// The record's history. `None` if the page of its only revision says all.
    pub history_href: Option<String>,
    /// Whether the page shows changes that are in no release yet.
    pub has_unreleased_changes: bool,
}

/// The page in a language.
#[derive(Debug, Hash, Serialize)]
pub struct LanguageLink {
    /// The language.
    pub lang: &'static str,
    /// Relative to the page.
    pub href: String,
    /// The absolute address.
    pub url: String,
    /// Whether it is this page's language.
    pub current: bool,
}

/// What every page shows of the site.
#[derive(Debug, Hash, Serialize)]
pub struct SiteView<'r> {
    /// Its name.
    pub title: LocalizedText<'r>,
    /// Who publishes it.
    pub publisher: LocalizedText<'r>,
    /// The licence's SPDX identifier.
    pub licence: &'r str,
    /// The licence's page.
    pub licence_url: Option<String>,
    /// An office's e-mail address.
    pub email: Option<&'r str>,
    /// An office's `WhatsApp` number, digits only.
    pub whatsapp: Option<String>,
    /// Who speaks on it; the key of its message is `standing-KEY`.
    pub standing: Standing,
    /// A page with a form or a postal address.
    pub contact_page: Option<&'r str>,
    /// The home page.
    pub home: String,
    /// The main menu.
    pub nav: Vec<NavLink>,
    /// The pages in Markdown.
    pub pages: Vec<TextLink<'r>>,
    /// All kecamatan.
    pub districts: String,
    /// All stops.
    pub stops: String,
    /// Corrections.
    pub corrections: String,
    /// The accessibility statement.
    pub accessibility: String,
    /// Downloads, if there are any.
    pub data: Option<String>,
    /// How to verify the site, once there are releases.
    pub verify: Option<String>,
}

/// An entry of the main menu.
#[derive(Debug, Hash, Serialize)]
pub struct NavLink {
    /// The key of its message `nav-KEY`.
    pub key: &'static str,
    /// Relative to the page.
    pub href: String,
    /// Whether it leads to this page or to one above it.
    pub current: bool,
}

impl<'r> ViewBuilder<'r> {
    pub(super) fn page_view(&self, page: Page, body: PageBody<'r>) -> PageView<'r> {
        let site = self.register.site();
        PageView {
            kind: page.kind(),
            lang: self.lang.code(),
            root: ROOT_PLACEHOLDER,
            root_path: self.plan.root_path(page, self.lang),
            link_base: format!("{ROOT_PLACEHOLDER}{}", self.lang_prefix),
            canonical: self.plan.canonical_url(page, self.lang),
            social_card: site
                .outputs
                .cards
                .then(|| site.base_url.as_str().to_owned() + &self.plan.card_path(page, self.lang)),
            languages: self.language_links(page),
            as_of: (page == Page::Home).then(|| self.register.day().to_string()),
            recorded_on: self.plan.recorded_on(page).map(|day| day.to_string()),
            drafts: self.register.includes_drafts(),
            site: self.site_view(page),
            title: self.page_title(page),
            breadcrumbs: self.breadcrumbs(page),
            base_url: site.base_url.as_str(),
            citable: page.is_citable(),
            reference: self.plan.cited_reference(page),
            cited_url: self.plan.cited_url(page, self.lang),
            revision: self.page_revision(page),
            alternates: self.alternates(page),
            page: body,
        }
    }

    /// The page of a record's history. Returns `None` if that of its only revision says all.
    pub(super) fn history_href(&self, id: HistoryId) -> Option<String> {
        let page = self.plan.history_page(id);
        matches!(page, Page::History(..)).then(|| self.page_href(page))
    }

    /// Returns `None` for pages that show no record, and before the first release: a site without
    /// releases must not look as if its records had unreleased changes.
    fn page_revision(&self, page: Page) -> Option<PageRevision> {
        self.plan.record_name(page)?;
        if self.register.histories().len() == 0 {
            return None;
        }
        let Some(id) = self.plan.page_history(page) else {
            // Recorded after the last release: nothing to link to yet.
            return Some(PageRevision {
                number: None,
                day: None,
                seal: None,
                log_entry: None,
                log_href: ROOT_PLACEHOLDER.to_owned() + LOG_FOLDER,
                href: None,
                history_href: None,
                has_unreleased_changes: true,
            });
        };
        let history = self.register.history(id);
        let newest = history.newest_revision();
        Some(PageRevision {
            number: Some(newest.revision),
            day: Some(newest.release.to_string()),
            seal: self.plan.shown_seal(page).map(|seal| seal.to_string()),
            log_entry: self.plan.shown_entry(page).and_then(LogEntry::to_attribute),
            log_href: ROOT_PLACEHOLDER.to_owned() + LOG_FOLDER,
            href: Some(self.page_href(Page::Revision(id, newest.revision))),
            history_href: self.history_href(id),
            has_unreleased_changes: history.has_unreleased_change,
        })
    }

    fn language_links(&self, page: Page) -> Vec<LanguageLink> {
        let mut links = Vec::new();
        for lang in self.plan.languages() {
            // Not `page_href`, which stays in this page's language.
            let path = self.plan.language_prefix(lang) + &self.plan.address(page);
            links.push(LanguageLink {
                lang: lang.code(),
                href: ROOT_PLACEHOLDER.to_owned() + &path,
                url: self.plan.canonical_url(page, lang),
                current: lang == self.lang,
            });
        }
        links
    }

    fn site_view(&self, page: Page) -> SiteView<'r> {
        let site = self.register.site();
        // Links differ by language, and the menu by page; all else here is the same on every page.
        let contact = site.contact.as_ref();
        SiteView {
            title: self.localized(&site.title),
            publisher: self.localized(&site.publisher),
            licence: site.licence.as_str(),
            licence_url: site.licence_url(),
            email: contact
                .and_then(|c| c.email.as_ref())
                .map(SingleLine::as_str),
            standing: site.standing.value,
            whatsapp: contact
                .and_then(|c| c.whatsapp.as_ref())
                .map(whatsapp_number),
            contact_page: contact.and_then(|c| c.page.as_ref()).map(Url::as_str),
            home: self.page_href(Page::Home),
            nav: self.nav_links(page),
            pages: (0..self.plan.markdown_pages().len())
                .map(|index| self.markdown_page_link(index))
                .collect(),
            districts: self.page_href(Page::Districts),
            stops: self.page_href(Page::Stops(PageNumber::FIRST)),
            corrections: self.page_href(Page::Corrections(PageNumber::FIRST)),
            accessibility: self.page_href(Page::Accessibility),
            data: site.outputs.data.then(|| self.page_href(Page::Data)),
            verify: (self.register.histories().len() > 0).then(|| self.page_href(Page::Verify)),
        }
    }

    /// The main menu as it looks on a page.
    fn nav_links(&self, page: Page) -> Vec<NavLink> {
        let all_commitments = Page::Commitments(CommitmentList::All, PageNumber::FIRST);
        // A page below a menu entry marks it as current, so that visitors see where they are.
        let current = match page {
            Page::Commitments(..) => "commitments",
            Page::Districts | Page::District(..) | Page::DistrictNotice(_) => "districts",
            Page::Offices | Page::Office(..) => "offices",
            Page::Topics | Page::Topic(..) => "topics",
            Page::FollowUps(_) => "news",
            Page::Search | Page::TitleIndex(_) => "search",
            _ => "",
        };
        let mut menu = vec![
            ("commitments", all_commitments),
            ("districts", Page::Districts),
            ("offices", Page::Offices),
            ("topics", Page::Topics),
            ("news", Page::FollowUps(PageNumber::FIRST)),
        ];
        if self.plan.has_search() {
            menu.push(("search", Page::Search));
        }
        let mut links = Vec::new();
        for (key, target) in menu {
            links.push(NavLink {
                key,
                href: self.page_href(target),
                current: key == current,
            });
        }
        links
    }

    /// A page in Markdown, by its index in the plan.
    pub(super) fn markdown_page_link(&self, index: usize) -> TextLink<'r> {
        let (lang, page) = self.plan.markdown_pages()[index].version_in(self.lang, self.main_lang);
        TextLink {
            href: self.page_href(Page::Markdown(index)),
            text: LocalizedText {
                text: page.front_matter.title.as_str(),
                lang: self.lang_attribute(lang),
            },
        }
    }
}

/// The number as wa.me takes it: digits with the country's code. 0812… is 62812… in Indonesia.
fn whatsapp_number(line: &SingleLine) -> String {
    let digits: String = line.as_str().chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix('0') {
        Some(rest) => format!("62{rest}"),
        None => digits,
    }
}
