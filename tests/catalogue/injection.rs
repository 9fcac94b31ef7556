//! D: injection into pages. What every field has to bear is tried in tests/injection, and in a browser in tests/web/inject.mjs.

use super::coverage::{Group, run};
use super::outcome::{STOP, STOP_FILE, TODAY, site};
use crate::common::repository;
use std::fs;

pub const GROUP: Group = Group {
    letter: 'd',
    source: include_str!("injection.rs"),
    shown: SHOWN,
    elsewhere: ELSEWHERE,
};

const SHOWN: &[(&str, &[&str])] = &[
    ("D11", &["faults/J118-bidi"]),
    ("D12", &["faults/J207-cyrillic"]),
    ("D13", &["faults/J118-zero-width"]),
    ("D14", &["examples/J128"]),
];

const REFUSED: &str = "injection/refused.rs";
const PUBLISHED: &str = "injection/published.rs";
const PAGES: &str = "pages_have_only_the_elements_and_attributes_of_the_theme";
const FORMATS: &str = "every_format_says_the_words_and_nothing_else";

const ELSEWHERE: &[(&str, &str, &str)] = &[
    ("D1", PUBLISHED, PAGES),
    ("D2", PUBLISHED, PAGES),
    (
        "D3",
        REFUSED,
        "links_that_lead_by_no_known_way_are_refused_in_prose",
    ),
    ("D4", PUBLISHED, FORMATS),
    ("D5", PUBLISHED, FORMATS),
    ("D6", PUBLISHED, FORMATS),
    ("D7", PUBLISHED, PAGES),
    ("D8", PUBLISHED, PAGES),
    ("D10", PUBLISHED, FORMATS),
    (
        "D11",
        REFUSED,
        "what_cannot_be_read_is_refused_in_every_field",
    ),
    (
        "D13",
        REFUSED,
        "references_to_what_nobody_sees_are_refused_in_every_text",
    ),
    (
        "D14",
        REFUSED,
        "what_cannot_be_read_is_refused_in_every_field",
    ),
    ("D15", "web/gates/reading.mjs", "narrow"),
    // In a browser: tests/web/inject.mjs.
    (
        "D16",
        PUBLISHED,
        "preview_cards_and_the_search_index_say_the_words_and_nothing_else",
    ),
    (
        "D18",
        "site.rs",
        "the_policy_names_the_style_sheet_of_every_page_and_nothing_inside_a_page_breaks_it",
    ),
];

#[test]
fn the_cases_and_examples_of_injection() {
    run(&GROUP);
}

#[test]
fn d9_a_colour_is_a_colour() {
    for colour in [
        "red;}*{background:url(//evil.example/x)",
        "#fff",
        "url(x)",
        "#12345g",
    ] {
        let site = site();
        let default = fs::read_to_string(repository("themes/pendopo/theme.yaml")).unwrap();
        let (before, after) = default.split_once("ground:").unwrap();
        let after = after.split_once('\n').unwrap().1;
        site.write(
            "themes/pendopo/theme.yaml",
            format!("{before}ground: {colour:?}\n{after}"),
        );
        site.run_on(TODAY, &["build"]).expect(2, &["J805"]);
        assert!(!site.exists("public"));
    }
}

/// In titles a reference is shown as it was typed; in prose, which is Markdown, it is the character that it names, and never
/// taken twice.
#[test]
fn d17_references_are_read_once() {
    let site = site();
    let texts = "venue: A &amp; B\nsummary: C &amp;amp; D\n";
    site.write(STOP_FILE, format!("{STOP}{texts}"));
    site.run_on(TODAY, &["build"]).expect(0, &[]);
    let page = site.read("public/2/index.html");
    assert!(
        page.contains("A &amp;amp; B") && page.contains("C &amp;amp; D"),
        "{page}"
    );
}
