//! Lines of the revision log: they read back in one form alone, a body has one digest, and nothing is forgotten unseen.

use super::cases;
use jhur::records::log_entry::first_missing_line;
use jhur::records::{Day, EntryContent, LogEntry, RevisionBody};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;

fn body() -> impl Strategy<Value = Value> {
    vec((any::<String>(), anything()), 0..6)
        .prop_map(|entries| Value::Object(entries.into_iter().collect()))
}

fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-1_000_000_000i64..1_000_000_000).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 5, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::from),
            vec((any::<String>(), inner), 0..5)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

fn line(body: Value) -> RevisionBody {
    RevisionBody::new("1/usul".into(), 1, "00".into(), body)
}

fn log(bodies: Vec<Value>) -> Vec<LogEntry> {
    let mut log = Vec::new();
    for (entry, body) in bodies.into_iter().enumerate() {
        log.push(LogEntry {
            entry,
            release: Day::parse("2022-10-04").unwrap(),
            content: EntryContent::Revision {
                record: format!("1/usul-{entry}"),
                revision: 1,
                digest: line(body).digest,
            },
        });
    }
    log
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn a_line_of_the_bodies_reads_back(body in body()) {
        let line = line(body);
        let read = RevisionBody::parse(&line.to_line());
        prop_assert_eq!(read.as_ref(), Some(&line));
        prop_assert_eq!(RevisionBody::parse(&(line.to_line() + " ")), None);
    }

    #[test]
    fn an_entry_reads_back(basis in any::<String>(), reason in any::<String>(), n in any::<usize>()) {
        let entry = LogEntry {
            entry: n,
            release: Day::parse("2022-10-04").unwrap(),
            content: EntryContent::Redaction {
                redacts: jhur::records::RevisionName { record: basis.clone(), revision: 1 },
                basis,
                reason,
            },
        };
        prop_assert_eq!(LogEntry::parse(&entry.to_line()), Some(entry));
    }

    #[test]
    fn a_body_has_one_digest_in_whatever_order_it_is_written(entries in vec((any::<String>(), anything()), 0..6)) {
        let forwards: serde_json::Map<_, _> = entries.into_iter().collect();
        let backwards: serde_json::Map<_, _> = forwards.clone().into_iter().rev().collect();
        prop_assert_eq!(line(Value::Object(forwards)).digest, line(Value::Object(backwards)).digest);
    }

    #[test]
    fn what_was_released_is_not_forgotten_unseen(bodies in vec(body(), 1..6), at in any::<prop::sample::Index>()) {
        let lines = log(bodies);
        let text: String = lines.iter().map(|line| line.to_line() + "\n").collect();
        prop_assert_eq!(first_missing_line(&text, lines.iter()), None);
        let at = at.index(lines.len());
        prop_assert_eq!(first_missing_line(&text, lines[..at].iter()), Some(at + 1));
        let mut changed = lines;
        changed[at].entry += 1;
        prop_assert_eq!(first_missing_line(&text, changed.iter()), Some(at + 1));
    }
}
