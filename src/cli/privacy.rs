//! `jhur check --privacy`: what is personal in what would be published, for a person to look through.

use super::Ended;
use super::args::{Check, Format};
use super::terminal::Screen;
use crate::Outcome;
use crate::checks::AsOf;
use crate::diag::{Diagnostic, Files, render};
use crate::privacy_report::{PersonalData, PersonalDataKind};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

pub(super) fn run(args: &Check, root: &Path, when: AsOf, screen: &Screen<'_>) -> Result<Ended, Diagnostic> {
    if !matches!(args.format, Format::Human | Format::Json) {
        return Err(super::bad("privacy-format"));
    }
    let (Outcome { files, diagnostics, figures }, found) = crate::privacy(root, when);
    if figures.is_none() {
        screen.faults(&diagnostics, &files);
        screen.tell("privacy-unseen", &[]);
        return Ok(Ended::by(&diagnostics));
    }
    let report = if args.format == Format::Json { json(&found, &files) } else { human(&found, &files, screen) };
    screen.data(&report)?;
    Ok(if args.deny_warnings && !diagnostics.is_empty() { Ended::Faults } else { Ended::Clean })
}

/// By kind, the same words once.
fn human(list: &[PersonalData], files: &Files, screen: &Screen<'_>) -> String {
    let mut out = screen.say("privacy-intro", &[]) + "\n";
    for kind in PersonalDataKind::ALL {
        let found: Vec<&PersonalData> = list.iter().filter(|p| p.kind == kind).collect();
        let count = ("count", found.len().to_string());
        let _ = writeln!(out, "\n{}", screen.say(&format!("privacy-{}", kind.as_str()), &[count]));
        for (words, places) in together(&found) {
            let _ = writeln!(out, "  {words}");
            for personal in places {
                let beside = beside(personal, screen);
                let _ = writeln!(out, "    {} → {}{beside}", place(personal, files), personal.address);
            }
        }
    }
    out
}

/// Words with all their places; in the order of the words.
fn together<'p>(list: &[&'p PersonalData]) -> BTreeMap<String, Vec<&'p PersonalData>> {
    let mut words: BTreeMap<String, Vec<&PersonalData>> = BTreeMap::new();
    for personal in list {
        words.entry(render::shown_whole(&personal.found)).or_default().push(personal);
    }
    words
}

fn beside(personal: &PersonalData, screen: &Screen<'_>) -> String {
    match (personal.kind, &personal.details[..]) {
        (PersonalDataKind::Name, [day, form]) => {
            format!(" ({})", screen.say("privacy-consent", &[("day", day.clone()), ("form", form.clone())]))
        }
        (PersonalDataKind::Name, _) => format!(" ({})", screen.say("privacy-revision", &[])),
        (PersonalDataKind::Role, [village]) => format!(" ({village})"),
        _ => String::new(),
    }
}

fn place(personal: &PersonalData, files: &Files) -> String {
    let found = render::position(personal.span, &personal.found, files);
    found.map_or(String::new(), |(file, line, column)| format!("{}:{line}:{column}", render::shown_whole(file)))
}

/// One of the lines for programs.
#[derive(Serialize)]
struct Told<'p> {
    kind: &'static str,
    found: &'p str,
    file: &'p str,
    line: usize,
    column: usize,
    address: &'p str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    beside: &'p [String],
}

fn json(list: &[PersonalData], files: &Files) -> String {
    let line = |personal: &PersonalData| {
        let (file, line, column) = render::position(personal.span, &personal.found, files)?;
        let PersonalData { kind, found, address, details: beside, .. } = personal;
        serde_json::to_string(&Told { kind: kind.as_str(), found, file, line, column, address, beside }).ok()
    };
    list.iter().filter_map(line).map(|line| line + "\n").collect()
}
