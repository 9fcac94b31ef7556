//! Aspirations and announcements: what was asked for at a stop, and what was said unasked.
//! [`super::EntryRef`] is the view of both.

use super::{
    CitedBy, Day, Key, Reference, Response, Setting, SingleLine, Spanned, Text, Withdrawn,
};
use crate::diag::Span;
use schemars::JsonSchema;
use serde::Deserialize;

/// What a citizen asked for, and what was answered.
#[derive(Clone, Debug, Deserialize, serde::Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Aspiration {
    /// Its key; the address is /STOP/KEY/.
    pub id: Spanned<Key>,
    /// Its title.
    pub title: Text,
    /// The keys of its topics.
    #[serde(default)]
    #[schemars(extend("named" = true))]
    pub topics: Vec<Spanned<Key>>,
    /// Who asked.
    pub from: Option<Asker>,
    /// What was asked for.
    #[schemars(extend("multiline" = true, "prose" = true))]
    pub text: Option<Text>,
    /// Where it was said; in the forum if absent.
    #[serde(default)]
    #[schemars(extend("rare" = true, "words" = "setting"))]
    pub setting: Setting,
    /// Who relays it, where the source does not have it first hand.
    #[schemars(extend("rare" = true))]
    pub reported_by: Option<Text>,
    /// The keys of the stop's sources it rests on.
    #[serde(default)]
    pub sources: Vec<Spanned<Key>>,
    /// The same wish at an earlier stop.
    #[serde(default)]
    #[schemars(extend("rare" = true))]
    pub again: Vec<Spanned<Reference>>,
    /// Why text, person and responses are not published.
    #[schemars(extend("rare" = true, "multiline" = true, "prose" = true))]
    pub withheld: Option<Text>,
    /// What officials answered.
    #[serde(default)]
    #[schemars(extend("separate" = true))]
    pub responses: Vec<Spanned<Response>>,
    /// The editor's notes on what is doubtful or only partly known.
    #[serde(default)]
    #[schemars(extend("rare" = true, "multiline" = true, "prose" = true))]
    pub notes: Vec<Text>,
    /// Articles and documents of others that cite it.
    #[serde(default)]
    #[schemars(extend("rare" = true))]
    pub cited_by: Vec<CitedBy>,
    /// It no longer stands: since when, and why. Its address stays and says so.
    #[schemars(extend("rare" = true))]
    pub withdrawn: Option<Withdrawn>,
    /// The references under which it was published before; they lead here.
    #[serde(default)]
    #[schemars(extend("rare" = true))]
    pub formerly: Vec<Spanned<Reference>>,
}

impl Aspiration {
    /// The unpublished parts if it is withheld: who asked, its text, the responses.
    pub fn withheld_spans(&self) -> Vec<Span> {
        let mut spans = Vec::new();
        if self.withheld.is_some() {
            if let Some(asker) = &self.from {
                spans.push(asker.role.span);
                spans.extend(asker.name.as_ref().map(|name| name.span));
            }
            spans.extend(self.text.as_ref().map(|text| text.span));
            spans.extend(self.responses.iter().map(|response| response.span));
        }
        spans
    }
}

/// What officials said or promised unasked, or to all: as an aspiration, without `from` and `text`.
#[derive(Clone, Debug, Deserialize, serde::Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Announcement {
    /// Its key; the address is /STOP/KEY/.
    pub id: Spanned<Key>,
    /// Its title.
    pub title: Text,
    /// The keys of its topics.
    #[serde(default)]
    #[schemars(extend("named" = true))]
    pub topics: Vec<Spanned<Key>>,
    /// Where it was said; in the forum if absent.
    #[serde(default)]
    #[schemars(extend("rare" = true, "words" = "setting"))]
    pub setting: Setting,
    /// Who relays it, where the source does not have it first hand.
    #[schemars(extend("rare" = true))]
    pub reported_by: Option<Text>,
    /// The keys of the stop's sources it rests on.
    #[serde(default)]
    pub sources: Vec<Spanned<Key>>,
    /// What was said.
    #[serde(default)]
    #[schemars(extend("separate" = true))]
    pub responses: Vec<Spanned<Response>>,
    /// The editor's notes on what is doubtful or only partly known.
    #[serde(default)]
    #[schemars(extend("rare" = true, "multiline" = true, "prose" = true))]
    pub notes: Vec<Text>,
    /// Articles and documents of others that cite it.
    #[serde(default)]
    #[schemars(extend("rare" = true))]
    pub cited_by: Vec<CitedBy>,
    /// It no longer stands: since when, and why. Its address stays and says so.
    #[schemars(extend("rare" = true))]
    pub withdrawn: Option<Withdrawn>,
    /// The references under which it was published before; they lead here.
    #[serde(default)]
    #[schemars(extend("rare" = true))]
    pub formerly: Vec<Spanned<Reference>>,
}

/// Who asked.
#[derive(Clone, Debug, Deserialize, serde::Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "From")]
pub struct Asker {
    /// What they are: "Pelaku UMKM", "Kepala Desa Jatiroto".
    pub role: Text,
    /// The key of their village, in the stop's kecamatan.
    #[schemars(extend("named" = true))]
    pub village: Option<Spanned<Key>>,
    /// A private person's name, only with their consent.
    #[schemars(extend("rare" = true))]
    pub name: Option<Spanned<SingleLine>>,
    /// Their consent to being named.
    #[schemars(extend("rare" = true, "unpublished" = true))]
    pub consent: Option<Consent>,
}

/// A private person's consent to being named.
#[derive(Clone, Debug, Deserialize, serde::Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// When it was given.
    pub date: Spanned<Day>,
    /// The number of the form; it is not published.
    pub form: SingleLine,
}
