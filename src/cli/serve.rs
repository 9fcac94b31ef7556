//! `jhur serve`: runs the development server until Ctrl-C, and reports its events.

use super::args::ServeArgs;
use super::as_of;
use super::terminal::Terminal;
use crate::diag::{Diagnostic, ExitStatus};
use crate::serve::{ServeEvent, ServeOptions};
use std::path::Path;

pub(super) fn run(
    args: &ServeArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let as_of = as_of::resolve(args.as_of.as_deref(), terminal.env)?;
    let options = ServeOptions {
        root,
        as_of,
        include_drafts: args.drafts,
        port: args.port,
    };
    crate::serve::run_server(&options, terminal.messages, &|event| match event {
        ServeEvent::Listening(port) => {
            terminal.emessage("serve-open", &[("port", port.to_string())]);
        }
        ServeEvent::Built(stats, took) => {
            let args = [
                ("pages", stats.pages.to_string()),
                ("milliseconds", took.as_millis().to_string()),
            ];
            terminal.emessage("serve-made", &args);
        }
        ServeEvent::Diagnostics(list, files) => {
            terminal.print_diagnostics(list, files);
            terminal.emessage("serve-faults", &[]);
        }
    })?;
    Ok(ExitStatus::Clean)
}
