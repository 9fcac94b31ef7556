//! `jhur explain`: what a rule protects, with a record that breaks it and one that keeps it;
//! without a code, the list of all rules.

use super::args::ExplainArgs;
use super::scaffold::wrap_text;
use super::terminal::Terminal;
use crate::diag::example::Example;
use crate::diag::messages::{Language, Messages};
use crate::diag::{Code, Diagnostic, ExitStatus, Severity, SourceFile, closest_match, render};
use include_dir::{Dir, include_dir};
use std::fmt::Write as _;

static EXAMPLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/tests/examples");

/// How wide running text is.
const TEXT_WIDTH: usize = 100;

pub(super) fn run(args: &ExplainArgs, terminal: &Terminal<'_>) -> Result<ExitStatus, Diagnostic> {
    let text = match &args.code {
        None => Code::all()
            .map(|code| code_summary(code, terminal.messages) + "\n")
            .collect(),
        Some(id) => render_explanation(parse_code(id.trim())?, terminal),
    };
    terminal.print_data(&text)?;
    Ok(ExitStatus::Clean)
}

fn parse_code(id: &str) -> Result<Code, Diagnostic> {
    Code::from_id(id).ok_or_else(|| {
        let diagnostic = Diagnostic::without_span(Code::UnknownCode).arg("found", id);
        diagnostic.arg(
            "near",
            closest_match(&id.to_uppercase(), Code::all().map(Code::id)).unwrap_or_default(),
        )
    })
}

/// The rule in one line; what would stand in its gaps is left open.
fn code_summary(code: Code, messages: &Messages) -> String {
    let severity = if code.severity() == Severity::Error {
        "error"
    } else {
        "warning"
    };
    let message = messages.message(code.id(), &[]);
    let mut pieces = message.split("{$");
    let mut open = pieces.next().unwrap_or_default().to_owned();
    pieces.for_each(|piece| open.extend(["…", piece.split_once('}').map_or("", |(_, rest)| rest)]));
    let open = open.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{}  {}: {open}", code.id(), messages.message(severity, &[]))
}

fn render_explanation(code: Code, terminal: &Terminal<'_>) -> String {
    let messages = terminal.messages;
    let mut out = format!("{}\n\n", code_summary(code, messages));
    for line in render::explanation_text(code, messages)
        .lines()
        .flat_map(|paragraph| wrap_text(paragraph, TEXT_WIDTH))
    {
        let _ = writeln!(out, "{line}");
    }
    for example in code_examples(code) {
        // The examples themselves speak Indonesian, as the records do.
        if terminal.language == Language::Indonesian && !example.summary.is_empty() {
            let _ = writeln!(out, "\n{}", example.summary);
        }
        push_example(&example, messages, &mut out);
    }
    out
}

fn push_example(example: &Example, messages: &Messages, out: &mut String) {
    let mut part = |key: &str, path: &str, text: &str| {
        let _ = writeln!(
            out,
            "\n{}\n",
            messages.message(key, &[("path", path.to_owned())])
        );
        for line in text.lines() {
            let _ = writeln!(out, "    {line}");
        }
    };
    let mut files = |key: &str, files: &[SourceFile]| {
        files
            .iter()
            .for_each(|file| part(key, &file.path, &file.text))
    };
    files("explain-bad", &example.bad);
    files("explain-bad-bytes", &example.bad_bytes);
    if !example.expected_output.is_empty() {
        files(
            "explain-says",
            &[SourceFile {
                path: String::new(),
                text: example.expected_output.clone(),
            }],
        );
    }
    files("explain-good", &example.good);
}

/// The examples of one rule, in the order of their names.
fn code_examples(code: Code) -> Vec<Example> {
    let named = EXAMPLES
        .files()
        .filter_map(|file| Some((file.path().file_name()?.to_str()?, file.contents_utf8()?)));
    let mut found: Vec<(&str, &str)> = named
        .filter(|(name, _)| name.starts_with(code.id()))
        .collect();
    found.sort_unstable();
    found
        .into_iter()
        .map(|(name, text)| Example::parse(name, text))
        .collect()
}
