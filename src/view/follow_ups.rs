//! Follow-ups, in a timeline and in the list of all.

use super::builder::{ViewBuilder, status_view};
use super::components::{
    LocalizedText, Pagination, PhotoView, SourceView, StatusView, TextLink, is_related,
};
use crate::plan::{FOLLOW_UPS_PER_PAGE, Page, PageNumber};
use crate::register::{self, FollowUpId, Subject};
use serde::Serialize;

/// A follow-up.
#[derive(Debug, Hash, Serialize)]
pub struct FollowUpView<'r> {
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
    pub due_said: Option<LocalizedText<'r>>,
    /// What happened.
    pub text: LocalizedText<'r>,
    /// What it looked like.
    pub photos: Vec<PhotoView<'r>>,
    /// Who decided.
    pub by: Option<LocalizedText<'r>>,
    /// The commitment that took its place.
    pub replaced_by: Option<TextLink<'r>>,
    /// Who contests it and why.
    pub disputed: Option<LocalizedText<'r>>,
    /// On what it rests.
    pub sources: Vec<SourceView<'r>>,
    /// The editor's notes.
    pub notes: Vec<LocalizedText<'r>>,
    /// What it is about; empty where that is plain from the place at which it stands.
    pub about: Vec<FollowUpSubject<'r>>,
}

/// What a follow-up is about.
#[derive(Debug, Hash, Serialize)]
pub struct FollowUpSubject<'r> {
    /// `stop`, `entry` or `commitment`.
    pub kind: &'static str,
    /// Relative to the page.
    pub href: String,
    /// A commitment's promise, an aspiration's title; none for a stop.
    pub text: Option<LocalizedText<'r>>,
    /// The stop.
    pub stop: super::StopLink<'r>,
}

/// All follow-ups, newest first.
#[derive(Debug, Hash, Serialize)]
pub struct FollowUpListView<'r> {
    /// Those of this part.
    pub follow_ups: Vec<FollowUpView<'r>>,
    /// The ways to the other parts.
    pub pagination: Pagination,
}

impl<'r> ViewBuilder<'r> {
    /// A follow-up where it stands alone.
    pub(super) fn follow_up_view(&self, id: FollowUpId) -> FollowUpView<'r> {
        let news = self.register.follow_up(id);
        FollowUpView {
            anchor: news.reference.replace('/', "_"),
            about: news
                .about
                .iter()
                .map(|s| self.follow_up_subject(*s))
                .collect(),
            ..self.follow_up_in_timeline(id, news.about[0])
        }
    }

    /// Follow-ups in the timeline of what they are about.
    pub(super) fn timeline(&self, subject: Subject, news: &[FollowUpId]) -> Vec<FollowUpView<'r>> {
        news.iter()
            .map(|id| self.follow_up_in_timeline(*id, subject))
            .collect()
    }

    fn follow_up_in_timeline(&self, id: FollowUpId, subject: Subject) -> FollowUpView<'r> {
        let news: &register::FollowUp<'r> = self.register.follow_up(id);
        let record = news.record;
        FollowUpView {
            anchor: news.name_at(subject),
            date: record.date.to_string(),
            draft: record.draft
                || record
                    .publish_on
                    .is_some_and(|day| day > self.register.day()),
            status: record.status.map(|s| status_view(Some(s.value))),
            related: is_related(record.bearing),
            check: record.check,
            due: record
                .due
                .as_ref()
                .and_then(|d| d.date)
                .map(|by| by.to_string()),
            due_said: record
                .due
                .as_ref()
                .and_then(|d| d.wording.as_ref())
                .map(|t| self.localized(t)),
            text: self.localized(&record.text),
            photos: self.photo_views(&record.photos),
            by: record.by.as_ref().map(|t| self.localized(t)),
            replaced_by: self.replacement_link(news),
            disputed: record.disputed.as_ref().map(|t| self.localized(t)),
            sources: self.source_views(&news.sources),
            notes: self.localized_list(&record.notes),
            about: Vec::new(),
        }
    }

    fn replacement_link(&self, news: &register::FollowUp<'r>) -> Option<TextLink<'r>> {
        let new = news.replaced_by?;
        Some(TextLink {
            href: self.commitment_href(new),
            text: self.localized(&self.register.commitment(new).record.text),
        })
    }

    fn follow_up_subject(&self, subject: Subject) -> FollowUpSubject<'r> {
        match subject {
            Subject::Stop(id) => FollowUpSubject {
                kind: "stop",
                href: self.page_href(Page::Stop(id, PageNumber::FIRST)),
                text: None,
                stop: self.stop_link(id),
            },
            Subject::Entry(id) => {
                let TextLink { href, text } = self.entry_link(id);
                FollowUpSubject {
                    kind: "entry",
                    href,
                    text: Some(text),
                    stop: self.stop_link(self.register.entry(id).stop),
                }
            }
            Subject::Commitment(id) => {
                let commitment = self.register.commitment(id);
                FollowUpSubject {
                    kind: "commitment",
                    href: self.commitment_href(id),
                    text: Some(self.localized(&commitment.record.text)),
                    stop: self.stop_link(self.register.entry(commitment.entry).stop),
                }
            }
        }
    }

    pub(super) fn follow_up_list_view(&self, part: PageNumber) -> FollowUpListView<'r> {
        let (shown, parts) = self.paginate(
            self.plan.follow_ups(),
            (part, FOLLOW_UPS_PER_PAGE),
            Page::FollowUps,
        );
        FollowUpListView {
            follow_ups: shown.iter().map(|id| self.follow_up_view(*id)).collect(),
            pagination: parts,
        }
    }
}
