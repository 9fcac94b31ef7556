//! Saving through the form keeps every byte that it did not have to change: over the real content and 1,000 made-up files.

use jhur::check_with_overrides;
use jhur::checks::AsOf;
use jhur::diag::Diagnostic;
use jhur::editing::{FieldLocation, RecordPath, form_schema, normalize, rewrite_yaml, to_json};
use jhur::records::Lang;
use jhur::records::schema::FileKind;
use jhur::source::yaml::node::{Node, NodeKind};
use jhur::source::{Overrides, parse_strict};
use serde_json::{Value, json};
use std::path::Path;

/// Numbers that seem to have no order and are the same in each run (xorshift64*).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        usize::try_from(self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33).unwrap() % most
    }

    fn one<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// What people type, harmless and not.
const TEXTS: [&str; 30] = [
    "Jalan rusak",
    "Jalan #3 rusak",
    "Catatan: belum selesai",
    "- tanda hubung di depan",
    "# pagar di depan",
    "\"dikutip\"",
    "'tunggal'",
    "it's",
    "\\ garis miring \\n terbalik",
    "[kurung]",
    "{kurawal}",
    "null",
    "~",
    "true",
    "123",
    "2022-03-18",
    "a, b, c",
    "&jangkar *alias !tag %persen @at `tik`",
    "? tanya",
    "| pipa",
    "> lebih",
    "“kutip miring”",
    "dua  spasi",
    "baris satu\nbaris dua",
    "paragraf satu\n\nparagraf dua",
    "- butir satu\n- butir dua\n  - dalam",
    "    menjorok\nbiasa",
    "teks yang panjang sekali: #tagar, 'kutip', \"ganda\", titik dua di tengah, dan seterusnya sampai jauh melewati lebar satu baris yang wajar bagi siapa pun",
    "kata\u{00A0}rapat dan emoji 🌾 dan aksara ꦗꦮ",
    "---",
];

/// Every file of records in content/, with its text.
fn real() -> Vec<(FileKind, String)> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let mut found = Vec::new();
    for (folder, kind) in [
        ("stops", FileKind::Stop),
        ("follow-ups", FileKind::FollowUps),
    ] {
        let mut paths: Vec<_> = content
            .join(folder)
            .read_dir()
            .unwrap()
            .map(|e| e.unwrap().path())
            .collect();
        paths.sort();
        found.extend(
            paths
                .iter()
                .map(|path| (kind, std::fs::read_to_string(path).unwrap())),
        );
    }
    assert!(found.len() > 20);
    found
}

/// A made-up file in one of many ways of writing.
fn made_up(dice: &mut Dice) -> String {
    let ending = *dice.one(&["\n", "\n", "\n", "\r\n"]);
    let step = *dice.one(&[2, 2, 4]);
    let dash = *dice.one(&[2, 2, 0]);
    let mut lines = vec![
        "# Berkas karangan untuk pengujian.".to_owned(),
        String::new(),
    ];
    let word = |dice: &mut Dice| {
        let plain = [
            "Warga meminta jalan diperbaiki",
            "Sumber terbaca sebagian",
            "Air bersih",
            "Pasar desa",
        ];
        let text = *dice.one(&plain);
        match dice.below(5) {
            0 => format!("\"{text}\""),
            1 => format!("'{text}'"),
            2 => format!("\"{text}\"   # alasan penulis"),
            _ => text.to_owned(),
        }
    };
    let pad = |by: usize| " ".repeat(by);
    lines.extend([
        format!("number: {}", dice.below(900) + 1),
        "district: wuluhan".to_owned(),
    ]);
    lines.push(format!(
        "date: 2022-03-{:02}{}",
        dice.below(28) + 1,
        dice.one(&["", "  # tanggal"])
    ));
    match dice.below(4) {
        0 => lines.extend([
            "summary: >-".to_owned(),
            format!("{}Ringkasan karangan", pad(step)),
            format!("{}dua baris.", pad(step)),
        ]),
        1 => lines.extend([
            "summary: |-  # kepala".to_owned(),
            format!("{}Satu", pad(step)),
            String::new(),
            format!("{}Dua", pad(step)),
        ]),
        2 => lines.push(format!(
            "summary: {{id: {}, en: Summary}}",
            dice.one(&["Ringkas", "\"Ringkas\""])
        )),
        _ => lines.extend([
            "summary:".to_owned(),
            format!("{}id: Ringkas", pad(step)),
            format!("{}en: Short", pad(step)),
        ]),
    }
    if dice.below(2) == 0 {
        lines.push("services: [adminduk, vaksinasi]".to_owned());
    }
    lines.push("sources:".to_owned());
    let d = pad(dash);
    for n in 0..=dice.below(3) {
        if dice.below(2) == 0 {
            lines.push(format!(
                "{d}- {{id: sumber-{n}, publisher: Karangan, kind: press}}"
            ));
        } else {
            lines.push(format!("{d}- id: sumber-{n}"));
            lines.push(format!("{d}  publisher: {}", word(dice)));
            lines.push(format!("{d}  # keterangan di dalam"));
            lines.push(format!("{d}  kind: press"));
        }
    }
    lines.push("aspirations:".to_owned());
    for n in 0..=dice.below(4) {
        if dice.below(2) == 0 {
            lines.push(String::new());
        }
        lines.push(format!("{d}- id: aspirasi-{n}"));
        lines.push(format!("{d}  title: {}", word(dice)));
        lines.push(format!("{d}  topics: [jalan, air]"));
        if dice.below(2) == 0 {
            lines.push(format!("{d}  from: {{role: Petani, village: tanjungrejo}}"));
        } else {
            lines.extend([
                format!("{d}  from:"),
                format!("{d}  {}role: {}", pad(step), word(dice)),
            ]);
        }
        lines.push(format!("{d}  text: {}", word(dice)));
        lines.push(format!("{d}  sources: [sumber-0]"));
        if dice.below(3) > 0 {
            let inner = format!("{d}  {}", pad(dash));
            lines.push(format!("{d}  responses:"));
            for _ in 0..=dice.below(2) {
                lines.push(format!("{inner}- office: dinas-koperasi"));
                lines.push(format!("{inner}  answer: [promised]"));
                lines.push(format!("{inner}  text: {}", word(dice)));
            }
        }
    }
    if dice.below(2) == 0 {
        lines.push("# akhir berkas".to_owned());
    }
    let text = lines.join(ending);
    if dice.below(4) == 0 {
        text
    } else {
        text + ending
    }
}

/// Every place in a tree to which something can be done, with the bytes that may change: the lines of an entry or an item; of
/// what stands in brackets all of it, for it may have to leave its line.
fn places(
    text: &str,
    node: &Node<'_>,
    path: &[Step],
    found: &mut Vec<(Vec<Step>, std::ops::Range<usize>)>,
) {
    let before = found.len();
    look(text, node, path, found);
    let start = node.span.range().start;
    if !path.is_empty() && text[start..].starts_with(['[', '{']) {
        let line = text[..start].rfind('\n').map_or(0, |n| n + 1);
        for (_, range) in &mut found[before..] {
            *range = line..node.span.range().end;
        }
    }
}

fn look(
    text: &str,
    node: &Node<'_>,
    path: &[Step],
    found: &mut Vec<(Vec<Step>, std::ops::Range<usize>)>,
) {
    let step = |step: Step| path.iter().cloned().chain([step]).collect::<Vec<_>>();
    match &node.kind {
        NodeKind::Map(entries) => {
            for entry in entries {
                let path = step(Step::Key(entry.key.to_string()));
                found.push((
                    path.clone(),
                    entry.key_span.range().start..entry.value.span.range().end,
                ));
                places(text, &entry.value, &path, found);
            }
        }
        NodeKind::List(items) => {
            for (n, item) in items.iter().enumerate() {
                let path = step(Step::Item(n));
                found.push((path.clone(), item.span.range()));
                places(text, item, &path, found);
            }
        }
        _ => {}
    }
}

#[derive(Clone, Debug)]
enum Step {
    Key(String),
    Item(usize),
}

fn at<'v>(value: &'v mut Value, path: &[Step]) -> &'v mut Value {
    path.iter().fold(value, |value, step| match step {
        Step::Key(key) => value.get_mut(key).unwrap(),
        Step::Item(n) => value.get_mut(n).unwrap(),
    })
}

/// What was done to a file, and the bytes of it that may differ afterwards.
fn change(dice: &mut Dice, text: &str) -> Option<(Value, std::ops::Range<usize>, String)> {
    let root = parse_strict(text).unwrap();
    let mut new = to_json(&root);
    let mut all = Vec::new();
    places(text, &root, &[], &mut all);
    let (path, range) = dice.one(&all).clone();
    let typed = |dice: &mut Dice| Value::from(*dice.one(&TEXTS));
    let what = dice.below(5);
    let (last, parents) = path.split_last().unwrap();
    match (what, last) {
        (0, _) => *at(&mut new, &path) = typed(dice),
        (1, Step::Key(key)) => {
            let parent = at(&mut new, parents).as_object_mut().unwrap();
            if parent.len() == 1 {
                return None;
            }
            parent.shift_remove(key);
        }
        (1, Step::Item(n)) => {
            let parent = at(&mut new, parents).as_array_mut().unwrap();
            if parent.len() == 1 {
                return None;
            }
            parent.remove(*n);
        }
        (2, Step::Key(key)) => {
            let value = if dice.below(3) == 0 {
                json!({"id": typed(dice), "en": typed(dice)})
            } else {
                typed(dice)
            };
            let parent = at(&mut new, parents).as_object_mut().unwrap();
            let position = parent.keys().position(|k| k == key).unwrap() + dice.below(2);
            parent.shift_insert(position, "kunci-baru".to_owned(), value);
        }
        (2, Step::Item(n)) => {
            let value = match dice.below(3) {
                0 => {
                    json!({"id": "baru", "title": typed(dice), "sources": ["a", "b"], "from": {"role": typed(dice)}})
                }
                1 => json!({"publisher": typed(dice), "notes": [typed(dice), typed(dice)]}),
                _ => typed(dice),
            };
            at(&mut new, parents)
                .as_array_mut()
                .unwrap()
                .insert(*n + dice.below(2), value);
        }
        (3, _) => *at(&mut new, &path) = json!([typed(dice), typed(dice)]),
        _ => *at(&mut new, &path) = json!({"id": typed(dice), "text": typed(dice)}),
    }
    Some((new, range, format!("{what} {path:?}")))
}

/// Holds a change against its promise; gives whether it could be done.
fn hold(text: &str, new: &Value, range: &std::ops::Range<usize>, what: &str) -> bool {
    let Some(done) = rewrite_yaml(text, new) else {
        return false;
    };
    assert_eq!(to_json(&parse_strict(&done).unwrap()), *new, "{what}");
    let before = text
        .bytes()
        .zip(done.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    let after = text
        .bytes()
        .rev()
        .zip(done.bytes().rev())
        .take_while(|(a, b)| a == b)
        .count();
    // The whole lines of the entry or item are its own, and the places where it might have been put in.
    let first = text[..range.start]
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '-'))
        .len();
    let line = text[range.end..]
        .find('\n')
        .map_or(text.len(), |n| range.end + n + 1);
    let next = line + text[line..].len() - text[line..].trim_start().len();
    assert!(
        before >= first.min(text.len() - after.min(text.len())),
        "{what}: something before was changed: {before} < {first}, {range:?}\n{text}\n=====\n{done}"
    );
    assert!(
        text.len() - after <= next.max(before),
        "{what}: something behind was changed\n{done}"
    );
    true
}

#[test]
fn the_same_is_the_same_file() {
    for (_, text) in real() {
        assert_eq!(
            rewrite_yaml(&text, &to_json(&parse_strict(&text).unwrap())).unwrap(),
            text
        );
    }
    let mut dice = Dice(7);
    for _ in 0..200 {
        let text = made_up(&mut dice);
        assert_eq!(
            rewrite_yaml(&text, &to_json(&parse_strict(&text).unwrap())).unwrap(),
            text
        );
    }
}

#[test]
fn every_byte_that_need_not_change_is_kept() {
    let mut dice = Dice(2022);
    let (mut done, mut refused) = (0, Vec::new());
    let mut texts: Vec<String> = (0..1000).map(|_| made_up(&mut dice)).collect();
    texts.extend((0..8).flat_map(|_| real()).map(|(_, text)| text));
    for text in &texts {
        for _ in 0..3 {
            let Some((new, range, what)) = change(&mut dice, text) else {
                continue;
            };
            if hold(text, &new, &range, &what) {
                done += 1
            } else {
                refused.push(format!("{what} {new}\n{text}"))
            }
        }
    }
    assert!(done > 2000, "{done}");
    assert!(
        refused.is_empty(),
        "{} of {}:\n{}",
        refused.len(),
        done,
        refused[0]
    );
}

#[test]
fn what_a_form_shows_is_what_is_written() {
    for (kind, text) in real() {
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
const WHEN: AsOf = AsOf::Now(1_800_000_000);

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What is wrong if a file says something else, each with its code, its file and its place in it.
fn judged(path: &str, text: &str) -> Vec<(&'static str, String, FieldLocation)> {
    let outcome = check_with_overrides(
        root(),
        WHEN,
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
    let text = std::fs::read_to_string(root().join(path)).unwrap();
    assert_eq!(judged(path, &text), []);
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
        let found = judged(path, &changed);
        let expected = (code, path.to_owned(), place);
        assert!(
            found.contains(&expected),
            "{expected:?} is not in {found:?}"
        );
    }
    assert_eq!(std::fs::read_to_string(root().join(path)).unwrap(), text);
}

#[test]
fn a_file_that_is_not_there_yet_is_judged_with_the_others() {
    let text = "number: 6\ndistrict: wuluhan\ndate: 2022-03-18\n";
    let path = "content/stops/006-lagi.yaml";
    let place = FieldLocation {
        record_path: RecordPath::default(),
        field_path: "number".to_owned(),
    };
    let twice = judged(path, text);
    assert!(
        twice.contains(&("J301", path.to_owned(), place)),
        "{twice:?}"
    );
    for path in ["content/apa-saja.yaml", "content/stops/../x.yaml"] {
        let outcome = check_with_overrides(
            root(),
            WHEN,
            &Overrides::from([(path.to_owned(), text.to_owned())]),
        );
        assert!(
            outcome.diagnostics.iter().any(|d| d.code.id() == "J121"),
            "{path}"
        );
    }
    assert!(
        judged(path, &format!("summary: {}\n{text}", "a ".repeat(500_001)))
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

/// A file says this; saying it again changes nothing.
fn says(text: &str, what: &Value) {
    assert_eq!(&to_json(&parse_strict(text).unwrap()), what);
    assert_eq!(rewrite_yaml(text, what).as_deref(), Some(text));
}

/// A lone carriage return ends a line for YAML and not for this program; found by fuzz/.
#[test]
fn line_ends_of_old_macs_are_not_written() {
    let text = "# Berkas karangan.\rnumber: 1\r";
    assert_eq!(rewrite_yaml(text, &json!({"number": "2"})), None);
}

#[test]
fn behind_a_blank_that_yaml_does_not_know_stands_no_comment() {
    says(
        "\u{2006}# Berkas: karangan\n",
        &json!({"\u{2006}# Berkas": "karangan"}),
    );
}

#[test]
fn an_empty_list_takes_what_is_added() {
    let new = json!([{"about": "6/jalan/aspal", "text": "Jalan #3"}]);
    for text in ["[]\n", "# Berkas karangan.\n[]", "[]  # kosong\n"] {
        let done = rewrite_yaml(text, &new);
        assert!(
            done.is_none_or(|done| to_json(&parse_strict(&done).unwrap()) == new),
            "{text}"
        );
    }
    assert!(
        rewrite_yaml("# Berkas karangan.\n[]\n", &new)
            .unwrap()
            .starts_with("# Berkas karangan.\n- about:")
    );
}
