//! `jhur due`: what each office is late with, what falls due soon, what waits, what has had no
//! follow-up for long; as text, JSON, CSV or letters. `register::due` decides what that is.

mod data;
mod letter;
mod lines;

use super::args::{DueArgs, DueFormat};
use super::as_of;
use super::report::{ReportContext, push_wrapped, with_report};
use super::terminal::Terminal;
use super::usage_error::usage_error;
use crate::diag::{Diagnostic, ExitStatus};
use crate::register::{DueItem, OfficeDue, OfficeId};
use lines::{conditions_line, deadline_line, group_by_reason, status_line, summary_args};
use std::path::Path;

pub(super) fn run(
    args: &DueArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let as_of = as_of::resolve(args.as_of.as_deref(), terminal.env)?;
    with_report(root, as_of, terminal, |context| {
        let mut due = context.register.due_by_office(args.days.into());
        if let Some(key) = &args.office {
            let office = find_office(key, context)?;
            due.retain(|due| due.office == Some(office));
        }
        let text = match args.format {
            DueFormat::Text => render_text(&due, args.days, context),
            DueFormat::Json => data::render_json(&due, args.days, context),
            DueFormat::Csv => data::render_csv(&due, context),
            DueFormat::Letter => letter::render_letters(&due, args.days, context),
        };
        if due.is_empty() {
            let key = if args.office.is_some() {
                "due-nothing-office"
            } else {
                "due-nothing"
            };
            terminal.emessage(key, &[("days", args.days.to_string())]);
        }
        terminal.print_data(&text)
    })
}

/// The office of a key that was typed.
fn find_office(key: &str, context: &ReportContext<'_>) -> Result<OfficeId, Diagnostic> {
    let mut offices = context.register.offices();
    let found = offices
        .find(|(_, office)| office.record.key.as_str() == key)
        .map(|(id, _)| id);
    let keys = || {
        context
            .register
            .offices()
            .map(|(_, office)| office.record.key.as_str())
    };
    found.ok_or_else(|| usage_error("office").arg("found", key).suggest(key, keys()))
}

/// To be read: office by office, the most pressing first.
fn render_text(due: &[OfficeDue], days: u16, context: &ReportContext<'_>) -> String {
    let mut out = String::new();
    for of_one in due {
        let name = of_one
            .office
            .map(|id| context.plain_text(&context.register.office(id).record.name));
        let name = name.unwrap_or_else(|| context.message("due-no-office", &[]));
        push_wrapped(&mut out, "", &name.to_uppercase());
        push_wrapped(
            &mut out,
            "",
            &context.message("due-counts", &summary_args(of_one, days, context)),
        );
        for (reason, item) in group_by_reason(of_one) {
            out.push('\n');
            push_wrapped(
                &mut out,
                "",
                &context.message(
                    &format!("due-{}", reason.as_str()),
                    &[("days", days.to_string())],
                ),
            );
            for (n, one) in item {
                push_item(&mut out, n, one, context);
            }
        }
        out.push_str("\n\n");
    }
    out.truncate(out.trim_end().len());
    if out.is_empty() { out } else { out + "\n" }
}

/// One commitment, in a few lines.
fn push_item(out: &mut String, n: usize, item: &DueItem, context: &ReportContext<'_>) {
    let commitment = context.register.commitment(item.commitment);
    let entry = context.register.entry(commitment.entry);
    push_wrapped(
        out,
        &format!("{n:>3}. "),
        &context.plain_text(&commitment.record.text),
    );
    let mut line = |text: &str| push_wrapped(out, "     ", text);
    line(&deadline_line(item, context));
    let place = [
        ("stop", context.stop_label(entry.stop)),
        ("title", context.entry_title(commitment.entry)),
    ];
    line(&context.message("due-place", &place));
    if let Some(waits) = conditions_line(item, context) {
        line(&waits);
    }
    line(&status_line(item, context));
    line(&context.commitment_url(item.commitment));
}
