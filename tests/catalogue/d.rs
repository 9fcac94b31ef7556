//! D: injection into pages. What every field has to bear is tried in tests/injection, and in a browser in tests/web/inject.mjs.

use super::cases::{Letter, run};
use super::trial::{jhur, site};
use crate::common::laid::put;
use std::fs;

pub const LETTER: Letter = Letter {
    name: 'd',
    text: include_str!("d.rs"),
    shown: SHOWN,
    elsewhere: ELSEWHERE,
};

const SHOWN: &[(&str, &[&str])] = &[
    ("D11", &["faults/J118-bidi"]),
    ("D12", &["faults/J207-cyrillic"]),
    ("D13", &["faults/J118-zero-width"]),
    ("D14", &["examples/J128"]),
];

const INJECTION: &str = "injection/mod.rs";
const PAGES: &str = "pages_have_only_the_elements_and_attributes_of_the_theme";
const FORMATS: &str = "every_format_says_the_words_and_nothing_else";

const ELSEWHERE: &[(&str, &str, &str)] = &[
    ("D1", INJECTION, PAGES),
    ("D2", INJECTION, PAGES),
    (
        "D3",
        INJECTION,
        "links_that_lead_by_no_known_way_are_refused_in_prose",
    ),
    ("D4", INJECTION, FORMATS),
    ("D5", INJECTION, FORMATS),
    ("D6", INJECTION, FORMATS),
    ("D7", INJECTION, PAGES),
    ("D8", INJECTION, PAGES),
    ("D10", INJECTION, FORMATS),
    (
        "D11",
        INJECTION,
        "what_cannot_be_read_is_refused_in_every_field",
    ),
    (
        "D13",
        INJECTION,
        "references_to_what_nobody_sees_are_refused_in_every_text",
    ),
    (
        "D14",
        INJECTION,
        "what_cannot_be_read_is_refused_in_every_field",
    ),
    ("D15", "web/gates/reading.mjs", "narrow"),
    ("D16", INJECTION, "sites_for_the_browser"),
    (
        "D18",
        "site.rs",
        "the_policy_names_the_style_sheet_of_every_page_and_nothing_inside_a_page_breaks_it",
    ),
];

#[test]
fn cases() {
    run(&LETTER);
}

#[test]
fn d9_a_colour_is_a_colour() {
    for colour in [
        "red;}*{background:url(//evil.example/x)",
        "#fff",
        "url(x)",
        "#12345g",
    ] {
        let site = site(false);
        let default = fs::read_to_string(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/themes/pendopo/theme.yaml"
        ))
        .unwrap();
        let (before, after) = default.split_once("ground:").unwrap();
        let after = after.split_once('\n').unwrap().1;
        put(
            site.path(),
            "themes/pendopo/theme.yaml",
            format!("{before}ground: {colour:?}\n{after}"),
        );
        let built = jhur(site.path(), &["build"]);
        assert!(
            built.code == 2 && built.err.contains("J805") && !site.path().join("public").exists(),
            "{}",
            built.err
        );
    }
}

/// In titles a reference is shown as it was typed; in prose, which is Markdown, it is the character that it names, and never
/// taken twice.
#[test]
fn d17_references_are_read_once() {
    let site = site(false);
    let stop = "number: 2\ndistrict: sukamaju\ndate: 2026-10-12\nvenue: A &amp; B\nsummary: C &amp;amp; D\n";
    put(site.path(), "content/stops/002-contoh.yaml", stop);
    let built = jhur(site.path(), &["build"]);
    assert_eq!(built.code, 0, "{}", built.err);
    let page = fs::read_to_string(site.path().join("public/2/index.html")).unwrap();
    assert!(
        page.contains("A &amp;amp; B") && page.contains("C &amp;amp; D"),
        "{page}"
    );
}
