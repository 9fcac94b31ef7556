//! A site with a past of thirty releases: nothing that was published is lost, and nothing can be changed unseen.

mod addresses;
mod logs;
mod make;
mod records;
mod releases;
mod signing;
mod verify;

use crate::common::chance::Chance;
use crate::common::program::Run;
use crate::common::site::Site;
use crate::common::{Tree, repository, tree, write_tree};
use jhur::records::Revision;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A day after the last release.
const LATER: &str = "2025-02-01";
/// Previews and the search take long and have tests of their own.
const FAST: &str = "cards: false, search: false";
/// Pages and the log, nothing else.
const BARE: &str =
    "cards: false, search: false, citations: false, data: false, feeds: false, twins: false";

/// The whole site as of that day, for tests that only read it.
static WHOLE: LazyLock<Tree> = LazyLock::new(|| history(FAST).build(LATER));

/// A copy of the site after its last release.
fn history(outputs: &str) -> Site {
    let site = Site::copy_of(&repository("tests/history")).outputs(outputs);
    site.write(".jhur-key", make::KEY);
    site
}

/// Runs the program today, or on another day.
#[track_caller]
fn run(site: &Site, args: &[&str], day: Option<&str>) -> Run {
    match day {
        Some(day) => site.run_on(day, args),
        None => site.run(args),
    }
}

/// The lines of a site's revision log.
fn log_lines(site: &Site) -> Vec<String> {
    let log = site.read("content/revisions.jsonl");
    log.lines().map(str::to_owned).collect()
}

fn write_log(site: &Site, lines: &[String]) {
    site.write("content/revisions.jsonl", lines.join("\n") + "\n");
}

/// A site's revision log.
fn log_of(site: &Site) -> Vec<Revision> {
    let mut log = Vec::new();
    for line in log_lines(site) {
        log.push(serde_json::from_str(&line).unwrap());
    }
    log
}

/// The revision log after the last release.
fn log() -> Vec<Revision> {
    log_of(&history(BARE))
}

/// Puts another byte at a random place.
fn change_byte(chance: &mut Chance, bytes: &mut [u8]) {
    let at = chance.below(bytes.len());
    bytes[at] = bytes[at].wrapping_add(u8::try_from(1 + chance.below(255)).unwrap());
}

#[test]
fn the_script_makes_the_same_log_and_content_again() {
    let site = Site::empty();
    make::make_history(&site);
    let made = tree(&site.path("content"));
    let committed = repository("tests/history/content");
    if std::env::var_os("MAKE_HISTORY").is_some() {
        write_tree(&committed, &made);
    }
    let expected = tree(&committed);
    assert!(made.keys().eq(expected.keys()), "{:?}", made.keys());
    for (path, bytes) in &made {
        assert!(expected[path] == *bytes, "{path}");
    }
    let days: BTreeSet<String> = log().iter().map(|line| line.release.to_string()).collect();
    // On one day nothing had changed.
    assert_eq!(days.len(), make::STEPS.len() - 1);
}
