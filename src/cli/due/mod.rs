//! `jhur due`: what each office is late with, what falls due soon, what waits, what has had no news: to be read, as data, or as a
//! letter. The register decides what that is.

mod data;
mod letter;

use super::args::{Due, DueFormat};
use super::report::{View, look, put};
use super::terminal::Screen;
use super::{Ended, as_of, bad};
use crate::diag::Diagnostic;
use crate::diag::messages::Args;
use crate::register::{DueItem, DueReason, OfficeDue, OfficeId};
use std::path::Path;

pub(super) fn run(args: &Due, root: &Path, screen: &Screen<'_>) -> Result<Ended, Diagnostic> {
    let when = as_of::chosen(args.as_of.as_deref(), screen.env)?;
    look(root, when, screen, |view| {
        let mut owed = view.register.due_by_office(args.days.into());
        if let Some(key) = &args.office {
            let office = office(key, view)?;
            owed.retain(|owed| owed.office == Some(office));
        }
        let text = match args.format {
            DueFormat::Text => text(&owed, args.days, view),
            DueFormat::Json => data::json(&owed, args.days, view),
            DueFormat::Csv => data::csv(&owed, view),
            DueFormat::Letter => letter::all(&owed, args.days, view),
        };
        if owed.is_empty() {
            let key = if args.office.is_some() { "due-nothing-office" } else { "due-nothing" };
            screen.tell(key, &[("days", args.days.to_string())]);
        }
        screen.data(&text)
    })
}

/// The office of a key that was typed.
fn office(key: &str, view: &View<'_>) -> Result<OfficeId, Diagnostic> {
    let mut offices = view.register.offices();
    let found = offices.find(|(_, office)| office.record.key.as_str() == key).map(|(id, _)| id);
    let keys = || view.register.offices().map(|(_, office)| office.record.key.as_str());
    found.ok_or_else(|| bad("office").with("found", key).near(key, keys()))
}

/// To be read: office by office, the most pressing first.
fn text(owed: &[OfficeDue], days: u16, view: &View<'_>) -> String {
    let mut out = String::new();
    for of_one in owed {
        let name = of_one.office.map(|id| view.plain(&view.register.office(id).record.name));
        let name = name.unwrap_or_else(|| view.say("due-no-office", &[]));
        put(&mut out, "", &name.to_uppercase());
        put(&mut out, "", &view.say("due-counts", &counts(of_one, days, view)));
        for (reason, asked) in groups(of_one) {
            out.push('\n');
            put(&mut out, "", &view.say(&format!("due-{}", reason.as_str()), &[("days", days.to_string())]));
            for (n, one) in asked {
                item(&mut out, n, one, view);
            }
        }
        out.push_str("\n\n");
    }
    out.truncate(out.trim_end().len());
    if out.is_empty() { out } else { out + "\n" }
}

/// One commitment, in a few lines.
fn item(out: &mut String, n: usize, asked: &DueItem, view: &View<'_>) {
    let commitment = view.register.commitment(asked.commitment);
    let entry = view.register.entry(commitment.entry);
    put(out, &format!("{n:>3}. "), &view.plain(&commitment.record.text));
    let mut line = |text: &str| put(out, "     ", text);
    line(&deadline(asked, view));
    let place = [("stop", view.stop(entry.stop)), ("title", view.title(commitment.entry))];
    line(&view.say("due-place", &place));
    if let Some(waits) = waits(asked, view) {
        line(&waits);
    }
    line(&standing(asked, view));
    line(&view.commitment_url(asked.commitment));
}

/// The figures of an office, for the gaps in a text.
fn counts(owed: &OfficeDue, days: u16, view: &View<'_>) -> [(&'static str, String); 6] {
    let [overdue, soon, waiting, quiet] = owed.counts.map(|count| count.to_string());
    let day = ("day", view.day(view.register.day()));
    let all = ("commitments", owed.commitments.to_string());
    let figures = view.say(
        "due-figures",
        &[("overdue", overdue), ("soon", soon), ("waiting", waiting), ("quiet", quiet), ("days", days.to_string())],
    );
    let name = owed.office.map(|id| view.plain(&view.register.office(id).record.name)).unwrap_or_default();
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
fn groups(owed: &OfficeDue) -> impl Iterator<Item = (DueReason, Vec<(usize, &DueItem)>)> {
    DueReason::ALL.into_iter().filter_map(|reason| {
        let all = owed.items.iter().enumerate().map(|(n, asked)| (n + 1, asked));
        let group: Vec<_> = all.filter(|(_, asked)| asked.reason == reason).collect();
        (!group.is_empty()).then_some((reason, group))
    })
}

/// The deadline as it was said and as a day, with the days; and what it was at first.
fn deadline(asked: &DueItem, view: &View<'_>) -> String {
    let commitment = view.register.commitment(asked.commitment);
    let Some(due) = commitment.current_deadline.due else { return view.say("due-no-deadline", &[]) };
    let mut args = vec![("due", view.due(due)), ("days", asked.days.unwrap_or_default().to_string())];
    let key = match asked.reason {
        DueReason::Overdue => "due-deadline-overdue",
        DueReason::DueSoon => "due-deadline-soon",
        DueReason::Waiting | DueReason::Quiet => "due-deadline",
    };
    let now = view.say(key, &args);
    match commitment.first_deadline.due.filter(|_| commitment.has_moved_deadline()) {
        None => now,
        Some(first) => {
            args = vec![("now", now), ("first", view.due(first))];
            view.say("due-deadline-moved", &args)
        }
    }
}

/// On what it depends, if it was said.
fn waits(asked: &DueItem, view: &View<'_>) -> Option<String> {
    let record = view.register.commitment(asked.commitment).record;
    let on: Vec<String> = record.budget.iter().chain(&record.conditions).map(|text| view.plain(text)).collect();
    (!on.is_empty()).then(|| view.say("due-waits", &[("on", on.join("; "))]))
}

/// The status, and since when there was no news.
fn standing(asked: &DueItem, view: &View<'_>) -> String {
    let commitment = view.register.commitment(asked.commitment);
    let has_news = commitment.last_news > commitment.made_on;
    let args: &Args = &[
        ("status", view.status(commitment.status)),
        ("last", view.day(commitment.last_news)),
        ("days", view.register.day().days_since(commitment.last_news).to_string()),
    ];
    view.say(if has_news { "due-standing" } else { "due-standing-silent" }, args)
}
