//! jhur turns the records of J-HUR stops into a published site that documents commitments and their follow-up.
//!
//! The pipeline, in the order in which a build goes through it:
//!
//! 1. [`source`] reads content/: YAML and Markdown become [`records`], with every fault at its place.
//! 2. [`checks`] holds the records against the rules; only it makes [`checks::Checked`].
//! 3. [`register`] joins them as of a day: status, timeliness, timelines, totals.
//! 4. [`site`] plans every address and what each page shows.
//! 5. [`theme`] turns one page's view into HTML.
//! 6. [`outputs`] makes what is not a page: sitemap, headers, downloads, twins, citations, feeds, calendars, pictures, search index.
//! 7. [`publish`] writes all of it in one step, or nothing.
//!
//! [`serve`] goes through the same steps in memory, again whenever a file changes. [`edit`] changes files of records, [`sheets`] makes
//! spreadsheets of them and changes of spreadsheets, [`links`] asks whether their sources are still on the web. [`diag`] carries
//! what is wrong and says it in Indonesian or English; [`cli`] is the program around it.

pub mod checks;
pub mod cli;
pub mod data;
pub mod diag;
pub mod editing;
mod http;
pub mod link_check;
mod memo;
pub mod outputs;
pub mod plan;
pub mod privacy_report;
pub mod publish;
mod random;
pub mod records;
pub mod register;
pub mod serve;
pub mod source;
pub mod spreadsheet;
mod sync;
pub mod theme;
pub mod verify;
pub mod view;

use checks::AsOf;
use diag::{Diagnostic, SourceMap};
use rayon::prelude::*;
use register::Register;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What a build is asked for.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "a password is in it")]
pub struct BuildOptions<'a> {
    /// The folder that holds content/.
    pub root: &'a Path,
    /// The folder into which the site is published.
    pub out: &'a Path,
    /// The day for which it is made.
    pub as_of: AsOf,
    /// Do records that are held back take part?
    pub drafts: bool,
    /// With what the manifest is signed; none if it is not.
    pub signing: Option<SigningKey<'a>>,
    /// The file of this program: what it made before and need not make again is taken over. None: everything is made.
    pub executable: Option<&'a Path>,
}

/// A secret minisign key.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "a password is in it")]
pub struct SigningKey<'a> {
    /// Its file.
    pub key_file: &'a Path,
    /// Its password; empty if it has none.
    pub password: &'a str,
}

/// Who is told how many pages are done, of how many.
pub type Progress<'a> = dyn Fn(usize, usize) + Sync + 'a;

/// What came of a check or a build.
#[derive(Debug)]
pub struct Report {
    /// The files that were read, for messages. After a build without a fault they are without their texts.
    pub files: SourceMap,
    /// Warnings; or everything that is wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// The figures; none if something is wrong, in which case nothing was published.
    pub stats: Option<BuildStats>,
}

impl Report {
    /// Nothing could be read.
    fn failed(fault: Diagnostic) -> Self {
        Self {
            files: SourceMap::default(),
            diagnostics: vec![fault],
            stats: None,
        }
    }
}

/// How much there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BuildStats {
    /// Stops.
    pub stops: usize,
    /// Aspirations.
    pub aspirations: usize,
    /// Commitments.
    pub commitments: usize,
    /// Follow-ups.
    pub follow_ups: usize,
    /// Records left out because they became known after the day.
    pub not_yet_known: usize,
    /// Records that say what no release has yet; none while nothing was released.
    pub unreleased: usize,
    /// Does the site name a key with which nobody signed?
    pub is_unsigned: bool,
    /// Pages, in all languages; none in a check.
    pub pages: usize,
    /// Files written.
    pub written: usize,
    /// Files that were the same already.
    pub unchanged: usize,
    /// Files taken away.
    pub removed: usize,
}

/// Reads and checks the records below `root`, without publishing anything; what is held back is counted in.
pub fn check(root: &Path, when: AsOf) -> Report {
    check_with_overrides(root, when, &source::Overrides::new())
}

/// As [`check`], as if some files said something else or were there: what would be saved.
pub fn check_with_overrides(root: &Path, when: AsOf, texts: &source::Overrides) -> Report {
    check_loaded(
        source::ContentCache::default().load_with_overrides(root, texts),
        when,
        |checked, _| {
            let register = Register::as_of(checked, true);
            plan::build_plan(&register)?;
            Ok(stats(&register))
        },
    )
}

/// Reads and checks; gives also what is personal in what would be published.
pub fn check_privacy(root: &Path, when: AsOf) -> (Report, Vec<privacy_report::PersonalData>) {
    let mut found = Vec::new();
    let outcome = with_checked(root, when, |checked, _| {
        let register = Register::as_of(checked, false);
        found =
            privacy_report::find_personal_data(&plan::build_plan(&register)?, checked.records());
        Ok(stats(&register))
    });
    (outcome, found)
}

/// Reads, checks and publishes. `progress` is told how many pages are done, of how many.
pub fn build(order: &BuildOptions<'_>, progress: &Progress<'_>) -> Report {
    let (loaded, texts) = match source::load_discarding_texts(order.root) {
        Ok(loaded) => loaded,
        Err(fault) => return Report::failed(fault),
    };
    let mut outcome = check_loaded(Ok(loaded), order.as_of, |checked, files| {
        let register = Register::as_of(checked, order.drafts);
        let plan = plan::build_plan(&register)?;
        let theme = load_theme(order.root, &plan, files)?;
        let public = register.site().signing_key.as_ref().map(|key| key.as_str());
        let signer = order
            .signing
            .map(|s| publish::Signer::open(s.key_file, s.password, public))
            .transpose()?;
        let publication = publish::Publication::open(order.out, order.root, order.executable)?;
        let old = publication
            .previous_file(plan::REVISION_LOG_PATH)
            .and_then(|bytes| String::from_utf8(bytes).ok())
            .unwrap_or_default();
        let log = checked
            .records()
            .revision_log
            .iter()
            .map(|line| &line.value);
        if let Some(line) = records::revision::first_missing_line(&old, log) {
            let fault =
                Diagnostic::without_span(diag::Code::LogTruncated).arg("line", line.to_string());
            return Err(fault
                .arg(
                    "path",
                    order
                        .out
                        .join(plan::REVISION_LOG_PATH)
                        .display()
                        .to_string(),
                )
                .into());
        }
        let outside = outputs::OutputContext {
            only: None,
            previous: &|path| publication.previous_file(path),
            photo: &|name| read_verified_photo(order.root, name, checked.records()),
            reuse: &|path, print| publication.reuse(path, print),
            write: &|path, bytes| publication.write(path, bytes),
        };
        let pages = write_outputs(&plan, &theme, files, outside, progress)?;
        let publish::PublicationReport {
            written,
            unchanged,
            removed,
            ..
        } = publication.finish(register.day(), signer.as_ref())?;
        let unsigned = signer.is_none() && public.is_some();
        Ok(BuildStats {
            is_unsigned: unsigned,
            pages,
            written,
            unchanged,
            removed,
            ..stats(&register)
        })
    });
    if outcome.stats.is_none() {
        texts.restore(&outcome.diagnostics, &mut outcome.files);
    }
    outcome
}

/// Everything that is published: pages, what the theme brings, what is no page; gives the number of pages.
fn write_outputs(
    plan: &plan::Plan<'_>,
    theme: &theme::Theme,
    files: &SourceMap,
    outside: outputs::OutputContext<'_>,
    progress: &Progress<'_>,
) -> Result<usize, Diagnostics> {
    let pages = render_pages(plan, theme, files, outside, progress)?;
    for (path, bytes) in theme.script_assets() {
        (outside.write)(&path, bytes)?;
    }
    outputs::write_all(plan, theme, outside)?;
    Ok(pages)
}

/// Reads, checks and plans; `then` looks at what would be published. Nothing is written.
pub fn with_plan(root: &Path, when: AsOf, then: impl FnOnce(&plan::Plan<'_>)) -> Report {
    with_checked(root, when, |checked, _| {
        let register = Register::as_of(checked, false);
        then(&plan::build_plan(&register)?);
        Ok(stats(&register))
    })
}

/// Reads and checks; `then` gets the addresses of all sources, of what is held back too, and what was checked.
pub fn with_links(
    root: &Path,
    when: AsOf,
    then: impl FnOnce(&[link_check::ExternalLink], &checks::CheckedRecords),
) -> Report {
    with_checked(root, when, |checked, _| {
        then(&link_check::collect_links(checked.records()), checked);
        Ok(stats(&Register::as_of(checked, true)))
    })
}

/// Reads and checks; tells `each` what a release on that day would add to the revision log, in its order. Nothing is written.
pub fn with_pending_revisions(
    root: &Path,
    when: AsOf,
    each: &mut dyn FnMut(&register::PendingRevision<'_>),
) -> Report {
    with_checked(root, when, |checked, _| {
        let register = Register::as_of(checked, false);
        plan::build_plan(&register)?;
        if let Some(last) = checked
            .records()
            .revision_log
            .last()
            .filter(|last| last.release > register.day())
        {
            let fault = Diagnostic::new(diag::Code::ReleaseDateBackwards, last.span)
                .arg("last", last.release.to_string());
            return Err(fault.arg("today", register.day().to_string()).into());
        }
        let changes = register.pending_revisions();
        let struck = |change: &register::PendingRevision<'_>| {
            let found = checks::find_redacted(
                change.revision.body.as_ref()?,
                &checked.records().redacted_phrases,
            )?;
            let fault = Diagnostic::without_span(diag::Code::RedactedText).arg("place", "release");
            Some(
                fault
                    .arg("record", found.record.as_str())
                    .arg("revision", found.revision.to_string()),
            )
        };
        let faults: Vec<Diagnostic> = changes.iter().filter_map(struck).collect();
        if !faults.is_empty() {
            return Err(faults.into());
        }
        changes.iter().for_each(each);
        Ok(stats(&register))
    })
}

/// One or several faults.
struct Diagnostics(Vec<Diagnostic>);

impl From<Vec<Diagnostic>> for Diagnostics {
    fn from(list: Vec<Diagnostic>) -> Self {
        Self(list)
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(one: Diagnostic) -> Self {
        Self(vec![one])
    }
}

/// Reads and checks; `then` works on what is right.
fn with_checked(
    root: &Path,
    when: AsOf,
    then: impl FnOnce(&checks::CheckedRecords, &mut SourceMap) -> Result<BuildStats, Diagnostics>,
) -> Report {
    check_loaded(source::load(root), when, then)
}

/// Checks what was read; `then` works on what is right.
fn check_loaded(
    loaded: Result<source::LoadedContent, Diagnostic>,
    when: AsOf,
    then: impl FnOnce(&checks::CheckedRecords, &mut SourceMap) -> Result<BuildStats, Diagnostics>,
) -> Report {
    let source::LoadedContent {
        records,
        mut files,
        diagnostics: faults,
        ..
    } = match loaded {
        Ok(loaded) => loaded,
        Err(fault) => return Report::failed(fault),
    };
    let checked = match checks::check_records(records, faults, when) {
        Ok(checked) => checked,
        Err(diagnostics) => {
            return Report {
                files,
                diagnostics,
                stats: None,
            };
        }
    };
    match then(&checked, &mut files) {
        Ok(figures) => Report {
            files,
            diagnostics: checked.into_warnings(),
            stats: Some(figures),
        },
        Err(Diagnostics(mut diagnostics)) => {
            diagnostics.append(&mut checked.into_warnings());
            diag::sort_and_dedup(&mut diagnostics);
            Report {
                files,
                diagnostics,
                stats: None,
            }
        }
    }
}

/// The theme that site.yaml names, with the site's own files in place of the default theme's.
fn load_theme(
    root: &Path,
    plan: &plan::Plan<'_>,
    files: &mut SourceMap,
) -> Result<theme::Theme, Vec<Diagnostic>> {
    let named = plan.register().site().theme.as_ref();
    let name = named.map_or(theme::DEFAULT_THEME, |t| t.as_str());
    let own = source::read_theme(root, name)?;
    if let (None, Some(named)) = (&own, named.filter(|_| name != theme::DEFAULT_THEME)) {
        return Err(vec![
            Diagnostic::new(diag::Code::UnknownTheme, named.span).arg("found", name),
        ]);
    }
    theme::Theme::new(name, own.unwrap_or_default(), plan, files)
}

/// A photograph as it was when it was judged.
fn read_verified_photo(
    root: &Path,
    name: &str,
    records: &records::Records,
) -> Result<Vec<u8>, Diagnostic> {
    let bytes = source::read_photo(root, name)?;
    if records
        .media
        .get(name)
        .is_some_and(|media| media.sha256 == records::sha256_hex(&bytes))
    {
        return Ok(bytes);
    }
    let fault = Diagnostic::without_span(diag::Code::CannotRead).arg("reason", "changed");
    Err(fault.arg("path", format!("content/media/{name}")))
}

/// The largest page that is published, in bytes: what is larger no telephone shows.
const MAX_PAGE_BYTES: usize = 8_000_000;

fn page_too_large(path: &str, size: usize) -> Diagnostic {
    let millions = |bytes: usize| bytes.div_ceil(1_000_000).to_string();
    let fault = Diagnostic::without_span(diag::Code::PageTooLarge)
        .arg("path", path)
        .arg("size", millions(size));
    fault.arg("limit", millions(MAX_PAGE_BYTES))
}

/// Renders every page in every language, but for those that are there already; gives their number.
fn render_pages(
    plan: &plan::Plan<'_>,
    theme: &theme::Theme,
    files: &SourceMap,
    outside: outputs::OutputContext<'_>,
    progress: &Progress<'_>,
) -> Result<usize, Vec<Diagnostic>> {
    let languages = plan.languages();
    let pages: Vec<_> = languages
        .flat_map(|lang| plan.pages().map(move |(_, page)| (page, lang)))
        .collect();
    let done = AtomicUsize::new(0);
    let one = |&(page, lang): &(plan::Page, records::Lang)| {
        let (view, path) = (plan.page_view(page, lang), plan.output_path(page, lang));
        if !(outside.reuse)(&path, theme.fingerprint(&view)) {
            let html = theme.render_page(&view, lang, files)?;
            if html.len() > MAX_PAGE_BYTES {
                return Err(page_too_large(&path, html.len()));
            }
            (outside.write)(&path, &html)?;
        }
        progress(done.fetch_add(1, Ordering::Relaxed) + 1, pages.len());
        Ok(())
    };
    let mut faults: Vec<Diagnostic> = pages
        .par_iter()
        .filter_map(|page| one(page).err())
        .collect();
    diag::sort_and_dedup(&mut faults);
    if faults.is_empty() {
        Ok(pages.len())
    } else {
        Err(faults)
    }
}

fn stats(register: &Register<'_>) -> BuildStats {
    let totals = register.totals();
    BuildStats {
        stops: register.stops().len(),
        aspirations: totals.aspirations,
        commitments: totals.commitments,
        follow_ups: register.follow_ups().len(),
        not_yet_known: register.not_yet_known(),
        unreleased: register.unreleased_count(),
        ..BuildStats::default()
    }
}
