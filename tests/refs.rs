//! The numbers of official systems (`refs`) on commitments and follow-ups: on pages, in data, in the form, the workbook
//! and the history; and what is refused.

use crate::common::server::Server;
use crate::common::site::Site;

const STOP: &str = "content/stops/001-sukamaju.yaml";
const MONTH: &str = "content/follow-ups/2026-10.yaml";

/// The small site, with numbers on a commitment and on its follow-up.
fn with_refs(stop: &str, follow_up: &str) -> Site {
    let site = Site::examples().outputs("cards: false, search: false");
    site.replace(
        STOP,
        "due: 2027}",
        &format!("due: 2027, refs: {{{stop}}}}}"),
    );
    site.replace(
        MONTH,
        "  status: planned\n",
        &format!("  status: planned\n  refs: {{{follow_up}}}\n"),
    );
    site
}

#[test]
fn numbers_are_on_the_page_in_the_data_and_in_the_history() {
    let site = with_refs("sk: 188.45/1/2026, lapor: \"1234567\"", "rup: \"12345678\"");
    site.run_on("2026-11-30", &["release"]).expect(0, &[]);
    let tree = site.build("2026-11-30");
    let text = |path: &str| String::from_utf8_lossy(&tree[path]).into_owned();
    let page = text("1/jalan-rusak/index.html");
    for number in [
        "Nomor LAPOR!: 1234567; Nomor SK: 188.45/1/2026",
        "Kode RUP: 12345678",
    ] {
        assert!(page.contains(number), "{number}\n{page}");
    }
    assert!(text("data/komitmen.jsonl").contains("\"lapor:1234567\""));
    assert!(text("data/kabar.jsonl").contains("\"rup:12345678\""));
    let numbers = text("data/nomor-resmi.csv");
    for row in [
        ",lapor,1234567\r\n",
        ",sk,188.45/1/2026\r\n",
        ",rup,12345678\r\n",
    ] {
        assert!(numbers.contains(row), "{row}\n{numbers}");
    }
    let log = site.read("content/bodies.jsonl");
    assert!(
        log.contains("\"refs\":{\"lapor\":\"1234567\",\"sk\":\"188.45/1/2026\"}"),
        "{log}"
    );
    assert!(log.contains("\"refs\":{\"rup\":\"12345678\"}"), "{log}");
    let revision = text("1/jalan-rusak/r1/index.html");
    assert!(revision.contains("Nomor SK"), "{revision}");
}

#[test]
fn numbers_are_in_the_form_and_the_workbook() {
    let site = with_refs("sk: 188.45/1/2026", "rup: \"12345678\"");
    let server = Server::start(site.root(), &[]);
    let form = server
        .get(&format!("/tulis/ubah/?di={STOP}&catatan=aspirations/0"))
        .text();
    assert!(
        form.contains("188.45/1/2026") && form.contains("Kode subkegiatan"),
        "{form}"
    );
    site.run(&["export", "a.xlsx"]).expect(0, &[]);
    site.remove(MONTH);
    site.run(&["import", "a.xlsx", "--write"]).expect(0, &[]);
    let month = site.read(MONTH);
    assert!(month.contains("refs: {rup: 12345678}"), "{month}");
}

#[test]
fn a_system_that_is_none_and_a_number_that_is_none_are_refused() {
    let site = with_refs("lapr: \"1234567\"", "sk: []");
    let check = site.run(&["check", "--lang", "en"]);
    check.expect(1, &["lapr", "lapor", "001-sukamaju.yaml", "2026-10.yaml"]);
    // What looks like a citizen's number is found here as in every text.
    let site = with_refs("sk: \"3509012345678901\"", "rup: \"12345678\"");
    site.run(&["check"]).expect(1, &["001-sukamaju.yaml"]);
}
