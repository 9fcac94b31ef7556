//! When something was recorded: the day on which it first stood in a release. It comes from the
//! revision log and is never typed, so that nobody can date news back.

use super::{CommitmentId, FollowUpId, Register, StopId, Subject};
use crate::records::{Correction, Day, Revision};
use serde_json::{Value, json};

/// News that was recorded so many days after it was known is told apart.
pub const LATE_ENTRY_DAYS: i64 = 30;

/// The fields by which a follow-up is known again in a later release. The words are left out: a
/// slip of the pen that is mended there was recorded before. A status, a date or a source that is
/// changed was not.
const IDENTITY: [&str; 9] = [
    "about",
    "date",
    "status",
    "bearing",
    "check",
    "due",
    "reopens",
    "by",
    "replaced_by",
];

impl Register<'_> {
    /// The day of a record's first release, under its name or a former one; `None` if it was not
    /// released by the day.
    pub fn first_released(&self, record: &str) -> Option<Day> {
        self.first_release_with(record, |_| true)
    }

    /// The day of the first release that has a commitment.
    pub fn commitment_recorded(&self, id: CommitmentId) -> Option<Day> {
        let commitment = self.commitment(id);
        let key = commitment.record.id.as_str();
        let former = commitment.record.formerly.iter();
        let former: Vec<String> = former.map(ToString::to_string).collect();
        let is_it = |known: &str| {
            known == key
                || former
                    .iter()
                    .any(|name| name.rsplit('/').next() == Some(known))
        };
        self.first_release_with(&self.entry_reference(commitment.entry), |revision| {
            revision.commitment_keys().any(is_it)
        })
    }

    /// The day of the first release that has a stop's correction.
    pub fn correction_recorded(&self, stop: StopId, correction: &Correction) -> Option<Day> {
        let (date, text) = (json!(correction.date), json!(correction.text));
        let record = self.stop(stop).number().to_string();
        self.first_release_with(&record, |revision| {
            let body = revision.body.as_ref();
            let list = body.and_then(|body| body.get("stop")?.get("corrections")?.as_array());
            let mut list = list.into_iter().flatten();
            list.any(|known| known["date"] == date && known["text"] == text)
        })
    }

    /// Follow-ups that move a status or a deadline and were recorded more than [`LATE_ENTRY_DAYS`]
    /// days after they were known, the last recorded first.
    pub fn late_entries(&self) -> Vec<FollowUpId> {
        let mut late = Vec::new();
        for (id, follow_up) in self.follow_ups() {
            let moves = follow_up.record.status.is_some() || follow_up.record.due.is_some();
            if moves && follow_up.is_late_entry() {
                late.push(id);
            }
        }
        late.sort_by_key(|id| std::cmp::Reverse(self.follow_up(*id).recorded));
        late
    }

    /// Sets when each follow-up was recorded, once the histories are built.
    pub(super) fn date_follow_ups(&mut self) {
        if self.histories.is_empty() {
            return;
        }
        for n in 0..self.follow_ups.len() {
            let own = self.follow_up_body(FollowUpId(n));
            let days = self.follow_ups[n].about.iter().filter_map(|subject| {
                let record = self.released_with(*subject);
                self.first_release_with(&record, |revision| {
                    let body = revision.body.as_ref();
                    let list = body.and_then(|body| body.get("follow_ups")?.as_array());
                    let mut list = list.into_iter().flatten();
                    list.any(|known| is_same_follow_up(known, &own))
                })
            });
            let recorded = days.min();
            self.follow_ups[n].recorded = recorded;
        }
    }

    /// The name of the record in whose body follow-ups about a subject are released.
    fn released_with(&self, subject: Subject) -> String {
        match subject {
            Subject::Stop(stop) => self.stop(stop).number().to_string(),
            Subject::Entry(entry) => self.entry_reference(entry),
            Subject::Commitment(commitment) => {
                self.entry_reference(self.commitment(commitment).entry)
            }
        }
    }

    /// The day of the first revision of a record, under its name or a former one, that has
    /// something. What was redacted counts as lacking it.
    fn first_release_with(&self, record: &str, has: impl Fn(&Revision) -> bool) -> Option<Day> {
        let mut names = vec![record];
        for (former, current) in self.published_former_names() {
            if current == record {
                names.push(former);
            }
        }
        let mut days = Vec::new();
        for id in names.into_iter().filter_map(|name| self.history_of(name)) {
            let mut revisions = self.history(id).revisions.iter();
            days.extend(revisions.find(|r| has(r)).map(|r| r.release));
        }
        days.into_iter().min()
    }
}

fn is_same_follow_up(one: &Value, other: &Value) -> bool {
    let addresses = |body: &Value| -> Vec<Value> {
        let list = body["sources"].as_array();
        list.into_iter()
            .flatten()
            .map(|s| s["url"].clone())
            .collect()
    };
    IDENTITY.iter().all(|key| one[*key] == other[*key]) && addresses(one) == addresses(other)
}
