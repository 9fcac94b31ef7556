//! The history of a record: every revision with what it changed, word by word. The page of
//! corrections and the feeds summarise the same changes.

use super::builder::ViewBuilder;
use super::components::{LocalizedText, Pagination, TextLink};
use super::revision::{FieldLabel, FieldValue, PathStep, RedactionView, split_path};
use crate::plan::{Page, PageNumber, REVISIONS_PER_PAGE};
use crate::records::revision_fields::{DiffTag, FieldChange};
use crate::records::{Lang, Revision};
use crate::register::{self, HistoryId};
use serde::Serialize;

/// Unchanged text longer than this, in characters, is shortened in the middle.
const MAX_UNCHANGED_CHARS: usize = 240;
/// How much of it is kept on either side of a change, in characters.
const CONTEXT_CHARS: usize = 80;

/// Every revision of a record, newest first, with what each changed.
#[derive(Debug, Hash, Serialize)]
pub struct HistoryView<'r> {
    /// The record's name.
    pub record: &'r str,
    /// The record's page, if it has one now.
    pub href: Option<String>,
    /// Whether the record has changes that are in no release yet.
    pub has_unreleased_changes: bool,
    /// The revisions on this page of the list.
    pub revisions: Vec<RevisionSummary<'r>>,
    /// Links to the other pages of the list.
    pub pagination: Pagination,
    /// The histories under its former names.
    pub former_histories: Vec<TextLink<'r>>,
}

/// A revision in a history.
#[derive(Debug, Hash, Serialize)]
pub struct RevisionSummary<'r> {
    /// Its number.
    pub number: u32,
    /// The day of its release.
    pub day: String,
    /// Its seal.
    pub seal: String,
    /// Its page.
    pub href: String,
    /// The redaction of its body, if it was redacted.
    pub redaction: Option<RedactionView<'r>>,
    /// Whether it can be compared: both its body and that of the revision before are there.
    pub is_comparable: bool,
    /// What it changed, by section of the record.
    pub section_diffs: Vec<SectionDiff>,
}

/// What changed in a section of a record: the record itself, an answer, a commitment …
#[derive(Debug, Hash, Serialize)]
pub struct SectionDiff {
    /// The path to it; empty for the record itself.
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
    /// Its text before and after, as a diff.
    pub spans: Vec<DiffSpan>,
}

/// A run of words that were kept, removed or added.
#[derive(Debug, Hash, Serialize)]
pub struct DiffSpan {
    /// `stayed`, `went` or `came`.
    pub tag: &'static str,
    /// The text.
    pub text: String,
}

/// A corrected record on the page of corrections.
#[derive(Debug, Hash, Serialize)]
pub struct RevisedRecord<'r> {
    /// The day of the release.
    pub day: String,
    /// The record.
    pub record: &'r str,
    /// Its title in that revision.
    pub title: Option<FieldValue<'r>>,
    /// The revision's number.
    pub number: u32,
    /// What it changed, in the record's history.
    pub href: String,
    /// The fields that changed, each once.
    pub changed_fields: Vec<FieldLabel>,
}

impl<'r> ViewBuilder<'r> {
    /// The address of what a revision changed: its section in the record's history.
    pub(super) fn changes_href(&self, id: HistoryId, number: u32) -> String {
        format!(
            "{}#_r{number}",
            self.page_href(self.plan.revision_history_page(id, number))
        )
    }

    pub(super) fn history_view(&self, id: HistoryId, number: PageNumber) -> HistoryView<'r> {
        let history = self.register.history(id);
        let newest_first: Vec<&'r Revision> = history.revisions.iter().rev().copied().collect();
        let (revisions, pagination) =
            self.paginate(&newest_first, (number, REVISIONS_PER_PAGE), |number| {
                Page::History(id, number)
            });
        let page = self.plan.page_for_record(history.record);
        HistoryView {
            record: history.record,
            href: page.map(|page| self.page_href(page)),
            has_unreleased_changes: history.has_unreleased_change,
            revisions: revisions
                .iter()
                .map(|revision| self.revision_summary(id, revision))
                .collect(),
            pagination,
            former_histories: self.former_histories(history.record),
        }
    }

    /// The histories of a record under its former names.
    fn former_histories(&self, record: &str) -> Vec<TextLink<'r>> {
        let mut links = Vec::new();
        for (from, to) in self.register.published_former_names() {
            // A name that was never released has no history.
            if to == record
                && let Some(id) = self.register.history_of(from)
            {
                links.push(TextLink {
                    href: self.page_href(self.plan.history_page(id)),
                    text: LocalizedText {
                        text: from,
                        lang: None,
                    },
                });
            }
        }
        links
    }

    fn revision_summary(&self, id: HistoryId, revision: &'r Revision) -> RevisionSummary<'r> {
        // `None` if the revisions cannot be compared; empty if nothing that is shown was changed.
        let changes = self.register.history(id).field_changes(revision);
        let mut section_diffs: Vec<SectionDiff> = Vec::new();
        for change in changes.iter().flatten() {
            let (path, label) = split_path(&change.path);
            let field_diff = field_diff(change, label);
            // Fields of one section need not follow each other: a list may be between them.
            match section_diffs.iter_mut().find(|diff| diff.path == path) {
                Some(section) => section.field_diffs.push(field_diff),
                None => section_diffs.push(SectionDiff {
                    path,
                    field_diffs: vec![field_diff],
                }),
            }
        }
        RevisionSummary {
            number: revision.revision,
            day: revision.release.to_string(),
            seal: revision.seal().to_string(),
            href: self.page_href(Page::Revision(id, revision.revision)),
            redaction: RedactionView::of(revision),
            is_comparable: changes.is_some(),
            section_diffs,
        }
    }

    /// A revision that did more than add follow-ups, for the page of corrections.
    pub(super) fn revised_record(&self, id: HistoryId, number: u32) -> RevisedRecord<'r> {
        let history = self.register.history(id);
        let revision = history.revision(number);
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

/// The fields that a revision changed, each once; without follow-ups that it added.
pub fn changed_field_labels(
    history: &register::History<'_>,
    revision: &Revision,
) -> Vec<FieldLabel> {
    let mut labels: Vec<FieldLabel> = Vec::new();
    for change in history.field_changes(revision).unwrap_or_default() {
        let (_, label) = split_path(&change.path);
        if !change.is_new_follow_up && !labels.contains(&label) {
            labels.push(label);
        }
    }
    // A withdrawal empties all other fields; naming them would hide what happened.
    if labels.iter().any(|label| label.field == "withdrawn.date") {
        labels.retain(|label| label.field.starts_with("withdrawn."));
    }
    labels
}

fn field_diff(change: &FieldChange, label: FieldLabel) -> FieldDiff {
    let words = change.word_diff();
    let last = words.len().saturating_sub(1);
    let mut spans = Vec::new();
    for (index, (tag, text)) in words.into_iter().enumerate() {
        spans.push(match tag {
            DiffTag::Equal => DiffSpan {
                tag: "stayed",
                text: truncate_unchanged(&text, index > 0, index < last),
            },
            DiffTag::Delete => DiffSpan { tag: "went", text },
            DiffTag::Insert => DiffSpan { tag: "came", text },
        });
    }
    FieldDiff {
        label,
        lang: change.lang.map(Lang::code),
        spans,
    }
}

/// An unchanged text; a long one is kept only next to the changes around it.
fn truncate_unchanged(text: &str, after_change: bool, before_change: bool) -> String {
    // By characters, since a cut inside one would not be text.
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
