//! An aspiration or announcement: what was asked, what was answered, what was promised, what came of it.

use super::builder::{ViewBuilder, status_view};
use super::components::Attribution;
use super::{
    AskerView, CitedByView, DeadlineView, EntrySummary, FollowUpView, FormerAnchor, LocalizedText,
    SourceView, StatusBadge, StatusView, StopLink, TextLink,
};
use crate::plan::{Page, PageNumber};
use crate::records::{self, AnswerKind};
use crate::register::{self, CommitmentId, EntryId, FollowUpId};
use serde::Serialize;
use std::collections::BTreeSet;

/// The page of an aspiration or announcement.
#[derive(Debug, Hash, Serialize)]
pub struct EntryView<'r> {
    /// Its reference: `6/studi-banding`.
    pub reference: String,
    /// `aspiration` or `announcement`.
    pub kind: &'static str,
    /// Its title.
    pub title: LocalizedText<'r>,
    /// Its stop.
    pub stop: StopLink<'r>,
    /// Its topics.
    pub topics: Vec<TextLink<'r>>,
    /// Where it stands.
    pub summary: EntrySummary,
    /// Why text, person and answers are not published.
    pub withheld: Option<LocalizedText<'r>>,
    /// Commitments that were published before all of it was withheld; their fragments lead to the reason.
    pub unresolved_commitments: BTreeSet<&'r str>,
    /// Who asked.
    pub asker: Option<AskerView<'r>>,
    /// What was asked for.
    pub text: Option<LocalizedText<'r>>,
    /// Where it was said, who relays it.
    pub attribution: Attribution<'r>,
    /// The editor's notes.
    pub notes: Vec<LocalizedText<'r>>,
    /// On what the request rests.
    pub sources: Vec<SourceView<'r>>,
    /// The answers.
    pub responses: Vec<ResponseView<'r>>,
    /// Follow-ups that concern no single commitment, oldest first.
    pub follow_ups: Vec<FollowUpView<'r>>,
    /// The same wish at earlier stops.
    pub related_earlier: Vec<RelatedEntry<'r>>,
    /// The same wish at later stops.
    pub related_later: Vec<RelatedEntry<'r>>,
    /// Every source of the page's own records, once.
    pub all_sources: Vec<SourceView<'r>>,
    /// Who cites it.
    pub cited_by: Vec<CitedByView<'r>>,
    /// The day on which someone last looked.
    pub last_checked: Option<String>,
    /// Commitments that stood here and have another name now.
    pub former_anchors: Vec<FormerAnchor<'r>>,
}

/// The same wish at another stop.
#[derive(Debug, Hash, Serialize)]
pub struct RelatedEntry<'r> {
    /// Its page.
    pub entry: TextLink<'r>,
    /// Its stop.
    pub stop: StopLink<'r>,
}

/// One official's answer.
#[derive(Debug, Hash, Serialize)]
pub struct ResponseView<'r> {
    /// Its place among the answers, from 1: with it its fragment is `_jawaban-1`.
    pub nth: usize,
    /// The office's page.
    pub office: Option<TextLink<'r>>,
    /// The official's name.
    pub name: Option<&'r str>,
    /// The post held at the time.
    pub post: Option<LocalizedText<'r>>,
    /// The kinds of answer; each word is `answer-KEY`.
    pub answers: &'r [AnswerKind],
    /// With `referred`: to whom.
    pub to: Option<LocalizedText<'r>>,
    /// What was said.
    pub text: LocalizedText<'r>,
    /// Where it was said, who relays it.
    pub attribution: Attribution<'r>,
    /// On what it rests.
    pub sources: Vec<SourceView<'r>>,
    /// The editor's notes.
    pub notes: Vec<LocalizedText<'r>>,
    /// What was promised.
    pub commitments: Vec<CommitmentView<'r>>,
    /// Commitments that were withdrawn.
    pub withdrawn_commitments: Vec<WithdrawnCommitment<'r>>,
}

/// A commitment that was withdrawn.
#[derive(Debug, Hash, Serialize)]
pub struct WithdrawnCommitment<'r> {
    /// Its fragment.
    pub id: &'r str,
    /// Since when.
    pub date: String,
    /// Why.
    pub reason: LocalizedText<'r>,
}

/// A commitment with its timeline.
#[derive(Debug, Hash, Serialize)]
pub struct CommitmentView<'r> {
    /// Its fragment.
    pub id: &'r str,
    /// Its reference: `6/studi-banding/usul-p-apbd`.
    pub reference: String,
    /// The promise.
    pub text: LocalizedText<'r>,
    /// Its standing.
    pub badge: StatusBadge,
    /// Whose word the status is; none where the stop's own record is all there is.
    pub status_evidence: Option<StatusEvidence<'r>>,
    /// The deadline in force.
    pub due: Option<DeadlineView<'r>>,
    /// The first deadline, if it was moved.
    pub first_due: Option<DeadlineView<'r>>,
    /// The budget on which it depends.
    pub budget: Option<LocalizedText<'r>>,
    /// The conditions on which it depends.
    pub conditions: Vec<LocalizedText<'r>>,
    /// The day on which it was made.
    pub made_on: String,
    /// Since when it is done.
    pub done_since: Option<String>,
    /// What became of it, oldest first.
    pub timeline: Vec<FollowUpView<'r>>,
    /// The day on which someone last looked and found nothing new.
    pub last_checked: Option<String>,
    /// The commitment that took its place.
    pub replaced_by: Option<TextLink<'r>>,
    /// The commitments whose place it took.
    pub replaces: Vec<TextLink<'r>>,
}

/// Whose word a status is.
#[derive(Debug, Hash, Serialize)]
pub struct StatusEvidence<'r> {
    /// The status.
    pub status: StatusView,
    /// The day.
    pub date: String,
    /// The sources.
    pub sources: Vec<SourceView<'r>>,
    /// Who decided.
    pub by: Option<LocalizedText<'r>>,
}

impl<'r> ViewBuilder<'r> {
    pub(super) fn entry_view(&self, id: EntryId) -> EntryView<'r> {
        let entry = self.register.entry(id);
        let same = |ids: &[EntryId]| ids.iter().map(|id| self.related_entry(*id)).collect();
        let mut all: Vec<&'r records::Source> = Vec::new();
        for source in entry
            .sources
            .iter()
            .chain(entry.responses.iter().flat_map(|r| &r.sources))
        {
            if !all.iter().any(|known| std::ptr::eq(*known, *source)) {
                all.push(source);
            }
        }
        EntryView {
            reference: self.register.entry_reference(id),
            kind: entry.kind.as_str(),
            title: self.localized(entry.title),
            stop: self.stop_link(entry.stop),
            topics: entry.topics.iter().map(|t| self.topic_link(*t)).collect(),
            summary: self.entry_summary(entry),
            withheld: entry.withheld_reason().map(|t| self.localized(t)),
            unresolved_commitments: self.unresolved_commitments(&self.register.entry_reference(id)),
            asker: self.asker(entry),
            text: entry.request_text().map(|t| self.localized(t)),
            attribution: self.attribution(entry.setting, entry.reported_by),
            notes: self.localized_list(entry.notes),
            sources: self.source_views(&entry.sources),
            responses: entry
                .responses
                .iter()
                .map(|r| self.response_view(r))
                .collect(),
            follow_ups: self.timeline(register::Subject::Entry(id), &entry.follow_ups),
            related_earlier: same(&entry.asked_earlier),
            related_later: same(&entry.asked_again),
            all_sources: self.source_views(&all),
            cited_by: self.cited_by_views(&entry.cited_by),
            last_checked: self.last_check_day(entry.follow_ups.iter().copied()),
            former_anchors: self.former_anchors(&self.register.entry_reference(id)),
        }
    }

    /// The commitments that a record's revisions have and that lead nowhere now.
    fn unresolved_commitments(&self, record: &str) -> BTreeSet<&'r str> {
        let history = self
            .register
            .history_of(record)
            .map(|id| self.register.history(id));
        let all = history
            .into_iter()
            .flat_map(|h| &h.revisions)
            .flat_map(|revision| revision.commitment_keys());
        all.filter(|key| self.register.resolve(&format!("{record}/{key}")).is_none())
            .collect()
    }

    fn last_check_day(&self, news: impl Iterator<Item = FollowUpId>) -> Option<String> {
        let checks = news
            .map(|id| self.register.follow_up(id).record)
            .filter(|r| r.check);
        checks
            .map(|r| r.date.value)
            .max()
            .map(|day| day.to_string())
    }

    fn related_entry(&self, id: EntryId) -> RelatedEntry<'r> {
        RelatedEntry {
            entry: self.entry_link(id),
            stop: self.stop_link(self.register.entry(id).stop),
        }
    }

    pub(super) fn topic_link(&self, id: register::TopicId) -> TextLink<'r> {
        let text = self.localized(&self.register.topic(id).record.name);
        TextLink {
            href: self.page_href(Page::Topic(id, PageNumber::FIRST)),
            text,
        }
    }

    fn response_view(&self, response: &register::Response<'r>) -> ResponseView<'r> {
        let record = response.record;
        let official = record.official.as_ref();
        ResponseView {
            nth: response.nth,
            office: response.office.map(|id| self.office_link(id)),
            name: official.map(|o| o.name.as_str()),
            post: official
                .and_then(|o| o.title.as_ref())
                .map(|t| self.localized(t)),
            answers: &record.answer.value,
            to: record.to.as_ref().map(|t| self.localized(t)),
            text: self.localized(&record.text),
            attribution: self.attribution(record.setting, record.reported_by.as_ref()),
            sources: self.source_views(&response.sources),
            notes: self.localized_list(&record.notes),
            commitments: response
                .commitments
                .iter()
                .map(|id| self.commitment_view(*id))
                .collect(),
            withdrawn_commitments: response
                .withdrawn_commitments
                .iter()
                .filter_map(|c| self.withdrawn_commitment(c))
                .collect(),
        }
    }

    fn withdrawn_commitment(
        &self,
        commitment: &'r records::Commitment,
    ) -> Option<WithdrawnCommitment<'r>> {
        let withdrawn = commitment.withdrawn.as_ref()?;
        let reason = self.localized(&withdrawn.reason);
        Some(WithdrawnCommitment {
            id: commitment.id.as_str(),
            date: withdrawn.date.to_string(),
            reason,
        })
    }

    fn commitment_view(&self, id: CommitmentId) -> CommitmentView<'r> {
        let commitment = self.register.commitment(id);
        let record = commitment.record;
        let link = |id: CommitmentId| TextLink {
            href: self.commitment_href(id),
            text: self.localized(&self.register.commitment(id).record.text),
        };
        CommitmentView {
            id: record.id.as_str(),
            reference: self.register.commitment_reference(id),
            text: self.localized(&record.text),
            badge: self.status_badge(id),
            status_evidence: commitment
                .status_source
                .map(|news| self.status_evidence(news)),
            due: self.deadline_view(&commitment.current_deadline),
            first_due: self
                .deadline_view(&commitment.first_deadline)
                .filter(|_| commitment.has_moved_deadline()),
            budget: record.budget.as_ref().map(|t| self.localized(t)),
            conditions: self.localized_list(&record.conditions),
            made_on: commitment.made_on.to_string(),
            done_since: commitment.done_since.map(|day| day.to_string()),
            timeline: self.timeline(register::Subject::Commitment(id), &commitment.timeline),
            last_checked: commitment.last_check.map(|day| day.to_string()),
            replaced_by: commitment.replaced_by.map(link),
            replaces: commitment.replaces.iter().map(|id| link(*id)).collect(),
        }
    }

    fn status_evidence(&self, id: FollowUpId) -> StatusEvidence<'r> {
        let news = self.register.follow_up(id);
        let record = news.record;
        StatusEvidence {
            status: status_view(record.status.map(|s| s.value)),
            date: record.date.to_string(),
            sources: self.source_views(&news.sources),
            by: record.by.as_ref().map(|t| self.localized(t)),
        }
    }
}
