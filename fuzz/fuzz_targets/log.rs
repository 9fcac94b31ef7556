//! The revision log and what was redacted in it, as they stand in their files.
#![no_main]

use jhur::records::Revision;
use jhur_fuzz::Site;
use libfuzzer_sys::fuzz_target;
use std::cell::RefCell;

thread_local!(static SITE: RefCell<Site> = RefCell::default());

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    for text in text.lines() {
        let Ok(line) = serde_json::from_str::<Revision>(text) else { continue };
        // Only our own writing of a line is accepted.
        if line.to_line() == text {
            assert_eq!(serde_json::from_str::<Revision>(&line.to_line()).unwrap(), line);
        }
        line.is_intact();
        line.commitment_keys().count();
    }
    SITE.with_borrow_mut(|site| {
        let mut halves = data.splitn(2, |byte| *byte == 0);
        site.write("content/revisions.jsonl", halves.next().unwrap_or_default());
        site.write("content/redacted.jsonl", halves.next().unwrap_or_default());
        site.build(|_| false, true);
    });
});
