//! The row types of the tables, one for each table. Columns, their types and keys, and the data dictionary are derived from
//! their JSON Schema; `extend` adds what JSON Schema has no keyword for: `primary`, `refers` (table.column), `unit`, `code`.

use super::translated::Translated;
use crate::records::{AnswerKind, Bearing, Day, NumberBasis, Setting, SourceKind};
use schemars::JsonSchema;
use serde::Serialize;

/// A J-HUR stop.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Stop")]
pub struct StopRow<'r> {
    /// Its number.
    #[schemars(extend("primary" = true))]
    pub number: u32,
    /// On what the number rests.
    pub number_basis: NumberBasis,
    /// The kecamatan's key.
    #[schemars(extend("refers" = "kecamatan.key"))]
    pub district: &'r str,
    /// The day, or the first of them.
    pub date: Day,
    /// The last day.
    pub until: Option<Day>,
    /// Where it was held.
    pub venue: Option<Translated<'r>>,
    /// How many aspirations the minutes count.
    #[schemars(extend("unit" = "aspirasi"))]
    pub heard: Option<u32>,
    /// What happened.
    pub summary: Option<Translated<'r>>,
    /// What was offered beside the forum.
    pub services: Vec<Translated<'r>>,
    /// The editor's notes.
    pub notes: Vec<Translated<'r>>,
    /// Its figures.
    #[serde(flatten)]
    pub figures: FigureColumns,
    /// Its page.
    #[schemars(extend("format" = "url"))]
    pub url: String,
}

/// An aspiration or announcement. Private persons' names are on the page alone.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Entry")]
pub struct EntryRow<'r> {
    /// Its permanent name.
    #[schemars(extend("primary" = true))]
    pub reference: String,
    /// Which of the two it is.
    #[schemars(extend("enum" = ["aspiration", "announcement"]))]
    pub kind: &'static str,
    /// The stop's number.
    #[schemars(extend("refers" = "perhentian.number"))]
    pub stop: u32,
    /// The kecamatan's key.
    #[schemars(extend("refers" = "kecamatan.key"))]
    pub district: &'r str,
    /// The stop's day.
    pub date: Day,
    /// Its title.
    pub title: Translated<'r>,
    /// Its topics' keys.
    pub topics: Vec<&'r str>,
    /// The asker's village, by its key.
    pub village: Option<&'r str>,
    /// What the asker is.
    pub role: Option<Translated<'r>>,
    /// What was asked for.
    pub text: Option<Translated<'r>>,
    /// Where it was said.
    pub setting: Setting,
    /// Who relays it.
    pub reported_by: Option<Translated<'r>>,
    /// The keys of the offices that answered.
    pub offices: Vec<&'r str>,
    /// The kinds of answer.
    pub answers: Vec<AnswerKind>,
    /// An aspiration without an answer.
    pub unanswered: bool,
    /// Its text, person and answers are not published.
    pub withheld: bool,
    /// The same wish at earlier stops.
    pub again: Vec<String>,
    /// The keys of the stop's sources it rests on.
    pub sources: Vec<&'r str>,
    /// The editor's notes.
    pub notes: Vec<Translated<'r>>,
    /// Its page.
    #[schemars(extend("format" = "url"))]
    pub url: String,
}

/// One official's answer.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Response")]
pub struct ResponseRow<'r> {
    /// The aspiration or announcement.
    #[schemars(extend("primary" = true, "refers" = "aspirasi.reference"))]
    pub aspiration: String,
    /// Its place among the answers, from 1.
    #[schemars(extend("primary" = true))]
    pub response: usize,
    /// The office's key.
    #[schemars(extend("refers" = "opd.key"))]
    pub office: Option<&'r str>,
    /// Who spoke for it.
    pub official: Option<&'r str>,
    /// The post held at the time.
    pub post: Option<Translated<'r>>,
    /// The kinds of answer.
    pub answers: Vec<AnswerKind>,
    /// With `referred`: to whom.
    pub to: Option<Translated<'r>>,
    /// What was said.
    pub text: Translated<'r>,
    /// Where it was said.
    pub setting: Setting,
    /// Who relays it.
    pub reported_by: Option<Translated<'r>>,
    /// The keys of the stop's sources it rests on.
    pub sources: Vec<&'r str>,
    /// The editor's notes.
    pub notes: Vec<Translated<'r>>,
    /// Its place on the page.
    #[schemars(extend("format" = "url"))]
    pub url: String,
}

/// A commitment with what became of it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Commitment")]
pub struct CommitmentRow<'r> {
    /// Its permanent name.
    #[schemars(extend("primary" = true))]
    pub reference: String,
    /// The aspiration or announcement.
    #[schemars(extend("refers" = "aspirasi.reference"))]
    pub aspiration: String,
    /// Which of its answers made it.
    pub response: usize,
    /// The stop's number.
    #[schemars(extend("refers" = "perhentian.number"))]
    pub stop: u32,
    /// The kecamatan's key.
    #[schemars(extend("refers" = "kecamatan.key"))]
    pub district: &'r str,
    /// The office's key.
    #[schemars(extend("refers" = "opd.key"))]
    pub office: Option<&'r str>,
    /// The topics' keys.
    pub topics: Vec<&'r str>,
    /// When it was made.
    pub made: Day,
    /// The promise.
    pub text: Translated<'r>,
    /// The budget on which it depends.
    pub budget: Option<Translated<'r>>,
    /// The conditions on which it depends.
    pub conditions: Vec<Translated<'r>>,
    /// Its numbers in official systems: `sk:188.45/1/2022`.
    pub refs: Vec<String>,
    /// The deadline in force, as exact as it was named.
    pub due: Option<String>,
    /// The last day that keeps it.
    pub due_last: Option<Day>,
    /// The words in which it was spoken.
    pub due_said: Option<Translated<'r>>,
    /// The first deadline.
    pub first_due: Option<String>,
    /// The last day that would have kept it.
    pub first_due_last: Option<Day>,
    /// Its status.
    #[schemars(extend("enum" = ["recorded", "planned", "in-progress", "stalled", "partly-done", "done-reported", "done-verified", "superseded", "dropped", "not-assessable"]))]
    pub status: &'static str,
    /// Since when.
    pub status_since: Option<Day>,
    /// The group in which the status is shown.
    #[schemars(extend("enum" = ["not-started", "under-way", "done", "not-pursued"]))]
    pub group: &'static str,
    /// How it stands against the deadline in force.
    #[schemars(extend("enum" = ["on-time", "due-soon", "overdue", "done-late", "no-deadline", "waiting", "closed"]))]
    pub timeliness: &'static str,
    /// Days left, or days late.
    #[schemars(extend("unit" = "hari"))]
    pub days: Option<i64>,
    /// Days without news, where 180 or more.
    #[schemars(extend("unit" = "hari"))]
    pub days_without_news: Option<i64>,
    /// The day of the last news.
    pub last_news: Day,
    /// The day on which someone last looked.
    pub last_check: Option<Day>,
    /// The commitment that took its place.
    pub replaced_by: Option<String>,
    /// Its place on the page.
    #[schemars(extend("format" = "url"))]
    pub url: String,
}

/// A follow-up.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "FollowUp")]
pub struct FollowUpRow<'r> {
    /// Its permanent name.
    #[schemars(extend("primary" = true))]
    pub reference: &'r str,
    /// What it is about.
    pub about: Vec<String>,
    /// When it happened.
    pub date: Day,
    /// The status it gives.
    pub status: Option<crate::records::Status>,
    /// How closely it bears on what it is about.
    pub bearing: Bearing,
    /// Someone looked and found nothing new.
    pub check: bool,
    /// A new deadline.
    pub due: Option<String>,
    /// The words in which it was spoken.
    pub due_said: Option<Translated<'r>>,
    /// What happened.
    pub text: Translated<'r>,
    /// Who decided.
    pub by: Option<Translated<'r>>,
    /// The commitment that took its place.
    pub replaced_by: Option<String>,
    /// Its numbers in official systems: `sk:188.45/1/2022`.
    pub refs: Vec<String>,
    /// Who contests it and why.
    pub disputed: Option<Translated<'r>>,
    /// The editor's notes.
    pub notes: Vec<Translated<'r>>,
    /// Its place on the page.
    #[schemars(extend("format" = "url"))]
    pub url: String,
}

/// A source.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Source")]
pub struct SourceRow<'r> {
    /// The stop or follow-up that names it.
    #[schemars(extend("primary" = true))]
    pub record: String,
    /// Its place there, from 1.
    #[schemars(extend("primary" = true))]
    pub place: usize,
    /// The key by which a stop's records cite it.
    pub key: Option<&'r str>,
    /// Its title.
    pub title: Option<Translated<'r>>,
    /// Who published it.
    pub publisher: &'r str,
    /// Its day.
    pub date: Option<Day>,
    /// Its address.
    #[schemars(extend("format" = "url"))]
    pub url: Option<&'r str>,
    /// An archived copy.
    #[schemars(extend("format" = "url"))]
    pub archived: Option<&'r str>,
    /// What kind of source it is.
    pub kind: Option<SourceKind>,
    /// Only part of it could be read.
    pub partial: bool,
    /// The editor's notes.
    pub notes: Vec<Translated<'r>>,
}

/// A correction.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Correction")]
pub struct CorrectionRow<'r> {
    /// The stop, aspiration or announcement that was corrected.
    #[schemars(extend("primary" = true))]
    pub record: String,
    /// Its place among the stop's corrections, from 1.
    #[schemars(extend("primary" = true))]
    pub place: usize,
    /// When it was corrected.
    pub date: Day,
    /// What was wrong and what is right.
    pub text: Translated<'r>,
}

/// Something by others that cites a record.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Citing")]
pub struct CitedByRow<'r> {
    /// The stop, aspiration or announcement that is cited.
    #[schemars(extend("primary" = true))]
    pub record: String,
    /// Its place there, from 1.
    #[schemars(extend("primary" = true))]
    pub place: usize,
    /// Its title.
    pub title: Option<Translated<'r>>,
    /// Who published it.
    pub publisher: &'r str,
    /// Its day.
    pub date: Option<Day>,
    /// Its address.
    #[schemars(extend("format" = "url"))]
    pub url: &'r str,
}

/// A kecamatan.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "District")]
pub struct DistrictRow<'r> {
    /// Its key.
    #[schemars(extend("primary" = true))]
    pub key: &'r str,
    /// Its code of the Ministry of Home Affairs.
    #[schemars(extend("code" = "Kemendagri"))]
    pub code: Option<&'r str>,
    /// Its name.
    pub name: &'r str,
    /// Stops there.
    #[schemars(extend("unit" = "perhentian"))]
    pub stops: usize,
    /// Its figures.
    #[serde(flatten)]
    pub figures: FigureColumns,
    /// Its page.
    #[schemars(extend("format" = "url"))]
    pub url: String,
}

/// A desa or kelurahan.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Village")]
pub struct VillageRow<'r> {
    /// The kecamatan's key.
    #[schemars(extend("primary" = true, "refers" = "kecamatan.key"))]
    pub district: &'r str,
    /// Its key, unique within the kecamatan.
    #[schemars(extend("primary" = true))]
    pub key: &'r str,
    /// Its code of the Ministry of Home Affairs.
    #[schemars(extend("code" = "Kemendagri"))]
    pub code: Option<&'r str>,
    /// Its name.
    pub name: &'r str,
    /// Desa or kelurahan.
    pub kind: Option<crate::records::VillageKind>,
}

/// An office.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Office")]
pub struct OfficeRow<'r> {
    /// Its key.
    #[schemars(extend("primary" = true))]
    pub key: &'r str,
    /// Its official name.
    pub name: Translated<'r>,
    /// What people call it.
    pub short: Option<Translated<'r>>,
    /// Its own site.
    #[schemars(extend("format" = "url"))]
    pub website: Option<&'r str>,
    /// Its figures.
    #[serde(flatten)]
    pub figures: FigureColumns,
    /// Its page.
    #[schemars(extend("format" = "url"))]
    pub url: String,
}

/// A topic; its figures are those of the topics below it too.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Topic")]
pub struct TopicRow<'r> {
    /// Its key.
    #[schemars(extend("primary" = true))]
    pub key: &'r str,
    /// Its name.
    pub name: Translated<'r>,
    /// The wider topic's key.
    #[schemars(extend("refers" = "topik.key"))]
    pub parent: Option<&'r str>,
    /// What it covers.
    pub description: Option<Translated<'r>>,
    /// Its figures.
    #[serde(flatten)]
    pub figures: FigureColumns,
    /// Its page.
    #[schemars(extend("format" = "url"))]
    pub url: String,
}

/// How many of what, as of the day.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Figures")]
pub struct FigureColumns {
    /// Aspirations; answered, unanswered and withheld ones add up to it.
    #[schemars(extend("unit" = "aspirasi"))]
    pub aspirations: usize,
    /// Aspirations with an answer.
    #[schemars(extend("unit" = "aspirasi"))]
    pub aspirations_answered: usize,
    /// Aspirations without one.
    #[schemars(extend("unit" = "aspirasi"))]
    pub aspirations_unanswered: usize,
    /// Aspirations whose text is withheld.
    #[schemars(extend("unit" = "aspirasi"))]
    pub aspirations_withheld: usize,
    /// Announcements.
    #[schemars(extend("unit" = "pengumuman"))]
    pub announcements: usize,
    /// Commitments; the four groups add up to it.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments: usize,
    /// Commitments not started.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_not_started: usize,
    /// Commitments under way.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_under_way: usize,
    /// Commitments done, by whoever's word.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_done: usize,
    /// Commitments not pursued.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_not_pursued: usize,
    /// Commitments past the deadline in force.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_overdue: usize,
    /// Commitments due within 30 days.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_due_soon: usize,
    /// Commitments in time.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_on_time: usize,
    /// Commitments done after the deadline.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_done_late: usize,
    /// Commitments without a day.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_no_deadline: usize,
    /// Commitments waiting for a condition or a budget.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_waiting: usize,
    /// Commitments without news for 180 days or more.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_quiet: usize,
}
