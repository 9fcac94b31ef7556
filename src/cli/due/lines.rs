//! The lines of a commitment that is due, the same in the text and in a letter.

use crate::cli::report::ReportContext;
use crate::diag::messages::MessageArgs;
use crate::register::{DueItem, DueReason, OfficeDue};

/// The figures of an office, for the gaps in a text.
pub(super) fn summary_args(
    due: &OfficeDue,
    days: u16,
    context: &ReportContext<'_>,
) -> [(&'static str, String); 6] {
    let [overdue, soon, waiting, quiet] = due.counts.map(|count| count.to_string());
    let day = ("day", context.format_day(context.register.day()));
    let all = ("commitments", due.commitments.to_string());
    let stats = context.message(
        "due-figures",
        &[
            ("overdue", overdue),
            ("soon", soon),
            ("waiting", waiting),
            ("quiet", quiet),
            ("days", days.to_string()),
        ],
    );
    let name = due
        .office
        .map(|id| context.plain_text(&context.register.office(id).record.name))
        .unwrap_or_default();
    [
        day,
        all,
        ("figures", stats),
        ("office", name),
        ("days", days.to_string()),
        ("asked", due.items.len().to_string()),
    ]
}

/// What is asked, by reason; numbered through, so that an answer can name the number.
pub(super) fn group_by_reason(
    due: &OfficeDue,
) -> impl Iterator<Item = (DueReason, Vec<(usize, &DueItem)>)> {
    DueReason::ALL.into_iter().filter_map(|reason| {
        let all = due.items.iter().enumerate().map(|(n, item)| (n + 1, item));
        let group: Vec<_> = all.filter(|(_, item)| item.reason == reason).collect();
        (!group.is_empty()).then_some((reason, group))
    })
}

/// The deadline as it was said and as a day, with the days; and what it was at first.
pub(super) fn deadline_line(item: &DueItem, context: &ReportContext<'_>) -> String {
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
pub(super) fn conditions_line(item: &DueItem, context: &ReportContext<'_>) -> Option<String> {
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
pub(super) fn status_line(item: &DueItem, context: &ReportContext<'_>) -> String {
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
