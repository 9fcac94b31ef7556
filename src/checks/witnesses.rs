//! Rules about the statements of witnesses.

use super::context::Context;
use crate::diag::{Code, Diagnostic};
use crate::records::{LogEntry, Site};
use crate::transparency::MerkleTree;

/// J347
///
/// Protects against a log that is not the one that a witness saw.
pub(super) fn check(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let records = context.records;
    if records.witnessed.is_empty() {
        return;
    }
    let entries = records.revision_log.entries.iter();
    let tree = MerkleTree::of_entries(entries.map(|entry| LogEntry::to_line(entry)));
    for witnessed in &records.witnessed {
        let is_of_site = |site: &Site| site.base_url.log_origin() == witnessed.origin;
        let case = match tree.head(witnessed.head.size) {
            _ if !records.site.as_ref().is_none_or(is_of_site) => "origin",
            Some(head) if head == witnessed.head => continue,
            Some(_) => "other",
            None => "shorter",
        };
        diagnostics.push(
            Diagnostic::new(Code::BadWitness, witnessed.span)
                .arg("case", case)
                .arg("witness", witnessed.key.name())
                .arg("origin", &*witnessed.origin)
                .arg("size", witnessed.head.size.to_string())
                .arg("entries", tree.size().to_string()),
        );
    }
}
