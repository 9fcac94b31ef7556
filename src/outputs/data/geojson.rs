//! The kecamatan as `GeoJSON` (RFC 7946): outlines where the site has them, with the figures of the
//! table.

use crate::data::Table;
use crate::plan::Plan;
use serde_json::{Value, json};

/// The file: each feature is a row of the table.
pub(super) fn districts_geojson(plan: &Plan<'_>) -> Vec<u8> {
    let register = plan.register();
    let mut features = Vec::new();
    // The table's rows are in the register's order.
    for ((id, _), row) in register.districts().zip(Table::Districts.rows(plan)) {
        let geometry = match register.district_outline(id).map(|o| o.polygons.as_slice()) {
            Some([only]) => json!({ "type": "Polygon", "coordinates": only }),
            Some(polygons) => json!({ "type": "MultiPolygon", "coordinates": polygons }),
            None => Value::Null,
        };
        let key = row["key"].clone();
        features
            .push(json!({ "type": "Feature", "id": key, "properties": row, "geometry": geometry }));
    }
    let mut bytes = json!({ "type": "FeatureCollection", "features": features })
        .to_string()
        .into_bytes();
    bytes.push(b'\n');
    bytes
}
