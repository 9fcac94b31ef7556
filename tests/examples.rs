//! Every rule has an example that breaks it and one that keeps it; many more faulty inputs are led to their line.
//!
//! An example is data: `tests/examples/*.txt` (which `jhur explain` shows too) and `tests/faults/*.txt`, laid over
//! `tests/examples/base`. `UPDATE=1` writes what the program says into them; the difference is reviewed.

use crate::common::example::{normalize_output, with_output, write_bad_files};
use crate::common::site::Site;
use crate::common::{expect_file, is_update, repository, write_file};
use jhur::checks::{AsOf, check_records};
use jhur::diag::example::Example;
use jhur::diag::messages::{Language, Messages};
use jhur::diag::{Code, Diagnostic, SourceMap, render};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// 2026-11-24, 12:00 in Jember.
const TODAY: AsOf = AsOf::Now(1_795_496_400);

/// What no example can show, with the reason.
const WITHOUT_EXAMPLE: &[(Code, &str)] = &[
    (
        Code::FileUnreadable,
        "needs a file that may not be read; the tests may run as root, who may read all",
    ),
    (
        Code::FileTooLarge,
        "its file has a million bytes; see `a_file_that_is_too_large`",
    ),
    (
        Code::TextTooLong,
        "its text has 20,001 characters; see tests/faults/J213-title.txt",
    ),
    (
        Code::MissingFile,
        "the fault is that a file is not there; see `without_site_yaml`",
    ),
    (Code::SymlinkedFile, "needs a link; see `a_link`"),
    (
        Code::EmptySite,
        "the fault is that files are not there; see `without_stops`",
    ),
    (
        Code::SourceDead,
        "of what is on the web; see tests/links/mod.rs",
    ),
    (
        Code::SourceUncertain,
        "of what is on the web; see tests/links/mod.rs",
    ),
    (
        Code::SourceMoved,
        "of what is on the web; see tests/links/mod.rs",
    ),
    (
        Code::UnknownSheetColumn,
        "of a spreadsheet; see tests/sheets",
    ),
    (Code::UnknownSheet, "of a spreadsheet; see tests/sheets"),
    (Code::BadSheetColumn, "of a spreadsheet; see tests/sheets"),
    (Code::BadSheetRow, "of a spreadsheet; see tests/sheets"),
    (Code::BadSheetCell, "of a spreadsheet; see tests/sheets"),
    (
        Code::NotALog,
        "of a file that somebody kept; see tests/history/verify.rs",
    ),
    (
        Code::NotEditable,
        "of a file that is to be edited; see tests/commands.rs",
    ),
    (
        Code::TooManyEntries,
        "its list has 10,001 entries; see tests/catalogue/limits.rs",
    ),
    (
        Code::PageTooLarge,
        "its page has eight million bytes; see tests/catalogue/limits.rs",
    ),
    (Code::TemplateBroken, "of the theme"),
    (Code::ThemeMessagesBroken, "of the theme"),
    (Code::UnknownTheme, "of the theme"),
    (Code::UnknownThemeFile, "of the theme"),
    (Code::BadThemeSettings, "of the theme"),
    (Code::CannotWrite, "of the machine"),
    (Code::CannotRead, "of the machine"),
    (Code::NotOutputFolder, "of the output folder"),
    (Code::ForeignFile, "of the output folder"),
    (Code::PathInUse, "of the output folder"),
    (Code::PathObstructed, "of the output folder"),
    (Code::NoSite, "there is no site to show"),
    (Code::FileExists, "of the command line"),
    (Code::BadArgument, "of the command line"),
    (Code::UnknownCode, "of the command line"),
    (
        Code::ReleaseDateBackwards,
        "of the day of a release; see tests/history",
    ),
    (
        Code::LogTruncated,
        "of a published folder; see tests/history",
    ),
    (
        Code::NewerSite,
        "of a published folder; see tests/guards.rs",
    ),
    (
        Code::UnreleasedChange,
        "of the records against the log; see tests/history",
    ),
    (
        Code::NotPublished,
        "of a published folder; see tests/history",
    ),
    (
        Code::PublishedFileMissing,
        "of a published folder; see tests/history",
    ),
    (
        Code::PublishedFileChanged,
        "of a published folder; see tests/history",
    ),
    (
        Code::FileNotInManifest,
        "of a published folder; see tests/history",
    ),
    (
        Code::FileNotFromRecords,
        "of a published folder; see tests/history",
    ),
    (
        Code::BadSignature,
        "of a published folder; see tests/history",
    ),
    (
        Code::ExtraInManifest,
        "of a published folder; see tests/history",
    ),
    (Code::CannotSign, "of a key; see tests/history"),
    (
        Code::BadWitness,
        "of a witness's signature; see tests/transparency.rs",
    ),
    (
        Code::CannotFetch,
        "of what is on the web; see tests/transparency.rs",
    ),
    (Code::PortUnavailable, "of a port; see tests/serve.rs"),
    (Code::BadSpreadsheet, "of a spreadsheet; see tests/sheets"),
    (Code::DayFarAhead, "of the clock; see tests/guards.rs"),
    (
        Code::DayBeforeEverything,
        "of the clock; see tests/guards.rs",
    ),
];

/// Rules of a later stage: the example is there for `explain`; the plan of the site tests it.
const LATER: &[Code] = &[Code::DeadLink];

/// All examples of a folder under `tests/`, by path.
fn examples(folder: &str) -> Vec<(PathBuf, Example)> {
    let mut paths: Vec<PathBuf> = fs::read_dir(repository("tests").join(folder))
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    let mut examples = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let example = Example::parse(&name, &fs::read_to_string(&path).unwrap());
        examples.push((path, example));
    }
    examples
}

/// Everything that is found in the site below `root`.
fn find(root: &Path) -> (Vec<Diagnostic>, SourceMap) {
    let loaded = jhur::source::load(root).unwrap();
    let diagnostics = match check_records(loaded.records, loaded.diagnostics, TODAY) {
        Ok(checked) => checked.into_warnings(),
        Err(errors) => errors,
    };
    (diagnostics, loaded.files)
}

fn human(found: &[Diagnostic], files: &SourceMap, language: Language) -> String {
    let styled = render::render_human(found, files, &Messages::built_in(language), 110);
    normalize_output(&anstream::adapter::strip_str(&styled).to_string())
}

/// Codes, with severity where it is asked for.
fn codes(found: &[Diagnostic], errors_only: bool) -> BTreeSet<&'static str> {
    found
        .iter()
        .filter(|d| d.is_error() || !errors_only)
        .map(|d| d.code.id())
        .collect()
}

/// What is wrong with an example, if anything; with `UPDATE`, its expected output is written anew.
fn failure(path: &Path, example: &Example) -> Option<String> {
    let name = path.file_name().unwrap().to_string_lossy();
    let site = Site::examples();
    write_bad_files(example, site.root());
    let (found, files) = find(site.root());
    let says = human(&found, &files, Language::Indonesian);
    if !codes(&found, false).contains(example.code.as_str()) {
        return Some(format!("{name}: {} is not found:\n{says}", example.code));
    }
    let mut others = codes(&found, true);
    others.remove(example.code.as_str());
    let also: BTreeSet<&str> = example.other_codes.iter().map(String::as_str).collect();
    if others != also {
        return Some(format!("{name}: {others:?} are found too:\n{says}"));
    }
    let english = human(&found, &files, Language::English);
    if says.contains("{$")
        || says.contains("none")
        || english.contains("{$")
        || english.contains("`none`")
    {
        return Some(format!("{name}: a gap is open:\n{says}\n{english}"));
    }
    if is_update() {
        let text = fs::read_to_string(path).unwrap();
        fs::write(path, with_output(&text, &says)).unwrap();
    } else if example.expected_output != says {
        return Some(format!(
            "{name}: it says\n{says}\nand not\n{}",
            example.expected_output
        ));
    }
    good_version_failure(&name, example)
}

/// What is wrong with the good version of an example, if it does not keep the rule and all others.
fn good_version_failure(name: &str, example: &Example) -> Option<String> {
    let site = Site::examples();
    for file in &example.good {
        site.write(&file.path, &file.text);
    }
    let (found, files) = find(site.root());
    let breaks = codes(&found, false).contains(example.code.as_str())
        || found.iter().any(Diagnostic::is_error);
    breaks.then(|| {
        format!(
            "{name}: the good version says\n{}",
            human(&found, &files, Language::English)
        )
    })
}

/// Tries all examples of a folder under `tests/`.
fn try_examples(folder: &str) {
    let mut failed = Vec::new();
    for (path, example) in examples(folder) {
        if !LATER.iter().any(|code| code.id() == example.code) {
            failed.extend(failure(&path, &example));
        }
    }
    assert!(
        failed.is_empty(),
        "{} of {folder} fail\n\n{}",
        failed.len(),
        failed.join("\n\n")
    );
}

#[test]
fn examples_break_one_rule_and_keep_it() {
    try_examples("examples");
}

#[test]
fn faulty_inputs_are_led_to_their_line() {
    try_examples("faults");
    assert!(examples("examples").len() + examples("faults").len() >= 75);
}

#[test]
fn every_rule_has_an_example() {
    let shown: BTreeSet<String> = examples("examples")
        .into_iter()
        .map(|(_, e)| e.code)
        .collect();
    for code in Code::all() {
        let excused = WITHOUT_EXAMPLE.iter().any(|(c, _)| *c == code);
        assert!(
            shown.contains(code.id()) != excused,
            "{} has no example, or needs no excuse",
            code.id()
        );
    }
}

#[test]
fn every_rule_has_its_words_in_both_languages() {
    for language in [Language::Indonesian, Language::English] {
        let words = Messages::built_in(language);
        for id in Code::all().map(Code::id) {
            for key in [id.to_owned(), format!("{id}.help"), format!("{id}.why")] {
                let text = words.try_message(&key, &[]).unwrap_or_default();
                assert!(
                    !text.trim().is_empty(),
                    "{key} has no words in {}",
                    language.code()
                );
                assert!(
                    !key.ends_with("why") || !text.contains("{$"),
                    "{key} has a gap in {}",
                    language.code()
                );
            }
        }
        for key in ["error", "warning", "help", "alike", "too-many", "summary"] {
            assert!(
                words.try_message(key, &[]).is_some(),
                "{key} has no words in {}",
                language.code()
            );
        }
    }
}

#[test]
fn the_made_up_site_is_clean() {
    let (found, files) = find(Site::examples().root());
    assert!(
        found.is_empty(),
        "{}",
        human(&found, &files, Language::English)
    );
}

/// The codes that are found in the made-up site after a change, and the messages in Indonesian.
fn found_after(change: impl FnOnce(&Path)) -> (BTreeSet<&'static str>, String) {
    let site = Site::examples();
    change(site.root());
    let (found, files) = find(site.root());
    let says = human(&found, &files, Language::Indonesian);
    assert!(!says.contains("{$"), "{says}");
    (codes(&found, false), says)
}

const STOP: &str = "number: 2\ndistrict: sukamaju\ndate: 2026-10-12\nvenue: Balai Desa\n";
const FILE: &str = "content/stops/002-contoh.yaml";

#[test]
fn a_file_that_is_too_large() {
    let (codes, says) =
        found_after(|root| write_file(root, FILE, format!("{STOP}# {}\n", "x".repeat(1_000_000))));
    assert_eq!(codes, BTreeSet::from(["J104"]), "{says}");
}

#[test]
fn without_site_yaml() {
    let (codes, says) =
        found_after(|root| fs::remove_file(root.join("content/site.yaml")).unwrap());
    assert_eq!(codes, BTreeSet::from(["J122"]), "{says}");
}

/// Of records of a newer format only that is said, whatever else seems wrong with them, and even if site.yaml cannot be read.
#[test]
fn a_newer_format() {
    for site in ["format: 2\nnew_key: x\n", "format: 12\nbase_url: [\n"] {
        let (codes, says) = found_after(|root| {
            write_file(root, "content/site.yaml", site);
            write_file(root, FILE, "number: 2\nkecamatan: sukamaju\n");
        });
        assert_eq!(codes, BTreeSet::from(["J215"]), "{says}");
        assert!(
            says.contains("Perbarui program jhur") && says.contains("content/site.yaml:1:9"),
            "{says}"
        );
    }
}

#[test]
fn without_stops() {
    let (codes, says) = found_after(|root| {
        fs::remove_dir_all(root.join("content/stops")).unwrap();
        fs::remove_dir_all(root.join("content/follow-ups")).unwrap();
    });
    assert_eq!(codes, BTreeSet::from(["J514"]), "{says}");
}

#[cfg(unix)]
#[test]
fn a_link() {
    for target in ["/etc/passwd", "002-contoh.yaml"] {
        let (codes, says) =
            found_after(|root| std::os::unix::fs::symlink(target, root.join(FILE)).unwrap());
        assert_eq!(codes, BTreeSet::from(["J123"]), "{says}");
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_read() {
    let (codes, says) = found_after(|root| {
        std::process::Command::new("mkfifo")
            .arg(root.join(FILE))
            .status()
            .unwrap();
    });
    assert_eq!(codes, BTreeSet::from(["J101"]), "{says}");
}

#[test]
fn encodings_and_line_ends_that_are_fine() {
    let utf16 = |big: bool| -> Vec<u8> {
        let order = |u: u16| {
            if big {
                u.to_be_bytes()
            } else {
                u.to_le_bytes()
            }
        };
        "\u{FEFF}"
            .encode_utf16()
            .chain(STOP.encode_utf16())
            .flat_map(order)
            .collect()
    };
    let fine: [Vec<u8>; 5] = [
        format!("\u{FEFF}{STOP}").into_bytes(),
        STOP.replace('\n', "\r\n").into_bytes(),
        STOP.replacen('\n', "\r\n", 2).into_bytes(),
        utf16(false),
        utf16(true),
    ];
    for bytes in fine {
        let (codes, says) = found_after(|root| write_file(root, FILE, bytes));
        assert!(codes.is_empty(), "{says}");
    }
}

#[test]
fn editors_leftovers_are_passed_over() {
    let (codes, says) = found_after(|root| {
        for name in [
            ".DS_Store",
            "Thumbs.db",
            "desktop.ini",
            "002.yaml~",
            ".002.yaml.swp",
            "x.tmp",
            "~$x.docx",
        ] {
            write_file(root, &format!("content/stops/{name}"), "x");
        }
    });
    assert!(codes.is_empty(), "{says}");
}

#[test]
fn keys_stay_as_they_are_written() {
    for id in ["007", "NO".to_lowercase().as_str(), "1e3", "null-1", "12"] {
        let text = format!("{STOP}aspirations: [{{id: {id}, title: Judul, text: Isi}}]\n");
        let (codes, says) = found_after(|root| write_file(root, FILE, text));
        assert!(codes.is_empty(), "{says}");
    }
}

#[test]
fn five_mistakes_at_once_are_five_messages() {
    let stop = fs::read(repository("tests/nightmare/five.yaml")).unwrap();
    let (_, says) = found_after(|root| write_file(root, FILE, stop));
    expect_file(&repository("tests/nightmare/five.txt"), &says);
}
