//! Usage errors: what was typed and cannot be understood. clap decides what is wrong; the message
//! in either language is that of J909 in `commands.ftl`.

use crate::diag::{Code, Diagnostic, closest_match};
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{Arg, Command};

/// An error in what was typed; `case` chooses the message of J909 in `commands.ftl`.
pub(super) fn usage_error(case: &'static str) -> Diagnostic {
    Diagnostic::without_span(Code::BadArgument).arg("case", case)
}

/// What clap refused, as a diagnostic; `command` is the one that was named.
pub(super) fn clap_diagnostic(error: &Error, command: &Command) -> Diagnostic {
    let arg = context_text(error, ContextKind::InvalidArg);
    let value = context_text(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let found = context_text(error, ContextKind::InvalidSubcommand);
            let near = closest_subcommand(command, &found).unwrap_or_default();
            usage_error("command").arg("found", found).arg("near", near)
        }
        ErrorKind::MissingSubcommand => usage_error("no-command"),
        ErrorKind::UnknownArgument if arg.starts_with('-') => {
            let flags: Vec<String> = command
                .get_arguments()
                .filter_map(Arg::get_long)
                .map(|long| format!("--{long}"))
                .collect();
            let near = closest_match(&arg, flags.iter().map(String::as_str))
                .unwrap_or_default()
                .to_owned();
            usage_error("flag").arg("found", arg).arg("near", near)
        }
        ErrorKind::UnknownArgument => {
            let near = closest_subcommand(command, &arg).unwrap_or_default();
            usage_error("surplus").arg("found", arg).arg("near", near)
        }
        ErrorKind::MissingRequiredArgument => usage_error("missing").arg("found", arg),
        ErrorKind::InvalidValue if value.is_empty() => usage_error("no-value").arg("found", arg),
        ErrorKind::InvalidValue => {
            let allowed = context_values(error, ContextKind::ValidValue);
            let near = closest_match(&value, allowed.iter().map(String::as_str))
                .unwrap_or_default()
                .to_owned();
            let diagnostic = usage_error("value")
                .arg("found", value)
                .arg("argument", arg);
            diagnostic
                .arg("allowed", allowed.join(", "))
                .arg("near", near)
        }
        ErrorKind::ValueValidation => {
            let diagnostic = usage_error("value")
                .arg("found", value)
                .arg("argument", arg);
            diagnostic.arg("allowed", "0, 1, 2 …").arg("near", "")
        }
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

/// The name most like `wrong` among the commands that can stand in its place.
fn closest_subcommand(command: &Command, wrong: &str) -> Option<String> {
    let names: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
    closest_match(wrong, names).map(str::to_owned)
}
