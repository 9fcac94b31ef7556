//! Words that the rules accept are published as words and nothing else, in every format.

use super::filling::Filling;
use super::strings::ACCEPTED;
use super::{AS_OF, HOSTILE, TURNS, built, formats, pages, run, with_outputs, write_records};
use crate::common::{repository, tree};
use regex::Regex;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use tempfile::TempDir;

/// Writes what tests/web/inject.mjs builds and reads into the folder that `JHUR_INJECTION` names: for each site the records of
/// its two releases, and what the marks mean.
#[test]
fn sites_for_the_browser() {
    let Some(folder) = std::env::var_os("JHUR_INJECTION") else {
        return;
    };
    let folder = Path::new(&folder);
    let (hostile, plain) = (Filling::all(), Filling::plain());
    let many = hostile.words.len();
    write_records(
        &folder.join("words/1"),
        &hostile.records(many, "a", |turn, _| turn + 1),
    );
    write_records(
        &folder.join("words/2"),
        &hostile.records(many, "b", |turn, _| turn),
    );
    write_records(
        &folder.join("plain/1"),
        &with_outputs(plain.records(many, "a", |_, _| 0), r#"{"cards": false}"#),
    );
    write_records(
        &folder.join("plain/2"),
        &with_outputs(plain.records(many, "b", |_, _| 0), r#"{"cards": false}"#),
    );
    write_records(&folder.join("settings/1"), &plain.records(1, "a", |_, _| 0));
    write_records(&folder.join("settings/2"), &hostile.settings());
    let words: Vec<Value> = hostile
        .words
        .iter()
        .map(|w| json!([w.typed, w.shown]))
        .collect();
    let key =
        json!({"fields": hostile.fields, "words": words, "marks": marks(&folder.join("words/2"))});
    std::fs::write(folder.join("key.json"), key.to_string()).unwrap();
}

/// Every mark in the records of a folder, once: what has to be shown.
fn marks(folder: &Path) -> BTreeSet<String> {
    let mark = Regex::new(r" m(\d+x\d+)b").unwrap();
    let files = tree(folder)
        .into_values()
        .filter_map(|bytes| String::from_utf8(bytes).ok());
    files
        .flat_map(|text| {
            mark.captures_iter(&text)
                .map(|c| c[1].to_owned())
                .collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn every_format_says_the_words_and_nothing_else() {
    let folder = &*HOSTILE;
    let site = tree(&folder.path().join("public"));
    let text = |path: &str| String::from_utf8(site[path].clone()).unwrap();
    let mut count = BTreeMap::<&str, usize>::new();
    for path in site.keys() {
        let end = if path.ends_with("oembed.json") {
            "oembed.json"
        } else {
            path.rsplit('.').next().unwrap()
        };
        *count.entry(end).or_default() += 1;
        if matches!(end, "png" | "jpg" | "xlsx" | "jsonl") {
            continue;
        }
        let content = text(path);
        let hidden = content
            .chars()
            .find(|c| jhur::diag::is_invisible(*c) && !matches!(c, '\r' | '\u{feff}'));
        assert_eq!(hidden, None, "{path}");
        match end {
            "html" => {
                formats::linked(path, &content);
                for (format, cited) in formats::citations(&content) {
                    *count.entry(format).or_default() += 1;
                    match format {
                        "ris" => formats::ris(path, &cited),
                        "bib" => formats::bibtex(path, &cited),
                        "wiki.txt" => formats::wiki(path, &cited),
                        _ => drop(serde_json::from_str::<Value>(&cited).unwrap()),
                    }
                }
            }
            "json" | "oembed.json" | "geojson" | "jsonld" => {
                let _: Value =
                    serde_json::from_str(&content).unwrap_or_else(|e| panic!("{path}: {e}"));
            }
            "xml" if path.ends_with("umpan.xml") => {
                let json = site.get(&path.replace(".xml", ".json"));
                let json = json.map(|bytes| std::str::from_utf8(bytes).unwrap());
                formats::feed(path, &content, json);
            }
            "ics" => formats::calendar(path, &content),
            "csv" => formats::table(path, &site[path]),
            "conf" => assert!(
                !content.contains("evil") && !content.contains("alert"),
                "{path}"
            ),
            _ => {}
        }
    }
    for end in [
        "html",
        "oembed.json",
        "csl.json",
        "wiki.txt",
        "xml",
        "ics",
        "ris",
        "bib",
        "csv",
        "conf",
    ] {
        assert!(count.get(end).is_some_and(|n| *n > 1), "{end}: {count:?}");
    }
    assert!(!text("_headers").contains("evil"));
    let data: BTreeSet<String> = site
        .keys()
        .filter(|p| p.starts_with("data/") && p.ends_with(".jsonl"))
        .flat_map(|p| formats::texts(&text(p)))
        .collect();
    for words in ACCEPTED {
        assert!(
            data.iter().any(|content| content.contains(words.typed)),
            "lost: {}",
            words.typed
        );
    }
    let is_shown = |(_, html): (String, String)| html.contains("{{ 7*7 }} {% include &quot;");
    assert!(
        pages(folder).any(is_shown),
        "what looks like a template is words"
    );
    run(folder.path(), &["verify"], AS_OF).expect(0, &[]);
}

#[test]
fn pages_have_only_the_elements_and_attributes_of_the_theme() {
    let plain = built(&Filling::plain(), TURNS);
    let of_markdown = "p em strong del ul ol ol@start li blockquote code pre a a@href a@title table thead tbody tr th td h2 h3 h4 h5 h6 br hr";
    let mut known: BTreeSet<String> = of_markdown.split(' ').map(str::to_owned).collect();
    for (path, html) in pages(&plain) {
        known.extend(formats::elements(&path, &html));
    }
    for (path, html) in pages(&HOSTILE) {
        let strange: Vec<String> = formats::elements(&path, &html)
            .into_iter()
            .filter(|what| !known.contains(what))
            .collect();
        assert_eq!(strange, [""; 0], "{path}");
    }
}

/// A site in which all the words are titles and texts.
#[test]
fn preview_cards_and_the_search_index_say_the_words_and_nothing_else() {
    let folder = TempDir::new().unwrap();
    let mut files = tree(&repository("tests/examples/base/content"));
    let outputs = b"outputs: {citations: false, data: false, feeds: false, twins: false}\n";
    files.get_mut("site.yaml").unwrap().extend(outputs);
    let entries = ACCEPTED.iter().map(|words| words.typed).enumerate();
    let entries =
        entries.map(|(n, typed)| json!({"id": format!("kata-{n}"), "title": typed, "text": typed}));
    let stop = json!({"number": 2, "district": "sukamaju", "date": "2026-10-12", "aspirations": entries.collect::<Vec<_>>()});
    files.insert(
        "stops/002-rekaan.yaml".into(),
        stop.to_string().into_bytes(),
    );
    write_records(folder.path(), &files);
    run(folder.path(), &["build"], "2026-11-24").expect(0, &[]);
    let site = tree(&folder.path().join("public"));
    let found = formats::found(&site);
    for (n, words) in ACCEPTED.iter().enumerate() {
        let address = format!("2/kata-{n}/");
        let card = format!("{address}kartu.png");
        formats::card(&card, &site[&card]);
        let record = &found[&address];
        assert_eq!(record["meta"]["title"], words.typed.trim(), "{address}");
        let content = record["content"].as_str().unwrap();
        assert!(
            formats::line(content).contains(&formats::line(words.shown.unwrap_or(words.typed))),
            "{content}"
        );
    }
}
