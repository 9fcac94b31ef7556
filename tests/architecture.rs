//! The house stands as docs/ARCHITECTURE.md draws it: dependencies run one way, files stay small and say what they are.

use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// From the bottom up; a module may use those before it and never one after it.
const ORDER: [&str; 10] = [
    "diag", "records", "checks", "register", "plan", "theme", "outputs", "publish", "verify", "cli",
];

/// What stands beside the line, and what it may use.
const BESIDE: [(&str, &[&str]); 2] = [
    ("source", &["diag", "records"]),
    ("link_check", &["diag", "records"]),
];

fn sources() -> Vec<(PathBuf, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = WalkDir::new(&src)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok);
    let rust = files.filter(|e| e.path().extension().is_some_and(|x| x == "rs"));
    rust.map(|e| {
        (
            e.path().strip_prefix(&src).unwrap().to_owned(),
            std::fs::read_to_string(e.path()).unwrap(),
        )
    })
    .collect()
}

/// The modules of the crate that a file names, tests at its end left out.
fn used(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().filter(|l| !l.trim_start().starts_with("//"));
    let words = regex::Regex::new(r"crate::(?:\{[^}]*\}|(\w+))").unwrap();
    let inner = regex::Regex::new(r"(?:^|[{,]\s*)(\w+)").unwrap();
    let code = lines.collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    for hit in words.captures_iter(&code) {
        match hit.get(1) {
            Some(one) => found.push(one.as_str().to_owned()),
            None => found.extend(
                inner
                    .captures_iter(&hit[0]["crate::".len()..])
                    .map(|c| c[1].to_owned()),
            ),
        }
    }
    found
}

#[test]
fn dependencies_run_one_way() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (path, text) in sources() {
        let module = path
            .components()
            .next()
            .unwrap()
            .as_os_str()
            .to_string_lossy()
            .into_owned();
        let allowed: Vec<&str> = match BESIDE.iter().find(|(name, _)| *name == module) {
            Some((_, allowed)) => allowed.to_vec(),
            None => match ORDER.iter().position(|name| *name == module) {
                Some(at) => ORDER[..at]
                    .iter()
                    .copied()
                    .chain(matches!(&*module, "verify" | "serve" | "cli").then_some("source"))
                    .collect(),
                None => continue,
            },
        };
        for name in used(&text) {
            let module_name = ORDER.contains(&name.as_str()) || name == "source";
            seen += usize::from(module_name);
            if module_name && name != module && !allowed.contains(&name.as_str()) {
                wrong.push(format!("{} uses crate::{name}", path.display()));
            }
        }
    }
    assert!(
        seen > 100,
        "the test no longer finds what files use: {seen}"
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_who_may_reads_writes_or_asks_the_clock_or_the_net() {
    let rules: [(&str, &[&str]); 6] = [
        ("fs::write", &["publish/"]),
        ("fs::read", &["source/", "spreadsheet/", "publish/"]),
        ("WalkDir", &["source/", "publish/"]),
        ("SystemTime", &["main.rs"]),
        ("env::var", &["main.rs"]),
        ("ureq", &["link_check/"]),
    ];
    for (path, text) in sources() {
        let path = path.to_string_lossy().replace('\\', "/");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (word, may) in rules {
            let uses = code
                .lines()
                .any(|l| l.contains(word) && !l.trim_start().starts_with("//"));
            assert!(
                !uses || may.iter().any(|m| path.starts_with(m)),
                "{path} uses {word}"
            );
        }
    }
}

#[test]
fn every_file_says_what_it_is_for_and_stays_small() {
    for (path, text) in sources() {
        assert!(
            text.starts_with("//! "),
            "{} does not say what it is for",
            path.display()
        );
        assert!(
            text.lines().count() <= 500,
            "{} is longer than 500 lines",
            path.display()
        );
    }
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
