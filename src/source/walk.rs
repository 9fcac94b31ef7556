//! Lists the content folder in a fixed order, for `cache`, and tells by path and name alone what
//! each file holds. It opens none of them.

use crate::diag::{Code, Diagnostic};
use crate::records::{Lang, schema::FileKind};
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};
use std::time::UNIX_EPOCH;
use unicode_normalization::UnicodeNormalization as _;
use walkdir::{DirEntry, WalkDir};

/// A file that is parsed.
#[derive(Debug)]
pub(super) struct ContentFile {
    /// Where it is.
    pub(super) path: PathBuf,
    /// Its path in messages: `content/stops/006-wuluhan.yaml`.
    pub(super) display_path: String,
    /// What it holds.
    pub(super) kind: ContentKind,
    /// Its name without ending.
    pub(super) stem: String,
}

impl ContentFile {
    /// The file of a path as in messages, whether it exists or not. Returns `None` if such a path
    /// holds no records.
    pub(super) fn from_display_path(root: &Path, display_path: &str) -> Option<Self> {
        let parts: Vec<&str> = display_path.strip_prefix("content/")?.split('/').collect();
        // The path may come from a request: nothing may lead out of the folder or to a file that is
        // never listed.
        let is_odd =
            |part: &&str| part.is_empty() || part.contains('\\') || is_editor_artifact(part);
        let (kind, stem) = classify_path(&parts).filter(|_| !parts.iter().any(is_odd))?;
        Some(Self {
            path: root.join(display_path),
            display_path: display_path.to_owned(),
            kind,
            stem,
        })
    }

    /// The number with which a stop's file name starts, as `new stop` writes it.
    pub(super) fn stop_number(&self) -> Option<u32> {
        let digits = self.stem.split('-').next()?.trim_start_matches('0');
        crate::records::parse_stop_number(digits)
    }

    /// A page's key and language: `metode.en` is `metode` in English, `metode` has no language.
    pub(super) fn split_language(&self) -> (&str, Option<Lang>) {
        if let Some((name, code)) = self.stem.rsplit_once('.')
            && let Some(lang) = Lang::ALL.into_iter().find(|lang| lang.code() == code)
        {
            return (name, Some(lang));
        }
        (&self.stem, None)
    }
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ContentKind {
    /// Records of a kind.
    Records(FileKind),
    /// The outlines of the kecamatan.
    Outlines,
    /// The entries of the revision log.
    LogEntries,
    /// The bodies of the revisions.
    RevisionBodies,
    /// What a witness signed.
    Witnessed,
    /// The phrases that were redacted from it by law.
    Redactions,
}

/// What the folder holds.
pub(super) struct FolderListing {
    pub(super) files: Vec<ContentFile>,
    /// The names of the files in media/.
    pub(super) media_names: Vec<String>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Lists `content`, sorted by path. Links are reported and not followed.
pub(super) fn walk_content(content: &Path) -> FolderListing {
    let mut found = FolderListing {
        files: Vec::new(),
        media_names: Vec::new(),
        diagnostics: Vec::new(),
    };
    let mut seen = BTreeMap::new();
    let visible =
        |e: &DirEntry| e.depth() == 0 || !is_editor_artifact(&e.file_name().to_string_lossy());
    // In the order of names, on every system, since a file's number is its place in the list.
    for entry in WalkDir::new(content)
        .follow_links(false)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(visible)
    {
        match entry {
            Ok(entry) if entry.depth() == 0 => {}
            Ok(entry) => {
                let below = entry.path().strip_prefix(content).unwrap_or(entry.path());
                match path_components(below) {
                    Ok(parts) => add_entry(&entry, &parts, &mut seen, &mut found),
                    Err(shown) => found.diagnostics.push(unreadable_file(&shown, "name")),
                }
            }
            Err(error) => {
                let below = error
                    .path()
                    .and_then(|path| path.strip_prefix(content).ok())
                    .unwrap_or(Path::new(""));
                let shown = match path_components(below) {
                    Ok(parts) => display_path(&parts),
                    Err(shown) => shown,
                };
                found.diagnostics.push(unreadable_file(&shown, "other"));
            }
        }
    }
    found
}

/// When a file of content/ below `root` was last changed, in seconds since 1970 UTC.
pub fn newest_modification(root: &Path) -> Option<i64> {
    let files = WalkDir::new(root.join("content")).into_iter().flatten();
    let files = files.filter(|entry| entry.file_type().is_file());
    let times = files.filter_map(|entry| entry.metadata().ok()?.modified().ok());
    let newest = times.max()?.duration_since(UNIX_EPOCH).ok()?;
    i64::try_from(newest.as_secs()).ok()
}

fn unreadable_file(path: &str, why: &str) -> Diagnostic {
    Diagnostic::without_span(Code::FileUnreadable)
        .arg("path", path)
        .arg("why", why)
}

fn duplicate_file(path: String, other: &str) -> Diagnostic {
    Diagnostic::without_span(Code::DuplicateFile)
        .arg("path", path)
        .arg("other", other)
}

fn display_path(parts: &[String]) -> String {
    format!("content/{}", parts.join("/"))
}

/// The components of a path below content/.
///
/// # Errors
/// If one is not Unicode: the path as messages show it, with its other bytes escaped.
fn path_components(below: &Path) -> Result<Vec<String>, String> {
    let names = below.components().map(Component::as_os_str);
    let parts: Option<Vec<&str>> = names.clone().map(OsStr::to_str).collect();
    match parts {
        Some(parts) => Ok(parts.into_iter().map(str::to_owned).collect()),
        None => Err(display_path(&names.map(escape_name).collect::<Vec<_>>())),
    }
}

fn escape_name(name: &OsStr) -> String {
    let mut escaped = String::new();
    for chunk in name.as_encoded_bytes().utf8_chunks() {
        escaped.push_str(chunk.valid());
        escaped.push_str(&chunk.invalid().escape_ascii().to_string());
    }
    escaped
}

/// A name as Windows and macOS compare it: without regard to capitals and to how an accent is
/// encoded.
fn case_fold(name: &str) -> String {
    name.nfc().collect::<String>().to_lowercase()
}

/// Adds an entry of the folder; `seen` has the display paths of the files before it, by their
/// folded names.
fn add_entry(
    entry: &DirEntry,
    parts: &[String],
    seen: &mut BTreeMap<String, String>,
    found: &mut FolderListing,
) {
    let shown = display_path(parts);
    let file_type = entry.file_type();
    if file_type.is_symlink() {
        let diagnostic = Diagnostic::without_span(Code::SymlinkedFile);
        found.diagnostics.push(diagnostic.arg("path", shown));
        return;
    }
    let names: Vec<&str> = parts.iter().map(String::as_str).collect();
    let content = classify_path(&names);
    // Folders only count if they have the name of a file, which is reported below.
    if file_type.is_dir() && content.is_none() {
        return;
    }
    // On Windows and macOS such a pair would be one file, and a clone of the site lack the other.
    if let Some(other) = seen.insert(case_fold(&shown), shown.clone()) {
        found.diagnostics.push(duplicate_file(shown, &other));
        return;
    }
    let diagnostic = match content {
        // Reading a pipe would wait for ever, and a folder is not the file that its name promises.
        Some(_) if !file_type.is_file() => unreadable_file(&shown, "special"),
        Some((kind, stem)) => {
            // Of topics.yaml and topics.yml one would silently replace the other.
            let mut files = found.files.iter();
            let other = files.find(|file| parts.len() == 1 && file.kind == kind);
            let Some(other) = other else {
                found.files.push(ContentFile {
                    path: entry.path().to_owned(),
                    display_path: shown,
                    kind,
                    stem,
                });
                return;
            };
            duplicate_file(shown, &other.display_path)
        }
        None if names[0] == "media" && file_type.is_file() => {
            found.media_names.push(parts[1..].join("/").nfc().collect());
            return;
        }
        None => Diagnostic::without_span(Code::UnexpectedFile)
            .arg("near", suggest_name(&names).unwrap_or_default())
            .arg("path", shown),
    };
    found.diagnostics.push(diagnostic);
}

/// What the file of a path below content/ holds, and its name without extension. Returns `None` if
/// such a path holds no records.
fn classify_path(parts: &[&str]) -> Option<(ContentKind, String)> {
    let yaml = |name: &str| {
        name.strip_suffix(".yaml")
            .or_else(|| name.strip_suffix(".yml"))
            .map(str::to_owned)
    };
    // Stops and follow-ups may be sorted into folders (by year, say); a page's path is its address.
    let (kind, stem) = match *parts {
        ["log.jsonl"] => return Some((ContentKind::LogEntries, String::new())),
        ["bodies.jsonl"] => return Some((ContentKind::RevisionBodies, String::new())),
        ["redacted.jsonl"] => return Some((ContentKind::Redactions, String::new())),
        ["witnessed", name] => {
            let stem = name.strip_suffix(".txt")?.to_owned();
            return Some((ContentKind::Witnessed, stem));
        }
        ["districts.geojson"] => return Some((ContentKind::Outlines, String::new())),
        [name] => match yaml(name)?.as_str() {
            "site" => (FileKind::Site, "site".to_owned()),
            "districts" => (FileKind::Districts, "districts".to_owned()),
            "offices" => (FileKind::Offices, "offices".to_owned()),
            "topics" => (FileKind::Topics, "topics".to_owned()),
            _ => return None,
        },
        ["stops", .., name] => (FileKind::Stop, yaml(name)?),
        ["follow-ups", .., name] => (FileKind::FollowUps, yaml(name)?),
        ["pages", name] => (FileKind::FrontMatter, name.strip_suffix(".md")?.to_owned()),
        _ => return None,
    };
    Some((ContentKind::Records(kind), stem))
}

/// The name under which the file would be read, if only capital letters or an extension that
/// Windows hides (`.yaml.txt`) keep it from that.
fn suggest_name(names: &[&str]) -> Option<String> {
    let (last, folders) = names.split_last()?;
    let name = last.to_lowercase();
    let name = name.strip_suffix(".txt").unwrap_or(&name).to_owned();
    let mut suggested = folders.to_vec();
    suggested.push(&name);
    (name != *last && classify_path(&suggested).is_some()).then_some(name)
}

/// Whether a file of this name is left behind by an editor or an operating system, and passed over.
pub fn is_editor_artifact(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || matches!(name, "Thumbs.db" | "desktop.ini" | "__MACOSX")
        || (name.starts_with('#') && name.ends_with('#'))
        || name == "Icon\r"
        || [".swp", ".tmp", ".bak", ".orig", ".rej"]
            .iter()
            .any(|end| name.ends_with(end))
}
