//! Figures: how many of what, always with the number they are a part of.

use super::{CommitmentId, EntryId, Register, StatusGroup, Timeliness};
use crate::records::Status;

/// Every status, in the order of records.md; none is "recorded".
pub const STATUSES: [Option<Status>; 10] = [
    None,
    Some(Status::Planned),
    Some(Status::InProgress),
    Some(Status::Stalled),
    Some(Status::PartlyDone),
    Some(Status::DoneReported),
    Some(Status::DoneVerified),
    Some(Status::Superseded),
    Some(Status::Dropped),
    Some(Status::NotAssessable),
];

/// The figures of a set of records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Aspirations, withheld ones among them.
    pub aspirations: usize,
    /// Aspirations with at least one answer.
    pub answered: usize,
    /// Aspirations without an answer.
    pub unanswered: usize,
    /// Aspirations whose text is withheld; neither answered nor unanswered.
    pub withheld: usize,
    /// Announcements.
    pub announcements: usize,
    /// Commitments; the denominator of everything below.
    pub commitments: usize,
    /// By status, in the order of [`STATUSES`].
    pub by_status: [usize; STATUSES.len()],
    /// Past the deadline in force.
    pub overdue: usize,
    /// Due within [`super::SOON`] days.
    pub due_soon: usize,
    /// In time.
    pub on_time: usize,
    /// Done after the deadline.
    pub done_late: usize,
    /// Without a readable deadline.
    pub no_deadline: usize,
    /// Waiting for a condition or a budget.
    pub waiting: usize,
    /// Without news for [`super::QUIET`] days or more.
    pub quiet: usize,
}

/// Counts what belongs to the whole, to each stop, kecamatan, office and topic: once, since many pages show it.
pub(super) fn count_totals(register: &mut Register<'_>) {
    let of = |entries: &[EntryId], commitments: &[CommitmentId]| {
        Totals::of(
            register,
            entries.iter().copied(),
            commitments.iter().copied(),
        )
    };
    let whole = Totals::of(
        register,
        register.entries().map(|(id, _)| id),
        register.commitments().map(|(id, _)| id),
    );
    let of_stop = |stop: &super::Stop<'_>| {
        Totals::of(
            register,
            stop.entries(),
            stop.entries()
                .flat_map(|id| register.entry(id).commitments()),
        )
    };
    let stops: Vec<Totals> = register.stops.iter().map(of_stop).collect();
    let districts: Vec<Totals> = register
        .districts
        .iter()
        .map(|d| of(&d.entries, &d.commitments))
        .collect();
    let offices: Vec<Totals> = register
        .offices
        .iter()
        .map(|o| of(&o.entries, &o.commitments))
        .collect();
    let topics: Vec<Totals> = register
        .topics
        .iter()
        .map(|t| of(&t.entries, &t.commitments))
        .collect();
    register.totals = whole;
    register
        .stops
        .iter_mut()
        .zip(stops)
        .for_each(|(stop, totals)| stop.totals = totals);
    register
        .offices
        .iter_mut()
        .zip(offices)
        .for_each(|(office, totals)| office.totals = totals);
    register
        .topics
        .iter_mut()
        .zip(topics)
        .for_each(|(topic, totals)| topic.totals = totals);
    for (district, totals) in register.districts.iter_mut().zip(districts) {
        district.totals = totals;
        district.aspirations_by_village = vec![0; district.record.villages.len()];
        for n in district
            .entries
            .iter()
            .filter_map(|id| register.entries[id.0].village_index)
        {
            district.aspirations_by_village[n] += 1;
        }
    }
}

impl Totals {
    /// Counts.
    fn of(
        register: &Register<'_>,
        entries: impl IntoIterator<Item = EntryId>,
        commitments: impl IntoIterator<Item = CommitmentId>,
    ) -> Self {
        let mut totals = Self::default();
        for id in entries {
            let entry = register.entry(id);
            if entry.aspiration().is_none() {
                totals.announcements += 1;
                continue;
            }
            totals.aspirations += 1;
            match () {
                () if entry.withheld_reason().is_some() => totals.withheld += 1,
                () if entry.is_unanswered() => totals.unanswered += 1,
                () => totals.answered += 1,
            }
        }
        for id in commitments {
            let commitment = register.commitment(id);
            totals.commitments += 1;
            if let Some(n) = STATUSES.iter().position(|s| *s == commitment.status) {
                totals.by_status[n] += 1;
            }
            totals.quiet += usize::from(commitment.days_without_news.is_some());
            match commitment.current_deadline.timeliness {
                Timeliness::OnTime => totals.on_time += 1,
                Timeliness::DueSoon(_) => totals.due_soon += 1,
                Timeliness::Overdue(_) => totals.overdue += 1,
                Timeliness::DoneLate(_) => totals.done_late += 1,
                Timeliness::NoDeadline => totals.no_deadline += 1,
                Timeliness::Waiting => totals.waiting += 1,
                Timeliness::Closed => {}
            }
        }
        totals
    }

    /// Commitments of one group.
    pub fn count_in_group(&self, group: StatusGroup) -> usize {
        STATUSES
            .iter()
            .zip(self.by_status)
            .filter(|(s, _)| StatusGroup::of(**s) == group)
            .map(|(_, n)| n)
            .sum()
    }
}
