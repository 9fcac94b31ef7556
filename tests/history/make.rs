//! A made-up history: what content/ says at first, what changes, and the day of each release. All of it is invented.

use super::records::*;
use crate::common::site::Site;
use std::fs;

/// A release: its day, what is new, and the edit that makes it so.
pub(super) type Step = (&'static str, &'static str, fn(&Site));

/// The whole history, in its order.
pub(super) const STEPS: [Step; 30] = [
    ("2024-01-15", "the first release", start),
    ("2024-01-22", "another title", |s| {
        edit(s, ONE, "title: {id: Jalan desa", "title: {id: Jalan dusun");
    }),
    ("2024-02-01", "a text in one language", |s| {
        edit(s, ONE, "clean water", "drinking water");
    }),
    ("2024-02-12", "another deadline", |s| {
        edit(s, ONE, "due: 2024-06}", "due: 2024-09-30}");
    }),
    ("2024-02-20", "a condition more", |s| {
        edit(s, TWO, "[lahan siap]", "[lahan siap, lolos kajian]");
    }),
    ("2024-03-01", "an answer that was missing", |s| {
        edit(s, ONE, "    # answer\n", ANSWER);
    }),
    ("2024-03-11", "a commitment more", |s| {
        edit(s, ONE, "          # commitment\n", COMMITMENT);
    }),
    (
        "2024-03-20",
        "a new stop, with a withheld aspiration",
        |s| {
            s.write(THREE, STOP_THREE);
        },
    ),
    ("2024-04-02", "news, a check, a status", |s| {
        s.write(NEWS, NEWS_APRIL);
    }),
    ("2024-04-15", "a status moves on, a deadline moves", |s| {
        s.append(NEWS, NEWS_MOVED);
    }),
    ("2024-04-29", "a correction", |s| {
        edit(s, ONE, "heard: 9", CORRECTION);
    }),
    ("2024-05-06", "nothing", |_| ()),
    ("2024-05-20", "a source is archived, another found", |s| {
        edit(s, TWO, "/2}\n", SOURCES);
    }),
    ("2024-06-03", "who cites it", |s| {
        edit(s, TWO, "    # cited by\n", CITED);
    }),
    ("2024-06-17", "a page in one language", |s| {
        edit(s, "content/pages/metode.en.md", "Twice", "Three times");
    }),
    ("2024-07-01", "a stop, and the draft of another", |s| {
        s.write(FOUR, STOP_FOUR);
        s.write(FIVE, STOP_FIVE);
    }),
    (
        "2024-07-15",
        "the draft is published, another stop has its day set",
        |s| {
            edit(s, FIVE, "draft: true\n", "");
            s.write(SIX, STOP_SIX);
        },
    ),
    ("2024-08-01", "that day has come", |_| ()),
    ("2024-08-12", "an aspiration is withheld", |s| {
        edit(
            s,
            ONE,
            "    # withheld\n",
            "    withheld: {id: Menyangkut anak., en: A child is concerned.}\n",
        );
        // What was released is not withheld: it has to be struck out.
        let args = ["redact", "1/bantuan", "1", "--basis", "UU 27/2022 pasal 25"];
        let args = [&args[..], &["--reason", "Menyangkut anak."]].concat();
        s.run_on("2024-08-12", &args).expect(0, &[]);
    }),
    ("2024-08-26", "an aspiration has another key", |s| {
        edit(
            s,
            THREE,
            "  - id: lampu\n",
            "  - id: penerangan\n    formerly: [3/lampu]\n",
        );
    }),
    ("2024-09-09", "and yet another", |s| {
        edit(
            s,
            THREE,
            "  - id: penerangan\n    formerly: [3/lampu]\n",
            RENAMED_TWICE,
        );
        s.append(NEWS, NEWS_DONE);
    }),
    ("2024-09-23", "a commitment has another key", |s| {
        edit(
            s,
            ONE,
            "{id: tambal,",
            "{id: tambal-lubang, formerly: [1/jalan/tambal],",
        );
    }),
    (
        "2024-10-07",
        "a commitment belongs to another aspiration",
        |s| {
            edit(s, TWO, STALL, "");
            edit(s, TWO, "          # moved here\n", STALL_MOVED);
            edit(
                s,
                TWO,
                "answer: [explained, promised]",
                "answer: [explained, promised, advised]",
            );
        },
    ),
    ("2024-10-21", "a stop has another number", |s| {
        edit(s, FOUR, "number: 4\n", "number: 7\nformerly: [4]\n");
    }),
    ("2024-11-04", "a page has another key", |s| {
        for lang in ["", ".en"] {
            rename(
                s,
                &format!("content/pages/sumber{lang}.md"),
                &format!("content/pages/sumber-data{lang}.md"),
            );
            edit(
                s,
                &format!("content/pages/sumber-data{lang}.md"),
                "order: 3\n",
                "order: 3\nformerly: [sumber]\n",
            );
        }
        s.append(NEWS, NEWS_NAMED);
    }),
    (
        "2024-11-18",
        "an aspiration and a commitment are withdrawn",
        |s| {
            edit(s, TWO, "    # withdrawn\n", WITHDRAWN);
            edit(
                s,
                THREE,
                "{id: ganti,",
                "{id: ganti, withdrawn: {date: 2024-11-15, reason: Salah dengar.},",
            );
            s.append(NEWS, NEWS_LATER);
        },
    ),
    (
        "2024-12-02",
        "a stop with all in it and a page are withdrawn",
        |s| {
            edit(
                s,
                FIVE,
                "number: 5\n",
                "number: 5\nwithdrawn: {date: 2024-12-01, reason: {id: Tidak pernah diadakan., en: It never took place.}}\n",
            );
            for lang in ["", ".en"] {
                let file = format!("content/pages/jadwal{lang}.md");
                edit(
                    s,
                    &file,
                    "order: 4\n",
                    "order: 4\nwithdrawn: {date: 2024-12-02, reason: Sudah usang.}\n",
                );
            }
        },
    ),
    ("2024-12-16", "a withdrawal is taken back", |s| {
        edit(s, TWO, WITHDRAWN, "");
    }),
    ("2025-01-06", "a name is struck out of a record", |s| {
        edit(s, SIX, " kata Rekawan Khayali", " kata seorang warga");
    }),
    ("2025-01-20", "and one out of news", |s| {
        edit(s, NEWS, "Antah Berantah 77", "seorang pemilik lahan");
    }),
];

/// What is redacted after a release: its day, the record and its revision, the words, and whether they stand elsewhere yet.
const REDACTED: [(&str, &str, &str, &str, bool); 3] = [
    ("2025-01-06", "6/makam", "1", "Rekawan Khayali", false),
    ("2025-01-20", "7/sungai", "2", "Antah Berantah 77", true),
    ("2025-01-20", "7/sungai", "3", "Antah Berantah 77", false),
];

/// The key of the words that are redacted, which would otherwise be another one in each run.
pub(super) const KEY: &str = "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f\n";

/// Writes the whole history into an empty site, release by release.
pub(super) fn make_history(site: &Site) {
    site.write(".jhur-key", KEY);
    for (day, _, edit) in STEPS {
        edit(site);
        site.run_on(day, &["release"]).expect(0, &[]);
        for (_, record, revision, words, remain) in REDACTED.iter().filter(|r| r.0 == day) {
            let redact = [
                "redact",
                record,
                revision,
                "--basis",
                "UU 27/2022 pasal 8",
                "--reason",
                "Nama orang; diminta dihapus.",
            ];
            let word = ["--word", words];
            let args = [&redact[..], if words.is_empty() { &[] } else { &word }].concat();
            // Words that other revisions still have are an error, and named.
            site.run_on(day, &args).expect(i32::from(*remain), &[]);
        }
    }
}

/// Replaces a text that stands once in a file.
fn edit(site: &Site, file: &str, from: &str, into: &str) {
    assert_eq!(site.read(file).matches(from).count(), 1, "{file}: {from}");
    site.replace(file, from, into);
}

fn rename(site: &Site, from: &str, into: &str) {
    fs::rename(site.path(from), site.path(into)).unwrap();
}

/// Everything that the first release has.
fn start(site: &Site) {
    site.write("content/site.yaml", SITE);
    site.write("content/districts.yaml", DISTRICTS);
    site.write("content/offices.yaml", OFFICES);
    site.write("content/topics.yaml", TOPICS);
    site.write(ONE, STOP_ONE);
    site.write(TWO, STOP_TWO);
    for (order, (key, id, en)) in PAGES.iter().enumerate() {
        for (lang, (title, text)) in [("", id), (".en", en)] {
            let text = format!("---\ntitle: {title}\norder: {}\n---\n\n{text}\n", order + 1);
            site.write(&format!("content/pages/{key}{lang}.md"), &text);
        }
    }
}

const ONE: &str = "content/stops/001-melati.yaml";

const TWO: &str = "content/stops/002-kenanga.yaml";

const THREE: &str = "content/stops/003-cempaka.yaml";

const FOUR: &str = "content/stops/004-dahlia.yaml";

const FIVE: &str = "content/stops/005-teratai.yaml";

const SIX: &str = "content/stops/006-mawar.yaml";

const NEWS: &str = "content/follow-ups/2024.yaml";
