//! The register: what was asked, answered and promised, and what became of it, as of a day.
//!
//! [`Register::as_of`] (in `build`) joins checked records and therefore cannot fail. It sorts and
//! indexes everything once, so that no later stage goes through all records to make one page. The
//! plan, the views, the data and the commands read it; how things are worded or shown is left to
//! them.

mod aggregates;
mod build;
mod build_follow_ups;
mod changes_since;
mod commitment;
mod count;
mod days_of_change;
mod deadline;
mod due;
mod entry;
mod follow_up;
mod history;
mod ids;
mod log_tree;
mod outcome;
mod pending_revisions;
mod recorded;
mod revision_body;
mod stop;
mod totals;

pub use crate::records::{KnownStatus, StatusGroup};
pub use aggregates::{District, Office, Topic};
pub use changes_since::ChangesSince;
pub use commitment::{Commitment, NewsKind};
pub use deadline::{DUE_SOON_DAYS, DeadlineState, DeadlineStatus};
pub use due::{DueItem, DueReason, OfficeDue};
pub use entry::{Entry, Response};
pub use follow_up::{FollowUp, Subject, is_recorded_late};
pub use history::{History, Resolved, Withdrawal};
pub use ids::{
    CommitmentId, DistrictId, EntryId, FollowUpId, HistoryId, OfficeId, StopId, TopicId,
};
pub use outcome::Outcome;
pub use pending_revisions::PendingRevision;
pub use stop::Stop;
pub use totals::Totals;

use crate::records::{
    Correction, Day, ImageInfo, Key, Lang, Outline, PageFile, Records, Reference, Site,
};

/// All records that count on a day, joined.
#[derive(Debug)]
pub struct Register<'r> {
    records: &'r Records,
    site: &'r Site,
    day: Day,
    drafts: bool,
    stops: Vec<Stop<'r>>,
    entries: Vec<Entry<'r>>,
    commitments: Vec<Commitment<'r>>,
    follow_ups: Vec<FollowUp<'r>>,
    districts: Vec<District<'r>>,
    offices: Vec<Office<'r>>,
    topics: Vec<Topic<'r>>,
    totals: Totals,
    withdrawals: Vec<Withdrawal<'r>>,
    /// Former and current names, sorted by the former ones.
    former_names: Vec<(String, String)>,
    /// Sorted by their names.
    histories: Vec<History<'r>>,
    /// Revisions that changed more than adding follow-ups, newest first.
    corrected_revisions: Vec<(HistoryId, u32)>,
    unreleased_count: usize,
    not_yet_known: usize,
}

impl<'r> Register<'r> {
    /// site.yaml
    pub fn site(&self) -> &'r Site {
        self.site
    }

    /// The site's first language.
    pub fn main_language(&self) -> Lang {
        self.site.main_language()
    }

    /// The outline of a kecamatan, if the site has one.
    pub fn district_outline(&self, id: DistrictId) -> Option<&'r Outline> {
        let code = self.district(id).record.code.as_ref()?.as_str();
        self.records.outlines.list.iter().find(|o| o.code == code)
    }

    /// The pages in Markdown that are not withdrawn, in the order of their files.
    pub fn pages(&self) -> impl Iterator<Item = &'r PageFile> {
        let (records, day) = (self.records, self.day);
        let pages = records.pages.iter().map(AsRef::as_ref);
        pages.filter(move |page: &&PageFile| !is_page_withdrawn(records, &page.key, day))
    }

    /// The picture in a file of media/.
    pub fn image_info(&self, file: &str) -> Option<ImageInfo> {
        self.records.media.get(file)?.image
    }

    /// Whether there is such a record, known on the day or not.
    pub fn is_recorded(&self, reference: &Reference) -> bool {
        let mut stops = self.records.stops.iter();
        let Some(stop) = stops.find(|s| s.number.value == reference.stop) else {
            return false;
        };
        let Some(key) = &reference.entry else {
            return true;
        };
        let Some(entry) = stop.entries().find(|entry| entry.id.value == *key) else {
            return false;
        };
        let Some(key) = &reference.commitment else {
            return true;
        };
        entry.commitments().any(|c| c.id.value == *key)
    }

    /// The day as of which the records are joined.
    pub fn day(&self) -> Day {
        self.day
    }

    /// Whether records that are held back take part.
    pub fn includes_drafts(&self) -> bool {
        self.drafts
    }

    /// How many records became known only after the day and are left out.
    pub fn not_yet_known(&self) -> usize {
        self.not_yet_known
    }

    /// The stops, by number.
    pub fn stops(&self) -> impl ExactSizeIterator<Item = (StopId, &Stop<'r>)> {
        with_ids(&self.stops, StopId)
    }

    /// The entries, by stop; in each, aspirations before announcements, in the order of the file.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = (EntryId, &Entry<'r>)> {
        with_ids(&self.entries, EntryId)
    }

    /// The commitments, by stop, in the order of the file.
    pub fn commitments(&self) -> impl ExactSizeIterator<Item = (CommitmentId, &Commitment<'r>)> {
        with_ids(&self.commitments, CommitmentId)
    }

    /// The follow-ups, oldest first; those of one day in the order of the files.
    pub fn follow_ups(
        &self,
    ) -> impl ExactSizeIterator<Item = (FollowUpId, &FollowUp<'r>)> + DoubleEndedIterator {
        with_ids(&self.follow_ups, FollowUpId)
    }

    /// The kecamatan, in the order of districts.yaml.
    pub fn districts(&self) -> impl ExactSizeIterator<Item = (DistrictId, &District<'r>)> {
        with_ids(&self.districts, DistrictId)
    }

    /// The offices, in the order of offices.yaml.
    pub fn offices(&self) -> impl ExactSizeIterator<Item = (OfficeId, &Office<'r>)> {
        with_ids(&self.offices, OfficeId)
    }

    /// The topics, in the order of topics.yaml.
    pub fn topics(&self) -> impl ExactSizeIterator<Item = (TopicId, &Topic<'r>)> {
        with_ids(&self.topics, TopicId)
    }

    /// The stop of an id.
    pub fn stop(&self, id: StopId) -> &Stop<'r> {
        &self.stops[id.0]
    }

    /// The stops before and after one, by number.
    pub fn adjacent_stops(&self, StopId(n): StopId) -> [Option<StopId>; 2] {
        let next = (n + 1 < self.stops.len()).then_some(StopId(n + 1));
        [n.checked_sub(1).map(StopId), next]
    }

    /// The aspiration or announcement of an id.
    pub fn entry(&self, id: EntryId) -> &Entry<'r> {
        &self.entries[id.0]
    }

    /// The commitment of an id.
    pub fn commitment(&self, id: CommitmentId) -> &Commitment<'r> {
        &self.commitments[id.0]
    }

    /// The follow-up of an id.
    pub fn follow_up(&self, id: FollowUpId) -> &FollowUp<'r> {
        &self.follow_ups[id.0]
    }

    /// The kecamatan of an id.
    pub fn district(&self, id: DistrictId) -> &District<'r> {
        &self.districts[id.0]
    }

    /// The office of an id.
    pub fn office(&self, id: OfficeId) -> &Office<'r> {
        &self.offices[id.0]
    }

    /// The topic of an id.
    pub fn topic(&self, id: TopicId) -> &Topic<'r> {
        &self.topics[id.0]
    }

    /// The reference of an aspiration or announcement: `6/studi-banding`.
    pub fn entry_reference(&self, id: EntryId) -> String {
        let entry = self.entry(id);
        format!("{}/{}", self.stop(entry.stop).number(), entry.id)
    }

    /// The reference of a commitment: `6/studi-banding/usul-p-apbd`.
    pub fn commitment_reference(&self, id: CommitmentId) -> String {
        let commitment = self.commitment(id);
        format!(
            "{}/{}",
            self.entry_reference(commitment.entry),
            commitment.record.id
        )
    }

    /// The aspiration or announcement that a stop's correction concerns; `None` if it is the stop
    /// itself.
    pub fn correction_target(&self, stop: StopId, correction: &Correction) -> Option<EntryId> {
        let key = &correction.record.as_ref()?.value;
        let mut entries = self.stop(stop).entries();
        entries.find(|id| self.entry(*id).id == key)
    }

    /// The totals of the whole register.
    pub fn totals(&self) -> &Totals {
        &self.totals
    }
}

/// Every record of a list with its id.
fn with_ids<T, Id>(
    list: &[T],
    id: fn(usize) -> Id,
) -> impl ExactSizeIterator<Item = (Id, &T)> + DoubleEndedIterator {
    list.iter().enumerate().map(move |(n, item)| (id(n), item))
}

/// Whether a page was withdrawn by a day: in all languages as soon as one version says so.
fn is_page_withdrawn(records: &Records, key: &Key, day: Day) -> bool {
    let mut versions = records.pages.iter().filter(|p| p.key.value == *key);
    versions.any(|p| p.front_matter.is_withdrawn_by(day))
}
