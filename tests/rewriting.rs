//! Rewriting a YAML file keeps every byte that did not have to change: over the real content and 1,000 made-up files.

use crate::common::chance::Chance;
use crate::common::repository;
use jhur::editing::{rewrite_yaml, to_json};
use jhur::records::schema::FileKind;
use jhur::source::parse_strict;
use jhur::source::yaml::node::{Node, NodeKind};
use serde_json::{Value, json};

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
pub fn real_files() -> Vec<(FileKind, String)> {
    let content = repository("content");
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
fn made_up(chance: &mut Chance) -> String {
    let ending = *chance.pick(&["\n", "\n", "\n", "\r\n"]);
    let step = *chance.pick(&[2, 2, 4]);
    let dash = *chance.pick(&[2, 2, 0]);
    let mut lines = vec![
        "# Berkas karangan untuk pengujian.".to_owned(),
        String::new(),
    ];
    let word = |chance: &mut Chance| {
        let plain = [
            "Warga meminta jalan diperbaiki",
            "Sumber terbaca sebagian",
            "Air bersih",
            "Pasar desa",
        ];
        let text = *chance.pick(&plain);
        match chance.below(5) {
            0 => format!("\"{text}\""),
            1 => format!("'{text}'"),
            2 => format!("\"{text}\"   # alasan penulis"),
            _ => text.to_owned(),
        }
    };
    let pad = |by: usize| " ".repeat(by);
    lines.extend([
        format!("number: {}", chance.below(900) + 1),
        "district: wuluhan".to_owned(),
    ]);
    lines.push(format!(
        "date: 2022-03-{:02}{}",
        chance.below(28) + 1,
        chance.pick(&["", "  # tanggal"])
    ));
    match chance.below(4) {
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
            chance.pick(&["Ringkas", "\"Ringkas\""])
        )),
        _ => lines.extend([
            "summary:".to_owned(),
            format!("{}id: Ringkas", pad(step)),
            format!("{}en: Short", pad(step)),
        ]),
    }
    if chance.below(2) == 0 {
        lines.push("services: [adminduk, vaksinasi]".to_owned());
    }
    lines.push("sources:".to_owned());
    let d = pad(dash);
    for n in 0..=chance.below(3) {
        if chance.below(2) == 0 {
            lines.push(format!(
                "{d}- {{id: sumber-{n}, publisher: Karangan, kind: press}}"
            ));
        } else {
            lines.push(format!("{d}- id: sumber-{n}"));
            lines.push(format!("{d}  publisher: {}", word(chance)));
            lines.push(format!("{d}  # keterangan di dalam"));
            lines.push(format!("{d}  kind: press"));
        }
    }
    lines.push("aspirations:".to_owned());
    for n in 0..=chance.below(4) {
        if chance.below(2) == 0 {
            lines.push(String::new());
        }
        lines.push(format!("{d}- id: aspirasi-{n}"));
        lines.push(format!("{d}  title: {}", word(chance)));
        lines.push(format!("{d}  topics: [jalan, air]"));
        if chance.below(2) == 0 {
            lines.push(format!("{d}  from: {{role: Petani, village: tanjungrejo}}"));
        } else {
            lines.extend([
                format!("{d}  from:"),
                format!("{d}  {}role: {}", pad(step), word(chance)),
            ]);
        }
        lines.push(format!("{d}  text: {}", word(chance)));
        lines.push(format!("{d}  sources: [sumber-0]"));
        if chance.below(3) > 0 {
            let inner = format!("{d}  {}", pad(dash));
            lines.push(format!("{d}  responses:"));
            for _ in 0..=chance.below(2) {
                lines.push(format!("{inner}- office: dinas-koperasi"));
                lines.push(format!("{inner}  answer: [promised]"));
                lines.push(format!("{inner}  text: {}", word(chance)));
            }
        }
    }
    if chance.below(2) == 0 {
        lines.push("# akhir berkas".to_owned());
    }
    let text = lines.join(ending);
    if chance.below(4) == 0 {
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
    places_within(text, node, path, found);
    let start = node.span.range().start;
    if !path.is_empty() && text[start..].starts_with(['[', '{']) {
        let line = text[..start].rfind('\n').map_or(0, |n| n + 1);
        for (_, range) in &mut found[before..] {
            *range = line..node.span.range().end;
        }
    }
}

fn places_within(
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
fn change(chance: &mut Chance, text: &str) -> Option<(Value, std::ops::Range<usize>, String)> {
    let root = parse_strict(text).unwrap();
    let mut new = to_json(&root);
    let mut all = Vec::new();
    places(text, &root, &[], &mut all);
    let (path, range) = chance.pick(&all).clone();
    let typed = |chance: &mut Chance| Value::from(*chance.pick(&TEXTS));
    let what = chance.below(5);
    let (last, parents) = path.split_last().unwrap();
    match (what, last) {
        (0, _) => *at(&mut new, &path) = typed(chance),
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
            let value = if chance.below(3) == 0 {
                json!({"id": typed(chance), "en": typed(chance)})
            } else {
                typed(chance)
            };
            let parent = at(&mut new, parents).as_object_mut().unwrap();
            let position = parent.keys().position(|k| k == key).unwrap() + chance.below(2);
            parent.shift_insert(position, "kunci-baru".to_owned(), value);
        }
        (2, Step::Item(n)) => {
            let value = match chance.below(3) {
                0 => {
                    json!({"id": "baru", "title": typed(chance), "sources": ["a", "b"], "from": {"role": typed(chance)}})
                }
                1 => json!({"publisher": typed(chance), "notes": [typed(chance), typed(chance)]}),
                _ => typed(chance),
            };
            at(&mut new, parents)
                .as_array_mut()
                .unwrap()
                .insert(*n + chance.below(2), value);
        }
        (3, _) => *at(&mut new, &path) = json!([typed(chance), typed(chance)]),
        _ => *at(&mut new, &path) = json!({"id": typed(chance), "text": typed(chance)}),
    }
    Some((new, range, format!("{what} {path:?}")))
}

/// Checks that a change kept every byte outside of `range`; gives whether it could be done.
fn keeps_other_bytes(text: &str, new: &Value, range: &std::ops::Range<usize>, what: &str) -> bool {
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
    for (_, text) in real_files() {
        assert_eq!(
            rewrite_yaml(&text, &to_json(&parse_strict(&text).unwrap())).unwrap(),
            text
        );
    }
    let mut chance = Chance::new(7);
    for _ in 0..200 {
        let text = made_up(&mut chance);
        assert_eq!(
            rewrite_yaml(&text, &to_json(&parse_strict(&text).unwrap())).unwrap(),
            text
        );
    }
}

#[test]
fn every_byte_that_need_not_change_is_kept() {
    let mut chance = Chance::new(2022);
    let (mut done, mut refused) = (0, Vec::new());
    let mut texts: Vec<String> = (0..1000).map(|_| made_up(&mut chance)).collect();
    texts.extend((0..8).flat_map(|_| real_files()).map(|(_, text)| text));
    for text in &texts {
        for _ in 0..3 {
            let Some((new, range, what)) = change(&mut chance, text) else {
                continue;
            };
            if keeps_other_bytes(text, &new, &range, &what) {
                done += 1;
            } else {
                refused.push(format!("{what} {new}\n{text}"));
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

/// Checks that a file has a value, and that writing the same again changes nothing.
fn has_value(text: &str, what: &Value) {
    assert_eq!(&to_json(&parse_strict(text).unwrap()), what);
    assert_eq!(rewrite_yaml(text, what).as_deref(), Some(text));
}

/// Also in a file with the line ends of old Macs, whose first line is a comment; found by fuzz/.
#[test]
fn a_comment_ends_with_its_line() {
    has_value("# Berkas karangan.\rnumber: 1\r", &json!({"number": "1"}));
}

#[test]
fn behind_a_blank_that_yaml_does_not_know_stands_no_comment() {
    has_value(
        "\u{2006}# Berkas: karangan\n",
        &json!({"\u{2006}# Berkas": "karangan"}),
    );
}

#[test]
fn an_empty_list_takes_what_is_added() {
    let new = json!([{"about": "6/jalan/aspal", "text": "Jalan #3"}]);
    for (text, comment) in [
        ("[]\n", ""),
        ("# Berkas karangan.\n[]", "# Berkas karangan.\n"),
        ("# Berkas karangan.\n[]\n", "# Berkas karangan.\n"),
    ] {
        let done = rewrite_yaml(text, &new).unwrap_or_else(|| panic!("refused: {text:?}"));
        let item = "- about: 6/jalan/aspal\n  text: \"Jalan #3\"";
        assert_eq!(done.trim_end(), format!("{comment}{item}"));
    }
    // A comment behind it stays.
    assert_eq!(
        rewrite_yaml("[]  # kosong\n", &new).as_deref(),
        Some("- about: 6/jalan/aspal\n  text: \"Jalan #3\"  # kosong\n")
    );
}
