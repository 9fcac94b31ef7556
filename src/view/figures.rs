//! The figures of a set of records with their denominators, and the bar that shows commitments by
//! group. Home, stops, lists and scorecards show them.

use super::builder::{ViewBuilder, status_view};
use super::components::StatusView;
use crate::plan::CommitmentList;
use crate::register::{STATUSES, StatusGroup, Totals};
use serde::Serialize;

/// The figures of a set of records; all counts of commitments are out of `commitments`.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct FiguresView {
    /// Aspirations, withheld ones among them.
    pub aspirations: usize,
    /// Aspirations with an answer.
    pub answered: usize,
    /// Aspirations without an answer.
    pub unanswered: usize,
    /// Aspirations that are counted and not shown.
    pub withheld: usize,
    /// Announcements.
    pub announcements: usize,
    /// Commitments.
    pub commitments: usize,
    /// Past the deadline.
    pub overdue: usize,
    /// Due within 30 days.
    pub due_soon: usize,
    /// In time.
    pub on_time: usize,
    /// Done after the deadline.
    pub done_late: usize,
    /// Waiting for a condition or a budget.
    pub waiting: usize,
    /// Without a readable deadline.
    pub no_deadline: usize,
    /// Without follow-up for 180 days.
    pub quiet: usize,
    /// By group; their counts add up to `commitments`.
    pub groups: Vec<GroupCount>,
    /// The bar: from left to right, one segment per group; of what is done, one per status.
    pub bar: Vec<BarSegment>,
    /// By status; their counts add up to `commitments`.
    pub statuses: Vec<StatusCount>,
}

/// A segment of the bar. Its width is for drawing only: no segment is too narrow to be seen.
#[derive(Clone, Debug, Serialize)]
pub struct BarSegment {
    /// The group's key.
    pub group: &'static str,
    /// The status's key, of what is done.
    pub status: Option<&'static str>,
    /// Percent from the left edge.
    pub start: f32,
    /// Percent of the whole.
    pub width: f32,
}

impl std::hash::Hash for BarSegment {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        let Self {
            group,
            status,
            start,
            width,
        } = self;
        (group, status, start.to_bits(), width.to_bits()).hash(state);
    }
}

/// How many commitments are in a group.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct GroupCount {
    /// The group's key.
    pub group: &'static str,
    /// How many commitments.
    pub count: usize,
    /// The list of them.
    pub href: String,
}

/// How many commitments have a status.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct StatusCount {
    /// The status.
    pub status: StatusView,
    /// How many.
    pub count: usize,
    /// The list of them.
    pub href: String,
}

impl ViewBuilder<'_> {
    pub(super) fn figures_view(&self, totals: &Totals) -> FiguresView {
        let groups = StatusGroup::ALL.map(|group| GroupCount {
            group: group.key(),
            count: totals.count_in_group(group),
            href: self.list_href(CommitmentList::Group(group)),
        });
        let mut statuses = Vec::new();
        // `by_status` has the order of `STATUSES`.
        for (status, count) in STATUSES.into_iter().zip(totals.by_status) {
            statuses.push(StatusCount {
                status: status_view(status),
                count,
                href: self.list_href(CommitmentList::Status(status)),
            });
        }
        FiguresView {
            aspirations: totals.aspirations,
            answered: totals.answered,
            unanswered: totals.unanswered,
            withheld: totals.withheld,
            announcements: totals.announcements,
            commitments: totals.commitments,
            overdue: totals.overdue,
            due_soon: totals.due_soon,
            on_time: totals.on_time,
            done_late: totals.done_late,
            waiting: totals.waiting,
            no_deadline: totals.no_deadline,
            quiet: totals.quiet,
            groups: groups.into(),
            bar: bar_segments(totals),
            statuses,
        }
    }
}

/// The width of the narrowest segment, in percent of the bar before all are scaled to fit.
const MIN_SEGMENT_PERCENT: f32 = 1.5;

/// The segments of the bar, none empty; all of them fill it.
fn bar_segments(totals: &Totals) -> Vec<BarSegment> {
    let mut counts: Vec<(&'static str, Option<&'static str>, usize)> = Vec::new();
    for group in StatusGroup::ALL {
        if group != StatusGroup::Done {
            counts.push((group.key(), None, totals.count_in_group(group)));
            continue;
        }
        // What the offices report and what was verified must be told apart.
        for (status, count) in STATUSES.into_iter().zip(totals.by_status) {
            if StatusGroup::of(status) == group {
                counts.push((group.key(), Some(status_view(status).key), count));
            }
        }
    }
    // Widened to the minimum, an empty segment would show commitments that are not there.
    counts.retain(|(.., count)| *count > 0);
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of commitments are small"
    )]
    let share =
        |count: usize| (count as f32 * 100.0 / totals.commitments as f32).max(MIN_SEGMENT_PERCENT);
    // With widened segments the shares add up to more than 100.
    let sum: f32 = counts.iter().map(|(.., count)| share(*count)).sum();
    let mut segments = Vec::new();
    let mut end = 0.0;
    for (group, status, count) in counts {
        let start = end;
        end += share(count) * 100.0 / sum;
        segments.push(BarSegment {
            group,
            status,
            start: round_to_tenth(start),
            // From the rounded ends, so that segments meet without gaps.
            width: round_to_tenth(round_to_tenth(end) - round_to_tenth(start)),
        });
    }
    segments
}

fn round_to_tenth(percent: f32) -> f32 {
    (percent * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_is_seen_and_all_of_it_fills_the_bar() {
        let mut totals = Totals {
            commitments: 1000,
            ..Totals::default()
        };
        totals.by_status[0] = 997;
        totals.by_status[5] = 2;
        totals.by_status[6] = 1;
        let bar = bar_segments(&totals);
        assert_eq!(
            bar.iter().map(|s| s.status).collect::<Vec<_>>(),
            [None, Some("done-reported"), Some("done-verified")]
        );
        assert!(bar.iter().all(|s| s.width >= 1.4), "{bar:?}");
        let last = bar.last().unwrap();
        assert!((last.start + last.width - 100.0).abs() < 0.11, "{bar:?}");
        assert!(super::bar_segments(&Totals::default()).is_empty());
    }
}
