//! Every text of the records with its place, for rules that look at words wherever they stand.
//!
//! `contact` in site.yaml is left out: there an address is meant to be public.

use crate::diag::Span;
use crate::records::{
    Announcement, Aspiration, FollowUp, Line, Photo, Records, Response, Site, Source, Stop, Text, Withdrawn,
};

/// Gives each text with the place of the record it stands in; `line` receives what is never in several languages.
#[derive(Debug)]
pub struct Texts<'r> {
    /// Texts that may be in several languages.
    pub texts: Vec<&'r Text>,
    /// Lines, with the place in which they are to be looked for.
    pub lines: Vec<(&'r str, Span)>,
}

/// Gathers all texts.
pub fn all(records: &Records) -> Texts<'_> {
    let mut texts = Texts { texts: Vec::new(), lines: Vec::new() };
    if let Some(site) = &records.site {
        texts.site(site);
    }
    for district in &records.districts {
        texts.line(&district.name, district.key.span);
        district.villages.iter().for_each(|v| texts.line(&v.name, v.key.span));
    }
    for office in &records.offices {
        texts.texts.push(&office.name);
        texts.texts.extend(&office.short);
    }
    for topic in &records.topics {
        texts.texts.push(&topic.name);
        texts.texts.extend(&topic.description);
    }
    records.stops.iter().for_each(|stop| texts.stop(stop));
    records.follow_ups.iter().for_each(|entry| texts.follow_up(&entry.value, entry.span));
    for page in &records.pages {
        let head = Span { start: 0, end: page.span.start, ..page.span };
        texts.line(&page.front.title, head);
        page.front.summary.iter().for_each(|summary| texts.line(summary, head));
        texts.withdrawn(page.front.withdrawn.as_ref());
        texts.lines.push((&page.body, page.span));
    }
    texts
}

impl<'r> Texts<'r> {
    fn line(&mut self, line: &'r Line, span: Span) {
        self.lines.push((line.as_str(), span));
    }

    fn site(&mut self, site: &'r Site) {
        self.texts.extend([&site.title, &site.publisher]);
    }

    fn stop(&mut self, stop: &'r Stop) {
        self.texts.extend(stop.venue.iter().chain(&stop.summary).chain(&stop.notes).chain(&stop.services));
        self.texts.extend(stop.corrections.iter().map(|c| &c.text));
        self.texts.extend(stop.citing().filter_map(|c| c.title.as_ref()));
        stop.citing().for_each(|c| self.line(&c.publisher, stop.number.span));
        self.photos(&stop.photos);
        stop.sources.iter().for_each(|s| self.source(&s.value, s.span));
        self.withdrawn(stop.withdrawn.as_ref());
        stop.aspirations.iter().for_each(|a| self.aspiration(a));
        stop.announcements.iter().for_each(|a| self.announcement(a));
    }

    fn aspiration(&mut self, entry: &'r Aspiration) {
        self.texts.push(&entry.title);
        let more = entry.text.iter().chain(&entry.reported_by).chain(&entry.withheld).chain(&entry.notes);
        self.texts.extend(more);
        if let Some(from) = &entry.from {
            self.texts.push(&from.role);
            from.name.iter().for_each(|name| self.line(&name.value, name.span));
        }
        self.withdrawn(entry.withdrawn.as_ref());
        entry.responses.iter().for_each(|r| self.response(&r.value, r.span));
    }

    fn announcement(&mut self, entry: &'r Announcement) {
        self.texts.push(&entry.title);
        self.texts.extend(entry.reported_by.iter().chain(&entry.notes));
        self.withdrawn(entry.withdrawn.as_ref());
        entry.responses.iter().for_each(|r| self.response(&r.value, r.span));
    }

    fn response(&mut self, response: &'r Response, span: Span) {
        self.texts.push(&response.text);
        self.texts.extend(response.to.iter().chain(&response.reported_by).chain(&response.notes));
        if let Some(official) = &response.official {
            self.line(&official.name, span);
            self.texts.extend(&official.title);
        }
        for commitment in &response.commitments {
            self.texts.push(&commitment.text);
            self.texts.extend(commitment.budget.iter().chain(&commitment.conditions));
            self.withdrawn(commitment.withdrawn.as_ref());
            self.texts.extend(commitment.due.as_ref().and_then(|due| due.said.as_ref()));
        }
    }

    fn follow_up(&mut self, entry: &'r FollowUp, span: Span) {
        self.texts.push(&entry.text);
        self.texts.extend(entry.by.iter().chain(&entry.disputed).chain(&entry.notes));
        self.texts.extend(entry.due.as_ref().and_then(|due| due.said.as_ref()));
        self.photos(&entry.photos);
        entry.sources.iter().for_each(|s| self.source(s, span));
    }

    fn source(&mut self, source: &'r Source, span: Span) {
        self.texts.extend(source.title.iter().chain(&source.notes));
        self.line(&source.publisher, span);
    }

    fn withdrawn(&mut self, withdrawn: Option<&'r Withdrawn>) {
        self.texts.extend(withdrawn.map(|w| &w.reason));
    }

    fn photos(&mut self, photos: &'r [Photo]) {
        for photo in photos {
            self.texts.push(&photo.alt);
            self.texts.extend(photo.caption.iter().chain(&photo.credit));
        }
    }
}
