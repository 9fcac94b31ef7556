//! Every stop, newest first.

use super::builder::Maker;
use super::{Figures, Parts, StopLink};
use crate::plan::{Page, PageNumber, ROWS_PER_PAGE};
use crate::register::StopId;
use serde::Serialize;

/// The list of stops.
#[derive(Debug, Hash, Serialize)]
pub struct Stops<'r> {
    /// The stops of this part.
    pub stops: Vec<StopRow<'r>>,
    /// The ways to the other parts.
    pub parts: Parts,
}

/// A stop with its figures.
#[derive(Debug, Hash, Serialize)]
pub struct StopRow<'r> {
    /// The stop.
    pub stop: StopLink<'r>,
    /// Its figures.
    pub figures: Figures,
}

impl<'r> Maker<'r> {
    pub(super) fn stops(&self, part: PageNumber) -> Stops<'r> {
        let (shown, parts) = self.part(self.plan.stops(), (part, ROWS_PER_PAGE), Page::Stops);
        Stops { stops: shown.iter().map(|id| self.stop_row(*id)).collect(), parts }
    }

    pub(super) fn stop_row(&self, id: StopId) -> StopRow<'r> {
        StopRow { stop: self.stop_link(id), figures: self.figures(&self.register.stop(id).totals) }
    }
}
