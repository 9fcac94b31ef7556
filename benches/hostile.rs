//! How long a whole build takes with a field full of what is hostile, beside one full of plain words: `cargo bench --bench hostile`,
//! or `cargo bench --bench hostile -- brackets` for those with that in their name; `-- --quiet` prints nothing but the table. No field
//! may take more than 0.2 s.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a measurement that cannot go on has failed"
)]

mod corpus;

use criterion::Criterion;
use jhur::BuildOptions;
use jhur::checks::{AsOf, DayChoice};
use jhur::records::Day;
use std::time::Duration;

/// As in the program.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What fills a field, again and again: plain words, to compare with, and what makes programs slow.
const HOSTILE: [(&str, &str); 26] = [
    ("plain words", "kata biasa "),
    ("stars", "*"),
    ("emphasis", "*a _b"),
    ("open brackets", "["),
    ("links without an end", "[a]("),
    ("pictures without an end", "![a"),
    ("open tags", "<a "),
    ("comments without an end", "<!--"),
    ("ampersands", "&"),
    ("character references", "&#x202e;"),
    ("backticks of all lengths", "` `` ``` "),
    ("quotes in quotes", ">"),
    ("lists in lists", "- "),
    ("headings", "# a\n"),
    ("empty lines", "\n\n"),
    ("table rows", "a|b\n-|-\n"),
    ("footnotes", "[^a]: b\n"),
    ("addresses", "https://a.example/ "),
    ("addresses of mail", "a@b.c "),
    ("digits", "0812 3456 "),
    ("names", "Budi Contoh "),
    ("gaps of templates", "{{ a }}"),
    ("characters of four bytes", "𝕁"),
    ("piles of marks", "e\u{301}\u{302}"),
    ("characters of no width", "\u{200B}"),
    ("turns of direction", "\u{202E}a"),
];

/// How many characters the field has.
const LONG: usize = 20_000;

/// One stop of twenty aspirations; its summary is filled. The build ends with its pages, or with what is wrong with it.
fn main() {
    let mut bench = Criterion::default()
        .sample_size(10)
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    let folder = tempfile::tempdir().unwrap();
    let (root, out) = (folder.path(), folder.path().join("public"));
    corpus::write(root, 1);
    let path = root.join("content/stops/0001.yaml");
    let stop = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = stop.split_once("summary: ").unwrap();
    let (_, after) = rest.split_once('\n').unwrap();
    let options = BuildOptions {
        root,
        out: &out,
        as_of: AsOf::Chosen(Day::parse("2024-01-01").unwrap()),
        day_choice: DayChoice::default(),
        drafts: false,
        signing: None,
        executable: None,
    };
    for (name, piece) in HOSTILE {
        let field: String = piece.chars().cycle().take(LONG).collect();
        std::fs::write(
            &path,
            format!("{before}summary: {}\n{after}", serde_json::json!(field)),
        )
        .unwrap();
        bench.bench_function(name, |b| b.iter(|| jhur::build(&options, &|_, _| {})));
    }
    bench.final_summary();
}
