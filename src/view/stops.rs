//! The list of stops, newest first.

use super::builder::ViewBuilder;
use super::components::{Pagination, StopLink};
use super::figures::FiguresView;
use crate::plan::{Page, PageNumber, ROWS_PER_PAGE};
use crate::records::NumberBasis;
use crate::register::StopId;
use serde::Serialize;

/// The list of stops.
#[derive(Debug, Hash, Serialize)]
pub struct StopListView<'r> {
    /// The stops on this page of the list.
    pub stops: Vec<StopListRow<'r>>,
    /// Links to the other pages of the list.
    pub pagination: Pagination,
}

/// A stop with its figures.
#[derive(Debug, Hash, Serialize)]
pub struct StopListRow<'r> {
    /// The stop.
    pub stop: StopLink<'r>,
    /// Whether sources state its number or the editors infer it: `stated` or `inferred`.
    pub number_basis: NumberBasis,
    /// Its figures.
    pub figures: FiguresView,
}

impl<'r> ViewBuilder<'r> {
    pub(super) fn stop_list_view(&self, number: PageNumber) -> StopListView<'r> {
        let all = self.plan.stops();
        let (ids, pagination) = self.paginate(all, (number, ROWS_PER_PAGE), Page::Stops);
        StopListView {
            stops: ids.iter().map(|id| self.stop_row(*id)).collect(),
            pagination,
        }
    }

    pub(super) fn stop_row(&self, id: StopId) -> StopListRow<'r> {
        let record = &self.register.stop(id).record;
        StopListRow {
            stop: self.stop_link(id),
            number_basis: record.number_basis,
            figures: self.figures_view(&self.register.stop(id).totals),
        }
    }
}
