//! The entries of feeds in two stages: first as the records have them, of which a fingerprint tells
//! whether the feed changed; then, only if it did, with the theme's messages.

use crate::diag::Diagnostic;
use crate::outputs::context::text_in;
use crate::plan::{Page, PageNumber, Plan};
use crate::records::{Correction, Day, Lang, Text, markdown_to_text};
use crate::register::{
    CommitmentId, EntryId, FollowUpId, HistoryId, Register, Stop, StopId, Subject,
};
use crate::theme::{Localizer, MessageArg};
use crate::view::{self, FieldLabel, Title, changed_field_labels, status_view};

/// The most entries of a feed.
const MAX_ENTRIES: usize = 100;

/// What is new: the record, without its texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum EventKind {
    Stop(StopId),
    Entry(EntryId),
    FollowUp(FollowUpId),
    /// A stop's correction, by its place.
    Correction(StopId, usize),
    /// A revision that changed more than adding news.
    Revision(HistoryId, u32),
}

/// An entry of a feed as the records have it.
#[derive(Hash)]
pub(super) struct FeedEvent<'r> {
    id: String,
    pub(super) day: Day,
    title: EventTitle<'r>,
    text: EventText<'r>,
    url: String,
}

/// An entry's title: a message with a title and perhaps a status as arguments; or the title alone.
#[derive(Hash)]
struct EventTitle<'r> {
    key: Option<&'static str>,
    status: Option<&'static str>,
    title: EventText<'r>,
}

/// A text of a record or of the theme, not yet localized.
#[derive(Hash)]
enum EventText<'r> {
    /// Markdown.
    Markdown(&'r str),
    /// What a page is called.
    Title(Title<'r>),
    /// A message of the theme, by its key.
    Message(&'static str),
    /// The names of fields that changed.
    ChangedFields(Vec<FieldLabel>),
}

/// An entry of a feed in the words of one language.
pub(super) struct FeedItem<'a> {
    pub(super) id: &'a str,
    pub(super) day: Day,
    pub(super) title: String,
    pub(super) text: String,
    pub(super) url: &'a str,
}

/// The newest on a page, newest first.
pub(super) fn latest_events<'r>(plan: &'r Plan<'r>, page: Page, lang: Lang) -> Vec<FeedEvent<'r>> {
    let mut all: Vec<(Day, EventKind)> = all_events(plan, page)
        .into_iter()
        .map(|kind| (event_day(plan, kind), kind))
        .collect();
    all.sort_unstable_by(|a, b| b.cmp(a));
    // A follow-up may be about several commitments of one page.
    all.dedup();
    all.truncate(MAX_ENTRIES);
    let builder = EventBuilder {
        plan,
        register: plan.register(),
        lang,
    };
    all.into_iter()
        .map(|(day, kind)| builder.feed_event(kind, day))
        .collect()
}

/// Everything that was ever new on a page, in no order and some of it twice.
fn all_events(plan: &Plan<'_>, page: Page) -> Vec<EventKind> {
    let register = plan.register();
    let mut events = EventList {
        plan,
        all: Vec::new(),
    };
    match page {
        Page::Stop(id, _) => events.add_stop(id),
        Page::District(id, _) => {
            for stop in &register.district(id).stops {
                events.add_stop(*stop);
            }
        }
        Page::Home => {
            for (id, _) in register.stops() {
                events.add_stop(id);
            }
            events.add_all_revisions();
        }
        Page::Corrections(_) => {
            for (id, stop) in register.stops() {
                events.add_corrections(id, stop);
            }
            events.add_all_revisions();
        }
        Page::Entry(id) => events.add_whole_entry(id),
        // Of an entry that several offices answered, each has its own commitments.
        Page::Office(office, _) => {
            for id in &register.office(office).entries {
                let commitments = register.entry(*id).commitments();
                let own = commitments.filter(|c| register.commitment(*c).office == Some(office));
                events.add_entry(*id, own);
            }
        }
        Page::Topic(topic, _) => {
            for id in &register.topic(topic).entries {
                events.add_whole_entry(*id);
            }
        }
        _ => {}
    }
    events.all
}

/// The events of a page, while they are gathered.
struct EventList<'p> {
    plan: &'p Plan<'p>,
    all: Vec<EventKind>,
}

impl EventList<'_> {
    /// Adds what was new of a stop and of everything that was said there.
    fn add_stop(&mut self, id: StopId) {
        let stop = self.plan.register().stop(id);
        self.all.push(EventKind::Stop(id));
        self.add_corrections(id, stop);
        self.add_follow_ups(&stop.follow_ups);
        self.add_page_revisions(Page::Stop(id, PageNumber::FIRST));
        for entry in stop.entries() {
            self.add_whole_entry(entry);
        }
    }

    /// Adds what was new of an aspiration or announcement and all of its commitments.
    fn add_whole_entry(&mut self, id: EntryId) {
        self.add_entry(id, self.plan.register().entry(id).commitments());
    }

    /// Adds what was new of an aspiration or announcement and some of its commitments.
    fn add_entry(&mut self, id: EntryId, commitments: impl Iterator<Item = CommitmentId>) {
        let register = self.plan.register();
        let entry = register.entry(id);
        self.all.push(EventKind::Entry(id));
        self.add_follow_ups(&entry.follow_ups);
        for commitment in commitments {
            self.add_follow_ups(&register.commitment(commitment).timeline);
        }
        for (n, correction) in register.stop(entry.stop).corrections.iter().enumerate() {
            let record = correction.record.as_ref();
            if record.is_some_and(|record| record.value == *entry.id) {
                self.all.push(EventKind::Correction(entry.stop, n));
            }
        }
        self.add_page_revisions(Page::Entry(id));
    }

    /// Adds the revisions of a page's record that changed more than adding news.
    fn add_page_revisions(&mut self, page: Page) {
        if let Some(id) = self.plan.page_history(page) {
            for number in &self.plan.register().history(id).corrected_revisions {
                self.all.push(EventKind::Revision(id, *number));
            }
        }
    }

    /// Adds the revisions of all records that changed more than adding news.
    fn add_all_revisions(&mut self) {
        for (id, number) in self.plan.register().corrected_revisions() {
            self.all.push(EventKind::Revision(*id, *number));
        }
    }

    fn add_corrections(&mut self, id: StopId, stop: &Stop<'_>) {
        let places = 0..stop.corrections.len();
        self.all
            .extend(places.map(|n| EventKind::Correction(id, n)));
    }

    fn add_follow_ups(&mut self, ids: &[FollowUpId]) {
        self.all
            .extend(ids.iter().copied().map(EventKind::FollowUp));
    }
}

/// The day since which an event is known.
fn event_day(plan: &Plan<'_>, kind: EventKind) -> Day {
    let register = plan.register();
    match kind {
        EventKind::Stop(id) => register.stop(id).known_since,
        EventKind::Entry(id) => register.entry(id).known_since,
        EventKind::FollowUp(id) => register.follow_up(id).known_since,
        EventKind::Correction(id, n) => register.stop(id).corrections[n].date.value,
        EventKind::Revision(id, number) => register.history(id).revision(number).release,
    }
}

/// The reference, title, text and address of an event.
type EventParts<'r> = (String, EventTitle<'r>, EventText<'r>, String);

/// A title that is the message `key` around another title.
fn titled<'r>(key: &'static str, title: EventText<'r>) -> EventTitle<'r> {
    EventTitle {
        key: Some(key),
        status: None,
        title,
    }
}

/// Describes events in one language, as the records have them.
struct EventBuilder<'r> {
    plan: &'r Plan<'r>,
    register: &'r Register<'r>,
    lang: Lang,
}

impl<'r> EventBuilder<'r> {
    /// A feed entry as the records have it.
    fn feed_event(&self, kind: EventKind, day: Day) -> FeedEvent<'r> {
        let (reference, title, text, url) = match kind {
            EventKind::Stop(id) => self.stop_event(id),
            EventKind::Entry(id) => self.entry_event(id),
            EventKind::FollowUp(id) => self.follow_up_event(id),
            EventKind::Correction(id, n) => self.correction_event(id, n),
            EventKind::Revision(id, number) => self.revision_event(id, number),
        };
        FeedEvent {
            id: tag_uri(self.plan, &reference),
            day,
            title,
            text,
            url,
        }
    }

    fn markdown(&self, text: &'r Text) -> EventText<'r> {
        EventText::Markdown(text_in(self.plan, text, self.lang))
    }

    fn page_title(&self, page: Page) -> EventText<'r> {
        EventText::Title(view::title(self.plan, page, self.lang))
    }

    /// An event on a page: its title is a message around the page's.
    fn page_event(
        &self,
        reference: String,
        key: &'static str,
        page: Page,
        text: EventText<'r>,
    ) -> EventParts<'r> {
        let title = titled(key, self.page_title(page));
        let url = self.plan.canonical_url(page, self.lang);
        (reference, title, text, url)
    }

    fn stop_event(&self, id: StopId) -> EventParts<'r> {
        let stop = self.register.stop(id);
        let page = Page::Stop(id, PageNumber::FIRST);
        let text = match &stop.record.summary {
            Some(summary) => self.markdown(summary),
            None => self.page_title(page),
        };
        self.page_event(stop.number().to_string(), "feed-stop", page, text)
    }

    fn entry_event(&self, id: EntryId) -> EventParts<'r> {
        let entry = self.register.entry(id);
        let page = Page::Entry(id);
        let is_aspiration = entry.aspiration().is_some();
        // An announcement has no request; what was announced is in its first response.
        let announced = entry.responses.first().filter(|_| !is_aspiration);
        let text = match entry.request_text().or(announced.map(|r| &r.record.text)) {
            Some(text) => self.markdown(text),
            None if entry.withheld_reason().is_some() => EventText::Message("withheld"),
            None => self.page_title(page),
        };
        let key = if is_aspiration {
            "feed-aspiration"
        } else {
            "feed-announcement"
        };
        self.page_event(self.register.entry_reference(id), key, page, text)
    }

    fn follow_up_event(&self, id: FollowUpId) -> EventParts<'r> {
        let follow_up = self.register.follow_up(id);
        let about = match follow_up.about[0] {
            Subject::Commitment(id) => self.markdown(&self.register.commitment(id).record.text),
            Subject::Entry(id) => self.page_title(Page::Entry(id)),
            Subject::Stop(id) => self.page_title(Page::Stop(id, PageNumber::FIRST)),
        };
        let title = match follow_up.record.status {
            Some(status) => EventTitle {
                status: Some(status_view(Some(status.value)).key),
                ..titled("feed-status", about)
            },
            None if follow_up.record.check => titled("feed-check", about),
            None => titled("feed-news", about),
        };
        let text = self.markdown(&follow_up.record.text);
        (
            follow_up.reference.clone(),
            title,
            text,
            self.plan.follow_up_url(id, self.lang),
        )
    }

    fn correction_event(&self, id: StopId, n: usize) -> EventParts<'r> {
        let stop = self.register.stop(id);
        let correction = stop.corrections[n];
        let page = self
            .register
            .correction_target(id, correction)
            .map_or(Page::Stop(id, PageNumber::FIRST), Page::Entry);
        // No key has an underscore, so no record can ever have this reference.
        let ordinal = correction_ordinal(&stop.corrections, n);
        let reference = format!("{}/_koreksi/{ordinal}", stop.number());
        let text = self.markdown(&correction.text);
        self.page_event(reference, "feed-correction", page, text)
    }

    fn revision_event(&self, id: HistoryId, number: u32) -> EventParts<'r> {
        let history = self.register.history(id);
        let labels = changed_field_labels(history, history.revision(number));
        let title = EventTitle {
            key: None,
            status: None,
            title: self.page_title(Page::Revision(id, number)),
        };
        let page = self.plan.revision_history_page(id, number);
        let url = format!("{}#_r{number}", self.plan.canonical_url(page, self.lang));
        (
            format!("{}/r{number}", history.record),
            title,
            EventText::ChangedFields(labels),
            url,
        )
    }
}

impl FeedEvent<'_> {
    /// The entry in the words of one language.
    pub(super) fn to_item(&self, localizer: Localizer<'_>) -> Result<FeedItem<'_>, Diagnostic> {
        let title = self.title.title.localize(localizer)?;
        let argument = ("title", MessageArg::Text(&title));
        let title = match (self.title.key, self.title.status) {
            (None, _) => title,
            (Some(key), None) => localizer.message(key, &[argument])?,
            (Some(key), Some(status)) => {
                let status = localizer.message(&format!("status-{status}"), &[])?;
                localizer.message(key, &[("status", MessageArg::Text(&status)), argument])?
            }
        };
        Ok(FeedItem {
            id: &self.id,
            day: self.day,
            title,
            text: self.text.localize(localizer)?,
            url: &self.url,
        })
    }
}

impl EventText<'_> {
    fn localize(&self, localizer: Localizer<'_>) -> Result<String, Diagnostic> {
        match self {
            Self::Markdown(text) => Ok(markdown_to_text(text)),
            Self::Title(title) => localizer.title_text(title),
            Self::Message(key) => localizer.message(key, &[]),
            Self::ChangedFields(labels) => {
                let mut names = Vec::new();
                for label in labels {
                    // A field without a label is called as in the records.
                    names.push(match &label.key {
                        Some(key) => localizer.message(key, &[])?,
                        None => label.field.clone(),
                    });
                }
                let names = names.join(", ");
                let args = [("fields", MessageArg::Text(&names))];
                localizer.message("feed-revision-text", &args)
            }
        }
    }
}

/// A correction's day, and a number where one day has several.
fn correction_ordinal(corrections: &[&Correction], n: usize) -> String {
    let day = corrections[n].date.value;
    let earlier = corrections[..n].iter();
    match earlier.filter(|c| c.date.value == day).count() {
        0 => day.to_string(),
        earlier => format!("{day}-{}", earlier + 1),
    }
}

/// A permanent id (RFC 4151), made from what never changes, in the year in which such names began:
/// `tag:jhur.example,2026:6/studi-banding`.
fn tag_uri(plan: &Plan<'_>, reference: &str) -> String {
    let base = &plan.register().site().base_url;
    format!(
        "tag:{},2026:{}{reference}",
        base.host(),
        base.path().trim_start_matches('/')
    )
}
