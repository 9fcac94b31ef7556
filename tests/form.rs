//! Records written through the forms of `serve`, over a plain socket: a stop with two aspirations and what became of one; what is
//! hostile; what is changed meanwhile. All records are made up (rekaan).

use crate::common::program::command;
use crate::common::server::{Answer, Server, site};
use form_urlencoded::Serializer;
use jhur::editing::to_json;
use jhur::source::parse_strict;
use serde_json::{Value, json};
use std::path::Path;

const STOP: &str = "content/stops/001-satu.yaml";

/// The address of a form.
fn form(file: &str, path: &str) -> String {
    let query = Serializer::new(String::new())
        .append_pair("di", file)
        .append_pair("catatan", path)
        .finish();
    format!("/tulis/ubah/?{query}")
}

/// What stands in a hidden field.
fn hidden(page: &str, name: &str) -> String {
    let field = page
        .split(&format!("name=\"{name}\" value=\""))
        .nth(1)
        .unwrap_or_else(|| panic!("no {name}: {page}"));
    field.split('"').next().unwrap().to_owned()
}

impl Server {
    /// Hands in a body.
    fn post(&self, address: &str, body: &str, headers: &str) -> Answer {
        let port = self.port;
        let length = body.len();
        self.send(&format!(
            "POST {address} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
        ))
    }

    /// What a browser sends along with a form of this address.
    fn of_here(&self) -> String {
        let port = self.port;
        format!(
            "Origin: http://127.0.0.1:{port}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        )
    }

    /// Opens a form and hands it in with these fields and no others.
    fn hand_in(&self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.get(address).text();
        let mut body = Serializer::new(String::new());
        body.append_pair("_token", &hidden(&page, "_token"))
            .append_pair("_hash", &hidden(&page, "_hash"));
        body.extend_pairs(fields);
        self.post(address, &body.finish(), &self.of_here())
    }

    /// Saves; gives the address of what was saved.
    fn save(&self, address: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.hand_in(address, &[fields, &[("_save", "1")]].concat());
        assert_eq!(answer.status, 303, "{}", said(&answer));
        let to = answer
            .head
            .lines()
            .find_map(|line| line.strip_prefix("Location: "))
            .unwrap()
            .to_owned();
        to.strip_suffix("&tersimpan").unwrap().to_owned()
    }
}

/// The messages of a page, for a test that failed.
fn said(answer: &Answer) -> String {
    let text = answer.text();
    let lines = text
        .lines()
        .filter(|l| l.contains("class=\"wrong\"") || l.contains("<li>") || !l.starts_with('<'));
    lines.take(40).collect::<Vec<_>>().join("\n")
}

fn read(root: &Path, file: &str) -> String {
    std::fs::read_to_string(root.join(file)).unwrap()
}

fn records(root: &Path, file: &str) -> Value {
    to_json(&parse_strict(&read(root, file)).unwrap())
}

#[test]
fn a_stop_with_two_aspirations_and_what_became_of_one() {
    let dir = site();
    let root = dir.path();
    let before = read(root, "content/follow-ups/2022.yaml");
    let server = Server::start(root, &[]);
    let stop = [
        ("number", "7"),
        ("district", "satu"),
        ("date", "2022-04-01"),
        ("draft", "true"),
    ];
    let source = [
        ("sources.0.publisher", "Kabar Contoh"),
        ("sources.0.date", "2022-04-02"),
        ("sources.0.kind", "press"),
    ];
    let address = server.save("/tulis/perhentian/", &[&stop[..], &source].concat());
    let file = "content/stops/007-satu.yaml";
    assert_eq!(address, form(file, ""));
    let expected = "number: 7\ndistrict: satu\ndate: 2022-04-01\ndraft: true\nsources:\n  \
                    - id: kabar-contoh\n    publisher: Kabar Contoh\n    date: 2022-04-02\n    kind: press\n";
    assert_eq!(read(root, file), expected);
    let asked = [
        ("title.id", "Jembatan desa: diperbaiki"),
        ("topics", "jalan"),
        ("topics", "air"),
        ("from.role.id", "Warga"),
        ("from.village", "desa-b"),
        ("text.id", "Baris satu\r\n\r\nBaris #dua"),
        ("sources", "kabar-contoh"),
        ("responses.0.office", "dinas-contoh"),
        ("responses.0.answer", "promised"),
        ("responses.0.text.id", "Akan diperbaiki."),
        ("responses.0.sources", "kabar-contoh"),
        // The first row was left empty.
        ("responses.0.commitments.0.text.id", ""),
        ("responses.0.commitments.1.text.id", "Memperbaiki jembatan"),
        ("responses.0.commitments.1.due.by", "2023"),
    ];
    assert_eq!(
        server.save(&form(file, "aspirations/-"), &asked),
        form(file, "aspirations/0")
    );
    let second = [
        ("title.id", "Air bersih"),
        ("from.role.id", "Warga"),
        ("text.id", "Airnya keruh."),
        ("sources", "kabar-contoh"),
    ];
    assert_eq!(
        server.save(&form(file, "aspirations/-"), &second),
        form(file, "aspirations/1")
    );
    assert!(
        read(root, file).starts_with(expected),
        "what stood there stays"
    );
    let aspirations = &records(root, file)["aspirations"];
    assert_eq!(aspirations[0]["id"], "jembatan-desa-diperbaiki");
    assert_eq!(aspirations[0]["topics"], json!(["jalan", "air"]));
    assert_eq!(aspirations[0]["text"], "Baris satu\n\nBaris #dua");
    assert_eq!(
        aspirations[0]["responses"][0]["commitments"],
        json!([{"id": "memperbaiki-jembatan", "text": "Memperbaiki jembatan", "due": "2023"}])
    );
    assert_eq!(aspirations[1]["id"], "air-bersih");

    // Changed by the address of its page, and published.
    let to_stop = server.get("/tulis/ubah/?alamat=7").text();
    assert!(
        to_stop.contains("Perhentian ke-7") && to_stop.contains("aspirations%2F1"),
        "{to_stop}"
    );
    let published = [
        ("number", "7"),
        ("district", "satu"),
        ("date", "2022-04-01"),
        ("sources.0.id", "kabar-contoh"),
    ];
    server.save(&address, &[&published[..], &source].concat());
    assert_eq!(
        read(root, file),
        read(root, file).replace("draft: true\n", "")
    );
    let news = [
        ("about", "7/jembatan-desa-diperbaiki/memperbaiki-jembatan"),
        ("date", "2022-09-03"),
        ("status", "in-progress"),
        ("text.id", "Mulai dikerjakan."),
        ("sources.0.publisher", "Kabar Contoh"),
        ("sources.0.date", "2022-09-04"),
    ];
    assert_eq!(
        server.save("/tulis/tindak-lanjut/", &news),
        form("content/follow-ups/2022-09.yaml", "0")
    );
    assert_eq!(
        server.save(
            "/tulis/tindak-lanjut/",
            &news.map(|(n, v)| (n, if n == "date" { "2022-09-04" } else { v }))
        ),
        form("content/follow-ups/2022-09.yaml", "1")
    );
    assert!(read(root, "content/follow-ups/2022-09.yaml").starts_with("# "));
    assert_eq!(read(root, "content/follow-ups/2022.yaml"), before);
    server.until("/7/jembatan-desa-diperbaiki/", "the page", |page| {
        page.contains("Mulai dikerjakan.")
    });
    let checked = command(root, &["check", "--as-of", "2023-06-30"])
        .output()
        .unwrap();
    assert!(
        checked.status.success(),
        "{}",
        String::from_utf8_lossy(&checked.stderr)
    );
}

#[test]
fn faults_stand_beside_their_fields_and_nothing_is_lost() {
    let dir = site();
    let root = dir.path();
    let before = read(root, STOP);
    let server = Server::start(root, &[]);
    let typed = [
        ("title.id", "Judul <b>tebal</b> & \"kutip\""),
        ("topics", "tidak-ada"),
        ("text.id", "</textarea><script>alert(1)</script>"),
        ("responses.3.answer", "promised"),
        ("responses.3.text.id", "Janji tanpa komitmen"),
    ];
    let answer = server.hand_in(
        &form(STOP, "aspirations/-"),
        &[&typed[..], &[("_save", "1")]].concat(),
    );
    let page = answer.text();
    assert_eq!(answer.status, 422);
    for word in [
        "href=\"#k-topics\"",
        "href=\"#k-responses.0.answer\"",
        "value=\"tidak-ada\" checked",
        "Judul &lt;b&gt;tebal&lt;",
        "&lt;/textarea&gt;&lt;script&gt;",
        "Janji tanpa komitmen",
        "<title>Ada yang perlu diperbaiki",
    ] {
        assert!(page.contains(word), "{word}: {page}");
    }
    assert!(
        !page.contains("<script>alert") && !page.contains("<iframe"),
        "{page}"
    );
    // Nothing is said of keys and lines to those who type in boxes.
    let empty = server
        .hand_in("/tulis/tindak-lanjut/", &[("_save", "1")])
        .text();
    assert!(
        empty.contains("Tentang: belum diisi") && !empty.contains("Tambahkan baris"),
        "{empty}"
    );
    assert_eq!(read(root, STOP), before);
    // Looking is not saving, and gives the page as it would be.
    let right = [
        ("title.id", "Judul rekaan"),
        ("text.id", "Isi rekaan"),
        ("sources", "berita"),
    ];
    let looked = server.hand_in(&form(STOP, "aspirations/-"), &right);
    let page = looked.text();
    assert_eq!(looked.status, 200, "{}", said(&looked));
    let preview = page
        .split("<iframe")
        .nth(1)
        .unwrap()
        .split("src=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let preview = server.get(preview);
    assert!(
        preview.text().contains("Isi rekaan")
            && preview.head.contains("frame-ancestors 'self'; sandbox")
    );
    assert_eq!(read(root, STOP), before);
    // One row more.
    let more = server
        .hand_in(
            &form(STOP, ""),
            &[
                ("number", "1"),
                ("_more", "notes"),
                ("notes.0.id", "Catatan"),
            ],
        )
        .text();
    assert!(more.contains("notes.2.id") && !more.contains("notes.3.id"));
    // What is wrong elsewhere stands in nobody's way, and what cannot be read is no form.
    std::fs::write(
        root.join("content/stops/009-lain.yaml"),
        "number: 9\ndistrict: entah\ndate: 2022-05-01\n",
    )
    .unwrap();
    std::fs::write(root.join("content/stops/010-rusak.yaml"), "number: [\n").unwrap();
    server.save(&form(STOP, "aspirations/-"), &right);
    assert!(
        server
            .get(&form(STOP, ""))
            .text()
            .contains("009-lain.yaml:2")
    );
    let broken = server.get(&form("content/stops/010-rusak.yaml", ""));
    assert!(
        broken.status == 409 && broken.text().contains("010-rusak.yaml:"),
        "{}",
        broken.text()
    );
    for (file, path) in [
        ("content/site.yaml", ""),
        ("content/stops/../site.yaml", ""),
        (STOP, "aspirations/99"),
        (STOP, "sources/0"),
    ] {
        assert!(
            matches!(server.get(&form(file, path)).status, 404 | 409),
            "{file} {path}"
        );
    }
}

#[test]
fn what_others_wrote_meanwhile_is_shown_and_not_lost() {
    let dir = site();
    let root = dir.path();
    let server = Server::start(root, &[]);
    let address = form(STOP, "aspirations/1");
    let page = server.get(&address).text();
    let (token, hash) = (hidden(&page, "_token"), hidden(&page, "_hash"));
    let changed = read(root, STOP).replace(
        "  - id: jalan\n",
        "  - {id: baru, title: Baru, text: Baru., sources: [berita]}\n  - id: jalan\n",
    );
    std::fs::write(root.join(STOP), &changed).unwrap();
    let typed = [
        ("title.id", "Air bersih untuk semua"),
        ("id", "air"),
        ("text.id", "Isi lama"),
        ("_save", "1"),
    ];
    let hand_in = |hash: &str| {
        let mut body = Serializer::new(String::new());
        body.append_pair("_token", &token)
            .append_pair("_hash", hash)
            .extend_pairs(typed);
        server.post(&address, &body.finish(), &server.of_here())
    };
    let answer = hand_in(&hash);
    let page = answer.text();
    assert_eq!(answer.status, 409);
    assert!(
        page.contains("+   - {id: baru, title: Baru") && page.contains("Air bersih untuk semua"),
        "{page}"
    );
    assert_eq!(read(root, STOP), changed);
    assert!(
        page.contains("catatan=aspirations%2F2"),
        "the record is found where it now stands"
    );
    assert_eq!(hand_in("tidak dikenal").status, 409);
    let mut body = Serializer::new(String::new());
    body.append_pair("_token", &token)
        .append_pair("_hash", &hidden(&page, "_hash"))
        .extend_pairs(typed);
    let saved = server.post(
        &form(STOP, "aspirations/2"),
        &body.finish(),
        &server.of_here(),
    );
    assert_eq!(saved.status, 303, "{}", said(&saved));
    let aspirations = &records(root, STOP)["aspirations"];
    assert_eq!(
        (&aspirations[0]["id"], &aspirations[2]["title"]),
        (&json!("baru"), &json!("Air bersih untuk semua"))
    );
}

#[test]
fn other_sites_and_strange_requests_write_nothing() {
    let dir = site();
    let root = dir.path();
    let server = Server::start(root, &[]);
    let address = "/tulis/perhentian/";
    let page = server.get(address).text();
    let fields = [
        ("number", "8"),
        ("district", "satu"),
        ("date", "2022-04-01"),
        ("draft", "true"),
        ("_save", "1"),
        ("_hash", ""),
    ];
    let body = |token: &str| {
        Serializer::new(String::new())
            .append_pair("_token", token)
            .extend_pairs(fields)
            .finish()
    };
    let right = body(&hidden(&page, "_token"));
    let here = format!("http://127.0.0.1:{}", server.port);
    let kind = "Content-Type: application/x-www-form-urlencoded\r\n";
    let huge = format!("{right}&x={}", "a".repeat(1_000_000));
    for (what, body, headers, status) in [
        ("no origin", &right, kind.to_owned(), 403),
        (
            "another origin",
            &right,
            format!("{kind}Origin: https://jahat.example\r\n"),
            403,
        ),
        (
            "no origin at all",
            &right,
            format!("{kind}Origin: null\r\n"),
            403,
        ),
        (
            "two origins",
            &right,
            format!("{kind}Origin: {here}\r\nOrigin: {here}\r\n"),
            403,
        ),
        (
            "another port",
            &right,
            format!("{kind}Origin: http://127.0.0.1:1\r\n"),
            403,
        ),
        (
            "another site",
            &right,
            format!("{kind}Origin: {here}\r\nSec-Fetch-Site: cross-site\r\n"),
            403,
        ),
        (
            "the same site",
            &right,
            format!("{kind}Origin: {here}\r\nSec-Fetch-Site: same-site\r\n"),
            403,
        ),
        (
            "plain text",
            &right,
            format!("Content-Type: text/plain\r\nOrigin: {here}\r\n"),
            415,
        ),
        ("no kind", &right, format!("Origin: {here}\r\n"), 415),
        ("another token", &body("0"), server.of_here(), 403),
        ("too large", &huge, server.of_here(), 413),
    ] {
        assert_eq!(
            server.post(address, body, &headers).status,
            status,
            "{what}"
        );
    }
    let chunked = format!(
        "POST {address} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n{}\r\n{:x}\r\n{huge}\r\n0\r\n\r\n",
        server.port,
        server.of_here(),
        huge.len()
    );
    assert_eq!(server.send(&chunked).status, 413);
    assert_eq!(server.ask("GET", address, "jahat.example").status, 421);
    let told = server.get(&format!("{address}?{right}"));
    assert!(
        told.status == 200 && !root.join("content/stops/008-satu.yaml").exists(),
        "only a form that is handed in is saved"
    );
    for kecamatan in ["../../x", "..", "/etc/passwd", "a\\b", "satu\0", "C:x"] {
        let fields = [
            ("number", "8"),
            ("district", kecamatan),
            ("date", "2022-04-01"),
            ("_save", "1"),
        ];
        assert_eq!(server.hand_in(address, &fields).status, 422, "{kecamatan}");
    }
    assert_eq!(
        std::fs::read_dir(root.join("content/stops"))
            .unwrap()
            .count(),
        3
    );
    assert_eq!(server.post(address, &right, &server.of_here()).status, 303);
    let other = server.hand_in(
        address,
        &[
            ("number", "8"),
            ("district", "dua"),
            ("date", "2022-04-01"),
            ("_save", "1"),
        ],
    );
    assert_eq!(other.status, 422, "the number is taken");
}

/// The fields of a follow-up.
const NEWS: [(&str, &str); 6] = [
    ("about", "1/jalan/dikerjakan"),
    ("date", "2022-09-03"),
    ("status", "in-progress"),
    ("text.id", "Mulai dikerjakan (rekaan)."),
    ("sources.0.publisher", "Kabar Contoh"),
    ("sources.0.date", "2022-09-04"),
];

#[test]
fn what_is_sent_twice_is_there_once() {
    let dir = site();
    let root = dir.path();
    let server = Server::start(root, &[]);
    let stop = [
        ("number", "8"),
        ("district", "satu"),
        ("date", "2022-04-01"),
        ("draft", "true"),
    ];
    for (address, fields, file) in [
        (
            "/tulis/perhentian/",
            &stop[..],
            "content/stops/008-satu.yaml",
        ),
        (
            "/tulis/tindak-lanjut/",
            &NEWS[..],
            "content/follow-ups/2022-09.yaml",
        ),
    ] {
        let first = server.save(address, fields);
        let once = read(root, file);
        assert_eq!(server.save(address, fields), first);
        assert_eq!(read(root, file), once);
    }
    assert_eq!(
        std::fs::read_dir(root.join("content/stops"))
            .unwrap()
            .count(),
        4
    );
    // The same page sent twice: an entry that gets its key from its title, and a change.
    let fields = [
        ("title.id", "Lampu jalan (rekaan)"),
        ("text.id", "Isi rekaan"),
        ("sources", "berita"),
    ];
    for place in ["aspirations/-", "aspirations/4"] {
        let address = form(STOP, place);
        let page = server.get(&address).text();
        let mut body = Serializer::new(String::new());
        body.append_pair("_token", &hidden(&page, "_token"))
            .append_pair("_hash", &hidden(&page, "_hash"));
        body.extend_pairs(fields)
            .append_pair("notes.0.id", place)
            .append_pair("_save", "1");
        let body = body.finish();
        let first = server.post(&address, &body, &server.of_here());
        assert_eq!(first.status, 303, "{}", said(&first));
        let once = read(root, STOP);
        let second = server.post(&address, &body, &server.of_here());
        assert_eq!(second.status, 303, "{}", said(&second));
        assert_eq!(
            first.head.lines().find(|l| l.starts_with("Location")),
            second.head.lines().find(|l| l.starts_with("Location"))
        );
        assert_eq!(read(root, STOP), once);
    }
    assert_eq!(
        records(root, STOP)["aspirations"].as_array().unwrap().len(),
        5
    );
}

#[test]
fn a_file_that_is_no_utf8_is_no_form() {
    let dir = site();
    let root = dir.path();
    let bytes = read(root, STOP)
        .replace("Warga meminta jalan", "Warga meminta caf\u{e9}")
        .into_bytes();
    let bytes: Vec<u8> = bytes.split(|b| *b == 0xC3).collect::<Vec<_>>().concat();
    std::fs::write(root.join(STOP), &bytes).unwrap();
    let server = Server::start(root, &[]);
    let page = server.get(&form(STOP, "aspirations/0"));
    assert!(
        page.status == 409 && page.text().contains("001-satu.yaml:"),
        "{}",
        page.text()
    );
    assert_eq!(std::fs::read(root.join(STOP)).unwrap(), bytes);
}

#[test]
fn a_file_in_utf16_is_no_form_and_says_what_to_do() {
    let dir = site();
    let root = dir.path();
    let text = format!("\u{FEFF}{}", read(root, STOP));
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    std::fs::write(root.join(STOP), &bytes).unwrap();
    let server = Server::start(root, &[]);
    let page = server.get(&form(STOP, "aspirations/0"));
    assert!(
        page.status == 409 && page.text().contains("pengodean UTF-8"),
        "{}",
        page.text()
    );
    assert_eq!(std::fs::read(root.join(STOP)).unwrap(), bytes);
}

#[test]
fn what_was_typed_outlives_the_program_and_the_file() {
    let dir = site();
    let root = dir.path();
    let address = form(STOP, "aspirations/1");
    let old = Server::start(root, &[]).get(&address).text();
    let server = Server::start(root, &[]);
    let before = read(root, STOP);
    let typed = [
        ("title.id", "Judul rekaan"),
        ("id", "air"),
        ("text.id", "Isi rekaan"),
        ("sources", "belakangan"),
    ];
    let send = |page: &str| {
        let mut body = Serializer::new(String::new());
        body.append_pair("_token", &hidden(page, "_token"))
            .append_pair("_hash", &hidden(page, "_hash"));
        server.post(
            &address,
            &body.extend_pairs(typed).append_pair("_save", "1").finish(),
            &server.of_here(),
        )
    };
    let is_kept = |answer: &Answer, status: u16, why: &str| {
        let page = answer.text();
        assert_eq!(answer.status, status, "{page}");
        assert!(
            page.contains("Judul rekaan") && page.contains("Isi rekaan") && page.contains(why),
            "{page}"
        );
        assert!(
            page.contains("data-unsaved") && page.contains("name=\"_save\""),
            "{page}"
        );
        page
    };
    // A file that was changed while nobody remembers what it said: the record is known by its key.
    let other = before.replacen("Warga meminta air bersih.", "Lain.", 1);
    std::fs::write(root.join(STOP), &other).unwrap();
    let answer = send(&old);
    let unknown = is_kept(&answer, 409, "tidak tahu lagi");
    assert!(unknown.contains("catatan=aspirations%2F1"), "{unknown}");
    assert_eq!(read(root, STOP), other);
    std::fs::write(root.join(STOP), &before).unwrap();
    // A form of a program that has ended.
    let page = is_kept(&send(&old), 403, "dijalankan ulang");
    assert_eq!(read(root, STOP), before);
    // A file that somebody broke, and one that is gone.
    std::fs::write(root.join(STOP), before.replace("sources:", "sources: [")).unwrap();
    let page = is_kept(&send(&page), 422, "001-satu.yaml:");
    std::fs::remove_file(root.join(STOP)).unwrap();
    let page = is_kept(&send(&page), 422, "tidak ada");
    std::fs::write(root.join(STOP), &before).unwrap();
    let saved = send(&page);
    assert_eq!(saved.status, 303, "{}", said(&saved));
    assert_eq!(
        records(root, STOP)["aspirations"][1]["title"],
        "Judul rekaan"
    );
}

#[test]
fn what_is_chosen_stays_in_its_order() {
    let dir = site();
    let root = dir.path();
    let server = Server::start(root, &[]);
    let before = read(root, STOP);
    std::fs::write(
        root.join(STOP),
        before.replacen("topics: [jalan-desa]", "topics: [air, jalan]", 1),
    )
    .unwrap();
    let page = server.get(&form(STOP, "aspirations/0")).text();
    let boxes: Vec<&str> = page
        .split("name=\"topics\" value=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert_eq!(boxes, ["air", "jalan", "jalan-desa"]);
}

/// What is typed by those who mean harm, and by those who do not know better.
const HOSTILE: [&str; 24] = [
    "<script>alert(1)</script>",
    "\" onmouseover=\"alert(1)",
    "[tautan](javascript:alert(1))",
    "</script><!--",
    "]]>",
    "{{ 7*7 }} {% include \"/etc/passwd\" %}",
    "<svg><animate onbegin=alert(1)>",
    "![gambar](https://jahat.example/a.png)",
    "Jalan #3 rusak: 'parah' - \"sekali\"",
    "&amp; &lt;",
    "ꦗꦮ 🌾 عربي",
    "- butir\n- butir",
    "? tanya\n! seru",
    "*alias &jangkar !tag",
    "|\nliteral",
    "key: nilai\n  lain: lagi",
    "---\n...",
    "%YAML 1.2",
    "\\n \\u0000 \\",
    "null",
    "0x1F",
    "`tik` @at",
    "\u{202E}terbalik",
    "nol\u{0}byte dan\u{200B}tak tampak",
];

#[test]
fn hostile_words_are_saved_as_they_are_or_refused_at_their_field() {
    let dir = site();
    let root = dir.path();
    let server = Server::start(root, &[]);
    let fields = [
        ("title.id", "/title"),
        ("text.id", "/text"),
        ("from.role.id", "/from/role"),
        ("reported_by.id", "/reported_by"),
        ("notes.0.id", "/notes/0"),
        ("responses.0.text.id", "/responses/0/text"),
        ("responses.0.official.name", "/responses/0/official/name"),
        (
            "responses.0.official.title.id",
            "/responses/0/official/title",
        ),
        (
            "responses.0.commitments.0.text.id",
            "/responses/0/commitments/0/text",
        ),
        (
            "responses.0.commitments.0.budget.id",
            "/responses/0/commitments/0/budget",
        ),
        (
            "responses.0.commitments.0.conditions.0.id",
            "/responses/0/commitments/0/conditions/0",
        ),
        (
            "responses.0.commitments.0.due.said.id",
            "/responses/0/commitments/0/due/said",
        ),
    ];
    let (harmless, refused) = HOSTILE.split_at(22);
    for turn in 0..2 {
        let word = |n: usize| harmless[(n + turn * fields.len()) % harmless.len()];
        // A name is one line.
        let typed = |(n, (name, _)): (usize, &(&'static str, &str))| {
            (
                *name,
                if name.ends_with("official.name") {
                    "Nama <b>Rekaan</b>"
                } else {
                    word(n)
                },
            )
        };
        let mut all: Vec<(&str, &str)> = fields.iter().enumerate().map(typed).collect();
        let key = format!("rekaan-{turn}");
        all.extend([
            ("id", &*key),
            ("sources", "berita"),
            ("responses.0.answer", "promised"),
            ("responses.0.commitments.0.id", &*key),
        ]);
        let address = server.save(&form(STOP, "aspirations/-"), &all);
        let saved = records(root, STOP)["aspirations"]
            .as_array()
            .unwrap()
            .last()
            .unwrap()
            .clone();
        let page = server.get(&address).text();
        for (n, (name, pointer)) in fields
            .iter()
            .enumerate()
            .filter(|(_, (name, _))| !name.ends_with("official.name"))
        {
            assert_eq!(saved.pointer(pointer).unwrap(), word(n), "{name}");
        }
        assert!(
            !page.contains("<script>alert")
                && !page.contains("onmouseover=\"alert")
                && !page.contains("<svg>"),
            "{page}"
        );
    }
    let before = read(root, STOP);
    for word in refused {
        let all: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, _)| (*name, *word))
            .chain([("_save", "1"), ("responses.0.answer", "promised")])
            .collect();
        let answer = server.hand_in(&form(STOP, "aspirations/-"), &all);
        let page = answer.text();
        assert_eq!(answer.status, 422);
        for (name, _) in &fields {
            // The row of a list of texts is its box.
            let is_named = |name: &str| page.contains(&format!("href=\"#k-{name}\""));
            let is_said = is_named(name) || is_named(name.trim_end_matches(".id"));
            assert!(is_said, "{name} {word:?}: {}", said(&answer));
        }
    }
    assert_eq!(read(root, STOP), before);
}
