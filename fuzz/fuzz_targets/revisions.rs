//! What was released, whatever it says: a line of input is a record's name and the body of its next revision, which becomes lines of a
//! log that holds. Bodies of any age are shown.
#![no_main]

use jhur::records::{Day, EntryContent, LogEntry, RevisionBody};
use jhur_fuzz::Site;
use libfuzzer_sys::fuzz_target;
use std::cell::RefCell;
use std::collections::BTreeMap;

thread_local!(static SITE: RefCell<Site> = RefCell::default());

fuzz_target!(|text: &str| {
    let release = Day::parse("2022-06-01").unwrap();
    let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
    let (mut log, mut bodies) = (String::new(), String::new());
    for (name, body) in text.lines().filter_map(|line| line.split_once(' ')) {
        let Ok(body) = serde_json::from_str(body) else { continue };
        let number = numbers.entry(name).or_default();
        *number += 1;
        let (record, revision) = (name.to_owned(), *number);
        let body = RevisionBody::new(record.clone(), revision, "00".into(), body);
        let digest = body.digest.clone();
        let entry = LogEntry {
            entry: log.lines().count(),
            release,
            content: EntryContent::Revision { record, revision, digest },
        };
        log += &(entry.to_line() + "\n");
        bodies += &(body.to_line() + "\n");
    }
    SITE.with_borrow_mut(|site| {
        site.write("content/log.jsonl", log);
        site.write("content/bodies.jsonl", bodies);
        site.build(|address| address.contains("/r") || address.contains("riwayat") || address == "koreksi/", true);
    });
});
