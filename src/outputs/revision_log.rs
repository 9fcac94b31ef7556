//! The published revision log: its entries up to the as-of date as they were written, and the bodies
//! of the revisions that were not redacted.

use super::context::OutputFile;
use crate::plan::{LOG_PATH, Plan, bodies_path};
use std::collections::BTreeMap;

/// `data/log/log.jsonl` and `data/log/bodies/*.jsonl`, once there are releases.
pub(super) fn revision_log_files(plan: &Plan<'_>) -> Vec<OutputFile> {
    // A file a stop: hosts limit the size of a file, and whoever checks one record needs few.
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let mut add_line = |path: String, line: &str| {
        let text = texts.entry(path).or_default();
        text.push_str(line);
        text.push('\n');
    };
    for revision in plan.register().released_revisions() {
        if let Some(line) = &revision.line {
            add_line(bodies_path(&revision.record), &line.to_line());
        }
    }
    let log = plan.register().published_log();
    if !log.is_empty() {
        texts.insert(LOG_PATH.to_owned(), log);
    }
    let texts = texts.into_iter();
    texts
        .map(|(path, text)| (path, text.into_bytes()))
        .collect()
}
