//! A form for one record, over the file in which it stands: what it shows, and what its file would say.

use super::choices::Choices;
use super::context::EditContext;
use super::evaluate::Evaluation;
use super::form_view::FormView;
use super::inputs::FormBuilder;
use super::pending_edit::PendingEdit;
use super::slugs;
use super::submission::Submission;
use super::target::EditTarget;
use crate::diag::messages::Messages;
use crate::diag::{SourceMap, render};
use crate::editing::{self, FormSchema, FormValues, targets};
use crate::records::schema::FileKind;
use crate::records::{Day, Key, Lang, Records, parse_stop_number};
use crate::source::{LoadedContent, Overrides, parse_strict};
use crate::sync::lock;
use serde_json::Value;
use std::collections::BTreeMap;

/// A form for a record, before anything is typed.
pub(super) struct FormSession<'w> {
    messages: &'w Messages,
    pub(super) target: EditTarget,
    schema: FormSchema,
    /// What its file says; nothing if it is to come.
    pub(super) text: String,
    /// The same without places.
    root: Value,
    /// The same as it was when the form was given out.
    root_before: Value,
    /// The languages of the site, the main one first.
    langs: Vec<Lang>,
    content: LoadedContent,
    /// Why the file cannot be changed; nothing if it can.
    pub(super) blocked_reason: Option<String>,
}

impl<'w> FormSession<'w> {
    /// Reads the site. What the record's file says is not there if it cannot be changed. None if there is no such record.
    pub(super) fn open(
        subject: EditTarget,
        site: EditContext<'_>,
        words: &'w Messages,
    ) -> Option<Self> {
        let form = subject.form_schema()?;
        let (loaded, fault) = match lock(site.cache).load(site.root) {
            Ok(loaded) => (loaded, None),
            Err(fault) => {
                let nothing = LoadedContent {
                    records: Records::default(),
                    files: SourceMap::default(),
                    diagnostics: Vec::new(),
                };
                (nothing, Some(render::message_text(&fault, words)))
            }
        };
        let there = match &subject.file {
            None => Ok((String::new(), Value::Null)),
            Some(file) => match file_text(&loaded, file) {
                None => Err(words.message("form-no-file", &[("path", file.clone())])),
                Some(_) if is_unreadable(&loaded, file) => {
                    Err(unreadable_message(file, &loaded, words))
                }
                Some(text) if text.trim().is_empty() => Ok((text, Value::Null)),
                Some(text) => match parse_strict(&text).map(|tree| editing::to_json(&tree)) {
                    Some(root) => Ok((text, root)),
                    None => Err(unreadable_message(file, &loaded, words)),
                },
            },
        };
        let ((text, root), trouble) = match there {
            Ok(there) => (there, fault),
            Err(trouble) => (<_>::default(), fault.or(Some(trouble))),
        };
        let langs = site_languages(&loaded.records);
        Some(Self {
            messages: words,
            target: subject,
            schema: form,
            text,
            root_before: root.clone(),
            root,
            langs,
            content: loaded,
            blocked_reason: trouble,
        })
    }

    /// Is the record in its file, or to come?
    pub(super) fn target_exists(&self) -> bool {
        self.target.current_record(&self.root).is_some()
    }

    /// The same form in a file that was changed after it was given out; `before` is what it said then, if that is still known: if
    /// not, the record is known by the key that was typed.
    pub(super) fn relocate(mut self, before: Option<&str>, typed: &FormValues) -> Self {
        let before = before
            .and_then(parse_strict)
            .map(|tree| editing::to_json(&tree));
        self.target = self
            .target
            .relocate(before.as_ref(), &self.root, typed.get("id"));
        self.root_before = before.unwrap_or_default();
        self
    }

    fn main_lang(&self) -> Lang {
        self.langs.first().copied().unwrap_or(Lang::Id)
    }

    fn current_record(&self) -> Value {
        self.target.current_record(&self.root).unwrap_or_default()
    }

    /// What stands in the form when it is given out. A stop is held back until somebody says that it is complete.
    pub(super) fn initial_values(&self, query: &BTreeMap<String, String>) -> FormValues {
        let mut typed = self
            .schema
            .to_values(&self.current_record(), self.main_lang());
        match (self.target.is_new(), self.target.record_type()) {
            (true, "Stop") => typed.extend([("draft".to_owned(), "true".to_owned())]),
            (true, "FollowUp") => typed.extend(
                query
                    .get("tentang")
                    .map(|about| ("about".to_owned(), about.clone())),
            ),
            _ => {}
        }
        typed
    }

    /// The form as it is given out, with what is wrong already.
    pub(super) fn initial_view(
        &self,
        typed: &FormValues,
        is_saved: bool,
        site: EditContext<'_>,
    ) -> FormView {
        let record = self.current_record();
        let address = self
            .target
            .page_path(&self.root, &record)
            .filter(|_| !self.target.is_new());
        let verdict = Evaluation::evaluate(site, &Overrides::new(), address.as_deref());
        let draft = PendingEdit {
            target: self.target.clone(),
            file: self.target.file.clone().unwrap_or_default(),
            base_text: self.text.clone(),
            is_new_file: false,
            text: self.text.clone(),
            root: self.root.clone(),
            record,
        };
        let mut page = self.build_view(draft, typed, "", &verdict, &verdict);
        page.is_saved = is_saved;
        page
    }

    /// The form with what was typed, and what the rules say of it.
    pub(super) fn submitted_view(&self, handed: &Submission, site: EditContext<'_>) -> FormView {
        let main = self.main_lang();
        let record = self
            .schema
            .build_record(&self.current_record(), &handed.values, main);
        let with_keys = |root: &Value| {
            let mut record = record.clone();
            slugs::assign_missing_ids(&self.schema, &mut record, main, &mut slugs::entry_ids(root));
            record
        };
        // Sent twice, it gets the key that it got the first time.
        let record = Some(with_keys(&self.root_before))
            .filter(|record| self.target.already_exists(&self.root, record));
        let record = record.unwrap_or_else(|| with_keys(&self.root));
        // As it would be read again: rows in which nothing was typed are gone, keys are there.
        let typed = self.schema.to_values(&record, main);
        let before = Evaluation::evaluate(site, &Overrides::new(), None);
        let draft = if self.blocked_reason.is_some() {
            None
        } else {
            self.pending_edit(record.clone())
        };
        let mut page = if let Some(draft) = draft {
            let texts = Overrides::from([(draft.file.clone(), draft.text.clone())]);
            let address = draft.target.page_path(&draft.root, &draft.record);
            let after = Evaluation::evaluate(site, &texts, address.as_deref());
            self.build_view(draft, &typed, &handed.add_row_to, &before, &after)
        } else {
            let file = self
                .target
                .file
                .clone()
                .unwrap_or_else(|| self.new_file_path(&record));
            let why = || self.messages.message("form-cannot", &[("path", file)]);
            let why = self.blocked_reason.clone().unwrap_or_else(why);
            let mut page = self.build_view(
                PendingEdit::unsavable(self.target.clone(), record),
                &typed,
                &handed.add_row_to,
                &before,
                &before,
            );
            page.block_saving(why, String::new());
            page
        };
        page.is_unsaved = true;
        page
    }

    /// What the file of a record would say; none if it cannot be changed safely.
    fn pending_edit(&self, record: Value) -> Option<PendingEdit> {
        let (file, base, root) = if let Some(file) = &self.target.file {
            (file.clone(), Some(self.text.clone()), self.root.clone())
        } else {
            let file = self.new_file_path(&record);
            if is_unreadable(&self.content, &file) {
                return None;
            }
            let base = file_text(&self.content, &file);
            let root = match base.as_deref().filter(|base| !base.trim().is_empty()) {
                Some(base) => editing::to_json(&parse_strict(base)?),
                None => Value::Null,
            };
            (file, base, root)
        };
        let (root, mut subject) = self.target.with_record(&root, record.clone())?;
        subject.file = Some(file.clone());
        let day = record
            .get("date")
            .and_then(Value::as_str)
            .and_then(Day::parse);
        let head = day
            .filter(|_| subject.kind == FileKind::FollowUps)
            .map(|day| {
                targets::follow_ups_file_header(&targets::year_month(day), self.messages) + "\n"
            });
        let start = base.clone().unwrap_or_else(|| head.unwrap_or_default());
        let text = editing::rewrite_yaml(&start, &root)?;
        let (is_new_file, base) = (base.is_none(), base.unwrap_or_default());
        Some(PendingEdit {
            target: subject,
            file,
            base_text: base,
            is_new_file,
            text,
            root,
            record,
        })
    }

    /// The file of a record that is to come, or the one in which the same stands already: a form can be sent twice.
    fn new_file_path(&self, record: &Value) -> String {
        let word = |key: &str| record.get(key).and_then(Value::as_str).unwrap_or_default();
        if self.target.kind == FileKind::FollowUps {
            return Day::parse(word("date")).map_or_else(
                || "content/follow-ups/baru.yaml".to_owned(),
                targets::follow_ups_file_path,
            );
        }
        let key = Key::try_from(word("district").to_owned()).ok();
        let name = parse_stop_number(word("number"))
            .zip(key)
            .map(|(number, key)| targets::stop_file_path(number, &key));
        let name = name.unwrap_or_else(|| "content/stops/baru.yaml".to_owned());
        let stem = name.trim_end_matches(".yaml");
        let numbered = (2..).map(|n| format!("{stem}-{n}.yaml"));
        let is_same =
            |text: &str| parse_strict(text).is_some_and(|tree| editing::to_json(&tree) == *record);
        let is_free =
            |name: &String| file_text(&self.content, name).is_none_or(|text| is_same(&text));
        std::iter::once(name.clone())
            .chain(numbered)
            .find(is_free)
            .unwrap_or(name)
    }

    fn build_view(
        &self,
        draft: PendingEdit,
        typed: &FormValues,
        more: &str,
        before: &Evaluation,
        after: &Evaluation,
    ) -> FormView {
        let is_stop = draft.target.record_path.is_empty();
        let stop = if is_stop { &draft.record } else { &draft.root };
        let lists = Choices {
            records: &self.content.records,
            main_lang: self.main_lang(),
            stop,
        };
        let mut maker = FormBuilder {
            messages: self.messages,
            choices: &lists,
            values: typed,
            langs: &self.langs,
            add_row_to: more,
            items: Vec::new(),
        };
        maker.add_form(&self.schema, "");
        let (items, references) = (maker.items, lists.reference_options());
        let mut page = FormView::new(&self.target, draft, items, references);
        page.set_heading(self.main_lang(), self.messages);
        page.apply_evaluation(before, after, self.messages);
        page
    }
}

/// The text of a file that was read.
fn file_text(loaded: &LoadedContent, path: &str) -> Option<String> {
    targets::iter_files(&loaded.files)
        .find(|(_, file)| file.path == path)
        .map(|(_, file)| file.text.clone())
}

/// Is a file one whose text could not be read?
fn is_unreadable(loaded: &LoadedContent, path: &str) -> bool {
    loaded
        .unreadable_files()
        .into_iter()
        .any(|id| loaded.files.get(id).is_some_and(|file| file.path == path))
}

/// Why a file cannot be changed by a form.
fn unreadable_message(file: &str, loaded: &LoadedContent, words: &Messages) -> String {
    let path = |span: crate::diag::Span| {
        loaded
            .files
            .get(span.file)
            .map(|f| (f.path.clone(), f.line_column(span.range().start).0))
    };
    let own = loaded
        .diagnostics
        .iter()
        .filter_map(|fault| Some((fault, path(fault.span?)?)))
        .filter(|(_, (path, _))| path == file);
    let lines = own.map(|(fault, (path, line))| {
        format!("{path}:{line}: {}", render::message_text(fault, words))
    });
    std::iter::once(words.message("form-broken", &[("path", file.to_owned())]))
        .chain(lines)
        .collect::<Vec<_>>()
        .join("\n")
}

/// The languages of the site, the main one first.
fn site_languages(records: &Records) -> Vec<Lang> {
    let langs: Vec<Lang> = records
        .site
        .iter()
        .flat_map(|site| site.languages.iter().map(|l| l.value))
        .collect();
    if langs.is_empty() {
        vec![Lang::Id]
    } else {
        langs
    }
}
