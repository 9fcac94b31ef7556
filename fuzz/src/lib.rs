//! What the targets share: reading a text and saying what is wrong with it, and a made-up site whose files are replaced.

mod html;
mod site;

pub use html::check_html;
pub use site::{Published, Site};

use jhur::diag::messages::{Language, Messages};
use jhur::diag::{Diagnostic, FileId, SourceFile, SourceMap, render};
use jhur::records::schema::FileKind;
use serde::de::DeserializeOwned;
use std::sync::{Arc, OnceLock};

/// Reads a file's text; whoever reads nothing says why, at a place that exists, in both languages.
pub fn read<T: DeserializeOwned>(kind: FileKind, text: &str) -> Option<T> {
    let mut diagnostics = Vec::new();
    let found = jhur::source::parse_standalone::<T>(kind, text, FileId(0), &mut diagnostics);
    assert!(found.is_some() || !diagnostics.is_empty(), "nothing is read and nothing is said");
    let file = SourceFile { path: "content/berkas.yaml".to_owned(), text: text.to_owned() };
    render_all(&diagnostics, &SourceMap::new(vec![Arc::new(file)]));
    found
}

/// Renders diagnostics in every format and language.
pub fn render_all(diagnostics: &[Diagnostic], files: &SourceMap) {
    static MESSAGES: OnceLock<[Messages; 2]> = OnceLock::new();
    let both = MESSAGES.get_or_init(|| [Language::Indonesian, Language::English].map(Messages::built_in));
    for diagnostic in diagnostics {
        for span in diagnostic.span.iter().chain(diagnostic.secondary.iter().map(|(_, span)| span)) {
            let text = files.get(span.file).map(|file| file.text.as_str()).expect("a file of this number");
            assert!(text.get(span.range()).is_some(), "{:?}: {span:?} of {} bytes", diagnostic.code, text.len());
        }
        // A fault of this program, not of whoever wrote the text.
        assert!(
            !diagnostic.args.contains(&("why", "other".to_owned())) || diagnostic.args.iter().all(|(name, _)| *name != "line"),
            "the schema lets pass what the types refuse: {diagnostic:?}"
        );
    }
    for messages in both {
        let few = &diagnostics[..diagnostics.len().min(8)];
        render::render_human(few, files, messages, 80);
        for line in render::render_json(few, files, messages).lines() {
            serde_json::from_str::<serde_json::Value>(line).expect("JSON");
        }
        assert_eq!(render::render_github(few, files, messages).lines().count(), few.len(), "a diagnostic is one line");
    }
}
