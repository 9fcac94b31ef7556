//! How the register is put together: stops first, then what became of them.

use super::follow_up;
use super::known_since::{self, known_since};
use super::{
    Commitment, CommitmentId, District, DistrictId, Entry, EntryId, EntryKind, FollowUp,
    FollowUpId, Office, OfficeId, Register, Response, Stop, StopId, Subject, Topic, TopicId,
    Totals, Withdrawal,
};
use crate::checks::CheckedRecords;
use crate::records::{
    self, Aspiration, CitedBy, Day, Key, Reference, Setting, Source, Spanned, Text, Withdrawn,
};
use rayon::prelude::*;
use std::collections::HashMap;

/// The register being built, with what finds records by name.
struct RegisterBuilder<'r> {
    register: Register<'r>,
    districts: HashMap<&'r str, DistrictId>,
    offices: HashMap<&'r str, OfficeId>,
    topics: HashMap<&'r str, TopicId>,
    stops: HashMap<u32, StopId>,
    entries: HashMap<(u32, &'r str), EntryId>,
    commitments: HashMap<(EntryId, &'r str), CommitmentId>,
    /// Names that records had before.
    former_names: HashMap<String, Reference>,
}

pub(super) fn build_register(checked: &CheckedRecords, drafts: bool) -> Register<'_> {
    let mut join = RegisterBuilder::new(checked, drafts);
    join.add_stops();
    join.add_withdrawn_pages();
    join.link_asked_again();
    join.add_follow_ups();
    for n in 0..join.register.commitments.len() {
        join.register.commitments[n].evaluate(join.register.day);
        if let Some(new) = join.register.commitments[n].replaced_by {
            join.register.commitments[new.0]
                .replaces
                .push(CommitmentId(n));
        }
    }
    join.register
}

/// What aspirations and announcements have in common.
struct EntryFields<'r> {
    id: &'r Key,
    title: &'r Text,
    kind: EntryKind<'r>,
    setting: Setting,
    reported_by: Option<&'r Text>,
    topics: &'r [Spanned<Key>],
    sources: &'r [Spanned<Key>],
    responses: &'r [Spanned<records::Response>],
    notes: &'r [Text],
    cited_by: &'r [CitedBy],
    withdrawn: Option<&'r Withdrawn>,
    former_names: &'r [Spanned<Reference>],
}

impl<'r> RegisterBuilder<'r> {
    fn new(checked: &'r CheckedRecords, drafts: bool) -> Self {
        let records = checked.records();
        let former = records.alias_map().into_iter();
        let by_key = |keys: Vec<&'r str>| {
            keys.into_iter()
                .enumerate()
                .map(|(n, k)| (k, n))
                .collect::<HashMap<_, _>>()
        };
        let topics = by_key(records.topics.iter().map(|t| t.key.as_str()).collect());
        let districts = by_key(records.districts.iter().map(|d| d.key.as_str()).collect());
        let offices = by_key(records.offices.iter().map(|o| o.key.as_str()).collect());
        let topic = |record: &'r records::Topic| Topic {
            record,
            parent: record
                .parent
                .as_ref()
                .and_then(|p| topics.get(p.as_str()))
                .map(|n| TopicId(*n)),
            children: Vec::new(),
            entries: Vec::new(),
            commitments: Vec::new(),
            totals: Totals::default(),
        };
        let district = |record| District {
            record,
            stops: Vec::new(),
            entries: Vec::new(),
            commitments: Vec::new(),
            totals: Totals::default(),
            aspirations_by_village: Vec::new(),
        };
        let office = |record| Office {
            record,
            entries: Vec::new(),
            commitments: Vec::new(),
            totals: Totals::default(),
        };
        let mut register = Register {
            records,
            site: checked.site(),
            day: checked.day(),
            drafts,
            stops: Vec::new(),
            entries: Vec::new(),
            commitments: Vec::new(),
            follow_ups: Vec::new(),
            totals: Totals::default(),
            districts: records.districts.iter().map(district).collect(),
            offices: records.offices.iter().map(office).collect(),
            topics: records.topics.iter().map(topic).collect(),
            withdrawals: Vec::new(),
            former_names: Vec::new(),
            histories: Vec::new(),
            corrected_revisions: Vec::new(),
            unreleased_count: 0,
            not_yet_known: 0,
        };
        for n in 0..register.topics.len() {
            if let Some(parent) = register.topics[n].parent {
                register.topics[parent.0].children.push(TopicId(n));
            }
        }
        Self {
            register,
            districts: districts
                .into_iter()
                .map(|(k, n)| (k, DistrictId(n)))
                .collect(),
            offices: offices.into_iter().map(|(k, n)| (k, OfficeId(n))).collect(),
            topics: topics.into_iter().map(|(k, n)| (k, TopicId(n))).collect(),
            stops: HashMap::new(),
            entries: HashMap::new(),
            commitments: HashMap::new(),
            former_names: former
                .filter_map(|(from, to)| Some((from, Reference::try_from(to).ok()?)))
                .collect(),
        }
    }

    /// Is it known by the day? What is not is counted.
    fn is_known_by_day(&mut self, since: Day) -> bool {
        let known = since <= self.register.day;
        self.register.not_yet_known += usize::from(!known);
        known
    }

    /// Is it held back?
    fn is_held_back(&self, draft: bool, publish_on: Option<Day>) -> bool {
        !self.register.drafts && (draft || publish_on.is_some_and(|day| day > self.register.day))
    }

    fn add_stops(&mut self) {
        let mut records: Vec<&'r records::Stop> = self
            .register
            .records
            .stops
            .iter()
            .map(AsRef::as_ref)
            .collect();
        records.sort_by_key(|s| s.number.value);
        for record in records {
            let since = known_since(
                record.date.value,
                record.sources.iter().map(|s| s.date.map(|d| d.value)),
            );
            if self.is_held_back(record.draft, record.publish_on) || !self.is_known_by_day(since) {
                continue;
            }
            if let Some(withdrawn) = self.effective_withdrawal(record.withdrawn.as_ref()) {
                self.add_withdrawn_stop(record, withdrawn);
                continue;
            }
            let Some(&district) = self.districts.get(record.district.as_str()) else {
                continue;
            };
            let day = self.register.day;
            let id = StopId(self.register.stops.len());
            self.stops.insert(record.number.value, id);
            self.register.districts[district.0].stops.push(id);
            self.register.stops.push(Stop {
                record,
                known_since: since,
                district,
                aspirations: Vec::new(),
                announcements: Vec::new(),
                follow_ups: Vec::new(),
                sources: record
                    .sources
                    .iter()
                    .map(|s| &s.value)
                    .filter(|s| is_published_by(s, day))
                    .collect(),
                corrections: record
                    .corrections
                    .iter()
                    .filter(|c| c.date.value <= day)
                    .collect(),
                cited_by: citations_until(&record.cited_by, day),
                totals: Totals::default(),
            });
            let aspirations = record.aspirations.iter().map(|a| aspiration_fields(a));
            let announcements = record.announcements.iter().map(|a| EntryFields {
                id: &a.id,
                title: &a.title,
                kind: EntryKind::Announcement,
                setting: a.setting,
                reported_by: a.reported_by.as_ref(),
                topics: &a.topics,
                sources: &a.sources,
                responses: &a.responses,
                notes: &a.notes,
                cited_by: &a.cited_by,
                withdrawn: a.withdrawn.as_ref(),
                former_names: &a.formerly,
            });
            for common in aspirations.chain(announcements) {
                self.add_entry(id, record, &common);
            }
        }
    }

    /// Was it withdrawn by the day?
    fn effective_withdrawal(&self, withdrawn: Option<&'r Withdrawn>) -> Option<&'r Withdrawn> {
        withdrawn.filter(|w| w.date.value <= self.register.day)
    }

    /// A stop takes all that stands in it with it.
    fn add_withdrawn_stop(&mut self, stop: &'r records::Stop, withdrawn: &'r Withdrawn) {
        let number = stop.number.value;
        let aspirations = stop
            .aspirations
            .iter()
            .map(|a| (&a.id, a.withdrawn.as_ref(), "aspiration"));
        let announcements = stop
            .announcements
            .iter()
            .map(|a| (&a.id, a.withdrawn.as_ref(), "announcement"));
        let mut all = vec![Withdrawal {
            record: number.to_string(),
            kind: "stop",
            withdrawn,
        }];
        all.extend(aspirations.chain(announcements).map(|(id, own, kind)| {
            let withdrawn = self.effective_withdrawal(own).unwrap_or(withdrawn);
            Withdrawal {
                record: format!("{number}/{id}"),
                kind,
                withdrawn,
            }
        }));
        self.register.withdrawals.extend(all);
    }

    fn add_withdrawn_pages(&mut self) {
        let mut seen = Vec::new();
        for page in &self.register.records.pages {
            let key = &page.key.value;
            // Versions in several languages stand at one address.
            if let Some(withdrawn) = self
                .effective_withdrawal(page.front_matter.withdrawn.as_ref())
                .filter(|_| !seen.contains(&key))
            {
                seen.push(key);
                let record = key.to_string();
                self.register.withdrawals.push(Withdrawal {
                    record,
                    kind: "page",
                    withdrawn,
                });
            }
        }
    }

    fn add_entry(&mut self, stop: StopId, record: &'r records::Stop, common: &EntryFields<'r>) {
        let known = known_since(
            record.date.value,
            known_since::named_source_dates(record, common.sources),
        );
        if !self.is_known_by_day(known) {
            return;
        }
        if let Some(withdrawn) = self.effective_withdrawal(common.withdrawn) {
            let record = format!("{}/{}", record.number, common.id);
            self.register.withdrawals.push(Withdrawal {
                record,
                kind: common.kind.as_str(),
                withdrawn,
            });
            return;
        }
        let id = EntryId(self.register.entries.len());
        let (day, district) = (self.register.day, self.register.stops[stop.0].district);
        let aspiration = match common.kind {
            EntryKind::Aspiration(aspiration) => Some(aspiration),
            EntryKind::Announcement => None,
        };
        let withheld = aspiration.is_some_and(|a| a.withheld.is_some());
        let asker = aspiration
            .filter(|_| !withheld)
            .and_then(|a| a.from.as_ref());
        let village = asker.and_then(|f| f.village.as_ref());
        let villages = &self.register.districts[district.0].record.villages;
        self.entries
            .insert((record.number.value, common.id.as_str()), id);
        let topics: Vec<TopicId> = common
            .topics
            .iter()
            .filter_map(|t| self.topics.get(t.as_str()).copied())
            .collect();
        self.register.entries.push(Entry {
            stop,
            known_since: known,
            id: common.id,
            title: common.title,
            kind: common.kind,
            setting: if withheld {
                Setting::default()
            } else {
                common.setting
            },
            reported_by: common.reported_by.filter(|_| !withheld),
            village_index: village
                .and_then(|key| villages.iter().position(|v| v.key.value == key.value)),
            topics,
            responses: Vec::new(),
            sources: sources_until(record, common.sources, day),
            notes: common.notes,
            all_cited_by: common.cited_by,
            cited_by: citations_until(common.cited_by, day),
            asked_earlier: Vec::new(),
            asked_again: Vec::new(),
            follow_ups: Vec::new(),
            former_names: common.former_names,
        });
        if !withheld {
            for (n, response) in common.responses.iter().enumerate() {
                self.add_response(id, record, response, n + 1);
            }
        }
        let of_stop = &mut self.register.stops[stop.0];
        if aspiration.is_some() {
            &mut of_stop.aspirations
        } else {
            &mut of_stop.announcements
        }
        .push(id);
        self.register.districts[district.0].entries.push(id);
        self.file_under_topics(id);
    }

    fn add_response(
        &mut self,
        entry: EntryId,
        stop: &'r records::Stop,
        record: &'r records::Response,
        nth: usize,
    ) {
        if !self.is_known_by_day(known_since(
            stop.date.value,
            known_since::named_source_dates(stop, &record.sources),
        )) {
            return;
        }
        let office = record
            .office
            .as_ref()
            .and_then(|key| self.offices.get(key.as_str()).copied());
        let district = self.register.stops[self.register.entries[entry.0].stop.0].district;
        let response = self.register.entries[entry.0].responses.len();
        let (mut commitments, mut withdrawn) = (Vec::new(), Vec::new());
        for commitment in &record.commitments {
            if self
                .effective_withdrawal(commitment.withdrawn.as_ref())
                .is_some()
            {
                withdrawn.push(&commitment.value);
                continue;
            }
            let id = CommitmentId(self.register.commitments.len());
            self.commitments.insert((entry, commitment.id.as_str()), id);
            self.register.commitments.push(Commitment::new(
                commitment,
                entry,
                response,
                office,
                stop.date.value,
            ));
            self.register.districts[district.0].commitments.push(id);
            commitments.push(id);
        }
        if let Some(office) = office {
            let office = &mut self.register.offices[office.0];
            office.commitments.extend(&commitments);
            if office.entries.last() != Some(&entry) {
                office.entries.push(entry);
            }
        }
        let sources = sources_until(stop, &record.sources, self.register.day);
        self.register.entries[entry.0].responses.push(Response {
            record,
            nth,
            office,
            sources,
            commitments,
            withdrawn_commitments: withdrawn,
        });
    }

    /// An entry belongs to its topics and to every wider one.
    fn file_under_topics(&mut self, id: EntryId) {
        let mut todo = self.register.entries[id.0].topics.clone();
        let commitments: Vec<CommitmentId> = self.register.entries[id.0].commitments().collect();
        while let Some(topic) = todo.pop() {
            let topic = &mut self.register.topics[topic.0];
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
            let again: &'r [Spanned<Reference>] = self.register.entries[n]
                .aspiration()
                .map_or(&[], |a| &a.again);
            for reference in again {
                if let Some(Subject::Entry(earlier)) = self.resolve(reference) {
                    self.register.entries[n].asked_earlier.push(earlier);
                    self.register.entries[earlier.0]
                        .asked_again
                        .push(EntryId(n));
                }
            }
        }
    }

    /// What a reference names, by the name it has or one that it had before; if it is published.
    fn resolve(&self, reference: &Reference) -> Option<Subject> {
        self.resolve_with(&self.former_names, reference)
    }

    fn resolve_with(
        &self,
        moved: &HashMap<String, Reference>,
        reference: &Reference,
    ) -> Option<Subject> {
        self.resolve_current(reference)
            .or_else(|| self.resolve_current(current_name(moved, reference)?))
    }

    fn resolve_current(&self, reference: &Reference) -> Option<Subject> {
        let Some(entry) = &reference.entry else {
            return self.stops.get(&reference.stop).copied().map(Subject::Stop);
        };
        let id = *self.entries.get(&(reference.stop, entry.as_str()))?;
        match &reference.commitment {
            None => Some(Subject::Entry(id)),
            Some(commitment) => self
                .commitments
                .get(&(id, commitment.as_str()))
                .copied()
                .map(Subject::Commitment),
        }
    }

    fn add_follow_ups(&mut self) {
        let mut records: Vec<&'r records::FollowUp> = self
            .register
            .records
            .follow_ups
            .iter()
            .map(|f| &f.value)
            .collect();
        // A stable sort: the follow-ups of one day keep the order of the files.
        records.sort_by_cached_key(|f| f.date.value);
        self.register.follow_ups.reserve(records.len());
        let day = self.register.day;
        // What follows from a record alone is found on every core.
        let alone = |record: &&'r records::FollowUp| {
            let about: Vec<Option<Subject>> =
                record.about.0.iter().map(|r| self.resolve(r)).collect();
            let known = known_since(
                record.date.value,
                known_since::source_dates(&record.sources),
            );
            let sources: Vec<&'r Source> = record
                .sources
                .iter()
                .filter(|s| is_published_by(s, day))
                .collect();
            (about, known, sources)
        };
        let all: Vec<_> = records.par_iter().map(alone).collect();
        let moved = std::mem::take(&mut self.former_names);
        let mut turns: HashMap<(Day, &Reference), usize> = HashMap::with_capacity(records.len());
        for (record, (found, known, sources)) in records.into_iter().zip(all) {
            // What is not published takes part, so that names stay when it is.
            let turn = |r: &'r Spanned<Reference>| {
                let now = current_name(&moved, r).unwrap_or(&r.value);
                let turn = turns.entry((record.date.value, now)).or_default();
                *turn += 1;
                (r, *turn)
            };
            let all: Vec<(&Spanned<Reference>, usize)> = record.about.0.iter().map(turn).collect();
            let found: Vec<_> = all
                .iter()
                .zip(found)
                .filter_map(|((r, turn), s)| Some((*r, s?, *turn)))
                .collect();
            let about: Vec<Subject> = found.iter().map(|(_, subject, _)| *subject).collect();
            let hidden = about.is_empty() || self.is_held_back(record.draft, record.publish_on);
            if hidden || !self.is_known_by_day(known) {
                continue;
            }
            let replaced_by = match record
                .replaced_by
                .as_ref()
                .and_then(|r| self.resolve_with(&moved, r))
            {
                Some(Subject::Commitment(new)) => Some(new),
                _ => None,
            };
            let (first, _, turn) = &found[0];
            let reference = format!(
                "{first}/{}",
                follow_up::follow_up_name(record.date.value, *turn)
            );
            let turns = found.iter().map(|(.., turn)| *turn).collect();
            self.add_follow_up(FollowUp {
                record,
                reference,
                known_since: known,
                about,
                ordinals: turns,
                sources,
                replaced_by,
            });
        }
    }

    fn add_follow_up(&mut self, news: FollowUp<'r>) {
        let id = FollowUpId(self.register.follow_ups.len());
        for subject in &news.about {
            match *subject {
                Subject::Stop(stop) => self.register.stops[stop.0].follow_ups.push(id),
                Subject::Entry(entry) => self.register.entries[entry.0].follow_ups.push(id),
                Subject::Commitment(old) => {
                    self.register.commitments[old.0].apply_follow_up(id, &news);
                }
            }
        }
        self.register.follow_ups.push(news);
    }
}

/// The name that a record has now, of one that it had before.
fn current_name<'m>(
    moved: &'m HashMap<String, Reference>,
    old: &Reference,
) -> Option<&'m Reference> {
    // Mostly nothing has moved, and no name need be written out to be looked for.
    if moved.is_empty() {
        None
    } else {
        moved.get(&old.to_string())
    }
}

fn aspiration_fields(a: &Aspiration) -> EntryFields<'_> {
    EntryFields {
        id: &a.id,
        title: &a.title,
        kind: EntryKind::Aspiration(a),
        setting: a.setting,
        reported_by: a.reported_by.as_ref(),
        topics: &a.topics,
        sources: &a.sources,
        responses: &a.responses,
        notes: &a.notes,
        cited_by: &a.cited_by,
        withdrawn: a.withdrawn.as_ref(),
        former_names: &a.formerly,
    }
}

/// Was the source out by the day? An undated one is shown always.
fn is_published_by(source: &Source, day: Day) -> bool {
    source.date.is_none_or(|d| d.value <= day)
}

/// The sources that `keys` name, of those that were out by the day.
fn sources_until<'r>(stop: &'r records::Stop, keys: &[Spanned<Key>], day: Day) -> Vec<&'r Source> {
    keys.iter()
        .filter_map(|key| known_since::find_source(stop, key))
        .filter(|s| is_published_by(s, day))
        .collect()
}

/// Who cited something by the day.
fn citations_until(all: &[CitedBy], day: Day) -> Vec<&CitedBy> {
    all.iter()
        .filter(|c| c.date.is_none_or(|d| d.value <= day))
        .collect()
}
