//! Builds the register: joins the records as of a day, stops with their entries first, then what became of them.

use super::follow_up::follow_up_name;
use super::{
    Commitment, CommitmentId, District, DistrictId, Entry, EntryId, FollowUp, FollowUpId, Office,
    OfficeId, Register, Response, Stop, StopId, Subject, Topic, TopicId, Totals, Withdrawal,
};
use crate::checks::CheckedRecords;
use crate::records::{
    self, CitedBy, Day, EntryKind, EntryRef, Key, Progress, Reference, Setting, Source, Spanned,
    Withdrawn,
};
use rayon::prelude::*;
use std::collections::HashMap;

impl<'r> Register<'r> {
    /// Joins the records as of the day for which they were checked. Records that are held back (`draft`, `publish_on`)
    /// take part only with `drafts`.
    pub fn as_of(checked: &'r CheckedRecords, drafts: bool) -> Self {
        let mut builder = RegisterBuilder::new(checked, drafts);
        builder.add_stops();
        builder.add_withdrawn_pages();
        builder.link_asked_again();
        builder.add_follow_ups();
        let mut register = builder.register;
        register.evaluate_commitments();
        register.build_histories();
        register.count_totals();
        register
    }

    /// Once all follow-ups are in: what they make of each commitment on the register's day.
    fn evaluate_commitments(&mut self) {
        for n in 0..self.commitments.len() {
            let commitment = &mut self.commitments[n];
            let follow_ups = commitment.timeline.iter();
            let records = follow_ups.map(|id| self.follow_ups[id.0].record);
            let progress = Progress::of(commitment.record, commitment.made_on, records);
            commitment.evaluate(&progress, self.day);
            // Only while it is superseded has another taken its place.
            if let Some(id) = commitment.status_source
                && let Some(new) = self.follow_ups[id.0].replaced_by
            {
                commitment.replaced_by = Some(new);
                self.commitments[new.0].replaces.push(CommitmentId(n));
            }
        }
    }
}

/// The register being built, with the indexes by which records find each other.
struct RegisterBuilder<'r> {
    register: Register<'r>,
    districts: HashMap<&'r str, DistrictId>,
    offices: HashMap<&'r str, OfficeId>,
    topics: HashMap<&'r str, TopicId>,
    stops: HashMap<u32, StopId>,
    entries: HashMap<(u32, &'r str), EntryId>,
    commitments: HashMap<(EntryId, &'r str), CommitmentId>,
    /// References that records had before, with those they have now.
    former_names: HashMap<String, Reference>,
}

/// A follow-up with what follows from its record alone.
struct ResolvedFollowUp<'r> {
    record: &'r records::FollowUp,
    /// For each reference in `about` what it names, if that is published.
    about: Vec<Option<Subject>>,
    known_since: Day,
    sources: Vec<&'r Source>,
    replaced_by: Option<CommitmentId>,
}

/// The ids of a list by its keys.
fn index_keys<'r, Id>(
    keys: impl Iterator<Item = &'r Spanned<Key>>,
    id: fn(usize) -> Id,
) -> HashMap<&'r str, Id> {
    keys.enumerate()
        .map(|(n, key)| (key.as_str(), id(n)))
        .collect()
}

impl<'r> RegisterBuilder<'r> {
    fn new(checked: &'r CheckedRecords, drafts: bool) -> Self {
        let records = checked.records();
        // Pages have former names too, which are no references.
        let former_names = records
            .alias_map()
            .into_iter()
            .filter_map(|(former, current)| Some((former, Reference::try_from(current).ok()?)));
        let topics = index_keys(records.topics.iter().map(|t| &t.key), TopicId);
        let register = Register {
            records,
            site: checked.site(),
            day: checked.day(),
            drafts,
            stops: Vec::new(),
            entries: Vec::new(),
            commitments: Vec::new(),
            follow_ups: Vec::new(),
            totals: Totals::default(),
            districts: records.districts.iter().map(District::new).collect(),
            offices: records.offices.iter().map(Office::new).collect(),
            topics: build_topics(&records.topics, &topics),
            withdrawals: Vec::new(),
            former_names: Vec::new(),
            histories: Vec::new(),
            corrected_revisions: Vec::new(),
            unreleased_count: 0,
            not_yet_known: 0,
        };
        Self {
            register,
            districts: index_keys(records.districts.iter().map(|d| &d.key), DistrictId),
            offices: index_keys(records.offices.iter().map(|o| &o.key), OfficeId),
            topics,
            stops: HashMap::new(),
            entries: HashMap::new(),
            commitments: HashMap::new(),
            former_names: former_names.collect(),
        }
    }

    /// Whether a record is known by the day. Those that are not are counted.
    fn is_known_by_day(&mut self, since: Day) -> bool {
        let known = since <= self.register.day;
        self.register.not_yet_known += usize::from(!known);
        known
    }

    fn add_stops(&mut self) {
        let day = self.register.day;
        let mut records: Vec<&'r records::Stop> = self
            .register
            .records
            .stops
            .iter()
            .map(AsRef::as_ref)
            .collect();
        records.sort_by_key(|stop| stop.number.value);
        for record in records {
            let known_since = record.known_since();
            let is_held_back = !self.register.drafts && record.is_held_back(day);
            // Held back comes first: what the editor hides is not counted as "not yet known".
            if is_held_back || !self.is_known_by_day(known_since) {
                continue;
            }
            if let Some(withdrawn) = self.effective_withdrawal(record.withdrawn.as_ref()) {
                self.add_withdrawn_stop(record, withdrawn);
                continue;
            }
            let Some(&district) = self.districts.get(record.district.as_str()) else {
                continue;
            };
            let id = StopId(self.register.stops.len());
            self.stops.insert(record.number.value, id);
            self.register.districts[district.0].stops.push(id);
            let sources = record.sources.iter().map(|s| &s.value);
            let corrections = record.corrections.iter();
            self.register.stops.push(Stop {
                record,
                known_since,
                district,
                aspirations: Vec::new(),
                announcements: Vec::new(),
                follow_ups: Vec::new(),
                sources: sources_until(sources, day),
                corrections: corrections.filter(|c| c.date.value <= day).collect(),
                cited_by: citations_until(&record.cited_by, day),
                totals: Totals::default(),
            });
            for entry in record.entries() {
                self.add_entry(id, &entry);
            }
        }
    }

    /// A withdrawal, if it was made by the day.
    fn effective_withdrawal(&self, withdrawn: Option<&'r Withdrawn>) -> Option<&'r Withdrawn> {
        withdrawn.filter(|w| w.date.value <= self.register.day)
    }

    fn add_withdrawal(&mut self, record: String, kind: &'static str, withdrawn: &'r Withdrawn) {
        self.register.withdrawals.push(Withdrawal {
            record,
            kind,
            withdrawn,
        });
    }

    /// A stop takes its entries with it; one that was withdrawn before keeps its own reason.
    fn add_withdrawn_stop(&mut self, stop: &'r records::Stop, withdrawn: &'r Withdrawn) {
        self.add_withdrawal(stop.number.to_string(), "stop", withdrawn);
        for entry in stop.entries() {
            let own = self.effective_withdrawal(entry.withdrawn);
            self.add_withdrawal(
                entry.reference().to_string(),
                entry.kind.as_str(),
                own.unwrap_or(withdrawn),
            );
        }
    }

    fn add_withdrawn_pages(&mut self) {
        let mut seen = Vec::new();
        for page in &self.register.records.pages {
            let key = &page.key.value;
            let withdrawn = self.effective_withdrawal(page.front_matter.withdrawn.as_ref());
            // The versions of a page in several languages have one address.
            if let Some(withdrawn) = withdrawn
                && !seen.contains(&key)
            {
                seen.push(key);
                self.add_withdrawal(key.to_string(), "page", withdrawn);
            }
        }
    }

    fn add_entry(&mut self, stop: StopId, record: &EntryRef<'r>) {
        let known_since = record.stop.known_since_by(record.sources);
        if !self.is_known_by_day(known_since) {
            return;
        }
        if let Some(withdrawn) = self.effective_withdrawal(record.withdrawn) {
            self.add_withdrawal(
                record.reference().to_string(),
                record.kind.as_str(),
                withdrawn,
            );
            return;
        }
        let id = EntryId(self.register.entries.len());
        let day = self.register.day;
        let district = self.register.stops[stop.0].district;
        self.entries
            .insert((record.stop.number.value, record.id.as_str()), id);
        // Of a withheld aspiration nothing is published that could lead to a person.
        let is_withheld = record.aspiration().is_some_and(|a| a.withheld.is_some());
        let topics = record.topics.iter();
        self.register.entries.push(Entry {
            stop,
            known_since,
            id: record.id,
            title: record.title,
            kind: record.kind,
            setting: if is_withheld {
                Setting::default()
            } else {
                record.setting
            },
            reported_by: record.reported_by.filter(|_| !is_withheld),
            village_index: self.village_index(district, record),
            topics: topics
                .filter_map(|t| self.topics.get(t.as_str()).copied())
                .collect(),
            responses: Vec::new(),
            sources: sources_until(record.stop.named_sources(record.sources), day),
            notes: record.notes,
            all_cited_by: record.cited_by,
            cited_by: citations_until(record.cited_by, day),
            asked_earlier: Vec::new(),
            asked_again: Vec::new(),
            follow_ups: Vec::new(),
            former_names: record.formerly,
        });
        if !is_withheld {
            for (n, response) in record.responses.iter().enumerate() {
                self.add_response(id, record.stop, response, n + 1);
            }
        }
        let stop = &mut self.register.stops[stop.0];
        match record.kind {
            EntryKind::Aspiration(_) => stop.aspirations.push(id),
            EntryKind::Announcement => stop.announcements.push(id),
        }
        self.register.districts[district.0].entries.push(id);
        self.file_under_topics(id);
    }

    /// The place of the asker's village in the kecamatan's list; `None` if it is not known or the aspiration is withheld.
    fn village_index(&self, district: DistrictId, record: &EntryRef<'r>) -> Option<usize> {
        let aspiration = record.aspiration().filter(|a| a.withheld.is_none())?;
        let village = aspiration.from.as_ref()?.village.as_ref()?;
        let villages = &self.register.districts[district.0].record.villages;
        villages.iter().position(|v| v.key.value == village.value)
    }

    /// `nth` is the response's place in the record, from 1.
    fn add_response(
        &mut self,
        entry: EntryId,
        stop: &'r records::Stop,
        record: &'r records::Response,
        nth: usize,
    ) {
        if !self.is_known_by_day(stop.known_since_by(&record.sources)) {
            return;
        }
        let key = record.office.as_ref();
        let office = key.and_then(|key| self.offices.get(key.as_str()).copied());
        let district = self.register.stops[self.register.entries[entry.0].stop.0].district;
        let mut response = Response {
            record,
            nth,
            office,
            sources: sources_until(stop.named_sources(&record.sources), self.register.day),
            commitments: Vec::new(),
            withdrawn_commitments: Vec::new(),
        };
        let response_index = self.register.entries[entry.0].responses.len();
        for record in &record.commitments {
            let withdrawn = record.withdrawn.as_ref();
            if self.effective_withdrawal(withdrawn).is_some() {
                response.withdrawn_commitments.push(&record.value);
                continue;
            }
            let id = CommitmentId(self.register.commitments.len());
            self.commitments.insert((entry, record.id.as_str()), id);
            self.register.commitments.push(Commitment::new(
                record,
                entry,
                response_index,
                office,
                stop.date.value,
            ));
            response.commitments.push(id);
        }
        let district = &mut self.register.districts[district.0];
        district.commitments.extend(&response.commitments);
        if let Some(office) = office {
            let office = &mut self.register.offices[office.0];
            office.commitments.extend(&response.commitments);
            // An office may answer the same entry twice.
            if office.entries.last() != Some(&entry) {
                office.entries.push(entry);
            }
        }
        self.register.entries[entry.0].responses.push(response);
    }

    /// An entry belongs to its topics and to every wider one.
    fn file_under_topics(&mut self, id: EntryId) {
        let entry = &self.register.entries[id.0];
        let commitments: Vec<CommitmentId> = entry.commitments().collect();
        let mut todo = entry.topics.clone();
        while let Some(topic) = todo.pop() {
            let topic = &mut self.register.topics[topic.0];
            // Two of its topics may have the same wider one.
            if topic.entries.last() != Some(&id) {
                topic.entries.push(id);
                topic.commitments.extend(&commitments);
                todo.extend(topic.parent);
            }
        }
    }

    /// "Asked again" is written at the later wish and shown at both.
    fn link_asked_again(&mut self) {
        for n in 0..self.register.entries.len() {
            let Some(aspiration) = self.register.entries[n].aspiration() else {
                continue;
            };
            for reference in &aspiration.again {
                if let Some(Subject::Entry(earlier)) = self.resolve(reference) {
                    self.register.entries[n].asked_earlier.push(earlier);
                    let earlier = &mut self.register.entries[earlier.0];
                    earlier.asked_again.push(EntryId(n));
                }
            }
        }
    }

    /// What a reference names, current or former; `None` if that is not published.
    fn resolve(&self, reference: &Reference) -> Option<Subject> {
        self.resolve_current(reference).or_else(|| {
            let current = current_name(&self.former_names, reference)?;
            self.resolve_current(current)
        })
    }

    fn resolve_current(&self, reference: &Reference) -> Option<Subject> {
        let Some(entry) = &reference.entry else {
            return self.stops.get(&reference.stop).copied().map(Subject::Stop);
        };
        let entry = *self.entries.get(&(reference.stop, entry.as_str()))?;
        let Some(commitment) = &reference.commitment else {
            return Some(Subject::Entry(entry));
        };
        let commitment = self.commitments.get(&(entry, commitment.as_str()))?;
        Some(Subject::Commitment(*commitment))
    }

    fn add_follow_ups(&mut self) {
        let records = self.register.records.follow_ups.iter();
        let mut records: Vec<&'r records::FollowUp> = records.map(|f| &f.value).collect();
        // A stable sort: the follow-ups of one day keep the order of the files.
        records.sort_by_key(|follow_up| follow_up.date.value);
        self.register.follow_ups.reserve(records.len());
        // What follows from a record alone is found on every core.
        let resolved = records.into_par_iter().map(|r| self.resolve_follow_up(r));
        let resolved: Vec<ResolvedFollowUp<'r>> = resolved.collect();
        // Taken, since `counts` borrows from it while the register changes; nothing is resolved any more.
        let former_names = std::mem::take(&mut self.former_names);
        let mut counts: HashMap<(Day, &Reference), usize> = HashMap::with_capacity(resolved.len());
        for follow_up in resolved {
            let record = follow_up.record;
            let mut about = Vec::new();
            let mut ordinals = Vec::new();
            let mut first = None;
            for (reference, subject) in record.about.0.iter().zip(follow_up.about) {
                // What is not published is counted as well, so that names stay the same when it is.
                let current = current_name(&former_names, reference).unwrap_or(reference);
                let count = counts.entry((record.date.value, current)).or_default();
                *count += 1;
                if let Some(subject) = subject {
                    first.get_or_insert((reference, *count));
                    about.push(subject);
                    ordinals.push(*count);
                }
            }
            // About nothing that is published.
            let Some((reference, ordinal)) = first else {
                continue;
            };
            let is_held_back = !self.register.drafts && record.is_held_back(self.register.day);
            if is_held_back || !self.is_known_by_day(follow_up.known_since) {
                continue;
            }
            let name = follow_up_name(record.date.value, ordinal);
            self.add_follow_up(FollowUp {
                record,
                reference: format!("{reference}/{name}"),
                known_since: follow_up.known_since,
                about,
                ordinals,
                sources: follow_up.sources,
                replaced_by: follow_up.replaced_by,
            });
        }
    }

    fn resolve_follow_up(&self, record: &'r records::FollowUp) -> ResolvedFollowUp<'r> {
        let replacement = record.replaced_by.as_ref();
        ResolvedFollowUp {
            record,
            replaced_by: match replacement.and_then(|new| self.resolve(new)) {
                Some(Subject::Commitment(new)) => Some(new),
                _ => None,
            },
            about: record.about.0.iter().map(|r| self.resolve(r)).collect(),
            known_since: record.known_since(),
            sources: sources_until(record.sources.iter(), self.register.day),
        }
    }

    fn add_follow_up(&mut self, follow_up: FollowUp<'r>) {
        let id = FollowUpId(self.register.follow_ups.len());
        for subject in &follow_up.about {
            match *subject {
                Subject::Stop(stop) => self.register.stops[stop.0].follow_ups.push(id),
                Subject::Entry(entry) => self.register.entries[entry.0].follow_ups.push(id),
                Subject::Commitment(commitment) => {
                    self.register.commitments[commitment.0].timeline.push(id);
                }
            }
        }
        self.register.follow_ups.push(follow_up);
    }
}

fn build_topics<'r>(records: &'r [records::Topic], ids: &HashMap<&str, TopicId>) -> Vec<Topic<'r>> {
    let mut topics = Vec::with_capacity(records.len());
    for record in records {
        let key = record.parent.as_ref();
        let parent = key.and_then(|key| ids.get(key.as_str()).copied());
        topics.push(Topic::new(record, parent));
    }
    for n in 0..topics.len() {
        if let Some(parent) = topics[n].parent {
            topics[parent.0].children.push(TopicId(n));
        }
    }
    topics
}

/// The reference that a record has now, of one that it had before.
fn current_name<'m>(
    former_names: &'m HashMap<String, Reference>,
    former: &Reference,
) -> Option<&'m Reference> {
    // Mostly nothing was renamed, and no reference need be written out to be looked up.
    if former_names.is_empty() {
        None
    } else {
        former_names.get(&former.to_string())
    }
}

/// The sources that were out by the day. Undated ones are always shown.
fn sources_until<'r>(sources: impl Iterator<Item = &'r Source>, day: Day) -> Vec<&'r Source> {
    sources
        .filter(|s| s.date.is_none_or(|date| date.value <= day))
        .collect()
}

/// Who cited a record by the day. Undated citations are always shown.
fn citations_until(citations: &[CitedBy], day: Day) -> Vec<&CitedBy> {
    let citations = citations.iter();
    citations
        .filter(|c| c.date.is_none_or(|date| date.value <= day))
        .collect()
}
