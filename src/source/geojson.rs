//! Parses districts.geojson, the outlines of the kecamatan: a `FeatureCollection` of polygons, each
//! with the kecamatan's code as a property (RFC 7946).

use crate::diag::{Code, Diagnostic, FileId, Span};
use crate::records::{LonLat, Outline, Outlines, sha256_hex};
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

/// Parses the outlines; a file with one point that is not on Earth (or beyond what the map's
/// projection shows) is refused.
pub(super) fn parse_outlines(
    text: Option<&str>,
    id: FileId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Outlines {
    let Some(text) = text.filter(|_| diagnostics.is_empty()) else {
        return Outlines::default();
    };
    let start = Span::new(id, 0..0);
    let features = match serde_json::from_str::<FeatureCollection>(text) {
        Ok(collection) => collection.features,
        Err(error) => {
            let at = error_offset(text, &error);
            diagnostics.push(invalid(Span::new(id, at..at)));
            return Outlines::default();
        }
    };
    let mut list = Vec::with_capacity(features.len());
    for feature in features {
        list.push(Outline {
            code: feature.properties.code,
            polygons: match feature.geometry {
                Geometry::Polygon(rings) => vec![rings],
                Geometry::MultiPolygon(polygons) => polygons,
            },
        });
    }
    // One point beyond would shrink the map of all others to a dot.
    let on_earth = |(east, north): &LonLat| east.abs() <= 180.0 && north.abs() <= 85.0;
    if !list.iter().flat_map(|o| o.rings().flatten()).all(on_earth) {
        diagnostics.push(invalid(start));
        return Outlines::default();
    }
    Outlines {
        list,
        sha256: Some(sha256_hex(text)),
        span: start,
    }
}

fn invalid(span: Span) -> Diagnostic {
    Diagnostic::new(Code::BadGeoJson, span).arg("found", "none")
}

/// The offset of a parser's error, which gives line and column in bytes, both counted from 1.
fn error_offset(text: &str, error: &serde_json::Error) -> usize {
    let before = text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum::<usize>();
    let at = before + error.column().saturating_sub(1);
    // At the end of the text there is nothing to point to, and within a character no span may
    // start.
    text.floor_char_boundary(at.min(text.len().saturating_sub(1)))
}
