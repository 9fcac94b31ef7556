//! The history of a record: every revision with what it changed, word by word; and the list of all such changes.

use super::builder::Maker;
use super::revision::{Label, Shown, Step, split};
use super::{Link, Parts, Phrase};
use crate::plan::{Page, PageNumber, REVISIONS_PER_PAGE};
use crate::records::revision_fields::{DiffTag, FieldChange};
use crate::records::{Lang, Revision};
use crate::register::{self, HistoryId};
use serde::Serialize;

/// Unchanged words longer than this, in characters, are cut in the middle.
const LONG: usize = 240;
/// What is kept of them on either side of a change.
const NEAR: usize = 80;

/// Every revision of a record, newest first, with what each changed.
#[derive(Debug, Hash, Serialize)]
pub struct History<'r> {
    /// The record's name.
    pub record: &'r str,
    /// The record as it is now, if it is there.
    pub href: Option<String>,
    /// Does it say what no release has yet?
    pub changed: bool,
    /// The revisions of this part.
    pub revisions: Vec<RevisionView<'r>>,
    /// The ways to the other parts.
    pub parts: Parts,
    /// The histories under the names it had before.
    pub earlier: Vec<Link<'r>>,
}

/// A revision in a history.
#[derive(Debug, Hash, Serialize)]
pub struct RevisionView<'r> {
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
    pub compared: bool,
    /// What it changed, by part of the record.
    pub changed: Vec<Changed>,
}

/// What changed in a part of a record.
#[derive(Debug, Hash, Serialize)]
pub struct Changed {
    /// The way to it; empty for the record itself.
    pub steps: Vec<Step>,
    /// The fields.
    pub changes: Vec<ChangeView>,
}

/// A field that changed.
#[derive(Debug, Hash, Serialize)]
pub struct ChangeView {
    /// The field.
    pub label: Label,
    /// Its language, if it is named.
    pub lang: Option<&'static str>,
    /// Its words.
    pub words: Vec<WordView>,
}

/// Some words of a field that changed.
#[derive(Debug, Hash, Serialize)]
pub struct WordView {
    /// `stayed`, `went` or `came`.
    pub word: &'static str,
    /// The words.
    pub text: String,
}

/// A corrected record on the page of corrections.
#[derive(Debug, Hash, Serialize)]
pub struct Revised<'r> {
    /// The day of the release.
    pub day: String,
    /// The record.
    pub record: &'r str,
    /// What it is called.
    pub title: Option<Shown<'r>>,
    /// The revision's number.
    pub number: u32,
    /// What it changed, in the record's history.
    pub href: String,
    /// The fields that changed, each once.
    pub labels: Vec<Label>,
}

impl<'r> Maker<'r> {
    /// What a revision changed: its place in the record's history.
    pub(super) fn changes_href(&self, id: HistoryId, number: u32) -> String {
        format!("{}#_r{number}", self.href(self.plan.revision_history_page(id, number)))
    }

    pub(super) fn history(&self, id: HistoryId, part: PageNumber) -> History<'r> {
        let history = self.register.history(id);
        let newest: Vec<&'r Revision> = history.revisions.iter().rev().copied().collect();
        let (rows, parts) = self.part(&newest, (part, REVISIONS_PER_PAGE), |part| Page::History(id, part));
        let earlier = self.register.former_names().iter().filter(|(_, to)| to == history.record);
        let earlier = earlier.filter_map(|(from, _)| {
            let href = self.href(Page::History(self.register.history_of(from)?, PageNumber::FIRST));
            Some(Link { href, text: Phrase { text: from, lang: None } })
        });
        History {
            record: history.record,
            href: self.plan.page_for_record(history.record).map(|page| self.href(page)),
            changed: history.has_unreleased_change,
            revisions: rows.iter().map(|revision| self.revision_view(id, revision)).collect(),
            parts,
            earlier: earlier.collect(),
        }
    }

    fn revision_view(&self, id: HistoryId, revision: &'r Revision) -> RevisionView<'r> {
        let differences = self.register.history(id).field_changes(revision);
        let mut changed: Vec<Changed> = Vec::new();
        for difference in differences.iter().flatten() {
            let (steps, label) = split(&difference.path);
            let change = change(difference, label);
            match changed.iter_mut().find(|part| part.steps == steps) {
                Some(part) => part.changes.push(change),
                None => changed.push(Changed { steps, changes: vec![change] }),
            }
        }
        RevisionView {
            number: revision.revision,
            day: revision.release.to_string(),
            sha256: &revision.sha256,
            href: self.href(Page::Revision(id, revision.revision)),
            redacted: revision.redacted.as_deref(),
            compared: differences.is_some(),
            changed,
        }
    }

    /// A revision that changed more than adding news.
    pub(super) fn revised(&self, id: HistoryId, number: u32) -> Revised<'r> {
        let history = self.register.history(id);
        let revision = self.register.history(id).revision(number);
        Revised {
            day: revision.release.to_string(),
            record: history.record,
            title: self.last_title(id, number),
            number,
            href: self.changes_href(id, number),
            labels: labels(history, revision),
        }
    }
}

/// The fields that a revision changed, each once; news that was added apart.
pub fn labels(history: &register::History<'_>, revision: &Revision) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    for difference in history.field_changes(revision).unwrap_or_default().iter().filter(|d| !d.is_new_follow_up) {
        let (_, label) = split(&difference.path);
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

fn change(difference: &FieldChange, label: Label) -> ChangeView {
    let words = difference.word_diff();
    let last = words.len().saturating_sub(1);
    let words = words.into_iter().enumerate().map(|(n, (word, text))| match word {
        DiffTag::Equal => WordView { word: "stayed", text: cut(&text, n > 0, n < last) },
        DiffTag::Delete => WordView { word: "went", text },
        DiffTag::Insert => WordView { word: "came", text },
    });
    ChangeView { label, lang: difference.lang.map(Lang::code), words: words.collect() }
}

/// Words that stayed: long ones only near what changed.
fn cut(text: &str, after_change: bool, before_change: bool) -> String {
    let all: Vec<char> = text.chars().collect();
    if all.len() <= LONG {
        return text.to_owned();
    }
    let start: String = all[..NEAR].iter().collect();
    let end: String = all[all.len() - NEAR..].iter().collect();
    match (after_change, before_change) {
        (true, true) => format!("{start} … {end}"),
        (true, false) => format!("{start} …"),
        (false, _) => format!("… {end}"),
    }
}
