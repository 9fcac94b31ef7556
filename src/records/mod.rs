//! The record format: one file for each kind of record, and the pure functions that follow from
//! records alone (status, known-since, former names, hashes). No input or output, no clock.
//!
//! The types derive `Deserialize` and `JsonSchema`, so that reading, messages, the editor's hints
//! and the data dictionary have one source. A value that can be checked alone (a day, a key, an
//! address) is checked as it is read; what needs a second record is a rule of `checks`.

mod aspiration;
mod cited_by;
mod commitment;
mod day;
mod district;
mod due;
mod entry;
mod follow_up;
mod former_names;
mod hash;
mod key;
mod known_since;
pub mod log_entry;
mod markdown;
mod normalise;
mod office;
mod outline;
mod page;
mod photo;
mod progress;
mod redacted_phrases;
mod redaction;
mod redaction_key;
mod reference;
mod response;
pub mod revision;
pub mod revision_fields;
mod revision_log;
pub mod schema;
pub mod schema_model;
mod seal;
mod searchable_text;
mod site;
mod source;
pub mod spanned;
mod status;
mod stop;
mod text;
mod topic;
mod url;
mod withdrawn;
mod witnessed;

pub use aspiration::{Announcement, Asker, Aspiration, Consent};
pub use cited_by::CitedBy;
pub use commitment::{Commitment, Refs};
pub use day::Day;
pub use district::{AreaCode, District, Village, VillageKind};
pub use due::{Deadline, PartialDate};
pub use entry::{EntryKind, EntryRef};
pub use follow_up::{Bearing, FollowUp, ReferenceList};
pub use former_names::FormerName;
pub use hash::{Fingerprint, sha256_hex, to_hex};
pub use key::{Key, MAX_KEY_LENGTH, first_free_name};
pub use known_since::known_since;
pub use log_entry::{EntryContent, LogEntry, RevisionName};
pub use markdown::{collapse_whitespace, markdown_links, markdown_parser, markdown_to_text};
pub use normalise::Normalised;
pub use office::Office;
pub use outline::{LonLat, Outline, Outlines};
pub use page::{FrontMatter, PageFile};
pub use photo::{ImageInfo, LocationStore, MAX_PHOTO_BYTES, MediaFile, Photo};
pub use progress::{Progress, QUIET_DAYS};
pub use redacted_phrases::RedactedPhrases;
pub use redaction::RedactedPhrase;
pub use redaction_key::{KeyFile, REDACTION_KEY_FILE, RedactionKey};
pub use reference::{Reference, parse_stop_number};
pub use response::{AnswerKind, Official, Response, Setting};
pub use revision::{Redaction, Revision, RevisionBody, SITE_RECORD};
pub use revision_log::RevisionLog;
pub use seal::Seal;
pub use site::{
    Contact, DEFAULT_THEME, FORMAT_VERSION, Outputs, Site, Standing, TimeZone, format_mismatch,
};
pub use source::{Source, SourceKind};
pub use spanned::Spanned;
pub use status::{KnownStatus, Status, StatusGroup};
pub use stop::{Correction, NumberBasis, Stop};
pub use text::{
    Lang, MAX_TEXT_LENGTH, RecordTexts, SingleLine, Text, Translation, first_invisible,
    validate_markdown, validate_text,
};
pub use topic::Topic;
pub use url::{BaseUrl, Url, parse_iri_reference};
pub use withdrawn::Withdrawn;
pub use witnessed::{WitnessedError, WitnessedLog, is_witness_name};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Everything that was read, in the order of the files, not yet checked against each other.
#[derive(Debug, Default)]
pub struct Records {
    /// site.yaml; `None` if it could not be read.
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
    pub stops: Vec<Arc<Stop>>,
    /// follow-ups/*.yaml
    pub follow_ups: Vec<Arc<Spanned<FollowUp>>>,
    /// pages/*.md
    pub pages: Vec<Arc<PageFile>>,
    /// The files in media/, by name.
    pub media: BTreeMap<String, MediaFile>,
    /// The sha256 of each file of the site's own theme that is not the default theme's, by its path.
    pub theme_hashes: BTreeMap<String, String>,
    /// log.jsonl and bodies.jsonl
    pub revision_log: RevisionLog,
    /// witnessed/*.txt
    pub witnessed: Vec<Arc<Spanned<WitnessedLog>>>,
    /// redacted.jsonl, and the key to look through it.
    pub redacted_phrases: RedactedPhrases,
    /// The files of the site's own theme with their spans; read only where phrases were redacted.
    pub theme_files: Vec<Spanned<String>>,
    /// What could not be read, so that references to it are not reported.
    pub unreadable: Unreadable,
}

impl Records {
    /// The languages of the site, the main one first; Indonesian alone if site.yaml could not be
    /// read.
    pub fn languages(&self) -> Vec<Lang> {
        match &self.site {
            Some(site) if !site.languages.is_empty() => {
                site.languages.iter().map(|lang| lang.value).collect()
            }
            _ => vec![Lang::Id],
        }
    }
}

/// Records that are in the files but could not be read.
#[derive(Debug, Default)]
pub struct Unreadable {
    /// Stops, aspirations, commitments whose names were still readable.
    pub references: Vec<Reference>,
    /// Stops whose number is unknown.
    pub has_unnumbered_stops: bool,
    /// Lists of which at least one entry was lost: `districts`, `offices`, `topics`.
    pub incomplete_lists: BTreeSet<&'static str>,
}

impl Unreadable {
    /// Whether `reference` could be among what was lost.
    pub fn may_contain(&self, reference: &Reference) -> bool {
        let mut lost = self.references.iter();
        self.has_unnumbered_stops || lost.any(|lost| reference.is_at_or_below(lost))
    }
}
