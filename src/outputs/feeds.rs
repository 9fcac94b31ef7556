//! What is new, as Atom (RFC 4287) and as JSON Feed 1.1: on the whole site, and on each stop, record, kecamatan, office and
//! topic. An entry is a stop, an aspiration or announcement, a follow-up, a correction or a revision; its id is made from its
//! reference and never changes.

use super::{Outside, each_page, pretty};
use crate::diag::{Code, Diagnostic};
use crate::records::{Correction, Day, Lang, Text};
use crate::register::{CommitmentId, EntryId, HistoryId, NewsId, StopId, Subject};
use crate::site::beside::FEEDS;
use crate::site::view::{labels, status};
use crate::site::{Page, Part, Plan};
use crate::theme::{Gap, Theme, Voice};
use atom_syndication as atom;
use chrono::{DateTime, FixedOffset, NaiveTime};
use serde_json::json;

/// The most entries of a feed.
const MOST: usize = 100;

/// Something new.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum New {
    Stop(StopId),
    Entry(EntryId),
    News(NewsId),
    /// A stop's correction, by its place.
    Correction(StopId, usize),
    /// A revision that changed more than adding news.
    Revision(HistoryId, u32),
}

/// An entry of a feed.
struct Item {
    id: String,
    day: Day,
    title: String,
    text: String,
    url: String,
}

/// Writes the feeds.
pub(super) fn feeds(plan: &Plan<'_>, theme: &Theme, outside: Outside<'_>) -> Vec<Diagnostic> {
    if !plan.register().site().outputs.feeds {
        return Vec::new();
    }
    each_page(plan, outside, |page, lang| {
        if plan.followed(page) != Some(page) {
            return Ok(());
        }
        let feed = Feed::new(plan, theme, page, lang)?;
        let [xml, json] = FEEDS.map(|name| plan.beside(page, lang, name));
        (outside.put)(&xml, &feed.atom(&xml)?)?;
        (outside.put)(&json, &feed.json(&json))
    })
}

/// A feed about to be written.
struct Feed<'p, 'r> {
    plan: &'p Plan<'r>,
    page: Page,
    lang: Lang,
    title: String,
    items: Vec<Item>,
}

impl<'p, 'r> Feed<'p, 'r> {
    fn new(plan: &'p Plan<'r>, theme: &Theme, page: Page, lang: Lang) -> Result<Self, Diagnostic> {
        let voice = theme.voice(lang);
        let mut all: Vec<(Day, New)> = gather(plan, page).into_iter().map(|new| (day(plan, new), new)).collect();
        all.sort_unstable_by(|a, b| b.cmp(a));
        all.dedup();
        all.truncate(MOST);
        let items = all.into_iter().map(|(day, new)| item(plan, voice, lang, new, day));
        let title = voice.title(&plan.title(page, lang))?;
        Ok(Self { plan, page, lang, title, items: items.collect::<Result<_, _>>()? })
    }

    /// `Studi banding · J-HUR`
    fn name(&self) -> String {
        let register = self.plan.register();
        format!("{} · {}", self.title, register.site().title.get(self.lang, register.main()).0)
    }

    fn publisher(&self) -> &'r str {
        let register = self.plan.register();
        register.site().publisher.get(self.lang, register.main()).0
    }

    fn address(&self, path: &str) -> String {
        self.plan.register().site().base_url.as_str().to_owned() + path
    }

    /// A day's first moment, where the site is.
    fn moment(&self, day: Day) -> DateTime<FixedOffset> {
        let hours = i32::try_from(self.plan.register().site().time_zone.hours()).unwrap_or_default();
        let zone = FixedOffset::east_opt(hours * 3600).unwrap_or_else(|| chrono::Offset::fix(&chrono::Utc));
        day.0.and_time(NaiveTime::MIN).and_local_timezone(zone).single().unwrap_or_default()
    }

    /// The newest entry's day; a feed without entries holds since the day as of which the site does.
    fn updated(&self) -> Day {
        self.items.first().map_or(self.plan.register().day(), |item| item.day)
    }

    fn atom(&self, path: &str) -> Result<Vec<u8>, Diagnostic> {
        let link = |rel: &str, href: String, kind: &str| atom::Link {
            href,
            rel: rel.into(),
            mime_type: Some(kind.into()),
            hreflang: Some(self.lang.code().into()),
            ..atom::Link::default()
        };
        let entry = |item: &Item| atom::Entry {
            title: atom::Text::plain(&item.title),
            id: item.id.clone(),
            updated: self.moment(item.day),
            published: Some(self.moment(item.day)),
            links: vec![link("alternate", item.url.clone(), "text/html")],
            content: Some(atom::Content {
                value: Some(item.text.clone()),
                content_type: Some("text".into()),
                ..atom::Content::default()
            }),
            ..atom::Entry::default()
        };
        let feed = atom::Feed {
            title: atom::Text::plain(self.name()),
            id: self.address(path),
            updated: self.moment(self.updated()),
            authors: vec![atom::Person { name: self.publisher().into(), ..atom::Person::default() }],
            links: vec![
                link("self", self.address(path), "application/atom+xml"),
                link("alternate", self.plan.canonical(self.page, self.lang), "text/html"),
            ],
            lang: Some(self.lang.code().into()),
            entries: self.items.iter().map(entry).collect(),
            ..atom::Feed::default()
        };
        let broken = |why: atom::Error| {
            Diagnostic::nowhere(Code::CannotWrite).with("path", path).with("reason", why.to_string())
        };
        let mut bytes = feed.write_to(Vec::new()).map_err(broken)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    fn json(&self, path: &str) -> Vec<u8> {
        let item = |item: &Item| {
            json!({ "id": item.id, "url": item.url, "title": item.title, "content_text": item.text,
                "date_published": self.moment(item.day).to_rfc3339(), "date_modified": self.moment(item.day).to_rfc3339() })
        };
        pretty(&json!({
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.name(),
            "home_page_url": self.plan.canonical(self.page, self.lang),
            "feed_url": self.address(path),
            "language": self.lang.code(),
            "authors": [{ "name": self.publisher() }],
            "items": self.items.iter().map(item).collect::<Vec<_>>(),
        }))
    }
}

/// Everything that was ever new on a page.
fn gather(plan: &Plan<'_>, page: Page) -> Vec<New> {
    let register = plan.register();
    let mut all = Vec::new();
    let mut stop = |id: StopId| {
        all.push(New::Stop(id));
        all.extend((0..register.stop(id).corrections.len()).map(|n| New::Correction(id, n)));
        all.extend(register.stop(id).news.iter().map(|n| New::News(*n)));
        all.extend(revised(plan, Page::Stop(id, Part::FIRST)));
        for entry in register.stop(id).entries() {
            let commitments = register.entry(entry).commitments();
            all.extend(of_entry(plan, entry, commitments));
        }
    };
    let every_revised = register.revised().iter().map(|(id, number)| New::Revision(*id, *number));
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
    let news = entry.news.iter().copied().chain(promised).map(New::News);
    let corrections = register.stop(entry.stop).corrections.iter().enumerate();
    let own = corrections.filter(|(_, c)| c.record.as_ref().is_some_and(|r| r.value == *entry.id));
    let own = own.map(|(n, _)| New::Correction(entry.stop, n));
    std::iter::once(New::Entry(id)).chain(news).chain(own).chain(revised(plan, Page::Entry(id))).collect()
}

/// The revisions of a page's record that changed more than adding news.
fn revised(plan: &Plan<'_>, page: Page) -> Vec<New> {
    let Some(id) = plan.history(page) else { return Vec::new() };
    plan.register().history(id).revised.iter().map(|number| New::Revision(id, *number)).collect()
}

/// Since when it is known.
fn day(plan: &Plan<'_>, new: New) -> Day {
    let register = plan.register();
    match new {
        New::Stop(id) => register.stop(id).known,
        New::Entry(id) => register.entry(id).known,
        New::News(id) => register.one_news(id).known,
        New::Correction(id, n) => register.stop(id).corrections[n].date.value,
        New::Revision(id, number) => register.history(id).revision(number).release,
    }
}

fn item(plan: &Plan<'_>, voice: Voice<'_>, lang: Lang, new: New, day: Day) -> Result<Item, Diagnostic> {
    let register = plan.register();
    let words = |text: &Text| text.plain(lang, register.main());
    let say = |key: &str, title: &str| voice.say(key, &[("title", Gap::Text(title))]);
    let title = |page: Page| voice.title(&plan.title(page, lang));
    let item = |reference: &str, title: String, text: String, url: String| Item {
        id: id(plan, reference),
        day,
        title,
        text,
        url,
    };
    Ok(match new {
        New::Stop(id) => {
            let stop = register.stop(id);
            let page = Page::Stop(id, Part::FIRST);
            let text = stop.record.summary.as_ref().map_or_else(|| title(page), |summary| Ok(words(summary)))?;
            let name = say("feed-stop", &title(page)?)?;
            item(&stop.number().to_string(), name, text, plan.canonical(page, lang))
        }
        New::Entry(id) => {
            let entry = register.entry(id);
            let page = Page::Entry(id);
            let key = if entry.aspiration().is_some() { "feed-aspiration" } else { "feed-announcement" };
            let said = entry.responses.first().map(|r| &r.record.text).filter(|_| entry.aspiration().is_none());
            let text = match entry.asked().or(said) {
                Some(text) => words(text),
                None if entry.withheld().is_some() => voice.say("withheld", &[])?,
                None => title(page)?,
            };
            item(&plan.register().entry_reference(id), say(key, &title(page)?)?, text, plan.canonical(page, lang))
        }
        New::News(id) => {
            let news = register.one_news(id);
            let about = match news.about[0] {
                Subject::Commitment(id) => words(&register.commitment(id).record.text),
                Subject::Entry(id) => title(Page::Entry(id))?,
                Subject::Stop(id) => title(Page::Stop(id, Part::FIRST))?,
            };
            let name = match news.record.status {
                Some(given) => {
                    let status = voice.say(&format!("status-{}", status(Some(given.value)).key), &[])?;
                    voice.say("feed-status", &[("status", Gap::Text(&status)), ("title", Gap::Text(&about))])?
                }
                None if news.record.check => say("feed-check", &about)?,
                None => say("feed-news", &about)?,
            };
            item(&news.reference, name, words(&news.record.text), plan.news_url(id, lang))
        }
        New::Correction(id, n) => {
            let stop = register.stop(id);
            let correction = stop.corrections[n];
            let page = register.corrected(id, correction).map_or(Page::Stop(id, Part::FIRST), Page::Entry);
            // No key has an underscore.
            let reference = format!("{}/_koreksi/{}", stop.number(), turn(&stop.corrections, n));
            let name = say("feed-correction", &title(page)?)?;
            item(&reference, name, words(&correction.text), plan.canonical(page, lang))
        }
        New::Revision(id, number) => {
            let history = register.history(id);
            let labels = labels(history, history.revision(number)).into_iter();
            let fields = labels.map(|label| label.key.map_or(Ok(label.field), |key| voice.say(&key, &[])));
            let fields = fields.collect::<Result<Vec<_>, _>>()?.join(", ");
            let text = voice.say("feed-revision-text", &[("fields", Gap::Text(&fields))])?;
            let name = title(Page::Past(id, number))?;
            let url = format!("{}#_r{number}", plan.canonical(plan.changes(id, number), lang));
            item(&format!("{}/r{number}", history.record), name, text, url)
        }
    })
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
