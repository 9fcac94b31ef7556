//! `datapackage.json` (Frictionless): the CSV files with their columns, types, keys, licence and
//! sources.

use super::flat_table::{FlatColumn, FlatTable};
use crate::data::{ColumnType, FORMAT_VERSION, Table};
use crate::diag::Diagnostic;
use crate::diag::messages::Messages;
use crate::plan::Plan;
use crate::theme::Theme;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The package; paths are relative to its own place.
pub(super) fn data_package(
    plan: &Plan<'_>,
    theme: &Theme,
    sheets: &[FlatTable],
) -> Result<Value, Diagnostic> {
    let register = plan.register();
    let (site, main) = (register.site(), register.main_language());
    let localizer = theme.localizer(main);
    let messages = Messages::built_in(main.program_language());
    let publishers: BTreeSet<&str> = register
        .stops()
        .flat_map(|(_, s)| s.sources.iter().copied())
        .chain(
            register
                .follow_ups()
                .flat_map(|(_, n)| n.sources.iter().copied()),
        )
        .map(|source| source.publisher.as_str())
        .collect();
    let resource = |sheet: &FlatTable| -> Result<Value, Diagnostic> {
        let name = sheet.table.name();
        let primary: Vec<&str> = sheet
            .columns
            .iter()
            .filter(|f| f.column.in_primary_key)
            .map(|f| f.name.as_str())
            .collect();
        let foreign = |field: &FlatColumn| {
            let refers = field.column.foreign_key.as_ref()?;
            // A table that points at itself is named by nothing.
            let resource = if refers.table == name {
                ""
            } else {
                &refers.table
            };
            Some(
                json!({ "fields": [field.name], "reference": { "resource": resource, "fields": [refers.column] } }),
            )
        };
        Ok(json!({
            "name": name,
            "path": format!("{name}.csv"),
            "title": localizer.message(&format!("table-{name}"), &[])?,
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {
                "fields": sheet.columns.iter().map(|f| field_descriptor(f, &messages)).collect::<Vec<_>>(),
                "primaryKey": primary,
                "foreignKeys": sheet.columns.iter().filter_map(foreign).chain(response_foreign_key(sheet)).collect::<Vec<_>>(),
                "missingValues": [""],
            },
        }))
    };
    let mut licence = json!({ "name": site.licence.as_str() });
    if let Some(url) = site.licence_url() {
        licence["path"] = url.into();
    }
    let resources: Result<Vec<Value>, Diagnostic> = sheets.iter().map(resource).collect();
    Ok(json!({
        "profile": "tabular-data-package",
        "name": "jhur",
        "id": site.base_url.as_str(),
        "title": site.title.in_language(main, main).0,
        "description": localizer.message("data-intro", &[])?,
        "homepage": site.base_url.as_str(),
        "version": format!("{FORMAT_VERSION}.0.0"),
        "created": format!("{}T00:00:00Z", register.day()),
        "licenses": [licence],
        "contributors": [{ "title": site.publisher.in_language(main, main).0, "role": "publisher" }],
        "sources": publishers.into_iter().map(|title| json!({ "title": title })).collect::<Vec<_>>(),
        "resources": resources?,
    }))
}

/// The response in which a commitment was made, which two columns name together.
fn response_foreign_key(sheet: &FlatTable) -> Option<Value> {
    let fields = ["aspiration", "response"];
    let reference = json!({ "resource": Table::Responses.name(), "fields": fields });
    (sheet.table == Table::Commitments).then(|| json!({ "fields": fields, "reference": reference }))
}

fn field_descriptor(field: &FlatColumn, messages: &Messages) -> Value {
    let column = &field.column;
    let (kind, format) = match column.column_type {
        // Addresses may have letters beyond ASCII, which `uri` has not.
        ColumnType::Text
        | ColumnType::Url
        | ColumnType::Translated
        | ColumnType::List
        | ColumnType::TranslatedList => ("string", "default"),
        ColumnType::Integer => ("integer", "default"),
        ColumnType::Boolean => ("boolean", "default"),
        ColumnType::Date => ("date", "default"),
    };
    let mut constraints = serde_json::Map::new();
    if !column.optional
        && !matches!(
            column.column_type,
            ColumnType::List | ColumnType::TranslatedList
        )
    {
        constraints.insert("required".into(), true.into());
    }
    if column.column_type == ColumnType::Text && !column.allowed_values.is_empty() {
        constraints.insert("enum".into(), column.allowed_values.clone().into());
    }
    let mut described = json!({
        "name": field.name,
        "type": kind,
        "format": format,
        "title": field.heading(messages),
        "description": field.description(messages),
        "constraints": constraints,
    });
    if let Some(unit) = &column.unit {
        described["unit"] = unit.as_str().into();
    }
    described
}
