//! `jhur check`: every fault of every record, and nothing is written.

use super::args::{Check, Format};
use super::terminal::Screen;
use super::{Ended, as_of, privacy};
use crate::diag::{Diagnostic, render};
use crate::{Figures, Outcome};
use std::path::Path;

pub(super) fn run(args: &Check, root: &Path, screen: &Screen<'_>) -> Result<Ended, Diagnostic> {
    let when = as_of::chosen(args.as_of.as_deref(), screen.env)?;
    if args.privacy {
        return privacy::run(args, root, when, screen);
    }
    let Outcome { files, diagnostics, figures } = crate::check(root, when);
    match args.format {
        Format::Json => screen.data(&render::json(&diagnostics, &files, screen.words))?,
        Format::Github => screen.data(&render::github(&diagnostics, &files, screen.words))?,
        Format::Gitlab => screen.data(&render::gitlab(&diagnostics, &files, screen.words))?,
        Format::Human => {
            if !diagnostics.is_empty() {
                screen.faults(&diagnostics, &files);
            }
            if let Some(figures) = &figures {
                checked(figures, diagnostics.is_empty(), screen);
            }
        }
    }
    match Ended::by(&diagnostics) {
        Ended::Clean if figures.is_none() => Ok(Ended::Program),
        Ended::Clean if args.deny_warnings && !diagnostics.is_empty() => Ok(Ended::Faults),
        ended => Ok(ended),
    }
}

/// What was checked, when all of it could be.
fn checked(figures: &Figures, is_clean: bool, screen: &Screen<'_>) {
    screen.tell("checked", &counts(figures));
    if figures.later > 0 {
        screen.tell("later", &[("count", figures.later.to_string())]);
    }
    if is_clean {
        screen.tell("clean", &[]);
    }
}

/// The figures of the records, for the gaps in a text.
pub(super) fn counts(figures: &Figures) -> [(&'static str, String); 4] {
    [
        ("stops", figures.stops.to_string()),
        ("aspirations", figures.aspirations.to_string()),
        ("commitments", figures.commitments.to_string()),
        ("follow-ups", figures.follow_ups.to_string()),
    ]
}
