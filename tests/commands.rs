//! The commands from outside: exit codes, which stream says what, both languages, and what is written.

use crate::common::program::{Run, command, ended, jhur, site};
use jhur::diag::messages::{Language, Messages};
use jhur::records::FORMAT_VERSION;
use jhur::records::schema::{FileKind, record_types};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Stdio;
use tempfile::TempDir;

fn run(root: &Path, args: &[&str], env: &[(&str, &str)]) -> Run {
    ended(command(root, args).envs(env.iter().copied()))
}

fn read(dir: &TempDir, path: &str) -> String {
    std::fs::read_to_string(dir.path().join(path)).unwrap()
}

fn write(dir: &TempDir, path: &str, text: &str) {
    let path = dir.path().join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

const COMMITMENT: &str = "999/studi-banding/usul-anggaran";

#[test]
fn help_is_in_the_language_chosen() {
    let dir = TempDir::new().unwrap();
    for (args, heading, word) in [
        (&[][..], "Pemakaian: jhur", "[PILIHAN]"),
        (&["--help"], "Pemakaian: jhur", "Perintah:"),
        (
            &["help", "new", "stop"],
            "Pemakaian: jhur new stop",
            "--number <NOMOR>",
        ),
        (
            &["new", "stop", "--help"],
            "Pemakaian: jhur new stop",
            "Pilihan:",
        ),
        (&["--lang", "en"], "Usage: jhur", "Commands:"),
        (
            &["--lang=en", "help", "build"],
            "Usage: jhur build",
            "Options:",
        ),
        (
            &["build", "-h", "--lang", "en"],
            "Usage: jhur build",
            "Options:",
        ),
    ] {
        let help = jhur(dir.path(), args);
        assert_eq!((help.code, help.err.as_str()), (0, ""), "{args:?}");
        assert!(
            help.out.contains(heading) && help.out.contains(word),
            "{args:?}: {}",
            help.out
        );
    }
}

#[test]
fn the_version_names_the_record_format_and_the_manual_has_every_command() {
    let dir = TempDir::new().unwrap();
    let version = jhur(dir.path(), &["--version"]).out;
    let expected = format!(
        "jhur {} (format catatan {FORMAT_VERSION}",
        env!("CARGO_PKG_VERSION")
    );
    assert!(
        version.starts_with(&expected) && version.ends_with(")\n"),
        "{version}"
    );
    for (lang, heading, options) in [
        ("id", ".SH Nama", ".SH Pilihan"),
        ("en", ".SH Name", ".SH Options"),
    ] {
        let page = jhur(dir.path(), &["--lang", lang, "man"]);
        assert_eq!((page.code, page.err.as_str()), (0, ""));
        assert!(
            page.out.contains(heading) && page.out.contains(options),
            "{}",
            page.out
        );
        for line in [
            ".SS \"jhur new stop ",
            ".SS \"jhur release ",
            "\\fB\\-\\-as\\-of <",
        ] {
            assert!(page.out.contains(line), "{line} in {}", page.out);
        }
        assert!(!page.out.contains("command\\-"), "{}", page.out);
    }
}

#[test]
fn what_is_mistyped_is_refused_in_our_words() {
    let dir = site();
    for (args, says) in [
        (
            &["chekc"][..],
            &["J909", "`chekc`", "`check`", "jhur [PILIHAN]"][..],
        ),
        (
            &["build", "--ot", "x"],
            &["J909", "`--ot`", "`--out`", "jhur build"],
        ),
        (&["help", "biuld"], &["J909", "`biuld`", "`build`"]),
        (
            &["new", "stop", "--number", "7"],
            &["J909", "--district <KECAMATAN>", "--date <TANGGAL>"],
        ),
        (&["new", "stop", "--number"], &["J909", "--number <NOMOR>"]),
        (
            &["check", "--format", "jso"],
            &["J909", "`jso`", "`json`", "human, json, github"],
        ),
        (
            &["check", "--format", "json", "--format", "json"],
            &["J909", "--format"],
        ),
        (&["check", "apa"], &["J909", "`apa`"]),
        (
            &["check", "--as-of", "18/03/2022"],
            &["J909", "`18/03/2022`", "--as-of", "2022-03-18"],
        ),
        (
            &["build", "--as-of", "2022-02-30"],
            &["J909", "`2022-02-30`"],
        ),
        (
            &[
                "new",
                "stop",
                "--number",
                "0",
                "--district",
                "silo",
                "--date",
                "2022-03-18",
            ],
            &["J909", "`0`"],
        ),
        (&["explain", "J999"], &["J910", "`J999`"]),
        (&["--lang", "xx", "check"], &["J909", "`xx`", "id, en"]),
    ] {
        let refused = jhur(dir.path(), args);
        assert_eq!((refused.code, refused.out.as_str()), (2, ""), "{args:?}");
        for word in says {
            assert!(
                refused.err.contains(word),
                "{args:?} lacks {word}: {}",
                refused.err
            );
        }
        let foreign = ["error:", "Usage:", "tip:", "For more information"];
        assert!(
            !foreign.iter().any(|word| refused.err.contains(word)),
            "{}",
            refused.err
        );
    }
}

#[test]
fn the_language_of_the_line_counts_more_than_that_of_the_environment() {
    let dir = TempDir::new().unwrap();
    let usage = |args: &[&str], lang: &str| run(dir.path(), args, &[("JHUR_LANG", lang)]).out;
    assert!(usage(&[], "en").contains("Usage:"));
    assert!(usage(&["--lang", "id"], "en").contains("Pemakaian:"));
    assert!(usage(&["help", "--lang", "en"], "id").contains("Usage:"));
    assert!(usage(&[], "").contains("Pemakaian:"));
    let wrong = run(dir.path(), &["check"], &[("JHUR_LANG", "jv")]);
    assert_eq!(wrong.code, 2);
    assert!(
        wrong.err.contains("JHUR_LANG") && wrong.err.contains("`jv`"),
        "{}",
        wrong.err
    );
}

#[test]
fn a_new_site_has_no_errors_and_is_never_made_twice() {
    for lang in ["id", "en"] {
        let dir = TempDir::new().unwrap();
        let made = jhur(dir.path(), &["--lang", lang, "init", "situs"]);
        assert_eq!(
            (made.code, made.out.as_str()),
            (0, "situs\n"),
            "{}",
            made.err
        );
        let check = jhur(&dir.path().join("situs"), &["check", "--format", "json"]);
        assert_eq!(check.code, 0, "{}", check.out);
        let only = check.out.lines().all(|line| line.contains("\"J218\""));
        assert!(only, "nothing but the missing contact: {}", check.out);
        let again = jhur(dir.path(), &["--lang", lang, "init", "situs"]);
        assert_eq!((again.code, again.out.as_str()), (2, ""));
        assert!(
            again.err.contains("J908") && again.err.contains(".gitignore"),
            "{}",
            again.err
        );
    }
    for (ci, file) in [
        ("github", ".github/workflows/situs.yml"),
        ("gitlab", ".gitlab-ci.yml"),
    ] {
        let dir = TempDir::new().unwrap();
        let made = jhur(dir.path(), &["init", ".", "--ci", ci]);
        assert_eq!(
            (made.code, made.out),
            (0, format!(".\n{file}\n")),
            "{}",
            made.err
        );
        assert!(
            made.err.contains("JHUR_SHA256") && made.err.contains(file),
            "{}",
            made.err
        );
        let text = read(&dir, file);
        assert!(
            text.contains("JHUR_LANG: id")
                && !text.contains("scaffold-")
                && !text.contains("$lang$"),
            "{text}"
        );
        let again = jhur(dir.path(), &["init", ".", "--ci", ci]);
        assert_eq!((again.code, again.out.as_str()), (2, ""));
        assert!(
            again.err.contains("J908") && again.err.contains(file),
            "{}",
            again.err
        );
        std::fs::remove_file(dir.path().join(file)).unwrap();
        let added = jhur(dir.path(), &["init", ".", "--ci", ci]);
        assert_eq!(
            (added.code, added.out),
            (0, format!("{file}\n")),
            "only what was missing: {}",
            added.err
        );
    }
    let dir = site();
    let settings: serde_json::Value =
        serde_json::from_str(&read(&dir, ".vscode/settings.json")).unwrap();
    for (schema, _) in settings["yaml.schemas"].as_object().unwrap() {
        assert!(dir.path().join(schema).is_file(), "{schema}");
    }
}

#[test]
fn a_new_site_is_built_and_built_again_without_writing() {
    let dir = site();
    for (args, says) in [
        (
            &["build"][..],
            &[
                " 0 dihapus;",
                "1 peringatan",
                "build --drafts",
                "index.html",
            ][..],
        ),
        (&["build"], &["berkas: 0 ditulis,", " 0 dihapus;"]),
        (
            &["build", "--drafts"],
            &["1 perhentian, 2 aspirasi, 1 komitmen, 1 tindak lanjut"],
        ),
        (
            &["build", "--drafts", "--as-of", "2022-04-01"],
            &["1 perhentian", "1 catatan tidak dihitung"],
        ),
    ] {
        let built = jhur(dir.path(), args);
        assert_eq!((built.code, built.out.as_str()), (0, ""), "{}", built.err);
        for word in says {
            assert!(
                built.err.contains(word),
                "{args:?} lacks {word}: {}",
                built.err
            );
        }
    }
    assert!(dir.path().join("public/index.html").is_file());
    let elsewhere = TempDir::new().unwrap();
    let root = dir.path().to_str().unwrap();
    let built = jhur(
        elsewhere.path(),
        &["--root", root, "build", "--out", "situs"],
    );
    assert_eq!(built.code, 0, "{}", built.err);
    assert!(
        elsewhere.path().join("situs/index.html").is_file(),
        "--out counts from where one is"
    );
    let refused = jhur(dir.path(), &["build", "--out", "content"]);
    assert_eq!((refused.code, refused.out.as_str()), (2, ""));
}

#[test]
fn check_says_no_site_where_there_is_none() {
    let dir = TempDir::new().unwrap();
    let check = jhur(dir.path(), &["check"]);
    assert_eq!((check.code, check.out.as_str()), (2, ""));
    assert!(check.err.contains("J907"), "{}", check.err);
    let json = jhur(
        dir.path(),
        &["--root", "tidak-ada", "check", "--format", "json"],
    );
    assert_eq!((json.code, json.err.as_str()), (2, ""));
}

#[test]
fn exit_codes_follow_the_worst_fault() {
    let dir = site();
    assert_eq!(jhur(dir.path(), &["check"]).code, 0);
    assert_eq!(
        jhur(dir.path(), &["check", "--deny-warnings"]).code,
        1,
        "the missing contact is a warning"
    );
    write(
        &dir,
        "content/stops/005-x.yaml",
        "number: 5\ndistrict: wuluhn\ndate: 2022-03-04\n",
    );
    let check = jhur(dir.path(), &["check"]);
    assert_eq!((check.code, check.out.as_str()), (1, ""));
    assert!(
        check.err.contains("J303") && check.err.contains("content/stops/005-x.yaml:2:11"),
        "{}",
        check.err
    );
    let build = jhur(dir.path(), &["build"]);
    assert_eq!((build.code, build.out.as_str()), (1, ""));
    assert!(
        build.err.contains("J303") && !build.err.contains("J218"),
        "errors alone: {}",
        build.err
    );
    for shown in ["content/stops/005-x.yaml:2:11", "district: wuluhn"] {
        assert!(build.err.contains(shown), "{shown}: {}", build.err);
    }
    assert!(build.err.contains("situs lama tidak diubah") && !dir.path().join("public").exists());
}

#[test]
fn formats_for_programs_go_to_stdout() {
    let dir = site();
    write(
        &dir,
        "content/stops/005-x.yaml",
        "number: 5\ndistrict: wuluhn\ndate: 2022-03-04\n",
    );
    let json = jhur(dir.path(), &["check", "--format", "json"]);
    assert_eq!((json.code, json.err.as_str()), (1, ""));
    let lines: Vec<serde_json::Value> = json
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let fault = lines.iter().find(|line| line["code"] == "J303").unwrap();
    assert_eq!(
        (&fault["file"], &fault["line"]),
        (&"content/stops/005-x.yaml".into(), &2.into())
    );
    let github = jhur(dir.path(), &["check", "--format", "github"]);
    assert_eq!((github.code, github.err.as_str()), (1, ""));
    assert!(
        github
            .out
            .contains("::error file=content/stops/005-x.yaml,line=2,col=11,"),
        "{}",
        github.out
    );
    let gitlab = jhur(dir.path(), &["check", "--format", "gitlab"]);
    assert_eq!((gitlab.code, gitlab.err.as_str()), (1, ""));
    let notes: Vec<serde_json::Value> = serde_json::from_str(&gitlab.out).unwrap();
    let fault = notes
        .iter()
        .find(|note| note["check_name"] == "J303")
        .unwrap();
    let place = serde_json::json!({ "path": "content/stops/005-x.yaml", "lines": { "begin": 2 } });
    assert_eq!(
        (&fault["severity"], &fault["location"]),
        (&"major".into(), &place)
    );
}

#[test]
fn the_day_comes_from_the_line_or_the_environment() {
    let dir = site();
    let epoch = |value: &str, args: &[&str]| run(dir.path(), args, &[("SOURCE_DATE_EPOCH", value)]);
    assert_eq!(epoch("1647561600", &["check"]).code, 0);
    for wrong in ["kemarin", "-1", "99999999999999999"] {
        let refused = epoch(wrong, &["check"]);
        assert_eq!(refused.code, 2, "{wrong}");
        assert!(
            refused.err.contains("SOURCE_DATE_EPOCH") && refused.err.contains(wrong),
            "{}",
            refused.err
        );
        assert_eq!(
            epoch(wrong, &["check", "--as-of", "2022-12-31"]).code,
            0,
            "--as-of stands before it"
        );
    }
    write(
        &dir,
        "content/stops/005-x.yaml",
        "number: 5\ndistrict: wuluhan\ndate: 2099-01-01\n",
    );
    assert_eq!(jhur(dir.path(), &["check"]).code, 1, "in the future");
    assert_eq!(
        epoch("1647561600", &["check"]).code,
        0,
        "left out as of that day"
    );
}

#[test]
fn a_new_stop_is_clean_and_is_never_made_twice() {
    let dir = site();
    let args = [
        "new",
        "stop",
        "--number",
        "1",
        "--district",
        "silo",
        "--date",
        "2022-02-11",
    ];
    let made = jhur(dir.path(), &args);
    assert_eq!(
        (made.code, made.out.trim()),
        (0, "content/stops/001-silo.yaml"),
        "{}",
        made.err
    );
    assert!(made.err.contains("draft: true"), "{}", made.err);
    let check = jhur(dir.path(), &["check", "--format", "json"]);
    assert!(!check.out.contains("001-silo"), "{}", check.out);
    let before = read(&dir, "content/stops/001-silo.yaml");
    let again = jhur(
        dir.path(),
        &[
            "new",
            "stop",
            "--number",
            "1",
            "--district",
            "panti",
            "--date",
            "2022-02-12",
        ],
    );
    assert_eq!((again.code, again.out.as_str()), (2, ""));
    assert!(
        again.err.contains("content/stops/001-silo.yaml"),
        "{}",
        again.err
    );
    assert_eq!(read(&dir, "content/stops/001-silo.yaml"), before);
    assert!(!dir.path().join("content/stops/001-panti.yaml").exists());
}

/// Every example in the scaffold is right: with all of it taken into use, only the photograph is missing.
#[test]
fn a_new_stop_taken_into_use_keeps_every_rule() {
    for lang in ["id", "en"] {
        let dir = site();
        let args = [
            "--lang",
            lang,
            "new",
            "stop",
            "--number",
            "1",
            "--district",
            "silo",
            "--date",
            "2022-02-11",
        ];
        assert_eq!(jhur(dir.path(), &args).code, 0);
        let text = read(&dir, "content/stops/001-silo.yaml");
        let lines: Vec<&str> = text.lines().filter(|l| !l.starts_with("##")).collect();
        assert!(
            lines.iter().filter(|l| l.starts_with("# ")).count() > 40,
            "{text}"
        );
        let used: Vec<&str> = lines
            .into_iter()
            .map(|l| l.strip_prefix("# ").unwrap_or(l))
            .collect();
        write(
            &dir,
            "content/stops/001-silo.yaml",
            &(used.join("\n") + "\n"),
        );
        let check = jhur(dir.path(), &["check", "--format", "json"]);
        let own: Vec<&str> = check
            .out
            .lines()
            .filter(|l| l.contains("001-silo"))
            .collect();
        assert!(
            own.len() == 1 && own[0].contains("\"J701\""),
            "{}",
            own.join("\n")
        );
    }
}

#[test]
fn a_new_stop_is_made_beside_faults() {
    let dir = site();
    write(
        &dir,
        "content/stops/005-x.yaml",
        "number: 5\ndistrict: \"wuluhan\ndate: 2022-03-04\n",
    );
    write(&dir, "content/offices.yaml", "- key: [\n");
    let args = [
        "new",
        "stop",
        "--number",
        "6",
        "--district",
        "wuluhan",
        "--date",
        "2022-03-18",
    ];
    assert_eq!(jhur(dir.path(), &args).code, 0);
    let taken = jhur(
        dir.path(),
        &[
            "new",
            "stop",
            "--number",
            "5",
            "--district",
            "wuluhan",
            "--date",
            "2022-03-18",
        ],
    );
    assert_eq!(taken.code, 2);
    assert!(
        taken.err.contains("content/stops/005-x.yaml"),
        "{}",
        taken.err
    );
}

#[test]
fn a_wrong_kecamatan_gets_the_nearest() {
    let dir = site();
    for wrong in ["wuluhn", "Wuluhan", "WULUHAN"] {
        let args = [
            "new",
            "stop",
            "--number",
            "6",
            "--district",
            wrong,
            "--date",
            "2022-03-18",
        ];
        let refused = jhur(dir.path(), &args);
        assert_eq!(refused.code, 2);
        assert!(
            refused.err.contains(": wuluhan (Kecamatan Wuluhan)"),
            "{}",
            refused.err
        );
    }
}

#[test]
fn a_follow_up_is_added_and_nothing_else_changes() {
    let dir = site();
    let old = "# Oktober\r\n- about: 999/studi-banding\r\n  date: 2022-10-01\r\n  text: Lama.\r\n  draft: true\r\n  \
               sources: [{publisher: Radar}]";
    write(&dir, "content/follow-ups/2022-10.yaml", old);
    let made = jhur(
        dir.path(),
        &[
            "new",
            "follow-up",
            COMMITMENT,
            "--status",
            "in-progress",
            "--date",
            "2022-10-03",
        ],
    );
    assert_eq!(
        (made.code, made.out.trim()),
        (0, "content/follow-ups/2022-10.yaml"),
        "{}",
        made.err
    );
    assert!(
        made.err.contains("Mengusulkan anggaran studi banding"),
        "what it is about: {}",
        made.err
    );
    let new = read(&dir, "content/follow-ups/2022-10.yaml");
    let added = new.strip_prefix(old).unwrap();
    assert_eq!(
        added.matches('\n').count(),
        added.matches("\r\n").count(),
        "the file's own line endings"
    );
    assert!(
        added.contains("status: in-progress") && added.contains("draft: true"),
        "{added}"
    );
}

/// The lines to be filled in are named, each at its place, and nothing else.
#[test]
fn check_names_what_a_new_follow_up_still_lacks() {
    for (status, empty) in [
        (None, 2),
        (Some("planned"), 2),
        (Some("done-verified"), 2),
        (Some("superseded"), 2),
    ] {
        let dir = site();
        let mut args = vec!["new", "follow-up", COMMITMENT, "--date", "2022-11-03"];
        args.extend(status.iter().flat_map(|s| ["--status", s]));
        assert_eq!(jhur(dir.path(), &args).code, 0);
        let check = jhur(dir.path(), &["check", "--format", "json"]);
        assert_eq!(check.code, 1);
        let own: Vec<&str> = check
            .out
            .lines()
            .filter(|l| l.contains("follow-ups/2022-11.yaml"))
            .collect();
        assert!(
            own.len() == empty && own.iter().all(|l| l.contains("\"J212\"")),
            "{status:?}: {}",
            own.join("\n")
        );
        let filled = read(&dir, "content/follow-ups/2022-11.yaml")
            .replace("text:\n", "text: Jalan diaspal.\n")
            .replace("publisher:\n", "publisher: Radar Jember\n")
            .replace("kind:\n", "kind: press\n")
            .replace("by:\n", "by: Dinas Koperasi\n")
            .replace(
                "replaced_by: Dinas Koperasi\n",
                "replaced_by: 999/studi-banding/lain\n",
            );
        write(&dir, "content/follow-ups/2022-11.yaml", &filled);
        let check = jhur(dir.path(), &["check", "--format", "json"]);
        let own: Vec<&str> = check
            .out
            .lines()
            .filter(|l| l.contains("follow-ups/2022-11.yaml"))
            .collect();
        assert!(
            own.iter().all(|l| l.contains("\"J311\"")),
            "only the made-up replacement: {}",
            own.join("\n")
        );
    }
}

#[test]
fn a_follow_up_that_cannot_be_is_refused_and_nothing_is_written() {
    let dir = site();
    let day = "2022-10-03";
    for (args, says) in [
        (
            &["999/studi-bandin", "--date", day][..],
            &["J909", "`999/studi-banding`"][..],
        ),
        (
            &["999/studi-banding/usul-anggarn", "--date", day],
            &["J909", COMMITMENT],
        ),
        (&["1/apa", "--date", day], &["J909", "`1/apa`"]),
        (
            &["Studi Banding", "--date", day],
            &["J909", "`Studi Banding`"],
        ),
        (
            &["999/studi-banding", "--status", "planned", "--date", day],
            &["J909", COMMITMENT],
        ),
        (
            &[COMMITMENT, "--status", "selesai", "--date", day],
            &["J909", "`selesai`", "done-reported"],
        ),
        (
            &[COMMITMENT, "--date", "2021-01-01"],
            &["J909", "2021-01-01", "2022-03-18"],
        ),
    ] {
        let args: Vec<&str> = ["new", "follow-up"].iter().chain(args).copied().collect();
        let refused = jhur(dir.path(), &args);
        assert_eq!((refused.code, refused.out.as_str()), (2, ""), "{args:?}");
        for word in says {
            assert!(
                refused.err.contains(word),
                "{args:?} lacks {word}: {}",
                refused.err
            );
        }
    }
    let files = std::fs::read_dir(dir.path().join("content/follow-ups"))
        .unwrap()
        .count();
    assert_eq!(files, 1, "only the example");
}

#[test]
fn nothing_is_added_to_a_broken_month() {
    let args = ["new", "follow-up", COMMITMENT, "--date", "2022-10-03"];
    for (broken, code) in [
        ("- about: 999\n  text: \"tidak ditutup\n", 1),
        ("about: 999\n", 2),
        ("[]\n", 2),
        ("- a: 1\n---\n", 1),
    ] {
        let dir = site();
        write(&dir, "content/follow-ups/2022-10.yaml", broken);
        let refused = jhur(dir.path(), &args);
        assert_eq!(
            (refused.code, refused.out.as_str()),
            (code, ""),
            "{broken}: {}",
            refused.err
        );
        assert!(refused.err.contains("2022-10.yaml"), "{}", refused.err);
        assert_eq!(read(&dir, "content/follow-ups/2022-10.yaml"), broken);
    }
    let old = "- about: 999\n  date: 2022-10-01\n  text: Lama.\n";
    let marked = format!("\u{FEFF}{old}");
    for encoded in [
        marked.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        old.replace('\n', "\r").into_bytes(),
    ] {
        let dir = site();
        let path = dir.path().join("content/follow-ups/2022-10.yaml");
        std::fs::write(&path, &encoded).unwrap();
        let refused = jhur(dir.path(), &args);
        assert_eq!((refused.code, refused.out.as_str()), (1, ""));
        for says in ["[J136]", "2022-10.yaml", "pilih pengodean UTF-8"] {
            assert!(refused.err.contains(says), "{says}: {}", refused.err);
        }
        assert!(std::fs::read(&path).unwrap() == encoded);
    }
    for whole in [
        "",
        "# Oktober\n",
        "  - about: 999\n    date: 2022-10-01\n    text: Lama.\n",
    ] {
        let dir = site();
        write(&dir, "content/follow-ups/2022-10.yaml", whole);
        assert_eq!(jhur(dir.path(), &args).code, 0, "{whole:?}");
        let check = jhur(dir.path(), &["check", "--format", "json"]).out;
        assert_eq!(
            check.matches("\"J212\"").count(),
            2,
            "one list, two empty lines: {check}"
        );
    }
}

#[test]
fn explain_shows_every_rule() {
    let dir = TempDir::new().unwrap();
    let list = jhur(dir.path(), &["explain"]);
    assert_eq!((list.code, list.err.as_str()), (0, ""));
    assert_eq!(list.out.lines().count(), jhur::diag::Code::all().count());
    assert!(!list.out.contains("{$"), "gaps are left open: {}", list.out);
    let one = jhur(dir.path(), &["explain", "j909"]);
    assert_eq!((one.code, one.err.as_str()), (0, ""));
    assert!(
        one.out.starts_with("J909  ") && one.out.lines().count() > 2,
        "{}",
        one.out
    );
}

#[test]
fn schemas_are_written_in_the_language_chosen() {
    let dir = site();
    let made = jhur(dir.path(), &["--lang", "en", "schema", "skema"]);
    assert_eq!((made.code, made.out.as_str()), (0, ""));
    assert!(made.err.contains("skema"), "{}", made.err);
    for kind in FileKind::ALL {
        let name = format!("{}.schema.json", kind.schema_name());
        let schema: serde_json::Value =
            serde_json::from_str(&read(&dir, &format!("skema/{name}"))).unwrap();
        assert_eq!(schema["$id"], name);
    }
    assert!(read(&dir, "skema/stop.schema.json").contains("The kecamatan's key"));
    assert!(read(&dir, "schema/stop.schema.json").contains("Kunci kecamatan"));
}

#[test]
fn completions_for_every_shell() {
    let dir = TempDir::new().unwrap();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let made = jhur(dir.path(), &["completions", shell]);
        assert_eq!((made.code, made.err.as_str()), (0, ""), "{shell}");
        assert!(
            made.out.contains("follow-up") && made.out.contains("as-of"),
            "{shell}"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let dir = TempDir::new().unwrap();
    let mut child = command(dir.path(), &["explain"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(
        (output.status.code(), output.stderr.as_slice()),
        (Some(0), &b""[..])
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_stdout_is_a_fault() {
    let dir = TempDir::new().unwrap();
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let output = command(dir.path(), &["explain"])
        .stdout(full)
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("J901"));
}

/// The keys of a Fluent file.
fn keys(text: &str) -> BTreeSet<String> {
    let key = |line: &str| line.split_once(" =").map(|(key, _)| key.to_owned());
    text.lines()
        .filter(|l| l.starts_with(|c: char| c.is_ascii_alphabetic()))
        .filter_map(key)
        .collect()
}

/// Every vocabulary's words, as `Status-in-progress`.
fn vocabularies() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for kind in FileKind::ALL {
        let schema = kind.schema();
        for (name, definition) in schema["$defs"].as_object().into_iter().flatten() {
            let words = definition["oneOf"].as_array().into_iter().flatten();
            found.extend(
                words
                    .filter_map(|w| w["const"].as_str())
                    .map(|w| format!("{name}-{w}")),
            );
        }
    }
    found
}

#[test]
fn every_field_has_a_text_and_no_text_is_left_over() {
    let mut wanted = vocabularies();
    assert!(
        wanted.len() > 30,
        "the test no longer finds the vocabularies: {wanted:?}"
    );
    for (name, fields) in record_types() {
        wanted.extend(fields.keys().map(|field| format!("{name}-{field}")));
        wanted.insert(name);
    }
    let files = [
        include_str!("../src/diag/i18n/id/fields.ftl"),
        include_str!("../src/diag/i18n/en/fields.ftl"),
    ];
    for (text, language) in files
        .into_iter()
        .zip([Language::Indonesian, Language::English])
    {
        assert_eq!(keys(text), wanted);
        let words = Messages::built_in(language);
        for key in &wanted {
            assert_ne!(words.message(key, &[]), *key);
        }
    }
}

#[test]
fn both_languages_of_the_command_line_say_the_same() {
    let [id, en] = [
        include_str!("../src/diag/i18n/id/commands.ftl"),
        include_str!("../src/diag/i18n/en/commands.ftl"),
    ]
    .map(keys);
    assert_eq!(id, en);
}
