//! Messages and reasons are words: no command gives the terminal orders, whatever stands in records or is typed.

use super::filling::{Filling, one, picture};
use super::strings::{ACCEPTED, REFUSED};
use super::{AS_OF, HOSTILE, built, formats, pages, run, write_records};
use crate::common::program::json_lines;
use jhur::checks::AsOf;
use jhur::diag::messages::{Language, Messages};
use jhur::records::Day;
use regex::Regex;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use tempfile::TempDir;

#[test]
fn the_reason_for_striking_out_is_words() {
    let folder = built(&Filling::plain(), 1);
    let log = || std::fs::read_to_string(folder.path().join("content/log.jsonl")).unwrap();
    let before = log();
    let is_typed =
        |reason: &&str| reason.contains(jhur::diag::is_invisible) && !reason.contains('\0');
    for reason in REFUSED.iter().map(|(reason, _)| *reason).filter(is_typed) {
        let redact = ["redact", "1", "1", "--basis", "UU", "--reason", reason];
        run(folder.path(), &redact, AS_OF).expect(2, &[]);
        assert!(log() == before, "{reason:?}");
    }
    let reason = ACCEPTED
        .iter()
        .map(|words| words.typed.trim())
        .collect::<Vec<_>>()
        .join(" ");
    let redact = ["redact", "1", "1", "--basis", &reason, "--reason", &reason];
    run(folder.path(), &redact, AS_OF).expect(0, &[]);
    let lines = json_lines(&log());
    assert_eq!(lines.len(), before.lines().count() + 1);
    let redacted: Vec<&Value> = lines
        .iter()
        .filter(|line| !line["redacts"].is_null())
        .collect();
    assert!(
        matches!(&redacted[..], [line] if line["reason"] == reason.as_str() && line["basis"] == reason.as_str()),
        "{redacted:?}"
    );
    run(folder.path(), &["release"], AS_OF).expect(0, &[]);
    run(folder.path(), &["build"], AS_OF).expect(0, &[]);
    let mut shown = pages(&folder).collect::<BTreeMap<_, _>>();
    shown.retain(|path, html| {
        formats::elements(path, html);
        html.contains("&lt;script&gt;alert(1)&lt;")
    });
    let languages = ["", "en/"].iter();
    let paths = languages.flat_map(|lang| {
        ["1/r1", "1/riwayat", "data/periksa", "koreksi"]
            .map(|page| format!("{lang}{page}/index.html"))
    });
    assert!(
        shown.keys().eq(&paths.collect::<BTreeSet<_>>()),
        "{:?}",
        shown.keys()
    );
}

/// What a terminal would obey, or GitHub.
const ORDERS: &str = "\u{1b}]0;judul\u{7}\u{1b}[2J\u{202e}\r\n::error::palsu";

/// Of the records, and of what is typed.
#[test]
fn no_command_gives_the_terminal_orders() {
    let output = |args: &[&str]| {
        let run = run(HOSTILE.path(), args, AS_OF);
        let output = run.out + &run.err;
        let odd = output
            .lines()
            .find(|line| line.contains(jhur::diag::is_invisible) || line.starts_with("::"));
        assert_eq!(odd, None, "{args:?}");
        output
    };
    for args in [
        &["check"][..],
        &["check", "--privacy"],
        &["due"],
        &["changes", "--since", "2022-05-11"],
        &["status"],
    ] {
        assert!(!output(args).is_empty(), "{args:?}");
    }
    for args in [
        &["explain", ORDERS][..],
        &[ORDERS],
        &["check", "--format", ORDERS],
        &["check", "--as-of", ORDERS],
        &["redact", ORDERS, "1", "--basis", "UU", "--reason", "Rekaan"],
        &["redact", "1", "1", "--basis", "UU", "--reason", ORDERS],
        &[
            "redact", "1", "1", "--basis", "UU", "--reason", "Rekaan", "--word", "\u{1b}",
        ],
        &["new", "follow-up", ORDERS, "--date", "2022-06-01"],
        &["import", ORDERS],
        &["verify", ORDERS],
    ] {
        assert!(output(args).contains("<U+001B>"), "{args:?}");
    }
}

#[test]
fn messages_say_nothing_to_the_terminal() {
    let escapes = ORDERS;
    let root = TempDir::new().unwrap();
    let mut files = one(true, &mut |field| {
        matches!(field.format, "key" | "reference" | "url" | "date" | "word")
            .then(|| escapes.into())
    });
    files.insert("media/rekaan.png".into(), picture());
    if cfg!(unix) {
        files.insert(
            format!("stops/{}.yaml", escapes.replace('/', "")),
            b"number: 1\nasing: 1\n".to_vec(),
        );
        files.insert(
            "pages/a\u{1b}[31m.md".into(),
            b"---\ntitle: A\n---\n".to_vec(),
        );
    }
    write_records(root.path(), &files);
    let outcome = jhur::check(root.path(), AsOf::Chosen(Day::parse(AS_OF).unwrap()));
    // What the printer itself says to the terminal is colour.
    let colour = Regex::new("\u{1b}\\[[0-9;]*m").unwrap();
    let properties =
        Regex::new(r"^::(error|warning) (file=[^,:]+,line=\d+,col=\d+,endLine=\d+,endColumn=\d+,)?title=J\d+::")
            .unwrap();
    for language in [Language::Indonesian, Language::English] {
        let words = Messages::built_in(language);
        let human =
            jhur::diag::render::render_human(&outcome.diagnostics, &outcome.files, &words, 120);
        let rest = colour.replace_all(&human, "").into_owned();
        let odd = rest.lines().find(|line| {
            line.contains(jhur::diag::is_invisible) || line.trim_start().starts_with("::")
        });
        assert_eq!(odd, None);
        assert!(human.contains("<U+001B>"), "{human}");
        let github =
            jhur::diag::render::render_github(&outcome.diagnostics, &outcome.files, &words);
        let odd = github
            .lines()
            .find(|line| !line.starts_with("::error ") && !line.starts_with("::warning "));
        assert_eq!(odd, None);
        assert_eq!(github.lines().find(|line| !properties.is_match(line)), None);
        assert_eq!(github.lines().count(), outcome.diagnostics.len());
        let gitlab =
            jhur::diag::render::render_gitlab(&outcome.diagnostics, &outcome.files, &words);
        let notes: Vec<Value> = serde_json::from_str(&gitlab).unwrap();
        assert_eq!(notes.len(), outcome.diagnostics.len());
        let odd = notes.iter().find(|note| {
            note["description"]
                .as_str()
                .unwrap()
                .contains(jhur::diag::is_invisible)
        });
        assert_eq!((odd, gitlab.contains('\u{1b}')), (None, false));
        let json = jhur::diag::render::render_json(&outcome.diagnostics, &outcome.files, &words);
        assert!(json.lines().all(|line| serde_json::from_str::<Value>(line).is_ok() && !line.contains('\u{1b}')));
    }
}
