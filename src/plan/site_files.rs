//! Paths of files that the site has once and that several modules name. Files beside a page are in
//! `alternates`; the names of the downloads in `outputs`.

/// The folder of the search index, written by `outputs::search`.
pub const SEARCH_FOLDER: &str = "cari/pagefind";

/// The search script in that folder, loaded by the search page.
pub const SEARCH_SCRIPT: &str = "cari/pagefind/pagefind.js";

/// The folder of the published revision log.
pub const LOG_FOLDER: &str = "data/log/";
/// The published entries of the revision log: the next build must begin with them, and visitors
/// verify the site against them.
pub const LOG_PATH: &str = "data/log/log.jsonl";

/// The signed size and root of the log's tree (C2SP tlog-checkpoint).
pub const CHECKPOINT_PATH: &str = "data/log/checkpoint";
/// The key that checks the checkpoint's signature (C2SP signed-note, "vkey").
pub const LOG_KEY_PATH: &str = "data/log/vkey";

/// The published statement of a witness: the checkpoint that it saw, with its signature.
pub fn witnessed_path(name: &str) -> String {
    format!("{LOG_FOLDER}witnessed/{name}.txt")
}

/// The file of a record's bodies: those of a stop and all that belongs to it are in one.
pub fn bodies_path(record: &str) -> String {
    let name = record.split('/').next().unwrap_or(record);
    format!("{LOG_FOLDER}bodies/{name}.jsonl")
}
