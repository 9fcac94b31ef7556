//! `jhur explain`: what a rule means, with a record that breaks it and one that keeps it; without a code, all rules.

use super::Ended;
use super::args::Explain;
use super::scaffold::wrapped;
use super::terminal::Screen;
use crate::diag::example::Example;
use crate::diag::messages::{Language, Words};
use crate::diag::{Code, Diagnostic, File, Severity, nearest, render};
use include_dir::{Dir, include_dir};
use std::fmt::Write as _;

static EXAMPLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/tests/examples");

/// How wide running text is.
const WIDTH: usize = 100;

pub(super) fn run(args: &Explain, screen: &Screen<'_>) -> Result<Ended, Diagnostic> {
    let text = match &args.code {
        None => Code::all().map(|code| title(code, screen.words) + "\n").collect(),
        Some(id) => whole(known(id.trim())?, screen),
    };
    screen.data(&text)?;
    Ok(Ended::Clean)
}

fn known(id: &str) -> Result<Code, Diagnostic> {
    Code::from_id(id).ok_or_else(|| {
        let fault = Diagnostic::nowhere(Code::UnknownCode).with("found", id);
        fault.with("near", nearest(&id.to_uppercase(), Code::all().map(Code::id)).unwrap_or_default())
    })
}

/// The rule in one line; what would stand in its gaps is left open.
fn title(code: Code, words: &Words) -> String {
    let severity = if code.severity() == Severity::Error { "error" } else { "warning" };
    let message = words.say(code.id(), &[]);
    let mut pieces = message.split("{$");
    let mut open = pieces.next().unwrap_or_default().to_owned();
    pieces.for_each(|piece| open.extend(["…", piece.split_once('}').map_or("", |(_, rest)| rest)]));
    let open = open.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{}  {}: {open}", code.id(), words.say(severity, &[]))
}

fn whole(code: Code, screen: &Screen<'_>) -> String {
    let words = screen.words;
    let mut out = format!("{}\n\n", title(code, words));
    for line in render::why(code, words).lines().flat_map(|paragraph| wrapped(paragraph, WIDTH)) {
        let _ = writeln!(out, "{line}");
    }
    for example in examples(code) {
        // The examples themselves speak Indonesian, as the records do.
        if screen.language == Language::Indonesian && !example.about.is_empty() {
            let _ = writeln!(out, "\n{}", example.about);
        }
        show(&example, words, &mut out);
    }
    out
}

fn show(example: &Example, words: &Words, out: &mut String) {
    let mut part = |key: &str, path: &str, text: &str| {
        let _ = writeln!(out, "\n{}\n", words.say(key, &[("path", path.to_owned())]));
        for line in text.lines() {
            let _ = writeln!(out, "    {line}");
        }
    };
    let mut files = |key: &str, files: &[File]| files.iter().for_each(|file| part(key, &file.path, &file.text));
    files("explain-bad", &example.bad);
    files("explain-bad-bytes", &example.bad_bytes);
    if !example.says.is_empty() {
        files("explain-says", &[File { path: String::new(), text: example.says.clone() }]);
    }
    files("explain-good", &example.good);
}

/// The examples of one rule, in the order of their names.
fn examples(code: Code) -> Vec<Example> {
    let named = EXAMPLES.files().filter_map(|file| Some((file.path().file_name()?.to_str()?, file.contents_utf8()?)));
    let mut found: Vec<(&str, &str)> = named.filter(|(name, _)| name.starts_with(code.id())).collect();
    found.sort_unstable();
    found.into_iter().map(|(name, text)| Example::read(name, text)).collect()
}
