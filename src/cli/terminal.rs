//! What a person sees: messages to stderr, data to stdout, colour only where it is wanted.
//!
//! A reader that went away (`| head`) is no fault; a stdout that cannot be written is.

use super::{Ended, Environment};
use crate::diag::messages::{Args, Language, Words};
use crate::diag::{Code, Diagnostic, Files, render};
use annotate_snippets::{Group, Level, Renderer};
use std::io::{ErrorKind, Write as _};

/// How wide messages are where nobody says.
const WIDTH: usize = 120;

/// Where a command speaks.
pub(super) struct Screen<'a> {
    pub(super) words: &'a Words,
    pub(super) language: Language,
    pub(super) env: &'a Environment,
}

#[expect(clippy::unused_self, reason = "whoever has no screen must not speak")]
impl<'a> Screen<'a> {
    pub(super) fn new(words: &'a Words, language: Language, env: &'a Environment) -> Self {
        Self { words, language, env }
    }

    /// The text under a key.
    pub(super) fn say(&self, key: &str, args: &Args) -> String {
        self.words.say(key, args)
    }

    /// A message: to stderr. Whoever does not read it has not asked for it.
    pub(super) fn note(&self, text: &str) {
        let _ = writeln!(anstream::stderr(), "{text}");
    }

    /// The text under a key as a message.
    pub(super) fn tell(&self, key: &str, args: &Args) {
        self.note(&self.say(key, args));
    }

    /// Data: to stdout.
    pub(super) fn data(&self, text: &str) -> Result<(), Diagnostic> {
        let mut out = anstream::stdout();
        let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        match written {
            Err(refused) if refused.kind() != ErrorKind::BrokenPipe => {
                let reason = if refused.kind() == ErrorKind::StorageFull { "full" } else { "other" };
                Err(Diagnostic::nowhere(Code::CannotWrite).with("path", "stdout").with("reason", reason))
            }
            _ => Ok(()),
        }
    }

    /// Faults with the lines they stand in, and their number.
    pub(super) fn faults(&self, list: &[Diagnostic], files: &Files) {
        self.note(render::human(list, files, self.words, self.width()).trim_end());
    }

    /// One fault that stands in no file: why the program could not do its work.
    pub(super) fn complain(&self, fault: &Diagnostic) -> Ended {
        let title = Level::ERROR.with_name(self.say("error", &[])).primary_title(render::message(fault, self.words));
        let mut group = Group::with_title(title.id(fault.code.id()));
        if let Some(help) = render::help(fault, self.words) {
            group = group.element(Level::HELP.with_name(self.say("help", &[])).message(help));
        }
        self.note(&Renderer::styled().term_width(self.width()).render(&[group]));
        Ended::by([fault])
    }

    fn width(&self) -> usize {
        self.env.columns.filter(|c| *c >= 40).unwrap_or(WIDTH)
    }
}
