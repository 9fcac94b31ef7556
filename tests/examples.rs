//! Every rule has an example that breaks it and one that keeps it; many more faulty inputs are led to their line.
//!
//! An example is data: `tests/examples/*.txt` (which `jhur explain` shows too) and `tests/faults/*.txt`, laid over
//! `tests/examples/base`. `UPDATE=1` writes what the program says into them; the difference is reviewed.

use crate::common::laid::{base, lay, plain, put, tests};
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
        "of what is on the web; see tests/links.rs",
    ),
    (
        Code::SourceUncertain,
        "of what is on the web; see tests/links.rs",
    ),
    (
        Code::SourceMoved,
        "of what is on the web; see tests/links.rs",
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
        Code::NotEditable,
        "of a file that is to be edited; see tests/commands.rs",
    ),
    (
        Code::TooManyEntries,
        "its list has 10,001 entries; see tests/catalogue/h.rs",
    ),
    (
        Code::PageTooLarge,
        "its page has eight million bytes; see tests/catalogue/h.rs",
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
        "of the day of a release; see tests/history.rs",
    ),
    (
        Code::LogTruncated,
        "of a published folder; see tests/history.rs",
    ),
    (
        Code::UnreleasedChange,
        "of the records against the log; see tests/history.rs",
    ),
    (
        Code::NotPublished,
        "of a published folder; see tests/history.rs",
    ),
    (
        Code::PublishedFileMissing,
        "of a published folder; see tests/history.rs",
    ),
    (
        Code::PublishedFileChanged,
        "of a published folder; see tests/history.rs",
    ),
    (
        Code::FileNotInManifest,
        "of a published folder; see tests/history.rs",
    ),
    (
        Code::FileNotFromRecords,
        "of a published folder; see tests/history.rs",
    ),
    (
        Code::BadSignature,
        "of a published folder; see tests/history.rs",
    ),
    (
        Code::ExtraInManifest,
        "of a published folder; see tests/history.rs",
    ),
    (Code::CannotSign, "of a key; see tests/history.rs"),
    (Code::PortUnavailable, "of a port; see tests/serve.rs"),
    (Code::BadSpreadsheet, "of a spreadsheet; see tests/sheets"),
];

/// Rules of a later stage: the example is there for `explain`; the plan of the site tests it.
const LATER: &[Code] = &[Code::DeadLink];

/// All examples of a folder under `tests/`, by path.
fn examples(folder: &str) -> Vec<(PathBuf, Example)> {
    let mut paths: Vec<PathBuf> = fs::read_dir(tests().join(folder))
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let example = Example::parse(&name, &fs::read_to_string(&path).unwrap());
        (path, example)
    };
    paths.into_iter().map(read).collect()
}

/// Everything that is said of the site below `root`.
fn judge(root: &Path) -> (Vec<Diagnostic>, SourceMap) {
    let loaded = jhur::source::load(root).unwrap();
    let found = match check_records(loaded.records, loaded.diagnostics, TODAY) {
        Ok(checked) => checked.into_warnings(),
        Err(faults) => faults,
    };
    (found, loaded.files)
}

fn human(found: &[Diagnostic], files: &SourceMap, language: Language) -> String {
    let styled = render::render_human(found, files, &Messages::built_in(language), 110);
    plain(&anstream::adapter::strip_str(&styled).to_string())
}

/// Codes, with severity where it is asked for.
fn codes(found: &[Diagnostic], errors_only: bool) -> BTreeSet<&'static str> {
    found
        .iter()
        .filter(|d| d.is_error() || !errors_only)
        .map(|d| d.code.id())
        .collect()
}

/// What is wrong with an example, if anything; with `UPDATE`, its expected words are written anew.
fn fails(path: &Path, example: &Example) -> Option<String> {
    let name = path.file_name().unwrap().to_string_lossy();
    let root = base();
    lay(example, root.path());
    let (found, files) = judge(root.path());
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
    if std::env::var_os("UPDATE").is_some() {
        let text = fs::read_to_string(path).unwrap();
        let head = text
            .split("\n~~~ says\n")
            .next()
            .unwrap_or_default()
            .trim_end();
        fs::write(path, format!("{head}\n~~~ says\n{says}")).unwrap();
    } else if example.expected_output != says {
        return Some(format!(
            "{name}: it says\n{says}\nand not\n{}",
            example.expected_output
        ));
    }
    kept(&name, example)
}

/// Does the good version keep the rule, and all others?
fn kept(name: &str, example: &Example) -> Option<String> {
    let root = base();
    example
        .good
        .iter()
        .for_each(|file| put(root.path(), &file.path, &file.text));
    let (found, files) = judge(root.path());
    let breaks = codes(&found, false).contains(example.code.as_str())
        || found.iter().any(Diagnostic::is_error);
    breaks.then(|| {
        format!(
            "{name}: the good version says\n{}",
            human(&found, &files, Language::English)
        )
    })
}

fn check(folder: &str) {
    let later = |e: &Example| LATER.iter().any(|code| code.id() == e.code);
    let failed: Vec<String> = examples(folder)
        .iter()
        .filter(|(_, e)| !later(e))
        .filter_map(|(path, e)| fails(path, e))
        .collect();
    assert!(
        failed.is_empty(),
        "{} of {folder} fail\n\n{}",
        failed.len(),
        failed.join("\n\n")
    );
}

#[test]
fn examples_break_one_rule_and_keep_it() {
    check("examples");
}

#[test]
fn faulty_inputs_are_led_to_their_line() {
    check("faults");
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
    let (found, files) = judge(base().path());
    assert!(
        found.is_empty(),
        "{}",
        human(&found, &files, Language::English)
    );
}

/// What is said in Indonesian of the made-up site after a change.
fn after(change: impl FnOnce(&Path)) -> (BTreeSet<&'static str>, String) {
    let root = base();
    change(root.path());
    let (found, files) = judge(root.path());
    let says = human(&found, &files, Language::Indonesian);
    assert!(!says.contains("{$"), "{says}");
    (codes(&found, false), says)
}

const STOP: &str = "number: 2\ndistrict: sukamaju\ndate: 2026-10-12\nvenue: Balai Desa\n";
const FILE: &str = "content/stops/002-contoh.yaml";

#[test]
fn a_file_that_is_too_large() {
    let (codes, says) =
        after(|root| put(root, FILE, format!("{STOP}# {}\n", "x".repeat(1_000_000))));
    assert_eq!(codes, BTreeSet::from(["J104"]), "{says}");
}

#[test]
fn without_site_yaml() {
    let (codes, says) = after(|root| fs::remove_file(root.join("content/site.yaml")).unwrap());
    assert_eq!(codes, BTreeSet::from(["J122"]), "{says}");
}

/// Of records of a newer format only that is said, whatever else seems wrong with them, and even if site.yaml cannot be read.
#[test]
fn a_newer_format() {
    for site in ["format: 2\nnew_key: x\n", "format: 12\nbase_url: [\n"] {
        let (codes, says) = after(|root| {
            put(root, "content/site.yaml", site);
            put(root, FILE, "number: 2\nkecamatan: sukamaju\n");
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
    let (codes, says) = after(|root| {
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
            after(|root| std::os::unix::fs::symlink(target, root.join(FILE)).unwrap());
        assert_eq!(codes, BTreeSet::from(["J123"]), "{says}");
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_read() {
    let (codes, says) = after(|root| {
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
        let (codes, says) = after(|root| put(root, FILE, bytes));
        assert!(codes.is_empty(), "{says}");
    }
}

#[test]
fn editors_leftovers_are_passed_over() {
    let (codes, says) = after(|root| {
        for name in [
            ".DS_Store",
            "Thumbs.db",
            "desktop.ini",
            "002.yaml~",
            ".002.yaml.swp",
            "x.tmp",
            "~$x.docx",
        ] {
            put(root, &format!("content/stops/{name}"), "x");
        }
    });
    assert!(codes.is_empty(), "{says}");
}

#[test]
fn keys_stay_as_they_are_written() {
    for id in ["007", "NO".to_lowercase().as_str(), "1e3", "null-1", "12"] {
        let text = format!("{STOP}aspirations: [{{id: {id}, title: Judul, text: Isi}}]\n");
        let (codes, says) = after(|root| put(root, FILE, text));
        assert!(codes.is_empty(), "{says}");
    }
}

#[test]
fn five_mistakes_at_once_are_five_messages() {
    let path = tests().join("nightmare/five.yaml");
    let (_, says) = after(|root| put(root, FILE, fs::read(&path).unwrap()));
    let expected = tests().join("nightmare/five.txt");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&expected, &says).unwrap();
    }
    assert_eq!(says, fs::read_to_string(&expected).unwrap_or_default());
}
