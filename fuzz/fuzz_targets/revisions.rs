//! What was released, whatever it says: a line of input is a record's name and the body of its next revision, which becomes a line of
//! the log that holds. Bodies of any age are shown.
#![no_main]

use jhur::records::{Day, Revision};
use jhur_fuzz::Site;
use libfuzzer_sys::fuzz_target;
use std::cell::RefCell;
use std::collections::BTreeMap;

thread_local!(static SITE: RefCell<Site> = RefCell::default());

fuzz_target!(|text: &str| {
    let day = Day::parse("2022-06-01").unwrap();
    let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
    let (mut log, mut seal) = (String::new(), String::new());
    for (name, body) in text.lines().filter_map(|line| line.split_once(' ')) {
        let Ok(body) = serde_json::from_str(body) else { continue };
        let number = numbers.entry(name).or_default();
        *number += 1;
        let line = Revision::new(day, name.to_owned(), *number, seal, body);
        assert!(line.is_intact());
        log += &(line.to_line() + "\n");
        seal = line.seal;
    }
    SITE.with_borrow_mut(|site| {
        site.write("content/revisions.jsonl", log);
        site.build(|address| address.contains("/r") || address.contains("riwayat") || address == "koreksi/", true);
    });
});
