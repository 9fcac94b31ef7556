//! `jhur man`: the manual page, all commands on one page, from the same texts as the help.

use super::help;
use super::terminal::Terminal;
use super::version;
use crate::diag::{Diagnostic, ExitStatus};
use clap::{Arg, Command};
use roff::{Roff, bold, roman};

pub(super) fn run(terminal: &Terminal<'_>) -> Result<ExitStatus, Diagnostic> {
    let mut command = help::localized_command(terminal.messages);
    terminal.print_data(&manual_page(&mut command, terminal).render())?;
    Ok(ExitStatus::Clean)
}

fn manual_page(command: &mut Command, terminal: &Terminal<'_>) -> Roff {
    let text = |key: &str| terminal.message(key, &[]);
    let mut page = Roff::new();
    // No date in the title: the same version always gives the same page.
    page.control(
        "TH",
        ["JHUR", "1", "", version::VERSION, &text("man-manual")],
    );
    page.control("SH", [&*text("man-name")]);
    page.text([roman(format!("jhur - {}", about_text(command)))]);
    page.control("SH", [&*text("command-heading-usage")]);
    page.text([bold(help::usage_line(command))]);
    page.control("SH", [&*text("command-heading-options")]);
    for arg in command.get_arguments() {
        push_argument(arg, &mut page);
    }
    page.control("SH", [&*text("command-heading-commands")]);
    push_commands(command, &mut page);
    page.control("SH", [&*text("man-examples")]);
    page.control("nf", []);
    let examples = command.get_after_help().map(ToString::to_string);
    let examples = examples.unwrap_or_default();
    for line in examples.lines() {
        page.text([roman(line)]);
    }
    page.control("fi", []);
    page
}

/// Every command, each with its own arguments; a group of commands, such as `new`, by its members.
fn push_commands(command: &mut Command, page: &mut Roff) {
    for sub in command.get_subcommands_mut() {
        if sub.has_subcommands() {
            push_commands(sub, page);
            continue;
        }
        page.control("SS", [help::usage_line(sub).as_str()]);
        page.text([roman(about_text(sub))]);
        for arg in sub.get_arguments() {
            if !arg.is_global_set() && arg.get_id() != "help" {
                push_argument(arg, page);
            }
        }
    }
}

fn push_argument(arg: &Arg, page: &mut Roff) {
    page.control("TP", []);
    page.text([bold(arg.to_string())]);
    let help = arg.get_help().map(ToString::to_string);
    page.text([roman(help.unwrap_or_default())]);
}

fn about_text(command: &Command) -> String {
    let about = command.get_about().map(ToString::to_string);
    about.unwrap_or_default()
}
