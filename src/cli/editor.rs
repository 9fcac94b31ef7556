//! A new record is opened for writing where there is a person and an editor; else its path is printed.

use super::Ended;
use super::terminal::Screen;
use crate::diag::Diagnostic;
use std::path::Path;
use std::process::Command;

/// Shows a file that was made or added to, and says what comes next.
pub(super) fn open(path: &Path, next: &str, screen: &Screen<'_>) -> Result<Ended, Diagnostic> {
    screen.data(&format!("{}\n", shown(path)))?;
    if screen.env.has_person
        && let Some(editor) = &screen.env.editor
        && !start(editor, path)
    {
        screen.tell("editor-failed", &[("editor", editor.clone())]);
    }
    screen.note(next);
    Ok(Ended::Clean)
}

/// A path as a person would write it: without the `./` of the folder one is in.
pub(super) fn shown(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).display().to_string()
}

/// `EDITOR` may carry arguments: `code --wait`.
fn start(editor: &str, path: &Path) -> bool {
    let mut words = editor.split_whitespace();
    let Some(program) = words.next() else { return false };
    Command::new(program).args(words).arg(path).status().is_ok_and(|status| status.success())
}
