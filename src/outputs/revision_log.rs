//! The revision log, as it was written, up to the day.

use super::Output;
use crate::plan::{LOG, Plan};
use crate::records::Revision;

/// `data/revisi.jsonl`, once there are releases.
pub(super) fn log(plan: &Plan<'_>) -> Vec<Output> {
    let lines: String = plan.register().released_revisions().map(|line: &Revision| line.to_line() + "\n").collect();
    if lines.is_empty() { Vec::new() } else { vec![(LOG.to_owned(), lines.into_bytes())] }
}
