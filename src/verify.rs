//! Verification that nothing published has changed unnoticed: the revision log itself, the records
//! against the log, a published folder or a downloaded page against the records. `jhur verify` and
//! `jhur status` use it.

use crate::checks::AsOf;
use crate::diag::{Code, Diagnostic, SourceMap, Span, sort_and_dedup};
use crate::fetch::{PublishedSite, is_address};
use crate::outputs::OutputContext;
use crate::pipeline::{
    BuildStats, Report, checked, load_theme, planned, unreleased_changes, write_site,
};
use crate::plan::{CHECKPOINT_PATH, LOG_PATH, Page, Plan};
use crate::publish::{self, PublishedDir};
use crate::records::{Day, Lang, LogEntry, Revision, RevisionLog, Seal, Spanned, sha256_hex};
use crate::register::Register;
use crate::source::{self, ContentCache};
use crate::sync::{into_inner, lock};
use crate::transparency::{Checkpoint, SignedNote, TreeHead};
use crate::view;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, Mutex};

/// The revision log in short.
#[derive(Clone, Debug, Default)]
pub struct LogSummary {
    /// How many entries it has.
    pub entry_count: usize,
    /// The day of the last entry.
    pub last_day: String,
    /// Its size in bytes.
    pub size: usize,
    /// Its sha256 in hexadecimal digits.
    pub sha256: String,
}

/// The result of comparing the records with the log.
#[derive(Debug)]
pub struct RecordsReport {
    /// What differs.
    pub report: Report,
    /// The log, if it is intact.
    pub log: LogSummary,
    /// Today in the site's time zone; `None` if its records have errors.
    pub today: Option<Day>,
}

/// Checks the records, the log with them, and reports every record that differs from its newest
/// revision.
pub fn verify_records(root: &Path, cache: &mut ContentCache, as_of: AsOf) -> RecordsReport {
    let (mut log, mut today) = (LogSummary::default(), None);
    let report = checked(cache.load(root), as_of, |records, _| {
        let register = Register::as_of(records, false);
        today = Some(register.day());
        // Before the first release there is no revision from which a record could differ.
        let Some(last) = register.log_entries().last() else {
            return Ok(BuildStats::new(&register));
        };
        let text = register.published_log();
        log = LogSummary {
            entry_count: text.lines().count(),
            last_day: last.release.to_string(),
            size: text.len(),
            sha256: sha256_hex(&text),
        };
        let unreleased = unreleased_changes(&register);
        if unreleased.is_empty() {
            Ok(BuildStats::new(&register))
        } else {
            Err(unreleased.into())
        }
    });
    RecordsReport {
        report: errors_only(report),
        log,
        today,
    }
}

/// Reports every file of a published folder that is not as its manifest says, or not what the
/// records make as of its day; and whether it is signed where the site names a key. With the file
/// of the `program`, what its last build would reuse is not made again.
pub fn verify_folder(
    root: &Path,
    cache: &mut ContentCache,
    folder: &Path,
    program: Option<&Path>,
) -> Report {
    let published = match PublishedDir::open(folder) {
        Ok(published) => published.with_build_cache(program),
        Err(error) => return Report::failed(error),
    };
    let mut findings = published.audit_files();
    let Some(day) = published.as_of() else {
        findings.push(not_published("folder", folder));
        return Report {
            files: SourceMap::default(),
            diagnostics: findings,
            stats: None,
        };
    };
    let report = planned(cache.load(root), AsOf::Chosen(day), false, |site| {
        let theme = load_theme(root, site)?;
        let differing = Mutex::new(Vec::new());
        let not_made: Mutex<BTreeSet<&str>> = Mutex::new(published.manifest_paths().collect());
        // Nothing is written: each file that a build would write is compared with the published
        // one.
        let context = OutputContext {
            only: None,
            photo: &|name| source::read_photo(root, name),
            reuse: &|path, fingerprint| {
                let is_fresh = published.is_fresh(path, fingerprint);
                is_fresh && lock(&not_made).remove(path)
            },
            write: &|path, expected| {
                // A file that is missing or changed is among the findings already, and gives none.
                lock(&differing).extend(published.file_mismatch(path, expected));
                if !lock(&not_made).remove(path) {
                    let missing = Diagnostic::without_span(Code::PublishedFileMissing);
                    lock(&differing).push(missing.arg("path", path));
                }
                Ok(())
            },
        };
        write_site(site, &theme, context, &|_, _| {})?;
        let mut differing = into_inner(differing);
        let mut not_made = into_inner(not_made);
        // Only the holder of the secret key can make it; it is held against the log below.
        if site.register.log_key().is_some() {
            not_made.remove(CHECKPOINT_PATH);
        }
        for path in not_made {
            differing.push(Diagnostic::without_span(Code::ExtraInManifest).arg("path", path));
        }
        if let Some(key) = &site.register.site().signing_key {
            differing.extend(publish::verify_signature(folder, key.as_str()).err());
            differing.extend(checkpoint_mismatch(site.register, &published));
        }
        if differing.is_empty() {
            Ok(())
        } else {
            Err(differing.into())
        }
    });
    let mut report = errors_only(report);
    report.diagnostics.append(&mut findings);
    sort_and_dedup(&mut report.diagnostics);
    report
}

/// Reports a published checkpoint that is not the site's signed word on the log as it is. One that is
/// missing is not signed, as the manifest is not.
fn checkpoint_mismatch(
    register: &Register<'_>,
    published: &PublishedDir<'_>,
) -> Option<Diagnostic> {
    let bytes = published.read_verified(CHECKPOINT_PATH)?;
    let (expected, key) = register.checkpoint().zip(register.log_key())?;
    let found = Checkpoint::open(&bytes, expected.origin(), &key).ok();
    (found.as_ref() != Some(&expected)).then(|| {
        Diagnostic::without_span(Code::BadSignature)
            .arg("case", "checkpoint")
            .arg("path", CHECKPOINT_PATH)
    })
}

/// Reports whether a page, as it was downloaded, is what the records make of it: today, or on a day
/// since the release that it names.
pub fn verify_page(root: &Path, cache: &mut ContentCache, file: &Path, as_of: AsOf) -> Report {
    match publish::read_page(file) {
        Ok(bytes) => verify_page_bytes(root, cache, file, &bytes, as_of),
        Err(error) => Report::failed(error),
    }
}

/// The same of a page's bytes; `file` is what it is called in messages.
pub(crate) fn verify_page_bytes(
    root: &Path,
    cache: &mut ContentCache,
    file: &Path,
    bytes: &[u8],
    as_of: AsOf,
) -> Report {
    let text = String::from_utf8_lossy(bytes);
    let Some(url) = quoted_after(&text, "<meta property=\"og:url\" content=\"") else {
        return Report::failed(not_published("page", file));
    };
    let entry = quoted_after(&text, " data-entry=\"").and_then(LogEntry::parse_attribute);
    let released = entry.map(|entry| entry.release);
    let mut earlier_days = BTreeSet::new();
    let report = compare_page(root, cache, file, url, bytes, as_of, |register| {
        earlier_days = register.days_of_change();
    });
    if report.diagnostics.is_empty() {
        return report;
    }
    // A page that was kept says what held then: on any day it was so since the day before which
    // something changed.
    let day_before = |day: &Day| day.plus_days(-1);
    let mut days: BTreeSet<Day> = earlier_days.iter().filter_map(day_before).collect();
    days.retain(|day| released.is_none_or(|released| *day >= released));
    days.extend(released);
    for day in days.into_iter().rev() {
        let as_of = AsOf::Chosen(day);
        let earlier = compare_page(root, cache, file, url, bytes, as_of, |_| {});
        if earlier.diagnostics.is_empty() {
            return earlier;
        }
    }
    report
}

/// Reports whether a page is what the records make of it as of a day; `then` sees the register.
fn compare_page(
    root: &Path,
    cache: &mut ContentCache,
    file: &Path,
    url: &str,
    bytes: &[u8],
    as_of: AsOf,
    then: impl FnOnce(&Register<'_>),
) -> Report {
    let report = planned(cache.load(root), as_of, false, |site| {
        then(site.register);
        let theme = load_theme(root, site)?;
        let plan = site.plan;
        let Some((page, lang)) = page_with_url(plan, url) else {
            return Err(not_published("page", file).into());
        };
        let expected = theme.render_page(&view::page(plan, page, lang), lang, site.files)?;
        match publish::content_mismatch(bytes, &expected, &plan.output_path(page, lang)) {
            None => Ok(()),
            Some(mismatch) => Err(mismatch.into()),
        }
    });
    errors_only(report)
}

/// The log of the site at an address or in a folder, or the log in a file, without bodies.
///
/// # Errors
/// If it cannot be read or fetched, is empty, or one of its lines is none that jhur writes.
pub(crate) fn read_log(place: &Path) -> Result<RevisionLog, Diagnostic> {
    let bytes = match place.to_str().filter(|text| is_address(text)) {
        Some(address) => PublishedSite::new(address)
            .read(LOG_PATH)?
            .unwrap_or_default(),
        None if place.is_dir() => publish::read_page(&place.join(LOG_PATH))?,
        None => publish::read_page(place)?,
    };
    parse_log(&String::from_utf8_lossy(&bytes), place)
}

/// The same of a file's text.
fn parse_log(text: &str, file: &Path) -> Result<RevisionLog, Diagnostic> {
    let not_a_log = |line: usize| {
        Diagnostic::without_span(Code::NotALog)
            .arg("path", file.display().to_string())
            .arg("line", line.to_string())
    };
    let mut log = RevisionLog::default();
    for (n, line) in text.lines().enumerate() {
        let value = LogEntry::parse(line).ok_or_else(|| not_a_log(n + 1))?;
        let span = Span::default();
        log.entries.push(Arc::new(Spanned { value, span }));
    }
    if log.entries.is_empty() {
        return Err(not_a_log(1));
    }
    log.join();
    Ok(log)
}

/// What somebody kept of a log.
pub(crate) enum KeptLog {
    /// The log itself.
    Log(RevisionLog),
    /// Size and root, from a checkpoint or from a witness's statement. Whose signature it has is not
    /// looked at: it is compared with the log alone.
    Head(TreeHead),
}

/// What is in a file that somebody kept: a log, a checkpoint, or a witness's statement.
///
/// # Errors
/// If it is none of these, or cannot be read.
pub(crate) fn read_kept(file: &Path) -> Result<KeptLog, Diagnostic> {
    let bytes = publish::read_page(file)?;
    let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n");
    // A statement has the witness's key above the checkpoint.
    let (_, below) = text.split_once("\n\n").unwrap_or_default();
    for note in [text.as_str(), below] {
        let note = SignedNote::parse(note.as_bytes()).ok();
        if let Some(checkpoint) = note.and_then(|note| Checkpoint::parse(note.text())) {
            return Ok(KeptLog::Head(*checkpoint.head()));
        }
    }
    parse_log(&text, file).map(KeptLog::Log)
}

/// What a log says of a seal.
pub(crate) struct FoundSeal<'l> {
    revision: &'l Revision,
    /// The number of the record's newest revision.
    newest: u32,
}

/// Looks for the revision that has a seal. Returns `None` if the log has none.
pub(crate) fn find_seal<'l>(log: &'l RevisionLog, seal: &Seal) -> Option<FoundSeal<'l>> {
    let mut all = log.revisions.iter();
    let revision = all.find(|revision| revision.seal() == *seal)?;
    let own = log.revisions.iter().filter(|r| r.record == revision.record);
    let newest = own.map(|r| r.revision).max().unwrap_or(revision.revision);
    Some(FoundSeal { revision, newest })
}

impl FoundSeal<'_> {
    /// The key of the message that says what was found.
    pub(crate) fn message_key(&self) -> &'static str {
        match self.revision.redaction {
            Some(_) => "seal-redacted",
            None if self.newest == self.revision.revision => "seal-newest",
            None => "seal-older",
        }
    }

    /// The arguments of that message.
    pub(crate) fn message_args(&self) -> [(&'static str, String); 5] {
        let redaction = self.revision.redaction.as_ref();
        [
            ("record", self.revision.record.clone()),
            ("revision", self.revision.revision.to_string()),
            ("day", self.revision.release.to_string()),
            ("newest", self.newest.to_string()),
            (
                "redacted",
                redaction.map_or_else(String::new, |r| r.day.to_string()),
            ),
        ]
    }
}

/// The page of an absolute URL, with its language. The URL is compared as a whole: the page may
/// come from another site.
fn page_with_url(plan: &Plan<'_>, url: &str) -> Option<(Page, Lang)> {
    for lang in plan.languages() {
        for (_, page) in plan.pages() {
            if plan.canonical_url(page, lang) == url {
                return Some((page, lang));
            }
        }
    }
    None
}

/// The text between `start` and the next quotation mark. Returns `None` if it has none of them.
fn quoted_after<'t>(text: &'t str, start: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(start)?;
    rest.split_once('"').map(|(value, _)| value)
}

/// A folder or page that no build of jhur made.
fn not_published(case: &str, path: &Path) -> Diagnostic {
    Diagnostic::without_span(Code::NotPublished)
        .arg("case", case)
        .arg("path", path.display().to_string())
}

/// The report without its warnings, which `jhur check` is for.
fn errors_only(mut report: Report) -> Report {
    report.diagnostics.retain(Diagnostic::is_error);
    report
}
