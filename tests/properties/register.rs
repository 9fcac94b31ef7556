//! The register of made-up sites: its figures add up, and the order in which follow-ups are written moves nothing.

use super::cases;
use jhur::checks::{self, AsOf, CheckedRecords};
use jhur::diag::FileId;
use jhur::records::schema::FileKind;
use jhur::records::{Day, Records, Spanned};
use jhur::register::{CommitmentId, EntryId, Register, StatusGroup, Totals};
use jhur::source::parse_standalone;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

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

/// A response with its commitments: the office, and for each commitment its deadline.
type MadeResponse = (&'static str, Vec<Option<String>>);

/// An aspiration: its topics, its responses, whether its text is withheld.
type MadeAspiration = (Vec<&'static str>, Vec<MadeResponse>, bool);

/// A stop: its kecamatan and what was asked there.
type MadeStop = (&'static str, Vec<MadeAspiration>);

fn stops() -> impl Strategy<Value = Vec<MadeStop>> {
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

/// Follow-ups: of which commitment, on which day of May 2022, and its status.
fn follow_ups() -> impl Strategy<Value = Vec<(prop::sample::Index, u32, &'static str)>> {
    vec(
        (
            any::<prop::sample::Index>(),
            1..5u32,
            select(STATUSES.to_vec()),
        ),
        0..12,
    )
}

fn stop(n: usize, (district, asked): &MadeStop) -> Value {
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
        let (key, text) = if *withheld { ("withheld", "Atas permintaan.") } else { ("text", "Diminta.") };
        one[key] = text.into();
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
    let mut diagnostics = Vec::new();
    let text = value.to_string();
    let read = parse_standalone(kind, &text, FileId(0), &mut diagnostics);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}\n{text}");
    read.unwrap()
}

fn checked(stops: &[MadeStop], news: &[Value]) -> CheckedRecords {
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
                "publisher": "Contoh (rekaan)", "contact": {"page": "https://contoh.example/lapor/"}, "licence": "CC0-1.0", "standing": "independent"}),
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
    checks::check_records(records, Vec::new(), AsOf::Chosen(day)).unwrap_or_else(
        |mut diagnostics| {
            diagnostics.retain(jhur::diag::Diagnostic::is_error);
            panic!("{diagnostics:#?}")
        },
    )
}

/// Every commitment of the stops.
fn commitments(stops: &[MadeStop]) -> Vec<String> {
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
        "about": about, "date": format!("2022-05-{day:02}"), "status": status, "text": "Kabar.",
        "sources": [{"publisher": publisher, "date": format!("2022-05-{day:02}"), "url": "https://kabar.example/2", "archived": "https://arsip.example/2", "kind": kind}],
    });
    if status == "dropped" {
        one["by"] = "Dinas Contoh".into();
    }
    one
}

/// Says of each follow-up that opens again what was done that it does so; of one day the later in the list counts.
fn mark_reopenings(news: &mut [Value]) {
    let mut order: Vec<usize> = (0..news.len()).collect();
    order.sort_by_key(|n| news[*n]["date"].to_string());
    let mut done = BTreeMap::new();
    for n in order {
        let one = &mut news[n];
        let is_done = one["status"]
            .as_str()
            .is_some_and(|s| s.starts_with("done"));
        let was_done = done.insert(one["about"].to_string(), is_done);
        if was_done == Some(true) && !is_done {
            one["reopens"] = true.into();
        }
    }
}

/// The status of every commitment, and its follow-ups.
fn statuses(register: &Register<'_>) -> Vec<String> {
    let one = |(id, c): (CommitmentId, &jhur::register::Commitment<'_>)| {
        let news = c.timeline.iter().map(|n| register.follow_up(*n).record);
        let line: Vec<String> = news
            .map(|n| format!("{} {:?}", n.date.value, n.status.map(|s| s.value)))
            .collect();
        let id = register.commitment_reference(id);
        format!(
            "{id}: {:?} {:?} {:?} {:?}; {line:?}",
            c.status, c.current_deadline.state, c.quiet_since, c.done_since
        )
    };
    register.commitments().map(one).collect()
}

/// Sums of several figures.
fn sum<'t>(parts: impl Iterator<Item = &'t Totals>) -> [usize; 6] {
    parts
        .map(figures)
        .fold([0; 6], |all, one| std::array::from_fn(|n| all[n] + one[n]))
}

fn figures(t: &Totals) -> [usize; 6] {
    [
        t.aspirations,
        t.announcements,
        t.commitments,
        t.withheld_commitments,
        t.waiting,
        t.quiet,
    ]
}

proptest! {
    #![proptest_config(cases(80))]

    #[test]
    fn the_order_in_which_follow_ups_are_written_moves_nothing(stops in stops(), news in follow_ups(), turn in any::<prop::sample::Index>()) {
        let promises = commitments(&stops);
        prop_assume!(!promises.is_empty());
        // Of two about one promise on one day the later in the files counts: there is one for each.
        let mut written: Vec<(&str, u32, &str)> = news.iter().map(|(at, day, status)| (&*promises[at.index(promises.len())], *day, *status)).collect();
        written.sort_unstable();
        written.dedup_by_key(|(about, day, _)| (*about, *day));
        let mut news: Vec<Value> = written.iter().map(|(about, day, status)| follow_up(about, *day, status)).collect();
        mark_reopenings(&mut news);
        let one = checked(&stops, &news);
        if !news.is_empty() {
            let turn = turn.index(news.len());
            news.rotate_left(turn);
            news[turn..].reverse();
        }
        let other = checked(&stops, &news);
        let (one, other) = (Register::as_of(&one, false), Register::as_of(&other, false));
        prop_assert_eq!(statuses(&one), statuses(&other));
        prop_assert_eq!(one.totals(), other.totals());
    }

    #[test]
    fn figures_add_up(stops in stops(), news in follow_ups()) {
        let promises = commitments(&stops);
        let written = news.iter().filter(|_| !promises.is_empty());
        let mut news: Vec<Value> = written.map(|(at, day, status)| follow_up(&promises[at.index(promises.len())], *day, status)).collect();
        mark_reopenings(&mut news);
        let checked = checked(&stops, &news);
        let register = Register::as_of(&checked, false);
        let totals = register.totals();
        prop_assert_eq!(totals.commitments, promises.len());
        let all = std::iter::once(totals).chain(register.stops().map(|(_, s)| &s.totals));
        let all = all.chain(register.districts().map(|(_, d)| &d.totals)).chain(register.offices().map(|(_, o)| &o.totals));
        for t in all.chain(register.topics().map(|(_, t)| &t.totals)) {
            let shown = t.commitments - t.withheld_commitments;
            prop_assert_eq!(StatusGroup::ALL.iter().map(|group| t.count_in_group(*group)).sum::<usize>(), shown);
            prop_assert_eq!(t.by_deadline.iter().sum::<usize>(), shown);
            prop_assert_eq!(t.by_news.iter().flatten().sum::<usize>(), shown);
            prop_assert_eq!(t.by_outcome.iter().sum::<usize>(), t.aspirations);
            prop_assert!(t.quiet <= shown && t.waiting <= shown);
        }
        // Every stop is in one kecamatan, every promise is one office's.
        prop_assert_eq!(sum(register.stops().map(|(_, s)| &s.totals)), figures(totals));
        prop_assert_eq!(sum(register.districts().map(|(_, d)| &d.totals)), figures(totals));
        prop_assert_eq!(sum(register.offices().map(|(_, o)| &o.totals))[2], totals.commitments);
        let named = |id: EntryId| register.entry(id).commitments().count();
        prop_assert_eq!(register.entries().map(|(id, _)| named(id)).sum::<usize>(), totals.commitments);
    }
}
