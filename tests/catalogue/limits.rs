//! H: scale and time; and the limits.

use super::coverage::{Group, run};
use super::outcome::{STOP, STOP_FILE, TODAY, outcome_after, published_site, site};
use crate::common::write_file;
use jhur::diag::messages::{Language, Messages};
use jhur::diag::{FileId, SourceFile, SourceMap, render};
use jhur::records::{Stop, schema::FileKind};
use std::fmt::Write as _;
use std::fs;
use std::sync::Arc;
use std::time::Duration;

pub const GROUP: Group = Group {
    letter: 'h',
    source: include_str!("limits.rs"),
    shown: &[],
    elsewhere: ELSEWHERE,
};

const ELSEWHERE: &[(&str, &str, &str)] = &[
    // Time and memory at 10,000 records are figures of benches/run, in README.md; that 5,000 promises take 256 MB is held here.
    ("H1", "sweeps/run", "g14_many_records"),
];

#[test]
fn the_cases_and_examples_of_limits() {
    run(&GROUP);
}

/// In two files, since one holds a million bytes; all of them stand on the page of their record.
#[test]
fn h2_a_commitment_with_5000_follow_ups() {
    let site = site();
    for part in 0..2 {
        let mut text = String::new();
        for n in part * 2500..(part + 1) * 2500 {
            let _ = writeln!(
                text,
                "- {{about: 1/jalan-rusak/tambal-jalan, date: 2026-11-01, status: in-progress, text: Kabar ke-{n}., sources: \
                 [{{publisher: Radio Contoh, date: 2026-11-01}}]}}"
            );
        }
        site.write(&format!("content/follow-ups/2026-11-{part}.yaml"), text);
    }
    site.run_on(TODAY, &["check"]).expect(0, &["5001 kabar"]);
}

/// 10,000 here; 100,000 were tried by hand.
#[test]
fn h3_many_small_files() {
    let site = site();
    for number in 2..=10_001 {
        let text = STOP.replace("number: 2", &format!("number: {number}"));
        site.write(&format!("content/stops/{number:06}.yaml"), text);
    }
    site.run_on(TODAY, &["check"])
        .expect(0, &["10001 kunjungan"]);
}

/// How long this thread worked so far: others on the machine make no difference.
#[cfg(target_os = "linux")]
fn time_worked() -> Duration {
    let stat = fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(stat.split(' ').next().unwrap().parse().unwrap())
}

/// How long something takes for four times as much, in times of how long it takes once; the best of three. The clock ticks
/// every few milliseconds, and what takes ten is quick enough.
#[cfg(target_os = "linux")]
fn growth(work: &dyn Fn(usize), much: usize) -> f64 {
    let best = |much: usize| {
        let time = || {
            let start = time_worked();
            work(much);
            time_worked().saturating_sub(start)
        };
        (0..3)
            .map(|_| time())
            .min()
            .unwrap()
            .max(Duration::from_millis(10))
    };
    let (once, more) = (best(much), best(4 * much));
    more.as_secs_f64() / once.as_secs_f64()
}

/// Linear is 4, quadratic 16.
#[cfg(target_os = "linux")]
#[track_caller]
fn grows_gently(what: &str, work: &dyn Fn(usize), much: usize) {
    let growth = growth(work, much);
    assert!(
        growth < 9.0,
        "{what}: {growth} times the time for four times as much"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn h4_no_text_takes_more_than_its_length() {
    let patterns = [
        ">",
        "<div>",
        "&",
        "[a](",
        "**a *",
        "`",
        "*",
        "_",
        "[",
        "]",
        "![](",
        "<",
        "(",
        ".",
        "-",
        "- ",
        "> - ",
        "0 ",
        "08-",
        "[a][",
        "[a]: /b\n",
        "&#x",
        "<!--",
        "\\",
        "~~a",
        "|a",
        "a\u{301}",
        "a@b ",
        "[x](<",
    ];
    for pattern in patterns {
        let work = |length: usize| {
            let text = pattern.repeat(length / pattern.len());
            let _ = (
                jhur::checks::may_hold_personal_data(&text),
                jhur::plan::may_link_internally(&text),
            );
            let _ = (
                jhur::records::markdown_links(&text),
                jhur::records::markdown_to_text(&text),
                jhur::records::validate_text(&text),
            );
        };
        grows_gently(pattern, &work, jhur::records::MAX_TEXT_LENGTH / 4);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn h4_no_list_takes_more_than_its_length() {
    let messages = Messages::built_in(Language::Indonesian);
    let read = |text: String| {
        let mut diagnostics = Vec::new();
        let _ = jhur::source::parse_standalone::<Stop>(
            FileKind::Stop,
            &text,
            FileId(0),
            &mut diagnostics,
        );
        let files = SourceMap::new(vec![Arc::new(SourceFile {
            path: "a.yaml".into(),
            text,
        })]);
        render::render_json(&diagnostics, &files, &messages);
    };
    let lines = |line: fn(usize) -> String| {
        move |n: usize| read(STOP.to_owned() + &(0..n).map(line).collect::<String>())
    };
    let flow = |entry: &'static str| {
        move |n: usize| read(format!("{STOP}services: [{}]\n", vec![entry; n].join(",")))
    };
    grows_gently("unknown keys", &lines(|n| format!("kunci{n}: x\n")), 600);
    grows_gently("keys twice", &lines(|_| "venue: x\n".to_owned()), 600);
    grows_gently("lists in a line", &flow("[]"), 600);
    grows_gently("tags in a line", &flow("!a [x]"), 600);
}

#[test]
fn h4_texts_and_lists_have_limits() {
    let text = "<div>".repeat(4_001);
    outcome_after(|root| write_file(root, STOP_FILE, format!("{STOP}summary: {text}\n")))
        .expect(1, &["J213", "002-contoh.yaml:4:10", "20000"]);
    let list = "- {key: satu, name: Satu}\n".repeat(10_001);
    outcome_after(|root| write_file(root, "content/topics.yaml", &list))
        .expect(1, &["J126", "topics.yaml:1:1", "10000"]);
    // A table fills up rows that lack cells: a few kilobytes of records become megabytes of page.
    let table = format!(
        "{0}|\\n{1}|\\n{2}",
        "|a".repeat(3_000),
        "|-".repeat(3_000),
        "b\\n".repeat(3_000)
    );
    let response = format!("{{office: dinas-pu, answer: [explained], text: \"{table}\"}}");
    let responses = vec![response; 8].join(", ");
    let entry = format!("{{id: tabel, title: Tabel, text: Isi., responses: [{responses}]}}");
    let site = published_site();
    site.write(STOP_FILE, format!("{STOP}aspirations: [{entry}]\n"));
    let page = "2/tabel/index.html";
    site.run_on(TODAY, &["build"]).expect(1, &["J317", page]);
    assert!(!site.exists("public/2"));
}

/// Its bytes are never read: the file here is as large as no memory.
#[test]
fn h5_a_huge_photograph_is_refused() {
    let site = site();
    let photo = fs::File::create(site.path("content/media/besar.jpg")).unwrap();
    photo.set_len(1 << 40).unwrap();
    let photos = "photos: [{file: besar.jpg, alt: Balai desa.}]\n";
    site.write(STOP_FILE, format!("{STOP}{photos}"));
    site.run_on(TODAY, &["check"]).expect(1, &["J705", "40 MB"]);
}

#[test]
fn h6_of_many_faults_the_first_are_shown_in_order() {
    let messages = || {
        outcome_after(|root| {
            for number in 2..502 {
                let text = STOP
                    .replace("number: 2", &format!("number: {number}"))
                    .replace("sukamaju", "sukamju");
                write_file(root, &format!("content/stops/{number:03}.yaml"), text);
            }
        })
        .messages
    };
    let first = messages();
    let places: Vec<&str> = first
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--> "))
        .collect();
    let expected: Vec<String> = (2..52)
        .map(|number| format!("content/stops/{number:03}.yaml:2:11"))
        .collect();
    assert_eq!(places, expected);
    assert!(
        first.contains("Hanya 50") && first.contains("500 kesalahan"),
        "{first}"
    );
    assert_eq!(first, messages());
}
