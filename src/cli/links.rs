//! `jhur links`: are the sources still on the web? What came of asking is kept in `links.jsonl` beside content/, a line for each address,
//! written as it comes: a run that was stopped goes on where it was.
//!
//! Dead links are warnings and change no exit code: they are no fault of the records, and no build waits for them.

use super::args::{Links, LinksFormat};
use super::build::bar;
use super::report::{key, wrong};
use super::terminal::Screen;
use super::{Ended, as_of};
use crate::diag::{Code, Diagnostic, Files, sort};
use crate::link_check::{ClientConfig, ExternalLink, FailureReason, LinkCheck, LinkStatus, PublicResolver, check_all};
use crate::records::{Day, Url};
use crate::{Outcome, publish};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Where it is kept what came of asking.
const NOTES: &str = "links.jsonl";

/// What is known of each address.
type Known = BTreeMap<String, LinkCheck>;

pub(super) fn run(args: &Links, root: &Path, screen: &Screen<'_>) -> Result<Ended, Diagnostic> {
    let when = as_of::chosen(None, screen.env)?;
    let mut found = Ok((Vec::new(), 0));
    let Outcome { files, diagnostics, figures } = crate::sources(root, when, |links, checked| {
        let manners = ClientConfig::polite(checked.site().base_url.as_str());
        let asked = asked(links, checked.day(), args.days.into(), &manners, root, screen);
        found = asked.map(|(known, fresh)| (looked(links, known), fresh));
    });
    let (found, fresh) = found?;
    if figures.is_none() {
        return Ok(wrong(diagnostics, &files, screen));
    }
    if args.format == LinksFormat::Json {
        screen.data(&json(&found, &files))?;
        return Ok(Ended::Clean);
    }
    let warnings = warnings(&found);
    if !warnings.is_empty() {
        screen.faults(&warnings, &files);
    }
    if fresh > 0 && found.iter().all(|(_, look)| look.reason == Some(FailureReason::Connection)) {
        screen.tell("links-offline", &[]);
    }
    screen.data(&(summary(&found, fresh, screen) + "\n"))?;
    Ok(Ended::Clean)
}

/// Asks for what was not asked for lately; gives what is known then, and how many were asked for.
fn asked(
    links: &[ExternalLink],
    day: Day,
    days: i64,
    manners: &ClientConfig,
    root: &Path,
    screen: &Screen<'_>,
) -> Result<(Known, usize), Diagnostic> {
    let path = root.join(NOTES);
    let mut known = notes(&publish::read_or_empty(&path)?);
    let urls: BTreeSet<&str> = links.iter().map(|link| link.url.as_str()).collect();
    known.retain(|url, _| urls.contains(url.as_str()));
    let counts = |link: &&ExternalLink| known.get(link.url.as_str()).is_some_and(|look| look.is_current(day, days));
    let open: Vec<&ExternalLink> = links.iter().filter(|link| !counts(link)).collect();
    let progress = bar("links-progress", screen);
    progress.set_length(open.len() as u64);
    let told = check_all(&open, day, (PublicResolver::system(), manners), &mut |look| {
        known.insert(look.url.clone(), look);
        progress.inc(1);
        let lines = known.values().filter_map(|look| serde_json::to_string(look).ok()).map(|line| line + "\n");
        publish::replace_file(&path, &lines.collect::<String>())
    });
    progress.finish_and_clear();
    told.map(|()| (known, open.len()))
}

/// What was noted; a line that cannot be read is asked for again.
fn notes(text: &str) -> Known {
    let looks = text.lines().filter_map(|line| serde_json::from_str::<LinkCheck>(line).ok());
    looks.map(|look| (look.url.clone(), look)).collect()
}

/// Each link with what is known of it, in the order of the links.
fn looked(links: &[ExternalLink], mut known: Known) -> Vec<(ExternalLink, LinkCheck)> {
    links.iter().filter_map(|link| Some((link.clone(), known.remove(link.url.as_str())?))).collect()
}

/// What a person should look at, at each place at which it stands.
fn warnings(found: &[(ExternalLink, LinkCheck)]) -> Vec<Diagnostic> {
    let mut list = Vec::new();
    for (link, look) in found {
        let code = match look.result {
            LinkStatus::Dead => Code::SourceDead,
            LinkStatus::Unsure => Code::SourceUnsure,
            LinkStatus::Alive if look.to.is_some() => Code::SourceMoved,
            LinkStatus::Alive => continue,
        };
        list.extend(link.spans.iter().map(|place| {
            Diagnostic::new(code, *place)
                .with("found", link.url.as_str())
                .with("reason", look.reason.map_or_else(|| "none".to_owned(), key))
                .with("status", look.status.map(|status| status.to_string()).unwrap_or_default())
                .with("to", look.to.clone().unwrap_or_default())
                .with("archived", link.archived.as_ref().map_or("none", Url::as_str))
        }));
    }
    sort(&mut list);
    list
}

fn summary(found: &[(ExternalLink, LinkCheck)], fresh: usize, screen: &Screen<'_>) -> String {
    let count = |verdict| found.iter().filter(|(_, look)| look.result == verdict).count().to_string();
    let args = [
        ("all", found.len().to_string()),
        ("fresh", fresh.to_string()),
        ("alive", count(LinkStatus::Alive)),
        ("dead", count(LinkStatus::Dead)),
        ("unsure", count(LinkStatus::Unsure)),
    ];
    screen.say(if found.is_empty() { "links-none" } else { "links-summary" }, &args)
}

/// A line of JSON: what is noted, with the places.
#[derive(Serialize)]
struct Line<'a> {
    #[serde(flatten)]
    look: &'a LinkCheck,
    /// The copy that is recorded beside it.
    archived: Option<&'a str>,
    /// `content/stops/006-wuluhan.yaml:50`
    places: Vec<String>,
}

fn json(found: &[(ExternalLink, LinkCheck)], files: &Files) -> String {
    let line = |(link, look): &(ExternalLink, LinkCheck)| {
        let places = link.spans.iter().filter_map(|span| {
            let file = files.get(span.file)?;
            let at = file.text.get(span.range())?.find(link.url.as_str()).unwrap_or_default();
            Some(format!("{}:{}", file.path, file.position(span.range().start + at).0))
        });
        let line = Line { look, archived: link.archived.as_ref().map(Url::as_str), places: places.collect() };
        serde_json::to_string(&line).unwrap_or_default() + "\n"
    };
    found.iter().map(line).collect()
}
