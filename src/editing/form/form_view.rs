//! A form as it is shown: its boxes with the messages of the rules beside them, all of them once more on top.

use super::choices::SelectOption;
use super::evaluate::Evaluation;
use super::inputs::{FieldMessage, FormItem, attach_messages, input_label, item_names};
use super::pending_edit::PendingEdit;
use super::routes::FORM_PREFIX;
use super::slugs::{localized, record_id};
use super::target::EditTarget;
use crate::diag::messages::Messages;
use crate::diag::{Code, Diagnostic, render};
use crate::records::Lang;
use crate::source::parse_strict;
use form_urlencoded::byte_serialize;
use serde::Serialize;
use serde_json::Value;
use similar::{ChangeTag, TextDiff};

/// A form.
#[derive(Debug, Serialize)]
pub(super) struct FormView {
    /// What would be saved.
    #[serde(skip)]
    pub(super) draft: PendingEdit,
    #[serde(skip)]
    pub(super) preview: Option<Vec<u8>>,
    /// Does something stand against saving?
    #[serde(skip)]
    blocked: bool,
    pub(super) file: String,
    action: String,
    heading: String,
    record_label: String,
    pub(super) is_saved: bool,
    /// Was something typed that stands in no file yet?
    pub(super) is_unsaved: bool,
    /// What stands against saving or is wrong in the record.
    summary: Vec<SummaryLine>,
    /// What is to be noted of the record and has no box.
    notes: Vec<FieldMessage>,
    /// What was wrong elsewhere before.
    other_errors: Vec<FieldMessage>,
    /// What can be done next.
    links: Vec<FormLink>,
    /// What was changed meanwhile by others.
    diff: Vec<DiffLine>,
    /// What that means for saving; empty if nothing was.
    conflict: String,
    items: Vec<FormItem>,
    references: Vec<SelectOption>,
}

/// A line of the list on top.
#[derive(Debug, Serialize)]
struct SummaryLine {
    text: String,
    help: String,
    /// The box or group; empty if there is none.
    item_name: String,
}

/// A way to another form.
#[derive(Debug, Serialize)]
pub(super) struct FormLink {
    pub(super) text: String,
    pub(super) href: String,
}

/// A line that went or came.
#[derive(Debug, Serialize)]
struct DiffLine {
    added: bool,
    text: String,
}

impl FormView {
    pub(super) fn new(
        asked: &EditTarget,
        draft: PendingEdit,
        items: Vec<FormItem>,
        references: Vec<SelectOption>,
    ) -> Self {
        Self {
            draft,
            preview: None,
            blocked: false,
            file: asked.file.clone().unwrap_or_default(),
            action: asked.form_address(),
            heading: String::new(),
            record_label: String::new(),
            is_saved: false,
            is_unsaved: false,
            summary: Vec::new(),
            notes: Vec::new(),
            other_errors: Vec::new(),
            links: Vec::new(),
            diff: Vec::new(),
            conflict: String::new(),
            items,
            references,
        }
    }

    /// May it be saved?
    pub(super) fn can_save(&self) -> bool {
        !self.blocked
    }

    /// The heading, and the ways to what belongs to the record.
    pub(super) fn set_heading(&mut self, main: Lang, words: &Messages) {
        let PendingEdit {
            target: subject,
            root,
            record,
            ..
        } = &self.draft;
        let kind = subject.record_type();
        self.record_label = words.message(kind, &[]);
        if self.file.is_empty() || self.action.ends_with('-') {
            self.heading = words.message(&format!("form-new-{kind}"), &[]);
        } else {
            let word = |key: &str| record.get(key).and_then(|v| localized(v, main));
            let about = || record.get("about")?.get(0)?.as_str().map(str::to_owned);
            let name = word("title")
                .or_else(|| word("number"))
                .or_else(|| word("about"))
                .or_else(about);
            self.heading = words.message(
                &format!("form-change-{kind}"),
                &[("name", name.unwrap_or_default())],
            );
            self.links = next_links(subject, root, record, main, words);
        }
    }

    /// Puts what the rules say in its place. What was wrong elsewhere before stands in nobody's way.
    pub(super) fn apply_evaluation(
        &mut self,
        before: &Evaluation,
        after: &Evaluation,
        words: &Messages,
    ) {
        let PendingEdit {
            target: subject,
            file,
            text,
            ..
        } = &self.draft;
        let tree = parse_strict(text);
        let new = after.new_errors(before);
        let mut beside = Vec::new();
        for fault in &after.diagnostics {
            let is_new = new.iter().any(|f| std::ptr::eq(*f, fault));
            let place = tree
                .as_ref()
                .and_then(|tree| after.field_location(fault, subject, file, tree));
            let is_own = place.is_some();
            let name = place.and_then(|place| {
                place
                    .closest_name(item_names(&self.items))
                    .map(str::to_owned)
            });
            // Whoever types in boxes adds no lines with keys.
            let empty = name
                .as_ref()
                .filter(|_| fault.code == Code::MissingKey)
                .and_then(|name| input_label(&self.items, name));
            let message = match empty {
                Some(label) => FieldMessage::error(
                    words.message("form-missing", &[("label", label.to_owned())]),
                ),
                None => after.field_message(fault, is_own, words),
            };
            if fault.is_error() && (is_own || is_new) {
                let FieldMessage { text, help, .. } = message.clone();
                self.summary.push(SummaryLine {
                    text,
                    help,
                    item_name: name.clone().unwrap_or_default(),
                });
            }
            match (is_own, fault.is_error()) {
                (true, _) => beside.push((name, message)),
                (false, true) if !is_new => self.other_errors.push(message),
                _ => {}
            }
        }
        // What is wrong is on top already.
        self.notes = attach_messages(&mut self.items, beside)
            .into_iter()
            .filter(|message| !message.is_error)
            .collect();
        self.blocked = !new.is_empty();
        self.preview.clone_from(&after.page);
    }

    /// The file was changed after the form was given out; `before` is what it said then, if that is still known, and `what` says
    /// what that means for saving.
    pub(super) fn set_conflict(&mut self, before: Option<&str>, now: &str, what: String) {
        self.conflict = what;
        let diff = TextDiff::from_lines(before.unwrap_or_default(), now);
        let lines = diff
            .iter_all_changes()
            .filter(|change| change.tag() != ChangeTag::Equal);
        let line = |change: similar::Change<&str>| DiffLine {
            added: change.tag() == ChangeTag::Insert,
            text: change.value().trim_end().to_owned(),
        };
        self.diff = lines.map(line).filter(|_| before.is_some()).collect();
    }

    /// It could not be written.
    pub(super) fn block_by_diagnostic(&mut self, fault: &Diagnostic, words: &Messages) {
        self.block_saving(
            render::message_text(fault, words),
            render::help_text(fault, words).unwrap_or_default(),
        );
    }

    /// It cannot be saved, for a reason that stands in no box.
    pub(super) fn block_saving(&mut self, text: String, help: String) {
        self.blocked = true;
        self.summary.insert(
            0,
            SummaryLine {
                text,
                help,
                item_name: String::new(),
            },
        );
    }
}

/// The ways to what belongs to a record, and to what can come next.
fn next_links(
    subject: &EditTarget,
    root: &Value,
    record: &Value,
    main: Lang,
    words: &Messages,
) -> Vec<FormLink> {
    let file = subject.file.as_deref().unwrap_or_default();
    let to = |text: String, path: &str| {
        Some(FormLink {
            text,
            href: EditTarget::parse(file, path)?.form_address(),
        })
    };
    let number = root
        .get("number")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let new = |key: &str, path: &str| to(words.message(key, &[]), path);
    match subject.record_type() {
        "Stop" => {
            let list = |key: &'static str| {
                let entries = record
                    .get(key)
                    .and_then(Value::as_array)
                    .into_iter()
                    .flatten()
                    .enumerate();
                entries.filter_map(move |(n, entry)| {
                    to(localized(entry.get("title")?, main)?, &format!("{key}/{n}"))
                })
            };
            let new = [
                new("form-add-aspiration", "aspirations/-"),
                new("form-add-announcement", "announcements/-"),
            ];
            list("aspirations")
                .chain(list("announcements"))
                .chain(new.into_iter().flatten())
                .collect()
        }
        "FollowUp" => Vec::new(),
        _ => {
            let above = [
                to(
                    words.message("form-to-stop", &[("number", number.to_owned())]),
                    "",
                ),
                new("form-add-aspiration", "aspirations/-"),
            ];
            let responses = record
                .get("responses")
                .and_then(Value::as_array)
                .into_iter()
                .flatten();
            let commitments = responses
                .filter_map(|r| r.get("commitments")?.as_array())
                .flatten();
            let follow = |commitment: &Value| {
                let about = format!("{number}/{}/{}", record_id(record)?, record_id(commitment)?);
                let words = words.message(
                    "form-follow",
                    &[("name", localized(commitment.get("text")?, main)?)],
                );
                let about: String = byte_serialize(about.as_bytes()).collect();
                Some(FormLink {
                    text: words,
                    href: format!("/{FORM_PREFIX}tindak-lanjut/?tentang={about}"),
                })
            };
            above
                .into_iter()
                .flatten()
                .chain(commitments.filter_map(follow))
                .collect()
        }
    }
}
