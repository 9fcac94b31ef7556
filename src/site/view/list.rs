//! Lists of commitments with their prebuilt filters.

use super::maker::{Maker, group, status};
use super::{CommitmentRow, Figures, Parts};
use crate::register::{Group, STATUSES};
use crate::site::{List, Page, Part};
use serde::Serialize;

/// A list of commitments.
#[derive(Debug, Serialize)]
pub struct Commitments<'r> {
    /// `all`, `group`, `status` or `time`.
    pub kind: &'static str,
    /// The key of its words within its kind: `group-KEY`, `status-KEY`, `time-KEY`; empty for all.
    pub key: &'static str,
    /// The list of all.
    pub all_href: String,
    /// By group.
    pub groups: Vec<Filter>,
    /// By status.
    pub statuses: Vec<Filter>,
    /// By timeliness.
    pub times: Vec<Filter>,
    /// The figures of all commitments.
    pub figures: Figures,
    /// The rows of this part.
    pub rows: Vec<CommitmentRow<'r>>,
    /// The ways to the other parts.
    pub parts: Parts,
}

/// A way to one of the lists.
#[derive(Debug, Serialize)]
pub struct Filter {
    /// The key of its words.
    pub key: &'static str,
    /// The group that gives the mark its shape; of statuses only.
    pub group: &'static str,
    /// The list.
    pub href: String,
    /// How many rows it has.
    pub count: usize,
    /// Is it this one?
    pub current: bool,
}

/// The key of a list's words within its kind.
fn key(list: List) -> &'static str {
    match list {
        List::All => "",
        List::Group(g) => group(g),
        List::Status(s) => status(s).key,
        List::Overdue => "overdue",
        List::DueSoon => "due-soon",
        List::OnTime => "on-time",
        List::DoneLate => "done-late",
        List::NoDeadline => "no-deadline",
        List::Waiting => "waiting",
        List::Quiet => "quiet",
    }
}

impl<'r> Maker<'r> {
    pub(super) fn commitments(&self, list: List, part: Part) -> Commitments<'r> {
        let filter = |to: List| Filter {
            key: key(to),
            group: if let List::Status(s) = to { status(s).group } else { "" },
            href: self.href(Page::Commitments(to, Part::default())),
            count: self.plan.list(to).len(),
            current: to == list,
        };
        let rows = self.plan.list(list);
        Commitments {
            kind: match list {
                List::All => "all",
                List::Group(_) => "group",
                List::Status(_) => "status",
                _ => "time",
            },
            key: key(list),
            all_href: self.href(Page::Commitments(List::All, Part::default())),
            groups: Group::ALL.map(List::Group).map(filter).into(),
            statuses: STATUSES.map(List::Status).map(filter).into(),
            times: List::BY_TIME.map(filter).into(),
            figures: self.figures(&self.register.totals()),
            rows: part.of(rows).iter().map(|id| self.commitment_row(*id)).collect(),
            parts: self.parts(rows.len(), part, |p| Page::Commitments(list, p)),
        }
    }
}
