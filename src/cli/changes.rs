//! `jhur changes`: what changed since a day, as a note for the press: in whole sentences, with whose word each status is, with the source
//! and the address. The register decides what that is.

use super::args::Changes;
use super::report::{View, key, look, put};
use super::terminal::Screen;
use super::{Ended, as_of, bad};
use crate::diag::Diagnostic;
use crate::diag::messages::Args;
use crate::plan::{Page, PageNumber};
use crate::records::{Day, Source};
use crate::register::{ChangesSince, CommitmentId, FollowUpId, Resolved, StatusGroup, Subject};
use std::collections::BTreeSet;
use std::path::Path;

pub(super) fn run(args: &Changes, root: &Path, screen: &Screen<'_>) -> Result<Ended, Diagnostic> {
    let when = as_of::chosen(args.as_of.as_deref(), screen.env)?;
    let since = as_of::day(&args.since, "--since")?;
    look(root, when, screen, |view| {
        if since > view.register.day() {
            return Err(bad("since").with("found", since.to_string()).with("day", view.register.day().to_string()));
        }
        screen.data(&note(since, view))
    })
}

/// The whole note.
fn note(day: Day, view: &View<'_>) -> String {
    let changed = view.register.changes_since(day);
    let mut out = String::new();
    let site = view.plain(&view.register.site().title);
    let span = [("site", site), ("since", view.day(day)), ("day", view.day(view.register.day()))];
    put(&mut out, "", &view.say("changes-title", &span));
    put(&mut out, "", &view.url(Page::Home));
    if changed.is_empty() {
        out.push('\n');
        put(&mut out, "", &view.say("changes-nothing", &span));
    }
    let parts = [
        ("stops", stops(&changed, view)),
        ("commitments", changed.commitments.iter().map(|id| commitment(*id, view)).collect()),
        ("status", moves(&changed, view)),
        ("due", deadlines(&changed, view)),
        ("overdue", changed.newly_overdue.iter().map(|id| overdue(*id, view)).collect()),
        ("corrections", corrections(&changed, view)),
        ("withdrawn", withdrawn(&changed, view)),
    ];
    for (name, items) in parts.iter().filter(|(_, items)| !items.is_empty()) {
        section(&mut out, name, items, view);
    }
    for line in [other_news(&changed, view), Some(standing(view))].into_iter().flatten() {
        out.push('\n');
        put(&mut out, "", &line);
    }
    out
}

/// Some lines about one thing; the last is its address, where it has one.
type Item = Vec<String>;

/// What changed of one kind, under its heading with the figures.
fn section(out: &mut String, name: &str, items: &[Item], view: &View<'_>) {
    let all = if name == "stops" { view.register.stops().len() } else { view.register.totals().commitments };
    let about: BTreeSet<&String> = items.iter().filter_map(|item| item.last()).collect();
    let args = [("count", items.len().to_string()), ("about", about.len().to_string()), ("all", all.to_string())];
    out.push('\n');
    put(out, "", &view.say(&format!("changes-{name}"), &args));
    for item in items {
        for (n, line) in item.iter().enumerate() {
            put(out, if n == 0 { "  - " } else { "    " }, line);
        }
    }
}

fn stops(changed: &ChangesSince<'_>, view: &View<'_>) -> Vec<Item> {
    let item = |id: &crate::register::StopId| {
        let totals = &view.register.stop(*id).totals;
        let args = [
            ("stop", view.stop(*id)),
            ("aspirations", totals.aspirations.to_string()),
            ("answered", totals.answered.to_string()),
            ("commitments", totals.commitments.to_string()),
        ];
        vec![view.say("changes-stop", &args), view.url(Page::Stop(*id, PageNumber::FIRST))]
    };
    changed.stops.iter().map(item).collect()
}

/// What a commitment is called: the promise and who made it.
fn named(id: CommitmentId, view: &View<'_>) -> String {
    let commitment = view.register.commitment(id);
    let promise = ("promise", view.plain(&commitment.record.text));
    match commitment.office.map(|office| view.plain(view.register.office(office).record.display_name())) {
        Some(office) => view.say("changes-promise", &[promise, ("office", office)]),
        None => view.say("changes-promise-nobody", &[promise]),
    }
}

fn commitment(id: CommitmentId, view: &View<'_>) -> Item {
    let commitment = view.register.commitment(id);
    let stop = view.stop(view.register.entry(commitment.entry).stop);
    let due = match commitment.first_deadline.due {
        Some(due) => view.say("due-deadline", &[("due", view.due(due))]),
        None => view.say("due-no-deadline", &[]),
    };
    let place = view.say("due-place", &[("stop", stop), ("title", view.title(commitment.entry))]);
    vec![named(id, view), place, due, view.commitment_url(id)]
}

fn overdue(id: CommitmentId, view: &View<'_>) -> Item {
    let current = &view.register.commitment(id).current_deadline;
    let due = current.due.map(|due| view.due(due)).unwrap_or_default();
    let days = current.timeliness.days().unwrap_or_default();
    let deadline = view.say("due-deadline-overdue", &[("due", due), ("days", days.to_string())]);
    vec![named(id, view), deadline, view.commitment_url(id)]
}

/// The commitments that news is about.
fn about(id: FollowUpId, view: &View<'_>) -> impl Iterator<Item = CommitmentId> {
    view.register.follow_up(id).about.iter().filter_map(|subject| match subject {
        Subject::Commitment(id) => Some(*id),
        _ => None,
    })
}

/// Every status that was given.
fn moves(changed: &ChangesSince<'_>, view: &View<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    for &id in &changed.follow_ups {
        let record = view.register.follow_up(id).record;
        let Some(status) = record.status.map(|status| status.value) else { continue };
        for commitment in about(id, view) {
            let args = [
                ("day", view.day(record.date.value)),
                ("status", view.status(Some(status))),
                ("promise", named(commitment, view)),
            ];
            items.push(
                [vec![view.say("changes-move", &args)], told(id, view), vec![view.commitment_url(commitment)]].concat(),
            );
        }
    }
    items
}

/// Every deadline that was moved.
fn deadlines(changed: &ChangesSince<'_>, view: &View<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    for &id in &changed.follow_ups {
        let record = view.register.follow_up(id).record;
        let Some(due) = &record.due else { continue };
        for commitment in about(id, view) {
            let first = view.register.commitment(commitment).first_deadline.due;
            let args = [
                ("day", view.day(record.date.value)),
                ("promise", named(commitment, view)),
                ("first", first.map_or_else(|| view.say("changes-no-due", &[]), |due| view.due(due))),
                ("due", view.due(due)),
            ];
            items.push(
                [vec![view.say("changes-moved", &args)], told(id, view), vec![view.commitment_url(commitment)]]
                    .concat(),
            );
        }
    }
    items
}

/// What happened, who decided, who says so, who contests it.
fn told(id: FollowUpId, view: &View<'_>) -> Item {
    let news = view.register.follow_up(id);
    let mut lines = vec![view.plain(&news.record.text)];
    lines.extend(news.record.by.as_ref().map(|by| view.say("changes-by", &[("by", view.plain(by))])));
    lines.extend(news.sources.iter().map(|source| view.say("changes-source", &[("source", said_by(source, view))])));
    lines.extend(news.record.disputed.as_ref().map(|text| view.say("changes-disputed", &[("text", view.plain(text))])));
    lines
}

/// `Radar Jember (pers), 3 Oktober 2022, https://…`
fn said_by(source: &Source, view: &View<'_>) -> String {
    let kind =
        source.kind.map(|kind| format!(" ({})", view.say(&format!("said-{}", key(kind)), &[]))).unwrap_or_default();
    let day = source.date.map(|day| format!(", {}", view.day(day.value))).unwrap_or_default();
    let url = source.url.as_ref().map(|url| format!(", {url}")).unwrap_or_default();
    format!("{}{kind}{day}{url}", source.publisher)
}

/// Corrections that were told, and revisions that changed what was published.
fn corrections(changed: &ChangesSince<'_>, view: &View<'_>) -> Vec<Item> {
    let told = changed.corrections.iter().map(|(stop, correction)| {
        let entry = view.register.correction_target(*stop, correction);
        let args = [
            ("day", view.day(correction.date.value)),
            ("record", entry.map_or_else(|| view.stop(*stop), |entry| view.title(entry))),
            ("text", view.plain(&correction.text)),
        ];
        vec![
            view.say("changes-correction", &args),
            view.url(entry.map_or(Page::Stop(*stop, PageNumber::FIRST), Page::Entry)),
        ]
    });
    let revised = changed.corrected_revisions.iter().map(|&(id, number)| {
        let history = view.register.history(id);
        let args = [
            ("day", view.day(history.revision(number).release)),
            ("record", record(history.record, view)),
            ("revision", number.to_string()),
        ];
        let url = format!("{}#_r{number}", view.url(view.plan.revision_history_page(id, number)));
        vec![view.say("changes-revision", &args), url]
    });
    told.chain(revised).collect()
}

/// What a record in the log is called, with its name there.
fn record(name: &str, view: &View<'_>) -> String {
    match view.register.resolve(name) {
        Some(Resolved::Stop(id)) => view.stop(id),
        Some(Resolved::Entry(id)) => format!("{} ({name})", view.title(id)),
        _ => name.to_owned(),
    }
}

fn withdrawn(changed: &ChangesSince<'_>, view: &View<'_>) -> Vec<Item> {
    let item = |record: String, withdrawn: &crate::records::Withdrawn, url: Option<String>| {
        let args =
            [("day", view.day(withdrawn.date.value)), ("record", record), ("reason", view.plain(&withdrawn.reason))];
        std::iter::once(view.say("changes-gone", &args)).chain(url).collect()
    };
    let whole = changed.withdrawals.iter().map(|n| {
        let withdrawal = &view.register.withdrawals()[*n];
        let url = view.plan.page_for_record(&withdrawal.record).map(|page| view.url(page));
        item(withdrawal.record.clone(), withdrawal.withdrawn, url)
    });
    let commitments = changed.withdrawn_commitments.iter().filter_map(|(entry, commitment)| {
        let record = format!("{}/{}", view.register.entry_reference(*entry), commitment.id);
        let url = format!("{}#{}", view.url(Page::Entry(*entry)), commitment.id);
        Some(item(record, commitment.withdrawn.as_ref()?, Some(url)))
    });
    whole.chain(commitments).collect()
}

/// News that moved no status and no deadline is counted, and searches that found nothing apart from it.
fn other_news(changed: &ChangesSince<'_>, view: &View<'_>) -> Option<String> {
    let records = || changed.follow_ups.iter().map(|id| view.register.follow_up(*id).record);
    let other = records().filter(|news| news.status.is_none() && news.due.is_none() && !news.check).count();
    let checks = records().filter(|news| news.check).count();
    let args = [
        ("count", other.to_string()),
        ("checks", checks.to_string()),
        ("url", view.url(Page::FollowUps(PageNumber::FIRST))),
    ];
    (other + checks > 0).then(|| view.say("changes-news", &args))
}

/// Where things stand now, every figure with the number of which it is a part.
fn standing(view: &View<'_>) -> String {
    let totals = view.register.totals();
    let [not_started, under_way, done, not_pursued] =
        StatusGroup::ALL.map(|group| totals.count_in_group(group).to_string());
    let args: &Args = &[
        ("day", view.day(view.register.day())),
        ("aspirations", totals.aspirations.to_string()),
        ("answered", totals.answered.to_string()),
        ("commitments", totals.commitments.to_string()),
        ("not-started", not_started),
        ("under-way", under_way),
        ("done", done),
        ("not-pursued", not_pursued),
        ("overdue", totals.overdue.to_string()),
    ];
    view.say("changes-standing", args)
}
