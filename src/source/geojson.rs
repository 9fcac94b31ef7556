//! districts.geojson: a `FeatureCollection` of polygons, each with the kecamatan's code as a property (RFC 7946).

use crate::diag::{Code, Diagnostic, FileId, Span};
use crate::records::{LonLat, Outline, Outlines};
use serde::Deserialize;

#[derive(Deserialize)]
struct FeatureCollection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: FeatureProperties,
    geometry: Geometry,
}

#[derive(Deserialize)]
struct FeatureProperties {
    code: String,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Polygon(Vec<Vec<LonLat>>),
    MultiPolygon(Vec<Vec<Vec<LonLat>>>),
}

/// Parses the outlines; a file with one point that is not on Earth (or beyond what the map's projection shows) is refused.
pub(super) fn parse_outlines(
    text: Option<&str>,
    id: FileId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Outlines {
    let Some(text) = text.filter(|_| diagnostics.is_empty()) else {
        return Outlines::default();
    };
    match serde_json::from_str::<FeatureCollection>(text) {
        Ok(FeatureCollection { features }) => {
            let outline = |Feature {
                               properties,
                               geometry,
                           }| Outline {
                code: properties.code,
                polygons: match geometry {
                    Geometry::Polygon(rings) => vec![rings],
                    Geometry::MultiPolygon(polygons) => polygons,
                },
            };
            let list: Vec<Outline> = features.into_iter().map(outline).collect();
            let on_earth = |(east, north): &LonLat| east.abs() <= 180.0 && north.abs() <= 85.0;
            if !list.iter().flat_map(|o| o.rings().flatten()).all(on_earth) {
                diagnostics.push(
                    Diagnostic::new(Code::BadGeoJson, Span::new(id, 0..0)).arg("found", "none"),
                );
                return Outlines::default();
            }
            Outlines {
                list,
                span: Span::new(id, 0..0),
            }
        }
        Err(error) => {
            let before = text
                .split_inclusive('\n')
                .take(error.line().saturating_sub(1))
                .map(str::len)
                .sum::<usize>();
            let at = (before + error.column().saturating_sub(1)).min(text.len().saturating_sub(1));
            let at = (0..=at)
                .rev()
                .find(|n| text.is_char_boundary(*n))
                .unwrap_or_default();
            diagnostics.push(
                Diagnostic::new(Code::BadGeoJson, Span::new(id, at..at)).arg("found", "none"),
            );
            Outlines::default()
        }
    }
}
