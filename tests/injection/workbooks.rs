//! Every cell of a workbook is a text, and says all of it; what is exported comes back.

use super::filling::{Filling, one, picture};
use super::strings::{CELLS, Words};
use super::{
    AS_OF, HOSTILE, TURNS, WITHOUT_CARDS_AND_SEARCH, built, formats, run, with_outputs,
    write_records,
};
use crate::common::tree;
use jhur::records::Day;
use regex::Regex;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use tempfile::TempDir;

/// What a cell of a published table has to say, by the row as JSON and the name of the column.
fn expected_cell(row: &Value, column: &str) -> Option<String> {
    let (value, lang) = match column
        .strip_suffix("_en")
        .filter(|_| row.get(column).is_none())
    {
        Some(column) => (row.get(column)?, "en"),
        None => (row.get(column)?, "id"),
    };
    let in_language = |words: &Value| {
        let any = || words.as_object()?.values().next().filter(|_| lang == "id");
        words.get(lang).or_else(any)?.as_str().map(str::to_owned)
    };
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Object(_) => in_language(value),
        Value::Array(list) => Some(
            list.iter()
                .filter_map(in_language)
                .collect::<Vec<_>>()
                .join(" | "),
        ),
        _ => None,
    }
    .filter(|text| !text.is_empty())
}

/// A text as it is in a cell: what looks like XML of a rich text gets a space behind it, for the library that writes workbooks
/// would take it for one.
fn as_cell(text: String) -> String {
    if text.starts_with("<r>") && text.ends_with("</r>") {
        text + " "
    } else {
        text
    }
}

/// The texts in the records of stops and follow-ups that were put there.
fn typed_texts(folder: &Path) -> BTreeSet<String> {
    fn walk(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::String(text) => drop(found.insert(text.clone())),
            Value::Array(list) => list.iter().for_each(|value| walk(value, found)),
            Value::Object(map) => map.values().for_each(|value| walk(value, found)),
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    for (path, bytes) in tree(&folder.join("content")) {
        if path.starts_with("stops/") || path.starts_with("follow-ups/") {
            let text = String::from_utf8(bytes).unwrap();
            walk(
                &jhur::editing::to_json(&jhur::source::parse_strict(&text).unwrap()),
                &mut found,
            );
        }
    }
    let mark = Regex::new(r"m\d+x\d+b").unwrap();
    found.retain(|text| mark.is_match(text) || CELLS.contains(&&**text));
    found
}

#[test]
fn every_cell_of_a_workbook_is_a_text_that_says_all_of_it() {
    let own = built(
        &Filling::new(CELLS.iter().map(|typed| Words { typed, shown: None })),
        TURNS,
    );
    for folder in [own.path(), HOSTILE.path()] {
        let data = folder.join("public/data");
        let mut count = 0;
        for (table, rows) in
            formats::workbook("jhur.xlsx", &std::fs::read(data.join("jhur.xlsx")).unwrap())
        {
            // It has no rows of records.
            if table == "kamus" {
                continue;
            }
            let lines = std::fs::read_to_string(data.join(format!("{table}.jsonl"))).unwrap();
            for (n, line) in (2..).zip(lines.lines()) {
                let row: Value = serde_json::from_str(line).unwrap();
                for (at, column) in &rows[&1] {
                    let cell = rows.get(&n).and_then(|row| row.get(at)).cloned();
                    let expected = expected_cell(&row, column)
                        .filter(|text| cell.is_some() || Day::parse(text).is_none());
                    assert_eq!(cell, expected.map(as_cell), "{table} {n} {column}");
                    count += usize::from(cell.is_some());
                }
            }
        }
        assert!(count > 500, "{count}");
        let exported = TempDir::new().unwrap();
        let file = exported.path().join("a.xlsx");
        run(folder, &["export", &file.to_string_lossy()], AS_OF).expect(0, &[]);
        let sheets = formats::workbook("a.xlsx", &std::fs::read(&file).unwrap());
        let cells: BTreeSet<&String> = sheets
            .values()
            .flat_map(BTreeMap::values)
            .flat_map(BTreeMap::values)
            .collect();
        for text in &typed_texts(folder) {
            assert!(cells.contains(&as_cell(text.clone())), "{text:?}");
        }
        let import = run(folder, &["import", &file.to_string_lossy()], AS_OF);
        import.expect_quiet(0, &[]);
    }
}

/// More than a cell takes is cut where it is read, and refused where it is to come back.
#[test]
fn what_no_cell_takes_is_cut_or_refused() {
    let long = "𝕁".repeat(20_000);
    let root = TempDir::new().unwrap();
    let mut files = one(false, &mut |field| {
        (field.name == "Aspiration.text").then(|| long.as_str().into())
    });
    files.insert("media/rekaan.png".into(), picture());
    write_records(root.path(), &with_outputs(files, WITHOUT_CARDS_AND_SEARCH));
    run(root.path(), &["build"], AS_OF).expect(0, &[]);
    let book = formats::workbook(
        "jhur.xlsx",
        &std::fs::read(root.path().join("public/data/jhur.xlsx")).unwrap(),
    );
    let cells = book["aspirasi"].values().flat_map(BTreeMap::values);
    let cut: Vec<&String> = cells.filter(|text| text.starts_with('𝕁')).collect();
    assert!(!cut.is_empty());
    for text in cut {
        assert!(
            text.ends_with("𝕁 […]") && (32_766..=32_767).contains(&text.encode_utf16().count())
        );
    }
    let export = run(root.path(), &["export", "a.xlsx"], AS_OF);
    export.expect(1, &["J135", "Aspirations!"]);
    assert!(!root.path().join("a.xlsx").exists());
}
