//! `jhur release` and `jhur redact`: what was released cannot be taken away, and what was redacted never comes back.

use super::{BARE, BODIES, LATER, LOG, WHOLE, history, lines, log, run, write_lines};
use crate::common::site::Site;
use crate::common::text;
use jhur::records::{EntryContent, LogEntry, RevisionBody};

/// What someone does to the content.
type Change<'c> = &'c dyn Fn(&Site);

#[test]
fn what_was_released_cannot_be_taken_away() {
    let page = |site: &Site| {
        site.remove("content/pages/tentang.md");
        site.remove("content/pages/tentang.en.md");
    };
    let cut = |site: &Site, file: &str, from: &str, to: &str| {
        let text = site.read(file);
        let start = text.find(from).unwrap();
        let end = start + text[start..].find(to).unwrap();
        site.write(file, (text[..start].to_owned() + &text[end..]).as_bytes());
    };
    let (one, three, four) = (
        "content/stops/001-melati.yaml",
        "content/stops/003-cempaka.yaml",
        "content/stops/004-dahlia.yaml",
    );
    let cases: [(&str, &str, Change<'_>); 13] = [
        ("J325", "7/tenun", &|s| {
            cut(s, four, "  - id: tenun", "announcements:");
        }),
        ("J325", "3/beasiswa/kuota", &|s| {
            s.replace(three, "{id: kuota,", "{id: kuota-lain,");
        }),
        // Two names ago.
        ("J325", "3/lampu", &|s| {
            s.replace(three, "[3/lampu, 3/penerangan]", "[3/penerangan]");
        }),
        ("J325", "4/sungai", &|s| {
            s.replace(four, "formerly: [4]\n", "");
        }),
        ("J325", "tentang", &page),
        ("J325", "sumber", &|s| {
            s.replace("content/pages/sumber-data.md", "formerly: [sumber]\n", "");
            s.replace(
                "content/pages/sumber-data.en.md",
                "formerly: [sumber]\n",
                "",
            );
        }),
        ("J325", "3", &|s| {
            s.replace(three, "number: 3\n", "number: 3\ndraft: true\n");
        }),
        ("J327", "teratai", &|s| {
            s.replace(
                "content/districts.yaml",
                "- {key: teratai, name: Teratai Rekaan}\n",
                "",
            );
            // It was withdrawn: only older revisions have its kecamatan.
            s.replace(
                "content/stops/005-teratai.yaml",
                "district: teratai",
                "district: mawar",
            );
        }),
        ("J326", "1/air", &|s| {
            s.replace(
                one,
                "  - id: sekolah\n",
                "  - id: sekolah\n    formerly: [1/air]\n",
            );
        }),
        ("J326", "1/x/y", &|s| {
            s.replace(
                one,
                "  - id: sekolah\n",
                "  - id: sekolah\n    formerly: [1/x/y]\n",
            );
        }),
        ("J326", "3/lampu", &|s| {
            s.replace(
                one,
                "  - id: sekolah\n",
                "  - id: sekolah\n    formerly: [3/lampu]\n",
            );
        }),
        ("J326", "tentang", &|s| {
            s.replace(
                "content/pages/metode.md",
                "order: 2\n",
                "order: 2\nformerly: [tentang]\n",
            );
        }),
        ("J326", "4", &|s| {
            s.replace(one, "number: 1\n", "number: 1\nformerly: [4]\n");
        }),
    ];
    for (code, name, change) in cases {
        let site = history(BARE);
        change(&site);
        let before = lines(&site, LOG);
        let as_of = ["check", "--as-of", LATER];
        for (args, day) in [
            (&["check"][..], None),
            (&as_of, None),
            (&["release"], None),
            (&["release"], Some(LATER)),
        ] {
            run(&site, args, day).expect(1, &[&format!("[{code}]"), name]);
        }
        assert!(lines(&site, LOG) == before);
    }
}

#[test]
fn a_topic_and_an_office_of_an_older_revision_stay_in_their_lists() {
    let site = history(BARE);
    for file in ["001-melati", "003-cempaka", "006-mawar"] {
        let file = format!("content/stops/{file}.yaml");
        let text = site
            .read(&file)
            .replace("topics: [sekolah]", "topics: [pasar]");
        site.write(
            &file,
            text.replace("office: dinas-sekolah", "office: dinas-air")
                .as_bytes(),
        );
    }
    site.run(&["release"]).expect(0, &[]);
    site.replace(
        "content/topics.yaml",
        "- {key: sekolah, name: {id: Sekolah, en: Schools}}\n",
        "",
    );
    site.replace(
        "content/offices.yaml",
        "- {key: dinas-sekolah, name: {id: Dinas Sekolah Rekaan, en: Invented School Office}}\n",
        "",
    );
    let errors = site.run(&["check"]).expect(1, &[]).err;
    assert_eq!(errors.matches("[J327]").count(), 2, "{errors}");
    assert!(
        errors.contains("content/bodies.jsonl:") && errors.contains("dinas-sekolah"),
        "{errors}"
    );
}

#[test]
fn a_release_that_is_refused_changes_nothing() {
    let site = history(BARE);
    site.replace(
        "content/stops/001-melati.yaml",
        "title: {id: Jalan dusun",
        "title: {id: Jalan setapak",
    );
    let refused = |day: Option<&str>, code: &str| {
        let before = site.read(LOG);
        run(&site, &["release"], day).expect(1, &[&format!("[{code}]")]);
        assert!(site.read(LOG) == before);
    };
    refused(Some("2025-01-19"), "J328");
    site.replace(
        "content/stops/001-melati.yaml",
        "district: melati",
        "district: melatii",
    );
    refused(None, "J303");
    site.replace(
        "content/stops/001-melati.yaml",
        "district: melatii",
        "district: melati",
    );
    let entries = lines(&site, LOG);
    let mut broken = entries.clone();
    broken.remove(entries.len() / 2);
    write_lines(&site, LOG, &broken);
    refused(None, "J322");
    write_lines(&site, LOG, &entries);
    site.run(&["release"]).expect(0, &[]);
    assert_eq!(lines(&site, LOG).len(), entries.len() + 1);
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
            "content/stops/001-melati.yaml",
            "title: {id: Jalan dusun",
            "title: {id: REKAWAN-KHAYALI",
        ),
        (
            "content/stops/002-kenanga.yaml",
            "A narrow market",
            "'antah  berantah, 77'",
        ),
        (
            "content/follow-ups/2024.yaml",
            "Mulai ditambal.",
            "Oleh *Rekawan* Khayali.",
        ),
        (
            "content/pages/tentang.en.md",
            "This invented site",
            "Rekawan\nKhayali's site",
        ),
        (
            "content/offices.yaml",
            "Invented Water Office",
            "Rekawan_Khayali",
        ),
    ];
    for (file, from, into) in written {
        let site = history(BARE);
        site.replace(file, from, into);
        site.run(&["check"])
            .expect(1, &["[J605]", &format!("{file}:")]);
    }
    // In the body of another revision.
    let site = history(BARE);
    let last = log().pop().unwrap();
    let body =
        serde_json::json!({ "kind": "page", "page": { "id": { "title": "Rekawan, Khayali" } } });
    let line = RevisionBody::new("tentang".into(), 2, "00".into(), body);
    let entry = LogEntry {
        entry: lines(&site, LOG).len(),
        release: last.release,
        content: EntryContent::Revision {
            record: "tentang".into(),
            revision: 2,
            digest: line.digest.clone(),
        },
    };
    site.append(LOG, &(entry.to_line() + "\n"));
    site.append(BODIES, &(line.to_line() + "\n"));
    site.run(&["check"]).expect(
        1,
        &[
            "[J605]",
            &format!("{BODIES}:{}:", lines(&site, BODIES).len()),
        ],
    );
}

#[test]
fn what_is_withheld_after_its_release_has_to_be_struck_out() {
    let site = history(BARE);
    site.replace(
        "content/stops/001-melati.yaml",
        "  - id: jalan\n",
        "  - id: jalan\n    withheld: Rekaan.\n",
    );
    let day = "2025-02-03";
    let errors = site.run_on(day, &["release"]).expect(1, &["[J345]"]).err;
    let command = regex::Regex::new("jhur redact (1/jalan) ([0-9]+) --basis").unwrap();
    let mut count = 0;
    for found in command.captures_iter(&errors) {
        let (record, revision) = (&found[1], &found[2]);
        let words = ["--basis", "UU 27/2022 pasal 8", "--reason", "Rekaan."];
        let args = [&["redact", record, revision][..], &words].concat();
        site.run_on(day, &args).expect(0, &[]);
        count += 1;
    }
    assert!(count > 1, "{errors}");
    site.run_on(day, &["release"]).expect(0, &[]);
    let built = site.build(day);
    let log = text(&built, "data/log/log.jsonl");
    assert_eq!(
        log.matches("\"redacts\":{\"record\":\"1/jalan\"").count(),
        count
    );
    for (path, bytes) in &built {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("Warga meminta jalan"), "{path}");
    }
}

#[test]
fn what_no_release_has_is_not_published() {
    let site = history(BARE);
    site.build(LATER);
    let before = site.published();
    site.replace(
        "content/stops/001-melati.yaml",
        "title: {id: Jalan dusun",
        "title: {id: Jalan setapak",
    );
    site.run(&["build", "--as-of", LATER])
        .expect(1, &["[J331]", "1/jalan", "jhur release"]);
    assert!(site.published() == before);
    site.run(&["build", "--as-of", LATER, "--drafts", "--out", "lihat"])
        .expect(0, &[]);
    site.run_on(LATER, &["release"]).expect(0, &[]);
    site.build(LATER);
}

#[test]
fn a_release_made_with_a_wrong_clock_is_mended_by_an_entry() {
    let site = history(BARE);
    let title = |from: &str, into: &str| {
        let file = "content/stops/001-melati.yaml";
        site.replace(
            file,
            &format!("title: {{id: {from}"),
            &format!("title: {{id: {into}"),
        );
    };
    title("Jalan dusun", "Jalan setapak");
    site.run_on("2062-01-01", &["release", "--yes"])
        .expect(0, &[]);
    title("Jalan setapak", "Jalan besar");
    site.run_on("2025-02-02", &["release"])
        .expect(1, &["[J328]", "jhur release --clock"]);
    // It is today that may be wrong.
    site.run_on("2022-01-01", &["release", "--clock", "Rekaan."])
        .expect(2, &["SOURCE_DATE_EPOCH"]);
    // Words that were struck out do not go into what is never edited.
    let words = ["release", "--clock", "Kata Rekawan Khayali."];
    site.run_on("2025-02-02", &words).expect(2, &["--clock"]);
    site.run_on("2025-02-02", &["release", "--clock", "Jam komputer salah."])
        .expect(0, &["2062-01-01"]);
    site.run_on("2025-02-02", &["release"]).expect(0, &[]);
    let built = site.build("2025-02-02");
    let page = text(&built, "koreksi/index.html");
    assert!(page.contains("Jam komputer salah."), "{page}");
    assert!(!text(&built, "1/jalan/riwayat/index.html").contains("2062"));
    // There is nothing to mend any more.
    site.run_on("2025-02-02", &["release", "--clock", "Lagi."])
        .expect(2, &[]);
}
