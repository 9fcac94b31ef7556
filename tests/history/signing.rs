//! The manifest's signature: made with `jhur build --sign`, checked by `jhur verify` and by the minisign program.

use super::{BARE, LATER, history};
use crate::common::text;
use minisign::KeyPair;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

/// A pair of keys with a password, in files; gives the public one.
fn keys(folder: &Path, name: &str) -> String {
    let file = |end: &str| fs::File::create(folder.join(format!("{name}.{end}"))).unwrap();
    let password = Some("rekaan".to_owned());
    KeyPair::generate_and_write_encrypted_keypair(file("pub"), file("key"), None, password)
        .unwrap()
        .pk
        .to_base64()
}

#[test]
fn a_signed_site_says_who_published_it() {
    let site = history(BARE);
    let public = keys(site.root(), "own");
    keys(site.root(), "other");
    let sign = |key: &str, password: &str| {
        let args = ["build", "--as-of", LATER, "--sign", key];
        site.run_env(&args, &[("JHUR_KEY_PASSWORD", password)])
    };
    let before = site.build(LATER);
    // site.yaml names no key.
    sign("own.key", "rekaan").expect(2, &["[J911]"]);
    site.append("content/site.yaml", &format!("signing_key: {public}\n"));
    site.run_on(LATER, &["release"]).expect(0, &[]);
    for (key, password) in [
        ("own.key", "salah"),
        ("other.key", "rekaan"),
        ("own.pub", "rekaan"),
    ] {
        sign(key, password).expect(2, &["[J911]"]);
    }
    sign("none.key", "rekaan").expect(2, &[]);
    assert!(site.published() == before, "the old site is untouched");

    sign("own.key", "rekaan").expect(0, &[]);
    site.run(&["verify", "public"]).expect(0, &[]);
    let signed = site.published();
    sign("own.key", "rekaan").expect(0, &[]);
    assert!(site.published() == signed, "nothing is signed twice");
    let verify = || site.run(&["verify", "public"]);
    let write = |name: &str, text: &str| {
        site.write(&format!("public/{name}"), text);
    };
    let (manifest, signature) = (
        text(&signed, "manifest.json"),
        text(&signed, "manifest.json.minisig"),
    );
    // The first line is nobody's word: another one there is not published again.
    write(
        "manifest.json.minisig",
        &signature.replacen("untrusted comment: jhur", "untrusted comment: lain", 1),
    );
    sign("own.key", "rekaan").expect(0, &[]);
    let again = site.read("public/manifest.json.minisig");
    assert!(again.starts_with("untrusted comment: jhur\n"), "{again}");
    let line = signature.lines().nth(1).unwrap();
    let other = line[..20].to_owned() + if &line[20..21] == "A" { "B" } else { "A" } + &line[21..];
    write(
        "manifest.json.minisig",
        &signature.replacen(line, &other, 1),
    );
    // a changed signature
    verify().expect(1, &["[J337]"]);
    write(
        "manifest.json.minisig",
        &signature.replacen("\ntrusted comment: m", "\ntrusted comment: M", 1),
    );
    // a changed comment
    verify().expect(1, &["[J337]"]);
    site.remove("public/manifest.json.minisig");
    // no signature
    verify().expect(1, &["[J337]"]);
    write("manifest.json.minisig", signature);
    write("manifest.json", &(manifest.to_owned() + "\n"));
    // a changed manifest
    verify().expect(1, &["[J337]"]);
    write("manifest.json", manifest);
    site.run(&["verify", "public"]).expect(0, &[]);
    if is_installed("minisign") {
        let stock = Command::new("minisign")
            .args(["-Vm", "manifest.json", "-P", &public])
            .current_dir(site.path("public"))
            .output();
        assert!(stock.as_ref().unwrap().status.success(), "{stock:?}");
    }
}

/// Whether a program of others is installed. Where CI is set it has to be; elsewhere a note says that it was not tried, written
/// past the test harness, which hides what tests print that pass.
pub(super) fn is_installed(program: &str) -> bool {
    let found = Command::new(program).arg("--version").output().is_ok();
    assert!(
        found || std::env::var_os("CI").is_none(),
        "there is no {program} (Debian: apt-get install {program})"
    );
    if !found {
        let note =
            format!("not tried: there is no {program} (Debian: apt-get install {program})\n");
        std::io::stderr().write_all(note.as_bytes()).unwrap();
    }
    found
}
