//! `jhur build`: check, then publish into a folder; on a fault the old site stands.

use super::args::Build;
use super::check::counts;
use super::terminal::Screen;
use super::{Ended, as_of};
use crate::diag::{Diagnostic, Files};
use crate::{Figures, Outcome};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::path::Path;
use std::time::{Duration, Instant};

pub(super) fn run(args: &Build, root: &Path, screen: &Screen<'_>) -> Result<Ended, Diagnostic> {
    let when = as_of::chosen(args.as_of.as_deref(), screen.env)?;
    let out = args.out.clone().unwrap_or_else(|| root.join("public"));
    let start = Instant::now();
    let bar = bar("build-progress", screen);
    let password = screen.env.key_password.as_deref().unwrap_or_default();
    let signing = args.sign.as_deref().map(|key| crate::Signing { key, password });
    let order =
        crate::Build { root, out: &out, when, drafts: args.drafts, signing, program: screen.env.program.as_deref() };
    let Outcome { files, diagnostics, figures } = crate::build(&order, &|done, all| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    });
    bar.finish_and_clear();
    let Some(figures) = figures else { return Ok(failed(&diagnostics, &files, screen)) };
    succeeded(&figures, start.elapsed(), screen);
    if figures.unreleased > 0 {
        screen.tell("build-unreleased", &[("count", figures.unreleased.to_string())]);
    }
    if figures.unsigned {
        screen.tell("build-unsigned", &[]);
    }
    if args.drafts {
        screen.tell("build-drafts", &[]);
    }
    if figures.stops == 0 {
        screen.tell("build-empty", &[]);
    }
    if !diagnostics.is_empty() {
        screen.tell("build-warnings", &[("count", diagnostics.len().to_string())]);
    }
    let index = out.join("index.html");
    let index = std::path::absolute(&index).unwrap_or(index);
    screen.tell("build-open", &[("path", index.display().to_string())]);
    Ok(Ended::Clean)
}

/// Errors are shown, warnings only counted: they did not stop the build.
fn failed(diagnostics: &[Diagnostic], files: &Files, screen: &Screen<'_>) -> Ended {
    let errors: Vec<Diagnostic> = diagnostics.iter().filter(|d| d.is_error()).cloned().collect();
    screen.faults(&errors, files);
    screen.tell("build-failed", &[]);
    match Ended::by(&errors) {
        // No site and no reason would be a fault of this program; it must not look like success.
        Ended::Clean => Ended::Program,
        ended => ended,
    }
}

fn succeeded(figures: &Figures, took: Duration, screen: &Screen<'_>) {
    let mut args = counts(figures).to_vec();
    let tenths = (took.as_millis() + 50) / 100;
    args.push(("pages", figures.pages.to_string()));
    args.push(("written", figures.written.to_string()));
    args.push(("unchanged", figures.unchanged.to_string()));
    args.push(("removed", figures.removed.to_string()));
    let comma = if screen.language == crate::diag::messages::Language::English { '.' } else { ',' };
    args.push(("seconds", format!("{}{comma}{}", tenths / 10, tenths % 10)));
    screen.tell("built", &args);
    if figures.later > 0 {
        screen.tell("later", &[("count", figures.later.to_string())]);
    }
}

/// Progress on a terminal, nothing in a pipe.
pub(super) fn bar(key: &str, screen: &Screen<'_>) -> ProgressBar {
    if !screen.env.shows_progress {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    let template = format!("{} {{bar:30}} {{pos}}/{{len}}", screen.say(key, &[]));
    bar.with_style(ProgressStyle::with_template(&template).unwrap_or_else(|_| ProgressStyle::default_bar()))
}
