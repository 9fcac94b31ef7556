//! The page of an aspiration or announcement: what was asked, answered and promised, and what came
//! of it.

use super::builder::{ViewBuilder, follow_up_status, status_view};
use super::components::{
    AskerView, Attribution, CitedByView, DeadlineView, EntrySummary, LocalizedText, SourceView,
    StatusBadge, StatusView, StopLink, TextLink,
};
use super::follow_ups::{FollowUpView, recorded_together};
use super::moved::FormerAnchor;
use crate::plan::{Page, PageNumber};
use crate::records::{self, AnswerKind, Refs, SingleLine};
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
    /// When it was recorded, if that was long after the stop.
    pub recorded: Option<String>,
    /// When the late entries among its news were recorded, if they do not say it themselves.
    pub recorded_together: Option<String>,
    /// What became of it, in one line.
    pub summary: EntrySummary<'r>,
    /// Why text, person and answers are withheld, if they are.
    pub withheld: Option<LocalizedText<'r>>,
    /// Keys of commitments that were released before the aspiration was withheld; their fragments
    /// are at the reason.
    pub unresolved_commitments: BTreeSet<&'r str>,
    /// Who asked.
    pub asker: Option<AskerView<'r>>,
    /// What was asked for.
    pub text: Option<LocalizedText<'r>>,
    /// Where it was said, and who relays it.
    pub attribution: Attribution<'r>,
    /// The editor's notes.
    pub notes: Vec<LocalizedText<'r>>,
    /// The sources of the request.
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
    /// The day of the last check, on which somebody looked for news.
    pub last_checked: Option<String>,
    /// Commitments that were on this page and have another name now.
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
    /// Its ordinal among the answers, from 1: of the first the fragment is `_jawaban-1`.
    pub nth: usize,
    /// The office's page.
    pub office: Option<TextLink<'r>>,
    /// The official's name.
    pub name: Option<&'r str>,
    /// The post held at the time.
    pub post: Option<LocalizedText<'r>>,
    /// The kinds of answer; each word is `answer-KEY`.
    pub answers: &'r [AnswerKind],
    /// To whom the matter was referred.
    pub to: Option<LocalizedText<'r>>,
    /// The answer; absent if the sources do not say what it was.
    pub text: Option<LocalizedText<'r>>,
    /// Where it was said, and who relays it.
    pub attribution: Attribution<'r>,
    /// Its sources.
    pub sources: Vec<SourceView<'r>>,
    /// The editor's notes.
    pub notes: Vec<LocalizedText<'r>>,
    /// The commitments made in it.
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
    /// The text of the commitment.
    pub text: LocalizedText<'r>,
    /// What is known of it.
    pub badge: StatusBadge<'r>,
    /// Where the status is from. `None` if nothing is recorded since the stop.
    pub status_evidence: Option<StatusEvidence<'r>>,
    /// The first deadline, if it was moved.
    pub first_due: Option<DeadlineView<'r>>,
    /// The budget on which it depends.
    pub budget: Option<LocalizedText<'r>>,
    /// The conditions on which it depends.
    pub conditions: Vec<LocalizedText<'r>>,
    /// Its numbers in official systems, each after the system's key.
    pub refs: Vec<(&'static str, &'r SingleLine)>,
    /// The day on which it was made.
    pub made_on: String,
    /// The last day of the stop, if it took several: sources rarely say on which of them.
    pub made_until: Option<String>,
    /// What became of it, oldest first.
    pub timeline: Vec<FollowUpView<'r>>,
    /// The commitment that took its place.
    pub replaced_by: Option<TextLink<'r>>,
    /// The commitments whose place it took.
    pub replaces: Vec<TextLink<'r>>,
}

/// Where a status is from: the follow-up that gave it.
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
        let reference = self.register.entry_reference(id);
        // Answers often rest on the same source as the request: each is listed once, by identity,
        // since two records may describe one article differently.
        let mut all_sources = entry.sources.clone();
        for source in entry.responses.iter().flat_map(|r| &r.sources) {
            if !all_sources
                .iter()
                .any(|known| std::ptr::eq(*known, *source))
            {
                all_sources.push(source);
            }
        }
        let mut follow_ups = self.timeline(register::Subject::Entry(id), &entry.follow_ups);
        let mut responses: Vec<_> = entry
            .responses
            .iter()
            .map(|r| self.response_view(r))
            .collect();
        let commitments = responses.iter_mut().flat_map(|r| &mut r.commitments);
        let mut news: Vec<_> = commitments.flat_map(|c| &mut c.timeline).collect();
        news.extend(&mut follow_ups);
        EntryView {
            recorded: self
                .record_recorded(&reference, self.register.stop(entry.stop).record.date.value),
            recorded_together: recorded_together(&mut news),
            unresolved_commitments: self.unresolved_commitments(&reference),
            former_anchors: self.former_anchors(&reference),
            reference,
            kind: entry.kind.as_str(),
            title: self.localized(entry.title),
            stop: self.stop_link(entry.stop),
            topics: entry.topics.iter().map(|t| self.topic_link(*t)).collect(),
            summary: self.entry_summary(entry),
            withheld: self.localized_opt(entry.withheld_reason()),
            asker: self.asker(entry),
            text: self.localized_opt(entry.request_text()),
            attribution: self.attribution(entry.setting, entry.reported_by),
            notes: self.localized_list(entry.notes),
            sources: self.source_views(&entry.sources),
            responses,
            follow_ups,
            related_earlier: self.related_entries(&entry.asked_earlier),
            related_later: self.related_entries(&entry.asked_again),
            all_sources: self.source_views(&all_sources),
            cited_by: self.cited_by_views(&entry.cited_by),
            last_checked: self.last_check_day(&entry.follow_ups),
        }
    }

    /// The commitments that were released with a record and that no page has now. Their old
    /// fragments must still lead somewhere: to the reason for which the aspiration is withheld.
    fn unresolved_commitments(&self, record: &str) -> BTreeSet<&'r str> {
        let mut unresolved = BTreeSet::new();
        let Some(id) = self.register.history_of(record) else {
            return unresolved;
        };
        for revision in &self.register.history(id).revisions {
            for key in revision.commitment_keys() {
                if self.register.resolve(&format!("{record}/{key}")).is_none() {
                    unresolved.insert(key);
                }
            }
        }
        unresolved
    }

    /// The day of the last check among follow-ups. Returns `None` if there was none.
    fn last_check_day(&self, follow_ups: &[FollowUpId]) -> Option<String> {
        let records = follow_ups
            .iter()
            .map(|id| self.register.follow_up(*id).record);
        let checks = records.filter(|record| record.check);
        let last = checks.map(|record| record.date.value).max()?;
        Some(last.to_string())
    }

    fn related_entries(&self, ids: &[EntryId]) -> Vec<RelatedEntry<'r>> {
        let mut related = Vec::new();
        for id in ids {
            related.push(RelatedEntry {
                entry: self.entry_link(*id),
                stop: self.stop_link(self.register.entry(*id).stop),
            });
        }
        related
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
            post: self.localized_opt(official.and_then(|o| o.title.as_ref())),
            answers: &record.answer.value,
            to: self.localized_opt(record.to.as_ref()),
            text: self.localized_opt(record.text.as_ref()),
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

    /// Returns `None` if the commitment stands.
    fn withdrawn_commitment(
        &self,
        commitment: &'r records::Commitment,
    ) -> Option<WithdrawnCommitment<'r>> {
        let withdrawn = commitment.withdrawn.as_ref()?;
        Some(WithdrawnCommitment {
            id: commitment.id.as_str(),
            date: withdrawn.date.to_string(),
            reason: self.localized(&withdrawn.reason),
        })
    }

    fn commitment_view(&self, id: CommitmentId) -> CommitmentView<'r> {
        let commitment = self.register.commitment(id);
        let record = commitment.record;
        CommitmentView {
            id: record.id.as_str(),
            reference: self.register.commitment_reference(id),
            text: self.localized(&record.text),
            badge: self.status_badge(id),
            status_evidence: commitment.status_source.map(|id| self.status_evidence(id)),
            // Shown only beside the deadline that replaced it.
            first_due: self
                .deadline_view(&commitment.first_deadline)
                .filter(|_| commitment.has_moved_deadline()),
            budget: self.localized_opt(record.budget.as_ref()),
            conditions: self.localized_list(&record.conditions),
            refs: Refs::numbers(record.refs.as_deref()),
            made_on: commitment.made_on.to_string(),
            made_until: self
                .stop_link(self.register.entry(commitment.entry).stop)
                .until,
            timeline: self.timeline(register::Subject::Commitment(id), &commitment.timeline),
            replaced_by: commitment.replaced_by.map(|id| self.commitment_link(id)),
            replaces: commitment
                .replaces
                .iter()
                .map(|id| self.commitment_link(*id))
                .collect(),
        }
    }

    /// The record from which a commitment has its status.
    fn status_evidence(&self, id: FollowUpId) -> StatusEvidence<'r> {
        let follow_up = self.register.follow_up(id);
        let record = follow_up.record;
        StatusEvidence {
            status: status_view(follow_up_status(record)),
            date: record.date.to_string(),
            sources: self.source_views(&follow_up.sources),
            by: self.localized_opt(record.by.as_ref()),
        }
    }
}
