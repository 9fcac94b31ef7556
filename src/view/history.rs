//! The history of a record: every revision with what it changed, word by word; and the list of all such changes.

use super::builder::ViewBuilder;
use super::components::{LocalizedText, Pagination, TextLink};
use super::revision::{FieldLabel, FieldValue, PathStep, split_path};
use crate::plan::{Page, PageNumber, REVISIONS_PER_PAGE};
use crate::records::revision_fields::{DiffTag, FieldChange};
use crate::records::{Lang, Revision};
use crate::register::{self, HistoryId};
use serde::Serialize;

/// Unchanged words longer than this, in characters, are cut in the middle.
const MAX_UNCHANGED_CHARS: usize = 240;
/// What is kept of them on either side of a change.
const CONTEXT_CHARS: usize = 80;

/// Every revision of a record, newest first, with what each changed.
#[derive(Debug, Hash, Serialize)]
pub struct HistoryView<'r> {
    /// The record's name.
    pub record: &'r str,
    /// The record as it is now, if it is there.
    pub href: Option<String>,
    /// Does it say what no release has yet?
    pub has_unreleased_changes: bool,
    /// The revisions of this part.
    pub revisions: Vec<RevisionSummary<'r>>,
    /// The ways to the other parts.
    pub pagination: Pagination,
    /// The histories under the names it had before.
    pub former_histories: Vec<TextLink<'r>>,
}

/// A revision in a history.
#[derive(Debug, Hash, Serialize)]
pub struct RevisionSummary<'r> {
    /// Its number.
    pub number: u32,
    /// The day of its release.
    pub day: String,
    /// The hash of its body.
    pub sha256: &'r str,
    /// As it stood.
    pub href: String,
    /// Why it was struck out.
    pub redacted: Option<&'r str>,
    /// Can it be held against the one before?
    pub is_comparable: bool,
    /// What it changed, by part of the record.
    pub section_diffs: Vec<SectionDiff>,
}

/// What changed in a part of a record.
#[derive(Debug, Hash, Serialize)]
pub struct SectionDiff {
    /// The way to it; empty for the record itself.
    pub path: Vec<PathStep>,
    /// The fields.
    pub field_diffs: Vec<FieldDiff>,
}

/// A field that changed.
#[derive(Debug, Hash, Serialize)]
pub struct FieldDiff {
    /// The field.
    pub label: FieldLabel,
    /// Its language, if it is named.
    pub lang: Option<&'static str>,
    /// Its words.
    pub spans: Vec<DiffSpan>,
}

/// Some words of a field that changed.
#[derive(Debug, Hash, Serialize)]
pub struct DiffSpan {
    /// `stayed`, `went` or `came`.
    pub tag: &'static str,
    /// The words.
    pub text: String,
}

/// A corrected record on the page of corrections.
#[derive(Debug, Hash, Serialize)]
pub struct RevisedRecord<'r> {
    /// The day of the release.
    pub day: String,
    /// The record.
    pub record: &'r str,
    /// What it is called.
    pub title: Option<FieldValue<'r>>,
    /// The revision's number.
    pub number: u32,
    /// What it changed, in the record's history.
    pub href: String,
    /// The fields that changed, each once.
    pub changed_fields: Vec<FieldLabel>,
}

impl<'r> ViewBuilder<'r> {
    /// What a revision changed: its place in the record's history.
    pub(super) fn changes_href(&self, id: HistoryId, number: u32) -> String {
        format!(
            "{}#_r{number}",
            self.page_href(self.plan.revision_history_page(id, number))
        )
    }

    pub(super) fn history_view(&self, id: HistoryId, part: PageNumber) -> HistoryView<'r> {
        let history = self.register.history(id);
        let newest: Vec<&'r Revision> = history.revisions.iter().rev().copied().collect();
        let (rows, parts) = self.paginate(&newest, (part, REVISIONS_PER_PAGE), |part| {
            Page::History(id, part)
        });
        let earlier = self
            .register
            .former_names()
            .iter()
            .filter(|(_, to)| to == history.record);
        let earlier = earlier.filter_map(|(from, _)| {
            let href = self.page_href(Page::History(
                self.register.history_of(from)?,
                PageNumber::FIRST,
            ));
            Some(TextLink {
                href,
                text: LocalizedText {
                    text: from,
                    lang: None,
                },
            })
        });
        HistoryView {
            record: history.record,
            href: self
                .plan
                .page_for_record(history.record)
                .map(|page| self.page_href(page)),
            has_unreleased_changes: history.has_unreleased_change,
            revisions: rows
                .iter()
                .map(|revision| self.revision_summary(id, revision))
                .collect(),
            pagination: parts,
            former_histories: earlier.collect(),
        }
    }

    fn revision_summary(&self, id: HistoryId, revision: &'r Revision) -> RevisionSummary<'r> {
        let differences = self.register.history(id).field_changes(revision);
        let mut changed: Vec<SectionDiff> = Vec::new();
        for difference in differences.iter().flatten() {
            let (steps, label) = split_path(&difference.path);
            let change = field_diff(difference, label);
            match changed.iter_mut().find(|part| part.path == steps) {
                Some(part) => part.field_diffs.push(change),
                None => changed.push(SectionDiff {
                    path: steps,
                    field_diffs: vec![change],
                }),
            }
        }
        RevisionSummary {
            number: revision.revision,
            day: revision.release.to_string(),
            sha256: &revision.sha256,
            href: self.page_href(Page::Revision(id, revision.revision)),
            redacted: revision.redacted.as_deref(),
            is_comparable: differences.is_some(),
            section_diffs: changed,
        }
    }

    /// A revision that changed more than adding news.
    pub(super) fn revised_record(&self, id: HistoryId, number: u32) -> RevisedRecord<'r> {
        let history = self.register.history(id);
        let revision = self.register.history(id).revision(number);
        RevisedRecord {
            day: revision.release.to_string(),
            record: history.record,
            title: self.last_recorded_title(id, number),
            number,
            href: self.changes_href(id, number),
            changed_fields: changed_field_labels(history, revision),
        }
    }
}

/// The fields that a revision changed, each once; news that was added apart.
pub fn changed_field_labels(
    history: &register::History<'_>,
    revision: &Revision,
) -> Vec<FieldLabel> {
    let mut labels: Vec<FieldLabel> = Vec::new();
    for difference in history
        .field_changes(revision)
        .unwrap_or_default()
        .iter()
        .filter(|d| !d.is_new_follow_up)
    {
        let (_, label) = split_path(&difference.path);
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    // A withdrawal takes all else away; only it is worth a word.
    if labels.iter().any(|label| label.field == "withdrawn.date") {
        labels.retain(|label| label.field.starts_with("withdrawn."));
    }
    labels
}

fn field_diff(difference: &FieldChange, label: FieldLabel) -> FieldDiff {
    let words = difference.word_diff();
    let last = words.len().saturating_sub(1);
    let words = words
        .into_iter()
        .enumerate()
        .map(|(n, (word, text))| match word {
            DiffTag::Equal => DiffSpan {
                tag: "stayed",
                text: truncate_unchanged(&text, n > 0, n < last),
            },
            DiffTag::Delete => DiffSpan { tag: "went", text },
            DiffTag::Insert => DiffSpan { tag: "came", text },
        });
    FieldDiff {
        label,
        lang: difference.lang.map(Lang::code),
        spans: words.collect(),
    }
}

/// Words that stayed: long ones only near what changed.
fn truncate_unchanged(text: &str, after_change: bool, before_change: bool) -> String {
    let all: Vec<char> = text.chars().collect();
    if all.len() <= MAX_UNCHANGED_CHARS {
        return text.to_owned();
    }
    let start: String = all[..CONTEXT_CHARS].iter().collect();
    let end: String = all[all.len() - CONTEXT_CHARS..].iter().collect();
    match (after_change, before_change) {
        (true, true) => format!("{start} … {end}"),
        (true, false) => format!("{start} …"),
        (false, _) => format!("… {end}"),
    }
}
