//! `jhur completions`: what a shell needs to complete our commands.

use super::args::Completions;
use super::terminal::Screen;
use super::{Ended, help};
use crate::diag::Diagnostic;

pub(super) fn run(args: &Completions, screen: &Screen<'_>) -> Result<Ended, Diagnostic> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut help::command(screen.words), "jhur", &mut script);
    screen.data(&String::from_utf8_lossy(&script))?;
    Ok(Ended::Clean)
}
