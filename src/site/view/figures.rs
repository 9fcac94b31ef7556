//! Figures with their denominators, and the bar that shows them.

use super::StatusView;
use super::maker::{Maker, group, status};
use crate::register::{Group, STATUSES, Totals};
use crate::site::{List, Page, Part};
use serde::Serialize;

/// The figures of a set of records; all counts of commitments are out of `commitments`.
#[derive(Clone, Debug, Serialize)]
pub struct Figures {
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
    /// Without news for 180 days.
    pub quiet: usize,
    /// By group; their counts add up to `commitments`.
    pub groups: Vec<Bar>,
    /// By status; their counts add up to `commitments`.
    pub statuses: Vec<StatusCount>,
}

/// One group's part of the bar.
#[derive(Clone, Debug, Serialize)]
pub struct Bar {
    /// The group's key.
    pub group: &'static str,
    /// How many commitments.
    pub count: usize,
    /// Thousandths of the whole, rounded down; for drawing only.
    pub permille: usize,
    /// The list of them.
    pub href: String,
}

/// How many commitments have a status.
#[derive(Clone, Debug, Serialize)]
pub struct StatusCount {
    /// The status.
    pub status: StatusView,
    /// How many.
    pub count: usize,
    /// The list of them.
    pub href: String,
}

impl Maker<'_> {
    pub(super) fn figures(&self, totals: &Totals) -> Figures {
        let list = |list: List| self.href(Page::Commitments(list, Part::default()));
        let bar = |g: Group| {
            let count = totals.group(g);
            Bar {
                group: group(g),
                count,
                permille: count * 1000 / totals.commitments.max(1),
                href: list(List::Group(g)),
            }
        };
        let counted = STATUSES.iter().zip(totals.statuses);
        Figures {
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
            groups: Group::ALL.into_iter().map(bar).collect(),
            statuses: counted
                .map(|(s, count)| StatusCount { status: status(*s), count, href: list(List::Status(*s)) })
                .collect(),
        }
    }
}
