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
    let yaml = |name: &str| name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml")).map(str::to_owned);
    let record = match parts[..] {
        ["media", ..] if entry.file_type().is_file() => {
            found.media.push(parts[1..].join("/"));
            return;
        }
        [name @ ("revisions.jsonl" | "redacted.jsonl" | "districts.geojson")] => {
            let holds = match name {
                "revisions.jsonl" => Holds::Log,
                "redacted.jsonl" => Holds::Struck,
                _ => Holds::Map,
            };
            found.places.push(Place { path: entry.path().to_owned(), shown, holds, stem: String::new() });
            return;
        }
        [name] => match yaml(name).as_deref() {
            Some("site") => Some((Kind::Site, "site".to_owned())),
            Some("districts") => Some((Kind::Districts, "districts".to_owned())),
            Some("offices") => Some((Kind::Offices, "offices".to_owned())),
            Some("topics") => Some((Kind::Topics, "topics".to_owned())),
            _ => None,
        },
        ["stops", .., name] => yaml(name).map(|stem| (Kind::Stop, stem)),
        ["follow-ups", .., name] => yaml(name).map(|stem| (Kind::FollowUps, stem)),
        ["pages", name] => name.strip_suffix(".md").map(|stem| (Kind::FrontMatter, stem.to_owned())),
        _ => None,
    };
    match record {
        // Of topics.yaml and topics.yml one would silently replace the other.
        Some((kind, _)) if parts.len() == 1 && found.places.iter().any(|p| p.holds == Holds::Records(kind)) => {
            found.faults.push(Diagnostic::nowhere(Code::StrangeFile).with("path", shown));
        }
        Some((kind, stem)) if entry.file_type().is_file() => {
            let holds = Holds::Records(kind);
            found.places.push(Place { path: entry.path().to_owned(), shown, holds, stem });
        }
        _ => found.faults.push(Diagnostic::nowhere(Code::StrangeFile).with("path", shown)),
    }
}

/// What editors and systems leave behind.
pub fn is_leftover(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || matches!(name, "Thumbs.db" | "desktop.ini" | "__MACOSX")
        || [".swp", ".tmp", ".bak"].iter().any(|end| name.ends_with(end))
}
