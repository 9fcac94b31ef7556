//! `jhur changes`: what changed since a day, as a note for the press: whole sentences, each status
//! with its decider, its source and its address. `register::changes_since` decides what changed.

use super::args::ChangesArgs;
use super::as_of;
use super::report::{ReportContext, kebab_name, push_wrapped, with_report};
use super::terminal::Terminal;
use super::usage_error::usage_error;
use crate::diag::{Diagnostic, ExitStatus};
use crate::plan::{Page, PageNumber};
use crate::records::{Day, Source, Withdrawn};
use crate::register::{
    ChangesSince, CommitmentId, FollowUpId, KnownStatus, Resolved, StatusGroup, Subject,
};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

pub(super) fn run(
    args: &ChangesArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let as_of = as_of::resolve(args.as_of.as_deref(), terminal.env)?;
    let since = as_of::parse_day(&args.since, "--since")?;
    with_report(root, as_of, terminal, |context| {
        if since > context.register.day() {
            return Err(usage_error("since")
                .arg("found", since.to_string())
                .arg("day", context.register.day().to_string()));
        }
        terminal.print_data(&render_changes(since, context))
    })
}

/// The whole note.
fn render_changes(day: Day, context: &ReportContext<'_>) -> String {
    let changed = context.register.changes_since(day);
    let mut out = String::new();
    let args = [
        ("site", context.plain_text(&context.register.site().title)),
        ("since", context.format_day(day)),
        ("day", context.format_day(context.register.day())),
    ];
    push_wrapped(&mut out, "", &context.message("changes-title", &args));
    push_wrapped(&mut out, "", &context.page_url(Page::Home));
    if changed.is_empty() {
        out.push('\n');
        push_wrapped(&mut out, "", &context.message("changes-nothing", &args));
    }
    for (name, items) in [
        ("stops", stop_items(&changed, context)),
        ("commitments", commitment_items(&changed, context)),
        ("status", status_change_items(&changed, context)),
        ("due", deadline_change_items(&changed, context)),
        ("passed", passed_items(&changed, context)),
        ("corrections", correction_items(&changed, context)),
        ("withdrawn", withdrawal_items(&changed, context)),
    ] {
        if !items.is_empty() {
            push_section(&mut out, name, &items, context);
        }
    }
    if let Some(line) = other_follow_ups_line(&changed, context) {
        out.push('\n');
        push_wrapped(&mut out, "", &line);
    }
    out.push('\n');
    push_wrapped(&mut out, "", &summary_line(context));
    out
}

/// The lines of one item of a list; the last is its address, where it has one.
type ItemLines = Vec<String>;

/// Appends the items of one kind under their heading, which counts them.
fn push_section(out: &mut String, name: &str, items: &[ItemLines], context: &ReportContext<'_>) {
    let all = if name == "stops" {
        context.register.stops().len()
    } else {
        context.register.totals().commitments
    };
    // One commitment can have several items, but has one address.
    let about: BTreeSet<&String> = items.iter().filter_map(|item| item.last()).collect();
    let args = [
        ("count", items.len().to_string()),
        ("about", about.len().to_string()),
        ("all", all.to_string()),
    ];
    out.push('\n');
    push_wrapped(out, "", &context.message(&format!("changes-{name}"), &args));
    for item in items {
        for (n, line) in item.iter().enumerate() {
            push_wrapped(out, if n == 0 { "  - " } else { "    " }, line);
        }
    }
}

fn stop_items(changed: &ChangesSince<'_>, context: &ReportContext<'_>) -> Vec<ItemLines> {
    let mut items = Vec::new();
    for &id in &changed.stops {
        let totals = &context.register.stop(id).totals;
        let args = [
            ("stop", context.stop_label(id)),
            ("aspirations", totals.aspirations.to_string()),
            ("outcomes", context.outcomes(totals)),
            ("commitments", totals.commitments.to_string()),
        ];
        items.push(vec![
            context.message("changes-stop", &args),
            context.page_url(Page::Stop(id, PageNumber::FIRST)),
        ]);
    }
    items
}

/// A commitment in a sentence: its text and the office that made it.
fn describe_commitment(id: CommitmentId, context: &ReportContext<'_>) -> String {
    let commitment = context.register.commitment(id);
    let text = ("promise", context.plain_text(&commitment.record.text));
    let Some(office) = commitment.office else {
        return context.message("changes-promise-nobody", &[text]);
    };
    let office = context.plain_text(context.register.office(office).record.display_name());
    context.message("changes-promise", &[text, ("office", office)])
}

fn commitment_items(changed: &ChangesSince<'_>, context: &ReportContext<'_>) -> Vec<ItemLines> {
    let mut items = Vec::new();
    for &id in &changed.commitments {
        let commitment = context.register.commitment(id);
        // As it was promised: moved deadlines have a section of their own.
        let due = match commitment.first_deadline.due {
            Some(due) => context.message("due-deadline", &[("due", context.format_deadline(due))]),
            None => context.message("due-no-deadline", &[]),
        };
        items.push(vec![
            describe_commitment(id, context),
            context.place_line(commitment.entry),
            due,
            context.commitment_url(id),
        ]);
    }
    items
}

fn passed_items(changed: &ChangesSince<'_>, context: &ReportContext<'_>) -> Vec<ItemLines> {
    let mut items = Vec::new();
    for &id in &changed.newly_passed {
        let current = &context.register.commitment(id).current_deadline;
        let due = current.due.map(|due| context.format_deadline(due));
        let args = [("due", due.unwrap_or_default())];
        let key = format!("changes-deadline-{}", current.state.key());
        items.push(vec![
            describe_commitment(id, context),
            context.message(&key, &args),
            context.commitment_url(id),
        ]);
    }
    items
}

/// The commitments that a follow-up is about.
fn target_commitments(id: FollowUpId, context: &ReportContext<'_>) -> Vec<CommitmentId> {
    let mut commitments = Vec::new();
    for subject in &context.register.follow_up(id).about {
        if let Subject::Commitment(id) = subject {
            commitments.push(*id);
        }
    }
    commitments
}

/// Every status that was given.
fn status_change_items(changed: &ChangesSince<'_>, context: &ReportContext<'_>) -> Vec<ItemLines> {
    let mut items = Vec::new();
    for &id in &changed.follow_ups {
        let record = context.register.follow_up(id).record;
        let Some(status) = record.status.map(|status| status.value) else {
            continue;
        };
        for commitment in target_commitments(id, context) {
            let args = [
                ("day", context.format_day(record.date.value)),
                ("status", context.status_label(KnownStatus::Given(status))),
                ("promise", describe_commitment(commitment, context)),
            ];
            let mut lines = vec![context.message("changes-move", &args)];
            push_follow_up(&mut lines, id, context);
            lines.push(context.commitment_url(commitment));
            items.push(lines);
        }
    }
    items
}

/// Every deadline that was moved.
fn deadline_change_items(
    changed: &ChangesSince<'_>,
    context: &ReportContext<'_>,
) -> Vec<ItemLines> {
    let mut items = Vec::new();
    for &id in &changed.follow_ups {
        let record = context.register.follow_up(id).record;
        let Some(due) = &record.due else { continue };
        for commitment in target_commitments(id, context) {
            let first = context.register.commitment(commitment).first_deadline.due;
            let first = match first {
                Some(due) => context.format_deadline(due),
                None => context.message("changes-no-due", &[]),
            };
            let args = [
                ("day", context.format_day(record.date.value)),
                ("promise", describe_commitment(commitment, context)),
                ("first", first),
                ("due", context.format_deadline(due)),
            ];
            let mut lines = vec![context.message("changes-moved", &args)];
            push_follow_up(&mut lines, id, context);
            lines.push(context.commitment_url(commitment));
            items.push(lines);
        }
    }
    items
}

/// Appends what happened, who decided, the sources, and what an office disputes.
fn push_follow_up(lines: &mut ItemLines, id: FollowUpId, context: &ReportContext<'_>) {
    let follow_up = context.register.follow_up(id);
    let record = follow_up.record;
    lines.push(context.plain_text(&record.text));
    if let Some(by) = &record.by {
        lines.push(context.message("changes-by", &[("by", context.plain_text(by))]));
    }
    for source in &follow_up.sources {
        let args = [("source", source_line(source, context))];
        lines.push(context.message("changes-source", &args));
    }
    if let Some(text) = &record.disputed {
        lines.push(context.message("changes-disputed", &[("text", context.plain_text(text))]));
    }
}

/// `Radar Jember (pers), 3 Oktober 2022, https://…`
fn source_line(source: &Source, context: &ReportContext<'_>) -> String {
    let mut line = source.publisher.to_string();
    if let Some(kind) = source.kind {
        let kind = context.message(&format!("said-{}", kebab_name(kind)), &[]);
        let _ = write!(line, " ({kind})");
    }
    if let Some(day) = &source.date {
        let _ = write!(line, ", {}", context.format_day(day.value));
    }
    if let Some(url) = &source.url {
        let _ = write!(line, ", {url}");
    }
    line
}

/// Corrections that were recorded, and revisions that changed what was published.
fn correction_items(changed: &ChangesSince<'_>, context: &ReportContext<'_>) -> Vec<ItemLines> {
    let mut items = Vec::new();
    for (stop, correction) in &changed.corrections {
        let (record, page) = match context.register.correction_target(*stop, correction) {
            Some(entry) => (context.entry_title(entry), Page::Entry(entry)),
            None => (
                context.stop_label(*stop),
                Page::Stop(*stop, PageNumber::FIRST),
            ),
        };
        let args = [
            ("day", context.format_day(correction.date.value)),
            ("record", record),
            ("text", context.plain_text(&correction.text)),
        ];
        items.push(vec![
            context.message("changes-correction", &args),
            context.page_url(page),
        ]);
    }
    for &(id, number) in &changed.corrected_revisions {
        let history = context.register.history(id);
        let args = [
            ("day", context.format_day(history.revision(number).release)),
            ("record", record_title(history.record, context)),
            ("revision", number.to_string()),
        ];
        let page = context.page_url(context.plan.revision_history_page(id, number));
        items.push(vec![
            context.message("changes-revision", &args),
            format!("{page}#_r{number}"),
        ]);
    }
    items
}

/// The title of a record in the revision log, with its name there if this is no stop's.
fn record_title(name: &str, context: &ReportContext<'_>) -> String {
    match context.register.resolve(name) {
        Some(Resolved::Stop(id)) => context.stop_label(id),
        Some(Resolved::Entry(id)) => format!("{} ({name})", context.entry_title(id)),
        _ => name.to_owned(),
    }
}

fn withdrawal_items(changed: &ChangesSince<'_>, context: &ReportContext<'_>) -> Vec<ItemLines> {
    let mut items = Vec::new();
    for &n in &changed.withdrawals {
        let withdrawal = &context.register.withdrawals()[n];
        let record = withdrawal.record.clone();
        let mut lines = vec![withdrawal_line(record, withdrawal.withdrawn, context)];
        if let Some(page) = context.plan.page_for_record(&withdrawal.record) {
            lines.push(context.page_url(page));
        }
        items.push(lines);
    }
    for (entry, commitment) in &changed.withdrawn_commitments {
        let Some(withdrawn) = &commitment.withdrawn else {
            continue;
        };
        let entry_reference = context.register.entry_reference(*entry);
        let record = format!("{entry_reference}/{}", commitment.id);
        let page = context.page_url(Page::Entry(*entry));
        items.push(vec![
            withdrawal_line(record, withdrawn, context),
            format!("{page}#{}", commitment.id),
        ]);
    }
    items
}

fn withdrawal_line(record: String, withdrawn: &Withdrawn, context: &ReportContext<'_>) -> String {
    let args = [
        ("day", context.format_day(withdrawn.date.value)),
        ("record", record),
        ("reason", context.plain_text(&withdrawn.reason)),
    ];
    context.message("changes-gone", &args)
}

/// Counts follow-ups that changed no status and no deadline, and apart from them the searches that
/// found nothing. Returns `None` if there are neither.
fn other_follow_ups_line(
    changed: &ChangesSince<'_>,
    context: &ReportContext<'_>,
) -> Option<String> {
    let (mut other, mut checks) = (0, 0);
    for &id in &changed.follow_ups {
        let record = context.register.follow_up(id).record;
        if record.check {
            checks += 1;
        } else if record.status.is_none() && record.due.is_none() {
            other += 1;
        }
    }
    if other + checks == 0 {
        return None;
    }
    let args = [
        ("count", other.to_string()),
        ("checks", checks.to_string()),
        ("url", context.page_url(Page::FollowUps(PageNumber::FIRST))),
    ];
    Some(context.message("changes-news", &args))
}

/// The totals of the register, every figure with the number of which it is a part.
fn summary_line(context: &ReportContext<'_>) -> String {
    let totals = context.register.totals();
    let mut groups = Vec::new();
    for group in StatusGroup::ALL {
        let count = totals.count_in_group(group);
        if count > 0 {
            let key = format!("count-group-{}", group.key());
            groups.push(context.message(&key, &[("count", count.to_string())]));
        }
    }
    if totals.withheld_commitments > 0 {
        let count = totals.withheld_commitments.to_string();
        groups.push(context.message("count-group-withheld", &[("count", count)]));
    }
    let args = [
        ("day", context.format_day(context.register.day())),
        ("aspirations", totals.aspirations.to_string()),
        ("outcomes", context.outcomes(totals)),
        ("commitments", totals.commitments.to_string()),
        ("groups", groups.join(", ")),
    ];
    context.message("changes-standing", &args)
}
