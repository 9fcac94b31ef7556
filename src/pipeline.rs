//! The pipeline: from the folder of records to the published site, in seven steps.
//!
//! [`build`] takes all seven, [`planned`] the first four, [`checked`] the first two. Everything
//! else that looks at records as a whole (`verify`, `release`, `privacy_report`, `serve`, the
//! forms, most commands) is a closure on one of these, so that all of them see the same site.

use crate::checks::{self, AsOf, CheckedRecords, DayChoice, DayOrigin};
use crate::diag::{self, Code, Diagnostic, Diagnostics, SourceMap};
use crate::guards::{self, PublishedState};
use crate::outputs::{self, OutputContext};
use crate::plan::{self, Page, Plan};
use crate::publish::{Publication, Signer};
use crate::records::{DEFAULT_THEME, Day, Lang, Records, sha256_hex};
use crate::register::Register;
use crate::source::{self, LoadedContent, Overrides};
use crate::theme::Theme;
use rayon::prelude::*;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The largest page that is published, in bytes: no telephone shows a larger one.
const MAX_PAGE_BYTES: usize = 8_000_000;

/// The settings of a build.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "a password is in it")]
pub struct BuildOptions<'a> {
    /// The folder that holds content/.
    pub root: &'a Path,
    /// The folder into which the site is published.
    pub out: &'a Path,
    /// The day as of which it is made.
    pub as_of: AsOf,
    /// Where the day came from, and whether it was confirmed.
    pub day_choice: DayChoice,
    /// Whether drafts are published, too.
    pub drafts: bool,
    /// The key that signs the manifest; `None`: unsigned.
    pub signing: Option<SigningKey<'a>>,
    /// The file of this program, whose fingerprint is part of the build cache's: output files are
    /// reused only from a build by the same program. `None`: nothing is reused.
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

/// Called with the number of pages that are done, and of all pages.
pub type Progress<'a> = dyn Fn(usize, usize) + Sync + 'a;

/// The result of a check or a build.
#[derive(Debug)]
pub struct Report {
    /// The files that were read, for messages. After a successful build they have no texts.
    pub files: SourceMap,
    /// If it succeeded the warnings, otherwise all errors and warnings; sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// Counts of records and files; `None` if it failed, in which case nothing was published.
    pub stats: Option<BuildStats>,
}

impl Report {
    /// The content could not be read at all.
    pub(crate) fn failed(diagnostic: Diagnostic) -> Self {
        Self {
            files: SourceMap::default(),
            diagnostics: vec![diagnostic],
            stats: None,
        }
    }
}

/// Counts of records and of published files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BuildStats {
    /// The day as of which the records were looked at.
    pub day: Option<Day>,
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
    /// Records that differ from their newest revision, or have none; 0 before the first release.
    pub unreleased: usize,
    /// Whether the site names a key and the build was not signed with it.
    pub is_unsigned: bool,
    /// Pages in all languages; 0 after a check.
    pub pages: usize,
    /// Files written.
    pub written: usize,
    /// Files that were the same already.
    pub unchanged: usize,
    /// Files removed.
    pub removed: usize,
}

impl BuildStats {
    pub(crate) fn new(register: &Register<'_>) -> Self {
        let totals = register.totals();
        Self {
            day: Some(register.day()),
            stops: register.stops().len(),
            aspirations: totals.aspirations,
            commitments: totals.commitments,
            follow_ups: register.follow_ups().len(),
            not_yet_known: register.not_yet_known(),
            unreleased: register.unreleased_count(),
            ..Self::default()
        }
    }
}

/// A site whose addresses are planned: the input of everything that renders or inspects pages.
pub(crate) struct Planned<'p> {
    pub(crate) checked: &'p CheckedRecords,
    pub(crate) register: &'p Register<'p>,
    pub(crate) plan: &'p Plan<'p>,
    /// The files that were read; themes add theirs.
    pub(crate) files: &'p mut SourceMap,
    /// The counts that the report will have.
    pub(crate) stats: BuildStats,
}

/// Reads, checks and publishes a site: the whole pipeline.
pub fn build(options: &BuildOptions<'_>, progress: &Progress<'_>) -> Report {
    // 1. `source` reads content/.
    let loaded = match source::load_discarding_texts(options.root) {
        Ok(loaded) => loaded,
        Err(error) => return Report::failed(error),
    };
    // 2. to 4. `checks`, `register` and `plan`.
    // Each step borrows from the one before: the rest works inside the closure, while all live.
    let mut report = planned(Ok(loaded), options.as_of, options.drafts, |site| {
        // What can fail cheaply fails before anything is rendered: a wrong key, a folder that is no
        // output folder, a log that was cut, a day that cannot be right.
        let public_key = site.register.site().signing_key.as_ref();
        let theme = load_theme(options.root, site)?;
        let signer = match &options.signing {
            Some(key) => Some(Signer::open(
                key.key_file,
                key.password,
                public_key.map(|key| key.as_str()),
            )?),
            None => None,
        };
        let publication = Publication::open(options.out, options.root, options.executable)?;
        let records = site.checked.records();
        guard_publication(site, options, &publication)?;
        if !options.drafts {
            require_released(site, options.day_choice)?;
        }
        let context = OutputContext {
            only: None,
            photo: &|name| read_verified_photo(options.root, name, records),
            reuse: &|path, fingerprint| publication.reuse(path, fingerprint),
            write: &|path, bytes| publication.write(path, bytes),
        };
        // 5. and 6. `theme` renders pages, `outputs` makes everything else.
        site.stats.pages = write_site(site, &theme, context, progress)?;
        if let Some((note, signer)) = site.register.checkpoint().zip(signer.as_ref()) {
            // An address has no character that the name of a key cannot have.
            if let Some(signed) = signer.sign_checkpoint(&note) {
                publication.write(plan::CHECKPOINT_PATH, signed.to_string().as_bytes())?;
            }
        }
        // 7. `publish` puts the new site in the place of the old one.
        let published = publication.finish(site.register.day(), signer.as_ref())?;
        site.stats.is_unsigned = signer.is_none() && public_key.is_some();
        site.stats.written = published.written;
        site.stats.unchanged = published.unchanged;
        site.stats.removed = published.removed;
        Ok(())
    });
    // The texts were discarded after parsing, to save memory; messages quote them.
    if report.stats.is_none() {
        source::restore_texts(options.root, &report.diagnostics, &mut report.files);
    }
    report
}

/// Reads and checks a site, drafts included. Nothing is written.
pub fn check(root: &Path, as_of: AsOf) -> Report {
    planned(source::load(root), as_of, true, |_| Ok(()))
}

/// As [`check`], as if some files had other texts, or existed: what would be saved.
pub fn check_with_overrides(root: &Path, as_of: AsOf, texts: &Overrides) -> Report {
    let loaded = source::ContentCache::default().load_with_overrides(root, texts);
    planned(loaded, as_of, true, |_| Ok(()))
}

/// Steps 2 to 4 on content that was read; `then` works on the planned site and may add to its
/// counts. `drafts`: whether drafts are part of it.
pub(crate) fn planned(
    loaded: Result<LoadedContent, Diagnostic>,
    as_of: AsOf,
    drafts: bool,
    then: impl FnOnce(&mut Planned<'_>) -> Result<(), Diagnostics>,
) -> Report {
    checked(loaded, as_of, |checked, files| {
        let register = Register::as_of(checked, drafts);
        let plan = plan::build_plan(&register)?;
        let mut site = Planned {
            checked,
            register: &register,
            plan: &plan,
            files,
            stats: BuildStats::new(&register),
        };
        then(&mut site)?;
        Ok(site.stats)
    })
}

/// Step 2 on content that was read; `then` works on records that keep every rule.
pub(crate) fn checked(
    loaded: Result<LoadedContent, Diagnostic>,
    as_of: AsOf,
    then: impl FnOnce(&CheckedRecords, &mut SourceMap) -> Result<BuildStats, Diagnostics>,
) -> Report {
    let LoadedContent {
        records,
        mut files,
        diagnostics,
        ..
    } = match loaded {
        Ok(loaded) => loaded,
        Err(error) => return Report::failed(error),
    };
    let (result, warnings) = match checks::check_records(records, diagnostics, as_of) {
        Ok(checked) => (then(&checked, &mut files), checked.into_warnings()),
        // These are sorted, and hold the warnings.
        Err(diagnostics) => (Err(diagnostics.into()), Vec::new()),
    };
    let (diagnostics, stats) = match result {
        Ok(stats) => (warnings, Some(stats)),
        Err(Diagnostics(mut errors)) => {
            errors.extend(warnings);
            diag::sort_and_dedup(&mut errors);
            (errors, None)
        }
    };
    Report {
        files,
        diagnostics,
        stats,
    }
}

/// The theme that site.yaml names: the default theme with the site's own files in place of its.
pub(crate) fn load_theme(root: &Path, site: &mut Planned<'_>) -> Result<Theme, Vec<Diagnostic>> {
    let named = site.register.site().theme.as_ref();
    let name = named.map_or(DEFAULT_THEME, |name| name.as_str());
    let own_files = source::read_theme(root, name)?;
    if let (None, Some(named)) = (&own_files, named)
        && name != DEFAULT_THEME
    {
        let unknown = Diagnostic::new(Code::UnknownTheme, named.span).arg("found", name);
        return Err(vec![unknown]);
    }
    Theme::new(name, own_files.unwrap_or_default(), site.plan, site.files)
}

/// Writes everything that is published: pages, what the theme brings, other outputs; gives the
/// number of pages.
pub(crate) fn write_site(
    site: &Planned<'_>,
    theme: &Theme,
    context: OutputContext<'_>,
    progress: &Progress<'_>,
) -> Result<usize, Diagnostics> {
    let pages = render_pages(site, theme, context, progress)?;
    for (path, bytes) in theme.script_assets() {
        (context.write)(&path, bytes)?;
    }
    outputs::write_all(site.plan, theme, context)?;
    Ok(pages)
}

/// Renders every page in every language, except those that can be reused; gives their number.
fn render_pages(
    site: &Planned<'_>,
    theme: &Theme,
    context: OutputContext<'_>,
    progress: &Progress<'_>,
) -> Result<usize, Vec<Diagnostic>> {
    let plan = site.plan;
    let mut pages = Vec::new();
    for lang in plan.languages() {
        pages.extend(plan.pages().map(|(_, page)| (page, lang)));
    }
    let done = AtomicUsize::new(0);
    let render = |&(page, lang): &(Page, Lang)| -> Result<(), Diagnostic> {
        let path = plan.output_path(page, lang);
        let view = crate::view::page(plan, page, lang);
        // A view holds everything that its page shows, so that the same view is the same page.
        if !(context.reuse)(&path, theme.fingerprint(&view)) {
            let html = theme.render_page(&view, lang, site.files)?;
            if html.len() > MAX_PAGE_BYTES {
                return Err(page_too_large(&path, html.len()));
            }
            (context.write)(&path, &html)?;
        }
        progress(done.fetch_add(1, Ordering::Relaxed) + 1, pages.len());
        Ok(())
    };
    // Every broken page is reported, not only the first.
    let results = pages.par_iter().map(render);
    let mut errors: Vec<Diagnostic> = results.filter_map(Result::err).collect();
    diag::sort_and_dedup(&mut errors);
    if errors.is_empty() {
        Ok(pages.len())
    } else {
        Err(errors)
    }
}

fn page_too_large(path: &str, size: usize) -> Diagnostic {
    // In megabytes, rounded up, so that the size is never the limit itself.
    Diagnostic::without_span(Code::PageTooLarge)
        .arg("path", path)
        .arg("size", size.div_ceil(1_000_000).to_string())
        .arg("limit", (MAX_PAGE_BYTES / 1_000_000).to_string())
}

/// Refuses to publish what no release has, once there is a log: what is published is what the log
/// says. Of a day before its last entry, which somebody chose, nobody can say what was released:
/// the records have what came later.
fn require_released(site: &Planned<'_>, choice: DayChoice) -> Result<(), Vec<Diagnostic>> {
    let log = &site.checked.records().revision_log;
    if let Err(too_early) = guards::require_no_later_entry(log, site.register.day()) {
        return match choice.origin {
            DayOrigin::Argument => Ok(()),
            DayOrigin::Clock | DayOrigin::Environment => Err(vec![too_early]),
        };
    }
    if log.entries.is_empty() || site.stats.unreleased == 0 {
        return Ok(());
    }
    Err(unreleased_changes(site.register))
}

/// What says something else than its newest revision, or has none.
pub(crate) fn unreleased_changes(register: &Register<'_>) -> Vec<Diagnostic> {
    let mut unreleased = Vec::new();
    for change in register.pending_revisions() {
        let revision = change.previous.map_or(0, |old| old.revision);
        unreleased.push(
            Diagnostic::without_span(Code::UnreleasedChange)
                .arg("record", change.record)
                .arg("revision", revision.to_string()),
        );
    }
    unreleased
}

/// Refuses a day that cannot be right, and to publish over a site that knows more than this one.
fn guard_publication(
    site: &Planned<'_>,
    options: &BuildOptions<'_>,
    publication: &Publication,
) -> Result<(), Diagnostic> {
    let (register, records) = (site.register, site.checked.records());
    let published = PublishedState {
        day: publication.previous_day(),
        log: publication.previous_file(plan::LOG_PATH),
        log_sha256: publication.previous_hash(plan::LOG_PATH),
    };
    let (out, choice) = (options.out, options.day_choice);
    guards::require_published_log(records, &published, out)?;
    guards::require_plausible_day(register, records, options.root, choice)?;
    guards::require_no_newer_site(records, register.day(), &published, out, choice)
}

/// A photograph's bytes, if they are still those that were checked.
fn read_verified_photo(root: &Path, name: &str, records: &Records) -> Result<Vec<u8>, Diagnostic> {
    let bytes = source::read_photo(root, name)?;
    // The rules looked at its format, size and place data; other bytes were not checked at all.
    let checked = records.media.get(name);
    if checked.is_some_and(|media| media.sha256 == sha256_hex(&bytes)) {
        return Ok(bytes);
    }
    Err(Diagnostic::without_span(Code::CannotRead)
        .arg("reason", "changed")
        .arg("path", format!("content/media/{name}")))
}
