//! The whole program on the real records: what it publishes, and that it publishes the same everywhere.

use crate::common::{laid::copy, tree};
use base64::prelude::{BASE64_STANDARD, Engine};
use regex::Regex;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;
use walkdir::WalkDir;

const AS_OF: &str = "2026-11-24";

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs the program with `root` as the site and as the current folder.
fn jhur(root: &Path, args: &[&str], env: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jhur"));
    command
        .arg("--root")
        .arg(root)
        .args(args)
        .env_remove("SOURCE_DATE_EPOCH")
        .env_remove("JHUR_LANG")
        .current_dir(root);
    command.envs(env.iter().copied()).output().unwrap()
}

fn build(root: &Path, out: &Path, as_of: &str, env: &[(&str, &str)]) -> Output {
    let output = jhur(
        root,
        &["build", "--as-of", as_of, "--out", out.to_str().unwrap()],
        env,
    );
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output
}

/// A copy of a site without preview cards, which take the longest and have tests of their own.
fn without_cards(site: &Path) -> TempDir {
    let folder = TempDir::new().unwrap();
    copy(&site.join("content"), &folder.path().join("content"));
    let settings = folder.path().join("content/site.yaml");
    let text = std::fs::read_to_string(&settings).unwrap();
    std::fs::write(settings, text + "\noutputs: {cards: false}\n").unwrap();
    folder
}

fn pages(site: &BTreeMap<String, Vec<u8>>) -> BTreeMap<&str, &str> {
    let html = site.iter().filter(|(path, _)| path.ends_with(".html"));
    html.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap()))
        .collect()
}

/// Where a link on a page leads: the file of the target page, and the fragment.
fn target(page: &str, base: &str, href: &str) -> Option<(String, Option<String>)> {
    if href.starts_with("http")
        || href.starts_with("mailto:")
        || href.starts_with("tel:")
        || href.starts_with("data:")
    {
        return None;
    }
    let (path, fragment) = href
        .split_once('#')
        .map_or((href, None), |(p, f)| (p, Some(f.to_owned())));
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    if let Some(absolute) = path.strip_prefix(base) {
        parts = absolute.split('/').collect();
    } else if path.is_empty() {
        return Some((page.to_owned(), fragment));
    } else {
        assert!(
            !path.starts_with('/'),
            "{page}: {href} does not stay below {base}"
        );
        for part in path.split('/') {
            match part {
                "." => {}
                ".." => assert!(parts.pop().is_some(), "{page}: {href} leaves the site"),
                part => parts.push(part),
            }
        }
    }
    let file = parts.join("/");
    Some((
        if file.is_empty() || file.ends_with('/') {
            file + "index.html"
        } else {
            file
        },
        fragment,
    ))
}

/// Every link and fragment that leads nowhere.
fn dead_links(site: &BTreeMap<String, Vec<u8>>, base: &str) -> (usize, Vec<String>) {
    let attribute = Regex::new(r#"(?:href|src)="([^"]*)""#).unwrap();
    let id = Regex::new(r#"\sid="([^"]*)""#).unwrap();
    let pages = pages(site);
    let ids: BTreeMap<&str, BTreeSet<&str>> = pages
        .iter()
        .map(|(p, html)| {
            (
                *p,
                id.captures_iter(html)
                    .map(|c| c.get(1).unwrap().as_str())
                    .collect(),
            )
        })
        .collect();
    let (mut count, mut dead) = (0, Vec::new());
    for (page, html) in &pages {
        for link in attribute.captures_iter(html) {
            let href = link[1].replace("&amp;", "&");
            let Some((file, fragment)) = target(
                page,
                if *page == "404.html" || page.ends_with("/404.html") {
                    base
                } else {
                    "\0"
                },
                &href,
            ) else {
                continue;
            };
            count += 1;
            let there = site.contains_key(&file);
            let known = fragment.is_none_or(|f| {
                f.is_empty()
                    || ids
                        .get(file.as_str())
                        .is_some_and(|ids| ids.contains(f.as_str()))
            });
            if !there || !known {
                dead.push(format!("{page}: {href}"));
            }
        }
    }
    (count, dead)
}

#[test]
fn every_link_and_fragment_leads_somewhere_in_both_languages() {
    for (site, base) in [
        (project().to_owned(), "/"),
        (project().join("tests/sites/riwayat"), "/jhur/"),
    ] {
        let out = TempDir::new().unwrap();
        build(
            without_cards(&site).path(),
            &out.path().join("public"),
            AS_OF,
            &[],
        );
        let tree = tree(&out.path().join("public"));
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

#[test]
fn same_bytes_in_other_folders_zones_and_locales() {
    let (first, second) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let other = second.path().join("folder lain & (1)");
    copy(&project().join("content"), &other.join("content"));
    build(
        project(),
        &first.path().join("a"),
        AS_OF,
        &[
            ("TZ", "Asia/Jayapura"),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("RAYON_NUM_THREADS", "1"),
        ],
    );
    build(
        &other,
        &other.join("public"),
        AS_OF,
        &[
            ("TZ", "America/New_York"),
            ("LC_ALL", "C"),
            ("RAYON_NUM_THREADS", "7"),
        ],
    );
    let (a, b) = (tree(&first.path().join("a")), tree(&other.join("public")));
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
    let (site, out) = (without_cards(project()), TempDir::new().unwrap());
    build(site.path(), &out.path().join("a"), "2022-06-30", &[]);
    // 2022-06-29 18:30 UTC is 2022-06-30 in Jember.
    let b = out.path().join("b");
    let output = jhur(
        site.path(),
        &["build", "--out", b.to_str().unwrap()],
        &[("SOURCE_DATE_EPOCH", "1656527400")],
    );
    assert!(output.status.success());
    assert!(tree(&out.path().join("a")) == tree(&b));
}

#[test]
fn as_of_a_day_the_site_is_as_it_would_have_stood() {
    let (site, out) = (without_cards(project()), TempDir::new().unwrap());
    build(site.path(), &out.path().join("june"), "2022-06-30", &[]);
    build(site.path(), &out.path().join("february"), "2022-02-28", &[]);
    let (june, february) = (
        tree(&out.path().join("june")),
        tree(&out.path().join("february")),
    );
    // All six stops were over in June; the fourth came in March.
    assert!(june.contains_key("6/index.html") && !february.contains_key("6/index.html"));
    assert!(february.contains_key("1/index.html") && !february.contains_key("4/index.html"));
    let news = String::from_utf8(june["data/tindak-lanjut.jsonl"].clone()).unwrap();
    let rows: Vec<serde_json::Value> = news
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
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
    let out = TempDir::new().unwrap();
    let public = out.path().join("public");
    build(project(), &public, AS_OF, &[]);
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
    build(project(), &public, AS_OF, &[]);
    assert!(
        before == times(&public),
        "the second build touched something"
    );
}

#[test]
fn a_faulty_record_leaves_the_old_site_alone() {
    let site = without_cards(project());
    let public = site.path().join("public");
    build(site.path(), &public, AS_OF, &[]);
    let before = tree(&public);
    let stop = site.path().join("content/stops/006-wuluhan.yaml");
    let text = std::fs::read_to_string(&stop).unwrap().replacen(
        "district: wuluhan",
        "distrik: wuluhan",
        1,
    );
    std::fs::write(&stop, text).unwrap();
    let output = jhur(site.path(), &["build", "--as-of", AS_OF], &[]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.contains("J201") && said.contains("006-wuluhan.yaml:"),
        "{said}"
    );
    assert!(tree(&public) == before);
}

#[test]
fn the_policy_names_the_style_sheet_of_every_page_and_nothing_inside_a_page_breaks_it() {
    let site = without_cards(&project().join("tests/sites/riwayat"));
    build(site.path(), &site.path().join("public"), "2022-06-30", &[]);
    let tree = tree(&site.path().join("public"));
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
    let text = |name: &str| std::str::from_utf8(&tree[name]).unwrap();
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
    let site = without_cards(&project().join("tests/sites/riwayat"));
    let theme = site.path().join("themes/pendopo");
    std::fs::create_dir_all(theme.join("templates")).unwrap();
    std::fs::create_dir_all(theme.join("i18n")).unwrap();
    std::fs::write(
        theme.join("templates/404.html"),
        "{% extends \"base.html\" %}{% block main %}<p>halaman kami sendiri</p>{% endblock main %}",
    )
    .unwrap();
    std::fs::write(
        theme.join("i18n/id.ftl"),
        "nav-offices = Dinas kami\nhome-heading = Janji dan kenyataan\n",
    )
    .unwrap();
    build(site.path(), &site.path().join("public"), "2022-06-30", &[]);
    let tree = tree(&site.path().join("public"));
    let pages = pages(&tree);
    assert!(pages["404.html"].contains("halaman kami sendiri"));
    assert!(pages["index.html"].contains("<h1>Janji dan kenyataan</h1>"));
    assert!(
        pages["index.html"].contains("Dinas kami")
            && !pages["en/index.html"].contains("Dinas kami")
    );
    std::fs::write(
        theme.join("templates/404.html"),
        "{% extends \"base.html\" %}\n{{ tidak_ada }}{% if %}",
    )
    .unwrap();
    let output = jhur(site.path(), &["build", "--as-of", "2022-06-30"], &[]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.contains("J801") && said.contains("themes/pendopo/templates/404.html:2:"),
        "{said}"
    );
}
