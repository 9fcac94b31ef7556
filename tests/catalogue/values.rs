//! B: values and schema.

use super::coverage::{Group, run};
use super::outcome::{STOP_FILE, site};

pub const GROUP: Group = Group {
    letter: 'b',
    source: include_str!("values.rs"),
    shown: SHOWN,
    elsewhere: ELSEWHERE,
};

const SHOWN: &[(&str, &[&str])] = &[
    ("B1", &["examples/J201", "faults/J201-foreign"]),
    ("B2", &["examples/J202", "faults/J202-stop"]),
    ("B3", &["examples/J212", "faults/J212-null"]),
    ("B4", &["faults/J212-spaces", "faults/J118-zero-width"]),
    (
        "B5",
        &[
            "examples/J205",
            "faults/J205-yes",
            "faults/J205-ya",
            "faults/J205-1",
            "faults/J205-true",
        ],
    ),
    ("B7", &["faults/J208-feb30"]),
    ("B8", &["examples/J208"]),
    ("B10", &["examples/J405"]),
    ("B11", &["examples/J402", "examples/J403"]),
    ("B12", &["examples/J204"]),
    (
        "B13",
        &[
            "examples/J510",
            "faults/J510-words",
            "examples/J518",
            "faults/J518-status",
            "faults/J511-reopens",
            "faults/J508-reopens",
        ],
    ),
    ("B14", &["faults/J206-thousand", "faults/J206-underscore"]),
    (
        "B15",
        &[
            "examples/J206",
            "faults/J206-huge",
            "faults/J206-negative",
            "faults/J206-nan",
        ],
    ),
    ("B16", &["faults/J213-title"]),
    ("B17", &["examples/J304", "faults/J304-near"]),
    (
        "B18",
        &[
            "examples/J210",
            "faults/J210-script",
            "faults/J210-local",
            "faults/J210-file",
        ],
    ),
    // Nothing is overridden: what offices publish (.go.id, `contact`, web addresses) passes by itself, and `check --privacy` lists it. A name
    // without a form of address is left to who writes (docs/PANDUAN.md).
    (
        "B19",
        &[
            "examples/J601",
            "examples/J602",
            "examples/J603",
            "examples/J604",
            "examples/J606",
            "examples/J607",
            "examples/J608",
        ],
    ),
    ("B20", &["faults/J204-zone"]),
    ("B21", &["faults/J208-year26", "faults/J208-year20226"]),
    ("B22", &["examples/J515", "examples/J516", "examples/J517"]),
    ("B23", &["faults/J202-standing", "faults/J204-standing"]),
];

const ELSEWHERE: &[(&str, &str, &str)] = &[("B6", "examples.rs", "keys_stay_as_they_are_written")];

#[test]
fn the_cases_and_examples_of_values() {
    run(&GROUP);
}

/// Only where no day was chosen: as of a day, what is later is left out.
#[test]
fn b9_a_stop_in_the_future_was_not_held() {
    for (draft, code) in [("", 1), ("draft: true\n", 0)] {
        let site = site();
        let text = format!("number: 2\ndistrict: sukamaju\ndate: 2099-10-12\n{draft}");
        site.write(STOP_FILE, text);
        let check = site.run(&["check"]).expect(code, &[]);
        let is_named = check.err.contains("[J404]") && check.err.contains("002-contoh.yaml:3:7");
        assert_eq!(is_named, code == 1, "{}", check.err);
    }
}
