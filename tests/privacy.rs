//! What is personal: told before it is published, and never published where it must not be.

use crate::common::tree;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn jhur(root: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jhur"));
    command
        .arg("--root")
        .arg(root)
        .args(args)
        .env_remove("SOURCE_DATE_EPOCH")
        .env_remove("JHUR_LANG");
    command.output().unwrap()
}

fn check(root: &Path, args: &[&str]) -> String {
    let output = jhur(
        root,
        &[&["check", "--privacy", "--as-of", "2026-11-24"], args].concat(),
    );
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

/// The made-up site of the examples with a stop in which something is personal in every way. No name in it is anybody's.
fn personal() -> TempDir {
    let site = TempDir::new().unwrap();
    for (path, bytes) in tree(&project().join("tests/examples/base")) {
        let to = site.path().join(path);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::write(to, bytes).unwrap();
    }
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
    std::fs::write(site.path().join("content/stops/002-sukamaju.yaml"), stop).unwrap();
    site
}

#[test]
fn all_that_is_personal_is_told_with_place_and_address() {
    let site = personal();
    let lines = check(site.path(), &["--format", "json"]);
    let file = "content/stops/002-sukamaju.yaml";
    let found: BTreeSet<(String, String, String)> = lines
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .filter(|found| found["file"] == file)
        .map(|found| {
            let word = |key: &str| found[key].as_str().unwrap().to_owned();
            (
                format!("{} {}", word("kind"), word("found")),
                format!("{}:{}", found["line"], found["column"]),
                word("address"),
            )
        })
        .collect();
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
    let stop = site.path().join("content/stops/002-sukamaju.yaml");
    let text = std::fs::read_to_string(&stop).unwrap();
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
    std::fs::write(&stop, format!("{before}{notes}aspirations:{after}")).unwrap();
    let report = check(site.path(), &["--format", "json"]);
    let found = report
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    let found: Vec<String> = found
        .filter(|f| f["kind"] == "withheld")
        .map(|f| f["found"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(found, ["Siti Rekaan", "Rekaan Keduanya"]);
}

#[test]
fn the_report_is_for_people_too() {
    let site = personal();
    let indonesian = check(site.path(), &[]);
    assert!(
        indonesian.contains("Nama warga, dengan persetujuan: 1\n  Rekaan Ketiga\n"),
        "{indonesian}"
    );
    assert!(
        indonesian.contains("12:65 → /2/irigasi/ (persetujuan 2026-10-12, formulir 012)\n"),
        "{indonesian}"
    );
    let english = check(site.path(), &["--lang", "en"]);
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
fn what_is_not_published_is_not_told() {
    let site = personal();
    let stop = site.path().join("content/stops/002-sukamaju.yaml");
    let text = std::fs::read_to_string(&stop).unwrap();
    std::fs::write(&stop, text.clone() + "draft: true\n").unwrap();
    assert!(!check(site.path(), &["--format", "json"]).contains("002-sukamaju"));
    std::fs::write(&stop, text + "asing: 1\n").unwrap();
    let output = jhur(
        site.path(),
        &["check", "--privacy", "--as-of", "2026-11-24"],
    );
    assert_eq!((output.status.code(), output.stdout), (Some(1), Vec::new()));
    assert!(String::from_utf8_lossy(&output.stderr).contains("J201"));
}

#[test]
fn a_name_stays_in_the_revisions_that_have_it() {
    let site = personal();
    let day = |root: &Path, day: &str, args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jhur"));
        let output = command
            .arg("--root")
            .arg(root)
            .args(args)
            .env("SOURCE_DATE_EPOCH", day)
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    };
    day(site.path(), "1795496400", &["release"]); // 2026-11-24
    let stop = site.path().join("content/stops/002-sukamaju.yaml");
    let text = std::fs::read_to_string(&stop).unwrap();
    let without = text.replace(
        ", name: Rekaan Ketiga, consent: {date: 2026-10-12, form: '012'}",
        "",
    );
    assert_ne!(text, without);
    std::fs::write(&stop, without).unwrap();
    day(site.path(), "1795496400", &["release"]);
    let report = check(site.path(), &[]);
    assert!(
        report.contains("/2/irigasi/r1/ (dalam revisi yang sudah terbit)"),
        "{report}"
    );
}

/// Who asked is named in none of the real records: where an article names somebody, the facts say so and leave the name out.
#[test]
fn no_private_person_is_named_in_the_real_records() {
    let report = check(project(), &["--format", "json"]);
    let found: Vec<Value> = report
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert!(
        found.iter().any(|f| f["kind"] == "official"),
        "the report is empty"
    );
    let odd: Vec<&Value> = found
        .iter()
        .filter(|f| !matches!(f["kind"].as_str(), Some("official" | "role")))
        .collect();
    assert!(odd.is_empty(), "{odd:?}");
    let Ok(facts) = std::fs::read_dir(project().join("../shared/facts/jhur")) else {
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
