//! Every human-readable text of the records with its span, for rules that look at words wherever
//! they are written, and for the privacy report.
//!
//! `contact` in site.yaml is left out: there an address is meant to be public.

use crate::diag::Span;
use crate::records::{
    EntryRef, FollowUp, Photo, RecordTexts, Records, Response, SingleLine, Stop, Text, Withdrawn,
};

/// All texts, divided into those that can be translated and those that cannot.
#[derive(Debug, Default)]
pub struct AllTexts<'r> {
    /// Texts that may be in several languages.
    pub multilingual: Vec<&'r Text>,
    /// Names, lines and bodies of pages, with the span in which a message looks for them.
    pub monolingual: Vec<(&'r str, Span)>,
}

/// Collects all texts of the records.
pub fn collect_texts(records: &Records) -> AllTexts<'_> {
    let mut texts = AllTexts::default();
    if let Some(site) = &records.site {
        texts.multilingual.extend([&site.title, &site.publisher]);
    }
    for district in &records.districts {
        texts.add_line(&district.name, district.key.span);
        for village in &district.villages {
            texts.add_line(&village.name, village.key.span);
        }
    }
    for office in &records.offices {
        texts.multilingual.push(&office.name);
        texts.multilingual.extend(&office.short);
    }
    for topic in &records.topics {
        texts.multilingual.push(&topic.name);
        texts.multilingual.extend(&topic.description);
    }
    for stop in &records.stops {
        texts.add_stop(stop);
        for entry in stop.entries() {
            texts.add_entry(&entry);
        }
    }
    for follow_up in &records.follow_ups {
        texts.add_follow_up(follow_up, follow_up.span);
    }
    for page in &records.pages {
        // All that comes before the body.
        let front_matter = Span {
            start: 0,
            end: page.body_span.start,
            ..page.body_span
        };
        texts.add_line(&page.front_matter.title, front_matter);
        if let Some(summary) = &page.front_matter.summary {
            texts.add_line(summary, front_matter);
        }
        texts.add_withdrawal(page.front_matter.withdrawn.as_ref());
        texts.monolingual.push((&page.body, page.body_span));
    }
    texts
}

impl<'r> AllTexts<'r> {
    /// Every text in every language, each with the span in which a message looks for it.
    pub fn with_spans(self) -> Vec<(&'r str, Span)> {
        let translations = self.multilingual.iter().flat_map(|t| &t.translations);
        let mut all: Vec<_> = translations.map(|t| (t.text.as_str(), t.span)).collect();
        all.extend(self.monolingual);
        all
    }

    /// A single line has no span of its own: a message looks for it in that of the record around
    /// it.
    fn add_line(&mut self, line: &'r SingleLine, span: Span) {
        self.monolingual.push((line.as_str(), span));
    }

    fn add_stop(&mut self, stop: &'r Stop) {
        self.multilingual.extend(&stop.venue);
        self.multilingual.extend(&stop.summary);
        self.multilingual.extend(&stop.notes);
        self.multilingual.extend(&stop.services);
        self.multilingual
            .extend(stop.corrections.iter().map(|c| &c.text));
        for citation in stop.all_cited_by() {
            self.multilingual.extend(&citation.title);
            self.add_line(&citation.publisher, stop.number.span);
        }
        self.add_photos(&stop.photos);
        for source in &stop.sources {
            self.add_texts(source.texts(), source.span);
        }
        self.add_withdrawal(stop.withdrawn.as_ref());
    }

    fn add_entry(&mut self, entry: &EntryRef<'r>) {
        self.multilingual.push(entry.title);
        if let Some(aspiration) = entry.aspiration() {
            self.multilingual.extend(&aspiration.text);
            self.multilingual.extend(&aspiration.withheld);
            if let Some(from) = &aspiration.from {
                self.multilingual.push(&from.role);
                if let Some(name) = &from.name {
                    self.add_line(name, name.span);
                }
            }
        }
        self.multilingual.extend(entry.reported_by);
        self.multilingual.extend(entry.notes);
        self.add_withdrawal(entry.withdrawn);
        for response in entry.responses {
            self.add_response(response, response.span);
        }
    }

    fn add_response(&mut self, response: &'r Response, span: Span) {
        self.multilingual.extend(&response.text);
        self.multilingual.extend(&response.to);
        self.multilingual.extend(&response.reported_by);
        self.multilingual.extend(&response.notes);
        if let Some(official) = &response.official {
            self.add_line(&official.name, span);
            self.multilingual.extend(&official.title);
        }
        for commitment in &response.commitments {
            self.add_texts(commitment.texts(), commitment.id.span);
            self.add_withdrawal(commitment.withdrawn.as_ref());
        }
    }

    fn add_follow_up(&mut self, follow_up: &'r FollowUp, span: Span) {
        self.add_texts(follow_up.texts(), span);
        self.add_photos(&follow_up.photos);
        for source in &follow_up.sources {
            self.add_texts(source.texts(), span);
        }
    }

    /// Adds a record's own texts. `span` is where messages about its single lines point.
    fn add_texts(&mut self, texts: RecordTexts<'r>, span: Span) {
        self.multilingual.extend(texts.multilingual);
        for line in texts.lines {
            self.add_line(line, span);
        }
    }

    fn add_withdrawal(&mut self, withdrawn: Option<&'r Withdrawn>) {
        self.multilingual.extend(withdrawn.map(|w| &w.reason));
    }

    fn add_photos(&mut self, photos: &'r [Photo]) {
        for photo in photos {
            self.multilingual.push(&photo.alt);
            self.multilingual.extend(&photo.caption);
            self.multilingual.extend(&photo.credit);
        }
    }
}
