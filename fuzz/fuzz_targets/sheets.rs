//! A spreadsheet held against the records of a made-up site. The first line is a file's name, and behind it stands what is in it: of
//! `Sumber.xlsx` the XML of its sheet `Sumber`, of its shared texts and of its styles, with a zero byte between them; of an .ods file
//! the XML of its content; of a .csv file its text; of any other the bytes.
#![no_main]

use jhur::diag::{Diagnostic, SourceMap};
use jhur::editing::workbook::{ImportResult, RecordFile, import_sheets, record_files};
use jhur::editing::{rewrite_yaml, to_json};
use jhur::records::{Day, Lang};
use jhur::source::{Overrides, parse_strict};
use jhur::spreadsheet::{Sheet, read_spreadsheet};
use jhur_fuzz::render_all;
use libfuzzer_sys::fuzz_target;
use std::collections::BTreeSet;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use zip::write::SimpleFileOptions;

/// The made-up site; nothing is written there.
static ROOT: LazyLock<PathBuf> = LazyLock::new(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/sites/riwayat"));
static FILES: LazyLock<Vec<RecordFile>> = LazyLock::new(|| {
    let loaded = jhur::source::load(&ROOT).expect("the site");
    record_files(&loaded).expect("whole files")
});
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("jhur-fuzz-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
});

fuzz_target!(|data: &[u8]| {
    let end = data.iter().position(|byte| *byte == b'\n').unwrap_or(data.len());
    let (name, rest) = (String::from_utf8_lossy(&data[..end]), data.get(end + 1..).unwrap_or_default());
    let all = match read(&name, rest) {
        Ok(all) => all,
        Err(error) => return render_all(&[error], &SourceMap::default()),
    };
    let names: BTreeSet<&str> = all.iter().map(|sheet| &*sheet.name).collect();
    let imported = import_sheets(all.clone(), FILES.clone(), Lang::Id);
    let mut files = SourceMap::default();
    let diagnostics: Vec<Diagnostic> = imported.diagnostics.iter().cloned().map(|found| found.into_diagnostic(&mut files)).collect();
    for diagnostic in &diagnostics {
        let place = diagnostic.span.and_then(|span| files.get(span.file)).expect("a place");
        assert!(is_cell(&place.path, &names), "{:?}", place.path);
    }
    render_all(&diagnostics, &files);
    if !diagnostics.iter().any(Diagnostic::is_error) {
        check_imported(&imported);
        // The same sheet again changes nothing.
        let mut done = FILES.clone();
        for file in imported.files {
            done.retain(|old| old.path != file.path);
            done.push(file);
        }
        let again = import_sheets(all, done, Lang::Id);
        assert!(again.diagnostics.iter().all(|found| !found.diagnostic.is_error()), "{:?}", again.diagnostics);
        let changed: Vec<_> = again.files.iter().map(|file| (&file.path, &file.value)).collect();
        assert!(changed.is_empty(), "{changed:?}");
    }
});

/// The sheets of a file that holds this.
fn read(name: &str, rest: &[u8]) -> Result<Vec<Sheet>, Diagnostic> {
    let stem = name.split(['.', '/', '\\', '\0']).next().unwrap_or_default();
    let stem: String = stem.chars().filter(|c| c.is_alphanumeric() || *c == ' ').take(40).collect();
    let (bytes, end) = match name.rsplit('.').next() {
        Some("xlsx") => (xlsx(&stem, rest), "xlsx"),
        Some("ods") => (zipped(&[("mimetype", b"x"), ("content.xml", rest)]), "ods"),
        Some("csv") => (rest.to_vec(), "csv"),
        _ => (rest.to_vec(), "bin"),
    };
    let path = FOLDER.join(format!("{stem}.{end}"));
    std::fs::write(&path, bytes).expect("a file");
    let found = read_spreadsheet(&path);
    std::fs::remove_file(&path).expect("no file");
    found
}

/// What was imported has the value that it was to have; what the rules find in it is at a cell or in a file.
fn check_imported(imported: &ImportResult) {
    let mut texts = Overrides::new();
    for file in &imported.files {
        if let Some(text) = rewrite_yaml(&file.text, &file.value) {
            assert_eq!(to_json(&parse_strict(&text).expect("whole YAML")), file.value);
            texts.insert(file.path.clone(), text);
        }
    }
    if !texts.is_empty() {
        let day = Day::parse("2023-06-30").expect("a day");
        let outcome = jhur::check_with_overrides(&ROOT, jhur::checks::AsOf::Chosen(day), &texts);
        let mut files = outcome.files;
        let placed = imported.cell_map.relocate(outcome.diagnostics, &mut files);
        render_all(&placed, &files);
    }
}

/// `Aspirasi!C14`, or a sheet as a whole.
fn is_cell(path: &str, names: &BTreeSet<&str>) -> bool {
    let is_address = |cell: &str| {
        let row = cell.trim_start_matches(|c: char| c.is_ascii_uppercase());
        row.len() < cell.len() && row.parse::<u32>().is_ok_and(|row| row > 0)
    };
    names.contains(path) || path.rsplit_once('!').is_some_and(|(name, cell)| names.contains(name) && is_address(cell))
}

fn xlsx(name: &str, rest: &[u8]) -> Vec<u8> {
    let mut parts = rest.split(|byte| *byte == 0);
    let mut part = || parts.next().unwrap_or_default();
    let relation =
        |kind: &str, target: &str| format!("<Relationship Id=\"{kind}\" Type=\"/{kind}\" Target=\"{target}\"/>");
    let relations = |all: &[(&str, &str)]| {
        let all: String = all.iter().map(|(kind, target)| relation(kind, target)).collect();
        format!("<Relationships>{all}</Relationships>")
    };
    let book = format!("<workbook><sheets><sheet name=\"{name}\" id=\"worksheet\"/></sheets></workbook>");
    zipped(&[
        ("_rels/.rels", relations(&[("officeDocument", "xl/workbook.xml")]).as_bytes()),
        (
            "xl/_rels/workbook.xml.rels",
            relations(&[("worksheet", "sheet.xml"), ("sharedStrings", "strings.xml"), ("styles", "styles.xml")])
                .as_bytes(),
        ),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/sheet.xml", part()),
        ("xl/strings.xml", part()),
        ("xl/styles.xml", part()),
    ])
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in parts {
        zip.start_file(*name, plain).expect("a part");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("a ZIP file").into_inner()
}
