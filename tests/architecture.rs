//! The house is as docs/ARCHITECTURE.md draws it: dependencies run one way, files stay small, say
//! what they are, and keep to the words of docs/GLOSSARY.md.

mod sources;
mod tokens;

use jhur::diag::Code;
use sources::Sources;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use walkdir::WalkDir;

/// The rooms (top-level modules), from the bottom up: a file may use rooms before its own.
const ORDER: [&str; 33] = [
    "embedded",
    "sync",
    "memo",
    "transparency",
    "diag",
    "records",
    "random",
    "source",
    "spreadsheet",
    "link_check",
    "checks",
    "register",
    "plan",
    "data",
    "view",
    "theme",
    "outputs",
    "publish",
    "http",
    "guards",
    "pipeline",
    "release",
    "fetch",
    "verify",
    "page_proof",
    "witness",
    "privacy_report",
    "editing",
    "serve",
    "cli",
    // They only pass on what others define.
    "lib",
    "main",
    // Nothing comes after the last.
    "",
];

/// Rooms that know less than their place in [`ORDER`] would allow.
const NARROW: [(&str, &[&str]); 8] = [
    ("transparency", &[]),
    ("source", &["diag", "embedded", "records", "sync"]),
    ("spreadsheet", &["diag", "records", "source"]),
    ("link_check", &["diag", "records", "sync"]),
    ("publish", &["diag", "records", "sync", "transparency"]),
    ("fetch", &["diag"]),
    ("http", &["outputs"]),
    ("main", &["cli", "diag"]),
];

/// Only the pipeline and what is around it reads content; from `checks` to `outputs` everything
/// works on what was read.
const NO_READERS: [&str; 6] = ["checks", "register", "plan", "data", "view", "theme"];

/// Words that must not come back in names: each had a meaning in this project alone, and the
/// glossary has the field's word for it.
const FORMER_WORDS: [&str; 27] = [
    "voice", "tongue", "worded", "linked", "paper", "desk", "handed", "several", "told", "gap",
    "gaps", "nowhere", "unplaced", "lean", "twin", "twins", "struck", "screen", "outside", "fault",
    "faults", "trouble", "beside", "refused", "ended", "dice", "counter",
];

/// Types and modules that must not come back, whole.
const FORMER_TYPES: [&str; 12] = [
    "Square", "Asked", "Answer", "Print", "Words", "Known", "Part", "From", "News", "Fill", "When",
    "Look",
];

/// Free functions need a name that says what they do; these say nothing without their module.
const FORMER_FUNCTIONS: [&str; 24] = [
    "of", "plain", "whole", "said", "told", "shown", "put", "take", "part", "parts", "lean",
    "word", "words", "called", "one", "all", "keep", "kept", "judge", "look", "made", "see", "say",
    "tell",
];

#[test]
fn no_files_use_each_other_in_a_circle() {
    let sources = Sources::read();
    assert!(
        sources.arrows().len() > 1_000,
        "the test no longer finds what files use"
    );
    let cycles = sources.cycles();
    assert!(cycles.is_empty(), "{cycles:#?}");
}

#[test]
fn dependencies_run_one_way() {
    let sources = Sources::read();
    let place = |room: &str| ORDER.iter().position(|name| *name == room);
    let mut wrong = BTreeSet::new();
    let mut used = BTreeSet::new();
    for file in &sources.files {
        assert!(
            place(file.room()).is_some(),
            "ORDER does not have {}",
            file.room()
        );
    }
    for (from, to) in sources.arrows() {
        let (from, to) = (&sources.files[from], sources.files[to].room());
        let room = from.room();
        used.insert(to.to_owned());
        let narrow = NARROW.iter().find(|(name, _)| *name == room);
        let allowed = match narrow {
            Some((_, allowed)) => allowed.contains(&to),
            None => place(to) < place(room),
        };
        let reads = to == "source" && NO_READERS.contains(&room);
        if room != to && (!allowed || reads) {
            wrong.insert((from.path.as_str(), to.to_owned()));
        }
    }
    assert!(wrong.is_empty(), "arrows against the order: {wrong:#?}");
    // Every room is a target, so that none is overlooked; these are the ends.
    let ends = ["lib", "main", ""];
    for room in ORDER.iter().filter(|room| !ends.contains(room)) {
        assert!(
            used.contains(*room),
            "nobody uses {room}: is it still there?"
        );
    }
}

#[test]
fn methods_are_in_the_room_of_their_type() {
    let found = Sources::read().methods_elsewhere();
    assert!(found.is_empty(), "methods in other rooms: {found:#?}");
}

#[test]
fn a_cycle_is_found_and_a_re_export_is_none() {
    let cycles = |files: &[(&str, &str)]| {
        let files = files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
        Sources::new(files.collect()).cycles().len()
    };
    let child = ("a/b.rs", "use super::c::X; pub fn run() {}");
    let sibling = ("a/c.rs", "pub struct X;");
    // Declaring, passing on and calling children is no cycle, …
    let root = (
        "a/mod.rs",
        "mod b; mod c; pub use c::X; fn go() { b::run(); }",
    );
    assert_eq!(cycles(&[root, child, sibling]), 0);
    // …not even if a child gets its sibling's type through the mod.rs, …
    assert_eq!(
        cycles(&[root, ("a/b.rs", "use super::X; pub fn run() {}"), sibling]),
        0
    );
    // …but a child that uses what the mod.rs defines is in one with it, …
    let own = (
        "a/mod.rs",
        "mod b; pub const X: u8 = 1; fn go() { b::run(); }",
    );
    assert_eq!(cycles(&[own, ("a/b.rs", "pub fn run() { super::X; }")]), 1);
    assert_eq!(
        cycles(&[own, ("a/b.rs", "use crate::a; pub fn run() { a::X; }")]),
        1
    );
    // …and so are files that name each other in whatever way.
    let (left, right) = (
        "use crate::r::{self as other};",
        "pub fn g() { crate::l::f(); }",
    );
    let left = format!("{left} pub fn f() {{ other::g(); }}");
    assert_eq!(
        cycles(&[
            ("lib.rs", "mod l; mod r;"),
            ("l.rs", &left),
            ("r.rs", right)
        ]),
        1
    );
    // Comments, texts and unit tests name nothing.
    let silent = "/* crate::l::f() */ const T: &str = \"crate::l::f\"; #[cfg(test)] mod t { use crate::l::f; } pub fn g() {}";
    assert_eq!(
        cycles(&[
            ("lib.rs", "mod l; mod r;"),
            ("l.rs", &left),
            ("r.rs", silent)
        ]),
        0
    );
}

#[test]
fn former_names_do_not_come_back() {
    let mut found = Vec::new();
    let mut seen = 0;
    for file in &Sources::read().files {
        for (kind, name) in &file.items {
            seen += 1;
            let former_word = words(name)
                .iter()
                .any(|word| FORMER_WORDS.contains(&&**word));
            let former_function = kind == "fn" && FORMER_FUNCTIONS.contains(&&**name);
            if former_word || former_function || FORMER_TYPES.contains(&&**name) {
                found.push(format!("{}: {kind} {name}", file.path));
            }
        }
    }
    assert!(seen > 2_000, "the test no longer finds names: {seen}");
    assert!(
        found.is_empty(),
        "docs/GLOSSARY.md has better names: {found:#?}"
    );
}

/// The words of a name in snake case or camel case, in lower case.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut previous_is_lower = false;
    for c in name.chars() {
        if c == '_' || (c.is_uppercase() && previous_is_lower) {
            words.push(String::new());
        }
        previous_is_lower = c.is_lowercase();
        if c != '_' {
            words.last_mut().unwrap().extend(c.to_lowercase());
        }
    }
    words
}

#[test]
fn names_are_taken_apart() {
    assert_eq!(words("isTold_by"), ["is", "told", "by"]);
    assert_eq!(words("FORMER_WORDS"), ["former", "words"]);
    assert_eq!(words("QrCode"), ["qr", "code"]);
}

#[test]
fn only_who_may_reads_writes_or_asks_the_clock_or_the_net() {
    let rules: [(&str, &[&str]); 7] = [
        ("fs::write", &["publish/"]),
        (
            "fs::read",
            &["source/", "spreadsheet/", "publish/", "fetch.rs"],
        ),
        ("WalkDir", &["source/", "publish/"]),
        ("SystemTime", &["main.rs"]),
        ("env::var", &["main.rs"]),
        ("ureq", &["link_check/", "fetch.rs"]),
        ("tiny_http", &["serve/"]),
    ];
    let mut seen = BTreeSet::new();
    for file in &Sources::read().files {
        let code = file.text.split("#[cfg(test)]").next().unwrap_or_default();
        for (word, may) in rules {
            let uses = code
                .lines()
                .any(|line| line.contains(word) && !line.trim_start().starts_with("//"));
            let is_allowed = may.iter().any(|room| file.path.starts_with(room));
            assert!(!uses || is_allowed, "{} uses {word}", file.path);
            seen.extend(uses.then_some(word));
        }
    }
    assert_eq!(
        seen.len(),
        rules.len(),
        "the test no longer finds who uses what: {seen:?}"
    );
}

#[test]
fn every_file_says_what_it_is_for_and_stays_small() {
    let mut headers: BTreeMap<String, String> = BTreeMap::new();
    let mut wrong = Vec::new();
    for file in Sources::read().files {
        let lines: Vec<&str> = file.text.lines().collect();
        let header = lines.iter().map_while(|line| line.strip_prefix("//!"));
        let header = header.map(str::trim).collect::<Vec<_>>().join(" ");
        if header.len() < 30 {
            wrong.push(format!("{} does not say what it is for", file.path));
        }
        if lines.len() > 500 {
            wrong.push(format!(
                "{} has {} lines, more than 500",
                file.path,
                lines.len()
            ));
        }
        if let Some(other) = headers.insert(header, file.path.clone()) {
            wrong.push(format!("{other} and {} say the same", file.path));
        }
    }
    assert!(headers.len() > 200, "the test no longer finds the files");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The ids in a text, `J501 to J503` and `J501–J503` with those between that exist.
fn codes_named_in(text: &str) -> BTreeSet<&'static str> {
    let range = regex::Regex::new(r"(J\d{3})(?:(?: to |–)(J\d{3}))?").unwrap();
    let mut named = BTreeSet::new();
    for found in range.captures_iter(text) {
        let first = &found[1];
        let last = found.get(2).map_or(first, |last| last.as_str());
        for end in [first, last] {
            assert!(Code::from_id(end).is_some(), "there is no {end}: {text}");
        }
        let ids = Code::all().map(Code::id);
        named.extend(ids.filter(|id| (first..=last).contains(id)));
    }
    named
}

#[test]
fn each_family_of_rules_names_its_codes() {
    let code = regex::Regex::new(r"\bCode::(\w+)").unwrap();
    // By file or folder of src/checks: the codes used, and those named above its `check`.
    let mut families: BTreeMap<String, (BTreeSet<&str>, BTreeSet<&str>)> = BTreeMap::new();
    for file in Sources::read().files {
        let Some(below) = file.path.strip_prefix("checks/") else {
            continue;
        };
        let name = below.split('/').next().unwrap().trim_end_matches(".rs");
        let (used, named) = families.entry(name.to_owned()).or_default();
        let text = file.text.split("#[cfg(test)]").next().unwrap_or_default();
        for found in code.captures_iter(text) {
            let variant = Code::all().find(|code| format!("{code:?}") == found[1]);
            used.insert(variant.unwrap().id());
        }
        if let Some((above, _)) = text.split_once("\npub(super) fn check(") {
            let comment = above.lines().rev();
            let comment = comment.map_while(|line| line.strip_prefix("///"));
            named.extend(comment.flat_map(codes_named_in));
        }
    }
    // What it says before it asks any family is no family's.
    families.remove("mod");
    // `records` makes it, for whoever reads a format.
    let (used, _) = families.get_mut("site").unwrap();
    used.insert(Code::UnsupportedFormat.id());
    let mut seen = 0;
    for (name, (used, named)) in families {
        seen += used.len();
        assert_eq!(
            named, used,
            "src/checks/{name}: the line above `check` names other codes than are used"
        );
    }
    assert!(seen > 50, "the test no longer finds codes: {seen}");
}

#[test]
fn the_record_format_lists_every_code() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/RECORDS.md");
    let text = std::fs::read_to_string(path).unwrap();
    let rows = text.lines().filter(|line| line.starts_with("| J"));
    let listed: BTreeSet<&str> = rows.flat_map(codes_named_in).collect();
    let all: BTreeSet<&str> = Code::all().map(Code::id).collect();
    assert_eq!(listed, all, "the families in docs/RECORDS.md");
}

#[test]
fn no_file_of_tests_is_left_out() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let all = std::fs::read_to_string(tests.join("all.rs")).unwrap();
    let mut seen = 0;
    for entry in std::fs::read_dir(&tests)
        .unwrap()
        .map(|entry| entry.unwrap().path())
    {
        let name = entry.file_stem().unwrap().to_str().unwrap();
        let is_module =
            entry.extension().is_some_and(|e| e == "rs") || entry.join("mod.rs").is_file();
        if is_module && name != "all" {
            seen += 1;
            assert!(
                all.contains(&format!("\nmod {name};\n")),
                "tests/all.rs does not have {name}"
            );
        }
    }
    assert!(seen > 20, "the test no longer finds the tests: {seen}");
}

#[test]
fn every_dependency_says_what_it_is_for() {
    let manifest =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let mut lines = manifest.lines().peekable();
    let (mut inside, mut explained, mut count) = (false, false, 0);
    while let Some(line) = lines.next() {
        if line.starts_with('[') {
            inside = line.ends_with("dependencies]");
            continue;
        }
        if inside && line.contains('=') && !line.starts_with('#') {
            assert!(explained, "no line above says what this is for: {line}");
            count += 1;
            // Two of one kind may share a line, if they stand together.
            explained = lines.peek().is_some_and(|next| next.contains('='));
        } else {
            explained = line.starts_with('#');
        }
    }
    assert!(
        count > 15,
        "the test no longer finds the dependencies: {count}"
    );
}

#[test]
fn templates_go_through_no_map() {
    // Tera's maps have no order: a page made of one would differ from run to run.
    let templates = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/pendopo/templates");
    let pairs = regex::Regex::new(r"\{%-?\s*for\s+\w+\s*,").unwrap();
    let mut seen = 0;
    for entry in WalkDir::new(templates)
        .into_iter()
        .map(Result::unwrap)
        .filter(|e| e.file_type().is_file())
    {
        seen += 1;
        assert!(
            !pairs.is_match(&std::fs::read_to_string(entry.path()).unwrap()),
            "{}",
            entry.path().display()
        );
    }
    assert!(seen > 10);
}

#[test]
fn the_site_says_the_same_in_both_languages() {
    let keys = |lang: &str| -> Vec<String> {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("themes/pendopo/i18n/{lang}.ftl"));
        let key = regex::Regex::new(r"(?m)^([a-z][\w-]*) =").unwrap();
        key.captures_iter(&std::fs::read_to_string(path).unwrap())
            .map(|c| c[1].to_owned())
            .collect()
    };
    assert!(keys("id").len() > 100);
    assert_eq!(keys("id"), keys("en"), "the same keys in the same order");
}

#[test]
fn no_code_is_unsafe_and_no_sum_overflows_unseen() {
    let manifest =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let section = |name: &str| {
        manifest
            .split_once(&format!("\n[{name}]\n"))
            .unwrap()
            .1
            .split("\n[")
            .next()
            .unwrap()
    };
    assert!(section("lints.rust").contains("unsafe_code = \"forbid\""));
    assert!(section("profile.release").contains("overflow-checks = true"));
    // And in what is being tested it is so.
    let most = std::hint::black_box(u8::MAX);
    assert!(std::panic::catch_unwind(|| most + 1).is_err());
}

#[test]
fn the_readme_counts_what_jhur_stands_on() {
    let read = |name: &str| {
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
    };
    let (manifest, lock, readme) = (read("Cargo.toml"), read("Cargo.lock"), read("README.md"));
    let lists = manifest
        .split("\n[")
        .filter(|s| s.split(']').next().unwrap().ends_with("dependencies"));
    let lists = lists.filter(|s| !s.starts_with("dev-"));
    let direct: usize = lists
        .map(|s| {
            s.lines()
                .skip(1)
                .filter(|l| !l.starts_with('#') && l.contains('='))
                .count()
        })
        .sum();
    let all = lock.matches("[[package]]").count() - 1;
    let says = format!("names {direct} libraries, which with theirs are {all} packages");
    assert!(readme.contains(&says), "README.md has to say: {says}");
}
