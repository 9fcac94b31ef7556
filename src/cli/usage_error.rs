//! What was typed and cannot be understood, in our own words: clap says what kind of fault it is, `commands.ftl` says it
//! to the person.

use super::terminal::Screen;
use super::{Ended, bad, help, version};
use crate::diag::{Diagnostic, nearest};
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{Arg, Command};
use std::ffi::OsString;

/// Answers a refusal: help and version are no faults.
pub(super) fn answer(
    refusal: &Error,
    command: &Command,
    args: &[OsString],
    screen: &Screen<'_>,
) -> Result<Ended, Diagnostic> {
    match refusal.kind() {
        ErrorKind::DisplayHelp => {
            let text = help::named(command, args).render_help().ansi().to_string();
            return screen.data(&text).map(|()| Ended::Clean);
        }
        ErrorKind::DisplayVersion => return version::show(screen),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            screen.note(help::named(command, args).render_help().ansi().to_string().trim_end());
            return Ok(Ended::Program);
        }
        _ => {}
    }
    let mut at = help::named(command, args);
    let ended = screen.complain(&fault(refusal, &at));
    screen.note(&format!("{}: {}", screen.say("command-heading-usage", &[]), help::usage(&mut at)));
    Ok(ended)
}

fn fault(refusal: &Error, command: &Command) -> Diagnostic {
    let arg = text(refusal, ContextKind::InvalidArg);
    let value = text(refusal, ContextKind::InvalidValue);
    match refusal.kind() {
        ErrorKind::InvalidSubcommand => {
            let found = text(refusal, ContextKind::InvalidSubcommand);
            let near = help::near_command(command, &found).unwrap_or_default();
            bad("command").with("found", found).with("near", near)
        }
        ErrorKind::MissingSubcommand => bad("no-command"),
        ErrorKind::UnknownArgument if arg.starts_with('-') => {
            let flags: Vec<String> =
                command.get_arguments().filter_map(Arg::get_long).map(|long| format!("--{long}")).collect();
            let near = nearest(&arg, flags.iter().map(String::as_str)).unwrap_or_default().to_owned();
            bad("flag").with("found", arg).with("near", near)
        }
        ErrorKind::UnknownArgument => {
            let near = help::near_command(command, &arg).unwrap_or_default();
            bad("surplus").with("found", arg).with("near", near)
        }
        ErrorKind::MissingRequiredArgument => bad("missing").with("found", arg),
        ErrorKind::InvalidValue if value.is_empty() => bad("no-value").with("found", arg),
        ErrorKind::InvalidValue => {
            let allowed = list(refusal, ContextKind::ValidValue);
            let near = nearest(&value, allowed.iter().map(String::as_str)).unwrap_or_default().to_owned();
            let fault = bad("value").with("found", value).with("argument", arg);
            fault.with("allowed", allowed.join(", ")).with("near", near)
        }
        ErrorKind::ValueValidation => {
            let fault = bad("value").with("found", value).with("argument", arg);
            fault.with("allowed", "0, 1, 2 …").with("near", "")
        }
        ErrorKind::ArgumentConflict => bad("twice").with("found", arg),
        ErrorKind::InvalidUtf8 => bad("not-text"),
        _ => bad("other").with("found", arg),
    }
}

/// A piece of what clap knows, as text; lists are joined.
fn text(refusal: &Error, kind: ContextKind) -> String {
    list(refusal, kind).join(", ")
}

fn list(refusal: &Error, kind: ContextKind) -> Vec<String> {
    match refusal.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(list)) => list.clone(),
        _ => Vec::new(),
    }
}
