//! Aspirations and announcements as of a day, with the responses that were known by then.

use super::{CommitmentId, EntryId, FollowUpId, OfficeId, Outcome, StopId, TopicId};
use crate::records::{
    self, AnswerKind, CitedBy, Day, EntryKind, Key, Reference, Setting, Source, Spanned, Text,
};

/// An aspiration or an announcement as of the day.
#[derive(Debug)]
pub struct Entry<'r> {
    /// Its stop.
    pub stop: StopId,
    /// Since when it is known.
    pub known_since: Day,
    /// Its key.
    pub id: &'r Key,
    /// Its title.
    pub title: &'r Text,
    /// Which of the two it is.
    pub kind: EntryKind<'r>,
    /// Where it was said.
    pub setting: Setting,
    /// Who relays it.
    pub reported_by: Option<&'r Text>,
    /// Its topics.
    pub topics: Vec<TopicId>,
    /// Its village's place among the kecamatan's villages.
    pub village_index: Option<usize>,
    /// The answers known by the day; empty if it is withheld.
    pub responses: Vec<Response<'r>>,
    /// If it is withheld, how many commitments were made in it: nothing else of them is published,
    /// not even by which office.
    pub withheld_commitments: usize,
    /// What it rests on, of what was out by the day.
    pub sources: Vec<&'r Source>,
    /// The editor's notes.
    pub notes: &'r [Text],
    /// Who cites it, whether or not by the day.
    pub all_cited_by: &'r [CitedBy],
    /// Who cited it by the day.
    pub cited_by: Vec<&'r CitedBy>,
    /// The same wish at earlier stops.
    pub asked_earlier: Vec<EntryId>,
    /// The same wish at later stops.
    pub asked_again: Vec<EntryId>,
    /// Follow-ups about it that concern no single commitment, oldest first.
    pub follow_ups: Vec<FollowUpId>,
    /// The references under which it was published before.
    pub former_names: &'r [Spanned<Reference>],
}

/// One official's answer.
#[derive(Debug)]
pub struct Response<'r> {
    /// The record.
    pub record: &'r records::Response,
    /// Its place among the answers in the record, from 1: it stays when answers become known later.
    pub nth: usize,
    /// The office, if the source names one.
    pub office: Option<OfficeId>,
    /// What it rests on, of what was out by the day.
    pub sources: Vec<&'r Source>,
    /// The commitments made in it.
    pub commitments: Vec<CommitmentId>,
    /// Commitments that were withdrawn by the day.
    pub withdrawn_commitments: Vec<&'r records::Commitment>,
}

impl<'r> Entry<'r> {
    /// The aspiration's record.
    pub fn aspiration(&self) -> Option<&'r records::Aspiration> {
        match self.kind {
            EntryKind::Aspiration(record) => Some(record),
            EntryKind::Announcement => None,
        }
    }

    /// Why text, person and answers are not published.
    pub fn withheld_reason(&self) -> Option<&'r Text> {
        self.aspiration().and_then(|a| a.withheld.as_ref())
    }

    /// What was asked for, where that is published.
    pub fn request_text(&self) -> Option<&'r Text> {
        let aspiration = self.aspiration().filter(|a| a.withheld.is_none());
        aspiration.and_then(|a| a.text.as_ref())
    }

    /// The offices that answered, each once, in the order of their first answers.
    pub fn answering_offices(&self) -> Vec<OfficeId> {
        let mut offices = Vec::new();
        for id in self.responses.iter().filter_map(|r| r.office) {
            if !offices.contains(&id) {
                offices.push(id);
            }
        }
        offices
    }

    /// The kinds of answer, each once, in the order of [`AnswerKind`].
    pub fn answer_kinds(&self) -> Vec<AnswerKind> {
        let mut kinds = Vec::new();
        for response in &self.responses {
            kinds.extend(&response.record.answer.value);
        }
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }

    /// What became of it; `None` if it is an announcement.
    pub fn outcome(&self) -> Option<Outcome> {
        self.aspiration()?;
        if self.withheld_reason().is_some() {
            return Some(Outcome::Withheld);
        }
        // What was promised was promised, though it was withdrawn later.
        let has_promise =
            |r: &Response<'_>| !r.commitments.is_empty() || !r.withdrawn_commitments.is_empty();
        if self.responses.iter().any(has_promise) {
            return Some(Outcome::Promised);
        }
        let outcome = match self.answer_kinds()[..] {
            [] if self.setting == Setting::Media => Outcome::ToldToReporters,
            [] if self.sources.iter().any(|source| source.partial) => Outcome::NotFound,
            [] => Outcome::Unanswered,
            [AnswerKind::Unreported] => Outcome::Unreported,
            _ => Outcome::Answered,
        };
        Some(outcome)
    }

    /// Its commitments that were withdrawn by the day.
    pub fn withdrawn_commitments(&self) -> impl Iterator<Item = &'r records::Commitment> {
        let responses = self.responses.iter();
        responses.flat_map(|r| r.withdrawn_commitments.iter().copied())
    }

    /// Its commitments, in the order of its answers.
    pub fn commitments(&self) -> impl Iterator<Item = CommitmentId> {
        let responses = self.responses.iter();
        responses.flat_map(|r| r.commitments.iter().copied())
    }
}
