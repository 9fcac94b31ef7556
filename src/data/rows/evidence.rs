//! Rows of what records rest on and of what was done about them: sources, photographs, corrections,
//! withdrawals, and who cites them.

use crate::data::translated::Translated;
use crate::records::{Day, SourceKind};
use schemars::JsonSchema;
use serde::Serialize;

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

/// A photograph.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Photo")]
pub struct PhotoRow<'r> {
    /// The stop or follow-up that shows it.
    #[schemars(extend("primary" = true))]
    pub record: String,
    /// Its place there, from 1.
    #[schemars(extend("primary" = true))]
    pub place: usize,
    /// What it shows, for whoever cannot see it.
    pub alt: Translated<'r>,
    /// The line below it.
    pub caption: Option<Translated<'r>>,
    /// Who took it.
    pub credit: Option<Translated<'r>>,
    /// Its width in its largest size.
    #[schemars(extend("unit" = "piksel"))]
    pub width: u32,
    /// Its height in its largest size.
    #[schemars(extend("unit" = "piksel"))]
    pub height: u32,
    /// Its largest size.
    #[schemars(extend("format" = "url"))]
    pub url: String,
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
    /// The day of the first release that has it.
    pub recorded: Option<Day>,
    /// What was wrong and what is right.
    pub text: Translated<'r>,
}

/// A record that was published and no longer stands.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Withdrawal")]
pub struct WithdrawalRow<'r> {
    /// What was withdrawn.
    #[schemars(extend("primary" = true))]
    pub record: String,
    /// What kind of record it was.
    #[schemars(extend("enum" = ["stop", "aspiration", "announcement", "commitment", "page"]))]
    pub kind: &'static str,
    /// Since when.
    pub date: Day,
    /// Why.
    pub reason: Translated<'r>,
    /// Its address, which says so.
    #[schemars(extend("format" = "url"))]
    pub url: String,
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
