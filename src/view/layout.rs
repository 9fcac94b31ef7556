//! The frame around every page: what it is, in which language, of what day, and the ways on from it.

use super::ROOT;
use super::builder::Maker;
use super::{Beside, Body, Crumb, Link, Phrase, Wording};
use crate::plan::{CommitmentList, Page, PageNumber};
use crate::records::Lang;
use serde::Serialize;

/// A page, ready to be rendered: the templates' variables.
#[derive(Debug, Hash, Serialize)]
pub struct View<'r> {
    /// The kind of page.
    pub kind: &'static str,
    /// The page's language.
    pub lang: &'static str,
    /// What stands for the way to the site's root: [`super::ROOT`].
    pub root: &'static str,
    /// That way: `../../`.
    #[serde(skip)]
    pub way: String,
    /// What leads to the root of the page's language; links in Markdown start here.
    pub links: String,
    /// The page's whole address.
    pub canonical: String,
    /// The whole address of the preview card, if there are cards.
    pub card: Option<String>,
    /// The page in each language.
    pub languages: Vec<Alternate>,
    /// The day on which all of it holds.
    pub day: String,
    /// Are records shown that are held back?
    pub drafts: bool,
    /// The site; the same on many pages.
    #[serde(skip)]
    pub site: SiteView<'r>,
    /// What the page is called.
    #[serde(skip)]
    pub title: Wording<'r>,
    /// What it is called in the site's other languages, each with publisher, site and address.
    #[serde(skip)]
    pub others: Vec<Other<'r>>,
    /// The pages above it, from the first page's down.
    #[serde(skip)]
    pub crumbs: Vec<Crumb<'r>>,
    /// The site's address.
    #[serde(skip)]
    pub base: &'r str,
    /// Is it to be cited?
    pub citable: bool,
    /// Its reference, of records, with the revision it shows.
    pub reference: Option<String>,
    /// The whole address by which it is cited: its own, or that of the revision it shows.
    pub cited_url: String,
    /// Its revision, of records, once there are releases.
    pub revision: Option<RevisionMark>,
    /// What stands beside it.
    pub beside: Beside,
    /// What the page shows.
    pub page: Body<'r>,
}

/// The revision of the record that a page shows.
#[derive(Debug, Hash, Serialize)]
pub struct RevisionMark {
    /// The newest one; none if the record was never released.
    pub number: Option<u32>,
    /// The day of its release.
    pub day: Option<String>,
    /// As it stood.
    pub href: Option<String>,
    /// The record's history.
    pub history: Option<String>,
    /// Does the page say what no release has yet?
    pub changed: bool,
}

/// The page in another language, to be cited.
#[derive(Debug, Hash)]
pub struct Other<'r> {
    /// The language.
    pub lang: Lang,
    /// What the page is called.
    pub title: Wording<'r>,
    /// Who publishes the site.
    pub publisher: &'r str,
    /// The site.
    pub site: &'r str,
    /// The whole address.
    pub url: String,
}

/// The page in a language.
#[derive(Debug, Hash, Serialize)]
pub struct Alternate {
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
    pub title: Phrase<'r>,
    /// Who publishes it.
    pub publisher: Phrase<'r>,
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
    pub nav: Vec<Way>,
    /// The pages in Markdown.
    pub pages: Vec<Link<'r>>,
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
pub struct Way {
    /// The key of its words.
    pub key: &'static str,
    /// Relative to the page.
    pub href: String,
    /// Is this page the way's end, or below it?
    pub current: bool,
}

impl<'r> Maker<'r> {
    pub(super) fn frame(&self, page: Page, body: Body<'r>) -> View<'r> {
        let site = self.register.site();
        View {
            kind: page.template(),
            lang: self.lang.code(),
            root: ROOT,
            way: self.plan.root_path(page, self.lang),
            links: format!("{ROOT}{}", self.prefix),
            canonical: self.plan.canonical_url(page, self.lang),
            card: site.outputs.cards.then(|| site.base_url.as_str().to_owned() + &self.plan.card_path(page, self.lang)),
            languages: self.alternates(page),
            day: self.register.day().to_string(),
            drafts: self.register.includes_drafts(),
            site: self.site(page),
            title: self.title(page),
            others: if page.is_citable() { self.others(page) } else { Vec::new() },
            crumbs: self.crumbs(page),
            base: site.base_url.as_str(),
            citable: page.is_citable(),
            reference: self.plan.cited_reference(page),
            cited_url: self.plan.cited_url(page, self.lang),
            revision: self.revision_mark(page),
            beside: self.beside(page),
            page: body,
        }
    }

    fn revision_mark(&self, page: Page) -> Option<RevisionMark> {
        self.plan.record_name(page)?;
        if self.register.histories().len() == 0 {
            return None;
        }
        let Some(id) = self.plan.page_history(page) else {
            return Some(RevisionMark { number: None, day: None, href: None, history: None, changed: true });
        };
        let history = self.register.history(id);
        let newest = history.newest_revision();
        Some(RevisionMark {
            number: Some(newest.revision),
            day: Some(newest.release.to_string()),
            href: Some(self.href(Page::Revision(id, newest.revision))),
            history: Some(self.href(Page::History(id, PageNumber::FIRST))),
            changed: history.has_unreleased_change,
        })
    }

    fn others(&self, page: Page) -> Vec<Other<'r>> {
        let site = self.register.site();
        let other = |lang| Other {
            lang,
            title: self.plan.title(page, lang),
            publisher: site.publisher.in_language(lang, self.main).0,
            site: site.title.in_language(lang, self.main).0,
            url: self.plan.cited_url(page, lang),
        };
        self.plan.languages().filter(|lang| *lang != self.lang).map(other).collect()
    }

    fn alternates(&self, page: Page) -> Vec<Alternate> {
        let alternate = |lang| Alternate {
            lang: crate::records::Lang::code(lang),
            href: format!("{ROOT}{}{}", self.plan.language_prefix(lang), self.plan.address(page)),
            url: self.plan.canonical_url(page, lang),
            current: lang == self.lang,
        };
        self.plan.languages().map(alternate).collect()
    }

    fn site(&self, page: Page) -> SiteView<'r> {
        let site = self.register.site();
        let contact = site.contact.as_ref();
        // wa.me wants the country's number: 0812… is 62812… in Indonesia.
        let digits = |line: &crate::records::SingleLine| {
            let digits: String = line.as_str().chars().filter(char::is_ascii_digit).collect();
            digits.strip_prefix('0').map(|rest| format!("62{rest}")).unwrap_or(digits)
        };
        SiteView {
            title: self.phrase(&site.title),
            publisher: self.phrase(&site.publisher),
            licence: site.licence.as_str(),
            licence_url: site.licence_url(),
            email: contact.and_then(|c| c.email.as_ref()).map(crate::records::SingleLine::as_str),
            whatsapp: contact.and_then(|c| c.whatsapp.as_ref()).map(digits),
            contact_page: contact.and_then(|c| c.page.as_ref()).map(crate::records::Url::as_str),
            home: self.href(Page::Home),
            nav: self.ways(page),
            pages: self.plan.markdown_pages().iter().enumerate().map(|(n, _)| self.prose_link(n)).collect(),
            districts: self.href(Page::Districts),
            stops: self.href(Page::Stops(PageNumber::FIRST)),
            corrections: self.href(Page::Corrections(PageNumber::FIRST)),
            accessibility: self.href(Page::Accessibility),
            data: site.outputs.data.then(|| self.href(Page::Data)),
            verify: (self.register.histories().len() > 0).then(|| self.href(Page::Verify)),
        }
    }

    fn ways(&self, page: Page) -> Vec<Way> {
        let way = |key, to: Page, current| Way { key, href: self.href(to), current };
        let start = PageNumber::FIRST;
        let mut ways = vec![
            way("commitments", Page::Commitments(CommitmentList::All, start), matches!(page, Page::Commitments(..))),
            way(
                "districts",
                Page::Districts,
                matches!(page, Page::Districts | Page::District(..) | Page::DistrictNotice(_)),
            ),
            way("offices", Page::Offices, matches!(page, Page::Offices | Page::Office(..))),
            way("topics", Page::Topics, matches!(page, Page::Topics | Page::Topic(..))),
            way("news", Page::FollowUps(start), matches!(page, Page::FollowUps(_))),
        ];
        if self.plan.has_search() {
            ways.push(way("search", Page::Search, matches!(page, Page::Search | Page::Letter(..))));
        }
        ways
    }

    /// A page in Markdown, by its title.
    pub(super) fn prose_link(&self, n: usize) -> Link<'r> {
        let (lang, page) = self.plan.markdown_pages()[n].version_in(self.lang, self.main);
        let lang = (lang != self.lang).then(|| lang.code());
        Link { href: self.href(Page::Markdown(n)), text: Phrase { text: page.front_matter.title.as_str(), lang } }
    }
}
