//! Addresses of pages. They are made from keys, never from titles, so that a corrected title breaks
//! no link; they are the same in every language, below the language's prefix.

use super::page::Page;
use super::pagination::PageNumber;
use super::site_plan::Plan;
use crate::records::Lang;

/// The file of the social card beside a page.
pub const SOCIAL_CARD: &str = "kartu.png";

impl Plan<'_> {
    /// A page's address without language and leading slash: empty for home, `6/studi-banding/`,
    /// `404.html`.
    pub fn address(&self, page: Page) -> String {
        let register = self.register;
        let stop_number = |id| register.stop(id).number();
        let district_key = |id| &register.district(id).record.key;
        // Empty for the first page of a list, so that its address stays when the list grows.
        let suffix = page.number().path_suffix();
        match page {
            Page::Home => String::new(),
            Page::Stops(_) => format!("kunjungan/{suffix}"),
            Page::Stop(id, PageNumber::FIRST) => format!("{}/", stop_number(id)),
            // `6/2/` may be an aspiration: its key can be a number. Hence `bagian/` before page
            // numbers.
            Page::Stop(id, _) => format!("{}/bagian/{suffix}", stop_number(id)),
            Page::StopNotice(id) => format!("{}/cetak/", stop_number(id)),
            Page::Entry(id) => {
                let entry = register.entry(id);
                format!("{}/{}/", stop_number(entry.stop), entry.id)
            }
            Page::EntryCitation(id) => self.address(Page::Entry(id)) + "kutip/",
            Page::StopCitation(id) => format!("{}/kutip/", stop_number(id)),
            Page::Commitments(list, _) => format!("komitmen/{}{suffix}", list.slug(register)),
            Page::Districts => "kecamatan/".into(),
            Page::District(id, _) => format!("kecamatan/{}/{suffix}", district_key(id)),
            Page::DistrictNotice(id) => format!("kecamatan/{}/cetak/", district_key(id)),
            Page::Offices => "opd/".into(),
            Page::Office(id, _) => format!("opd/{}/{suffix}", register.office(id).record.key),
            Page::Topics => "topik/".into(),
            Page::Topic(id, _) => format!("topik/{}/{suffix}", register.topic(id).record.key),
            Page::FollowUps(_) => format!("kabar/{suffix}"),
            Page::Corrections(_) => format!("koreksi/{suffix}"),
            Page::Data => "data/".into(),
            Page::DataDictionary => "data/kamus/".into(),
            Page::RecordFormat => "data/catatan/".into(),
            Page::Search => "cari/".into(),
            Page::TitleIndex(_) => format!("cari/indeks/{suffix}"),
            Page::Markdown(index) => format!("{}/", self.markdown_pages[index].key),
            Page::Revision(id, revision) => {
                format!("{}/r{revision}/", register.history(id).record)
            }
            Page::History(id, _) => format!("{}/riwayat/{suffix}", register.history(id).record),
            Page::Withdrawn(index, below) => {
                let record = &register.withdrawals()[index].record;
                format!("{record}/{}", below.path_suffix())
            }
            Page::Moved(index, below) => {
                let (former_name, _) = &register.published_former_names()[index];
                format!("{former_name}/{}", below.path_suffix())
            }
            Page::Verify => "data/periksa/".into(),
            Page::Accessibility => "aksesibilitas/".into(),
            // A file and no folder: web servers look for it under this name.
            Page::NotFound => "404.html".into(),
        }
    }

    /// The prefix of a language's addresses: empty for the main one, `en/` for English.
    pub fn language_prefix(&self, lang: Lang) -> String {
        if lang == self.register.main_language() {
            String::new()
        } else {
            format!("{}/", lang.code())
        }
    }

    /// A page's path below the site's root: `en/6/studi-banding/`.
    fn page_path(&self, page: Page, lang: Lang) -> String {
        self.language_prefix(lang) + &self.address(page)
    }

    /// The file of a page in a language: `en/6/studi-banding/index.html`.
    pub fn output_path(&self, page: Page, lang: Lang) -> String {
        let path = self.page_path(page, lang);
        if page == Page::NotFound {
            path
        } else {
            path + "index.html"
        }
    }

    /// The page and language at a path: `en/6/studi-banding/`. Returns `None` if there is no page.
    pub fn resolve_path(&self, path: &str) -> Option<(Page, Lang)> {
        // The main language's prefix is empty, so that `en/6/` is looked up whole first; no address
        // starts so.
        for lang in self.languages() {
            let address = path.strip_prefix(&self.language_prefix(lang));
            if let Some(page) = address.and_then(|address| self.page_at(address)) {
                return Some((page, lang));
            }
        }
        None
    }

    /// The absolute address of a page in a language, with scheme and host.
    pub fn canonical_url(&self, page: Page, lang: Lang) -> String {
        self.register.site().base_url.as_str().to_owned() + &self.page_path(page, lang)
    }

    /// The social card that a page shows, below the site's root: `6/studi-banding/kartu.png`.
    pub fn card_path(&self, page: Page, lang: Lang) -> String {
        self.page_path(self.card_page(page), lang) + SOCIAL_CARD
    }

    /// The page whose social card a page shows: its own, that of its list's first page, or the home
    /// page's.
    pub fn card_page(&self, page: Page) -> Page {
        match page.cited_page().unwrap_or(page).first_page() {
            Page::StopNotice(id) => Page::Stop(id, PageNumber::FIRST),
            own @ (Page::Entry(_) | Page::Stop(..) | Page::Office(..)) => own,
            Page::District(id, _) | Page::DistrictNotice(id)
                if !self.register.district(id).stops.is_empty() =>
            {
                Page::District(id, PageNumber::FIRST)
            }
            _ => Page::Home,
        }
    }

    /// The relative path from a page to the site's root: `../../`, `./`. The error page is served
    /// at any address, so that it gets the absolute path of the site on its host.
    pub fn root_path(&self, page: Page, lang: Lang) -> String {
        if page == Page::NotFound {
            return self.register.site().base_url.path().to_owned();
        }
        match self.page_path(page, lang).matches('/').count() {
            0 => "./".into(),
            depth => "../".repeat(depth),
        }
    }
}
