//! The downloads below /data/: every table as CSV, JSON Lines and Parquet, all of them as one workbook and one data
//! package, the kecamatan as `GeoJSON`, and what describes them. Every figure of the pages can be counted in them.

mod csv;
mod datapackage;
mod dcat;
mod flat_table;
mod geojson;
mod parquet;
mod workbook;

pub(super) use csv::csv;
pub use csv::table;
pub(super) use flat_table::Sheet;

use super::{Output, pretty};
use crate::data::{Table, schema};
use crate::diag::{Code, Diagnostic};
use crate::plan::Plan;
use crate::theme::Theme;
use rayon::prelude::*;
use serde_json::Value;

/// Makes the downloads, unless the site leaves them out.
///
/// # Errors
/// If a library refuses what it was given.
pub(super) fn data(plan: &Plan<'_>, theme: &Theme) -> Result<Vec<Output>, Diagnostic> {
    let (site, mut outputs) = (plan.register().site(), Vec::new());
    if site.outputs.data || site.outputs.twins {
        let address = format!("{}data/skema.json", site.base_url.as_str());
        outputs.push(("data/skema.json".into(), pretty(&schema(&address))));
    }
    if !site.outputs.data {
        return Ok(outputs);
    }
    let sheets: Vec<Sheet> = Table::ALL.into_par_iter().map(|table| Sheet::new(plan, table)).collect();
    let each = |sheet: &Sheet| {
        let name = sheet.table.name();
        Ok([
            (format!("data/{name}.csv"), csv(sheet)),
            (format!("data/{name}.jsonl"), lines(sheet)),
            (format!("data/{name}.parquet"), parquet::parquet(sheet).map_err(|why| broken(name, &why.to_string()))?),
        ])
    };
    let files: Result<Vec<[Output; 3]>, Diagnostic> = sheets.par_iter().map(each).collect();
    outputs.extend(files?.into_iter().flatten());
    let workbook = workbook::workbook(plan, &sheets).map_err(|why| broken("jhur.xlsx", &why.to_string()))?;
    outputs.push(("data/jhur.xlsx".into(), workbook));
    outputs.push(("data/kamus.csv".into(), csv::dictionary(&sheets)));
    outputs.push(("data/datapackage.json".into(), pretty(&datapackage::package(plan, theme, &sheets)?)));
    outputs.push(("data/dcat.jsonld".into(), pretty(&dcat::catalogue(plan, theme, &sheets)?)));
    if plan.has_map() {
        outputs.push(("data/kecamatan.geojson".into(), geojson::districts(plan)));
    }
    Ok(outputs)
}

/// JSON Lines: one row a line, lossless.
fn lines(sheet: &Sheet) -> Vec<u8> {
    let mut text = String::new();
    for row in &sheet.rows {
        text.push_str(&row.to_string());
        text.push('\n');
    }
    text.into_bytes()
}

fn broken(name: &str, why: &str) -> Diagnostic {
    Diagnostic::nowhere(Code::CannotWrite).with("path", format!("data/{name}")).with("reason", why)
}

/// What stands under a key of a row.
fn field<'v>(row: &'v Value, key: &str) -> &'v Value {
    row.get(key).unwrap_or(&Value::Null)
}
