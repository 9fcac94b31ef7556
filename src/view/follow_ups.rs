//! Follow-ups: in the timeline of a stop, an entry or a commitment, and in the list of all.

use super::builder::{ViewBuilder, status_view};
use super::components::{
    LocalizedText, Pagination, PhotoView, SourceView, StatusView, StopLink, TextLink,
};
use crate::plan::{FOLLOW_UPS_PER_PAGE, Page, PageNumber};
use crate::records::{Bearing, Day, Refs, SingleLine};
use crate::register::{FollowUpId, KnownStatus, Subject, is_recorded_late};
use serde::Serialize;

/// A follow-up.
#[derive(Debug, Hash, Serialize)]
pub struct FollowUpView<'r> {
    /// Its fragment, which never changes: in a timeline the day, with a number where one day has
    /// several; in the list of all its reference.
    pub anchor: String,
    /// When it happened.
    pub date: String,
    /// When it was recorded, if that was long after it happened and `recorded_together` does not
    /// say it for the whole page.
    pub recorded: Option<String>,
    /// Whether it is held back, and shown only because drafts were asked for.
    pub draft: bool,
    /// The status it gives.
    pub status: Option<StatusView>,
    /// Whether it says that what counted as done is open again.
    pub reopens: bool,
    /// Whether it is about the same subject, but wider or elsewhere.
    pub related: bool,
    /// Whether it is a check: somebody looked and found nothing new.
    pub check: bool,
    /// A new deadline, as it is written.
    pub due: Option<String>,
    /// The new deadline in the words spoken.
    pub due_said: Option<LocalizedText<'r>>,
    /// What happened.
    pub text: LocalizedText<'r>,
    /// Photographs.
    pub photos: Vec<PhotoView<'r>>,
    /// Who decided.
    pub by: Option<LocalizedText<'r>>,
    /// The commitment that replaces the one it is about.
    pub replaced_by: Option<TextLink<'r>>,
    /// Its numbers in official systems, each after the system's key.
    pub refs: Vec<(&'static str, &'r SingleLine)>,
    /// Who contests it and why.
    pub disputed: Option<LocalizedText<'r>>,
    /// Its sources.
    pub sources: Vec<SourceView<'r>>,
    /// The editor's notes.
    pub notes: Vec<LocalizedText<'r>>,
    /// What it is about; empty in a timeline, where the page says so.
    pub about: Vec<FollowUpSubject<'r>>,
}

/// What a follow-up is about.
#[derive(Debug, Hash, Serialize)]
pub struct FollowUpSubject<'r> {
    /// `stop`, `entry` or `commitment`.
    pub kind: &'static str,
    /// Relative to the page.
    pub href: String,
    /// A commitment's text, an entry's title. `None` for a stop.
    pub text: Option<LocalizedText<'r>>,
    /// The stop.
    pub stop: StopLink<'r>,
}

/// All follow-ups, newest first.
#[derive(Debug, Hash, Serialize)]
pub struct FollowUpListView<'r> {
    /// When its late entries were recorded, if they do not say it themselves.
    pub recorded_together: Option<String>,
    /// Those on this page of the list.
    pub follow_ups: Vec<FollowUpView<'r>>,
    /// Links to the other pages of the list.
    pub pagination: Pagination,
}

/// The day on which all late entries among the follow-ups of a page were recorded, if they are
/// several, it is one day, and no other news on the page is as old; they then no longer say it
/// themselves.
pub(super) fn recorded_together(follow_ups: &mut [&mut FollowUpView<'_>]) -> Option<String> {
    let mut late = follow_ups.iter().filter_map(|f| f.recorded.clone());
    let first = late.next()?;
    let others: Vec<String> = late.collect();
    if others.is_empty() || others.iter().any(|day| *day != first) {
        return None;
    }
    let recorded = Day::parse(&first)?;
    let is_older = |day: &str| Day::parse(day).is_some_and(|own| is_recorded_late(recorded, own));
    if follow_ups
        .iter()
        .any(|f| f.recorded.is_none() && is_older(&f.date))
    {
        return None;
    }
    for follow_up in follow_ups {
        follow_up.recorded = None;
    }
    Some(first)
}

impl<'r> ViewBuilder<'r> {
    /// A follow-up in a list of its own, with what it is about.
    pub(super) fn follow_up_view(&self, id: FollowUpId) -> FollowUpView<'r> {
        let follow_up = self.register.follow_up(id);
        FollowUpView {
            // Days repeat in the list of all, references do not; a fragment cannot have slashes.
            anchor: follow_up.reference.replace('/', "_"),
            about: follow_up
                .about
                .iter()
                .map(|subject| self.follow_up_subject(*subject))
                .collect(),
            ..self.follow_up_in_timeline(id, follow_up.about[0])
        }
    }

    /// Follow-ups in the timeline of what they are about.
    pub(super) fn timeline(&self, subject: Subject, ids: &[FollowUpId]) -> Vec<FollowUpView<'r>> {
        ids.iter()
            .map(|id| self.follow_up_in_timeline(*id, subject))
            .collect()
    }

    fn follow_up_in_timeline(&self, id: FollowUpId, subject: Subject) -> FollowUpView<'r> {
        let follow_up = self.register.follow_up(id);
        let record = follow_up.record;
        let due = record.due.as_ref();
        FollowUpView {
            anchor: follow_up.name_at(subject),
            date: record.date.to_string(),
            draft: self.is_draft(record.draft, record.publish_on),
            status: record
                .status
                .map(|s| status_view(KnownStatus::Given(s.value))),
            recorded: self.follow_up_recorded(id),
            reopens: record.reopens,
            related: record.bearing == Bearing::Related,
            check: record.check,
            due: due.and_then(|due| due.date).map(|by| by.to_string()),
            due_said: self.localized_opt(due.and_then(|due| due.wording.as_ref())),
            text: self.localized(&record.text),
            photos: self.photo_views(&record.photos),
            by: self.localized_opt(record.by.as_ref()),
            replaced_by: follow_up.replaced_by.map(|id| self.commitment_link(id)),
            refs: Refs::numbers(record.refs.as_deref()),
            disputed: self.localized_opt(record.disputed.as_ref()),
            sources: self.source_views(&follow_up.sources),
            notes: self.localized_list(&record.notes),
            about: Vec::new(),
        }
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
                let entry = self.register.commitment(id).entry;
                let TextLink { href, text } = self.commitment_link(id);
                FollowUpSubject {
                    kind: "commitment",
                    href,
                    text: Some(text),
                    stop: self.stop_link(self.register.entry(entry).stop),
                }
            }
        }
    }

    pub(super) fn follow_up_list_view(&self, number: PageNumber) -> FollowUpListView<'r> {
        let all = self.plan.follow_ups();
        let (ids, pagination) = self.paginate(all, (number, FOLLOW_UPS_PER_PAGE), Page::FollowUps);
        let mut follow_ups: Vec<_> = ids.iter().map(|id| self.follow_up_view(*id)).collect();
        let mut all: Vec<_> = follow_ups.iter_mut().collect();
        FollowUpListView {
            recorded_together: recorded_together(&mut all),
            follow_ups,
            pagination,
        }
    }
}
