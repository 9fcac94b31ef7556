//! `datapackage.json` (Frictionless): the CSV files with their columns, types, keys, licence and
//! sources.

use super::flat_table::{FlatColumn, FlatTable};
use crate::data::{ColumnType, FORMAT_VERSION};
use crate::diag::Diagnostic;
use crate::diag::messages::Messages;
use crate::outputs::context::text_in;
use crate::plan::Plan;
use crate::theme::{Localizer, Theme};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The package; paths are relative to its own place.
pub(super) fn data_package(
    plan: &Plan<'_>,
    theme: &Theme,
    tables: &[FlatTable],
) -> Result<Value, Diagnostic> {
    let register = plan.register();
    let (site, main) = (register.site(), register.main_language());
    let localizer = theme.localizer(main);
    let messages = Messages::built_in(main.program_language());
    let mut publishers: BTreeSet<&str> = BTreeSet::new();
    for (_, stop) in register.stops() {
        publishers.extend(stop.sources.iter().map(|source| source.publisher.as_str()));
    }
    for (_, follow_up) in register.follow_ups() {
        publishers.extend(
            follow_up
                .sources
                .iter()
                .map(|source| source.publisher.as_str()),
        );
    }
    let sources = publishers
        .into_iter()
        .map(|title| json!({ "title": title }));
    let mut licence = json!({ "name": site.licence.as_str() });
    if let Some(url) = site.licence_url() {
        licence["path"] = url.into();
    }
    let publisher = text_in(plan, &site.publisher, main);
    let description = localizer.message("data-intro", &[])?;
    let resources = tables
        .iter()
        .map(|table| table_resource(table, localizer, &messages))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(json!({
        "profile": "tabular-data-package",
        "name": "jhur",
        "id": site.base_url.as_str(),
        "title": text_in(plan, &site.title, main),
        "description": description,
        "homepage": site.base_url.as_str(),
        "version": format!("{FORMAT_VERSION}.0.0"),
        // The day, not the moment of the build: the same records give the same bytes.
        "created": format!("{}T00:00:00Z", register.recorded_until()),
        "licenses": [licence],
        "contributors": [{ "title": publisher, "role": "publisher" }],
        "sources": sources.collect::<Vec<_>>(),
        "resources": resources,
    }))
}

/// A table's CSV file as a resource of the package.
fn table_resource(
    table: &FlatTable,
    localizer: Localizer<'_>,
    messages: &Messages,
) -> Result<Value, Diagnostic> {
    let name = table.name();
    let (mut fields, mut primary, mut foreign) = (Vec::new(), Vec::new(), Vec::new());
    for field in &table.columns {
        fields.push(field_descriptor(field, messages));
        if field.column.in_primary_key {
            primary.push(field.name.as_str());
        }
        if let Some(key) = &field.column.foreign_key {
            // A table that points at itself is named by nothing.
            let resource = if key.table == name { "" } else { &key.table };
            let reference = json!({ "resource": resource, "fields": [key.column] });
            foreign.push(json!({ "fields": [field.name], "reference": reference }));
        }
    }
    for key in table.table.compound_keys() {
        let reference = json!({ "resource": key.table.name(), "fields": key.other_columns });
        foreign.push(json!({ "fields": key.columns, "reference": reference }));
    }
    Ok(json!({
        "name": name,
        "path": format!("{name}.csv"),
        "title": localizer.message(&format!("table-{name}"), &[])?,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": fields,
            "primaryKey": primary,
            "foreignKeys": foreign,
            "missingValues": [""],
        },
    }))
}

/// A column as Table Schema describes fields: its type, and what every value of it keeps to.
fn field_descriptor(field: &FlatColumn, messages: &Messages) -> Value {
    let column = &field.column;
    let kind = match column.column_type {
        // Addresses may have letters beyond ASCII, which the format `uri` has not.
        ColumnType::Text
        | ColumnType::Url
        | ColumnType::Translated
        | ColumnType::List
        | ColumnType::TranslatedList => "string",
        ColumnType::Integer => "integer",
        ColumnType::Boolean => "boolean",
        ColumnType::Date => "date",
    };
    let mut constraints = serde_json::Map::new();
    // An empty list is an empty cell, even where the list is required.
    if !column.optional && column.column_type != ColumnType::TranslatedList {
        constraints.insert("required".into(), true.into());
    }
    if column.column_type == ColumnType::Text && !column.allowed_values.is_empty() {
        constraints.insert("enum".into(), column.allowed_values.clone().into());
    }
    let mut descriptor = json!({
        "name": field.name,
        "type": kind,
        "format": "default",
        "title": field.heading(messages),
        "description": field.description(messages),
        "constraints": constraints,
    });
    if let Some(unit) = &column.unit {
        descriptor["unit"] = unit.as_str().into();
    }
    descriptor
}
