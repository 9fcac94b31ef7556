//! `jhur due` for programs, as JSON or CSV: each commitment once, by its most pressing reason.
//!
//! Texts are in the language of the command, URLs absolute, days `2022-03-18`. The names of fields
//! are a promise to programs: [`FORMAT_VERSION`] grows when one changes its meaning or goes.

use crate::cli::report::ReportContext;
use crate::outputs::text_table_csv;
use crate::records::{Deadline, Official, Text};
use crate::register::{DueItem, OfficeDue};
use serde::Serialize;

/// The version of both formats.
const FORMAT_VERSION: u32 = 2;

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
    /// Of how many the deadline has passed; one commitment can count here and for other reasons.
    passed: usize,
    due_soon: usize,
    waiting: usize,
    quiet: usize,
    /// Each commitment once, by its most pressing reason.
    asked: Vec<JsonDueItem>,
}

#[derive(Serialize)]
struct JsonDueItem {
    /// `passed`, `due-soon`, `waiting` or `quiet`.
    reason: &'static str,
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
    /// What is known of it, as in the tables.
    status: &'static str,
    /// How it stands against its deadline, as in the tables.
    deadline_state: &'static str,
    /// Whether the deadline's date is the editor's reading of what was said.
    due_is_reading: bool,
    /// The deadline as it was spoken, and its last day.
    said: Option<String>,
    due: Option<String>,
    budget: Option<String>,
    conditions: Vec<String>,
    /// The day of the last news about this very matter; null if there never was any.
    last_direct_news: Option<String>,
    /// The day on which somebody last looked for news and found none; null if nobody did.
    looked_for: Option<String>,
}

const COLUMNS: [&str; 21] = [
    "office",
    "name",
    "reason",
    "reference",
    "commitment",
    "said",
    "due",
    "status",
    "deadline_state",
    "due_is_reading",
    "last_direct_news",
    "looked_for",
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
        row.reference,
        row.commitment,
        row.said.unwrap_or_default(),
        row.due.unwrap_or_default(),
        row.status.to_owned(),
        row.deadline_state.to_owned(),
        row.due_is_reading.to_string(),
        row.last_direct_news.unwrap_or_default(),
        row.looked_for.unwrap_or_default(),
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
    let [passed, due_soon, waiting, quiet] = due.counts;
    JsonOffice {
        key: record.map(|office| office.key.to_string()),
        name: record.map(|office| context.plain_text(&office.name)),
        commitments: due.commitments,
        passed,
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
        reference: register.commitment_reference(item.commitment),
        url: context.commitment_url(item.commitment),
        commitment: plain_text(&record.text),
        title: context.entry_title(commitment.entry),
        stop: stop.number(),
        district: register.district(stop.district).record.name.to_string(),
        made: commitment.made_on.to_string(),
        official: official.as_ref().map(|o| official_label(o, context)),
        status: commitment.status.key(),
        deadline_state: deadline.state.key(),
        due_is_reading: deadline.due.is_some_and(Deadline::is_editors_reading),
        said: wording.map(plain_text),
        due: deadline.last_day().map(|day| day.to_string()),
        budget: record.budget.as_ref().map(plain_text),
        conditions: record.conditions.iter().map(plain_text).collect(),
        last_direct_news: commitment.last_direct_news.map(|day| day.to_string()),
        looked_for: commitment.last_check.map(|day| day.to_string()),
    }
}

/// `Arismaya Parahita, Kepala Dinas Koperasi Jember`
pub(super) fn official_label(official: &Official, context: &ReportContext<'_>) -> String {
    match &official.title {
        Some(title) => format!("{}, {}", official.name, context.plain_text(title)),
        None => official.name.to_string(),
    }
}
