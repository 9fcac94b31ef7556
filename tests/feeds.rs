//! What is read far from its page: feed entries, calendar events and blocks to embed say themselves how close news is to the
//! promise, on what it rests, since when it is recorded, what is known of a deadline, and who speaks. Everything is made up.

use crate::common::site::Site;
use crate::common::{Tree, text};
use serde_json::Value;

const STOP: &str = "content/stops/001-sukamaju.yaml";
const MONTH: &str = "content/follow-ups/2026-10.yaml";
const TODAY: &str = "2026-11-24";
const TAG: &str = "tag:jhur.example,2026:";
const INDEPENDENT: &str = "Bukan situs resmi Pemkab Jember; disusun dari pemberitaan.";

/// News of the same subject elsewhere, which reads as if the promise were kept.
const RELATED: &str = "- about: 1/jalan-rusak/tambal-jalan
  date: 2026-10-22
  bearing: related
  text: Jalan selesai diaspal.
  notes: [\"Jalan kabupaten, bukan jalan desa.\"]
  sources: [{publisher: Koran Contoh, title: Aspal tiba, date: 2026-10-23, url: https://koran.example/aspal, partial: true}]
";

const CHECK: &str = "- about: 1/jalan-rusak/tambal-jalan
  date: 2026-11-02
  check: true
  text: Dicari di arsip Radio Contoh.
";

/// News of an old day.
const OLD: &str = "- about: 1/jalan-rusak/tambal-jalan
  date: 2026-10-06
  text: Jalan diukur.
  sources: [{publisher: Radio Contoh, date: 2026-10-06}]
";

/// The small site, as others who compile it from reports would publish it.
fn site() -> Site {
    let site = Site::examples().outputs("cards: false, search: false");
    site.replace(
        "content/site.yaml",
        "standing: official",
        "standing: independent",
    );
    site
}

fn items(tree: &Tree, path: &str) -> Vec<Value> {
    let feed: Value = serde_json::from_str(text(tree, path)).unwrap();
    feed["items"].as_array().unwrap().clone()
}

/// The title and the content of an entry of the whole site's feed.
#[track_caller]
fn entry(tree: &Tree, reference: &str) -> (String, String) {
    let id = format!("{TAG}{reference}");
    let items = items(tree, "umpan.json");
    let item = items.iter().find(|item| item["id"] == id);
    let item = item.unwrap_or_else(|| panic!("{id} is not in {items:#?}"));
    let part = |key: &str| item[key].as_str().unwrap().to_owned();
    (part("title"), part("content_html"))
}

/// That a text has parts in this order.
#[track_caller]
fn expect_in_order(text: &str, parts: &[&str]) {
    let mut rest = text;
    for part in parts {
        match rest.split_once(part) {
            Some((_, after)) => rest = after,
            None => panic!("{part} is not, or not there, in\n{text}"),
        }
    }
}

#[test]
fn related_news_brings_its_caveat_source_and_note_along() {
    let site = site();
    site.append(MONTH, RELATED);
    let tree = site.build(TODAY);
    let (title, html) = entry(&tree, "1/jalan-rusak/tambal-jalan/2026-10-22");
    assert_eq!(title, "Kabar terkait: Menambal jalan desa");
    expect_in_order(
        &html,
        &[
            "<p>Kabar terkait; tidak dihubungkan dengan janji ini di bagian yang terbaca, dan tidak mengubah statusnya.</p>",
            "<p>Jalan selesai diaspal.</p>",
            "<p>Catatan penyusun: Jalan kabupaten, bukan jalan desa.</p>",
            "<p>Tentang: Menambal jalan desa <a href=\"https://jhur.example/1/jalan-rusak/#tambal-jalan\">",
            "<p>Tanggal kabar: 22 Oktober 2026.</p>",
            "<p>Sumber: “Aspal tiba”, Koran Contoh, 23 Oktober 2026. Hanya terbaca sebagian. \
             <a href=\"https://koran.example/aspal\">https://koran.example/aspal</a></p>",
        ],
    );
    // The other formats and languages say the same.
    for path in [
        "umpan.xml",
        "1/jalan-rusak/umpan.xml",
        "opd/dinas-pu/umpan.xml",
    ] {
        let feed = text(&tree, path);
        assert!(
            feed.contains("Kabar terkait: Menambal jalan desa")
                && feed.contains("bukan jalan desa")
        );
        assert!(feed.contains(INDEPENDENT), "{path}\n{feed}");
    }
    let english = text(&tree, "en/umpan.json");
    assert!(english.contains("Related news; not linked to this promise in what could be read"));
    assert!(english.contains("Not an official site"), "{english}");
}

#[test]
fn a_check_and_a_status_say_by_whose_word() {
    let site = site();
    site.append(MONTH, CHECK);
    // Only drafts show what no release has.
    site.run(&["build", "--as-of", TODAY, "--drafts", "--out", "public"])
        .expect(0, &[]);
    let tree = site.published();
    let (title, html) = entry(&tree, "1/jalan-rusak/tambal-jalan/2026-11-02");
    assert_eq!(title, "Dicari, tidak ditemukan: Menambal jalan desa");
    expect_in_order(
        &html,
        &[
            "arsip Radio Contoh",
            "Dicari pada 2 November 2026, tidak ditemukan. Itu tidak berarti",
        ],
    );
    let (title, html) = entry(&tree, "1/jalan-rusak/tambal-jalan/2026-10-20");
    assert_eq!(title, "Masuk rencana atau anggaran: Menambal jalan desa");
    expect_in_order(
        &html,
        &[
            "Status: Masuk rencana atau anggaran, menurut Radio Contoh.",
            "Sumber: Radio Contoh, 21 Oktober 2026.",
        ],
    );
}

#[test]
fn an_aspiration_tells_who_asked_and_what_was_answered() {
    let site = site();
    site.replace(
        STOP,
        "announcements:\n",
        "  - id: lampu\n    title: Lampu jalan\n    text: Jalan ke balai desa gelap.\n    sources: [notula]\n    responses:\n      \
         - office: dinas-pu\n        answer: [unreported]\n        sources: [notula]\nannouncements:\n",
    );
    let tree = site.build(TODAY);
    let (title, html) = entry(&tree, "1/jalan-rusak");
    assert_eq!(title, "Aspirasi: Jalan desa rusak");
    expect_in_order(
        &html,
        &[
            "<p>Yang menyampaikan: Petani, Desa Mekarsari.</p>",
            "<p>Jalan ke sawah rusak sejak musim hujan.</p>",
            "<p>Dijawab dengan janji</p>",
            "<p>Dinas PU: Jalan akan ditambal tahun depan.</p>",
            "<p>Janji: Menambal jalan desa</p>",
            "5 Oktober 2026.</p>",
            "<p>Sumber: Sekretariat Daerah Kabupaten Contoh, 5 Oktober 2026.</p>",
        ],
    );
    // The answers rest on the source of the request: it is named once.
    assert_eq!(html.matches("Sumber:").count(), 1, "{html}");
    let (_, html) = entry(&tree, "1/lampu");
    expect_in_order(
        &html,
        &[
            "<p>Disebut ada jawaban di tempat; isinya tidak dirinci</p>",
            "<p>Dinas PU: isinya tidak dirinci</p>",
        ],
    );
}

#[test]
fn entries_come_in_the_order_in_which_they_were_recorded() {
    let site = site();
    // Without a log nothing says when anything was recorded: the day since which it is known stands in.
    let tree = site.build(TODAY);
    let known = &items(&tree, "umpan.json")[0];
    assert_eq!(known["date_published"], "2026-10-21T00:00:00+07:00");
    assert!(!known["content_html"].as_str().unwrap().contains("Dicatat"));
    site.run_on("2026-10-25", &["release"]).expect(0, &[]);
    site.append(MONTH, OLD);
    site.run_on("2026-11-20", &["release"]).expect(0, &[]);
    site.append(MONTH, CHECK);
    // Only drafts show what no release has.
    site.run(&["build", "--as-of", TODAY, "--drafts", "--out", "public"])
        .expect(0, &[]);
    let tree = site.published();
    let all = items(&tree, "umpan.json");
    let published: Vec<&str> = all
        .iter()
        .map(|i| i["date_published"].as_str().unwrap())
        .collect();
    // What no release has yet comes no earlier than the last of them.
    let (newest, old) = (&all[0], &all[1]);
    assert_eq!(
        newest["id"],
        format!("{TAG}1/jalan-rusak/tambal-jalan/2026-11-02")
    );
    assert!(!newest["content_html"].as_str().unwrap().contains("Dicatat"));
    assert_eq!(
        old["id"],
        format!("{TAG}1/jalan-rusak/tambal-jalan/2026-10-06")
    );
    expect_in_order(
        old["content_html"].as_str().unwrap(),
        &["Tanggal kabar: 6 Oktober 2026. Dicatat 20 November 2026."],
    );
    for day in &published[..2] {
        assert_eq!(*day, "2026-11-20T00:00:00+07:00");
    }
    assert!(published.len() > 4, "{published:?}");
    for day in &published[2..] {
        assert_eq!(*day, "2026-10-25T00:00:00+07:00");
    }
    let modified: Vec<&str> = all
        .iter()
        .map(|i| i["date_modified"].as_str().unwrap())
        .collect();
    assert_eq!(published, modified);
    // As of a day before it was recorded, the feed has nothing of it.
    site.run(&["build", "--as-of", "2026-10-31", "--out", "dulu"])
        .expect(0, &[]);
    let tree = crate::common::tree(&site.path("dulu"));
    let before = text(&tree, "umpan.json");
    assert!(!before.contains("20 November"), "{before}");
}

/// A calendar with its lines and commas as they were before they were folded and escaped.
fn calendar(tree: &Tree, path: &str) -> String {
    let lines = text(tree, path).replace("\r\n ", "");
    lines.replace("\\n", "\n").replace('\\', "")
}

#[test]
fn a_calendar_says_what_is_known_on_the_day_before_of_and_after_a_deadline() {
    let site = site();
    site.replace(
        STOP,
        "due: 2026-12}",
        "due: {said: akhir bulan ini, by: 2026-10}}",
    );
    let ahead =
        "Tenggat 31 Oktober 2026, menurut bacaan penyusun. Status: Belum ada kabar langsung.";
    let passed = "Tenggat lewat (31 Oktober 2026, menurut bacaan penyusun); belum ada kabar apakah dipenuhi – \
                  kabarnya tidak tercatat pernah dicari. Status: Belum ada kabar langsung.";
    for (day, state) in [
        ("2026-10-30", ahead),
        ("2026-10-31", ahead),
        ("2026-11-01", passed),
    ] {
        let tree = site.build(day);
        for path in ["komitmen/tenggat.ics", "opd/dinas-koperasi/tenggat.ics"] {
            let events = calendar(&tree, path);
            expect_in_order(
                &events,
                &[
                    "DTSTART;VALUE=DATE:20261031",
                    "SUMMARY:Tenggat menurut bacaan penyusun: Mengadakan pasar murah",
                ],
            );
            expect_in_order(&events, &["Dinkop", state, INDEPENDENT]);
            assert!(!events.contains("Terlambat"), "{day}\n{events}");
        }
    }
    // Somebody looked; then there is news that it is not done.
    site.append(
        MONTH,
        "- {about: 1/pasar-murah/gelar-pasar, date: 2026-11-05, check: true, text: Dicari.}\n",
    );
    let events = calendar(&site.build("2026-11-06"), "komitmen/tenggat.ics");
    assert!(
        events.contains("– kabarnya dicari 5 November 2026, tidak ditemukan. Status"),
        "{events}"
    );
    site.append(
        MONTH,
        "- {about: 1/pasar-murah/gelar-pasar, date: 2026-11-10, status: stalled, text: Belum ada tempat., \
         sources: [{publisher: Radio Contoh, date: 2026-11-10}]}\n",
    );
    let events = calendar(&site.build("2026-11-11"), "komitmen/tenggat.ics");
    let late = "Terlambat sejak 31 Oktober 2026, menurut bacaan penyusun. Status: Terhambat.";
    assert!(events.contains(late), "{events}");
    // The other deadline is a date that was named.
    assert!(
        events.contains("SUMMARY:Tenggat: Menambal jalan desa"),
        "{events}"
    );
}

#[test]
fn a_block_to_embed_says_who_speaks_and_what_is_known() {
    let site = site();
    site.replace(STOP, "due: 2026-12}", "due: 2026-10}");
    let tree = site.build(TODAY);
    let block = |path: &str| {
        let block: Value = serde_json::from_str(text(&tree, path)).unwrap();
        block["html"].as_str().unwrap().to_owned()
    };
    let html = text(&tree, "1/pasar-murah/kutip/index.html").replace("&amp;lt;", "<");
    let (_, html) = html.split_once("<section id=\"gelar-pasar\">").unwrap();
    let html = html.replace("&lt;", "<").replace("&gt;", ">");
    expect_in_order(
        &html,
        &[
            "Status: Belum ada kabar langsung · Tenggat lewat (31 Oktober 2026); \
             belum ada kabar apakah dipenuhi – kabarnya tidak tercatat pernah dicari",
            "</a>. Bukan situs resmi",
        ],
    );
    let html = block("1/jalan-rusak/kutip/oembed.json");
    expect_in_order(
        &html,
        &["<p>Dijawab dengan janji</p>", "</a>. Bukan situs resmi"],
    );
    assert!(block("en/1/jalan-rusak/kutip/oembed.json").contains("Not an official site"));
}

#[test]
fn linked_data_states_no_answer_that_nobody_reports() {
    let site = site();
    site.replace(
        STOP,
        "        text: Jalan akan ditambal tahun depan.\n        sources: [notula]\n        commitments:\n          \
         - {id: tambal-jalan, text: Menambal jalan desa, due: 2027}\n",
        "        sources: [notula]\n",
    );
    site.replace(STOP, "answer: [promised]", "answer: [unreported]");
    site.remove(MONTH);
    let tree = site.build(TODAY);
    let page = text(&tree, "1/jalan-rusak/index.html");
    let (_, graph) = page
        .split_once("<script type=\"application/ld+json\">")
        .unwrap();
    let (graph, _) = graph.split_once("</script>").unwrap();
    let graph: Value = serde_json::from_str(graph).unwrap();
    let question = &graph["@graph"][0];
    assert_eq!(question["@type"], "Question");
    assert_eq!(question["suggestedAnswer"], serde_json::json!([]));
    assert!(question["answerCount"].is_null(), "{question}");
}
