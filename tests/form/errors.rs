//! What is refused: errors are shown at their fields, nothing that was typed is lost, and hostile words stay words.

use super::{STOP, errors_of, form_address, records};
use crate::common::server::Server;
use crate::common::site::Site;

/// A new aspiration of the stop.
fn new_aspiration() -> String {
    form_address(STOP, "aspirations/-")
}

/// What makes one that breaks no rule.
const VALID: [(&str, &str); 3] = [
    ("title.id", "Judul rekaan"),
    ("text.id", "Isi rekaan"),
    ("sources", "berita"),
];

#[test]
fn faults_stand_beside_their_fields_and_nothing_is_lost() {
    let site = Site::riwayat();
    let before = site.read(STOP);
    let server = Server::start(site.root(), &[]);
    let typed = [
        ("title.id", "Judul <b>tebal</b> & \"kutip\""),
        ("topics", "tidak-ada"),
        ("text.id", "</textarea><script>alert(1)</script>"),
        ("responses.3.answer", "promised"),
        ("responses.3.text.id", "Janji tanpa komitmen"),
        ("_save", "1"),
    ];
    let response = server.submit(&new_aspiration(), &typed);
    let page = response.text();
    assert_eq!(response.status, 422);
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
    for word in ["<script>alert", "<iframe"] {
        assert!(!page.contains(word), "{word}: {page}");
    }
    // Messages for those who type in boxes do not speak of keys and lines.
    let empty = server.submit("/tulis/kabar/", &[("_save", "1")]);
    let page = empty.text();
    assert!(page.contains("Tentang: belum diisi"), "{page}");
    assert!(!page.contains("Tambahkan baris"), "{page}");
    assert_eq!(site.read(STOP), before);
}

#[test]
fn a_preview_saves_nothing_and_gives_the_page_as_it_would_be() {
    let site = Site::riwayat();
    let before = site.read(STOP);
    let server = Server::start(site.root(), &[]);
    let response = server.submit(&new_aspiration(), &VALID);
    let page = response.text();
    assert_eq!(response.status, 200, "{}", errors_of(&response));
    let (_, frame) = page.split_once("<iframe").unwrap();
    let (_, address) = frame.split_once("src=\"").unwrap();
    let preview = server.get(address.split('"').next().unwrap());
    assert!(preview.text().contains("Isi rekaan"));
    assert!(preview.head.contains("frame-ancestors 'self'; sandbox"));
    assert_eq!(site.read(STOP), before);
    // Nor does asking for one row more.
    let more = [
        ("number", "1"),
        ("_more", "notes"),
        ("notes.0.id", "Catatan"),
    ];
    let page = server.submit(&form_address(STOP, ""), &more).text();
    assert!(page.contains("notes.2.id") && !page.contains("notes.3.id"));
}

#[test]
fn what_is_wrong_elsewhere_does_not_hinder_and_what_cannot_be_read_is_no_form() {
    let site = Site::riwayat();
    let server = Server::start(site.root(), &[]);
    let other = "number: 9\ndistrict: entah\ndate: 2022-05-01\n";
    site.write("content/stops/009-lain.yaml", other);
    site.write("content/stops/010-rusak.yaml", "number: [\n");
    server.save(&new_aspiration(), &VALID);
    let page = server.get(&form_address(STOP, "")).text();
    assert!(page.contains("009-lain.yaml:2"), "{page}");
    let broken = server.get(&form_address("content/stops/010-rusak.yaml", ""));
    assert_eq!(broken.status, 409);
    assert!(
        broken.text().contains("010-rusak.yaml:"),
        "{}",
        broken.text()
    );
    for (file, path) in [
        ("content/site.yaml", ""),
        ("content/stops/../site.yaml", ""),
        (STOP, "aspirations/99"),
        (STOP, "sources/0"),
    ] {
        let status = server.get(&form_address(file, path)).status;
        assert!(matches!(status, 404 | 409), "{file} {path}");
    }
}

#[test]
fn a_file_that_is_no_utf8_is_no_form() {
    let site = Site::riwayat();
    let bytes = site
        .read(STOP)
        .replace("Warga meminta jalan", "Warga meminta caf\u{e9}")
        .into_bytes();
    let bytes: Vec<u8> = bytes.split(|b| *b == 0xC3).collect::<Vec<_>>().concat();
    site.write(STOP, &bytes);
    let server = Server::start(site.root(), &[]);
    let page = server.get(&form_address(STOP, "aspirations/0"));
    assert!(
        page.status == 409 && page.text().contains("001-satu.yaml:"),
        "{}",
        page.text()
    );
    assert_eq!(site.bytes(STOP), bytes);
}

#[test]
fn a_file_in_utf16_is_no_form_and_says_what_to_do() {
    let site = Site::riwayat();
    let text = format!("\u{FEFF}{}", site.read(STOP));
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    site.write(STOP, &bytes);
    let server = Server::start(site.root(), &[]);
    let page = server.get(&form_address(STOP, "aspirations/0"));
    assert!(
        page.status == 409 && page.text().contains("pengodean UTF-8"),
        "{}",
        page.text()
    );
    assert_eq!(site.bytes(STOP), bytes);
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

/// How many of them, the first ones, are saved as they are; the others are refused.
const HARMLESS: usize = 22;

/// The boxes into which they are typed, and where their text is in the record.
const FIELDS: [(&str, &str); 12] = [
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

#[test]
fn hostile_words_are_saved_as_they_are() {
    let site = Site::riwayat();
    let server = Server::start(site.root(), &[]);
    let harmless = &HOSTILE[..HARMLESS];
    for turn in 0..2 {
        let word = |n: usize| harmless[(n + turn * FIELDS.len()) % harmless.len()];
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
        let mut all: Vec<(&str, &str)> = FIELDS.iter().enumerate().map(typed).collect();
        let key = format!("rekaan-{turn}");
        all.extend([
            ("id", &*key),
            ("sources", "berita"),
            ("responses.0.answer", "promised"),
            ("responses.0.commitments.0.id", &*key),
        ]);
        let address = server.save(&form_address(STOP, "aspirations/-"), &all);
        let saved = records(&site, STOP)["aspirations"]
            .as_array()
            .unwrap()
            .last()
            .unwrap()
            .clone();
        let page = server.get(&address).text();
        for (n, (name, pointer)) in FIELDS
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
}

#[test]
fn words_that_nobody_sees_are_refused_at_their_field() {
    let site = Site::riwayat();
    let server = Server::start(site.root(), &[]);
    let before = site.read(STOP);
    for word in &HOSTILE[HARMLESS..] {
        let all: Vec<(&str, &str)> = FIELDS
            .iter()
            .map(|(name, _)| (*name, *word))
            .chain([("_save", "1"), ("responses.0.answer", "promised")])
            .collect();
        let answer = server.submit(&form_address(STOP, "aspirations/-"), &all);
        let page = answer.text();
        assert_eq!(answer.status, 422);
        for (name, _) in FIELDS {
            // The row of a list of texts is its box.
            let is_named = |name: &str| page.contains(&format!("href=\"#k-{name}\""));
            let is_shown = is_named(name) || is_named(name.trim_end_matches(".id"));
            assert!(is_shown, "{name} {word:?}: {}", errors_of(&answer));
        }
    }
    assert_eq!(site.read(STOP), before);
}

/// A warning does not hinder: it stands beside its field, and the text is saved as it was typed.
#[test]
fn a_name_that_looks_private_is_shown_beside_its_field() {
    let site = Site::riwayat();
    let server = Server::start(site.root(), &[]);
    let typed = [
        ("title.id", "Usul Pak Rekaan"),
        ("text.id", "Jalan di RT 03 RW 05 rusak."),
        ("sources", "berita"),
    ];
    let page = server.submit(&new_aspiration(), &typed).text();
    for (field, found) in [("title.id", "`Pak Rekaan`"), ("text.id", "`RT 03 RW 05`")] {
        let at = format!("data-field=\"{field}\"");
        let beside = page.split(&at).nth(1).unwrap_or_default();
        let beside = beside.split("</div>").next().unwrap();
        assert!(
            beside.contains(found) && beside.contains("class=\"note\""),
            "{field}: {page}"
        );
    }
    server.save(&new_aspiration(), &typed);
    assert!(site.read(STOP).contains("Usul Pak Rekaan"));
}
