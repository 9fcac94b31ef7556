//! A site with a past of thirty releases: nothing that was published is lost, and nothing can be changed unseen.

mod addresses;
mod logs;
mod make;
mod records;
mod redaction;
mod releases;
mod signing;
mod verify;

use crate::common::chance::Chance;
use crate::common::program::Run;
use crate::common::site::Site;
use crate::common::{Tree, repository, tree, write_tree};
use jhur::diag::Span;
use jhur::records::{LogEntry, Revision, RevisionBody, RevisionLog, Spanned};
use regex::bytes::Regex;
use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

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

/// The entries of a site's revision log, and the bodies that are left.
const LOG: &str = "content/log.jsonl";
const BODIES: &str = "content/bodies.jsonl";

/// The lines of one of a site's files.
fn lines(site: &Site, file: &str) -> Vec<String> {
    let text = site.read(file);
    text.lines().map(str::to_owned).collect()
}

fn write_lines(site: &Site, file: &str, lines: &[String]) {
    site.write(file, lines.join("\n") + "\n");
}

/// The revisions of a site's log.
fn log_of(site: &Site) -> Vec<Revision> {
    fn shared<T>(value: T) -> Arc<Spanned<T>> {
        let span = Span::default();
        Arc::new(Spanned { value, span })
    }
    let mut log = RevisionLog::default();
    for line in lines(site, LOG) {
        log.entries.push(shared(LogEntry::parse(&line).unwrap()));
    }
    for line in lines(site, BODIES) {
        log.bodies.push(shared(RevisionBody::parse(&line).unwrap()));
    }
    log.join();
    log.revisions.into_iter().map(|r| r.value).collect()
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
    // Nonces are random, and so are the digests.
    let random = Regex::new("\"(nonce|digest)\":\"[0-9a-f]{64}\"").unwrap();
    let known = |bytes: &[u8]| random.replace_all(bytes, &b"\"$1\""[..]).into_owned();
    for (path, bytes) in &made {
        assert!(known(&expected[path]) == known(bytes), "{path}");
    }
    let days: BTreeSet<String> = log().iter().map(|line| line.release.to_string()).collect();
    // On one day nothing had changed.
    assert_eq!(days.len(), make::STEPS.len() - 1);
}
