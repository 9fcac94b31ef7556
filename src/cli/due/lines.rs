//! The lines about a commitment that is due, the same in the text and in the letters of `jhur due`.

use crate::cli::report::ReportContext;
use crate::register::{DueItem, DueReason, OfficeDue};

/// The counts of an office, as arguments of messages.
pub(super) fn summary_args(
    due: &OfficeDue,
    days: u16,
    context: &ReportContext<'_>,
) -> [(&'static str, String); 6] {
    let [passed, soon, waiting, quiet] = due.counts.map(|count| count.to_string());
    let days = ("days", days.to_string());
    let args = [
        ("passed", passed),
        ("soon", soon),
        ("waiting", waiting),
        ("quiet", quiet),
        days.clone(),
    ];
    let office = due.office.map(|id| context.office_name(id));
    [
        ("day", context.format_day(context.register.day())),
        ("commitments", due.commitments.to_string()),
        ("figures", context.message("due-figures", &args)),
        ("office", office.unwrap_or_default()),
        days,
        ("asked", due.items.len().to_string()),
    ]
}

/// The commitments by reason; numbered through, so that an answer can name the number.
pub(super) fn group_by_reason(due: &OfficeDue) -> Vec<(DueReason, Vec<(usize, &DueItem)>)> {
    let mut groups = Vec::new();
    for reason in DueReason::ALL {
        let numbered = (1..).zip(&due.items);
        let group: Vec<_> = numbered.filter(|(_, item)| item.reason == reason).collect();
        if !group.is_empty() {
            groups.push((reason, group));
        }
    }
    groups
}

/// The deadline as it was said and as a day; and what it was at first.
pub(super) fn deadline_line(item: &DueItem, context: &ReportContext<'_>) -> String {
    let commitment = context.register.commitment(item.commitment);
    let Some(due) = commitment.current_deadline.due else {
        return context.message("due-no-deadline", &[]);
    };
    let due = ("due", context.format_deadline(due));
    let now = context.message("due-deadline", &[due]);
    match commitment.first_deadline.due {
        Some(first) if commitment.has_moved_deadline() => {
            let first = context.format_deadline(first);
            context.message("due-deadline-moved", &[("now", now), ("first", first)])
        }
        _ => now,
    }
}

/// What the commitment depends on. Returns `None` if nothing is recorded.
pub(super) fn conditions_line(item: &DueItem, context: &ReportContext<'_>) -> Option<String> {
    let record = context.register.commitment(item.commitment).record;
    let texts = record.budget.iter().chain(&record.conditions);
    let texts: Vec<String> = texts.map(|text| context.plain_text(text)).collect();
    (!texts.is_empty()).then(|| context.message("due-waits", &[("on", texts.join("; "))]))
}

/// What is known, with the day of the last direct news; and whether somebody looked for news.
pub(super) fn status_line(item: &DueItem, context: &ReportContext<'_>) -> String {
    let commitment = context.register.commitment(item.commitment);
    let status = ("status", context.status_label(commitment.status));
    let known = match commitment.last_direct_news {
        Some(day) => context.message("due-known", &[status, ("last", context.format_day(day))]),
        None => context.message("due-known-nothing", &[status]),
    };
    let looked_for = match commitment.last_check {
        Some(day) => context.message("due-looked-for", &[("day", context.format_day(day))]),
        None => context.message("due-never-looked-for", &[]),
    };
    format!("{known} {looked_for}")
}
