//! `jhur completions`: a script with which a shell completes the commands.

use super::args::CompletionsArgs;
use super::help;
use super::terminal::Terminal;
use crate::diag::{Diagnostic, ExitStatus};

pub(super) fn run(
    args: &CompletionsArgs,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let mut script = Vec::new();
    clap_complete::generate(
        args.shell,
        &mut help::localized_command(terminal.messages),
        "jhur",
        &mut script,
    );
    terminal.print_data(&String::from_utf8_lossy(&script))?;
    Ok(ExitStatus::Clean)
}
