//! Where YAML itself cannot be read: what is wrong in the line, in words, and a patch that lets the rest be read.
//!
//! A patch overwrites bytes with spaces and never moves any, so that places stay true. What it takes away cannot be
//! judged; `diag::drop_followers` keeps such records from being blamed for what is missing in them.

use crate::diag::{Code, Diagnostic, FileId, Span};
use granit_parser::{ErrorKind, ScanError};
use std::ops::Range;

/// A fault of syntax with the bytes to overwrite before reading again.
pub(crate) struct SyntaxError {
    pub(crate) diagnostic: Diagnostic,
    pub(crate) blank: Range<usize>,
}

/// Explains the fault at which the parser stopped.
pub(crate) fn diagnose(text: &str, file: FileId, stopped: &ScanError) -> SyntaxError {
    let at = stopped.marker().byte_offset().unwrap_or(0).min(text.len());
    let stumble = |code: Code, range: Range<usize>, patch: Range<usize>| SyntaxError {
        diagnostic: Diagnostic::new(code, Span::new(file, range)),
        blank: patch,
    };
    let line = line_at(text, at);
    match stopped.kind() {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart => {
            // Of a text under a | its head is named, not the line below it.
            let is_below = matches!(stopped.kind(), ErrorKind::TabAtBlockScalarStart);
            let line = if is_below {
                line_at(text, (line.end + 1).min(text.len()))
            } else {
                line
            };
            let body = &text[line.clone()];
            let tabs = match (indent_width(body), body.find('\t')) {
                (0, Some(tab)) => line.start + tab..line.start + tab + 1,
                (0, None) => line.clone(),
                (blanks, _) => line.start..line.start + blanks,
            };
            let patch = if is_below { tabs.clone() } else { line };
            stumble(Code::TabIndent, tabs, patch)
        }
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::DocumentIndicatorInQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent => {
            let patch = value_range(text, &line);
            stumble(Code::UnclosedQuote, at..at + 1, patch)
        }
        ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar
        | ErrorKind::UnknownQuotedScalarEscape => {
            let patch = value_range(text, &line);
            let mut found = stumble(Code::BadYaml, patch.clone(), patch.clone());
            found.diagnostic = found
                .diagnostic
                .arg("why", "quote")
                .arg("line", quote_suggestion(text, &line));
            found
        }
        ErrorKind::RecursionLimitExceeded => {
            stumble(Code::NestedTooDeep, at..at + 1, 0..text.len())
        }
        kind => match find_open_bracket(text, at) {
            Some(bracket) => diagnose_bracket(text, file, bracket),
            None => diagnose_line(text, file, at, line, kind),
        },
    }
}

/// A bracket that nothing closes; or that a # in the text before its end keeps from being closed.
fn diagnose_bracket(text: &str, file: FileId, bracket: usize) -> SyntaxError {
    let patch = bracket..line_at(text, bracket).end;
    let words = &text[patch.clone()];
    let cut = words
        .find(" #")
        .filter(|hash| words[*hash..].contains([']', '}']));
    let fault = match cut {
        Some(hash) => {
            let kept = words[..hash]
                .rsplit([',', '[', '{'])
                .next()
                .unwrap_or_default()
                .trim();
            Diagnostic::new(
                Code::TruncatedByComment,
                Span::new(file, bracket + hash + 1..patch.end),
            )
            .arg("kept", kept)
        }
        None => Diagnostic::new(Code::UnclosedBracket, Span::new(file, bracket..bracket + 1)),
    };
    SyntaxError {
        diagnostic: fault,
        blank: patch,
    }
}

/// Faults that show in one line alone.
fn diagnose_line(
    text: &str,
    file: FileId,
    at: usize,
    line: Range<usize>,
    kind: &ErrorKind,
) -> SyntaxError {
    let value = value_range(text, &line);
    let words = &text[value.clone()];
    let diagnostic = |code, range: Range<usize>| Diagnostic::new(code, Span::new(file, range));
    if let Some((range, found, instead)) = find_confusable(text, &line) {
        let fault = diagnostic(Code::ConfusableCharacter, range.clone())
            .arg("found", found)
            .arg("instead", instead);
        return SyntaxError {
            diagnostic: fault,
            blank: range,
        };
    }
    if let ErrorKind::UnexpectedCharacter { character } = kind {
        let fault = diagnostic(Code::UnquotedIndicator, at..at + character.len_utf8());
        let fault = fault
            .arg("found", *character)
            .arg("line", quote_suggestion(text, &line));
        return SyntaxError {
            diagnostic: fault,
            blank: at..at + character.len_utf8(),
        };
    }
    let body = line.start + indent_width(&text[line.clone()])..line.end;
    let is_value = value.start > body.start;
    let special =
        is_value && (words.starts_with(['*', '&', '?', ',', ']', '}']) || words.starts_with("- "));
    if special || matches!(kind, ErrorKind::InvalidBlockScalarHeader) {
        let found = words.chars().next().unwrap_or('>');
        let fault = diagnostic(Code::UnquotedIndicator, value.clone())
            .arg("found", found)
            .arg("line", quote_suggestion(text, &line));
        let patch = value.start..value.start + words.chars().next().map_or(0, char::len_utf8);
        return SyntaxError {
            diagnostic: fault,
            blank: patch,
        };
    }
    if let Some(colon) = words
        .find(": ")
        .or_else(|| words.strip_suffix(':').map(str::len))
        && value.start > line.start
        && !words.starts_with(['"', '\'', '[', '{'])
    {
        let colon = value.start + colon;
        let fault = diagnostic(Code::ColonInText, colon..colon + 1)
            .arg("line", quote_suggestion(text, &line));
        return SyntaxError {
            diagnostic: fault,
            blank: colon..colon + 1,
        };
    }
    if let Some(open @ ('[' | '{')) = words.chars().next()
        && value.start > line.start
        && words
            .trim_end_matches(',')
            .find([']', '}'])
            .is_some_and(|close| close + 1 < words.len())
    {
        let fault = diagnostic(Code::UnquotedIndicator, value.clone())
            .arg("found", open)
            .arg("line", quote_suggestion(text, &line));
        return SyntaxError {
            diagnostic: fault,
            blank: value,
        };
    }
    let why = match kind {
        ErrorKind::SimpleKeyExpected => "colon",
        _ if !text[body.clone()].contains(':') && !text[body.clone()].starts_with("- ") => "colon",
        _ => "indent",
    };
    SyntaxError {
        diagnostic: diagnostic(Code::BadYaml, body.clone()).arg("why", why),
        blank: body,
    }
}

/// A sign in this line, or at the start of the one before, that only looks like the one YAML needs: where it is, what it is,
/// and what to write instead.
fn find_confusable(
    text: &str,
    line: &Range<usize>,
) -> Option<(Range<usize>, String, &'static str)> {
    let before = line.start.checked_sub(1).map(|end| line_at(text, end));
    [Some(line.clone()), before]
        .into_iter()
        .flatten()
        .find_map(|line| {
            let start = line.start + indent_width(&text[line.clone()]);
            let body = &text[start..line.end];
            let first = body.chars().next()?;
            if matches!(first, '–' | '—' | '•' | '·' | '*')
                && body[first.len_utf8()..].starts_with(' ')
            {
                return Some((start..start + first.len_utf8(), first.to_string(), "-"));
            }
            let hard = [":\u{A0}", "-\u{A0}"]
                .iter()
                .filter_map(|sign| body.find(sign))
                .min()?;
            let key = body[..hard].trim_start_matches("- ");
            let is_key = key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
            is_key.then(|| {
                (
                    start + hard + 1..start + hard + 3,
                    "U+00A0".to_owned(),
                    "space",
                )
            })
        })
}

/// Does a fault leave it unsure which line belongs to which?
pub(crate) fn is_structural(fault: &Diagnostic) -> bool {
    matches!(fault.code, Code::TabIndent | Code::BadYaml)
}

/// Takes out faults of structure that are but the consequence of another a few lines away: of a tab, of what is no dash, or of the first
/// line that stands in the wrong place.
pub(crate) fn drop_cascading(faults: &mut Vec<Diagnostic>, text: &str) {
    /// How many lines far the consequences are taken to reach.
    const MAX_CASCADE_LINES: usize = 12;
    let line = |d: &Diagnostic| {
        d.span.map_or(0, |s| {
            text[..s.range().start.min(text.len())]
                .matches('\n')
                .count()
        })
    };
    let mut causes: Vec<usize> = faults
        .iter()
        .filter(|d| matches!(d.code, Code::TabIndent | Code::ConfusableCharacter))
        .map(line)
        .collect();
    faults.retain(|fault| {
        let at = line(fault);
        if fault.code != Code::BadYaml {
            return true;
        }
        let consequence = causes
            .iter()
            .any(|cause| cause.abs_diff(at) <= MAX_CASCADE_LINES);
        causes.push(at);
        !consequence
    });
}

/// Lines that git leaves where two versions met, if there are any.
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

/// The bytes of the line around `at`, without its end.
pub(crate) fn line_at(text: &str, at: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let start = bytes[..at]
        .iter()
        .rposition(|&b| b == b'\n')
        .map_or(0, |i| i + 1);
    let end = bytes[at..]
        .iter()
        .position(|&b| b == b'\n')
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
    // All spaces go: some may stand for one character that nobody sees, and no place begins within it.
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

/// A `[` or `{` in the twenty lines up to `at` that nothing closes; if there is none, one in its own line.
fn find_open_bracket(text: &str, at: usize) -> Option<usize> {
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
            (Some(_), c) => quote = quote.filter(|_| c != '\n'),
            (None, '"' | '\'') => {
                let before = text[from..from + i].chars().next_back().unwrap_or(' ');
                quote = (!before.is_alphanumeric()).then_some(c);
            }
            // A comment ends with its line.
            (None, '#') if text[from..from + i].ends_with([' ', '\n']) => quote = Some('\n'),
            (None, '[' | '{') => {
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
