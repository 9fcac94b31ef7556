//! `jhur explain`: what a rule protects, with a record that breaks it and one that keeps it;
//! without a code, the list of all rules.

use super::args::ExplainArgs;
use super::scaffold::wrap_text;
use super::terminal::Terminal;
use crate::diag::example::Example;
use crate::diag::messages::{Language, Messages};
use crate::diag::{Code, Diagnostic, ExitStatus, Severity, SourceFile, render};
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;
use std::ffi::OsStr;
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
        let codes = Code::all().map(Code::id);
        Diagnostic::without_span(Code::UnknownCode)
            .arg("found", id)
            .suggest(&id.to_uppercase(), codes)
    })
}

/// The rule in one line, with `…` for each argument of its message.
fn code_summary(code: Code, messages: &Messages) -> String {
    let severity = match code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let message = messages.message(code.id(), &[]);
    // Without arguments, Fluent leaves `{$found}` in the text.
    let mut pieces = message.split("{$");
    let mut summary = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let rest = piece.split_once('}').map_or("", |(_, rest)| rest);
        summary.extend(["…", rest]);
    }
    let words: Vec<&str> = summary.split_whitespace().collect();
    let severity = messages.message(severity, &[]);
    format!("{}  {severity}: {}", code.id(), words.join(" "))
}

fn render_explanation(code: Code, terminal: &Terminal<'_>) -> String {
    let messages = terminal.messages;
    let mut out = format!("{}\n\n", code_summary(code, messages));
    for paragraph in render::explanation_text(code, messages).lines() {
        for line in wrap_text(paragraph, TEXT_WIDTH) {
            let _ = writeln!(out, "{line}");
        }
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
    let mut output = Vec::new();
    if !example.expected_output.is_empty() {
        output.push(SourceFile {
            path: String::new(),
            text: example.expected_output.clone(),
        });
    }
    for (key, files) in [
        ("explain-bad", &example.bad),
        ("explain-bad-bytes", &example.bad_bytes),
        ("explain-says", &output),
        ("explain-good", &example.good),
    ] {
        for file in files {
            let heading = messages.message(key, &[("path", file.path.clone())]);
            let _ = writeln!(out, "\n{heading}\n");
            for line in file.text.lines() {
                let _ = writeln!(out, "    {line}");
            }
        }
    }
}

/// The examples of one rule, in the order of their names.
fn code_examples(code: Code) -> Vec<Example> {
    let mut texts = BTreeMap::new();
    for file in EXAMPLES.files() {
        let name = file.path().file_name().and_then(OsStr::to_str);
        if let (Some(name), Some(text)) = (name, file.contents_utf8())
            && name.starts_with(code.id())
        {
            texts.insert(name, text);
        }
    }
    let examples = texts.into_iter();
    examples
        .map(|(name, text)| Example::parse(name, text))
        .collect()
}
