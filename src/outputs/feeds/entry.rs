//! The entries of feeds in two stages: first as the records have them, of which a fingerprint tells
//! whether the feed changed; then, only if it did, with the theme's messages.
//!
//! An entry is read alone, far from the site: it says itself how close its news is to the promise,
//! on what it rests, what is doubtful about it, when it happened and when it was recorded. Those of
//! follow-ups are in `follow_up`.

use super::event_kind::{EventKind, recorded_day};
use super::phrase::{Paragraph, Phrase};
use crate::diag::Diagnostic;
use crate::outputs::context::text_in;
use crate::plan::{Page, PageNumber, Plan};
use crate::records::{AnswerKind, Correction, Day, Lang, Setting, Source, Text, VillageKind};
use crate::register::{Entry, EntryId, HistoryId, Outcome, Register, Response, StopId};
use crate::theme::{Localizer, escape_html};
use crate::view::{self, changed_field_labels};

/// An entry of a feed as the records have it.
#[derive(Hash)]
pub(super) struct FeedEvent<'r> {
    id: String,
    pub(super) day: Day,
    title: Phrase<'r>,
    body: Vec<Paragraph<'r>>,
    url: String,
}

/// An entry of a feed in the words of one language.
pub(super) struct FeedItem<'a> {
    pub(super) id: &'a str,
    pub(super) day: Day,
    pub(super) title: String,
    pub(super) html: String,
    pub(super) url: &'a str,
}

impl FeedEvent<'_> {
    /// The entry in the words of one language.
    pub(super) fn to_item(&self, localizer: Localizer<'_>) -> Result<FeedItem<'_>, Diagnostic> {
        let mut html = String::new();
        for paragraph in &self.body {
            html += "<p>";
            html += &escape_html(&paragraph.localize(localizer)?);
            if let Some(url) = &paragraph.link {
                let url = escape_html(url);
                html.extend([" <a href=\"", &url, "\">", &url, "</a>"]);
            }
            html += "</p>";
        }
        Ok(FeedItem {
            id: &self.id,
            day: self.day,
            title: self.title.localize(localizer)?,
            html,
            url: &self.url,
        })
    }
}

/// The reference, title, text and address of an event.
pub(super) type EventParts<'r> = (String, Phrase<'r>, Vec<Paragraph<'r>>, String);

/// Describes events in one language, as the records have them.
pub(super) struct EventBuilder<'r> {
    pub(super) plan: &'r Plan<'r>,
    pub(super) register: &'r Register<'r>,
    pub(super) lang: Lang,
}

impl<'r> EventBuilder<'r> {
    /// A feed entry as the records have it, published on a day.
    pub(super) fn feed_event(&self, kind: EventKind, day: Day) -> FeedEvent<'r> {
        let recorded = recorded_day(self.register, kind);
        let (reference, title, body, url) = match kind {
            EventKind::Stop(id) => self.stop_event(id, recorded),
            EventKind::Entry(id) => self.entry_event(id, recorded),
            EventKind::FollowUp(id) => self.follow_up_event(id),
            EventKind::Correction(id, n) => self.correction_event(id, n, recorded),
            EventKind::Revision(id, number) => self.revision_event(id, number),
        };
        FeedEvent {
            id: tag_uri(self.plan, &reference),
            day,
            title,
            body,
            url,
        }
    }

    pub(super) fn markdown_text(&self, text: &'r Text) -> Phrase<'r> {
        Phrase::Markdown(text_in(self.plan, text, self.lang))
    }

    pub(super) fn plain_text(&self, text: &'r Text) -> Phrase<'r> {
        Phrase::Plain(text_in(self.plan, text, self.lang))
    }

    pub(super) fn page_title(&self, page: Page) -> Phrase<'r> {
        Phrase::Title(view::title(self.plan, page, self.lang))
    }

    fn stop_title(&self, id: StopId) -> Phrase<'r> {
        self.page_title(Page::Stop(id, PageNumber::FIRST))
    }

    /// An event on a page: its title is a message around the page's.
    fn page_event(
        &self,
        reference: String,
        key: &'static str,
        page: Page,
        body: Vec<Paragraph<'r>>,
    ) -> EventParts<'r> {
        let title = Phrase::message_with(key, "title", self.page_title(page));
        let url = self.plan.canonical_url(page, self.lang);
        (reference, title, body, url)
    }

    fn stop_event(&self, id: StopId, recorded: Option<Day>) -> EventParts<'r> {
        let stop = self.register.stop(id);
        let mut body = Vec::new();
        let summary = stop.record.summary.as_ref();
        body.extend(summary.map(|text| Paragraph::from(self.markdown_text(text))));
        self.add_notes(&mut body, &stop.record.notes);
        let day = Phrase::Day(stop.record.date.value);
        body.push(dated_paragraph(
            Phrase::message_with("feed-held", "day", day),
            recorded,
        ));
        self.add_sources(&mut body, &stop.sources);
        let page = Page::Stop(id, PageNumber::FIRST);
        self.page_event(stop.number().to_string(), "feed-stop", page, body)
    }

    /// Who asked for what, what became of it, and what was answered and promised.
    fn entry_event(&self, id: EntryId, recorded: Option<Day>) -> EventParts<'r> {
        let entry = self.register.entry(id);
        let outcome = entry.outcome();
        let mut body = Vec::new();
        if outcome != Some(Outcome::Withheld) {
            body.extend(self.asker_phrase(entry).map(Paragraph::from));
            let request = entry.request_text();
            body.extend(request.map(|text| Paragraph::from(self.markdown_text(text))));
            self.add_attribution(&mut body, entry.setting, entry.reported_by);
        }
        body.extend(outcome.map(|outcome| Paragraph::from(outcome_phrase(entry, outcome))));
        for response in &entry.responses {
            self.add_response(&mut body, response);
        }
        if outcome != Some(Outcome::Withheld) {
            self.add_notes(&mut body, entry.notes);
        }
        let stop = self.register.stop(entry.stop);
        let place = vec![
            ("stop", self.stop_title(entry.stop)),
            ("day", Phrase::Day(stop.record.date.value)),
        ];
        body.push(dated_paragraph(
            Phrase::Message("feed-at-stop".into(), place),
            recorded,
        ));
        if outcome != Some(Outcome::Withheld) {
            let mut sources = entry.sources.clone();
            sources.extend(entry.responses.iter().flat_map(|r| &r.sources));
            self.add_sources(&mut body, &sources);
        }
        let key = if outcome.is_some() {
            "feed-aspiration"
        } else {
            "feed-announcement"
        };
        let reference = self.register.entry_reference(id);
        self.page_event(reference, key, Page::Entry(id), body)
    }

    /// Who asked: a role and perhaps a village, never a name.
    fn asker_phrase(&self, entry: &Entry<'r>) -> Option<Phrase<'r>> {
        let role = self.plain_text(&entry.aspiration()?.from.as_ref()?.role);
        let Some(index) = entry.village_index else {
            return Some(Phrase::message_with("feed-asker", "who", role));
        };
        let district = self.register.stop(entry.stop).district;
        let village = &self.register.district(district).record.villages[index];
        let kind = if village.kind == Some(VillageKind::Kelurahan) {
            "kelurahan"
        } else {
            "desa"
        };
        let name = Phrase::Plain(village.name.as_str());
        let args = vec![("kind", Phrase::Plain(kind)), ("name", name)];
        let village = Phrase::Message("village".into(), args);
        let who = Phrase::List(vec![role, village]);
        Some(Phrase::message_with("feed-asker", "who", who))
    }

    /// An answer with its promises: who gave it, and its kinds where nobody reports its words.
    fn add_response(&self, body: &mut Vec<Paragraph<'r>>, response: &Response<'r>) {
        let record = response.record;
        let official = record.official.as_ref();
        let speaker = match (response.office, official) {
            (Some(id), _) => self.plain_text(self.register.office(id).record.display_name()),
            (None, Some(official)) => Phrase::Plain(official.name.as_str()),
            (None, None) => Phrase::message("speaker-unknown"),
        };
        let said = match &record.text {
            Some(text) => self.markdown_text(text),
            None => answer_kinds(&record.answer.value),
        };
        let args = vec![("who", speaker), ("text", said)];
        body.push(Phrase::Message("feed-said-by".into(), args).into());
        self.add_attribution(body, record.setting, record.reported_by.as_ref());
        for id in &response.commitments {
            let text = self.markdown_text(&self.register.commitment(*id).record.text);
            body.push(Phrase::message_with("feed-promise", "text", text).into());
        }
        self.add_notes(body, &record.notes);
    }

    /// Where something was said, if not in the forum, and who relays it.
    fn add_attribution(
        &self,
        body: &mut Vec<Paragraph<'r>>,
        setting: Setting,
        reported_by: Option<&'r Text>,
    ) {
        let mut phrases = Vec::new();
        match setting {
            Setting::Forum => {}
            Setting::Media => phrases.push(Phrase::message("setting-media")),
            Setting::Elsewhere => phrases.push(Phrase::message("setting-elsewhere")),
        }
        if let Some(who) = reported_by {
            phrases.push(Phrase::message_with(
                "feed-relayed",
                "who",
                self.plain_text(who),
            ));
        }
        if !phrases.is_empty() {
            let link = None;
            body.push(Paragraph { phrases, link });
        }
    }

    fn correction_event(&self, id: StopId, n: usize, recorded: Option<Day>) -> EventParts<'r> {
        let stop = self.register.stop(id);
        let correction = stop.corrections[n];
        let page = self
            .register
            .correction_target(id, correction)
            .map_or(Page::Stop(id, PageNumber::FIRST), Page::Entry);
        // No key has an underscore, so no record can ever have this reference.
        let ordinal = correction_ordinal(&stop.corrections, n);
        let reference = format!("{}/_koreksi/{ordinal}", stop.number());
        let day = Phrase::Day(correction.date.value);
        let day = Phrase::message_with("feed-corrected", "day", day);
        let body = vec![
            self.markdown_text(&correction.text).into(),
            dated_paragraph(day, recorded),
        ];
        self.page_event(reference, "feed-correction", page, body)
    }

    fn revision_event(&self, id: HistoryId, number: u32) -> EventParts<'r> {
        let history = self.register.history(id);
        let revision = history.revision(number);
        let fields = Phrase::Fields(changed_field_labels(history, revision));
        let changed = Phrase::message_with("feed-revision-text", "fields", fields);
        let page = self.plan.revision_history_page(id, number);
        let url = format!("{}#_r{number}", self.plan.canonical_url(page, self.lang));
        (
            format!("{}/r{number}", history.record),
            self.page_title(Page::Revision(id, number)),
            vec![dated_paragraph(changed, Some(revision.release))],
            url,
        )
    }

    /// Adds the editor's notes.
    pub(super) fn add_notes(&self, body: &mut Vec<Paragraph<'r>>, notes: &'r [Text]) {
        for note in notes {
            let text = self.markdown_text(note);
            body.push(Phrase::message_with("feed-note", "text", text).into());
        }
    }

    /// Adds sources, each once: answers often rest on that of the request.
    pub(super) fn add_sources(&self, body: &mut Vec<Paragraph<'r>>, sources: &[&'r Source]) {
        for (n, source) in sources.iter().copied().enumerate() {
            let mut earlier = sources[..n].iter();
            if !earlier.any(|known| std::ptr::eq(*known, source)) {
                body.push(self.source_paragraph(source));
            }
        }
    }

    fn source_paragraph(&self, source: &'r Source) -> Paragraph<'r> {
        let day = match source.date {
            Some(day) => Phrase::Day(day.value),
            None => Phrase::message("undated"),
        };
        let publisher = Phrase::Plain(source.publisher.as_str());
        let mut args = vec![("publisher", publisher), ("day", day)];
        let mut key = "feed-source";
        if let Some(title) = &source.title {
            args.push(("title", self.plain_text(title)));
            key = "feed-source-titled";
        }
        let mut phrases = vec![Phrase::Message(key.into(), args)];
        if source.partial {
            phrases.push(Phrase::message("partial"));
        }
        phrases.extend(source.notes.iter().map(|note| self.markdown_text(note)));
        Paragraph {
            phrases,
            link: source.url.as_ref().map(|url| url.as_str().into()),
        }
    }
}

/// A paragraph on the day of something, and on the day on which that was recorded.
pub(super) fn dated_paragraph(day: Phrase<'_>, recorded: Option<Day>) -> Paragraph<'_> {
    let mut phrases = vec![day];
    phrases
        .extend(recorded.map(|day| Phrase::message_with("feed-recorded", "day", Phrase::Day(day))));
    Paragraph {
        phrases,
        link: None,
    }
}

/// What became of an aspiration; of an answer its kinds.
fn outcome_phrase<'r>(entry: &Entry<'_>, outcome: Outcome) -> Phrase<'r> {
    if outcome == Outcome::Answered {
        let kinds = answer_kinds(&entry.answer_kinds());
        Phrase::message_with("feed-answered", "kinds", kinds)
    } else {
        Phrase::message(format!("outcome-{}", outcome.key()))
    }
}

fn answer_kinds<'r>(kinds: &[AnswerKind]) -> Phrase<'r> {
    let mut words = Vec::with_capacity(kinds.len());
    for kind in kinds {
        words.push(Phrase::message(format!("answer-{}", kind.as_str())));
    }
    Phrase::List(words)
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
