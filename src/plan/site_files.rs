//! Paths of files that the site has once and that several modules name. Files beside a page are in
//! `alternates`; the names of the downloads in `outputs`.

/// The folder of the search index, written by `outputs::search`.
pub const SEARCH_FOLDER: &str = "cari/pagefind";

/// The search script in that folder, loaded by the search page.
pub const SEARCH_SCRIPT: &str = "cari/pagefind/pagefind.js";

/// The published revision log: the next release reads it, and visitors verify the site against it.
pub const REVISION_LOG_PATH: &str = "data/revisi.jsonl";
