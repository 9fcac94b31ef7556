//! A revision of a record as it stood: what its body in the log says, part by part, in the words of the site.

use super::builder::Maker;
use crate::plan::{Page, PageNumber};
use crate::records::revision_fields::{RevisionField, body_fields};
use crate::records::{AnswerKind, Day, Lang, PartialDate, Revision, SourceKind, Status};
use crate::register::HistoryId;
use serde::Serialize;
use serde_json::Value;
use std::borrow::Cow;

/// A revision of a record as it stood.
#[derive(Debug, Hash, Serialize)]
pub struct Past<'r> {
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
    pub since: Vec<RevisionLink>,
    /// The record's history.
    pub history: String,
    /// Why it was struck out.
    pub redacted: Option<&'r str>,
    /// What it says.
    pub sections: Vec<Section<'r>>,
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
    pub changes: String,
}

/// A part of a record: itself, an answer, a commitment, a follow-up, a source.
#[derive(Debug, Hash, Serialize)]
pub struct Section<'r> {
    /// The way to it, from the record down; empty for the record itself.
    pub steps: Vec<Step>,
    /// Its fragment, of commitments and answers; those of the record's own page.
    pub id: Option<String>,
    /// What it says.
    pub rows: Vec<Row<'r>>,
}

/// A list and the name of one of its entries.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Step {
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
pub struct Row<'r> {
    /// What it is called.
    pub label: Label,
    /// What it says.
    pub shown: Vec<Shown<'r>>,
}

/// What a field is called.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Label {
    /// The key of its words; none if it is unknown.
    pub key: Option<String>,
    /// The field, as it is written.
    pub field: String,
}

/// A value.
#[derive(Debug, Hash, Serialize)]
pub struct Shown<'r> {
    /// How it is shown: `prose`, `line`, `day`, `term`, `word` (the key of its words), `link`, `yes`.
    pub kind: &'static str,
    /// The words.
    pub text: Cow<'r, str>,
    /// Their language, if it is not the page's.
    pub lang: Option<&'static str>,
}

impl<'r> Maker<'r> {
    pub(super) fn past(&self, id: HistoryId, number: u32) -> Past<'r> {
        let history = self.register.history(id);
        let revision = history.revision(number);
        let page = self.plan.page_for_record(history.record);
        // What came next, and what holds now; the history has all.
        let mut later = history.revisions.iter().filter(|r| r.revision > number);
        let next = later.clone().next();
        let newest = later.next_back().filter(|newest| next.is_some_and(|next| next.revision != newest.revision));
        Past {
            record: history.record,
            url: self.plan.canonical_url(page.unwrap_or(Page::Revision(id, number)), self.lang),
            href: page.map(|page| self.href(page)),
            number,
            day: revision.release.to_string(),
            sha256: &revision.sha256,
            withdrawn: matches!(page, Some(Page::Withdrawn(..))),
            moved: matches!(page, Some(Page::Moved(..))),
            since: next.into_iter().chain(newest).map(|r| self.revision_link(id, r)).collect(),
            history: self.href(Page::History(id, PageNumber::FIRST)),
            redacted: revision.redacted.as_deref(),
            sections: revision.body.as_ref().map(|body| self.sections(body)).unwrap_or_default(),
        }
    }

    pub(super) fn revision_link(&self, id: HistoryId, revision: &Revision) -> RevisionLink {
        RevisionLink {
            number: revision.revision,
            day: revision.release.to_string(),
            href: self.href(Page::Revision(id, revision.revision)),
            changes: self.changes_href(id, revision.revision),
        }
    }

    /// A body in parts, in the page's language where it has it.
    fn sections(&self, body: &'r Value) -> Vec<Section<'r>> {
        let all: Vec<RevisionField> = body_fields(body).into_iter().filter(|f| f.path[0] != "names").collect();
        let names = body.get("names").unwrap_or(&Value::Null);
        let has = |path: &[String], lang| all.iter().any(|f| f.path == path && f.lang == Some(lang));
        let spoken = |f: &&RevisionField| match f.lang {
            None => true,
            Some(lang) if lang == self.lang => true,
            Some(lang) if lang == self.main => !has(&f.path, self.lang),
            Some(_) => !has(&f.path, self.lang) && !has(&f.path, self.main),
        };
        let mut sections: Vec<Section<'r>> = Vec::new();
        for field in all.iter().filter(spoken) {
            let (steps, label) = split(&field.path);
            let shown = self.shown(field, names);
            // What stands after a list in the record still belongs to what the list is of.
            match sections.iter_mut().find(|s| s.steps == steps) {
                Some(section) => match section.rows.last_mut().filter(|last| last.label == label) {
                    Some(last) => last.shown.extend(shown),
                    None => section.rows.push(Row { label, shown }),
                },
                None => sections.push(Section { id: fragment(&steps), steps, rows: vec![Row { label, shown }] }),
            }
        }
        sections
    }

    /// What a field says, in the words of the site where it is a word of the format, by its name then where it is a key.
    fn shown(&self, field: &RevisionField, names: &'r Value) -> Vec<Shown<'r>> {
        let RevisionField { path, lang, text } = field;
        let name = path.last().map_or("", String::as_str);
        let is_within = |list: &str| path.iter().any(|step| step == list);
        let lang = lang.unwrap_or(self.main);
        let one = |kind, text: String| Shown { kind, text: text.into(), lang: None };
        let said = |kind| vec![Shown { lang: (lang != self.lang).then(|| lang.code()), ..one(kind, text.clone()) }];
        let word = |known: bool, group: &str, key: &str| {
            if known { one("word", format!("{group}-{key}")) } else { one("line", key.to_owned()) }
        };
        let called = |key: &str| {
            let then = names.get(name).and_then(|list| self.then_called(list.get(key)?));
            then.unwrap_or_else(|| one("line", key.to_owned()))
        };
        match name {
            "answer" => text.split(", ").map(|key| word(known::<AnswerKind>(key), "answer", key)).collect(),
            "status" => vec![word(known::<Status>(text), "status", text)],
            "kind" if is_within("sources") => vec![word(known::<SourceKind>(text), "source", text)],
            "setting" => vec![word(["media", "elsewhere"].contains(&text.as_str()), "setting", text)],
            "bearing" | "number_basis" => vec![word(["related", "inferred"].contains(&text.as_str()), "field", text)],
            "date" | "until" if Day::parse(text).is_some() => vec![one("day", text.clone())],
            "due" | "by" if PartialDate::try_from(text.clone()).is_ok() => vec![one("term", text.clone())],
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
    fn then_called(&self, name: &'r Value) -> Option<Shown<'r>> {
        let said = |lang: Lang| Some((name.get(lang.code())?.as_str()?, lang));
        let named = || said(self.lang).or_else(|| said(self.main)).or_else(|| Lang::ALL.into_iter().find_map(said));
        let (text, lang) = name.as_str().map(|text| (text, self.lang)).or_else(named)?;
        Some(Shown { kind: "line", text: text.into(), lang: (lang != self.lang).then(|| lang.code()) })
    }

    /// What a record was called in a revision, or last before it.
    pub(super) fn last_title(&self, id: HistoryId, number: u32) -> Option<Shown<'r>> {
        let mut before = self.register.history(id).revisions.iter().rev().filter(|r| r.revision <= number);
        before.find_map(|r| self.past_title(r))
    }

    /// What a record was called in a revision.
    fn past_title(&self, revision: &Revision) -> Option<Shown<'r>> {
        let all = body_fields(revision.body.as_ref()?);
        let titles = || all.iter().filter(|f| f.path == ["title"]);
        let lang = |f: &RevisionField| f.lang.unwrap_or(self.main);
        let found = titles().find(|f| lang(f) == self.lang).or_else(|| titles().find(|f| lang(f) == self.main));
        let found = found.or_else(|| titles().next())?;
        let other = (lang(found) != self.lang).then(|| lang(found).code());
        Some(Shown { kind: "line", text: found.text.clone().into(), lang: other })
    }
}

/// Is it a word that records have today? Old bodies may have others.
fn known<T: serde::de::DeserializeOwned>(word: &str) -> bool {
    serde_json::from_value::<T>(word.into()).is_ok()
}

/// Lists whose entries have names of their own in the history, with the key of the word for one of them.
const PARTS: [&str; 7] = ["responses", "commitments", "follow_ups", "sources", "photos", "corrections", "cited_by"];

/// A field's way: the parts it stands in, and what it is called there.
pub(super) fn split(path: &[String]) -> (Vec<Step>, Label) {
    let label = |field: String| {
        let key = FIELDS.contains(&field.as_str()).then(|| format!("field-{}", field.replace(['.', '_'], "-")));
        Label { key, field }
    };
    // What a key was called: "OPD dinas-koperasi › Nama".
    if let [names, list, key] = path
        && names == "names"
    {
        let step = Step { key: label(list.clone()).key, list: list.clone(), name: key.clone(), day: None };
        return (vec![step], label("name".into()));
    }
    let (mut steps, mut rest) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < path.len() {
        if PARTS.contains(&path[at].as_str()) && at + 2 < path.len() {
            let list = path[at].clone();
            let name = path[at + 1].clone();
            let day = Day::parse(&name).map(|day| day.to_string());
            steps.push(Step { key: Some(format!("part-{}", list.replace('_', "-"))), list, name, day });
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
const FIELDS: [&str; 54] = [
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
fn fragment(steps: &[Step]) -> Option<String> {
    let last = steps.last()?;
    match last.list.as_str() {
        "commitments" => Some(last.name.clone()),
        "responses" => Some(format!("_jawaban-{}", last.name)),
        _ => None,
    }
}
