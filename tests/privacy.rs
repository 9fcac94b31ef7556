//! What is personal: reported before it is published, and never published where it must not be.

use crate::common::program::{Run, jhur, json_lines};
use crate::common::repository;
use crate::common::site::Site;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// The file of the stop in which something is personal.
const STOP: &str = "content/stops/002-sukamaju.yaml";
const TODAY: &str = "2026-11-24";

fn run_report(root: &Path, args: &[&str]) -> Run {
    jhur(
        root,
        &[&["check", "--privacy", "--as-of", TODAY], args].concat(),
    )
}

/// What `check --privacy` prints of a site.
fn report(root: &Path, args: &[&str]) -> String {
    run_report(root, args).expect(0, &[]).out
}

/// The made-up site of the examples with a stop in which something is personal in every way. No name in it is anybody's.
fn personal() -> Site {
    let site = Site::examples();
    let stop = "\
# Rekaan.
number: 2
district: sukamaju
date: 2026-10-12
photos: [{file: balai-desa.jpg, alt: Warga di balai desa, caption: 'Kiri: Rekaan Pertama'}]
sources:
  - {id: berita, publisher: Radio Contoh, date: 2026-10-12, url: 'https://radio.example/081234567890'}
notes: [Surat dikirim ke dinas@contohkab.go.id; hadir pula Rekaan Kedua.]
aspirations:
  - id: irigasi
    title: Irigasi
    from: {role: Ketua kelompok tani, village: mekarsari, name: Rekaan Ketiga, consent: {date: 2026-10-12, form: '012'}}
    text: Saluran tersumbat.
    sources: [berita]
    responses:
      - {office: dinas-pu, official: {name: Pejabat Rekaan}, answer: [explained], text: Dijadwalkan.}
  - id: rahasia
    title: Ditahan
    withheld: Menyangkut anak.
    from: {role: Wali murid, village: mekarsari}
    text: Disampaikan oleh Rekaan Kedua.
    sources: [berita]
    responses:
      - {office: dinas-pu, official: {name: Pejabat Rahasia}, answer: [explained], text: Dicatat.}
";
    site.write(STOP, stop);
    site
}

#[test]
fn all_that_is_personal_is_reported_with_place_and_address() {
    let site = personal();
    let lines = report(site.root(), &["--format", "json"]);
    let mut found = BTreeSet::new();
    for line in json_lines(&lines)
        .iter()
        .filter(|line| line["file"] == STOP)
    {
        let text = |key: &str| line[key].as_str().unwrap().to_owned();
        let what = format!("{} {}", text("kind"), text("found"));
        let place = format!("{}:{}", line["line"], line["column"]);
        found.insert((what, place, text("address")));
    }
    let expected = [
        ("name Rekaan Ketiga", "12:65", "/2/irigasi/"),
        ("number 081234567890", "7:89", "/2/"),
        ("number dinas@contohkab.go.id", "8:26", "/2/"),
        ("official Pejabat Rekaan", "16:45", "/2/irigasi/"),
        ("photo Rekaan Pertama", "5:75", "/2/"),
        ("role Ketua kelompok tani", "12:18", "/2/irigasi/"),
        ("withheld Rekaan Kedua", "8:60", "/2/"),
    ];
    let expected = expected
        .map(|(what, place, address)| (what.to_owned(), place.to_owned(), address.to_owned()));
    assert_eq!(found, BTreeSet::from(expected));
}

/// A withheld name is found whatever stands around it, over the end of a line, and in part; a word alone is no name.
#[test]
fn a_withheld_name_is_found_behind_another_word() {
    let site = personal();
    let text = site.read(STOP);
    let text = text.replace(
        "oleh Rekaan Kedua",
        "warga. Bersama Siti Rekaan Kedua dari Desa Mekarsari",
    );
    let (before, _) = text.split_once("notes:").unwrap();
    let after = text.split_once("aspirations:").unwrap().1;
    let notes = "\
notes:
  - |
    Hadir **Siti**
    Rekaan, juga Sitirekaan Keduanya.
  - Siti hadir. Bersama Desa Mekarsari.
  - Ibu Rekaan Keduanya.
";
    site.write(STOP, format!("{before}{notes}aspirations:{after}"));
    let mut found = json_lines(&report(site.root(), &["--format", "json"]));
    found.retain(|finding| finding["kind"] == "withheld");
    let names: Vec<&Value> = found.iter().map(|finding| &finding["found"]).collect();
    assert_eq!(names, ["Siti Rekaan", "Rekaan Keduanya"]);
}

#[test]
fn the_report_is_for_people_too() {
    let site = personal();
    let indonesian = report(site.root(), &[]);
    assert!(
        indonesian.contains("Nama warga, dengan persetujuan: 1\n  Rekaan Ketiga\n"),
        "{indonesian}"
    );
    assert!(
        indonesian.contains("12:65 → /2/irigasi/ (persetujuan 2026-10-12, formulir 012)\n"),
        "{indonesian}"
    );
    let english = report(site.root(), &["--lang", "en"]);
    assert!(
        english.contains("Names beside photographs: 1\n  Rekaan Pertama\n"),
        "{english}"
    );
    assert!(
        !english.contains("Pejabat Rahasia") && !english.contains("Wali murid"),
        "{english}"
    );
}

#[test]
fn what_is_not_published_is_not_reported() {
    let site = personal();
    let text = site.read(STOP);
    site.write(STOP, text.clone() + "draft: true\n");
    assert!(!report(site.root(), &["--format", "json"]).contains("002-sukamaju"));
    site.write(STOP, text + "asing: 1\n");
    run_report(site.root(), &[]).expect_quiet(1, &["J201"]);
}

#[test]
fn a_name_stays_in_the_revisions_that_have_it() {
    let site = personal();
    site.run_on(TODAY, &["release"]).expect(0, &[]);
    let text = site.read(STOP);
    let without = text.replace(
        ", name: Rekaan Ketiga, consent: {date: 2026-10-12, form: '012'}",
        "",
    );
    assert_ne!(text, without);
    site.write(STOP, without);
    site.run_on(TODAY, &["release"]).expect(0, &[]);
    let output = report(site.root(), &[]);
    assert!(
        output.contains("/2/irigasi/r1/ (dalam revisi yang sudah terbit)"),
        "{output}"
    );
}

/// Who asked is named in none of the real records: where an article names somebody, the facts say so and leave the name out.
#[test]
fn no_private_person_is_named_in_the_real_records() {
    let found = json_lines(&report(&repository(""), &["--format", "json"]));
    assert!(
        found.iter().any(|f| f["kind"] == "official"),
        "the report is empty"
    );
    let odd: Vec<&Value> = found
        .iter()
        .filter(|f| !matches!(f["kind"].as_str(), Some("official" | "role")))
        .collect();
    assert!(odd.is_empty(), "{odd:?}");
    let Ok(facts) = std::fs::read_dir(repository("../shared/facts/jhur")) else {
        eprintln!("the facts behind the records are not here: not held against them");
        return;
    };
    let facts: String = facts
        .map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap())
        .collect();
    assert!(
        facts.contains("named_in_source: true"),
        "no person is left out"
    );
    let officials = found
        .iter()
        .filter(|f| f["kind"] == "official")
        .map(|f| f["found"].as_str().unwrap());
    let strangers: BTreeSet<&str> = officials.filter(|name| !facts.contains(name)).collect();
    assert!(
        strangers.is_empty(),
        "no officials in the facts: {strangers:?}"
    );
}

/// A line of tests/privacy/found.txt: code, what is quoted, text.
struct Case<'t> {
    code: &'t str,
    found: &'t str,
    text: &'t str,
}

fn thirty_ways(list: &str) -> Vec<Case<'_>> {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    let case = |line| {
        let parts: Vec<&str> = str::split(line, " | ").collect();
        let [code, _, found, text] = parts[..] else {
            panic!("{line}")
        };
        Case { code, found, text }
    };
    lines.map(case).collect()
}

/// The made-up site with a stop that has each text as a note, from the fifth line on.
fn with_notes<'t>(texts: impl Iterator<Item = &'t str>) -> Site {
    let site = Site::examples();
    let mut stop = "number: 2\ndistrict: sukamaju\ndate: 2026-10-12\nnotes:\n".to_owned();
    for text in texts {
        stop.extend(["  - '", text, "'\n"]);
    }
    site.write(STOP, stop);
    site
}

#[test]
fn thirty_ways_of_writing_what_is_private_are_all_listed() {
    let cases = thirty_ways(include_str!("privacy/found.txt"));
    assert_eq!(cases.len(), 30);
    // Numbers are errors, so that nothing would be published: what the rules found is listed, each at its line.
    let site = with_notes(cases.iter().map(|case| case.text));
    let output = run_report(site.root(), &["--format", "json"]).expect(1, &[]);
    let found = json_lines(&output.out);
    for (n, case) in cases.iter().enumerate() {
        let is_it =
            |f: &&Value| f["found"] == case.found && f["line"] == n + 5 && f["file"] == STOP;
        assert!(found.iter().any(|f| is_it(&f)), "{}: {found:?}", case.text);
    }
    let human = run_report(site.root(), &["--lang", "en"])
        .expect(1, &[])
        .out;
    let refused = "NIK, telephone numbers and e-mail addresses to be deleted first: 14\n";
    assert!(human.contains(refused), "{human}");
    // Without them the report lists what is left, by kind and as it is written.
    let people: Vec<&Case<'_>> = cases.iter().filter(|case| case.code > "J605").collect();
    let site = with_notes(people.iter().map(|case| case.text));
    let mut found = json_lines(&report(site.root(), &["--format", "json"]));
    found.retain(|finding| finding["file"] == STOP);
    let found: BTreeSet<(&str, &str)> = found
        .iter()
        .map(|f| (f["kind"].as_str().unwrap(), f["found"].as_str().unwrap()))
        .collect();
    for case in people {
        let kind = match case.code {
            "J606" => "person",
            "J607" => "home",
            _ => "health",
        };
        assert!(
            found.contains(&(kind, case.found)),
            "{}: {found:?}",
            case.text
        );
    }
    let english = report(site.root(), &["--lang", "en"]);
    for heading in [
        "What looks like a person's name in texts, keys and names of photographs: 12\n",
        "What looks like a home address: 3\n",
        "What looks like information on somebody's health: 1\n",
    ] {
        assert!(english.contains(heading), "{english}");
    }
}

#[test]
fn nothing_is_warned_of_in_fifty_ordinary_sentences() {
    let sentences = include_str!("privacy/passed.txt").lines();
    let sentences: Vec<&str> = sentences.filter(|line| !line.starts_with('#')).collect();
    assert_eq!(sentences.len(), 50);
    let site = with_notes(sentences.into_iter());
    let output = site.run_on(TODAY, &["check"]).expect(0, &[]);
    assert!(
        !output.err.contains("[J60") && !output.out.contains("[J60"),
        "{}{}",
        output.out,
        output.err
    );
}

/// Codes and lines of what is said about the stop.
fn codes_of(site: &Site) -> BTreeSet<(String, u64)> {
    let output = site.run_on(TODAY, &["check", "--format", "json"]);
    let mut lines = json_lines(&output.out);
    lines.retain(|line| {
        line["code"]
            .as_str()
            .is_some_and(|code| code.starts_with("J60"))
    });
    let code = |line: &Value| line["code"].as_str().unwrap().to_owned();
    let lines = lines
        .iter()
        .map(|line| (code(line), line["line"].as_u64().unwrap()));
    lines.collect()
}

#[test]
fn keys_names_of_photographs_and_addresses_are_looked_into() {
    let site = Site::examples();
    site.write(
        STOP,
        "\
number: 2
district: sukamaju
date: 2026-10-12
photos: [{file: rumah-pak-rekaan.jpg, alt: Rumah}]
sources:
  - {id: surat-081299990001, publisher: Radio Contoh, date: 2026-10-12}
  - id: berita
    publisher: Radio Contoh
    date: 2026-10-12
    url: https://radio.example/081299990001?wa=6281299990001
aspirations:
  - id: usul-bu-karangan
    title: Ditahan
    from: {role: 'Tetangga Pak Rekaan', village: mekarsari}
    text: Saluran tersumbat.
    sources: [berita]
",
    );
    site.write(
        "content/media/rumah-pak-rekaan.jpg",
        std::fs::read(site.path("content/media/balai-desa.jpg")).unwrap(),
    );
    let expected = [
        ("J606", 4),
        ("J603", 6),
        ("J603", 10),
        ("J606", 12),
        ("J606", 14),
    ];
    let expected = expected.map(|(code, line)| (code.to_owned(), line));
    assert_eq!(codes_of(&site), BTreeSet::from(expected));
}

/// Officials, what site.yaml lists, offices spoken to, and what nobody can read are no private persons.
#[test]
fn who_may_be_named_is_let_pass() {
    let site = Site::examples();
    site.append(
        "content/site.yaml",
        "public_names: [Gus Rekaan, Jalan Haji Karangan No. 5]\n",
    );
    let stop = "\
number: 2
district: sukamaju
date: 2026-10-12
sources:
  - {id: berita, publisher: Radio Contoh, date: 2026-10-12, title: Bapak Pejabat Rekaan Menjawab}
notes:
  - Bapak Bupati, Ibu Kepala Dinas, Pak Camat dan Pak Kades hadir; juga ibu hamil, ibu rumah tangga, Ibu-Ibu PKK dan Ibu Kota.
  - Rapat di Jalan Gus Rekaan, lalu di Jalan Haji Karangan No. 5.
  - Ketua RT/RW dan penyandang disabilitas hadir. Kata Pak Pejabat, sudah.
aspirations:
  - id: irigasi
    title: Irigasi
    from: {role: Ketua kelompok tani, village: mekarsari}
    text: Saluran tersumbat.
    sources: [berita]
    responses:
      - {office: dinas-pu, official: {name: 'H. Pejabat Rekaan, S.T.', title: Plt Kepala Dinas}, answer: [explained], text: Dijadwalkan.}
  - id: rahasia
    title: Ditahan
    withheld: Menyangkut anak.
    from: {role: Tetangga Pak Karangan, village: mekarsari}
    text: Disampaikan oleh Pak Karangan.
    sources: [berita]
";
    site.write(STOP, stop);
    assert_eq!(codes_of(&site), BTreeSet::new());
    site.write(STOP, stop.replace("Gus Rekaan", "Gus Karangan"));
    assert_eq!(codes_of(&site), BTreeSet::from([("J606".to_owned(), 8)]));
}
