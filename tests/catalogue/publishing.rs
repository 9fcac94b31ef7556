//! G: build and publish faults. Faults of the system are injected by tests/sweeps/run, which kills the program at its calls and lets
//! them fail.

use super::coverage::{Group, run};
use super::outcome::{TODAY, outcome_after, published_site};
use std::fs;
use std::process::Stdio;
use std::time::Duration;

pub const GROUP: Group = Group {
    letter: 'g',
    source: include_str!("publishing.rs"),
    shown: SHOWN,
    elsewhere: ELSEWHERE,
};

const SHOWN: &[(&str, &[&str])] = &[
    ("G20", &["examples/J216", "examples/J201"]),
    ("G22", &["examples/J215"]),
];

const SWEEPS: &str = "sweeps/run";
const KEY: (&str, &str) = ("history/signing.rs", "a_signed_site_says_who_published_it");

const ELSEWHERE: &[(&str, &str, &str)] = &[
    ("G1", SWEEPS, "trial"),
    ("G2", SWEEPS, "g2_disk_full"),
    ("G3", SWEEPS, "trial"),
    ("G4", SWEEPS, "trial"),
    ("G5", SWEEPS, "g5_read_only_disk"),
    ("G6", SWEEPS, "g6_site_taken_away"),
    ("G7", SWEEPS, "g7_two_at_once"),
    (
        "G8",
        "publish.rs",
        "what_a_killed_run_left_is_cleared_away_or_brought_back",
    ),
    (
        "G9",
        "publish.rs",
        "what_a_killed_run_left_is_cleared_away_or_brought_back",
    ),
    ("G10", SWEEPS, "g10_ended_from_outside"),
    ("G11", SWEEPS, "g11_nobody_reads"),
    ("G12", SWEEPS, "g12_narrow_and_plain"),
    ("G13", SWEEPS, "g13_few_file_handles"),
    ("G14", SWEEPS, "g14_many_records"),
    ("G15", SWEEPS, "g15_clock"),
    ("G16", SWEEPS, "g16_surroundings"),
    ("G17", "publish.rs", "the_same_again_touches_nothing"),
    (
        "G18",
        "history/verify.rs",
        "one_byte_changed_in_any_published_file_is_named",
    ),
    (
        "G19",
        "publish.rs",
        "an_unfinished_run_leaves_the_old_site_and_nothing_else",
    ),
    ("G23", SWEEPS, "g23_no_network"),
    ("G24", KEY.0, KEY.1),
    ("G25", KEY.0, KEY.1),
    ("G27", "serve.rs", "what_is_hostile_is_refused"),
    ("G27", "serve.rs", "a_port_in_use_is_said_with_what_to_do"),
];

const TEMPLATE: &str = "themes/pendopo/templates/404.html";

#[test]
fn the_cases_and_examples_of_publishing() {
    run(&GROUP);
}

#[test]
fn g20_settings_that_are_missing_or_lead_nowhere() {
    outcome_after(|root| fs::remove_file(root.join("content/site.yaml")).unwrap())
        .expect(1, &["J122", "site.yaml"]);
    for address in [
        "http://jhur.example/",
        "https:///",
        "https://jhur.example/a",
        "https://jhur.example/a;b/",
    ] {
        outcome_after(|root| {
            let settings = root.join("content/site.yaml");
            let text = fs::read_to_string(&settings).unwrap();
            fs::write(&settings, text.replace("https://jhur.example/", address)).unwrap();
        })
        .expect(1, &["J216", "site.yaml:4"]);
    }
}

#[test]
fn g21_a_template_that_is_broken_or_calls_itself() {
    let site = published_site();
    let old = site.published();
    for broken in ["{% if %}\n", "{% include \"404.html\" %}\n"] {
        site.write(TEMPLATE, broken);
        site.run_on(TODAY, &["build"])
            .expect(2, &["J801", "404.html"]);
        assert_eq!(site.published(), old);
    }
}

/// A template of one's own can count for ever, as any program can, and there is no limit to how long a page may take: whoever
/// waits ends the program, and the old site stands as after any other end.
#[test]
fn g21_a_template_without_an_end() {
    let site = published_site();
    let old = site.published();
    let count =
        "{% for a in range(end=90000) %}{% for b in range(end=90000) %}{% endfor %}{% endfor %}";
    site.write(TEMPLATE, count);
    let mut build = site.command(&["build"]);
    let mut build = build.stderr(Stdio::null()).spawn().unwrap();
    std::thread::sleep(Duration::from_millis(700));
    assert!(build.try_wait().unwrap().is_none(), "it came to an end");
    build.kill().unwrap();
    build.wait().unwrap();
    assert_eq!(site.published(), old);
    fs::remove_file(site.path(TEMPLATE)).unwrap();
    site.run_on(TODAY, &["build"]).expect(0, &[]);
}

/// While a site is on its way to its host, a page needs nothing that may not be there yet: its style stands in it, and no
/// script is needed to read it.
#[test]
fn g26_a_page_stands_by_itself() {
    let site = published_site();
    for (path, html) in site.published() {
        if !path.ends_with(".html") {
            continue;
        }
        let html = String::from_utf8(html).unwrap();
        assert!(
            !html.contains("rel=\"stylesheet\"") && !html.contains("rel=\"preload\""),
            "{path}"
        );
        assert!(html.contains("<style>"), "{path}");
    }
}
