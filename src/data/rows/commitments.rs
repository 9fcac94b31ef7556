//! Rows of commitments and of the follow-ups about them. Every state names a day; no column counts
//! days.

use crate::data::translated::Translated;
use crate::records::{Bearing, Day, Status};
use schemars::JsonSchema;
use serde::Serialize;

/// A commitment with what is known of it.
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
    #[schemars(extend("refers" = "kunjungan.number"))]
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
    /// The date is the editor's reading of these words.
    pub due_is_reading: bool,
    /// How it stands against the deadline in force.
    #[schemars(extend("enum" = [
        "ahead", "passed-unknown", "late", "done-in-time", "done-late", "no-date", "closed",
    ]))]
    pub deadline_state: &'static str,
    /// The deadline in force ends within 30 days.
    pub due_soon: bool,
    /// The first deadline.
    pub first_due: Option<String>,
    /// The last day that would have kept it.
    pub first_due_last: Option<Day>,
    /// How it stands against the first deadline.
    #[schemars(extend("enum" = [
        "ahead", "passed-unknown", "late", "done-in-time", "done-late", "no-date", "closed",
    ]))]
    pub first_deadline_state: &'static str,
    /// What is known of it.
    #[schemars(extend("enum" = [
        "no-direct-news", "without-status", "planned", "in-progress", "stalled", "partly-done",
        "done-reported", "done-verified", "superseded", "dropped", "not-assessable",
    ]))]
    pub status: &'static str,
    /// The day of the news that gives the status.
    pub status_since: Option<Day>,
    /// The group in which the status is shown.
    #[schemars(extend("enum" = [
        "no-direct-news", "without-status", "under-way", "done", "not-pursued", "not-assessable",
    ]))]
    pub group: &'static str,
    /// The news there is: about this very matter, of the same subject elsewhere only, or none.
    #[schemars(extend("enum" = ["direct", "related", "none"]))]
    pub news: &'static str,
    /// The day of the last news about this very matter.
    pub last_direct_news: Option<Day>,
    /// The day of the last news of the same subject elsewhere.
    pub last_related_news: Option<Day>,
    /// The day on which someone last looked and found nothing new; none if nobody ever looked.
    pub looked_for: Option<Day>,
    /// Since when there has been no direct news, where that is 180 days or more.
    pub quiet_since: Option<Day>,
    /// It depends on a condition or a budget, and nothing is known to have begun.
    pub waiting: bool,
    /// The commitment that took its place.
    #[schemars(extend("refers" = "komitmen.reference"))]
    pub replaced_by: Option<String>,
    /// The day of the first release that has it.
    pub recorded: Option<Day>,
    /// The day of the first release of its aspiration or announcement.
    pub first_published: Option<Day>,
    /// The number of the newest revision of its aspiration or announcement.
    pub revision: Option<u32>,
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
    /// Since when it is known: the later of its day and its earliest source's.
    pub known_since: Day,
    /// The day of the first release that has it.
    pub recorded: Option<Day>,
    /// The status it gives.
    pub status: Option<Status>,
    /// How closely it bears on what it is about.
    pub bearing: Bearing,
    /// Someone looked and found nothing new.
    pub check: bool,
    /// What counted as done is open again.
    pub reopens: bool,
    /// A new deadline.
    pub due: Option<String>,
    /// The last day that keeps it.
    pub due_last: Option<Day>,
    /// The words in which it was spoken.
    pub due_said: Option<Translated<'r>>,
    /// The date is the editor's reading of these words.
    pub due_is_reading: bool,
    /// What happened.
    pub text: Translated<'r>,
    /// Who decided.
    pub by: Option<Translated<'r>>,
    /// The commitment that took its place.
    #[schemars(extend("refers" = "komitmen.reference"))]
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
