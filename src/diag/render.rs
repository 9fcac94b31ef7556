//! Diagnostics as text: for a terminal, as JSON, and as annotations on GitHub and GitLab.

use super::invisible::escape_invisible_line;
use super::messages::{MessageArgs, Messages};
use super::{Code, Diagnostic, FileId, LineIndex, SourceFile, SourceMap, Span};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;

/// The most faults that are shown in full; the rest is counted.
const MAX_ERRORS_SHOWN: usize = 50;

/// How many warnings of one kind are shown in full.
const MAX_WARNINGS_PER_CODE: usize = 2;

/// What the message says; the text stands under the code.
pub fn message_text(d: &Diagnostic, words: &Messages) -> String {
    words.message(d.code.id(), &d.args)
}

/// What to write instead, if there is anything to say.
pub fn help_text(d: &Diagnostic, words: &Messages) -> Option<String> {
    words.try_message(&format!("{}.help", d.code.id()), &d.args)
}

/// The file, line and column at which something stands that was found in a range, for reports that are no list of faults.
pub fn locate<'f>(
    span: Span,
    found: &str,
    files: &'f SourceMap,
) -> Option<(&'f str, usize, usize)> {
    let file = files.get(span.file)?;
    let (line, column) = file.line_column(narrow_range(span, found, file).start);
    Some((&file.path, line, column))
}

/// A text of the records in one line, in which everything is seen.
pub fn single_line_visible(text: &str) -> String {
    escape_invisible_line(&text.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
}

/// The range to show of a fault.
fn highlight_range(d: &Diagnostic, span: Span, file: &SourceFile) -> Range<usize> {
    let found = d
        .args
        .iter()
        .find(|(name, _)| *name == "found")
        .map_or("", |(_, value)| value);
    narrow_range(span, found, file)
}

/// Within a long text only what was found in it, and of a whole record only its first line.
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

/// Where a word stands by itself rather than as part of a longer one; else where it stands at all.
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

/// For people at a terminal: the lines with carets, help, related places; colour is taken out later where there is
/// none. While there are errors, warnings are only counted: first things first. Warnings of one kind are shown twice
/// and then counted by file.
pub fn render_human(
    list: &[Diagnostic],
    files: &SourceMap,
    words: &Messages,
    width: usize,
) -> String {
    let renderer = Renderer::styled().term_width(width);
    let (errors, warnings): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
        list.iter().partition(|d| d.is_error());
    let mut alike: BTreeMap<Code, usize> = BTreeMap::new();
    let shown = if errors.is_empty() {
        warnings.as_slice()
    } else {
        &[]
    };
    let (first, rest): (Vec<&Diagnostic>, Vec<&Diagnostic>) = shown.iter().partition(|d| {
        let count = alike.entry(d.code).or_default();
        *count += 1;
        *count <= MAX_WARNINGS_PER_CODE
    });
    let show = |d: &&Diagnostic| renderer.render(&[annotation_group(d, files, words)]) + "\n\n";
    let mut out: String = first.iter().map(show).collect();
    out.push_str(&render_warning_counts(&rest, files, words));
    out.extend(errors.iter().take(MAX_ERRORS_SHOWN).map(show));
    let args = [
        ("errors", errors.len().to_string()),
        ("warnings", warnings.len().to_string()),
        ("most", MAX_ERRORS_SHOWN.to_string()),
    ];
    if errors.len() > MAX_ERRORS_SHOWN {
        let _ = writeln!(out, "{}", words.message("too-many", &args));
    }
    if !list.is_empty() {
        let _ = writeln!(out, "{}", words.message("summary", &args));
    }
    out
}

/// Warnings that are not shown: one line for each kind and file; what stands in no file by its own words.
fn render_warning_counts(rest: &[&Diagnostic], files: &SourceMap, words: &Messages) -> String {
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
            let name = words.message("warning", &[]);
            out.extend(
                group
                    .iter()
                    .map(|d| format!("{name}[{}]: {}\n", code.id(), message_text(d, words))),
            );
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
        let _ = writeln!(out, "{}", words.message("alike", &args));
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

/// The lines of the files, of each counted when it is first asked for.
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

    /// Where the part of `span` stands that is shown of a fault.
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

fn annotation_group<'a>(d: &'a Diagnostic, files: &'a SourceMap, words: &Messages) -> Group<'a> {
    let level = if d.is_error() {
        Level::ERROR.with_name(words.message("error", &[]))
    } else {
        Level::WARNING.with_name(words.message("warning", &[]))
    };
    // A cell has a name, and no line or column besides.
    let cell = d
        .span
        .filter(|span| files.sheet_row(span.file).is_some())
        .and_then(|span| files.get(span.file));
    let title = cell.map_or_else(
        || message_text(d, words),
        |cell| {
            format!(
                "{}: {}",
                escape_invisible_line(&cell.path),
                message_text(d, words)
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
        let label = words.try_message(&format!("{}.label", d.code.id()), &d.args);
        annotate(span, &|file| {
            AnnotationKind::Primary
                .span(highlight_range(d, span, file))
                .label(label.clone())
        });
    }
    for (label, span) in &d.secondary {
        let text = words.message(label, &d.args);
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
    if let Some(help) = help_text(d, words) {
        group = group.element(
            Level::HELP
                .with_name(words.message("help", &[]))
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
pub fn render_json(list: &[Diagnostic], files: &SourceMap, words: &Messages) -> String {
    let mut lines = LineIndexes::new(files);
    let line = |d: &Diagnostic| {
        let mut related = Vec::new();
        for (label, span) in &d.secondary {
            related.push(JsonRelated {
                message: words.message(label, &d.args),
                location: lines.location_of(d, *span),
            });
        }
        let object = JsonDiagnostic {
            code: d.code.id(),
            severity: if d.is_error() { "error" } else { "warning" },
            message: message_text(d, words),
            help: help_text(d, words),
            location: d.span.and_then(|s| lines.location_of(d, s)),
            related,
        };
        serde_json::to_string(&object).unwrap_or_default() + "\n"
    };
    list.iter().map(line).collect()
}

/// For a change on GitHub: workflow commands that become notes beside the lines.
pub fn render_github(list: &[Diagnostic], files: &SourceMap, words: &Messages) -> String {
    let mut lines = LineIndexes::new(files);
    let escape = |s: &str| {
        s.replace('%', "%25")
            .replace('\r', "%0D")
            .replace('\n', "%0A")
    };
    let line = |d: &Diagnostic| {
        let severity = if d.is_error() { "error" } else { "warning" };
        let at = d
            .span
            .and_then(|s| lines.location_of(d, s))
            .map_or(String::new(), |p| {
                format!(
                    "file={},line={},col={},endLine={},endColumn={},",
                    escape(p.file).replace(':', "%3A").replace(',', "%2C"),
                    p.line,
                    p.column,
                    p.end_line,
                    p.end_column
                )
            });
        let text = [Some(message_text(d, words)), help_text(d, words)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join("\n");
        format!(
            "::{severity} {at}title={}::{}\n",
            d.code.id(),
            escape(&text)
        )
    };
    list.iter().map(line).collect()
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

/// For a change on GitLab: a code quality report. It needs a place for each fault; what stands in no file is put at site.yaml.
pub fn render_gitlab(list: &[Diagnostic], files: &SourceMap, words: &Messages) -> String {
    let mut counted = LineIndexes::new(files);
    let note = |d: &Diagnostic| {
        let place = d.span.and_then(|s| counted.location_of(d, s));
        let (path, line, column) =
            place.map_or(("content/site.yaml", 1, 1), |p| (p.file, p.line, p.column));
        let text = [Some(message_text(d, words)), help_text(d, words)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join("\n");
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
pub fn explanation_text(code: Code, words: &Messages) -> String {
    let none: &MessageArgs = &[];
    words.message(&format!("{}.why", code.id()), none)
}
