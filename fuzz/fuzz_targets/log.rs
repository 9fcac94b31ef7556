//! The revision log and what was redacted in it, as they stand in their files.
#![no_main]

use jhur::records::{LogEntry, RevisionBody};
use jhur_fuzz::Site;
use libfuzzer_sys::fuzz_target;
use std::cell::RefCell;

thread_local!(static SITE: RefCell<Site> = RefCell::default());

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    for line in text.lines() {
        // Only our own writing of a line is accepted.
        if let Some(entry) = LogEntry::parse(line) {
            assert_eq!(entry.to_line(), line);
        }
        if let Some(body) = RevisionBody::parse(line) {
            assert_eq!(body.to_line(), line);
        }
    }
    SITE.with_borrow_mut(|site| {
        let mut parts = data.splitn(3, |byte| *byte == 0);
        for name in ["log", "bodies", "redacted"] {
            site.write(&format!("content/{name}.jsonl"), parts.next().unwrap_or_default());
        }
        site.build(|_| false, true);
    });
});
