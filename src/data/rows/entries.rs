//! Rows of stops, of aspirations and announcements, and of the answers to them.

use super::figures::FigureColumns;
use crate::data::translated::Translated;
use crate::records::{AnswerKind, Day, NumberBasis, Setting};
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
    /// The day of its first release.
    pub first_published: Option<Day>,
    /// The number of its newest revision.
    pub revision: Option<u32>,
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
    #[schemars(extend("refers" = "kunjungan.number"))]
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
    /// What became of an aspiration; an announcement asks for nothing.
    #[schemars(extend("enum" = [
        "promised", "answered", "unreported", "not-found", "unanswered", "told-to-reporters",
        "withheld", null,
    ]))]
    pub outcome: Option<&'static str>,
    /// The same wish at earlier stops.
    pub again: Vec<String>,
    /// The keys of the stop's sources it rests on.
    pub sources: Vec<&'r str>,
    /// The editor's notes.
    pub notes: Vec<Translated<'r>>,
    /// The day of its first release.
    pub first_published: Option<Day>,
    /// The number of its newest revision.
    pub revision: Option<u32>,
    /// Its page.
    #[schemars(extend("format" = "url"))]
    pub url: String,
}

/// Why the text, person and answers of an aspiration are not published.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Withheld")]
pub struct WithheldRow<'r> {
    /// The aspiration.
    #[schemars(extend("primary" = true, "refers" = "aspirasi.reference"))]
    pub aspiration: String,
    /// Why.
    pub reason: Translated<'r>,
    /// Commitments made in it, of which nothing else is published.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_withheld: usize,
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
    /// What was said, if a source says it.
    pub text: Option<Translated<'r>>,
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
