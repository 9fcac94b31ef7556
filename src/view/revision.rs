//! The page of one revision of a record: its body in the revision log as sections of labelled fields.
//!
//! Labels and vocabularies are shown by the theme's messages. A body may be older than today's record
//! format; what the format no longer has is shown as it is written.

use super::builder::ViewBuilder;
use crate::plan::Page;
use crate::records::revision_fields::{RevisionField, body_field, body_fields, is_record_list};
use crate::records::schema_model::{Enum, RecordField, ValueType};
use crate::records::{Day, Lang, LogEntry, PartialDate, Revision};
use crate::register::HistoryId;
use serde::Serialize;
use serde_json::Value;
use std::borrow::Cow;

/// A revision of a record as it stood.
#[derive(Debug, Hash, Serialize)]
pub struct RevisionView<'r> {
    /// The record's name: `6/studi-banding`.
    pub record: &'r str,
    /// The address of the record as it is now, or of this page where there is none.
    pub url: String,
    /// The same, relative to this page.
    pub href: Option<String>,
    /// Its number.
    pub number: u32,
    /// The day of its release.
    pub day: String,
    /// Its seal.
    pub seal: String,
    /// The entry of the log that has it, for `jhur verify`.
    pub log_entry: Option<String>,
    /// Whether the record was withdrawn.
    pub withdrawn: bool,
    /// Whether the record has another name now.
    pub moved: bool,
    /// What was released next, and the newest.
    pub later_revisions: Vec<RevisionLink>,
    /// The record's history.
    pub history_href: Option<String>,
    /// The redaction of its body, if it was redacted.
    pub redaction: Option<RedactionView<'r>>,
    /// Its contents.
    pub sections: Vec<RevisionSection<'r>>,
}

/// The redaction of a revision's body.
#[derive(Debug, Hash, Serialize)]
pub struct RedactionView<'r> {
    /// The day.
    pub day: String,
    /// The rule of law.
    pub basis: &'r str,
    /// Why.
    pub reason: &'r str,
}

impl<'r> RedactionView<'r> {
    /// Returns `None` if the body is there.
    pub(super) fn of(revision: &'r Revision) -> Option<Self> {
        let redaction = revision.redaction.as_ref()?;
        Some(Self {
            day: redaction.day.to_string(),
            basis: &redaction.basis,
            reason: &redaction.reason,
        })
    }
}

/// A link to a revision.
#[derive(Debug, Hash, Serialize)]
pub struct RevisionLink {
    /// Its number.
    pub number: u32,
    /// The day of its release.
    pub day: String,
    /// Relative to the page.
    pub href: String,
    /// What it changed, in the record's history.
    pub changes_href: String,
}

/// A part of a record: itself, an answer, a commitment, a follow-up, a source.
#[derive(Debug, Hash, Serialize)]
pub struct RevisionSection<'r> {
    /// The path to it, from the record down; empty for the record itself.
    pub path: Vec<PathStep>,
    /// Its fragment, of commitments and answers; those of the record's own page.
    pub id: Option<String>,
    /// Its fields.
    pub rows: Vec<FieldRow<'r>>,
}

/// A list and the name of one of its entries.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PathStep {
    /// The key of the message that names one entry of the list. `None` if the list is unknown.
    pub key: Option<String>,
    /// The list, as it is written.
    pub list: String,
    /// The entry's name: a key, an ordinal, a day.
    pub name: String,
    /// The day, where that is its name and it is the only one of that day.
    pub day: Option<String>,
}

/// A field.
#[derive(Debug, Hash, Serialize)]
pub struct FieldRow<'r> {
    /// Its label.
    pub label: FieldLabel,
    /// Its values; one unless it is a list.
    pub values: Vec<FieldValue<'r>>,
}

/// The label of a field.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct FieldLabel {
    /// The key of its message. `None` if `field` is shown as it is.
    pub key: Option<String>,
    /// The field as it is written in the record.
    pub field: String,
}

/// A value.
#[derive(Debug, Hash, Serialize)]
pub struct FieldValue<'r> {
    /// How it is shown: `prose`, `line`, `day`, `term` (a partial date), `word` (by the message of
    /// this key), `link`, `yes`.
    pub kind: &'static str,
    /// The text.
    pub text: Cow<'r, str>,
    /// Their language, if it is not the page's.
    pub lang: Option<&'static str>,
}

impl<'r> ViewBuilder<'r> {
    pub(super) fn revision_view(&self, id: HistoryId, number: u32) -> RevisionView<'r> {
        let history = self.register.history(id);
        let revision = history.revision(number);
        let page = self.plan.page_for_record(history.record);
        // What came next, and what holds now; the history has all.
        let mut later = history.revisions.iter().filter(|r| r.revision > number);
        let mut later_revisions = Vec::new();
        for revision in later.next().into_iter().chain(later.next_back()) {
            later_revisions.push(self.revision_link(id, revision));
        }
        // A record without a page is cited by this one.
        let current = page.unwrap_or(Page::Revision(id, number));
        RevisionView {
            record: history.record,
            url: self.plan.canonical_url(current, self.lang),
            href: page.map(|page| self.page_href(page)),
            number,
            day: revision.release.to_string(),
            seal: revision.seal().to_string(),
            log_entry: self
                .register
                .log_entry(revision.entry)
                .and_then(LogEntry::to_attribute),
            withdrawn: matches!(page, Some(Page::Withdrawn(..))),
            moved: matches!(page, Some(Page::Moved(..))),
            later_revisions,
            history_href: self.history_href(id),
            redaction: RedactionView::of(revision),
            sections: match revision.body() {
                Some(body) => self.revision_sections(body),
                None => Vec::new(),
            },
        }
    }

    fn revision_link(&self, id: HistoryId, revision: &Revision) -> RevisionLink {
        RevisionLink {
            number: revision.revision,
            day: revision.release.to_string(),
            href: self.page_href(Page::Revision(id, revision.revision)),
            changes_href: self.changes_href(id, revision.revision),
        }
    }

    /// The sections of a body.
    fn revision_sections(&self, body: &'r Value) -> Vec<RevisionSection<'r>> {
        let mut fields = body_fields(body);
        // The names of keys are shown in place of the keys.
        fields.retain(|field| field.path[0] != "names");
        let names = body.get("names").unwrap_or(&Value::Null);
        let mut sections: Vec<RevisionSection<'r>> = Vec::new();
        for field in fields.iter().filter(|field| self.is_shown(field, &fields)) {
            let (path, label) = split_path(&field.path);
            let values = self.field_values(field, &label.field, names);
            // Fields that follow a list of records still belong to the section of the record around
            // the list.
            let known = sections.iter().position(|section| section.path == path);
            let index = known.unwrap_or_else(|| {
                sections.push(RevisionSection {
                    id: section_fragment(&path),
                    path,
                    rows: Vec::new(),
                });
                sections.len() - 1
            });
            let rows = &mut sections[index].rows;
            // The values of a list follow each other and share one label.
            match rows.last_mut().filter(|last| last.label == label) {
                Some(last) => last.values.extend(values),
                None => rows.push(FieldRow { label, values }),
            }
        }
        sections
    }

    /// Whether a field is in the best language that there is of it: the page's, else the main one,
    /// else any.
    fn is_shown(&self, field: &RevisionField, fields: &[RevisionField]) -> bool {
        let Some(lang) = field.lang else {
            return true;
        };
        let has = |lang| {
            let mut same_field = fields.iter().filter(|other| other.path == field.path);
            same_field.any(|other| other.lang == Some(lang))
        };
        lang == self.lang || !has(self.lang) && (lang == self.main_lang || !has(self.main_lang))
    }

    /// The values of a field: messages for those of a vocabulary, names of that time for keys.
    fn field_values(
        &self,
        field: &RevisionField,
        label: &str,
        names: &'r Value,
    ) -> Vec<FieldValue<'r>> {
        let text = field.text.as_str();
        let Some(known) = body_field(label) else {
            // A field that only bodies have, such as a page's Markdown, or that the format had once.
            return vec![match (label, field.lang) {
                ("body", _) => self.text_value("prose", field),
                (_, None) => plain_value("line", text),
                (_, Some(_)) => self.text_value("line", field),
            }];
        };
        let value = match known.value_type.item_type() {
            ValueType::Enum(vocabulary) => return vocabulary_values(known, vocabulary, text),
            ValueType::Scalar(_) if known.has("named") => {
                return self.named_values(known, text, names);
            }
            _ if known.has("prose") => self.text_value("prose", field),
            // Today's rules for dates may be stricter than those of the day of the release.
            ValueType::Scalar(format) if format == "date" && Day::parse(text).is_some() => {
                plain_value("day", text)
            }
            ValueType::Scalar(format) | ValueType::ScalarOrRecord(format, _)
                if format == "due" && PartialDate::parse(text).is_some() =>
            {
                plain_value("term", text)
            }
            ValueType::Scalar(format) if format == "url" => plain_value("link", text),
            ValueType::Boolean => plain_value("yes", text),
            _ if field.lang.is_some() => self.text_value("line", field),
            // Without a language it is a name, a number, a key, or a text in the main one.
            _ => plain_value("line", text),
        };
        vec![value]
    }

    /// Keys of records, each by the name that it had when the revision was released.
    fn named_values(
        &self,
        known: &RecordField,
        text: &str,
        names: &'r Value,
    ) -> Vec<FieldValue<'r>> {
        let list = names.get(&known.name);
        let mut values = Vec::new();
        for key in split_tokens(&known.value_type, text) {
            let name = list.and_then(|list| list.get(key));
            let value = name.and_then(|name| self.recorded_name(name));
            values.push(value.unwrap_or_else(|| plain_value("line", key)));
        }
        values
    }

    /// A text; one that names no language is in the main one.
    fn text_value(&self, kind: &'static str, field: &RevisionField) -> FieldValue<'r> {
        FieldValue {
            lang: self.lang_attribute(field.lang.unwrap_or(self.main_lang)),
            ..plain_value(kind, field.text.as_str())
        }
    }

    /// The name that a key had when the revision was released: one for all languages, or one each.
    fn recorded_name(&self, name: &'r Value) -> Option<FieldValue<'r>> {
        let (text, lang) = if let Some(text) = name.as_str() {
            (text, self.lang)
        } else {
            let mut languages = [self.lang, self.main_lang].into_iter().chain(Lang::ALL);
            languages.find_map(|lang| Some((name.get(lang.code())?.as_str()?, lang)))?
        };
        Some(FieldValue {
            kind: "line",
            text: text.into(),
            lang: self.lang_attribute(lang),
        })
    }

    /// The title of a record in a revision, or the last one before it: a withdrawal has none.
    pub(super) fn last_recorded_title(&self, id: HistoryId, number: u32) -> Option<FieldValue<'r>> {
        let newest_first = self.register.history(id).revisions.iter().rev();
        let mut released = newest_first.filter(|revision| revision.revision <= number);
        released.find_map(|revision| self.recorded_title(revision))
    }

    fn recorded_title(&self, revision: &Revision) -> Option<FieldValue<'r>> {
        let mut titles = body_fields(revision.body()?);
        titles.retain(|field| field.path == ["title"]);
        let title_in = |lang| {
            let mut titles = titles.iter();
            titles.find(|title| title.lang.unwrap_or(self.main_lang) == lang)
        };
        let title = title_in(self.lang).or_else(|| title_in(self.main_lang));
        Some(self.text_value("line", title.or_else(|| titles.first())?))
    }
}

/// Values of a vocabulary, by the messages of the field's group; as they are where today's vocabulary
/// has them no more, and where they say only what is the default.
fn vocabulary_values<'r>(
    known: &RecordField,
    vocabulary: &Enum,
    text: &str,
) -> Vec<FieldValue<'r>> {
    let group = known.attribute("words").unwrap_or_default();
    let mut values = Vec::new();
    for key in split_tokens(&known.value_type, text) {
        let has_message = !group.is_empty()
            && vocabulary.variants.iter().any(|variant| variant == key)
            && known.attribute("default") != Some(key);
        values.push(if has_message {
            plain_value("word", format!("{group}-{key}"))
        } else {
            plain_value("line", key)
        });
    }
    values
}

fn plain_value<'r>(kind: &'static str, text: impl Into<String>) -> FieldValue<'r> {
    FieldValue {
        kind,
        text: Cow::Owned(text.into()),
        lang: None,
    }
}

/// The entries of a list of keys or words, which a body's field has joined; one entry if the field
/// is no list.
fn split_tokens<'t>(value_type: &ValueType, text: &'t str) -> Vec<&'t str> {
    match value_type {
        ValueType::List(_) => text.split(", ").collect(),
        _ => vec![text],
    }
}

/// Splits a field's path into the sections that it is in and its label there: `responses`, `1`,
/// `from`, `role` is `from.role` in the first response.
pub(super) fn split_path(path: &[String]) -> (Vec<PathStep>, FieldLabel) {
    // The name of a key: "OPD dinas-koperasi › Nama".
    if let [names, list, key] = path
        && names == "names"
    {
        let step = PathStep {
            key: field_label(list.clone()).key,
            list: list.clone(),
            name: key.clone(),
            day: None,
        };
        return (vec![step], field_label("name".into()));
    }
    let (mut steps, mut field) = (Vec::new(), Vec::new());
    let mut rest = path;
    loop {
        rest = match rest {
            // A path that ends with an entry's name is that of the entry as a whole.
            [list, name, below @ ..] if is_record_list(list) && !below.is_empty() => {
                steps.push(PathStep {
                    key: Some(format!("part-{}", list.replace('_', "-"))),
                    list: list.clone(),
                    name: name.clone(),
                    day: Day::parse(name).map(|day| day.to_string()),
                });
                field.clear();
                below
            }
            [name, below @ ..] => {
                // Ordinals in lists of texts are no part of the label, so that all share one.
                let is_ordinal =
                    name.bytes().all(|b| b.is_ascii_digit()) && rest.len() < path.len();
                if !is_ordinal {
                    field.push(name.as_str());
                }
                below
            }
            [] => return (steps, field_label(field.join("."))),
        };
    }
}

/// The label of a field of a body.
fn field_label(field: String) -> FieldLabel {
    let known = body_field(&field);
    let key = match known {
        Some(known) if known.has("own_label") => Some(format!("{}.label", known.message_key)),
        None if !FIELDS_OF_BODIES_ALONE.contains(&field.as_str()) => None,
        _ => Some(format!("field-{}", field.replace(['.', '_'], "-"))),
    };
    FieldLabel { key, field }
}

/// What bodies have beyond the fields of the record types: a page's Markdown, the hash of a
/// photograph, and the name of a key. A field that is taken out of the record format belongs
/// here, for the log keeps it.
const FIELDS_OF_BODIES_ALONE: [&str; 3] = ["body", "sha256", "name"];

/// The fragment of a commitment or an answer: the same as on the record's own page.
fn section_fragment(steps: &[PathStep]) -> Option<String> {
    let last = steps.last()?;
    match last.list.as_str() {
        "commitments" => Some(last.name.clone()),
        "responses" => Some(format!("_jawaban-{}", last.name)),
        _ => None,
    }
}
