//! The map of kecamatan on the home page: outlines projected onto whole units, so that the SVG is
//! small, with the numbers of stops and a legend.

use super::builder::ViewBuilder;
use crate::plan::{Page, PageNumber};
use crate::records::{LonLat, Outline};
use crate::register::District;
use serde::Serialize;
use std::fmt::Write as _;

/// Width of the map, in units. One is about 250 metres in Jember: finer than a phone can show.
/// Neighbours, whose borders have the same points, still touch.
const MAP_WIDTH: f64 = 320.0;

/// The greatest ratio of height to width; what exceeds it is a mistake in the data, not a
/// kabupaten.
const MAX_ASPECT_RATIO: f64 = 10.0;

/// Width and height of a digit, in units.
const DIGIT_SIZE: (i32, i32) = (7, 10);

/// The most stops whose numbers fit on the map; of more it shows how many each kecamatan had.
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
    /// Whether areas show the numbers of their stops; else how many they had.
    pub numbered: bool,
    /// What the numbers on the map mean; its links are large enough for a finger.
    pub legend: Vec<LegendRow<'r>>,
}

/// A row of the legend.
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
    /// Whether it had a stop.
    pub visited: bool,
    /// The outline, as the `d` of an SVG path.
    pub path: String,
    /// The digits in the middle of its largest part: the numbers of its stops, or how many they
    /// were.
    pub digits: Vec<MapDigit>,
}

/// A digit on the map. Digits are drawn, not set as text, so that their contrast does not depend on
/// what is below them.
#[derive(Debug, Hash, Serialize)]
pub struct MapDigit {
    /// 0 to 9.
    pub digit: char,
    /// Units from the left to its left edge.
    pub x: i32,
    /// Units from the top to its upper edge.
    pub y: i32,
}

/// An equirectangular projection from degrees to units, true to scale at the middle latitude, north
/// up.
struct Projection {
    west: f64,
    north: f64,
    per_degree_east: f64,
    per_degree_south: f64,
}

impl Projection {
    /// The projection that fits all points into [`MAP_WIDTH`], and the map's height in units.
    /// Returns `None` if the points span no area, or one that is too high.
    fn of<'p>(points: impl Iterator<Item = &'p LonLat>) -> Option<(Self, i32)> {
        let (mut west, mut east) = (f64::MAX, f64::MIN);
        let (mut south, mut north) = (f64::MAX, f64::MIN);
        for &(x, y) in points {
            (west, east) = (west.min(x), east.max(x));
            (south, north) = (south.min(y), north.max(y));
        }
        if east <= west || north <= south || north - south > MAX_ASPECT_RATIO * (east - west) {
            return None;
        }
        let per_degree_east = MAP_WIDTH / (east - west);
        // A rational approximation of the cosine: the platform's own may differ in the last bit,
        // and pages must not.
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

    /// The ring's points in units, without those that rounding made superfluous, and open: the last
    /// point is not the first again.
    fn project_ring(&self, ring: &[LonLat]) -> Vec<(i32, i32)> {
        let mut points: Vec<(i32, i32)> = Vec::with_capacity(ring.len());
        for &point in ring {
            let point = self.to_units(point);
            if points.last() == Some(&point) {
                continue;
            }
            // A point halfway on a straight line adds nothing: the cross product is 0, and the dot
            // product is positive, as the line does not turn back.
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
    /// Returns `None` if no outlines are recorded, or none that can be projected.
    pub(super) fn map_view(&self) -> Option<MapView<'r>> {
        let mut outlines = Vec::new();
        for (id, district) in self.register.districts() {
            if let Some(outline) = self.register.district_outline(id) {
                outlines.push((id, district, outline));
            }
        }
        // One projection for all, so that neighbours fit together.
        let points = outlines
            .iter()
            .flat_map(|(_, _, outline)| outline.rings().flatten());
        let (projection, height) = Projection::of(points)?;
        let numbered = self.register.stops().len() <= MAX_NUMBERED_STOPS;
        let mut areas = Vec::new();
        for (id, district, outline) in outlines {
            let label = self.area_label(district, numbered);
            let href = self.page_href(Page::District(id, PageNumber::FIRST));
            areas.push(map_area(district, outline, &projection, href, &label));
        }
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a constant of a few hundred"
        )]
        Some(MapView {
            width: MAP_WIDTH as i32 + 1,
            height,
            areas,
            numbered,
            legend: self.legend_rows(numbered),
        })
    }

    /// The number or numbers on an area, with a space between them; empty if it had no stop.
    fn area_label(&self, district: &District<'r>, numbered: bool) -> String {
        let count = district.stops.len();
        if count > 0 && !numbered {
            return count.to_string();
        }
        let numbers: Vec<String> = district
            .stops
            .iter()
            .map(|id| self.register.stop(*id).number().to_string())
            .collect();
        numbers.join(" ")
    }

    /// By number of the stop; where stops are only counted, by kecamatan.
    fn legend_rows(&self, numbered: bool) -> Vec<LegendRow<'r>> {
        let mut rows = Vec::new();
        if numbered {
            for (id, stop) in self.register.stops() {
                rows.push(LegendRow {
                    href: self.page_href(Page::Stop(id, PageNumber::FIRST)),
                    label: stop.number().to_string(),
                    name: self.register.district(stop.district).record.name.as_str(),
                });
            }
            return rows;
        }
        for (id, district) in self.register.districts() {
            if !district.stops.is_empty() {
                rows.push(LegendRow {
                    href: self.page_href(Page::District(id, PageNumber::FIRST)),
                    label: self.area_label(district, numbered),
                    name: district.record.name.as_str(),
                });
            }
        }
        rows
    }
}

fn map_area<'r>(
    district: &District<'r>,
    outline: &Outline,
    projection: &Projection,
    href: String,
    label: &str,
) -> MapArea<'r> {
    let mut rings: Vec<Vec<(i32, i32)>> = Vec::new();
    for ring in outline.rings() {
        let ring = projection.project_ring(ring);
        // Islets that rounding made a line or a point have no area left.
        if ring.len() > 2 {
            rings.push(ring);
        }
    }
    // A kecamatan may have islands; the label belongs on its largest part.
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

/// The digits of a label, centred on a point; spaces take the width of a digit.
fn place_digits(label: &str, (x, y): (i32, i32)) -> Vec<MapDigit> {
    let (width, height) = DIGIT_SIZE;
    let length = i32::try_from(label.len()).unwrap_or_default();
    let mut left = x - length * width / 2;
    let mut digits = Vec::new();
    for digit in label.chars() {
        if digit.is_ascii_digit() {
            digits.push(MapDigit {
                digit,
                x: left,
                y: y - height / 2,
            });
        }
        left += width;
    }
    digits
}

/// A closed SVG path, as short as can be: `M12 3l4-5…z`, relative from point to point.
fn svg_path(ring: &[(i32, i32)]) -> String {
    let mut out = String::new();
    let mut last = (0, 0);
    for (n, &(x, y)) in ring.iter().enumerate() {
        // One `l` holds for all points that follow.
        let (command, x, y) = if n == 0 {
            ("M", x, y)
        } else {
            (if n == 1 { "l" } else { "" }, x - last.0, y - last.1)
        };
        // A minus sign separates numbers by itself.
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

/// Twice the signed area (shoelace formula), which is a whole number.
fn doubled_area(ring: &[(i32, i32)]) -> i64 {
    edges(ring).map(|(a, b)| cross_product(a, b)).sum()
}

/// The centre of mass; the first point if the ring has no area.
fn centroid(ring: &[(i32, i32)]) -> (i32, i32) {
    let area = doubled_area(ring);
    if area == 0 {
        return ring[0];
    }
    let (mut x, mut y) = (0, 0);
    for (a, b) in edges(ring) {
        let cross = cross_product(a, b);
        x += i64::from(a.0 + b.0) * cross;
        y += i64::from(a.1 + b.1) * cross;
    }
    // The sums are six times the area (three times the doubled one) times the centre.
    let units = |sum: i64| i32::try_from(sum / (3 * area)).unwrap_or_default();
    (units(x), units(y))
}

/// Each point with the next one, the last with the first.
fn edges(ring: &[(i32, i32)]) -> impl Iterator<Item = ((i32, i32), (i32, i32))> {
    let next = ring.iter().cycle().skip(1);
    ring.iter().copied().zip(next.copied())
}

fn cross_product(a: (i32, i32), b: (i32, i32)) -> i64 {
    i64::from(a.0) * i64::from(b.1) - i64::from(b.0) * i64::from(a.1)
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
