//! `jhur due`: the commitments of each office whose deadline has passed or is near, that wait for
//! something, or have had no direct news for long; as text, JSON, CSV or letters. `register::due` decides which.

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
    let mut keys = Vec::new();
    for (id, office) in context.register.offices() {
        let office_key = office.record.key.as_str();
        if office_key == key {
            return Ok(id);
        }
        keys.push(office_key);
    }
    Err(usage_error("office").arg("found", key).suggest(key, keys))
}

/// The text for a person: office by office, the most pressing first.
fn render_text(due: &[OfficeDue], days: u16, context: &ReportContext<'_>) -> String {
    let mut out = String::new();
    for due in due {
        let name = match due.office {
            Some(id) => context.office_name(id),
            None => context.message("due-no-office", &[]),
        };
        push_wrapped(&mut out, "", &name.to_uppercase());
        let counts = context.message("due-counts", &summary_args(due, days, context));
        push_wrapped(&mut out, "", &counts);
        for (reason, items) in group_by_reason(due) {
            let key = format!("due-{}", reason.as_str());
            let heading = context.message(&key, &[("days", days.to_string())]);
            out.push('\n');
            push_wrapped(&mut out, "", &heading);
            for (n, item) in items {
                push_item(&mut out, n, item, context);
            }
        }
        out.push_str("\n\n");
    }
    // No blank lines at the end, and nothing at all if nothing is due.
    out.truncate(out.trim_end().len());
    if out.is_empty() { out } else { out + "\n" }
}

/// One commitment, in a few lines.
fn push_item(out: &mut String, n: usize, item: &DueItem, context: &ReportContext<'_>) {
    let commitment = context.register.commitment(item.commitment);
    let text = context.plain_text(&commitment.record.text);
    push_wrapped(out, &format!("{n:>3}. "), &text);
    let mut line = |text: &str| push_wrapped(out, "     ", text);
    line(&deadline_line(item, context));
    line(&context.place_line(commitment.entry));
    if let Some(conditions) = conditions_line(item, context) {
        line(&conditions);
    }
    line(&status_line(item, context));
    line(&context.commitment_url(item.commitment));
}
