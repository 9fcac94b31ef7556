//! The commands from outside: exit codes, which stream has what, both languages, and what is written.

use crate::common::program::{self, finish, new_stop};
use crate::common::site::Site;
use jhur::diag::Code;
use jhur::records::FORMAT_VERSION;
use jhur::records::schema::FileKind;
use std::process::Stdio;

#[test]
fn help_is_in_the_language_chosen() {
    let site = Site::empty();
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
        site.run(args).expect_out(0, &[heading, word]);
    }
}

#[test]
fn the_version_names_the_record_format_and_the_manual_has_every_command() {
    let site = Site::empty();
    let version = site.run(&["--version"]).out;
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
        let stop = ".SS \"jhur new stop ";
        let release = ".SS \"jhur release ";
        let texts = [heading, options, stop, release, "\\fB\\-\\-as\\-of <"];
        let page = site.run(&["--lang", lang, "man"]).expect_out(0, &texts);
        for without_words in ["command\\-", "value\\-"] {
            assert!(!page.out.contains(without_words), "{}", page.out);
        }
    }
}

#[test]
fn what_is_mistyped_is_refused_in_our_words() {
    let site = Site::init();
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
        (&new_stop("0", "silo", "2022-03-18"), &["J909", "`0`"]),
        (&["explain", "J999"], &["J910", "`J999`"]),
        (&["--lang", "xx", "check"], &["J909", "`xx`", "id, en"]),
    ] {
        let of_clap = ["error:", "Usage:", "tip:", "For more information"];
        site.run(args).expect_quiet(2, says).expect_none(&of_clap);
    }
}

#[test]
fn the_language_of_the_line_counts_more_than_that_of_the_environment() {
    let site = Site::empty();
    let usage = |args: &[&str], lang: &str| site.run_env(args, &[("JHUR_LANG", lang)]).out;
    assert!(usage(&[], "en").contains("Usage:"));
    assert!(usage(&["--lang", "id"], "en").contains("Pemakaian:"));
    assert!(usage(&["help", "--lang", "en"], "id").contains("Usage:"));
    assert!(usage(&[], "").contains("Pemakaian:"));
    site.run_env(&["check"], &[("JHUR_LANG", "jv")])
        .expect(2, &["JHUR_LANG", "`jv`"]);
}

#[test]
fn a_new_site_has_no_errors_and_is_never_made_twice() {
    for lang in ["id", "en"] {
        let site = Site::empty();
        let made = site.run(&["--lang", lang, "init", "situs"]).expect(0, &[]);
        assert_eq!(made.out, "situs\n");
        let check = program::jhur(&site.path("situs"), &["check", "--format", "json"]);
        assert_eq!(check.code, 0, "{}", check.out);
        let only = check.out.lines().all(|line| line.contains("\"J218\""));
        assert!(only, "nothing but the missing contact: {}", check.out);
        site.run(&["--lang", lang, "init", "situs"])
            .expect_quiet(2, &["J908", ".gitignore"]);
    }
    for (ci, file) in [
        ("github", ".github/workflows/situs.yml"),
        ("gitlab", ".gitlab-ci.yml"),
    ] {
        let site = Site::empty();
        let init = ["init", ".", "--ci", ci];
        let made = site.run(&init).expect(0, &["JHUR_SHA256", file]);
        assert_eq!(made.out, format!(".\n{file}\n"));
        let text = site.read(file);
        assert!(
            text.contains("JHUR_LANG: id")
                && !text.contains("scaffold-")
                && !text.contains("$lang$"),
            "{text}"
        );
        site.run(&init).expect_quiet(2, &["J908", file]);
        site.remove(file);
        let added = site.run(&init).expect(0, &[]);
        assert_eq!(added.out, format!("{file}\n"), "only what was missing");
    }
    let site = Site::init();
    let settings: serde_json::Value =
        serde_json::from_str(&site.read(".vscode/settings.json")).unwrap();
    for (schema, _) in settings["yaml.schemas"].as_object().unwrap() {
        assert!(site.path(schema).is_file(), "{schema}");
    }
}

#[test]
fn a_new_site_is_built_and_built_again_without_writing() {
    let site = Site::init();
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
            &["1 kunjungan, 2 aspirasi, 1 komitmen, 1 kabar"],
        ),
        (
            &["build", "--drafts", "--as-of", "2022-04-01"],
            &["1 kunjungan", "1 catatan tidak dihitung"],
        ),
    ] {
        site.run(args).expect_quiet(0, says);
    }
    assert!(site.path("public/index.html").is_file());
    let elsewhere = Site::empty();
    let root = site.root().to_str().unwrap();
    elsewhere
        .run(&["--root", root, "build", "--out", "situs"])
        .expect(0, &[]);
    assert!(
        elsewhere.path("situs/index.html").is_file(),
        "--out counts from where one is"
    );
    site.run(&["build", "--out", "content"])
        .expect_quiet(2, &[]);
}

#[test]
fn check_says_no_site_where_there_is_none() {
    let site = Site::empty();
    site.run(&["check"]).expect_quiet(2, &["J907"]);
    site.run(&["--root", "tidak-ada", "check", "--format", "json"])
        .expect_out(2, &[]);
}

#[test]
fn exit_codes_follow_the_worst_fault() {
    let site = Site::init();
    site.run(&["check"]).expect(0, &[]);
    // The missing contact is a warning.
    site.run(&["check", "--deny-warnings"]).expect(1, &[]);
    site.write(
        "content/stops/005-x.yaml",
        "number: 5\ndistrict: wuluhn\ndate: 2022-03-04\n",
    );
    let place = "content/stops/005-x.yaml:2:11";
    site.run(&["check"]).expect_quiet(1, &["J303", place]);
    let shown = ["J303", place, "district: wuluhn", "situs lama tidak diubah"];
    site.run(&["build"])
        .expect_quiet(1, &shown)
        .expect_none(&["J218"]);
    assert!(!site.exists("public"));
}

#[test]
fn formats_for_programs_go_to_stdout() {
    let site = Site::init();
    site.write(
        "content/stops/005-x.yaml",
        "number: 5\ndistrict: wuluhn\ndate: 2022-03-04\n",
    );
    let json = site.run(&["check", "--format", "json"]).expect_out(1, &[]);
    let lines = json.json_lines();
    let fault = lines.iter().find(|line| line["code"] == "J303").unwrap();
    assert_eq!(
        (&fault["file"], &fault["line"]),
        (&"content/stops/005-x.yaml".into(), &2.into())
    );
    let annotation = "::error file=content/stops/005-x.yaml,line=2,col=11,";
    site.run(&["check", "--format", "github"])
        .expect_out(1, &[annotation]);
    let gitlab = site
        .run(&["check", "--format", "gitlab"])
        .expect_out(1, &[]);
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
    let site = Site::init();
    let epoch = |value: &str, args: &[&str]| site.run_env(args, &[("SOURCE_DATE_EPOCH", value)]);
    epoch("1647561600", &["check"]).expect(0, &[]);
    for wrong in ["kemarin", "-1", "99999999999999999"] {
        epoch(wrong, &["check"]).expect(2, &["SOURCE_DATE_EPOCH", wrong]);
        // --as-of comes before it.
        epoch(wrong, &["check", "--as-of", "2022-12-31"]).expect(0, &[]);
    }
    site.write(
        "content/stops/005-x.yaml",
        "number: 5\ndistrict: wuluhan\ndate: 2099-01-01\n",
    );
    // Today it lies in the future; as of that day it is left out.
    site.run(&["check"]).expect(1, &[]);
    epoch("1647561600", &["check"]).expect(0, &[]);
}

#[test]
fn explain_shows_every_rule() {
    let site = Site::empty();
    let list = site.run(&["explain"]).expect_out(0, &[]).out;
    let shown: Vec<&str> = list.lines().map(|line| &line[..4]).collect();
    let all: Vec<&str> = Code::all().map(Code::id).collect();
    assert_eq!(shown, all);
    assert!(!list.contains("{$"), "arguments were not filled in: {list}");
    let one = site.run(&["explain", "j909"]).expect_out(0, &[]);
    assert!(
        one.out.starts_with("J909  ") && one.out.lines().count() > 2,
        "{}",
        one.out
    );
}

#[test]
fn schemas_are_written_in_the_language_chosen() {
    let site = Site::init();
    site.run(&["--lang", "en", "schema", "skema"])
        .expect_quiet(0, &["skema"]);
    for kind in FileKind::ALL {
        let name = format!("{}.schema.json", kind.schema_name());
        let schema: serde_json::Value =
            serde_json::from_str(&site.read(&format!("skema/{name}"))).unwrap();
        assert_eq!(schema["$id"], name);
    }
    assert!(
        site.read("skema/stop.schema.json")
            .contains("The kecamatan's key")
    );
    assert!(
        site.read("schema/stop.schema.json")
            .contains("Kunci kecamatan")
    );
}

#[test]
fn completions_for_every_shell() {
    let site = Site::empty();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        site.run(&["completions", shell])
            .expect_out(0, &["follow-up", "as-of"]);
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let site = Site::empty();
    let mut child = site
        .command(&["explain"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{output:?}"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_stdout_is_a_fault() {
    let site = Site::empty();
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .unwrap();
    finish(site.command(&["explain"]).stdout(full)).expect(2, &["J901"]);
}
