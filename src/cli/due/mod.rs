//! `jhur due`: what each office is late with, what falls due soon, what waits, what has had no news: to be read, as data, or as a
//! letter. The register decides what that is.

mod data;
mod letter;

use super::args::{DueArgs, DueFormat};
use super::report::{ReportContext, push_wrapped, with_report};
use super::terminal::Terminal;
use super::{ExitStatus, as_of, usage_error};
use crate::diag::Diagnostic;
use crate::diag::messages::MessageArgs;
use crate::register::{DueItem, DueReason, OfficeDue, OfficeId};
use std::path::Path;

pub(super) fn run(
    args: &DueArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let when = as_of::resolve_as_of(args.as_of.as_deref(), terminal.env)?;
    with_report(root, when, terminal, |context| {
        let mut owed = context.register.due_by_office(args.days.into());
        if let Some(key) = &args.office {
            let office = find_office(key, context)?;
            owed.retain(|owed| owed.office == Some(office));
        }
        let text = match args.format {
            DueFormat::Text => render_text(&owed, args.days, context),
            DueFormat::Json => data::render_json(&owed, args.days, context),
            DueFormat::Csv => data::render_csv(&owed, context),
            DueFormat::Letter => letter::render_letters(&owed, args.days, context),
        };
        if owed.is_empty() {
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
fn render_text(owed: &[OfficeDue], days: u16, context: &ReportContext<'_>) -> String {
    let mut out = String::new();
    for of_one in owed {
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

/// The figures of an office, for the gaps in a text.
fn summary_args(
    owed: &OfficeDue,
    days: u16,
    context: &ReportContext<'_>,
) -> [(&'static str, String); 6] {
    let [overdue, soon, waiting, quiet] = owed.counts.map(|count| count.to_string());
    let day = ("day", context.format_day(context.register.day()));
    let all = ("commitments", owed.commitments.to_string());
    let figures = context.message(
        "due-figures",
        &[
            ("overdue", overdue),
            ("soon", soon),
            ("waiting", waiting),
            ("quiet", quiet),
            ("days", days.to_string()),
        ],
    );
    let name = owed
        .office
        .map(|id| context.plain_text(&context.register.office(id).record.name))
        .unwrap_or_default();
    [
        day,
        all,
        ("figures", figures),
        ("office", name),
        ("days", days.to_string()),
        ("asked", owed.items.len().to_string()),
    ]
}

/// What is asked, by reason; numbered through, so that an answer can name the number.
fn group_by_reason(owed: &OfficeDue) -> impl Iterator<Item = (DueReason, Vec<(usize, &DueItem)>)> {
    DueReason::ALL.into_iter().filter_map(|reason| {
        let all = owed.items.iter().enumerate().map(|(n, item)| (n + 1, item));
        let group: Vec<_> = all.filter(|(_, item)| item.reason == reason).collect();
        (!group.is_empty()).then_some((reason, group))
    })
}

/// The deadline as it was said and as a day, with the days; and what it was at first.
fn deadline_line(item: &DueItem, context: &ReportContext<'_>) -> String {
    let commitment = context.register.commitment(item.commitment);
    let Some(due) = commitment.current_deadline.due else {
        return context.message("due-no-deadline", &[]);
    };
    let mut args = vec![
        ("due", context.format_deadline(due)),
        ("days", item.days.unwrap_or_default().to_string()),
    ];
    let key = match item.reason {
        DueReason::Overdue => "due-deadline-overdue",
        DueReason::DueSoon => "due-deadline-soon",
        DueReason::Waiting | DueReason::Quiet => "due-deadline",
    };
    let now = context.message(key, &args);
    match commitment
        .first_deadline
        .due
        .filter(|_| commitment.has_moved_deadline())
    {
        None => now,
        Some(first) => {
            args = vec![("now", now), ("first", context.format_deadline(first))];
            context.message("due-deadline-moved", &args)
        }
    }
}

/// On what it depends, if it was said.
fn conditions_line(item: &DueItem, context: &ReportContext<'_>) -> Option<String> {
    let record = context.register.commitment(item.commitment).record;
    let on: Vec<String> = record
        .budget
        .iter()
        .chain(&record.conditions)
        .map(|text| context.plain_text(text))
        .collect();
    (!on.is_empty()).then(|| context.message("due-waits", &[("on", on.join("; "))]))
}

/// The status, and since when there was no news.
fn status_line(item: &DueItem, context: &ReportContext<'_>) -> String {
    let commitment = context.register.commitment(item.commitment);
    let has_news = commitment.last_news > commitment.made_on;
    let args: &MessageArgs = &[
        ("status", context.status_label(commitment.status)),
        ("last", context.format_day(commitment.last_news)),
        (
            "days",
            context
                .register
                .day()
                .days_since(commitment.last_news)
                .to_string(),
        ),
    ];
    context.message(
        if has_news {
            "due-standing"
        } else {
            "due-standing-silent"
        },
        args,
    )
}
