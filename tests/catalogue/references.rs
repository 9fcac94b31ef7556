//! C: references and history.

use super::coverage::{Group, run};
use super::outcome::{STOP, STOP_FILE, TODAY, outcome_after, site};
use std::fs;

pub const GROUP: Group = Group {
    letter: 'c',
    source: include_str!("references.rs"),
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
    // A change needs no note: every one becomes a revision with its words before and after (docs/RECORDS.md).
    (
        "C6",
        "history/addresses.rs",
        "a_record_is_cited_by_its_revision_until_it_says_something_else",
    ),
    // The program cannot know that a key means another matter; what it meant stands at the address of its revision for ever.
    (
        "C7",
        "history/addresses.rs",
        "every_address_that_was_ever_published_is_there_in_both_languages",
    ),
    (
        "C8",
        "history/addresses.rs",
        "every_former_name_leads_to_the_newest",
    ),
    // No share of pages and no `--allow-removals`: nothing that was released goes, be it one page (docs/RECORDS.md).
    (
        "C11",
        "history/releases.rs",
        "what_was_released_cannot_be_taken_away",
    ),
];

#[test]
fn the_cases_and_examples_of_references() {
    run(&GROUP);
}

#[test]
fn c9_a_stop_without_commitments_says_so() {
    let site = site();
    site.write(STOP_FILE, STOP);
    site.run_on(TODAY, &["build"]).expect(0, &[]);
    let page = site.read("public/2/index.html");
    assert!(page.contains("0 komitmen tercatat."), "{page}");
}

/// Stops that are all held back are another matter: an empty site is what was asked for, and `build` says that it is.
#[test]
fn c10_without_stops_there_is_no_site() {
    let outcome = outcome_after(|root| {
        fs::remove_dir_all(root.join("content/stops")).unwrap();
        fs::remove_dir_all(root.join("content/follow-ups")).unwrap();
    });
    outcome.expect(1, &["J514", "content/stops/"]);
}
