//! Diagnostics as text: for a terminal, as JSON, and as annotations on GitHub and GitLab.

use super::invisible::escape_invisible_line;
use super::messages::{MessageArgs, Messages};
use super::{Code, Diagnostic, FileId, LineIndex, SourceFile, SourceMap, Span};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
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

/// What to write instead, if its code has a help text.
pub fn help_text(d: &Diagnostic, messages: &Messages) -> Option<String> {
    messages.try_message(&format!("{}.help", d.code.id()), &d.args)
}

/// File, line and column of what was found in a span, for reports that are no list of diagnostics.
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
    let found = d
        .args
        .iter()
        .find(|(name, _)| *name == "found")
        .map_or("", |(_, value)| value);
    narrow_range(span, found, file)
}

/// Narrows a span down to what was found in it; otherwise, to its first line: a whole record would
/// fill the terminal.
fn narrow_range(span: Span, found: &str, file: &SourceFile) -> Range<usize> {
    let range = span.range().start.min(file.text.len())..span.range().end.min(file.text.len());
    let text = file.text.get(range.clone()).unwrap_or_default();
    if !found.is_empty()
        && text.len() > found.len()
        && let Some(at) = find_word(text, found)
    {
        return range.start + at..range.start + at + found.len();
    }
    let first = text
        .split('\n')
        .next()
        .unwrap_or_default()
        .trim_end_matches('\r')
        .len();
    range.start..range.start + first
}

/// Where a word is by itself rather than part of a longer one; else where it is at all.
fn find_word(text: &str, word: &str) -> Option<usize> {
    let part = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '_');
    let alone = |at: &usize| {
        let (before, after) = (
            text[..*at].chars().next_back(),
            text[at + word.len()..].chars().next(),
        );
        !before.is_some_and(part) && !after.is_some_and(part)
    };
    text.match_indices(word)
        .map(|(at, _)| at)
        .find(alone)
        .or_else(|| text.find(word))
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
    let show = |d: &Diagnostic| renderer.render(&[annotation_group(d, files, messages)]) + "\n\n";
    let (errors, warnings): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
        list.iter().partition(|d| d.is_error());
    let mut out = String::new();
    if errors.is_empty() {
        let mut shown_by_code: BTreeMap<Code, usize> = BTreeMap::new();
        let mut not_shown = Vec::new();
        for warning in &warnings {
            let shown = shown_by_code.entry(warning.code).or_default();
            if *shown < MAX_WARNINGS_PER_CODE {
                *shown += 1;
                out.push_str(&show(warning));
            } else {
                not_shown.push(*warning);
            }
        }
        out.push_str(&render_warning_counts(&not_shown, files, messages));
    }
    for error in errors.iter().take(MAX_ERRORS_SHOWN) {
        out.push_str(&show(error));
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
fn render_warning_counts(rest: &[&Diagnostic], files: &SourceMap, messages: &Messages) -> String {
    let mut lines = LineIndexes::new(files);
    let mut groups: BTreeMap<(Code, Option<FileId>), Vec<&Diagnostic>> = BTreeMap::new();
    for d in rest {
        groups
            .entry((d.code, d.span.map(|s| s.file)))
            .or_default()
            .push(d);
    }
    let mut out = String::new();
    for ((code, file), group) in groups {
        let Some(path) = file.and_then(|f| files.get(f)).map(|f| f.path.as_str()) else {
            let name = messages.message("warning", &[]);
            for d in group {
                let text = message_text(d, messages);
                let _ = writeln!(out, "{name}[{}]: {text}", code.id());
            }
            continue;
        };
        let lines: BTreeSet<usize> = group
            .iter()
            .filter_map(|d| Some(lines.location_of(d, d.span?)?.line))
            .collect();
        let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
        let args = [
            ("count", group.len().to_string()),
            ("code", code.id().to_owned()),
            ("path", path.to_owned()),
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
        let ((line, column), (end_line, end_column)) =
            (lines.line_column(range.start), lines.line_column(range.end));
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
    // A cell has a name, and no line or column: the name is part of the title.
    let cell = d
        .span
        .filter(|span| files.sheet_row(span.file).is_some())
        .and_then(|span| files.get(span.file));
    let title = cell.map_or_else(
        || message_text(d, messages),
        |cell| {
            format!(
                "{}: {}",
                escape_invisible_line(&cell.path),
                message_text(d, messages)
            )
        },
    );
    let mut group = Group::with_title(level.primary_title(title).id(d.code.id()));
    let mut by_file: Vec<(FileId, &SourceFile, Vec<annotate_snippets::Annotation<'_>>)> =
        Vec::new();
    let mut annotate =
        |span: Span, annotation: &dyn Fn(&SourceFile) -> annotate_snippets::Annotation<'a>| {
            if let Some(file) = files.get(span.file) {
                match by_file.iter_mut().find(|(id, ..)| *id == span.file) {
                    Some((.., list)) => list.push(annotation(file)),
                    None => by_file.push((span.file, file, vec![annotation(file)])),
                }
            }
        };
    if let Some(span) = d.span {
        let label = messages.try_message(&format!("{}.label", d.code.id()), &d.args);
        annotate(span, &|file| {
            AnnotationKind::Primary
                .span(highlight_range(d, span, file))
                .label(label.clone())
        });
    }
    for (label, span) in &d.secondary {
        let text = messages.message(label, &d.args);
        annotate(*span, &|file| {
            AnnotationKind::Context
                .span(highlight_range(d, *span, file))
                .label(text.clone())
        });
    }
    for (id, file, annotations) in by_file {
        let path = escape_invisible_line(&file.path);
        let snippet = Snippet::source(file.text.as_str()).annotations(annotations);
        group = match (files.sheet_row(id), file.text.is_empty()) {
            (Some(_), true) => group,
            (Some(row), false) => group.element(snippet.line_start(row)),
            (None, true) => group.element(Origin::path(path)),
            (None, false) => group.element(snippet.path(path)),
        };
    }
    if let Some(help) = help_text(d, messages) {
        group = group.element(
            Level::HELP
                .with_name(messages.message("help", &[]))
                .message(help),
        );
    }
    group
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
    let mut lines = LineIndexes::new(files);
    let line = |d: &Diagnostic| {
        let mut related = Vec::new();
        for (label, span) in &d.secondary {
            related.push(JsonRelated {
                message: messages.message(label, &d.args),
                location: lines.location_of(d, *span),
            });
        }
        let object = JsonDiagnostic {
            code: d.code.id(),
            severity: if d.is_error() { "error" } else { "warning" },
            message: message_text(d, messages),
            help: help_text(d, messages),
            location: d.span.and_then(|s| lines.location_of(d, s)),
            related,
        };
        serde_json::to_string(&object).unwrap_or_default() + "\n"
    };
    list.iter().map(line).collect()
}

/// For a change on GitHub: workflow commands that become annotations of the lines.
pub fn render_github(list: &[Diagnostic], files: &SourceMap, messages: &Messages) -> String {
    let mut lines = LineIndexes::new(files);
    let mut out = String::new();
    for d in list {
        let severity = if d.is_error() { "error" } else { "warning" };
        let _ = write!(out, "::{severity} ");
        if let Some(at) = d.span.and_then(|span| lines.location_of(d, span)) {
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
    let mut counted = LineIndexes::new(files);
    let note = |d: &Diagnostic| {
        let place = d.span.and_then(|s| counted.location_of(d, s));
        let (path, line, column) =
            place.map_or(("content/site.yaml", 1, 1), |p| (p.file, p.line, p.column));
        let text = message_and_help(d, messages);
        GitlabIssue {
            fingerprint: format!("{} {path}:{line}:{column} {text}", d.code.id()),
            description: text,
            check_name: d.code.id(),
            severity: if d.is_error() { "major" } else { "minor" },
            location: GitlabLocation {
                path,
                lines: GitlabBegin { begin: line },
            },
        }
    };
    serde_json::to_string_pretty(&list.iter().map(note).collect::<Vec<_>>()).unwrap_or_default()
        + "\n"
}

/// The longer text of a rule, for `jhur explain`.
pub fn explanation_text(code: Code, messages: &Messages) -> String {
    let none: &MessageArgs = &[];
    messages.message(&format!("{}.why", code.id()), none)
}
