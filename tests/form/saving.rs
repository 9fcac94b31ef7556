//! What is saved: a stop with two aspirations and what became of one, once however often it is sent, in the order in which it was
//! chosen.

use super::{STOP, body_of, errors_of, form_address, records};
use crate::common::server::Server;
use crate::common::site::Site;
use serde_json::json;

#[test]
fn a_stop_with_two_aspirations_and_what_became_of_one() {
    let site = Site::riwayat();
    let before = site.read("content/follow-ups/2022.yaml");
    let server = Server::start(site.root(), &[]);
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
    let address = server.save("/tulis/kunjungan/", &[&stop[..], &source].concat());
    let file = "content/stops/007-satu.yaml";
    assert_eq!(address, form_address(file, ""));
    let expected = "number: 7\ndistrict: satu\ndate: 2022-04-01\ndraft: true\nsources:\n  \
                    - id: kabar-contoh\n    publisher: Kabar Contoh\n    date: 2022-04-02\n    kind: press\n";
    assert_eq!(site.read(file), expected);
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
        server.save(&form_address(file, "aspirations/-"), &asked),
        form_address(file, "aspirations/0")
    );
    let second = [
        ("title.id", "Air bersih"),
        ("from.role.id", "Warga"),
        ("text.id", "Airnya keruh."),
        ("sources", "kabar-contoh"),
    ];
    assert_eq!(
        server.save(&form_address(file, "aspirations/-"), &second),
        form_address(file, "aspirations/1")
    );
    assert!(
        site.read(file).starts_with(expected),
        "what stood there stays"
    );
    let aspirations = &records(&site, file)["aspirations"];
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
        to_stop.contains("Kunjungan ke-7") && to_stop.contains("aspirations%2F1"),
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
        site.read(file),
        site.read(file).replace("draft: true\n", "")
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
        server.save("/tulis/kabar/", &news),
        form_address("content/follow-ups/2022-09.yaml", "0")
    );
    assert_eq!(
        server.save(
            "/tulis/kabar/",
            &news.map(|(n, v)| (n, if n == "date" { "2022-09-04" } else { v }))
        ),
        form_address("content/follow-ups/2022-09.yaml", "1")
    );
    assert!(
        site.read("content/follow-ups/2022-09.yaml")
            .starts_with("# ")
    );
    assert_eq!(site.read("content/follow-ups/2022.yaml"), before);
    server.get_until("/7/jembatan-desa-diperbaiki/", "the page", |page| {
        page.contains("Mulai dikerjakan.")
    });
    site.run(&["check", "--as-of", "2023-06-30"]).expect(0, &[]);
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
    let site = Site::riwayat();
    let server = Server::start(site.root(), &[]);
    let stop = [
        ("number", "8"),
        ("district", "satu"),
        ("date", "2022-04-01"),
        ("draft", "true"),
    ];
    for (address, fields, file) in [
        (
            "/tulis/kunjungan/",
            &stop[..],
            "content/stops/008-satu.yaml",
        ),
        (
            "/tulis/kabar/",
            &NEWS[..],
            "content/follow-ups/2022-09.yaml",
        ),
    ] {
        let first = server.save(address, fields);
        let once = site.read(file);
        assert_eq!(server.save(address, fields), first);
        assert_eq!(site.read(file), once);
    }
    assert_eq!(site.count("content/stops"), 4);
    // The same page sent twice: an entry that gets its key from its title, and a change.
    let fields = [
        ("title.id", "Lampu jalan (rekaan)"),
        ("text.id", "Isi rekaan"),
        ("sources", "berita"),
    ];
    for place in ["aspirations/-", "aspirations/4"] {
        let address = form_address(STOP, place);
        let page = server.get(&address).text();
        let mut body = body_of(&page);
        body.extend_pairs(fields)
            .append_pair("notes.0.id", place)
            .append_pair("_save", "1");
        let body = body.finish();
        let first = server.post(&address, &body, &server.own_headers());
        assert_eq!(first.status, 303, "{}", errors_of(&first));
        let once = site.read(STOP);
        let second = server.post(&address, &body, &server.own_headers());
        assert_eq!(second.status, 303, "{}", errors_of(&second));
        assert_eq!(first.header("Location"), second.header("Location"));
        assert_eq!(site.read(STOP), once);
    }
    assert_eq!(
        records(&site, STOP)["aspirations"]
            .as_array()
            .unwrap()
            .len(),
        5
    );
}

#[test]
fn what_is_chosen_stays_in_its_order() {
    let site = Site::riwayat();
    let server = Server::start(site.root(), &[]);
    let before = site.read(STOP);
    site.write(
        STOP,
        before.replacen("topics: [jalan-desa]", "topics: [air, jalan]", 1),
    );
    let page = server.get(&form_address(STOP, "aspirations/0")).text();
    let boxes: Vec<&str> = page
        .split("name=\"topics\" value=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert_eq!(boxes, ["air", "jalan", "jalan-desa"]);
}
