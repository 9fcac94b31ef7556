//! The whole program on the real records: what it publishes, and that it publishes the same everywhere.

use crate::common::program::json_lines;
use crate::common::site::Site;
use crate::common::{Tree, file_of, repository, resolve_link, text, tree, write_tree};
use base64::prelude::{BASE64_STANDARD, Engine};
use regex::Regex;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

const AS_OF: &str = "2026-11-24";

/// A copy of the real site without preview cards, which take the longest and have tests of their own.
fn without_cards() -> Site {
    Site::copy_of(&repository("")).outputs("cards: false")
}

/// The pages of a site, by their files.
fn pages(site: &Tree) -> BTreeMap<&str, &str> {
    let mut pages = BTreeMap::new();
    for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        pages.insert(path.as_str(), std::str::from_utf8(bytes).unwrap());
    }
    pages
}

/// Where a link on a page leads: the file of the target page, and the fragment; `None` if it leads out of the site. Pages for
/// addresses that do not exist link from the site's `base`, all others relatively.
fn link_target(page: &str, base: &str, href: &str) -> Option<(String, Option<String>)> {
    let outside = ["http", "mailto:", "tel:", "data:"];
    if outside.iter().any(|start| href.starts_with(start)) {
        return None;
    }
    let (path, fragment) = match href.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment.to_owned())),
        None => (href, None),
    };
    let is_404 = page == "404.html" || page.ends_with("/404.html");
    let file = match path.strip_prefix(base) {
        Some(absolute) if is_404 => file_of(absolute.to_owned()),
        _ if path.is_empty() => page.to_owned(),
        _ => {
            assert!(!path.starts_with('/'), "{page}: {href}");
            file_of(resolve_link(page, path))
        }
    };
    Some((file, fragment))
}

/// How many links the pages have, and every link and fragment that leads nowhere.
fn dead_links(site: &Tree, base: &str) -> (usize, Vec<String>) {
    let attribute = Regex::new(r#"(?:href|src)="([^"]*)""#).unwrap();
    let id = Regex::new(r#"\sid="([^"]*)""#).unwrap();
    let pages = pages(site);
    let mut ids = BTreeSet::new();
    for (page, html) in &pages {
        ids.extend(id.captures_iter(html).map(|c| (*page, c[1].to_owned())));
    }
    let (mut count, mut dead) = (0, Vec::new());
    for (page, html) in &pages {
        for link in attribute.captures_iter(html) {
            let href = link[1].replace("&amp;", "&");
            let Some((file, fragment)) = link_target(page, base, &href) else {
                continue;
            };
            count += 1;
            let is_known = match fragment {
                Some(fragment) if !fragment.is_empty() => ids.contains(&(file.as_str(), fragment)),
                _ => true,
            };
            if !site.contains_key(&file) || !is_known {
                dead.push(format!("{page}: {href}"));
            }
        }
    }
    (count, dead)
}

#[test]
fn every_link_and_fragment_leads_somewhere_in_both_languages() {
    for (site, base) in [
        (without_cards(), "/"),
        (Site::riwayat().outputs("cards: false"), "/jhur/"),
    ] {
        let tree = site.build(AS_OF);
        let (count, dead) = dead_links(&tree, base);
        assert!(count > 1000, "the test no longer finds links: {count}");
        assert!(
            dead.is_empty(),
            "{} of {count} links lead nowhere:\n{}",
            dead.len(),
            dead.join("\n")
        );
        assert!(
            tree.contains_key("en/index.html")
                && tree.contains_key("404.html")
                && tree.contains_key("en/404.html")
        );
    }
}

/// Whichever pages a site has by now: an editor's page must not take the address that the program's page would get.
#[test]
fn addresses_of_the_program_are_reserved() {
    let site = without_cards();
    let mut segments = BTreeSet::from(["404".to_owned()]);
    for path in site.build(AS_OF).keys().filter(|p| p.ends_with(".html")) {
        if let Some((segment, _)) = path.split_once('/') {
            segments.insert(segment.to_owned());
        }
    }
    // Stops, and the editor's pages.
    segments.retain(|segment| {
        segment.parse::<u32>().is_err() && !site.exists(&format!("content/pages/{segment}.md"))
            || segment == "404"
    });
    assert!(segments.len() > 9, "the test no longer finds addresses");
    for segment in &segments {
        let page = format!("content/pages/{segment}.md");
        site.write(&page, "---\ntitle: Halaman\n---\nIsi\n");
    }
    let check = site.run(&["check"]);
    for segment in segments {
        assert!(
            check
                .err
                .contains(&format!("halaman `{segment}` memakai alamat milik program")),
            "RESERVED_ADDRESSES in src/checks/uniqueness.rs lacks {segment}:\n{}",
            check.err
        );
    }
}

#[test]
fn same_bytes_in_other_folders_zones_and_locales() {
    let (first, second) = (Site::copy_of(&repository("")), Site::empty());
    let folder = "folder lain & (1)";
    write_tree(
        &second.path(folder).join("content"),
        &tree(&first.path("content")),
    );
    let env = [
        ("TZ", "Asia/Jayapura"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("RAYON_NUM_THREADS", "1"),
    ];
    let args = ["build", "--as-of", AS_OF, "--out", "a"];
    first.run_env(&args, &env).expect(0, &[]);
    let env = [
        ("TZ", "America/New_York"),
        ("LC_ALL", "C"),
        ("RAYON_NUM_THREADS", "7"),
    ];
    let args = ["--root", folder, "build", "--as-of", AS_OF];
    second.run_env(&args, &env).expect(0, &[]);
    let a = tree(&first.path("a"));
    let b = tree(&second.path(folder).join("public"));
    assert_eq!(a.keys().collect::<Vec<_>>(), b.keys().collect::<Vec<_>>());
    let differs: Vec<_> = a
        .iter()
        .filter(|(path, bytes)| b[*path] != **bytes)
        .map(|(path, _)| path)
        .collect();
    assert!(differs.is_empty(), "{differs:?}");
}

#[test]
fn source_date_epoch_stands_in_for_the_day() {
    let site = without_cards();
    let expected = site.build("2026-12-05");
    // 2026-12-04 18:30 UTC is 2026-12-05 in Jember.
    let env = [("SOURCE_DATE_EPOCH", "1796409000")];
    site.run_env(&["build", "--out", "b"], &env).expect(0, &[]);
    assert!(tree(&site.path("b")) == expected);
}

#[test]
fn as_of_a_day_the_site_is_as_it_would_have_stood() {
    let site = without_cards();
    let (february, june) = (site.build("2022-02-28"), site.build("2022-06-30"));
    // All six stops were over in June; the fourth came in March.
    assert!(june.contains_key("6/index.html") && !february.contains_key("6/index.html"));
    assert!(february.contains_key("1/index.html") && !february.contains_key("4/index.html"));
    let rows = json_lines(text(&june, "data/kabar.jsonl"));
    assert!(
        !rows.is_empty()
            && rows
                .iter()
                .all(|r| r["date"].as_str().unwrap() <= "2022-06-30")
    );
    for (path, html) in pages(&june) {
        assert!(
            !html.contains("2026"),
            "{path} speaks of a day that had not come"
        );
        for year in ["2023", "2024", "2025"] {
            assert!(
                !html.contains(&format!(" {year}</time>")),
                "{path} speaks of {year}"
            );
        }
    }
}

#[test]
fn a_second_build_writes_nothing() {
    let site = Site::copy_of(&repository(""));
    site.build(AS_OF);
    let public = site.path("public");
    let times = |folder: &Path| -> BTreeMap<PathBuf, std::time::SystemTime> {
        let all = WalkDir::new(folder).into_iter().map(Result::unwrap);
        all.map(|e| {
            (
                e.path().to_owned(),
                e.metadata().unwrap().modified().unwrap(),
            )
        })
        .collect()
    };
    let before = times(&public);
    site.build(AS_OF);
    assert!(
        before == times(&public),
        "the second build touched something"
    );
}

#[test]
fn a_faulty_record_leaves_the_old_site_alone() {
    let site = without_cards();
    let before = site.build(AS_OF);
    let stop = "content/stops/006-wuluhan.yaml";
    site.replace(stop, "district: wuluhan", "distrik: wuluhan");
    let build = site.run(&["build", "--as-of", AS_OF]);
    build.expect(1, &["J201", "006-wuluhan.yaml:"]);
    assert!(site.published() == before);
}

#[test]
fn the_policy_names_the_style_sheet_of_every_page_and_nothing_inside_a_page_breaks_it() {
    let tree = Site::riwayat().outputs("cards: false").build("2022-06-30");
    let style = Regex::new(r"(?s)<style>(.*?)</style>").unwrap();
    let hash = |text: &str| BASE64_STANDARD.encode(Sha256::digest(text.as_bytes()));
    let inside = Regex::new(r"<[^>]+\s(style|on[a-z]+)=|<script>|javascript:").unwrap();
    let mut hashes = BTreeSet::new();
    for (path, html) in pages(&tree) {
        let sheets: Vec<_> = style.captures_iter(html).map(|c| hash(&c[1])).collect();
        assert_eq!(sheets.len(), 1, "{path}");
        assert!(
            html.contains(&format!("style-src 'sha256-{}';", sheets[0])),
            "{path}"
        );
        assert!(
            inside.find(html).is_none(),
            "{path}: {:?}",
            inside.find(html)
        );
        hashes.extend(sheets);
    }
    assert_eq!(hashes.len(), 1);
    let text = |name: &str| text(&tree, name);
    let policy = format!(
        "style-src 'sha256-{}'; script-src 'self' 'wasm-unsafe-eval'",
        hashes.first().unwrap()
    );
    assert!(
        text("_headers").contains(&policy) && text("_headers").contains("; frame-ancestors 'none'")
    );
    for name in ["apache.conf", "caddy.conf", "nginx.conf"] {
        // A server that was not restarted must not forbid a new style sheet.
        assert!(
            text(name).contains("\"frame-ancestors 'none'\"") && !text(name).contains("style-src"),
            "{name}"
        );
        assert!(text(name).contains("/404.html"), "{name}");
    }
}

#[test]
fn a_theme_of_ones_own_replaces_file_by_file_and_string_by_string() {
    let site = Site::riwayat().outputs("cards: false");
    let template = "themes/pendopo/templates/404.html";
    site.write(
        template,
        "{% extends \"base.html\" %}{% block main %}<p>halaman kami sendiri</p>{% endblock main %}",
    );
    site.write(
        "themes/pendopo/i18n/id.ftl",
        "nav-offices = Dinas kami\nhome-heading = Janji dan kenyataan\n",
    );
    let tree = site.build("2022-06-30");
    let pages = pages(&tree);
    assert!(pages["404.html"].contains("halaman kami sendiri"));
    assert!(pages["index.html"].contains("<h1>Janji dan kenyataan</h1>"));
    assert!(
        pages["index.html"].contains("Dinas kami")
            && !pages["en/index.html"].contains("Dinas kami")
    );
    site.write(
        template,
        "{% extends \"base.html\" %}\n{{ tidak_ada }}{% if %}",
    );
    let build = site.run(&["build", "--as-of", "2022-06-30"]);
    build.expect(2, &["J801", &format!("{template}:2:")]);
}
