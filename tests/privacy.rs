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
