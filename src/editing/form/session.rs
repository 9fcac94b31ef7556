//! A form for one record, over the file in which it stands: what it shows, and what its file would say.

use super::choices::Lists;
use super::evaluate::{Site, Verdict};
use super::form_view::Page;
use super::inputs::Maker;
use super::slugs;
use super::submission::Handed;
use super::target::Subject;
use crate::diag::messages::Words;
use crate::diag::{Files, render};
use crate::editing::{self, Flat, Form, targets};
use crate::records::schema::FileKind;
use crate::records::{Day, Key, Lang, Records, parse_stop_number};
use crate::serve::lock;
use crate::source::{LoadedContent, Overrides, parse_strict};
use serde_json::Value;
use std::collections::BTreeMap;

/// A form for a record, before anything is typed.
pub(super) struct Paper<'w> {
    words: &'w Words,
    pub(super) subject: Subject,
    form: Form,
    /// What its file says; nothing if it is to come.
    pub(super) text: String,
    /// The same without places.
    root: Value,
    /// The same as it was when the form was given out.
    before: Value,
    /// The languages of the site, the main one first.
    langs: Vec<Lang>,
    loaded: LoadedContent,
    /// Why the file cannot be changed; nothing if it can.
    pub(super) trouble: Option<String>,
}

/// What a file would say.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) subject: Subject,
    pub(super) file: String,
    /// What it said before; nothing if it is to come.
    pub(super) base: String,
    pub(super) is_new_file: bool,
    pub(super) text: String,
    pub(super) root: Value,
    pub(super) record: Value,
}

impl<'w> Paper<'w> {
    /// Reads the site. What the record's file says is not there if it cannot be changed. None if there is no such record.
    pub(super) fn open(subject: Subject, site: Site<'_>, words: &'w Words) -> Option<Self> {
        let form = subject.form()?;
        let (loaded, fault) = match lock(site.memory).load(site.root) {
            Ok(loaded) => (loaded, None),
            Err(fault) => {
                let nothing =
                    LoadedContent { records: Records::default(), files: Files::default(), diagnostics: Vec::new() };
                (nothing, Some(render::message(&fault, words)))
            }
        };
        let there = match &subject.file {
            None => Ok((String::new(), Value::Null)),
            Some(file) => match text(&loaded, file) {
                None => Err(words.say("form-no-file", &[("path", file.clone())])),
                Some(_) if is_unread(&loaded, file) => Err(broken(file, &loaded, words)),
                Some(text) if text.trim().is_empty() => Ok((text, Value::Null)),
                Some(text) => match parse_strict(&text).map(|tree| editing::value(&tree)) {
                    Some(root) => Ok((text, root)),
                    None => Err(broken(file, &loaded, words)),
                },
            },
        };
        let ((text, root), trouble) = match there {
            Ok(there) => (there, fault),
            Err(trouble) => (<_>::default(), fault.or(Some(trouble))),
        };
        let langs = languages(&loaded.records);
        Some(Self { words, subject, form, text, before: root.clone(), root, langs, loaded, trouble })
    }

    /// Is the record in its file, or to come?
    pub(super) fn is_there(&self) -> bool {
        self.subject.old(&self.root).is_some()
    }

    /// The same form in a file that was changed after it was given out; `before` is what it said then, if that is still known: if
    /// not, the record is known by the key that was typed.
    pub(super) fn again(mut self, before: Option<&str>, typed: &Flat) -> Self {
        let before = before.and_then(parse_strict).map(|tree| editing::value(&tree));
        self.subject = self.subject.again(before.as_ref(), &self.root, typed.get("id"));
        self.before = before.unwrap_or_default();
        self
    }

    fn main(&self) -> Lang {
        self.langs.first().copied().unwrap_or(Lang::Id)
    }

    fn old(&self) -> Value {
        self.subject.old(&self.root).unwrap_or_default()
    }

    /// What stands in the form when it is given out. A stop is held back until somebody says that it is complete.
    pub(super) fn given_out(&self, query: &BTreeMap<String, String>) -> Flat {
        let mut typed = self.form.flat(&self.old(), self.main());
        match (self.subject.is_new(), self.subject.record()) {
            (true, "Stop") => typed.extend([("draft".to_owned(), "true".to_owned())]),
            (true, "FollowUp") => typed.extend(query.get("tentang").map(|about| ("about".to_owned(), about.clone()))),
            _ => {}
        }
        typed
    }

    /// The form as it is given out, with what is wrong already.
    pub(super) fn judged(&self, typed: &Flat, is_saved: bool, site: Site<'_>) -> Page {
        let record = self.old();
        let address = self.subject.page(&self.root, &record).filter(|_| !self.subject.is_new());
        let verdict = Verdict::of(site, &Overrides::new(), address.as_deref());
        let draft = Draft {
            subject: self.subject.clone(),
            file: self.subject.file.clone().unwrap_or_default(),
            base: self.text.clone(),
            is_new_file: false,
            text: self.text.clone(),
            root: self.root.clone(),
            record,
        };
        let mut page = self.page(draft, typed, "", &verdict, &verdict);
        page.is_saved = is_saved;
        page
    }

    /// The form with what was typed, and what the rules say of it.
    pub(super) fn handed_in(&self, handed: &Handed, site: Site<'_>) -> Page {
        let main = self.main();
        let record = self.form.build(&self.old(), &handed.typed, main);
        let with_keys = |root: &Value| {
            let mut record = record.clone();
            slugs::fill(&self.form, &mut record, main, &mut slugs::of_entries(root));
            record
        };
        // Sent twice, it gets the key that it got the first time.
        let record = Some(with_keys(&self.before)).filter(|record| self.subject.stands_in(&self.root, record));
        let record = record.unwrap_or_else(|| with_keys(&self.root));
        // As it would be read again: rows in which nothing was typed are gone, keys are there.
        let typed = self.form.flat(&record, main);
        let before = Verdict::of(site, &Overrides::new(), None);
        let draft = if self.trouble.is_some() { None } else { self.draft(record.clone()) };
        let mut page = if let Some(draft) = draft {
            let texts = Overrides::from([(draft.file.clone(), draft.text.clone())]);
            let address = draft.subject.page(&draft.root, &draft.record);
            let after = Verdict::of(site, &texts, address.as_deref());
            self.page(draft, &typed, &handed.more, &before, &after)
        } else {
            let file = self.subject.file.clone().unwrap_or_else(|| self.file(&record));
            let why = || self.words.say("form-cannot", &[("path", file)]);
            let why = self.trouble.clone().unwrap_or_else(why);
            let mut page = self.page(Draft::none(self.subject.clone(), record), &typed, &handed.more, &before, &before);
            page.cannot(why, String::new());
            page
        };
        page.is_unsaved = true;
        page
    }

    /// What the file of a record would say; none if it cannot be changed safely.
    fn draft(&self, record: Value) -> Option<Draft> {
        let (file, base, root) = if let Some(file) = &self.subject.file {
            (file.clone(), Some(self.text.clone()), self.root.clone())
        } else {
            let file = self.file(&record);
            if is_unread(&self.loaded, &file) {
                return None;
            }
            let base = text(&self.loaded, &file);
            let root = match base.as_deref().filter(|base| !base.trim().is_empty()) {
                Some(base) => editing::value(&parse_strict(base)?),
                None => Value::Null,
            };
            (file, base, root)
        };
        let (root, mut subject) = self.subject.put(&root, record.clone())?;
        subject.file = Some(file.clone());
        let day = record.get("date").and_then(Value::as_str).and_then(Day::parse);
        let head = day
            .filter(|_| subject.kind == FileKind::FollowUps)
            .map(|day| targets::follow_ups_head(&targets::month(day), self.words) + "\n");
        let start = base.clone().unwrap_or_else(|| head.unwrap_or_default());
        let text = editing::rewrite(&start, &root)?;
        let (is_new_file, base) = (base.is_none(), base.unwrap_or_default());
        Some(Draft { subject, file, base, is_new_file, text, root, record })
    }

    /// The file of a record that is to come, or the one in which the same stands already: a form can be sent twice.
    fn file(&self, record: &Value) -> String {
        let word = |key: &str| record.get(key).and_then(Value::as_str).unwrap_or_default();
        if self.subject.kind == FileKind::FollowUps {
            return Day::parse(word("date"))
                .map_or_else(|| "content/follow-ups/baru.yaml".to_owned(), targets::follow_ups_file);
        }
        let key = Key::try_from(word("district").to_owned()).ok();
        let name = parse_stop_number(word("number")).zip(key).map(|(number, key)| targets::stop_file(number, &key));
        let name = name.unwrap_or_else(|| "content/stops/baru.yaml".to_owned());
        let stem = name.trim_end_matches(".yaml");
        let numbered = (2..).map(|n| format!("{stem}-{n}.yaml"));
        let is_same = |text: &str| parse_strict(text).is_some_and(|tree| editing::value(&tree) == *record);
        let is_free = |name: &String| text(&self.loaded, name).is_none_or(|text| is_same(&text));
        std::iter::once(name.clone()).chain(numbered).find(is_free).unwrap_or(name)
    }

    fn page(&self, draft: Draft, typed: &Flat, more: &str, before: &Verdict, after: &Verdict) -> Page {
        let is_stop = draft.subject.path.is_empty();
        let stop = if is_stop { &draft.record } else { &draft.root };
        let lists = Lists { records: &self.loaded.records, main: self.main(), stop };
        let mut maker = Maker { words: self.words, lists: &lists, typed, langs: &self.langs, more, items: Vec::new() };
        maker.form(&self.form, "");
        let (items, references) = (maker.items, lists.references());
        let mut page = Page::new(&self.subject, draft, items, references);
        page.name(self.main(), self.words);
        page.judge(before, after, self.words);
        page
    }
}

impl Draft {
    /// Nothing that could be saved.
    fn none(subject: Subject, record: Value) -> Self {
        let [file, base, text] = [String::new(), String::new(), String::new()];
        Self { subject, file, base, is_new_file: false, text, root: Value::Null, record }
    }
}

/// The text of a file that was read.
fn text(loaded: &LoadedContent, path: &str) -> Option<String> {
    targets::files(&loaded.files).find(|(_, file)| file.path == path).map(|(_, file)| file.text.clone())
}

/// Is a file one whose text could not be read?
fn is_unread(loaded: &LoadedContent, path: &str) -> bool {
    loaded.unreadable_files().into_iter().any(|id| loaded.files.get(id).is_some_and(|file| file.path == path))
}

/// Why a file cannot be changed by a form.
fn broken(file: &str, loaded: &LoadedContent, words: &Words) -> String {
    let path = |span: crate::diag::Span| {
        loaded.files.get(span.file).map(|f| (f.path.clone(), f.position(span.range().start).0))
    };
    let own = loaded
        .diagnostics
        .iter()
        .filter_map(|fault| Some((fault, path(fault.span?)?)))
        .filter(|(_, (path, _))| path == file);
    let lines = own.map(|(fault, (path, line))| format!("{path}:{line}: {}", render::message(fault, words)));
    std::iter::once(words.say("form-broken", &[("path", file.to_owned())])).chain(lines).collect::<Vec<_>>().join("\n")
}

/// The languages of the site, the main one first.
fn languages(records: &Records) -> Vec<Lang> {
    let langs: Vec<Lang> = records.site.iter().flat_map(|site| site.languages.iter().map(|l| l.value)).collect();
    if langs.is_empty() { vec![Lang::Id] } else { langs }
}
