//! Files of records that are written and changed: they read back, and every fault in them is at a place of whole characters.

use super::cases;
use jhur::diag::{Code, FileId};
use jhur::editing::{rewrite_yaml, to_json};
use jhur::records::schema::FileKind;
use jhur::source::{parse_standalone, parse_strict};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

/// What may stand in a record: never nothing, which a form leaves out.
fn field_value() -> impl Strategy<Value = Value> {
    let key = "[a-z]{1,8}(_[a-z]{1,5})?";
    prop_oneof![3 => "[ -~]{1,60}", 2 => "\\PC{1,30}", 1 => "[ -~]{0,20}\n[ -~]{1,20}"]
        .prop_map(Value::from)
        .prop_recursive(3, 16, 4, move |inner| {
            prop_oneof![
                vec(inner.clone(), 1..4).prop_map(Value::from),
                vec((key, inner), 1..5)
                    .prop_map(|entries| Value::Object(entries.into_iter().collect())),
            ]
        })
}

/// What YAML is made of, characters of several bytes that nobody sees, and some that only look alike.
const PIECES: [&str; 30] = [
    "- ",
    "? ",
    ": ",
    ", ",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "!t ",
    "|\n",
    "\"",
    "'",
    "# ",
    "\n",
    "  ",
    "\u{200B}",
    "about:\u{200B}",
    "\u{A0}",
    "“",
    "é",
    "about",
    "date: 2022-01-10\n",
    "<<: ",
    "---\n",
    "\t",
    "– ",
    "𝕁",
    "é: |\n",
];

fn record() -> impl Strategy<Value = Value> {
    vec(("[a-z]{1,8}", field_value()), 1..6)
        .prop_map(|entries| Value::Object(entries.into_iter().collect()))
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn what_is_written_reads_back(first in record(), second in record()) {
        let text = rewrite_yaml("# Rekaan.\n", &first);
        let Some(text) = text else { return Err(TestCaseError::fail(format!("cannot be written: {first}"))) };
        prop_assert!(text.starts_with("# Rekaan.\n"));
        prop_assert_eq!(&to_json(&parse_strict(&text).unwrap()), &first);
        prop_assert_eq!(&rewrite_yaml(&text, &first), &Some(text.clone()));
        // What cannot be changed safely is left alone; what is changed says the new thing, and can be changed back.
        if let Some(changed) = rewrite_yaml(&text, &second) {
            prop_assert_eq!(&to_json(&parse_strict(&changed).unwrap()), &second);
            if let Some(back) = rewrite_yaml(&changed, &first) {
                prop_assert_eq!(&to_json(&parse_strict(&back).unwrap()), &first);
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(5_000))]

    #[test]
    fn every_place_is_made_of_whole_characters(pieces in vec(select(&PIECES[..]), 1..16)) {
        let text = pieces.concat();
        let mut diagnostics = Vec::new();
        parse_standalone::<Vec<jhur::records::FollowUp>>(FileKind::FollowUps, &text, FileId(0), &mut diagnostics);
        for diagnostic in &diagnostics {
            for span in diagnostic.span.iter().chain(diagnostic.secondary.iter().map(|(_, span)| span)) {
                prop_assert!(text.get(span.range()).is_some(), "{:?} of {:?}", diagnostic, text);
            }
        }
    }
}

#[test]
fn two_slips_near_one_key_are_two_slips() {
    let text = "number: 2\ndistrict: satu\nmuaadate: 2022-01-10\naspidate: 2022-01-11\n";
    let mut diagnostics = Vec::new();
    parse_standalone::<jhur::records::Stop>(FileKind::Stop, text, FileId(0), &mut diagnostics);
    assert_eq!(
        diagnostics
            .iter()
            .filter(|f| f.code == Code::UnknownKey)
            .count(),
        2,
        "{diagnostics:#?}"
    );
    // Of a fault of this program a library would speak.
    assert!(
        diagnostics.iter().all(|f| f.code != Code::BadYaml),
        "{diagnostics:#?}"
    );
}
