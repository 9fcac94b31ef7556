//! A: syntax and encoding.

use super::coverage::{Group, run};
use super::outcome::{STOP_FILE, TODAY, outcome_after, site};
use crate::common::write_file;
use std::fs;

pub const GROUP: Group = Group {
    letter: 'a',
    source: include_str!("syntax.rs"),
    shown: SHOWN,
    elsewhere: ELSEWHERE,
};

const SHOWN: &[(&str, &[&str])] = &[
    ("A1", &["examples/J106", "faults/J106-tab-alone"]),
    ("A2", &["examples/J107", "faults/J107-single"]),
    ("A3", &["examples/J108"]),
    ("A4", &["examples/J109"]),
    ("A5", &["examples/J112"]),
    (
        "A6",
        &[
            "examples/J110",
            "faults/J110-backtick",
            "faults/J110-brace",
            "faults/J110-bracket",
            "faults/J110-greater",
            "faults/J110-percent",
            "faults/J110-pipe",
        ],
    ),
    ("A7", &["examples/J111"]),
    ("A8", &["faults/J111-dash"]),
    ("A9", &["faults/J111-hard-space"]),
    ("A11", &["examples/J102"]),
    ("A14", &["examples/J118", "faults/J118-nul"]),
    ("A15", &["examples/J103"]),
    ("A17", &["examples/J117"]),
    ("A18", &["faults/J203-list"]),
    ("A19", &["faults/J105-cut"]),
    (
        "A21",
        &["examples/J114", "faults/J114-bomb", "faults/J114-star"],
    ),
    ("A22", &["examples/J115"]),
    ("A23", &["examples/J120", "faults/J120-maps"]),
    (
        "A24",
        &["examples/J113", "faults/J113-binary", "faults/J113-python"],
    ),
    ("A25", &["examples/J116", "faults/J116-deep"]),
    ("A26", &["examples/J119", "faults/J119-end"]),
    ("A27", &["examples/J127", "faults/J301-yml"]),
    ("A29", &["examples/J121"]),
];

const ELSEWHERE: &[(&str, &str, &str)] = &[
    // With a mark UTF-16 is read; without one see `cases/A10-…`.
    (
        "A10",
        "examples.rs",
        "encodings_and_line_ends_that_are_fine",
    ),
];

#[test]
fn the_cases_and_examples_of_syntax() {
    run(&GROUP);
}

/// A stop with a text of several lines.
const STOP: &str =
    "number: 2\ndistrict: sukamaju\ndate: 2026-10-12\nsummary: |\n  Satu.\n\n  Dua.\n";

/// A mark at the start, and every kind of line end: the same pages, byte for byte.
#[test]
fn a12_a13_marks_and_line_ends_make_no_difference() {
    let page = |bytes: &[u8]| {
        let site = site();
        site.write(STOP_FILE, bytes);
        site.run_on(TODAY, &["build"]).expect(0, &[]);
        fs::read(site.path("public/2/index.html")).unwrap()
    };
    let plain = page(STOP.as_bytes());
    for other in [
        format!("\u{FEFF}{STOP}"),
        STOP.replace('\n', "\r\n"),
        STOP.replace('\n', "\r"),
        STOP.replacen('\n', "\r\n", 3).replacen("\n\n", "\n\r", 1),
    ] {
        assert!(
            page(other.as_bytes()) == plain,
            "another page for {other:?}"
        );
    }
}

#[test]
fn a13_lines_are_counted_whatever_ends_them() {
    for end in ["\n", "\r\n", "\r"] {
        let text = STOP.replace("summary", "sumary").replace('\n', end);
        outcome_after(|root| write_file(root, STOP_FILE, &text))
            .expect(1, &["J201", "002-contoh.yaml:4:1"]);
    }
}

#[test]
fn a20_a_file_that_is_too_large() {
    let text = format!("{STOP}# {}\n", "x".repeat(1_000_000));
    outcome_after(|root| write_file(root, STOP_FILE, &text))
        .expect(1, &["J104", "1000000", "002-contoh.yaml"]);
}

/// They are not listed either: there is no `-v` to ask for it, and nobody wants to hear of them.
#[test]
fn a28_what_editors_and_systems_leave_behind_is_passed_over() {
    let names = [
        "002.yaml~",
        ".002.yaml.swp",
        "002.tmp",
        "~$002.docx",
        "Thumbs.db",
        "desktop.ini",
        ".DS_Store",
        "Icon\r",
        "#002.yaml#",
        "002.yaml.bak",
        "002.yaml.orig",
        "002.yaml.rej",
    ];
    let outcome = outcome_after(|root| {
        for name in names
            .iter()
            .filter(|name| cfg!(unix) || !name.contains('\r'))
        {
            write_file(root, &format!("content/stops/{name}"), "bukan: [catatan");
        }
    });
    outcome.expect(0, &["tidak ada peringatan"]);
}
