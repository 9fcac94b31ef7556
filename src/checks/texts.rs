//! Every text of the records with its place, for rules that look at words wherever they stand.
//!
//! `contact` in site.yaml is left out: there an address is meant to be public.

use crate::diag::Span;
use crate::records::{
    Announcement, Aspiration, FollowUp, Photo, Records, Response, SingleLine, Site, Source, Stop,
    Text, Withdrawn,
};

/// Gives each text with the place of the record it stands in; `line` receives what is never in several languages.
#[derive(Debug)]
pub struct AllTexts<'r> {
    /// Texts that may be in several languages.
    pub multilingual: Vec<&'r Text>,
    /// Lines, with the place in which they are to be looked for.
    pub monolingual: Vec<(&'r str, Span)>,
}

/// Gathers all texts.
pub fn collect_texts(records: &Records) -> AllTexts<'_> {
    let mut texts = AllTexts {
        multilingual: Vec::new(),
        monolingual: Vec::new(),
    };
    if let Some(site) = &records.site {
        texts.add_site(site);
    }
    for district in &records.districts {
        texts.push_line(&district.name, district.key.span);
        district
            .villages
            .iter()
            .for_each(|v| texts.push_line(&v.name, v.key.span));
    }
    for office in &records.offices {
        texts.multilingual.push(&office.name);
        texts.multilingual.extend(&office.short);
    }
    for topic in &records.topics {
        texts.multilingual.push(&topic.name);
        texts.multilingual.extend(&topic.description);
    }
    records.stops.iter().for_each(|stop| texts.add_stop(stop));
    records
        .follow_ups
        .iter()
        .for_each(|entry| texts.add_follow_up(&entry.value, entry.span));
    for page in &records.pages {
        let head = Span {
            start: 0,
            end: page.body_span.start,
            ..page.body_span
        };
        texts.push_line(&page.front_matter.title, head);
        page.front_matter
            .summary
            .iter()
            .for_each(|summary| texts.push_line(summary, head));
        texts.add_withdrawal(page.front_matter.withdrawn.as_ref());
        texts.monolingual.push((&page.body, page.body_span));
    }
    texts
}

impl<'r> AllTexts<'r> {
    fn push_line(&mut self, line: &'r SingleLine, span: Span) {
        self.monolingual.push((line.as_str(), span));
    }

    fn add_site(&mut self, site: &'r Site) {
        self.multilingual.extend([&site.title, &site.publisher]);
    }

    fn add_stop(&mut self, stop: &'r Stop) {
        self.multilingual.extend(
            stop.venue
                .iter()
                .chain(&stop.summary)
                .chain(&stop.notes)
                .chain(&stop.services),
        );
        self.multilingual
            .extend(stop.corrections.iter().map(|c| &c.text));
        self.multilingual
            .extend(stop.all_cited_by().filter_map(|c| c.title.as_ref()));
        stop.all_cited_by()
            .for_each(|c| self.push_line(&c.publisher, stop.number.span));
        self.add_photos(&stop.photos);
        stop.sources
            .iter()
            .for_each(|s| self.add_source(&s.value, s.span));
        self.add_withdrawal(stop.withdrawn.as_ref());
        stop.aspirations.iter().for_each(|a| self.add_aspiration(a));
        stop.announcements
            .iter()
            .for_each(|a| self.add_announcement(a));
    }

    fn add_aspiration(&mut self, entry: &'r Aspiration) {
        self.multilingual.push(&entry.title);
        let more = entry
            .text
            .iter()
            .chain(&entry.reported_by)
            .chain(&entry.withheld)
            .chain(&entry.notes);
        self.multilingual.extend(more);
        if let Some(from) = &entry.from {
            self.multilingual.push(&from.role);
            from.name
                .iter()
                .for_each(|name| self.push_line(&name.value, name.span));
        }
        self.add_withdrawal(entry.withdrawn.as_ref());
        entry
            .responses
            .iter()
            .for_each(|r| self.add_response(&r.value, r.span));
    }

    fn add_announcement(&mut self, entry: &'r Announcement) {
        self.multilingual.push(&entry.title);
        self.multilingual
            .extend(entry.reported_by.iter().chain(&entry.notes));
        self.add_withdrawal(entry.withdrawn.as_ref());
        entry
            .responses
            .iter()
            .for_each(|r| self.add_response(&r.value, r.span));
    }

    fn add_response(&mut self, response: &'r Response, span: Span) {
        self.multilingual.push(&response.text);
        self.multilingual.extend(
            response
                .to
                .iter()
                .chain(&response.reported_by)
                .chain(&response.notes),
        );
        if let Some(official) = &response.official {
            self.push_line(&official.name, span);
            self.multilingual.extend(&official.title);
        }
        for commitment in &response.commitments {
            self.multilingual.push(&commitment.text);
            self.multilingual
                .extend(commitment.budget.iter().chain(&commitment.conditions));
            self.add_withdrawal(commitment.withdrawn.as_ref());
            self.multilingual
                .extend(commitment.due.as_ref().and_then(|due| due.wording.as_ref()));
        }
    }

    fn add_follow_up(&mut self, entry: &'r FollowUp, span: Span) {
        self.multilingual.push(&entry.text);
        self.multilingual
            .extend(entry.by.iter().chain(&entry.disputed).chain(&entry.notes));
        self.multilingual
            .extend(entry.due.as_ref().and_then(|due| due.wording.as_ref()));
        self.add_photos(&entry.photos);
        entry.sources.iter().for_each(|s| self.add_source(s, span));
    }

    fn add_source(&mut self, source: &'r Source, span: Span) {
        self.multilingual
            .extend(source.title.iter().chain(&source.notes));
        self.push_line(&source.publisher, span);
    }

    fn add_withdrawal(&mut self, withdrawn: Option<&'r Withdrawn>) {
        self.multilingual.extend(withdrawn.map(|w| &w.reason));
    }

    fn add_photos(&mut self, photos: &'r [Photo]) {
        for photo in photos {
            self.multilingual.push(&photo.alt);
            self.multilingual
                .extend(photo.caption.iter().chain(&photo.credit));
        }
    }
}
