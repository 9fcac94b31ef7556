//! Where things stand: totals, what moved, what is late, the map of kecamatan, the stops.

use super::builder::ViewBuilder;
use super::components::CommitmentListRow;
use super::figures::FiguresView;
use super::follow_ups::FollowUpView;
use super::map::MapView;
use super::stops::StopListRow;
use crate::plan::{CommitmentList, Page, PageNumber};
use crate::register::FollowUpId;
use serde::Serialize;

/// How many rows the short lists have.
const SHORT_LIST_ROWS: usize = 5;

/// How many stops the first page names.
const STOPS_SHOWN: usize = 10;

/// The first page.
#[derive(Debug, Hash, Serialize)]
pub struct HomeView<'r> {
    /// The figures of the whole.
    pub figures: FiguresView,
    /// How many kecamatan had a stop.
    pub visited_count: usize,
    /// How many kecamatan there are.
    pub district_count: usize,
    /// The map; none if the site has none.
    pub map: Option<MapView<'r>>,
    /// The newest follow-ups that say something new.
    pub latest_follow_ups: Vec<FollowUpView<'r>>,
    /// How many follow-ups there are, checks among them.
    pub follow_up_count: usize,
    /// The list of all follow-ups.
    pub follow_ups_href: String,
    /// The day of the last check: someone looked.
    pub last_checked: Option<String>,
    /// The commitments longest overdue.
    pub longest_overdue: Vec<CommitmentListRow<'r>>,
    /// The list of all that are overdue.
    pub overdue_href: String,
    /// How many stops there are.
    pub stop_count: usize,
    /// The newest stops, newest first.
    pub stops: Vec<StopListRow<'r>>,
}

impl<'r> ViewBuilder<'r> {
    pub(super) fn home_view(&self) -> HomeView<'r> {
        let register = self.register;
        let moved: Vec<FollowUpId> = register
            .follow_ups()
            .rev()
            .filter(|(_, n)| !n.record.check)
            .map(|(id, _)| id)
            .take(SHORT_LIST_ROWS)
            .collect();
        let checks = register
            .follow_ups()
            .filter(|(_, n)| n.record.check)
            .map(|(_, n)| n.record.date.value);
        HomeView {
            figures: self.figures_view(register.totals()),
            visited_count: register
                .districts()
                .filter(|(_, d)| !d.stops.is_empty())
                .count(),
            district_count: register.districts().len(),
            map: self.map_view(),
            latest_follow_ups: moved
                .into_iter()
                .map(|id| self.follow_up_view(id))
                .collect(),
            follow_up_count: register.follow_ups().len(),
            follow_ups_href: self.page_href(Page::FollowUps(PageNumber::FIRST)),
            last_checked: checks.max().map(|day| day.to_string()),
            longest_overdue: self
                .plan
                .commitments_in(CommitmentList::Overdue)
                .iter()
                .take(SHORT_LIST_ROWS)
                .map(|id| self.commitment_row(*id))
                .collect(),
            overdue_href: self.page_href(Page::Commitments(
                CommitmentList::Overdue,
                PageNumber::FIRST,
            )),
            stop_count: register.stops().len(),
            stops: self
                .plan
                .stops()
                .iter()
                .take(STOPS_SHOWN)
                .map(|id| self.stop_row(*id))
                .collect(),
        }
    }
}
