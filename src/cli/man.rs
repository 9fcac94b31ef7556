//! `jhur man`: the page for `man jhur`, from the same texts as the help: all commands on one page.

use super::help;
use super::terminal::Screen;
use super::{Ended, version};
use crate::diag::Diagnostic;
use clap::{Arg, Command};
use roff::{Roff, bold, roman};

pub(super) fn run(screen: &Screen<'_>) -> Result<Ended, Diagnostic> {
    screen.data(&page(&mut help::command(screen.words), screen).render())?;
    Ok(Ended::Clean)
}

fn page(command: &mut Command, screen: &Screen<'_>) -> Roff {
    let say = |key: &str| screen.say(key, &[]);
    let mut page = Roff::new();
    page.control("TH", ["JHUR", "1", "", version::NUMBER, &say("man-manual")]);
    page.control("SH", [say("man-name").as_str()]);
    page.text([roman(format!("jhur - {}", about(command)))]);
    page.control("SH", [say("command-heading-usage").as_str()]);
    page.text([bold(help::usage(command))]);
    page.control("SH", [say("command-heading-options").as_str()]);
    command.get_arguments().for_each(|arg| argument(arg, &mut page));
    page.control("SH", [say("command-heading-commands").as_str()]);
    commands(command, &mut page);
    page.control("SH", [say("man-examples").as_str()]);
    page.control("nf", []);
    let examples = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    for line in examples.lines() {
        page.text([roman(line)]);
    }
    page.control("fi", []);
    page
}

/// Every command that does something, with what belongs to it alone.
fn commands(command: &mut Command, page: &mut Roff) {
    for sub in command.get_subcommands_mut() {
        if sub.has_subcommands() {
            commands(sub, page);
            continue;
        }
        page.control("SS", [help::usage(sub).as_str()]);
        page.text([roman(about(sub))]);
        sub.get_arguments()
            .filter(|arg| !arg.is_global_set() && arg.get_id() != "help")
            .for_each(|a| argument(a, page));
    }
}

fn argument(arg: &Arg, page: &mut Roff) {
    page.control("TP", []);
    page.text([bold(arg.to_string())]);
    page.text([roman(arg.get_help().map(ToString::to_string).unwrap_or_default())]);
}

fn about(command: &Command) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}
