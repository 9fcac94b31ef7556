//! The small parts of which views are made.

use crate::records::{AnswerKind, Setting, SourceKind};
use serde::Serialize;

/// Words of a record. `lang` is given only where they are not in the page's language.
#[derive(Clone, Copy, Debug, Hash, Serialize)]
pub struct LocalizedText<'r> {
    /// The words; Markdown where the record has prose.
    pub text: &'r str,
    /// A BCP 47 code, for the `lang` attribute.
    pub lang: Option<&'static str>,
}

/// A link with the words of a record.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct TextLink<'r> {
    /// Relative to the page.
    pub href: String,
    /// The words.
    pub text: LocalizedText<'r>,
}

/// A stop, named by number, kecamatan and day.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct StopLink<'r> {
    /// Relative to the page.
    pub href: String,
    /// Its number.
    pub number: u32,
    /// The kecamatan's name.
    pub district: &'r str,
    /// Its first day.
    pub date: String,
    /// Is it held back, and shown only because drafts were asked for?
    pub draft: bool,
}

/// A status: its word is `status-KEY`, its group's `group-GROUP`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct StatusView {
    /// `recorded`, or the status as it is written in YAML.
    pub key: &'static str,
    /// `not-started`, `under-way`, `done` or `not-pursued`.
    pub group: &'static str,
}

/// How it stands in time: its word is `time-KEY`, with `days`.
#[derive(Clone, Copy, Debug, Hash, Serialize)]
pub struct TimelinessView {
    /// `on-time`, `due-soon`, `overdue`, `done-late`, `no-deadline`, `waiting` or `closed`.
    pub key: &'static str,
    /// Days left or late.
    pub days: Option<i64>,
}

/// A deadline.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct DeadlineView<'r> {
    /// The words that were spoken.
    pub said: Option<LocalizedText<'r>>,
    /// As exact as it was named: `2022-10-03`, `2022-10`, `2022-Q4`, `2022`.
    pub by: Option<String>,
    /// The last day that keeps it.
    pub last_day: Option<String>,
    /// How the commitment stands against it.
    pub timeliness: TimelinessView,
}

/// A commitment's standing in two marks.
#[derive(Clone, Copy, Debug, Hash, Serialize)]
pub struct StatusBadge {
    /// Its status.
    pub status: StatusView,
    /// How it stands against the deadline in force.
    pub timeliness: TimelinessView,
    /// Days without news, from 180 on.
    pub days_without_news: Option<i64>,
}

/// Where an aspiration or announcement stands, in one line.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct EntrySummary {
    /// Withheld: nothing else is said.
    pub withheld: bool,
    /// No answer.
    pub unanswered: bool,
    /// No answer in what could be read: only parts of the sources were seen.
    pub partial: bool,
    /// The kinds of answer; each word is `answer-KEY`.
    pub answers: Vec<AnswerKind>,
    /// Its commitments.
    pub badges: Vec<StatusBadge>,
}

/// Who asked.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct AskerView<'r> {
    /// What they are.
    pub role: LocalizedText<'r>,
    /// Their village.
    pub village: Option<&'r str>,
    /// `desa` or `kelurahan`, if known.
    pub village_kind: Option<&'static str>,
    /// A name, given with consent.
    pub name: Option<&'r str>,
}

/// A row for an aspiration or announcement.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct EntryListRow<'r> {
    /// Its key.
    pub id: &'r str,
    /// Relative to the page.
    pub href: String,
    /// Its title.
    pub title: LocalizedText<'r>,
    /// `aspiration` or `announcement`.
    pub kind: &'static str,
    /// Its stop.
    pub stop: StopLink<'r>,
    /// Who asked.
    pub asker: Option<AskerView<'r>>,
    /// Who answered: offices by what people call them.
    pub offices: Vec<LocalizedText<'r>>,
    /// What became of it.
    pub summary: EntrySummary,
}

/// A row for a commitment.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct CommitmentListRow<'r> {
    /// Relative to the page, with the commitment's fragment.
    pub href: String,
    /// The promise.
    pub text: LocalizedText<'r>,
    /// The title of the aspiration or announcement.
    pub title: LocalizedText<'r>,
    /// Its stop.
    pub stop: StopLink<'r>,
    /// The office that made it.
    pub office: Option<TextLink<'r>>,
    /// The deadline in force.
    pub due: Option<DeadlineView<'r>>,
    /// Its standing.
    pub badge: StatusBadge,
}

/// A source.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct SourceView<'r> {
    /// Its key within the stop.
    pub id: Option<&'r str>,
    /// Its title; absent if it could not be seen.
    pub title: Option<LocalizedText<'r>>,
    /// Who published it.
    pub publisher: &'r str,
    /// Its day; absent if undated.
    pub date: Option<String>,
    /// Its address.
    pub url: Option<&'r str>,
    /// An archived copy.
    pub archived: Option<&'r str>,
    /// Its word is `source-KIND`.
    pub kind: Option<SourceKind>,
    /// Only part of it could be read.
    pub partial: bool,
    /// The editor's notes.
    pub notes: Vec<LocalizedText<'r>>,
}

/// Something by others that cites a record.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct CitedByView<'r> {
    /// Its title.
    pub title: Option<LocalizedText<'r>>,
    /// Who published it.
    pub publisher: &'r str,
    /// Its day; absent if undated.
    pub date: Option<String>,
    /// Its address.
    pub url: &'r str,
}

/// A photograph.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct PhotoView<'r> {
    /// The size for browsers that know no `srcset`, relative to the page.
    pub src: String,
    /// All sizes with their widths.
    pub srcset: String,
    /// The largest one's width.
    pub width: u32,
    /// The largest one's height.
    pub height: u32,
    /// What it shows, for whoever cannot see it.
    pub alt: LocalizedText<'r>,
    /// The line below it.
    pub caption: Option<LocalizedText<'r>>,
    /// Who took it.
    pub credit: Option<LocalizedText<'r>>,
}

/// The parts of a long list, for going from one to the next.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Pagination {
    /// Which one this is, from 1.
    pub current: usize,
    /// The part before it, relative to the page.
    pub previous: Option<String>,
    /// The part after it.
    pub next: Option<String>,
    /// The first part, the last one, and those around this one.
    pub links: Vec<PaginationLink>,
    /// Rows in all of them.
    pub rows: usize,
    /// The number of the first row of this part, from 1.
    pub first: usize,
    /// The number of its last row.
    pub last: usize,
}

/// A way to a part of a long list.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct PaginationLink {
    /// Which one, from 1.
    pub number: usize,
    /// Relative to the page.
    pub href: String,
    /// Is it this one?
    pub current: bool,
    /// Are parts left out before it?
    pub gap_before: bool,
}

/// The words of a record that says where something was said, and who relays it.
#[derive(Clone, Copy, Debug, Hash, Serialize)]
pub struct Attribution<'r> {
    /// Its word is `setting-KEY`.
    pub setting: Setting,
    /// Who relays it.
    pub reported_by: Option<LocalizedText<'r>>,
}
