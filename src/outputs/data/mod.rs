//! The downloads below /data/: every table as CSV and JSON Lines, all of them as one workbook and
//! one data package, the kecamatan as `GeoJSON`, and what describes them. Every figure of the pages
//! can be counted in them.

mod csv;
mod datapackage;
mod dcat;
mod flat_table;
mod geojson;
mod workbook;

pub(super) use csv::flat_table_csv;
pub use csv::text_table_csv;
pub(super) use flat_table::FlatTable;

use super::context::{OutputFile, pretty_json};
use crate::data::{Table, document_schema};
use crate::diag::{Code, Diagnostic};
use crate::plan::Plan;
use crate::theme::Theme;
use rayon::prelude::*;

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
    outputs.par_extend(sheets.par_iter().flat_map_iter(table_files));
    let workbook = workbook::workbook_xlsx(plan, &sheets).map_err(|error| {
        Diagnostic::without_span(Code::CannotWrite)
            .arg("path", "data/jhur.xlsx")
            .arg("reason", error.to_string())
    })?;
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

/// The two files of a table: what spreadsheets open, and every row without loss.
fn table_files(table: &FlatTable) -> [OutputFile; 2] {
    let name = table.table.name();
    [
        (format!("data/{name}.csv"), flat_table_csv(table)),
        (format!("data/{name}.jsonl"), json_lines(table)),
    ]
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
