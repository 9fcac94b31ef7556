//! Both languages have a text for every field of the records and for the command line, and none too many.

use jhur::diag::messages::{Language, Messages};
use jhur::records::schema::{FileKind, record_types};
use std::collections::BTreeSet;

/// The keys of a Fluent file.
fn keys(text: &str) -> BTreeSet<String> {
    let key = |line: &str| line.split_once(" =").map(|(key, _)| key.to_owned());
    text.lines()
        .filter(|l| l.starts_with(|c: char| c.is_ascii_alphabetic()))
        .filter_map(key)
        .collect()
}

/// Every vocabulary's words, as `Status-in-progress`.
fn vocabularies() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for kind in FileKind::ALL {
        let schema = kind.schema();
        for (name, definition) in schema["$defs"].as_object().into_iter().flatten() {
            let words = definition["oneOf"].as_array().into_iter().flatten();
            found.extend(
                words
                    .filter_map(|w| w["const"].as_str())
                    .map(|w| format!("{name}-{w}")),
            );
        }
    }
    found
}

#[test]
fn every_field_has_a_text_and_no_text_is_left_over() {
    let mut wanted = vocabularies();
    assert!(
        wanted.len() > 30,
        "the test no longer finds the vocabularies: {wanted:?}"
    );
    for (name, fields) in record_types() {
        wanted.extend(fields.keys().map(|field| format!("{name}-{field}")));
        wanted.insert(name);
    }
    let files = [
        include_str!("../src/diag/i18n/id/fields.ftl"),
        include_str!("../src/diag/i18n/en/fields.ftl"),
    ];
    for (text, language) in files
        .into_iter()
        .zip([Language::Indonesian, Language::English])
    {
        assert_eq!(keys(text), wanted);
        let words = Messages::built_in(language);
        for key in &wanted {
            assert_ne!(words.message(key, &[]), *key);
        }
    }
}

#[test]
fn both_languages_of_the_command_line_say_the_same() {
    let [id, en] = [
        include_str!("../src/diag/i18n/id/commands.ftl"),
        include_str!("../src/diag/i18n/en/commands.ftl"),
    ]
    .map(keys);
    assert_eq!(id, en);
}
