//! What pages are called, and the way down to each: in the words of a record or of the theme.

use super::Phrase;
use super::ROOT;
use super::builder::Maker;
use crate::plan::{CommitmentList, Page, PageNumber};
use crate::records::Revision;
use crate::register::{HistoryId, StopId};
use serde::Serialize;
use std::borrow::Cow;

/// Words of a record, or of the theme with values for their gaps; the theme puts them together.
#[derive(Clone, Debug, Hash)]
pub enum Wording<'r> {
    /// Words of a record, or a name.
    Said(Phrase<'r>),
    /// Words of the theme by their key.
    Theme(String, Vec<(&'static str, Fill<'r>)>),
}

/// What fills a gap in the theme's words.
#[derive(Clone, Debug, Hash)]
pub enum Fill<'r> {
    /// A number.
    Number(usize),
    /// A name.
    Name(Cow<'r, str>),
    /// Other words.
    Wording(Wording<'r>),
}

impl Wording<'_> {
    fn key(key: &str) -> Self {
        Self::Theme(key.to_owned(), Vec::new())
    }
}

/// A page above another.
#[derive(Clone, Debug, Hash)]
pub struct Crumb<'r> {
    /// Relative to the page.
    pub href: String,
    /// The whole address.
    pub url: String,
    /// What it is called.
    pub title: Wording<'r>,
}

/// What stands beside a page, each relative to it.
#[derive(Debug, Default, Hash, Serialize)]
pub struct Beside {
    /// What it says, as data.
    pub json: Option<String>,
    /// The rows of a list, as data.
    pub csv: Option<String>,
    /// What is new, as Atom and as JSON Feed.
    pub feeds: Option<[String; 2]>,
    /// Are they of the whole site?
    pub whole: bool,
    /// Deadlines.
    pub calendar: Option<String>,
    /// The citations, without the ends of their names.
    pub citations: Option<String>,
    /// The page with a block to quote, and the same for programs.
    pub quote: Option<[String; 2]>,
}

impl<'r> Maker<'r> {
    pub(super) fn title(&self, page: Page) -> Wording<'r> {
        let (title, part) = match page {
            Page::Home => (Wording::key("home-heading"), PageNumber::FIRST),
            Page::Stop(id, part) => (self.stop_title(id), part),
            Page::StopNotice(id) => (notice(self.stop_title(id)), PageNumber::FIRST),
            Page::Entry(id) => (Wording::Said(self.phrase(self.register.entry(id).title)), PageNumber::FIRST),
            Page::Citation(id) => {
                let entry = Wording::Said(self.phrase(self.register.entry(id).title));
                (Wording::Theme("quote-title".into(), vec![("title", Fill::Wording(entry))]), PageNumber::FIRST)
            }
            Page::Commitments(list, part) => (self.list_title(list), part),
            Page::District(id, part) => (district_title(self.register.district(id).record.name.as_str()), part),
            Page::DistrictNotice(id) => {
                let name = self.register.district(id).record.name.as_str();
                (notice(district_title(name)), PageNumber::FIRST)
            }
            Page::Office(id, part) => (Wording::Said(self.phrase(&self.register.office(id).record.name)), part),
            Page::Topic(id, part) => (Wording::Said(self.phrase(&self.register.topic(id).record.name)), part),
            Page::Letter(letter, part) => {
                let letter =
                    Wording::Theme("letter-title".into(), vec![("letter", Fill::Name(letter.to_string().into()))]);
                (letter, part)
            }
            Page::Markdown(n) => (Wording::Said(self.prose_link(n).text), PageNumber::FIRST),
            Page::Stops(part) => (Wording::key("title-stops"), part),
            Page::Corrections(part) => (Wording::key("title-corrections"), part),
            Page::Revision(id, number) => {
                let revision = self.register.history(id).revision(number);
                let gaps = vec![("revision", Fill::Number(number as usize)), ("title", self.called(id, revision))];
                (Wording::Theme("past-title".into(), gaps), PageNumber::FIRST)
            }
            Page::History(id, part) => {
                let newest = self.register.history(id).newest_revision();
                (Wording::Theme("history-title".into(), vec![("title", self.called(id, newest))]), part)
            }
            Page::Withdrawn(n, _) => {
                let record = self.register.withdrawals()[n].record.as_str();
                (
                    Wording::Theme("withdrawn-title".into(), vec![("record", Fill::Name(record.into()))]),
                    PageNumber::FIRST,
                )
            }
            Page::Moved(n, _) => {
                let record = self.register.former_names()[n].0.as_str();
                (Wording::Theme("moved-title".into(), vec![("record", Fill::Name(record.into()))]), PageNumber::FIRST)
            }
            Page::FollowUps(part) => (Wording::key("title-news"), part),
            other => (Wording::Theme(format!("title-{}", other.template()), Vec::new()), PageNumber::FIRST),
        };
        if part == PageNumber::FIRST {
            return title;
        }
        Wording::Theme("part-of".into(), vec![("title", Fill::Wording(title)), ("part", Fill::Number(part.0 + 1))])
    }

    pub(super) fn stop_title(&self, id: StopId) -> Wording<'r> {
        let stop = self.register.stop(id);
        let number = Fill::Number(stop.number() as usize);
        let district = Fill::Name(self.register.district(stop.district).record.name.as_str().into());
        Wording::Theme("stop-name".into(), vec![("number", number), ("district", district)])
    }

    /// What a record was called in a revision: its title, a stop's name; else its name in the log.
    fn called(&self, id: HistoryId, revision: &Revision) -> Fill<'r> {
        let stop = revision.body.as_ref().and_then(|body| body.get("stop").filter(|_| body["kind"] == "stop"));
        let number = stop.and_then(|stop| stop["number"].as_u64()).and_then(|n| usize::try_from(n).ok());
        // A kecamatan's name is in no language.
        let named = |key: &str| revision.body.as_ref()?.pointer(&format!("/names/district/{key}"))?.as_str();
        let district = stop.and_then(|stop| stop["district"].as_str()).map(|key| named(key).unwrap_or(key).to_owned());
        match (self.last_title(id, revision.revision), number, district) {
            (Some(title), ..) => Fill::Name(title.text),
            (None, Some(number), Some(district)) => {
                let gaps = vec![("number", Fill::Number(number)), ("district", Fill::Name(district.into()))];
                Fill::Wording(Wording::Theme("stop-name".into(), gaps))
            }
            _ => Fill::Name(self.register.history(id).record.into()),
        }
    }

    fn list_title(&self, list: CommitmentList) -> Wording<'r> {
        let of = match (list, self.list_of(list)) {
            (CommitmentList::All, _) => return Wording::key("commitments-title"),
            (_, Some(link)) => Wording::Said(link.text),
            (_, None) => Wording::Theme(super::list::words(list), Vec::new()),
        };
        Wording::Theme("commitments-of".into(), vec![("list", Fill::Wording(of))])
    }

    /// The pages above one, from the first page's down to its own list.
    pub(super) fn crumbs(&self, page: Page) -> Vec<Crumb<'r>> {
        let above = |page: Page, title: Wording<'r>| Crumb {
            href: self.href(page),
            url: self.plan.canonical_url(page, self.lang),
            title,
        };
        let way = |page: Page, key: &str| above(page, Wording::key(key));
        match page {
            Page::Commitments(list, _) if list != CommitmentList::All => {
                vec![way(Page::Commitments(CommitmentList::All, PageNumber::FIRST), "nav-commitments")]
            }
            Page::District(..) => vec![way(Page::Districts, "nav-districts")],
            Page::Office(..) => vec![way(Page::Offices, "nav-offices")],
            Page::Topic(..) => vec![way(Page::Topics, "nav-topics")],
            Page::Letter(..) => vec![way(Page::Search, "title-search")],
            Page::DataDictionary | Page::RecordFormat => vec![way(Page::Data, "title-data")],
            Page::Stop(id, _) => {
                let district = self.register.stop(id).district;
                let name = super::builder::name(&self.register.district(district).record.name);
                let district = above(Page::District(district, PageNumber::FIRST), Wording::Said(name));
                vec![way(Page::Districts, "nav-districts"), district]
            }
            Page::Entry(id) => {
                let stop = self.register.entry(id).stop;
                vec![above(Page::Stop(stop, PageNumber::FIRST), self.stop_title(stop))]
            }
            Page::Revision(id, _) | Page::History(id, _) => {
                let page = self.plan.page_for_record(self.register.history(id).record);
                let Some(page) = page.filter(|p| !matches!(p, Page::Withdrawn(..) | Page::Moved(..))) else {
                    return Vec::new();
                };
                let mut crumbs = self.crumbs(page);
                crumbs.push(above(page, self.title(page)));
                crumbs
            }
            Page::Verify if self.register.site().outputs.data => vec![way(Page::Data, "title-data")],
            Page::Citation(id) => {
                let mut crumbs = self.crumbs(Page::Entry(id));
                crumbs.push(above(Page::Entry(id), self.title(Page::Entry(id))));
                crumbs
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn beside(&self, page: Page) -> Beside {
        use crate::plan::alternates::{CALENDAR_FILE, FEED_FILES, OEMBED_FILE};
        let near = |path: String| ROOT.to_owned() + &path;
        let file = |page: Page, name: &str| near(self.plan.alternate_path(page, self.lang, name));
        Beside {
            json: self.plan.page_json_path(page).map(near),
            csv: self.plan.list_csv_path(page).map(near),
            feeds: self.plan.feed_page(page).map(|page| FEED_FILES.map(|name| file(page, name))),
            whole: page != Page::Home && self.plan.feed_page(page) == Some(Page::Home),
            calendar: self.plan.calendar_page(page).map(|page| file(page, CALENDAR_FILE)),
            citations: self.plan.has_citations(page).then(|| file(page, "kutip")),
            quote: match page {
                Page::Entry(id) if self.plan.has_citations(page) => {
                    Some([self.href(Page::Citation(id)), file(Page::Citation(id), OEMBED_FILE)])
                }
                _ => None,
            },
        }
    }
}

fn notice(name: Wording<'_>) -> Wording<'_> {
    Wording::Theme("notice-title".into(), vec![("name", Fill::Wording(name))])
}

fn district_title(name: &str) -> Wording<'_> {
    Wording::Theme("district-title".into(), vec![("name", Fill::Name(name.into()))])
}
