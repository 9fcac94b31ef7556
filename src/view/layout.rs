//! The frame around every page: what it is, in which language, of what day, and the ways on from it.

use super::alternates::Alternates;
use super::breadcrumbs::Breadcrumb;
use super::builder::ViewBuilder;
use super::components::{LocalizedText, TextLink};
use super::page_body::PageBody;
use super::root_placeholder::ROOT_PLACEHOLDER;
use super::title::Title;
use crate::plan::{CommitmentList, Page, PageNumber};
use crate::records::Lang;
use serde::Serialize;

/// A page, ready to be rendered: the templates' variables.
#[derive(Debug, Hash, Serialize)]
pub struct PageView<'r> {
    /// The kind of page.
    pub kind: &'static str,
    /// The page's language.
    pub lang: &'static str,
    /// What stands for the way to the site's root: [`super::ROOT`].
    pub root: &'static str,
    /// That way: `../../`.
    #[serde(skip)]
    pub root_path: String,
    /// What leads to the root of the page's language; links in Markdown start here.
    pub link_base: String,
    /// The page's whole address.
    pub canonical: String,
    /// The whole address of the preview card, if there are cards.
    pub social_card: Option<String>,
    /// The page in each language.
    pub languages: Vec<LanguageLink>,
    /// The day on which all of it holds.
    pub day: String,
    /// Are records shown that are held back?
    pub drafts: bool,
    /// The site; the same on many pages.
    #[serde(skip)]
    pub site: SiteView<'r>,
    /// What the page is called.
    #[serde(skip)]
    pub title: Title<'r>,
    /// What it is called in the site's other languages, each with publisher, site and address.
    #[serde(skip)]
    pub translations: Vec<PageTranslation<'r>>,
    /// The pages above it, from the first page's down.
    #[serde(skip)]
    pub breadcrumbs: Vec<Breadcrumb<'r>>,
    /// The site's address.
    #[serde(skip)]
    pub base_url: &'r str,
    /// Is it to be cited?
    pub citable: bool,
    /// Its reference, of records, with the revision it shows.
    pub reference: Option<String>,
    /// The whole address by which it is cited: its own, or that of the revision it shows.
    pub cited_url: String,
    /// Its revision, of records, once there are releases.
    pub revision: Option<PageRevision>,
    /// What stands beside it.
    pub alternates: Alternates,
    /// What the page shows.
    pub page: PageBody<'r>,
}

/// The revision of the record that a page shows.
#[derive(Debug, Hash, Serialize)]
pub struct PageRevision {
    /// The newest one; none if the record was never released.
    pub number: Option<u32>,
    /// The day of its release.
    pub day: Option<String>,
    /// As it stood.
    pub href: Option<String>,
    /// The record's history.
    pub history_href: Option<String>,
    /// Does the page say what no release has yet?
    pub has_unreleased_changes: bool,
}

/// The page in another language, to be cited.
#[derive(Debug, Hash)]
pub struct PageTranslation<'r> {
    /// The language.
    pub lang: Lang,
    /// What the page is called.
    pub title: Title<'r>,
    /// Who publishes the site.
    pub publisher: &'r str,
    /// The site.
    pub site: &'r str,
    /// The whole address.
    pub url: String,
}

/// The page in a language.
#[derive(Debug, Hash, Serialize)]
pub struct LanguageLink {
    /// The language.
    pub lang: &'static str,
    /// Relative to the page.
    pub href: String,
    /// The whole address.
    pub url: String,
    /// Is it this one?
    pub current: bool,
}

/// What every page says of the site.
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
    /// A page with a form or an address.
    pub contact_page: Option<&'r str>,
    /// Where things stand.
    pub home: String,
    /// The main ways, each with the key of its words (`nav-KEY`).
    pub nav: Vec<NavLink>,
    /// The pages in Markdown.
    pub pages: Vec<TextLink<'r>>,
    /// All kecamatan.
    pub districts: String,
    /// All stops.
    pub stops: String,
    /// Corrections.
    pub corrections: String,
    /// How far everybody can use the site.
    pub accessibility: String,
    /// Downloads, if there are any.
    pub data: Option<String>,
    /// How to check that nothing was changed in silence, once there are releases.
    pub verify: Option<String>,
}

/// A main way.
#[derive(Debug, Hash, Serialize)]
pub struct NavLink {
    /// The key of its words.
    pub key: &'static str,
    /// Relative to the page.
    pub href: String,
    /// Is this page the way's end, or below it?
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
            day: self.register.day().to_string(),
            drafts: self.register.includes_drafts(),
            site: self.site_view(page),
            title: self.page_title(page),
            translations: if page.is_citable() {
                self.translations(page)
            } else {
                Vec::new()
            },
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

    fn page_revision(&self, page: Page) -> Option<PageRevision> {
        self.plan.record_name(page)?;
        if self.register.histories().len() == 0 {
            return None;
        }
        let Some(id) = self.plan.page_history(page) else {
            return Some(PageRevision {
                number: None,
                day: None,
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
            href: Some(self.page_href(Page::Revision(id, newest.revision))),
            history_href: Some(self.page_href(Page::History(id, PageNumber::FIRST))),
            has_unreleased_changes: history.has_unreleased_change,
        })
    }

    fn translations(&self, page: Page) -> Vec<PageTranslation<'r>> {
        let site = self.register.site();
        let other = |lang| PageTranslation {
            lang,
            title: ViewBuilder::new(self.plan, lang).page_title(page),
            publisher: site.publisher.in_language(lang, self.main_lang).0,
            site: site.title.in_language(lang, self.main_lang).0,
            url: self.plan.cited_url(page, lang),
        };
        self.plan
            .languages()
            .filter(|lang| *lang != self.lang)
            .map(other)
            .collect()
    }

    fn language_links(&self, page: Page) -> Vec<LanguageLink> {
        let alternate = |lang| LanguageLink {
            lang: crate::records::Lang::code(lang),
            href: format!(
                "{ROOT_PLACEHOLDER}{}{}",
                self.plan.language_prefix(lang),
                self.plan.address(page)
            ),
            url: self.plan.canonical_url(page, lang),
            current: lang == self.lang,
        };
        self.plan.languages().map(alternate).collect()
    }

    fn site_view(&self, page: Page) -> SiteView<'r> {
        let site = self.register.site();
        let contact = site.contact.as_ref();
        // wa.me wants the country's number: 0812… is 62812… in Indonesia.
        let digits = |line: &crate::records::SingleLine| {
            let digits: String = line.as_str().chars().filter(char::is_ascii_digit).collect();
            digits
                .strip_prefix('0')
                .map(|rest| format!("62{rest}"))
                .unwrap_or(digits)
        };
        SiteView {
            title: self.localized(&site.title),
            publisher: self.localized(&site.publisher),
            licence: site.licence.as_str(),
            licence_url: site.licence_url(),
            email: contact
                .and_then(|c| c.email.as_ref())
                .map(crate::records::SingleLine::as_str),
            whatsapp: contact.and_then(|c| c.whatsapp.as_ref()).map(digits),
            contact_page: contact
                .and_then(|c| c.page.as_ref())
                .map(crate::records::Url::as_str),
            home: self.page_href(Page::Home),
            nav: self.nav_links(page),
            pages: self
                .plan
                .markdown_pages()
                .iter()
                .enumerate()
                .map(|(n, _)| self.markdown_page_link(n))
                .collect(),
            districts: self.page_href(Page::Districts),
            stops: self.page_href(Page::Stops(PageNumber::FIRST)),
            corrections: self.page_href(Page::Corrections(PageNumber::FIRST)),
            accessibility: self.page_href(Page::Accessibility),
            data: site.outputs.data.then(|| self.page_href(Page::Data)),
            verify: (self.register.histories().len() > 0).then(|| self.page_href(Page::Verify)),
        }
    }

    fn nav_links(&self, page: Page) -> Vec<NavLink> {
        let way = |key, to: Page, current| NavLink {
            key,
            href: self.page_href(to),
            current,
        };
        let start = PageNumber::FIRST;
        let mut ways = vec![
            way(
                "commitments",
                Page::Commitments(CommitmentList::All, start),
                matches!(page, Page::Commitments(..)),
            ),
            way(
                "districts",
                Page::Districts,
                matches!(
                    page,
                    Page::Districts | Page::District(..) | Page::DistrictNotice(_)
                ),
            ),
            way(
                "offices",
                Page::Offices,
                matches!(page, Page::Offices | Page::Office(..)),
            ),
            way(
                "topics",
                Page::Topics,
                matches!(page, Page::Topics | Page::Topic(..)),
            ),
            way(
                "news",
                Page::FollowUps(start),
                matches!(page, Page::FollowUps(_)),
            ),
        ];
        if self.plan.has_search() {
            ways.push(way(
                "search",
                Page::Search,
                matches!(page, Page::Search | Page::Letter(..)),
            ));
        }
        ways
    }

    /// A page in Markdown, by its title.
    pub(super) fn markdown_page_link(&self, n: usize) -> TextLink<'r> {
        let (lang, page) = self.plan.markdown_pages()[n].version_in(self.lang, self.main_lang);
        let lang = (lang != self.lang).then(|| lang.code());
        TextLink {
            href: self.page_href(Page::Markdown(n)),
            text: LocalizedText {
                text: page.front_matter.title.as_str(),
                lang,
            },
        }
    }
}
