//! `jhur changes`: what changed since a day, as a note for the press: whole sentences, each status
//! with who says so, its source and its address. `register::changes_since` decides what changed.

use super::args::ChangesArgs;
use super::as_of;
use super::report::{ReportContext, kebab_name, push_wrapped, with_report};
use super::terminal::Terminal;
use super::usage_error::usage_error;
use crate::diag::messages::MessageArgs;
use crate::diag::{Diagnostic, ExitStatus};
use crate::plan::{Page, PageNumber};
use crate::records::{Day, Source};
use crate::register::{ChangesSince, CommitmentId, FollowUpId, Resolved, StatusGroup, Subject};
use std::collections::BTreeSet;
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
    let site = context.plain_text(&context.register.site().title);
    let span = [
        ("site", site),
        ("since", context.format_day(day)),
        ("day", context.format_day(context.register.day())),
    ];
    push_wrapped(&mut out, "", &context.message("changes-title", &span));
    push_wrapped(&mut out, "", &context.page_url(Page::Home));
    if changed.is_empty() {
        out.push('\n');
        push_wrapped(&mut out, "", &context.message("changes-nothing", &span));
    }
    let parts = [
        ("stops", stop_items(&changed, context)),
        (
            "commitments",
            changed
                .commitments
                .iter()
                .map(|id| commitment_item(*id, context))
                .collect(),
        ),
        ("status", status_change_items(&changed, context)),
        ("due", deadline_change_items(&changed, context)),
        (
            "overdue",
            changed
                .newly_overdue
                .iter()
                .map(|id| overdue_item(*id, context))
                .collect(),
        ),
        ("corrections", correction_items(&changed, context)),
        ("withdrawn", withdrawal_items(&changed, context)),
    ];
    for (name, items) in parts.iter().filter(|(_, items)| !items.is_empty()) {
        push_section(&mut out, name, items, context);
    }
    for line in [
        other_follow_ups_line(&changed, context),
        Some(summary_line(context)),
    ]
    .into_iter()
    .flatten()
    {
        out.push('\n');
        push_wrapped(&mut out, "", &line);
    }
    out
}

/// Some lines about one thing; the last is its address, where it has one.
type ItemLines = Vec<String>;

/// What changed of one kind, under its heading with the figures.
fn push_section(out: &mut String, name: &str, items: &[ItemLines], context: &ReportContext<'_>) {
    let all = if name == "stops" {
        context.register.stops().len()
    } else {
        context.register.totals().commitments
    };
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
    let item = |id: &crate::register::StopId| {
        let totals = &context.register.stop(*id).totals;
        let args = [
            ("stop", context.stop_label(*id)),
            ("aspirations", totals.aspirations.to_string()),
            ("answered", totals.answered.to_string()),
            ("commitments", totals.commitments.to_string()),
        ];
        vec![
            context.message("changes-stop", &args),
            context.page_url(Page::Stop(*id, PageNumber::FIRST)),
        ]
    };
    changed.stops.iter().map(item).collect()
}

/// What a commitment is called: the promise and who made it.
fn describe_commitment(id: CommitmentId, context: &ReportContext<'_>) -> String {
    let commitment = context.register.commitment(id);
    let promise = ("promise", context.plain_text(&commitment.record.text));
    match commitment
        .office
        .map(|office| context.plain_text(context.register.office(office).record.display_name()))
    {
        Some(office) => context.message("changes-promise", &[promise, ("office", office)]),
        None => context.message("changes-promise-nobody", &[promise]),
    }
}

fn commitment_item(id: CommitmentId, context: &ReportContext<'_>) -> ItemLines {
    let commitment = context.register.commitment(id);
    let stop = context.stop_label(context.register.entry(commitment.entry).stop);
    let due = match commitment.first_deadline.due {
        Some(due) => context.message("due-deadline", &[("due", context.format_deadline(due))]),
        None => context.message("due-no-deadline", &[]),
    };
    let place = context.message(
        "due-place",
        &[
            ("stop", stop),
            ("title", context.entry_title(commitment.entry)),
        ],
    );
    vec![
        describe_commitment(id, context),
        place,
        due,
        context.commitment_url(id),
    ]
}

fn overdue_item(id: CommitmentId, context: &ReportContext<'_>) -> ItemLines {
    let current = &context.register.commitment(id).current_deadline;
    let due = current
        .due
        .map(|due| context.format_deadline(due))
        .unwrap_or_default();
    let days = current.timeliness.days().unwrap_or_default();
    let deadline = context.message(
        "due-deadline-overdue",
        &[("due", due), ("days", days.to_string())],
    );
    vec![
        describe_commitment(id, context),
        deadline,
        context.commitment_url(id),
    ]
}

/// The commitments that news is about.
fn target_commitments(
    id: FollowUpId,
    context: &ReportContext<'_>,
) -> impl Iterator<Item = CommitmentId> {
    context
        .register
        .follow_up(id)
        .about
        .iter()
        .filter_map(|subject| match subject {
            Subject::Commitment(id) => Some(*id),
            _ => None,
        })
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
                ("status", context.status_label(Some(status))),
                ("promise", describe_commitment(commitment, context)),
            ];
            items.push(
                [
                    vec![context.message("changes-move", &args)],
                    follow_up_lines(id, context),
                    vec![context.commitment_url(commitment)],
                ]
                .concat(),
            );
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
            let args = [
                ("day", context.format_day(record.date.value)),
                ("promise", describe_commitment(commitment, context)),
                (
                    "first",
                    first.map_or_else(
                        || context.message("changes-no-due", &[]),
                        |due| context.format_deadline(due),
                    ),
                ),
                ("due", context.format_deadline(due)),
            ];
            items.push(
                [
                    vec![context.message("changes-moved", &args)],
                    follow_up_lines(id, context),
                    vec![context.commitment_url(commitment)],
                ]
                .concat(),
            );
        }
    }
    items
}

/// What happened, who decided, who says so, who contests it.
fn follow_up_lines(id: FollowUpId, context: &ReportContext<'_>) -> ItemLines {
    let follow_up = context.register.follow_up(id);
    let mut lines = vec![context.plain_text(&follow_up.record.text)];
    lines.extend(
        follow_up
            .record
            .by
            .as_ref()
            .map(|by| context.message("changes-by", &[("by", context.plain_text(by))])),
    );
    lines.extend(follow_up.sources.iter().map(|source| {
        context.message(
            "changes-source",
            &[("source", source_line(source, context))],
        )
    }));
    lines.extend(
        follow_up
            .record
            .disputed
            .as_ref()
            .map(|text| context.message("changes-disputed", &[("text", context.plain_text(text))])),
    );
    lines
}

/// `Radar Jember (pers), 3 Oktober 2022, https://…`
fn source_line(source: &Source, context: &ReportContext<'_>) -> String {
    let kind = source
        .kind
        .map(|kind| {
            format!(
                " ({})",
                context.message(&format!("said-{}", kebab_name(kind)), &[])
            )
        })
        .unwrap_or_default();
    let day = source
        .date
        .map(|day| format!(", {}", context.format_day(day.value)))
        .unwrap_or_default();
    let url = source
        .url
        .as_ref()
        .map(|url| format!(", {url}"))
        .unwrap_or_default();
    format!("{}{kind}{day}{url}", source.publisher)
}

/// Corrections that were told, and revisions that changed what was published.
fn correction_items(changed: &ChangesSince<'_>, context: &ReportContext<'_>) -> Vec<ItemLines> {
    let told = changed.corrections.iter().map(|(stop, correction)| {
        let entry = context.register.correction_target(*stop, correction);
        let args = [
            ("day", context.format_day(correction.date.value)),
            (
                "record",
                entry.map_or_else(
                    || context.stop_label(*stop),
                    |entry| context.entry_title(entry),
                ),
            ),
            ("text", context.plain_text(&correction.text)),
        ];
        vec![
            context.message("changes-correction", &args),
            context.page_url(entry.map_or(Page::Stop(*stop, PageNumber::FIRST), Page::Entry)),
        ]
    });
    let revised = changed.corrected_revisions.iter().map(|&(id, number)| {
        let history = context.register.history(id);
        let args = [
            ("day", context.format_day(history.revision(number).release)),
            ("record", record_title(history.record, context)),
            ("revision", number.to_string()),
        ];
        let url = format!(
            "{}#_r{number}",
            context.page_url(context.plan.revision_history_page(id, number))
        );
        vec![context.message("changes-revision", &args), url]
    });
    told.chain(revised).collect()
}

/// What a record in the log is called, with its name there.
fn record_title(name: &str, context: &ReportContext<'_>) -> String {
    match context.register.resolve(name) {
        Some(Resolved::Stop(id)) => context.stop_label(id),
        Some(Resolved::Entry(id)) => format!("{} ({name})", context.entry_title(id)),
        _ => name.to_owned(),
    }
}

fn withdrawal_items(changed: &ChangesSince<'_>, context: &ReportContext<'_>) -> Vec<ItemLines> {
    let item = |record: String, withdrawn: &crate::records::Withdrawn, url: Option<String>| {
        let args = [
            ("day", context.format_day(withdrawn.date.value)),
            ("record", record),
            ("reason", context.plain_text(&withdrawn.reason)),
        ];
        std::iter::once(context.message("changes-gone", &args))
            .chain(url)
            .collect()
    };
    let whole = changed.withdrawals.iter().map(|n| {
        let withdrawal = &context.register.withdrawals()[*n];
        let url = context
            .plan
            .page_for_record(&withdrawal.record)
            .map(|page| context.page_url(page));
        item(withdrawal.record.clone(), withdrawal.withdrawn, url)
    });
    let commitments = changed
        .withdrawn_commitments
        .iter()
        .filter_map(|(entry, commitment)| {
            let record = format!(
                "{}/{}",
                context.register.entry_reference(*entry),
                commitment.id
            );
            let url = format!(
                "{}#{}",
                context.page_url(Page::Entry(*entry)),
                commitment.id
            );
            Some(item(record, commitment.withdrawn.as_ref()?, Some(url)))
        });
    whole.chain(commitments).collect()
}

/// News that moved no status and no deadline is counted, and searches that found nothing apart from
/// it.
fn other_follow_ups_line(
    changed: &ChangesSince<'_>,
    context: &ReportContext<'_>,
) -> Option<String> {
    let records = || {
        changed
            .follow_ups
            .iter()
            .map(|id| context.register.follow_up(*id).record)
    };
    let other = records()
        .filter(|follow_up| {
            follow_up.status.is_none() && follow_up.due.is_none() && !follow_up.check
        })
        .count();
    let checks = records().filter(|follow_up| follow_up.check).count();
    let args = [
        ("count", other.to_string()),
        ("checks", checks.to_string()),
        ("url", context.page_url(Page::FollowUps(PageNumber::FIRST))),
    ];
    (other + checks > 0).then(|| context.message("changes-news", &args))
}

/// Where things stand now, every figure with the number of which it is a part.
fn summary_line(context: &ReportContext<'_>) -> String {
    let totals = context.register.totals();
    let [not_started, under_way, done, not_pursued] =
        StatusGroup::ALL.map(|group| totals.count_in_group(group).to_string());
    let args: &MessageArgs = &[
        ("day", context.format_day(context.register.day())),
        ("aspirations", totals.aspirations.to_string()),
        ("answered", totals.answered.to_string()),
        ("commitments", totals.commitments.to_string()),
        ("not-started", not_started),
        ("under-way", under_way),
        ("done", done),
        ("not-pursued", not_pursued),
        ("overdue", totals.overdue.to_string()),
    ];
    context.message("changes-standing", args)
}
