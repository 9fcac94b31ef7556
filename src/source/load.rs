//! One file: its text, its tree, its records, and everything that is wrong with it.

use super::encoding::{MAX_FILE_SIZE, decode_bytes};
use super::walk::{ContentFile, ContentKind};
use super::yaml::node::{Node, NodeKind};
use super::yaml::{parse, recover, validate};
use crate::diag::{Code, Diagnostic, FileId, Span};
use crate::records::{self, Key, Reference, schema::FileKind};
use serde::de::DeserializeOwned;
use std::collections::HashSet;
use std::ops::Range;

/// How many diagnostics of syntax are followed up in one file.
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

/// Is a file of so many bytes small enough to be read?
pub(super) fn check_size(size: u64, holds: ContentKind, id: FileId) -> Result<(), Diagnostic> {
    // The log only grows, and nobody types it.
    if size <= MAX_FILE_SIZE || holds == ContentKind::RevisionLog {
        return Ok(());
    }
    let diagnostic = Diagnostic::new(Code::FileTooLarge, Span::new(id, 0..0))
        .arg("limit", MAX_FILE_SIZE.to_string());
    Err(diagnostic.arg("found", size.to_string()))
}

/// A file's text; none if it could not be read at all.
pub(super) fn decode_file(
    bytes: Result<Vec<u8>, Diagnostic>,
    id: FileId,
) -> (Option<String>, Vec<Diagnostic>) {
    match bytes {
        Err(diagnostic) => (None, vec![diagnostic]),
        Ok(bytes) => {
            let decoded = decode_bytes(bytes);
            let diagnostics: Vec<_> = decoded
                .diagnostic
                .map(|(diagnostic, at)| diagnostic.with_span(Span::new(id, at)))
                .into_iter()
                .collect();
            (Some(decoded.text), diagnostics)
        }
    }
}

/// A file that holds one record; with it, what the file names.
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

/// A file that holds a list; with it, whether every entry of the list could be read.
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

/// Reads a text that belongs to no file, such as a theme's or a page's head.
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
    mut look: impl FnMut(&Node<'_>),
) -> Option<T> {
    // Text that is not UTF-8 has been named already; no other diagnostic of the file would be sure.
    let text = text.filter(|_| diagnostics.is_empty())?;
    if let Some(diagnostic) = recover::find_merge_conflict(text, id) {
        diagnostics.push(diagnostic);
        return None;
    }
    let patched = blank_invisible(text, id, diagnostics);
    let mut text = patched.as_deref().unwrap_or(text).to_owned();
    let mut tree = parse::parse_tree(&text, id);
    let mut stumbles = 0;
    while let Some(stopped) = &tree.scan_error {
        let stumble = recover::diagnose(&text, id, stopped);
        let line = recover::line_at(&text, stumble.blank.start);
        let fresh = !diagnostics
            .iter()
            .any(|f| f.span == stumble.diagnostic.span);
        let patch = if fresh { stumble.blank } else { line };
        let blank: String = text[patch.clone()]
            .chars()
            .map(|c| {
                if c == '\n' {
                    c.to_string()
                } else {
                    " ".repeat(c.len_utf8())
                }
            })
            .collect();
        if fresh {
            diagnostics.push(stumble.diagnostic);
        }
        stumbles += 1;
        if stumbles > MAX_SYNTAX_ERRORS || text[patch.clone()] == *blank {
            return None;
        }
        text.replace_range(patch, &blank);
        tree = parse::parse_tree(&text, id);
    }
    recover::drop_cascading(diagnostics, &text);
    let broken = diagnostics.iter().any(recover::is_structural);
    tree.diagnostics
        .retain(|f| !broken || f.code != Code::DuplicateKey);
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
    look(&root);
    if !tree.is_ambiguous
        && diagnostics.is_empty()
        && let Ok(record) = T::deserialize(&root)
    {
        return Some(record);
    }
    deserialize_repaired(kind, root, &text, diagnostics)
}

/// The slow way: every diagnostic of shape, and what can be read without them.
fn deserialize_repaired<T: DeserializeOwned>(
    kind: FileKind,
    root: Node<'_>,
    text: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<T> {
    let span = root.span;
    let mut found = Vec::new();
    let fitted = validate::validate_and_repair(kind.value_type(), root, &mut found);
    // Where lines stand in the wrong place, what belongs to what is not sure.
    let broken = diagnostics.iter().any(recover::is_structural);
    found.retain(|f| {
        !broken
            || !matches!(
                f.code,
                Code::WrongType | Code::MissingKey | Code::UnknownKey
            )
    });
    // What a patched line lacks has been said already, in better words.
    let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let line = |diagnostic: &Diagnostic| {
        diagnostic
            .span
            .map(|span| ends.partition_point(|end| *end < span.range().start))
    };
    let said: HashSet<Option<usize>> = diagnostics.iter().map(line).collect();
    found.retain(|f| f.code == Code::MissingKey || !said.contains(&line(f)));
    diagnostics.append(&mut found);
    match T::deserialize(&fitted?) {
        Ok(record) => Some(record),
        // The schema lets pass what the types refuse: a diagnostic of this program, still with a place and words.
        Err(misfit) => {
            diagnostics.push(
                Diagnostic::new(Code::BadYaml, span)
                    .arg("why", "other")
                    .arg("line", misfit.0),
            );
            None
        }
    }
}

/// Names every character that nobody sees, and gives the text with spaces in their place.
fn blank_invisible(text: &str, id: FileId, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    let hidden = |c: char| crate::diag::is_invisible(c) && c != '\r';
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
    for (run, c) in runs.into_iter().take(MAX_SYNTAX_ERRORS) {
        let diagnostic = Diagnostic::new(Code::InvisibleCharacter, Span::new(id, run));
        diagnostics.push(diagnostic.arg("found", format!("U+{:04X}", c as u32)));
    }
    Some(
        text.chars()
            .map(|c| {
                if hidden(c) {
                    " ".repeat(c.len_utf8())
                } else {
                    c.to_string()
                }
            })
            .collect(),
    )
}

/// What a stop's file names, whether or not it could be read.
#[derive(Default)]
pub(super) struct NamedReferences {
    /// The stop, its aspirations and announcements, their commitments.
    pub(super) references: Vec<Reference>,
    /// An aspiration or announcement has no readable name.
    pub(super) has_nameless_entry: bool,
}

fn collect_references(root: &Node<'_>) -> NamedReferences {
    fn list_items<'n, 'a>(node: &'n Node<'a>, key: &str) -> &'n [Node<'a>] {
        match node.get(key).map(|n| &n.kind) {
            Some(NodeKind::List(items)) => items,
            _ => &[],
        }
    }
    let id = |node: &Node<'_>| {
        node.get("id")
            .and_then(Node::text)
            .and_then(|k| Key::try_from(k.to_owned()).ok())
    };
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
    for entry in list_items(root, "aspirations")
        .iter()
        .chain(list_items(root, "announcements"))
    {
        let Some(key) = id(entry) else {
            named.has_nameless_entry = true;
            continue;
        };
        named.references.push(Reference::for_entry(stop, &key));
        for response in list_items(entry, "responses") {
            let commitments = list_items(response, "commitments").iter().filter_map(id);
            named
                .references
                .extend(commitments.map(|c| Reference::for_commitment(stop, &key, &c)));
        }
    }
    named
}
