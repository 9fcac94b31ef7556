//! What a form shows of a record and gives back: the same record if nothing was typed, and what was typed where something was.
#![no_main]

use jhur::editing::{record, value, without_empty};
use jhur::records::{Lang, schema::Kind};
use jhur::source::whole;
use jhur_fuzz::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (file, typed) = text.split_once('\0').unwrap_or((text, ""));
    let Some(root) = whole(file) else { return };
    let old = value(&root);
    let form = record(Kind::Stop, "Stop").expect("a form");
    // Only a record that can be read is shown in a form.
    if read::<jhur::records::Stop>(Kind::Stop, file).is_some() && old.is_object() {
        let flat = form.flat(&old, Lang::Id);
        assert_eq!(form.build(&old, &without_empty(flat.clone()), Lang::Id), old, "{flat:?}");
    }
    // What a browser sends is anything.
    let sent = typed.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    let sent = without_empty(sent.map(|(name, value)| (name.to_owned(), value.to_owned())));
    let new = form.build(&old, &sent, Lang::Id);
    assert!(new.is_object() || !old.is_object());
});
