//! `jhur new stop`: a commented file for one stop, which passes `jhur check` as it is, since it is
//! a draft that asserts nothing yet.
//!
//! It needs only the stops' numbers and the list of kecamatan, so that errors elsewhere do not
//! matter.

use super::args::NewStopArgs;
use super::terminal::Terminal;
use super::usage_error::usage_error;
use super::{as_of, editor, scaffold};
use crate::diag::{Code, Diagnostic, ExitStatus, SourceMap};
use crate::editing::targets;
use crate::records::{District, Records, parse_stop_number};
use crate::{publish, source};
use std::path::Path;

/// How many kecamatan are proposed for one that is not in the list.
const MAX_SUGGESTIONS: usize = 3;

/// How alike a second and third must be, from 0 to 1.
const MIN_SIMILARITY: f64 = 0.8;

pub(super) fn run(
    args: &NewStopArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let number = parse_stop_number(args.number.trim())
        .ok_or_else(|| usage_error("number").arg("found", args.number.as_str()))?;
    let date = as_of::parse_day_arg(args.date.trim(), "--date")?;
    let loaded = source::load(root)?;
    if let Some(path) = file_with_number(number, &loaded.records, &loaded.files) {
        return Err(usage_error("number-taken")
            .arg("found", number.to_string())
            .arg("path", path));
    }
    let district = find_district(args.district.trim(), &loaded.records)?;
    let shown = targets::stop_file_path(number, &district.key);
    if targets::iter_files(&loaded.files).any(|(_, file)| file.path == shown) {
        return Err(Diagnostic::without_span(Code::FileExists).arg("path", shown));
    }
    let values = [
        ("number", number.to_string()),
        ("district", district.key.to_string()),
        ("name", district.name.to_string()),
        ("date", date.to_string()),
        (
            "village",
            district
                .villages
                .first()
                .map_or("desa", |v| v.key.as_str())
                .to_owned(),
        ),
    ];
    let path = root.join(&shown);
    publish::create_file(
        &path,
        &scaffold::fill_template(scaffold::STOP, &values, terminal.messages),
    )?;
    editor::open_in_editor(
        &path,
        &terminal.message("new-stop-next", &[("number", number.to_string())]),
        terminal,
    )
}

/// The file of the stop that has a number already, whether or not it could be read.
fn file_with_number(number: u32, records: &Records, files: &SourceMap) -> Option<String> {
    if let Some(stop) = records.stops.iter().find(|s| *s.number == number) {
        return files
            .get(stop.number.span.file)
            .map(|file| file.path.clone());
    }
    let is_lost = records
        .unreadable
        .references
        .iter()
        .any(|r| r.stop == number && r.entry.is_none());
    let starts = format!("content/stops/{number:03}-");
    let file = || {
        targets::iter_files(files)
            .find(|(_, f)| f.path.starts_with(&starts))
            .map(|(_, f)| f.path.clone())
    };
    is_lost.then(|| file().unwrap_or_else(|| "content/stops".to_owned()))
}

/// The kecamatan of a key; or a fault that names the nearest.
fn find_district<'r>(key: &str, records: &'r Records) -> Result<&'r District, Diagnostic> {
    if let Some(found) = records.districts.iter().find(|d| d.key.as_str() == key) {
        return Ok(found);
    }
    if records.unreadable.incomplete_lists.contains("districts") || records.districts.is_empty() {
        return Err(usage_error("districts-broken").arg("found", key));
    }
    let lower = key.to_lowercase();
    let likeness = |d: &District| {
        let one = |name: &str| strsim::jaro_winkler(&lower, name);
        one(d.key.as_str()).max(one(&d.name.as_str().to_lowercase()))
    };
    let mut alike: Vec<(f64, &District)> =
        records.districts.iter().map(|d| (likeness(d), d)).collect();
    alike.sort_by(|a, b| {
        b.0.total_cmp(&a.0)
            .then_with(|| a.1.key.value.cmp(&b.1.key.value))
    });
    let best = alike
        .iter()
        .enumerate()
        .filter(|(n, (likeness, _))| *n == 0 || *likeness >= MIN_SIMILARITY)
        .take(MAX_SUGGESTIONS);
    let names: Vec<String> = best
        .map(|(_, (_, d))| format!("{} (Kecamatan {})", d.key, d.name))
        .collect();
    Err(usage_error("district")
        .arg("found", key)
        .arg("nearest", names.join(", ")))
}
