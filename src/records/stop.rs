//! Stops: a stop is one day, sometimes two, on which the regent and his heads of agency came to a
//! kecamatan. One file in content/stops/ is one stop with its entries.

use super::{
    Announcement, Aspiration, CitedBy, Day, Key, Photo, Reference, Source, Spanned, Text, Withdrawn,
};
use schemars::JsonSchema;
use serde::Deserialize;

/// A J-HUR stop.
#[derive(Clone, Debug, Deserialize, serde::Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stop {
    /// Its number ("ke-6"): unique, and its address.
    pub number: Spanned<u32>,
    /// Who says so: a source, or the editor from the order of the visits.
    #[serde(default)]
    #[schemars(extend("rare" = true, "words" = "field"))]
    pub number_basis: NumberBasis,
    /// The key of the kecamatan.
    #[schemars(extend("named" = true))]
    pub district: Spanned<Key>,
    /// The day, or the first of them.
    pub date: Spanned<Day>,
    /// The last day, if there were several.
    #[schemars(extend("rare" = true))]
    pub until: Option<Spanned<Day>>,
    /// Where it was held.
    pub venue: Option<Text>,
    /// What happened, in a few sentences.
    #[schemars(extend("multiline" = true, "prose" = true))]
    pub summary: Option<Text>,
    /// How many aspirations the minutes count; the page shows recorded of heard.
    #[schemars(extend("rare" = true))]
    pub heard: Option<Spanned<u32>>,
    /// The editor's notes on what is doubtful or only partly known.
    #[serde(default)]
    #[schemars(extend("rare" = true, "multiline" = true, "prose" = true))]
    pub notes: Vec<Text>,
    /// Held back until this line is removed.
    #[serde(default)]
    #[schemars(extend("unpublished" = true))]
    pub draft: bool,
    /// Held back until this day.
    #[schemars(extend("rare" = true, "unpublished" = true))]
    pub publish_on: Option<Day>,
    /// Photographs.
    #[serde(default)]
    #[schemars(extend("rare" = true))]
    pub photos: Vec<Photo>,
    /// What the record rests on.
    #[serde(default)]
    pub sources: Vec<Spanned<Source>>,
    /// What was wrong here once and is right now.
    #[serde(default)]
    #[schemars(extend("rare" = true))]
    pub corrections: Vec<Correction>,
    /// Articles and documents of others that cite it.
    #[serde(default)]
    #[schemars(extend("rare" = true))]
    pub cited_by: Vec<CitedBy>,
    /// What citizens asked for.
    #[serde(default)]
    #[schemars(extend("separate" = true, "page" = true))]
    pub aspirations: Vec<Spanned<Aspiration>>,
    /// What was offered beside the forum.
    #[serde(default)]
    #[schemars(extend("rare" = true))]
    pub services: Vec<Text>,
    /// What officials said or promised unasked, or to all.
    #[serde(default)]
    #[schemars(extend("separate" = true, "page" = true))]
    pub announcements: Vec<Spanned<Announcement>>,
    /// It no longer stands: since when, and why. Its address stays and says so.
    #[schemars(extend("rare" = true))]
    pub withdrawn: Option<Withdrawn>,
    /// The references under which it was published before; they lead here.
    #[serde(default)]
    #[schemars(extend("rare" = true))]
    pub formerly: Vec<Spanned<Reference>>,
}

/// On what a stop's number rests.
#[derive(
    Clone, Copy, Debug, Hash, Default, PartialEq, Eq, Deserialize, serde::Serialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum NumberBasis {
    /// A source states it.
    #[default]
    Stated,
    /// The editor counted.
    Inferred,
}

/// A correction of what was published.
#[derive(Clone, Debug, Deserialize, serde::Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// When it was corrected.
    pub date: Spanned<Day>,
    /// What was wrong and what is right.
    #[schemars(extend("multiline" = true, "prose" = true))]
    pub text: Text,
    /// The key of the aspiration or announcement it concerns; the stop itself if absent.
    pub record: Option<Spanned<Key>>,
}
