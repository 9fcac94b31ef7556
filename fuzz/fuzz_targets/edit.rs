//! Changes to a file of records: what was chosen says the new thing, everything else says what it said, and nothing outside of its
//! lines has moved.
#![no_main]

use jhur::editing::{rewrite_yaml, to_json};
use jhur::source::parse_strict;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

/// How many values there are in one that can be changed: itself, and those in it.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(list) => list.iter().map(count).sum(),
        Value::Object(map) => map.values().map(count).sum(),
        _ => 0,
    }
}

/// The value of a number, counted from the outermost.
fn nth(value: &mut Value, n: usize) -> Option<&mut Value> {
    if n == 0 {
        return Some(value);
    }
    let mut left = n - 1;
    let inner: Vec<&mut Value> = match value {
        Value::Array(list) => list.iter_mut().collect(),
        Value::Object(map) => map.values_mut().collect(),
        _ => Vec::new(),
    };
    for one in inner {
        let size = count(one);
        if left < size {
            return nth(one, left);
        }
        left -= size;
    }
    None
}

/// What becomes of the value that was chosen.
fn change(chosen: &mut Value, how: u8, typed: &str) {
    match (how % 6, &mut *chosen) {
        (0, Value::Array(list)) => list.push(typed.into()),
        (0, Value::Object(map)) => drop(map.insert("kunci-baru".to_owned(), typed.into())),
        (1, Value::Array(list)) if list.len() > 1 => drop(list.pop()),
        (1, Value::Object(map)) if map.len() > 1 => drop(map.shift_remove(&map.keys().next_back().unwrap().clone())),
        (2, Value::Array(list)) => list.insert(0, serde_json::json!({"id": typed, "text": typed})),
        (3, _) => *chosen = serde_json::json!([typed, typed]),
        (4, _) => *chosen = serde_json::json!({"id": typed, "en": typed}),
        _ => *chosen = typed.into(),
    }
}

fuzz_target!(|data: &[u8]| {
    // Which value, how, what is typed; then the file.
    let [at, how, length, rest @ ..] = data else { return };
    let Ok(rest) = std::str::from_utf8(rest) else { return };
    let Some((typed, text)) = rest.split_at_checked(usize::from(*length)) else { return };
    let Some(root) = parse_strict(text) else { return };
    let old = to_json(&root);
    if !matches!(old, Value::Array(_) | Value::Object(_)) {
        return;
    }
    assert_eq!(rewrite_yaml(text, &old).as_deref(), Some(text), "the same is not the same");
    let mut new = old.clone();
    let n = usize::from(*at) % count(&new);
    let Some(chosen) = nth(&mut new, n) else { return };
    change(chosen, *how, typed);
    let Some(done) = rewrite_yaml(text, &new) else { return };
    assert_eq!(to_json(&parse_strict(&done).expect("valid YAML")), new);
    assert_eq!(rewrite_yaml(&done, &new).as_deref(), Some(&*done));
    // Lines that say nothing, and what stands beside lines that were not touched, are still there.
    let comments = |text: &str| text.lines().filter(|line| line.trim_start().starts_with("# ")).count();
    if how % 6 == 5 && !typed.contains('\n') && !text.contains(['"', '\'', '|', '>']) && !done.contains(['|', '>']) {
        assert!(comments(&done) + typed.matches("# ").count() + 8 >= comments(text), "{text}\n=====\n{done}");
    }
});
