//! Words that the rules refuse are refused in every field, at its line.

use super::filling::{Filling, PROSE, one, picture};
use super::records::{self, Field};
use super::strings::{LINKS, NO_VALUE, REFERENCES, REFUSED};
use super::{AS_OF, write_records};
use jhur::checks::AsOf;
use jhur::diag::messages::{Language, Messages};
use jhur::records::Day;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use tempfile::TempDir;

#[test]
fn the_records_have_every_field_that_takes_words() {
    let mut filled = BTreeSet::new();
    one(true, &mut |field: &Field<'_>| {
        filled.extend(
            (matches!(field.format, "text" | "line" | "url")).then(|| field.name.to_owned()),
        );
        None
    });
    let mut all: BTreeSet<String> = records::fields(&["text", "line", "url"])
        .into_iter()
        .collect();
    all.insert("Page.body".into());
    all.remove("Site.signing_key");
    assert_eq!(filled, all);
}

/// The lines of a file in which something was found, with the codes.
fn errors_by_line(root: &Path) -> BTreeMap<String, BTreeSet<(usize, String)>> {
    let outcome = jhur::check(root, AsOf::Chosen(Day::parse(AS_OF).unwrap()));
    let words = Messages::built_in(Language::English);
    let found = jhur::diag::render::render_json(&outcome.diagnostics, &outcome.files, &words);
    let mut lines: BTreeMap<String, BTreeSet<(usize, String)>> = BTreeMap::new();
    for line in found.lines() {
        let fault: Value = serde_json::from_str(line).unwrap();
        assert!(
            !fault["message"]
                .as_str()
                .unwrap()
                .contains(jhur::diag::is_invisible),
            "{fault}"
        );
        if fault["severity"] == "error" {
            let line = usize::try_from(fault["line"].as_u64().unwrap_or_default()).unwrap();
            let file = fault["file"].as_str().unwrap_or_default().to_owned();
            lines
                .entry(file)
                .or_default()
                .insert((line, fault["code"].as_str().unwrap().to_owned()));
        }
    }
    lines
}

/// Puts a value into every field that takes it; gives where there is no fault at its line.
fn not_refused(
    value: &str,
    code: Option<&str>,
    takes: impl Fn(&Field<'_>) -> bool,
) -> (usize, Vec<String>) {
    let root = TempDir::new().unwrap();
    // Links in what was withdrawn are not looked at; all else is.
    let is_withdrawn = code != Some("J315");
    let files = one(is_withdrawn, &mut |field| {
        takes(field).then(|| format!("{value}TANDA").into())
    });
    // The mark is taken out again: it says where the value stands, also where that is empty.
    let marked: BTreeMap<&String, String> = files
        .iter()
        .map(|(path, bytes)| (path, String::from_utf8(bytes.clone()).unwrap()))
        .collect();
    let without = marked
        .iter()
        .map(|(path, text)| ((*path).clone(), text.replace("TANDA", "").into_bytes()));
    write_records(root.path(), &without.collect());
    write_records(
        root.path(),
        &BTreeMap::from([("media/rekaan.png".to_owned(), picture())]),
    );
    let found = errors_by_line(root.path());
    let (mut count, mut missing) = (0, Vec::new());
    for (path, text) in marked {
        let there = found.get(&format!("content/{path}"));
        for (n, line) in text
            .lines()
            .enumerate()
            .filter(|(_, line)| line.contains("TANDA"))
        {
            count += 1;
            // The body of a page is one text, which begins above the line.
            let is_body = path.ends_with(".md") && !line.trim_start().starts_with('"');
            let is_named = there.is_some_and(|t| {
                t.iter()
                    .any(|(at, c)| (is_body || *at == n + 1) && code.is_none_or(|code| code == c))
            });
            if !is_named {
                missing.push(format!("{path}:{}: {}", n + 1, line.trim()));
            }
        }
    }
    (count, missing)
}

#[test]
fn what_cannot_be_read_is_refused_in_every_field() {
    for (value, code) in REFUSED {
        // A body of a page stands in the file as it is; all other words are escaped.
        let (count, missing) = not_refused(value, Some(code), |f| {
            matches!(f.format, "text" | "line") && f.name != "Page.body"
        });
        assert!(count > 90, "only {count} fields");
        assert_eq!(missing, [""; 0], "{value:?}");
    }
}

/// A type at a time: a file must not be too large itself.
#[test]
fn what_is_too_long_or_piled_up_is_refused_in_every_field() {
    let fields = Filling::all().fields;
    let types: BTreeSet<&str> = fields
        .iter()
        .filter_map(|name| name.split('.').next())
        .collect();
    for (value, code) in [
        ("a".repeat(20_001), "J213"),
        (format!("a{}", "\u{301}".repeat(10_000)), "J128"),
    ] {
        for name in &types {
            let of_type = |f: &Field<'_>| {
                matches!(f.format, "text" | "line") && f.name.split('.').next() == Some(name)
            };
            let missing = not_refused(&value, Some(code), of_type).1;
            assert!(missing.is_empty(), "{code}: {name}: {:.60}", missing[0]);
        }
    }
}

#[test]
fn references_to_what_nobody_sees_are_refused_in_every_text() {
    for value in REFERENCES {
        let (count, missing) = not_refused(value, Some("J118"), |f| f.format == "text");
        assert!(count > 60, "only {count} fields");
        assert_eq!(missing, [""; 0], "{value:?}");
    }
}

#[test]
fn links_that_lead_by_no_known_way_are_refused_in_prose() {
    for value in LINKS {
        let (count, missing) = not_refused(value, Some("J315"), |f| PROSE.contains(&f.name));
        assert!(count > 30, "only {count} fields");
        assert_eq!(missing, [""; 0], "{value:?}");
    }
}

#[test]
fn only_addresses_keys_days_and_words_of_a_list_stand_where_they_belong() {
    for value in NO_VALUE {
        for format in [
            "url",
            "base-url",
            "key",
            "reference",
            "date",
            "due",
            "area-code",
            "word",
        ] {
            let (_, missing) = not_refused(value, None, |f| f.format == format);
            assert_eq!(missing, [""; 0], "{format} {value:?}");
        }
        let (count, missing) = not_refused(value, None, |f| f.name == "Photo.file");
        assert!(count > 1 && missing.is_empty(), "{value:?}: {missing:?}");
    }
}
