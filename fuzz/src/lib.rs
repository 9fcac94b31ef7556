//! What the targets share: reading a text and saying what is wrong with it, and a made-up site whose files are replaced.

mod html;
mod site;

pub use html::hold;
pub use site::{Published, Site};

use jhur::diag::messages::{Language, Words};
use jhur::diag::{Diagnostic, File, FileId, Files, render};
use jhur::records::schema::Kind;
use serde::de::DeserializeOwned;
use std::sync::{Arc, OnceLock};

/// Reads a file's text; whoever reads nothing says why, at a place that exists, in both languages.
pub fn read<T: DeserializeOwned>(kind: Kind, text: &str) -> Option<T> {
    let mut faults = Vec::new();
    let found = jhur::source::plain::<T>(kind, text, FileId(0), &mut faults);
    assert!(found.is_some() || !faults.is_empty(), "nothing is read and nothing is said");
    let file = File { path: "content/berkas.yaml".to_owned(), text: text.to_owned() };
    say(&faults, &Files::new(vec![Arc::new(file)]));
    found
}

/// Says faults as every printer does.
pub fn say(faults: &[Diagnostic], files: &Files) {
    static WORDS: OnceLock<[Words; 2]> = OnceLock::new();
    let both = WORDS.get_or_init(|| [Language::Indonesian, Language::English].map(Words::program));
    for fault in faults {
        for span in fault.span.iter().chain(fault.related.iter().map(|(_, span)| span)) {
            let text = files.get(span.file).map(|file| file.text.as_str()).expect("a file of this number");
            assert!(text.get(span.range()).is_some(), "{:?}: {span:?} of {} bytes", fault.code, text.len());
        }
        // A fault of this program, not of whoever wrote the text.
        assert!(
            !fault.args.contains(&("why", "other".to_owned())) || fault.args.iter().all(|(name, _)| *name != "line"),
            "the schema lets pass what the types refuse: {fault:?}"
        );
    }
    for words in both {
        let few = &faults[..faults.len().min(8)];
        render::human(few, files, words, 80);
        for line in render::json(few, files, words).lines() {
            serde_json::from_str::<serde_json::Value>(line).expect("JSON");
        }
        assert_eq!(render::github(few, files, words).lines().count(), few.len(), "a fault is one line");
    }
}
