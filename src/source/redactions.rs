//! Reads what `jhur redact` keeps of redacted phrases: the list redacted.jsonl, one line of JSON for
//! each, the key that opens it, and the texts outside content/ in which they are looked for.

use super::revision_log::parse_lines;
use super::theme::read_theme;
use crate::diag::{Diagnostic, FileId, SourceFile, SourceMap, Span};
use crate::records::{
    DEFAULT_THEME, KeyFile, REDACTION_KEY_FILE, Records, RedactedPhrase, RedactedPhrases,
    RedactionKey, Spanned,
};
use std::io::ErrorKind;
use std::path::Path;

/// Parses the list; a line that cannot be read is reported.
pub(super) fn parse_redactions(
    text: Option<&str>,
    id: FileId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<RedactedPhrase> {
    let before = diagnostics.len();
    let lines = parse_lines(text, id, parse_redaction, diagnostics);
    for diagnostic in &mut diagnostics[before..] {
        diagnostic.args.push(("file", "redacted".to_owned()));
    }
    lines.into_iter().map(|line| line.value).collect()
}

fn parse_redaction(line: &str) -> Option<RedactedPhrase> {
    let phrase: RedactedPhrase = serde_json::from_str(line).ok()?;
    phrase.is_well_formed().then_some(phrase)
}

/// Reads what is needed to look for redacted phrases and is not in content/: the key and the site's
/// own theme, whose files join `files`. Mostly nothing was redacted, and no theme is read.
pub(super) fn complete_redactions(root: &Path, records: &mut Records, files: &mut SourceMap) {
    let lines = records.redacted_phrases.lines().to_vec();
    records.redacted_phrases = RedactedPhrases::new(lines, read_key_file(root));
    if records.redacted_phrases.is_empty() {
        return;
    }
    let named = records.site.as_ref().and_then(|site| site.theme.as_ref());
    let name = named.map_or(DEFAULT_THEME, |name| name.as_str());
    // A theme that cannot be read is reported by whoever builds the site.
    for file in read_theme(root, name).ok().flatten().unwrap_or_default() {
        let text = file.text.clone();
        let path = format!("themes/{name}/{}", file.path);
        let id = files.insert(SourceFile { path, ..file });
        let span = Span::new(id, 0..text.len());
        records.theme_files.push(Spanned { value: text, span });
    }
}

/// Reads the key in the site's folder `root`.
fn read_key_file(root: &Path) -> KeyFile {
    match std::fs::read_to_string(root.join(REDACTION_KEY_FILE)) {
        Ok(text) => RedactionKey::parse(&text).map_or(KeyFile::Unreadable, KeyFile::Key),
        Err(error) if error.kind() == ErrorKind::NotFound => KeyFile::Missing,
        Err(_) => KeyFile::Unreadable,
    }
}
