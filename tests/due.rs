//! What is due, held against what a careful person would write on a day: as text, as data, as letters; and no figure that the register
//! does not have too.
//!
//! `tests/sites/riwayat/expected/due*` is what is written; `UPDATE=1 cargo test` writes it anew, for the difference to be read.

use crate::common::program::{Run, jhur};
use crate::common::site::Site;
use crate::common::{expect_file, repository};
use jhur::checks::{self, AsOf};

use jhur::records::Day;

use jhur::register::{DUE_SOON_DAYS, DeadlineState, Register};

const STOP: &str = "content/stops/001-satu.yaml";
const AS_OF: [&str; 2] = ["--as-of", "2023-06-30"];

/// `jhur due` for the made-up site.
fn due(args: &[&str]) -> Run {
    jhur(
        &repository("tests/sites/riwayat"),
        &[&["due"], args].concat(),
    )
}

#[test]
fn as_a_careful_person_would_write() {
    for (name, args) in [
        ("due.txt", &["--format", "text"][..]),
        ("due.en.txt", &["--lang", "en"]),
        ("due.json", &["--format", "json"]),
        ("due.csv", &["--format", "csv"]),
        ("due.md", &["--format", "letter"]),
        ("due.en.md", &["--format", "letter", "--lang", "en"]),
        ("due-200.txt", &["--days", "200", "--as-of", "2022-06-30"]),
    ] {
        let day: &[&str] = if args.contains(&"--as-of") {
            &[]
        } else {
            &AS_OF
        };
        let out = due(&[args, day].concat()).expect_out(0, &[]).out;
        let file = format!("tests/sites/riwayat/expected/{name}");
        expect_file(&repository(&file), &out);
        let long = |line: &&str| line.chars().count() > 80 && !line.contains("https://");
        assert!(
            !name.ends_with(".txt") || out.lines().find(long).is_none(),
            "{name}"
        );
    }
}

/// Each commitment is asked about once, and the figures are those of the site.
#[test]
fn the_figures_are_those_of_the_register() {
    for site in ["tests/sites/riwayat", "tests/history", "."] {
        let root = repository(site);
        for day in ["2022-06-30", "2023-06-30", "2025-02-01"] {
            let loaded = jhur::source::load(&root).unwrap();
            let day = AsOf::Chosen(Day::parse(day).unwrap());
            let checked = checks::check_records(loaded.records, loaded.diagnostics, day).unwrap();
            let register = Register::as_of(&checked, false);
            let due = register.due_by_office(DUE_SOON_DAYS);
            let sum = |n: usize| due.iter().map(|office| office.counts[n]).sum::<usize>();
            let totals = register.totals();
            let known = [
                totals.count_by_deadline(DeadlineState::PassedUnknown)
                    + totals.count_by_deadline(DeadlineState::Late),
                totals.due_soon,
                totals.waiting,
                totals.quiet,
            ];
            assert_eq!([sum(0), sum(1), sum(2), sum(3)], known, "{site} {day:?}");
            let mut asked = Vec::new();
            for office in &due {
                asked.extend(office.items.iter().map(|item| item.commitment));
            }
            let all = asked.len();
            asked.sort_unstable();
            asked.dedup();
            assert_eq!(asked.len(), all);
        }
    }
}

#[test]
fn words_that_a_spreadsheet_or_markdown_would_obey_are_words() {
    let words = r#"text: '=HYPERLINK("https://x.example") \*a\* \[b\](https://x.example/)'"#;
    let site = Site::riwayat();
    site.replace(STOP, "text: Tanpa kabar sesudahnya", words);
    let due = |format| site.run(&["due", AS_OF[0], AS_OF[1], "--format", format]);
    let csv = due("csv").out;
    assert!(
        csv.contains("\"'=HYPERLINK(\"\"https://x.example\"\") *a*"),
        "{csv}"
    );
    assert!(csv.lines().count() > 5 && csv.matches("\r\n").count() == csv.matches('\n').count());
    due("letter").expect_out(0, &[r"\*a\* \[b\](https://x.example/)"]);
}

#[test]
fn what_no_office_is_named_for_stands_by_itself() {
    let site = Site::riwayat();
    let office = "      - office: dinas-contoh\n        answer";
    site.replace(STOP, office, "      - answer");
    let due = |format| site.run(&["due", AS_OF[0], AS_OF[1], "--format", format]);
    for (format, heading) in [
        ("text", "KOMITMEN TANPA OPD"),
        ("letter", "# Komitmen tanpa OPD"),
    ] {
        let out = due(format).expect(0, &[]).out;
        assert_eq!(out.matches(heading).count(), 1, "{out}");
        // It comes last, behind the last one that an office is named for.
        let last_of_office = out.find("2/jalan-lagi").unwrap_or_else(|| panic!("{out}"));
        assert!(last_of_office < out.find(heading).unwrap(), "{out}");
    }
    let letter = due("letter").out;
    let (_, last) = letter.split_once("# Komitmen tanpa OPD").unwrap();
    assert!(
        !last.contains("Yth.") && !last.contains("Cara menjawab"),
        "{last}"
    );
}

#[test]
fn nothing_due_and_no_such_office() {
    let nothing = ["--as-of", "2022-01-12", "--office", "dinas-diam"];
    due(&nothing).expect_quiet(0, &["OPD ini tidak punya"]);
    let json = due(&[&nothing[..], &["--format", "json"]].concat()).out;
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&json).unwrap()["offices"],
        serde_json::json!([])
    );
    due(&["--office", "dinas-conth"]).expect_quiet(2, &["J909", "`dinas-contoh`"]);
}
