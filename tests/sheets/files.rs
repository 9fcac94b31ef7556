//! Whatever a file holds gets a message or is read right.

use super::rows::ASPIRATIONS;
use super::{book, read};
use crate::common::chance::Chance;
use crate::common::repository;
use crate::common::site::Site;
use jhur::editing::workbook::import_sheets;
use jhur::records::Lang;
use jhur::spreadsheet::read_spreadsheet;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use std::io::{Cursor, Write as _};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

#[test]
fn days_numbers_and_doubtful_cells() {
    let mut made = Workbook::new();
    let sheet = made.add_worksheet().set_name("Kunjungan").unwrap();
    for (column, heading) in (0..).zip(["Nomor kunjungan", "Tanggal", "Kecamatan", "Ringkasan"]) {
        sheet.write_string(0, column, heading).unwrap();
    }
    let date = Format::new().set_num_format("dd/mm/yyyy");
    sheet.write_number(1, 0, 8).unwrap();
    sheet
        .write_datetime_with_format(1, 1, ExcelDateTime::from_ymd(2022, 3, 18).unwrap(), &date)
        .unwrap();
    sheet
        .write_formula(1, 2, Formula::new("=\"ambulu\"").set_result("ambulu"))
        .unwrap();
    sheet.write_string(1, 3, "_x0041_ & <b>\r\nbaris").unwrap();
    sheet
        .write_formula(2, 2, Formula::new("=1/0").set_result("#DIV/0!"))
        .unwrap();
    sheet.merge_range(3, 0, 4, 0, "9", &Format::new()).unwrap();
    sheet.write_string(4, 2, "ambulu").unwrap();
    sheet.set_row_hidden(1).unwrap();
    let all = read("a.xlsx", &made.save_to_buffer().unwrap()).unwrap();
    let text = |row: u32| {
        all[0].rows[&row]
            .values()
            .map(|cell| cell.text.as_str())
            .collect::<Vec<_>>()
    };
    assert_eq!(text(2)[..3], ["8", "2022-03-18", "ambulu"]);
    assert!(text(2)[3].starts_with("_x0041_ & <b>") && text(2)[3].ends_with("baris"));
    let doubts: Vec<_> = [(3, 2), (5, 0)]
        .iter()
        .map(|(r, c)| all[0].rows[r][c].problem.unwrap().as_str())
        .collect();
    assert_eq!(doubts, ["error", "merged"]);
    let old = xlsx(
        "<workbookPr date1904=\"1\"/>",
        "<c r=\"A1\" s=\"1\"><v>43176</v></c><c r=\"B1\"><f>1+1</f></c>",
    );
    let row = &read("a.xlsx", &old).unwrap()[0].rows[&1];
    assert_eq!(row[&0].text, "2022-03-18");
    assert_eq!(row[&1].problem.unwrap().as_str(), "formula");
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
            &format!(
                "<Relationships>{}</Relationships>",
                relation("r1", "officeDocument", "xl/workbook.xml")
            ),
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
        (
            "xl/styles.xml",
            "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
        ),
        (
            "xl/sharedStrings.xml",
            &format!(
                "<sst uniqueCount=\"99999999999999\"><si><t>{}</t></si></sst>",
                "x".repeat(30_000)
            ),
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
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
    ])
}

#[test]
fn hostile_files_get_a_message() {
    let cell = "<c t=\"s\"><v>0</v></c>";
    let bomb = "x".repeat(101_000_000);
    let text = "<t:table-cell o:value-type=\"string\" t:number-columns-repeated=\"9999\"><x:p>a</x:p></t:table-cell>";
    let encrypted: Vec<u8> = [0xD0, 0xCF, 0x11, 0xE0]
        .into_iter()
        .chain("EncryptedPackage".bytes().flat_map(|b| [b, 0]))
        .collect();
    let whole = book(&[("Aspirasi", &ASPIRATIONS)]);
    for (name, bytes, case) in [
        ("a.xlsx", Vec::new(), "empty"),
        ("a.xlsx", b"not a spreadsheet".to_vec(), "foreign"),
        ("a.xlsx", b"PK\x03\x04 cut off".to_vec(), "damaged"),
        ("a.xlsx", whole[..whole.len() / 2].to_vec(), "damaged"),
        (
            "a.xlsx",
            zipped(&[("word/document.xml", "<x/>")]),
            "foreign",
        ),
        ("a.xlsx", vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1], "old"),
        ("a.xls", encrypted, "password"),
        ("a.xlsx", xlsx("", &cell.repeat(5000)), "too-large"),
        (
            "a.xlsx",
            xlsx("", "<c r=\"ZZZZZZZZ1\"><v>1</v></c>"),
            "damaged",
        ),
        (
            "a.xlsx",
            xlsx("", "<c r=\"A99999999\"><v>1</v></c>"),
            "damaged",
        ),
        ("a.xlsx", xlsx("", "<c t=\"s\"><v>7</v></c>"), "damaged"),
        ("a.xlsx", xlsx("", "<c><v>1</v>"), "damaged"),
        (
            "a.xlsx",
            xlsx("", "<c t=\"str\"><v>&bomb;</v></c>"),
            "damaged",
        ),
        ("a.xlsx", xlsx(&format!("<!--{bomb}-->"), ""), "too-large"),
        (
            "a.ods",
            ods(&format!(
                "<t:table-row t:number-rows-repeated=\"9999\">{text}</t:table-row>"
            )),
            "too-large",
        ),
        (
            "a.ods",
            ods("<t:table-row t:number-rows-repeated=\"4294967295\"><t:table-cell/></t:table-row>")
                .split_off(9),
            "foreign",
        ),
        ("a.ods", ods("<t:table-row><t:table-cell>"), "damaged"),
        (
            "a.ods",
            zipped(&[("mimetype", "x"), ("encrypted-package", "x")]),
            "password",
        ),
        ("a.csv", vec![b'a', 0xE9], "encoding"),
    ] {
        assert_eq!(read(name, &bytes), Err(case.to_owned()), "{name} {case}");
    }
    let site = Site::init();
    site.write("a.xls", "<html>");
    site.run(&["import", "a.xls"]).expect(2, &["J913", ".xlsx"]);
    site.run(&["import", "tidak-ada.xlsx"]).expect(2, &["J902"]);
    site.write("b.xlsx", book(&[("Lain", &[&["apa", "saja"]])]));
    site.run(&["import", "b.xlsx"]).expect(2, &["J913"]);
}

#[test]
fn what_is_empty_costs_nothing() {
    let rows = "<t:table-row t:number-rows-repeated=\"1048576\"><t:table-cell t:number-columns-repeated=\"16384\"/></t:table-row>";
    assert!(read("a.ods", &ods(rows)).unwrap()[0].rows.is_empty());
    let far = xlsx(
        "",
        "<c r=\"XFD1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c>",
    );
    assert_eq!(read("a.xlsx", &far).unwrap()[0].rows.len(), 2);
    let empty = xlsx(
        "",
        &format!("</row>{}<row>", "<row></row>".repeat(1_000_000)),
    );
    assert!(read("a.xlsx", &empty).unwrap()[0].rows.is_empty());
}

#[test]
fn broken_bytes_never_stop_the_program() {
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("a.xlsx");
    let files = [
        book(&[("Aspirasi", &ASPIRATIONS)]),
        std::fs::read(repository("tests/sheets/rekaan.ods")).unwrap(),
    ];
    let mut chance = Chance::new(2022);
    for bytes in &files {
        for _ in 0..60 {
            let mut broken = bytes.clone();
            for _ in 0..3 {
                let at = chance.below(broken.len());
                broken[at] = u8::try_from(chance.below(256)).unwrap();
            }
            std::fs::write(&path, &broken).unwrap();
            if let Ok(sheets) = read_spreadsheet(&path) {
                let _ = import_sheets(sheets, Vec::new(), Lang::Id);
            }
        }
    }
}
