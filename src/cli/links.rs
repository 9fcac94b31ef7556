//! `jhur links`: whether the sources are still on the web. Results are cached in `links.jsonl`
//! beside content/, a line for each URL, and written after each request, so that a run that was
//! stopped goes on where it was.
//!
//! Dead links are warnings and change no exit code: they are no error of the records, and no build
//! waits for them.

use super::args::{LinksArgs, LinksFormat};
use super::as_of;
use super::progress::ProgressLine;
use super::report::{kebab_name, report_errors};
use super::terminal::Terminal;
use crate::diag::{Code, Diagnostic, ExitStatus, SourceMap, Span, sort_and_dedup};
use crate::link_check::{
    ClientConfig, ExternalLink, FailureReason, LinkCheck, LinkStatus, PublicResolver, check_all,
    collect_links,
};
use crate::pipeline::{BuildStats, Report, checked};
use crate::records::{Day, Url};
use crate::register::Register;
use crate::{publish, source};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The file of the cache.
const CACHE_FILE: &str = "links.jsonl";

/// The newest result of each URL.
type LinkCache = BTreeMap<String, LinkCheck>;

pub(super) fn run(
    args: &LinksArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let as_of = as_of::resolve(None, terminal.env)?;
    // `checked` knows only errors of the records: that of writing the cache is carried past it.
    let mut results = Ok((Vec::new(), 0));
    let Report {
        files,
        diagnostics,
        stats,
    } = checked(source::load(root), as_of, |records, _| {
        let links = collect_links(records.records());
        let config = ClientConfig::polite(records.site().base_url.as_str());
        let days = args.days.into();
        let known = check_stale_links(&links, records.day(), days, &config, root, terminal);
        results = known.map(|(known, fresh)| (checked_links(links, known), fresh));
        Ok(BuildStats::new(&Register::as_of(records, true)))
    });
    let (links, fresh) = results?;
    if stats.is_none() {
        return Ok(report_errors(diagnostics, &files, terminal));
    }
    if args.format == LinksFormat::Json {
        terminal.print_data(&render_json(&links, &files))?;
        return Ok(ExitStatus::Clean);
    }
    terminal.print_diagnostics(&link_warnings(&links), &files);
    // When not one request got through, it is the connection of this computer.
    let is_offline = |(_, check): &(_, LinkCheck)| check.reason == Some(FailureReason::Connection);
    if fresh > 0 && links.iter().all(is_offline) {
        terminal.emessage("links-offline", &[]);
    }
    terminal.print_data(&(summary_line(&links, fresh, terminal) + "\n"))?;
    Ok(ExitStatus::Clean)
}

/// Checks the links whose result in the cache is older than `days`; gives the new cache, and how
/// many links were checked.
fn check_stale_links(
    links: &[ExternalLink],
    day: Day,
    days: i64,
    config: &ClientConfig,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<(LinkCache, usize), Diagnostic> {
    let path = root.join(CACHE_FILE);
    let mut known = parse_cache(&publish::read_or_empty(&path)?);
    // URLs that the records no longer have go.
    let urls: BTreeSet<&str> = links.iter().map(|link| link.url.as_str()).collect();
    known.retain(|url, _| urls.contains(url.as_str()));
    let mut stale = Vec::new();
    for link in links {
        let check = known.get(link.url.as_str());
        if !check.is_some_and(|check| check.is_current(day, days)) {
            stale.push(link);
        }
    }
    let progress = ProgressLine::new("links-progress", terminal);
    // The first answer may take as long as a server's patience.
    progress.show(0, stale.len());
    let mut done = 0;
    let mut save = |check: LinkCheck| {
        known.insert(check.url.clone(), check);
        done += 1;
        progress.show(done, stale.len());
        let mut text = String::new();
        for check in known.values() {
            if let Ok(line) = serde_json::to_string(check) {
                text.extend([&line, "\n"]);
            }
        }
        publish::replace_file(&path, &text)
    };
    let result = check_all(&stale, day, (PublicResolver::system(), config), &mut save);
    progress.clear();
    result.map(|()| (known, stale.len()))
}

/// Parses the cache; the URL of a line that cannot be read is checked again.
fn parse_cache(text: &str) -> LinkCache {
    let mut cache = LinkCache::new();
    for line in text.lines() {
        if let Ok(check) = serde_json::from_str::<LinkCheck>(line) {
            cache.insert(check.url.clone(), check);
        }
    }
    cache
}

/// The links that have a result, in their order.
fn checked_links(links: Vec<ExternalLink>, mut known: LinkCache) -> Vec<(ExternalLink, LinkCheck)> {
    let mut checked = Vec::new();
    for link in links {
        if let Some(check) = known.remove(link.url.as_str()) {
            checked.push((link, check));
        }
    }
    checked
}

/// A warning for each place of a link that a person should look at.
fn link_warnings(links: &[(ExternalLink, LinkCheck)]) -> Vec<Diagnostic> {
    let mut list = Vec::new();
    for (link, check) in links {
        let code = match check.result {
            LinkStatus::Dead => Code::SourceDead,
            LinkStatus::Unsure => Code::SourceUncertain,
            LinkStatus::Alive if check.to.is_some() => Code::SourceMoved,
            LinkStatus::Alive => continue,
        };
        let reason = check.reason.map_or_else(|| "none".to_owned(), kebab_name);
        let status = check.status.map(|status| status.to_string());
        let archived = link.archived.as_ref().map_or("none", Url::as_str);
        for span in &link.spans {
            list.push(
                Diagnostic::new(code, *span)
                    .arg("found", link.url.as_str())
                    .arg("reason", reason.as_str())
                    .arg("status", status.clone().unwrap_or_default())
                    .arg("to", check.to.clone().unwrap_or_default())
                    .arg("archived", archived),
            );
        }
    }
    sort_and_dedup(&mut list);
    list
}

fn summary_line(
    links: &[(ExternalLink, LinkCheck)],
    fresh: usize,
    terminal: &Terminal<'_>,
) -> String {
    let count = |status| {
        let with_status = links.iter().filter(|(_, check)| check.result == status);
        with_status.count().to_string()
    };
    let args = [
        ("all", links.len().to_string()),
        ("fresh", fresh.to_string()),
        ("alive", count(LinkStatus::Alive)),
        ("dead", count(LinkStatus::Dead)),
        ("unsure", count(LinkStatus::Unsure)),
    ];
    let key = if links.is_empty() {
        "links-none"
    } else {
        "links-summary"
    };
    terminal.message(key, &args)
}

/// A line of JSON: the result as it is in the cache, with the places of the link.
#[derive(Serialize)]
struct JsonLink<'a> {
    #[serde(flatten)]
    check: &'a LinkCheck,
    /// The copy that is recorded with it.
    archived: Option<&'a str>,
    /// `content/stops/006-wuluhan.yaml:50`
    places: Vec<String>,
}

fn render_json(links: &[(ExternalLink, LinkCheck)], files: &SourceMap) -> String {
    let mut out = String::new();
    for (link, check) in links {
        let url = link.url.as_str();
        let places = link
            .spans
            .iter()
            .filter_map(|span| line_of(url, *span, files));
        let line = JsonLink {
            check,
            archived: link.archived.as_ref().map(Url::as_str),
            places: places.collect(),
        };
        out += &serde_json::to_string(&line).unwrap_or_default();
        out.push('\n');
    }
    out
}

/// File and line of a URL in a span, which may be a whole entry.
fn line_of(url: &str, span: Span, files: &SourceMap) -> Option<String> {
    let file = files.get(span.file)?;
    let offset = file.text.get(span.range())?.find(url).unwrap_or_default();
    let (line, _) = file.line_column(span.range().start + offset);
    Some(format!("{}:{line}", file.path))
}
