//! The register as JSON, for whoever counts for themselves: aspirations and announcements, commitments, follow-ups.
//! Every figure of the pages can be counted in these files.

use super::Output;
use crate::records::{Answer, Bearing, Lang, Source, Text};
use crate::register::{Entry, Group, Register, Subject, Timeliness};
use crate::site::{DOWNLOADS, Plan};
use serde::Serialize;
use std::collections::BTreeMap;

/// A text by language.
type Words<'r> = BTreeMap<&'static str, &'r str>;

#[derive(Serialize)]
struct EntryRow<'r> {
    reference: String,
    kind: &'static str,
    stop: u32,
    district: &'r str,
    date: String,
    title: Words<'r>,
    topics: Vec<&'r str>,
    answers: Vec<Answer>,
    offices: Vec<&'r str>,
    unanswered: bool,
    withheld: bool,
    sources: Vec<SourceRow<'r>>,
}

#[derive(Serialize)]
struct CommitmentRow<'r> {
    reference: String,
    office: Option<&'r str>,
    district: &'r str,
    made: String,
    text: Words<'r>,
    /// `recorded` where no follow-up gives a status.
    status: Option<crate::records::Status>,
    group: &'static str,
    due: Option<String>,
    first_due: Option<String>,
    timeliness: &'static str,
    days: Option<i64>,
    days_without_news: Option<i64>,
    last_check: Option<String>,
}

#[derive(Serialize)]
struct NewsRow<'r> {
    about: Vec<String>,
    date: String,
    status: Option<crate::records::Status>,
    bearing: Bearing,
    check: bool,
    text: Words<'r>,
    sources: Vec<SourceRow<'r>>,
}

#[derive(Serialize)]
struct SourceRow<'r> {
    publisher: &'r str,
    title: Option<Words<'r>>,
    date: Option<String>,
    url: Option<&'r str>,
    archived: Option<&'r str>,
}

/// A file: what it is of, then its rows.
#[derive(Serialize)]
struct File<T> {
    site: String,
    licence: String,
    as_of: String,
    rows: Vec<T>,
}

/// The downloads, unless the site leaves them out.
pub(super) fn data(plan: &Plan<'_>) -> Vec<Output> {
    let register = plan.register();
    if !register.site().outputs.data {
        return Vec::new();
    }
    let make = |key: &str| match key {
        "entries" => json(register, register.entries().map(|(_, e)| entry(register, e)).collect()),
        "commitments" => json(register, commitments(register)),
        _ => json(register, register.news().map(|(_, n)| news(register, n)).collect()),
    };
    DOWNLOADS.iter().map(|(key, file)| (format!("data/{file}"), make(key))).collect()
}

fn json<T: Serialize>(register: &Register<'_>, rows: Vec<T>) -> Vec<u8> {
    let file = File {
        site: register.site().base_url.as_str().to_owned(),
        licence: register.site().licence.to_string(),
        as_of: register.day().to_string(),
        rows,
    };
    let mut bytes = serde_json::to_vec_pretty(&file).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn words(text: &Text, main: Lang) -> Words<'_> {
    text.said.iter().map(|said| (said.lang.unwrap_or(main).code(), said.text.as_str())).collect()
}

fn source(source: &Source, main: Lang) -> SourceRow<'_> {
    SourceRow {
        publisher: source.publisher.as_str(),
        title: source.title.as_ref().map(|t| words(t, main)),
        date: source.date.map(|d| d.to_string()),
        url: source.url.as_ref().map(crate::records::Url::as_str),
        archived: source.archived.as_ref().map(crate::records::Url::as_str),
    }
}

fn entry<'r>(register: &Register<'r>, entry: &Entry<'r>) -> EntryRow<'r> {
    let stop = register.stop(entry.stop);
    let main = register.main();
    let offices = entry.offices().into_iter().map(|id| register.office(id).record.key.as_str()).collect();
    EntryRow {
        reference: reference(register, entry),
        kind: if entry.aspiration().is_some() { "aspiration" } else { "announcement" },
        stop: stop.number(),
        district: register.district(stop.district).record.key.as_str(),
        date: stop.record.date.to_string(),
        title: words(entry.title, main),
        topics: entry.topics.iter().map(|id| register.topic(*id).record.key.as_str()).collect(),
        answers: entry.responses.iter().flat_map(|r| r.record.answer.value.iter().copied()).collect(),
        offices,
        unanswered: entry.is_unanswered(),
        withheld: entry.withheld().is_some(),
        sources: entry.sources.iter().map(|s| source(s, main)).collect(),
    }
}

fn reference(register: &Register<'_>, entry: &Entry<'_>) -> String {
    format!("{}/{}", register.stop(entry.stop).number(), entry.id)
}

fn commitments<'r>(register: &Register<'r>) -> Vec<CommitmentRow<'r>> {
    let by = |deadline: &crate::register::Deadline<'_>| deadline.due.and_then(|d| d.by).map(|by| by.to_string());
    let row = |(_, commitment): (_, &crate::register::Commitment<'r>)| {
        let entry = register.entry(commitment.entry);
        CommitmentRow {
            reference: format!("{}/{}", reference(register, entry), commitment.record.id),
            office: commitment.office.map(|id| register.office(id).record.key.as_str()),
            district: register.district(register.stop(entry.stop).district).record.key.as_str(),
            made: commitment.made.to_string(),
            text: words(&commitment.record.text, register.main()),
            status: commitment.status,
            group: match commitment.group() {
                Group::NotStarted => "not-started",
                Group::UnderWay => "under-way",
                Group::Done => "done",
                Group::NotPursued => "not-pursued",
            },
            due: by(&commitment.current),
            first_due: by(&commitment.first),
            timeliness: timeliness(commitment.current.timeliness),
            days: commitment.current.timeliness.days(),
            days_without_news: commitment.quiet,
            last_check: commitment.last_check.map(|day| day.to_string()),
        }
    };
    register.commitments().map(row).collect()
}

fn timeliness(timeliness: Timeliness) -> &'static str {
    match timeliness {
        Timeliness::OnTime => "on-time",
        Timeliness::DueSoon(_) => "due-soon",
        Timeliness::Overdue(_) => "overdue",
        Timeliness::DoneLate(_) => "done-late",
        Timeliness::NoDeadline => "no-deadline",
        Timeliness::Waiting => "waiting",
        Timeliness::Closed => "closed",
    }
}

fn news<'r>(register: &Register<'r>, news: &crate::register::News<'r>) -> NewsRow<'r> {
    let main = register.main();
    let about = |subject: &Subject| match *subject {
        Subject::Stop(id) => register.stop(id).number().to_string(),
        Subject::Entry(id) => reference(register, register.entry(id)),
        Subject::Commitment(id) => {
            let commitment = register.commitment(id);
            format!("{}/{}", reference(register, register.entry(commitment.entry)), commitment.record.id)
        }
    };
    NewsRow {
        about: news.about.iter().map(about).collect(),
        date: news.record.date.to_string(),
        status: news.record.status.map(|s| s.value),
        bearing: news.record.bearing,
        check: news.record.check,
        text: words(&news.record.text, main),
        sources: news.record.sources.iter().map(|s| source(s, main)).collect(),
    }
}
