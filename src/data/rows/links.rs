//! Rows of the tables that join records: one row for each pair. In JSON the same keys are a list of
//! the record's own row.

use crate::records::AnswerKind;
use schemars::JsonSchema;
use serde::Serialize;

/// A topic of an aspiration or announcement.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "EntryTopic")]
pub struct EntryTopicRow<'r> {
    /// The aspiration or announcement.
    #[schemars(extend("primary" = true, "refers" = "aspirasi.reference"))]
    pub aspiration: String,
    /// The topic's key.
    #[schemars(extend("primary" = true, "refers" = "topik.key"))]
    pub topic: &'r str,
}

/// The same wish at an earlier stop.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "EarlierEntry")]
pub struct EarlierEntryRow {
    /// The aspiration.
    #[schemars(extend("primary" = true, "refers" = "aspirasi.reference"))]
    pub aspiration: String,
    /// The earlier one.
    #[schemars(extend("primary" = true, "refers" = "aspirasi.reference"))]
    pub earlier: String,
}

/// A source on which an aspiration or announcement rests.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "EntrySource")]
pub struct EntrySourceRow {
    /// The aspiration or announcement.
    #[schemars(extend("primary" = true, "refers" = "aspirasi.reference"))]
    pub aspiration: String,
    /// The stop that names the source.
    #[schemars(extend("primary" = true))]
    pub source_record: String,
    /// The source's place there.
    #[schemars(extend("primary" = true))]
    pub source_place: usize,
}

/// A source on which an answer rests.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ResponseSource")]
pub struct ResponseSourceRow {
    /// The aspiration or announcement.
    #[schemars(extend("primary" = true))]
    pub aspiration: String,
    /// The answer's place there.
    #[schemars(extend("primary" = true))]
    pub response: usize,
    /// The stop that names the source.
    #[schemars(extend("primary" = true))]
    pub source_record: String,
    /// The source's place there.
    #[schemars(extend("primary" = true))]
    pub source_place: usize,
}

/// A kind of an answer.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ResponseKind")]
pub struct ResponseKindRow {
    /// The aspiration or announcement.
    #[schemars(extend("primary" = true))]
    pub aspiration: String,
    /// The answer's place there.
    #[schemars(extend("primary" = true))]
    pub response: usize,
    /// The kind.
    #[schemars(extend("primary" = true))]
    pub answer: AnswerKind,
}

/// What a follow-up is about.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "FollowUpSubject")]
pub struct FollowUpSubjectRow<'r> {
    /// The follow-up.
    #[schemars(extend("primary" = true, "refers" = "kabar.reference"))]
    pub follow_up: &'r str,
    /// The stop, entry or commitment that it is about.
    #[schemars(extend("primary" = true))]
    pub subject: String,
    /// Which of these that is.
    #[schemars(extend("enum" = ["stop", "aspiration", "announcement", "commitment"]))]
    pub kind: &'static str,
    /// The stop, or that of the entry or commitment.
    #[schemars(extend("refers" = "kunjungan.number"))]
    pub stop: u32,
    /// The aspiration or announcement, or that of the commitment.
    #[schemars(extend("refers" = "aspirasi.reference"))]
    pub aspiration: Option<String>,
    /// The commitment.
    #[schemars(extend("refers" = "komitmen.reference"))]
    pub commitment: Option<String>,
}

/// A number under which an official system knows a commitment or a follow-up.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "OfficialNumber")]
pub struct OfficialNumberRow<'r> {
    /// The commitment or follow-up.
    #[schemars(extend("primary" = true))]
    pub record: String,
    /// The system.
    #[schemars(extend("primary" = true, "enum" = ["lapor", "sub_kegiatan", "rup", "sk"]))]
    pub system: &'static str,
    /// The number there.
    pub ref_number: &'r str,
}
