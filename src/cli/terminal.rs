//! Output: messages to stderr, data to stdout, colour only where it is supported.
//!
//! A reader that went away (`| head`) is no error; a stdout that cannot be written is.

use super::environment::Environment;
use crate::diag::messages::{Language, MessageArgs, Messages};
use crate::diag::{Code, Diagnostic, ExitStatus, SourceMap, render};
use annotate_snippets::{Group, Level, Renderer};
use std::io::{ErrorKind, Write as _};
use std::path::Path;

/// The width of messages where `COLUMNS` is not set.
const DEFAULT_WIDTH: usize = 120;
/// In fewer columns, source lines and their carets could not be read.
const MIN_WIDTH: usize = 40;

/// Where a command prints: language, messages and environment.
pub(super) struct Terminal<'a> {
    pub(super) messages: &'a Messages,
    pub(super) language: Language,
    pub(super) env: &'a Environment,
}

#[expect(
    clippy::unused_self,
    reason = "printing requires a `Terminal` by design, so that no other module can write to stderr"
)]
impl<'a> Terminal<'a> {
    pub(super) fn new(messages: &'a Messages, language: Language, env: &'a Environment) -> Self {
        Self {
            messages,
            language,
            env,
        }
    }

    /// The message of a key.
    pub(super) fn message(&self, key: &str, args: &MessageArgs) -> String {
        self.messages.message(key, args)
    }

    /// Prints to stderr. A stderr that is closed is no error: nobody wants to read it.
    pub(super) fn eprint(&self, text: &str) {
        let _ = writeln!(anstream::stderr(), "{text}");
    }

    /// Prints the message of a key to stderr.
    pub(super) fn emessage(&self, key: &str, args: &MessageArgs) {
        self.eprint(&self.message(key, args));
    }

    /// Prints the message of a key whose one argument is `count`.
    pub(super) fn emessage_count(&self, key: &str, count: usize) {
        self.emessage(key, &[("count", count.to_string())]);
    }

    /// Prints data to stdout.
    ///
    /// # Errors
    /// If it cannot be written, except to a pipe that was closed.
    pub(super) fn print_data(&self, text: &str) -> Result<(), Diagnostic> {
        let mut out = anstream::stdout();
        let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        match written.map_err(|error| error.kind()) {
            Ok(()) | Err(ErrorKind::BrokenPipe) => Ok(()),
            Err(kind) => {
                let is_full = kind == ErrorKind::StorageFull;
                Err(Diagnostic::without_span(Code::CannotWrite)
                    .arg("path", "stdout")
                    .arg("reason", if is_full { "full" } else { "other" }))
            }
        }
    }

    /// Prints diagnostics with their source lines, and a summary; nothing if there are none.
    pub(super) fn print_diagnostics(&self, list: &[Diagnostic], files: &SourceMap) {
        if list.is_empty() {
            return;
        }
        self.eprint(render::render_human(list, files, self.messages, self.width()).trim_end());
    }

    /// Prints a diagnostic that is in no file: why the program could not do its work.
    pub(super) fn print_failure(&self, diagnostic: &Diagnostic) -> ExitStatus {
        let title = Level::ERROR
            .with_name(self.message("error", &[]))
            .primary_title(render::message_text(diagnostic, self.messages));
        let mut group = Group::with_title(title.id(diagnostic.code.id()));
        if let Some(help) = render::help_text(diagnostic, self.messages) {
            let level = Level::HELP.with_name(self.message("help", &[]));
            group = group.element(level.message(help));
        }
        self.eprint(&Renderer::styled().term_width(self.width()).render(&[group]));
        ExitStatus::from_diagnostics([diagnostic])
    }

    fn width(&self) -> usize {
        match self.env.columns {
            Some(columns) if columns >= MIN_WIDTH => columns,
            _ => DEFAULT_WIDTH,
        }
    }
}

/// A path as a person would write it: without the `./` of the folder one is in.
pub(super) fn display_path(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).display().to_string()
}
