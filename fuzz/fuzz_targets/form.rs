//! What a form shows of a record and gives back: the same record if nothing was typed, and what was typed where something was.
#![no_main]

use jhur::editing::{form_schema, normalize, to_json};
use jhur::records::{Lang, schema::FileKind};
use jhur::source::parse_strict;
use jhur_fuzz::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (file, typed) = text.split_once('\0').unwrap_or((text, ""));
    let Some(root) = parse_strict(file) else { return };
    let old = to_json(&root);
    let form = form_schema(FileKind::Stop, "Stop").expect("a form");
    // Only a record that can be read is shown in a form.
    if read::<jhur::records::Stop>(FileKind::Stop, file).is_some() && old.is_object() {
        let values = form.to_values(&old, Lang::Id);
        assert_eq!(form.build_record(&old, &normalize(values.clone()), Lang::Id), old, "{values:?}");
    }
    // What a browser sends is anything.
    let sent = typed.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    let sent = normalize(sent.map(|(name, value)| (name.to_owned(), value.to_owned())));
    let new = form.build_record(&old, &sent, Lang::Id);
    assert!(new.is_object() || !old.is_object());
});
