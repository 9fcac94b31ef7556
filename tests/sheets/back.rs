//! What is exported comes back as it was, and a changed cell changes its field alone.

use super::{book, exported, read};
use crate::common::site::Site;
use crate::common::{repository, tree};
use jhur::diag::messages::Language;
use jhur::editing::RecordFile;
use jhur::editing::workbook::import_sheets;
use jhur::editing::{FormValues, form_schema, rewrite_yaml, to_json};
use jhur::records::Lang;
use jhur::records::schema::FileKind;
use jhur::source::parse_strict;
use jhur::spreadsheet::{Cell, RowCells};
use std::collections::BTreeMap;

#[test]
fn what_is_exported_comes_back_as_it_was() {
    for root in [
        repository(""),
        repository("tests/history"),
        repository("tests/examples/base"),
    ] {
        for language in [Language::Indonesian, Language::English] {
            let (bytes, files) = exported(&root, language);
            assert_eq!(
                bytes,
                exported(&root, language).0,
                "the same records, the same bytes"
            );
            let taken = import_sheets(read("a.xlsx", &bytes).unwrap(), files, Lang::Id);
            assert!(taken.diagnostics.is_empty(), "{:?}", taken.diagnostics);
            assert!(taken.without_row.is_empty(), "{:?}", taken.without_row);
            assert!(taken.files.is_empty(), "{}", root.display());
        }
    }
}

#[test]
fn export_import_export_from_outside() {
    let site = Site::init();
    site.run(&["export", "a.xlsx"]).expect_quiet(0, &[]);
    let before = tree(&site.path("content"));
    site.run(&["import", "a.xlsx", "--write"])
        .expect_quiet(0, &["Tidak ada yang berubah"]);
    assert!(before == tree(&site.path("content")));
    site.run(&["export", "b.xlsx"]).expect(0, &[]);
    let bytes = |name: &str| std::fs::read(site.path(name)).unwrap();
    assert!(bytes("a.xlsx") == bytes("b.xlsx"));
    // What somebody filled in is never written over.
    site.run(&["--lang", "en", "export", "a.xlsx"])
        .expect(2, &["J908"]);
    site.run(&["export", "a.csv"]).expect(2, &[".xlsx"]);
}

/// The columns by which rows are known: changing them makes another row.
const KEYS: [&str; 9] = [
    "Nomor kunjungan",
    "Kunjungan",
    "Kunci",
    "Aspirasi atau pengumuman",
    "Jawaban ke",
    "Tentang",
    "Tanggal",
    "Kabar ke",
    "Sumber 1: kunci",
];

/// Every field of every record of a file, as it is typed.
fn flats(file: &RecordFile) -> BTreeMap<String, String> {
    fn below(
        value: &serde_json::Value,
        at: &str,
        kind: FileKind,
        name: &str,
        found: &mut BTreeMap<String, String>,
    ) {
        let flat: FormValues = form_schema(kind, name).unwrap().to_values(value, Lang::Id);
        found.extend(
            flat.into_iter()
                .map(|(field, text)| (format!("{at}{field}"), text)),
        );
        for (list, name) in [
            ("aspirations", "Aspiration"),
            ("announcements", "Announcement"),
            ("responses", "Response"),
            ("commitments", "Commitment"),
        ] {
            for (n, value) in value
                .get(list)
                .and_then(|list| list.as_array())
                .into_iter()
                .flatten()
                .enumerate()
            {
                below(value, &format!("{at}{list}/{n}/"), kind, name, found);
            }
        }
    }
    let mut found = BTreeMap::new();
    match &file.value {
        serde_json::Value::Array(list) => {
            for (n, value) in list.iter().enumerate() {
                below(
                    value,
                    &format!("{n}/"),
                    FileKind::FollowUps,
                    "FollowUp",
                    &mut found,
                );
            }
        }
        stop => below(stop, "", FileKind::Stop, "Stop", &mut found),
    }
    found
}

#[test]
fn a_changed_cell_changes_its_field_alone() {
    let (bytes, files) = exported(&repository(""), Language::Indonesian);
    let all = read("a.xlsx", &bytes).unwrap();
    let mut cells = Vec::new();
    for (s, sheet) in all
        .iter()
        .enumerate()
        .filter(|(_, s)| !["Petunjuk", "Daftar"].contains(&&*s.name))
    {
        for (row, column) in sheet
            .rows
            .range(2..)
            .flat_map(|(row, cells)| cells.keys().map(move |c| (*row, *c)))
        {
            if !KEYS.contains(&&*sheet.rows[&1][&column].text) {
                cells.push((s, row, column));
            }
        }
    }
    assert!(cells.len() > 1000, "{}", cells.len());
    for (n, (sheet, row, column)) in cells.iter().enumerate().step_by(97) {
        let mut changed = all.clone();
        let cell = changed[*sheet]
            .rows
            .get_mut(row)
            .unwrap()
            .get_mut(column)
            .unwrap();
        let heading = &all[*sheet].rows[&1][column].text;
        // Every third is emptied; in a list, those behind it would move up.
        let is_emptied = n % 3 == 0 && !heading.contains(char::is_numeric);
        cell.text = if is_emptied {
            String::new()
        } else {
            format!("{} #{n}: baru", cell.text)
        };
        let taken = import_sheets(changed, files.clone(), Lang::Id);
        assert!(
            taken.diagnostics.is_empty(),
            "{heading}: {:?}",
            taken.diagnostics
        );
        assert_eq!(taken.files.len(), 1, "{heading}");
        let file = &taken.files[0];
        let text = rewrite_yaml(&file.text, &file.value).unwrap();
        let old = files.iter().find(|old| old.path == file.path).unwrap();
        let (before, after) = (flats(old), flats(file));
        let differ: Vec<&String> = before
            .iter()
            .filter(|(name, text)| after.get(*name) != Some(text))
            .map(|(n, _)| n)
            .collect();
        assert_eq!(differ.len(), 1, "{heading}: {differ:?}");
        assert_eq!(
            to_json(&parse_strict(&text).unwrap()),
            file.value,
            "{heading}"
        );
    }
}

/// Texts that turn against whoever trusts them.
const HOSTILE: [&str; 10] = [
    "=HYPERLINK(\"http://contoh.example\")",
    "+62 bukan nomor",
    "-1+1",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    "\" onmouseover=\"x",
    "]]> &amp; &#0; %x",
    "{{ 7*7 }} {% include %}",
    "baris\n- butir\n  # pagar",
    "_x000D_ _x0041_",
];

#[test]
fn hostile_texts_stay_what_they_are() {
    let site = Site::init();
    let mut rows: Vec<Vec<String>> = vec![
        ["Kunjungan", "Kunci", "Judul", "Isi"]
            .map(str::to_owned)
            .to_vec(),
    ];
    rows.extend(HOSTILE.iter().enumerate().map(|(n, text)| {
        vec![
            "999".into(),
            format!("jahat-{n}"),
            format!("Karangan {n}"),
            (*text).into(),
        ]
    }));
    let rows: Vec<Vec<&str>> = rows
        .iter()
        .map(|row| row.iter().map(String::as_str).collect())
        .collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    site.write("a.xlsx", book(&[("Aspirasi", &rows)]));
    site.run(&["import", "a.xlsx", "--write"]).expect(0, &[]);
    let (bytes, files) = exported(site.root(), Language::Indonesian);
    let all = read("a.xlsx", &bytes).unwrap();
    let texts: Vec<&str> = all
        .iter()
        .flat_map(|s| s.rows.values())
        .flat_map(RowCells::values)
        .map(|c: &Cell| &*c.text)
        .collect();
    for text in HOSTILE {
        assert!(texts.contains(&text), "{text}");
    }
    let taken = import_sheets(all.clone(), files.clone(), Lang::Id);
    assert!(taken.diagnostics.is_empty() && taken.files.is_empty());
    // In any cell whatever, they get a message or become text.
    for (n, sheet) in all.iter().enumerate() {
        let mut changed = all.clone();
        for (text, cell) in HOSTILE.iter().cycle().zip(
            changed[n]
                .rows
                .values_mut()
                .flat_map(|row| row.values_mut()),
        ) {
            cell.text = (*text).to_owned();
        }
        let taken = import_sheets(changed, files.clone(), Lang::Id);
        for file in &taken.files {
            assert!(
                rewrite_yaml(&file.text, &file.value).is_some(),
                "{} {}",
                sheet.name,
                file.path
            );
        }
    }
}

#[test]
fn a_file_in_another_encoding_is_refused_and_not_touched() {
    let site = Site::init();
    let path = site.path("content/stops/999-contoh.yaml");
    let text = std::fs::read_to_string(&path).unwrap();
    let wide = |text: &str| {
        format!("\u{FEFF}{text}")
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<u8>>()
    };
    let rows: [&[&str]; 2] = [&["Nomor kunjungan", "Tempat"], &["999", "Pendopo rekaan"]];
    site.write("a.xlsx", book(&[("Kunjungan", &rows)]));
    let import = || site.run(&["import", "a.xlsx", "--write"]);
    assert_eq!(import().code, 0);
    assert!(
        std::fs::read_to_string(&path)
            .unwrap()
            .contains("Pendopo rekaan")
    );
    for encoded in [&wide as &dyn Fn(&str) -> Vec<u8>, &|text| {
        text.replace('\n', "\r").into_bytes()
    }] {
        std::fs::write(&path, encoded(&text)).unwrap();
        for run in [import(), site.run(&["export", "b.xlsx"])] {
            let place = "content/stops/999-contoh.yaml";
            let says = [
                "[J136]",
                place,
                "pilih pengodean UTF-8",
                "Perbaiki dulu berkas itu",
            ];
            run.expect(1, &says);
        }
        assert!(std::fs::read(&path).unwrap() == encoded(&text));
    }
    let old = [b"# caf\xE9\n", text.as_bytes()].concat();
    let half = [wide(&text), vec![0]].concat();
    for broken in [old, half] {
        std::fs::write(&path, &broken).unwrap();
        for run in [import(), site.run(&["export", "b.xlsx"])] {
            let place = "--> content/stops/999-contoh.yaml";
            run.expect(1, &["[J102]", place, "Perbaiki dulu berkas itu"]);
        }
        assert!(std::fs::read(&path).unwrap() == broken);
    }
}
