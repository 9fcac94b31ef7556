//! `jhur links`: whether the sources are still on the web. Results are cached in `links.jsonl`
//! beside content/, a line for each URL, written at once, so that a run that was stopped goes on
//! where it was.
//!
//! Dead links are warnings and change no exit code: they are no error of the records, and no build
//! waits for them.

use super::args::{LinksArgs, LinksFormat};
use super::as_of;
use super::progress::ProgressLine;
use super::report::{kebab_name, report_errors};
use super::terminal::Terminal;
use crate::diag::{Code, Diagnostic, ExitStatus, SourceMap, sort_and_dedup};
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

/// Where it is kept what came of asking.
const CACHE_FILE: &str = "links.jsonl";

/// What is known of each address.
type LinkCache = BTreeMap<String, LinkCheck>;

pub(super) fn run(
    args: &LinksArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let as_of = as_of::resolve(None, terminal.env)?;
    let mut found = Ok((Vec::new(), 0));
    let Report {
        files,
        diagnostics,
        stats,
    } = checked(source::load(root), as_of, |records, _| {
        let links = &collect_links(records.records());
        let manners = ClientConfig::polite(records.site().base_url.as_str());
        let asked = check_stale_links(
            links,
            records.day(),
            args.days.into(),
            &manners,
            root,
            terminal,
        );
        found = asked.map(|(known, fresh)| (checked_links(links, known), fresh));
        Ok(BuildStats::new(&Register::as_of(records, true)))
    });
    let (found, fresh) = found?;
    if stats.is_none() {
        return Ok(report_errors(diagnostics, &files, terminal));
    }
    if args.format == LinksFormat::Json {
        terminal.print_data(&render_json(&found, &files))?;
        return Ok(ExitStatus::Clean);
    }
    let warnings = link_warnings(&found);
    if !warnings.is_empty() {
        terminal.print_diagnostics(&warnings, &files);
    }
    if fresh > 0
        && found
            .iter()
            .all(|(_, look)| look.reason == Some(FailureReason::Connection))
    {
        terminal.emessage("links-offline", &[]);
    }
    terminal.print_data(&(summary_line(&found, fresh, terminal) + "\n"))?;
    Ok(ExitStatus::Clean)
}

/// Asks for what was not asked for lately; gives what is known then, and how many were asked for.
fn check_stale_links(
    links: &[ExternalLink],
    day: Day,
    days: i64,
    manners: &ClientConfig,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<(LinkCache, usize), Diagnostic> {
    let path = root.join(CACHE_FILE);
    let mut known = parse_cache(&publish::read_or_empty(&path)?);
    let urls: BTreeSet<&str> = links.iter().map(|link| link.url.as_str()).collect();
    known.retain(|url, _| urls.contains(url.as_str()));
    let counts = |link: &&ExternalLink| {
        known
            .get(link.url.as_str())
            .is_some_and(|look| look.is_current(day, days))
    };
    let open: Vec<&ExternalLink> = links.iter().filter(|link| !counts(link)).collect();
    let progress = ProgressLine::new("links-progress", terminal);
    let mut done = 0;
    let told = check_all(
        &open,
        day,
        (PublicResolver::system(), manners),
        &mut |look| {
            known.insert(look.url.clone(), look);
            done += 1;
            progress.show(done, open.len());
            let lines = known
                .values()
                .filter_map(|look| serde_json::to_string(look).ok())
                .map(|line| line + "\n");
            publish::replace_file(&path, &lines.collect::<String>())
        },
    );
    progress.clear();
    told.map(|()| (known, open.len()))
}

/// What was noted; a line that cannot be read is asked for again.
fn parse_cache(text: &str) -> LinkCache {
    let looks = text
        .lines()
        .filter_map(|line| serde_json::from_str::<LinkCheck>(line).ok());
    looks.map(|look| (look.url.clone(), look)).collect()
}

/// Each link with what is known of it, in the order of the links.
fn checked_links(links: &[ExternalLink], mut known: LinkCache) -> Vec<(ExternalLink, LinkCheck)> {
    links
        .iter()
        .filter_map(|link| Some((link.clone(), known.remove(link.url.as_str())?)))
        .collect()
}

/// What a person should look at, at each place at which it stands.
fn link_warnings(found: &[(ExternalLink, LinkCheck)]) -> Vec<Diagnostic> {
    let mut list = Vec::new();
    for (link, look) in found {
        let code = match look.result {
            LinkStatus::Dead => Code::SourceDead,
            LinkStatus::Unsure => Code::SourceUncertain,
            LinkStatus::Alive if look.to.is_some() => Code::SourceMoved,
            LinkStatus::Alive => continue,
        };
        list.extend(link.spans.iter().map(|place| {
            Diagnostic::new(code, *place)
                .arg("found", link.url.as_str())
                .arg(
                    "reason",
                    look.reason.map_or_else(|| "none".to_owned(), kebab_name),
                )
                .arg(
                    "status",
                    look.status
                        .map(|status| status.to_string())
                        .unwrap_or_default(),
                )
                .arg("to", look.to.clone().unwrap_or_default())
                .arg(
                    "archived",
                    link.archived.as_ref().map_or("none", Url::as_str),
                )
        }));
    }
    sort_and_dedup(&mut list);
    list
}

fn summary_line(
    found: &[(ExternalLink, LinkCheck)],
    fresh: usize,
    terminal: &Terminal<'_>,
) -> String {
    let count = |verdict| {
        found
            .iter()
            .filter(|(_, look)| look.result == verdict)
            .count()
            .to_string()
    };
    let args = [
        ("all", found.len().to_string()),
        ("fresh", fresh.to_string()),
        ("alive", count(LinkStatus::Alive)),
        ("dead", count(LinkStatus::Dead)),
        ("unsure", count(LinkStatus::Unsure)),
    ];
    terminal.message(
        if found.is_empty() {
            "links-none"
        } else {
            "links-summary"
        },
        &args,
    )
}

/// A line of JSON: what is noted, with the places.
#[derive(Serialize)]
struct JsonLink<'a> {
    #[serde(flatten)]
    check: &'a LinkCheck,
    /// The copy that is recorded beside it.
    archived: Option<&'a str>,
    /// `content/stops/006-wuluhan.yaml:50`
    places: Vec<String>,
}

fn render_json(found: &[(ExternalLink, LinkCheck)], files: &SourceMap) -> String {
    let line = |(link, look): &(ExternalLink, LinkCheck)| {
        let places = link.spans.iter().filter_map(|span| {
            let file = files.get(span.file)?;
            let at = file
                .text
                .get(span.range())?
                .find(link.url.as_str())
                .unwrap_or_default();
            Some(format!(
                "{}:{}",
                file.path,
                file.line_column(span.range().start + at).0
            ))
        });
        let line = JsonLink {
            check: look,
            archived: link.archived.as_ref().map(Url::as_str),
            places: places.collect(),
        };
        serde_json::to_string(&line).unwrap_or_default() + "\n"
    };
    found.iter().map(line).collect()
}
