//! What is judged by itself: deadlines, days, keys, addresses, references, lines; and what is found in prose.
#![no_main]

use jhur::diag::{File, FileId, Files, Span};
use jhur::records::{self, Day, Key, Reference, Term, schema::judge};
use libfuzzer_sys::fuzz_target;
use std::sync::Arc;

fuzz_target!(|text: &str| {
    for format in ["key", "line", "text", "date", "due", "url", "base-url", "reference", "area-code"] {
        if let Err(fault) = judge(format, text) {
            let file = File { path: "content/berkas.yaml".to_owned(), text: text.to_owned() };
            jhur_fuzz::say(&[fault.at(Span::new(FileId(0), 0..text.len()))], &Files::new(vec![Arc::new(file)]));
        }
    }
    if let Ok(term) = Term::try_from(text.to_owned()) {
        assert_eq!(term.to_string(), text);
        assert!(&*term.last_day().to_string() >= text.split("-Q").next().unwrap(), "{text}");
    }
    if let Some(days) = Day::proposal(text) {
        assert!(days.split(" / ").all(|day| Day::parse(day).is_some()), "{text}: {days}");
    }
    let key = Key::proposal(text);
    assert_eq!(Key::proposal(&key), key);
    if let Ok(reference) = Reference::try_from(text.to_owned()) {
        assert_eq!(Reference::try_from(reference.to_string()).unwrap(), reference);
    }
    if let Some(number) = records::number(text) {
        assert_eq!(number.to_string(), text);
    }
    for (range, _) in records::links(text) {
        assert!(text.get(range).is_some());
    }
    assert!(!records::one_line(text).contains('\n'));
    records::plain(text);
    records::may_be_private(text);
    records::may_lead_inside(text);
});
