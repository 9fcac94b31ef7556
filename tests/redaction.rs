//! Words that were struck out with `jhur redact --word`: whoever has all of content/ but not the key cannot find out what they
//! are, and whoever has the key finds them wherever they come back.

use crate::common::site::Site;
use jhur::records::{RedactedPhrase, RedactionKey, sha256_hex};
use serde_json::Value;
use std::collections::BTreeSet;

const KEY: &str = "5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a";
const DAY: &str = "2026-11-24";
const LIST: &str = "content/redacted.jsonl";
const STOP: &str = "content/stops/001-sukamaju.yaml";
const NIK: &str = "3509214709780003";

/// The small site of the examples after a release, without pages that take long.
fn released() -> Site {
    let site = Site::examples().outputs("cards: false, search: false");
    site.run_on(DAY, &["release"]).expect(0, &[]);
    site
}

/// A site from whose first aspiration words were struck out.
fn redacted(words: &[&str]) -> Site {
    let site = released();
    site.write(".jhur-key", KEY);
    redact(&site, "1/jalan-rusak", words, 0, &[]);
    site
}

#[track_caller]
fn redact(site: &Site, record: &str, words: &[&str], code: i32, says: &[&str]) {
    let mut args = vec![
        "redact",
        record,
        "1",
        "--basis",
        "UU",
        "--reason",
        "Diminta dihapus.",
    ];
    for word in words {
        args.extend(["--word", word]);
    }
    site.run_on(DAY, &args).expect(code, says);
}

#[track_caller]
fn check(site: &Site, code: i32, says: &[&str]) {
    site.run_on(DAY, &["check"]).expect(code, says);
}

fn lines(site: &Site) -> Vec<String> {
    site.read(LIST).lines().map(str::to_owned).collect()
}

/// What someone may guess: all numbers of a few years and kecamatan that have the form of a NIK, telephone numbers, names; the
/// right ones are among them.
fn guesses() -> Vec<String> {
    let mut guesses = Vec::new();
    for district in [1, 7, 21, 30] {
        for year in 1975..1980 {
            for month in 1..=12 {
                for day in (1..=31).chain(41..=71) {
                    for number in 1..=5 {
                        let year = year % 100;
                        guesses.push(format!(
                            "3509{district:02}{day:02}{month:02}{year:02}{number:04}"
                        ));
                    }
                }
            }
        }
    }
    guesses.extend((0..10_000).map(|n| format!("08123456{n:04}")));
    for first in ["Siti", "Budi", "Ani", "Slamet", "Sri", "Agus"] {
        for last in ["Rahmawati", "Santoso", "Wahyuni", "Rekaan"] {
            guesses.push(format!("{first} {last}"));
        }
    }
    guesses
}

#[test]
fn whoever_has_everything_but_the_key_cannot_find_out_what_was_struck_out() {
    let words = [NIK, "081234567890", "Siti Rahmawati"];
    let site = redacted(&words);
    let guesses = guesses();
    for word in words {
        assert!(guesses.iter().any(|guess| guess == word));
    }
    // All hexadecimal digits that the list has; nothing else in it comes from the words.
    let mut values = BTreeSet::new();
    for line in lines(&site) {
        let line: Value = serde_json::from_str(&line).unwrap();
        let fields: Vec<&String> = line.as_object().unwrap().keys().collect();
        assert_eq!(fields, ["record", "revision", "hmac", "search"]);
        assert_eq!(
            (&line["record"], &line["revision"]),
            (&"1/jalan-rusak".into(), &1.into())
        );
        for field in ["hmac", "search"] {
            values.insert(line[field].as_str().unwrap().to_owned());
        }
    }
    let is_given_away = |hash: &str| values.contains(hash) || values.contains(&hash[..32]);
    // The hash of each guess as it was kept before, with whatever the line has as a salt, …
    let mut salts: Vec<&str> = values.iter().map(String::as_str).collect();
    salts.extend(["", "00", "1/jalan-rusak", "phrase\0", "search\0"]);
    // …and with every key that may have been made from what everybody knows.
    let content = site.read("content/site.yaml") + &site.read(LIST);
    let mut keys = vec!["00".repeat(32), "ff".repeat(32), sha256_hex(&content)];
    keys.extend(["", "jhur", "1/jalan-rusak"].map(sha256_hex));
    keys.extend(values.iter().filter(|value| value.len() == 64).cloned());
    let keys: Vec<RedactionKey> = keys
        .iter()
        .map(|k| RedactionKey::parse(k).unwrap())
        .collect();
    for guess in &guesses {
        let plain = guess.to_lowercase().replace(' ', "");
        for salt in &salts {
            assert!(!is_given_away(&sha256_hex((*salt).to_owned() + &plain)));
        }
        for key in &keys {
            let line = RedactedPhrase::new("1/jalan-rusak".into(), 1, guess, key).unwrap();
            assert!(!values.contains(&line.hmac) && !values.contains(&line.search));
        }
    }
    // With the key the same guesses are right.
    let key = RedactionKey::parse(KEY).unwrap();
    let found = guesses.iter().filter(|guess| {
        let line = RedactedPhrase::new("1/jalan-rusak".into(), 1, guess, &key).unwrap();
        lines(&site).contains(&line.to_line())
    });
    assert_eq!(found.count(), words.len());
}

#[test]
fn a_line_tells_neither_how_long_the_words_are_nor_how_many() {
    let words = ["Ani", NIK, "Siti Rahmawati binti Abdullah Rekaan"];
    let lengths: BTreeSet<usize> = lines(&redacted(&words)).iter().map(String::len).collect();
    assert_eq!(lengths.len(), 1);
    // Another key makes another line of it.
    let site = released();
    redact(&site, "1/jalan-rusak", &words[..1], 0, &[".jhur-key"]);
    let site_with_key = redacted(&words[..1]);
    assert!(lines(&site) != lines(&site_with_key));
}

#[test]
fn words_are_found_however_and_wherever_they_are_written() {
    let cases = [
        (
            "teks biasa",
            STOP,
            "Jalan ke sawah rusak",
            "Siti Rahmawati melapor",
        ),
        (
            "entitas",
            STOP,
            "Jalan ke sawah rusak",
            "Siti&nbsp;Rahmawati melapor",
        ),
        (
            "angka entitas",
            STOP,
            "Jalan ke sawah rusak",
            "S&#105;ti Rahmawati melapor",
        ),
        (
            "lebar penuh",
            STOP,
            "Jalan ke sawah rusak",
            "Ｓｉｔｉ Ｒａｈｍａｗａｔｉ melapor",
        ),
        (
            "tebal",
            STOP,
            "Jalan ke sawah rusak",
            "**Si**ti Rahma_wati_ melapor",
        ),
        (
            "spasi lain",
            STOP,
            "Jalan ke sawah rusak",
            "Siti\u{a0}Rahmawati melapor",
        ),
        (
            "tanda",
            STOP,
            "Jalan ke sawah rusak",
            "Śítì Rahmawatí melapor",
        ),
        (
            "NIK berspasi",
            STOP,
            "Jalan ke sawah rusak",
            "KTP 350921 470978 0003",
        ),
        ("kunci", STOP, "id: jalan-rusak", "id: siti-rahmawati"),
        (
            "kunci desa",
            "content/districts.yaml",
            "mekarsari",
            "siti-rahmawati",
        ),
        (
            "kunci topik",
            "content/topics.yaml",
            "key: jalan",
            "key: siti-rahmawati",
        ),
        (
            "alamat",
            STOP,
            "kind: document}",
            "kind: document, url: 'https://x.example/siti%20rahmawati-lapor'}",
        ),
        (
            "alamat arsip",
            STOP,
            "kind: document}",
            "kind: document, archived: 'https://x.example/?q=siti+rahmawati'}",
        ),
        (
            "kontak",
            "content/site.yaml",
            "humas@contohkab.go.id",
            "siti.rahmawati@contohkab.go.id",
        ),
        (
            "penerbit",
            "content/site.yaml",
            "Pemerintah Kabupaten Contoh",
            "Siti Rahmawati",
        ),
    ];
    for (name, file, from, into) in cases {
        let site = redacted(&["Siti Rahmawati", NIK]);
        check(&site, 0, &[]);
        site.replace(file, from, into);
        let run = site.run_on(DAY, &["check", "--format", "json"]);
        assert_eq!(run.code, 1, "{name}: {}", run.err);
        let found = run.json_lines();
        let is_found = |d: &Value| d["code"] == "J605" && d["file"] == file;
        assert!(found.iter().any(is_found), "{name}: {}", run.out);
    }
}

#[test]
fn words_are_found_in_names_of_photographs() {
    let site = redacted(&["Siti Rahmawati"]);
    let photo = site.bytes("content/media/balai-desa.jpg");
    site.write("content/media/IMG-SitiRahmawati2.jpg", photo);
    check(&site, 0, &[]);
    site.append(
        STOP,
        "photos:\n  - {file: IMG-SitiRahmawati2.jpg, alt: Rapat warga}\n",
    );
    check(&site, 1, &["[J605]", "nama berkas fotonya"]);
}

#[test]
fn words_are_found_in_the_theme() {
    let strings = "themes/kami/i18n/id.ftl";
    for (file, text) in [
        (
            strings,
            "footer-note = Terima kasih\n    kepada Siti Rahmawati\n",
        ),
        (
            "themes/kami/templates/404.html",
            "{% extends \"base.html\" %}\n{% block main %}<p>Hubungi <b>Siti</b>\n  Rahmawati</p>{% endblock %}\n",
        ),
        (
            "themes/kami/assets/style.css",
            "footer::after { content: 'siti-rahmawati' }\n",
        ),
    ] {
        let site = redacted(&["Siti Rahmawati"]);
        site.append("content/site.yaml", "\ntheme: kami\n");
        site.write(strings, "");
        check(&site, 0, &[]);
        site.write(file, text);
        for command in ["check", "build", "release"] {
            let run = site.run_on(DAY, &[command]).expect(1, &["[J605]", file]);
            assert!(run.err.contains("berkas tema"), "{}", run.err);
        }
        assert!(!site.exists("public"));
    }
}

#[test]
fn words_of_a_revision_that_was_struck_before_are_recorded() {
    let site = released();
    site.write(".jhur-key", KEY);
    redact(&site, "1/jalan-rusak", &[], 0, &[]);
    assert!(!site.exists(LIST));
    let log = site.read("content/log.jsonl");
    redact(&site, "1/jalan-rusak", &[], 0, &["sudah dicoret"]);
    redact(
        &site,
        "1/jalan-rusak",
        &["Siti Rahmawati"],
        0,
        &["sudah dicoret"],
    );
    assert_eq!(lines(&site).len(), 1);
    // The same once more adds nothing; others do, and are looked for at once.
    redact(
        &site,
        "1/jalan-rusak",
        &["siti rahmawati", "SITI-RAHMAWATI"],
        0,
        &[],
    );
    assert_eq!(lines(&site).len(), 1);
    redact(&site, "1/jalan-rusak", &["pasar murah"], 1, &["[J605]"]);
    assert_eq!(lines(&site).len(), 2);
    assert_eq!(site.read("content/log.jsonl"), log);
    let reason = [
        "redact",
        "1/jalan-rusak",
        "1",
        "--basis",
        "UU",
        "--reason",
        "Nama Siti Rahmawati",
        "--word",
        "Siti Rahmawati",
    ];
    site.run_on(DAY, &reason).expect(2, &["[J909]"]);
}

#[test]
fn the_key_is_made_once_and_lies_outside_git_and_content() {
    let site = released();
    site.write(".gitignore", "public/");
    redact(
        &site,
        "1/jalan-rusak",
        &["Siti Rahmawati"],
        0,
        &[".jhur-key", "salinannya"],
    );
    let key = site.read(".jhur-key");
    assert!(RedactionKey::parse(&key).is_some());
    assert_eq!(site.read(".gitignore"), "public/\n.jhur-key\n");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(site.path(".jhur-key"))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    redact(&site, "1/pasar-murah", &["Budi Santoso"], 0, &[]);
    assert_eq!((site.read(".jhur-key"), lines(&site).len()), (key, 2));
    assert_eq!(site.read(".gitignore"), "public/\n.jhur-key\n");
    assert!(Site::init().read(".gitignore").contains("\n.jhur-key\n"));
}

#[test]
fn without_the_key_the_program_says_so_and_adds_nothing_to_the_list() {
    let site = redacted(&["Siti Rahmawati"]);
    site.replace(STOP, "Jalan ke sawah rusak", "Siti Rahmawati melapor");
    check(&site, 1, &["[J605]"]);
    let list = site.read(LIST);
    let other = "b".repeat(64);
    for key in [None, Some(""), Some("bukan kunci"), Some(&*other)] {
        match key {
            Some(key) => site.write(".jhur-key", key),
            None => site.remove(".jhur-key"),
        }
        for command in ["check", "release", "build"] {
            site.run_on(DAY, &[command])
                .expect(0, &["[J609]", ".jhur-key"]);
        }
        redact(
            &site,
            "1/pasar-murah",
            &["Budi Santoso"],
            2,
            &["[J909]", "cadangan"],
        );
        assert_eq!(site.read(LIST), list);
        // What was struck out without words asks for no key.
        redact(&site, "1/jalan-rusak", &[], 0, &[]);
    }
    // If it is lost for good, the list is made anew.
    for file in [LIST, ".jhur-key"] {
        site.remove(file);
    }
    redact(&site, "1/jalan-rusak", &["Siti Rahmawati"], 1, &["[J605]"]);
    check(&site, 1, &["[J605]"]);
}

#[test]
fn a_line_of_an_earlier_format_is_refused() {
    let site = redacted(&["Siti Rahmawati"]);
    site.append(
        LIST,
        "{\"record\":\"1/x\",\"revision\":1,\"letters\":3,\"salt\":\"00\",\"sha256\":\"00\"}\n",
    );
    check(&site, 1, &["[J321]", "salt"]);
}
