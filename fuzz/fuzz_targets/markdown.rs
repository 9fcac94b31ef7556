//! Prose: a page of the site, as HTML.
#![no_main]

use jhur_fuzz::Site;
use libfuzzer_sys::fuzz_target;
use std::cell::RefCell;

thread_local!(static SITE: RefCell<Site> = RefCell::default());

fuzz_target!(|text: &str| {
    SITE.with_borrow_mut(|site| {
        site.write("content/pages/uji.md", format!("---\ntitle: Uji (rekaan)\n---\n{text}"));
        if let Some(published) = site.build(|address| address == "uji/", false) {
            let page = String::from_utf8_lossy(&published["uji/index.html"]);
            assert!(page.len() < 100_000 + 200 * text.len(), "{} bytes became {}", text.len(), page.len());
        }
    });
});
