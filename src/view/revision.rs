//! The page of one revision of a record: its body in the log as sections of labelled fields, with
//! the words of the site for the words of the format.

use super::builder::ViewBuilder;
use crate::plan::{Page, PageNumber};
use crate::records::revision_fields::{RevisionField, body_field, body_fields, is_record_list};
use crate::records::schema_model::ValueType;
use crate::records::{Day, Lang, PartialDate, Revision};
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
    /// The hash of its body.
    pub sha256: &'r str,
    /// Whether the record was withdrawn.
    pub withdrawn: bool,
    /// Whether the record has another name now.
    pub moved: bool,
    /// What was released next, and the newest.
    pub later_revisions: Vec<RevisionLink>,
    /// The record's history.
    pub history_href: String,
    /// Why its body was redacted.
    pub redacted: Option<&'r str>,
    /// What it says.
    pub sections: Vec<RevisionSection<'r>>,
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
    /// The way to it, from the record down; empty for the record itself.
    pub path: Vec<PathStep>,
    /// Its fragment, of commitments and answers; those of the record's own page.
    pub id: Option<String>,
    /// What it says.
    pub rows: Vec<FieldRow<'r>>,
}

/// A list and the name of one of its entries.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PathStep {
    /// The key of the list's word for one entry; none if it is unknown.
    pub key: Option<String>,
    /// The list, as it is written.
    pub list: String,
    /// The entry's name: a key, a place, a day.
    pub name: String,
    /// The day, where that is its name and it is the only one of that day.
    pub day: Option<String>,
}

/// A field.
#[derive(Debug, Hash, Serialize)]
pub struct FieldRow<'r> {
    /// What it is called.
    pub label: FieldLabel,
    /// What it says.
    pub values: Vec<FieldValue<'r>>,
}

/// What a field is called.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct FieldLabel {
    /// The key of the theme's label; `None` if `field` is shown as it is.
    pub key: Option<String>,
    /// The field as it is written in the record.
    pub field: String,
}

/// A value.
#[derive(Debug, Hash, Serialize)]
pub struct FieldValue<'r> {
    /// How it is shown: `prose`, `line`, `day`, `term`, `word` (the key of its words), `link`,
    /// `yes`.
    pub kind: &'static str,
    /// The words.
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
        let next = later.clone().next();
        let newest = later
            .next_back()
            .filter(|newest| next.is_some_and(|next| next.revision != newest.revision));
        RevisionView {
            record: history.record,
            url: self
                .plan
                .canonical_url(page.unwrap_or(Page::Revision(id, number)), self.lang),
            href: page.map(|page| self.page_href(page)),
            number,
            day: revision.release.to_string(),
            sha256: &revision.sha256,
            withdrawn: matches!(page, Some(Page::Withdrawn(..))),
            moved: matches!(page, Some(Page::Moved(..))),
            later_revisions: next
                .into_iter()
                .chain(newest)
                .map(|r| self.revision_link(id, r))
                .collect(),
            history_href: self.page_href(Page::History(id, PageNumber::FIRST)),
            redacted: revision.redacted.as_deref(),
            sections: revision
                .body
                .as_ref()
                .map(|body| self.revision_sections(body))
                .unwrap_or_default(),
        }
    }

    pub(super) fn revision_link(&self, id: HistoryId, revision: &Revision) -> RevisionLink {
        RevisionLink {
            number: revision.revision,
            day: revision.release.to_string(),
            href: self.page_href(Page::Revision(id, revision.revision)),
            changes_href: self.changes_href(id, revision.revision),
        }
    }

    /// The sections of a body, each field in the page's language, or else in the main one, or else
    /// in any.
    fn revision_sections(&self, body: &'r Value) -> Vec<RevisionSection<'r>> {
        let all: Vec<RevisionField> = body_fields(body)
            .into_iter()
            .filter(|f| f.path[0] != "names")
            .collect();
        let names = body.get("names").unwrap_or(&Value::Null);
        let has =
            |path: &[String], lang| all.iter().any(|f| f.path == path && f.lang == Some(lang));
        let spoken = |f: &&RevisionField| match f.lang {
            None => true,
            Some(lang) if lang == self.lang => true,
            Some(lang) if lang == self.main_lang => !has(&f.path, self.lang),
            Some(_) => !has(&f.path, self.lang) && !has(&f.path, self.main_lang),
        };
        let mut sections: Vec<RevisionSection<'r>> = Vec::new();
        for field in all.iter().filter(spoken) {
            let (steps, label) = split_path(&field.path);
            let shown = self.field_values(field, &label.field, names);
            // Fields that follow a list of records still belong to the section of the record around
            // the list.
            match sections.iter_mut().find(|s| s.path == steps) {
                Some(section) => match section.rows.last_mut().filter(|last| last.label == label) {
                    Some(last) => last.values.extend(shown),
                    None => section.rows.push(FieldRow {
                        label,
                        values: shown,
                    }),
                },
                None => sections.push(RevisionSection {
                    id: section_fragment(&steps),
                    path: steps,
                    rows: vec![FieldRow {
                        label,
                        values: shown,
                    }],
                }),
            }
        }
        sections
    }

    /// What a field says: in the site's words where it is a word of the format, by its name at the
    /// time where it is a key.
    fn field_values(
        &self,
        field: &RevisionField,
        label: &str,
        names: &'r Value,
    ) -> Vec<FieldValue<'r>> {
        let text = field.text.as_str();
        let prose = || vec![self.in_language(field, "prose")];
        let Some(known) = body_field(label) else {
            return match (label, field.lang) {
                ("body", _) => prose(),
                (_, None) => vec![plain_value("line", text)],
                (_, Some(_)) => vec![self.in_language(field, "line")],
            };
        };
        // A body may be older than today's vocabulary and today's rules for dates; what no longer
        // fits is shown as it is.
        let kind = match known.value_type.item_type() {
            ValueType::Enum(vocabulary) => {
                let keys = split_tokens(&known.value_type, text);
                let group = known.attribute("words").unwrap_or_default();
                let mut values = Vec::new();
                for key in keys {
                    let is_word = !group.is_empty()
                        && vocabulary.variants.iter().any(|variant| variant == key)
                        && known.attribute("default") != Some(key);
                    values.push(if is_word {
                        plain_value("word", format!("{group}-{key}"))
                    } else {
                        plain_value("line", key)
                    });
                }
                return values;
            }
            ValueType::Scalar(_) if known.has("named") => {
                let list = names.get(&known.name);
                let keys = split_tokens(&known.value_type, text);
                return keys
                    .into_iter()
                    .map(|key| {
                        let name = list.and_then(|list| self.recorded_name(list.get(key)?));
                        name.unwrap_or_else(|| plain_value("line", key))
                    })
                    .collect();
            }
            _ if known.has("prose") => return prose(),
            ValueType::Scalar(format) if format == "date" && Day::parse(text).is_some() => "day",
            ValueType::Scalar(format) | ValueType::ScalarOrRecord(format, _)
                if format == "due" && PartialDate::parse(text).is_some() =>
            {
                "term"
            }
            ValueType::Scalar(format) if format == "url" => "link",
            ValueType::Boolean => "yes",
            // Without a language it is a name, a number, a key, or a text in the main one.
            _ if field.lang.is_some() => return vec![self.in_language(field, "line")],
            _ => "line",
        };
        vec![plain_value(kind, text)]
    }

    /// A text with its language, if that is not the page's.
    fn in_language(&self, field: &RevisionField, kind: &'static str) -> FieldValue<'r> {
        let lang = field.lang.unwrap_or(self.main_lang);
        FieldValue {
            lang: (lang != self.lang).then(|| lang.code()),
            ..plain_value(kind, field.text.as_str())
        }
    }

    /// What a key was called when the revision was released.
    fn recorded_name(&self, name: &'r Value) -> Option<FieldValue<'r>> {
        let said = |lang: Lang| Some((name.get(lang.code())?.as_str()?, lang));
        let named = || {
            said(self.lang)
                .or_else(|| said(self.main_lang))
                .or_else(|| Lang::ALL.into_iter().find_map(said))
        };
        let (text, lang) = name.as_str().map(|text| (text, self.lang)).or_else(named)?;
        Some(FieldValue {
            kind: "line",
            text: text.into(),
            lang: (lang != self.lang).then(|| lang.code()),
        })
    }

    /// What a record was called in a revision, or last before it.
    pub(super) fn last_recorded_title(&self, id: HistoryId, number: u32) -> Option<FieldValue<'r>> {
        let mut before = self
            .register
            .history(id)
            .revisions
            .iter()
            .rev()
            .filter(|r| r.revision <= number);
        before.find_map(|r| self.recorded_title(r))
    }

    /// What a record was called in a revision.
    fn recorded_title(&self, revision: &Revision) -> Option<FieldValue<'r>> {
        let all = body_fields(revision.body.as_ref()?);
        let titles = || all.iter().filter(|f| f.path == ["title"]);
        let lang = |f: &RevisionField| f.lang.unwrap_or(self.main_lang);
        let found = titles()
            .find(|f| lang(f) == self.lang)
            .or_else(|| titles().find(|f| lang(f) == self.main_lang));
        let found = found.or_else(|| titles().next())?;
        let other = (lang(found) != self.lang).then(|| lang(found).code());
        Some(FieldValue {
            kind: "line",
            text: found.text.clone().into(),
            lang: other,
        })
    }
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
    let label = |field: String| {
        let known = body_field(&field);
        if let Some(known) = known.filter(|known| known.has("own_label")) {
            let key = Some(format!("{}.label", known.message_key));
            return FieldLabel { key, field };
        }
        let is_known = known.is_some() || FIELDS_OF_BODIES_ALONE.contains(&field.as_str());
        let key = is_known.then(|| format!("field-{}", field.replace(['.', '_'], "-")));
        FieldLabel { key, field }
    };
    // What a key was called: "OPD dinas-koperasi › Nama".
    if let [names, list, key] = path
        && names == "names"
    {
        let step = PathStep {
            key: label(list.clone()).key,
            list: list.clone(),
            name: key.clone(),
            day: None,
        };
        return (vec![step], label("name".into()));
    }
    let (mut steps, mut rest) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < path.len() {
        if is_record_list(&path[at]) && at + 2 < path.len() {
            let list = path[at].clone();
            let name = path[at + 1].clone();
            let day = Day::parse(&name).map(|day| day.to_string());
            steps.push(PathStep {
                key: Some(format!("part-{}", list.replace('_', "-"))),
                list,
                name,
                day,
            });
            rest.clear();
            at += 2;
            continue;
        }
        let is_place = path[at].bytes().all(|b| b.is_ascii_digit()) && at > 0;
        if !is_place {
            rest.push(path[at].as_str());
        }
        at += 1;
    }
    (steps, label(rest.join(".")))
}

/// What bodies say beyond the fields of the record types: a page's Markdown, the hash of a
/// photograph, and what a key was called. A field that is taken out of the record format belongs
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
