//! An aspiration or announcement: what was asked, what was answered, what was promised, what came of it.

use super::builder::{Maker, status};
use super::components::Told;
use super::{Anchor, CitingView, Deadline, Link, Mark, News, Phrase, SourceView, Standing, StatusView, StopLink, Who};
use crate::plan::{Page, PageNumber};
use crate::records::{self, AnswerKind};
use crate::register::{self, CommitmentId, EntryId, FollowUpId};
use serde::Serialize;
use std::collections::BTreeSet;

/// The page of an aspiration or announcement.
#[derive(Debug, Hash, Serialize)]
pub struct Body<'r> {
    /// Its reference: `6/studi-banding`.
    pub reference: String,
    /// `aspiration` or `announcement`.
    pub kind: &'static str,
    /// Its title.
    pub title: Phrase<'r>,
    /// Its stop.
    pub stop: StopLink<'r>,
    /// Its topics.
    pub topics: Vec<Link<'r>>,
    /// Where it stands.
    pub standing: Standing,
    /// Why text, person and answers are not published.
    pub withheld: Option<Phrase<'r>>,
    /// Commitments that were published before all of it was withheld; their fragments lead to the reason.
    pub hidden: BTreeSet<&'r str>,
    /// Who asked.
    pub who: Option<Who<'r>>,
    /// What was asked for.
    pub text: Option<Phrase<'r>>,
    /// Where it was said, who relays it.
    pub told: Told<'r>,
    /// The editor's notes.
    pub notes: Vec<Phrase<'r>>,
    /// On what the request rests.
    pub sources: Vec<SourceView<'r>>,
    /// The answers.
    pub responses: Vec<Response<'r>>,
    /// Follow-ups that concern no single commitment, oldest first.
    pub news: Vec<News<'r>>,
    /// The same wish at earlier stops.
    pub earlier: Vec<Same<'r>>,
    /// The same wish at later stops.
    pub again: Vec<Same<'r>>,
    /// Every source of the page's own records, once.
    pub all_sources: Vec<SourceView<'r>>,
    /// Who cites it.
    pub cited_by: Vec<CitingView<'r>>,
    /// The day on which someone last looked.
    pub checked: Option<String>,
    /// Commitments that stood here and have another name now.
    pub moved: Vec<Anchor<'r>>,
}

/// The same wish at another stop.
#[derive(Debug, Hash, Serialize)]
pub struct Same<'r> {
    /// Its page.
    pub entry: Link<'r>,
    /// Its stop.
    pub stop: StopLink<'r>,
}

/// One official's answer.
#[derive(Debug, Hash, Serialize)]
pub struct Response<'r> {
    /// Its place among the answers, from 1: with it its fragment is `_jawaban-1`.
    pub nth: usize,
    /// The office's page.
    pub office: Option<Link<'r>>,
    /// The official's name.
    pub name: Option<&'r str>,
    /// The post held at the time.
    pub post: Option<Phrase<'r>>,
    /// The kinds of answer; each word is `answer-KEY`.
    pub answers: &'r [AnswerKind],
    /// With `referred`: to whom.
    pub to: Option<Phrase<'r>>,
    /// What was said.
    pub text: Phrase<'r>,
    /// Where it was said, who relays it.
    pub told: Told<'r>,
    /// On what it rests.
    pub sources: Vec<SourceView<'r>>,
    /// The editor's notes.
    pub notes: Vec<Phrase<'r>>,
    /// What was promised.
    pub commitments: Vec<Commitment<'r>>,
    /// Commitments that were withdrawn.
    pub withdrawn: Vec<Gone<'r>>,
}

/// A commitment that was withdrawn.
#[derive(Debug, Hash, Serialize)]
pub struct Gone<'r> {
    /// Its fragment.
    pub id: &'r str,
    /// Since when.
    pub date: String,
    /// Why.
    pub reason: Phrase<'r>,
}

/// A commitment with its timeline.
#[derive(Debug, Hash, Serialize)]
pub struct Commitment<'r> {
    /// Its fragment.
    pub id: &'r str,
    /// Its reference: `6/studi-banding/usul-p-apbd`.
    pub reference: String,
    /// The promise.
    pub text: Phrase<'r>,
    /// Its standing.
    pub mark: Mark,
    /// Whose word the status is; none where the stop's own record is all there is.
    pub word: Option<Word<'r>>,
    /// The deadline in force.
    pub due: Option<Deadline<'r>>,
    /// The first deadline, if it was moved.
    pub first_due: Option<Deadline<'r>>,
    /// The budget on which it depends.
    pub budget: Option<Phrase<'r>>,
    /// The conditions on which it depends.
    pub conditions: Vec<Phrase<'r>>,
    /// The day on which it was made.
    pub made: String,
    /// Since when it is done.
    pub done: Option<String>,
    /// What became of it, oldest first.
    pub timeline: Vec<News<'r>>,
    /// The day on which someone last looked and found nothing new.
    pub checked: Option<String>,
    /// The commitment that took its place.
    pub replaced_by: Option<Link<'r>>,
    /// The commitments whose place it took.
    pub replaces: Vec<Link<'r>>,
}

/// Whose word a status is.
#[derive(Debug, Hash, Serialize)]
pub struct Word<'r> {
    /// The status.
    pub status: StatusView,
    /// The day.
    pub date: String,
    /// The sources.
    pub sources: Vec<SourceView<'r>>,
    /// Who decided.
    pub by: Option<Phrase<'r>>,
}

impl<'r> Maker<'r> {
    pub(super) fn entry(&self, id: EntryId) -> Body<'r> {
        let entry = self.register.entry(id);
        let same = |ids: &[EntryId]| ids.iter().map(|id| self.same(*id)).collect();
        let mut all: Vec<&'r records::Source> = Vec::new();
        for source in entry.sources.iter().chain(entry.responses.iter().flat_map(|r| &r.sources)) {
            if !all.iter().any(|known| std::ptr::eq(*known, *source)) {
                all.push(source);
            }
        }
        Body {
            reference: self.register.entry_reference(id),
            kind: entry.kind.as_str(),
            title: self.phrase(entry.title),
            stop: self.stop_link(entry.stop),
            topics: entry.topics.iter().map(|t| self.topic_link(*t)).collect(),
            standing: self.standing(entry),
            withheld: entry.withheld_reason().map(|t| self.phrase(t)),
            hidden: self.hidden(&self.register.entry_reference(id)),
            who: self.who(entry),
            text: entry.request_text().map(|t| self.phrase(t)),
            told: self.told(entry.setting, entry.reported_by),
            notes: self.phrases(entry.notes),
            sources: self.sources(&entry.sources),
            responses: entry.responses.iter().map(|r| self.response(r)).collect(),
            news: self.timeline(register::Subject::Entry(id), &entry.follow_ups),
            earlier: same(&entry.asked_earlier),
            again: same(&entry.asked_again),
            all_sources: self.sources(&all),
            cited_by: self.cited_by(&entry.cited_by),
            checked: self.last_check(entry.follow_ups.iter().copied()),
            moved: self.anchors(&self.register.entry_reference(id)),
        }
    }

    /// The commitments that a record's revisions have and that lead nowhere now.
    fn hidden(&self, record: &str) -> BTreeSet<&'r str> {
        let history = self.register.history_of(record).map(|id| self.register.history(id));
        let all = history.into_iter().flat_map(|h| &h.revisions).flat_map(|revision| revision.commitment_keys());
        all.filter(|key| self.register.resolve(&format!("{record}/{key}")).is_none()).collect()
    }

    fn last_check(&self, news: impl Iterator<Item = FollowUpId>) -> Option<String> {
        let checks = news.map(|id| self.register.follow_up(id).record).filter(|r| r.check);
        checks.map(|r| r.date.value).max().map(|day| day.to_string())
    }

    fn same(&self, id: EntryId) -> Same<'r> {
        Same { entry: self.entry_link(id), stop: self.stop_link(self.register.entry(id).stop) }
    }

    pub(super) fn topic_link(&self, id: register::TopicId) -> Link<'r> {
        let text = self.phrase(&self.register.topic(id).record.name);
        Link { href: self.href(Page::Topic(id, PageNumber::FIRST)), text }
    }

    fn response(&self, response: &register::Response<'r>) -> Response<'r> {
        let record = response.record;
        let official = record.official.as_ref();
        Response {
            nth: response.nth,
            office: response.office.map(|id| self.office_link(id)),
            name: official.map(|o| o.name.as_str()),
            post: official.and_then(|o| o.title.as_ref()).map(|t| self.phrase(t)),
            answers: &record.answer.value,
            to: record.to.as_ref().map(|t| self.phrase(t)),
            text: self.phrase(&record.text),
            told: self.told(record.setting, record.reported_by.as_ref()),
            sources: self.sources(&response.sources),
            notes: self.phrases(&record.notes),
            commitments: response.commitments.iter().map(|id| self.commitment(*id)).collect(),
            withdrawn: response.withdrawn_commitments.iter().filter_map(|c| self.gone(c)).collect(),
        }
    }

    fn gone(&self, commitment: &'r records::Commitment) -> Option<Gone<'r>> {
        let withdrawn = commitment.withdrawn.as_ref()?;
        let reason = self.phrase(&withdrawn.reason);
        Some(Gone { id: commitment.id.as_str(), date: withdrawn.date.to_string(), reason })
    }

    fn commitment(&self, id: CommitmentId) -> Commitment<'r> {
        let commitment = self.register.commitment(id);
        let record = commitment.record;
        let link = |id: CommitmentId| Link {
            href: self.commitment_href(id),
            text: self.phrase(&self.register.commitment(id).record.text),
        };
        Commitment {
            id: record.id.as_str(),
            reference: self.register.commitment_reference(id),
            text: self.phrase(&record.text),
            mark: self.mark(id),
            word: commitment.status_source.map(|news| self.word(news)),
            due: self.deadline(&commitment.current_deadline),
            first_due: self.deadline(&commitment.first_deadline).filter(|_| commitment.has_moved_deadline()),
            budget: record.budget.as_ref().map(|t| self.phrase(t)),
            conditions: self.phrases(&record.conditions),
            made: commitment.made_on.to_string(),
            done: commitment.done_since.map(|day| day.to_string()),
            timeline: self.timeline(register::Subject::Commitment(id), &commitment.timeline),
            checked: commitment.last_check.map(|day| day.to_string()),
            replaced_by: commitment.replaced_by.map(link),
            replaces: commitment.replaces.iter().map(|id| link(*id)).collect(),
        }
    }

    fn word(&self, id: FollowUpId) -> Word<'r> {
        let news = self.register.follow_up(id);
        let record = news.record;
        Word {
            status: status(record.status.map(|s| s.value)),
            date: record.date.to_string(),
            sources: self.sources(&news.sources),
            by: record.by.as_ref().map(|t| self.phrase(t)),
        }
    }
}
