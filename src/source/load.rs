//! Parses one file of records: text to YAML tree to typed records, with a diagnostic for everything
//! that is wrong with it.
//!
//! A sound file goes straight through Serde. Only where that fails, `yaml::validate` compares the
//! tree with the record format and repairs it.

use super::encoding::{MAX_FILE_SIZE, decode_bytes};
use super::walk::{ContentFile, ContentKind};
use super::yaml::node::{Node, NodeKind};
use super::yaml::{parse, recover, validate};
use crate::diag::{Code, Diagnostic, FileId, Span};
use crate::records::{self, Key, Reference, schema::FileKind};
use serde::de::DeserializeOwned;
use std::collections::HashSet;
use std::ops::Range;

/// How many syntax errors are reported in one file.
const MAX_SYNTAX_ERRORS: usize = 20;

/// Reads a file.
pub(super) fn read_bytes(file: &ContentFile, id: FileId) -> Result<Vec<u8>, Diagnostic> {
    check_size(
        std::fs::metadata(&file.path).map_or(0, |m| m.len()),
        file.kind,
        id,
    )?;
    std::fs::read(&file.path).map_err(|_| {
        Diagnostic::new(Code::FileUnreadable, Span::new(id, 0..0))
            .arg("path", &*file.display_path)
            .arg("why", "other")
    })
}

/// Reports a file of `size` bytes that is too large to be read.
pub(super) fn check_size(size: u64, kind: ContentKind, id: FileId) -> Result<(), Diagnostic> {
    // The log only grows, and nobody types it.
    let only_grows = [ContentKind::LogEntries, ContentKind::RevisionBodies].contains(&kind);
    if size <= MAX_FILE_SIZE || only_grows {
        return Ok(());
    }
    Err(Diagnostic::new(Code::FileTooLarge, Span::new(id, 0..0))
        .arg("limit", MAX_FILE_SIZE.to_string())
        .arg("found", size.to_string()))
}

/// A file's text, with what is wrong with its bytes. Returns `None` for the text if the file could
/// not be read at all.
pub(super) fn decode_file(
    bytes: Result<Vec<u8>, Diagnostic>,
    id: FileId,
) -> (Option<String>, Vec<Diagnostic>) {
    match bytes {
        Err(diagnostic) => (None, vec![diagnostic]),
        Ok(bytes) => {
            let decoded = decode_bytes(bytes);
            let mut diagnostics = Vec::new();
            if let Some((diagnostic, at)) = decoded.diagnostic {
                diagnostics.push(diagnostic.with_span(Span::new(id, at)));
            }
            (Some(decoded.text), diagnostics)
        }
    }
}

/// Parses a file that holds one record; also returns the references that the file names, if it is a
/// stop's.
pub(super) fn parse_record<T: DeserializeOwned>(
    kind: FileKind,
    text: Option<&str>,
    id: FileId,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Option<T>, NamedReferences) {
    let mut named = NamedReferences::default();
    let record = parse_typed(kind, text, id, diagnostics, |node| {
        if kind == FileKind::Stop {
            named = collect_references(node);
        }
    });
    (record, named)
}

/// Parses a file that holds a list; also returns whether every entry of the list could be read.
pub(super) fn parse_list<T: DeserializeOwned>(
    kind: FileKind,
    text: Option<&str>,
    id: FileId,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<T>, bool) {
    let before = diagnostics.len();
    let found = parse_typed(kind, text, id, diagnostics, |_| {});
    (
        found.unwrap_or_default(),
        text.is_some() && diagnostics.len() == before,
    )
}

/// Parses a text that is no content file of its own, such as the front matter of a page.
pub fn parse_standalone<T: DeserializeOwned>(
    kind: FileKind,
    text: &str,
    id: FileId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<T> {
    parse_typed(kind, Some(text), id, diagnostics, |_| {})
}

fn parse_typed<T: DeserializeOwned>(
    kind: FileKind,
    text: Option<&str>,
    id: FileId,
    diagnostics: &mut Vec<Diagnostic>,
    mut inspect: impl FnMut(&Node<'_>),
) -> Option<T> {
    // Text that is not UTF-8 has been reported already; nothing else that seems wrong in it would
    // be sure.
    let text = text.filter(|_| diagnostics.is_empty())?;
    if let Some(diagnostic) = recover::find_merge_conflict(text, id) {
        diagnostics.push(diagnostic);
        return None;
    }
    // From here on every patch replaces bytes by as many others, so that spans are those in the
    // file.
    let patched = blank_invisible(text, id, diagnostics);
    let mut text = patched.as_deref().unwrap_or(text).to_owned();
    let mut tree = parse::parse_tree(&text, id);
    if tree.scan_error.is_some() {
        text = blank_syntax_errors(text, id, diagnostics)?;
        tree = parse::parse_tree(&text, id);
    }
    recover::drop_cascading(diagnostics, &text);
    // In a file whose lines do not belong where they seem to, a key may only look like a second
    // one.
    if diagnostics.iter().any(recover::is_structural) {
        tree.diagnostics.retain(|d| d.code != Code::DuplicateKey);
    }
    diagnostics.append(&mut tree.diagnostics);
    let Some(root) = tree.root else {
        if diagnostics.is_empty() {
            diagnostics.push(Diagnostic::new(Code::EmptyFile, Span::new(id, 0..0)));
        }
        return None;
    };
    if matches!(root.kind, NodeKind::Null) {
        diagnostics.push(Diagnostic::new(Code::EmptyFile, root.span));
        return None;
    }
    inspect(&root);
    // Serde has no messages with spans; it serves the sound files, which are nearly all.
    if !tree.is_ambiguous
        && diagnostics.is_empty()
        && let Ok(record) = T::deserialize(&root)
    {
        return Some(record);
    }
    deserialize_repaired(kind, root, &text, diagnostics)
}

/// Reports and blanks what the parser cannot read, until it can read the rest. Returns `None` if
/// that takes too many patches.
fn blank_syntax_errors(
    mut text: String,
    id: FileId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<String> {
    let mut errors = 0;
    while let Some(scan_error) = parse::parse_tree(&text, id).scan_error {
        let error = recover::diagnose(&text, id, &scan_error);
        let line = recover::line_at(&text, error.blank.start);
        // Where blanking a few characters has not helped, the whole line goes.
        let is_new = !diagnostics.iter().any(|d| d.span == error.diagnostic.span);
        let patch = if is_new { error.blank } else { line };
        let blank = blank_chars(&text[patch.clone()], |c| c != '\n');
        if is_new {
            diagnostics.push(error.diagnostic);
        }
        errors += 1;
        // A patch that changes nothing would stop the parser at the same place for ever.
        if errors > MAX_SYNTAX_ERRORS || text[patch.clone()] == *blank {
            return None;
        }
        text.replace_range(patch, &blank);
    }
    Some(text)
}

/// Deserializes a tree that does not fit its types as it is: reports what is wrong with its shape,
/// and reads the rest.
fn deserialize_repaired<T: DeserializeOwned>(
    kind: FileKind,
    root: Node<'_>,
    text: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<T> {
    let span = root.span;
    let mut found = Vec::new();
    let repaired = validate::validate_and_repair(kind.value_type(), root, &mut found);
    // With a wrong indentation it is not sure which key belongs to which record.
    if diagnostics.iter().any(recover::is_structural) {
        let depends_on_indent = [Code::WrongType, Code::MissingKey, Code::UnknownKey];
        found.retain(|d| !depends_on_indent.contains(&d.code));
    }
    // What a blanked line lacks has been reported already, with its true cause.
    let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let line = |diagnostic: &Diagnostic| {
        let start = diagnostic.span?.range().start;
        Some(ends.partition_point(|end| *end < start))
    };
    let reported: HashSet<Option<usize>> = diagnostics.iter().map(line).collect();
    found.retain(|d| d.code == Code::MissingKey || !reported.contains(&line(d)));
    diagnostics.append(&mut found);
    match T::deserialize(&repaired?) {
        Ok(record) => Some(record),
        // The schema accepts what the types refuse: a bug of this program, which still gets a span
        // and a message.
        Err(error) => {
            diagnostics.push(
                Diagnostic::new(Code::BadYaml, span)
                    .arg("why", "other")
                    .arg("line", error.0),
            );
            None
        }
    }
}

/// Reports every invisible character. Returns the text with spaces in their place, or `None` if
/// there are none.
fn blank_invisible(text: &str, id: FileId, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    // Git may have given the file line ends of Windows.
    let is_hidden = |c: char| crate::diag::is_invisible(c) && c != '\r';
    if records::first_invisible(text).is_none() || !text.contains(is_hidden) {
        return None;
    }
    let mut runs: Vec<(Range<usize>, char)> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| is_hidden(*c)) {
        match runs.last_mut() {
            Some((run, _)) if run.end == at => run.end += c.len_utf8(),
            _ => runs.push((at..at + c.len_utf8(), c)),
        }
    }
    for (run, c) in runs.into_iter().take(MAX_SYNTAX_ERRORS) {
        let diagnostic = Diagnostic::new(Code::InvisibleCharacter, Span::new(id, run));
        diagnostics.push(diagnostic.arg("found", format!("U+{:04X}", c as u32)));
    }
    Some(blank_chars(text, is_hidden))
}

/// Replaces characters by as many spaces as they have bytes, so that the spans of all others stay
/// true.
fn blank_chars(text: &str, is_blanked: impl Fn(char) -> bool) -> String {
    let mut blanked = String::with_capacity(text.len());
    for c in text.chars() {
        if is_blanked(c) {
            blanked.extend(std::iter::repeat_n(' ', c.len_utf8()));
        } else {
            blanked.push(c);
        }
    }
    blanked
}

/// The references that a stop's file names, whether or not its record can be read.
#[derive(Default)]
pub(super) struct NamedReferences {
    /// The stop, its aspirations and announcements, their commitments.
    pub(super) references: Vec<Reference>,
    /// Whether an aspiration or announcement has no readable `id`.
    pub(super) has_nameless_entry: bool,
}

/// The list under `key`; empty if there is none.
fn list_items<'n, 'a>(node: &'n Node<'a>, key: &str) -> &'n [Node<'a>] {
    match node.get(key).map(|n| &n.kind) {
        Some(NodeKind::List(items)) => items,
        _ => &[],
    }
}

/// The key under `id` of an entry or a commitment.
fn record_key(node: &Node<'_>) -> Option<Key> {
    Key::try_from(node.get("id")?.text()?.to_owned()).ok()
}

fn collect_references(root: &Node<'_>) -> NamedReferences {
    let Some(stop) = root
        .get("number")
        .and_then(Node::text)
        .and_then(records::parse_stop_number)
    else {
        return NamedReferences::default();
    };
    let mut named = NamedReferences {
        references: vec![Reference {
            stop,
            entry: None,
            commitment: None,
        }],
        has_nameless_entry: false,
    };
    let (aspirations, announcements) = (
        list_items(root, "aspirations"),
        list_items(root, "announcements"),
    );
    for entry in aspirations.iter().chain(announcements) {
        let Some(key) = record_key(entry) else {
            // Whatever is referred to at this stop may be this entry, or a commitment in it.
            named.has_nameless_entry = true;
            continue;
        };
        named.references.push(Reference::for_entry(stop, &key));
        for response in list_items(entry, "responses") {
            for commitment in list_items(response, "commitments") {
                if let Some(id) = record_key(commitment) {
                    let reference = Reference::for_commitment(stop, &key, &id);
                    named.references.push(reference);
                }
            }
        }
    }
    named
}
