//! `jhur man`: the manual page, all commands on one page, from the same texts as the help.

use super::help;
use super::terminal::Terminal;
use super::version;
use crate::diag::{Diagnostic, ExitStatus};
use clap::{Arg, Command};
use roff::{Roff, bold, roman};

pub(super) fn run(terminal: &Terminal<'_>) -> Result<ExitStatus, Diagnostic> {
    terminal.print_data(
        &manual_page(&mut help::localized_command(terminal.messages), terminal).render(),
    )?;
    Ok(ExitStatus::Clean)
}

fn manual_page(command: &mut Command, terminal: &Terminal<'_>) -> Roff {
    let say = |key: &str| terminal.message(key, &[]);
    let mut page = Roff::new();
    page.control(
        "TH",
        ["JHUR", "1", "", version::VERSION, &say("man-manual")],
    );
    page.control("SH", [say("man-name").as_str()]);
    page.text([roman(format!("jhur - {}", about_text(command)))]);
    page.control("SH", [say("command-heading-usage").as_str()]);
    page.text([bold(help::usage_line(command))]);
    page.control("SH", [say("command-heading-options").as_str()]);
    command
        .get_arguments()
        .for_each(|arg| push_argument(arg, &mut page));
    page.control("SH", [say("command-heading-commands").as_str()]);
    push_commands(command, &mut page);
    page.control("SH", [say("man-examples").as_str()]);
    page.control("nf", []);
    let examples = command
        .get_after_help()
        .map(ToString::to_string)
        .unwrap_or_default();
    for line in examples.lines() {
        page.text([roman(line)]);
    }
    page.control("fi", []);
    page
}

/// Every command that does something, with what belongs to it alone.
fn push_commands(command: &mut Command, page: &mut Roff) {
    for sub in command.get_subcommands_mut() {
        if sub.has_subcommands() {
            push_commands(sub, page);
            continue;
        }
        page.control("SS", [help::usage_line(sub).as_str()]);
        page.text([roman(about_text(sub))]);
        sub.get_arguments()
            .filter(|arg| !arg.is_global_set() && arg.get_id() != "help")
            .for_each(|a| push_argument(a, page));
    }
}

fn push_argument(arg: &Arg, page: &mut Roff) {
    page.control("TP", []);
    page.text([bold(arg.to_string())]);
    page.text([roman(
        arg.get_help().map(ToString::to_string).unwrap_or_default(),
    )]);
}

fn about_text(command: &Command) -> String {
    command
        .get_about()
        .map(ToString::to_string)
        .unwrap_or_default()
}
