//! Hostile and odd words in every field of every record: what the rules refuse is refused at the field; what they accept is
//! published as words and nothing else. What only a browser can say of the same sites is asked in tests/web/inject.mjs.

mod formats;
mod records;
mod strings;

use crate::common::{program, tree};
use jhur::checks::AsOf;
use jhur::diag::messages::{Language, Messages};
use jhur::records::Day;
use records::{Field, Site};
use regex::Regex;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Output};
use std::sync::LazyLock;
use strings::{ACCEPTED, ADDRESSES, CELLS, LINKS, NO_VALUE, REFERENCES, REFUSED};
use tempfile::TempDir;

/// Fields of one line that take no words: the name of a file, a key to sign with.
const NO_WORDS: [&str; 2] = ["Photo.file", "Site.signing_key"];
/// Fields whose links are held against the site: prose in Markdown. In other fields a link is words.
const PROSE: [&str; 18] = [
    "Stop.summary",
    "Stop.notes",
    "Correction.text",
    "Photo.caption",
    "Photo.credit",
    "Source.notes",
    "Aspiration.text",
    "Aspiration.withheld",
    "Aspiration.notes",
    "Announcement.notes",
    "Response.text",
    "Response.notes",
    "Commitment.text",
    "Commitment.conditions",
    "FollowUp.text",
    "FollowUp.disputed",
    "FollowUp.notes",
    "Topic.description",
];
const AS_OF: &str = "2022-06-30";

fn takes_words(field: &Field<'_>) -> bool {
    matches!(field.format, "text" | "line") && !NO_WORDS.contains(&field.name)
}

fn write(root: &Path, files: &Site) {
    for (path, bytes) in files {
        let to = root.join("content").join(path);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::write(to, bytes).unwrap();
    }
}

/// One stop and what belongs to it, with words from `put` in its fields.
fn one(is_withdrawn: bool, put: records::Put<'_>) -> Site {
    let mut files = records::turn(0, is_withdrawn, put);
    files.extend(records::lists(&[0], &mut |_, field| put(field)));
    files.extend([records::site(put)]);
    files
}

fn run(root: &Path, args: &[&str], day: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jhur"));
    command
        .args(["--lang", "en", "--root"])
        .arg(root)
        .args(args)
        .current_dir(root);
    let seconds = Day::parse(day)
        .unwrap()
        .0
        .signed_duration_since(Day::parse("1970-01-01").unwrap().0)
        .num_seconds();
    command
        .env("SOURCE_DATE_EPOCH", seconds.to_string())
        .output()
        .unwrap()
}

fn jhur(root: &Path, args: &[&str], day: &str) -> String {
    let output = run(root, args, day);
    assert!(
        output.status.success(),
        "{args:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_records_have_every_field_that_takes_words() {
    let mut filled = BTreeSet::new();
    one(true, &mut |field: &Field<'_>| {
        filled.extend(
            (matches!(field.format, "text" | "line" | "url")).then(|| field.name.to_owned()),
        );
        None
    });
    let mut all: BTreeSet<String> = records::fields(&["text", "line", "url"])
        .into_iter()
        .collect();
    all.insert("Page.body".into());
    all.remove("Site.signing_key");
    assert_eq!(filled, all);
}

/// What is put into fields: words, each followed by a mark of its own. `m3x7b` is field 3 with words 7, as they are since the
/// second release.
struct Filling {
    fields: Vec<String>,
    words: Vec<strings::Words>,
}

impl Filling {
    fn new(words: impl IntoIterator<Item = strings::Words>) -> Self {
        let fields = [
            records::fields(&["text", "line"]),
            vec!["Page.body".to_owned()],
        ]
        .concat();
        Self {
            fields,
            words: words.into_iter().collect(),
        }
    }

    /// Everything that is accepted; links that are refused in prose come last, and stand in other fields.
    fn all() -> Self {
        let shown = |typed: &str| {
            if typed.starts_with('<') {
                "javascript:alert(1)"
            } else {
                "buka"
            }
        };
        let links = LINKS.iter().map(|typed| strings::Words {
            typed,
            shown: Some(shown(typed)),
        });
        Self::new(ACCEPTED.iter().copied().chain(links))
    }

    /// The words of a number in both languages, where they may stand.
    fn said(&self, n: usize, version: &str, field: &Field<'_>) -> Option<Value> {
        if field.format == "url" {
            return Some(ADDRESSES[n % ADDRESSES.len()].into());
        }
        let n = n % self.words.len();
        let at = self
            .fields
            .iter()
            .position(|name| name == field.name)
            .filter(|_| takes_words(field))?;
        if n >= ACCEPTED.len() && (PROSE.contains(&field.name) || field.name == "Page.body") {
            return Some(json!({"id": "Rekaan", "en": "Rekaan"}));
        }
        let said = |lang: &str| match self.words[n].typed {
            typed if CELLS.contains(&typed) => typed.to_owned(),
            typed => format!("{typed} m{at}x{n}{version}{lang}"),
        };
        Some(if field.format == "text" {
            json!({"id": said(""), "en": said("en")})
        } else {
            said("").into()
        })
    }

    /// The records of a release, `which` says the number of the words for a turn and a field.
    fn records(&self, turns: usize, release: &str, which: impl Fn(usize, usize) -> usize) -> Site {
        let said = |turn: usize, field: &Field<'_>| {
            let at = self
                .fields
                .iter()
                .position(|name| name == field.name)
                .unwrap_or_default();
            self.said(which(turn, at), release, field)
        };
        let turns: Vec<usize> = (0..turns).collect();
        let mut files = records::lists(&turns, &mut |turn, field| said(turn, field));
        for turn in &turns {
            files.extend(records::turn(*turn, release == "b", &mut |field| {
                said(*turn, field)
            }));
        }
        files.extend([records::site(&mut |field| {
            takes_words(field).then(|| "Rekaan".into())
        })]);
        files.insert("media/rekaan.png".into(), picture());
        files
    }

    /// A small site whose own fields have all words at once: nothing there is Markdown.
    fn settings(&self) -> Site {
        let everything = self
            .words
            .iter()
            .map(|words| words.typed)
            .collect::<Vec<_>>()
            .join(" ");
        let calm = |field: &Field<'_>| match field.format {
            "text" => json!({"id": "Rekaan", "en": "Rekaan"}),
            _ => "Rekaan".into(),
        };
        let mut files = one(true, &mut |field| takes_words(field).then(|| calm(field)));
        files.extend([records::site(&mut |field| {
            takes_words(field).then(|| everything.as_str().into())
        })]);
        files.insert("media/rekaan.png".into(), picture());
        files
    }
}

fn picture() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 4, 4);
    encoder.set_color(png::ColorType::Grayscale);
    encoder
        .write_header()
        .unwrap()
        .write_image_data(&[128; 16])
        .unwrap();
    bytes
}

/// The lines of a file in which something was found, with the codes.
fn faults(root: &Path) -> BTreeMap<String, BTreeSet<(usize, String)>> {
    let outcome = jhur::check(root, AsOf::Chosen(Day::parse(AS_OF).unwrap()));
    let words = Messages::built_in(Language::English);
    let found = jhur::diag::render::render_json(&outcome.diagnostics, &outcome.files, &words);
    let mut lines: BTreeMap<String, BTreeSet<(usize, String)>> = BTreeMap::new();
    for line in found.lines() {
        let fault: Value = serde_json::from_str(line).unwrap();
        assert!(
            !fault["message"]
                .as_str()
                .unwrap()
                .contains(jhur::diag::is_invisible),
            "{fault}"
        );
        if fault["severity"] == "error" {
            let line = usize::try_from(fault["line"].as_u64().unwrap_or_default()).unwrap();
            let file = fault["file"].as_str().unwrap_or_default().to_owned();
            lines
                .entry(file)
                .or_default()
                .insert((line, fault["code"].as_str().unwrap().to_owned()));
        }
    }
    lines
}

/// Puts a value into every field that takes it; gives where there is no fault at its line.
fn not_refused(
    value: &str,
    code: Option<&str>,
    takes: impl Fn(&Field<'_>) -> bool,
) -> (usize, Vec<String>) {
    let root = TempDir::new().unwrap();
    // Links in what was withdrawn are not looked at; all else is.
    let is_withdrawn = code != Some("J315");
    let files = one(is_withdrawn, &mut |field| {
        takes(field).then(|| format!("{value}TANDA").into())
    });
    // The mark is taken out again: it says where the value stands, also where that is empty.
    let marked: BTreeMap<&String, String> = files
        .iter()
        .map(|(path, bytes)| (path, String::from_utf8(bytes.clone()).unwrap()))
        .collect();
    let without = marked
        .iter()
        .map(|(path, text)| ((*path).clone(), text.replace("TANDA", "").into_bytes()));
    write(root.path(), &without.collect());
    write(
        root.path(),
        &BTreeMap::from([("media/rekaan.png".to_owned(), picture())]),
    );
    let found = faults(root.path());
    let (mut count, mut missing) = (0, Vec::new());
    for (path, text) in marked {
        let there = found.get(&format!("content/{path}"));
        for (n, line) in text
            .lines()
            .enumerate()
            .filter(|(_, line)| line.contains("TANDA"))
        {
            count += 1;
            // The body of a page is one text, which begins above the line.
            let is_body = path.ends_with(".md") && !line.trim_start().starts_with('"');
            let is_named = there.is_some_and(|t| {
                t.iter()
                    .any(|(at, c)| (is_body || *at == n + 1) && code.is_none_or(|code| code == c))
            });
            if !is_named {
                missing.push(format!("{path}:{}: {}", n + 1, line.trim()));
            }
        }
    }
    (count, missing)
}

#[test]
fn what_cannot_be_read_is_refused_in_every_field() {
    for (value, code) in REFUSED {
        // A body of a page stands in the file as it is; all other words are escaped.
        let (count, missing) = not_refused(value, Some(code), |f| {
            matches!(f.format, "text" | "line") && f.name != "Page.body"
        });
        assert!(count > 90, "only {count} fields");
        assert_eq!(missing, [""; 0], "{value:?}");
    }
}

/// A type at a time: a file must not be too large itself.
#[test]
fn what_is_too_long_or_piled_up_is_refused_in_every_field() {
    let fields = Filling::all().fields;
    let types: BTreeSet<&str> = fields
        .iter()
        .filter_map(|name| name.split('.').next())
        .collect();
    for (value, code) in [
        ("a".repeat(20_001), "J213"),
        (format!("a{}", "\u{301}".repeat(10_000)), "J128"),
    ] {
        for name in &types {
            let of_type = |f: &Field<'_>| {
                matches!(f.format, "text" | "line") && f.name.split('.').next() == Some(name)
            };
            let missing = not_refused(&value, Some(code), of_type).1;
            assert!(missing.is_empty(), "{code}: {name}: {:.60}", missing[0]);
        }
    }
}

#[test]
fn references_to_what_nobody_sees_are_refused_in_every_text() {
    for value in REFERENCES {
        let (count, missing) = not_refused(value, Some("J118"), |f| f.format == "text");
        assert!(count > 60, "only {count} fields");
        assert_eq!(missing, [""; 0], "{value:?}");
    }
}

#[test]
fn links_that_lead_by_no_known_way_are_refused_in_prose() {
    for value in LINKS {
        let (count, missing) = not_refused(value, Some("J315"), |f| PROSE.contains(&f.name));
        assert!(count > 30, "only {count} fields");
        assert_eq!(missing, [""; 0], "{value:?}");
    }
}

#[test]
fn only_addresses_keys_days_and_words_of_a_list_stand_where_they_belong() {
    for value in NO_VALUE {
        for format in [
            "url",
            "base-url",
            "key",
            "reference",
            "date",
            "due",
            "area-code",
            "word",
        ] {
            let (_, missing) = not_refused(value, None, |f| f.format == format);
            assert_eq!(missing, [""; 0], "{format} {value:?}");
        }
        let (count, missing) = not_refused(value, None, |f| f.name == "Photo.file");
        assert!(count > 1 && missing.is_empty(), "{value:?}: {missing:?}");
    }
}

/// Writes what tests/web/inject.mjs builds and reads into the folder that `JHUR_INJECTION` names: for each site the records of
/// its two releases, and what the marks mean.
#[test]
fn sites_for_the_browser() {
    let Some(folder) = std::env::var_os("JHUR_INJECTION") else {
        return;
    };
    let folder = Path::new(&folder);
    let (hostile, plain) = (
        Filling::all(),
        Filling::new([strings::Words {
            typed: "Kata biasa",
            shown: None,
        }]),
    );
    let many = hostile.words.len();
    write(
        &folder.join("words/1"),
        &hostile.records(many, "a", |turn, _| turn + 1),
    );
    write(
        &folder.join("words/2"),
        &hostile.records(many, "b", |turn, _| turn),
    );
    write(
        &folder.join("plain/1"),
        &trimmed(plain.records(many, "a", |_, _| 0), r#"{"cards": false}"#),
    );
    write(
        &folder.join("plain/2"),
        &trimmed(plain.records(many, "b", |_, _| 0), r#"{"cards": false}"#),
    );
    write(&folder.join("settings/1"), &plain.records(1, "a", |_, _| 0));
    write(&folder.join("settings/2"), &hostile.settings());
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

/// Without what takes long and is no text: preview cards and the search index have a site of their own below.
fn trimmed(mut files: Site, outputs: &str) -> Site {
    let site = String::from_utf8(files["site.yaml"].clone()).unwrap();
    let site = site.replacen('{', &format!("{{\"outputs\": {outputs},"), 1);
    files.insert("site.yaml".into(), site.into_bytes());
    files
}

/// How many stops with everything such a site has: enough for a list of commitments that can be sorted.
const TURNS: usize = 3;

/// A site in whose fields all the words stand in turn, with its history.
static HOSTILE: LazyLock<TempDir> = LazyLock::new(|| built(&Filling::all(), TURNS));

fn built(filling: &Filling, turns: usize) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (release, day, shift) in [("a", "2022-05-10", 23), ("b", "2022-06-10", 0)] {
        let files = filling.records(turns, release, |turn, at| at + turn * 17 + shift);
        write(
            folder.path(),
            &trimmed(files, r#"{"cards": false, "search": false}"#),
        );
        jhur(folder.path(), &["release"], day);
    }
    jhur(folder.path(), &["build"], AS_OF);
    folder
}

#[test]
fn every_format_says_the_words_and_nothing_else() {
    let folder = &*HOSTILE;
    let site = tree(&folder.path().join("public"));
    let text = |path: &str| String::from_utf8(site[path].clone()).unwrap();
    let mut count = BTreeMap::<&str, usize>::new();
    for path in site.keys() {
        let end = ["oembed.json", "csl.json", "wiki.txt"]
            .into_iter()
            .find(|end| path.ends_with(end));
        let end = end.unwrap_or_else(|| path.rsplit('.').next().unwrap());
        *count.entry(end).or_default() += 1;
        if matches!(end, "png" | "jpg" | "xlsx" | "jsonl") {
            continue;
        }
        let said = text(path);
        let hidden = said
            .chars()
            .find(|c| jhur::diag::is_invisible(*c) && !matches!(c, '\r' | '\u{feff}'));
        assert_eq!(hidden, None, "{path}");
        match end {
            "html" => formats::linked(path, &said),
            "json" | "oembed.json" | "csl.json" | "geojson" | "jsonld" => {
                let _: Value =
                    serde_json::from_str(&said).unwrap_or_else(|e| panic!("{path}: {e}"));
            }
            "xml" if path.ends_with("umpan.xml") => {
                formats::feed(path, &said, &text(&path.replace(".xml", ".json")))
            }
            "ics" => formats::calendar(path, &said),
            "ris" => formats::ris(path, &said),
            "bib" => formats::bibtex(path, &said),
            "wiki.txt" => formats::wiki(path, &said),
            "csv" => formats::table(path, &site[path]),
            "conf" => assert!(!said.contains("evil") && !said.contains("alert"), "{path}"),
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
            data.iter().any(|said| said.contains(words.typed)),
            "lost: {}",
            words.typed
        );
    }
    let is_shown = |(_, html): (String, String)| html.contains("{{ 7*7 }} {% include &quot;");
    assert!(
        pages(folder).any(is_shown),
        "what looks like a template is words"
    );
    jhur(folder.path(), &["verify"], AS_OF);
}

/// What a cell of a published table has to say, by the row as JSON and the name of the column.
fn expected(row: &Value, column: &str) -> Option<String> {
    let (value, lang) = match column
        .strip_suffix("_en")
        .filter(|_| row.get(column).is_none())
    {
        Some(column) => (row.get(column)?, "en"),
        None => (row.get(column)?, "id"),
    };
    let said = |words: &Value| {
        let any = || words.as_object()?.values().next().filter(|_| lang == "id");
        words.get(lang).or_else(any)?.as_str().map(str::to_owned)
    };
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Object(_) => said(value),
        Value::Array(list) if list.iter().all(Value::is_string) => Some(
            list.iter()
                .filter_map(Value::as_str)
                .collect::<Vec<_>>()
                .join(" "),
        ),
        Value::Array(list) => Some(list.iter().filter_map(said).collect::<Vec<_>>().join(" | ")),
        _ => None,
    }
    .filter(|text| !text.is_empty())
}

/// The texts in the records of stops and follow-ups that were put there.
fn typed(folder: &Path) -> BTreeSet<String> {
    fn walk(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::String(text) => drop(found.insert(text.clone())),
            Value::Array(list) => list.iter().for_each(|value| walk(value, found)),
            Value::Object(map) => map.values().for_each(|value| walk(value, found)),
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    for (path, bytes) in tree(&folder.join("content")) {
        if path.starts_with("stops/") || path.starts_with("follow-ups/") {
            let text = String::from_utf8(bytes).unwrap();
            walk(
                &jhur::editing::to_json(&jhur::source::parse_strict(&text).unwrap()),
                &mut found,
            );
        }
    }
    let mark = Regex::new(r"m\d+x\d+b").unwrap();
    found.retain(|text| mark.is_match(text) || CELLS.contains(&&**text));
    found
}

#[test]
fn every_cell_of_a_workbook_is_a_text_that_says_all_of_it() {
    let own = built(
        &Filling::new(
            CELLS
                .iter()
                .map(|typed| strings::Words { typed, shown: None }),
        ),
        TURNS,
    );
    for folder in [own.path(), HOSTILE.path()] {
        let data = folder.join("public/data");
        let mut count = 0;
        for (table, rows) in
            formats::workbook("jhur.xlsx", &std::fs::read(data.join("jhur.xlsx")).unwrap())
        {
            let lines = std::fs::read_to_string(data.join(format!("{table}.jsonl"))).unwrap();
            for (n, line) in (4..).zip(lines.lines()) {
                let row: Value = serde_json::from_str(line).unwrap();
                for (at, column) in &rows[&3] {
                    let cell = rows.get(&n).and_then(|row| row.get(at)).cloned();
                    let said = expected(&row, column)
                        .filter(|text| cell.is_some() || Day::parse(text).is_none());
                    let is_marked = said
                        .as_ref()
                        .is_some_and(|text| text.starts_with("<r>") && text.ends_with("</r>"));
                    assert_eq!(
                        cell,
                        said.map(|text| text + if is_marked { " " } else { "" }),
                        "{table} {n} {column}"
                    );
                    count += usize::from(cell.is_some());
                }
            }
        }
        assert!(count > 500, "{count}");
        let exported = TempDir::new().unwrap();
        let file = exported.path().join("a.xlsx");
        jhur(folder, &["export", &file.to_string_lossy()], AS_OF);
        let sheets = formats::workbook("a.xlsx", &std::fs::read(&file).unwrap());
        let cells: BTreeSet<&String> = sheets
            .values()
            .flat_map(BTreeMap::values)
            .flat_map(BTreeMap::values)
            .collect();
        for text in &typed(folder) {
            let cell = if text.starts_with("<r>") {
                format!("{text} ")
            } else {
                text.clone()
            };
            assert!(cells.contains(&cell), "{text:?}");
        }
        let back = jhur(folder, &["import", &file.to_string_lossy()], AS_OF);
        assert_eq!(back, "");
    }
}

/// More than a cell takes is cut where it is read, and refused where it is to come back.
#[test]
fn what_no_cell_takes_is_cut_or_refused() {
    let long = "𝕁".repeat(20_000);
    let root = TempDir::new().unwrap();
    let mut files = one(false, &mut |field| {
        (field.name == "Aspiration.text").then(|| long.as_str().into())
    });
    files.insert("media/rekaan.png".into(), picture());
    write(
        root.path(),
        &trimmed(files, r#"{"cards": false, "search": false}"#),
    );
    jhur(root.path(), &["build"], AS_OF);
    let book = formats::workbook(
        "jhur.xlsx",
        &std::fs::read(root.path().join("public/data/jhur.xlsx")).unwrap(),
    );
    let cells = book["aspirasi"].values().flat_map(BTreeMap::values);
    let cut: Vec<&String> = cells.filter(|text| text.starts_with('𝕁')).collect();
    assert!(!cut.is_empty());
    for text in cut {
        assert!(
            text.ends_with("𝕁 […]") && (32_766..=32_767).contains(&text.encode_utf16().count())
        );
    }
    let run = program::jhur(root.path(), &["--lang", "en", "export", "a.xlsx"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(
        run.err.contains("J135") && run.err.contains("Aspirations!"),
        "{}",
        run.err
    );
    assert!(!root.path().join("a.xlsx").exists());
}

#[test]
fn pages_have_only_the_elements_and_attributes_of_the_theme() {
    let plain = built(
        &Filling::new([strings::Words {
            typed: "Kata biasa",
            shown: None,
        }]),
        TURNS,
    );
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

fn pages(site: &TempDir) -> impl Iterator<Item = (String, String)> {
    let files = tree(&site.path().join("public"))
        .into_iter()
        .filter(|(path, _)| path.ends_with(".html"));
    files.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
}

/// A site in which all the words are titles and texts.
#[test]
fn preview_cards_and_the_search_index_say_the_words_and_nothing_else() {
    let folder = TempDir::new().unwrap();
    let mut files =
        tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/examples/base/content"));
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
    write(folder.path(), &files);
    jhur(folder.path(), &["build"], "2026-11-24");
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

#[test]
fn the_reason_for_striking_out_is_words() {
    let folder = built(
        &Filling::new([strings::Words {
            typed: "Kata biasa",
            shown: None,
        }]),
        1,
    );
    let log = || std::fs::read_to_string(folder.path().join("content/revisions.jsonl")).unwrap();
    let before = log();
    let is_typed =
        |reason: &&str| reason.contains(jhur::diag::is_invisible) && !reason.contains('\0');
    for reason in REFUSED.iter().map(|(reason, _)| *reason).filter(is_typed) {
        let output = run(
            folder.path(),
            &["redact", "1", "1", "--reason", reason],
            AS_OF,
        );
        assert_eq!(
            (output.status.code(), log() == before),
            (Some(2), true),
            "{reason:?}"
        );
    }
    let reason = ACCEPTED
        .iter()
        .map(|words| words.typed.trim())
        .collect::<Vec<_>>()
        .join(" ");
    jhur(
        folder.path(),
        &["redact", "1", "1", "--reason", &reason],
        AS_OF,
    );
    let lines: Vec<Value> = log()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), before.lines().count());
    let struck: Vec<&Value> = lines
        .iter()
        .filter(|line| !line["redacted"].is_null())
        .collect();
    assert!(
        matches!(&struck[..], [line] if line["redacted"] == reason.as_str() && line["body"].is_null()),
        "{struck:?}"
    );
    jhur(folder.path(), &["build"], AS_OF);
    let mut shown = pages(&folder).collect::<BTreeMap<_, _>>();
    shown.retain(|path, html| {
        formats::elements(path, html);
        html.contains("&lt;script&gt;alert(1)&lt;")
    });
    let languages = ["", "en/"].iter();
    let paths = languages.flat_map(|lang| {
        ["1/r1", "1/riwayat", "data/periksa"].map(|page| format!("{lang}{page}/index.html"))
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
    let told = |args: &[&str]| {
        let Output { stdout, stderr, .. } = run(HOSTILE.path(), args, AS_OF);
        let told = String::from_utf8(stdout).unwrap() + &String::from_utf8(stderr).unwrap();
        let odd = told
            .lines()
            .find(|line| line.contains(jhur::diag::is_invisible) || line.starts_with("::"));
        assert_eq!(odd, None, "{args:?}");
        told
    };
    for args in [
        &["check"][..],
        &["check", "--privacy"],
        &["due"],
        &["changes", "--since", "2022-05-11"],
        &["status"],
    ] {
        assert!(!told(args).is_empty(), "{args:?}");
    }
    for args in [
        &["explain", ORDERS][..],
        &[ORDERS],
        &["check", "--format", ORDERS],
        &["check", "--as-of", ORDERS],
        &["redact", ORDERS, "1", "--reason", "Rekaan"],
        &["redact", "1", "1", "--reason", ORDERS],
        &["redact", "1", "1", "--reason", "Rekaan", "--word", "\u{1b}"],
        &["new", "follow-up", ORDERS, "--date", "2022-06-01"],
        &["import", ORDERS],
        &["verify", ORDERS],
    ] {
        assert!(told(args).contains("<U+001B>"), "{args:?}");
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
    write(root.path(), &files);
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
