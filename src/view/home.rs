//! Where things stand: totals, what moved, what is late, the map of kecamatan, the stops.

use super::builder::Maker;
use super::map::Map;
use super::{CommitmentRow, Figures, News, StopRow};
use crate::plan::{CommitmentList, Page, PageNumber};
use crate::register::FollowUpId;
use serde::Serialize;

/// How many rows the short lists have.
const SHORT: usize = 5;

/// How many stops the first page names.
const STOPS: usize = 10;

/// The first page.
#[derive(Debug, Hash, Serialize)]
pub struct Home<'r> {
    /// The figures of the whole.
    pub figures: Figures,
    /// How many kecamatan had a stop.
    pub visited: usize,
    /// How many kecamatan there are.
    pub districts: usize,
    /// The map; none if the site has none.
    pub map: Option<Map<'r>>,
    /// The newest follow-ups that say something new.
    pub moved: Vec<News<'r>>,
    /// How many follow-ups there are, checks among them.
    pub news: usize,
    /// The list of all follow-ups.
    pub news_href: String,
    /// The day of the last check: someone looked.
    pub checked: Option<String>,
    /// The commitments longest overdue.
    pub late: Vec<CommitmentRow<'r>>,
    /// The list of all that are overdue.
    pub late_href: String,
    /// How many stops there are.
    pub all_stops: usize,
    /// The newest stops, newest first.
    pub stops: Vec<StopRow<'r>>,
}

impl<'r> Maker<'r> {
    pub(super) fn home(&self) -> Home<'r> {
        let register = self.register;
        let moved: Vec<FollowUpId> =
            register.follow_ups().rev().filter(|(_, n)| !n.record.check).map(|(id, _)| id).take(SHORT).collect();
        let checks = register.follow_ups().filter(|(_, n)| n.record.check).map(|(_, n)| n.record.date.value);
        Home {
            figures: self.figures(register.totals()),
            visited: register.districts().filter(|(_, d)| !d.stops.is_empty()).count(),
            districts: register.districts().len(),
            map: self.map(),
            moved: moved.into_iter().map(|id| self.news(id)).collect(),
            news: register.follow_ups().len(),
            news_href: self.href(Page::FollowUps(PageNumber::FIRST)),
            checked: checks.max().map(|day| day.to_string()),
            late: self
                .plan
                .commitments_in(CommitmentList::Overdue)
                .iter()
                .take(SHORT)
                .map(|id| self.commitment_row(*id))
                .collect(),
            late_href: self.href(Page::Commitments(CommitmentList::Overdue, PageNumber::FIRST)),
            all_stops: register.stops().len(),
            stops: self.plan.stops().iter().take(STOPS).map(|id| self.stop_row(*id)).collect(),
        }
    }
}
