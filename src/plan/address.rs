//! Addresses: made from keys, never from titles, the same in every language (site.md, "Addresses").

use super::{CommitmentList, Letter, PageNumber, Plan, RecordPage};
use crate::records::Lang;
use crate::register::{DistrictId, EntryId, HistoryId, OfficeId, StopId, TopicId};

/// The preview card beside a page.
pub const SOCIAL_CARD: &str = "kartu.png";

/// A page, in whatever language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Page {
    /// Where things stand.
    Home,
    /// Every stop.
    Stops(PageNumber),
    /// A stop.
    Stop(StopId, PageNumber),
    /// What is printed of a stop for the village hall.
    StopNotice(StopId),
    /// An aspiration or announcement.
    Entry(EntryId),
    /// The same as a block to quote.
    Citation(EntryId),
    /// Commitments, all or of one kind.
    Commitments(CommitmentList, PageNumber),
    /// All kecamatan.
    Districts,
    /// A kecamatan.
    District(DistrictId, PageNumber),
    /// What is printed of a kecamatan for the village hall.
    DistrictNotice(DistrictId),
    /// All offices.
    Offices,
    /// An office.
    Office(OfficeId, PageNumber),
    /// All topics.
    Topics,
    /// A topic.
    Topic(TopicId, PageNumber),
    /// All follow-ups.
    FollowUps(PageNumber),
    /// Corrections.
    Corrections(PageNumber),
    /// Downloads.
    Data,
    /// The columns of the downloads.
    DataDictionary,
    /// The fields of the records, as the office writes them.
    RecordFormat,
    /// Search, and the index from A to Z.
    Search,
    /// Titles that start with a letter.
    Letter(Letter, PageNumber),
    /// A page in Markdown, by its place in the plan.
    Markdown(usize),
    /// A revision of a record as it stood, by its number.
    Revision(HistoryId, u32),
    /// Every revision of a record.
    History(HistoryId, PageNumber),
    /// What stands where a record was withdrawn.
    Withdrawn(usize, RecordPage),
    /// What stands where a record was before it got another name.
    Moved(usize, RecordPage),
    /// How to check that nothing was changed in silence.
    Verify,
    /// How far everybody can use the site.
    Accessibility,
    /// What is shown where there is no page.
    NotFound,
}

impl Page {
    /// The page of which it is the block to quote.
    pub fn cited_entry(self) -> Option<Self> {
        if let Self::Citation(id) = self {
            Some(Self::Entry(id))
        } else {
            None
        }
    }

    /// The page whose preview card it shows: its own, that of its first part, or the home page's.
    #[must_use]
    pub fn card_page(self) -> Self {
        match self {
            Self::Entry(_) => self,
            Self::Citation(id) => Self::Entry(id),
            Self::Stop(id, _) | Self::StopNotice(id) => Self::Stop(id, PageNumber::FIRST),
            Self::District(id, _) | Self::DistrictNotice(id) => {
                Self::District(id, PageNumber::FIRST)
            }
            Self::Office(id, _) => Self::Office(id, PageNumber::FIRST),
            _ => Self::Home,
        }
    }
}

impl Plan<'_> {
    /// A page's address without language and leading slash: empty for home, `6/studi-banding/`, `404.html`.
    pub fn address(&self, page: Page) -> String {
        let register = self.register;
        match page {
            Page::Home => String::new(),
            Page::Stops(part) => format!("perhentian/{}", part.path_suffix()),
            Page::Stop(id, PageNumber::FIRST) => format!("{}/", register.stop(id).number()),
            // An aspiration's key can be a number.
            Page::Stop(id, part) => format!(
                "{}/bagian/{}",
                register.stop(id).number(),
                part.path_suffix()
            ),
            Page::StopNotice(id) => format!("{}/cetak/", register.stop(id).number()),
            Page::Entry(id) => {
                let entry = register.entry(id);
                format!("{}/{}/", register.stop(entry.stop).number(), entry.id)
            }
            Page::Citation(id) => self.address(Page::Entry(id)) + "kutip/",
            Page::Commitments(list, part) => {
                format!("komitmen/{}{}", list.slug(register), part.path_suffix())
            }
            Page::Districts => "kecamatan/".into(),
            Page::District(id, part) => {
                format!(
                    "kecamatan/{}/{}",
                    register.district(id).record.key,
                    part.path_suffix()
                )
            }
            Page::DistrictNotice(id) => {
                format!("kecamatan/{}/cetak/", register.district(id).record.key)
            }
            Page::Offices => "opd/".into(),
            Page::Office(id, part) => format!(
                "opd/{}/{}",
                register.office(id).record.key,
                part.path_suffix()
            ),
            Page::Topics => "topik/".into(),
            Page::Topic(id, part) => format!(
                "topik/{}/{}",
                register.topic(id).record.key,
                part.path_suffix()
            ),
            Page::FollowUps(part) => format!("tindak-lanjut/{}", part.path_suffix()),
            Page::Corrections(part) => format!("koreksi/{}", part.path_suffix()),
            Page::Data => "data/".into(),
            Page::DataDictionary => "data/kamus/".into(),
            Page::RecordFormat => "data/catatan/".into(),
            Page::Search => "cari/".into(),
            Page::Letter(letter, part) => format!("cari/{}/{}", letter.slug(), part.path_suffix()),
            Page::Markdown(n) => format!("{}/", self.markdown_pages[n].key),
            Page::Revision(id, number) => format!("{}/r{number}/", register.history(id).record),
            Page::History(id, part) => format!(
                "{}/riwayat/{}",
                register.history(id).record,
                part.path_suffix()
            ),
            Page::Withdrawn(n, below) => format!(
                "{}/{}",
                register.withdrawals()[n].record,
                below.path_suffix()
            ),
            Page::Moved(n, below) => {
                format!("{}/{}", register.former_names()[n].0, below.path_suffix())
            }
            Page::Verify => "data/periksa/".into(),
            Page::Accessibility => "aksesibilitas/".into(),
            Page::NotFound => "404.html".into(),
        }
    }

    /// What stands before the addresses of a language: nothing for the main one, `en/` for English.
    pub fn language_prefix(&self, lang: Lang) -> String {
        if lang == self.register.main_language() {
            String::new()
        } else {
            format!("{}/", lang.code())
        }
    }

    /// The file of a page in a language: `en/6/studi-banding/index.html`.
    pub fn output_path(&self, page: Page, lang: Lang) -> String {
        let address = self.language_prefix(lang) + &self.address(page);
        if page == Page::NotFound {
            address
        } else {
            address + "index.html"
        }
    }

    /// The page at an address that may start with a language: `en/6/studi-banding/`.
    pub fn resolve_path(&self, address: &str) -> Option<(Page, Lang)> {
        let below = |lang: Lang| {
            Some((
                self.page_at(address.strip_prefix(&self.language_prefix(lang))?)?,
                lang,
            ))
        };
        self.languages().find_map(below)
    }

    /// The whole address of a page in a language, `https://` and all.
    pub fn canonical_url(&self, page: Page, lang: Lang) -> String {
        format!(
            "{}{}{}",
            self.register.site().base_url.as_str(),
            self.language_prefix(lang),
            self.address(page)
        )
    }

    /// The preview card that a page shows, below the site's root: `6/studi-banding/kartu.png`.
    pub fn card_path(&self, page: Page, lang: Lang) -> String {
        format!(
            "{}{}{SOCIAL_CARD}",
            self.language_prefix(lang),
            self.address(page.card_page())
        )
    }

    /// What leads from a page to the site's root: `../../`, `./`; for the page of lost visitors, which is shown at any
    /// address, the path of the site on its host.
    pub fn root_path(&self, page: Page, lang: Lang) -> String {
        if page == Page::NotFound {
            return self.register.site().base_url.path().to_owned();
        }
        match (self.language_prefix(lang) + &self.address(page))
            .matches('/')
            .count()
        {
            0 => "./".into(),
            depth => "../".repeat(depth),
        }
    }
}
