//! The downloads below /data/: every table as CSV, JSON Lines and Parquet, all of them as one workbook and one data
//! package, the kecamatan as `GeoJSON`, and what describes them. Every figure of the pages can be counted in them.

mod csv;
mod datapackage;
mod dcat;
mod flat_table;
mod geojson;
mod parquet;
mod workbook;

pub(super) use csv::flat_table_csv;
pub use csv::text_table_csv;
pub(super) use flat_table::FlatTable;

use super::{OutputFile, pretty_json};
use crate::data::{Table, document_schema};
use crate::diag::{Code, Diagnostic};
use crate::plan::Plan;
use crate::theme::Theme;
use rayon::prelude::*;
use serde_json::Value;

/// Makes the downloads, unless the site leaves them out.
///
/// # Errors
/// If a library refuses what it was given.
pub(super) fn data_files(plan: &Plan<'_>, theme: &Theme) -> Result<Vec<OutputFile>, Diagnostic> {
    let (site, mut outputs) = (plan.register().site(), Vec::new());
    if site.outputs.data || site.outputs.twins {
        let address = format!("{}data/skema.json", site.base_url.as_str());
        outputs.push((
            "data/skema.json".into(),
            pretty_json(&document_schema(&address)),
        ));
    }
    if !site.outputs.data {
        return Ok(outputs);
    }
    let sheets: Vec<FlatTable> = Table::ALL
        .into_par_iter()
        .map(|table| FlatTable::new(plan, table))
        .collect();
    let each = |sheet: &FlatTable| {
        let name = sheet.table.name();
        Ok([
            (format!("data/{name}.csv"), flat_table_csv(sheet)),
            (format!("data/{name}.jsonl"), json_lines(sheet)),
            (
                format!("data/{name}.parquet"),
                parquet::parquet_file(sheet).map_err(|why| cannot_write(name, &why.to_string()))?,
            ),
        ])
    };
    let files: Result<Vec<[OutputFile; 3]>, Diagnostic> = sheets.par_iter().map(each).collect();
    outputs.extend(files?.into_iter().flatten());
    let workbook = workbook::workbook_xlsx(plan, &sheets)
        .map_err(|why| cannot_write("jhur.xlsx", &why.to_string()))?;
    outputs.push(("data/jhur.xlsx".into(), workbook));
    outputs.push(("data/kamus.csv".into(), csv::dictionary_csv(&sheets)));
    outputs.push((
        "data/datapackage.json".into(),
        pretty_json(&datapackage::data_package(plan, theme, &sheets)?),
    ));
    outputs.push((
        "data/dcat.jsonld".into(),
        pretty_json(&dcat::dcat_dataset(plan, theme, &sheets)?),
    ));
    if plan.has_map() {
        outputs.push((
            "data/kecamatan.geojson".into(),
            geojson::districts_geojson(plan),
        ));
    }
    Ok(outputs)
}

/// JSON Lines: one row a line, lossless.
fn json_lines(sheet: &FlatTable) -> Vec<u8> {
    let mut text = String::new();
    for row in &sheet.rows {
        text.push_str(&row.to_string());
        text.push('\n');
    }
    text.into_bytes()
}

fn cannot_write(name: &str, why: &str) -> Diagnostic {
    Diagnostic::without_span(Code::CannotWrite)
        .arg("path", format!("data/{name}"))
        .arg("reason", why)
}

/// What stands under a key of a row.
fn row_value<'v>(row: &'v Value, key: &str) -> &'v Value {
    row.get(key).unwrap_or(&Value::Null)
}
