//! `jhur due` for programs, as JSON or CSV: each commitment once, by its most pressing reason.
//!
//! Texts are in the language of the command, URLs absolute, days `2022-03-18`. The names of fields
//! are a promise to programs: [`FORMAT_VERSION`] grows when one changes its meaning or goes.

use crate::cli::report::{ReportContext, kebab_name};
use crate::outputs::text_table_csv;
use crate::records::{Official, Status, Text};
use crate::register::{DueItem, OfficeDue};
use serde::Serialize;

/// The version of both formats.
const FORMAT_VERSION: u32 = 1;

#[derive(Serialize)]
struct JsonDocument {
    format: u32,
    /// The day for which it was counted.
    day: String,
    /// Within how many days a deadline falls due soon.
    days: u16,
    offices: Vec<JsonOffice>,
}

#[derive(Serialize)]
struct JsonOffice {
    /// Its key; null for commitments whose source names no office.
    key: Option<String>,
    name: Option<String>,
    /// All its commitments, due or not.
    commitments: usize,
    /// How many are overdue; one commitment can count here and for other reasons.
    overdue: usize,
    due_soon: usize,
    waiting: usize,
    quiet: usize,
    /// Each commitment once, by its most pressing reason.
    asked: Vec<JsonDueItem>,
}

#[derive(Serialize)]
struct JsonDueItem {
    /// `overdue`, `due-soon`, `waiting` or `quiet`.
    reason: &'static str,
    /// Days past the deadline, left to it, or without news.
    days: Option<i64>,
    reference: String,
    url: String,
    /// The text of the commitment.
    commitment: String,
    /// The title of its aspiration or announcement.
    title: String,
    stop: u32,
    district: String,
    /// The day of the stop, on which the commitment was made.
    made: String,
    official: Option<String>,
    /// As records have it; null if none was ever given.
    status: Option<Status>,
    /// The deadline as it was spoken, and its last day.
    said: Option<String>,
    due: Option<String>,
    budget: Option<String>,
    conditions: Vec<String>,
    last_news: String,
}

const COLUMNS: [&str; 19] = [
    "office",
    "name",
    "reason",
    "days",
    "reference",
    "commitment",
    "said",
    "due",
    "status",
    "last_news",
    "title",
    "stop",
    "district",
    "made",
    "official",
    "budget",
    "conditions",
    "url",
    "as_of",
];

pub(super) fn render_json(due: &[OfficeDue], days: u16, context: &ReportContext<'_>) -> String {
    let offices = due.iter().map(|due| office_data(due, context)).collect();
    let document = JsonDocument {
        format: FORMAT_VERSION,
        day: context.register.day().to_string(),
        days,
        offices,
    };
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

pub(super) fn render_csv(due: &[OfficeDue], context: &ReportContext<'_>) -> String {
    let as_of = context.register.day().to_string();
    let mut rows = Vec::new();
    for due in due {
        let office = office_data(due, context);
        let key = office.key.unwrap_or_default();
        let name = office.name.unwrap_or_default();
        for item in office.asked {
            rows.push(csv_cells(item, &key, &name, &as_of));
        }
    }
    String::from_utf8(text_table_csv(COLUMNS.to_vec(), rows)).unwrap_or_default()
}

/// A row in the order of [`COLUMNS`].
fn csv_cells(row: JsonDueItem, office: &str, name: &str, as_of: &str) -> Vec<String> {
    vec![
        office.to_owned(),
        name.to_owned(),
        row.reason.to_owned(),
        row.days.map(|days| days.to_string()).unwrap_or_default(),
        row.reference,
        row.commitment,
        row.said.unwrap_or_default(),
        row.due.unwrap_or_default(),
        row.status.map(kebab_name).unwrap_or_default(),
        row.last_news,
        row.title,
        row.stop.to_string(),
        row.district,
        row.made,
        row.official.unwrap_or_default(),
        row.budget.unwrap_or_default(),
        row.conditions.join(" | "),
        row.url,
        as_of.to_owned(),
    ]
}

fn office_data(due: &OfficeDue, context: &ReportContext<'_>) -> JsonOffice {
    let record = due.office.map(|id| context.register.office(id).record);
    let [overdue, due_soon, waiting, quiet] = due.counts;
    JsonOffice {
        key: record.map(|office| office.key.to_string()),
        name: record.map(|office| context.plain_text(&office.name)),
        commitments: due.commitments,
        overdue,
        due_soon,
        waiting,
        quiet,
        asked: due.items.iter().map(|i| item_data(i, context)).collect(),
    }
}

fn item_data(item: &DueItem, context: &ReportContext<'_>) -> JsonDueItem {
    let register = context.register;
    let commitment = register.commitment(item.commitment);
    let record = commitment.record;
    let entry = register.entry(commitment.entry);
    let stop = register.stop(entry.stop);
    let official = &entry.responses[commitment.response_index].record.official;
    let deadline = &commitment.current_deadline;
    let wording = deadline.due.and_then(|due| due.wording.as_ref());
    let plain_text = |text: &Text| context.plain_text(text);
    JsonDueItem {
        reason: item.reason.as_str(),
        days: item.days,
        reference: register.commitment_reference(item.commitment),
        url: context.commitment_url(item.commitment),
        commitment: plain_text(&record.text),
        title: context.entry_title(commitment.entry),
        stop: stop.number(),
        district: register.district(stop.district).record.name.to_string(),
        made: commitment.made_on.to_string(),
        official: official.as_ref().map(|o| official_label(o, context)),
        status: commitment.status,
        said: wording.map(plain_text),
        due: deadline.last_day().map(|day| day.to_string()),
        budget: record.budget.as_ref().map(plain_text),
        conditions: record.conditions.iter().map(plain_text).collect(),
        last_news: commitment.last_news.to_string(),
    }
}

/// `Arismaya Parahita, Kepala Dinas Koperasi Jember`
pub(super) fn official_label(official: &Official, context: &ReportContext<'_>) -> String {
    match &official.title {
        Some(title) => format!("{}, {}", official.name, context.plain_text(title)),
        None => official.name.to_string(),
    }
}
