//! Pages of lists of commitments, and the filter menu: links to all lists that work without
//! scripts.

use super::builder::{ViewBuilder, status_view};
use super::components::{Pagination, TextLink};
use super::figures::FiguresView;
use super::row_ref::RowRef;
use crate::plan::{CommitmentList, Page, PageNumber, ROWS_PER_PAGE, RowKey};
use crate::register::{KnownStatus, StatusGroup};
use serde::Serialize;

/// A list of commitments.
#[derive(Debug, Hash, Serialize)]
pub struct CommitmentListView<'r> {
    /// `all`, `group`, `status`, `list`, `office`, `district` or `topic`.
    pub kind: &'static str,
    /// The key of its message `group-KEY`, `status-KEY` or `list-KEY`; empty for other kinds.
    pub key: &'static str,
    /// The office, kecamatan or topic, with its page.
    pub subject: Option<TextLink<'r>>,
    /// The filter menu.
    #[serde(skip)]
    pub filters: RowRef<'r>,
    /// The figures of all commitments.
    pub figures: FiguresView,
    /// The rows on this page of the list.
    #[serde(skip)]
    pub rows: Vec<RowRef<'r>>,
    /// Links to the other pages of the list.
    pub pagination: Pagination,
}

/// The filter menu, as it looks beside one of the lists.
#[derive(Debug, Hash, Serialize)]
pub struct ListFilters<'r> {
    /// The kind of that list.
    pub kind: &'static str,
    /// How many commitments there are.
    pub count: usize,
    /// The list of all.
    pub all_href: String,
    /// By group.
    pub groups: Vec<FilterLink>,
    /// By status.
    pub statuses: Vec<FilterLink>,
    /// By deadline.
    pub deadlines: Vec<FilterLink>,
    /// By the news there is, and whether anybody looked.
    pub news: Vec<FilterLink>,
    /// What may be true beside these.
    pub beside: Vec<FilterLink>,
    /// By office, those that made any.
    pub offices: Vec<NamedFilterLink<'r>>,
    /// By kecamatan, those in which any were made.
    pub districts: Vec<NamedFilterLink<'r>>,
    /// By topic, those about which any were made.
    pub topics: Vec<NamedFilterLink<'r>>,
}

/// A link to a list by group, status, deadline or news.
#[derive(Debug, Hash, Serialize)]
pub struct FilterLink {
    /// The second half of its message's key.
    pub key: &'static str,
    /// The group of a status; empty for other kinds.
    pub group: &'static str,
    /// The list.
    pub href: String,
    /// How many rows it has.
    pub count: usize,
    /// Whether it is the list on this page.
    pub current: bool,
}

/// A link to the list of an office, a kecamatan or a topic.
#[derive(Debug, Hash, Serialize)]
pub struct NamedFilterLink<'r> {
    /// The list, with the name of what it is of.
    pub link: TextLink<'r>,
    /// How many rows it has.
    pub count: usize,
    /// Whether it is the list on this page.
    pub current: bool,
}

/// The second half of a list's message key; empty for lists that are named by a record.
fn list_key(list: CommitmentList) -> &'static str {
    match list {
        CommitmentList::All
        | CommitmentList::Office(_)
        | CommitmentList::District(_)
        | CommitmentList::Topic(_) => "",
        CommitmentList::Group(group) => group.key(),
        CommitmentList::Status(status) => status.key(),
        CommitmentList::Ahead => "ahead",
        CommitmentList::DueSoon => "due-soon",
        CommitmentList::PassedLookedFor => "passed-looked-for",
        CommitmentList::PassedNotLookedFor => "passed-not-looked-for",
        CommitmentList::Late => "late",
        CommitmentList::DoneInTime => "done-in-time",
        CommitmentList::DoneLate => "done-late",
        CommitmentList::NoDate => "no-date",
        CommitmentList::Waiting => "waiting",
        CommitmentList::RelatedNewsOnly => "related-news-only",
        CommitmentList::NeverLookedFor => "never-looked-for",
        CommitmentList::Quiet => "quiet",
    }
}

/// The kind of a list, which is the first half of its message's key.
fn list_kind(list: CommitmentList) -> &'static str {
    match list {
        CommitmentList::All => "all",
        CommitmentList::Group(_) => "group",
        CommitmentList::Status(_) => "status",
        CommitmentList::Office(_) => "office",
        CommitmentList::District(_) => "district",
        CommitmentList::Topic(_) => "topic",
        _ => "list",
    }
}

/// The key of the message that names a list by group, status, deadline or news.
pub(super) fn list_message_key(list: CommitmentList) -> String {
    format!("{}-{}", list_kind(list), list_key(list))
}

impl<'r> ViewBuilder<'r> {
    pub(super) fn commitment_list_view(
        &self,
        list: CommitmentList,
        number: PageNumber,
    ) -> CommitmentListView<'r> {
        let all = self.plan.commitments_in(list);
        let (ids, pagination) = self.paginate(all, (number, ROWS_PER_PAGE), |number| {
            Page::Commitments(list, number)
        });
        CommitmentListView {
            kind: list_kind(list),
            key: list_key(list),
            subject: self.list_subject(list),
            filters: self.row_ref(RowKey::Filters(list)),
            // Not those of the list: the bar shows all groups, of which the list may be one.
            figures: self.figures_view(self.register.totals()),
            rows: ids
                .iter()
                .map(|id| self.row_ref(RowKey::Commitment(*id)))
                .collect(),
            pagination,
        }
    }

    /// The first page of a list. Returns `None` if it has no rows, and so no page.
    pub(super) fn list_href(&self, list: CommitmentList) -> Option<String> {
        let page = Page::Commitments(list, PageNumber::FIRST);
        self.plan.has_rows(list).then(|| self.page_href(page))
    }

    /// The filter menu beside a list.
    pub(super) fn list_filters(&self, current: CommitmentList) -> ListFilters<'r> {
        let filters = |lists: &[CommitmentList]| {
            let lists = lists.iter();
            lists
                .filter_map(|list| self.filter_link(*list, current))
                .collect()
        };
        ListFilters {
            kind: list_kind(current),
            count: self.plan.commitments_in(CommitmentList::All).len(),
            all_href: self.page_href(Page::Commitments(CommitmentList::All, PageNumber::FIRST)),
            groups: filters(&StatusGroup::ALL.map(CommitmentList::Group)),
            statuses: filters(&CommitmentList::BY_STATUS),
            deadlines: filters(&CommitmentList::BY_DEADLINE),
            news: filters(&CommitmentList::BY_NEWS),
            beside: filters(&CommitmentList::BESIDE),
            offices: self.named_filters(CommitmentList::by_office(self.register), current),
            districts: self.named_filters(CommitmentList::by_district(self.register), current),
            topics: self.named_filters(CommitmentList::by_topic(self.register), current),
        }
    }

    /// Returns `None` if the list has no rows.
    fn filter_link(&self, list: CommitmentList, current: CommitmentList) -> Option<FilterLink> {
        let group = match list {
            CommitmentList::Status(status) => status_view(KnownStatus::Given(status)).group,
            _ => "",
        };
        Some(FilterLink {
            key: list_key(list),
            group,
            href: self.list_href(list)?,
            count: self.plan.commitments_in(list).len(),
            current: list == current,
        })
    }

    /// Filters by office, kecamatan or topic. Empty ones are left out: of these there are many.
    fn named_filters(
        &self,
        lists: impl Iterator<Item = CommitmentList>,
        current: CommitmentList,
    ) -> Vec<NamedFilterLink<'r>> {
        let mut filters = Vec::new();
        for list in lists {
            let count = self.plan.commitments_in(list).len();
            // The subject's own link leads to its page, the filter to its list.
            if let Some(href) = self.list_href(list)
                && let Some(TextLink { text, .. }) = self.list_subject(list)
            {
                filters.push(NamedFilterLink {
                    link: TextLink { href, text },
                    count,
                    current: list == current,
                });
            }
        }
        filters
    }

    /// The office, kecamatan or topic that a list is of, with its page. Returns `None` for other
    /// lists.
    pub(super) fn list_subject(&self, list: CommitmentList) -> Option<TextLink<'r>> {
        match list {
            CommitmentList::Office(id) => Some(self.office_link(id)),
            CommitmentList::District(id) => Some(self.district_link(id)),
            CommitmentList::Topic(id) => Some(self.topic_link(id)),
            _ => None,
        }
    }
}
