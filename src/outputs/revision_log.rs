//! The published revision log: its entries up to the as-of date as they were written, and the bodies
//! of the revisions that were not redacted; once the site names a key, also the log's tree as files
//! (C2SP tlog-tiles). The signed checkpoint is the pipeline's, which has the secret key.

use super::context::OutputFile;
use crate::plan::{LOG_FOLDER, LOG_KEY_PATH, LOG_PATH, Plan, bodies_path, witnessed_path};
use crate::records::LogEntry;
use crate::transparency::Tile;
use std::collections::{BTreeMap, BTreeSet};

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
    let mut files: Vec<OutputFile> = Vec::new();
    if let Some(key) = plan.register().log_key() {
        texts.insert(LOG_KEY_PATH.to_owned(), format!("{key}\n"));
        files = tile_files(plan);
    }
    for (_, witnessed) in plan.register().witnessed() {
        texts.insert(witnessed_path(&witnessed.name), witnessed.note.clone());
    }
    let texts = texts.into_iter();
    files.extend(texts.map(|(path, text)| (path, text.into_bytes())));
    files
}

/// The files of the tree. Partial ones of sizes that the log had at the end of an earlier day stay
/// until they are full: a checkpoint of then may still be asked about.
fn tile_files(plan: &Plan<'_>) -> Vec<OutputFile> {
    let register = plan.register();
    let lines: Vec<String> = register.log_entries().map(LogEntry::to_line).collect();
    let tree = register.log_tree();
    let sizes = register.log_sizes();
    let newest = sizes.last().copied().unwrap_or_default();
    let mut tiles: BTreeSet<Tile> = Tile::all(newest).into_iter().collect();
    for size in sizes {
        let earlier = Tile::all(size).into_iter();
        let kept: Vec<Tile> = earlier
            .filter(|t| t.is_partial() && !tiles.contains(&t.full()))
            .collect();
        tiles.extend(kept);
    }
    let files = tiles.into_iter().filter_map(|tile| {
        let bytes = tile.contents(&tree, &lines)?;
        Some((LOG_FOLDER.to_owned() + &tile.path(), bytes))
    });
    files.collect()
}
