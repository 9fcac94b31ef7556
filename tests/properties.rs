//! What holds of everything that could be written, tried on much of it: values by themselves, revisions, files that are changed, and
//! made-up sites. All of it is made up from one seed, so that every run tries the same.
//!
//! Not repeated here: what is taken over is what would be made from nothing (`taken_over.rs`, 500 edits); what need not change in
//! a file is kept (`edit.rs`, 1,000 files).

use jhur::checks::{self, AsOf, CheckedRecords};
use jhur::diag::{Code, FileId};
use jhur::editing::{rewrite_yaml, to_json};
use jhur::records::revision::{body_hash, first_missing_line};
use jhur::records::schema::FileKind;
use jhur::records::{Day, Key, PartialDate, Records, Reference, Revision, Spanned};
use jhur::register::{CommitmentId, EntryId, Register, StatusGroup, Totals};
use jhur::source::{parse_standalone, parse_strict};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::RngSeed;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::sync::Arc;

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(2022),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

// Values by themselves -----------------------------------------------------------------------------------------------------

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

// Revisions ----------------------------------------------------------------------------------------------------------------

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

// Files that are changed ---------------------------------------------------------------------------------------------------

/// What may stand in a record: never nothing, which a form leaves out.
fn said() -> impl Strategy<Value = Value> {
    let key = "[a-z]{1,8}(_[a-z]{1,5})?";
    prop_oneof![3 => "[ -~]{1,60}", 2 => "\\PC{1,30}", 1 => "[ -~]{0,20}\n[ -~]{1,20}"]
        .prop_map(Value::from)
        .prop_recursive(3, 16, 4, move |inner| {
            prop_oneof![
                vec(inner.clone(), 1..4).prop_map(Value::from),
                vec((key, inner), 1..5)
                    .prop_map(|entries| Value::Object(entries.into_iter().collect())),
            ]
        })
}

/// What YAML is made of, characters of several bytes that nobody sees, and some that only look alike.
const PIECES: [&str; 30] = [
    "- ",
    "? ",
    ": ",
    ", ",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "!t ",
    "|\n",
    "\"",
    "'",
    "# ",
    "\n",
    "  ",
    "\u{200B}",
    "about:\u{200B}",
    "\u{A0}",
    "“",
    "é",
    "about",
    "date: 2022-01-10\n",
    "<<: ",
    "---\n",
    "\t",
    "– ",
    "𝕁",
    "é: |\n",
];

fn record() -> impl Strategy<Value = Value> {
    vec(("[a-z]{1,8}", said()), 1..6)
        .prop_map(|entries| Value::Object(entries.into_iter().collect()))
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn what_is_written_reads_back(first in record(), second in record()) {
        let text = rewrite_yaml("# Rekaan.\n", &first);
        let Some(text) = text else { return Err(TestCaseError::fail(format!("cannot be written: {first}"))) };
        prop_assert!(text.starts_with("# Rekaan.\n"));
        prop_assert_eq!(&to_json(&parse_strict(&text).unwrap()), &first);
        prop_assert_eq!(&rewrite_yaml(&text, &first), &Some(text.clone()));
        // What cannot be changed safely is left alone; what is changed says the new thing, and can be changed back.
        if let Some(changed) = rewrite_yaml(&text, &second) {
            prop_assert_eq!(&to_json(&parse_strict(&changed).unwrap()), &second);
            if let Some(back) = rewrite_yaml(&changed, &first) {
                prop_assert_eq!(&to_json(&parse_strict(&back).unwrap()), &first);
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(5_000))]

    #[test]
    fn every_place_is_made_of_whole_characters(pieces in vec(select(&PIECES[..]), 1..16)) {
        let text = pieces.concat();
        let mut faults = Vec::new();
        parse_standalone::<Vec<jhur::records::FollowUp>>(FileKind::FollowUps, &text, FileId(0), &mut faults);
        for fault in &faults {
            for span in fault.span.iter().chain(fault.secondary.iter().map(|(_, span)| span)) {
                prop_assert!(text.get(span.range()).is_some(), "{:?} of {:?}", fault, text);
            }
        }
    }
}

#[test]
fn two_slips_near_one_key_are_two_slips() {
    let text = "number: 2\ndistrict: satu\nmuaadate: 2022-01-10\naspidate: 2022-01-11\n";
    let mut faults = Vec::new();
    parse_standalone::<jhur::records::Stop>(FileKind::Stop, text, FileId(0), &mut faults);
    assert_eq!(
        faults.iter().filter(|f| f.code == Code::UnknownKey).count(),
        2,
        "{faults:#?}"
    );
    // Of a fault of this program a library would speak.
    assert!(
        faults.iter().all(|f| f.code != Code::BadYaml),
        "{faults:#?}"
    );
}

// Made-up sites ------------------------------------------------------------------------------------------------------------

const OFFICES: [&str; 3] = ["dinas-satu", "dinas-dua", "dinas-tiga"];
const TOPICS: [&str; 4] = ["jalan", "jalan-desa", "air", "guru"];
const DISTRICTS: [&str; 3] = ["satu", "dua", "tiga"];
const STATUSES: [&str; 8] = [
    "planned",
    "in-progress",
    "stalled",
    "partly-done",
    "done-reported",
    "done-verified",
    "dropped",
    "not-assessable",
];

/// An answer with its promises: the office, and for each promise its deadline.
type Answer = (&'static str, Vec<Option<String>>);
/// An aspiration: its topics, its answers, whether its text is withheld.
type Asked = (Vec<&'static str>, Vec<Answer>, bool);
/// A stop: its kecamatan and what was asked there.
type Made = (&'static str, Vec<Asked>);

fn stops() -> impl Strategy<Value = Vec<Made>> {
    let due = proptest::option::of(select(vec![
        "2022-06-30",
        "2022-12",
        "2023-Q1",
        "2024",
        "2023-06-20",
    ]));
    let answer = (
        select(OFFICES.to_vec()),
        vec(due.prop_map(|due| due.map(str::to_owned)), 0..3),
    );
    let asked = (
        subsequence(TOPICS.to_vec(), 1..3),
        vec(answer, 0..3),
        proptest::bool::weighted(0.15),
    );
    vec((select(DISTRICTS.to_vec()), vec(asked, 0..4)), 1..4)
}

/// What is known of a promise: which one, on which day of 2022, and its status; the day is written once for each promise.
fn news() -> impl Strategy<Value = Vec<(prop::sample::Index, u32, &'static str)>> {
    vec(
        (
            any::<prop::sample::Index>(),
            1..5u32,
            select(STATUSES.to_vec()),
        ),
        0..12,
    )
}

fn stop(n: usize, (district, asked): &Made) -> Value {
    let promise = |n: usize, due: &Option<String>| match due {
        Some(due) => json!({"id": format!("janji-{n}"), "text": "Akan dikerjakan.", "due": due}),
        None => json!({"id": format!("janji-{n}"), "text": "Akan dikerjakan."}),
    };
    let aspirations = asked.iter().enumerate().map(|(n, (topics, answers, withheld))| {
        let mut count = 0;
        let responses = answers.iter().map(|(office, dues)| {
            let commitments = dues.iter().map(|due| { count += 1; promise(count, due) });
            json!({"office": office, "answer": [if dues.is_empty() { "explained" } else { "promised" }], "text": "Jawaban.", "sources": ["berita"], "commitments": commitments.collect::<Vec<_>>()})
        });
        // What is withheld has no answers.
        let responses: Vec<Value> = if *withheld { Vec::new() } else { responses.collect() };
        let mut one = json!({"id": format!("usul-{n}"), "title": "Usul", "topics": topics, "sources": ["berita"], "responses": responses});
        let (key, said) = if *withheld { ("withheld", "Atas permintaan.") } else { ("text", "Diminta.") };
        one[key] = said.into();
        one
    });
    json!({
        "number": n + 1, "district": district, "date": "2022-01-10",
        "sources": [{"id": "berita", "publisher": "Kabar Contoh", "date": "2022-01-10", "url": "https://kabar.example/1", "archived": "https://arsip.example/1"}],
        "aspirations": aspirations.collect::<Vec<_>>(),
    })
}

/// A record as its file is read.
fn parsed<T: DeserializeOwned>(kind: FileKind, value: &Value) -> T {
    let mut faults = Vec::new();
    let text = value.to_string();
    let read = parse_standalone(kind, &text, FileId(0), &mut faults);
    assert!(faults.is_empty(), "{faults:#?}\n{text}");
    read.unwrap()
}

fn checked(stops: &[Made], news: &[Value]) -> CheckedRecords {
    let named = |keys: &[&str]| {
        keys.iter()
            .map(|key| json!({"key": key, "name": key}))
            .collect::<Value>()
    };
    let mut topics = named(&TOPICS);
    topics[1]["parent"] = "jalan".into();
    let mut records = Records {
        site: Some(parsed(
            FileKind::Site,
            &json!({"format": 1, "title": "Contoh (rekaan)", "base_url": "https://contoh.example/", "languages": ["id"],
                "publisher": "Contoh (rekaan)", "contact": {"page": "https://contoh.example/lapor/"}, "licence": "CC0-1.0"}),
        )),
        districts: parsed(FileKind::Districts, &named(&DISTRICTS)),
        offices: parsed(FileKind::Offices, &named(&OFFICES)),
        topics: parsed(FileKind::Topics, &topics),
        ..Records::default()
    };
    let stops: Vec<jhur::records::Stop> = stops
        .iter()
        .enumerate()
        .map(|(n, s)| parsed(FileKind::Stop, &stop(n, s)))
        .collect();
    records.stops = stops.into_iter().map(Arc::new).collect();
    let read: Vec<Spanned<jhur::records::FollowUp>> = match news {
        [] => Vec::new(),
        news => parsed(FileKind::FollowUps, &Value::from(news.to_vec())),
    };
    records.follow_ups = read.into_iter().map(Arc::new).collect();
    let day = Day::parse("2023-06-30").unwrap();
    checks::check_records(records, Vec::new(), AsOf::Chosen(day)).unwrap_or_else(|mut faults| {
        faults.retain(jhur::diag::Diagnostic::is_error);
        panic!("{faults:#?}")
    })
}

/// Every promise that the stops hold.
fn promises(stops: &[Made]) -> Vec<String> {
    let mut found = Vec::new();
    for (s, (_, asked)) in stops.iter().enumerate() {
        for (a, (_, answers, _)) in asked
            .iter()
            .enumerate()
            .filter(|(_, (.., withheld))| !withheld)
        {
            let count: usize = answers.iter().map(|(_, dues)| dues.len()).sum();
            found.extend((1..=count).map(|c| format!("{}/usul-{a}/janji-{c}", s + 1)));
        }
    }
    found
}

fn follow_up(about: &str, day: u32, status: &str) -> Value {
    let publisher = if status == "done-verified" {
        "Kabar Contoh"
    } else {
        "Dinas Contoh"
    };
    let kind = if status == "done-verified" {
        "press"
    } else {
        "office"
    };
    let mut one = json!({
        "about": about, "date": format!("2022-05-{day:02}"), "status": status, "text": "Dibuka kembali.",
        "sources": [{"publisher": publisher, "date": format!("2022-05-{day:02}"), "url": "https://kabar.example/2", "archived": "https://arsip.example/2", "kind": kind}],
    });
    if status == "dropped" {
        one["by"] = "Dinas Contoh".into();
    }
    one
}

/// How every promise stands, and what was said of it when.
fn standing(register: &Register<'_>) -> Vec<String> {
    let one = |(id, c): (CommitmentId, &jhur::register::Commitment<'_>)| {
        let news = c.timeline.iter().map(|n| register.follow_up(*n).record);
        let line: Vec<String> = news
            .map(|n| format!("{} {:?}", n.date.value, n.status.map(|s| s.value)))
            .collect();
        let id = register.commitment_reference(id);
        format!(
            "{id}: {:?} {:?} {:?} {:?}; {line:?}",
            c.status, c.current_deadline.timeliness, c.days_without_news, c.done_since
        )
    };
    register.commitments().map(one).collect()
}

/// Sums of several figures.
fn sum<'t>(parts: impl Iterator<Item = &'t Totals>) -> [usize; 8] {
    parts
        .map(figures)
        .fold([0; 8], |all, one| std::array::from_fn(|n| all[n] + one[n]))
}

fn figures(t: &Totals) -> [usize; 8] {
    [
        t.aspirations,
        t.answered,
        t.unanswered,
        t.withheld,
        t.commitments,
        t.overdue,
        t.no_deadline,
        t.quiet,
    ]
}

proptest! {
    #![proptest_config(cases(80))]

    #[test]
    fn the_order_in_which_follow_ups_are_written_moves_nothing(stops in stops(), news in news(), turn in any::<prop::sample::Index>()) {
        let promises = promises(&stops);
        prop_assume!(!promises.is_empty());
        // Of two about one promise on one day the later in the files counts: there is one for each.
        let mut written: Vec<(&str, u32, &str)> = news.iter().map(|(at, day, status)| (&*promises[at.index(promises.len())], *day, *status)).collect();
        written.sort_unstable();
        written.dedup_by_key(|(about, day, _)| (*about, *day));
        let mut news: Vec<Value> = written.iter().map(|(about, day, status)| follow_up(about, *day, status)).collect();
        let one = checked(&stops, &news);
        if !news.is_empty() {
            let turn = turn.index(news.len());
            news.rotate_left(turn);
            news[turn..].reverse();
        }
        let other = checked(&stops, &news);
        let (one, other) = (Register::as_of(&one, false), Register::as_of(&other, false));
        prop_assert_eq!(standing(&one), standing(&other));
        prop_assert_eq!(one.totals(), other.totals());
    }

    #[test]
    fn figures_add_up(stops in stops(), news in news()) {
        let promises = promises(&stops);
        let written = news.iter().filter(|_| !promises.is_empty());
        let news: Vec<Value> = written.map(|(at, day, status)| follow_up(&promises[at.index(promises.len())], *day, status)).collect();
        let checked = checked(&stops, &news);
        let register = Register::as_of(&checked, false);
        let totals = register.totals();
        prop_assert_eq!(totals.commitments, promises.len());
        prop_assert_eq!(totals.answered + totals.unanswered + totals.withheld, totals.aspirations);
        let all = std::iter::once(totals).chain(register.stops().map(|(_, s)| &s.totals));
        let all = all.chain(register.districts().map(|(_, d)| &d.totals)).chain(register.offices().map(|(_, o)| &o.totals));
        for t in all.chain(register.topics().map(|(_, t)| &t.totals)) {
            prop_assert_eq!(t.by_status.iter().sum::<usize>(), t.commitments);
            prop_assert_eq!(StatusGroup::ALL.iter().map(|group| t.count_in_group(*group)).sum::<usize>(), t.commitments);
            let timely = t.overdue + t.due_soon + t.on_time + t.done_late + t.no_deadline + t.waiting;
            prop_assert!(timely <= t.commitments && t.quiet <= t.commitments);
        }
        // Every stop is in one kecamatan, every promise is one office's.
        prop_assert_eq!(sum(register.stops().map(|(_, s)| &s.totals)), figures(totals));
        prop_assert_eq!(sum(register.districts().map(|(_, d)| &d.totals)), figures(totals));
        prop_assert_eq!(sum(register.offices().map(|(_, o)| &o.totals))[4], totals.commitments);
        let named = |id: EntryId| register.entry(id).commitments().count();
        prop_assert_eq!(register.entries().map(|(id, _)| named(id)).sum::<usize>(), totals.commitments);
    }
}
