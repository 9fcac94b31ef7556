//! The published copy of the revision log: its lines as they were written, up to the as-of date.

use super::context::OutputFile;
use crate::plan::{Plan, REVISION_LOG_PATH};

/// `data/revisi.jsonl`, once there are releases.
pub(super) fn revision_log_file(plan: &Plan<'_>) -> Option<OutputFile> {
    let mut lines = String::new();
    for revision in plan.register().released_revisions() {
        lines.push_str(&revision.to_line());
        lines.push('\n');
    }
    (!lines.is_empty()).then(|| (REVISION_LOG_PATH.to_owned(), lines.into_bytes()))
}
