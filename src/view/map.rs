//! The map of kecamatan: outlines projected onto whole units, small enough for a page.

use super::builder::ViewBuilder;
use crate::plan::{Page, PageNumber};
use crate::records::{LonLat, Outline};
use crate::register::District;
use serde::Serialize;
use std::fmt::Write as _;

/// How many units the map is wide. One is about 250 metres in Jember: finer than a phone can show, and neighbours, whose
/// borders have the same points, stay neighbours.
const MAP_WIDTH: f64 = 320.0;

/// How many times higher than wide a map may be.
const MAX_ASPECT_RATIO: f64 = 10.0;

/// How wide and how high a digit is, in units.
const DIGIT_SIZE: (i32, i32) = (7, 10);

/// The most stops of which the map can show each number.
const MAX_NUMBERED_STOPS: usize = 31;

/// The map.
#[derive(Debug, Hash, Serialize)]
pub struct MapView<'r> {
    /// Units from left to right.
    pub width: i32,
    /// Units from top to bottom.
    pub height: i32,
    /// The kecamatan that have an outline.
    pub areas: Vec<MapArea<'r>>,
    /// Is each visited kecamatan named by the numbers of its stops? Else, where there are many, by how many they are.
    pub numbered: bool,
    /// What the numbers on the map mean, each a link that a finger can hit.
    pub legend: Vec<LegendRow<'r>>,
}

/// A row of the map's key.
#[derive(Debug, Hash, Serialize)]
pub struct LegendRow<'r> {
    /// The stop, or the kecamatan where stops are counted.
    pub href: String,
    /// The number on the map.
    pub label: String,
    /// The kecamatan's name.
    pub name: &'r str,
}

/// A kecamatan on the map.
#[derive(Debug, Hash, Serialize)]
pub struct MapArea<'r> {
    /// Its name.
    pub name: &'r str,
    /// Its page.
    pub href: String,
    /// Had it a stop?
    pub visited: bool,
    /// The outline, as the `d` of an SVG path.
    pub path: String,
    /// The digits in the middle of its largest part: the numbers of its stops, or how many they were.
    pub digits: Vec<MapDigit>,
}

/// A digit on the map. Digits are drawn, not written, so that their contrast does not depend on what lies below.
#[derive(Debug, Hash, Serialize)]
pub struct MapDigit {
    /// 0 to 9.
    pub digit: char,
    /// Units from the left to its left edge.
    pub x: i32,
    /// Units from the top to its upper edge.
    pub y: i32,
}

/// From degrees to units: both axes alike at the middle latitude, north up.
struct Projection {
    west: f64,
    north: f64,
    per_degree_east: f64,
    per_degree_south: f64,
}

impl Projection {
    /// A projection that fits all points into [`WIDTH`]; gives the height too. None if there is nothing to fit.
    fn of<'p>(points: impl Iterator<Item = &'p LonLat>) -> Option<(Self, i32)> {
        let start = (f64::MAX, f64::MIN, f64::MAX, f64::MIN);
        let (west, east, south, north) = points.fold(start, |(w, e, s, n), &(x, y)| {
            (w.min(x), e.max(x), s.min(y), n.max(y))
        });
        if east <= west || north <= south || north - south > MAX_ASPECT_RATIO * (east - west) {
            return None;
        }
        let per_degree_east = MAP_WIDTH / (east - west);
        // A rational approximation of the cosine: the platform's own may differ in the last bit, and pages must not.
        let radians = f64::midpoint(north, south).to_radians();
        let cosine = 1.0 - radians * radians / 2.0 + radians.powi(4) / 24.0;
        let projection = Self {
            west,
            north,
            per_degree_east,
            per_degree_south: per_degree_east / cosine,
        };
        let height = projection.to_units((west, south)).1 + 1;
        Some((projection, height))
    }

    #[expect(clippy::cast_possible_truncation, reason = "a few hundred units")]
    fn to_units(&self, (x, y): LonLat) -> (i32, i32) {
        let units = |degrees: f64, per_degree: f64| (degrees * per_degree).round() as i32;
        (
            units(x - self.west, self.per_degree_east),
            units(self.north - y, self.per_degree_south),
        )
    }

    /// The ring's points in units, without those that the rounding made superfluous.
    fn project_ring(&self, ring: &[LonLat]) -> Vec<(i32, i32)> {
        let mut points: Vec<(i32, i32)> = Vec::with_capacity(ring.len());
        for &point in ring {
            let point = self.to_units(point);
            if points.last() == Some(&point) {
                continue;
            }
            if let [.., a, b] = points[..]
                && (b.0 - a.0) * (point.1 - b.1) == (b.1 - a.1) * (point.0 - b.0)
                && (b.0 - a.0) * (point.0 - b.0) + (b.1 - a.1) * (point.1 - b.1) > 0
            {
                points.pop();
            }
            points.push(point);
        }
        if points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        points
    }
}

impl<'r> ViewBuilder<'r> {
    pub(super) fn map_view(&self) -> Option<MapView<'r>> {
        let outlines: Vec<_> = self
            .register
            .districts()
            .filter_map(|(id, d)| Some((id, d, self.register.district_outline(id)?)))
            .collect();
        let points = outlines
            .iter()
            .flat_map(|(_, _, outline)| outline.rings().flatten());
        let (projection, height) = Projection::of(points)?;
        let numbered = self.register.stops().len() <= MAX_NUMBERED_STOPS;
        let areas = outlines.iter().map(|(id, district, outline)| {
            let label = self.area_label(district, numbered);
            let href = self.page_href(Page::District(*id, PageNumber::FIRST));
            map_area(district, outline, &projection, href, &label)
        });
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a constant of a few hundred"
        )]
        Some(MapView {
            width: MAP_WIDTH as i32 + 1,
            height,
            areas: areas.collect(),
            numbered,
            legend: self.legend_rows(numbered),
        })
    }

    /// The number or numbers on an area, with a space between them; empty if it had no stop.
    fn area_label(&self, district: &District<'r>, numbered: bool) -> String {
        let numbers = district
            .stops
            .iter()
            .map(|id| self.register.stop(*id).number().to_string());
        match district.stops.len() {
            0 => String::new(),
            _ if numbered => numbers.collect::<Vec<_>>().join(" "),
            count => count.to_string(),
        }
    }

    fn legend_rows(&self, numbered: bool) -> Vec<LegendRow<'r>> {
        if numbered {
            let row = |(id, stop): (_, &crate::register::Stop<'r>)| LegendRow {
                href: self.page_href(Page::Stop(id, PageNumber::FIRST)),
                label: stop.number().to_string(),
                name: self.register.district(stop.district).record.name.as_str(),
            };
            return self.register.stops().map(row).collect();
        }
        let row = |(id, district): (_, &District<'r>)| {
            let (href, name) = (
                self.page_href(Page::District(id, PageNumber::FIRST)),
                district.record.name.as_str(),
            );
            let label = self.area_label(district, numbered);
            (!label.is_empty()).then_some(LegendRow { href, label, name })
        };
        self.register.districts().filter_map(row).collect()
    }
}

fn map_area<'r>(
    district: &District<'r>,
    outline: &Outline,
    projection: &Projection,
    href: String,
    label: &str,
) -> MapArea<'r> {
    let rings: Vec<Vec<(i32, i32)>> = outline
        .rings()
        .map(|r| projection.project_ring(r))
        .filter(|r| r.len() > 2)
        .collect();
    let largest = rings.iter().max_by_key(|ring| doubled_area(ring).abs());
    let digits = largest.map_or_else(Vec::new, |ring| place_digits(label, centroid(ring)));
    MapArea {
        name: district.record.name.as_str(),
        href,
        visited: !district.stops.is_empty(),
        path: rings.iter().map(|ring| svg_path(ring)).collect(),
        digits,
    }
}

/// A label around its middle.
fn place_digits(label: &str, (x, y): (i32, i32)) -> Vec<MapDigit> {
    let length = i32::try_from(label.len()).unwrap_or_default();
    let left = x - length * DIGIT_SIZE.0 / 2;
    let places = (left..).step_by(DIGIT_SIZE.0.unsigned_abs() as usize);
    let digits = label
        .chars()
        .zip(places)
        .filter(|(c, _)| c.is_ascii_digit());
    digits
        .map(|(digit, x)| MapDigit {
            digit,
            x,
            y: y - DIGIT_SIZE.1 / 2,
        })
        .collect()
}

/// `M12 3l4-5…z`: where it starts, then from point to point.
fn svg_path(ring: &[(i32, i32)]) -> String {
    let mut out = String::new();
    let mut last = (0, 0);
    for (n, &(x, y)) in ring.iter().enumerate() {
        let (command, x, y) = if n == 0 {
            ("M", x, y)
        } else {
            (if n == 1 { "l" } else { "" }, x - last.0, y - last.1)
        };
        let space = if command.is_empty() && x >= 0 {
            " "
        } else {
            command
        };
        let between = if y < 0 { "" } else { " " };
        let _ = write!(out, "{space}{x}{between}{y}");
        last = ring[n];
    }
    out + "z"
}

/// Twice the signed area.
fn doubled_area(ring: &[(i32, i32)]) -> i64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter()
        .zip(next)
        .map(|(a, b)| i64::from(a.0) * i64::from(b.1) - i64::from(b.0) * i64::from(a.1))
        .sum()
}

/// The centre of mass.
fn centroid(ring: &[(i32, i32)]) -> (i32, i32) {
    let area = doubled_area(ring);
    if area == 0 {
        return ring[0];
    }
    let next = ring.iter().cycle().skip(1);
    let (mut x, mut y) = (0, 0);
    for (a, b) in ring.iter().zip(next) {
        let cross = i64::from(a.0) * i64::from(b.1) - i64::from(b.0) * i64::from(a.1);
        x += i64::from(a.0 + b.0) * cross;
        y += i64::from(a.1 + b.1) * cross;
    }
    let units = |sum: i64| i32::try_from(sum / (3 * area)).unwrap_or_default();
    (units(x), units(y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_in_whole_units() {
        let ring = [
            (0.0, 0.0),
            (0.5, 0.0),
            (1.0, 0.0),
            (1.0, 1.0),
            (0.0, 1.0),
            (0.0, 0.0),
        ];
        let (projection, height) = Projection::of(ring.iter()).unwrap();
        assert_eq!(height, 321);
        let ring = projection.project_ring(&ring);
        assert_eq!(ring, [(0, 320), (320, 320), (320, 0), (0, 0)]);
        assert_eq!(svg_path(&ring), "M0 320l320 0 0-320-320 0z");
        assert_eq!(centroid(&ring), (160, 160));
    }

    #[test]
    fn digits_stand_around_the_middle() {
        let places: Vec<_> = place_digits("1 12", (100, 50))
            .iter()
            .map(|d| (d.digit, d.x, d.y))
            .collect();
        assert_eq!(places, [('1', 86, 45), ('1', 100, 45), ('2', 107, 45)]);
        assert!(place_digits("", (0, 0)).is_empty());
    }

    #[test]
    fn nothing_to_fit() {
        assert!(Projection::of([].iter()).is_none());
        assert!(Projection::of([(1.0, 1.0), (1.0, 2.0)].iter()).is_none());
    }
}
