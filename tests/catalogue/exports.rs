//! F: data exports and feeds. What other programs make of the same files is tried in tests/web/readers.

use super::coverage::{Group, run};
use super::outcome::{TODAY, site};

pub const GROUP: Group = Group {
    letter: 'f',
    source: include_str!("exports.rs"),
    shown: SHOWN,
    elsewhere: ELSEWHERE,
};

/// F11: nothing that is counted comes near 2^53; a larger number is refused where it is written.
const SHOWN: &[(&str, &[&str])] = &[("F11", &["faults/J206-huge"])];

const FORMATS: (&str, &str) = (
    "injection/published.rs",
    "every_format_says_the_words_and_nothing_else",
);

const ELSEWHERE: &[(&str, &str, &str)] = &[
    ("F1", "../src/outputs/data/csv.rs", "formulas_are_text"),
    ("F1", FORMATS.0, FORMATS.1),
    ("F2", FORMATS.0, FORMATS.1),
    ("F2", "web/readers/checks/tables.py", "agree"),
    ("F4", "web/readers/checks/tables.py", "agree"),
    (
        "F5",
        "../src/spreadsheet/cell_text.rs",
        "long_texts_are_cut_and_say_so",
    ),
    (
        "F5",
        "injection/workbooks.rs",
        "what_no_cell_takes_is_cut_or_refused",
    ),
    (
        "F5",
        "injection/workbooks.rs",
        "every_cell_of_a_workbook_is_a_text_that_says_all_of_it",
    ),
    ("F6", "web/readers/checks/tables.py", "agree"),
    ("F7", "sheets/files.rs", "hostile_files_get_a_message"),
    ("F7", "sheets/files.rs", "days_numbers_and_doubtful_cells"),
    ("F8", "web/readers/checks/calendars.py", "calendars"),
    ("F8", FORMATS.0, FORMATS.1),
    (
        "F9",
        "outputs.rs",
        "feed_ids_outlast_corrected_words_and_news_about_others",
    ),
    ("F10", "web/readers/checks/citations.py", "citations"),
    ("F10", FORMATS.0, FORMATS.1),
    ("F12", "../src/outputs/sitemap.rs", "long_sitemaps_are_cut"),
];

#[test]
fn the_cases_and_examples_of_exports() {
    run(&GROUP);
}

/// Commas and no mark at the beginning, as RFC 4180 and the data package have it; an Indonesian Excel opens the workbook instead,
/// and the page says so.
#[test]
fn f3_the_delimiter_is_documented() {
    let site = site();
    site.replace("content/site.yaml", "data: false", "data: true");
    site.run_on(TODAY, &["build"]).expect(0, &[]);
    let csv = site.read("public/data/aspirasi.csv");
    assert!(csv.lines().next().unwrap().contains(',') && !csv.starts_with('\u{feff}'));
    let page = site.read("public/data/index.html");
    assert!(page.contains("memakai UTF-8 dan koma (RFC 4180)"));
    assert!(page.contains("Untuk Excel, pakai buku kerja"));
}
