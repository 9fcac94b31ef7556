//! That no more is said than is known: answers whose contents nobody reported (`unreported`), what is open again (`reopens`),
//! whose site it is (`standing`); in rules, workbook, schema and new files. All records are made up; forms are in tests/form.

use crate::common::site::Site;
use jhur::diag::messages::{Language, Messages};
use jhur::records::schema::FileKind;
use serde_json::json;

const STOP: &str = "content/stops/001-sukamaju.yaml";
const MONTH: &str = "content/follow-ups/2026-10.yaml";
const PROMISE: &str = "1/jalan-rusak/tambal-jalan";

/// News that the promise is kept.
const DONE: &str = "- about: 1/jalan-rusak/tambal-jalan
  date: 2026-10-25
  status: done-reported
  text: Jalan ditambal.
  sources: [{publisher: Radio Contoh, date: 2026-10-25, kind: press}]
";

/// News that the promise is not kept after all, on a day, with more lines.
fn again(day: &str, lines: &str) -> String {
    format!(
        "- about: {PROMISE}\n  date: {day}\n{lines}  text: Tambalannya lepas.\n  \
         sources: [{{publisher: Radio Contoh, date: {day}}}]\n"
    )
}

/// The codes of all errors in a site.
fn errors(site: &Site) -> Vec<String> {
    let check = site.run_on("2026-11-24", &["check", "--format", "json"]);
    let lines = check.json_lines();
    let errors = lines.iter().filter(|line| line["severity"] == "error");
    let code = |line: &serde_json::Value| line["code"].as_str().unwrap().to_owned();
    errors.map(code).collect()
}

#[test]
fn what_is_done_is_opened_again_on_purpose() {
    for (news, expected) in [
        (
            again("2026-10-28", "  status: in-progress\n"),
            &["J510"][..],
        ),
        (
            again("2026-10-28", "  status: in-progress\n  reopens: true\n"),
            &[],
        ),
        // Before it was done there is nothing to open, whatever the order in the file.
        (
            again("2026-10-22", "  status: in-progress\n  reopens: true\n"),
            &["J518"],
        ),
        (
            again("2026-10-28", "  status: done-reported\n  reopens: true\n"),
            &["J518"],
        ),
        (again("2026-10-28", "  reopens: true\n"), &["J518"]),
        // News without a status leaves it done.
        (again("2026-10-28", ""), &[]),
        (
            again("2026-10-28", "  bearing: related\n  reopens: true\n"),
            &["J508"],
        ),
    ] {
        let site = Site::examples();
        site.append(MONTH, DONE);
        site.append(MONTH, &news);
        assert_eq!(errors(&site), expected, "{news}");
    }
}

#[test]
fn what_was_done_under_a_former_name_or_in_a_draft_can_be_opened_again() {
    let opened = again("2026-10-28", "  status: stalled\n  reopens: true\n");
    let site = Site::examples();
    site.append(MONTH, &DONE.replace("tambal-jalan", "tambal"));
    site.append(MONTH, &opened);
    site.replace(
        STOP,
        "due: 2027}",
        "due: 2027, formerly: [1/jalan-rusak/tambal]}",
    );
    assert_eq!(errors(&site), Vec::<String>::new());
    let site = Site::examples();
    site.append(MONTH, &DONE.replace("  status", "  draft: true\n  status"));
    site.append(MONTH, &opened);
    assert_eq!(errors(&site), Vec::<String>::new());
    // Where follow-ups could not be read, nobody knows what was done.
    let site = Site::examples();
    site.append(MONTH, &opened);
    site.write("content/follow-ups/2026-09.yaml", "- about: [\n");
    assert!(!errors(&site).contains(&"J518".to_owned()));
}

#[test]
fn a_new_follow_up_says_that_it_opens_again() {
    let new = |site: &Site, day: &str, status: &str| {
        let args = [
            "new",
            "follow-up",
            PROMISE,
            "--status",
            status,
            "--date",
            day,
        ];
        site.run(&args).expect(0, &[]);
        site.read(MONTH)
    };
    for (day, status, reopens) in [
        ("2026-10-28", "in-progress", true),
        ("2026-10-28", "done-verified", false),
        ("2026-10-24", "in-progress", false),
    ] {
        let site = Site::examples();
        site.append(MONTH, DONE);
        let text = new(&site, day, status);
        assert_eq!(text.contains("  reopens: true\n"), reopens, "{text}");
    }
}

#[test]
fn a_workbook_has_both() {
    let site = Site::examples();
    site.replace(
        STOP,
        "announcements:\n",
        "  - id: lampu\n    title: Lampu jalan\n    text: Jalan ke balai desa gelap.\n    sources: [notula]\n    responses:\n      \
         - answer: [unreported]\n        sources: [notula]\nannouncements:\n",
    );
    site.append(MONTH, DONE);
    site.append(
        MONTH,
        &again("2026-10-28", "  status: in-progress\n  reopens: true\n"),
    );
    assert_eq!(errors(&site), Vec::<String>::new());
    let (stop, month) = (site.read(STOP), site.read(MONTH));
    site.run(&["export", "a.xlsx"]).expect(0, &[]);
    site.run(&["import", "a.xlsx", "--write"])
        .expect(0, &["Tidak ada yang berubah"]);
    assert_eq!((site.read(STOP), site.read(MONTH)), (stop, month));
    // What is lost is there again.
    site.remove(MONTH);
    site.run(&["import", "a.xlsx", "--write"]).expect(0, &[]);
    assert!(
        site.read(MONTH).contains("reopens: true\n"),
        "{}",
        site.read(MONTH)
    );
}

#[test]
fn every_site_says_whose_it_is() {
    let schema = FileKind::Site.schema();
    let required = schema["required"].as_array().unwrap();
    assert!(required.contains(&json!("standing")), "{schema}");
    let response = &FileKind::Stop.schema()["$defs"]["Response"];
    assert!(
        !response["required"]
            .as_array()
            .unwrap()
            .contains(&json!("text")),
        "{response}"
    );
    for language in [Language::Indonesian, Language::English] {
        let messages = Messages::built_in(language);
        for key in [
            "Standing-official",
            "Standing-independent",
            "Answer-unreported",
            "FollowUp-reopens.label",
        ] {
            assert!(messages.try_message(key, &[]).is_some(), "{key}");
        }
    }
    // The files of a new site name both choices.
    let site = Site::init();
    let settings = site.read("content/site.yaml");
    assert!(
        settings.contains("\nstanding: official\n") && settings.contains("independent"),
        "{settings}"
    );
}
