//! Lists of commitments with their prebuilt filters.

use super::builder::{Maker, group, name, status};
use super::row_ref::What;
use super::{Figures, Link, Parts, Shared};
use crate::plan::{List, Page, Part, ROWS};
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
fn key(list: List) -> &'static str {
    match list {
        List::All | List::Office(_) | List::District(_) | List::Topic(_) => "",
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

/// The kind of a list: `all`, `group`, `status`, `time`, `office`, `district` or `topic`.
fn kind(list: List) -> &'static str {
    match list {
        List::All => "all",
        List::Group(_) => "group",
        List::Status(_) => "status",
        List::Office(_) => "office",
        List::District(_) => "district",
        List::Topic(_) => "topic",
        _ => "time",
    }
}

/// The key of the words that a list by group, status or timeliness goes by.
pub(super) fn words(list: List) -> String {
    format!("{}-{}", kind(list), key(list))
}

impl<'r> Maker<'r> {
    pub(super) fn commitments(&self, list: List, part: Part) -> Commitments<'r> {
        let (rows, parts) = self.part(self.plan.list(list), (part, ROWS), |p| Page::Commitments(list, p));
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

    pub(super) fn filters(&self, list: List) -> Filters<'r> {
        let filter = |to: List| Filter {
            key: key(to),
            group: if let List::Status(s) = to { status(s).group } else { "" },
            href: self.href(Page::Commitments(to, Part::FIRST)),
            count: self.plan.list(to).len(),
            current: to == list,
        };
        let named = |lists: &mut dyn Iterator<Item = List>| {
            let way = |to: List| {
                let count = self.plan.list(to).len();
                let Link { text, .. } = self.list_of(to).filter(|_| count > 0)?;
                let link = Link { href: self.href(Page::Commitments(to, Part::FIRST)), text };
                Some(NamedFilter { link, count, current: to == list })
            };
            lists.filter_map(way).collect()
        };
        Filters {
            kind: kind(list),
            count: self.register.totals().commitments,
            all_href: self.href(Page::Commitments(List::All, Part::FIRST)),
            groups: StatusGroup::ALL.map(List::Group).map(filter).into(),
            statuses: STATUSES.map(List::Status).map(filter).into(),
            times: List::BY_TIME.map(filter).into(),
            offices: named(&mut List::by_office(self.register)),
            districts: named(&mut List::by_district(self.register)),
            topics: named(&mut List::by_topic(self.register)),
        }
    }

    /// The office, kecamatan or topic that a list is of.
    pub(super) fn list_of(&self, list: List) -> Option<Link<'r>> {
        match list {
            List::Office(id) => Some(self.office_link(id)),
            List::District(id) => {
                let text = name(&self.register.district(id).record.name);
                Some(Link { href: self.href(Page::District(id, Part::FIRST)), text })
            }
            List::Topic(id) => Some(self.topic_link(id)),
            _ => None,
        }
    }
}
