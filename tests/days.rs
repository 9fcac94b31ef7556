//! A page changes only when what it says changes: built day after day into one folder, a site differs in its home pages, and
//! in more only on the days on which a date fell.

use crate::common::repository;
use crate::common::site::Site;
use jhur::checks::{self, AsOf};
use jhur::records::Day;
use jhur::register::Register;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The files of a published site with their hashes, as its manifest has them.
fn hashes(site: &Site) -> BTreeMap<String, String> {
    let manifest: Value = serde_json::from_str(&site.read("public/manifest.json")).unwrap();
    let files = manifest["files"].as_object().unwrap().iter();
    files
        .map(|(path, hash)| (path.clone(), hash.as_str().unwrap().to_owned()))
        .collect()
}

/// Builds a site on so many days in a row, and holds what differs from each to the next against the days on which a date
/// fell; gives on how many days it did.
#[track_caller]
fn build_daily(site: &Site, first: &str, days: i64) -> usize {
    let first = Day::parse(first).unwrap();
    let last = first.plus_days(days).unwrap();
    let loaded = jhur::source::load(site.root()).unwrap();
    let checked = checks::check_records(loaded.records, loaded.diagnostics, AsOf::Chosen(last));
    let fell = Register::as_of(&checked.unwrap(), false).days_of_change();
    site.run(&["build", "--yes", "--as-of", &first.to_string()])
        .expect(0, &[]);
    let mut before = hashes(site);
    let home = BTreeSet::from(["index.html", "en/index.html"]);
    let mut changed = 0;
    for day in (1..=days).map(|n| first.plus_days(n).unwrap()) {
        site.run(&["build", "--yes", "--as-of", &day.to_string()])
            .expect(0, &[]);
        let now = hashes(site);
        let differs = |path: &&String| before.get(*path) != now.get(*path);
        let differing = before.keys().chain(now.keys()).filter(differs);
        let more: BTreeSet<_> = differing
            .filter(|path| !home.contains(path.as_str()))
            .collect();
        assert!(more.is_empty() || fell.contains(&day), "{day}: {more:?}");
        changed += usize::from(!more.is_empty());
        before = now;
    }
    changed
}

#[test]
fn the_real_site_is_the_same_for_sixty_days_but_for_its_home_pages() {
    assert_eq!(
        build_daily(&Site::copy_of(&repository("")), "2026-12-01", 60),
        0
    );
}

#[test]
fn a_site_with_deadlines_changes_on_the_days_on_which_a_date_falls() {
    let site = Site::riwayat().outputs("cards: false, search: false");
    let changed = build_daily(&site, "2022-07-06", 240);
    assert!((3..40).contains(&changed), "{changed}");
}
