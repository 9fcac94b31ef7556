//! One request for a form: the record and its file as they are now, the form as it is first shown,
//! and the change to the file that a submission would make.

use super::context::EditContext;
use super::evaluate::{Evaluation, message_with_line};
use super::field_options::FieldOptions;
use super::form_view::FormView;
use super::inputs::FormBuilder;
use super::pending_edit::PendingEdit;
use super::submission::Submission;
use super::target::EditTarget;
use crate::diag::messages::Messages;
use crate::diag::{SourceMap, render};
use crate::editing::json::{parse_json, str_at};
use crate::editing::record_file::RecordFile;
use crate::editing::{FormSchema, FormValues, form_schema_nested, paths, rewrite_yaml, slugs};
use crate::records::schema::FileKind;
use crate::records::{Day, Key, Lang, Records, parse_stop_number};
use crate::source::{LoadedContent, Overrides};
use crate::sync::lock;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A record and its file, with everything that a form needs to know of the site.
pub(super) struct FormSession<'w> {
    messages: &'w Messages,
    pub(super) target: EditTarget,
    schema: FormSchema,
    /// The record's file; blank if it is yet to be created or cannot be changed.
    pub(super) file: RecordFile,
    /// The file's content when the form was issued.
    root_before: Value,
    /// The languages of the site, the main one first.
    langs: Vec<Lang>,
    content: LoadedContent,
    /// Why the file cannot be changed; `None` if it can.
    pub(super) blocked_reason: Option<String>,
}

impl<'w> FormSession<'w> {
    /// Loads the site and the record's file. Returns `None` if the format has no such record.
    pub(super) fn open(
        target: EditTarget,
        site: EditContext<'_>,
        messages: &'w Messages,
    ) -> Option<Self> {
        let schema = form_schema_nested(target.kind, target.record_type())?;
        let (content, load_error) = match lock(site.cache).load(site.root) {
            Ok(content) => (content, None),
            Err(error) => (
                empty_content(),
                Some(render::message_text(&error, messages)),
            ),
        };
        let read = match &target.file {
            None => Ok(RecordFile::default()),
            Some(path) => find_file(&content, path, messages).and_then(|file| {
                file.ok_or_else(|| messages.message("form-no-file", &[("path", path.clone())]))
            }),
        };
        let (file, file_error) = match read {
            Ok(file) => (file, None),
            Err(reason) => (RecordFile::default(), Some(reason)),
        };
        Some(Self {
            messages,
            target,
            schema,
            root_before: file.value.clone(),
            file,
            langs: content.records.languages(),
            content,
            // Without content/ there is no file either; the folder is what has to be mended first.
            blocked_reason: load_error.or(file_error),
        })
    }

    /// Whether the record is in its file, or is yet to be added.
    pub(super) fn target_exists(&self) -> bool {
        self.target.current_record(&self.file.value).is_some()
    }

    /// The same form for a file that was changed after the form was issued. `before` is the file's
    /// text then, if it is still known; if not, the record is identified by the id that was
    /// submitted.
    pub(super) fn relocate(mut self, before: Option<&str>, values: &FormValues) -> Self {
        let before = before.and_then(parse_json);
        self.target = self
            .target
            .relocate(before.as_ref(), &self.file.value, values.get("id"));
        self.root_before = before.unwrap_or_default();
        self
    }

    fn main_lang(&self) -> Lang {
        self.langs[0]
    }

    fn current_record(&self) -> Value {
        let record = self.target.current_record(&self.file.value);
        record.unwrap_or_default()
    }

    /// The values with which the form is issued.
    fn initial_values(&self, record: &Value, query: &BTreeMap<String, String>) -> FormValues {
        let mut values = self.schema.to_values(record, self.main_lang());
        let (name, value) = match self.target.record_type() {
            // A new stop is a draft until somebody says that it is complete.
            "Stop" => ("draft", Some("true".to_owned())),
            // The link beside a commitment says what the new follow-up is about.
            "FollowUp" => ("about", query.get("tentang").cloned()),
            _ => return values,
        };
        if self.target.is_new() {
            values.extend(value.map(|value| (name.to_owned(), value)));
        }
        values
    }

    /// The form as it is issued, with what is already wrong in the record.
    pub(super) fn initial_view(
        &self,
        query: &BTreeMap<String, String>,
        site: EditContext<'_>,
    ) -> FormView {
        let (record, root) = (self.current_record(), &self.file.value);
        let values = self.initial_values(&record, query);
        // A record that is yet to be written has no page.
        let address = if self.target.is_new() {
            None
        } else {
            self.target.page_path(root, &record)
        };
        let evaluation = Evaluation::evaluate(site, &Overrides::new(), address.as_deref());
        let unchanged = PendingEdit {
            target: self.target.clone(),
            file: self.target.file.clone().unwrap_or_default(),
            base_text: Some(self.file.text.clone()),
            text: self.file.text.clone(),
            root: root.clone(),
            record,
        };
        let mut view = self.build_view(unchanged, &values, "", &evaluation, &evaluation);
        view.is_saved = query.contains_key("tersimpan");
        view
    }

    /// The form with what was submitted, and what the rules say of it.
    pub(super) fn submitted_view(
        &self,
        submission: &Submission,
        site: EditContext<'_>,
    ) -> FormView {
        let record = self.submitted_record(&submission.values);
        // The values as they would be read again: rows in which nothing was typed are gone, ids are
        // assigned.
        let values = self.schema.to_values(&record, self.main_lang());
        let before = Evaluation::evaluate(site, &Overrides::new(), None);
        let edit = match &self.blocked_reason {
            Some(reason) => Err(reason.clone()),
            None => self.pending_edit(record.clone()),
        };
        let add_row_to = &submission.add_row_to;
        let mut view = match edit {
            Ok(edit) => {
                let texts = Overrides::from([(edit.file.clone(), edit.text.clone())]);
                let address = edit.target.page_path(&edit.root, &edit.record);
                let after = Evaluation::evaluate(site, &texts, address.as_deref());
                self.build_view(edit, &values, add_row_to, &before, &after)
            }
            // What was typed must not be lost because the file cannot be changed now.
            Err(reason) => {
                let edit = PendingEdit::unsavable(self.target.clone(), record);
                let mut view = self.build_view(edit, &values, add_row_to, &before, &before);
                view.block_saving(reason, String::new());
                view
            }
        };
        view.is_unsaved = true;
        view
    }

    /// The record that was submitted, with ids where it needs them.
    fn submitted_record(&self, values: &FormValues) -> Value {
        let main = self.main_lang();
        let old = self.current_record();
        let mut record = self.schema.build_record(&old, values, main);
        // A form that is sent twice must get the id that it got the first time, although that is
        // taken by now.
        let mut earlier = record.clone();
        slugs::assign_missing_ids(&self.schema, &mut earlier, &self.root_before, main);
        if self.target.already_exists(&self.file.value, &earlier) {
            return earlier;
        }
        slugs::assign_missing_ids(&self.schema, &mut record, &self.file.value, main);
        record
    }

    /// The change to the record's file, or the reason why that cannot be changed safely.
    fn pending_edit(&self, record: Value) -> Result<PendingEdit, String> {
        let path = match &self.target.file {
            Some(path) => path.clone(),
            None => self.new_file_path(&record),
        };
        let base = match &self.target.file {
            Some(_) => Some(self.file.clone()),
            // A new follow-up is added to its month's file, which may exist.
            None => find_file(&self.content, &path, self.messages)?,
        };
        let (root, start) = match &base {
            Some(file) => (&file.value, file.text.clone()),
            None => (&Value::Null, self.new_file_start(&path, &record)),
        };
        let changed = self.target.with_record(root, record.clone());
        let text =
            changed.and_then(|(root, target)| Some((rewrite_yaml(&start, &root)?, root, target)));
        let Some((text, root, target)) = text else {
            return Err(self.messages.message("form-cannot", &[("path", path)]));
        };
        Ok(PendingEdit {
            target: EditTarget {
                file: Some(path.clone()),
                ..target
            },
            file: path,
            base_text: base.map(|file| file.text),
            text,
            root,
            record,
        })
    }

    /// What a new file has above its first record.
    fn new_file_start(&self, path: &str, record: &Value) -> String {
        let has_date = str_at(record, "date").and_then(Day::parse).is_some();
        let header = paths::new_file_header(path, self.messages);
        // A follow-up without a date is in the file of no month, so that no month can be named.
        if has_date && !header.is_empty() {
            header + "\n"
        } else {
            String::new()
        }
    }

    /// The file in which a new record will be: that of the month for a follow-up, a new one for a
    /// stop, unless the same stop was saved before: a form can be sent twice.
    fn new_file_path(&self, record: &Value) -> String {
        let word = |key: &str| str_at(record, key).unwrap_or_default();
        if self.target.kind == FileKind::FollowUps {
            return Day::parse(word("date")).map_or_else(
                || paths::month_file_path("baru"),
                paths::follow_ups_file_path,
            );
        }
        let district = Key::try_from(word("district").to_owned()).ok();
        let stem = match (parse_stop_number(word("number")), district) {
            (Some(number), Some(district)) => paths::stop_file_stem(number, district.as_str()),
            // What is missing is reported by the rules; until then the file needs some name.
            _ => "baru".to_owned(),
        };
        paths::free_stop_file_path(&stem, |path| {
            let mut files = self.content.files.iter();
            let file = files.find(|(_, file)| file.path == path);
            file.is_none_or(|(_, file)| parse_json(&file.text).as_ref() == Some(record))
        })
    }

    fn build_view(
        &self,
        edit: PendingEdit,
        values: &FormValues,
        add_row_to: &str,
        before: &Evaluation,
        after: &Evaluation,
    ) -> FormView {
        // The lists are those of the stop as it would be saved.
        let is_stop = edit.target.record_path.is_root();
        let options = FieldOptions {
            records: &self.content.records,
            main_lang: self.main_lang(),
            stop: if is_stop { &edit.record } else { &edit.root },
        };
        let mut builder = FormBuilder {
            messages: self.messages,
            options: &options,
            values,
            langs: &self.langs,
            add_row_to,
            items: Vec::new(),
        };
        builder.add_form(&self.schema, "");
        let (items, references) = (builder.items, options.reference_options());
        let mut view = FormView::new(&self.target, edit, items, references);
        view.set_heading(self.main_lang(), self.messages);
        view.apply_evaluation(before, after, self.messages);
        view
    }
}

/// What there is where content/ cannot be read.
fn empty_content() -> LoadedContent {
    LoadedContent {
        records: Records::default(),
        files: SourceMap::default(),
        diagnostics: Vec::new(),
        reencoded_files: BTreeSet::new(),
    }
}

/// The file of that path, if there is one; or why it cannot be changed by a form: a sentence, then
/// a line for each diagnostic.
fn find_file(
    content: &LoadedContent,
    path: &str,
    messages: &Messages,
) -> Result<Option<RecordFile>, String> {
    let found = RecordFile::find(content, path).transpose();
    found.map_err(|diagnostics| {
        let mut lines = vec![messages.message("form-broken", &[("path", path.to_owned())])];
        for diagnostic in &diagnostics {
            lines.push(message_with_line(diagnostic, &content.files, messages));
            // About the file as a whole: no line of it shows what to do.
            if diagnostic.span.is_none() {
                lines.extend(render::help_text(diagnostic, messages));
            }
        }
        lines.join("\n")
    })
}
