//! Titles of pages: what headings, breadcrumbs, feeds and citations call a page. A title is a text
//! of a record or a message of the theme; `theme::localizer` turns it into text.

use super::builder::ViewBuilder;
use super::components::LocalizedText;
use super::list::list_message_key;
use crate::plan::{CommitmentList, Page, PageNumber};
use crate::records::{Revision, SITE_RECORD};
use crate::register::{DistrictId, HistoryId, StopId};
use std::borrow::Cow;

/// A title in a language, or the message that makes one.
#[derive(Clone, Debug, Hash)]
pub enum Title<'r> {
    /// A text of a record, or a name.
    Text(LocalizedText<'r>),
    /// The key of a message of the theme, with its arguments.
    Message(String, Vec<(&'static str, TitleArg<'r>)>),
}

/// An argument of a title's message.
#[derive(Clone, Debug, Hash)]
pub enum TitleArg<'r> {
    /// A number.
    Number(usize),
    /// A name.
    Name(Cow<'r, str>),
    /// Another title.
    Title(Title<'r>),
}

impl<'r> Title<'r> {
    /// The message without arguments.
    pub(super) fn from_key(key: &str) -> Self {
        Self::Message(key.to_owned(), Vec::new())
    }

    /// The message with one argument.
    fn with_arg(key: &str, name: &'static str, value: TitleArg<'r>) -> Self {
        Self::Message(key.to_owned(), vec![(name, value)])
    }

    /// The message with the name of a record.
    fn with_name(key: &str, name: &'static str, value: impl Into<Cow<'r, str>>) -> Self {
        Self::with_arg(key, name, TitleArg::Name(value.into()))
    }
}

impl<'r> ViewBuilder<'r> {
    /// The title of a page; from the second page of a list on with its number.
    pub(super) fn page_title(&self, page: Page) -> Title<'r> {
        let title = self.first_page_title(page.first_page());
        let number = page.number();
        if number == PageNumber::FIRST {
            return title;
        }
        let title = ("title", TitleArg::Title(title));
        let number = ("part", TitleArg::Number(number.0 + 1));
        Title::Message("part-of".into(), vec![title, number])
    }

    /// The title of a page that is no later page of a list.
    fn first_page_title(&self, page: Page) -> Title<'r> {
        let register = self.register;
        match page {
            Page::Home => Title::from_key("home-heading"),
            Page::Stop(id, _) => self.stop_title(id),
            Page::StopNotice(id) => notice_title(self.stop_title(id)),
            Page::Entry(id) => Title::Text(self.localized(register.entry(id).title)),
            Page::EntryCitation(id) => citation_title(self.page_title(Page::Entry(id))),
            Page::StopCitation(id) => citation_title(self.stop_title(id)),
            Page::Commitments(list, _) => self.list_title(list),
            Page::District(id, _) => self.district_title(id),
            Page::DistrictNotice(id) => notice_title(self.district_title(id)),
            Page::Office(id, _) => Title::Text(self.localized(&register.office(id).record.name)),
            Page::Topic(id, _) => Title::Text(self.localized(&register.topic(id).record.name)),
            Page::Markdown(index) => Title::Text(self.markdown_page_link(index).text),
            Page::Revision(id, number) => {
                let revision = register.history(id).revision(number);
                let number = ("revision", TitleArg::Number(number as usize));
                let title = ("title", self.title_at_revision(id, revision));
                Title::Message("past-title".into(), vec![number, title])
            }
            Page::History(id, _) => {
                // A record that was withdrawn has no title of today.
                let newest = register.history(id).newest_revision();
                Title::with_arg("history-title", "title", self.title_at_revision(id, newest))
            }
            Page::Withdrawn(index, _) => {
                let record = register.withdrawals()[index].record.as_str();
                Title::with_name("withdrawn-title", "record", record)
            }
            Page::Moved(index, _) => {
                let former_name = register.published_former_names()[index].0.as_str();
                Title::with_name("moved-title", "record", former_name)
            }
            other => Title::from_key(&format!("title-{}", other.kind())),
        }
    }

    pub(super) fn stop_title(&self, id: StopId) -> Title<'r> {
        let stop = self.register.stop(id);
        let district = self.register.district(stop.district).record.name.as_str();
        stop_message(stop.number() as usize, district.into())
    }

    fn district_title(&self, id: DistrictId) -> Title<'r> {
        let name = self.register.district(id).record.name.as_str();
        Title::with_name("district-title", "name", name)
    }

    /// What a record was called in a revision: its title or a stop's name, else its name in the
    /// revision log.
    fn title_at_revision(&self, id: HistoryId, revision: &Revision) -> TitleArg<'r> {
        if let Some(title) = self.last_recorded_title(id, revision.revision) {
            return TitleArg::Name(title.text);
        }
        if self.register.history(id).record == SITE_RECORD {
            return TitleArg::Title(Title::from_key("site-record"));
        }
        match stop_at_revision(revision) {
            Some(title) => TitleArg::Title(title),
            None => TitleArg::Name(self.register.history(id).record.into()),
        }
    }

    fn list_title(&self, list: CommitmentList) -> Title<'r> {
        if list == CommitmentList::All {
            return Title::from_key("commitments-title");
        }
        let name = match self.list_subject(list) {
            Some(link) => Title::Text(link.text),
            None => Title::from_key(&list_message_key(list)),
        };
        Title::with_arg("commitments-of", "list", TitleArg::Title(name))
    }
}

/// The name of a stop as a revision's body has it. Returns `None` if the body is not that of a
/// stop.
fn stop_at_revision<'r>(revision: &Revision) -> Option<Title<'r>> {
    let body = revision.body()?;
    if body["kind"] != "stop" {
        return None;
    }
    let stop = body.get("stop")?;
    let number = usize::try_from(stop["number"].as_u64()?).ok()?;
    let key = stop["district"].as_str()?;
    // The body has the kecamatan's name of that day, which is the same in every language.
    let name = body.pointer(&format!("/names/district/{key}"));
    let district = name.and_then(|name| name.as_str()).unwrap_or(key);
    Some(stop_message(number, district.to_owned().into()))
}

fn stop_message(number: usize, district: Cow<'_, str>) -> Title<'_> {
    let number = ("number", TitleArg::Number(number));
    let district = ("district", TitleArg::Name(district));
    Title::Message("stop-name".into(), vec![number, district])
}

fn citation_title(name: Title<'_>) -> Title<'_> {
    Title::with_arg("citation-title", "title", TitleArg::Title(name))
}

fn notice_title(name: Title<'_>) -> Title<'_> {
    Title::with_arg("notice-title", "name", TitleArg::Title(name))
}
