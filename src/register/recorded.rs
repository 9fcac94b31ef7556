//! When something was recorded: the day on which it first stood in a release. It comes from the
//! revision log and is never typed, so that nobody can date news back.

use super::{CommitmentId, FollowUpId, Register, StopId};
use crate::records::{Correction, Day, Revision};
use serde_json::{Value, json};

/// The fields by which a follow-up is known again in a later release, beside what it is about, its
/// deadline and its sources. The words are left out: a slip of the pen that is mended there was
/// recorded before. A status or a date that is changed was not.
const IDENTITY: [&str; 6] = [
    "date",
    "status",
    "bearing",
    "check",
    "reopens",
    "replaced_by",
];

impl Register<'_> {
    /// The day of a record's first release, under its name or a former one; `None` if it was not
    /// released by the day.
    pub fn first_released(&self, record: &str) -> Option<Day> {
        self.first_release_with(record, |_| true)
    }

    /// The day of the first release that has a commitment, under its name or a former one.
    pub fn commitment_recorded(&self, id: CommitmentId) -> Option<Day> {
        let mut names = vec![self.commitment_reference(id)];
        let former = &self.commitment(id).record.formerly;
        names.extend(former.iter().map(ToString::to_string));
        let mut days = Vec::new();
        for name in &names {
            // The log has commitments in the bodies of their entries.
            let Some((entry, key)) = name.rsplit_once('/') else {
                continue;
            };
            days.extend(self.first_release_with(entry, |revision| {
                revision.commitment_keys().any(|known| known == key)
            }));
        }
        days.into_iter().min()
    }

    /// The day of the first release that has a stop's correction.
    pub fn correction_recorded(&self, stop: StopId, correction: &Correction) -> Option<Day> {
        let (date, text) = (json!(correction.date), json!(correction.text));
        let record = self.stop(stop).number().to_string();
        self.first_release_with(&record, |revision| {
            let body = revision.body();
            let list = body.and_then(|body| body.get("stop")?.get("corrections")?.as_array());
            let mut list = list.into_iter().flatten();
            list.any(|known| known["date"] == date && known["text"] == text)
        })
    }

    /// Follow-ups that move a status or a deadline and were recorded long after they happened,
    /// the last recorded first.
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
        let ids = (0..self.follow_ups.len()).map(FollowUpId);
        let bodies: Vec<Value> = ids.map(|id| self.follow_up_body(id)).collect();
        for (n, own) in bodies.iter().enumerate() {
            // Of several alike the n-th is there once so many are.
            let date = self.follow_ups[n].record.date.value;
            let mut before = 0;
            for earlier in (0..n).rev() {
                if self.follow_ups[earlier].record.date.value != date {
                    break;
                }
                before += usize::from(is_same_follow_up(&bodies[earlier], own));
            }
            let days = self.follow_ups[n].about.iter().filter_map(|subject| {
                let record = self.body_record(*subject);
                self.first_release_with(&record, |revision| {
                    let body = revision.body();
                    let list = body.and_then(|body| body.get("follow_ups")?.as_array());
                    let list = list.into_iter().flatten();
                    list.filter(|known| is_same_follow_up(known, own)).count() > before
                })
            });
            let recorded = days.min();
            self.follow_ups[n].recorded = recorded;
        }
    }

    /// The day of the first revision of a record, under its name or a former one, that has
    /// something. What was redacted counts as lacking it.
    fn first_release_with(&self, record: &str, has: impl Fn(&Revision) -> bool) -> Option<Day> {
        let mut days = Vec::new();
        for id in self.histories_of(record) {
            let mut revisions = self.history(id).revisions.iter();
            days.extend(revisions.find(|r| has(r)).map(|r| r.release));
        }
        days.into_iter().min()
    }
}

/// Whether a released follow-up is one of today: what it was about and its sources may have been
/// added to since.
fn is_same_follow_up(released: &Value, today: &Value) -> bool {
    let addresses = |body: &Value| -> Vec<Value> {
        let list = body["sources"].as_array();
        list.into_iter()
            .flatten()
            .map(|s| s["url"].clone())
            .collect()
    };
    let subjects = |body: &Value| -> Vec<Value> {
        let about = &body["about"];
        let one = || vec![about.clone()];
        about.as_array().cloned().unwrap_or_else(one)
    };
    // A day as it is, or the editor's reading of the words spoken.
    let due = |body: &Value| match &body["due"] {
        Value::Object(map) => map.get("by").cloned(),
        other => Some(other.clone()),
    };
    let is_kept = |before: Vec<Value>, now: Vec<Value>| before.iter().all(|v| now.contains(v));
    IDENTITY.iter().all(|key| released[*key] == today[*key])
        && due(released) == due(today)
        && is_kept(subjects(released), subjects(today))
        && is_kept(addresses(released), addresses(today))
}
