//! Is the past as it was? The revision log, the records against it, a published folder or page against the records.

use crate::checks::AsOf;
use crate::diag::{Code, Diagnostic};
use crate::records::Day;
use crate::register::Register;
use crate::sync::{into_inner, lock};
use crate::{Report, load_theme, outputs, plan, publish, source, with_checked, write_outputs};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Mutex;

/// The revision log in short.
#[derive(Clone, Debug, Default)]
pub struct LogSummary {
    /// How many lines it has.
    pub line_count: usize,
    /// The day of the last release.
    pub last_release: String,
    /// The seal of the last line.
    pub seal: String,
}

/// What came of holding the records against the log.
#[derive(Debug)]
pub struct RecordsReport {
    /// What differs.
    pub report: Report,
    /// The log, if it holds.
    pub log: LogSummary,
    /// Today, where the site is; none if its records have faults.
    pub today: Option<Day>,
}

/// Reads and checks, the log with them, and finds every record that says something else than its newest revision.
pub fn verify_records(root: &Path, when: AsOf) -> RecordsReport {
    let (mut log, mut today) = (LogSummary::default(), None);
    let outcome = errors_only(with_checked(root, when, |checked, _| {
        let register = Register::as_of(checked, false);
        let lines = &checked.records().revision_log;
        today = Some(register.day());
        if let Some(last) = lines.last() {
            log = LogSummary {
                line_count: lines.len(),
                last_release: last.release.to_string(),
                seal: last.seal.clone(),
            };
        }
        let mut faults = Vec::new();
        // Before the first release nothing is promised.
        for change in register
            .pending_revisions()
            .into_iter()
            .filter(|_| !lines.is_empty())
        {
            let newest = lines
                .iter()
                .rev()
                .find(|line| line.record == change.revision.record);
            let fault = newest.map_or_else(
                || Diagnostic::without_span(Code::UnreleasedChange),
                |line| Diagnostic::new(Code::UnreleasedChange, line.span),
            );
            let revision = change.previous.map_or(0, |old| old.revision);
            faults.push(
                fault
                    .arg("record", change.revision.record)
                    .arg("revision", revision.to_string()),
            );
        }
        if faults.is_empty() {
            Ok(crate::stats(&register))
        } else {
            Err(faults.into())
        }
    }));
    RecordsReport {
        report: outcome,
        log,
        today,
    }
}

/// Finds what of a published folder is not as its manifest says, is not what the records make as of its day, and whether it
/// is signed where the site names a key. What is costly to make is made again only if it is to be `thorough`.
pub fn verify_folder(root: &Path, folder: &Path, thorough: bool) -> Report {
    let published = match publish::PublishedDir::open(folder) {
        Ok(published) => published,
        Err(fault) => return Report::failed(fault),
    };
    let mut findings = published.audit_files();
    let Some(day) = published.as_of() else {
        let path = folder.display().to_string();
        findings.push(
            Diagnostic::without_span(Code::NotPublished)
                .arg("case", "folder")
                .arg("path", path),
        );
        return Report {
            files: crate::SourceMap::default(),
            diagnostics: findings,
            stats: None,
        };
    };
    let mut outcome = errors_only(with_checked(root, AsOf::Chosen(day), |checked, files| {
        let register = Register::as_of(checked, false);
        let plan = plan::build_plan(&register)?;
        let theme = load_theme(root, &plan, files)?;
        let differing = Mutex::new(Vec::new());
        let left: Mutex<BTreeSet<&str>> = Mutex::new(published.manifest_paths().collect());
        let outside = outputs::OutputContext {
            only: None,
            previous: &|path| {
                if thorough {
                    None
                } else {
                    published.read_verified(path)
                }
            },
            photo: &|name| source::read_photo(root, name),
            reuse: &|_, _| false,
            write: &|path, expected| {
                // What is missing or changed has been named already.
                let other = published.file_mismatch(path, expected);
                lock(&differing).extend(other);
                if !lock(&left).remove(path) {
                    let missing =
                        Diagnostic::without_span(Code::PublishedFileMissing).arg("path", path);
                    lock(&differing).push(missing);
                }
                Ok(())
            },
        };
        write_outputs(&plan, &theme, files, outside, &|_, _| {})?;
        let mut differing = into_inner(differing);
        let left = into_inner(left);
        differing.extend(
            left.into_iter()
                .map(|path| Diagnostic::without_span(Code::ExtraInManifest).arg("path", path)),
        );
        if let Some(key) = &register.site().signing_key {
            differing.extend(publish::verify_signature(folder, key.as_str()).err());
        }
        if differing.is_empty() {
            Ok(crate::stats(&register))
        } else {
            Err(differing.into())
        }
    }));
    findings.append(&mut outcome.diagnostics);
    crate::diag::sort_and_dedup(&mut findings);
    outcome.diagnostics = findings;
    outcome
}

/// Finds whether a page, as it was downloaded, is what the records make of it as of the day that it names.
pub fn verify_page(root: &Path, file: &Path) -> Report {
    let unknown = || {
        Diagnostic::without_span(Code::NotPublished)
            .arg("case", "page")
            .arg("path", file.display().to_string())
    };
    let bytes = match publish::read_page(file) {
        Ok(bytes) => bytes,
        Err(fault) => return Report::failed(fault),
    };
    let text = String::from_utf8_lossy(&bytes);
    let told = |before: &str| {
        text.split_once(before)?
            .1
            .split_once('"')
            .map(|(value, _)| value)
    };
    let day = told(" data-day=\"").and_then(Day::parse);
    let (Some(day), Some(url)) = (day, told("<meta property=\"og:url\" content=\"")) else {
        return Report::failed(unknown());
    };
    errors_only(with_checked(root, AsOf::Chosen(day), |checked, files| {
        let register = Register::as_of(checked, false);
        let plan = plan::build_plan(&register)?;
        let theme = load_theme(root, &plan, files)?;
        let mut pages = plan
            .languages()
            .flat_map(|lang| plan.pages().map(move |(_, page)| (page, lang)));
        let Some((page, lang)) = pages.find(|(page, lang)| plan.canonical_url(*page, *lang) == url)
        else {
            return Err(unknown().into());
        };
        let expected = theme.render_page(&plan.page_view(page, lang), lang, files)?;
        match publish::content_mismatch(&bytes, &expected, &plan.output_path(page, lang)) {
            None => Ok(crate::stats(&register)),
            Some(other) => Err(other.into()),
        }
    }))
}

/// Without the warnings that every check has.
fn errors_only(mut outcome: Report) -> Report {
    outcome.diagnostics.retain(Diagnostic::is_error);
    outcome
}
