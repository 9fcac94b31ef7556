//! The feed entries of follow-ups: what is new, how close it is to the promise, and by whose word.

use super::entry::{EventBuilder, EventParts, dated_paragraph};
use super::phrase::{Paragraph, Phrase};
use crate::plan::{Page, PageNumber};
use crate::records::{Bearing, Deadline};
use crate::register::{FollowUp, FollowUpId, Subject};

impl<'r> EventBuilder<'r> {
    pub(super) fn follow_up_event(&self, id: FollowUpId) -> EventParts<'r> {
        let follow_up = self.register.follow_up(id);
        let record = follow_up.record;
        let (about, _) = self.subject_link(follow_up.about[0]);
        let title = match record.status {
            _ if record.check => Phrase::message_with("feed-check", "title", about),
            _ if record.bearing == Bearing::Related => {
                Phrase::message_with("feed-related", "title", about)
            }
            Some(status) => {
                let status = status_phrase(status.value.key());
                let args = vec![("status", status), ("title", about)];
                Phrase::Message("feed-status".into(), args)
            }
            None => Phrase::message_with("feed-news", "title", about),
        };
        (
            follow_up.reference.clone(),
            title,
            self.follow_up_body(follow_up),
            self.plan.follow_up_url(id, self.lang),
        )
    }

    fn follow_up_body(&self, follow_up: &FollowUp<'r>) -> Vec<Paragraph<'r>> {
        let record = follow_up.record;
        let mut body = Vec::new();
        // First of all: what follows must not be read as news of the promise itself.
        if record.bearing == Bearing::Related {
            let about = match follow_up.about[0] {
                Subject::Commitment(_) => "commitment",
                Subject::Entry(_) | Subject::Stop(_) => "other",
            };
            let about = Phrase::Plain(about);
            body.push(Phrase::message_with("feed-related-note", "about", about).into());
        }
        body.push(self.markdown_text(&record.text).into());
        self.add_status(&mut body, follow_up);
        if let Some(due) = &record.due {
            body.extend(self.new_deadline(&due.value).map(Paragraph::from));
        }
        if let Some(text) = &record.disputed {
            let text = self.markdown_text(text);
            body.push(Phrase::message_with("feed-disputed", "text", text).into());
        }
        self.add_notes(&mut body, &record.notes);
        for subject in &follow_up.about {
            let (title, url) = self.subject_link(*subject);
            body.push(Paragraph {
                phrases: vec![Phrase::message_with("feed-about", "title", title)],
                link: Some(url.into()),
            });
        }
        let key = if record.check {
            "feed-looked"
        } else {
            "feed-happened"
        };
        let day = Phrase::message_with(key, "day", Phrase::Day(record.date.value));
        body.push(dated_paragraph(day, follow_up.recorded));
        self.add_sources(&mut body, &follow_up.sources);
        body
    }

    /// Adds the status that a follow-up gives, by whose word, and who decided it.
    fn add_status(&self, body: &mut Vec<Paragraph<'r>>, follow_up: &FollowUp<'r>) {
        let record = follow_up.record;
        if let Some(status) = record.status {
            let mut publishers: Vec<&str> = Vec::new();
            for source in &follow_up.sources {
                let publisher = source.publisher.as_str();
                if !publishers.contains(&publisher) {
                    publishers.push(publisher);
                }
            }
            let who = publishers.into_iter().map(Phrase::Plain).collect();
            let args = vec![
                ("status", status_phrase(status.value.key())),
                ("who", Phrase::List(who)),
            ];
            body.push(Phrase::Message("feed-status-by".into(), args).into());
        }
        if record.reopens {
            body.push(Phrase::message("feed-reopens").into());
        }
        if let Some(who) = &record.by {
            let who = self.plain_text(who);
            body.push(Phrase::message_with("feed-decided", "who", who).into());
        }
        if let Some(id) = follow_up.replaced_by {
            let (title, url) = self.subject_link(Subject::Commitment(id));
            body.push(Paragraph {
                phrases: vec![Phrase::message_with("feed-replaced", "title", title)],
                link: Some(url.into()),
            });
        }
    }

    /// A deadline that a follow-up gives; `None` only of one that says nothing.
    fn new_deadline(&self, due: &'r Deadline) -> Option<Phrase<'r>> {
        let date = due.date.map(Phrase::PartialDate);
        let said = due.wording.as_ref().map(|text| self.plain_text(text));
        let (key, args) = match (date, said) {
            (Some(date), None) => ("feed-new-due", vec![("term", date)]),
            (Some(date), Some(said)) => {
                ("feed-new-due-reading", vec![("term", date), ("said", said)])
            }
            (None, Some(said)) => ("feed-new-due-said", vec![("said", said)]),
            (None, None) => return None,
        };
        Some(Phrase::Message(key.into(), args))
    }

    /// What a follow-up is about, and its address.
    fn subject_link(&self, subject: Subject) -> (Phrase<'r>, String) {
        match subject {
            Subject::Commitment(id) => {
                let text = &self.register.commitment(id).record.text;
                (
                    self.markdown_text(text),
                    self.plan.commitment_url(id, self.lang),
                )
            }
            Subject::Entry(id) => self.page_link(Page::Entry(id)),
            Subject::Stop(id) => self.page_link(Page::Stop(id, PageNumber::FIRST)),
        }
    }

    fn page_link(&self, page: Page) -> (Phrase<'r>, String) {
        (
            self.page_title(page),
            self.plan.canonical_url(page, self.lang),
        )
    }
}

fn status_phrase<'r>(key: &str) -> Phrase<'r> {
    Phrase::message(format!("status-{key}"))
}
