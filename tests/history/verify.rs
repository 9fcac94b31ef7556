//! `jhur verify` on a published folder, and the commands that the site itself shows: a changed file is named.

use super::signing::is_installed;
use super::{BARE, BODIES, FAST, LATER, LOG, change_byte, history, log};
use crate::common::chance::Chance;
use crate::common::{citation, text, tree};
use jhur::diag::{Code, Diagnostic};
use jhur::publish::PublishedDir;
use regex::Regex;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

#[test]
fn a_file_that_only_the_manifest_knows_is_named() {
    let site = history(BARE);
    site.build(LATER);
    let public = site.path("public");
    fs::write(public.join("palsu.html"), "palsu").unwrap();
    let manifest = fs::read_to_string(public.join("manifest.json")).unwrap();
    let hash = jhur::records::sha256_hex("palsu");
    let added = manifest.replacen(
        "\"files\": {",
        &format!("\"files\": {{\n    \"palsu.html\": \"{hash}\","),
        1,
    );
    fs::write(public.join("manifest.json"), added).unwrap();
    site.run(&["verify", "public"])
        .expect(1, &["[J338]", "palsu.html"])
        .expect_none(&["[J335]"]);
}

/// The files that findings name, with their codes.
fn files_named(findings: &[Diagnostic]) -> BTreeSet<(Code, String)> {
    let mut files = BTreeSet::new();
    for finding in findings {
        let path = finding.args.iter().find(|(name, _)| *name == "path");
        files.insert((finding.code, path.unwrap().1.clone()));
    }
    files
}

#[test]
fn one_byte_changed_in_any_published_file_is_named() {
    let site = history(FAST);
    site.build(LATER);
    let public = site.path("public");
    assert!(
        PublishedDir::open(&public)
            .unwrap()
            .audit_files()
            .is_empty()
    );
    let mut chance = Chance::new(30);
    // A table without rows has no byte to change.
    let mut files: Vec<String> = tree(&public)
        .into_iter()
        .filter(|(path, bytes)| path != "manifest.json" && !bytes.is_empty())
        .map(|(path, _)| path)
        .collect();
    let mut changed = BTreeSet::new();
    for _ in 0..200 {
        let path = files.swap_remove(chance.below(files.len()));
        let mut bytes = fs::read(public.join(&path)).unwrap();
        change_byte(&mut chance, &mut bytes);
        fs::write(public.join(&path), bytes).unwrap();
        changed.insert((Code::PublishedFileChanged, path));
    }
    assert_eq!(
        files_named(&PublishedDir::open(&public).unwrap().audit_files()),
        changed
    );
    // The program shows the first ones.
    let errors = site.run(&["verify", "public"]).expect(1, &[]).err;
    assert!(
        changed
            .iter()
            .take(10)
            .all(|(_, path)| errors.contains(&format!("[J334]: {path} "))),
        "{errors}"
    );
}

#[test]
fn a_published_folder_is_held_against_the_records() {
    let site = history(BARE);
    site.build(LATER);
    let public = site.path("public");
    let verify = |code: i32, id: &str, path: &str| {
        site.run(&["verify", "public"])
            .expect(code, &[&format!("[{id}]"), path]);
    };
    site.run(&["verify", "public"]).expect(0, &[]);
    let whole = tree(&public);
    let write = |path: &str, bytes: &[u8]| fs::write(public.join(path), bytes).unwrap();
    let restore = |path: &str| write(path, &whole[path]);
    let manifest = text(&whole, "manifest.json");

    // Bytes and hash alike: only the records know better.
    let page = "1/jalan/r1/index.html";
    let other = text(&whole, page).replacen("Jalan", "Jalam", 1);
    let hash = |bytes: &[u8]| jhur::records::sha256_hex(bytes);
    write(page, other.as_bytes());
    write(
        "manifest.json",
        manifest
            .replace(&hash(&whole[page]), &hash(other.as_bytes()))
            .as_bytes(),
    );
    verify(1, "J336", page);
    restore(page);
    // The manifest alone.
    verify(1, "J334", page);
    restore("manifest.json");

    fs::remove_file(public.join(page)).unwrap();
    verify(1, "J333", page);
    restore(page);
    write("1/jalan/r1/catatan.txt", b"siapa ini");
    verify(0, "J335", "1/jalan/r1/catatan.txt");
    fs::remove_file(public.join("1/jalan/r1/catatan.txt")).unwrap();

    // A page alone, as somebody downloaded it.
    fs::write(site.path("halaman.html"), &whole[page]).unwrap();
    site.run(&["verify", "halaman.html"]).expect(0, &[]);
    fs::write(site.path("halaman.html"), &other).unwrap();
    site.run(&["verify", "halaman.html"]).expect(1, &["[J336]"]);

    // Another day's manifest: pages of the day between them are unknown to it, the others differ.
    site.run(&["build", "--as-of", "2024-08-01", "--out", "earlier"])
        .expect(0, &[]);
    fs::copy(
        site.path("earlier/manifest.json"),
        public.join("manifest.json"),
    )
    .unwrap();
    verify(1, "J334", "index.html");
    write("manifest.json", b"{}");
    verify(1, "J332", "public");
    restore("manifest.json");
    site.run(&["verify", "public"]).expect(0, &[]);
}

/// The commands that a page shows, without those that fetch.
fn commands(page: &str, id: &str) -> String {
    let shown = Regex::new(&format!(r#"(?s)<pre[^>]* id="{id}">(.*?)</pre>"#)).unwrap();
    let text = shown.captures(page).unwrap()[1]
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"");
    let text = text
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&amp;", "&");
    text.lines()
        .filter(|line| !line.starts_with("curl") && !line.starts_with("Invoke-WebRequest"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Whether a program is there that no test requires: Perl's `shasum`, which macOS has, and PowerShell.
fn is_there(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok()
}

fn run_shell(folder: &Path, commands: &str) -> Output {
    Command::new("sh")
        .args(["-c", commands])
        .current_dir(folder)
        .output()
        .unwrap()
}

#[test]
fn the_commands_that_the_site_shows_find_what_was_changed() {
    if !is_installed("jq") {
        return;
    }
    let site = history(BARE);
    site.build(LATER);
    let public = site.path("public");
    let page = fs::read_to_string(public.join("data/periksa/index.html")).unwrap();
    let folder = site.path("unduhan");
    fs::create_dir(&folder).unwrap();
    let log_file = folder.join("log.jsonl");
    fs::copy(public.join("data/log/log.jsonl"), &log_file).unwrap();
    let example = Regex::new("data/log/(bodies/[^ ]+)").unwrap();
    let bodies = public
        .join("data/log")
        .join(&example.captures(&page).unwrap()[1]);
    fs::copy(&bodies, folder.join("bodies.jsonl")).unwrap();
    let out = |id: &str| {
        let output = run_shell(&folder, &commands(&page, id));
        assert!(output.stderr.is_empty(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    // The hashes that the page shows: of the log, and of the line of one revision.
    let hash = jhur::records::sha256_hex(fs::read(&log_file).unwrap());
    let digest = log()
        .iter()
        .rev()
        .find(|r| r.line.is_some() && r.record != "site")
        .unwrap()
        .digest
        .clone();
    for (id, expected) in [
        ("_linux", &hash),
        ("_linux-revisi", &digest),
        ("_macos", &hash),
        ("_macos-revisi", &digest),
    ] {
        if id.starts_with("_linux") || is_there("shasum") {
            assert_eq!(out(id), format!("{expected}  -\n"));
        }
        assert!(page.contains(&format!("<code>{expected}</code>")));
    }
    assert_eq!(out("_semua-isi"), "");
    // A witness without any program of ours: the curl lines are left out here.
    fs::copy(&log_file, folder.join("dilihat.jsonl")).unwrap();
    fs::copy(&log_file, folder.join("sekarang.jsonl")).unwrap();
    assert_eq!(out("_saksi-lagi"), "cocok\n");
    if is_there("pwsh") {
        for (id, expected) in [("_windows", &hash), ("_windows-revisi", &digest)] {
            let script = commands(&page, id);
            let output = Command::new("pwsh")
                .args(["-NoProfile", "-Command", &script])
                .current_dir(&folder)
                .output()
                .unwrap();
            assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), expected);
        }
    }
    let of_files = commands(&page, "_semua");
    let output = run_shell(&public, &of_files);
    assert!(
        output.status.success() && output.stdout.is_empty() && output.stderr.is_empty(),
        "{output:?}"
    );
    // A later log has more at its end; one that was written anew has another beginning.
    let published = fs::read_to_string(&log_file).unwrap();
    fs::write(&log_file, published.clone() + "{}\n").unwrap();
    assert_eq!(out("_linux"), format!("{hash}  -\n"));
    fs::write(&log_file, published.replacen("2024-01-15", "2024-01-14", 1)).unwrap();
    assert_ne!(out("_linux"), format!("{hash}  -\n"));
    fs::write(&log_file, &published).unwrap();
    let changed = fs::read_to_string(&bodies)
        .unwrap()
        .replacen("\"kind\"", "\"kinb\"", 1);
    fs::write(folder.join("bodies.jsonl"), changed).unwrap();
    assert_eq!(out("_semua-isi").lines().count(), 1);

    fs::write(public.join("data/log/log.jsonl"), "{}\n").unwrap();
    let output = run_shell(&public, &of_files);
    assert!(!output.status.success());
    assert!(
        String::from_utf8_lossy(&output.stdout).contains("data/log/log.jsonl: FAILED"),
        "{output:?}"
    );
}

#[test]
fn a_seal_and_a_log_that_were_kept_are_held_against_a_later_log() {
    let site = history(BARE);
    let built = site.build(LATER);
    let page = text(&built, "1/jalan/index.html");
    let seal = Regex::new("<code[^>]*>([0-9A-Z]{4}(-[0-9A-Z]{4}){3})</code>").unwrap();
    let seal = &seal.captures(page).unwrap()[1];
    // The same on the revision's page, in its citation, and on the notice of a stop its own.
    let newest = log()
        .into_iter()
        .rev()
        .find(|r| r.record == "1/jalan")
        .unwrap();
    let revision = newest.revision;
    assert_eq!(newest.seal().to_string(), seal);
    assert!(text(&built, &format!("1/jalan/r{revision}/index.html")).contains(seal));
    let cited = history("cards: false, search: false, data: false, feeds: false").build(LATER);
    for end in ["bib", "ris", "csl.json"] {
        assert!(
            citation(&cited, "1/jalan/", "", end).contains(seal),
            "{end}"
        );
    }
    assert!(text(&built, "1/cetak/index.html").contains("Segel:"));

    fs::write(site.path("disimpan.jsonl"), &built["data/log/log.jsonl"]).unwrap();
    let kept = ["verify", "--kept", "disimpan.jsonl"];
    let sealed = ["verify", "--seal", seal];
    site.run(&sealed)
        .expect(0, &["1/jalan", &format!("revisi {revision}"), "terbaru"]);
    site.run(&kept).expect(0, &["Cocok", "0 baris lagi"]);
    let typed = seal.to_lowercase().replace('-', " ").replace('0', "o");
    site.run(&["verify", "--seal", &typed, "public"])
        .expect(0, &["1/jalan"]);
    site.run(&["verify", "--seal", "K7QM"])
        .expect(2, &["bukan segel"]);
    site.run(&["verify", "--kept", "content/site.yaml", "content/site.yaml"])
        .expect(1, &["[J346]"]);

    // A release later there is more, and the seal is an older one.
    site.replace(
        "content/stops/001-melati.yaml",
        "title: {id: Jalan dusun",
        "title: {id: Jalan setapak",
    );
    site.run_on(LATER, &["release"]).expect(0, &[]);
    site.run(&sealed)
        .expect(0, &[&format!("yang terbaru {}", revision + 1)]);
    site.run(&kept).expect(0, &["Cocok", "1 baris lagi"]);

    // Then the publisher makes the whole log anew, on the same day.
    site.remove(LOG);
    site.remove(BODIES);
    // Beside its site it would be refused.
    site.run_on(LATER, &["release"]).expect(1, &["[J329]"]);
    fs::remove_dir_all(site.path("public")).unwrap();
    site.run_on(LATER, &["release"]).expect(0, &[]);
    site.run(&kept).expect(1, &["TIDAK COCOK", "baris 1"]);
    site.run(&sealed)
        .expect(1, &["tidak ada dalam catatan terbit ini"]);
}
