//! Days that cannot be right, and published sites that know more than content/: what `build`, `release` and `status`
//! then say.

use crate::common::program::Run;
use crate::common::site::{Site, build_options};
use jhur::BuildOptions;
use jhur::checks::{AsOf, DayChoice, DayOrigin};
use jhur::diag::Code;
use std::fs::File;
use std::time::{Duration, SystemTime};
use walkdir::WalkDir;

/// The made-up site with one stop of 2026-10-05.
fn site() -> Site {
    Site::examples().outputs("cards: false, search: false")
}

/// The same with two releases: the second has one revision more.
fn released_twice() -> Site {
    let site = site();
    site.run_on("2026-10-20", &["release"]).expect(0, &[]);
    site.write(
        "content/pages/lagi.md",
        "---\ntitle: Halaman lagi\n---\n\nIsi.\n",
    );
    site.run_on("2026-11-10", &["release"]).expect(0, &[]);
    site
}

/// Has every file of content/ look as if nobody touched it since 2020.
fn age(site: &Site) {
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_hours(24 * 365 * 50);
    for entry in WalkDir::new(site.path("content")) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let file = File::options().append(true).open(entry.path()).unwrap();
            file.set_modified(long_ago).unwrap();
        }
    }
}

fn last_line(run: &Run) -> &str {
    run.err.lines().last().unwrap_or_default()
}

#[test]
fn the_last_line_says_which_day_and_from_where() {
    let site = site();
    let build = site.run(&["build", "--as-of", "2026-10-20"]).expect(0, &[]);
    assert_eq!(last_line(&build), "Harinya 2026-10-20, dari --as-of.");
    let build = site.run_on("2026-10-21", &["build"]).expect(0, &[]);
    let day = "Harinya 2026-10-21, dari SOURCE_DATE_EPOCH.";
    assert_eq!(last_line(&build), day);
    for args in [&["release", "--dry-run"][..], &["release"], &["release"]] {
        let run = site.run_on("2026-10-21", args).expect(0, &[]);
        assert_eq!(last_line(&run), day, "{args:?}");
    }
    let english = ["--lang", "en", "release"];
    let run = site.run_on("2026-10-21", &english).expect(0, &[]);
    assert_eq!(
        last_line(&run),
        "The day is 2026-10-21, from SOURCE_DATE_EPOCH."
    );
}

#[test]
fn a_day_long_after_everything_wants_a_word_more() {
    let site = site();
    for args in [&["build"][..], &["release"], &["release", "--dry-run"]] {
        let says = ["[J914]", "2062-03-01", "SOURCE_DATE_EPOCH", "--yes"];
        site.run_on("2062-03-01", args).expect(2, &says);
    }
    assert!(!site.exists("public") && !site.exists("content/log.jsonl"));
    site.run(&["build", "--as-of", "2062-03-01"])
        .expect(2, &["[J914]", "--as-of"]);
    site.run_on("2062-03-01", &["build", "--yes"])
        .expect(0, &["2062-03-01"]);
    site.run_on("2062-03-01", &["release", "--yes"])
        .expect(0, &["2062-03-01"]);
}

#[test]
fn what_is_known_is_the_newest_of_log_records_and_files() {
    let site = site();
    let out = site.path("public");
    let build = |day: &str, origin: DayOrigin| {
        let choice = DayChoice {
            origin,
            is_confirmed: false,
        };
        let options = BuildOptions {
            day_choice: choice,
            ..build_options(site.root(), &out, day)
        };
        let mut found = jhur::build(&options, &|_, _| {}).diagnostics;
        found.retain(jhur::diag::Diagnostic::is_error);
        found.pop().map(|found| (found.code, found.args))
    };
    age(&site);
    // The newest date of the records is 21 October.
    assert_eq!(build("2026-12-20", DayOrigin::Clock), None);
    let (code, args) = build("2026-12-21", DayOrigin::Clock).unwrap();
    assert_eq!(code, Code::DayFarAhead);
    assert!(args.contains(&("newest", "2026-10-21".into())), "{args:?}");
    assert!(args.contains(&("origin", "clock".into())), "{args:?}");
    site.run_on("2026-11-20", &["release"]).expect(0, &[]);
    age(&site);
    assert_eq!(build("2026-12-21", DayOrigin::Clock), None, "the log");
    assert!(build("2027-01-20", DayOrigin::Clock).is_some());
    let file = File::options()
        .append(true)
        .open(site.path("content/topics.yaml"))
        .unwrap();
    // 15 December 2026.
    let touched = SystemTime::UNIX_EPOCH + Duration::from_hours(499_250);
    file.set_modified(touched).unwrap();
    assert_eq!(build("2027-01-20", DayOrigin::Clock), None, "a file");
}

#[test]
fn today_by_a_clock_that_runs_ahead() {
    let site = site();
    age(&site);
    let out = site.path("public");
    let options = BuildOptions {
        as_of: AsOf::Now(4_070_908_800),
        ..build_options(site.root(), &out, "2026-10-05")
    };
    let found = jhur::build(&options, &|_, _| {}).diagnostics;
    assert!(
        found.iter().any(|d| d.code == Code::DayFarAhead),
        "{found:?}"
    );
}

#[test]
fn a_day_before_every_stop_empties_no_site() {
    let site = site();
    let before = site.build("2026-10-20");
    let epoch = [("SOURCE_DATE_EPOCH", "315532800")];
    for args in [&["build"][..], &["release"], &["build", "--out", "lain"]] {
        let says = ["[J915]", "1980-01-01", "SOURCE_DATE_EPOCH", "2026-10-05"];
        site.run_env(args, &epoch).expect(2, &says);
    }
    site.run(&["build", "--as-of", "2026-10-04"])
        .expect(2, &["[J915]", "--as-of"]);
    assert_eq!(site.published(), before);
    assert!(!site.exists("lain") && !site.exists("content/log.jsonl"));
    // Where the only stop waits for its day, there is nothing to leave out.
    site.replace(
        "content/stops/001-sukamaju.yaml",
        "number: 1\n",
        "number: 1\ndraft: true\n",
    );
    site.remove("content/follow-ups/2026-10.yaml");
    site.run(&["build", "--as-of", "2026-10-04"]).expect(0, &[]);
}

#[test]
fn the_past_is_looked_at_in_another_folder() {
    let site = released_twice();
    let before = site.build("2026-11-11");
    let past = ["build", "--as-of", "2026-10-25"];
    site.run(&past)
        .expect(1, &["[J330]", "2026-10-25", "2026-11-10", "--out FOLDER"]);
    site.run_on("2026-10-25", &["build"])
        .expect(1, &["[J330]", "SOURCE_DATE_EPOCH"]);
    assert_eq!(site.published(), before, "nothing of the live site is gone");
    site.run(&[&past[..], &["--out", "dulu"]].concat())
        .expect(0, &[]);
    // That folder is of the same day: it may be made again.
    site.run(&[&past[..], &["--out", "dulu"]].concat())
        .expect(0, &[]);
    site.run(&["build", "--as-of", "2026-10-21", "--out", "dulu"])
        .expect(1, &["[J330]"]);
    site.run(&["build", "--as-of", "2026-11-12"]).expect(0, &[]);
}

#[test]
fn a_backup_older_than_the_site_is_neither_built_nor_released() {
    let site = released_twice();
    site.build("2026-11-11");
    let log = site.read("content/log.jsonl");
    let mut lines: Vec<&str> = log.split_inclusive('\n').collect();
    lines.retain(|line| line.contains("\"release\":\"2026-10-20\""));
    site.write("content/log.jsonl", lines.concat());
    site.remove("content/pages/lagi.md");
    let says = [
        "lebih tua daripada yang sudah terbit",
        "Pulihkan content/ yang lebih baru",
    ];
    let number = (lines.len() + 1).to_string();
    let older = site.read("content/log.jsonl");
    for args in [&["build"][..], &["release"], &["release", "--dry-run"]] {
        let run = site.run_on("2026-11-12", args);
        run.expect(1, &["[J329]", &number]).expect_none(&["J914"]);
    }
    for args in [&["build"][..], &["release"]] {
        site.run_on("2026-11-12", args).expect(1, &says);
    }
    // The published log still counts where the manifest is damaged.
    let manifest = site.read("public/manifest.json");
    site.write("public/manifest.json", "{");
    site.run_on("2026-11-12", &["release"])
        .expect(1, &["[J329]", &number]);
    site.write("public/manifest.json", manifest);
    assert_eq!(
        site.read("content/log.jsonl"),
        older,
        "the log forks nowhere"
    );
    let status = site.run_on("2026-11-12", &["status"]).expect_out(0, &says);
    for advice in ["jhur build", "jhur release"] {
        assert!(!status.out.contains(advice), "{}", status.out);
    }
    let english = ["--lang", "en", "status"];
    site.run_on("2026-11-12", &english)
        .expect_out(0, &["older than what is published", "newer content/"]);
    site.write("content/log.jsonl", &log);
    site.write(
        "content/pages/lagi.md",
        "---\ntitle: Halaman lagi\n---\n\nIsi.\n",
    );
    let status = site.run_on("2026-11-12", &["status"]).expect_out(0, &[]);
    assert!(!status.out.contains("lebih tua"), "{}", status.out);
}
