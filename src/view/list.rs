//! Lists of commitments with their prebuilt filters.

use super::builder::{ViewBuilder, untranslated_name};
use super::row_ref::RowKey;
use super::{FiguresView, Pagination, RowRef, TextLink};
use crate::plan::{CommitmentList, Page, PageNumber, ROWS_PER_PAGE};
use crate::records::Status;
use crate::register::{STATUSES, StatusGroup};
use serde::Serialize;

/// A list of commitments.
#[derive(Debug, Hash, Serialize)]
pub struct CommitmentListView<'r> {
    /// `all`, `group`, `status`, `time`, `office`, `district` or `topic`.
    pub kind: &'static str,
    /// The key of its words within its kind: `group-KEY`, `status-KEY`, `time-KEY`; empty for all others.
    pub key: &'static str,
    /// The office, kecamatan or topic, with its page.
    pub subject: Option<TextLink<'r>>,
    /// The ways to all lists.
    #[serde(skip)]
    pub filters: RowRef<'r>,
    /// The figures of all commitments.
    pub figures: FiguresView,
    /// The rows of this part.
    #[serde(skip)]
    pub rows: Vec<RowRef<'r>>,
    /// The ways to the other parts.
    pub pagination: Pagination,
}

/// The ways to all lists, beside one of them.
#[derive(Debug, Hash, Serialize)]
pub struct ListFilters<'r> {
    /// The kind of the list beside which they stand.
    pub kind: &'static str,
    /// How many commitments there are.
    pub count: usize,
    /// The list of all.
    pub all_href: String,
    /// By group.
    pub groups: Vec<FilterLink>,
    /// By status.
    pub statuses: Vec<FilterLink>,
    /// By timeliness.
    pub times: Vec<FilterLink>,
    /// By office, those that made any.
    pub offices: Vec<NamedFilterLink<'r>>,
    /// By kecamatan, those in which any were made.
    pub districts: Vec<NamedFilterLink<'r>>,
    /// By topic, those about which any were made.
    pub topics: Vec<NamedFilterLink<'r>>,
}

/// A way to one of the lists.
#[derive(Debug, Hash, Serialize)]
pub struct FilterLink {
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
pub struct NamedFilterLink<'r> {
    /// The list, with the name of what it is of.
    pub link: TextLink<'r>,
    /// How many rows it has.
    pub count: usize,
    /// Is it this one?
    pub current: bool,
}

/// The key of a list's words within its kind.
fn list_key(list: CommitmentList) -> &'static str {
    match list {
        CommitmentList::All
        | CommitmentList::Office(_)
        | CommitmentList::District(_)
        | CommitmentList::Topic(_) => "",
        CommitmentList::Group(g) => g.key(),
        CommitmentList::Status(s) => Status::key_or_recorded(s),
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
fn list_kind(list: CommitmentList) -> &'static str {
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
pub(super) fn list_message_key(list: CommitmentList) -> String {
    format!("{}-{}", list_kind(list), list_key(list))
}

impl<'r> ViewBuilder<'r> {
    pub(super) fn commitment_list_view(
        &self,
        list: CommitmentList,
        part: PageNumber,
    ) -> CommitmentListView<'r> {
        let (rows, parts) =
            self.paginate(self.plan.commitments_in(list), (part, ROWS_PER_PAGE), |p| {
                Page::Commitments(list, p)
            });
        CommitmentListView {
            kind: list_kind(list),
            key: list_key(list),
            subject: self.list_subject(list),
            filters: self.row_ref(RowKey::Filters(list)),
            figures: self.figures_view(self.register.totals()),
            rows: rows
                .iter()
                .map(|id| self.row_ref(RowKey::Commitment(*id)))
                .collect(),
            pagination: parts,
        }
    }

    pub(super) fn list_filters(&self, list: CommitmentList) -> ListFilters<'r> {
        let filter = |to: CommitmentList| FilterLink {
            key: list_key(to),
            group: if let CommitmentList::Status(s) = to {
                StatusGroup::of(s).key()
            } else {
                ""
            },
            href: self.page_href(Page::Commitments(to, PageNumber::FIRST)),
            count: self.plan.commitments_in(to).len(),
            current: to == list,
        };
        let named = |lists: &mut dyn Iterator<Item = CommitmentList>| {
            let way = |to: CommitmentList| {
                let count = self.plan.commitments_in(to).len();
                let TextLink { text, .. } = self.list_subject(to).filter(|_| count > 0)?;
                let link = TextLink {
                    href: self.page_href(Page::Commitments(to, PageNumber::FIRST)),
                    text,
                };
                Some(NamedFilterLink {
                    link,
                    count,
                    current: to == list,
                })
            };
            lists.filter_map(way).collect()
        };
        ListFilters {
            kind: list_kind(list),
            count: self.register.totals().commitments,
            all_href: self.page_href(Page::Commitments(CommitmentList::All, PageNumber::FIRST)),
            groups: StatusGroup::ALL
                .map(CommitmentList::Group)
                .map(filter)
                .into(),
            statuses: STATUSES.map(CommitmentList::Status).map(filter).into(),
            times: CommitmentList::BY_TIMELINESS.map(filter).into(),
            offices: named(&mut CommitmentList::by_office(self.register)),
            districts: named(&mut CommitmentList::by_district(self.register)),
            topics: named(&mut CommitmentList::by_topic(self.register)),
        }
    }

    /// The office, kecamatan or topic that a list is of.
    pub(super) fn list_subject(&self, list: CommitmentList) -> Option<TextLink<'r>> {
        match list {
            CommitmentList::Office(id) => Some(self.office_link(id)),
            CommitmentList::District(id) => {
                let text = untranslated_name(&self.register.district(id).record.name);
                Some(TextLink {
                    href: self.page_href(Page::District(id, PageNumber::FIRST)),
                    text,
                })
            }
            CommitmentList::Topic(id) => Some(self.topic_link(id)),
            _ => None,
        }
    }
}
