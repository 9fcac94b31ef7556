//! The kecamatan as `GeoJSON` (RFC 7946): outlines where the site has them, with the figures of the
//! table.

use crate::data::Table;
use crate::plan::Plan;
use serde_json::{Value, json};

/// The file: each feature is a row of the table.
pub(super) fn districts_geojson(plan: &Plan<'_>) -> Vec<u8> {
    let register = plan.register();
    let feature = |(id, row): (_, Value)| {
        let geometry =
            register
                .district_outline(id)
                .map(|outline| match outline.polygons.as_slice() {
                    [only] => json!({ "type": "Polygon", "coordinates": only }),
                    several => json!({ "type": "MultiPolygon", "coordinates": several }),
                });
        json!({ "type": "Feature", "id": row["key"], "properties": row, "geometry": geometry })
    };
    let ids = register.districts().map(|(id, _)| id);
    let features: Vec<Value> = ids.zip(Table::Districts.rows(plan)).map(feature).collect();
    let mut bytes = json!({ "type": "FeatureCollection", "features": features })
        .to_string()
        .into_bytes();
    bytes.push(b'\n');
    bytes
}
