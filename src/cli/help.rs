//! Help in either language: puts the texts of `commands.ftl` on clap's commands and arguments.
//!
//! The key of a command is `command-new-stop`, of its argument `command-new-stop-number`;
//! `value-number` is the placeholder of the argument's value.

use super::args::Arguments;
use super::terminal::Terminal;
use super::usage_error::usage_error;
use crate::diag::messages::Messages;
use crate::diag::{Diagnostic, ExitStatus};
use clap::{Arg, ArgAction, Command, CommandFactory as _};
use std::ffi::OsString;

/// The command line with its texts.
pub(super) fn localized_command(messages: &Messages) -> Command {
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version);
    let mut command = localize_texts(Arguments::command().arg(version), "command", messages)
        .after_help(messages.message("command-after", &[]));
    command.build();
    localize_usage(&mut command, messages);
    command
}

/// Prints the help of a command; `path` is its name, a word each: `new stop`.
///
/// # Errors
/// If there is none of that name.
pub(super) fn print_help(
    path: &[String],
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let mut root = localized_command(terminal.messages);
    let mut command = &mut root;
    for name in path {
        let names: Vec<String> = command
            .get_subcommands()
            .map(|sub| sub.get_name().to_owned())
            .collect();
        let unknown = || {
            let error = usage_error("command").arg("found", name.as_str());
            error.suggest(name, names.iter().map(String::as_str))
        };
        command = command.find_subcommand_mut(name).ok_or_else(unknown)?;
    }
    terminal.print_data(&command.render_help().ansi().to_string())?;
    Ok(ExitStatus::Clean)
}

/// The command that the arguments name, as far as they name one; options between are skipped.
pub(super) fn named_subcommand(command: &Command, args: &[OsString]) -> Command {
    let mut named = command;
    for arg in args.iter().skip(1) {
        named = named.find_subcommand(arg).unwrap_or(named);
    }
    named.clone()
}

/// How a command is used, in one line: `jhur new stop --number <N> …`.
pub(super) fn usage_line(command: &mut Command) -> String {
    let usage = command.render_usage().to_string();
    usage.strip_prefix("Usage: ").unwrap_or(&usage).to_owned()
}

/// Puts the texts of a command, of its arguments and of the commands below it; `key` is that of its
/// own text.
fn localize_texts(command: Command, key: &str, messages: &Messages) -> Command {
    let text = |key: &str| messages.message(key, &[]);
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help);
    let localize_arg = |arg: Arg| {
        let id = arg.get_id().as_str().replace('_', "-");
        // Arguments that several commands share, such as `--as-of`, have one text.
        let own = messages.try_message(&format!("{key}-{id}"), &[]);
        let help = own.unwrap_or_else(|| text(&format!("command-{id}")));
        let heading = if arg.is_positional() {
            "command-heading-arguments"
        } else {
            "command-heading-options"
        };
        let takes_value = arg.get_action().takes_values();
        let arg = arg.help(help).help_heading(text(heading));
        if takes_value {
            // The text names choices and default itself, in its language.
            arg.value_name(text(&format!("value-{id}")))
                .hide_possible_values(true)
                .hide_default_value(true)
        } else {
            arg
        }
    };
    let template = format!(
        "{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}\n",
        text("command-heading-usage")
    );
    command
        .about(text(key))
        .help_template(template)
        .disable_help_flag(true)
        .arg(help)
        .mut_args(localize_arg)
        .subcommand_help_heading(text("command-heading-commands"))
        .subcommand_value_name(text("value-command"))
        .mut_subcommands(|sub| {
            let key = format!("{key}-{}", sub.get_name());
            localize_texts(sub, &key, messages)
        })
}

/// Replaces the `[OPTIONS]` that clap writes into every usage line.
fn localize_usage(command: &mut Command, messages: &Messages) {
    let options = format!("[{}]", messages.message("value-options", &[]));
    let line = usage_line(command).replace("[OPTIONS]", &options);
    *command = std::mem::take(command).override_usage(line);
    for sub in command.get_subcommands_mut() {
        localize_usage(sub, messages);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::messages::Language;

    fn without_text(command: &Command) -> Vec<String> {
        let mut texts = vec![command.get_about()];
        texts.extend(command.get_arguments().map(Arg::get_help));
        let mut found = Vec::new();
        for text in texts {
            let text = text.map(ToString::to_string).unwrap_or_default();
            if text.is_empty() || text.starts_with("command-") {
                found.push(format!("{}: {text}", command.get_name()));
            }
        }
        found.extend(command.get_subcommands().flat_map(without_text));
        found
    }

    #[test]
    fn every_command_and_argument_has_a_text() {
        for language in [Language::Indonesian, Language::English] {
            let command = localized_command(&Messages::built_in(language));
            assert_eq!(without_text(&command), [""; 0]);
        }
    }
}
