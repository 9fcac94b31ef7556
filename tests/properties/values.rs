//! Days, deadlines, keys and references: what is written reads back, and is in one order.

use super::cases;
use jhur::diag::Code;
use jhur::records::{Day, Key, PartialDate, Reference};
use proptest::prelude::*;

fn day() -> impl Strategy<Value = String> {
    (1945..=2999, 1..=12u32, 1..=31u32)
        .prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}"))
        .prop_filter("a day of the calendar", |text| Day::parse(text).is_some())
}

fn term() -> impl Strategy<Value = String> {
    prop_oneof![
        day(),
        (1945..=2999, 1..=12).prop_map(|(y, m)| format!("{y}-{m:02}")),
        (1945..=2999, 1..=4).prop_map(|(y, q)| format!("{y}-Q{q}")),
        (1945..=2999).prop_map(|y: i32| y.to_string()),
    ]
}

fn read_term(text: &str) -> PartialDate {
    PartialDate::try_from(text.to_owned()).unwrap()
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn a_deadline_reads_back_and_holds_all_shorter_ones(text in term()) {
        let term = read_term(&text);
        prop_assert_eq!(term.to_string(), &*text);
        let last = term.last_day();
        prop_assert!(&*last.to_string() >= text.split("-Q").next().unwrap());
        // The day is in its month, the month in its quarter, the quarter in its year: each ends with the longer one or before it.
        let (year, month, _) = last.year_month_day();
        let longer = [format!("{year}-{month:02}"), format!("{year}-Q{}", month.div_ceil(3)), year.to_string()];
        let ends: Vec<Day> = [last].into_iter().chain(longer.iter().map(|text| read_term(text).last_day())).collect();
        prop_assert!(ends.is_sorted(), "{:?}", ends);
        prop_assert_eq!(read_term(&last.to_string()).last_day(), last);
    }

    #[test]
    fn deadlines_have_one_order(a in term(), b in term()) {
        let [one, other] = [&a, &b].map(|text| read_term(text).last_day());
        prop_assert_eq!(one.days_since(other), -other.days_since(one));
        prop_assert_eq!(one < other, one.days_since(other) < 0);
        prop_assert_eq!(one.days_since_epoch() - other.days_since_epoch(), i32::try_from(one.days_since(other)).unwrap());
        // Days that are written in full are in the order of their letters.
        prop_assert_eq!(one.cmp(&other), one.to_string().cmp(&other.to_string()));
    }

    #[test]
    fn a_day_in_other_words_is_proposed(text in day()) {
        let (year, month, d) = Day::parse(&text).unwrap().year_month_day();
        for written in [format!("{d}/{month}/{year}"), format!("{year}.{month}.{d}"), format!("{d}-{month:02}-{year}")] {
            let proposed = Day::suggest(&written).unwrap();
            prop_assert!(proposed.split(" / ").any(|day| day == text), "{}: {}", written, proposed);
        }
    }

    #[test]
    fn what_is_proposed_as_a_key_is_one(text in "\\PC{0,80}") {
        let proposed = Key::suggest(&text);
        prop_assert_eq!(Key::suggest(&proposed), &*proposed);
        match Key::try_from(proposed.clone()) {
            Ok(key) => prop_assert_eq!(key.as_str(), proposed),
            // Nothing is left of some.
            Err(fault) if proposed.is_empty() => prop_assert_eq!(fault.code, Code::EmptyText),
            // Windows keeps a few names: for these another is proposed.
            Err(fault) => {
                let near = fault.args.iter().find(|(name, _)| *name == "near").map(|(_, near)| near.clone()).unwrap();
                prop_assert!(Key::try_from(near).is_ok(), "{}", proposed);
            }
        }
    }

    #[test]
    fn a_reference_reads_back(stop in 1..10_000u32, entry in "[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,3}", c in "[b-z]{4,9}") {
        for text in [stop.to_string(), format!("{stop}/{entry}"), format!("{stop}/{entry}/{c}")] {
            if let Ok(reference) = Reference::try_from(text.clone()) {
                prop_assert_eq!(reference.to_string(), text);
            } else {
                prop_assert!(Key::try_from(entry.clone()).is_err(), "{}", text);
            }
        }
    }
}
