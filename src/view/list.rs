//! Lists of commitments with their prebuilt filters.

use super::builder::{Maker, group, name, status};
use super::row_ref::What;
use super::{Figures, Link, Parts, Shared};
use crate::plan::{CommitmentList, Page, PageNumber, ROWS_PER_PAGE};
use crate::register::{STATUSES, StatusGroup};
use serde::Serialize;

/// A list of commitments.
#[derive(Debug, Hash, Serialize)]
pub struct Commitments<'r> {
    /// `all`, `group`, `status`, `time`, `office`, `district` or `topic`.
    pub kind: &'static str,
    /// The key of its words within its kind: `group-KEY`, `status-KEY`, `time-KEY`; empty for all others.
    pub key: &'static str,
    /// The office, kecamatan or topic, with its page.
    pub of: Option<Link<'r>>,
    /// The ways to all lists.
    #[serde(skip)]
    pub filters: Shared<'r>,
    /// The figures of all commitments.
    pub figures: Figures,
    /// The rows of this part.
    #[serde(skip)]
    pub rows: Vec<Shared<'r>>,
    /// The ways to the other parts.
    pub parts: Parts,
}

/// The ways to all lists, beside one of them.
#[derive(Debug, Hash, Serialize)]
pub struct Filters<'r> {
    /// The kind of the list beside which they stand.
    pub kind: &'static str,
    /// How many commitments there are.
    pub count: usize,
    /// The list of all.
    pub all_href: String,
    /// By group.
    pub groups: Vec<Filter>,
    /// By status.
    pub statuses: Vec<Filter>,
    /// By timeliness.
    pub times: Vec<Filter>,
    /// By office, those that made any.
    pub offices: Vec<NamedFilter<'r>>,
    /// By kecamatan, those in which any were made.
    pub districts: Vec<NamedFilter<'r>>,
    /// By topic, those about which any were made.
    pub topics: Vec<NamedFilter<'r>>,
}

/// A way to one of the lists.
#[derive(Debug, Hash, Serialize)]
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

/// A way to the list of an office, a kecamatan or a topic.
#[derive(Debug, Hash, Serialize)]
pub struct NamedFilter<'r> {
    /// The list, with the name of what it is of.
    pub link: Link<'r>,
    /// How many rows it has.
    pub count: usize,
    /// Is it this one?
    pub current: bool,
}

/// The key of a list's words within its kind.
fn key(list: CommitmentList) -> &'static str {
    match list {
        CommitmentList::All | CommitmentList::Office(_) | CommitmentList::District(_) | CommitmentList::Topic(_) => "",
        CommitmentList::Group(g) => group(g),
        CommitmentList::Status(s) => status(s).key,
        CommitmentList::Overdue => "overdue",
        CommitmentList::DueSoon => "due-soon",
        CommitmentList::OnTime => "on-time",
        CommitmentList::DoneLate => "done-late",
        CommitmentList::NoDeadline => "no-deadline",
        CommitmentList::Waiting => "waiting",
        CommitmentList::WithoutNews => "quiet",
    }
}

/// The kind of a list: `all`, `group`, `status`, `time`, `office`, `district` or `topic`.
fn kind(list: CommitmentList) -> &'static str {
    match list {
        CommitmentList::All => "all",
        CommitmentList::Group(_) => "group",
        CommitmentList::Status(_) => "status",
        CommitmentList::Office(_) => "office",
        CommitmentList::District(_) => "district",
        CommitmentList::Topic(_) => "topic",
        _ => "time",
    }
}

/// The key of the words that a list by group, status or timeliness goes by.
pub(super) fn words(list: CommitmentList) -> String {
    format!("{}-{}", kind(list), key(list))
}

impl<'r> Maker<'r> {
    pub(super) fn commitments(&self, list: CommitmentList, part: PageNumber) -> Commitments<'r> {
        let (rows, parts) =
            self.part(self.plan.commitments_in(list), (part, ROWS_PER_PAGE), |p| Page::Commitments(list, p));
        Commitments {
            kind: kind(list),
            key: key(list),
            of: self.list_of(list),
            filters: self.shared(What::Filters(list)),
            figures: self.figures(self.register.totals()),
            rows: rows.iter().map(|id| self.shared(What::Commitment(*id))).collect(),
            parts,
        }
    }

    pub(super) fn filters(&self, list: CommitmentList) -> Filters<'r> {
        let filter = |to: CommitmentList| Filter {
            key: key(to),
            group: if let CommitmentList::Status(s) = to { status(s).group } else { "" },
            href: self.href(Page::Commitments(to, PageNumber::FIRST)),
            count: self.plan.commitments_in(to).len(),
            current: to == list,
        };
        let named = |lists: &mut dyn Iterator<Item = CommitmentList>| {
            let way = |to: CommitmentList| {
                let count = self.plan.commitments_in(to).len();
                let Link { text, .. } = self.list_of(to).filter(|_| count > 0)?;
                let link = Link { href: self.href(Page::Commitments(to, PageNumber::FIRST)), text };
                Some(NamedFilter { link, count, current: to == list })
            };
            lists.filter_map(way).collect()
        };
        Filters {
            kind: kind(list),
            count: self.register.totals().commitments,
            all_href: self.href(Page::Commitments(CommitmentList::All, PageNumber::FIRST)),
            groups: StatusGroup::ALL.map(CommitmentList::Group).map(filter).into(),
            statuses: STATUSES.map(CommitmentList::Status).map(filter).into(),
            times: CommitmentList::BY_TIMELINESS.map(filter).into(),
            offices: named(&mut CommitmentList::by_office(self.register)),
            districts: named(&mut CommitmentList::by_district(self.register)),
            topics: named(&mut CommitmentList::by_topic(self.register)),
        }
    }

    /// The office, kecamatan or topic that a list is of.
    pub(super) fn list_of(&self, list: CommitmentList) -> Option<Link<'r>> {
        match list {
            CommitmentList::Office(id) => Some(self.office_link(id)),
            CommitmentList::District(id) => {
                let text = name(&self.register.district(id).record.name);
                Some(Link { href: self.href(Page::District(id, PageNumber::FIRST)), text })
            }
            CommitmentList::Topic(id) => Some(self.topic_link(id)),
            _ => None,
        }
    }
}
