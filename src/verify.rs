//! Is the past as it was? The revision log, the records against it, a published folder or page against the records.

use crate::checks::AsOf;
use crate::diag::{Code, Diagnostic};
use crate::records::Day;
use crate::register::Register;
use crate::{Outcome, fill, load_theme, outputs, plan, publish, run, source};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// The revision log in short.
#[derive(Clone, Debug, Default)]
pub struct Log {
    /// How many lines it has.
    pub lines: usize,
    /// The day of the last release.
    pub day: String,
    /// The seal of the last line.
    pub seal: String,
}

/// What came of holding the records against the log.
#[derive(Debug)]
pub struct OfRecords {
    /// What differs.
    pub outcome: Outcome,
    /// The log, if it holds.
    pub log: Log,
    /// Today, where the site is; none if its records have faults.
    pub today: Option<Day>,
}

/// Reads and checks, the log with them, and finds every record that says something else than its newest revision.
pub fn records(root: &Path, when: AsOf) -> OfRecords {
    let (mut log, mut today) = (Log::default(), None);
    let outcome = found(run(root, when, |checked, _| {
        let register = Register::as_of(checked, false);
        let lines = &checked.records().revision_log;
        today = Some(register.day());
        if let Some(last) = lines.last() {
            log = Log { lines: lines.len(), day: last.release.to_string(), seal: last.seal.clone() };
        }
        let mut faults = Vec::new();
        // Before the first release nothing is promised.
        for change in register.pending_revisions().into_iter().filter(|_| !lines.is_empty()) {
            let newest = lines.iter().rev().find(|line| line.record == change.revision.record);
            let fault = newest.map_or_else(
                || Diagnostic::nowhere(Code::NotReleased),
                |line| Diagnostic::new(Code::NotReleased, line.span),
            );
            let revision = change.previous.map_or(0, |old| old.revision);
            faults.push(fault.with("record", change.revision.record).with("revision", revision.to_string()));
        }
        if faults.is_empty() { Ok(crate::figures(&register)) } else { Err(faults.into()) }
    }));
    OfRecords { outcome, log, today }
}

/// Finds what of a published folder is not as its manifest says, is not what the records make as of its day, and whether it
/// is signed where the site names a key. What is costly to make is made again only if it is to be `thorough`.
pub fn folder(root: &Path, folder: &Path, thorough: bool) -> Outcome {
    let published = match publish::PublishedDir::open(folder) {
        Ok(published) => published,
        Err(fault) => return Outcome::failed(fault),
    };
    let mut findings = published.audit_files();
    let Some(day) = published.as_of() else {
        let path = folder.display().to_string();
        findings.push(Diagnostic::nowhere(Code::NotPublished).with("case", "folder").with("path", path));
        return Outcome { files: crate::Files::default(), diagnostics: findings, figures: None };
    };
    let mut outcome = found(run(root, AsOf::Chosen(day), |checked, files| {
        let register = Register::as_of(checked, false);
        let plan = plan::build_plan(&register)?;
        let theme = load_theme(root, &plan, files)?;
        let differing = Mutex::new(Vec::new());
        let left: Mutex<BTreeSet<&str>> = Mutex::new(published.manifest_paths().collect());
        let outside = outputs::OutputContext {
            only: None,
            previous: &|path| if thorough { None } else { published.read_verified(path) },
            photo: &|name| source::read_photo(root, name),
            reuse: &|_, _| false,
            write: &|path, expected| {
                // What is missing or changed has been named already.
                let other = published.file_mismatch(path, expected);
                differing.lock().unwrap_or_else(PoisonError::into_inner).extend(other);
                if !left.lock().unwrap_or_else(PoisonError::into_inner).remove(path) {
                    let missing = Diagnostic::nowhere(Code::FileMissing).with("path", path);
                    differing.lock().unwrap_or_else(PoisonError::into_inner).push(missing);
                }
                Ok(())
            },
        };
        fill(&plan, &theme, files, outside, &|_, _| {})?;
        let mut differing = differing.into_inner().unwrap_or_else(PoisonError::into_inner);
        let left = left.into_inner().unwrap_or_else(PoisonError::into_inner);
        differing.extend(left.into_iter().map(|path| Diagnostic::nowhere(Code::FileUnmade).with("path", path)));
        if let Some(key) = &register.site().signing_key {
            differing.extend(publish::verify_signature(folder, key.as_str()).err());
        }
        if differing.is_empty() { Ok(crate::figures(&register)) } else { Err(differing.into()) }
    }));
    findings.append(&mut outcome.diagnostics);
    crate::diag::sort(&mut findings);
    outcome.diagnostics = findings;
    outcome
}

/// Finds whether a page, as it was downloaded, is what the records make of it as of the day that it names.
pub fn page(root: &Path, file: &Path) -> Outcome {
    let unknown =
        || Diagnostic::nowhere(Code::NotPublished).with("case", "page").with("path", file.display().to_string());
    let bytes = match publish::read_page(file) {
        Ok(bytes) => bytes,
        Err(fault) => return Outcome::failed(fault),
    };
    let text = String::from_utf8_lossy(&bytes);
    let told = |before: &str| text.split_once(before)?.1.split_once('"').map(|(value, _)| value);
    let day = told(" data-day=\"").and_then(Day::parse);
    let (Some(day), Some(url)) = (day, told("<meta property=\"og:url\" content=\"")) else {
        return Outcome::failed(unknown());
    };
    found(run(root, AsOf::Chosen(day), |checked, files| {
        let register = Register::as_of(checked, false);
        let plan = plan::build_plan(&register)?;
        let theme = load_theme(root, &plan, files)?;
        let mut pages = plan.languages().flat_map(|lang| plan.pages().map(move |(_, page)| (page, lang)));
        let Some((page, lang)) = pages.find(|(page, lang)| plan.canonical_url(*page, *lang) == url) else {
            return Err(unknown().into());
        };
        let expected = theme.render_page(&plan.view(page, lang), lang, files)?;
        match publish::content_mismatch(&bytes, &expected, &plan.output_path(page, lang)) {
            None => Ok(crate::figures(&register)),
            Some(other) => Err(other.into()),
        }
    }))
}

/// Without the warnings that every check has.
fn found(mut outcome: Outcome) -> Outcome {
    outcome.diagnostics.retain(Diagnostic::is_error);
    outcome
}
