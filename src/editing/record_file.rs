//! A record file as editing sees it: its path, its text and its content, or the diagnostics that
//! say why it cannot be changed. Form, workbook and `jhur new follow-up` all start from it.

use super::json::parse_json;
use super::paths::{is_follow_ups_file, is_stop_file};
use crate::diag::{Code, Diagnostic, FileId, SourceFile};
use crate::source::LoadedContent;
use serde_json::Value;

/// A file of one stop or of a month's follow-ups.
#[derive(Clone, Debug, Default)]
pub struct RecordFile {
    /// Its path below the site's folder: `content/stops/006-wuluhan.yaml`.
    pub path: String,
    /// Its text; empty for a file that is yet to be created.
    pub text: String,
    /// Its content; null if the text is blank.
    pub value: Value,
}

impl RecordFile {
    /// The file of that path. Returns `None` if there is none.
    ///
    /// # Errors
    /// If the file cannot be changed: its text could not be read, is stored in an encoding that is
    /// never written, or is no valid YAML. All that is wrong with it.
    pub fn find(loaded: &LoadedContent, path: &str) -> Option<Result<Self, Vec<Diagnostic>>> {
        let (id, file) = loaded.files.iter().find(|(_, file)| file.path == path)?;
        let is_unreadable = loaded.unreadable_files().contains(&id);
        Some(Self::read(loaded, id, file, is_unreadable))
    }

    fn read(
        loaded: &LoadedContent,
        id: FileId,
        file: &SourceFile,
        is_unreadable: bool,
    ) -> Result<Self, Vec<Diagnostic>> {
        // Of a file in another encoding the text is known, but no other text can be written back.
        let value = if is_unreadable || loaded.reencoded_files.contains(&id) {
            None
        } else if file.text.trim().is_empty() {
            Some(Value::Null)
        } else {
            parse_json(&file.text)
        };
        match value {
            Some(value) => Ok(Self {
                path: file.path.clone(),
                text: file.text.clone(),
                value,
            }),
            None => Err(file_diagnostics(loaded, id)),
        }
    }

    /// Whether there is any text in it.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// All files of stops and follow-ups, with their paths; each can be changed, or its diagnostics say
/// why not.
pub(super) fn stop_and_follow_up_files(
    loaded: &LoadedContent,
) -> impl Iterator<Item = (&str, Result<RecordFile, Vec<Diagnostic>>)> {
    let unreadable = loaded.unreadable_files();
    let all = loaded.files.iter();
    all.filter(|(_, file)| is_stop_file(&file.path) || is_follow_ups_file(&file.path))
        .map(move |(id, file)| {
            let read = RecordFile::read(loaded, id, file, unreadable.contains(&id));
            (&*file.path, read)
        })
}

/// All files of stops and follow-ups in which there is some text.
///
/// # Errors
/// If any of them cannot be changed: all that is wrong with those.
pub fn record_files(loaded: &LoadedContent) -> Result<Vec<RecordFile>, Vec<Diagnostic>> {
    let (mut found, mut is_whole, mut diagnostics) = (Vec::new(), true, Vec::new());
    for (_, read) in stop_and_follow_up_files(loaded) {
        match read {
            Ok(file) if file.is_blank() => {}
            Ok(file) => found.push(file),
            Err(mut own) => {
                is_whole = false;
                diagnostics.append(&mut own);
            }
        }
    }
    if is_whole {
        Ok(found)
    } else {
        Err(diagnostics)
    }
}

/// What was found wrong with a file when it was loaded. Of a file whose bytes are not its text only
/// that, since no edited text can be written back to it.
pub fn file_diagnostics(loaded: &LoadedContent, id: FileId) -> Vec<Diagnostic> {
    if loaded.reencoded_files.contains(&id) {
        let path = loaded.files.get(id).map_or("", |file| &file.path);
        let error = Diagnostic::without_span(Code::NotEditable);
        return vec![error.arg("path", path).arg("case", "encoding")];
    }
    loaded
        .diagnostics
        .iter()
        .filter(|d| d.span.is_some_and(|span| span.file == id))
        .cloned()
        .collect()
}
