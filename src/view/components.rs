//! Components: small views that many pages share, each with a template component of its kind. The
//! builder makes them.

use crate::records::{AnswerKind, Setting, SourceKind};
use serde::Serialize;

/// A text of a record in one language.
#[derive(Clone, Copy, Debug, Hash, Serialize)]
pub struct LocalizedText<'r> {
    /// The text; Markdown where the record has prose.
    pub text: &'r str,
    /// The BCP 47 code for the `lang` attribute. `None` if it is the page's language.
    pub lang: Option<&'static str>,
}

/// A link with a text of a record.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct TextLink<'r> {
    /// Relative to the page.
    pub href: String,
    /// The text.
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
    /// Its last day, if it took several.
    pub until: Option<String>,
    /// Whether it is held back, and shown only because drafts were asked for.
    pub draft: bool,
}

/// What is known of a commitment: the key of its message is `status-KEY`, of its group's
/// `group-GROUP`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct StatusView {
    /// `no-direct-news`, `without-status`, or the status as it is written in YAML.
    pub key: &'static str,
    /// The group's key.
    pub group: &'static str,
}

/// A deadline, and how the commitment stands against it: the key of the message is
/// `deadline-STATE`, with the last day.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct DeadlineView<'r> {
    /// The deadline in the words spoken.
    pub said: Option<LocalizedText<'r>>,
    /// As exact as it was named: `2022-10-03`, `2022-10`, `2022-Q4`, `2022`.
    pub by: Option<String>,
    /// The last day that keeps it.
    pub last_day: Option<String>,
    /// The key of its state.
    pub state: &'static str,
    /// Whether the date is the editor's reading of what was said.
    pub is_reading: bool,
}

/// What is known of a commitment, as a badge.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct StatusBadge<'r> {
    /// Its status.
    pub status: StatusView,
    /// The deadline in force, if one was named.
    pub deadline: Option<DeadlineView<'r>>,
    /// What news there is of it; the key of the message is `news-KEY`.
    pub news: &'static str,
    /// The day on which somebody last looked for news and found none.
    pub looked_for: Option<String>,
    /// Since when it is done.
    pub done_since: Option<String>,
    /// Since when there has been no direct news, from 180 days on.
    pub quiet_since: Option<String>,
    /// Whether it depends on a condition or a budget, with nothing known to have begun.
    pub waiting: bool,
}

/// What became of an aspiration or announcement, in one line.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct EntrySummary<'r> {
    /// Whether it is withheld; then nothing else is shown.
    pub withheld: bool,
    /// What became of an aspiration; the key of its message is `outcome-KEY`. `None` for an
    /// announcement.
    pub outcome: Option<&'static str>,
    /// The kinds of answer; the key of each message is `answer-KEY`.
    pub answers: Vec<AnswerKind>,
    /// The badges of its commitments.
    pub badges: Vec<StatusBadge<'r>>,
}

/// Who asked.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct AskerView<'r> {
    /// Their role: a village head, a farmers' group …
    pub role: LocalizedText<'r>,
    /// Their village.
    pub village: Option<&'r str>,
    /// `desa` or `kelurahan`, if known.
    pub village_kind: Option<&'static str>,
    /// A name, given with consent.
    pub name: Option<&'r str>,
}

/// The row of an aspiration or announcement in a list.
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
    /// The offices that answered, by their short names.
    pub offices: Vec<LocalizedText<'r>>,
    /// What became of it.
    pub summary: EntrySummary<'r>,
}

/// The row of a commitment in a list.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct CommitmentListRow<'r> {
    /// Relative to the page, with the commitment's fragment.
    pub href: String,
    /// The text of the commitment.
    pub text: LocalizedText<'r>,
    /// The title of the aspiration or announcement.
    pub title: LocalizedText<'r>,
    /// Its stop.
    pub stop: StopLink<'r>,
    /// The office that made it.
    pub office: Option<TextLink<'r>>,
    /// What is known of it.
    pub badge: StatusBadge<'r>,
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
    /// Its kind; the key of the message is `source-KIND`.
    pub kind: Option<SourceKind>,
    /// Whether only part of it could be read.
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
    /// The description for those who cannot see it.
    pub alt: LocalizedText<'r>,
    /// The line below it.
    pub caption: Option<LocalizedText<'r>>,
    /// Who took it.
    pub credit: Option<LocalizedText<'r>>,
}

/// Links between the pages of a list.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Pagination {
    /// The number of this page, from 1.
    pub current: usize,
    /// The page before it, relative to this one.
    pub previous: Option<String>,
    /// The page after it.
    pub next: Option<String>,
    /// The first page, the last one, and those around this one.
    pub links: Vec<PaginationLink>,
    /// Rows on all pages.
    pub rows: usize,
    /// The number of the first row on this page, from 1.
    pub first: usize,
    /// The number of the last row on this page.
    pub last: usize,
}

/// A link to a page of a list.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct PaginationLink {
    /// Its number, from 1.
    pub number: usize,
    /// Relative to the page.
    pub href: String,
    /// Whether it is this page.
    pub current: bool,
    /// Whether pages are left out before it.
    pub gap_before: bool,
}

/// Where something was said, and who relays it.
#[derive(Clone, Copy, Debug, Hash, Serialize)]
pub struct Attribution<'r> {
    /// Where; the key of the message is `setting-KEY`.
    pub setting: Setting,
    /// Who relays it.
    pub reported_by: Option<LocalizedText<'r>>,
}
