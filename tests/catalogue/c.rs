//! C: references and history.

use super::cases::{Letter, run};
use super::trial::{after, jhur, site};
use crate::common::laid::put;
use std::fs;

pub const LETTER: Letter = Letter {
    name: 'c',
    text: include_str!("c.rs"),
    shown: SHOWN,
    elsewhere: ELSEWHERE,
};

const SHOWN: &[(&str, &[&str])] = &[
    (
        "C1",
        &[
            "examples/J301",
            "examples/J302",
            "faults/J302-announcement",
            "faults/J302-commitment",
        ],
    ),
    (
        "C3",
        &[
            "examples/J303",
            "examples/J305",
            "examples/J306",
            "examples/J307",
            "examples/J308",
            "examples/J309",
            "examples/J311",
        ],
    ),
    ("C4", &["examples/J312", "faults/J312-self"]),
    ("C5", &["examples/J325"]),
    ("C8", &["examples/J326"]),
    ("C11", &["examples/J325", "examples/J327"]),
    (
        "C13",
        &["examples/J701", "faults/J704-empty", "examples/J702"],
    ),
];

const ELSEWHERE: &[(&str, &str, &str)] = &[
    // A change needs no note: every one becomes a revision with its words before and after (records.md, Publishing).
    (
        "C6",
        "history.rs",
        "a_record_is_cited_by_its_revision_until_it_says_something_else",
    ),
    // The program cannot know that a key means another matter; what it meant stands at the address of its revision for ever.
    (
        "C7",
        "history.rs",
        "every_address_that_was_ever_published_is_there_in_both_languages",
    ),
    ("C8", "history.rs", "every_former_name_leads_to_the_newest"),
    // No share of pages and no `--allow-removals`: nothing that was released goes, be it one page (records.md, Publishing).
    (
        "C11",
        "history.rs",
        "what_was_released_cannot_be_taken_away",
    ),
];

#[test]
fn cases() {
    run(&LETTER);
}

#[test]
fn c9_a_stop_without_commitments_says_so() {
    let site = site(false);
    put(
        site.path(),
        "content/stops/002-contoh.yaml",
        "number: 2\ndistrict: sukamaju\ndate: 2026-10-12\n",
    );
    let built = jhur(site.path(), &["build"]);
    assert_eq!(built.code, 0, "{}", built.err);
    let page = fs::read_to_string(site.path().join("public/2/index.html")).unwrap();
    assert!(page.contains("0 komitmen."), "{page}");
}

/// Stops that are all held back are another matter: an empty site is what was asked for, and `build` says that it is.
#[test]
fn c10_without_stops_there_is_no_site() {
    let said = after(|root| {
        fs::remove_dir_all(root.join("content/stops")).unwrap();
        fs::remove_dir_all(root.join("content/follow-ups")).unwrap();
    });
    said.expect(1, &["J514", "content/stops/"]);
}
