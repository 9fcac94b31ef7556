//! Answers of which nobody reported what they were, and promises that are open again, written through the forms.

use super::{errors_of, form_address, records};
use crate::common::server::{Response, Server};
use crate::common::site::Site;
use serde_json::json;

const STOP: &str = "content/stops/001-sukamaju.yaml";
const MONTH: &str = "content/follow-ups/2026-10.yaml";

/// What makes an aspiration that breaks no rule.
const ASKED: [(&str, &str); 3] = [
    ("title.id", "Saluran irigasi"),
    ("text.id", "Salurannya tersumbat."),
    ("sources", "notula"),
];

/// Saves an aspiration with a response.
fn save_answer(server: &Server, response: &[(&str, &str)]) -> Response {
    let fields = [&ASKED[..], response, &[("_save", "1")]].concat();
    server.submit(&form_address(STOP, "aspirations/-"), &fields)
}

#[test]
fn an_answer_that_nobody_reported_needs_no_text_but_a_source() {
    let site = Site::examples();
    let server = Server::start(site.root(), &[]);
    let page = server.get(&form_address(STOP, "aspirations/-")).text();
    let choice = "Disebut ada jawaban di tempat; isinya tidak dirinci";
    assert!(page.contains(choice), "{page}");
    for (response, says, field) in [
        (
            &[
                ("responses.0.answer", "explained"),
                ("responses.0.sources", "notula"),
            ][..],
            "jawaban ini belum punya `text`",
            "responses.0.text.id",
        ),
        (
            &[("responses.0.answer", "unreported")],
            "perlu sumber yang menyebut",
            "responses.0.sources",
        ),
        (
            &[
                ("responses.0.answer", "unreported"),
                ("responses.0.answer", "explained"),
                ("responses.0.text.id", "Milik provinsi."),
                ("responses.0.sources", "notula"),
            ],
            "tidak dapat bersama `explained`",
            "responses.0.answer",
        ),
    ] {
        let refused = save_answer(&server, response);
        let page = refused.text();
        assert_eq!(refused.status, 422, "{page}");
        assert!(page.contains(says), "{says}: {}", errors_of(&refused));
        let link = format!("href=\"#k-{field}\"");
        assert!(page.contains(&link), "{link}: {}", errors_of(&refused));
    }
    let response = [
        ("responses.0.answer", "unreported"),
        ("responses.0.sources", "notula"),
    ];
    let saved = save_answer(&server, &response);
    assert_eq!(saved.status, 303, "{}", errors_of(&saved));
    assert_eq!(
        records(&site, STOP)["aspirations"][1]["responses"],
        json!([{"answer": ["unreported"], "sources": ["notula"]}])
    );
}

#[test]
fn what_is_done_is_opened_again_with_a_tick() {
    let site = Site::examples();
    site.append(
        MONTH,
        "- about: 1/jalan-rusak/tambal-jalan\n  date: 2026-10-25\n  status: done-reported\n  text: Jalan ditambal.\n  \
         sources: [{publisher: Radio Contoh, date: 2026-10-25, kind: press}]\n",
    );
    let server = Server::start(site.root(), &[]);
    let news = [
        ("about", "1/jalan-rusak/tambal-jalan"),
        ("date", "2026-10-28"),
        ("status", "in-progress"),
        ("text.id", "Tambalannya lepas."),
        ("sources.0.publisher", "Radio Contoh"),
        ("sources.0.date", "2026-10-28"),
        ("_save", "1"),
    ];
    let refused = server.submit("/tulis/kabar/", &news);
    let page = refused.text();
    assert_eq!(refused.status, 422, "{page}");
    assert!(
        page.contains("href=\"#k-status\"") && page.contains("name=\"reopens\""),
        "{}",
        errors_of(&refused)
    );
    server.save(
        "/tulis/kabar/",
        &[&news[..6], &[("reopens", "true")]].concat(),
    );
    let saved = &records(&site, MONTH)[2];
    assert_eq!(saved["reopens"], json!("true"), "{saved}");
}
