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

/// Prints the help of a command, named by its words.
pub(super) fn print_help(
    path: &[String],
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let mut whole = localized_command(terminal.messages);
    let mut at = &mut whole;
    for name in path {
        let names: Vec<String> = at
            .get_subcommands()
            .map(|c| c.get_name().to_owned())
            .collect();
        if !names.contains(name) {
            let diagnostic = usage_error("command").arg("found", name.as_str());
            return Err(diagnostic.suggest(name, names.iter().map(String::as_str)));
        }
        at = at
            .find_subcommand_mut(name)
            .ok_or_else(|| usage_error("command").arg("found", name.as_str()))?;
    }
    terminal.print_data(&at.render_help().ansi().to_string())?;
    Ok(ExitStatus::Clean)
}

/// The command that the arguments name, as far as they name one.
pub(super) fn named_subcommand(command: &Command, args: &[OsString]) -> Command {
    let messages = args.iter().skip(1).map(|arg| arg.to_string_lossy());
    messages
        .fold(command, |at, word| at.find_subcommand(&*word).unwrap_or(at))
        .clone()
}

/// How a command is used, in one line: `jhur new stop --number <N> …`.
pub(super) fn usage_line(command: &mut Command) -> String {
    let usage = command.render_usage().to_string();
    usage.strip_prefix("Usage: ").unwrap_or(&usage).to_owned()
}

fn localize_texts(command: Command, key: &str, messages: &Messages) -> Command {
    let say = |key: &str| messages.message(key, &[]);
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help);
    let argument = |arg: Arg| {
        let id = arg.get_id().as_str().replace('_', "-");
        let text = messages
            .try_message(&format!("{key}-{id}"), &[])
            .unwrap_or_else(|| say(&format!("command-{id}")));
        let heading = if arg.is_positional() {
            "command-heading-arguments"
        } else {
            "command-heading-options"
        };
        let takes_value = arg.get_action().takes_values();
        let arg = arg.help(text).help_heading(say(heading));
        if takes_value {
            arg.value_name(say(&format!("value-{id}")))
                .hide_possible_values(true)
                .hide_default_value(true)
        } else {
            arg
        }
    };
    let template = format!(
        "{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}\n",
        say("command-heading-usage")
    );
    command
        .about(say(key))
        .help_template(template)
        .disable_help_flag(true)
        .arg(help)
        .mut_args(argument)
        .subcommand_help_heading(say("command-heading-commands"))
        .subcommand_value_name(say("value-command"))
        .mut_subcommands(|sub| {
            let key = format!("{key}-{}", sub.get_name());
            localize_texts(sub, &key, messages)
        })
}

/// clap writes `[OPTIONS]` into every usage line; here it gets our word.
fn localize_usage(command: &mut Command, messages: &Messages) {
    let line = usage_line(command).replace(
        "[OPTIONS]",
        &format!("[{}]", messages.message("value-options", &[])),
    );
    *command = std::mem::take(command).override_usage(line);
    command
        .get_subcommands_mut()
        .for_each(|sub| localize_usage(sub, messages));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::messages::Language;

    fn untold(command: &Command) -> Vec<String> {
        let about = command.get_about().map(ToString::to_string);
        let texts = command
            .get_arguments()
            .map(|a| a.get_help().map(ToString::to_string));
        let own = std::iter::once(about)
            .chain(texts)
            .map(Option::unwrap_or_default);
        let own = own.filter(|text| text.is_empty() || text.starts_with("command-"));
        own.map(|text| format!("{}: {text}", command.get_name()))
            .chain(command.get_subcommands().flat_map(untold))
            .collect()
    }

    #[test]
    fn every_command_and_argument_has_a_text() {
        for language in [Language::Indonesian, Language::English] {
            assert_eq!(
                untold(&localized_command(&Messages::built_in(language))),
                Vec::<String>::new()
            );
        }
    }
}
