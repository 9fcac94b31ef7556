//! `jhur completions`: what a shell needs to complete our commands.

use super::args::CompletionsArgs;
use super::terminal::Terminal;
use super::{ExitStatus, help};
use crate::diag::Diagnostic;

pub(super) fn run(args: &CompletionsArgs, screen: &Terminal<'_>) -> Result<ExitStatus, Diagnostic> {
    let mut script = Vec::new();
    clap_complete::generate(
        args.shell,
        &mut help::localized_command(screen.messages),
        "jhur",
        &mut script,
    );
    screen.print_data(&String::from_utf8_lossy(&script))?;
    Ok(ExitStatus::Clean)
}
