//! What pages are called, and the way down to each: in the words of a record or of the theme.

use super::LocalizedText;
use super::ROOT_PLACEHOLDER;
use super::builder::ViewBuilder;
use crate::plan::{CommitmentList, Page, PageNumber};
use crate::records::Revision;
use crate::register::{HistoryId, StopId};
use serde::Serialize;
use std::borrow::Cow;

/// Words of a record, or of the theme with values for their gaps; the theme puts them together.
#[derive(Clone, Debug, Hash)]
pub enum Title<'r> {
    /// Words of a record, or a name.
    Text(LocalizedText<'r>),
    /// Words of the theme by their key.
    Message(String, Vec<(&'static str, TitleArg<'r>)>),
}

/// What fills a gap in the theme's words.
#[derive(Clone, Debug, Hash)]
pub enum TitleArg<'r> {
    /// A number.
    Number(usize),
    /// A name.
    Name(Cow<'r, str>),
    /// Other words.
    Title(Title<'r>),
}

impl Title<'_> {
    fn from_key(key: &str) -> Self {
        Self::Message(key.to_owned(), Vec::new())
    }
}

/// A page above another.
#[derive(Clone, Debug, Hash)]
pub struct Breadcrumb<'r> {
    /// Relative to the page.
    pub href: String,
    /// The whole address.
    pub url: String,
    /// What it is called.
    pub title: Title<'r>,
}

/// What stands beside a page, each relative to it.
#[derive(Debug, Default, Hash, Serialize)]
pub struct Alternates {
    /// What it says, as data.
    pub json: Option<String>,
    /// The rows of a list, as data.
    pub csv: Option<String>,
    /// What is new, as Atom and as JSON Feed.
    pub feeds: Option<[String; 2]>,
    /// Are they of the whole site?
    pub feeds_are_site_wide: bool,
    /// Deadlines.
    pub calendar: Option<String>,
    /// The citations, without the ends of their names.
    pub citation_files: Option<String>,
    /// The page with a block to quote, and the same for programs.
    pub citation_page: Option<[String; 2]>,
}

impl<'r> ViewBuilder<'r> {
    pub(super) fn page_title(&self, page: Page) -> Title<'r> {
        let (title, part) = match page {
            Page::Home => (Title::from_key("home-heading"), PageNumber::FIRST),
            Page::Stop(id, part) => (self.stop_title(id), part),
            Page::StopNotice(id) => (notice_title(self.stop_title(id)), PageNumber::FIRST),
            Page::Entry(id) => (
                Title::Text(self.localized(self.register.entry(id).title)),
                PageNumber::FIRST,
            ),
            Page::Citation(id) => {
                let entry = Title::Text(self.localized(self.register.entry(id).title));
                (
                    Title::Message(
                        "quote-title".into(),
                        vec![("title", TitleArg::Title(entry))],
                    ),
                    PageNumber::FIRST,
                )
            }
            Page::Commitments(list, part) => (self.list_title(list), part),
            Page::District(id, part) => (
                district_title(self.register.district(id).record.name.as_str()),
                part,
            ),
            Page::DistrictNotice(id) => {
                let name = self.register.district(id).record.name.as_str();
                (notice_title(district_title(name)), PageNumber::FIRST)
            }
            Page::Office(id, part) => (
                Title::Text(self.localized(&self.register.office(id).record.name)),
                part,
            ),
            Page::Topic(id, part) => (
                Title::Text(self.localized(&self.register.topic(id).record.name)),
                part,
            ),
            Page::Letter(letter, part) => {
                let letter = Title::Message(
                    "letter-title".into(),
                    vec![("letter", TitleArg::Name(letter.to_string().into()))],
                );
                (letter, part)
            }
            Page::Markdown(n) => (
                Title::Text(self.markdown_page_link(n).text),
                PageNumber::FIRST,
            ),
            Page::Stops(part) => (Title::from_key("title-stops"), part),
            Page::Corrections(part) => (Title::from_key("title-corrections"), part),
            Page::Revision(id, number) => {
                let revision = self.register.history(id).revision(number);
                let gaps = vec![
                    ("revision", TitleArg::Number(number as usize)),
                    ("title", self.title_at_revision(id, revision)),
                ];
                (Title::Message("past-title".into(), gaps), PageNumber::FIRST)
            }
            Page::History(id, part) => {
                let newest = self.register.history(id).newest_revision();
                (
                    Title::Message(
                        "history-title".into(),
                        vec![("title", self.title_at_revision(id, newest))],
                    ),
                    part,
                )
            }
            Page::Withdrawn(n, _) => {
                let record = self.register.withdrawals()[n].record.as_str();
                (
                    Title::Message(
                        "withdrawn-title".into(),
                        vec![("record", TitleArg::Name(record.into()))],
                    ),
                    PageNumber::FIRST,
                )
            }
            Page::Moved(n, _) => {
                let record = self.register.former_names()[n].0.as_str();
                (
                    Title::Message(
                        "moved-title".into(),
                        vec![("record", TitleArg::Name(record.into()))],
                    ),
                    PageNumber::FIRST,
                )
            }
            Page::FollowUps(part) => (Title::from_key("title-news"), part),
            other => (
                Title::Message(format!("title-{}", other.template_name()), Vec::new()),
                PageNumber::FIRST,
            ),
        };
        if part == PageNumber::FIRST {
            return title;
        }
        Title::Message(
            "part-of".into(),
            vec![
                ("title", TitleArg::Title(title)),
                ("part", TitleArg::Number(part.0 + 1)),
            ],
        )
    }

    pub(super) fn stop_title(&self, id: StopId) -> Title<'r> {
        let stop = self.register.stop(id);
        let number = TitleArg::Number(stop.number() as usize);
        let district = TitleArg::Name(
            self.register
                .district(stop.district)
                .record
                .name
                .as_str()
                .into(),
        );
        Title::Message(
            "stop-name".into(),
            vec![("number", number), ("district", district)],
        )
    }

    /// What a record was called in a revision: its title, a stop's name; else its name in the log.
    fn title_at_revision(&self, id: HistoryId, revision: &Revision) -> TitleArg<'r> {
        let stop = revision
            .body
            .as_ref()
            .and_then(|body| body.get("stop").filter(|_| body["kind"] == "stop"));
        let number = stop
            .and_then(|stop| stop["number"].as_u64())
            .and_then(|n| usize::try_from(n).ok());
        // A kecamatan's name is in no language.
        let named = |key: &str| {
            revision
                .body
                .as_ref()?
                .pointer(&format!("/names/district/{key}"))?
                .as_str()
        };
        let district = stop
            .and_then(|stop| stop["district"].as_str())
            .map(|key| named(key).unwrap_or(key).to_owned());
        match (
            self.last_recorded_title(id, revision.revision),
            number,
            district,
        ) {
            (Some(title), ..) => TitleArg::Name(title.text),
            (None, Some(number), Some(district)) => {
                let gaps = vec![
                    ("number", TitleArg::Number(number)),
                    ("district", TitleArg::Name(district.into())),
                ];
                TitleArg::Title(Title::Message("stop-name".into(), gaps))
            }
            _ => TitleArg::Name(self.register.history(id).record.into()),
        }
    }

    fn list_title(&self, list: CommitmentList) -> Title<'r> {
        let of = match (list, self.list_subject(list)) {
            (CommitmentList::All, _) => return Title::from_key("commitments-title"),
            (_, Some(link)) => Title::Text(link.text),
            (_, None) => Title::Message(super::list::list_message_key(list), Vec::new()),
        };
        Title::Message("commitments-of".into(), vec![("list", TitleArg::Title(of))])
    }

    /// The pages above one, from the first page's down to its own list.
    pub(super) fn breadcrumbs(&self, page: Page) -> Vec<Breadcrumb<'r>> {
        let above = |page: Page, title: Title<'r>| Breadcrumb {
            href: self.page_href(page),
            url: self.plan.canonical_url(page, self.lang),
            title,
        };
        let way = |page: Page, key: &str| above(page, Title::from_key(key));
        match page {
            Page::Commitments(list, _) if list != CommitmentList::All => {
                vec![way(
                    Page::Commitments(CommitmentList::All, PageNumber::FIRST),
                    "nav-commitments",
                )]
            }
            Page::District(..) => vec![way(Page::Districts, "nav-districts")],
            Page::Office(..) => vec![way(Page::Offices, "nav-offices")],
            Page::Topic(..) => vec![way(Page::Topics, "nav-topics")],
            Page::Letter(..) => vec![way(Page::Search, "title-search")],
            Page::DataDictionary | Page::RecordFormat => vec![way(Page::Data, "title-data")],
            Page::Stop(id, _) => {
                let district = self.register.stop(id).district;
                let name = super::builder::untranslated_name(
                    &self.register.district(district).record.name,
                );
                let district = above(
                    Page::District(district, PageNumber::FIRST),
                    Title::Text(name),
                );
                vec![way(Page::Districts, "nav-districts"), district]
            }
            Page::Entry(id) => {
                let stop = self.register.entry(id).stop;
                vec![above(
                    Page::Stop(stop, PageNumber::FIRST),
                    self.stop_title(stop),
                )]
            }
            Page::Revision(id, _) | Page::History(id, _) => {
                let page = self.plan.page_for_record(self.register.history(id).record);
                let Some(page) =
                    page.filter(|p| !matches!(p, Page::Withdrawn(..) | Page::Moved(..)))
                else {
                    return Vec::new();
                };
                let mut crumbs = self.breadcrumbs(page);
                crumbs.push(above(page, self.page_title(page)));
                crumbs
            }
            Page::Verify if self.register.site().outputs.data => {
                vec![way(Page::Data, "title-data")]
            }
            Page::Citation(id) => {
                let mut crumbs = self.breadcrumbs(Page::Entry(id));
                crumbs.push(above(Page::Entry(id), self.page_title(Page::Entry(id))));
                crumbs
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn alternates(&self, page: Page) -> Alternates {
        use crate::plan::alternates::{CALENDAR_FILE, FEED_FILES, OEMBED_FILE};
        let near = |path: String| ROOT_PLACEHOLDER.to_owned() + &path;
        let file = |page: Page, name: &str| near(self.plan.alternate_path(page, self.lang, name));
        Alternates {
            json: self.plan.page_json_path(page).map(near),
            csv: self.plan.list_csv_path(page).map(near),
            feeds: self
                .plan
                .feed_page(page)
                .map(|page| FEED_FILES.map(|name| file(page, name))),
            feeds_are_site_wide: page != Page::Home
                && self.plan.feed_page(page) == Some(Page::Home),
            calendar: self
                .plan
                .calendar_page(page)
                .map(|page| file(page, CALENDAR_FILE)),
            citation_files: self.plan.has_citations(page).then(|| file(page, "kutip")),
            citation_page: match page {
                Page::Entry(id) if self.plan.has_citations(page) => Some([
                    self.page_href(Page::Citation(id)),
                    file(Page::Citation(id), OEMBED_FILE),
                ]),
                _ => None,
            },
        }
    }
}

fn notice_title(name: Title<'_>) -> Title<'_> {
    Title::Message("notice-title".into(), vec![("name", TitleArg::Title(name))])
}

fn district_title(name: &str) -> Title<'_> {
    Title::Message(
        "district-title".into(),
        vec![("name", TitleArg::Name(name.into()))],
    )
}
