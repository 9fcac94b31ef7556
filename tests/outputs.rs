//! What is published beside the pages: that it says what the records say and no more, keeps its names, and is gone when it is
//! trimmed. Programs of others read the same files in tests/web/readers.

use crate::common::site::Site;
use crate::common::{Tree, citation, file_of, resolve_link, text};
use regex::Regex;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const AS_OF: &str = "2022-06-30";
/// Whether a file is of a kind.
type IsOf = fn(&str) -> bool;

/// Builds the made-up site with some texts of it changed (file, from, into); from nothing, a file is new. `more` is added to the
/// choice of outputs; cards and search take long and have tests of their own.
fn build_as_of(changes: &[(&str, &str, &str)], more: &str, as_of: &str) -> Tree {
    let site = Site::riwayat().outputs(&format!("cards: false, search: false{more}"));
    for (file, from, into) in changes {
        let file = format!("content/{file}");
        if from.is_empty() {
            site.write(&file, into);
        } else {
            site.replace(&file, from, into);
        }
    }
    site.build(as_of)
}

fn build(changes: &[(&str, &str, &str)], more: &str) -> Tree {
    build_as_of(changes, more, AS_OF)
}

fn json(site: &Tree, path: &str) -> Value {
    serde_json::from_str(text(site, path)).unwrap()
}

/// Every file to which a page links, below the site's root.
fn linked_files(page: &str, html: &str) -> BTreeSet<String> {
    let links = Regex::new(r##"\s(?:href|src)="([^":#]+)["#]"##).unwrap();
    let mut files = BTreeSet::new();
    for link in links.captures_iter(html) {
        files.insert(file_of(resolve_link(page, &link[1])));
    }
    files
}

#[test]
fn what_is_trimmed_is_neither_written_nor_linked() {
    let whole = build(&[], "");
    let kinds: [(&str, IsOf); 4] = [
        ("citations", |p| format!("/{p}").contains("/kutip/")),
        ("data", |p| {
            p.trim_start_matches("en/").starts_with("data/") && !p.ends_with(".json")
                || p.ends_with("datapackage.json")
        }),
        ("feeds", |p| p.contains("umpan.") || p.ends_with(".ics")),
        ("twins", |p| {
            p.ends_with("data.json") || p.ends_with("data.csv")
        }),
    ];
    for (kind, is_of) in kinds {
        assert!(whole.keys().any(|path| is_of(path)), "{kind}");
        let without = build(&[], &format!(", {kind}: false"));
        let left: Vec<_> = without.keys().filter(|path| is_of(path)).collect();
        assert!(left.is_empty(), "{kind}: {left:?}");
    }
    let bare = build(
        &[],
        ", citations: false, data: false, feeds: false, twins: false",
    );
    for site in [&whole, &bare] {
        for (path, bytes) in site
            .iter()
            .filter(|(path, _)| path.ends_with(".html") && !path.ends_with("404.html"))
        {
            for target in linked_files(path, std::str::from_utf8(bytes).unwrap()) {
                assert!(site.contains_key(&target), "{path} leads to {target}");
            }
        }
    }
    let ends: BTreeSet<&str> = bare
        .keys()
        .filter_map(|path| path.rsplit_once('.').map(|(_, end)| end))
        .collect();
    assert_eq!(ends, ["conf", "html", "js", "json", "txt", "xml"].into());
}

#[test]
fn what_is_withheld_or_held_back_is_in_no_file() {
    let stop = "stops/001-satu.yaml";
    let changes = [
        (
            stop,
            "        text: Tidak diterbitkan.\n",
            "        text: RAHASIA satu.\n",
        ),
        (
            stop,
            "{id: rahasia, text: Tidak diterbitkan,",
            "{id: rahasia, text: RAHASIA dua,",
        ),
        (
            stop,
            "    withheld: Menyangkut anak di bawah umur.\n",
            "    withheld: Menyangkut anak di bawah umur.\n    text: RAHASIA tiga.\n    from: {role: RAHASIA empat}\n",
        ),
        (
            "stops/003-konsep.yaml",
            "draft: true\n",
            "draft: true\nsummary: RAHASIA lima.\n",
        ),
    ];
    let site = build(&changes, "");
    for (path, bytes) in &site {
        // A workbook is compressed; the rows it is made of are those of the CSV.
        assert!(
            !String::from_utf8_lossy(bytes).contains("RAHASIA"),
            "{path}"
        );
    }
    let row = |line: &&str| line.starts_with("1/ditahan,");
    let withheld = text(&site, "data/aspirasi.csv")
        .lines()
        .find(row)
        .unwrap()
        .to_owned();
    assert!(
        withheld.contains(",withheld,"),
        "counted, and nothing else: {withheld}"
    );
    assert_eq!(
        text(&site, "data/ditahan.csv").lines().find(row).unwrap(),
        "1/ditahan,Menyangkut anak di bawah umur.,,1"
    );
    assert!(text(&site, "1/umpan.xml").contains("&lt;p&gt;Tidak diterbitkan&lt;/p&gt;"));
}

#[test]
fn a_name_given_with_consent_is_on_its_page_alone() {
    let from = "from: {role: Warga, village: desa-a}";
    let named = "from: {role: Warga, village: desa-a, name: Nama Rekaan, consent: {date: 2022-01-10, form: \"012\"}}";
    let site = build(&[("stops/001-satu.yaml", from, named)], "");
    let with: Vec<_> = site
        .iter()
        .filter(|(_, b)| String::from_utf8_lossy(b).contains("Nama Rekaan"))
        .collect();
    assert!(
        !with.is_empty() && with.iter().all(|(path, _)| path.ends_with(".html")),
        "{with:?}"
    );
}

#[test]
fn feed_ids_outlast_corrected_words_and_news_about_others() {
    let ids = |site: &Tree| -> BTreeSet<String> {
        let items = json(site, "umpan.json")["items"]
            .as_array()
            .unwrap()
            .clone();
        items
            .iter()
            .map(|item| item["id"].as_str().unwrap().to_owned())
            .collect()
    };
    let before = build(&[], "");
    let title = (
        "stops/001-satu.yaml",
        "title: Jalan desa diperbaiki",
        "title: Jalan desa dibetulkan",
    );
    // A file that is read before the others.
    let news = "- about: 1/air\n  date: 2022-03-01\n  text: Kabar rekaan.\n  sources: [{publisher: Kabar Contoh, date: 2022-03-01}]\n";
    let after = build(&[title, ("follow-ups/2022-00.yaml", "", news)], "");
    let (old, new) = (ids(&before), ids(&after));
    assert!(
        old.len() > 20 && old.is_subset(&new),
        "{:?}",
        old.difference(&new).collect::<Vec<_>>()
    );
    assert_eq!(
        new.difference(&old).collect::<Vec<_>>(),
        ["tag:contoh.example,2026:jhur/1/air/2022-03-01"]
    );
    let atom = Regex::new("<entry>.*?<id>(.*?)</id>").unwrap();
    let atom: BTreeSet<String> = atom
        .captures_iter(text(&after, "umpan.xml"))
        .map(|c| c[1].to_owned())
        .collect();
    assert_eq!(atom, new);
}

#[test]
fn an_answer_keeps_its_place_when_another_becomes_known() {
    let later = "    responses:\n      - {office: dinas-lain, answer: [explained], text: Baru diketahui pada bulan Mei., sources: [belakangan]}\n";
    let change = ("stops/001-satu.yaml", "    responses:\n", later);
    for (day, answers) in [("2022-04-30", 1), (AS_OF, 2)] {
        let site = build_as_of(&[change], "", day);
        let rows: Vec<&str> = text(&site, "data/jawaban.csv")
            .lines()
            .filter(|l| l.starts_with("1/jalan,"))
            .collect();
        assert_eq!(
            (
                rows.len(),
                rows.iter()
                    .filter(|l| l.starts_with("1/jalan,2,dinas-contoh,"))
                    .count()
            ),
            (answers, 1)
        );
        assert!(text(&site, "1/jalan/index.html").contains("id=\"_jawaban-2\""));
        assert!(text(&site, "data/komitmen.csv").contains("\r\n1/jalan/tercatat,1/jalan,2,"));
    }
}

/// The rows of a table, each with its cells by column.
fn rows(site: &Tree, table: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(&site[&format!("data/{table}.csv")][..]);
    let rows = reader.deserialize();
    rows.map(Result::unwrap).collect()
}

/// The sum of some columns of a row.
fn sum_of(row: &BTreeMap<String, String>, names: &[&str]) -> usize {
    let number = |name: &&str| row[*name].parse::<usize>().unwrap();
    names.iter().map(number).sum()
}

#[test]
fn figures_of_one_kind_add_up_and_withheld_promises_stay_in_them() {
    let site = build(&[], "");
    let outcomes = [
        "aspirations_promised",
        "aspirations_answered",
        "aspirations_unreported",
        "aspirations_not_found",
        "aspirations_unanswered",
        "aspirations_told_to_reporters",
        "aspirations_withheld",
    ];
    let groups = [
        "commitments_withheld",
        "commitments_no_direct_news",
        "commitments_without_status",
        "commitments_under_way",
        "commitments_done",
        "commitments_not_pursued",
        "commitments_not_assessable",
    ];
    let deadlines = [
        "commitments_withheld",
        "commitments_ahead",
        "commitments_passed_unknown",
        "commitments_late",
        "commitments_done_in_time",
        "commitments_done_late",
        "commitments_no_date",
        "commitments_closed",
    ];
    let news = [
        "commitments_withheld",
        "commitments_direct_news_looked_for",
        "commitments_direct_news_never_looked_for",
        "commitments_related_news_looked_for",
        "commitments_related_news_never_looked_for",
        "commitments_no_news_looked_for",
        "commitments_no_news_never_looked_for",
    ];
    let mut withheld = 0;
    for table in ["kunjungan", "kecamatan", "opd", "topik"] {
        for row in rows(&site, table) {
            let whole = sum_of(&row, &["commitments"]);
            for kind in [&groups[..], &deadlines, &news] {
                assert_eq!(sum_of(&row, kind), whole, "{table}: {row:?}");
            }
            if table == "opd" {
                // Where nobody answered, no office is known.
                assert!(!row.contains_key("aspirations_unanswered"));
            } else {
                let whole = sum_of(&row, &["aspirations"]);
                assert_eq!(sum_of(&row, &outcomes), whole, "{table}: {row:?}");
            }
            withheld += sum_of(&row, &["commitments_withheld"]);
        }
    }
    // Of the stop and the kecamatan; the aspiration has no topic, and an office would show who answered.
    assert_eq!(withheld, 2);
}

#[test]
fn what_records_share_has_tables_of_its_own() {
    let site = build(&[], "");
    let pair = |table: &str, columns: [&str; 2]| -> BTreeSet<(String, String)> {
        let rows = rows(&site, table).into_iter();
        rows.map(|row| (row[columns[0]].clone(), row[columns[1]].clone()))
            .collect()
    };
    let lists = |table: &str, list: &str| -> BTreeSet<(String, String)> {
        let mut pairs = BTreeSet::new();
        for line in text(&site, &format!("data/{table}.jsonl")).lines() {
            let row: Value = serde_json::from_str(line).unwrap();
            for item in row[list].as_array().unwrap() {
                let reference = row["reference"].as_str().unwrap();
                pairs.insert((reference.to_owned(), item.as_str().unwrap().to_owned()));
            }
        }
        pairs
    };
    let topics = pair("aspirasi-topik", ["aspiration", "topic"]);
    assert!(!topics.is_empty() && topics == lists("aspirasi", "topics"));
    let subjects = pair("kabar-tentang", ["follow_up", "subject"]);
    assert!(!subjects.is_empty() && subjects == lists("kabar", "about"));
    let known: BTreeSet<String> = rows(&site, "sumber")
        .iter()
        .map(|row| format!("{}/{}", row["record"], row["place"]))
        .collect();
    for table in ["aspirasi-sumber", "jawaban-sumber"] {
        let cited = rows(&site, table);
        assert!(!cited.is_empty());
        for row in cited {
            let source = format!("{}/{}", row["source_record"], row["source_place"]);
            assert!(known.contains(&source), "{table}: {source}");
        }
    }
    let kinds = rows(&site, "jawaban-jenis");
    assert!(kinds.iter().any(|row| row["answer"] == "promised"));
}

#[test]
fn who_cites_a_record_is_told_from_the_day_on() {
    let cited = "    cited_by:\n      - {title: Setahun kemudian, publisher: Majalah Rekaan, date: 2022-06-01, url: https://majalah.example/1}\n      - {publisher: Besok Rekaan, date: 2022-07-01, url: https://besok.example/2}\n";
    let change = (
        "stops/001-satu.yaml",
        "    topics: [jalan-desa]\n",
        &format!("    topics: [jalan-desa]\n{cited}")[..],
    );
    let site = build(&[change], "");
    let page = text(&site, "1/jalan/index.html");
    assert!(
        page.contains("<a href=\"https://majalah.example/1\">Setahun kemudian</a>. Majalah Rekaan")
    );
    assert!(!page.contains("Besok"));
    assert_eq!(
        json(&site, "1/jalan/data.json")["cited_by"][0]["url"],
        "https://majalah.example/1"
    );
    assert_eq!(
        text(&site, "data/dikutip.csv").lines().nth(1).unwrap(),
        "1/jalan,1,Setahun kemudian,,Majalah Rekaan,2022-06-01,https://majalah.example/1"
    );
}

#[test]
fn every_format_stays_text_whatever_the_words_are() {
    let odd = "=HYPERLINK(\"x\") </script><!-- & % {a} | ]] ]]> @x\\";
    let quoted = format!("title: {}", serde_json::to_string(odd).unwrap());
    let promise = "{id: tercatat, text: Tanpa kabar sesudahnya,";
    let changes = [
        (
            "stops/001-satu.yaml",
            "title: Jalan desa diperbaiki",
            quoted.as_str(),
        ),
        (
            "stops/001-satu.yaml",
            promise,
            "{id: tercatat, text: \"+62; SUMMARY\\n x\",".trim(),
        ),
    ];
    let site = build(&changes, "");
    let html = text(&site, "1/jalan/index.html");
    let linked = Regex::new(r#"<script type="application/ld\+json">(.*?)</script>"#).unwrap();
    let graph: Value = serde_json::from_str(&linked.captures(html).unwrap()[1]).unwrap();
    assert_eq!(graph["@graph"][0]["name"], odd);
    assert!(text(&site, "data/aspirasi.csv").contains("\"'=HYPERLINK(\"\"x\"\") "));
    assert!(
        text(&site, "data/komitmen.csv").contains("'+62; SUMMARY x")
            || text(&site, "data/komitmen.csv").contains("'+62; SUMMARY\n x")
    );
    let row = text(&site, "data/aspirasi.jsonl")
        .lines()
        .find(|l| l.contains("\"1/jalan\""))
        .unwrap()
        .to_owned();
    assert_eq!(
        serde_json::from_str::<Value>(&row).unwrap()["title"]["id"],
        odd
    );
    assert!(
        citation(&site, "1/jalan/", "", "bib")
            .contains("\\& \\% \\textbraceleft{}a\\textbraceright{}")
    );
    assert!(citation(&site, "1/jalan/", "", "wiki.txt").contains("&#123;a&#125; {{!}} &#93;&#93;"));
    assert_eq!(
        citation(&site, "1/jalan/", "", "ris")
            .matches("\r\n")
            .count(),
        10
    );
    assert!(text(&site, "komitmen/tenggat.ics").contains("SUMMARY:Tenggat: +62\\; SUMMARY x"));
    assert!(!text(&site, "1/jalan/kutip/index.html").contains("</script><!--"));
    let embedded = json(&site, "1/jalan/kutip/oembed.json")["html"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(embedded.contains("&lt;/script&gt;&lt;!--") && !embedded.contains("<script"));
}
