//! Lines of the revision log: they read back, have one hash, and are not forgotten unseen.

use super::cases;
use jhur::records::revision::{body_hash, first_missing_line};
use jhur::records::{Day, Revision};
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

fn chain(bodies: Vec<Value>) -> Vec<Revision> {
    let mut seal = String::new();
    let one = |(n, body)| {
        let record = format!("1/usul-{n}");
        let line = Revision::new(
            Day::parse("2022-10-04").unwrap(),
            record,
            1,
            std::mem::take(&mut seal),
            body,
        );
        seal.clone_from(&line.seal);
        line
    };
    bodies.into_iter().enumerate().map(one).collect()
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn a_line_of_the_log_reads_back(body in body()) {
        let [line] = &chain(vec![body])[..] else { panic!() };
        let read: Revision = serde_json::from_str(&line.to_line()).unwrap();
        prop_assert_eq!(&read, line);
        prop_assert_eq!(read.to_line(), line.to_line());
        prop_assert!(read.is_intact());
    }

    #[test]
    fn a_body_has_one_hash_in_whatever_order_it_is_written(entries in vec((any::<String>(), anything()), 0..6)) {
        let forwards: serde_json::Map<_, _> = entries.into_iter().collect();
        let backwards: serde_json::Map<_, _> = forwards.clone().into_iter().rev().collect();
        prop_assert_eq!(body_hash(&Value::Object(forwards)), body_hash(&Value::Object(backwards)));
    }

    #[test]
    fn what_was_released_is_not_forgotten_unseen(bodies in vec(body(), 1..6), at in any::<prop::sample::Index>()) {
        let lines = chain(bodies);
        let text: String = lines.iter().map(|line| line.to_line() + "\n").collect();
        prop_assert_eq!(first_missing_line(&text, lines.iter()), None);
        let at = at.index(lines.len());
        prop_assert_eq!(first_missing_line(&text, lines[..at].iter()), Some(at + 1));
        let mut changed = lines;
        changed[at].record.push('x');
        prop_assert!(!changed[at].is_intact());
    }
}
