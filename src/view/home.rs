//! The home page: totals, what moved, what is late or past its deadline, the map of kecamatan, the
//! newest stops.

use super::builder::ViewBuilder;
use super::components::CommitmentListRow;
use super::figures::FiguresView;
use super::follow_ups::{FollowUpView, recorded_together};
use super::map::MapView;
use super::stops::StopListRow;
use crate::plan::{CommitmentList, Page, PageNumber};
use crate::records::Day;
use crate::register::CommitmentId;
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
    /// When its late entries were recorded, if they do not say it themselves.
    pub recorded_together: Option<String>,
    /// How many follow-ups there are, checks among them.
    pub follow_up_count: usize,
    /// The list of all follow-ups.
    pub follow_ups_href: String,
    /// The first and the last day on which somebody looked for news of the commitments that were
    /// looked for.
    pub looked_for_between: Option<(String, String)>,
    /// The list of commitments that nobody looked for.
    pub never_looked_for_href: Option<String>,
    /// Commitments that direct news says are late, the earliest deadline first.
    pub late: Vec<CommitmentListRow<'r>>,
    /// The list of all that are late.
    pub late_href: Option<String>,
    /// Commitments whose deadline has passed with nothing known: those that were looked for first.
    pub passed: Vec<CommitmentListRow<'r>>,
    /// The list of those that were looked for.
    pub passed_looked_for_href: Option<String>,
    /// The list of those that were not.
    pub passed_not_looked_for_href: Option<String>,
    /// How many stops there are.
    pub stop_count: usize,
    /// The newest stops, newest first.
    pub stops: Vec<StopListRow<'r>>,
}

impl<'r> ViewBuilder<'r> {
    pub(super) fn home_view(&self) -> HomeView<'r> {
        let register = self.register;
        // A check says that nothing new was found, which is no news.
        let mut latest = Vec::new();
        for (id, follow_up) in register.follow_ups() {
            if !follow_up.record.check {
                latest.push(id);
            }
        }
        // The register has follow-ups by day, oldest first.
        let latest = latest.into_iter().rev().take(SHORT_LIST_ROWS);
        let mut shown: Vec<_> = latest.map(|id| self.follow_up_view(id)).collect();
        let checks = register.commitments().filter_map(|(_, c)| c.last_check);
        let looked_for: Vec<Day> = checks.collect();
        let between = looked_for.iter().min().zip(looked_for.iter().max());
        // Sorted by the plan, the earliest deadline first.
        let late = self.plan.commitments_in(CommitmentList::Late);
        let looked_for = self.plan.commitments_in(CommitmentList::PassedLookedFor);
        let never = self.plan.commitments_in(CommitmentList::PassedNotLookedFor);
        let passed = looked_for.iter().chain(never);
        HomeView {
            figures: self.figures_view(register.totals()),
            visited_count: register
                .districts()
                .filter(|(_, d)| !d.stops.is_empty())
                .count(),
            district_count: register.districts().len(),
            map: self.map_view(),
            recorded_together: recorded_together(&mut shown.iter_mut().collect::<Vec<_>>()),
            latest_follow_ups: shown,
            follow_up_count: register.follow_ups().len(),
            follow_ups_href: self.page_href(Page::FollowUps(PageNumber::FIRST)),
            looked_for_between: between.map(|(first, last)| (first.to_string(), last.to_string())),
            never_looked_for_href: self.list_href(CommitmentList::NeverLookedFor),
            late: self.first_rows(late.iter()),
            late_href: self.list_href(CommitmentList::Late),
            passed: self.first_rows(passed),
            passed_looked_for_href: self.list_href(CommitmentList::PassedLookedFor),
            passed_not_looked_for_href: self.list_href(CommitmentList::PassedNotLookedFor),
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

    /// The rows of a short list.
    fn first_rows<'i>(
        &self,
        ids: impl Iterator<Item = &'i CommitmentId>,
    ) -> Vec<CommitmentListRow<'r>> {
        let shown = ids.take(SHORT_LIST_ROWS);
        shown.map(|id| self.commitment_row(*id)).collect()
    }
}
