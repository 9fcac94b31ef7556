//! Diagnostics as text: for a terminal, as JSON, and as annotations on GitHub and GitLab.

use super::invisible::escape_invisible_line;
use super::messages::Messages;
use super::{Code, Diagnostic, FileId, LineIndex, SourceFile, SourceMap, Span};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;

/// The most errors that are shown in full; the rest is counted.
const MAX_ERRORS_SHOWN: usize = 50;

/// How many warnings of one kind are shown in full.
const MAX_WARNINGS_PER_CODE: usize = 2;

/// The message of a diagnostic.
pub fn message_text(d: &Diagnostic, messages: &Messages) -> String {
    messages.message(d.code.id(), &d.args)
}

/// What to write instead. Returns `None` if its code has no help text.
pub fn help_text(d: &Diagnostic, messages: &Messages) -> Option<String> {
    messages.try_message(&format!("{}.help", d.code.id()), &d.args)
}

/// File, line and column of what was found in a span, for reports that are no list of diagnostics.
/// Returns `None` if there is no such file.
pub fn locate<'f>(
    span: Span,
    found: &str,
    files: &'f SourceMap,
) -> Option<(&'f str, usize, usize)> {
    let file = files.get(span.file)?;
    let (line, column) = file.line_column(narrow_range(span, found, file).start);
    Some((&file.path, line, column))
}

/// A text of the records in one line, with its invisible characters escaped.
pub fn single_line_visible(text: &str) -> String {
    escape_invisible_line(&text.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
}

/// The range that is underlined: of the argument `found`, where that is in the span.
fn highlight_range(d: &Diagnostic, span: Span, file: &SourceFile) -> Range<usize> {
    let found = d.args.iter().find(|(name, _)| *name == "found");
    let found = found.map_or("", |(_, value)| value);
    narrow_range(span, found, file)
}

/// Narrows a span down to what was found in it; otherwise, to its first line: a whole record would
/// fill the terminal.
fn narrow_range(span: Span, found: &str, file: &SourceFile) -> Range<usize> {
    // Spans may go to the end of any file, and the texts of files may have been discarded.
    let length = file.text.len();
    let range = span.range().start.min(length)..span.range().end.min(length);
    let text = file.text.get(range.clone()).unwrap_or_default();
    if !found.is_empty()
        && text.len() > found.len()
        && let Some(at) = find_word(text, found)
    {
        return range.start + at..range.start + at + found.len();
    }
    let first_line = text.split('\n').next().unwrap_or_default();
    range.start..range.start + first_line.trim_end_matches('\r').len()
}

/// Where a word is by itself rather than part of a longer one; else where it is at all.
fn find_word(text: &str, word: &str) -> Option<usize> {
    for (at, _) in text.match_indices(word) {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        if !before.is_some_and(is_word_char) && !after.is_some_and(is_word_char) {
            return Some(at);
        }
    }
    text.find(word)
}

/// Whether a character continues a word, a key, a reference or a date.
fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '/' | '-' | '_')
}

/// For people at a terminal: source lines with carets, help, related places, `width` columns wide.
/// Colour is removed later where there is none. While there are errors, warnings are only counted:
/// first things first. Of a code's warnings two are shown, the others counted by file.
pub fn render_human(
    list: &[Diagnostic],
    files: &SourceMap,
    messages: &Messages,
    width: usize,
) -> String {
    let renderer = Renderer::styled().term_width(width);
    let (errors, warnings): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
        list.iter().partition(|d| d.is_error());
    let mut out = String::new();
    let mut show = |d: &Diagnostic| {
        out += &renderer.render(&[annotation_group(d, files, messages)]);
        out += "\n\n";
    };
    if errors.is_empty() {
        let mut shown_by_code: BTreeMap<Code, usize> = BTreeMap::new();
        let mut not_shown = Vec::new();
        for warning in &warnings {
            let shown = shown_by_code.entry(warning.code).or_default();
            if *shown < MAX_WARNINGS_PER_CODE {
                *shown += 1;
                show(warning);
            } else {
                not_shown.push(*warning);
            }
        }
        out += &render_warning_counts(&not_shown, files, messages);
    } else {
        errors.iter().take(MAX_ERRORS_SHOWN).copied().for_each(show);
    }
    let args = [
        ("errors", errors.len().to_string()),
        ("warnings", warnings.len().to_string()),
        ("most", MAX_ERRORS_SHOWN.to_string()),
    ];
    if errors.len() > MAX_ERRORS_SHOWN {
        let _ = writeln!(out, "{}", messages.message("too-many", &args));
    }
    if !list.is_empty() {
        let _ = writeln!(out, "{}", messages.message("summary", &args));
    }
    out
}

/// One line for each code and file of the warnings that are not shown; those in no file are shown
/// by their messages.
fn render_warning_counts(list: &[&Diagnostic], files: &SourceMap, messages: &Messages) -> String {
    let mut indexes = LineIndexes::new(files);
    let mut groups: BTreeMap<(Code, Option<FileId>), Vec<&Diagnostic>> = BTreeMap::new();
    for d in list {
        let key = (d.code, d.span.map(|span| span.file));
        groups.entry(key).or_default().push(d);
    }
    let mut out = String::new();
    for ((code, file), group) in groups {
        let Some(file) = file.and_then(|id| files.get(id)) else {
            let name = messages.message("warning", &[]);
            for d in group {
                let text = message_text(d, messages);
                let _ = writeln!(out, "{name}[{}]: {text}", code.id());
            }
            continue;
        };
        // A set, since one line may have several of them.
        let mut lines = BTreeSet::new();
        for d in &group {
            if let Some(location) = d.span.and_then(|span| indexes.location_of(d, span)) {
                lines.insert(location.line);
            }
        }
        let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
        let args = [
            ("count", group.len().to_string()),
            ("code", code.id().to_owned()),
            ("path", file.path.clone()),
            ("lines", lines.join(", ")),
        ];
        let _ = writeln!(out, "{}", messages.message("alike", &args));
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

/// The line indexes of files, each made when it is first needed.
struct LineIndexes<'a> {
    source_map: &'a SourceMap,
    indexes: BTreeMap<FileId, LineIndex<'a>>,
}

impl<'a> LineIndexes<'a> {
    fn new(files: &'a SourceMap) -> Self {
        Self {
            source_map: files,
            indexes: BTreeMap::new(),
        }
    }

    /// The location of the part of `span` that is underlined.
    fn location_of(&mut self, d: &Diagnostic, span: Span) -> Option<JsonLocation<'a>> {
        let file = self.source_map.get(span.file)?;
        let lines = self
            .indexes
            .entry(span.file)
            .or_insert_with(|| LineIndex::new(&file.text));
        let range = highlight_range(d, span, file);
        let (line, column) = lines.line_column(range.start);
        let (end_line, end_column) = lines.line_column(range.end);
        Some(JsonLocation {
            file: &file.path,
            line,
            column,
            end_line,
            end_column,
        })
    }
}

fn annotation_group<'a>(d: &'a Diagnostic, files: &'a SourceMap, messages: &Messages) -> Group<'a> {
    let level = if d.is_error() {
        Level::ERROR.with_name(messages.message("error", &[]))
    } else {
        Level::WARNING.with_name(messages.message("warning", &[]))
    };
    let title = title_text(d, files, messages);
    let mut group = Group::with_title(level.primary_title(title).id(d.code.id()));
    for (id, file, annotations) in annotations_by_file(d, files, messages) {
        let path = escape_invisible_line(&file.path);
        let snippet = Snippet::source(file.text.as_str()).annotations(annotations);
        // A file without text has no lines to show; the name of a cell is in the title already.
        group = match (files.sheet_row(id), file.text.is_empty()) {
            (Some(_), true) => group,
            (Some(row), false) => group.element(snippet.line_start(row)),
            (None, true) => group.element(Origin::path(path)),
            (None, false) => group.element(snippet.path(path)),
        };
    }
    if let Some(help) = help_text(d, messages) {
        let level = Level::HELP.with_name(messages.message("help", &[]));
        group = group.element(level.message(help));
    }
    group
}

/// The message; of a cell, which has a name but no line or column, with this in front.
fn title_text(d: &Diagnostic, files: &SourceMap, messages: &Messages) -> String {
    let message = message_text(d, messages);
    match d
        .span
        .and_then(|span| files.get(span.file).zip(files.sheet_row(span.file)))
    {
        Some((cell, _)) => format!("{}: {message}", escape_invisible_line(&cell.path)),
        None => message,
    }
}

/// The labelled ranges of a diagnostic, its own first.
fn annotations_by_file<'a>(
    d: &Diagnostic,
    files: &'a SourceMap,
    messages: &Messages,
) -> Vec<(FileId, &'a SourceFile, Vec<Annotation<'a>>)> {
    let mut ranges = Vec::new();
    if let Some(span) = d.span {
        let label = messages.try_message(&format!("{}.label", d.code.id()), &d.args);
        ranges.push((AnnotationKind::Primary, span, label));
    }
    for (label, span) in &d.secondary {
        let label = messages.message(label, &d.args);
        ranges.push((AnnotationKind::Context, *span, Some(label)));
    }
    let mut by_file: Vec<(FileId, &SourceFile, Vec<Annotation<'_>>)> = Vec::new();
    for (kind, span, label) in ranges {
        let Some(file) = files.get(span.file) else {
            continue;
        };
        let annotation = kind.span(highlight_range(d, span, file)).label(label);
        match by_file.iter_mut().find(|(id, ..)| *id == span.file) {
            Some((.., annotations)) => annotations.push(annotation),
            None => by_file.push((span.file, file, vec![annotation])),
        }
    }
    by_file
}

#[derive(Serialize)]
struct JsonDiagnostic<'a> {
    code: &'a str,
    severity: &'a str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
    #[serde(flatten)]
    location: Option<JsonLocation<'a>>,
    related: Vec<JsonRelated<'a>>,
}

#[derive(Serialize)]
struct JsonLocation<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct JsonRelated<'a> {
    message: String,
    #[serde(flatten)]
    location: Option<JsonLocation<'a>>,
}

/// For programs: one JSON object a line; lines and columns count from 1, columns in characters.
pub fn render_json(list: &[Diagnostic], files: &SourceMap, messages: &Messages) -> String {
    let mut indexes = LineIndexes::new(files);
    let mut out = String::new();
    for d in list {
        let mut related = Vec::new();
        for (label, span) in &d.secondary {
            related.push(JsonRelated {
                message: messages.message(label, &d.args),
                location: indexes.location_of(d, *span),
            });
        }
        let object = JsonDiagnostic {
            code: d.code.id(),
            severity: if d.is_error() { "error" } else { "warning" },
            message: message_text(d, messages),
            help: help_text(d, messages),
            location: d.span.and_then(|span| indexes.location_of(d, span)),
            related,
        };
        out += &serde_json::to_string(&object).unwrap_or_default();
        out.push('\n');
    }
    out
}

/// For a change on GitHub: workflow commands that become annotations of the lines.
pub fn render_github(list: &[Diagnostic], files: &SourceMap, messages: &Messages) -> String {
    let mut indexes = LineIndexes::new(files);
    let mut out = String::new();
    for d in list {
        let severity = if d.is_error() { "error" } else { "warning" };
        let _ = write!(out, "::{severity} ");
        if let Some(at) = d.span.and_then(|span| indexes.location_of(d, span)) {
            // These two end a property's value.
            let file = escape_github(at.file)
                .replace(':', "%3A")
                .replace(',', "%2C");
            let _ = write!(
                out,
                "file={file},line={},col={},endLine={},endColumn={},",
                at.line, at.column, at.end_line, at.end_column
            );
        }
        let text = escape_github(&message_and_help(d, messages));
        let _ = writeln!(out, "title={}::{text}", d.code.id());
    }
    out
}

/// A value of a workflow command, which is one line.
fn escape_github(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Message and help, a line each.
fn message_and_help(d: &Diagnostic, messages: &Messages) -> String {
    let message = message_text(d, messages);
    match help_text(d, messages) {
        Some(help) => format!("{message}\n{help}"),
        None => message,
    }
}

#[derive(Serialize)]
struct GitlabIssue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'a str,
    location: GitlabLocation<'a>,
}

#[derive(Serialize)]
struct GitlabLocation<'a> {
    path: &'a str,
    lines: GitlabBegin,
}

#[derive(Serialize)]
struct GitlabBegin {
    begin: usize,
}

/// For a change on GitLab: a code quality report. It needs a location for each issue; what is in no
/// file is reported at site.yaml.
pub fn render_gitlab(list: &[Diagnostic], files: &SourceMap, messages: &Messages) -> String {
    let mut indexes = LineIndexes::new(files);
    let mut issues = Vec::new();
    for d in list {
        let location = d.span.and_then(|span| indexes.location_of(d, span));
        let (path, line, column) = location.map_or(("content/site.yaml", 1, 1), |at| {
            (at.file, at.line, at.column)
        });
        let text = message_and_help(d, messages);
        issues.push(GitlabIssue {
            // Two issues of one fingerprint would be one for GitLab.
            fingerprint: format!("{} {path}:{line}:{column} {text}", d.code.id()),
            description: text,
            check_name: d.code.id(),
            severity: if d.is_error() { "major" } else { "minor" },
            location: GitlabLocation {
                path,
                lines: GitlabBegin { begin: line },
            },
        });
    }
    serde_json::to_string_pretty(&issues).unwrap_or_default() + "\n"
}

/// The longer text of a rule, for `jhur explain`.
pub fn explanation_text(code: Code, messages: &Messages) -> String {
    messages.message(&format!("{}.why", code.id()), &[])
}
