//! A revision of a record as it stood: what its body in the log says, part by part, in the words of the site.

use super::builder::ViewBuilder;
use crate::plan::{Page, PageNumber};
use crate::records::revision_fields::{RevisionField, body_fields};
use crate::records::{AnswerKind, Day, Lang, PartialDate, Revision, SourceKind, Status};
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
    /// Was the record withdrawn?
    pub withdrawn: bool,
    /// Has the record got another name?
    pub moved: bool,
    /// What was released next, and the newest.
    pub later_revisions: Vec<RevisionLink>,
    /// The record's history.
    pub history_href: String,
    /// Why it was struck out.
    pub redacted: Option<&'r str>,
    /// What it says.
    pub sections: Vec<RevisionSection<'r>>,
}

/// A way to a revision.
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
    /// The key of its words; none if it is unknown.
    pub key: Option<String>,
    /// The field, as it is written.
    pub field: String,
}

/// A value.
#[derive(Debug, Hash, Serialize)]
pub struct FieldValue<'r> {
    /// How it is shown: `prose`, `line`, `day`, `term`, `word` (the key of its words), `link`, `yes`.
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

    /// A body in parts, in the page's language where it has it.
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
            let shown = self.field_values(field, names);
            // What stands after a list in the record still belongs to what the list is of.
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

    /// What a field says, in the words of the site where it is a word of the format, by its name then where it is a key.
    fn field_values(&self, field: &RevisionField, names: &'r Value) -> Vec<FieldValue<'r>> {
        let RevisionField { path, lang, text } = field;
        let name = path.last().map_or("", String::as_str);
        let is_within = |list: &str| path.iter().any(|step| step == list);
        let lang = lang.unwrap_or(self.main_lang);
        let one = |kind, text: String| FieldValue {
            kind,
            text: text.into(),
            lang: None,
        };
        let said = |kind| {
            vec![FieldValue {
                lang: (lang != self.lang).then(|| lang.code()),
                ..one(kind, text.clone())
            }]
        };
        let word = |known: bool, group: &str, key: &str| {
            if known {
                one("word", format!("{group}-{key}"))
            } else {
                one("line", key.to_owned())
            }
        };
        let called = |key: &str| {
            let then = names
                .get(name)
                .and_then(|list| self.recorded_name(list.get(key)?));
            then.unwrap_or_else(|| one("line", key.to_owned()))
        };
        match name {
            "answer" => text
                .split(", ")
                .map(|key| word(is_known_variant::<AnswerKind>(key), "answer", key))
                .collect(),
            "status" => vec![word(is_known_variant::<Status>(text), "status", text)],
            "kind" if is_within("sources") => {
                vec![word(is_known_variant::<SourceKind>(text), "source", text)]
            }
            "setting" => vec![word(
                ["media", "elsewhere"].contains(&text.as_str()),
                "setting",
                text,
            )],
            "bearing" | "number_basis" => vec![word(
                ["related", "inferred"].contains(&text.as_str()),
                "field",
                text,
            )],
            "date" | "until" if Day::parse(text).is_some() => vec![one("day", text.clone())],
            "due" | "by" if PartialDate::try_from(text.clone()).is_ok() => {
                vec![one("term", text.clone())]
            }
            "url" | "archived" => vec![one("link", text.clone())],
            "check" | "partial" => vec![one("yes", text.clone())],
            "district" | "village" | "office" | "topics" => text.split(", ").map(called).collect(),
            "text" | "body" | "summary" | "reason" | "withheld" | "disputed" => said("prose"),
            _ if is_within("notes") || is_within("conditions") => said("prose"),
            // No language is named: a name, a number, a key, or words in the main one.
            _ if field.lang.is_none() => vec![one("line", text.clone())],
            _ => said("line"),
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

/// Is it a word that records have today? Old bodies may have others.
fn is_known_variant<T: serde::de::DeserializeOwned>(word: &str) -> bool {
    serde_json::from_value::<T>(word.into()).is_ok()
}

/// Lists whose entries have names of their own in the history, with the key of the word for one of them.
const NAMED_LISTS: [&str; 7] = [
    "responses",
    "commitments",
    "follow_ups",
    "sources",
    "photos",
    "corrections",
    "cited_by",
];

/// A field's way: the parts it stands in, and what it is called there.
pub(super) fn split_path(path: &[String]) -> (Vec<PathStep>, FieldLabel) {
    let label = |field: String| {
        let key = LABELLED_FIELDS
            .contains(&field.as_str())
            .then(|| format!("field-{}", field.replace(['.', '_'], "-")));
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
        if NAMED_LISTS.contains(&path[at].as_str()) && at + 2 < path.len() {
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

/// Fields that the theme has words for.
const LABELLED_FIELDS: [&str; 54] = [
    "number",
    "number_basis",
    "district",
    "date",
    "until",
    "venue",
    "title",
    "summary",
    "withdrawn.date",
    "withdrawn.reason",
    "withheld",
    "from.role",
    "from.village",
    "from.name",
    "official.name",
    "official.title",
    "office",
    "answer",
    "to",
    "about",
    "status",
    "bearing",
    "check",
    "text",
    "body",
    "due",
    "due.said",
    "due.by",
    "by",
    "budget",
    "conditions",
    "replaced_by",
    "disputed",
    "setting",
    "reported_by",
    "topics",
    "again",
    "heard",
    "services",
    "publisher",
    "url",
    "archived",
    "partial",
    "notes",
    "sources",
    "formerly",
    "kind",
    "record",
    "file",
    "alt",
    "caption",
    "credit",
    "name",
    "sha256",
];

/// The fragment of a commitment or an answer: the same as on the record's own page.
fn section_fragment(steps: &[PathStep]) -> Option<String> {
    let last = steps.last()?;
    match last.list.as_str() {
        "commitments" => Some(last.name.clone()),
        "responses" => Some(format!("_jawaban-{}", last.name)),
        _ => None,
    }
}
