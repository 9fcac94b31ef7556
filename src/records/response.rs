//! Responses: what an official answered to an aspiration, or said in an announcement.

use super::{Commitment, Key, SingleLine, Spanned, Text};
use schemars::JsonSchema;
use serde::Deserialize;

/// One official's answer.
#[derive(Clone, Debug, Deserialize, serde::Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Response {
    /// The key of the office; absent if the source names none.
    #[schemars(extend("named" = true))]
    pub office: Option<Spanned<Key>>,
    /// Who spoke for it.
    pub official: Option<Official>,
    /// What kinds of answer it is.
    #[schemars(extend("words" = "answer"))]
    pub answer: Spanned<Vec<AnswerKind>>,
    /// With `referred`: to whom.
    pub to: Option<Text>,
    /// What was said; may be absent with `unreported`.
    #[schemars(extend("multiline" = true, "prose" = true))]
    pub text: Option<Text>,
    /// The keys of the stop's sources it rests on.
    #[serde(default)]
    pub sources: Vec<Spanned<Key>>,
    /// Where it was said; in the forum if absent.
    #[serde(default)]
    #[schemars(extend("rare" = true, "words" = "setting"))]
    pub setting: Setting,
    /// Who relays it, where the source does not have it first hand.
    #[schemars(extend("rare" = true))]
    pub reported_by: Option<Text>,
    /// The editor's notes on what is doubtful or only partly known.
    #[serde(default)]
    #[schemars(extend("rare" = true, "multiline" = true, "prose" = true))]
    pub notes: Vec<Text>,
    /// What was promised.
    #[serde(default)]
    #[schemars(extend("separate" = true))]
    pub commitments: Vec<Spanned<Commitment>>,
}

/// An official, as at the time.
#[derive(Clone, Debug, Deserialize, serde::Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Official {
    /// The name; an official answers in public office.
    pub name: SingleLine,
    /// The post held at the time.
    pub title: Option<Text>,
}

/// Kinds of answer; set once, from the minutes.
#[derive(
    Clone,
    Copy,
    Debug,
    Hash,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Deserialize,
    serde::Serialize,
    JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "Answer")]
pub enum AnswerKind {
    /// Somebody answered; the sources do not say what.
    Unreported,
    /// It will be done.
    Promised,
    /// Settled on the spot.
    Done,
    /// It will be studied.
    ToStudy,
    /// It belongs to another authority.
    Referred,
    /// The asker was given advice.
    Advised,
    /// It was explained.
    Explained,
    /// If the asker or somebody else meets a condition.
    Conditional,
    /// A soft no: budget, quota, authority.
    Limited,
    /// No.
    Declined,
}

impl AnswerKind {
    /// As it is written in YAML.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unreported => "unreported",
            Self::Promised => "promised",
            Self::Done => "done",
            Self::ToStudy => "to-study",
            Self::Referred => "referred",
            Self::Advised => "advised",
            Self::Explained => "explained",
            Self::Conditional => "conditional",
            Self::Limited => "limited",
            Self::Declined => "declined",
        }
    }
}

/// Where something was said.
#[derive(
    Clone, Copy, Debug, Hash, Default, PartialEq, Eq, Deserialize, serde::Serialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Setting {
    /// Before the regent and the heads of agency.
    #[default]
    Forum,
    /// To a reporter.
    Media,
    /// Somewhere else.
    Elsewhere,
}
