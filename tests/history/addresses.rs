//! Every address that was ever published stays, in both languages: of records, revisions, former names and citations.

use super::{BARE, FAST, LATER, WHOLE, history, log, log_of, make};

use crate::common::{Tree, citation, resolve_link, text};

use jhur::records::Revision;

use regex::Regex;

use std::collections::{BTreeMap, BTreeSet};

/// Every record, revision, history and commitment of a log has its address in a site, in both languages; gives how many
/// commitments.
fn all_there(site: &Tree, log: &[Revision]) -> usize {
    let newest: BTreeMap<&str, &Revision> = log
        .iter()
        .map(|line| (line.record.as_str(), line))
        .collect();
    let mut fragments = 0;
    for (line, lang) in log
        .iter()
        .flat_map(|line| ["", "en/"].map(|lang| (line, lang)))
    {
        let (record, number) = (&line.record, line.revision);
        // Of a single revision its own page says all. The site itself is no page.
        let history = if newest[&**record].revision > 1 {
            "riwayat/"
        } else {
            "r1/"
        };
        let own = if record == "site" { history } else { "" };
        for below in [own, history, &format!("r{number}/")] {
            assert!(
                site.contains_key(&format!("{lang}{record}/{below}index.html")),
                "{lang}{record}/{below}"
            );
        }
        // Where a whole record was withdrawn, the page itself is the answer.
        let is_gone = newest[&**record]
            .body()
            .is_some_and(|body| body.get("withdrawn").is_some());
        let page = text(site, &format!("{lang}{record}/{own}index.html"));
        let past = text(site, &format!("{lang}{record}/r{number}/index.html"));
        for key in line.commitment_keys() {
            let id = format!(" id=\"{key}\"");
            assert_eq!(
                past.matches(&id).count(),
                1,
                "{lang}{record}/r{number}/#{key}"
            );
            assert!(
                is_gone || page.matches(&id).count() == 1,
                "{lang}{record}/#{key}"
            );
            fragments += 1;
        }
    }
    fragments
}

#[test]
fn every_address_that_was_ever_published_is_there_in_both_languages() {
    assert!(all_there(&WHOLE, &log()) > 100);
}

#[test]
fn addresses_outlast_further_moves_and_withdrawals() {
    let site = history(BARE);
    let gone = "withdrawn: {date: 2025-01-21, reason: Rekaan.}\n";
    site.replace(
        "content/stops/001-melati.yaml",
        "number: 1\n",
        &format!("number: 1\n{gone}"),
    );
    site.replace(
        "content/stops/002-kenanga.yaml",
        "  - id: pedagang\n",
        &format!("  - id: pedagang\n    {gone}"),
    );
    // What stood under former names has yet another one.
    site.replace(
        "content/stops/003-cempaka.yaml",
        "number: 3\n",
        "number: 10\nformerly: [3]\n",
    );
    site.replace(
        "content/stops/004-dahlia.yaml",
        "number: 7\nformerly: [4]\n",
        "number: 8\nformerly: [4, 7]\n",
    );
    site.replace(
        "content/stops/004-dahlia.yaml",
        "  - id: sungai\n",
        "  - id: kali\n    formerly: [8/sungai]\n",
    );
    site.replace(
        "content/stops/003-cempaka.yaml",
        "{id: pasang,",
        "{id: dirikan, formerly: [3/lampu-jalan/pasang],",
    );
    site.run(&["release"]).expect(0, &[]);
    let log = log_of(&site);
    // The releases were made today.
    let last = log[log.len() - 1].release.to_string();
    all_there(&site.build(&last), &log);
    site.replace(
        "content/stops/004-dahlia.yaml",
        "number: 8\n",
        &format!("number: 8\n{gone}"),
    );
    site.run(&["release"]).expect(0, &[]);
    let log = log_of(&site);
    all_there(&site.build(&last), &log);
    site.run(&["verify"]).expect(0, &[]);
}

/// What a page of a revision says, without what leads to later ones.
fn past(html: &str) -> String {
    let main = html
        .split_once("<h1>")
        .unwrap()
        .1
        .split_once("</main>")
        .unwrap()
        .0;
    let (title, rest) = main.split_once("<div class=\"box\">").unwrap();
    format!("{title}{}", rest.split_once("</div>").unwrap().1)
}

#[test]
fn as_of_each_release_all_stands_that_stood_before_and_no_revision_changes() {
    let site = history(BARE);
    let is_past = Regex::new(r"/r\d+/index\.html$").unwrap();
    let mut pages = BTreeSet::new();
    let mut revisions: BTreeMap<String, String> = BTreeMap::new();
    let mut log = Vec::new();
    for (day, name, _) in make::STEPS {
        let built = site.build(day);
        let published = &built["data/log/log.jsonl"];
        assert!(published.starts_with(&log), "{day}, {name}");
        log.clone_from(published);
        let here: BTreeSet<String> = built
            .keys()
            // A list has a page while it has rows.
            .filter(|path| path.ends_with(".html") && !path.contains("komitmen/"))
            .cloned()
            .collect();
        assert_eq!(
            pages.difference(&here).collect::<Vec<_>>(),
            Vec::<&String>::new(),
            "gone {day}, {name}"
        );
        for path in here.iter().filter(|path| is_past.is_match(path)) {
            let says = past(text(&built, path));
            let before = revisions
                .entry(path.clone())
                .or_insert_with(|| says.clone());
            assert_eq!(*before, says, "{path} {day}, {name}");
        }
        pages = here;
    }
    assert_eq!(revisions.len(), 2 * self::log().len());
    assert!(log == site.bytes("content/log.jsonl"));
}

#[test]
fn every_former_name_leads_to_the_newest() {
    let moved = [
        ("3/lampu/", "3/lampu-jalan/"),
        ("3/penerangan/", "3/lampu-jalan/"),
        ("3/lampu/kutip/", "3/lampu-jalan/kutip/"),
        ("4/", "7/"),
        ("4/cetak/", "7/cetak/"),
        ("4/sungai/", "7/sungai/"),
        ("sumber/", "sumber-data/"),
    ];
    let now = Regex::new(r#"<a id="_kini" href="([^"]*)""#).unwrap();
    for (from, to) in moved {
        for lang in ["", "en/"] {
            let page = text(&WHOLE, &format!("{lang}{from}index.html"));
            assert!(
                page.contains(&format!(
                    "<link rel=\"canonical\" href=\"https://rekaan.example/jhur/{lang}{to}\">"
                )),
                "{from}"
            );
            let target = now.captures(page).unwrap()[1].to_owned();
            assert_eq!(
                resolve_link(&format!("{lang}{from}"), &target),
                format!("{lang}{to}")
            );
        }
    }
    for (page, id, to) in [
        ("1/jalan/", "tambal", "1/jalan/#tambal-lubang"),
        ("2/pasar/", "kios", "2/pedagang/#kios"),
    ] {
        let note = Regex::new(&format!(r#" id="{id}">.*?<a href="([^"]*)""#)).unwrap();
        let found = note
            .captures(text(&WHOLE, &format!("{page}index.html")))
            .unwrap()[1]
            .to_owned();
        assert_eq!(resolve_link(page, &found), to);
    }
}

#[test]
fn news_stays_with_a_commitment_that_went_elsewhere_before_all_of_its_aspiration() {
    let site = history(BARE);
    let two = "content/stops/002-kenanga.yaml";
    site.replace(
        two,
        "  - id: pasar\n",
        "  - id: toko\n    formerly: [2/pasar]\n",
    );
    // Another promise takes the key that became free.
    site.replace(
        two,
        "          - {id: atap,",
        "          - {id: kios, text: Kios lain, due: 2026}\n          - {id: atap,",
    );
    site.run_on(LATER, &["release"]).expect(0, &[]);
    let built = site.build(LATER);
    assert!(text(&built, "2/pedagang/index.html").contains("Dicari di arsip"));
    assert!(text(&built, "2/pasar/index.html").contains("2/pedagang/#kios\""));
}

#[test]
fn a_record_is_cited_by_its_revision_until_it_says_something_else() {
    let newest: BTreeMap<String, u32> = log()
        .into_iter()
        .map(|line| (line.record, line.revision))
        .collect();
    let address = |path: &str| format!("https://rekaan.example/jhur/{path}");
    let mut cited = 0;
    for (record, number) in newest {
        for lang in ["", "en/"] {
            let page = format!("{lang}{record}/");
            if !WHOLE.contains_key(&format!("{page}kutip/index.html"))
                || !text(&WHOLE, &format!("{page}kutip/index.html")).contains("<section>")
            {
                continue;
            }
            cited += 1;
            let form = |end| citation(&WHOLE, &page, "", end);
            let bib = form("bib");
            let url = address(&format!("{lang}{record}/r{number}/"));
            assert!(bib.contains(&format!("url = {{{url}}}")), "{record}");
            assert!(form("ris").contains(&format!("UR  - {url}\r\n")));
            assert!(form("csl.json").contains(&url));
            assert!(
                text(&WHOLE, &format!("{lang}{record}/index.html")).contains(&format!("{url}</p>")),
                "{record}"
            );
            if record.contains('/') {
                let reference = format!("{record}/r{number}");
                assert!(
                    bib.contains(&format!("number = {{{reference}}}")),
                    "{record}"
                );
                assert!(form("ris").contains(&format!("M1  - {reference}\r\n")));
            }
        }
    }
    assert!(cited > 40, "{cited}");

    let site = history(FAST);
    site.replace(
        "content/stops/006-mawar.yaml",
        "Timbangan rusak.",
        "Timbangan hilang.",
    );
    site.run(&["build", "--as-of", LATER, "--drafts", "--out", "public"])
        .expect(0, &[]);
    let changed = site.published();
    let past = Regex::new(r"6/posyandu/r\d").unwrap();
    for end in ["bib", "ris", "csl.json", "wiki.txt"] {
        assert!(
            !past.is_match(&citation(&changed, "6/posyandu/", "", end)),
            "{end}"
        );
    }
    let sentence = Regex::new(r#"<p class="cite">.*?</p>"#).unwrap();
    let page = text(&changed, "6/posyandu/kutip/index.html");
    assert!(
        sentence.find_iter(page).count() > 2
            && sentence
                .find_iter(page)
                .all(|found| !past.is_match(found.as_str()))
    );
    // Others stay as they were.
    assert!(citation(&changed, "6/makam/", "", "bib").contains("6/makam/r2/"));
}

#[test]
fn revisions_are_in_the_feed_of_corrections_under_names_that_stay() {
    let ids = |site: &Tree| -> BTreeSet<String> {
        let id = Regex::new("(?s)<entry>.*?<id>(.*?)</id>").unwrap();
        id.captures_iter(text(site, "koreksi/umpan.xml"))
            .map(|c| c[1].to_owned())
            .collect()
    };
    let all = ids(&WHOLE);
    for name in [
        "1/jalan/r2",
        "metode/r2",
        "1/r2",
        "2/irigasi/r2",
        "jadwal/r2",
    ] {
        assert!(
            all.contains(&format!("tag:rekaan.example,2026:jhur/{name}")),
            "{name}: {all:?}"
        );
    }
    // What only brought news is no correction.
    assert!(
        !all.contains("tag:rekaan.example,2026:jhur/2/r2"),
        "{all:?}"
    );
    let earlier = ids(&history(FAST).build("2024-11-18"));
    assert!(
        earlier.len() > 10 && earlier.is_subset(&all),
        "{:?}",
        earlier.difference(&all).collect::<Vec<_>>()
    );
}
