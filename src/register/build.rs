//! Builds the register: joins the records as of a day, stops with their entries first. What became
//! of them follows in `build_follow_ups`.

use super::{
    Commitment, CommitmentId, District, DistrictId, Entry, EntryId, Office, OfficeId, Register,
    Response, Stop, StopId, Subject, Topic, TopicId, Totals, Withdrawal,
};
use crate::checks::CheckedRecords;
use crate::records::{
    self, Aspiration, CitedBy, Day, EntryKind, EntryRef, Key, Progress, Reference, Setting, Source,
    Spanned, Withdrawn,
};
use std::collections::HashMap;

impl<'r> Register<'r> {
    /// Joins the records as of the day for which they were checked. Records that are held back
    /// (`draft`, `publish_on`) take part only with `drafts`.
    pub fn as_of(checked: &'r CheckedRecords, drafts: bool) -> Self {
        let mut builder = RegisterBuilder::new(checked, drafts);
        builder.add_stops();
        builder.add_withdrawn_pages();
        // Both look references up, and so need every entry to be there.
        builder.link_asked_again();
        builder.add_follow_ups();
        let mut register = builder.register;
        register.evaluate_commitments();
        register.build_histories();
        register.date_follow_ups();
        // Last, since the totals count statuses.
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
pub(super) struct RegisterBuilder<'r> {
    pub(super) register: Register<'r>,
    districts: HashMap<&'r str, DistrictId>,
    offices: HashMap<&'r str, OfficeId>,
    topics: HashMap<&'r str, TopicId>,
    pub(super) stops: HashMap<u32, StopId>,
    pub(super) entries: HashMap<(u32, &'r str), EntryId>,
    pub(super) commitments: HashMap<(EntryId, &'r str), CommitmentId>,
    /// References that records had before, with those they have now.
    pub(super) former_names: HashMap<String, Reference>,
}

/// The ids of a list by its keys.
fn index_keys<'r, Id>(
    keys: impl Iterator<Item = &'r Spanned<Key>>,
    id: fn(usize) -> Id,
) -> HashMap<&'r str, Id> {
    let mut index = HashMap::new();
    for (n, key) in keys.enumerate() {
        index.insert(key.as_str(), id(n));
    }
    index
}

impl<'r> RegisterBuilder<'r> {
    fn new(checked: &'r CheckedRecords, drafts: bool) -> Self {
        let records = checked.records();
        // Pages have former names too, which are no references.
        let former_names = records.alias_map().into_iter();
        let former_names = former_names
            .filter_map(|(former, current)| Some((former, Reference::try_from(current).ok()?)))
            .collect::<HashMap<_, _>>();
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
            former_names,
        }
    }

    /// Whether a record is known by the day. Those that are not are counted.
    pub(super) fn is_known_by_day(&mut self, since: Day) -> bool {
        let known = since <= self.register.day;
        self.register.not_yet_known += usize::from(!known);
        known
    }

    fn add_stops(&mut self) {
        let day = self.register.day;
        let records = self.register.records.stops.iter();
        let mut records: Vec<&'r records::Stop> = records.map(AsRef::as_ref).collect();
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
            // The rules let no stop without a kecamatan through.
            let Some(&district) = self.districts.get(record.district.as_str()) else {
                continue;
            };
            let id = StopId(self.register.stops.len());
            self.stops.insert(record.number.value, id);
            self.register.districts[district.0].stops.push(id);
            let sources = record.sources.iter().map(|s| &s.value);
            // Later sources, corrections and citations are none of what was known by the day.
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
        let number = record.stop.number.value;
        self.entries.insert((number, record.id.as_str()), id);
        // Of a withheld aspiration nothing is published that could lead to a person.
        let published = record.aspiration().filter(|a| a.withheld.is_none());
        let is_withheld = record.aspiration().is_some() && published.is_none();
        let topics = record.topics.iter();
        let topics = topics.filter_map(|t| self.topics.get(t.as_str()).copied());
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
            village_index: published.and_then(|a| self.village_index(district, a)),
            topics: topics.collect(),
            responses: Vec::new(),
            withheld_commitments: 0,
            sources: sources_until(record.stop.named_sources(record.sources), day),
            notes: record.notes,
            all_cited_by: record.cited_by,
            cited_by: citations_until(record.cited_by, day),
            asked_earlier: Vec::new(),
            asked_again: Vec::new(),
            follow_ups: Vec::new(),
            former_names: record.formerly,
        });
        for (n, response) in record.responses.iter().enumerate() {
            if is_withheld {
                self.count_withheld_commitments(id, record.stop, response);
            } else {
                self.add_response(id, record.stop, response, n + 1);
            }
        }
        let stop = &mut self.register.stops[stop.0];
        match record.kind {
            EntryKind::Aspiration(_) => stop.aspirations.push(id),
            EntryKind::Announcement => stop.announcements.push(id),
        }
        self.register.districts[district.0].entries.push(id);
        // After the responses, since topics list their commitments too.
        self.file_under_topics(id);
    }

    /// The place of the asker's village in the kecamatan's list; `None` if it is not known.
    fn village_index(&self, district: DistrictId, aspiration: &Aspiration) -> Option<usize> {
        let village = aspiration.from.as_ref()?.village.as_ref()?;
        let villages = &self.register.districts[district.0].record.villages;
        villages.iter().position(|v| v.key.value == village.value)
    }

    /// The promises of a withheld aspiration stay in the totals.
    fn count_withheld_commitments(
        &mut self,
        entry: EntryId,
        stop: &'r records::Stop,
        record: &'r records::Response,
    ) {
        if stop.known_since_by(&record.sources) > self.register.day {
            return;
        }
        let commitments = record.commitments.iter();
        let made =
            commitments.filter(|c| self.effective_withdrawal(c.withdrawn.as_ref()).is_none());
        let count = made.count();
        self.register.entries[entry.0].withheld_commitments += count;
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
            // A withdrawn one is still named on its entry's page, but has no id, status or count.
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
            // An office may answer the same entry twice. Entries come one after the other, so that
            // only the last can be the same.
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
        // The rules let no topic be its own wider one: this ends.
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
}

fn build_topics<'r>(records: &'r [records::Topic], ids: &HashMap<&str, TopicId>) -> Vec<Topic<'r>> {
    let mut topics = Vec::with_capacity(records.len());
    for record in records {
        let key = record.parent.as_ref();
        let parent = key.and_then(|key| ids.get(key.as_str()).copied());
        topics.push(Topic::new(record, parent));
    }
    // Only now: a topic may come before its wider one in the file.
    for n in 0..topics.len() {
        if let Some(parent) = topics[n].parent {
            topics[parent.0].children.push(TopicId(n));
        }
    }
    topics
}

/// Whether something of a date was out by a day. What has no date always counts as out.
fn is_out(date: Option<Spanned<Day>>, day: Day) -> bool {
    date.is_none_or(|date| date.value <= day)
}

/// The sources that were out by the day.
pub(super) fn sources_until<'r>(
    sources: impl Iterator<Item = &'r Source>,
    day: Day,
) -> Vec<&'r Source> {
    sources.filter(|s| is_out(s.date, day)).collect()
}

/// Who cited a record by the day.
fn citations_until(citations: &[CitedBy], day: Day) -> Vec<&CitedBy> {
    let citations = citations.iter();
    citations.filter(|c| is_out(c.date, day)).collect()
}
