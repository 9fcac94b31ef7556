//! Which files there are, in a fixed order.

use crate::diag::{Code, Diagnostic};
use crate::records::{Lang, schema::Kind};
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// A file that holds records.
#[derive(Debug)]
pub(super) struct Place {
    /// Where it is.
    pub(super) path: PathBuf,
    /// How it is shown: `content/stops/006-wuluhan.yaml`.
    pub(super) shown: String,
    /// What it holds.
    pub(super) holds: Holds,
    /// Its name without ending.
    pub(super) stem: String,
}

impl Place {
    /// The place of a file of records by how it is shown, be it there or not; none if no record can stand there.
    pub(super) fn of(root: &Path, shown: &str) -> Option<Self> {
        let parts: Vec<&str> = shown.strip_prefix("content/")?.split('/').collect();
        let is_odd = |part: &&str| part.is_empty() || part.contains('\\') || is_leftover(part);
        let (holds, stem) = what(&parts).filter(|_| !parts.iter().any(is_odd))?;
        Some(Self { path: root.join(shown), shown: shown.to_owned(), holds, stem })
    }

    /// The number with which a stop's file name starts, as `new stop` writes it.
    pub(super) fn number(&self) -> Option<u32> {
        let digits = self.stem.split('-').next()?.trim_start_matches('0');
        crate::records::number(digits)
    }

    /// A page's name and language: `metode.en` is `metode` in English.
    pub(super) fn page(&self) -> (&str, Option<Lang>) {
        let of = |code: &str| Lang::ALL.into_iter().find(|l| l.code() == code);
        match self.stem.rsplit_once('.') {
            Some((name, code)) if of(code).is_some() => (name, of(code)),
            _ => (&self.stem, None),
        }
    }
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// Records of a kind.
    Records(Kind),
    /// The outlines of the kecamatan.
    Map,
    /// The revision log.
    Log,
    /// What was struck out of it by law.
    Struck,
}

/// What the folder holds.
pub(super) struct Found {
    pub(super) places: Vec<Place>,
    /// The names of the files in media/.
    pub(super) media: Vec<String>,
    pub(super) faults: Vec<Diagnostic>,
}

/// Lists `content`, sorted by path.
pub(super) fn walk(content: &Path) -> Found {
    let mut found = Found { places: Vec::new(), media: Vec::new(), faults: Vec::new() };
    let visible = |e: &DirEntry| e.depth() == 0 || !is_leftover(&e.file_name().to_string_lossy());
    for entry in WalkDir::new(content).follow_links(false).sort_by_file_name().into_iter().filter_entry(visible) {
        match entry {
            Ok(entry) if entry.depth() == 0 || entry.file_type().is_dir() => {}
            Ok(entry) => take(content, &entry, &mut found),
            Err(fault) => {
                let path = fault.path().unwrap_or(content).display().to_string();
                let reason = fault.io_error().map(ToString::to_string).unwrap_or_default();
                found.faults.push(Diagnostic::nowhere(Code::FileUnreadable).with("path", path).with("reason", reason));
            }
        }
    }
    found
}

fn take(content: &Path, entry: &DirEntry, found: &mut Found) {
    let below = entry.path().strip_prefix(content).unwrap_or(entry.path());
    let parts: Vec<String> = below.components().map(|c| c.as_os_str().to_string_lossy().into_owned()).collect();
    let shown = format!("content/{}", parts.join("/"));
    if entry.file_type().is_symlink() {
        found.faults.push(Diagnostic::nowhere(Code::LinkedFile).with("path", shown));
        return;
    }
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    match what(&parts) {
        _ if parts[0] == "media" && parts.len() > 1 && entry.file_type().is_file() => {
            found.media.push(parts[1..].join("/"));
        }
        // Of topics.yaml and topics.yml one would silently replace the other.
        Some((holds, _)) if parts.len() == 1 && found.places.iter().any(|p| p.holds == holds) => {
            found.faults.push(Diagnostic::nowhere(Code::StrangeFile).with("path", shown));
        }
        Some((holds, stem)) if entry.file_type().is_file() => {
            found.places.push(Place { path: entry.path().to_owned(), shown, holds, stem });
        }
        _ => found.faults.push(Diagnostic::nowhere(Code::StrangeFile).with("path", shown)),
    }
}

/// What a file holds by where it stands below content/, and its name without ending; none if no record can stand there.
fn what(parts: &[&str]) -> Option<(Holds, String)> {
    let yaml = |name: &str| name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml")).map(str::to_owned);
    let (kind, stem) = match *parts {
        ["revisions.jsonl"] => return Some((Holds::Log, String::new())),
        ["redacted.jsonl"] => return Some((Holds::Struck, String::new())),
        ["districts.geojson"] => return Some((Holds::Map, String::new())),
        [name] => match yaml(name)?.as_str() {
            "site" => (Kind::Site, "site".to_owned()),
            "districts" => (Kind::Districts, "districts".to_owned()),
            "offices" => (Kind::Offices, "offices".to_owned()),
            "topics" => (Kind::Topics, "topics".to_owned()),
            _ => return None,
        },
        ["stops", .., name] => (Kind::Stop, yaml(name)?),
        ["follow-ups", .., name] => (Kind::FollowUps, yaml(name)?),
        ["pages", name] => (Kind::FrontMatter, name.strip_suffix(".md")?.to_owned()),
        _ => return None,
    };
    Some((Holds::Records(kind), stem))
}

/// What editors and systems leave behind.
pub fn is_leftover(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || matches!(name, "Thumbs.db" | "desktop.ini" | "__MACOSX")
        || [".swp", ".tmp", ".bak"].iter().any(|end| name.ends_with(end))
}
