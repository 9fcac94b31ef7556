//! What others changed meanwhile, and forms that outlive their program or their file: what was typed is shown again and not lost.

use super::{STOP, body_of, errors_of, form_address, hidden_value, records};
use crate::common::server::{Response, Server};
use crate::common::site::Site;
use form_urlencoded::Serializer;
use serde_json::json;

#[test]
fn what_others_wrote_meanwhile_is_shown_and_not_lost() {
    let site = Site::riwayat();
    let server = Server::start(site.root(), &[]);
    let address = form_address(STOP, "aspirations/1");
    let page = server.get(&address).text();
    let (token, hash) = (hidden_value(&page, "_token"), hidden_value(&page, "_hash"));
    let changed = site.read(STOP).replace(
        "  - id: jalan\n",
        "  - {id: baru, title: Baru, text: Baru., sources: [berita]}\n  - id: jalan\n",
    );
    site.write(STOP, &changed);
    let typed = [
        ("title.id", "Air bersih untuk semua"),
        ("id", "air"),
        ("text.id", "Isi lama"),
        ("_save", "1"),
    ];
    let submit = |hash: &str| {
        let mut body = Serializer::new(String::new());
        body.append_pair("_token", &token)
            .append_pair("_hash", hash)
            .extend_pairs(typed);
        server.post(&address, &body.finish(), &server.own_headers())
    };
    let answer = submit(&hash);
    let page = answer.text();
    assert_eq!(answer.status, 409);
    assert!(
        page.contains("+   - {id: baru, title: Baru") && page.contains("Air bersih untuk semua"),
        "{page}"
    );
    assert_eq!(site.read(STOP), changed);
    assert!(
        page.contains("catatan=aspirations%2F2"),
        "the record is found where it now stands"
    );
    assert_eq!(submit("tidak dikenal").status, 409);
    let mut body = Serializer::new(String::new());
    body.append_pair("_token", &token)
        .append_pair("_hash", &hidden_value(&page, "_hash"))
        .extend_pairs(typed);
    let saved = server.post(
        &form_address(STOP, "aspirations/2"),
        &body.finish(),
        &server.own_headers(),
    );
    assert_eq!(saved.status, 303, "{}", errors_of(&saved));
    let aspirations = &records(&site, STOP)["aspirations"];
    assert_eq!(
        (&aspirations[0]["id"], &aspirations[2]["title"]),
        (&json!("baru"), &json!("Air bersih untuk semua"))
    );
}

#[test]
fn what_was_typed_outlives_the_program_and_the_file() {
    let site = Site::riwayat();
    let address = form_address(STOP, "aspirations/1");
    let old = Server::start(site.root(), &[]).get(&address).text();
    let server = Server::start(site.root(), &[]);
    let before = site.read(STOP);
    let typed = [
        ("title.id", "Judul rekaan"),
        ("id", "air"),
        ("text.id", "Isi rekaan"),
        ("sources", "belakangan"),
    ];
    let send = |page: &str| {
        let mut body = body_of(page);
        server.post(
            &address,
            &body.extend_pairs(typed).append_pair("_save", "1").finish(),
            &server.own_headers(),
        )
    };
    let is_kept = |answer: &Response, status: u16, why: &str| {
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
    site.write(STOP, &other);
    let answer = send(&old);
    let unknown = is_kept(&answer, 409, "tidak tahu lagi");
    assert!(unknown.contains("catatan=aspirations%2F1"), "{unknown}");
    assert_eq!(site.read(STOP), other);
    site.write(STOP, &before);
    // A form of a program that has ended.
    let page = is_kept(&send(&old), 403, "dijalankan ulang");
    assert_eq!(site.read(STOP), before);
    // A file that somebody broke, and one that is gone.
    site.write(STOP, before.replace("sources:", "sources: ["));
    let page = is_kept(&send(&page), 422, "001-satu.yaml:");
    site.remove(STOP);
    let page = is_kept(&send(&page), 422, "tidak ada");
    site.write(STOP, &before);
    let saved = send(&page);
    assert_eq!(saved.status, 303, "{}", errors_of(&saved));
    assert_eq!(
        records(&site, STOP)["aspirations"][1]["title"],
        "Judul rekaan"
    );
}
