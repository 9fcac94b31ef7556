//! What changed since a day, as a note for the press, held against what a careful person would write.
//!
//! `expected/changes*.txt` beside the made-up sites is what is written; `UPDATE=1 cargo test` writes it anew, for the difference
//! to be read.

use crate::common::program::{Run, jhur};
use crate::common::site::Site;
use crate::common::{expect_file, repository};

fn changes(site: &str, args: &[&str]) -> Run {
    jhur(
        &repository("tests").join(site),
        &[&["changes"], args].concat(),
    )
}

#[test]
fn as_a_careful_person_would_write() {
    for (site, name, args) in [
        (
            "sites/riwayat",
            "changes.txt",
            &["--since", "2022-02-01", "--as-of", "2022-06-30"][..],
        ),
        (
            "sites/riwayat",
            "changes.en.txt",
            &[
                "--since",
                "2022-04-01",
                "--as-of",
                "2022-06-30",
                "--lang",
                "en",
            ],
        ),
        (
            "history",
            "changes.txt",
            &["--since", "2024-09-01", "--as-of", "2025-02-01"],
        ),
        (
            "history",
            "changes-none.txt",
            &["--since", "2025-01-25", "--as-of", "2025-02-01"],
        ),
    ] {
        let out = changes(site, args).expect_out(0, &[]).out;
        expect_file(&repository(&format!("tests/{site}/expected/{name}")), &out);
        let long = |line: &&str| line.chars().count() > 80 && !line.contains("https://");
        assert_eq!(out.lines().find(long), None, "{name}");
        // Figures have their denominator, and what is held back or withheld is not there.
        for word in ["%", "Konsep", "rahasia", "Tidak diterbitkan"] {
            assert!(!out.contains(word), "{name} has {word}: {out}");
        }
    }
}

/// What has another name by now, or moved to another record, is not new.
#[test]
fn a_name_is_no_news() {
    let note = changes(
        "history",
        &["--since", "2024-09-01", "--as-of", "2025-02-01"],
    )
    .out;
    assert!(
        !note.contains("Komitmen baru") && !note.contains("Kunjungan baru"),
        "{note}"
    );
}

/// What was found late is news, beside one of the same day, status and commitment that was released before.
#[test]
fn a_late_follow_up_is_news_beside_one_like_it() {
    let site = Site::copy_of(&repository("tests/history"));
    let found = "- {about: 7/sungai/keruk, date: 2024-10-30, status: stalled, text: Alat berat rekaan rusak., \
                 sources: [{publisher: Kabar Rekaan, date: 2024-10-30}]}\n";
    site.append("content/follow-ups/2024.yaml", found);
    let args = ["changes", "--since", "2025-01-25", "--as-of", "2025-02-01"];
    let texts = ["Perubahan status: 1,", "Alat berat rekaan rusak."];
    site.run(&args).expect_out(0, &texts);
}

#[test]
fn days_that_cannot_be() {
    let site = "sites/riwayat";
    for (args, word) in [
        (
            &["--since", "2023-01-01", "--as-of", "2022-06-30"][..],
            "2023-01-01",
        ),
        (&["--since", "18/03/2022"], "--since"),
        (&[], "--since"),
    ] {
        changes(site, args).expect_quiet(2, &["J909", word]);
    }
}
