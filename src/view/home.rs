//! The home page: totals, what moved, what is late, the map of kecamatan, the newest stops.

use super::builder::ViewBuilder;
use super::components::CommitmentListRow;
use super::figures::FiguresView;
use super::follow_ups::FollowUpView;
use super::map::MapView;
use super::stops::StopListRow;
use crate::plan::{CommitmentList, Page, PageNumber};
use serde::Serialize;

/// Rows of each short list.
const SHORT_LIST_ROWS: usize = 5;

/// Stops on the home page.
const STOPS_SHOWN: usize = 10;

/// The home page.
#[derive(Debug, Hash, Serialize)]
pub struct HomeView<'r> {
    /// The figures of the whole.
    pub figures: FiguresView,
    /// How many kecamatan had a stop.
    pub visited_count: usize,
    /// How many kecamatan there are.
    pub district_count: usize,
    /// The map. `None` if no outlines are recorded.
    pub map: Option<MapView<'r>>,
    /// The newest follow-ups that say something new.
    pub latest_follow_ups: Vec<FollowUpView<'r>>,
    /// How many follow-ups there are, checks among them.
    pub follow_up_count: usize,
    /// The list of all follow-ups.
    pub follow_ups_href: String,
    /// The day of the last check, on which somebody looked for news.
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
        // A check says that nothing new was found: no news, but a sign that somebody looks.
        let (mut latest, mut last_checked) = (Vec::new(), None);
        for (id, follow_up) in register.follow_ups() {
            if follow_up.record.check {
                last_checked = last_checked.max(Some(follow_up.record.date.value));
            } else {
                latest.push(id);
            }
        }
        // Sorted by the plan, longest overdue first.
        let overdue = self.plan.commitments_in(CommitmentList::Overdue);
        HomeView {
            figures: self.figures_view(register.totals()),
            visited_count: register
                .districts()
                .filter(|(_, d)| !d.stops.is_empty())
                .count(),
            district_count: register.districts().len(),
            map: self.map_view(),
            // The register has follow-ups by day, oldest first.
            latest_follow_ups: latest
                .into_iter()
                .rev()
                .take(SHORT_LIST_ROWS)
                .map(|id| self.follow_up_view(id))
                .collect(),
            follow_up_count: register.follow_ups().len(),
            follow_ups_href: self.page_href(Page::FollowUps(PageNumber::FIRST)),
            last_checked: last_checked.map(|day| day.to_string()),
            longest_overdue: overdue
                .iter()
                .take(SHORT_LIST_ROWS)
                .map(|id| self.commitment_row(*id))
                .collect(),
            overdue_href: self.list_href(CommitmentList::Overdue),
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
