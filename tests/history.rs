//! A site with a past of thirty releases: nothing that was published is lost, and nothing can be changed unseen.

mod make;

use crate::common::tree;
use jhur::diag::{Code, Diagnostic};
use jhur::publish::PublishedDir;
use jhur::records::{Day, Revision};
use minisign::KeyPair;
use regex::Regex;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;
use tempfile::TempDir;

type Tree = BTreeMap<String, Vec<u8>>;

/// A day after the last release.
const LATER: &str = "2025-02-01";
/// Previews and the search take long and have tests of their own.
const FAST: &str = "cards: false, search: false";
/// Pages and the log, nothing else.
const BARE: &str =
    "cards: false, search: false, citations: false, data: false, feeds: false, twins: false";

/// The whole site, for tests that only read it.
static WHOLE: LazyLock<Tree> = LazyLock::new(|| tree(&Site::new(FAST).build(LATER)));

fn committed() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/history/content")
}

/// Runs the program on a site, today or on a day at noon in Jember.
fn jhur(root: &Path, args: &[&str], day: Option<&str>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jhur"));
    command.arg("--root").arg(root).args(args).current_dir(root);
    for name in ["SOURCE_DATE_EPOCH", "JHUR_LANG", "JHUR_KEY_PASSWORD"] {
        command.env_remove(name);
    }
    if let Some(day) = day {
        let noon = Day::parse(day).unwrap().0.and_hms_opt(5, 0, 0).unwrap();
        command.env("SOURCE_DATE_EPOCH", noon.and_utc().timestamp().to_string());
    }
    command.output().unwrap()
}

/// The program ended with a code; gives what it said.
fn said(output: &Output, code: i32) -> String {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{said}");
    said
}

/// A copy of the site that can be changed.
struct Site {
    folder: TempDir,
}

impl Site {
    fn new(outputs: &str) -> Self {
        let site = Self {
            folder: TempDir::new().unwrap(),
        };
        for (path, bytes) in tree(&committed()) {
            site.write(&path, &bytes);
        }
        site.add("site.yaml", &format!("outputs: {{{outputs}}}\n"));
        site
    }

    fn root(&self) -> &Path {
        self.folder.path()
    }

    fn path(&self, file: &str) -> PathBuf {
        self.root().join("content").join(file)
    }

    fn read(&self, file: &str) -> String {
        std::fs::read_to_string(self.path(file)).unwrap()
    }

    fn write(&self, file: &str, bytes: &[u8]) {
        std::fs::create_dir_all(self.path(file).parent().unwrap()).unwrap();
        std::fs::write(self.path(file), bytes).unwrap();
    }

    fn add(&self, file: &str, text: &str) {
        self.write(file, (self.read(file) + text).as_bytes());
    }

    fn edit(&self, file: &str, from: &str, into: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} no longer has {from}");
        self.write(file, text.replacen(from, into, 1).as_bytes());
    }

    fn log(&self) -> Vec<String> {
        self.read("revisions.jsonl")
            .lines()
            .map(str::to_owned)
            .collect()
    }

    fn write_log(&self, lines: &[String]) {
        self.write("revisions.jsonl", (lines.join("\n") + "\n").as_bytes());
    }

    fn run(&self, args: &[&str]) -> Output {
        jhur(self.root(), args, None)
    }

    /// Builds as of a day; gives the folder.
    fn build(&self, day: &str) -> PathBuf {
        said(&self.run(&["build", "--as-of", day]), 0);
        self.root().join("public")
    }
}

fn log() -> Vec<Revision> {
    let text = std::fs::read_to_string(committed().join("revisions.jsonl")).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn text<'t>(site: &'t Tree, path: &str) -> &'t str {
    std::str::from_utf8(
        site.get(path)
            .unwrap_or_else(|| panic!("{path} is not there")),
    )
    .unwrap()
}

/// A fixed sequence of numbers that look random (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most as u64).unwrap()
    }

    /// Another byte at a random place.
    fn change(&mut self, bytes: &mut [u8]) {
        let at = self.below(bytes.len());
        bytes[at] = bytes[at].wrapping_add(u8::try_from(1 + self.below(255)).unwrap());
    }
}

#[test]
fn the_script_makes_the_same_log_and_content_again() {
    let site = TempDir::new().unwrap();
    make::make(site.path());
    let made = tree(&site.path().join("content"));
    if std::env::var_os("MAKE_HISTORY").is_some() {
        for (path, bytes) in &made {
            let to = committed().join(path);
            std::fs::create_dir_all(to.parent().unwrap()).unwrap();
            std::fs::write(to, bytes).unwrap();
        }
    }
    let kept = tree(&committed());
    assert_eq!(
        made.keys().collect::<Vec<_>>(),
        kept.keys().collect::<Vec<_>>()
    );
    // Salts are random.
    for (path, bytes) in made.iter().filter(|(path, _)| *path != "redacted.jsonl") {
        assert!(kept[path] == *bytes, "{path}");
    }
    let days: BTreeSet<String> = log().iter().map(|line| line.release.to_string()).collect();
    // On one day nothing had changed.
    assert_eq!(days.len(), make::STEPS.len() - 1);
}

/// Every record, revision, history and commitment of a log has its address in a site, in both languages; gives how many
/// commitments.
fn all_there(site: &Tree, log: &[Revision]) -> usize {
    let newest: BTreeMap<&str, &Revision> = log
        .iter()
        .map(|line| (line.record.as_str(), line))
        .collect();
    let mut fragments = 0;
    for (line, lang) in log
        .iter()
        .flat_map(|line| ["", "en/"].map(|lang| (line, lang)))
    {
        let (record, number) = (&line.record, line.revision);
        for below in ["", "riwayat/", &format!("r{number}/")] {
            assert!(
                site.contains_key(&format!("{lang}{record}/{below}index.html")),
                "{lang}{record}/{below}"
            );
        }
        // Where a whole record was withdrawn, the page itself is the answer.
        let is_gone = newest[&**record]
            .body
            .as_ref()
            .is_some_and(|body| body.get("withdrawn").is_some());
        let page = text(site, &format!("{lang}{record}/index.html"));
        let past = text(site, &format!("{lang}{record}/r{number}/index.html"));
        for key in line.commitment_keys() {
            let id = format!(" id=\"{key}\"");
            assert_eq!(
                past.matches(&id).count(),
                1,
                "{lang}{record}/r{number}/#{key}"
            );
            assert!(
                is_gone || page.matches(&id).count() == 1,
                "{lang}{record}/#{key}"
            );
            fragments += 1;
        }
    }
    fragments
}

#[test]
fn every_address_that_was_ever_published_is_there_in_both_languages() {
    assert!(all_there(&WHOLE, &log()) > 100);
}

#[test]
fn addresses_outlast_further_moves_and_withdrawals() {
    let site = Site::new(BARE);
    let gone = "withdrawn: {date: 2025-01-21, reason: Rekaan.}\n";
    site.edit(
        "stops/001-melati.yaml",
        "number: 1\n",
        &format!("number: 1\n{gone}"),
    );
    site.edit(
        "stops/002-kenanga.yaml",
        "  - id: pedagang\n",
        &format!("  - id: pedagang\n    {gone}"),
    );
    // What stood under former names has yet another one.
    site.edit(
        "stops/003-cempaka.yaml",
        "number: 3\n",
        "number: 10\nformerly: [3]\n",
    );
    site.edit(
        "stops/004-dahlia.yaml",
        "number: 7\nformerly: [4]\n",
        "number: 8\nformerly: [4, 7]\n",
    );
    site.edit(
        "stops/004-dahlia.yaml",
        "  - id: sungai\n",
        "  - id: kali\n    formerly: [8/sungai]\n",
    );
    site.edit(
        "stops/003-cempaka.yaml",
        "{id: pasang,",
        "{id: dirikan, formerly: [3/lampu-jalan/pasang],",
    );
    let released = |site: &Site| -> Vec<Revision> {
        said(&site.run(&["release"]), 0);
        site.log()
            .iter()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    };
    let log = released(&site);
    // The releases were made today.
    let last = log[log.len() - 1].release.to_string();
    all_there(&tree(&site.build(&last)), &log);
    site.edit(
        "stops/004-dahlia.yaml",
        "number: 8\n",
        &format!("number: 8\n{gone}"),
    );
    let log = released(&site);
    all_there(&tree(&site.build(&last)), &log);
    said(&site.run(&["verify"]), 0);
}

/// What a page of a revision says, without what leads to later ones.
fn past(html: &str) -> String {
    let main = html
        .split_once("<h1>")
        .unwrap()
        .1
        .split_once("</main>")
        .unwrap()
        .0;
    let (title, rest) = main.split_once("<div class=\"box\">").unwrap();
    format!("{title}{}", rest.split_once("</div>").unwrap().1)
}

#[test]
fn as_of_each_release_all_stands_that_stood_before_and_no_revision_changes() {
    let site = Site::new(BARE);
    let is_past = Regex::new(r"/r\d+/index\.html$").unwrap();
    let mut pages = BTreeSet::new();
    let mut revisions: BTreeMap<String, String> = BTreeMap::new();
    let mut log = Vec::new();
    for (day, name, _) in make::STEPS {
        let built = tree(&site.build(day));
        let published = &built["data/revisi.jsonl"];
        assert!(published.starts_with(&log), "{day}, {name}");
        log.clone_from(published);
        let here: BTreeSet<String> = built
            .keys()
            .filter(|path| path.ends_with(".html"))
            .cloned()
            .collect();
        assert_eq!(
            pages.difference(&here).collect::<Vec<_>>(),
            Vec::<&String>::new(),
            "gone {day}, {name}"
        );
        for path in here.iter().filter(|path| is_past.is_match(path)) {
            let says = past(text(&built, path));
            let before = revisions
                .entry(path.clone())
                .or_insert_with(|| says.clone());
            assert_eq!(*before, says, "{path} {day}, {name}");
        }
        pages = here;
    }
    assert_eq!(revisions.len(), 2 * self::log().len());
    assert!(log == std::fs::read(committed().join("revisions.jsonl")).unwrap());
}

#[test]
fn the_log_and_the_content_agree() {
    let last = log().pop().unwrap().seal;
    let site = Site::new(BARE);
    assert!(said(&site.run(&["verify"]), 0).contains(&last));
    // One letter of what was released: the record's newest line is named.
    site.edit(
        "stops/001-melati.yaml",
        "Warga meminta jalan",
        "Warga meminta jalam",
    );
    let line = log()
        .iter()
        .rposition(|line| line.record == "1/jalan")
        .unwrap()
        + 1;
    let said = said(&site.run(&["verify"]), 1);
    assert!(
        said.contains("[J331]") && said.contains(&format!("content/revisions.jsonl:{line}:")),
        "{said}"
    );
}

#[test]
fn every_former_name_leads_to_the_newest() {
    let moved = [
        ("3/lampu/", "3/lampu-jalan/"),
        ("3/penerangan/", "3/lampu-jalan/"),
        ("3/lampu/kutip/", "3/lampu-jalan/kutip/"),
        ("4/", "7/"),
        ("4/cetak/", "7/cetak/"),
        ("4/sungai/", "7/sungai/"),
        ("sumber/", "sumber-data/"),
    ];
    let now = Regex::new(r#"<a id="_kini" href="([^"]*)""#).unwrap();
    for (from, to) in moved {
        for lang in ["", "en/"] {
            let page = text(&WHOLE, &format!("{lang}{from}index.html"));
            assert!(
                page.contains(&format!(
                    "<link rel=\"canonical\" href=\"https://rekaan.example/jhur/{lang}{to}\">"
                )),
                "{from}"
            );
            let target = now.captures(page).unwrap()[1].to_owned();
            assert_eq!(
                resolved(&format!("{lang}{from}"), &target),
                format!("{lang}{to}")
            );
        }
    }
    for (page, id, to) in [
        ("1/jalan/", "tambal", "1/jalan/#tambal-lubang"),
        ("2/pasar/", "kios", "2/pedagang/#kios"),
    ] {
        let note = Regex::new(&format!(r#" id="{id}">.*?<a href="([^"]*)""#)).unwrap();
        let found = note
            .captures(text(&WHOLE, &format!("{page}index.html")))
            .unwrap()[1]
            .to_owned();
        assert_eq!(resolved(page, &found), to);
    }
}

#[test]
fn news_stays_with_a_commitment_that_went_elsewhere_before_all_of_its_aspiration() {
    let site = Site::new(BARE);
    let two = "stops/002-kenanga.yaml";
    site.edit(
        two,
        "  - id: pasar\n",
        "  - id: toko\n    formerly: [2/pasar]\n",
    );
    // Another promise takes the key that became free.
    site.edit(
        two,
        "          - {id: atap,",
        "          - {id: kios, text: Kios lain, due: 2026}\n          - {id: atap,",
    );
    let built = tree(&site.build(LATER));
    assert!(text(&built, "2/pedagang/index.html").contains("Dicari di arsip"));
    assert!(text(&built, "2/pasar/index.html").contains("2/pedagang/#kios\""));
}

/// Where a relative link leads.
fn resolved(page: &str, href: &str) -> String {
    let mut parts: Vec<&str> = page.trim_end_matches('/').split('/').collect();
    for part in href.split('/').filter(|part| *part != ".") {
        if part == ".." {
            parts.truncate(parts.len() - 1)
        } else {
            parts.push(part)
        }
    }
    parts.join("/")
}

/// The same line with one letter or digit changed, still one that the program could have written.
fn changed(line: &str, dice: &mut Dice) -> String {
    const OTHERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";
    loop {
        let mut bytes = line.as_bytes().to_vec();
        let at = dice.below(bytes.len());
        // Why something was struck out is not in its hash: it was written later.
        let reason = line.find(",\"redacted\":").unwrap_or(line.len());
        if at < reason && bytes[at].is_ascii_alphanumeric() {
            bytes[at] = OTHERS[dice.below(OTHERS.len())];
            let other = String::from_utf8(bytes).unwrap();
            let read = serde_json::from_str::<Revision>(&other);
            if other != line && read.is_ok_and(|revision| revision.to_line() == other) {
                return other;
            }
        }
    }
}

#[test]
fn one_byte_changed_in_any_line_is_named() {
    let site = Site::new(BARE);
    let mut dice = Dice(20_240_115);
    let lines = site.log();
    for n in 0..lines.len() {
        let mut other = lines.clone();
        other[n] = changed(&lines[n], &mut dice);
        site.write_log(&other);
        let said = said(&site.run(&["verify"]), 1);
        assert!(
            said.contains(&format!("content/revisions.jsonl:{}:", n + 1)),
            "{}: {said}",
            other[n]
        );
    }
}

#[test]
fn a_body_taken_out_by_hand_without_a_reason_is_named() {
    let site = Site::new(BARE);
    let lines = site.log();
    for redacted in [None, Some(String::new())] {
        let struck = Revision {
            body: None,
            redacted,
            ..log().swap_remove(3)
        };
        let mut other = lines.clone();
        other[3] = struck.to_line();
        site.write_log(&other);
        let said = said(&site.run(&["verify"]), 1);
        assert!(
            said.contains("[J323]") && said.contains("content/revisions.jsonl:4:"),
            "{said}"
        );
    }
}

#[test]
fn a_log_that_forgets_what_was_published_is_not_published() {
    let site = Site::new(BARE);
    let public = site.build(LATER);
    let before = tree(&public);
    let lines = site.log();
    site.write_log(&lines[..lines.len() - 1]);
    let said = said(&site.run(&["build", "--as-of", LATER]), 1);
    assert!(
        said.contains("[J329]") && said.contains(&format!("baris {}", lines.len())),
        "{said}"
    );
    assert_eq!(tree(&public), before);
    // An earlier day's site may take its place, and this one its.
    site.write_log(&lines);
    site.build("2024-06-01");
    assert_eq!(tree(&site.build(LATER)), before);
}

#[test]
fn a_file_that_only_the_manifest_knows_is_named() {
    let site = Site::new(BARE);
    let public = site.build(LATER);
    std::fs::write(public.join("palsu.html"), "palsu").unwrap();
    let manifest = std::fs::read_to_string(public.join("manifest.json")).unwrap();
    let hash = jhur::records::sha256_hex("palsu");
    let added = manifest.replacen(
        "\"files\": {",
        &format!("\"files\": {{\n    \"palsu.html\": \"{hash}\","),
        1,
    );
    std::fs::write(public.join("manifest.json"), added).unwrap();
    let said = said(&site.run(&["verify", "public"]), 1);
    assert!(
        said.contains("[J338]") && said.contains("palsu.html") && !said.contains("[J335]"),
        "{said}"
    );
}

#[test]
fn lines_taken_away_put_in_or_in_another_order_are_named() {
    let site = Site::new(BARE);
    let lines = site.log();
    let (half, all) = (lines.len() / 2, lines.len());
    let case = |text: String, code: &str, place: usize| {
        site.write("revisions.jsonl", text.as_bytes());
        let said = said(&site.run(&["verify"]), 1);
        assert!(said.contains(&format!("[{code}]")), "{code}: {said}");
        assert!(
            said.contains(&format!("content/revisions.jsonl:{place}:")),
            "{place}: {said}"
        );
    };
    let joined = |lines: &[String]| lines.join("\n") + "\n";
    let mut removed = lines.clone();
    removed.remove(half);
    case(joined(&removed), "J322", half + 1);
    let mut swapped = lines.clone();
    swapped.swap(half, half + 1);
    case(joined(&swapped), "J322", half + 1);
    let mut inserted = lines.clone();
    inserted.insert(half, lines[half].clone());
    case(joined(&inserted), "J324", half + 2);
    let whole = joined(&lines);
    let cut = &whole[..whole.len() - lines[all - 1].len() / 2];
    case(cut.to_owned(), "J321", all);
    case(whole.trim_end().to_owned(), "J321", all);
    case(whole.clone() + "\n", "J321", all + 1);
    // The chain holds without its end; the records no longer are what it says.
    for left in [all - 1, all - 10, 1] {
        site.write_log(&lines[..left]);
        let said = said(&site.run(&["verify"]), 1);
        assert!(
            said.contains("[J331]") && !said.contains("[J322]"),
            "{said}"
        );
    }
    site.write("revisions.jsonl", b"");
    assert!(
        !said(&site.run(&["verify"]), 0).contains("20"),
        "without a log nothing was promised"
    );
}

/// The files that findings name, with their codes.
fn named(findings: &[Diagnostic]) -> BTreeSet<(Code, String)> {
    let path = |d: &Diagnostic| {
        d.args
            .iter()
            .find(|(name, _)| *name == "path")
            .unwrap()
            .1
            .clone()
    };
    findings.iter().map(|d| (d.code, path(d))).collect()
}

#[test]
fn one_byte_changed_in_any_published_file_is_named() {
    let site = Site::new(FAST);
    let public = site.build(LATER);
    assert!(
        PublishedDir::open(&public)
            .unwrap()
            .audit_files()
            .is_empty()
    );
    let mut dice = Dice(30);
    let mut files: Vec<String> = tree(&public)
        .into_keys()
        .filter(|path| path != "manifest.json")
        .collect();
    let mut changed = BTreeSet::new();
    for _ in 0..200 {
        let path = files.swap_remove(dice.below(files.len()));
        let mut bytes = std::fs::read(public.join(&path)).unwrap();
        dice.change(&mut bytes);
        std::fs::write(public.join(&path), bytes).unwrap();
        changed.insert((Code::PublishedFileChanged, path));
    }
    assert_eq!(
        named(&PublishedDir::open(&public).unwrap().audit_files()),
        changed
    );
    // The program shows the first ones.
    let said = said(&site.run(&["verify", "public"]), 1);
    assert!(
        changed
            .iter()
            .take(10)
            .all(|(_, path)| said.contains(&format!("[J334]: {path} "))),
        "{said}"
    );
}

#[test]
fn a_published_folder_is_held_against_the_records() {
    let site = Site::new(BARE);
    let public = site.build(LATER);
    let verify = |code: i32, id: &str, path: &str| {
        let said = said(&site.run(&["verify", "public"]), code);
        assert!(
            said.contains(&format!("[{id}]")) && said.contains(path),
            "{id} {path}: {said}"
        );
    };
    said(&site.run(&["verify", "public"]), 0);
    let whole = tree(&public);
    let put = |path: &str, bytes: &[u8]| std::fs::write(public.join(path), bytes).unwrap();
    let restore = |path: &str| put(path, &whole[path]);
    let manifest = text(&whole, "manifest.json");

    // Bytes and hash alike: only the records know better.
    let page = "1/jalan/r1/index.html";
    let other = text(&whole, page).replacen("Jalan", "Jalam", 1);
    let hash = |bytes: &[u8]| jhur::records::sha256_hex(bytes);
    put(page, other.as_bytes());
    put(
        "manifest.json",
        manifest
            .replace(&hash(&whole[page]), &hash(other.as_bytes()))
            .as_bytes(),
    );
    verify(1, "J336", page);
    restore(page);
    // The manifest alone.
    verify(1, "J334", page);
    restore("manifest.json");

    std::fs::remove_file(public.join(page)).unwrap();
    verify(1, "J333", page);
    restore(page);
    put("1/jalan/r1/catatan.txt", b"siapa ini");
    verify(0, "J335", "1/jalan/r1/catatan.txt");
    std::fs::remove_file(public.join("1/jalan/r1/catatan.txt")).unwrap();

    // A page alone, as somebody downloaded it.
    std::fs::write(site.root().join("halaman.html"), &whole[page]).unwrap();
    said(&site.run(&["verify", "halaman.html"]), 0);
    std::fs::write(site.root().join("halaman.html"), &other).unwrap();
    assert!(said(&site.run(&["verify", "halaman.html"]), 1).contains("[J336]"));

    // Another day's manifest: pages of the day between them are unknown to it, the others differ.
    said(
        &site.run(&["build", "--as-of", "2024-08-01", "--out", "earlier"]),
        0,
    );
    std::fs::copy(
        site.root().join("earlier/manifest.json"),
        public.join("manifest.json"),
    )
    .unwrap();
    verify(1, "J334", "index.html");
    put("manifest.json", b"{}");
    verify(1, "J332", "public");
    restore("manifest.json");
    said(&site.run(&["verify", "public"]), 0);
}

/// What someone does to the content.
type Change<'c> = &'c dyn Fn(&Site);

#[test]
fn what_was_released_cannot_be_taken_away() {
    let page = |site: &Site| {
        std::fs::remove_file(site.path("pages/tentang.md")).unwrap();
        std::fs::remove_file(site.path("pages/tentang.en.md")).unwrap();
    };
    let cut = |site: &Site, file: &str, from: &str, to: &str| {
        let text = site.read(file);
        let start = text.find(from).unwrap();
        let end = start + text[start..].find(to).unwrap();
        site.write(file, (text[..start].to_owned() + &text[end..]).as_bytes());
    };
    let (one, three, four) = (
        "stops/001-melati.yaml",
        "stops/003-cempaka.yaml",
        "stops/004-dahlia.yaml",
    );
    let cases: [(&str, &str, Change<'_>); 14] = [
        ("J325", "7/tenun", &|s| {
            cut(s, four, "  - id: tenun", "announcements:")
        }),
        ("J325", "3/beasiswa/kuota", &|s| {
            s.edit(three, "{id: kuota,", "{id: kuota-lain,")
        }),
        // Its answers are withheld: only older revisions have it.
        ("J325", "1/bantuan/kursi", &|s| {
            s.edit(one, "{id: kursi,", "{id: kursi-lain,")
        }),
        // Two names ago.
        ("J325", "3/lampu", &|s| {
            s.edit(three, "[3/lampu, 3/penerangan]", "[3/penerangan]")
        }),
        ("J325", "4/sungai", &|s| s.edit(four, "formerly: [4]\n", "")),
        ("J325", "tentang", &page),
        ("J325", "sumber", &|s| {
            s.edit("pages/sumber-data.md", "formerly: [sumber]\n", "");
            s.edit("pages/sumber-data.en.md", "formerly: [sumber]\n", "");
        }),
        ("J325", "3", &|s| {
            s.edit(three, "number: 3\n", "number: 3\ndraft: true\n")
        }),
        ("J327", "teratai", &|s| {
            s.edit(
                "districts.yaml",
                "- {key: teratai, name: Teratai Rekaan}\n",
                "",
            );
            // It was withdrawn: only older revisions have its kecamatan.
            s.edit(
                "stops/005-teratai.yaml",
                "district: teratai",
                "district: mawar",
            );
        }),
        ("J326", "1/air", &|s| {
            s.edit(
                one,
                "  - id: sekolah\n",
                "  - id: sekolah\n    formerly: [1/air]\n",
            )
        }),
        ("J326", "1/x/y", &|s| {
            s.edit(
                one,
                "  - id: sekolah\n",
                "  - id: sekolah\n    formerly: [1/x/y]\n",
            )
        }),
        ("J326", "3/lampu", &|s| {
            s.edit(
                one,
                "  - id: sekolah\n",
                "  - id: sekolah\n    formerly: [3/lampu]\n",
            )
        }),
        ("J326", "tentang", &|s| {
            s.edit(
                "pages/metode.md",
                "order: 2\n",
                "order: 2\nformerly: [tentang]\n",
            )
        }),
        ("J326", "4", &|s| {
            s.edit(one, "number: 1\n", "number: 1\nformerly: [4]\n")
        }),
    ];
    for (code, name, change) in cases {
        let site = Site::new(BARE);
        change(&site);
        let before = site.log();
        let as_of = ["check", "--as-of", LATER];
        for (args, day) in [
            (&["check"][..], None),
            (&as_of, None),
            (&["release"], None),
            (&["release"], Some(LATER)),
        ] {
            let said = said(&jhur(site.root(), args, day), 1);
            assert!(
                said.contains(&format!("[{code}]")) && said.contains(name),
                "{code} {name}: {said}"
            );
        }
        assert!(site.log() == before);
    }
}

#[test]
fn a_topic_and_an_office_of_an_older_revision_stay_in_their_lists() {
    let site = Site::new(BARE);
    for file in ["001-melati", "003-cempaka", "006-mawar"] {
        let file = format!("stops/{file}.yaml");
        let text = site
            .read(&file)
            .replace("topics: [sekolah]", "topics: [pasar]");
        site.write(
            &file,
            text.replace("office: dinas-sekolah", "office: dinas-air")
                .as_bytes(),
        );
    }
    said(&site.run(&["release"]), 0);
    site.edit(
        "topics.yaml",
        "- {key: sekolah, name: {id: Sekolah, en: Schools}}\n",
        "",
    );
    site.edit(
        "offices.yaml",
        "- {key: dinas-sekolah, name: {id: Dinas Sekolah Rekaan, en: Invented School Office}}\n",
        "",
    );
    let said = said(&site.run(&["check"]), 1);
    assert_eq!(said.matches("[J327]").count(), 2, "{said}");
    assert!(
        said.contains("content/revisions.jsonl:") && said.contains("dinas-sekolah"),
        "{said}"
    );
}

#[test]
fn a_release_that_is_refused_changes_nothing() {
    let site = Site::new(BARE);
    site.edit(
        "stops/001-melati.yaml",
        "title: {id: Jalan dusun",
        "title: {id: Jalan setapak",
    );
    let refused = |day: Option<&str>, code: &str| {
        let before = site.read("revisions.jsonl");
        let said = said(&jhur(site.root(), &["release"], day), 1);
        assert!(said.contains(&format!("[{code}]")), "{said}");
        assert!(site.read("revisions.jsonl") == before);
    };
    refused(Some("2025-01-19"), "J328");
    site.edit(
        "stops/001-melati.yaml",
        "district: melati",
        "district: melatii",
    );
    refused(None, "J303");
    site.edit(
        "stops/001-melati.yaml",
        "district: melatii",
        "district: melati",
    );
    let lines = site.log();
    let mut broken = lines.clone();
    broken.remove(lines.len() / 2);
    site.write_log(&broken);
    refused(None, "J322");
    site.write_log(&lines);
    said(&site.run(&["release"]), 0);
    assert_eq!(site.log().len(), lines.len() + 1);
}

#[test]
fn what_was_struck_out_is_in_no_file_and_never_comes_back() {
    let struck = regex::bytes::Regex::new("(?i)rekawan|khayali|antah berantah").unwrap();
    for (path, bytes) in &*WHOLE {
        assert!(
            !struck.is_match(bytes) && !path.contains("redacted"),
            "{path}"
        );
    }
    assert!(text(&WHOLE, "6/makam/r1/index.html").contains("Nama orang; diminta dihapus."));
    let written = [
        (
            "stops/001-melati.yaml",
            "title: {id: Jalan dusun",
            "title: {id: REKAWAN-KHAYALI",
        ),
        (
            "stops/002-kenanga.yaml",
            "A narrow market",
            "'antah  berantah, 77'",
        ),
        (
            "follow-ups/2024.yaml",
            "Mulai ditambal.",
            "Oleh *Rekawan* Khayali.",
        ),
        (
            "pages/tentang.en.md",
            "This invented site",
            "Rekawan\nKhayali's site",
        ),
        ("offices.yaml", "Invented Water Office", "Rekawan_Khayali"),
    ];
    for (file, from, into) in written {
        let site = Site::new(BARE);
        site.edit(file, from, into);
        let said = said(&site.run(&["check"]), 1);
        assert!(
            said.contains("[J605]") && said.contains(&format!("content/{file}:")),
            "{file}: {said}"
        );
    }
    // In the body of another revision.
    let site = Site::new(BARE);
    let last = log().pop().unwrap();
    let body =
        serde_json::json!({ "kind": "page", "page": { "id": { "title": "Rekawan, Khayali" } } });
    let line = Revision::new(last.release, "tentang".into(), 2, last.seal.clone(), body).to_line();
    site.add("revisions.jsonl", &(line + "\n"));
    let said = said(&site.run(&["check"]), 1);
    assert!(
        said.contains("[J605]")
            && said.contains(&format!("content/revisions.jsonl:{}:", site.log().len())),
        "{said}"
    );
}

/// A pair of keys with a password, in files; gives the public one.
fn keys(folder: &Path, name: &str) -> String {
    let file = |end: &str| std::fs::File::create(folder.join(format!("{name}.{end}"))).unwrap();
    let password = Some("rekaan".to_owned());
    KeyPair::generate_and_write_encrypted_keypair(file("pub"), file("key"), None, password)
        .unwrap()
        .pk
        .to_base64()
}

#[test]
fn a_signed_site_says_who_published_it() {
    let site = Site::new(BARE);
    let public = keys(site.root(), "own");
    keys(site.root(), "other");
    let sign = |key: &str, password: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jhur"));
        command
            .arg("--root")
            .arg(site.root())
            .args(["build", "--as-of", LATER, "--sign"])
            .arg(site.root().join(key));
        command
            .env_remove("SOURCE_DATE_EPOCH")
            .env("JHUR_KEY_PASSWORD", password)
            .output()
            .unwrap()
    };
    let folder = site.build(LATER);
    let before = tree(&folder);
    assert!(
        said(&sign("own.key", "rekaan"), 2).contains("[J911]"),
        "site.yaml names no key"
    );
    site.add("site.yaml", &format!("signing_key: {public}\n"));
    for (key, password) in [
        ("own.key", "salah"),
        ("other.key", "rekaan"),
        ("own.pub", "rekaan"),
    ] {
        assert!(said(&sign(key, password), 2).contains("[J911]"), "{key}");
    }
    said(&sign("none.key", "rekaan"), 2);
    assert!(tree(&folder) == before, "the old site is untouched");

    said(&sign("own.key", "rekaan"), 0);
    said(&site.run(&["verify", "public"]), 0);
    let signed = tree(&folder);
    said(&sign("own.key", "rekaan"), 0);
    assert!(tree(&folder) == signed, "nothing is signed twice");
    let unsigned = |what: &str| {
        let said = said(&site.run(&["verify", "public"]), 1);
        assert!(said.contains("[J337]"), "{what}: {said}");
    };
    let put = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
    let (manifest, signature) = (
        text(&signed, "manifest.json"),
        text(&signed, "manifest.json.minisig"),
    );
    let line = signature.lines().nth(1).unwrap();
    let other = line[..20].to_owned() + if &line[20..21] == "A" { "B" } else { "A" } + &line[21..];
    put(
        "manifest.json.minisig",
        &signature.replacen(line, &other, 1),
    );
    unsigned("a changed signature");
    put(
        "manifest.json.minisig",
        &signature.replacen("\ntrusted comment: m", "\ntrusted comment: M", 1),
    );
    unsigned("a changed comment");
    std::fs::remove_file(folder.join("manifest.json.minisig")).unwrap();
    unsigned("no signature");
    put("manifest.json.minisig", signature);
    put("manifest.json", &(manifest.to_owned() + "\n"));
    unsigned("a changed manifest");
    put("manifest.json", manifest);
    said(&site.run(&["verify", "public"]), 0);
    if is_there("minisign") {
        let stock = Command::new("minisign")
            .args(["-Vm", "manifest.json", "-P", &public])
            .current_dir(&folder)
            .output();
        assert!(stock.as_ref().unwrap().status.success(), "{stock:?}");
    }
}

/// Is a program of others there? Where CI is set it has to be; elsewhere it is said that it was not tried, past what catches the
/// words of tests that pass.
fn is_there(program: &str) -> bool {
    let found = Command::new(program).arg("--version").output().is_ok();
    assert!(
        found || std::env::var_os("CI").is_none(),
        "there is no {program} (Debian: apt-get install {program})"
    );
    if !found {
        let said =
            format!("not tried: there is no {program} (Debian: apt-get install {program})\n");
        std::io::stderr().write_all(said.as_bytes()).unwrap();
    }
    found
}

/// The commands that a page shows, without those that fetch.
fn commands(page: &str, id: &str) -> String {
    let shown = Regex::new(&format!(r#"(?s)<pre[^>]* id="{id}">(.*?)</pre>"#)).unwrap();
    let text = shown.captures(page).unwrap()[1]
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"");
    let text = text
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&amp;", "&");
    text.lines()
        .filter(|line| !line.starts_with("curl"))
        .collect::<Vec<_>>()
        .join("\n")
}

fn sh(folder: &Path, commands: &str) -> Output {
    Command::new("sh")
        .args(["-c", commands])
        .current_dir(folder)
        .output()
        .unwrap()
}

#[test]
fn the_commands_that_the_site_shows_find_what_was_changed() {
    if !is_there("jq") {
        return;
    }
    let site = Site::new(BARE);
    let public = site.build(LATER);
    let page = std::fs::read_to_string(public.join("data/periksa/index.html")).unwrap();
    let (of_log, of_files) = (commands(&page, "_perintah"), commands(&page, "_semua"));
    let data = public.join("data");
    let seal = log().pop().unwrap().seal;
    let output = sh(&data, &of_log);
    assert_eq!(
        (
            String::from_utf8_lossy(&output.stdout).trim(),
            output.stderr.len()
        ),
        (seal.as_str(), 0)
    );
    assert!(page.contains(&format!("<code>{seal}</code>")));
    let output = sh(&public, &of_files);
    assert!(
        output.status.success() && output.stdout.is_empty() && output.stderr.is_empty(),
        "{output:?}"
    );

    let published = std::fs::read_to_string(data.join("revisi.jsonl")).unwrap();
    for (from, into) in [
        ("Jalan desa", "Jalan desu"),
        ("2024-01-15", "2024-01-14"),
        ("2025-01-20", "2025-01-21"),
    ] {
        let at = published
            .lines()
            .position(|line| line.contains(from))
            .unwrap()
            + 1;
        std::fs::write(data.join("revisi.jsonl"), published.replacen(from, into, 1)).unwrap();
        let output = sh(&data, &of_log);
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(said.contains(&format!("{at}c{at}")), "{output:?}");
    }
    let output = sh(&public, &of_files);
    assert!(!output.status.success());
    assert!(
        String::from_utf8_lossy(&output.stdout).contains("data/revisi.jsonl: FAILED"),
        "{output:?}"
    );
}

#[test]
fn a_record_is_cited_by_its_revision_until_it_says_something_else() {
    let newest: BTreeMap<String, u32> = log()
        .into_iter()
        .map(|line| (line.record, line.revision))
        .collect();
    let address = |path: &str| format!("https://rekaan.example/jhur/{path}");
    let mut cited = 0;
    for (record, number) in newest {
        for lang in ["", "en/"] {
            let Some(bib) = WHOLE.get(&format!("{lang}{record}/kutip.bib")) else {
                continue;
            };
            cited += 1;
            let url = address(&format!("{lang}{record}/r{number}/"));
            assert!(
                String::from_utf8_lossy(bib).contains(&format!("url = {{{url}}}")),
                "{record}"
            );
            assert!(
                text(&WHOLE, &format!("{lang}{record}/kutip.ris"))
                    .contains(&format!("UR  - {url}\r\n"))
            );
            assert!(text(&WHOLE, &format!("{lang}{record}/kutip.csl.json")).contains(&url));
            assert!(
                text(&WHOLE, &format!("{lang}{record}/index.html")).contains(&format!("{url}</p>")),
                "{record}"
            );
            if record.contains('/') {
                let reference = format!("{record}/r{number}");
                assert!(
                    String::from_utf8_lossy(bib).contains(&format!("number = {{{reference}}}")),
                    "{record}"
                );
                assert!(
                    text(&WHOLE, &format!("{lang}{record}/kutip.ris"))
                        .contains(&format!("M1  - {reference}\r\n"))
                );
            }
        }
    }
    assert!(cited > 40, "{cited}");

    let site = Site::new(FAST);
    site.edit(
        "stops/006-mawar.yaml",
        "Timbangan rusak.",
        "Timbangan hilang.",
    );
    let changed = tree(&site.build(LATER));
    let past = Regex::new(r"6/posyandu/r\d").unwrap();
    for end in [
        "kutip.bib",
        "kutip.ris",
        "kutip.csl.json",
        "kutip.txt",
        "kutip.wiki.txt",
    ] {
        assert!(
            !past.is_match(text(&changed, &format!("6/posyandu/{end}"))),
            "{end}"
        );
    }
    let sentence = Regex::new(r#"<p class="cite">.*?</p>"#).unwrap();
    let page = text(&changed, "6/posyandu/index.html");
    assert!(
        sentence.find_iter(page).count() > 2
            && sentence
                .find_iter(page)
                .all(|found| !past.is_match(found.as_str()))
    );
    // Others stay as they were.
    assert!(text(&changed, "6/makam/kutip.bib").contains("6/makam/r2/"));
}

#[test]
fn revisions_are_in_the_feed_of_corrections_under_names_that_stay() {
    let ids = |site: &Tree| -> BTreeSet<String> {
        let id = Regex::new("(?s)<entry>.*?<id>(.*?)</id>").unwrap();
        id.captures_iter(text(site, "koreksi/umpan.xml"))
            .map(|c| c[1].to_owned())
            .collect()
    };
    let all = ids(&WHOLE);
    for name in [
        "1/jalan/r2",
        "metode/r2",
        "1/r2",
        "2/irigasi/r2",
        "jadwal/r2",
    ] {
        assert!(
            all.contains(&format!("tag:rekaan.example,2026:jhur/{name}")),
            "{name}: {all:?}"
        );
    }
    // What only brought news is no correction.
    assert!(
        !all.contains("tag:rekaan.example,2026:jhur/2/r2"),
        "{all:?}"
    );
    let json: Value = serde_json::from_str(text(&WHOLE, "koreksi/umpan.json")).unwrap();
    let of_json = json["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["id"].as_str().unwrap().to_owned());
    assert_eq!(of_json.collect::<BTreeSet<_>>(), all);
    let earlier = ids(&tree(&Site::new(FAST).build("2024-11-18")));
    assert!(
        earlier.len() > 10 && earlier.is_subset(&all),
        "{:?}",
        earlier.difference(&all).collect::<Vec<_>>()
    );
}
