//! The search index and the index from A to Z: what is in them, what is not, and that both are the same everywhere.

use crate::common::program::json_lines;

use crate::common::site::{Site, build_options};

use crate::common::{Tree, repository, text};

use regex::Regex;

use serde_json::{Value, json};

use std::collections::{BTreeMap, BTreeSet};

use std::fmt::Write as _;

use std::io::Read;

const STOP: &str = "content/stops/001-satu.yaml";

/// The real site without preview cards.
fn real() -> Site {
    Site::copy_of(&repository("")).outputs("cards: false")
}

/// The made-up site without preview cards.
fn riwayat() -> Site {
    Site::riwayat().outputs("cards: false")
}

/// Builds a site in this process, on the threads of the pool that is installed, and gives its files.
fn build(site: &Site, as_of: &str) -> Tree {
    let public = site.path("public");
    let outcome = jhur::build(&build_options(site.root(), &public, as_of), &|_, _| {});
    assert!(outcome.stats.is_some(), "{:?}", outcome.diagnostics);
    site.published()
}

/// What the index says of each page, by the page's address.
fn records(site: &Tree) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    for (_, bytes) in site
        .iter()
        .filter(|(path, _)| path.ends_with(".pf_fragment"))
    {
        let mut text = String::new();
        flate2::read::GzDecoder::new(&bytes[..])
            .read_to_string(&mut text)
            .unwrap();
        let record: Value =
            serde_json::from_str(text.strip_prefix("pagefind_dcd").unwrap()).unwrap();
        assert!(
            found
                .insert(record["url"].as_str().unwrap().to_owned(), record)
                .is_none()
        );
    }
    found
}

/// The rows of all aspirations and announcements.
fn entries(site: &Tree) -> Vec<Value> {
    json_lines(text(site, "data/aspirasi.jsonl"))
}

#[test]
fn same_bytes_in_one_process_and_on_any_number_of_threads() {
    let once = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| build(&real(), "2026-11-24"))
    };
    let first = once(1);
    assert!(
        first
            .keys()
            .filter(|path| path.starts_with("cari/pagefind/"))
            .count()
            > 100
    );
    for threads in [1, 2, 7] {
        assert!(first == once(threads), "{threads} threads make other files");
    }
}

#[test]
fn only_the_files_that_are_needed() {
    let site = build(&real(), "2026-11-24");
    let names: BTreeSet<String> = site
        .keys()
        .filter_map(|path| path.strip_prefix("cari/pagefind/"))
        .map(|path| {
            Regex::new(r"(en|id)_[0-9a-f]+")
                .unwrap()
                .replace(path, "$1")
                .into_owned()
        })
        .collect();
    let wanted = [
        "filter/en.pf_filter",
        "filter/id.pf_filter",
        "fragment/en.pf_fragment",
        "fragment/id.pf_fragment",
        "index/en.pf_index",
        "index/id.pf_index",
        "pagefind-entry.json",
        "pagefind.en.pf_meta",
        "pagefind.id.pf_meta",
        "pagefind.js",
        "wasm.en.pagefind",
        "wasm.id.pagefind",
    ];
    assert_eq!(names.iter().map(String::as_str).collect::<Vec<_>>(), wanted);
}

#[test]
fn every_entry_stop_and_page_is_indexed_in_each_language_and_nothing_else() {
    let site = build(&real(), "2026-11-24");
    let records = records(&site);
    for url in records.keys() {
        assert!(
            site.contains_key(&format!("{url}index.html")),
            "{url} is no page"
        );
    }
    for row in entries(&site) {
        let reference = row["reference"].as_str().unwrap();
        let record = &records[&format!("{reference}/")];
        assert_eq!(record["meta"]["title"], row["title"]["id"]);
        assert!(
            records[&format!("en/{reference}/")]["meta"]["stop"]
                .as_str()
                .unwrap()
                .starts_with("J-HUR no.")
        );
        assert!(
            record["filters"]["jenis"][0].is_string()
                && record["filters"]["kecamatan"][0].is_string()
        );
    }
    let entry: Value =
        serde_json::from_str(text(&site, "cari/pagefind/pagefind-entry.json")).unwrap();
    let languages = entry["languages"].as_object().unwrap();
    assert_eq!(languages.keys().collect::<Vec<_>>(), ["en", "id"]);
    let counted: u64 = languages
        .values()
        .map(|l| l["page_count"].as_u64().unwrap())
        .sum();
    assert_eq!(counted, records.len() as u64);
    assert!(records.contains_key("6/") && records.contains_key("en/metode/"));
}

#[test]
fn what_is_withheld_and_who_is_private_stays_out() {
    let asked = "title: Air bersih\n    topics: [air]\n    from: {role: Warga, village: desa-a";
    let named = "title: Air bersih\n    topics: [air]\n    from: {role: Warga, village: desa-a, name: Sumiati, consent: {date: 2022-01-10, form: A-1}";
    let site = riwayat();
    site.replace(STOP, asked, named);
    let site = build(&site, "2022-06-30");
    assert!(text(&site, "1/air/index.html").contains("Sumiati"));
    let records = records(&site);
    let withheld = &records["1/ditahan/"];
    assert_eq!(withheld["content"], "Tidak diterbitkan");
    assert!(withheld["filters"]["opd"].is_null() && withheld["filters"]["topik"].is_null());
    for (url, record) in &records {
        assert!(
            !record.to_string().contains("Sumiati"),
            "{url} names a private person"
        );
        assert!(
            !record.to_string().contains("di bawah umur"),
            "{url} says why something is withheld"
        );
    }
    let content = records["1/air/"]["content"].as_str().unwrap();
    assert!(
        content.contains("meminta air bersih") && content.contains("diberitakan pada bulan Mei"),
        "{content}"
    );
    assert!(
        content.contains("Warga.") && content.contains("Desa"),
        "{content}"
    );
}

#[test]
fn what_became_of_an_aspiration_and_what_is_known_of_its_promises_are_apart() {
    let site = build(&riwayat(), "2022-06-30");
    let records = records(&site);
    let filter = |url: &str, name: &str| records[url]["filters"][name].clone();
    assert_eq!(
        filter("1/jalan/", "jawaban"),
        json!(["Dijawab dengan janji"])
    );
    let statuses = filter("1/jalan/", "status").to_string();
    assert!(statuses.contains("Belum ada kabar langsung"), "{statuses}");
    assert!(!statuses.contains("Dijawab"), "{statuses}");
    let unanswered = json!(["Tidak ada jawaban yang tercatat"]);
    assert_eq!(filter("1/tanpa-jawaban/", "jawaban"), unanswered);
    assert_eq!(
        filter("1/ditahan/", "jawaban"),
        json!(["Tidak diterbitkan"])
    );
    // An excerpt of news from elsewhere must not read as news of the promise.
    let content = records["1/jalan/"]["content"].as_str().unwrap();
    let related = "Kabar terkait; tidak dihubungkan dengan hal ini di bagian yang terbaca. Berita sekabupaten.";
    assert!(content.contains(related), "{content}");
}

#[test]
fn an_answer_that_nobody_reports_is_found() {
    let site = riwayat();
    let answer = "        answer: [explained]\n        text: Jawaban yang baru diberitakan pada bulan Mei.\n";
    site.replace(STOP, answer, "        answer: [unreported]\n");
    let site = build(&site, "2022-06-30");
    let content = &records(&site)["1/air/"]["content"];
    let content = content.as_str().unwrap();
    assert!(content.contains("isinya tidak dirinci."), "{content}");
}

#[test]
fn who_asked_for_what_is_withheld_changes_no_byte_of_the_site() {
    let withheld = "withheld: Menyangkut anak di bawah umur.";
    let named =
        "withheld: Menyangkut anak di bawah umur.\n    from: {role: Pelajar, village: desa-a}";
    let site = riwayat();
    site.replace(STOP, withheld, named);
    assert!(build(&site, "2022-06-30") == build(&riwayat(), "2022-06-30"));
}

#[test]
fn as_of_a_day_what_came_later_is_not_found() {
    let (april, june) = (
        build(&riwayat(), "2022-04-30"),
        build(&riwayat(), "2022-06-30"),
    );
    let content =
        |site: &Tree, url: &str| records(site)[url]["content"].as_str().unwrap().to_owned();
    assert!(!content(&april, "1/jalan/").contains("Dibuka lagi karena rusak"));
    assert!(content(&june, "1/jalan/").contains("Dibuka lagi karena rusak"));
    let status = |site: &Tree| records(site)["1/jalan/"]["filters"]["status"].to_string();
    assert!(
        !status(&april).contains("Sedang dikerjakan")
            && status(&june).contains("Sedang dikerjakan")
    );
    let february = build(&real(), "2022-02-28");
    let urls = records(&february);
    assert!(urls.contains_key("1/") && !urls.contains_key("6/"));
    assert!(!text(&february, "cari/index.html").contains(">Z <"));
}

#[test]
fn every_title_is_reached_from_a_to_z() {
    let link = Regex::new(r#"<p class="t"><a href="([^"]+)">(?:<span[^>]*>)?([^<]+)"#).unwrap();
    let pages = Regex::new(r#"<li><a href="([^"]+)"[^>]*>(\S+) <b>([\d.,]+)</b></a>"#).unwrap();
    for site in [real(), riwayat()] {
        let site = build(&site, "2026-11-24");
        let wanted: BTreeSet<String> = entries(&site)
            .iter()
            .map(|r| format!("{}/", r["reference"].as_str().unwrap()))
            .collect();
        for prefix in ["", "en/"] {
            let index = text(&site, &format!("{prefix}cari/index.html"));
            let mut reached = BTreeSet::new();
            for found in pages.captures_iter(index) {
                let (address, anchor) = found[1].trim_start_matches("../").split_once('#').unwrap();
                let html = text(&site, &format!("{address}index.html"));
                let heading = format!("<h2 id=\"{anchor}\">");
                let (_, group) = html.split_once(&heading).unwrap();
                let (group, _) = group.split_once("</ul>").unwrap();
                let rows: Vec<_> = link.captures_iter(group).collect();
                assert_eq!(rows.len().to_string(), found[3], "{address}");
                let titles: Vec<String> = rows.iter().map(|r| r[2].to_lowercase()).collect();
                assert!(titles.is_sorted(), "{address}: {titles:?}");
                reached.extend(rows.iter().map(|r| {
                    r[1].trim_start_matches("../")
                        .trim_start_matches("en/")
                        .to_owned()
                }));
            }
            assert_eq!(reached, wanted, "{prefix}");
        }
    }
}

#[test]
fn a_long_index_is_paged() {
    let mut many = "aspirations:\n".to_owned();
    for n in 0..210 {
        let _ = writeln!(
            many,
            "  - {{id: banyak-{n}, title: Zebra {n}, topics: [air], from: {{role: Warga}}, \
             text: Ya., sources: [berita]}}"
        );
    }
    let site = riwayat();
    site.replace(STOP, "aspirations:\n", &many);
    let site = build(&site, "2022-06-30");
    let rows = |path: &str| text(&site, path).matches("<p class=\"t\">").count();
    let all = text(&site, "data/aspirasi.csv").lines().count() - 1;
    assert_eq!(
        (
            rows("cari/indeks/index.html"),
            rows("cari/indeks/2/index.html")
        ),
        (200, all - 200)
    );
    // The last letter begins on the first page, and only there is its heading the first.
    assert!(text(&site, "cari/index.html").contains("indeks/#_z\">Z <b>210</b>"));
    // So is the stop: what is no row stands on its first part.
    let (first, second) = (
        text(&site, "1/index.html"),
        text(&site, "1/bagian/2/index.html"),
    );
    let entries = Regex::new(r#"<li id="[^"]+" data-stop="#).unwrap();
    assert_eq!(
        (
            entries.find_iter(first).count(),
            entries.find_iter(second).count()
        ),
        (50, 50)
    );
    assert!(first.contains("id=\"_sumber\"") && !second.contains("id=\"_sumber\""));
    assert!(text(&site, "1/cetak/index.html").contains("aspirasi dan pengumuman lain"));
    assert!(!site.contains_key("cari/indeks/3/index.html"));
}

#[test]
fn a_site_without_search_has_nothing_of_it() {
    let site = Site::riwayat().outputs("search: false, cards: false");
    let site = build(&site, "2022-06-30");
    for (path, bytes) in &site {
        assert!(
            !format!("/{path}").contains("/cari/") && path != "aset/search.js",
            "{path}"
        );
        let text = String::from_utf8_lossy(bytes);
        assert!(
            !text.contains("/cari/") && !text.contains("search.js"),
            "{path} leads to the search"
        );
    }
    assert!(site.contains_key("aset/lists.js"));
}

#[test]
fn scripts_are_files_of_the_theme_and_stand_only_where_they_are_used() {
    let site = riwayat();
    site.write("themes/pendopo/assets/lists.js", "// kami sendiri\n");
    let site = build(&site, "2022-06-30");
    assert_eq!(text(&site, "aset/lists.js"), "// kami sendiri\n");
    let script = Regex::new(r"<script([^>]*)>([^<]*)</script>").unwrap();
    let handler = Regex::new(r"<[^>]*\son[a-z]+=").unwrap();
    for path in site.keys().filter(|path| path.ends_with(".html")) {
        let html = text(&site, path);
        assert!(!handler.is_match(html), "{path} has a handler in its HTML");
        // Data is no script.
        for found in script
            .captures_iter(html)
            .filter(|found| &found[1] != " type=\"application/ld+json\"")
        {
            assert!(
                found[1].contains(" src=") && found[1].contains(" defer") && found[2].is_empty(),
                "{path}"
            );
        }
        let listed = path.contains("komitmen/") || html.contains("class=\"tools\"");
        assert!(!listed || html.contains("aset/lists.js"), "{path}");
        assert_eq!(
            html.contains("search.js"),
            format!("/{path}").ends_with("/cari/index.html"),
            "{path}"
        );
        assert!(
            !(path.contains("/cari/") || path.starts_with("cari/") || path.ends_with("404.html"))
                || !html.contains("lists.js"),
            "{path}"
        );
    }
}
