//! Every state of an aspiration, a commitment and a deadline with its words in both languages: on its page, in its list,
//! in the data, the feed, the notice and the calendar; on the day before, of, and after each deadline. Everything here is
//! made up.

use crate::common::Tree;
use crate::common::site::Site;
use std::fmt::Write as _;

const STOP: &str = "content/stops/002-contoh.yaml";
const NEWS: &str = "content/follow-ups/2026-11.yaml";

/// A stop whose only content are these aspirations.
fn site_with(aspirations: &str, news: &str) -> Site {
    let site = Site::examples().outputs("cards: false, search: false");
    site.remove("content/stops/001-sukamaju.yaml");
    site.remove("content/follow-ups/2026-10.yaml");
    site.write(
        STOP,
        format!(
            "number: 2\ndistrict: sukamaju\ndate: 2026-01-10\nsources:\n  - {{id: utuh, publisher: Radio Contoh, date: 2026-01-10, \
             kind: press}}\n  - {{id: sebagian, publisher: Koran Contoh, date: 2026-01-10, kind: press, partial: true}}\n\
             aspirations:\n{aspirations}"
        ),
    );
    if !news.is_empty() {
        site.write(NEWS, news);
    }
    site
}

/// The page at an address, as text.
fn page(tree: &Tree, address: &str) -> String {
    String::from_utf8(tree[&format!("{address}index.html")].clone()).unwrap()
}

fn text(tree: &Tree, path: &str) -> String {
    String::from_utf8(tree[path].clone()).unwrap()
}

fn aspiration(id: &str, rest: &str) -> String {
    format!("  - id: {id}\n    title: Minta {id}\n    text: Karangan tentang {id}.\n{rest}")
}

fn answered(kinds: &str, rest: &str) -> String {
    format!(
        "    sources: [utuh]\n    responses:\n      - office: dinas-pu\n        answer: [{kinds}]\n        sources: [utuh]\n{rest}"
    )
}

/// What becomes of an aspiration: how its record ends, its key, its words.
const OUTCOMES: [(&str, &str, &str); 7] = [
    (
        "promised",
        "Dijawab dengan janji",
        "Answered with a promise",
    ),
    ("answered", "Dijawab: saran", "Answered: advice"),
    (
        "unreported",
        "Disebut ada jawaban di tempat; isinya tidak dirinci",
        "An answer on the spot is mentioned; contents not given",
    ),
    (
        "not-found",
        "Jawabannya tidak ada di bagian sumber yang terbaca",
        "No answer in what could be read",
    ),
    (
        "unanswered",
        "Tidak ada jawaban yang tercatat",
        "No answer recorded",
    ),
    (
        "told-to-reporters",
        "Disampaikan kepada wartawan",
        "Told to reporters",
    ),
    ("withheld", "Tidak diterbitkan", "Withheld"),
];

fn outcomes() -> String {
    let mut all = String::new();
    for (key, ..) in OUTCOMES {
        let promise = "        text: Akan ditambal.\n        commitments: [{id: tambal, text: Menambal jalan}]\n";
        all += &aspiration(
            key,
            &match key {
                "promised" => answered("promised", promise),
                "answered" => answered("advised", "        text: Disarankan gotong royong.\n"),
                "unreported" => answered("unreported", ""),
                "not-found" => "    sources: [sebagian]\n".to_owned(),
                "told-to-reporters" => "    setting: media\n    sources: [utuh]\n".to_owned(),
                "withheld" => format!(
                    "    withheld: Menyangkut anak.\n{}",
                    answered("promised", promise)
                ),
                _ => "    sources: [utuh]\n".to_owned(),
            },
        );
    }
    all
}

#[test]
fn what_became_of_an_aspiration_is_said_alike_everywhere() {
    let site = site_with(&outcomes(), "");
    let tree = site.build("2026-11-30");
    let (stop, stop_en) = (page(&tree, "2/"), page(&tree, "en/2/"));
    let rows = text(&tree, "data/aspirasi.csv");
    for (key, id, en) in OUTCOMES {
        let own = page(&tree, &format!("2/{key}/"));
        assert!(own.contains(id), "{key}: {id}\n{own}");
        let own = page(&tree, &format!("en/2/{key}/"));
        assert!(own.contains(en), "{key}: {en}\n{own}");
        assert!(stop.contains(id) && stop_en.contains(en), "{key}\n{stop}");
        let row = rows.lines().find(|row| row.contains(&format!("2/{key}")));
        let row = row.unwrap_or_else(|| panic!("{key}\n{rows}"));
        assert!(row.split(',').any(|cell| cell == key), "{key}: {row}");
        let notice = page(&tree, "2/cetak/");
        assert!(notice.contains(id), "{key}: {id}\n{notice}");
    }
    // The withheld promise stays in the totals, in a row of its own.
    for page in [&stop, &page(&tree, "")] {
        assert!(page.contains("1 dari 2"), "{page}");
    }
    assert!(page(&tree, "kecamatan/sukamaju/").contains("1 dari 2"));
    // Not at the office: that would show who answered.
    assert!(!page(&tree, "opd/dinas-pu/").contains("1 dari 2"));
}

/// A promise due on 31 March, with follow-ups.
fn promise(due: &str, news: &[&str]) -> Site {
    let commitment = format!(
        "        text: Akan ditambal.\n        commitments:\n          - id: tambal\n            text: Menambal jalan\n            \
         due: {due}\n"
    );
    let mut follow_ups = String::new();
    for one in news {
        let _ = writeln!(
            follow_ups,
            "- about: 2/jalan/tambal\n  text: Karangan.\n{one}"
        );
    }
    site_with(
        &aspiration("jalan", &answered("promised", &commitment)),
        &follow_ups,
    )
}

const SOURCE: &str = "sources: [{publisher: Radio Contoh, date: 2026-04-02, kind: press}]";

#[test]
fn a_deadline_is_a_date_on_the_day_before_of_and_after() {
    let done = |day: &str| {
        format!(
            "  date: {day}\n  status: done-reported\n  sources: [{{publisher: Radio Contoh, date: {day}, kind: press}}]\n"
        )
    };
    let unfinished = format!("  date: 2026-04-02\n  status: stalled\n  {SOURCE}\n");
    let silent = format!("  date: 2026-04-02\n  {SOURCE}\n");
    let check = "  date: 2026-04-05\n  check: true\n";
    let cases: [(&[&str], &str, &str, &str, &str); 9] = [
        (
            &[],
            "2026-03-30",
            "ahead",
            "Tenggat 31 Maret 2026",
            "Due 31 March 2026",
        ),
        (
            &[],
            "2026-03-31",
            "ahead",
            "Tenggat 31 Maret 2026",
            "Due 31 March 2026",
        ),
        (
            &[],
            "2026-04-01",
            "passed-unknown",
            "Tenggat lewat (31 Maret 2026); belum ada kabar apakah dipenuhi",
            "Deadline passed (31 March 2026); no news of whether it was kept",
        ),
        (
            &[check],
            "2026-04-10",
            "passed-unknown",
            "kabarnya dicari 5 April 2026, tidak ditemukan",
            "news looked for on 5 April 2026, none found",
        ),
        (
            &[&silent],
            "2026-04-10",
            "passed-unknown",
            "Ada kabar langsung, tanpa status",
            "Direct news, no status given",
        ),
        (
            &[&unfinished],
            "2026-04-01",
            "passed-unknown",
            "kabarnya tidak tercatat pernah dicari",
            "no search for news recorded",
        ),
        (
            &[&unfinished],
            "2026-04-02",
            "late",
            "Terlambat sejak 31 Maret 2026",
            "Late since 31 March 2026",
        ),
        (
            &[&done("2026-03-31")],
            "2026-04-02",
            "done-in-time",
            "Selesai 31 Maret 2026, dalam tenggat (31 Maret 2026)",
            "Done 31 March 2026, within the deadline (31 March 2026)",
        ),
        (
            &[&done("2026-04-01")],
            "2026-04-02",
            "done-late",
            "Selesai 1 April 2026, sesudah tenggat (31 Maret 2026)",
            "Done 1 April 2026, after the deadline (31 March 2026)",
        ),
    ];
    for (news, day, state, id, en) in cases {
        let tree = promise("2026-03-31", news).build(day);
        for (address, words) in [("2/jalan/", id), ("komitmen/", id), ("en/2/jalan/", en)] {
            let page = page(&tree, address);
            assert!(
                page.contains(words),
                "{day} {state} {address}: {words}\n{page}"
            );
            assert!(
                !page.contains(" hari lagi") && !page.contains("terlambat 1"),
                "{page}"
            );
        }
        assert!(page(&tree, "2/cetak/").contains(id), "{day} {id}");
        let rows = text(&tree, "data/komitmen.csv");
        assert!(
            rows.lines()
                .any(|row| row.split(',').any(|cell| cell == state)),
            "{day} {state}\n{rows}"
        );
        let calendar = text(&tree, "komitmen/tenggat.ics");
        assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1, "{calendar}");
    }
}

#[test]
fn an_editors_reading_says_so_and_a_word_without_date_is_no_deadline() {
    for (day, words) in [
        (
            "2026-03-30",
            "Tenggat 31 Maret 2026, menurut bacaan penyusun",
        ),
        (
            "2026-04-01",
            "Tenggat lewat (31 Maret 2026, menurut bacaan penyusun)",
        ),
    ] {
        let tree = promise("{said: sebelum April, by: 2026-03-31}", &[]).build(day);
        for address in ["2/jalan/", "komitmen/"] {
            let page = page(&tree, address);
            assert!(page.contains(words), "{day} {address}: {words}\n{page}");
        }
    }
    let tree = promise("{said: segera}", &[]).build("2026-11-30");
    assert!(text(&tree, "data/komitmen.csv").contains("no-date"));
    assert!(!page(&tree, "2/jalan/").contains("Tenggat lewat"));
}

#[test]
fn related_news_is_not_news_of_the_promise() {
    let related =
        format!("  date: 2026-04-02\n  bearing: related\n  notes: [Kota lain.]\n  {SOURCE}\n");
    let tree = promise("2026-03-31", &[&related]).build("2026-04-10");
    let own = page(&tree, "2/jalan/");
    for words in [
        "Belum ada kabar langsung",
        "hanya kabar terkait",
        "Kabar terkait; tidak dihubungkan dengan janji ini di bagian yang terbaca",
        "kabarnya tidak tercatat pernah dicari",
    ] {
        assert!(own.contains(words), "{words}\n{own}");
    }
    assert!(page(&tree, "komitmen/hanya-kabar-terkait/").contains("Menambal jalan"));
    assert!(page(&tree, "komitmen/tenggat-lewat-belum-dicari/").contains("Menambal jalan"));
    assert!(
        !tree.contains_key("komitmen/terlambat/index.html"),
        "an empty list"
    );
    let feed = text(&tree, "umpan.xml");
    for words in ["Kabar terkait", "Radio Contoh", "Kota lain."] {
        assert!(feed.contains(words), "{words}\n{feed}");
    }
}

#[test]
fn who_speaks_stands_on_every_page_and_in_the_feed() {
    for (standing, id, en) in [
        ("independent", "Bukan situs resmi", "Not an official site"),
        ("official", "Situs resmi", "Official site"),
    ] {
        let site = promise("2026-03-31", &[]);
        let text_of_site = site.read("content/site.yaml");
        let lines = text_of_site
            .lines()
            .filter(|line| !line.starts_with("standing:"));
        let lines: Vec<&str> = lines.collect();
        site.write(
            "content/site.yaml",
            format!("{}\nstanding: {standing}\n", lines.join("\n")),
        );
        let tree = site.build("2026-11-30");
        for (path, bytes) in &tree {
            if path.ends_with(".html") {
                let page = String::from_utf8_lossy(bytes);
                let is_english = path.starts_with("en/");
                let words = if is_english { en } else { id };
                assert!(page.contains(words), "{path}\n{page}");
            }
        }
        assert!(text(&tree, "umpan.xml").contains(id));
    }
}

#[test]
fn late_entries_say_when_they_were_recorded() {
    let done = "  date: 2026-03-20\n  status: done-verified\n  sources: [{publisher: Radio Contoh, date: 2026-03-20, kind: press}]\n";
    let site = promise("2026-03-31", &[]);
    site.run_on("2026-04-10", &["release"]).expect(0, &[]);
    site.write(
        NEWS,
        format!("- about: 2/jalan/tambal\n  text: Karangan.\n{done}"),
    );
    site.run_on("2026-11-30", &["release"]).expect(0, &[]);
    let tree = site.build("2026-11-30");
    for address in ["2/jalan/", "kabar/", "koreksi/"] {
        let page = page(&tree, address);
        assert!(
            page.contains("dicatat 30 November 2026"),
            "{address}\n{page}"
        );
    }
    let rows = text(&tree, "data/kabar.csv");
    assert!(rows.contains("2026-11-30"), "{rows}");
    // As of a day before it was recorded it is not said to be recorded.
    site.run(&["build", "--as-of", "2026-05-01", "--out", "dulu"])
        .expect(0, &[]);
    let tree = crate::common::tree(&site.path("dulu"));
    assert!(!page(&tree, "2/jalan/").contains("dicatat 30 November"));
}
