//! A form as it is shown: its boxes with the messages of the rules beside them, all of them once more on top.

use super::ROOT;
use super::choices::Entry;
use super::evaluate::Verdict;
use super::inputs::{Item, Message, attach, label, names};
use super::session::Draft;
use super::slugs::{id, said};
use super::target::Subject;
use crate::diag::messages::Words;
use crate::diag::{Code, Diagnostic, render};
use crate::records::Lang;
use crate::source::parse_strict;
use form_urlencoded::byte_serialize;
use serde::Serialize;
use serde_json::Value;
use similar::{ChangeTag, TextDiff};

/// A form.
#[derive(Debug, Serialize)]
pub(super) struct Page {
    /// What would be saved.
    #[serde(skip)]
    pub(super) draft: Draft,
    #[serde(skip)]
    pub(super) preview: Option<Vec<u8>>,
    /// Does something stand against saving?
    #[serde(skip)]
    blocked: bool,
    pub(super) file: String,
    action: String,
    heading: String,
    what: String,
    pub(super) is_saved: bool,
    /// Was something typed that stands in no file yet?
    pub(super) is_unsaved: bool,
    /// What stands against saving or is wrong in the record.
    summary: Vec<Line>,
    /// What is to be noted of the record and has no box.
    notes: Vec<Message>,
    /// What was wrong elsewhere before.
    others: Vec<Message>,
    /// What can be done next.
    links: Vec<Link>,
    /// What was changed meanwhile by others.
    changes: Vec<Change>,
    /// What that means for saving; empty if nothing was.
    changed: String,
    items: Vec<Item>,
    references: Vec<Entry>,
}

/// A line of the list on top.
#[derive(Debug, Serialize)]
struct Line {
    text: String,
    help: String,
    /// The box or group; empty if there is none.
    name: String,
}

/// A way to another form.
#[derive(Debug, Serialize)]
pub(super) struct Link {
    pub(super) text: String,
    pub(super) href: String,
}

/// A line that went or came.
#[derive(Debug, Serialize)]
struct Change {
    came: bool,
    text: String,
}

impl Page {
    pub(super) fn new(asked: &Subject, draft: Draft, items: Vec<Item>, references: Vec<Entry>) -> Self {
        Self {
            draft,
            preview: None,
            blocked: false,
            file: asked.file.clone().unwrap_or_default(),
            action: asked.address(),
            heading: String::new(),
            what: String::new(),
            is_saved: false,
            is_unsaved: false,
            summary: Vec::new(),
            notes: Vec::new(),
            others: Vec::new(),
            links: Vec::new(),
            changes: Vec::new(),
            changed: String::new(),
            items,
            references,
        }
    }

    /// May it be saved?
    pub(super) fn is_right(&self) -> bool {
        !self.blocked
    }

    /// The heading, and the ways to what belongs to the record.
    pub(super) fn name(&mut self, main: Lang, words: &Words) {
        let Draft { subject, root, record, .. } = &self.draft;
        let kind = subject.record();
        self.what = words.say(kind, &[]);
        if self.file.is_empty() || self.action.ends_with('-') {
            self.heading = words.say(&format!("form-new-{kind}"), &[]);
        } else {
            let word = |key: &str| record.get(key).and_then(|v| said(v, main));
            let about = || record.get("about")?.get(0)?.as_str().map(str::to_owned);
            let name = word("title").or_else(|| word("number")).or_else(|| word("about")).or_else(about);
            self.heading = words.say(&format!("form-change-{kind}"), &[("name", name.unwrap_or_default())]);
            self.links = links(subject, root, record, main, words);
        }
    }

    /// Puts what the rules say in its place. What was wrong elsewhere before stands in nobody's way.
    pub(super) fn judge(&mut self, before: &Verdict, after: &Verdict, words: &Words) {
        let Draft { subject, file, text, .. } = &self.draft;
        let tree = parse_strict(text);
        let new = after.beyond(before);
        let mut beside = Vec::new();
        for fault in &after.faults {
            let is_new = new.iter().any(|f| std::ptr::eq(*f, fault));
            let place = tree.as_ref().and_then(|tree| after.place(fault, subject, file, tree));
            let is_own = place.is_some();
            let name = place.and_then(|place| place.nearest(names(&self.items)).map(str::to_owned));
            // Whoever types in boxes adds no lines with keys.
            let empty =
                name.as_ref().filter(|_| fault.code == Code::MissingKey).and_then(|name| label(&self.items, name));
            let message = match empty {
                Some(label) => Message::error(words.say("form-missing", &[("label", label.to_owned())])),
                None => after.message(fault, is_own, words),
            };
            if fault.is_error() && (is_own || is_new) {
                let Message { text, help, .. } = message.clone();
                self.summary.push(Line { text, help, name: name.clone().unwrap_or_default() });
            }
            match (is_own, fault.is_error()) {
                (true, _) => beside.push((name, message)),
                (false, true) if !is_new => self.others.push(message),
                _ => {}
            }
        }
        // What is wrong is on top already.
        self.notes = attach(&mut self.items, beside).into_iter().filter(|message| !message.is_error).collect();
        self.blocked = !new.is_empty();
        self.preview.clone_from(&after.page);
    }

    /// The file was changed after the form was given out; `before` is what it said then, if that is still known, and `what` says
    /// what that means for saving.
    pub(super) fn changed(&mut self, before: Option<&str>, now: &str, what: String) {
        self.changed = what;
        let diff = TextDiff::from_lines(before.unwrap_or_default(), now);
        let lines = diff.iter_all_changes().filter(|change| change.tag() != ChangeTag::Equal);
        let line = |change: similar::Change<&str>| Change {
            came: change.tag() == ChangeTag::Insert,
            text: change.value().trim_end().to_owned(),
        };
        self.changes = lines.map(line).filter(|_| before.is_some()).collect();
    }

    /// It could not be written.
    pub(super) fn refused(&mut self, fault: &Diagnostic, words: &Words) {
        self.cannot(render::message(fault, words), render::help(fault, words).unwrap_or_default());
    }

    /// It cannot be saved, for a reason that stands in no box.
    pub(super) fn cannot(&mut self, text: String, help: String) {
        self.blocked = true;
        self.summary.insert(0, Line { text, help, name: String::new() });
    }
}

/// The ways to what belongs to a record, and to what can come next.
fn links(subject: &Subject, root: &Value, record: &Value, main: Lang, words: &Words) -> Vec<Link> {
    let file = subject.file.as_deref().unwrap_or_default();
    let to = |text: String, path: &str| Some(Link { text, href: Subject::of(file, path)?.address() });
    let number = root.get("number").and_then(Value::as_str).unwrap_or_default();
    let new = |key: &str, path: &str| to(words.say(key, &[]), path);
    match subject.record() {
        "Stop" => {
            let list = |key: &'static str| {
                let entries = record.get(key).and_then(Value::as_array).into_iter().flatten().enumerate();
                entries.filter_map(move |(n, entry)| to(said(entry.get("title")?, main)?, &format!("{key}/{n}")))
            };
            let new = [new("form-add-aspiration", "aspirations/-"), new("form-add-announcement", "announcements/-")];
            list("aspirations").chain(list("announcements")).chain(new.into_iter().flatten()).collect()
        }
        "FollowUp" => Vec::new(),
        _ => {
            let above = [
                to(words.say("form-to-stop", &[("number", number.to_owned())]), ""),
                new("form-add-aspiration", "aspirations/-"),
            ];
            let responses = record.get("responses").and_then(Value::as_array).into_iter().flatten();
            let commitments = responses.filter_map(|r| r.get("commitments")?.as_array()).flatten();
            let follow = |commitment: &Value| {
                let about = format!("{number}/{}/{}", id(record)?, id(commitment)?);
                let words = words.say("form-follow", &[("name", said(commitment.get("text")?, main)?)]);
                let about: String = byte_serialize(about.as_bytes()).collect();
                Some(Link { text: words, href: format!("/{ROOT}tindak-lanjut/?tentang={about}") })
            };
            above.into_iter().flatten().chain(commitments.filter_map(follow)).collect()
        }
    }
}
