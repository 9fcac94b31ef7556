//! Spreadsheets there and back: what is exported comes back as it was, a changed cell changes its field alone, and whatever a file
//! holds gets a message or is read right. All records that are not from content/ are made up.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test that cannot go on has failed"
)]

mod common;

use jhur::diag::words::{Language, Words};
use jhur::edit::{Flat, record, rewrite, value};
use jhur::records::Lang;
use jhur::records::schema::Kind;
use jhur::sheets::{Order, Original, originals, take, workbook};
use jhur::source::sheet::{Cell, Row, Sheet, sheets};
use jhur::source::whole;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

/// What a run came to.
struct Run {
    code: i32,
    out: String,
    err: String,
}

fn jhur(root: &Path, args: &[&str]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jhur"));
    for name in ["SOURCE_DATE_EPOCH", "JHUR_LANG", "VISUAL", "EDITOR", "COLUMNS"] {
        command.env_remove(name);
    }
    let output = command.args(args).current_dir(root).stdin(Stdio::null()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A new site in a folder of its own.
fn site() -> TempDir {
    let dir = TempDir::new().unwrap();
    assert_eq!(jhur(dir.path(), &["init", "."]).code, 0);
    dir
}

/// The workbook of a site, and the files from which it was made.
fn exported(root: &Path, language: Language) -> (Vec<u8>, Vec<Original>) {
    let loaded = jhur::source::load(root).unwrap();
    let files = originals(&loaded.files).unwrap();
    let langs: Vec<Lang> = loaded.records.site.as_ref().unwrap().languages.iter().map(|lang| lang.value).collect();
    let words = Words::program(language);
    let order = Order { files: &files, records: &loaded.records, langs: &langs, words: &words };
    (workbook(order).unwrap(), files)
}

/// The sheets of a file's bytes.
fn read(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, String> {
    let dir = TempDir::new().unwrap();
    let path = dir.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    sheets(&path).map_err(|fault| fault.args.iter().find(|(name, _)| *name == "case").unwrap().1.clone())
}

#[test]
fn what_is_exported_comes_back_as_it_was() {
    for root in [repository(""), repository("tests/history"), repository("tests/examples/base")] {
        for language in [Language::Indonesian, Language::English] {
            let (bytes, files) = exported(&root, language);
            assert_eq!(bytes, exported(&root, language).0, "the same records, the same bytes");
            let taken = take(read("a.xlsx", &bytes).unwrap(), files, Lang::Id);
            assert!(taken.faults.is_empty(), "{:?}", taken.faults);
            assert!(taken.kept.is_empty(), "{:?}", taken.kept);
            assert!(taken.files.is_empty(), "{}", root.display());
        }
    }
}

#[test]
fn export_import_export_from_outside() {
    let dir = site();
    let first = jhur(dir.path(), &["export", "a.xlsx"]);
    assert_eq!((first.code, first.out.as_str()), (0, ""), "{}", first.err);
    let before = common::tree(&dir.path().join("content"));
    let back = jhur(dir.path(), &["import", "a.xlsx", "--write"]);
    assert_eq!((back.code, back.out.as_str()), (0, ""), "{}", back.err);
    assert!(back.err.contains("Tidak ada yang berubah"), "{}", back.err);
    assert!(before == common::tree(&dir.path().join("content")));
    assert_eq!(jhur(dir.path(), &["export", "b.xlsx"]).code, 0);
    let bytes = |name: &str| std::fs::read(dir.path().join(name)).unwrap();
    assert!(bytes("a.xlsx") == bytes("b.xlsx"));
    // What somebody filled in is never written over.
    let again = jhur(dir.path(), &["--lang", "en", "export", "a.xlsx"]);
    assert_eq!(again.code, 2, "{}", again.err);
    assert!(again.err.contains("J908"), "{}", again.err);
    assert!(jhur(dir.path(), &["export", "a.csv"]).err.contains(".xlsx"));
}

/// The columns by which rows are known: changing them makes another row.
const KEYS: [&str; 9] = [
    "Nomor perhentian",
    "Perhentian",
    "Kunci",
    "Aspirasi atau pengumuman",
    "Jawaban ke",
    "Tentang",
    "Tanggal",
    "Tindak lanjut ke",
    "Sumber 1: kunci",
];

/// Every field of every record of a file, as it is typed.
fn flats(file: &Original) -> BTreeMap<String, String> {
    fn below(value: &serde_json::Value, at: &str, kind: Kind, name: &str, found: &mut BTreeMap<String, String>) {
        let flat: Flat = record(kind, name).unwrap().flat(value, Lang::Id);
        found.extend(flat.into_iter().map(|(field, text)| (format!("{at}{field}"), text)));
        for (list, name) in [
            ("aspirations", "Aspiration"),
            ("announcements", "Announcement"),
            ("responses", "Response"),
            ("commitments", "Commitment"),
        ] {
            for (n, value) in value.get(list).and_then(|list| list.as_array()).into_iter().flatten().enumerate() {
                below(value, &format!("{at}{list}/{n}/"), kind, name, found);
            }
        }
    }
    let mut found = BTreeMap::new();
    match &file.value {
        serde_json::Value::Array(list) => {
            for (n, value) in list.iter().enumerate() {
                below(value, &format!("{n}/"), Kind::FollowUps, "FollowUp", &mut found);
            }
        }
        stop => below(stop, "", Kind::Stop, "Stop", &mut found),
    }
    found
}

#[test]
fn a_changed_cell_changes_its_field_alone() {
    let (bytes, files) = exported(&repository(""), Language::Indonesian);
    let all = read("a.xlsx", &bytes).unwrap();
    let mut cells = Vec::new();
    for (s, sheet) in all.iter().enumerate().filter(|(_, s)| !["Petunjuk", "Daftar"].contains(&&*s.name)) {
        for (row, column) in sheet.rows.range(2..).flat_map(|(row, cells)| cells.keys().map(move |c| (*row, *c))) {
            if !KEYS.contains(&&*sheet.rows[&1][&column].text) {
                cells.push((s, row, column));
            }
        }
    }
    assert!(cells.len() > 1000, "{}", cells.len());
    for (n, (sheet, row, column)) in cells.iter().enumerate().step_by(97) {
        let mut changed = all.clone();
        let cell = changed[*sheet].rows.get_mut(row).unwrap().get_mut(column).unwrap();
        let heading = &all[*sheet].rows[&1][column].text;
        // Every third is emptied; in a list, those behind it would move up.
        let is_emptied = n % 3 == 0 && !heading.contains(char::is_numeric);
        cell.text = if is_emptied { String::new() } else { format!("{} #{n}: baru", cell.text) };
        let taken = take(changed, files.clone(), Lang::Id);
        assert!(taken.faults.is_empty(), "{heading}: {:?}", taken.faults);
        assert_eq!(taken.files.len(), 1, "{heading}");
        let file = &taken.files[0];
        let text = rewrite(&file.text, &file.value).unwrap();
        let old = files.iter().find(|old| old.path == file.path).unwrap();
        let (before, after) = (flats(old), flats(file));
        let differ: Vec<&String> =
            before.iter().filter(|(name, text)| after.get(*name) != Some(text)).map(|(n, _)| n).collect();
        assert_eq!(differ.len(), 1, "{heading}: {differ:?}");
        assert_eq!(value(&whole(&text).unwrap()), file.value, "{heading}");
    }
}

/// A workbook of texts: names of sheets, and their rows.
fn book(pages: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, rows) in pages {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        for (r, row) in (0..).zip(*rows) {
            for (c, text) in (0..).zip(*row).filter(|(_, text)| !text.is_empty()) {
                sheet.write_string(r, c, *text).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// What the office types first, with mistakes: the made-up stop, its source, two aspirations, a promise.
const STOPS: [&[&str]; 2] =
    [&["Nomor perhentian", "Kecamatan", "Tanggal", "Tempat"], &["7", "Ambulu", "25/03/2022", "Pendopo"]];
const SOURCES: [&[&str]; 2] =
    [&["Perhentian", "Kunci", "Penerbit", "Jenis"], &["7", "notula", "Humas rekaan", "document"]];
const ASPIRATIONS: [&[&str]; 3] = [
    &["Perhentian", "Kunci", "Judul", "Topik", "Isi", "Kunci sumber"],
    &["7", "jalan-rusak", "Jalan dusun rekaan", "jalan, desa", "=1+1 bukan rumus", "notula"],
    &["7", "air-bersih", "", "irigasi", "Minta saluran rekaan", "notulen"],
];
const RESPONSES: [&[&str]; 2] = [
    &["Perhentian", "Aspirasi atau pengumuman", "Jawaban ke", "OPD", "Jenis jawaban", "Isi"],
    &["7", "jalan-rusak", "", "dinas-koperasi", "promised", "Akan dikerjakan"],
];

#[test]
fn from_nothing_to_a_site_by_the_spreadsheet_alone() {
    let dir = site();
    let root = dir.path();
    assert_eq!(jhur(root, &["export", "kosong.xlsx"]).code, 0);
    let before = common::tree(&root.join("content"));
    let pages: [(&str, &[&[&str]]); 4] =
        [("Perhentian", &STOPS), ("Sumber", &SOURCES), ("Aspirasi", &ASPIRATIONS), ("Jawaban", &RESPONSES)];
    std::fs::write(root.join("isi.xlsx"), book(&pages)).unwrap();
    let wrong = jhur(root, &["import", "isi.xlsx", "--write"]);
    assert_eq!((wrong.code, wrong.out.as_str()), (1, ""), "{}", wrong.err);
    for says in [
        "[J208]: Perhentian!C2",
        "2022-03-25",
        "[J207]: Perhentian!B2",
        "[J135]: Aspirasi!C3: kolom `Judul` wajib diisi",
        "Kunci: air-bersih",
        "Tidak ada yang ditulis",
    ] {
        assert!(wrong.err.contains(says), "{says}:\n{}", wrong.err);
    }
    assert!(!wrong.err.contains(".yaml:"), "{}", wrong.err);
    assert!(before == common::tree(&root.join("content")), "nothing is written");
    // Mended, the rules have more to say.
    let mut stops = STOPS;
    stops[1] = &["7", "ambulu", "2022-03-25", "Pendopo"];
    let mut aspirations = ASPIRATIONS;
    aspirations[2] = &["7", "air-bersih", "Saluran rekaan", "irigasi", "Minta saluran rekaan", "notulen"];
    let pages: [(&str, &[&[&str]]); 4] =
        [("Perhentian", &stops), ("Sumber", &SOURCES), ("Aspirasi", &aspirations), ("Jawaban", &RESPONSES)];
    std::fs::write(root.join("isi.xlsx"), book(&pages)).unwrap();
    let wrong = jhur(root, &["--lang", "en", "import", "isi.xlsx", "--write"]);
    assert_eq!(wrong.code, 1, "{}", wrong.err);
    for says in ["[J307]: Aspirasi!F3", "notula", "[J501]: Jawaban!", "Nothing was written"] {
        assert!(wrong.err.contains(says), "{says}:\n{}", wrong.err);
    }
    // All right.
    aspirations[2] = &["7", "air-bersih", "Saluran rekaan", "irigasi", "Minta saluran rekaan", "notula"];
    let commitments: [&[&str]; 2] = [
        &["Perhentian", "Aspirasi atau pengumuman", "Kunci", "Isi", "Tenggat: paling lambat"],
        &["7", "jalan-rusak", "tambal", "Menambal jalan rekaan", "2022"],
    ];
    let news: [&[&str]; 2] = [
        &["Tentang", "Tanggal", "Status", "Isi", "Sumber 1: penerbit", "Sumber 1: jenis"],
        &["7/jalan-rusak/tambal", "2022-06-01", "in-progress", "Mulai ditambal (rekaan)", "Humas rekaan", "office"],
    ];
    let pages: [(&str, &[&[&str]]); 6] = [
        ("Perhentian", &stops),
        ("Sumber", &SOURCES),
        ("Aspirasi", &aspirations),
        ("Jawaban", &RESPONSES),
        ("Komitmen", &commitments),
        ("Tindak lanjut", &news),
    ];
    std::fs::write(root.join("isi.xlsx"), book(&pages)).unwrap();
    let would = jhur(root, &["import", "isi.xlsx"]);
    assert_eq!(would.code, 0, "{}", would.err);
    for says in [
        "content/stops/007-ambulu.yaml (baru)",
        "content/follow-ups/2022-06.yaml (baru)",
        "+ number: 7",
        "=1+1 bukan rumus",
    ] {
        assert!(would.out.contains(says), "{says}:\n{}", would.out);
    }
    assert!(would.err.contains("--write") && would.err.contains("999"), "{}", would.err);
    assert!(before == common::tree(&root.join("content")), "without --write nothing is written");
    let done = jhur(root, &["import", "isi.xlsx", "--write"]);
    assert_eq!(done.code, 0, "{}", done.err);
    let again = jhur(root, &["import", "isi.xlsx", "--write"]);
    assert!(again.out.is_empty() && again.err.contains("Tidak ada yang berubah"), "{}{}", again.out, again.err);
    let built = jhur(root, &["build"]);
    assert_eq!(built.code, 0, "{}", built.err);
    let page = std::fs::read_to_string(root.join("public/7/jalan-rusak/index.html")).unwrap();
    assert!(page.contains("Menambal jalan rekaan") && page.contains("Mulai ditambal (rekaan)"));
    assert!(root.join("public/7/air-bersih/index.html").exists());
}

#[test]
fn rows_that_name_nothing_are_led_to_their_cell() {
    let head: &[&str] = &["Perhentian", "Aspirasi atau pengumuman", "Jawaban ke", "Jenis jawaban", "Isi"];
    let aspirations: &[&str] = &["Perhentian", "Kunci", "Judul", "Isi"];
    let new: &[&str] = &["3", "baru", "Judul", "Isi"];
    for (name, rows, says) in [
        ("Jawaban", &[head, &["", "studi-banding", "1", "declined", "Tidak"]][..], "[J134]: Jawaban!A2"),
        (
            "Jawaban",
            &[head, &["999", "studi-bandin", "1", "declined", "Tidak"]],
            "[J134]: Jawaban!B2: 999/studi-bandin ",
        ),
        ("Jawaban", &[head, &["999", "studi-banding", "", "declined", "Lain"]], "[J134]: Jawaban!C2: number 1"),
        ("Jawaban", &[head, &["999", "studi-banding", "9", "declined", "Lain"]], "the next is 2"),
        ("Aspirasi", &[aspirations, new, new], "[J134]: Aspirasi!B3"),
        ("Aspirasi", &[&["Perhentian", "Kunci", "Judull"], &["999", "studi-banding", "x"]], "Did you mean judul"),
        ("Aspirasi", &[&["Perhentian", "Kunci", "Isi", "Isi"], &["999", "x"]], "[J133]: Aspirasi!D1"),
        ("Aspirasi", &[&["Perhentian", "Kunci", ""], &["999", "x", "stray"]], "[J133]: Aspirasi!C2"),
        ("Aspirasi", &[&["Kunci", "Judul"], &["999", "x"]], "Aspirasi: the column `Perhentian / Stop`"),
    ] {
        let dir = site();
        std::fs::write(dir.path().join("a.xlsx"), book(&[(name, rows)])).unwrap();
        let run = jhur(dir.path(), &["--lang", "en", "import", "a.xlsx", "--write"]);
        assert_eq!(run.code, 1, "{says}: {}", run.err);
        assert!(run.err.contains(says), "{says}:\n{}", run.err);
    }
}

#[test]
fn days_numbers_and_doubtful_cells() {
    let mut made = Workbook::new();
    let sheet = made.add_worksheet().set_name("Perhentian").unwrap();
    for (column, heading) in (0..).zip(["Nomor perhentian", "Tanggal", "Kecamatan", "Ringkasan"]) {
        sheet.write_string(0, column, heading).unwrap();
    }
    let date = Format::new().set_num_format("dd/mm/yyyy");
    sheet.write_number(1, 0, 8).unwrap();
    sheet.write_datetime_with_format(1, 1, ExcelDateTime::from_ymd(2022, 3, 18).unwrap(), &date).unwrap();
    sheet.write_formula(1, 2, Formula::new("=\"ambulu\"").set_result("ambulu")).unwrap();
    sheet.write_string(1, 3, "_x0041_ & <b>\r\nbaris").unwrap();
    sheet.write_formula(2, 2, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.merge_range(3, 0, 4, 0, "9", &Format::new()).unwrap();
    sheet.write_string(4, 2, "ambulu").unwrap();
    sheet.set_row_hidden(1).unwrap();
    let all = read("a.xlsx", &made.save_to_buffer().unwrap()).unwrap();
    let text = |row: u32| all[0].rows[&row].values().map(|cell| cell.text.as_str()).collect::<Vec<_>>();
    assert_eq!(text(2)[..3], ["8", "2022-03-18", "ambulu"]);
    assert!(text(2)[3].starts_with("_x0041_ & <b>") && text(2)[3].ends_with("baris"));
    let doubts: Vec<_> = [(3, 2), (5, 0)].iter().map(|(r, c)| all[0].rows[r][c].doubt.unwrap().word()).collect();
    assert_eq!(doubts, ["error", "merged"]);
    let old = xlsx("<workbookPr date1904=\"1\"/>", "<c r=\"A1\" s=\"1\"><v>43176</v></c><c r=\"B1\"><f>1+1</f></c>");
    let row = &read("a.xlsx", &old).unwrap()[0].rows[&1];
    assert_eq!(row[&0].text, "2022-03-18");
    assert_eq!(row[&1].doubt.unwrap().word(), "formula");
}

/// A ZIP file.
fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The least of an .xlsx file, with the cells of its first row.
fn xlsx(properties: &str, cells: &str) -> Vec<u8> {
    const RELS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{RELS}/{kind}\" Target=\"{target}\"/>")
    };
    zipped(&[
        (
            "_rels/.rels",
            &format!("<Relationships>{}</Relationships>", relation("r1", "officeDocument", "xl/workbook.xml")),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &format!(
                "<Relationships>{}{}{}</Relationships>",
                relation("r1", "worksheet", "worksheets/sheet1.xml"),
                relation("r2", "styles", "/xl/styles.xml"),
                relation("r3", "sharedStrings", "sharedStrings.xml")
            ),
        ),
        (
            "xl/workbook.xml",
            &format!(
                "<x:workbook xmlns:x=\"x\" xmlns:r=\"r\">{properties}<x:sheets><x:sheet name=\"Aspirasi\" r:id=\"r1\"/></x:sheets></x:workbook>"
            ),
        ),
        ("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"),
        (
            "xl/sharedStrings.xml",
            &format!("<sst uniqueCount=\"99999999999999\"><si><t>{}</t></si></sst>", "x".repeat(30_000)),
        ),
        (
            "xl/worksheets/sheet1.xml",
            &format!("<worksheet><sheetData><row r=\"1\">{cells}</row></sheetData></worksheet>"),
        ),
    ])
}

/// The least of an .ods file.
fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<o:document-content><o:spreadsheet><t:table t:name=\"Aspirasi\">{rows}</t:table></o:spreadsheet></o:document-content>"
    );
    zipped(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

#[test]
fn hostile_files_get_a_message() {
    let cell = "<c t=\"s\"><v>0</v></c>";
    let bomb = "x".repeat(101_000_000);
    let text = "<t:table-cell o:value-type=\"string\" t:number-columns-repeated=\"9999\"><x:p>a</x:p></t:table-cell>";
    let encrypted: Vec<u8> =
        [0xD0, 0xCF, 0x11, 0xE0].into_iter().chain("EncryptedPackage".bytes().flat_map(|b| [b, 0])).collect();
    let whole = book(&[("Aspirasi", &ASPIRATIONS)]);
    for (name, bytes, case) in [
        ("a.xlsx", Vec::new(), "empty"),
        ("a.xlsx", b"not a spreadsheet".to_vec(), "foreign"),
        ("a.xlsx", b"PK\x03\x04 cut off".to_vec(), "damaged"),
        ("a.xlsx", whole[..whole.len() / 2].to_vec(), "damaged"),
        ("a.xlsx", zipped(&[("word/document.xml", "<x/>")]), "foreign"),
        ("a.xlsx", vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1], "old"),
        ("a.xls", encrypted, "password"),
        ("a.xlsx", xlsx("", &cell.repeat(5000)), "too-large"),
        ("a.xlsx", xlsx("", "<c r=\"ZZZZZZZZ1\"><v>1</v></c>"), "damaged"),
        ("a.xlsx", xlsx("", "<c r=\"A99999999\"><v>1</v></c>"), "damaged"),
        ("a.xlsx", xlsx("", "<c t=\"s\"><v>7</v></c>"), "damaged"),
        ("a.xlsx", xlsx("", "<c><v>1</v>"), "damaged"),
        ("a.xlsx", xlsx("", "<c t=\"str\"><v>&bomb;</v></c>"), "damaged"),
        ("a.xlsx", xlsx(&format!("<!--{bomb}-->"), ""), "too-large"),
        ("a.ods", ods(&format!("<t:table-row t:number-rows-repeated=\"9999\">{text}</t:table-row>")), "too-large"),
        (
            "a.ods",
            ods("<t:table-row t:number-rows-repeated=\"4294967295\"><t:table-cell/></t:table-row>").split_off(9),
            "foreign",
        ),
        ("a.ods", ods("<t:table-row><t:table-cell>"), "damaged"),
        ("a.ods", zipped(&[("mimetype", "x"), ("encrypted-package", "x")]), "password"),
        ("a.csv", vec![b'a', 0xE9], "encoding"),
    ] {
        assert_eq!(read(name, &bytes), Err(case.to_owned()), "{name} {case}");
    }
    let dir = site();
    std::fs::write(dir.path().join("a.xls"), "<html>").unwrap();
    let run = jhur(dir.path(), &["import", "a.xls"]);
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(run.err.contains("J913") && run.err.contains(".xlsx"), "{}", run.err);
    assert!(jhur(dir.path(), &["import", "tidak-ada.xlsx"]).err.contains("J902"));
    std::fs::write(dir.path().join("b.xlsx"), book(&[("Lain", &[&["apa", "saja"]])])).unwrap();
    assert!(jhur(dir.path(), &["import", "b.xlsx"]).err.contains("J913"));
}

#[test]
fn what_is_empty_costs_nothing() {
    let rows = "<t:table-row t:number-rows-repeated=\"1048576\"><t:table-cell t:number-columns-repeated=\"16384\"/></t:table-row>";
    assert!(read("a.ods", &ods(rows)).unwrap()[0].rows.is_empty());
    let far = xlsx("", "<c r=\"XFD1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c>");
    assert_eq!(read("a.xlsx", &far).unwrap()[0].rows.len(), 2);
    let empty = xlsx("", &format!("</row>{}<row>", "<row></row>".repeat(1_000_000)));
    assert!(read("a.xlsx", &empty).unwrap()[0].rows.is_empty());
}

#[test]
fn broken_bytes_never_stop_the_program() {
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("a.xlsx");
    let files = [book(&[("Aspirasi", &ASPIRATIONS)]), std::fs::read(repository("tests/sheets/rekaan.ods")).unwrap()];
    let mut seed = 2022_u64;
    for bytes in &files {
        for _ in 0..60 {
            let mut broken = bytes.clone();
            for _ in 0..3 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                let at = usize::try_from(seed >> 33).unwrap() % broken.len();
                broken[at] = seed.to_le_bytes()[6];
            }
            std::fs::write(&path, &broken).unwrap();
            if let Ok(sheets) = sheets(&path) {
                let _ = take(sheets, Vec::new(), Lang::Id);
            }
        }
    }
}

#[test]
fn open_document_and_csv() {
    let dir = site();
    std::fs::copy(repository("tests/sheets/rekaan.ods"), dir.path().join("a.ods")).unwrap();
    let run = jhur(dir.path(), &["import", "a.ods", "--write"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("J132") && run.err.contains("Catatan saya"), "{}", run.err);
    let stop = std::fs::read_to_string(dir.path().join("content/stops/007-ambulu.yaml")).unwrap();
    assert!(stop.contains("date: 2022-03-25") && stop.contains("Baris satu.") && stop.contains("heard: 2"), "{stop}");
    let rows = [
        "Perhentian;Kunci;Judul\r\n7;jalan-rusak;\"Jalan; rekaan\"\r\n",
        "sep=,\n\u{FEFF}Stop,Key,Title\n7,jalan-rusak,\"Jalan; rekaan\"\n",
    ];
    for (name, text) in [("aspirasi.csv", rows[0]), ("aspirations.csv", &rows[1].replace('\u{FEFF}', ""))] {
        std::fs::write(dir.path().join(name), text).unwrap();
        let run = jhur(dir.path(), &["import", name]);
        assert_eq!(run.code, 0, "{name}: {}", run.err);
        assert!(run.out.contains('+') && run.out.contains("Jalan; rekaan"), "{name}: {}", run.out);
        // What has no row stays, and so does what has no column.
        assert!(run.err.contains("7/air-bersih") && !run.out.contains("-     text"), "{}{}", run.out, run.err);
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
    let dir = site();
    let mut rows: Vec<Vec<String>> = vec![["Perhentian", "Kunci", "Judul", "Isi"].map(str::to_owned).to_vec()];
    rows.extend(
        HOSTILE
            .iter()
            .enumerate()
            .map(|(n, text)| vec!["999".into(), format!("jahat-{n}"), format!("Karangan {n}"), (*text).into()]),
    );
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    std::fs::write(dir.path().join("a.xlsx"), book(&[("Aspirasi", &rows)])).unwrap();
    let run = jhur(dir.path(), &["import", "a.xlsx", "--write"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let (bytes, files) = exported(dir.path(), Language::Indonesian);
    let all = read("a.xlsx", &bytes).unwrap();
    let texts: Vec<&str> =
        all.iter().flat_map(|s| s.rows.values()).flat_map(Row::values).map(|c: &Cell| &*c.text).collect();
    for text in HOSTILE {
        assert!(texts.contains(&text), "{text}");
    }
    let taken = take(all.clone(), files.clone(), Lang::Id);
    assert!(taken.faults.is_empty() && taken.files.is_empty());
    // In any cell whatever, they get a message or become text.
    for (n, sheet) in all.iter().enumerate() {
        let mut changed = all.clone();
        for (text, cell) in HOSTILE.iter().cycle().zip(changed[n].rows.values_mut().flat_map(|row| row.values_mut())) {
            cell.text = (*text).to_owned();
        }
        let taken = take(changed, files.clone(), Lang::Id);
        for file in &taken.files {
            assert!(rewrite(&file.text, &file.value).is_some(), "{} {}", sheet.name, file.path);
        }
    }
}

#[test]
fn who_writes_meanwhile_is_not_written_over() {
    let dir = site();
    let path = dir.path().join("content/stops/999-contoh.yaml");
    let text = std::fs::read_to_string(&path).unwrap();
    let change =
        |read: &str| jhur::publish::Change { path: path.clone(), read: Some(read.to_owned()), text: "baru".into() };
    let other = jhur::publish::Change { path: dir.path().join("content/stops/1.yaml"), read: None, text: "x".into() };
    assert!(jhur::publish::change(&[other.clone(), change("lain")]).is_err());
    assert!(!other.path.exists(), "nothing is written if one file is not what was read");
    jhur::publish::change(&[other.clone(), change(&text)]).unwrap();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "baru");
}
