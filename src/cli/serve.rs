//! `jhur serve`: the site while it is being written, until Ctrl-C.

use super::args::Serve;
use super::terminal::Screen;
use super::{Ended, as_of};
use crate::diag::Diagnostic;
use crate::serve::{Order, Told};
use std::path::Path;

pub(super) fn run(args: &Serve, root: &Path, screen: &Screen<'_>) -> Result<Ended, Diagnostic> {
    let when = as_of::chosen(args.as_of.as_deref(), screen.env)?;
    let order = Order { root, when, drafts: args.drafts, port: args.port };
    crate::serve::run(&order, screen.words, &|told| match told {
        Told::Open(port) => screen.tell("serve-open", &[("port", port.to_string())]),
        Told::Made(figures, took) => {
            let args = [("pages", figures.pages.to_string()), ("milliseconds", took.as_millis().to_string())];
            screen.tell("serve-made", &args);
        }
        Told::Faults(list, files) => {
            screen.faults(list, files);
            screen.tell("serve-faults", &[]);
        }
    })?;
    Ok(Ended::Clean)
}
