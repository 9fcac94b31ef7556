//! What a `new` command does with the file that it made or added to: prints its path, opens it in
//! the person's text editor if they are at a terminal and have one, and says what to do in it.

use super::terminal::{Terminal, display_path};
use crate::diag::{Diagnostic, ExitStatus};
use std::path::Path;
use std::process::Command;

/// Prints the path of a file that was made or added to, opens it, and prints `next`, which explains
/// what to do in it.
pub(super) fn open_in_editor(
    path: &Path,
    next: &str,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    terminal.print_data(&format!("{}\n", display_path(path)))?;
    // A script that reads the path must not wait for an editor.
    if terminal.env.is_interactive
        && let Some(editor) = &terminal.env.editor
        && !run_editor(editor, path)
    {
        terminal.emessage("editor-failed", &[("editor", editor.clone())]);
    }
    terminal.eprint(next);
    Ok(ExitStatus::Clean)
}

/// Runs an editor and waits for it; `editor` may have arguments: `code --wait`. Gives whether it
/// succeeded.
fn run_editor(editor: &str, path: &Path) -> bool {
    let mut words = editor.split_whitespace();
    let Some(program) = words.next() else {
        return false;
    };
    let status = Command::new(program).args(words).arg(path).status();
    status.is_ok_and(|status| status.success())
}
