//! Follow-ups, in a timeline and in the list of all.

use super::builder::{Maker, status};
use super::components::is_related;
use super::{Link, Parts, PhotoView, Phrase, SourceView, StatusView};
use crate::plan::{FOLLOW_UPS_PER_PAGE, Page, PageNumber};
use crate::register::{self, FollowUpId, Subject};
use serde::Serialize;

/// A follow-up.
#[derive(Debug, Hash, Serialize)]
pub struct News<'r> {
    /// Its permanent name on a page: in a timeline the day, and a number where one day has several; in the list of all its
    /// reference.
    pub anchor: String,
    /// When it happened.
    pub date: String,
    /// Is it held back, and shown only because drafts were asked for?
    pub draft: bool,
    /// The status it gives.
    pub status: Option<StatusView>,
    /// The same subject, wider or elsewhere.
    pub related: bool,
    /// Someone looked and found nothing new.
    pub check: bool,
    /// A new deadline, as it is written.
    pub due: Option<String>,
    /// The words in which the new deadline was spoken.
    pub due_said: Option<Phrase<'r>>,
    /// What happened.
    pub text: Phrase<'r>,
    /// What it looked like.
    pub photos: Vec<PhotoView<'r>>,
    /// Who decided.
    pub by: Option<Phrase<'r>>,
    /// The commitment that took its place.
    pub replaced_by: Option<Link<'r>>,
    /// Who contests it and why.
    pub disputed: Option<Phrase<'r>>,
    /// On what it rests.
    pub sources: Vec<SourceView<'r>>,
    /// The editor's notes.
    pub notes: Vec<Phrase<'r>>,
    /// What it is about; empty where that is plain from the place at which it stands.
    pub about: Vec<About<'r>>,
}

/// What a follow-up is about.
#[derive(Debug, Hash, Serialize)]
pub struct About<'r> {
    /// `stop`, `entry` or `commitment`.
    pub kind: &'static str,
    /// Relative to the page.
    pub href: String,
    /// A commitment's promise, an aspiration's title; none for a stop.
    pub text: Option<Phrase<'r>>,
    /// The stop.
    pub stop: super::StopLink<'r>,
}

/// All follow-ups, newest first.
#[derive(Debug, Hash, Serialize)]
pub struct NewsList<'r> {
    /// Those of this part.
    pub news: Vec<News<'r>>,
    /// The ways to the other parts.
    pub parts: Parts,
}

impl<'r> Maker<'r> {
    /// A follow-up where it stands alone.
    pub(super) fn news(&self, id: FollowUpId) -> News<'r> {
        let news = self.register.follow_up(id);
        News {
            anchor: news.reference.replace('/', "_"),
            about: news.about.iter().map(|s| self.about(*s)).collect(),
            ..self.news_here(id, news.about[0])
        }
    }

    /// Follow-ups in the timeline of what they are about.
    pub(super) fn timeline(&self, subject: Subject, news: &[FollowUpId]) -> Vec<News<'r>> {
        news.iter().map(|id| self.news_here(*id, subject)).collect()
    }

    fn news_here(&self, id: FollowUpId, subject: Subject) -> News<'r> {
        let news: &register::FollowUp<'r> = self.register.follow_up(id);
        let record = news.record;
        News {
            anchor: news.name_at(subject),
            date: record.date.to_string(),
            draft: record.draft || record.publish_on.is_some_and(|day| day > self.register.day()),
            status: record.status.map(|s| status(Some(s.value))),
            related: is_related(record.bearing),
            check: record.check,
            due: record.due.as_ref().and_then(|d| d.date).map(|by| by.to_string()),
            due_said: record.due.as_ref().and_then(|d| d.wording.as_ref()).map(|t| self.phrase(t)),
            text: self.phrase(&record.text),
            photos: self.photos(&record.photos),
            by: record.by.as_ref().map(|t| self.phrase(t)),
            replaced_by: self.replacement(news),
            disputed: record.disputed.as_ref().map(|t| self.phrase(t)),
            sources: self.sources(&news.sources),
            notes: self.phrases(&record.notes),
            about: Vec::new(),
        }
    }

    fn replacement(&self, news: &register::FollowUp<'r>) -> Option<Link<'r>> {
        let new = news.replaced_by?;
        Some(Link { href: self.commitment_href(new), text: self.phrase(&self.register.commitment(new).record.text) })
    }

    fn about(&self, subject: Subject) -> About<'r> {
        match subject {
            Subject::Stop(id) => About {
                kind: "stop",
                href: self.href(Page::Stop(id, PageNumber::FIRST)),
                text: None,
                stop: self.stop_link(id),
            },
            Subject::Entry(id) => {
                let Link { href, text } = self.entry_link(id);
                About { kind: "entry", href, text: Some(text), stop: self.stop_link(self.register.entry(id).stop) }
            }
            Subject::Commitment(id) => {
                let commitment = self.register.commitment(id);
                About {
                    kind: "commitment",
                    href: self.commitment_href(id),
                    text: Some(self.phrase(&commitment.record.text)),
                    stop: self.stop_link(self.register.entry(commitment.entry).stop),
                }
            }
        }
    }

    pub(super) fn news_list(&self, part: PageNumber) -> NewsList<'r> {
        let (shown, parts) = self.part(self.plan.follow_ups(), (part, FOLLOW_UPS_PER_PAGE), Page::FollowUps);
        NewsList { news: shown.iter().map(|id| self.news(*id)).collect(), parts }
    }
}
