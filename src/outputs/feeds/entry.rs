//! What is new, as the records have it and in the theme's words: what feeds are made from.

use crate::diag::Diagnostic;
use crate::plan::{Page, Part, Plan};
use crate::records::{Correction, Day, Lang, Text, markdown_to_text};
use crate::register::{CommitmentId, EntryId, FollowUpId, HistoryId, StopId, Subject};
use crate::theme::{Gap, Voice};
use crate::view::{Label, Wording, labels, status};

/// The most entries of a feed.
const MOST: usize = 100;

/// Something new.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum New {
    Stop(StopId),
    Entry(EntryId),
    News(FollowUpId),
    /// A stop's correction, by its place.
    Correction(StopId, usize),
    /// A revision that changed more than adding news.
    Revision(HistoryId, u32),
}

/// An entry of a feed as the records have it.
#[derive(Hash)]
pub(super) struct Novelty<'r> {
    id: String,
    pub(super) day: Day,
    name: Name<'r>,
    text: Words<'r>,
    url: String,
}

/// What an entry is called: words under a key, with a title and perhaps a status; or the title alone.
#[derive(Hash)]
struct Name<'r> {
    key: Option<&'static str>,
    status: Option<&'static str>,
    title: Words<'r>,
}

/// Words of a record or of the theme.
#[derive(Hash)]
enum Words<'r> {
    /// Markdown.
    Prose(&'r str),
    /// What a page is called.
    Title(Wording<'r>),
    /// Words under a key.
    Theme(&'static str),
    /// The names of fields that changed.
    Fields(Vec<Label>),
}

/// An entry of a feed.
pub(super) struct Item<'a> {
    pub(super) id: &'a str,
    pub(super) day: Day,
    pub(super) title: String,
    pub(super) text: String,
    pub(super) url: &'a str,
}

/// The newest on a page, newest first.
pub(super) fn newest<'r>(plan: &'r Plan<'r>, page: Page, lang: Lang) -> Vec<Novelty<'r>> {
    let mut all: Vec<(Day, New)> = ever(plan, page).into_iter().map(|new| (day(plan, new), new)).collect();
    all.sort_unstable_by(|a, b| b.cmp(a));
    all.dedup();
    all.truncate(MOST);
    all.into_iter().map(|(day, new)| novelty(plan, lang, new, day)).collect()
}

/// Everything that was ever new on a page.
fn ever(plan: &Plan<'_>, page: Page) -> Vec<New> {
    let register = plan.register();
    let mut all = Vec::new();
    let mut stop = |id: StopId| {
        all.push(New::Stop(id));
        all.extend((0..register.stop(id).corrections.len()).map(|n| New::Correction(id, n)));
        all.extend(register.stop(id).follow_ups.iter().map(|n| New::News(*n)));
        all.extend(revised(plan, Page::Stop(id, Part::FIRST)));
        for entry in register.stop(id).entries() {
            let commitments = register.entry(entry).commitments();
            all.extend(of_entry(plan, entry, commitments));
        }
    };
    let every_revised = register.corrected_revisions().iter().map(|(id, number)| New::Revision(*id, *number));
    match page {
        Page::Stop(id, _) => stop(id),
        Page::District(id, _) => register.district(id).stops.iter().for_each(|id| stop(*id)),
        Page::Home => {
            register.stops().for_each(|(id, _)| stop(id));
            all.extend(every_revised);
        }
        Page::Corrections(_) => {
            let of = |(id, stop): (StopId, &crate::register::Stop<'_>)| {
                (0..stop.corrections.len()).map(move |n| New::Correction(id, n))
            };
            all.extend(register.stops().flat_map(of));
            all.extend(every_revised);
        }
        Page::Entry(id) => all.extend(of_entry(plan, id, register.entry(id).commitments())),
        Page::Office(office, _) => {
            for id in &register.office(office).entries {
                let own = register.entry(*id).commitments().filter(|c| register.commitment(*c).office == Some(office));
                all.extend(of_entry(plan, *id, own));
            }
        }
        Page::Topic(topic, _) => {
            for id in &register.topic(topic).entries {
                all.extend(of_entry(plan, *id, register.entry(*id).commitments()));
            }
        }
        _ => {}
    }
    all
}

/// What was new of an aspiration or announcement and some of its commitments.
fn of_entry(plan: &Plan<'_>, id: EntryId, commitments: impl Iterator<Item = CommitmentId>) -> Vec<New> {
    let register = plan.register();
    let entry = register.entry(id);
    let promised = commitments.flat_map(|c| register.commitment(c).timeline.iter().copied());
    let news = entry.follow_ups.iter().copied().chain(promised).map(New::News);
    let corrections = register.stop(entry.stop).corrections.iter().enumerate();
    let own = corrections.filter(|(_, c)| c.record.as_ref().is_some_and(|r| r.value == *entry.id));
    let own = own.map(|(n, _)| New::Correction(entry.stop, n));
    std::iter::once(New::Entry(id)).chain(news).chain(own).chain(revised(plan, Page::Entry(id))).collect()
}

/// The revisions of a page's record that changed more than adding news.
fn revised(plan: &Plan<'_>, page: Page) -> Vec<New> {
    let Some(id) = plan.history(page) else { return Vec::new() };
    plan.register().history(id).corrected_revisions.iter().map(|number| New::Revision(id, *number)).collect()
}

/// Since when it is known.
fn day(plan: &Plan<'_>, new: New) -> Day {
    let register = plan.register();
    match new {
        New::Stop(id) => register.stop(id).known_since,
        New::Entry(id) => register.entry(id).known_since,
        New::News(id) => register.follow_up(id).known_since,
        New::Correction(id, n) => register.stop(id).corrections[n].date.value,
        New::Revision(id, number) => register.history(id).revision(number).release,
    }
}

/// What an entry says, as it stands in the records.
fn novelty<'r>(plan: &'r Plan<'r>, lang: Lang, new: New, day: Day) -> Novelty<'r> {
    let register = plan.register();
    let words = |text: &'r Text| Words::Prose(text.in_language(lang, register.main_language()).0);
    let title = |page: Page| Words::Title(plan.title(page, lang));
    let made = |reference: &str, name: Name<'r>, text: Words<'r>, url: String| Novelty {
        id: id(plan, reference),
        day,
        name,
        text,
        url,
    };
    let name = |key: &'static str, title: Words<'r>| Name { key: Some(key), status: None, title };
    match new {
        New::Stop(id) => {
            let stop = register.stop(id);
            let page = Page::Stop(id, Part::FIRST);
            let text = stop.record.summary.as_ref().map_or_else(|| title(page), words);
            made(&stop.number().to_string(), name("feed-stop", title(page)), text, plan.canonical(page, lang))
        }
        New::Entry(id) => {
            let entry = register.entry(id);
            let page = Page::Entry(id);
            let key = if entry.aspiration().is_some() { "feed-aspiration" } else { "feed-announcement" };
            let said = entry.responses.first().map(|r| &r.record.text).filter(|_| entry.aspiration().is_none());
            let text = match entry.request_text().or(said) {
                Some(text) => words(text),
                None if entry.withheld_reason().is_some() => Words::Theme("withheld"),
                None => title(page),
            };
            made(&register.entry_reference(id), name(key, title(page)), text, plan.canonical(page, lang))
        }
        New::News(id) => {
            let news = register.follow_up(id);
            let about = match news.about[0] {
                Subject::Commitment(id) => words(&register.commitment(id).record.text),
                Subject::Entry(id) => title(Page::Entry(id)),
                Subject::Stop(id) => title(Page::Stop(id, Part::FIRST)),
            };
            let name = match news.record.status {
                Some(given) => {
                    Name { key: Some("feed-status"), status: Some(status(Some(given.value)).key), title: about }
                }
                None if news.record.check => name("feed-check", about),
                None => name("feed-news", about),
            };
            made(&news.reference, name, words(&news.record.text), plan.news_url(id, lang))
        }
        New::Correction(id, n) => {
            let stop = register.stop(id);
            let correction = stop.corrections[n];
            let page = register.correction_target(id, correction).map_or(Page::Stop(id, Part::FIRST), Page::Entry);
            // No key has an underscore.
            let reference = format!("{}/_koreksi/{}", stop.number(), turn(&stop.corrections, n));
            let name = name("feed-correction", title(page));
            made(&reference, name, words(&correction.text), plan.canonical(page, lang))
        }
        New::Revision(id, number) => {
            let history = register.history(id);
            let labels = labels(history, history.revision(number));
            let name = Name { key: None, status: None, title: title(Page::Past(id, number)) };
            let url = format!("{}#_r{number}", plan.canonical(plan.changes(id, number), lang));
            made(&format!("{}/r{number}", history.record), name, Words::Fields(labels), url)
        }
    }
}

impl Novelty<'_> {
    /// The same in the theme's words.
    pub(super) fn item(&self, voice: Voice<'_>) -> Result<Item<'_>, Diagnostic> {
        let title = self.name.title.say(voice)?;
        let title = match (self.name.key, self.name.status) {
            (None, _) => title,
            (Some(key), None) => voice.say(key, &[("title", Gap::Text(&title))])?,
            (Some(key), Some(status)) => {
                let status = voice.say(&format!("status-{status}"), &[])?;
                voice.say(key, &[("status", Gap::Text(&status)), ("title", Gap::Text(&title))])?
            }
        };
        Ok(Item { id: &self.id, day: self.day, title, text: self.text.say(voice)?, url: &self.url })
    }
}

impl Words<'_> {
    fn say(&self, voice: Voice<'_>) -> Result<String, Diagnostic> {
        match self {
            Self::Prose(text) => Ok(markdown_to_text(text)),
            Self::Title(title) => voice.title(title),
            Self::Theme(key) => voice.say(key, &[]),
            Self::Fields(labels) => {
                let fields = labels
                    .iter()
                    .map(|label| label.key.as_ref().map_or(Ok(label.field.clone()), |key| voice.say(key, &[])));
                let fields = fields.collect::<Result<Vec<_>, _>>()?.join(", ");
                voice.say("feed-revision-text", &[("fields", Gap::Text(&fields))])
            }
        }
    }
}

/// A correction's day, and a number where one day has several.
fn turn(corrections: &[&Correction], n: usize) -> String {
    let day = corrections[n].date.value;
    match corrections[..n].iter().filter(|c| c.date.value == day).count() {
        0 => day.to_string(),
        before => format!("{day}-{}", before + 1),
    }
}

/// A permanent name (RFC 4151), made from what never changes, in the year in which such names began:
/// `tag:jhur.example,2026:6/studi-banding`.
fn id(plan: &Plan<'_>, reference: &str) -> String {
    let base = &plan.register().site().base_url;
    format!("tag:{},2026:{}{reference}", base.host(), base.path().trim_start_matches('/'))
}
