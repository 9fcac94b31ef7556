//! Entries: the aspirations and announcements of a stop, seen as one kind of record.
//!
//! The two are written under two keys of a stop's file and differ in four fields. Whoever walks
//! over a stop (reading, rules, register, forms, the privacy report) does so through
//! [`Stop::entries`], so that neither is forgotten.

use super::{
    Aspiration, CitedBy, Commitment, Key, Reference, Response, Setting, Spanned, Stop, Text,
    Withdrawn,
};
use crate::diag::Span;

/// An aspiration or an announcement with its stop: the fields that both have.
#[derive(Clone, Copy, Debug)]
pub struct EntryRef<'r> {
    /// The stop in whose file it is written.
    pub stop: &'r Stop,
    /// Which of the two it is.
    pub kind: EntryKind<'r>,
    /// The whole record in its file.
    pub span: Span,
    /// Its key.
    pub id: &'r Spanned<Key>,
    /// Its title.
    pub title: &'r Text,
    /// The keys of its topics.
    pub topics: &'r [Spanned<Key>],
    /// Where it was said.
    pub setting: Setting,
    /// Who relays it.
    pub reported_by: Option<&'r Text>,
    /// The keys of the stop's sources on which it rests.
    pub sources: &'r [Spanned<Key>],
    /// What officials answered.
    pub responses: &'r [Spanned<Response>],
    /// The editor's notes.
    pub notes: &'r [Text],
    /// Who cites it.
    pub cited_by: &'r [CitedBy],
    /// Its own withdrawal; see [`Self::is_withdrawn`] for the stop's.
    pub withdrawn: Option<&'r Withdrawn>,
    /// The references under which it was published before.
    pub formerly: &'r [Spanned<Reference>],
}

/// An aspiration or an announcement.
#[derive(Clone, Copy, Debug)]
pub enum EntryKind<'r> {
    /// What a citizen asked for.
    Aspiration(&'r Aspiration),
    /// What was said unasked or to all.
    Announcement,
}

impl EntryKind<'_> {
    /// `aspiration` or `announcement`, as in data and in the revision log.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Aspiration(_) => "aspiration",
            Self::Announcement => "announcement",
        }
    }
}

/// The fields that [`Aspiration`] and [`Announcement`](super::Announcement) have in common, listed
/// once for both.
macro_rules! entry_ref {
    ($stop:expr, $kind:expr, $record:expr) => {
        EntryRef {
            stop: $stop,
            kind: $kind,
            span: $record.span,
            id: &$record.id,
            title: &$record.title,
            topics: &$record.topics,
            setting: $record.setting,
            reported_by: $record.reported_by.as_ref(),
            sources: &$record.sources,
            responses: &$record.responses,
            notes: &$record.notes,
            cited_by: &$record.cited_by,
            withdrawn: $record.withdrawn.as_ref(),
            formerly: &$record.formerly,
        }
    };
}

impl<'r> EntryRef<'r> {
    /// The record, if it is an aspiration.
    pub fn aspiration(&self) -> Option<&'r Aspiration> {
        match self.kind {
            EntryKind::Aspiration(record) => Some(record),
            EntryKind::Announcement => None,
        }
    }

    /// Its reference: `6/studi-banding`.
    pub fn reference(&self) -> Reference {
        Reference::for_entry(*self.stop.number, self.id)
    }

    /// Whether it was withdrawn, alone or with its stop, on whatever day.
    pub fn is_withdrawn(&self) -> bool {
        self.stop.withdrawn.is_some() || self.withdrawn.is_some()
    }

    /// The commitments in its responses, in the order of the file.
    pub fn commitments(&self) -> impl Iterator<Item = &'r Spanned<Commitment>> + use<'r> {
        self.responses.iter().flat_map(|r| &r.commitments)
    }
}

impl Stop {
    /// Its aspirations, then its announcements, in the order of the file.
    pub fn entries(&self) -> impl Iterator<Item = EntryRef<'_>> {
        let aspirations = self.aspirations.iter();
        let aspirations = aspirations.map(|a| entry_ref!(self, EntryKind::Aspiration(a), a));
        let announcements = self.announcements.iter();
        aspirations.chain(announcements.map(|a| entry_ref!(self, EntryKind::Announcement, a)))
    }

    /// Who cited it or one of its entries.
    pub fn all_cited_by(&self) -> impl Iterator<Item = &CitedBy> {
        let below = self.entries().flat_map(|entry| entry.cited_by);
        self.cited_by.iter().chain(below)
    }
}
