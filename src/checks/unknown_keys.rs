//! Names that must stand in a list: kecamatan, villages, offices, topics, sources.
//!
//! What could not be read is not missed: that has been said already.

use super::context::{CheckContext, EntryRef};
use crate::diag::{Code, Diagnostic};
use crate::records::{AreaCode, District, Key, Office, Spanned, Stop};
use std::collections::BTreeMap;

/// J303 to J307, J313; J125 for outlines
pub(super) fn check(book: &CheckContext<'_>, faults: &mut Vec<Diagnostic>) {
    let records = book.records;
    let districts = KeyList::of(
        book,
        "districts",
        records.districts.iter().map(|d| d.key.as_str()),
    );
    let offices = KeyList::of(
        book,
        "offices",
        records.offices.iter().map(|o| o.key.as_str()),
    );
    let topics = KeyList::of(
        book,
        "topics",
        records.topics.iter().map(|t| t.key.as_str()),
    );
    for stop in &records.stops {
        districts.check_key(Code::UnknownDistrict, &stop.district, faults);
        if !districts.is_incomplete {
            check_villages(book, stop, faults);
        }
    }
    for entries in book.entries.chunk_by(|a, b| std::ptr::eq(a.stop, b.stop)) {
        check_source_keys(book, entries, faults);
    }
    for entry in &book.entries {
        entry
            .topics
            .iter()
            .for_each(|topic| topics.check_key(Code::UnknownTopic, topic, faults));
        for office in entry.responses.iter().filter_map(|r| r.office.as_ref()) {
            if offices.is_incomplete || offices.contains(office) {
                continue;
            }
            match office_key_by_name(&records.offices, office) {
                Some(key) => {
                    let fault = Diagnostic::new(Code::UnknownOffice, office.span)
                        .arg("found", office.as_str());
                    faults.push(fault.arg("near", key));
                }
                None => offices.check_key(Code::UnknownOffice, office, faults),
            }
        }
    }
    let parents = records.topics.iter().filter_map(|t| t.parent.as_ref());
    parents.for_each(|parent| topics.check_key(Code::UnknownTopic, parent, faults));
    check_topic_cycles(book, faults);
    if !districts.is_incomplete {
        check_outlines(book, faults);
    }
}

/// An outline is drawn only for a kecamatan that the list has.
fn check_outlines(book: &CheckContext<'_>, faults: &mut Vec<Diagnostic>) {
    let outlines = &book.records.outlines;
    let codes: Vec<&str> = book
        .records
        .districts
        .iter()
        .filter_map(|d| d.code.as_ref())
        .map(AreaCode::as_str)
        .collect();
    let strange = outlines
        .list
        .iter()
        .filter(|o| !codes.contains(&o.code.as_str()));
    faults.extend(
        strange.map(|o| {
            Diagnostic::new(Code::BadGeoJson, outlines.span).arg("found", o.code.as_str())
        }),
    );
}

/// The key of the office that people call so: `bpbd` means badan-penanggulangan-bencana-daerah.
fn office_key_by_name<'r>(offices: &'r [Office], word: &Key) -> Option<&'r str> {
    let names = |office: &'r Office| {
        office
            .short
            .iter()
            .chain([&office.name])
            .flat_map(|t| &t.translations)
    };
    let said =
        |office: &&'r Office| names(office).any(|said| Key::suggest(&said.text) == word.as_str());
    offices.iter().find(said).map(|office| office.key.as_str())
}

/// The keys of one list.
struct KeyList<'r> {
    keys: Vec<&'r str>,
    /// Some entry of it could not be read.
    is_incomplete: bool,
}

impl<'r> KeyList<'r> {
    fn of(book: &CheckContext<'r>, name: &str, keys: impl Iterator<Item = &'r str>) -> Self {
        Self {
            keys: keys.collect(),
            is_incomplete: book.records.unreadable.incomplete_lists.contains(name),
        }
    }

    fn contains(&self, key: &Key) -> bool {
        self.keys.contains(&key.as_str())
    }

    fn check_key(&self, code: Code, key: &Spanned<Key>, faults: &mut Vec<Diagnostic>) {
        if !self.is_incomplete && !self.contains(key) {
            faults.push(unknown_key(code, key, self.keys.iter().copied()));
        }
    }
}

fn unknown_key<'k>(
    code: Code,
    key: &Spanned<Key>,
    known: impl IntoIterator<Item = &'k str>,
) -> Diagnostic {
    Diagnostic::new(code, key.span)
        .arg("found", key.as_str())
        .suggest(key.as_str(), known)
}

fn check_villages(book: &CheckContext<'_>, stop: &Stop, faults: &mut Vec<Diagnostic>) {
    let Some(district) = book
        .records
        .districts
        .iter()
        .find(|d| d.key.value == stop.district.value)
    else {
        return;
    };
    let has =
        |district: &District, key: &Key| district.villages.iter().any(|v| v.key.value == *key);
    let asked = stop
        .aspirations
        .iter()
        .filter_map(|a| a.from.as_ref())
        .filter_map(|f| f.village.as_ref());
    for village in asked.filter(|v| !has(district, v)) {
        let fault = unknown_key(
            Code::UnknownVillage,
            village,
            district.villages.iter().map(|v| v.key.as_str()),
        );
        let other = book.records.districts.iter().find(|d| has(d, village));
        let elsewhere = other.map_or("none", |d| d.key.as_str());
        faults.push(
            fault
                .arg("district", district.key.as_str())
                .arg("elsewhere", elsewhere),
        );
    }
}

/// `entries` are those of one stop.
fn check_source_keys(
    book: &CheckContext<'_>,
    entries: &[EntryRef<'_>],
    faults: &mut Vec<Diagnostic>,
) {
    let stop = entries[0].stop;
    if book.sources_may_be_missing(stop) {
        return;
    }
    let known: Vec<&str> = stop
        .sources
        .iter()
        .filter_map(|s| s.id.as_ref())
        .map(|id| id.as_str())
        .collect();
    let cited = entries.iter().flat_map(|e| {
        e.sources
            .iter()
            .chain(e.responses.iter().flat_map(|r| &r.sources))
    });
    for key in cited.filter(|key| !known.contains(&key.as_str())) {
        faults.push(unknown_key(Code::UnknownSource, key, known.iter().copied()));
    }
}

/// A topic that, going up from parent to parent, comes back to itself; named once, at its first topic.
fn check_topic_cycles(book: &CheckContext<'_>, faults: &mut Vec<Diagnostic>) {
    let parents: BTreeMap<&str, &Spanned<Key>> = book
        .records
        .topics
        .iter()
        .filter_map(|t| Some((t.key.as_str(), t.parent.as_ref()?)))
        .collect();
    for (&start, &parent) in &parents {
        let mut path = vec![start];
        let mut at = parent.as_str();
        while at != start && !path.contains(&at) {
            path.push(at);
            let Some(next) = parents.get(at) else { break };
            at = next.as_str();
        }
        if at == start && path.iter().all(|topic| *topic >= start) {
            path.push(start);
            faults.push(
                Diagnostic::new(Code::TopicCycle, parent.span).arg("cycle", path.join(" → ")),
            );
        }
    }
}
