//! What a form shows of a record and what it gives back, and the field in which an error is shown.

use crate::common::repository;
use crate::rewriting::real_files;
use jhur::check_with_overrides;
use jhur::checks::AsOf;
use jhur::diag::Diagnostic;
use jhur::editing::{FieldLocation, RecordPath, form_schema, normalize, rewrite_yaml, to_json};
use jhur::records::Lang;
use jhur::records::schema::FileKind;
use jhur::source::{Overrides, parse_strict};
use serde_json::{Value, json};

#[test]
fn what_a_form_shows_is_what_is_written() {
    for (kind, text) in real_files() {
        let root = to_json(&parse_strict(&text).unwrap());
        let name = if kind == FileKind::Stop {
            "Stop"
        } else {
            "FollowUp"
        };
        let form = form_schema(kind, name).unwrap();
        let records = root
            .as_array()
            .cloned()
            .unwrap_or_else(|| vec![root.clone()]);
        for old in &records {
            let flat = form.to_values(old, Lang::Id);
            assert!(flat.len() > 3, "{flat:?}");
            // Browsers send other line endings.
            let typed = normalize(
                flat.iter()
                    .map(|(k, v)| (k.clone(), v.replace('\n', "\r\n"))),
            );
            assert_eq!(form.build_record(old, &typed, Lang::Id), *old);
        }
    }
}

#[test]
fn what_has_no_box_stays() {
    let form = form_schema(FileKind::Stop, "Stop").unwrap();
    let old = json!({
        "number": "1",
        "summary": {"id": "Ringkasan", "fr": "bahasa yang tidak dikenal"},
        "notes": ["satu", {"fr": "dua"}, "tiga"],
        "sources": [{"publisher": "Kabar Rekaan"}, "bukan isian", {"publisher": "Warta Rekaan"}],
    });
    let mut typed = form.to_values(&old, Lang::Id);
    assert_eq!(form.build_record(&old, &typed, Lang::Id), old);
    typed.insert("summary.en".into(), "Summary".into());
    typed.insert("notes.1.id".into(), "dua setengah".into());
    typed.remove("notes.2.id");
    typed.remove("sources.0.publisher");
    let new = json!({
        "number": "1",
        "summary": {"id": "Ringkasan", "fr": "bahasa yang tidak dikenal", "en": "Summary"},
        "notes": ["satu", {"fr": "dua"}, "dua setengah"],
        "sources": ["bukan isian", {"publisher": "Warta Rekaan"}],
    });
    assert_eq!(form.build_record(&old, &typed, Lang::Id), new);
}

/// A day on which nothing in content/ lies ahead.
const AS_OF: AsOf = AsOf::Now(1_800_000_000);

/// The errors of the real site if a file had another text, each with its code, its file and the field in it.
fn errors_if(path: &str, text: &str) -> Vec<(&'static str, String, FieldLocation)> {
    let outcome = check_with_overrides(
        &repository(""),
        AS_OF,
        &Overrides::from([(path.to_owned(), text.to_owned())]),
    );
    let errors = outcome.diagnostics.iter().filter(|d| d.is_error());
    let place = |d: &Diagnostic| {
        let file = d
            .span
            .and_then(|s| outcome.files.get(s.file))
            .map_or(String::new(), |f| f.path.clone());
        (
            d.code.id(),
            file,
            FieldLocation::of_diagnostic(d, &parse_strict(text).unwrap()),
        )
    };
    errors.map(place).collect()
}

#[test]
fn a_fault_stands_in_the_field_of_its_record() {
    let path = "content/stops/006-wuluhan.yaml";
    let text = std::fs::read_to_string(repository(path)).unwrap();
    assert_eq!(errors_if(path, &text), []);
    let place = |record: &str, field: &str| FieldLocation {
        record_path: record.into(),
        field_path: field.to_owned(),
    };
    let first = "aspirations/0/responses/0";
    for (pointer, key, new, code, place) in [
        (
            "/aspirations/0/responses/0",
            "office",
            json!("dinas-koperasih"),
            "J305",
            place(first, "office"),
        ),
        (
            "/aspirations/0/responses/0",
            "answer",
            json!(["dijanjikan"]),
            "J204",
            place(first, "answer.0"),
        ),
        (
            "/aspirations/0/responses/0",
            "text",
            json!(""),
            "J212",
            place(first, "text"),
        ),
        (
            "/aspirations/0",
            "id",
            json!("Studi Banding"),
            "J207",
            place("aspirations/0", "id"),
        ),
        (
            "/aspirations/0/from",
            "village",
            json!("bukan-desa"),
            "J304",
            place("aspirations/0", "from.village"),
        ),
        (
            "/sources/0",
            "url",
            json!("ini bukan alamat"),
            "J210",
            place("", "sources.0.url"),
        ),
        (
            "/sources/0",
            "publisher",
            Value::Null,
            "J202",
            place("", "sources.0.publisher"),
        ),
        ("", "date", json!("18 Maret"), "J208", place("", "date")),
        ("", "number", json!("enam"), "J206", place("", "number")),
    ] {
        let mut record = to_json(&parse_strict(&text).unwrap());
        let map = record
            .pointer_mut(pointer)
            .unwrap()
            .as_object_mut()
            .unwrap();
        if new.is_null() {
            map.shift_remove(key)
        } else {
            map.insert(key.to_owned(), new)
        };
        let changed = rewrite_yaml(&text, &record).unwrap();
        let found = errors_if(path, &changed);
        let expected = (code, path.to_owned(), place);
        assert!(
            found.contains(&expected),
            "{expected:?} is not in {found:?}"
        );
    }
    assert_eq!(std::fs::read_to_string(repository(path)).unwrap(), text);
}

#[test]
fn a_file_that_is_not_there_yet_is_judged_with_the_others() {
    let text = "number: 6\ndistrict: wuluhan\ndate: 2022-03-18\n";
    let path = "content/stops/006-lagi.yaml";
    let place = FieldLocation {
        record_path: RecordPath::default(),
        field_path: "number".to_owned(),
    };
    let twice = errors_if(path, text);
    assert!(
        twice.contains(&("J301", path.to_owned(), place)),
        "{twice:?}"
    );
    for path in ["content/apa-saja.yaml", "content/stops/../x.yaml"] {
        let outcome = check_with_overrides(
            &repository(""),
            AS_OF,
            &Overrides::from([(path.to_owned(), text.to_owned())]),
        );
        assert!(
            outcome.diagnostics.iter().any(|d| d.code.id() == "J121"),
            "{path}"
        );
    }
    assert!(
        errors_if(path, &format!("summary: {}\n{text}", "a ".repeat(500_001)))
            .iter()
            .any(|f| f.0 == "J104")
    );
}

#[test]
fn a_place_has_a_box() {
    let nearest = |field: &str, boxes: &[&str]| {
        let place = FieldLocation {
            record_path: RecordPath::default(),
            field_path: field.to_owned(),
        };
        place.closest_name(boxes.iter().copied()).map(str::to_owned)
    };
    let boxes = [
        "title.id",
        "title.en",
        "topics",
        "sources.0.url",
        "sources.1.url",
        "due.said",
        "due.by",
    ];
    assert_eq!(nearest("title", &boxes).as_deref(), Some("title.id"));
    assert_eq!(nearest("title.en", &boxes).as_deref(), Some("title.en"));
    assert_eq!(nearest("topics.1", &boxes).as_deref(), Some("topics"));
    assert_eq!(
        nearest("sources.1", &boxes).as_deref(),
        Some("sources.1.url")
    );
    assert_eq!(nearest("due", &boxes).as_deref(), Some("due.said"));
    assert_eq!(nearest("date", &boxes), None);
    assert_eq!(nearest("", &boxes), None);
}
