//! The entries of feeds in two stages: first as the records have them, of which a fingerprint tells
//! whether the feed changed; then, only if it did, with the theme's messages.

use crate::diag::Diagnostic;
use crate::outputs::context::text_in;
use crate::plan::{Page, PageNumber, Plan};
use crate::records::{Correction, Day, Lang, Text, markdown_to_text};
use crate::register::{CommitmentId, EntryId, FollowUpId, HistoryId, StopId, Subject};
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
    all.into_iter()
        .map(|(day, kind)| feed_event(plan, lang, kind, day))
        .collect()
}

/// Everything that was ever new on a page, in no order and some of it twice.
fn all_events(plan: &Plan<'_>, page: Page) -> Vec<EventKind> {
    let register = plan.register();
    let mut events = Vec::new();
    match page {
        Page::Stop(id, _) => add_stop(plan, id, &mut events),
        Page::District(id, _) => {
            for stop in &register.district(id).stops {
                add_stop(plan, *stop, &mut events);
            }
        }
        Page::Home => {
            for (id, _) in register.stops() {
                add_stop(plan, id, &mut events);
            }
            add_revisions(register.corrected_revisions(), &mut events);
        }
        Page::Corrections(_) => {
            for (id, stop) in register.stops() {
                let corrections = 0..stop.corrections.len();
                events.extend(corrections.map(|n| EventKind::Correction(id, n)));
            }
            add_revisions(register.corrected_revisions(), &mut events);
        }
        Page::Entry(id) => add_whole_entry(plan, id, &mut events),
        // Of an entry that several offices answered, each has its own commitments.
        Page::Office(office, _) => {
            for id in &register.office(office).entries {
                let commitments = register.entry(*id).commitments();
                let own = commitments.filter(|c| register.commitment(*c).office == Some(office));
                add_entry(plan, *id, own, &mut events);
            }
        }
        Page::Topic(topic, _) => {
            for id in &register.topic(topic).entries {
                add_whole_entry(plan, *id, &mut events);
            }
        }
        _ => {}
    }
    events
}

/// Adds what was new of a stop and of everything that was said there.
fn add_stop(plan: &Plan<'_>, id: StopId, events: &mut Vec<EventKind>) {
    let stop = plan.register().stop(id);
    events.push(EventKind::Stop(id));
    events.extend((0..stop.corrections.len()).map(|n| EventKind::Correction(id, n)));
    events.extend(stop.follow_ups.iter().copied().map(EventKind::FollowUp));
    add_page_revisions(plan, Page::Stop(id, PageNumber::FIRST), events);
    for entry in stop.entries() {
        add_whole_entry(plan, entry, events);
    }
}

/// Adds what was new of an aspiration or announcement and all of its commitments.
fn add_whole_entry(plan: &Plan<'_>, id: EntryId, events: &mut Vec<EventKind>) {
    add_entry(plan, id, plan.register().entry(id).commitments(), events);
}

/// Adds what was new of an aspiration or announcement and some of its commitments.
fn add_entry(
    plan: &Plan<'_>,
    id: EntryId,
    commitments: impl Iterator<Item = CommitmentId>,
    events: &mut Vec<EventKind>,
) {
    let register = plan.register();
    let entry = register.entry(id);
    events.push(EventKind::Entry(id));
    events.extend(entry.follow_ups.iter().copied().map(EventKind::FollowUp));
    for commitment in commitments {
        let timeline = &register.commitment(commitment).timeline;
        events.extend(timeline.iter().copied().map(EventKind::FollowUp));
    }
    for (n, correction) in register.stop(entry.stop).corrections.iter().enumerate() {
        if correction
            .record
            .as_ref()
            .is_some_and(|key| key.value == *entry.id)
        {
            events.push(EventKind::Correction(entry.stop, n));
        }
    }
    add_page_revisions(plan, Page::Entry(id), events);
}

/// Adds the revisions of a page's record that changed more than adding news.
fn add_page_revisions(plan: &Plan<'_>, page: Page, events: &mut Vec<EventKind>) {
    if let Some(id) = plan.page_history(page) {
        let numbers = &plan.register().history(id).corrected_revisions;
        events.extend(
            numbers
                .iter()
                .map(|number| EventKind::Revision(id, *number)),
        );
    }
}

fn add_revisions(revisions: &[(HistoryId, u32)], events: &mut Vec<EventKind>) {
    events.extend(
        revisions
            .iter()
            .map(|(id, number)| EventKind::Revision(*id, *number)),
    );
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

/// A feed entry as the records have it.
fn feed_event<'r>(plan: &'r Plan<'r>, lang: Lang, kind: EventKind, day: Day) -> FeedEvent<'r> {
    let (reference, title, text, url) = match kind {
        EventKind::Stop(id) => stop_event(plan, lang, id),
        EventKind::Entry(id) => entry_event(plan, lang, id),
        EventKind::FollowUp(id) => follow_up_event(plan, lang, id),
        EventKind::Correction(id, n) => correction_event(plan, lang, id, n),
        EventKind::Revision(id, number) => revision_event(plan, lang, id, number),
    };
    FeedEvent {
        id: tag_uri(plan, &reference),
        day,
        title,
        text,
        url,
    }
}

/// The reference, title, text and address of an event.
type EventParts<'r> = (String, EventTitle<'r>, EventText<'r>, String);

fn markdown<'r>(plan: &Plan<'r>, lang: Lang, text: &'r Text) -> EventText<'r> {
    EventText::Markdown(text_in(plan, text, lang))
}

fn page_title<'r>(plan: &'r Plan<'r>, lang: Lang, page: Page) -> EventText<'r> {
    EventText::Title(view::title(plan, page, lang))
}

/// A title that is the message `key` around another title.
fn titled<'r>(key: &'static str, title: EventText<'r>) -> EventTitle<'r> {
    EventTitle {
        key: Some(key),
        status: None,
        title,
    }
}

fn stop_event<'r>(plan: &'r Plan<'r>, lang: Lang, id: StopId) -> EventParts<'r> {
    let stop = plan.register().stop(id);
    let page = Page::Stop(id, PageNumber::FIRST);
    let text = match &stop.record.summary {
        Some(summary) => markdown(plan, lang, summary),
        None => page_title(plan, lang, page),
    };
    let title = titled("feed-stop", page_title(plan, lang, page));
    (
        stop.number().to_string(),
        title,
        text,
        plan.canonical_url(page, lang),
    )
}

fn entry_event<'r>(plan: &'r Plan<'r>, lang: Lang, id: EntryId) -> EventParts<'r> {
    let register = plan.register();
    let entry = register.entry(id);
    let page = Page::Entry(id);
    let is_aspiration = entry.aspiration().is_some();
    // An announcement has no request; what was announced is in its first response.
    let announced = entry.responses.first().filter(|_| !is_aspiration);
    let text = match entry.request_text().or(announced.map(|r| &r.record.text)) {
        Some(text) => markdown(plan, lang, text),
        None if entry.withheld_reason().is_some() => EventText::Message("withheld"),
        None => page_title(plan, lang, page),
    };
    let key = if is_aspiration {
        "feed-aspiration"
    } else {
        "feed-announcement"
    };
    let title = titled(key, page_title(plan, lang, page));
    (
        register.entry_reference(id),
        title,
        text,
        plan.canonical_url(page, lang),
    )
}

fn follow_up_event<'r>(plan: &'r Plan<'r>, lang: Lang, id: FollowUpId) -> EventParts<'r> {
    let register = plan.register();
    let follow_up = register.follow_up(id);
    let about = match follow_up.about[0] {
        Subject::Commitment(id) => markdown(plan, lang, &register.commitment(id).record.text),
        Subject::Entry(id) => page_title(plan, lang, Page::Entry(id)),
        Subject::Stop(id) => page_title(plan, lang, Page::Stop(id, PageNumber::FIRST)),
    };
    let title = match follow_up.record.status {
        Some(status) => EventTitle {
            status: Some(status_view(Some(status.value)).key),
            ..titled("feed-status", about)
        },
        None if follow_up.record.check => titled("feed-check", about),
        None => titled("feed-news", about),
    };
    let text = markdown(plan, lang, &follow_up.record.text);
    (
        follow_up.reference.clone(),
        title,
        text,
        plan.follow_up_url(id, lang),
    )
}

fn correction_event<'r>(plan: &'r Plan<'r>, lang: Lang, id: StopId, n: usize) -> EventParts<'r> {
    let register = plan.register();
    let stop = register.stop(id);
    let correction = stop.corrections[n];
    let page = register
        .correction_target(id, correction)
        .map_or(Page::Stop(id, PageNumber::FIRST), Page::Entry);
    // No key has an underscore, so no record can ever have this reference.
    let ordinal = correction_ordinal(&stop.corrections, n);
    let reference = format!("{}/_koreksi/{ordinal}", stop.number());
    let title = titled("feed-correction", page_title(plan, lang, page));
    let text = markdown(plan, lang, &correction.text);
    (reference, title, text, plan.canonical_url(page, lang))
}

fn revision_event<'r>(
    plan: &'r Plan<'r>,
    lang: Lang,
    id: HistoryId,
    number: u32,
) -> EventParts<'r> {
    let history = plan.register().history(id);
    let labels = changed_field_labels(history, history.revision(number));
    let title = EventTitle {
        key: None,
        status: None,
        title: page_title(plan, lang, Page::Revision(id, number)),
    };
    let page = plan.revision_history_page(id, number);
    let url = format!("{}#_r{number}", plan.canonical_url(page, lang));
    (
        format!("{}/r{number}", history.record),
        title,
        EventText::ChangedFields(labels),
        url,
    )
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
