//! Rows become records, or get a message at their cell.

use super::book;
use crate::common::site::Site;
use crate::common::{repository, tree};

/// What the office types first, with mistakes: the made-up stop, its source, two aspirations, a promise.
const STOPS: [&[&str]; 2] = [
    &["Nomor kunjungan", "Kecamatan", "Tanggal", "Tempat"],
    &["7", "Ambulu", "25/03/2022", "Pendopo"],
];
const SOURCES: [&[&str]; 2] = [
    &["Kunjungan", "Kunci", "Penerbit", "Jenis"],
    &["7", "notula", "Humas rekaan", "document"],
];
pub const ASPIRATIONS: [&[&str]; 3] = [
    &[
        "Kunjungan",
        "Kunci",
        "Judul",
        "Topik",
        "Isi",
        "Kunci sumber",
    ],
    &[
        "7",
        "jalan-rusak",
        "Jalan dusun rekaan",
        "jalan, desa",
        "=1+1 bukan rumus",
        "notula",
    ],
    &[
        "7",
        "air-bersih",
        "",
        "irigasi",
        "Minta saluran rekaan",
        "notulen",
    ],
];
const RESPONSES: [&[&str]; 2] = [
    &[
        "Kunjungan",
        "Aspirasi atau pengumuman",
        "Jawaban ke",
        "OPD",
        "Jenis jawaban",
        "Isi",
    ],
    &[
        "7",
        "jalan-rusak",
        "",
        "dinas-koperasi",
        "promised",
        "Akan dikerjakan",
    ],
];

#[test]
fn from_nothing_to_a_site_by_the_spreadsheet_alone() {
    let site = Site::init();
    site.run(&["export", "kosong.xlsx"]).expect(0, &[]);
    let before = tree(&site.path("content"));
    let pages: [(&str, &[&[&str]]); 4] = [
        ("Kunjungan", &STOPS),
        ("Sumber", &SOURCES),
        ("Aspirasi", &ASPIRATIONS),
        ("Jawaban", &RESPONSES),
    ];
    site.write("isi.xlsx", book(&pages));
    site.run(&["import", "isi.xlsx", "--write"])
        .expect_quiet(
            1,
            &[
                "[J208]: Kunjungan!C2",
                "2022-03-25",
                "[J207]: Kunjungan!B2",
                "[J135]: Aspirasi!C3: kolom `Judul` wajib diisi",
                "Kunci: air-bersih",
                "Tidak ada yang ditulis",
            ],
        )
        .expect_none(&[".yaml:"]);
    assert!(before == tree(&site.path("content")), "nothing is written");
    // Mended, the rules have more to say.
    let mut stops = STOPS;
    stops[1] = &["7", "ambulu", "2022-03-25", "Pendopo"];
    let mut aspirations = ASPIRATIONS;
    aspirations[2] = &[
        "7",
        "air-bersih",
        "Saluran rekaan",
        "irigasi",
        "Minta saluran rekaan",
        "notulen",
    ];
    let pages: [(&str, &[&[&str]]); 4] = [
        ("Kunjungan", &stops),
        ("Sumber", &SOURCES),
        ("Aspirasi", &aspirations),
        ("Jawaban", &RESPONSES),
    ];
    site.write("isi.xlsx", book(&pages));
    site.run(&["--lang", "en", "import", "isi.xlsx", "--write"])
        .expect(
            1,
            &[
                "[J307]: Aspirasi!F3",
                "notula",
                "[J501]: Jawaban!",
                "Nothing was written",
            ],
        );
    // All right.
    aspirations[2] = &[
        "7",
        "air-bersih",
        "Saluran rekaan",
        "irigasi",
        "Minta saluran rekaan",
        "notula",
    ];
    let commitments: [&[&str]; 2] = [
        &[
            "Kunjungan",
            "Aspirasi atau pengumuman",
            "Kunci",
            "Isi",
            "Tenggat: paling lambat",
        ],
        &[
            "7",
            "jalan-rusak",
            "tambal",
            "Menambal jalan rekaan",
            "2022",
        ],
    ];
    let news: [&[&str]; 2] = [
        &[
            "Tentang",
            "Tanggal",
            "Status",
            "Isi",
            "Sumber 1: penerbit",
            "Sumber 1: jenis",
        ],
        &[
            "7/jalan-rusak/tambal",
            "2022-06-01",
            "in-progress",
            "Mulai ditambal (rekaan)",
            "Humas rekaan",
            "office",
        ],
    ];
    let pages: [(&str, &[&[&str]]); 6] = [
        ("Kunjungan", &stops),
        ("Sumber", &SOURCES),
        ("Aspirasi", &aspirations),
        ("Jawaban", &RESPONSES),
        ("Komitmen", &commitments),
        ("Kabar", &news),
    ];
    site.write("isi.xlsx", book(&pages));
    let would = site.run(&["import", "isi.xlsx"]).expect(0, &[]);
    for says in [
        "content/stops/007-ambulu.yaml (baru)",
        "content/follow-ups/2022-06.yaml (baru)",
        "+ number: 7",
        "=1+1 bukan rumus",
    ] {
        assert!(would.out.contains(says), "{says}:\n{}", would.out);
    }
    assert!(
        would.err.contains("--write") && would.err.contains("999"),
        "{}",
        would.err
    );
    assert!(
        before == tree(&site.path("content")),
        "without --write nothing is written"
    );
    site.run(&["import", "isi.xlsx", "--write"]).expect(0, &[]);
    let again = site.run(&["import", "isi.xlsx", "--write"]);
    assert!(
        again.out.is_empty() && again.err.contains("Tidak ada yang berubah"),
        "{}{}",
        again.out,
        again.err
    );
    site.run(&["build"]).expect(0, &[]);
    let page = site.read("public/7/jalan-rusak/index.html");
    assert!(page.contains("Menambal jalan rekaan") && page.contains("Mulai ditambal (rekaan)"));
    assert!(site.exists("public/7/air-bersih/index.html"));
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let site = Site::init();
    let new: &[&str] = &["999", "baru", "Judul", "Isi"];
    let sheets: &[(&str, &[&[&str]])] = &[
        (
            "Aspirasi",
            &[&["Kunjungan", "Kunci", "Judul", "Isi"], new, new],
        ),
        (
            "Kunjungan",
            &[
                &["Nomor kunjungan", "Kecamatan", "Tanggal"],
                &["3", "Silo?", "kemarin"],
            ],
        ),
    ];
    site.write("a.xlsx", book(sheets));
    let cells = ["[J134]: Aspirasi!B3", "Kunjungan!B2", "Kunjungan!C2"];
    site.run(&["import", "a.xlsx"]).expect(1, &cells);
}

#[test]
fn rows_that_name_nothing_are_led_to_their_cell() {
    let head: &[&str] = &[
        "Kunjungan",
        "Aspirasi atau pengumuman",
        "Jawaban ke",
        "Jenis jawaban",
        "Isi",
    ];
    let aspirations: &[&str] = &["Kunjungan", "Kunci", "Judul", "Isi"];
    let new: &[&str] = &["3", "baru", "Judul", "Isi"];
    for (name, rows, says) in [
        (
            "Jawaban",
            &[head, &["", "studi-banding", "1", "declined", "Tidak"]][..],
            "[J134]: Jawaban!A2",
        ),
        (
            "Jawaban",
            &[head, &["999", "studi-bandin", "1", "declined", "Tidak"]],
            "[J134]: Jawaban!B2: 999/studi-bandin ",
        ),
        (
            "Jawaban",
            &[head, &["999", "studi-banding", "", "declined", "Lain"]],
            "[J134]: Jawaban!C2: number 1",
        ),
        (
            "Jawaban",
            &[head, &["999", "studi-banding", "9", "declined", "Lain"]],
            "the next is 2",
        ),
        ("Aspirasi", &[aspirations, new, new], "[J134]: Aspirasi!B3"),
        (
            "Aspirasi",
            &[
                &["Kunjungan", "Kunci", "Catatan penyusun 2"],
                &["999", "jalan-dusun", "Rekaan"],
            ],
            "[J134]: Aspirasi!C2: the number",
        ),
        (
            "Aspirasi",
            &[
                &["Kunjungan", "Kunci", "Judull"],
                &["999", "studi-banding", "x"],
            ],
            "Did you mean judul",
        ),
        (
            "Aspirasi",
            &[&["Kunjungan", "Kunci", "Isi", "Isi"], &["999", "x"]],
            "[J133]: Aspirasi!D1",
        ),
        (
            "Aspirasi",
            &[&["Kunjungan", "Kunci", ""], &["999", "x", "stray"]],
            "[J133]: Aspirasi!C2",
        ),
        (
            "Aspirasi",
            &[&["Kunci", "Judul"], &["999", "x"]],
            "Aspirasi: the column `Kunjungan / Stop`",
        ),
    ] {
        let site = Site::init();
        site.write("a.xlsx", book(&[(name, rows)]));
        site.run(&["--lang", "en", "import", "a.xlsx", "--write"])
            .expect(1, &[says]);
    }
}

#[test]
fn open_document_and_csv() {
    let site = Site::init();
    std::fs::copy(repository("tests/sheets/rekaan.ods"), site.path("a.ods")).unwrap();
    site.run(&["import", "a.ods", "--write"])
        .expect(0, &["J132", "Catatan saya"]);
    let stop = site.read("content/stops/007-ambulu.yaml");
    assert!(
        stop.contains("date: 2022-03-25")
            && stop.contains("Baris satu.")
            && stop.contains("heard: 2"),
        "{stop}"
    );
    let rows = [
        "Kunjungan;Kunci;Judul\r\n7;jalan-rusak;\"Jalan; rekaan\"\r\n",
        "sep=,\n\u{FEFF}Stop,Key,Title\n7,jalan-rusak,\"Jalan; rekaan\"\n",
    ];
    for (name, text) in [
        ("aspirasi.csv", rows[0]),
        ("aspirations.csv", &rows[1].replace('\u{FEFF}', "")),
    ] {
        site.write(name, text);
        let run = site.run(&["import", name]).expect(0, &[]);
        assert!(
            run.out.contains('+') && run.out.contains("Jalan; rekaan"),
            "{name}: {}",
            run.out
        );
        // What has no row stays, and so does what has no column.
        assert!(
            run.err.contains("7/air-bersih") && !run.out.contains("-     text"),
            "{}{}",
            run.out,
            run.err
        );
    }
}

/// The made-up stop's sources, some without a key; two of them say the same.
const MANY: &str = "sources:
  - publisher: Humas rekaan
    kind: office
  - id: notula
    publisher: Humas rekaan
    kind: document
  - publisher: Koran rekaan
    kind: press
  - publisher: Humas rekaan
    kind: office
";

#[test]
fn sources_without_a_key_are_known_by_their_turn() {
    let site = Site::init();
    let path = site.path("content/stops/007-rekaan.yaml");
    let stop = format!("number: 7\ndistrict: ambulu\ndate: 2022-03-25\ndraft: true\n{MANY}");
    std::fs::write(&path, &stop).unwrap();
    let text = || std::fs::read_to_string(&path).unwrap();
    let import = |name: &str, rows: &[&[&str]]| {
        site.write(name, book(&[("Sumber", rows)]));
        site.run(&["import", name, "--write"])
    };
    // There and back.
    site.run(&["export", "a.xlsx"]).expect(0, &[]);
    let back = site
        .run(&["import", "a.xlsx", "--write"])
        .expect_quiet(0, &[]);
    assert!(
        back.err.contains("Tidak ada yang berubah") && text() == stop,
        "{}",
        back.err
    );
    site.run(&["export", "b.xlsx"]).expect(0, &[]);
    let bytes = |name: &str| std::fs::read(site.path(name)).unwrap();
    assert!(bytes("a.xlsx") == bytes("b.xlsx"));
    // A row that says what a source says is of that source, and one that says something else is of a new one; only once.
    let head: &[&str] = &["Kunjungan", "Kunci", "Sumber ke", "Penerbit", "Jenis"];
    let more: [&[&str]; 4] = [
        head,
        &["7", "", "", "Humas rekaan", "office"],
        &["7", "", "", "Radio rekaan", "press"],
        &["7", "", "1", "Humas rekaan", "office"],
    ];
    for run in [import("c.xlsx", &more), import("c.xlsx", &more)] {
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(
            run.err.contains("Sumber: tidak ada barisnya di lembar") && run.err.contains("7/3"),
            "{}",
            run.err
        );
        assert_eq!(
            text(),
            format!("{stop}  - publisher: Radio rekaan\n    kind: press\n")
        );
    }
    // Those that have a turn are changed, and may be given a key.
    let changed: [&[&str]; 3] = [
        head,
        &["7", "koran", "3", "Koran rekaan", "press"],
        &["7", "", "4", "Humas rekaan", "document"],
    ];
    for run in [import("d.xlsx", &changed), import("d.xlsx", &changed)] {
        assert_eq!(run.code, 0, "{}", run.err);
        assert_eq!(text().matches("publisher:").count(), 5);
        assert!(
            text().contains("  - id: koran\n    publisher: Koran rekaan\n    kind: press\n"),
            "{}",
            text()
        );
        assert!(
            text()
                .contains("  - publisher: Humas rekaan\n    kind: document\n  - publisher: Radio"),
            "{}",
            text()
        );
    }
    let before = text();
    let twice: [&[&str]; 3] = [
        head,
        &["7", "", "1", "A rekaan", "press"],
        &["7", "", "1", "B rekaan", "press"],
    ];
    let gap: [&[&str]; 2] = [head, &["7", "", "9", "A rekaan", "press"]];
    for (rows, says) in [
        (&twice[..], "[J134]: Sumber!C3: baris untuk 7/1"),
        (&gap, "yang berikutnya 6"),
    ] {
        let run = import("e.xlsx", rows);
        assert!(
            run.code == 1 && run.err.contains(says),
            "{says}: {}",
            run.err
        );
    }
    assert_eq!(text(), before);
    // An empty cell removes its field, also the key by which the row was known: no second source comes of it.
    let cleared: [&[&str]; 2] = [head, &["7", "", "", "Koran rekaan", "press"]];
    for run in [import("f.xlsx", &cleared), import("f.xlsx", &cleared)] {
        assert_eq!(run.code, 0, "{}", run.err);
        assert_eq!(
            text(),
            before.replace("- id: koran\n    publisher", "- publisher")
        );
    }
}
