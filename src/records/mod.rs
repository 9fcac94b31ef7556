//! The record format: one file per thing the office talks about. No input or output, no clock.
//!
//! The types derive `Deserialize` and `JsonSchema`, so that reading, messages, the editor's hints and the data
//! dictionary have one source. A value that can be judged alone (a day, a key, an address) judges itself; what needs a
//! second record is a rule of `checks`.

mod aspiration;
mod chunked;
mod cited_by;
mod commitment;
mod day;
mod district;
mod due;
mod follow_up;
mod former_names;
mod hash;
mod key;
mod markdown;
mod office;
mod outline;
mod page;
mod photo;
mod redaction;
mod reference;
mod response;
pub mod revision;
pub mod revision_fields;
pub mod schema;
mod site;
mod source;
pub mod spanned;
mod stop;
mod text;
mod topic;
mod url;
mod withdrawn;

pub use aspiration::{Announcement, Aspiration, Consent, From, Setting};
pub use chunked::Several;
pub use cited_by::Citing;
pub use commitment::Commitment;
pub use day::Day;
pub use district::{AreaCode, District, Village, VillageKind};
pub use due::{Due, Term};
pub use follow_up::{About, Bearing, FollowUp, Status};
pub use former_names::Move;
pub use hash::{Print, hexadecimal, sha256};
pub use key::{Key, LONGEST as KEY_LENGTH};
pub use markdown::{links, markdown, may_be_private, may_lead_inside, one_line, plain};
pub use office::Office;
pub use outline::{Outline, Outlines, Point};
pub use page::{FrontMatter, Page};
pub use photo::{LARGEST_PHOTO, Media, Photo, Picture};
pub use redaction::Struck;
pub use reference::{Reference, number};
pub use response::{Answer, Official, Response};
pub use revision::Revision;
pub use site::{Contact, FORMAT, Outputs, Site, TimeZone, wrong_format};
pub use source::{Source, SourceKind};
pub use spanned::Spanned;
pub use stop::{Correction, NumberBasis, Stop};
pub use text::{LONGEST as TEXT_LENGTH, Lang, Line, Said, Text, hidden, readable, readable_prose};
pub use topic::Topic;
pub use url::{BaseUrl, Url, iri_reference};
pub use withdrawn::Withdrawn;

use std::collections::{BTreeMap, BTreeSet};

/// Everything that was read, in the order of the files, not yet checked against each other.
#[derive(Debug, Default)]
pub struct Records {
    /// site.yaml; none if it could not be read.
    pub site: Option<Site>,
    /// districts.yaml
    pub districts: Vec<District>,
    /// districts.geojson
    pub outlines: Outlines,
    /// offices.yaml
    pub offices: Vec<Office>,
    /// topics.yaml
    pub topics: Vec<Topic>,
    /// stops/*.yaml
    pub stops: Several<Stop>,
    /// follow-ups/*.yaml
    pub follow_ups: Several<Spanned<FollowUp>>,
    /// pages/*.md
    pub pages: Several<Page>,
    /// The files in media/, by name.
    pub media: BTreeMap<String, Media>,
    /// revisions.jsonl
    pub log: Several<Spanned<Revision>>,
    /// redacted.jsonl
    pub struck: Vec<Struck>,
    /// What could not be read, so that nothing is said about references to it.
    pub lost: Lost,
}

/// What was there but could not be read.
#[derive(Debug, Default)]
pub struct Lost {
    /// Stops, aspirations, commitments whose names were still readable.
    pub records: Vec<Reference>,
    /// Stops whose number is unknown.
    pub nameless_stops: bool,
    /// Lists of which at least one entry was lost: `districts`, `offices`, `topics`.
    pub lists: BTreeSet<&'static str>,
}

impl Lost {
    /// Could `reference` be among what was lost?
    pub fn may_hold(&self, reference: &Reference) -> bool {
        self.nameless_stops || self.records.iter().any(|lost| reference.is_below(lost))
    }
}
