//! `jhur new stop`: a commented file for one stop, which passes `jhur check` as it is, since it is
//! a draft that asserts nothing yet.
//!
//! It needs only the stops' numbers and the list of kecamatan, so that errors elsewhere do not
//! matter.

use super::args::NewStopArgs;
use super::open_in_editor::open_in_editor;
use super::terminal::Terminal;
use super::usage_error::usage_error;
use super::{as_of, scaffold};
use crate::diag::{Code, Diagnostic, ExitStatus, SourceMap};
use crate::editing::paths;
use crate::records::{District, Records, parse_stop_number};
use crate::{publish, source};
use std::path::Path;

/// How many kecamatan are suggested for one that is not in the list.
const MAX_SUGGESTIONS: usize = 3;

/// How similar a second and third suggestion must be, from 0 to 1 (Jaro-Winkler).
const MIN_SIMILARITY: f64 = 0.8;

pub(super) fn run(
    args: &NewStopArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let number = parse_stop_number(args.number.trim())
        .ok_or_else(|| usage_error("number").arg("found", args.number.as_str()))?;
    let date = as_of::parse_day(args.date.trim(), "--date")?;
    let loaded = source::load(root)?;
    if let Some(path) = file_with_number(number, &loaded.records, &loaded.files) {
        return Err(usage_error("number-taken")
            .arg("found", number.to_string())
            .arg("path", path));
    }
    let district = find_district(args.district.trim(), &loaded.records)?;
    let shown = paths::stop_file_path(&paths::stop_file_stem(number, district.key.as_str()));
    if loaded.files.find(&shown).is_some() {
        return Err(Diagnostic::without_span(Code::FileExists).arg("path", shown));
    }
    // A key that exists, as an example in a comment.
    let village = district.villages.first().map_or("desa", |v| v.key.as_str());
    let values = [
        ("number", number.to_string()),
        ("district", district.key.to_string()),
        ("name", district.name.to_string()),
        ("date", date.to_string()),
        ("village", village.to_owned()),
    ];
    let path = root.join(&shown);
    let text = scaffold::fill_template(scaffold::STOP, &values, terminal.messages);
    publish::create_file(&path, &text)?;
    let next = terminal.message("new-stop-next", &[("number", number.to_string())]);
    open_in_editor(&path, &next, terminal)
}

/// The file of the stop that has a number already, whether or not it could be read.
fn file_with_number(number: u32, records: &Records, files: &SourceMap) -> Option<String> {
    if let Some(stop) = records.stops.iter().find(|s| *s.number == number) {
        let file = files.get(stop.number.span.file)?;
        return Some(file.path.clone());
    }
    let mut unreadable = records.unreadable.references.iter();
    if !unreadable.any(|r| r.stop == number && r.entry.is_none()) {
        return None;
    }
    // The record with the number could not be read, so that only the name of its file tells which
    // it is.
    let starts = format!("content/stops/{number:03}-");
    let mut paths = files.iter().map(|(_, file)| &*file.path);
    let path = paths.find(|path| path.starts_with(&starts));
    Some(path.unwrap_or("content/stops").to_owned())
}

/// The kecamatan of that key.
///
/// # Errors
/// If there is none, with the most similar ones; if the list of kecamatan could not be read whole,
/// without them.
fn find_district<'r>(key: &str, records: &'r Records) -> Result<&'r District, Diagnostic> {
    if let Some(found) = records.districts.iter().find(|d| d.key.as_str() == key) {
        return Ok(found);
    }
    if records.unreadable.incomplete_lists.contains("districts") || records.districts.is_empty() {
        return Err(usage_error("districts-broken").arg("found", key));
    }
    let lower = key.to_lowercase();
    let mut by_similarity: Vec<(f64, &District)> = Vec::new();
    for district in &records.districts {
        let name = district.name.as_str().to_lowercase();
        let similarity = strsim::jaro_winkler(&lower, district.key.as_str())
            .max(strsim::jaro_winkler(&lower, &name));
        by_similarity.push((similarity, district));
    }
    by_similarity.sort_by(|a, b| {
        b.0.total_cmp(&a.0)
            .then_with(|| a.1.key.value.cmp(&b.1.key.value))
    });
    // The first is suggested in any case: the user has to see what the keys look like.
    let mut suggestions: Vec<String> = Vec::new();
    for (similarity, district) in by_similarity.into_iter().take(MAX_SUGGESTIONS) {
        if suggestions.is_empty() || similarity >= MIN_SIMILARITY {
            suggestions.push(format!("{} (Kecamatan {})", district.key, district.name));
        }
    }
    Err(usage_error("district")
        .arg("found", key)
        .arg("nearest", suggestions.join(", ")))
}
