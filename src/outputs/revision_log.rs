//! The revision log, as it was written, up to the day.

use super::context::OutputFile;
use crate::plan::{Plan, REVISION_LOG_PATH};
use crate::records::Revision;

/// `data/revisi.jsonl`, once there are releases.
pub(super) fn revision_log_file(plan: &Plan<'_>) -> Vec<OutputFile> {
    let lines: String = plan
        .register()
        .released_revisions()
        .map(|line: &Revision| line.to_line() + "\n")
        .collect();
    if lines.is_empty() {
        Vec::new()
    } else {
        vec![(REVISION_LOG_PATH.to_owned(), lines.into_bytes())]
    }
}
