//! Recovery from YAML that the parser cannot read: says in plain words what is wrong with a line,
//! and which bytes to blank so that the rest of the file can be read in the same run.
//!
//! A patch overwrites bytes with spaces and never moves any, so that spans stay true. What it takes
//! away cannot be checked; `diag::drop_cascading` keeps its record from being reported for what is
//! missing in it.

use crate::diag::{Code, Diagnostic, FileId, Span};
use granit_parser::{ErrorKind, ScanError};
use std::ops::Range;

/// A syntax error, with the bytes to blank before parsing again.
pub(crate) struct SyntaxError {
    pub(crate) diagnostic: Diagnostic,
    pub(crate) blank: Range<usize>,
}

impl SyntaxError {
    fn new(code: Code, file: FileId, range: Range<usize>, blank: Range<usize>) -> Self {
        Self {
            diagnostic: Diagnostic::new(code, Span::new(file, range)),
            blank,
        }
    }

    /// An error whose own bytes are those to blank.
    fn blanking(code: Code, file: FileId, range: Range<usize>) -> Self {
        Self::new(code, file, range.clone(), range)
    }

    fn arg(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.diagnostic = self.diagnostic.arg(name, value);
        self
    }
}

/// Explains the error at which the parser stopped.
pub(crate) fn diagnose(text: &str, file: FileId, error: &ScanError) -> SyntaxError {
    let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
    let line = line_at(text, at);
    match error.kind() {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation => {
            let tabs = indentation(text, &line);
            SyntaxError::new(Code::TabIndent, file, tabs, line)
        }
        ErrorKind::TabAtBlockScalarStart => {
            // The parser names the line of the `|`; the tab is in the line below it.
            let below = line_at(text, (line.end + 1).min(text.len()));
            let tabs = indentation(text, &below);
            SyntaxError::blanking(Code::TabIndent, file, tabs)
        }
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::DocumentIndicatorInQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent => {
            // Without its line the quotation is gone, and the lines below are what they were meant
            // to be.
            let value = value_range(text, &line);
            SyntaxError::new(Code::UnclosedQuote, file, at..at + 1, value)
        }
        ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar
        | ErrorKind::UnknownQuotedScalarEscape => {
            let value = value_range(text, &line);
            SyntaxError::blanking(Code::BadYaml, file, value)
                .arg("why", "quote")
                .arg("line", quote_suggestion(text, &line))
        }
        ErrorKind::RecursionLimitExceeded => {
            SyntaxError::new(Code::NestedTooDeep, file, at..at + 1, 0..text.len())
        }
        kind => match find_open_bracket(text, at) {
            Some(bracket) => diagnose_bracket(text, file, bracket),
            None => diagnose_line(text, file, at, &line, kind),
        },
    }
}

/// The white space before a line's text; else its first tab; else all of it.
fn indentation(text: &str, line: &Range<usize>) -> Range<usize> {
    let body = &text[line.clone()];
    match (indent_width(body), body.find('\t')) {
        (0, Some(tab)) => line.start + tab..line.start + tab + 1,
        (0, None) => line.clone(),
        (width, _) => line.start..line.start + width,
    }
}

/// Explains a bracket that nothing closes, or that is closed only behind a ` #`, where YAML sees a
/// comment.
fn diagnose_bracket(text: &str, file: FileId, bracket: usize) -> SyntaxError {
    let rest = bracket..line_at(text, bracket).end;
    let body = &text[rest.clone()];
    let Some(hash) = body
        .find(" #")
        .filter(|hash| body[*hash..].contains([']', '}']))
    else {
        return SyntaxError::new(Code::UnclosedBracket, file, bracket..bracket + 1, rest);
    };
    let before = body[..hash]
        .rsplit([',', '[', '{'])
        .next()
        .unwrap_or_default();
    let comment = bracket + hash + 1..rest.end;
    SyntaxError::new(Code::TruncatedByComment, file, comment, rest).arg("kept", before.trim())
}

/// Explains an error that shows in its line alone. The order matters: what is sure comes first, and
/// a broken indentation is what is left when nothing else explains the line.
fn diagnose_line(
    text: &str,
    file: FileId,
    at: usize,
    line: &Range<usize>,
    kind: &ErrorKind,
) -> SyntaxError {
    if let Some((range, found, instead)) = find_confusable(text, line) {
        return SyntaxError::blanking(Code::ConfusableCharacter, file, range)
            .arg("found", found)
            .arg("instead", instead);
    }
    // `@` or a backtick, with which no plain text may start.
    if let ErrorKind::UnexpectedCharacter { character } = kind {
        let range = at..at + character.len_utf8();
        return SyntaxError::blanking(Code::UnquotedIndicator, file, range)
            .arg("found", *character)
            .arg("line", quote_suggestion(text, line));
    }
    let body = line.start + indent_width(&text[line.clone()])..line.end;
    let value = value_range(text, line);
    let value_text = &text[value.clone()];
    let first = value_text.chars().next();
    let has_key = value.start > body.start;
    let starts_with_indicator =
        value_text.starts_with(['*', '&', '?', ',', ']', '}']) || value_text.starts_with("- ");
    if has_key && starts_with_indicator || matches!(kind, ErrorKind::InvalidBlockScalarHeader) {
        // Blanking the indicator is enough: the rest of the value is a text like any other.
        let indicator = value.start..value.start + first.map_or(0, char::len_utf8);
        return SyntaxError::new(Code::UnquotedIndicator, file, value, indicator)
            .arg("found", first.unwrap_or('>'))
            .arg("line", quote_suggestion(text, line));
    }
    // `catatan: Jalan rusak: parah`: the second colon makes a key of what comes before it.
    let colon = value_text
        .find(": ")
        .or_else(|| value_text.strip_suffix(':').map(str::len));
    if let Some(colon) = colon
        && value.start > line.start
        && !value_text.starts_with(['"', '\'', '[', '{'])
    {
        let colon = value.start + colon..value.start + colon + 1;
        return SyntaxError::blanking(Code::ColonInText, file, colon)
            .arg("line", quote_suggestion(text, line));
    }
    // `[segera] diperbaiki`: a sentence that starts with a bracket, not a list.
    let close = value_text.trim_end_matches(',').find([']', '}']);
    if let Some(open @ ('[' | '{')) = first
        && value.start > line.start
        && close.is_some_and(|close| close + 1 < value_text.len())
    {
        return SyntaxError::blanking(Code::UnquotedIndicator, file, value)
            .arg("found", open)
            .arg("line", quote_suggestion(text, line));
    }
    let lacks_colon = !text[body.clone()].contains(':') && !text[body.clone()].starts_with("- ");
    let why = if lacks_colon || matches!(kind, ErrorKind::SimpleKeyExpected) {
        "colon"
    } else {
        "indent"
    };
    SyntaxError::blanking(Code::BadYaml, file, body).arg("why", why)
}

/// A character in this line, or in the one before, that only looks like the one that YAML needs:
/// its range, its name, and what to write instead.
fn find_confusable(
    text: &str,
    line: &Range<usize>,
) -> Option<(Range<usize>, String, &'static str)> {
    // The parser often stops one line late: a list item with a wrong dash is a text that goes on in
    // the next line.
    let before = line.start.checked_sub(1).map(|end| line_at(text, end));
    confusable_in_line(text, line).or_else(|| confusable_in_line(text, &before?))
}

fn confusable_in_line(
    text: &str,
    line: &Range<usize>,
) -> Option<(Range<usize>, String, &'static str)> {
    let start = line.start + indent_width(&text[line.clone()]);
    let body = &text[start..line.end];
    let first = body.chars().next()?;
    if matches!(first, '–' | '—' | '•' | '·' | '*') && body[first.len_utf8()..].starts_with(' ')
    {
        return Some((start..start + first.len_utf8(), first.to_string(), "-"));
    }
    let (colon, dash) = (body.find(":\u{A0}"), body.find("-\u{A0}"));
    let sign = colon.into_iter().chain(dash).min()?;
    let key = body[..sign].trim_start_matches("- ");
    // In a sentence a no-break space is right; between a key and its value it hides the colon from
    // YAML.
    if !key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') {
        return None;
    }
    Some((
        start + sign + 1..start + sign + 3,
        "U+00A0".to_owned(),
        "space",
    ))
}

/// Whether an error leaves it unsure which line belongs to which.
pub(crate) fn is_structural(diagnostic: &Diagnostic) -> bool {
    matches!(diagnostic.code, Code::TabIndent | Code::BadYaml)
}

/// Drops errors of structure that only follow from another a few lines away: from a tab, from a
/// character that is no dash, or from the first line with a wrong indentation.
pub(crate) fn drop_cascading(diagnostics: &mut Vec<Diagnostic>, text: &str) {
    /// How far, in lines, one error is taken to be the cause of another.
    const MAX_CASCADE_LINES: usize = 12;
    let line_number = |d: &Diagnostic| {
        let start = d.span.map_or(0, |span| span.range().start.min(text.len()));
        text[..start].matches('\n').count()
    };
    let mut causes: Vec<usize> = Vec::new();
    for diagnostic in diagnostics.iter() {
        if matches!(diagnostic.code, Code::TabIndent | Code::ConfusableCharacter) {
            causes.push(line_number(diagnostic));
        }
    }
    diagnostics.retain(|diagnostic| {
        if diagnostic.code != Code::BadYaml {
            return true;
        }
        let line = line_number(diagnostic);
        let is_near = |cause: &usize| cause.abs_diff(line) <= MAX_CASCADE_LINES;
        let follows = causes.iter().any(is_near);
        // What follows from something is itself a cause of more, so a chain of errors is reported
        // once.
        causes.push(line);
        !follows
    });
}

/// The first line that git leaves where it could not merge two versions.
pub(crate) fn find_merge_conflict(text: &str, file: FileId) -> Option<Diagnostic> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with("<<<<<<< ")
            || line.starts_with(">>>>>>> ")
            || line.trim_end() == "<<<<<<<"
        {
            return Some(Diagnostic::new(
                Code::ConflictMarker,
                Span::new(file, start..start + line.trim_end().len()),
            ));
        }
        start += line.len();
    }
    None
}

/// The byte range of the line around `at`, without its line end.
pub(crate) fn line_at(text: &str, at: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let start = bytes[..at]
        .iter()
        .rposition(|b| *b == b'\n')
        .map_or(0, |i| i + 1);
    let end = bytes[at..]
        .iter()
        .position(|b| *b == b'\n')
        .map_or(text.len(), |i| at + i);
    start..end.max(start)
}

/// How many bytes of white space a line starts with.
fn indent_width(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// What follows `key: ` in a line; the whole line after its indentation where there is no key.
fn value_range(text: &str, line: &Range<usize>) -> Range<usize> {
    let start = line.start + indent_width(&text[line.clone()]);
    let value = text[start..line.end]
        .find(": ")
        .map_or(start, |i| start + i + 2);
    // All spaces go: some may be the blanks of one invisible character, and no span begins within
    // it.
    let value = line.end - text[value..line.end].trim_start_matches(' ').len();
    value..value + text[value..line.end].trim_end().len()
}

/// The line with its value in double quotes: what to write instead.
fn quote_suggestion(text: &str, line: &Range<usize>) -> String {
    let value = value_range(text, line);
    let inner = text[value.clone()].trim_matches(['"', '\'']);
    format!(
        "{}\"{}\"",
        text[line.start..value.start].trim_start(),
        inner.replace('\\', "\\\\").replace('"', "\\\"")
    )
}

/// A `[` or `{` in the twenty lines up to `at` that nothing closes; if there is none, one in its
/// own line.
fn find_open_bracket(text: &str, at: usize) -> Option<usize> {
    // Further away, a bracket is more likely one in a sentence than the cause of the error.
    let from = text[..at]
        .rmatch_indices('\n')
        .nth(20)
        .map_or(0, |(i, _)| i + 1);
    let line = line_at(text, at);
    first_open_bracket(text, from..line.start).or_else(|| first_open_bracket(text, line))
}

fn first_open_bracket(text: &str, range: Range<usize>) -> Option<usize> {
    let (from, end) = (range.start, range.end);
    let mut open: Vec<usize> = Vec::new();
    let mut quote = None;
    for (i, c) in text[from..end].char_indices() {
        match (quote, c) {
            (Some(q), c) if c == q => quote = None,
            // A quotation that nothing closes ends with its line, so that it hides no bracket
            // below.
            (Some(_), '\n') => quote = None,
            (None, '"' | '\'') => {
                // An apostrophe in a word starts no quotation.
                let before = text[from..from + i].chars().next_back().unwrap_or(' ');
                quote = (!before.is_alphanumeric()).then_some(c);
            }
            // A comment ends with its line.
            (None, '#') if text[from..from + i].ends_with([' ', '\n']) => quote = Some('\n'),
            (None, '[' | '{') => {
                // Elsewhere a bracket is a sign in a sentence.
                let before = text[from..from + i]
                    .trim_end_matches(' ')
                    .chars()
                    .next_back()
                    .unwrap_or('\n');
                if matches!(before, ':' | '-' | ',' | '[' | '{' | '\n') {
                    open.push(from + i);
                }
            }
            (None, ']' | '}') => {
                open.pop();
            }
            _ => {}
        }
    }
    open.first().copied()
}
