//! The figures of a set of records with their denominators, and the bar that shows commitments by
//! group. Home, stops, lists and scorecards show them.

use super::builder::{ViewBuilder, status_view};
use super::components::StatusView;
use crate::plan::CommitmentList;
use crate::register::{DeadlineState, KnownStatus, NewsKind, Outcome, StatusGroup, Totals};
use serde::Serialize;

/// The figures of a set of records. Counts of one kind add up to its total; two kinds are never
/// added up.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct FiguresView {
    /// Aspirations, withheld ones among them.
    pub aspirations: usize,
    /// Aspirations by what became of them; their counts add up to `aspirations`.
    pub outcomes: Vec<StateCount>,
    /// Announcements.
    pub announcements: usize,
    /// Commitments, withheld ones among them.
    pub commitments: usize,
    /// Commitments in aspirations that are withheld.
    pub withheld_commitments: usize,
    /// Commitments by deadline; with the withheld ones their counts add up to `commitments`.
    pub deadlines: Vec<StateCount>,
    /// Of those whose deadline is ahead: due within 30 days.
    pub due_soon: usize,
    /// Those whose deadline has passed with nothing known.
    pub passed: usize,
    /// Of those whose deadline has passed with nothing known: those that were looked for.
    pub passed_looked_for: usize,
    /// Commitments by the news there is of them, and whether anybody looked; with the withheld ones
    /// their counts add up to `commitments`.
    pub news: Vec<NewsCount>,
    /// Commitments for whose news somebody looked.
    pub looked_for: usize,
    /// On a condition or a budget, with nothing known to have begun.
    pub waiting: usize,
    /// Without direct news for 180 days.
    pub quiet: usize,
    /// By group; with the withheld ones their counts add up to `commitments`.
    pub groups: Vec<GroupCount>,
    /// The bar: from left to right, one segment per group; of what is done, one per status.
    pub bar: Vec<BarSegment>,
    /// By status; with the withheld ones their counts add up to `commitments`.
    pub statuses: Vec<StatusCount>,
}

/// How many records are in a state.
#[derive(Clone, Copy, Debug, Hash, Serialize)]
pub struct StateCount {
    /// The state's key.
    pub state: &'static str,
    /// How many.
    pub count: usize,
}

/// How many commitments have a kind of news.
#[derive(Clone, Copy, Debug, Hash, Serialize)]
pub struct NewsCount {
    /// The kind's key.
    pub news: &'static str,
    /// How many of those somebody looked for.
    pub looked_for: usize,
    /// How many of those nobody looked for.
    pub never_looked_for: usize,
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
    /// The list of them. `None` if there are none.
    pub href: Option<String>,
}

/// How many commitments have a status.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct StatusCount {
    /// The status.
    pub status: StatusView,
    /// How many.
    pub count: usize,
    /// The list of them. `None` if there are none.
    pub href: Option<String>,
}

impl ViewBuilder<'_> {
    pub(super) fn figures_view(&self, totals: &Totals) -> FiguresView {
        let groups = StatusGroup::ALL.map(|group| GroupCount {
            group: group.key(),
            count: totals.count_in_group(group),
            href: self.list_href(CommitmentList::Group(group)),
        });
        let mut statuses = Vec::new();
        // `by_status` has the order of `KnownStatus::ALL`.
        for (status, count) in KnownStatus::ALL.into_iter().zip(totals.by_status) {
            statuses.push(StatusCount {
                status: status_view(status),
                count,
                href: self.list_href(CommitmentList::of_status(status)),
            });
        }
        let mut news = Vec::new();
        for (kind, [looked_for, never_looked_for]) in NewsKind::ALL.into_iter().zip(totals.by_news)
        {
            news.push(NewsCount {
                news: kind.key(),
                looked_for,
                never_looked_for,
            });
        }
        FiguresView {
            aspirations: totals.aspirations,
            outcomes: count_states(Outcome::ALL.map(Outcome::key), totals.by_outcome),
            announcements: totals.announcements,
            commitments: totals.commitments,
            withheld_commitments: totals.withheld_commitments,
            deadlines: count_states(
                DeadlineState::ALL.map(DeadlineState::key),
                totals.by_deadline,
            ),
            due_soon: totals.due_soon,
            passed: totals.count_by_deadline(DeadlineState::PassedUnknown),
            passed_looked_for: totals.passed_looked_for,
            news,
            looked_for: totals.looked_for(),
            waiting: totals.waiting,
            quiet: totals.quiet,
            groups: groups.into(),
            bar: bar_segments(totals),
            statuses,
        }
    }
}

fn count_states<const N: usize>(states: [&'static str; N], counts: [usize; N]) -> Vec<StateCount> {
    let counted = states.into_iter().zip(counts);
    counted
        .map(|(state, count)| StateCount { state, count })
        .collect()
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
        for (status, count) in KnownStatus::ALL.into_iter().zip(totals.by_status) {
            if status.group() == group {
                counts.push((group.key(), Some(status_view(status).key), count));
            }
        }
    }
    counts.push(("withheld", None, totals.withheld_commitments));
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
        totals.by_status[6] = 2;
        totals.by_status[7] = 1;
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
