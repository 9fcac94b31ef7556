//! What is checked by itself: deadlines, days, keys, addresses, references, lines; and what is found in prose.
#![no_main]

use jhur::diag::{FileId, SourceFile, SourceMap, Span};
use jhur::records::{self, Day, Key, PartialDate, Reference, schema::validate_format};
use libfuzzer_sys::fuzz_target;
use std::sync::Arc;

fuzz_target!(|text: &str| {
    for format in ["key", "line", "text", "date", "due", "url", "base-url", "reference", "area-code"] {
        if let Err(error) = validate_format(format, text) {
            let file = SourceFile { path: "content/berkas.yaml".to_owned(), text: text.to_owned() };
            jhur_fuzz::render_all(&[error.with_span(Span::new(FileId(0), 0..text.len()))], &SourceMap::new(vec![Arc::new(file)]));
        }
    }
    if let Ok(term) = PartialDate::try_from(text.to_owned()) {
        assert_eq!(term.to_string(), text);
        assert!(&*term.last_day().to_string() >= text.split("-Q").next().unwrap(), "{text}");
    }
    if let Some(days) = Day::suggest(text) {
        assert!(days.split(" / ").all(|day| Day::parse(day).is_some()), "{text}: {days}");
    }
    let key = Key::suggest(text);
    assert_eq!(Key::suggest(&key), key);
    if let Ok(reference) = Reference::try_from(text.to_owned()) {
        assert_eq!(Reference::try_from(reference.to_string()).unwrap(), reference);
    }
    if let Some(number) = records::parse_stop_number(text) {
        assert_eq!(number.to_string(), text);
    }
    for (range, _) in records::markdown_links(text) {
        assert!(text.get(range).is_some());
    }
    assert!(!records::collapse_whitespace(text).contains('\n'));
    records::markdown_to_text(text);
    jhur::checks::may_hold_personal_data(text);
    jhur::plan::may_link_internally(text);
});
