//! The log's tree and its signed checkpoint as published; witnesses; a page proven from its address.

use crate::common::program::{Run, command, finish, noon};
use crate::common::repository;
use crate::common::site::Site;
use jhur::records::sha256_hex;
use jhur::transparency::{Checkpoint, Hash, MerkleTree, TileReader, VerifierKey};
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::path::Path;

/// Pages and the log, nothing else.
const BARE: &str =
    "cards: false, search: false, citations: false, data: false, feeds: false, twins: false";
const DAY: &str = "2025-02-01";
const PASSWORD: (&str, &str) = ("JHUR_KEY_PASSWORD", "rekaan");

/// Runs the program in a folder at noon of a day, with the keys' password.
#[track_caller]
fn run_in(folder: &Path, day: &str, args: &[&str]) -> Run {
    let env = [PASSWORD, ("SOURCE_DATE_EPOCH", &noon(day))];
    finish(command(folder, args).envs(env))
}

/// A folder outside of every site, for keys and for what a newsroom keeps.
struct Desk(Site);

impl Desk {
    fn new() -> Self {
        Self(Site::empty())
    }

    #[track_caller]
    fn run(&self, day: &str, args: &[&str]) -> Run {
        run_in(self.0.root(), day, args)
    }

    /// Makes a key; gives what stands in the line that starts with `start`.
    #[track_caller]
    fn key(&self, file: &str, args: &[&str], start: &str) -> String {
        let made = self
            .run(DAY, &[&["key", file], args].concat())
            .expect(0, &[]);
        let line = made.err.lines().find(|line| line.starts_with(start));
        line.unwrap_or_else(|| panic!("{}", made.err)).to_owned()
    }

    fn path(&self, file: &str) -> String {
        self.0.path(file).display().to_string()
    }
}

/// The made-up history with a key of its own, released and published with it.
fn signed_site(desk: &Desk) -> Site {
    let site = Site::copy_of(&repository("tests/history")).outputs(BARE);
    let line = desk.key("situs.key", &[], "signing_key: ");
    site.append("content/site.yaml", &format!("{line}\n"));
    release_and_publish(&site, desk, DAY);
    site
}

#[track_caller]
fn release_and_publish(site: &Site, desk: &Desk, day: &str) {
    run_in(site.root(), day, &["release"]).expect(0, &[]);
    publish(site, desk, day);
}

#[track_caller]
fn publish(site: &Site, desk: &Desk, day: &str) {
    let key = desk.path("situs.key");
    run_in(site.root(), day, &["build", "--sign", &key]).expect(0, &[]);
}

/// The published log, its key, and its checkpoint, opened.
fn published(site: &Site) -> (Vec<String>, VerifierKey, Checkpoint) {
    let log = site.read("public/data/log/log.jsonl");
    let key = VerifierKey::parse(site.read("public/data/log/vkey").trim_end()).unwrap();
    let note = site.bytes("public/data/log/checkpoint");
    let checkpoint = Checkpoint::open(&note, key.name(), &key).unwrap();
    (log.lines().map(str::to_owned).collect(), key, checkpoint)
}

#[test]
fn the_tree_is_published_and_its_checkpoint_signed() {
    let desk = Desk::new();
    let site = signed_site(&desk);
    run_in(site.root(), DAY, &["verify", "public"]).expect(0, &[]);
    let (lines, key, checkpoint) = published(&site);
    assert_eq!(key.name(), checkpoint.origin());
    let base_url = format!("base_url: https://{}/", checkpoint.origin());
    assert!(site.read("content/site.yaml").contains(&base_url));
    let tree = MerkleTree::of_entries(&lines);
    assert_eq!(tree.head(tree.size()).as_ref(), Some(checkpoint.head()));
    let folder = site.path("public/data/log");
    let fetch = |path: &str| fs::read(folder.join(path));
    let mut reader = TileReader::new(*checkpoint.head(), fetch);
    for (n, line) in (0..).zip(&lines) {
        let (leaf, _) = reader.inclusion_proof(n).unwrap();
        assert_eq!(leaf, Hash::of_leaf(line.as_bytes()));
    }
    // Whoever holds a checkpoint of an earlier day can still prove with it.
    let is_end_of_day = |n: &usize| {
        let day = |line: &str| line.split('"').nth(5).unwrap().to_owned();
        *n == lines.len() || day(&lines[*n - 1]) != day(&lines[*n])
    };
    let ends: Vec<usize> = (1..=lines.len()).filter(is_end_of_day).collect();
    assert!(ends.len() > 20, "{ends:?}");
    for size in ends {
        let head = tree.head(size as u64).unwrap();
        let mut reader = TileReader::new(head, fetch);
        for n in 0..size {
            assert!(reader.inclusion_proof(n as u64).is_ok(), "{n} of {size}");
        }
    }

    // A checkpoint of another log, with the manifest to fit.
    let note = site.read("public/data/log/checkpoint");
    let manifest = site.read("public/manifest.json");
    let other = note.replacen(&format!("\n{}\n", lines.len()), "\n7\n", 1);
    site.write("public/data/log/checkpoint", &other);
    site.write(
        "public/manifest.json",
        manifest.replacen(&sha256_hex(&note), &sha256_hex(&other), 1),
    );
    run_in(site.root(), DAY, &["verify", "public"])
        .expect(1, &["[J337]", "checkpoint", "manifest.json.minisig"]);
    publish(&site, &desk, DAY);
    assert_eq!(site.read("public/data/log/checkpoint"), note);

    // Without the key there is no checkpoint, and verify says that nothing is signed.
    run_in(site.root(), DAY, &["build"]).expect(0, &["ditandatangani"]);
    assert!(!site.exists("public/data/log/checkpoint"));
    run_in(site.root(), DAY, &["verify", "public"]).expect(1, &["[J337]"]);
}

#[test]
fn keys_are_made_outside_of_the_site_and_only_with_a_password() {
    let desk = Desk::new();
    let site = Site::copy_of(&repository("tests/history"));
    for file in ["situs.key", "content/situs.key", "./themes/../situs.key"] {
        run_in(site.root(), DAY, &["key", file]).expect(2, &["[J909]", "folder situs"]);
    }
    desk.0
        .run(&["key", "a.key"])
        .expect(2, &["JHUR_KEY_PASSWORD"]);
    for name in ["koran", "koran rekaan.example", "koran+1.example", ""] {
        desk.run(DAY, &["key", "a.key", "--witness", name])
            .expect(2, &["[J909]", "saksi"]);
    }
    assert_eq!(desk.0.count("."), 0);
    desk.key("a.key", &[], "signing_key: RW");
    let before = desk.0.read("a.key");
    desk.run(DAY, &["key", "a.key"]).expect(2, &["[J908]"]);
    assert_eq!(desk.0.read("a.key"), before);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(desk.path("a.key"))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn a_newsroom_sees_what_was_added_and_what_was_rewritten() {
    let (office, newsroom) = (Desk::new(), Desk::new());
    let site = signed_site(&office);
    let public = site.path("public").display().to_string();
    let look = |day: &str| newsroom.run(day, &["witness", &public]);
    let nothing = Site::empty();
    newsroom
        .run(DAY, &["witness", &nothing.root().display().to_string()])
        .expect(1, &[]);
    let key = site.read("public/data/log/vkey");
    look(DAY).expect(0, &["Baru pertama kali", key.trim_end()]);
    look("2025-02-02").expect(0, &["Tidak ada baris baru sejak 2025-02-01"]);

    // A revision, a redaction, and an entry dated before the newsroom's last look.
    site.replace("content/pages/tentang.md", "rekaan", "karangan");
    run_in(site.root(), DAY, &["release"]).expect(0, &[]);
    let redact = [
        "redact",
        "tentang",
        "1",
        "--basis",
        "UU rekaan",
        "--reason",
        "Rekaan.",
    ];
    run_in(site.root(), "2025-02-03", &redact).expect(0, &[]);
    publish(&site, &office, "2025-02-03");
    look("2025-02-03").expect(
        0,
        &[
            "2025-02-01: tentang revisi",
            "UU rekaan. Alasan: Rekaan.",
            "1 di antaranya bertanggal sebelum 2025-02-02",
        ],
    );

    // Signed, sent back, published.
    let vkey = newsroom.key(
        "saksi.key",
        &["--witness", "koran.example"],
        "koran.example+",
    );
    let args = [
        "witness",
        &public,
        "--key",
        "saksi.key",
        "--name",
        "koran.example",
    ];
    let signed = newsroom.run("2025-02-04", &args).expect(0, &[&vkey]);
    let file = signed
        .err
        .lines()
        .find(|line| line.ends_with("/koran.example.txt"))
        .unwrap();
    let statement = newsroom.0.read(file);
    site.write("content/witnessed/koran.example.txt", &statement);
    publish(&site, &office, "2025-02-04");
    let note = site.read("public/data/log/witnessed/koran.example.txt");
    assert!(
        statement.ends_with(&note) && note.contains("— koran.example "),
        "{note}"
    );
    let page = site.read("public/data/periksa/index.html");
    assert!(
        page.contains(&vkey) && page.contains("4 Februari 2025"),
        "{page}"
    );
    // It is not known on the day before.
    run_in(
        site.root(),
        "2025-02-04",
        &["build", "--as-of", "2025-02-03", "--out", "kemarin"],
    )
    .expect(0, &[]);
    assert!(!site.exists("kemarin/data/log/witnessed"));

    // What is no such statement.
    let cases = [
        (
            statement.replacen("koran.example+", "koran.example-", 1),
            "bukan pernyataan saksi",
        ),
        (note.clone(), "bukan pernyataan saksi"),
        (
            statement.replacen("\n— koran.example ", "\n— lain.example ", 1),
            "tidak ditandatangani",
        ),
        (String::new(), "bukan pernyataan saksi"),
    ];
    for (text, says) in cases {
        site.write("content/witnessed/koran.example.txt", text);
        site.run(&["check", "--as-of", "2025-02-04"])
            .expect(1, &["[J347]", says]);
    }
    site.remove("content/witnessed/koran.example.txt");
    site.write("content/witnessed/koran rekaan.txt", &statement);
    site.run(&["check", "--as-of", "2025-02-04"])
        .expect(1, &["[J347]", "nama berkas"]);
    site.remove("content/witnessed/koran rekaan.txt");
    site.write(
        "content/witnessed/koran.example.txt",
        statement.replace('\n', "\r\n"),
    );
    site.run(&["check", "--as-of", "2025-02-04"]).expect(0, &[]);

    let base_url = site.read("content/site.yaml");
    let other = base_url.replacen("base_url: https://", "base_url: https://lain.", 1);
    site.write("content/site.yaml", other);
    site.run(&["check", "--as-of", "2025-02-04"])
        .expect(1, &["[J347]", "bukan catatan situs ini"]);
    site.write("content/site.yaml", base_url);

    // Another site in the name of this one: its log is not signed by whoever signed this one's.
    let forger = Desk::new();
    let forged = signed_site(&forger);
    let forged_public = forged.path("public").display().to_string();
    let args = [
        "witness",
        &forged_public,
        "--key",
        "saksi.key",
        "--name",
        "koran.example",
    ];
    newsroom
        .run("2025-02-04", &args)
        .expect(1, &["Baru pertama kali", "TIDAK COCOK"]);

    // The publisher writes its log anew; the statement in content/ stands against it.
    let kept = site.read("content/log.jsonl");
    site.remove("content/log.jsonl");
    site.remove("content/bodies.jsonl");
    fs::remove_dir_all(site.path("public")).unwrap();
    let refused = run_in(
        site.root(),
        "2025-02-05",
        &["build", "--sign", &office.path("situs.key")],
    );
    refused.expect(1, &["[J347]", "koran.example"]);
    site.remove("content/witnessed/koran.example.txt");
    release_and_publish(&site, &office, "2025-02-05");
    let rewritten = look("2025-02-06").expect(1, &["TIDAK COCOK: mulai baris 1", "dua checkpoint"]);
    let evidence = rewritten.err.lines().find_map(|line| {
        let (_, rest) = line.split_once("sebagai bukti di ")?;
        rest.split_once(':').map(|(folder, _)| folder.to_owned())
    });
    let evidence = evidence.unwrap();
    let heads = ["before", "now"].map(|part| {
        let note = newsroom.0.bytes(&format!("{evidence}/{part}/checkpoint"));
        let vkey = newsroom.0.read(&format!("{evidence}/{part}/vkey"));
        let key = VerifierKey::parse(vkey.trim_end()).unwrap();
        let log = newsroom.0.read(&format!("{evidence}/{part}/log.jsonl"));
        let head = *Checkpoint::open(&note, key.name(), &key).unwrap().head();
        let tree = MerkleTree::of_entries(log.lines());
        assert_eq!(tree.head(tree.size()), Some(head));
        (key, head)
    });
    assert_eq!(heads[0].0, heads[1].0);
    assert_ne!(heads[0].1, heads[1].1);
    // It is said every time, and kept once.
    look("2025-02-06").expect(1, &["TIDAK COCOK"]);
    let kept_now = newsroom.0.read(&format!("{evidence}/before/log.jsonl"));
    assert_eq!(kept_now, kept);
    // Whoever gets the folder checks it with nothing else.
    let colleague = Desk::new();
    let folder = newsroom.path(&evidence);
    let check = || colleague.run(DAY, &["verify", &folder]);
    check().expect(0, &["Terbukti", "mulai baris 1", key.trim_end()]);
    let note = format!("{evidence}/before/checkpoint");
    let signed = newsroom.0.read(&note);
    let (text, signature) = signed.split_once("\n\n").unwrap();
    let forged = signature.replacen('A', "B", 1).replacen('a', "b", 1);
    newsroom.0.write(&note, format!("{text}\n\n{forged}"));
    check().expect(1, &["harus dipercaya"]);
    newsroom.0.write(&note, signed);
    // The alarm is not lost with the evidence.
    fs::remove_dir_all(newsroom.0.path(&evidence)).unwrap();
    newsroom.0.write(&evidence, "");
    look("2025-02-06").expect(1, &["TIDAK COCOK", "TIDAK tersimpan"]);
}

#[test]
fn a_witness_notices_what_the_log_alone_does_not_show() {
    let (office, newsroom) = (Desk::new(), Desk::new());
    let site = signed_site(&office);
    let public = site.path("public").display().to_string();
    let look = || newsroom.run(DAY, &["witness", &public]);
    look().expect(0, &[]);
    let file = |name: &str| format!("public/data/log/{name}");
    let [log, checkpoint, key] =
        ["log.jsonl", "checkpoint", "vkey"].map(|name| site.read(&file(name)));
    let cut: String = log.split_inclusive('\n').take(9).collect();
    let other_key = newsroom.key("lain.key", &[], "signing_key: ");
    assert!(other_key.len() > 20);
    for (name, text, says) in [
        ("log.jsonl", cut, "lebih pendek"),
        ("log.jsonl", log.replacen("2024", "2021", 1), "mulai baris"),
        (
            "log.jsonl",
            log.clone() + "{}\n",
            "bukan baris yang ditulis jhur",
        ),
        (
            "log.jsonl",
            String::new(),
            "baris 1 dan sesudahnya tidak ada",
        ),
        ("checkpoint", String::new(), "sekarang tidak lagi"),
        (
            "checkpoint",
            checkpoint.replacen('\n', "x\n", 1),
            "kuncinya lain",
        ),
        ("vkey", key.replacen('+', "0+", 1), "kuncinya lain"),
    ] {
        let before = site.read(&file(name));
        site.write(&file(name), text);
        look().expect(1, &["TIDAK COCOK", says]);
        site.write(&file(name), before);
    }
    look().expect(0, &["Tidak ada baris baru"]);
    // A host with a key of its own, which the log does not name.
    let host = signed_site(&Desk::new());
    for name in ["checkpoint", "vkey"] {
        site.write(&file(name), host.read(&file(name)));
    }
    look().expect(1, &["TIDAK COCOK"]);
    site.write(&file("checkpoint"), &checkpoint);
    site.write(&file("vkey"), &key);
    // What was kept is damaged: that is not the site's doing.
    let kept = newsroom.0.path("jhur-witness");
    let kept = fs::read_dir(kept).unwrap().next().unwrap().unwrap().path();
    let seen = fs::read_to_string(kept.join("log.jsonl")).unwrap();
    for damaged in [String::new(), seen.replacen("2024", "2023", 1)] {
        fs::write(kept.join("log.jsonl"), damaged).unwrap();
        look().expect(2, &["[J909]", "tidak lengkap lagi atau rusak"]);
    }
    fs::write(kept.join("log.jsonl"), seen).unwrap();
    look().expect(0, &["Tidak ada baris baru"]);
    site.remove(&file("log.jsonl"));
    look().expect(1, &["TIDAK COCOK"]);
    site.write(&file("log.jsonl"), log);
    // A first run that was cut off has seen nothing.
    for name in ["day", "log.jsonl"] {
        fs::remove_file(kept.join(name)).unwrap();
    }
    look().expect(0, &["Baru pertama kali"]);
}

/// Serves a folder, until the test ends; gives the address.
fn serve(folder: &Path) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap());
    let folder = folder.to_owned();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let request = lines.next().unwrap().unwrap();
            for line in lines {
                if line.unwrap().is_empty() {
                    break;
                }
            }
            let path = request.split(' ').nth(1).unwrap();
            let file = folder.join(path.trim_start_matches('/'));
            let file = if path.ends_with('/') {
                file.join("index.html")
            } else {
                file
            };
            let (status, body) = match fs::read(file) {
                Ok(body) if path != "/kacau/" => ("200 OK", body),
                Err(_) if path != "/kacau/" => ("404 Not Found", Vec::new()),
                _ => ("500 Internal Server Error", Vec::new()),
            };
            let length = body.len();
            let _ = write!(
                stream,
                "HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
            );
            let _ = stream.write_all(&body);
        }
    });
    address
}

#[test]
fn a_page_is_proven_from_its_address() {
    let (office, reader) = (Desk::new(), Desk::new());
    let site = signed_site(&office);
    let address = serve(&site.path("public"));
    let verify = |path: &str| reader.run(DAY, &["verify", &format!("{address}{path}")]);
    let key = site.read("public/data/log/vkey");
    for path in [
        "1/",
        "1/sekolah/",
        "1/sekolah/index.html",
        "en/1/",
        "tentang/",
    ] {
        verify(path).expect(0, &["segel", key.trim_end(), "tidak dibandingkan"]);
    }
    verify("").expect(1, &["tidak menyebut revisi"]);
    verify("99/").expect(1, &["tidak ada halaman"]);
    verify("kacau/").expect(2, &["[J916]", "500"]);
    reader
        .run(DAY, &["verify", "http://127.0.0.1:1/"])
        .expect(2, &["[J916]"]);
    reader
        .run(DAY, &["verify", "https://"])
        .expect(2, &["[J916]", "bukan alamat"]);
    for path in ["1", "1/#_per", "1/index.html#_isi", "1/r1/"] {
        verify(path).expect(0, &["revisi", "dari 1 "]);
    }
    // What a citizen wrote may look like the page's own word.
    let page = site.read("public/1/index.html");
    let entry = " data-log=\"x\" data-entry=\"0 2024-01-01 x 1 00\"";
    site.write(
        "public/1/index.html",
        page.replacen("<body", &format!("<i>{entry}</i><body"), 1),
    );
    verify("1/").expect(0, &["dari 1 "]);
    // Another site's log proves nothing.
    site.write(
        "public/1/index.html",
        page.replacen("data-log=\"../", "data-log=\"http://127.0.0.1/", 1),
    );
    verify("1/").expect(1, &["tidak menyebut revisi"]);
    site.write("public/1/index.html", &page);
    // Where the records are, the words are compared too.
    let own = |path: &str| run_in(site.root(), DAY, &["verify", &format!("{address}{path}")]);
    own("1/").expect(0, &["sama dengan yang dihasilkan"]);
    let page = site.read("public/1/index.html");
    site.write("public/1/index.html", page.replacen("</h1>", "!</h1>", 1));
    own("1/").expect(1, &["[J336]"]);
    // A page that names another line, and a tree that was changed.
    site.write(
        "public/1/index.html",
        page.replacen("data-entry=\"", "data-entry=\"1", 1),
    );
    verify("1/").expect(1, &["TIDAK COCOK"]);
    site.write("public/1/index.html", &page);
    let (lines, _, _) = published(&site);
    let tile = format!("public/data/log/tile/0/000.p/{}", lines.len());
    let mut bytes = site.bytes(&tile);
    bytes[40] ^= 1;
    site.write(&tile, &bytes);
    verify("1/").expect(1, &["TIDAK COCOK"]);
    // Not signed: the line is looked for in the log itself.
    for file in ["vkey", "checkpoint"] {
        site.remove(&format!("public/data/log/{file}"));
    }
    verify("1/").expect(0, &["tidak ditandatangani"]);
    // A witness works from an address as from a folder.
    reader
        .run(DAY, &["witness", &address])
        .expect(0, &["Baru pertama kali"]);
    // So do a seal and a log that somebody kept.
    fs::write(
        reader.path("kept.jsonl"),
        site.read("public/data/log/log.jsonl"),
    )
    .unwrap();
    let kept = |args: &[&str]| reader.run(DAY, &[&["verify", &address], args].concat());
    kept(&["--kept", &reader.path("kept.jsonl")]).expect(0, &["Cocok"]);
    kept(&["--seal", "0000-0000-0000-0000"]).expect(1, &["0000-0000-0000-0000"]);
    reader
        .run(
            DAY,
            &[
                "verify",
                "http://127.0.0.1:1/",
                "--seal",
                "0000-0000-0000-0000",
            ],
        )
        .expect(2, &["[J916]"]);
}
