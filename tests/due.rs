//! What is due, held against what a careful person would write on a day: as text, as data, as letters; and no figure that the register
//! does not have too.
//!
//! `tests/sites/riwayat/expected/due*` is what is written; `UPDATE=1 cargo test` writes it anew, for the difference to be read.

use crate::common::program::{Run, jhur};
use jhur::checks::{self, AsOf};
use jhur::records::Day;
use jhur::register::{DUE_SOON_DAYS, Register};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn site() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/riwayat")
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
            &["--as-of", "2023-06-30"]
        };
        let Run { code, out, err } = jhur(&site(), &[&["due"], args, day].concat());
        assert_eq!((code, err.as_str()), (0, ""), "{name}");
        let path = site().join("expected").join(name);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &out).unwrap();
        }
        assert_eq!(
            out,
            std::fs::read_to_string(&path).unwrap_or_default(),
            "{name}"
        );
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
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(site);
        for day in ["2022-06-30", "2023-06-30", "2025-02-01"] {
            let loaded = jhur::source::load(&root).unwrap();
            let day = AsOf::Chosen(Day::parse(day).unwrap());
            let checked = checks::check_records(loaded.records, loaded.diagnostics, day).unwrap();
            let register = Register::as_of(&checked, false);
            let owed = register.due_by_office(DUE_SOON_DAYS);
            let sum = |n: usize| owed.iter().map(|owed| owed.counts[n]).sum::<usize>();
            let totals = register.totals();
            let known = [
                totals.overdue,
                totals.due_soon,
                totals.waiting,
                totals.quiet,
            ];
            assert_eq!([sum(0), sum(1), sum(2), sum(3)], known, "{site} {day:?}");
            let mut asked: Vec<_> = owed
                .iter()
                .flat_map(|owed| &owed.items)
                .map(|asked| asked.commitment)
                .collect();
            let all = asked.len();
            asked.sort_unstable();
            asked.dedup();
            assert_eq!(asked.len(), all);
        }
    }
}

/// A copy of the site, with something else in the file of its first stop.
fn changed(from: &str, to: &str) -> TempDir {
    let dir = TempDir::new().unwrap();
    for entry in walkdir::WalkDir::new(site().join("content"))
        .into_iter()
        .map(Result::unwrap)
    {
        let to = dir.path().join(entry.path().strip_prefix(site()).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(to).unwrap();
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
    let stop = dir.path().join("content/stops/001-satu.yaml");
    let text = std::fs::read_to_string(&stop).unwrap();
    assert!(text.contains(from));
    std::fs::write(&stop, text.replacen(from, to, 1)).unwrap();
    dir
}

#[test]
fn words_that_a_spreadsheet_or_markdown_would_obey_are_words() {
    let words = r#"text: '=HYPERLINK("https://x.example") \*a\* \[b\](https://x.example/)'"#;
    let dir = changed("text: Tanpa kabar sesudahnya", words);
    let csv = jhur(
        dir.path(),
        &["due", "--as-of", "2023-06-30", "--format", "csv"],
    )
    .out;
    assert!(
        csv.contains("\"'=HYPERLINK(\"\"https://x.example\"\") *a*"),
        "{csv}"
    );
    assert!(csv.lines().count() > 5 && csv.matches("\r\n").count() == csv.matches('\n').count());
    let letter = jhur(
        dir.path(),
        &["due", "--as-of", "2023-06-30", "--format", "letter"],
    )
    .out;
    assert!(
        letter.contains(r"\*a\* \[b\](https://x.example/)"),
        "{letter}"
    );
}

#[test]
fn what_no_office_is_named_for_stands_by_itself() {
    let dir = changed(
        "      - office: dinas-contoh\n        answer",
        "      - answer",
    );
    for (format, heading) in [
        ("text", "KOMITMEN TANPA OPD"),
        ("letter", "# Komitmen tanpa OPD"),
    ] {
        let Run { code, out, .. } = jhur(
            dir.path(),
            &["due", "--as-of", "2023-06-30", "--format", format],
        );
        assert_eq!(code, 0);
        assert_eq!(out.matches(heading).count(), 1, "{out}");
        assert!(out.find("2/jalan-lagi") < out.find(heading), "last: {out}");
    }
    let letter = jhur(
        dir.path(),
        &["due", "--as-of", "2023-06-30", "--format", "letter"],
    )
    .out;
    let (_, last) = letter.split_once("# Komitmen tanpa OPD").unwrap();
    assert!(
        !last.contains("Yth.") && !last.contains("Cara menjawab"),
        "{last}"
    );
}

#[test]
fn nothing_due_and_no_such_office() {
    let Run { code, out, err } = jhur(
        &site(),
        &["due", "--as-of", "2022-01-12", "--office", "dinas-diam"],
    );
    assert_eq!((code, out.as_str()), (0, ""));
    assert!(err.contains("OPD ini tidak punya"), "{err}");
    let json = jhur(
        &site(),
        &[
            "due",
            "--as-of",
            "2022-01-12",
            "--office",
            "dinas-diam",
            "--format",
            "json",
        ],
    )
    .out;
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&json).unwrap()["offices"],
        serde_json::json!([])
    );
    let Run { code, out, err } = jhur(&site(), &["due", "--office", "dinas-conth"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(
        err.contains("J909") && err.contains("`dinas-contoh`"),
        "{err}"
    );
}
