//! One file: its text, its tree, its records, and everything that is wrong with it.

use super::encoding::{LARGEST, decode};
use super::walk::{Holds, Place};
use super::yaml::node::{Kind as NodeKind, Node};
use super::yaml::{parse, recover, validate};
use crate::diag::{Code, Diagnostic, FileId, Span};
use crate::records::{self, Key, Reference, schema::FileKind};
use serde::de::DeserializeOwned;
use std::collections::HashSet;
use std::ops::Range;

/// How many faults of syntax are followed up in one file.
const MOST_STUMBLES: usize = 20;

/// Reads a file.
pub(super) fn bytes(place: &Place, id: FileId) -> Result<Vec<u8>, Diagnostic> {
    within(std::fs::metadata(&place.path).map_or(0, |m| m.len()), place.holds, id)?;
    std::fs::read(&place.path).map_err(|_| {
        Diagnostic::new(Code::FileUnreadable, Span::new(id, 0..0)).with("path", &*place.shown).with("why", "other")
    })
}

/// Is a file of so many bytes small enough to be read?
pub(super) fn within(size: u64, holds: Holds, id: FileId) -> Result<(), Diagnostic> {
    // The log only grows, and nobody types it.
    if size <= LARGEST || holds == Holds::Log {
        return Ok(());
    }
    let fault = Diagnostic::new(Code::FileTooLarge, Span::new(id, 0..0)).with("limit", LARGEST.to_string());
    Err(fault.with("found", size.to_string()))
}

/// A file's text; none if it could not be read at all.
pub(super) fn text(bytes: Result<Vec<u8>, Diagnostic>, id: FileId) -> (Option<String>, Vec<Diagnostic>) {
    match bytes {
        Err(fault) => (None, vec![fault]),
        Ok(bytes) => {
            let decoded = decode(bytes);
            let faults: Vec<_> = decoded.fault.map(|(fault, at)| fault.at(Span::new(id, at))).into_iter().collect();
            (Some(decoded.text), faults)
        }
    }
}

/// A file that holds one record; with it, what the file names.
pub(super) fn record<T: DeserializeOwned>(
    kind: FileKind,
    text: Option<&str>,
    id: FileId,
    faults: &mut Vec<Diagnostic>,
) -> (Option<T>, Named) {
    let mut named = Named::default();
    let record = typed(kind, text, id, faults, |node| {
        if kind == FileKind::Stop {
            named = names(node);
        }
    });
    (record, named)
}

/// A file that holds a list; with it, whether every entry of the list could be read.
pub(super) fn list<T: DeserializeOwned>(
    kind: FileKind,
    text: Option<&str>,
    id: FileId,
    faults: &mut Vec<Diagnostic>,
) -> (Vec<T>, bool) {
    let before = faults.len();
    let found = typed(kind, text, id, faults, |_| {});
    (found.unwrap_or_default(), text.is_some() && faults.len() == before)
}

/// Reads a text that belongs to no file, such as a theme's or a page's head.
pub fn plain<T: DeserializeOwned>(kind: FileKind, text: &str, id: FileId, faults: &mut Vec<Diagnostic>) -> Option<T> {
    typed(kind, Some(text), id, faults, |_| {})
}

fn typed<T: DeserializeOwned>(
    kind: FileKind,
    text: Option<&str>,
    id: FileId,
    faults: &mut Vec<Diagnostic>,
    mut look: impl FnMut(&Node<'_>),
) -> Option<T> {
    // Text that is not UTF-8 has been named already; no other fault of the file would be sure.
    let text = text.filter(|_| faults.is_empty())?;
    if let Some(fault) = recover::conflict(text, id) {
        faults.push(fault);
        return None;
    }
    let patched = without_hidden(text, id, faults);
    let mut text = patched.as_deref().unwrap_or(text).to_owned();
    let mut tree = parse::read(&text, id);
    let mut stumbles = 0;
    while let Some(stopped) = &tree.stopped {
        let stumble = recover::explain(&text, id, stopped);
        let line = recover::line_at(&text, stumble.patch.start);
        let fresh = !faults.iter().any(|f| f.span == stumble.fault.span);
        let patch = if fresh { stumble.patch } else { line };
        let blank: String = text[patch.clone()]
            .chars()
            .map(|c| if c == '\n' { c.to_string() } else { " ".repeat(c.len_utf8()) })
            .collect();
        if fresh {
            faults.push(stumble.fault);
        }
        stumbles += 1;
        if stumbles > MOST_STUMBLES || text[patch.clone()] == *blank {
            return None;
        }
        text.replace_range(patch, &blank);
        tree = parse::read(&text, id);
    }
    recover::without_consequences(faults, &text);
    let broken = faults.iter().any(recover::is_structural);
    tree.faults.retain(|f| !broken || f.code != Code::DuplicateKey);
    faults.append(&mut tree.faults);
    let Some(root) = tree.root else {
        if faults.is_empty() {
            faults.push(Diagnostic::new(Code::EmptyFile, Span::new(id, 0..0)));
        }
        return None;
    };
    if matches!(root.kind, NodeKind::Null) {
        faults.push(Diagnostic::new(Code::EmptyFile, root.span));
        return None;
    }
    look(&root);
    if !tree.is_doubtful
        && faults.is_empty()
        && let Ok(record) = T::deserialize(&root)
    {
        return Some(record);
    }
    fit(kind, root, &text, faults)
}

/// The slow way: every fault of shape, and what can be read without them.
fn fit<T: DeserializeOwned>(kind: FileKind, root: Node<'_>, text: &str, faults: &mut Vec<Diagnostic>) -> Option<T> {
    let span = root.span;
    let mut found = Vec::new();
    let fitted = validate::fit(&kind.schema(), root, &mut found);
    // Where lines stand in the wrong place, what belongs to what is not sure.
    let broken = faults.iter().any(recover::is_structural);
    found.retain(|f| !broken || !matches!(f.code, Code::WrongKind | Code::MissingKey | Code::UnknownKey));
    // What a patched line lacks has been said already, in better words.
    let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let line = |fault: &Diagnostic| fault.span.map(|span| ends.partition_point(|end| *end < span.range().start));
    let said: HashSet<Option<usize>> = faults.iter().map(line).collect();
    found.retain(|f| f.code == Code::MissingKey || !said.contains(&line(f)));
    faults.append(&mut found);
    match T::deserialize(&fitted?) {
        Ok(record) => Some(record),
        // The schema lets pass what the types refuse: a fault of this program, still with a place and words.
        Err(misfit) => {
            faults.push(Diagnostic::new(Code::BadYaml, span).with("why", "other").with("line", misfit.0));
            None
        }
    }
}

/// Names every character that nobody sees, and gives the text with spaces in their place.
fn without_hidden(text: &str, id: FileId, faults: &mut Vec<Diagnostic>) -> Option<String> {
    let hidden = |c: char| crate::diag::is_hidden(c) && c != '\r';
    if records::first_invisible(text).is_none() || !text.contains(hidden) {
        return None;
    }
    let mut runs: Vec<(Range<usize>, char)> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| hidden(*c)) {
        match runs.last_mut() {
            Some((run, _)) if run.end == at => run.end += c.len_utf8(),
            _ => runs.push((at..at + c.len_utf8(), c)),
        }
    }
    for (run, c) in runs.into_iter().take(MOST_STUMBLES) {
        let fault = Diagnostic::new(Code::HiddenCharacter, Span::new(id, run));
        faults.push(fault.with("found", format!("U+{:04X}", c as u32)));
    }
    Some(text.chars().map(|c| if hidden(c) { " ".repeat(c.len_utf8()) } else { c.to_string() }).collect())
}

/// What a stop's file names, whether or not it could be read.
#[derive(Default)]
pub(super) struct Named {
    /// The stop, its aspirations and announcements, their commitments.
    pub(super) references: Vec<Reference>,
    /// An aspiration or announcement has no readable name.
    pub(super) nameless: bool,
}

fn names(root: &Node<'_>) -> Named {
    fn items<'n, 'a>(node: &'n Node<'a>, key: &str) -> &'n [Node<'a>] {
        match node.get(key).map(|n| &n.kind) {
            Some(NodeKind::List(items)) => items,
            _ => &[],
        }
    }
    let id = |node: &Node<'_>| node.get("id").and_then(Node::text).and_then(|k| Key::try_from(k.to_owned()).ok());
    let Some(stop) = root.get("number").and_then(Node::text).and_then(records::parse_stop_number) else {
        return Named::default();
    };
    let mut named = Named { references: vec![Reference { stop, entry: None, commitment: None }], nameless: false };
    for entry in items(root, "aspirations").iter().chain(items(root, "announcements")) {
        let Some(key) = id(entry) else {
            named.nameless = true;
            continue;
        };
        named.references.push(Reference::for_entry(stop, &key));
        for response in items(entry, "responses") {
            let commitments = items(response, "commitments").iter().filter_map(id);
            named.references.extend(commitments.map(|c| Reference::for_commitment(stop, &key, &c)));
        }
    }
    named
}
