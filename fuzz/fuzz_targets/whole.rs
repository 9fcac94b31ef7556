//! A whole build of a small site in memory: a stop, follow-ups and a page, with a line of equals signs between them.
#![no_main]

use jhur_fuzz::Site;
use libfuzzer_sys::fuzz_target;
use std::cell::RefCell;

/// The files, and what stands in them where the input does not reach.
const FILES: [(&str, &str); 3] = [
    ("content/stops/002-dua.yaml", include_str!("../../tests/sites/riwayat/content/stops/002-dua.yaml")),
    ("content/follow-ups/2022.yaml", include_str!("../../tests/sites/riwayat/content/follow-ups/2022.yaml")),
    ("content/pages/uji.md", "---\ntitle: Uji (rekaan)\n---\n"),
];

thread_local!(static SITE: RefCell<Site> = RefCell::default());

fuzz_target!(|data: &[u8]| {
    SITE.with_borrow_mut(|site| {
        let mut left = Some(data);
        for (file, usual) in FILES {
            let text = left.unwrap_or_default();
            let end = text.windows(5).position(|five| five == b"\n===\n");
            left = end.map(|at| &text[at + 5..]);
            let text = end.map_or(text, |at| &text[..=at]);
            site.write(file, if text.is_empty() { usual.as_bytes() } else { text });
        }
        if let Some(published) = site.build(|_| true, true) {
            assert!(published.contains_key("index.html"));
        }
    });
});
