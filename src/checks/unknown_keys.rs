//! Rules about keys that must be in a list: kecamatan, villages, offices, topics, sources.
//!
//! Where part of a list could not be read, no key is reported as missing from it: the cause has
//! been reported already.

use super::context::Context;
use super::cycles::report_cycles;
use crate::diag::{Code, Diagnostic};
use crate::records::{AreaCode, Key, Office, Spanned, Stop};
use std::collections::BTreeMap;

/// J303 to J307, J313; J125 for outlines
pub(super) fn check(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let records = context.records;
    let districts = KeyList::new(
        context,
        "districts",
        records.districts.iter().map(|d| &d.key),
    );
    let offices = KeyList::new(context, "offices", records.offices.iter().map(|o| &o.key));
    let topics = KeyList::new(context, "topics", records.topics.iter().map(|t| &t.key));
    for stop in &records.stops {
        districts.check(Code::UnknownDistrict, &stop.district, diagnostics);
        // With an unreadable kecamatan, its villages are missing too.
        if !districts.is_incomplete {
            check_villages(context, stop, diagnostics);
        }
        check_source_keys(context, stop, diagnostics);
    }
    for entry in &context.entries {
        for topic in entry.topics {
            topics.check(Code::UnknownTopic, topic, diagnostics);
        }
        for office in entry.responses.iter().filter_map(|r| r.office.as_ref()) {
            if offices.lacks(office) {
                diagnostics.push(unknown_office(&offices, &records.offices, office));
            }
        }
    }
    for parent in records.topics.iter().filter_map(|t| t.parent.as_ref()) {
        topics.check(Code::UnknownTopic, parent, diagnostics);
    }
    check_topic_cycles(context, diagnostics);
    if !districts.is_incomplete {
        check_outlines(context, diagnostics);
    }
}

/// The keys of one list.
struct KeyList<'r> {
    keys: Vec<&'r str>,
    /// Whether some record of it could not be read: then none can be said to be missing.
    is_incomplete: bool,
}

impl<'r> KeyList<'r> {
    fn new(
        context: &Context<'r>,
        name: &str,
        keys: impl Iterator<Item = &'r Spanned<Key>>,
    ) -> Self {
        Self {
            keys: keys.map(|key| key.as_str()).collect(),
            is_incomplete: context.records.unreadable.incomplete_lists.contains(name),
        }
    }

    fn lacks(&self, key: &Key) -> bool {
        !self.is_incomplete && !self.keys.contains(&key.as_str())
    }

    fn check(&self, code: Code, key: &Spanned<Key>, diagnostics: &mut Vec<Diagnostic>) {
        if self.lacks(key) {
            diagnostics.push(unknown_key(code, key, &self.keys));
        }
    }
}

fn unknown_key(code: Code, key: &Spanned<Key>, known: &[&str]) -> Diagnostic {
    Diagnostic::new(code, key.span)
        .arg("found", key.as_str())
        .suggest(key.as_str(), known.iter().copied())
}

/// An office is often called by its short name, which is no key: `bpbd` means
/// badan-penanggulangan-bencana-daerah.
fn unknown_office(list: &KeyList<'_>, offices: &[Office], key: &Spanned<Key>) -> Diagnostic {
    for office in offices {
        let names = office.short.iter().chain([&office.name]);
        let mut translations = names.flat_map(|name| &name.translations);
        if translations.any(|name| Key::suggest(&name.text) == key.as_str()) {
            return Diagnostic::new(Code::UnknownOffice, key.span)
                .arg("found", key.as_str())
                .arg("near", office.key.as_str());
        }
    }
    unknown_key(Code::UnknownOffice, key, &list.keys)
}

/// An outline is drawn only for a kecamatan that the list has.
fn check_outlines(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let outlines = &context.records.outlines;
    let districts = context.records.districts.iter();
    let codes: Vec<&str> = districts
        .filter_map(|d| d.code.as_ref())
        .map(AreaCode::as_str)
        .collect();
    for outline in &outlines.list {
        if !codes.contains(&outline.code.as_str()) {
            diagnostics.push(
                Diagnostic::new(Code::BadGeoJson, outlines.span)
                    .arg("found", outline.code.as_str()),
            );
        }
    }
}

/// Who asked comes from a village of the stop's kecamatan.
fn check_villages(context: &Context<'_>, stop: &Stop, diagnostics: &mut Vec<Diagnostic>) {
    let districts = &context.records.districts;
    let Some(district) = districts
        .iter()
        .find(|d| d.key.value == stop.district.value)
    else {
        return;
    };
    for aspiration in &stop.aspirations {
        let Some(village) = aspiration.from.as_ref().and_then(|f| f.village.as_ref()) else {
            continue;
        };
        if district.has_village(village) {
            continue;
        }
        let known: Vec<&str> = district.villages.iter().map(|v| v.key.as_str()).collect();
        // Perhaps the village is right and the kecamatan wrong.
        let elsewhere = districts.iter().find(|d| d.has_village(village));
        diagnostics.push(
            unknown_key(Code::UnknownVillage, village, &known)
                .arg("district", district.key.as_str())
                .arg("elsewhere", elsewhere.map_or("none", |d| d.key.as_str())),
        );
    }
}

/// Entries and responses rest on sources of their own stop.
fn check_source_keys(context: &Context<'_>, stop: &Stop, diagnostics: &mut Vec<Diagnostic>) {
    if context.sources_may_be_missing(stop) {
        return;
    }
    let ids = stop.sources.iter().filter_map(|s| s.id.as_ref());
    let known: Vec<&str> = ids.map(|id| id.as_str()).collect();
    for entry in stop.entries() {
        let of_responses = entry.responses.iter().flat_map(|r| &r.sources);
        for key in entry.sources.iter().chain(of_responses) {
            if !known.contains(&key.as_str()) {
                diagnostics.push(unknown_key(Code::UnknownSource, key, &known));
            }
        }
    }
}

/// A topic that, going up from parent to parent, comes back to itself would belong to no topic at
/// the top.
fn check_topic_cycles(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut parents = BTreeMap::new();
    for topic in &context.records.topics {
        if let Some(parent) = &topic.parent {
            parents.insert(topic.key.as_str(), (parent.as_str(), parent.span));
        }
    }
    report_cycles(Code::TopicCycle, &parents, diagnostics);
}
