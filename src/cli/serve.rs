//! `jhur serve`: the site while it is being written, until Ctrl-C.

use super::args::Serve;
use super::terminal::Screen;
use super::{Ended, as_of};
use crate::diag::Diagnostic;
use crate::serve::{ServeEvent, ServeOptions};
use std::path::Path;

pub(super) fn run(args: &Serve, root: &Path, screen: &Screen<'_>) -> Result<Ended, Diagnostic> {
    let when = as_of::chosen(args.as_of.as_deref(), screen.env)?;
    let order = ServeOptions { root, as_of: when, include_drafts: args.drafts, port: args.port };
    crate::serve::run_server(&order, screen.words, &|told| match told {
        ServeEvent::Listening(port) => screen.tell("serve-open", &[("port", port.to_string())]),
        ServeEvent::Built(figures, took) => {
            let args = [("pages", figures.pages.to_string()), ("milliseconds", took.as_millis().to_string())];
            screen.tell("serve-made", &args);
        }
        ServeEvent::Diagnostics(list, files) => {
            screen.faults(list, files);
            screen.tell("serve-faults", &[]);
        }
    })?;
    Ok(Ended::Clean)
}
