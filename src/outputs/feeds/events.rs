//! What was new on a page: which records, in which order. `entry` describes them.
//!
//! The order is that in which they were recorded: a reader of feeds shows what is new by that day,
//! and news of four years ago that is recorded today would be lost among old entries.

use super::entry::{EventBuilder, FeedEvent};
use super::event_kind::{EventKind, known_day, recorded_day};
use crate::plan::{Page, PageNumber, Plan};
use crate::records::Lang;
use crate::register::{CommitmentId, EntryId, FollowUpId, Stop, StopId};
use std::cell::LazyCell;

/// The most entries of a feed.
const MAX_ENTRIES: usize = 50;

/// The newest on a page: what was recorded last comes first, and of what was recorded on one day
/// what became known last.
pub(super) fn latest_events<'r>(plan: &'r Plan<'r>, page: Page, lang: Lang) -> Vec<FeedEvent<'r>> {
    let register = plan.register();
    let last_release = LazyCell::new(|| register.released_revisions().map(|r| r.release).max());
    let mut all = Vec::new();
    for kind in all_events(plan, page) {
        let known = known_day(register, kind);
        // What no release has yet will be recorded after the last one; without a log, nothing says
        // when anything was.
        let published = recorded_day(register, kind)
            .unwrap_or_else(|| last_release.map_or(known, |day| day.max(known)));
        all.push((published, known, kind));
    }
    all.sort_unstable_by(|a, b| b.cmp(a));
    // A follow-up may be about several commitments of one page.
    all.dedup();
    all.truncate(MAX_ENTRIES);
    let builder = EventBuilder {
        plan,
        register,
        lang,
    };
    all.into_iter()
        .map(|(published, _, kind)| builder.feed_event(kind, published))
        .collect()
}

/// Everything that was ever new on a page, in no order and some of it twice.
fn all_events(plan: &Plan<'_>, page: Page) -> Vec<EventKind> {
    let register = plan.register();
    let mut events = EventList {
        plan,
        all: Vec::new(),
    };
    match page {
        Page::Stop(id, _) => events.add_stop(id),
        Page::District(id, _) => {
            for stop in &register.district(id).stops {
                events.add_stop(*stop);
            }
        }
        Page::Home => {
            for (id, _) in register.stops() {
                events.add_stop(id);
            }
            events.add_all_revisions();
        }
        Page::Corrections(_) => {
            for (id, stop) in register.stops() {
                events.add_corrections(id, stop);
            }
            events.add_all_revisions();
        }
        Page::Entry(id) => events.add_whole_entry(id),
        // Of an entry that several offices answered, each has its own commitments.
        Page::Office(office, _) => {
            for id in &register.office(office).entries {
                let commitments = register.entry(*id).commitments();
                let own = commitments.filter(|c| register.commitment(*c).office == Some(office));
                events.add_entry(*id, own);
            }
        }
        Page::Topic(topic, _) => {
            for id in &register.topic(topic).entries {
                events.add_whole_entry(*id);
            }
        }
        _ => {}
    }
    events.all
}

/// The events of a page, while they are gathered.
struct EventList<'p> {
    plan: &'p Plan<'p>,
    all: Vec<EventKind>,
}

impl EventList<'_> {
    /// Adds what was new of a stop and of everything that was said there.
    fn add_stop(&mut self, id: StopId) {
        let stop = self.plan.register().stop(id);
        self.all.push(EventKind::Stop(id));
        self.add_corrections(id, stop);
        self.add_follow_ups(&stop.follow_ups);
        self.add_page_revisions(Page::Stop(id, PageNumber::FIRST));
        for entry in stop.entries() {
            self.add_whole_entry(entry);
        }
    }

    /// Adds what was new of an aspiration or announcement and all of its commitments.
    fn add_whole_entry(&mut self, id: EntryId) {
        self.add_entry(id, self.plan.register().entry(id).commitments());
    }

    /// Adds what was new of an aspiration or announcement and some of its commitments.
    fn add_entry(&mut self, id: EntryId, commitments: impl Iterator<Item = CommitmentId>) {
        let register = self.plan.register();
        let entry = register.entry(id);
        self.all.push(EventKind::Entry(id));
        self.add_follow_ups(&entry.follow_ups);
        for commitment in commitments {
            self.add_follow_ups(&register.commitment(commitment).timeline);
        }
        for (n, correction) in register.stop(entry.stop).corrections.iter().enumerate() {
            let record = correction.record.as_ref();
            if record.is_some_and(|record| record.value == *entry.id) {
                self.all.push(EventKind::Correction(entry.stop, n));
            }
        }
        self.add_page_revisions(Page::Entry(id));
    }

    /// Adds the revisions of a page's record that changed more than adding news.
    fn add_page_revisions(&mut self, page: Page) {
        if let Some(id) = self.plan.page_history(page) {
            for number in &self.plan.register().history(id).corrected_revisions {
                self.all.push(EventKind::Revision(id, *number));
            }
        }
    }

    /// Adds the revisions of all records that changed more than adding news.
    fn add_all_revisions(&mut self) {
        for (id, number) in self.plan.register().corrected_revisions() {
            self.all.push(EventKind::Revision(*id, *number));
        }
    }

    fn add_corrections(&mut self, id: StopId, stop: &Stop<'_>) {
        let places = 0..stop.corrections.len();
        self.all
            .extend(places.map(|n| EventKind::Correction(id, n)));
    }

    fn add_follow_ups(&mut self, ids: &[FollowUpId]) {
        self.all
            .extend(ids.iter().copied().map(EventKind::FollowUp));
    }
}
