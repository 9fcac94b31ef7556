//! A form as the template shows it: its inputs with the messages of the rules beside them, all
//! errors once more at the top, and links to the forms that may come next.

use super::evaluate::Evaluation;
use super::inputs::{FieldMessage, FormItem, attach_messages, input_label, item_names};
use super::pending_edit::PendingEdit;
use super::routes::FORM_PREFIX;
use super::target::EditTarget;
use crate::diag::messages::Messages;
use crate::diag::{Code, Diagnostic, render};
use crate::editing::choices::Choice;
use crate::editing::json::{first_reference, list_at, localized, record_id, str_at};
use crate::records::Lang;
use crate::source::parse_strict;
use form_urlencoded::byte_serialize;
use serde::Serialize;
use similar::{ChangeTag, TextDiff};

/// A form.
#[derive(Debug, Serialize)]
pub(super) struct FormView {
    /// What would be saved.
    #[serde(skip)]
    pub(super) edit: PendingEdit,
    /// The record's page as it would look.
    #[serde(skip)]
    pub(super) preview: Option<Vec<u8>>,
    /// Whether anything prevents saving.
    #[serde(skip)]
    blocked: bool,
    pub(super) file: String,
    action: String,
    heading: String,
    record_label: String,
    pub(super) is_saved: bool,
    /// Whether something was typed that is in no file yet.
    pub(super) is_unsaved: bool,
    /// What prevents saving or is wrong in the record.
    summary: Vec<SummaryLine>,
    /// Warnings about the record that belong to no input.
    notes: Vec<FieldMessage>,
    /// Errors elsewhere that were there before.
    other_errors: Vec<FieldMessage>,
    /// What can be done next.
    links: Vec<FormLink>,
    /// What others changed in the file meanwhile.
    diff: Vec<DiffLine>,
    /// What that means for saving; empty if nothing was changed.
    conflict: String,
    items: Vec<FormItem>,
    references: Vec<Choice>,
}

/// An error in the list at the top.
#[derive(Debug, Serialize)]
struct SummaryLine {
    text: String,
    help: String,
    /// The input or group to which it belongs; empty if there is none.
    item_name: String,
}

/// A link to a form.
#[derive(Debug, Serialize)]
pub(super) struct FormLink {
    pub(super) text: String,
    pub(super) href: String,
}

impl FormLink {
    /// The link to the form of a record in a file. Returns `None` if there is no such form.
    pub(super) fn to_record(text: String, file: &str, path: &str) -> Option<Self> {
        let href = EditTarget::parse(file, path)?.form_address();
        Some(Self { text, href })
    }
}

/// A line that was added or removed.
#[derive(Debug, Serialize)]
struct DiffLine {
    added: bool,
    text: String,
}

impl FormView {
    pub(super) fn new(
        requested: &EditTarget,
        edit: PendingEdit,
        items: Vec<FormItem>,
        references: Vec<Choice>,
    ) -> Self {
        Self {
            edit,
            preview: None,
            blocked: false,
            file: requested.file.clone().unwrap_or_default(),
            action: requested.form_address(),
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

    /// Whether it may be saved.
    pub(super) fn can_save(&self) -> bool {
        !self.blocked
    }

    /// Sets the heading, and the links to the forms of what belongs to the record.
    pub(super) fn set_heading(&mut self, main: Lang, messages: &Messages) {
        let (target, record) = (&self.edit.target, &self.edit.record);
        let kind = target.record_type();
        self.record_label = messages.message(kind, &[]);
        // The address of the requested form, since the edit's target already has the index that a
        // new record will get.
        if self.file.is_empty() || self.action.ends_with('-') {
            self.heading = messages.message(&format!("form-new-{kind}"), &[]);
            return;
        }
        let name = localized(record, "title", main)
            .or_else(|| localized(record, "number", main))
            .or_else(|| first_reference(record).map(str::to_owned));
        let args = [("name", name.unwrap_or_default())];
        self.heading = messages.message(&format!("form-change-{kind}"), &args);
        self.links = next_links(&self.edit, main, messages);
    }

    /// Puts the diagnostics beside their inputs, and decides whether the form may be saved: errors
    /// that were elsewhere before do not prevent it.
    pub(super) fn apply_evaluation(
        &mut self,
        before: &Evaluation,
        after: &Evaluation,
        messages: &Messages,
    ) {
        let tree = parse_strict(&self.edit.text);
        let new = after.new_errors(before);
        let mut own_messages = Vec::new();
        for diagnostic in &after.diagnostics {
            let is_new = new.iter().any(|error| std::ptr::eq(*error, diagnostic));
            let location = tree
                .as_ref()
                .and_then(|tree| after.field_location(diagnostic, &self.edit, tree));
            let is_own = location.is_some();
            let name = location
                .as_ref()
                .and_then(|location| location.closest_name(item_names(&self.items)))
                .map(str::to_owned);
            let mut message = after.field_message(diagnostic, is_own, messages);
            // "Add the line …" is no help to somebody who fills in inputs.
            if diagnostic.code == Code::MissingKey
                && let Some(name) = &name
                && let Some(label) = input_label(&self.items, name)
            {
                let args = [("label", label.to_owned())];
                message = FieldMessage::error(messages.message("form-missing", &args));
            }
            if diagnostic.is_error() && (is_own || is_new) {
                let FieldMessage { text, help, .. } = message.clone();
                self.summary.push(SummaryLine {
                    text,
                    help,
                    item_name: name.clone().unwrap_or_default(),
                });
            }
            if is_own {
                own_messages.push((name, message));
            } else if diagnostic.is_error() && !is_new {
                self.other_errors.push(message);
            }
        }
        // Errors without an input are at the top already.
        self.notes = attach_messages(&mut self.items, own_messages)
            .into_iter()
            .filter(|message| !message.is_error)
            .collect();
        self.blocked = !new.is_empty();
        self.preview.clone_from(&after.page);
    }

    /// Shows that the file was changed after the form was issued. `before` is the file's text then,
    /// if it is still known; `text` says what that means for saving.
    pub(super) fn set_conflict(&mut self, before: Option<&str>, now: &str, text: String) {
        self.conflict = text;
        // Without the earlier text every line would seem to be added.
        let Some(before) = before else { return };
        for change in TextDiff::from_lines(before, now).iter_all_changes() {
            if change.tag() != ChangeTag::Equal {
                self.diff.push(DiffLine {
                    added: change.tag() == ChangeTag::Insert,
                    text: change.value().trim_end().to_owned(),
                });
            }
        }
    }

    /// The file could not be written.
    pub(super) fn block_by_diagnostic(&mut self, diagnostic: &Diagnostic, messages: &Messages) {
        self.block_saving(
            render::message_text(diagnostic, messages),
            render::help_text(diagnostic, messages).unwrap_or_default(),
        );
    }

    /// The form cannot be saved, for a reason that belongs to no input.
    pub(super) fn block_saving(&mut self, text: String, help: String) {
        self.blocked = true;
        let line = SummaryLine {
            text,
            help,
            item_name: String::new(),
        };
        self.summary.insert(0, line);
    }
}

/// The links to what belongs to a record, and to what can be added next.
fn next_links(edit: &PendingEdit, main: Lang, messages: &Messages) -> Vec<FormLink> {
    let record = &edit.record;
    let file = edit.target.file.as_deref().unwrap_or_default();
    let number = str_at(&edit.root, "number").unwrap_or_default();
    let add = |key: &str, path: &str| FormLink::to_record(messages.message(key, &[]), file, path);
    let mut links = Vec::new();
    // People write a stop from the top: its entries come next, after an entry another one.
    match edit.target.record_type() {
        "Stop" => {
            for key in ["aspirations", "announcements"] {
                for (n, entry) in list_at(record, key).iter().enumerate() {
                    if let Some(title) = localized(entry, "title", main) {
                        links.extend(FormLink::to_record(title, file, &format!("{key}/{n}")));
                    }
                }
            }
            links.extend(add("form-add-aspiration", "aspirations/-"));
            links.extend(add("form-add-announcement", "announcements/-"));
        }
        "FollowUp" => {}
        _ => {
            let to_stop = messages.message("form-to-stop", &[("number", number.to_owned())]);
            links.extend(FormLink::to_record(to_stop, file, ""));
            links.extend(add("form-add-aspiration", "aspirations/-"));
            for response in list_at(record, "responses") {
                for commitment in list_at(response, "commitments") {
                    let text = localized(commitment, "text", main);
                    let ids = record_id(record).zip(record_id(commitment));
                    // Without ids there is no reference by which a follow-up could name it.
                    let Some(((entry, id), name)) = ids.zip(text) else {
                        continue;
                    };
                    let about = format!("{number}/{entry}/{id}");
                    let about: String = byte_serialize(about.as_bytes()).collect();
                    links.push(FormLink {
                        text: messages.message("form-follow", &[("name", name)]),
                        href: format!("/{FORM_PREFIX}kabar/?tentang={about}"),
                    });
                }
            }
        }
    }
    links
}
