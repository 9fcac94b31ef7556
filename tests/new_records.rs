//! `jhur new stop` and `jhur new follow-up`: what they write is right, and what stood there stays.

use crate::common::program::new_stop;
use crate::common::site::Site;

const COMMITMENT: &str = "999/studi-banding/usul-anggaran";

/// The codes of everything that `check` finds in a file.
fn codes_in(site: &Site, file: &str) -> Vec<String> {
    let check = site.run(&["check", "--format", "json"]);
    let mut codes = Vec::new();
    for line in check.json_lines() {
        if line.to_string().contains(file) {
            codes.push(line["code"].as_str().unwrap().to_owned());
        }
    }
    codes
}

#[test]
fn a_new_stop_is_clean_and_is_never_made_twice() {
    let site = Site::init();
    let args = new_stop("1", "silo", "2022-02-11");
    let made = site.run(&args).expect(0, &["draft: true"]);
    assert_eq!(made.out.trim(), "content/stops/001-silo.yaml");
    let check = site.run(&["check", "--format", "json"]);
    assert!(!check.out.contains("001-silo"), "{}", check.out);
    let before = site.read("content/stops/001-silo.yaml");
    site.run(&new_stop("1", "panti", "2022-02-12"))
        .expect_quiet(2, &["content/stops/001-silo.yaml"]);
    assert_eq!(site.read("content/stops/001-silo.yaml"), before);
    assert!(!site.exists("content/stops/001-panti.yaml"));
}

/// Every example in the scaffold is right: with all of it taken into use, only the photograph is missing.
#[test]
fn a_new_stop_taken_into_use_keeps_every_rule() {
    for lang in ["id", "en"] {
        let site = Site::init();
        let args = [&["--lang", lang][..], &new_stop("1", "silo", "2022-02-11")].concat();
        site.run(&args).expect(0, &[]);
        let text = site.read("content/stops/001-silo.yaml");
        let lines: Vec<&str> = text.lines().filter(|l| !l.starts_with("##")).collect();
        assert!(
            lines.iter().filter(|l| l.starts_with("# ")).count() > 40,
            "{text}"
        );
        let used: Vec<&str> = lines
            .into_iter()
            .map(|l| l.strip_prefix("# ").unwrap_or(l))
            .collect();
        site.write("content/stops/001-silo.yaml", &(used.join("\n") + "\n"));
        assert_eq!(codes_in(&site, "001-silo"), ["J701"]);
    }
}

#[test]
fn a_new_stop_is_made_beside_faults() {
    let site = Site::init();
    site.write(
        "content/stops/005-x.yaml",
        "number: 5\ndistrict: \"wuluhan\ndate: 2022-03-04\n",
    );
    site.write("content/offices.yaml", "- key: [\n");
    let args = new_stop("6", "wuluhan", "2022-03-18");
    site.run(&args).expect(0, &[]);
    site.run(&new_stop("5", "wuluhan", "2022-03-18"))
        .expect(2, &["content/stops/005-x.yaml"]);
}

#[test]
fn a_wrong_kecamatan_gets_the_nearest() {
    let site = Site::init();
    for wrong in ["wuluhn", "Wuluhan", "WULUHAN"] {
        let args = new_stop("6", wrong, "2022-03-18");
        site.run(&args)
            .expect(2, &[": wuluhan (Kecamatan Wuluhan)"]);
    }
}

#[test]
fn a_follow_up_is_added_and_nothing_else_changes() {
    let site = Site::init();
    let old = "# Oktober\r\n- about: 999/studi-banding\r\n  date: 2022-10-01\r\n  text: Lama.\r\n  draft: true\r\n  \
               sources: [{publisher: Radar}]";
    site.write("content/follow-ups/2022-10.yaml", old);
    let made = site.run(&[
        "new",
        "follow-up",
        COMMITMENT,
        "--status",
        "in-progress",
        "--date",
        "2022-10-03",
    ]);
    // What it is about.
    let made = made.expect(0, &["Mengusulkan anggaran studi banding"]);
    assert_eq!(made.out.trim(), "content/follow-ups/2022-10.yaml");
    let new = site.read("content/follow-ups/2022-10.yaml");
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
    let file = "content/follow-ups/2022-11.yaml";
    for status in [
        None,
        Some("planned"),
        Some("done-verified"),
        Some("superseded"),
    ] {
        let site = Site::init();
        let mut args = vec!["new", "follow-up", COMMITMENT, "--date", "2022-11-03"];
        args.extend(status.iter().flat_map(|s| ["--status", s]));
        site.run(&args).expect(0, &[]);
        site.run(&["check"]).expect(1, &[]);
        assert_eq!(codes_in(&site, file), ["J212", "J212"], "{status:?}");
        let filled = site
            .read(file)
            .replace("text:\n", "text: Jalan diaspal.\n")
            .replace("publisher:\n", "publisher: Radar Jember\n")
            .replace("kind:\n", "kind: press\n")
            .replace("by:\n", "by: Dinas Koperasi\n")
            .replace(
                "replaced_by: Dinas Koperasi\n",
                "replaced_by: 999/studi-banding/lain\n",
            );
        site.write(file, &filled);
        // Only the made-up replacement.
        let codes = codes_in(&site, file);
        assert!(codes.iter().all(|code| code == "J311"), "{codes:?}");
    }
}

#[test]
fn a_follow_up_that_cannot_be_is_refused_and_nothing_is_written() {
    let site = Site::init();
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
        site.run(&args).expect_quiet(2, says);
    }
    // Only the example.
    assert_eq!(site.count("content/follow-ups"), 1);
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
        let site = Site::init();
        site.write("content/follow-ups/2022-10.yaml", broken);
        site.run(&args).expect_quiet(code, &["2022-10.yaml"]);
        assert_eq!(site.read("content/follow-ups/2022-10.yaml"), broken);
    }
    let old = "- about: 999\n  date: 2022-10-01\n  text: Lama.\n";
    let marked = format!("\u{FEFF}{old}");
    for encoded in [
        marked.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        old.replace('\n', "\r").into_bytes(),
    ] {
        let site = Site::init();
        site.write("content/follow-ups/2022-10.yaml", &encoded);
        site.run(&args)
            .expect_quiet(1, &["[J136]", "2022-10.yaml", "pilih pengodean UTF-8"]);
        assert_eq!(site.bytes("content/follow-ups/2022-10.yaml"), encoded);
    }
    for whole in [
        "",
        "# Oktober\n",
        "  - about: 999\n    date: 2022-10-01\n    text: Lama.\n",
    ] {
        let site = Site::init();
        site.write("content/follow-ups/2022-10.yaml", whole);
        site.run(&args).expect(0, &[]);
        let check = site.run(&["check", "--format", "json"]).out;
        assert_eq!(
            check.matches("\"J212\"").count(),
            2,
            "one list, two empty lines: {check}"
        );
    }
}
