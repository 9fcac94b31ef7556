//! Requests of other sites and strange requests: nothing is written.

use super::hidden_value;
use crate::common::server::Server;
use crate::common::site::Site;
use form_urlencoded::Serializer;

#[test]
fn other_sites_and_strange_requests_write_nothing() {
    let site = Site::riwayat();
    let server = Server::start(site.root(), &[]);
    let address = "/tulis/kunjungan/";
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
    let right = body(&hidden_value(&page, "_token"));
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
        ("another token", &body("0"), server.own_headers(), 403),
        ("too large", &huge, server.own_headers(), 413),
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
        server.own_headers(),
        huge.len()
    );
    assert_eq!(server.send(&chunked).status, 413);
    assert_eq!(server.request("GET", address, "jahat.example").status, 421);
    let response = server.get(&format!("{address}?{right}"));
    assert!(
        response.status == 200 && !site.exists("content/stops/008-satu.yaml"),
        "only a form that is handed in is saved"
    );
    for kecamatan in ["../../x", "..", "/etc/passwd", "a\\b", "satu\0", "C:x"] {
        let fields = [
            ("number", "8"),
            ("district", kecamatan),
            ("date", "2022-04-01"),
            ("_save", "1"),
        ];
        assert_eq!(server.submit(address, &fields).status, 422, "{kecamatan}");
    }
    assert_eq!(site.count("content/stops"), 3);
    assert_eq!(
        server.post(address, &right, &server.own_headers()).status,
        303
    );
    let other = server.submit(
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
