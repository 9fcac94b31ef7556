//! Usage errors: what was typed and cannot be understood. clap decides what is wrong; the message
//! in either language is that of J909 in `commands.ftl`.

use crate::diag::{Code, Diagnostic};
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{Arg, Command};

/// An error in what was typed; `case` chooses the message of J909 in `commands.ftl`.
pub(super) fn usage_error(case: &'static str) -> Diagnostic {
    Diagnostic::without_span(Code::BadArgument).arg("case", case)
}

/// What clap refused, as a diagnostic; `command` is the one that the arguments name.
pub(super) fn clap_diagnostic(error: &Error, command: &Command) -> Diagnostic {
    let arg = context_text(error, ContextKind::InvalidArg);
    let value = context_text(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let found = context_text(error, ContextKind::InvalidSubcommand);
            unknown_command("command", &found, command)
        }
        ErrorKind::MissingSubcommand => usage_error("no-command"),
        ErrorKind::UnknownArgument if arg.starts_with('-') => {
            let flags: Vec<String> = command
                .get_arguments()
                .filter_map(Arg::get_long)
                .map(|long| format!("--{long}"))
                .collect();
            let flags = flags.iter().map(String::as_str);
            usage_error("flag").arg("found", &*arg).suggest(&arg, flags)
        }
        // It may be a command with a typing error: clap does not know.
        ErrorKind::UnknownArgument => unknown_command("surplus", &arg, command),
        ErrorKind::MissingRequiredArgument => usage_error("missing").arg("found", arg),
        ErrorKind::InvalidValue if value.is_empty() => usage_error("no-value").arg("found", arg),
        ErrorKind::InvalidValue => {
            let allowed = context_values(error, ContextKind::ValidValue);
            usage_error("value")
                .arg("found", &*value)
                .arg("argument", arg)
                .arg("allowed", allowed.join(", "))
                .suggest(&value, allowed.iter().map(String::as_str))
        }
        // Only numbers are validated by clap.
        ErrorKind::ValueValidation => usage_error("value")
            .arg("found", value)
            .arg("argument", arg)
            .arg("allowed", "0, 1, 2 …")
            .arg("near", ""),
        ErrorKind::ArgumentConflict => usage_error("twice").arg("found", arg),
        ErrorKind::InvalidUtf8 => usage_error("not-text"),
        _ => usage_error("other").arg("found", arg),
    }
}

/// A part of what clap knows about an error, as text; lists are joined.
fn context_text(error: &Error, kind: ContextKind) -> String {
    context_values(error, kind).join(", ")
}

fn context_values(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(list)) => list.clone(),
        _ => Vec::new(),
    }
}

/// An error about a word that is no command, with the one that may have been meant.
fn unknown_command(case: &'static str, wrong: &str, command: &Command) -> Diagnostic {
    let names = command.get_subcommands().map(Command::get_name);
    usage_error(case).arg("found", wrong).suggest(wrong, names)
}
