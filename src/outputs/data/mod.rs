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

use super::context::{OutputFile, library_error, pretty_json};
use crate::data::{Table, document_schema};
use crate::diag::Diagnostic;
use crate::plan::Plan;
use crate::theme::Theme;
use rayon::prelude::*;

/// Makes the downloads, unless the site leaves them out.
///
/// # Errors
/// If a library refuses what it was given.
pub(super) fn data_files(plan: &Plan<'_>, theme: &Theme) -> Result<Vec<OutputFile>, Diagnostic> {
    let site = plan.register().site();
    let mut outputs = Vec::new();
    if site.outputs.data || site.outputs.twins {
        // The data beside the pages keep to it too.
        let address = format!("{}data/skema.json", site.base_url.as_str());
        let schema = pretty_json(&document_schema(&address));
        outputs.push(("data/skema.json".into(), schema));
    }
    if !site.outputs.data {
        return Ok(outputs);
    }
    let tables: Vec<FlatTable> = Table::ALL
        .into_par_iter()
        .map(|table| FlatTable::new(plan, table))
        .collect();
    outputs.par_extend(tables.par_iter().flat_map_iter(table_files));
    let workbook = workbook::workbook_xlsx(plan, &tables)
        .map_err(|error| library_error("data/jhur.xlsx", &error))?;
    outputs.push(("data/jhur.xlsx".into(), workbook));
    outputs.push(("data/kamus.csv".into(), csv::dictionary_csv(&tables)));
    let package = datapackage::data_package(plan, theme, &tables)?;
    outputs.push(("data/datapackage.json".into(), pretty_json(&package)));
    let dataset = dcat::dcat_dataset(plan, theme, &tables)?;
    outputs.push(("data/dcat.jsonld".into(), pretty_json(&dataset)));
    if plan.has_map() {
        let districts = geojson::districts_geojson(plan);
        outputs.push(("data/kecamatan.geojson".into(), districts));
    }
    Ok(outputs)
}

/// The two files of a table: what spreadsheets open, and every row without loss.
fn table_files(table: &FlatTable) -> [OutputFile; 2] {
    let name = table.name();
    [
        (format!("data/{name}.csv"), flat_table_csv(table)),
        (format!("data/{name}.jsonl"), json_lines(table)),
    ]
}

/// JSON Lines: one row a line, lossless.
fn json_lines(table: &FlatTable) -> Vec<u8> {
    let mut text = String::new();
    for row in &table.rows {
        text.push_str(&row.to_string());
        text.push('\n');
    }
    text.into_bytes()
}
