//! Sources: the reports, documents and statements on which records rest.

use super::{Day, Key, RecordTexts, SingleLine, Spanned, Text, Url};
use schemars::JsonSchema;
use serde::Deserialize;

/// A report, a document, a statement on which a record rests.
#[derive(Clone, Debug, Deserialize, serde::Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The key by which the records of a stop cite it; a follow-up's sources have none.
    pub id: Option<Spanned<Key>>,
    /// Its title; absent if it could not be seen.
    pub title: Option<Text>,
    /// Who published it.
    pub publisher: SingleLine,
    /// Its day; absent if undated: it then supports no order in time.
    pub date: Option<Spanned<Day>>,
    /// Its address.
    pub url: Option<Url>,
    /// The address of an archived copy.
    #[schemars(extend("rare" = true))]
    pub archived: Option<Url>,
    /// What kind of source it is.
    #[schemars(extend("words" = "source"))]
    pub kind: Option<SourceKind>,
    /// Only part of it could be read.
    #[serde(default)]
    #[schemars(extend("rare" = true))]
    pub partial: bool,
    /// The editor's notes on what is doubtful about it.
    #[serde(default)]
    #[schemars(extend("rare" = true, "multiline" = true, "prose" = true))]
    pub notes: Vec<Text>,
}

impl Source {
    /// What it says in words, for rules that look at all texts. A new field with words belongs here too.
    pub fn texts(&self) -> RecordTexts<'_> {
        let mut texts = RecordTexts::default();
        texts.multilingual.extend(&self.title);
        texts.multilingual.extend(&self.notes);
        texts.lines.push(&self.publisher);
        texts
    }
}

/// What kind of source it is.
#[derive(Clone, Copy, Debug, Hash, PartialEq, Eq, Deserialize, serde::Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum SourceKind {
    /// A newspaper, a radio station, a news site.
    Press,
    /// The office that made the promise.
    Office,
    /// A decree, a budget, minutes.
    Document,
    /// A citizen's own report.
    Citizen,
    /// The inspectorate or the state auditor.
    Inspectorate,
}
