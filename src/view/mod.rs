//! What each page shows: a typed view per kind of page, and the frame around all of them.
//!
//! A view borrows the records' words and holds no HTML; every day in it is ISO 8601, every kind a key of the theme's
//! strings. A template that gets a view can show it but cannot go through the register.

mod builder;
mod citation;
mod components;
mod data;
mod entry;
mod figures;
mod follow_ups;
mod groups;
mod history;
mod home;
mod layout;
mod list;
mod map;
mod notice;
mod revision;
mod row_ref;
mod search;
mod static_pages;
mod stop;
mod stops;
mod title;
mod withdrawn;

pub use builder::{status, time};
pub use citation::Quote;
pub use components::{
    CitingView, CommitmentRow, Deadline, EntryRow, Link, Mark, PartWay, Parts, PhotoView, Phrase, SourceView, Standing,
    StatusView, StopLink, TimeView, Who,
};
pub use data::{ColumnView, Data, Dictionary, Field, Format, RecordType, TableView};
pub use entry::{Body as Entry, Commitment, Response};
pub use figures::{Figures, GroupCount, Segment};
pub use follow_ups::{News, NewsList};
pub use groups::{Card, District, Group, Groups, Office, Topic};
pub use history::{History, Revised, labels};
pub use home::Home;
pub use layout::{Other, View};
pub use list::{Commitments, Filter, Filters, NamedFilter};
pub use map::{Area, Digit, KeyRow, Map};
pub use notice::{Notice, NoticeRow};
pub use revision::{Label, Past};
pub(super) use row_ref::Prints;
pub use row_ref::Shared;
pub use search::{Letter, LetterWay, Search};
pub use static_pages::{Accessibility, Corrections, Prose};
pub use stop::Stop;
pub use stops::{StopRow, Stops};
pub use title::{Beside, Crumb, Fill, Wording};
pub use withdrawn::{Anchor, Moved, Verify, Withdrawn};

use crate::plan::{Page, Plan};
use crate::records::Lang;
use builder::Maker;
use serde::Serialize;

/// What stands in a view for the way to the site's root, which differs from page to page: so a row is the same in every
/// list. No text of a record may have this character.
pub const ROOT: &str = "\u{1}";

/// What a kind of page shows; the templates' variable `page`.
#[derive(Debug, Hash, Serialize)]
#[serde(untagged)]
pub enum Body<'r> {
    /// home.html
    Home(Box<Home<'r>>),
    /// stops.html
    Stops(Stops<'r>),
    /// stop.html
    Stop(Box<Stop<'r>>),
    /// notice.html
    Notice(Box<Notice<'r>>),
    /// entry.html
    Entry(Box<Entry<'r>>),
    /// commitments.html
    Commitments(Box<Commitments<'r>>),
    /// districts.html, offices.html, topics.html
    Groups(Groups<'r>),
    /// district.html
    District(Box<District<'r>>),
    /// office.html
    Office(Box<Office<'r>>),
    /// topic.html
    Topic(Box<Topic<'r>>),
    /// news.html
    News(NewsList<'r>),
    /// corrections.html
    Corrections(Corrections<'r>),
    /// quote.html
    Quote(Box<Quote<'r>>),
    /// data.html
    Data(Data),
    /// dictionary.html
    Dictionary(Dictionary),
    /// format.html
    Format(Format),
    /// search.html
    Search(Search),
    /// letter.html
    Letter(Letter<'r>),
    /// prose.html
    Prose(Prose<'r>),
    /// past.html
    Past(Box<Past<'r>>),
    /// history.html
    History(Box<History<'r>>),
    /// withdrawn.html
    Withdrawn(Withdrawn<'r>),
    /// moved.html
    Moved(Moved<'r>),
    /// verify.html
    Verify(Verify<'r>),
    /// accessibility.html
    Accessibility(Accessibility),
    /// 404.html
    NotFound {},
}

impl<'r> Body<'r> {
    /// The scorecard of a kecamatan, an office or a topic.
    pub fn card(&self) -> Option<&Card<'r>> {
        match self {
            Self::District(page) => Some(&page.card),
            Self::Office(page) => Some(&page.card),
            Self::Topic(page) => Some(&page.card),
            _ => None,
        }
    }
}

impl Page {
    /// The template of this kind of page, without `.html`; also the key of the words that only it has.
    pub fn template(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Stops(_) => "stops",
            Self::Stop(..) => "stop",
            Self::StopNotice(_) | Self::DistrictNotice(_) => "notice",
            Self::Entry(_) => "entry",
            Self::Commitments(..) => "commitments",
            Self::Districts => "districts",
            Self::District(..) => "district",
            Self::Offices => "offices",
            Self::Office(..) => "office",
            Self::Topics => "topics",
            Self::Topic(..) => "topic",
            Self::FollowUps(_) => "news",
            Self::Corrections(_) => "corrections",
            Self::Citation(_) => "quote",
            Self::Data => "data",
            Self::DataDictionary => "dictionary",
            Self::RecordFormat => "format",
            Self::Search => "search",
            Self::Letter(..) => "letter",
            Self::Markdown(_) => "prose",
            Self::Revision(..) => "past",
            Self::History(..) => "history",
            Self::Withdrawn(..) => "withdrawn",
            Self::Moved(..) => "moved",
            Self::Verify => "verify",
            Self::Accessibility => "accessibility",
            Self::NotFound => "404",
        }
    }
}

impl<'r> Plan<'r> {
    /// What a page is called in a language.
    pub fn title(&'r self, page: Page, lang: Lang) -> Wording<'r> {
        Maker::new(self, lang).title(page)
    }

    /// What a page shows in a language.
    pub fn view(&'r self, page: Page, lang: Lang) -> View<'r> {
        let make = Maker::new(self, lang);
        let body = match page {
            Page::Home => Body::Home(Box::new(make.home())),
            Page::Stops(part) => Body::Stops(make.stops(part)),
            Page::Stop(id, part) => Body::Stop(Box::new(make.stop(id, part))),
            Page::StopNotice(id) => Body::Notice(Box::new(make.stop_notice(id))),
            Page::Entry(id) => Body::Entry(Box::new(make.entry(id))),
            Page::Commitments(list, part) => Body::Commitments(Box::new(make.commitments(list, part))),
            Page::Districts => Body::Groups(make.districts()),
            Page::District(id, part) => Body::District(Box::new(make.district(id, part))),
            Page::DistrictNotice(id) => Body::Notice(Box::new(make.district_notice(id))),
            Page::Offices => Body::Groups(make.offices()),
            Page::Office(id, part) => Body::Office(Box::new(make.office(id, part))),
            Page::Topics => Body::Groups(make.topics()),
            Page::Topic(id, part) => Body::Topic(Box::new(make.topic(id, part))),
            Page::FollowUps(part) => Body::News(make.news_list(part)),
            Page::Corrections(part) => Body::Corrections(make.corrections(part)),
            Page::Citation(id) => Body::Quote(Box::new(make.quote(id))),
            Page::Data => Body::Data(make.data()),
            Page::DataDictionary => Body::Dictionary(make.dictionary()),
            Page::RecordFormat => Body::Format(make.format()),
            Page::Search => Body::Search(make.search()),
            Page::Letter(letter, part) => Body::Letter(make.letter(letter, part)),
            Page::Markdown(n) => Body::Prose(make.prose(n)),
            Page::Revision(id, number) => Body::Past(Box::new(make.past(id, number))),
            Page::History(id, part) => Body::History(Box::new(make.history(id, part))),
            Page::Withdrawn(n, _) => Body::Withdrawn(make.withdrawn(n)),
            Page::Moved(n, below) => Body::Moved(make.moved(n, below)),
            Page::Verify => Body::Verify(make.verify()),
            Page::Accessibility => Body::Accessibility(make.accessibility()),
            Page::NotFound => Body::NotFound {},
        };
        make.frame(page, body)
    }
}
