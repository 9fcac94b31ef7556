//! What is new, as Atom (RFC 4287): on the whole site, and on each stop, record, kecamatan, office and
//! topic that has anything to tell; on the whole site also as JSON Feed 1.1. An entry is a stop, an aspiration or announcement, a
//! follow-up, a correction or a revision; its id is made from its reference and never changes, and
//! it is published on the day on which that was recorded.

mod entry;
mod event_kind;
mod events;
mod follow_up;
mod phrase;

use super::context::{OutputContext, library_error, pretty_json, text_in};
use crate::diag::Diagnostic;
use crate::plan::alternates::{ATOM_FEED, JSON_FEED};
use crate::plan::{Page, Plan};
use crate::records::{Day, Lang};
use crate::theme::Theme;
use crate::view;
use atom_syndication as atom;
use chrono::{DateTime, FixedOffset, NaiveTime};
use entry::FeedItem;
use serde::Serialize;

/// Writes the feeds of a page that has any.
pub(super) fn write_feeds(
    plan: &Plan<'_>,
    theme: &Theme,
    output: OutputContext<'_>,
    page: Page,
    lang: Lang,
) -> Result<(), Diagnostic> {
    if plan.feed_page(page) != Some(page) {
        return Ok(());
    }
    let xml = plan.alternate_path(page, lang, ATOM_FEED);
    let json = (page == Page::Home).then(|| plan.alternate_path(page, lang, JSON_FEED));
    // Two stages: localizing and XML are only for feeds that changed.
    let events = events::latest_events(plan, page, lang);
    let register = plan.register();
    let site = register.site();
    let updated = events
        .first()
        .map_or_else(|| register.recorded_until(), |event| event.day);
    let title = view::title(plan, page, lang);
    // Everything that gets into the files, apart from the theme's messages, which the theme adds.
    let fingerprint = theme.fingerprint(&(
        lang,
        &xml,
        plan.canonical_url(page, lang),
        site.time_zone.utc_offset_hours(),
        (
            site.title.in_language(lang, register.main_language()),
            site.publisher.in_language(lang, register.main_language()),
            site.standing.value,
        ),
        &title,
        updated,
        &events,
    ));
    // Both are asked about, since asking also records of what the file is made.
    let has_xml = (output.reuse)(&xml, fingerprint);
    let json = json.filter(|path| !(output.reuse)(path, fingerprint));
    if has_xml && json.is_none() {
        return Ok(());
    }
    let localizer = theme.localizer(lang);
    let items = events
        .iter()
        .map(|event| event.to_item(localizer))
        .collect::<Result<_, _>>()?;
    let feed = Feed {
        plan,
        page,
        lang,
        title: format!(
            "{} · {}",
            localizer.title_text(&title)?,
            text_in(plan, &site.title, lang)
        ),
        standing: localizer.standing_line(site.standing.value)?,
        publisher: text_in(plan, &site.publisher, lang),
        items,
        updated,
    };
    if !has_xml {
        (output.write)(&xml, &feed.to_atom(&xml)?)?;
    }
    if let Some(json) = json {
        (output.write)(&json, &feed.to_json(&json))?;
    }
    Ok(())
}

/// A JSON Feed, in the order in which its parts are written.
#[derive(Serialize)]
struct JsonFeed<'f> {
    version: &'static str,
    title: &'f str,
    description: &'f str,
    home_page_url: String,
    feed_url: String,
    language: &'static str,
    authors: [JsonAuthor<'f>; 1],
    items: Vec<JsonItem<'f>>,
}

#[derive(Serialize)]
struct JsonAuthor<'f> {
    name: &'f str,
}

#[derive(Serialize)]
struct JsonItem<'f> {
    id: &'f str,
    url: &'f str,
    title: &'f str,
    content_html: &'f str,
    date_published: String,
    date_modified: String,
}

/// A feed about to be written.
struct Feed<'p, 'r> {
    plan: &'p Plan<'r>,
    page: Page,
    lang: Lang,
    /// `Studi banding · J-HUR`
    title: String,
    /// Who speaks: the site's own sentence on that, below the title.
    standing: String,
    publisher: &'p str,
    items: Vec<FeedItem<'p>>,
    /// The newest entry's day; of a site without entries the day up to which it was recorded.
    updated: Day,
}

impl Feed<'_, '_> {
    fn absolute_url(&self, path: &str) -> String {
        self.plan.register().site().base_url.as_str().to_owned() + path
    }

    /// A day's first moment, where the site is.
    fn day_start(&self, day: Day) -> DateTime<FixedOffset> {
        let hours = i32::try_from(self.plan.register().site().time_zone.utc_offset_hours())
            .unwrap_or_default();
        let zone = FixedOffset::east_opt(hours * 3600)
            .unwrap_or_else(|| chrono::Offset::fix(&chrono::Utc));
        day.0
            .and_time(NaiveTime::MIN)
            .and_local_timezone(zone)
            .single()
            .unwrap_or_default()
    }

    /// The feed as Atom, to be published at `path`, which is also its id.
    fn to_atom(&self, path: &str) -> Result<Vec<u8>, Diagnostic> {
        let link = |rel: &str, href: String, kind: &str| atom::Link {
            href,
            rel: rel.into(),
            mime_type: Some(kind.into()),
            hreflang: Some(self.lang.code().into()),
            ..atom::Link::default()
        };
        let entry = |item: &FeedItem<'_>| atom::Entry {
            title: atom::Text::plain(&item.title),
            id: item.id.to_owned(),
            updated: self.day_start(item.day),
            published: Some(self.day_start(item.day)),
            links: vec![link("alternate", item.url.to_owned(), "text/html")],
            content: Some(atom::Content {
                value: Some(item.html.clone()),
                content_type: Some("html".into()),
                ..atom::Content::default()
            }),
            ..atom::Entry::default()
        };
        let feed = atom::Feed {
            title: atom::Text::plain(self.title.as_str()),
            subtitle: Some(atom::Text::plain(self.standing.as_str())),
            id: self.absolute_url(path),
            updated: self.day_start(self.updated),
            authors: vec![atom::Person {
                name: self.publisher.into(),
                ..atom::Person::default()
            }],
            links: vec![
                link("self", self.absolute_url(path), "application/atom+xml"),
                link(
                    "alternate",
                    self.plan.canonical_url(self.page, self.lang),
                    "text/html",
                ),
            ],
            lang: Some(self.lang.code().into()),
            entries: self.items.iter().map(entry).collect(),
            ..atom::Feed::default()
        };
        let mut bytes = feed
            .write_to(Vec::new())
            .map_err(|error| library_error(path, &error))?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// The feed as JSON Feed, to be published at `path`.
    fn to_json(&self, path: &str) -> Vec<u8> {
        pretty_json(&JsonFeed {
            version: "https://jsonfeed.org/version/1.1",
            title: &self.title,
            description: &self.standing,
            home_page_url: self.plan.canonical_url(self.page, self.lang),
            feed_url: self.absolute_url(path),
            language: self.lang.code(),
            authors: [JsonAuthor {
                name: self.publisher,
            }],
            items: self.items.iter().map(|item| self.json_item(item)).collect(),
        })
    }

    fn json_item<'i>(&self, item: &'i FeedItem<'_>) -> JsonItem<'i> {
        let moment = self.day_start(item.day).to_rfc3339();
        JsonItem {
            id: item.id,
            url: item.url,
            title: &item.title,
            content_html: &item.html,
            date_published: moment.clone(),
            date_modified: moment,
        }
    }
}
