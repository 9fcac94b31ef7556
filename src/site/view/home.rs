//! Where things stand: totals, what moved, what is late, the map of kecamatan, the stops.

use super::maker::Maker;
use super::map::Map;
use super::{CommitmentRow, Figures, News, StopLink};
use crate::register::NewsId;
use crate::site::{List, Page, Part};
use serde::Serialize;

/// How many rows the short lists have.
const SHORT: usize = 5;

/// The first page.
#[derive(Debug, Serialize)]
pub struct Home<'r> {
    /// The figures of the whole.
    pub figures: Figures,
    /// How many kecamatan had a stop.
    pub visited: usize,
    /// How many kecamatan there are.
    pub districts: usize,
    /// The map of outlines; none if the site has none.
    pub map: Option<Map<'r>>,
    /// The map of tiles, for small screens; empty if no kecamatan has a place on it.
    pub tiles: Vec<Tile<'r>>,
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
    /// Every stop, newest first.
    pub stops: Vec<StopRow<'r>>,
}

/// A kecamatan on the map of tiles.
#[derive(Debug, Serialize)]
pub struct Tile<'r> {
    /// From 1, left to right.
    pub column: u32,
    /// From 1, top to bottom.
    pub row: u32,
    /// Its name.
    pub name: &'r str,
    /// Its page.
    pub href: String,
    /// How many stops it had.
    pub stops: usize,
    /// How many commitments were made there.
    pub commitments: usize,
    /// How many of them are overdue.
    pub overdue: usize,
}

/// A stop with its figures.
#[derive(Debug, Serialize)]
pub struct StopRow<'r> {
    /// The stop.
    pub stop: StopLink<'r>,
    /// Its figures.
    pub figures: Figures,
}

impl<'r> Maker<'r> {
    pub(super) fn home(&self) -> Home<'r> {
        let register = self.register;
        let moved: Vec<NewsId> =
            register.news().rev().filter(|(_, n)| !n.record.check).map(|(id, _)| id).take(SHORT).collect();
        let checks = register.news().filter(|(_, n)| n.record.check).map(|(_, n)| n.record.date.value);
        let mut stops: Vec<_> = register.stops().map(|(id, _)| self.stop_row(id)).collect();
        stops.reverse();
        Home {
            figures: self.figures(&register.totals()),
            visited: register.districts().filter(|(_, d)| !d.stops.is_empty()).count(),
            districts: register.districts().len(),
            map: self.map(),
            tiles: self.tiles(),
            moved: moved.into_iter().map(|id| self.news(id)).collect(),
            news: register.news().len(),
            news_href: self.href(Page::News(Part::default())),
            checked: checks.max().map(|day| day.to_string()),
            late: self.plan.list(List::Overdue).iter().take(SHORT).map(|id| self.commitment_row(*id)).collect(),
            late_href: self.href(Page::Commitments(List::Overdue, Part::default())),
            stops,
        }
    }

    pub(super) fn stop_row(&self, id: crate::register::StopId) -> StopRow<'r> {
        StopRow { stop: self.stop_link(id), figures: self.figures(&self.stop_totals(id)) }
    }

    fn tiles(&self) -> Vec<Tile<'r>> {
        let register = self.register;
        let tile = |(id, district): (_, &crate::register::District<'r>)| {
            let (column, row) = district.record.tile?;
            let totals = crate::register::Totals::of(register, [], district.commitments.iter().copied());
            Some(Tile {
                column,
                row,
                name: district.record.name.as_str(),
                href: self.href(Page::District(id, Part::default())),
                stops: district.stops.len(),
                commitments: totals.commitments,
                overdue: totals.overdue,
            })
        };
        register.districts().filter_map(tile).collect()
    }
}
