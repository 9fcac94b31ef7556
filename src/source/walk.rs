//! Which files there are, in a fixed order.

use crate::diag::{Code, Diagnostic};
use crate::records::{Lang, schema::FileKind};
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};
use unicode_normalization::UnicodeNormalization as _;
use walkdir::{DirEntry, WalkDir};

/// A file that holds records.
#[derive(Debug)]
pub(super) struct ContentFile {
    /// Where it is.
    pub(super) path: PathBuf,
    /// How it is shown: `content/stops/006-wuluhan.yaml`.
    pub(super) display_path: String,
    /// What it holds.
    pub(super) kind: ContentKind,
    /// Its name without ending.
    pub(super) stem: String,
}

impl ContentFile {
    /// The place of a file of records by how it is shown, be it there or not; none if no record can stand there.
    pub(super) fn from_display_path(root: &Path, shown: &str) -> Option<Self> {
        let parts: Vec<&str> = shown.strip_prefix("content/")?.split('/').collect();
        let is_odd =
            |part: &&str| part.is_empty() || part.contains('\\') || is_editor_artifact(part);
        let (holds, stem) = classify_path(&parts).filter(|_| !parts.iter().any(is_odd))?;
        Some(Self {
            path: root.join(shown),
            display_path: shown.to_owned(),
            kind: holds,
            stem,
        })
    }

    /// The number with which a stop's file name starts, as `new stop` writes it.
    pub(super) fn stop_number(&self) -> Option<u32> {
        let digits = self.stem.split('-').next()?.trim_start_matches('0');
        crate::records::parse_stop_number(digits)
    }

    /// A page's name and language: `metode.en` is `metode` in English.
    pub(super) fn split_language(&self) -> (&str, Option<Lang>) {
        let of = |code: &str| Lang::ALL.into_iter().find(|l| l.code() == code);
        match self.stem.rsplit_once('.') {
            Some((name, code)) if of(code).is_some() => (name, of(code)),
            _ => (&self.stem, None),
        }
    }
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ContentKind {
    /// Records of a kind.
    Records(FileKind),
    /// The outlines of the kecamatan.
    Outlines,
    /// The revision log.
    RevisionLog,
    /// What was struck out of it by law.
    Redactions,
}

/// What the folder holds.
pub(super) struct FolderListing {
    pub(super) files: Vec<ContentFile>,
    /// The names of the files in media/.
    pub(super) media_names: Vec<String>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Lists `content`, sorted by path.
pub(super) fn walk_content(content: &Path) -> FolderListing {
    let mut found = FolderListing {
        files: Vec::new(),
        media_names: Vec::new(),
        diagnostics: Vec::new(),
    };
    let mut seen = BTreeMap::new();
    let visible =
        |e: &DirEntry| e.depth() == 0 || !is_editor_artifact(&e.file_name().to_string_lossy());
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
                    Err(shown) => found
                        .diagnostics
                        .push(unreadable_file(&shown).arg("why", "name")),
                }
            }
            Err(error) => {
                let below = error
                    .path()
                    .and_then(|path| path.strip_prefix(content).ok())
                    .unwrap_or(Path::new(""));
                let shown =
                    path_components(below).map_or_else(|shown| shown, |parts| display_path(&parts));
                found
                    .diagnostics
                    .push(unreadable_file(&shown).arg("why", "other"));
            }
        }
    }
    found
}

fn unreadable_file(shown: &str) -> Diagnostic {
    Diagnostic::without_span(Code::FileUnreadable).arg("path", shown)
}

fn display_path(parts: &[String]) -> String {
    format!("content/{}", parts.join("/"))
}

/// The parts of a path below content/.
///
/// # Errors
/// How it is shown, if a part is not Unicode: with the bytes that are none.
fn path_components(below: &Path) -> Result<Vec<String>, String> {
    let names: Vec<&OsStr> = below.components().map(Component::as_os_str).collect();
    let parts: Option<Vec<String>> = names
        .iter()
        .map(|name| name.to_str().map(str::to_owned))
        .collect();
    let readable = |name: &&OsStr| {
        let chunks = name.as_encoded_bytes().utf8_chunks();
        chunks
            .flat_map(|chunk| {
                [
                    chunk.valid().to_owned(),
                    chunk.invalid().escape_ascii().to_string(),
                ]
            })
            .collect::<String>()
    };
    parts.ok_or_else(|| display_path(&names.iter().map(readable).collect::<Vec<_>>()))
}

/// How a name reads where capital letters and ways of writing an accent make no difference, as on Windows and macOS.
fn case_fold(name: &str) -> String {
    name.nfc().collect::<String>().to_lowercase()
}

/// Takes an entry; `seen` are the files before it, by their folded names.
fn add_entry(
    entry: &DirEntry,
    parts: &[String],
    seen: &mut BTreeMap<String, String>,
    found: &mut FolderListing,
) {
    let shown = display_path(parts);
    let kind = entry.file_type();
    if kind.is_symlink() {
        found
            .diagnostics
            .push(Diagnostic::without_span(Code::SymlinkedFile).arg("path", shown));
        return;
    }
    let names: Vec<&str> = parts.iter().map(String::as_str).collect();
    let holds = classify_path(&names);
    if kind.is_dir() && holds.is_none() {
        return;
    }
    if let Some(other) = seen.insert(case_fold(&shown), shown.clone()) {
        found.diagnostics.push(
            Diagnostic::without_span(Code::DuplicateFile)
                .arg("path", shown)
                .arg("other", other),
        );
        return;
    }
    match holds {
        // A pipe would be waited for, and a folder holds nothing of what its name says.
        Some(_) if !kind.is_file() => found
            .diagnostics
            .push(unreadable_file(&shown).arg("why", "special")),
        Some((holds, stem)) => {
            let twin = found
                .files
                .iter()
                .find(|p| parts.len() == 1 && p.kind == holds);
            match twin {
                // Of topics.yaml and topics.yml one would silently replace the other.
                Some(twin) => {
                    let diagnostic =
                        Diagnostic::without_span(Code::DuplicateFile).arg("path", shown);
                    found
                        .diagnostics
                        .push(diagnostic.arg("other", twin.display_path.as_str()));
                }
                None => found.files.push(ContentFile {
                    path: entry.path().to_owned(),
                    display_path: shown,
                    kind: holds,
                    stem,
                }),
            }
        }
        None if names[0] == "media" && kind.is_file() => {
            found.media_names.push(parts[1..].join("/").nfc().collect());
        }
        None => {
            let diagnostic = Diagnostic::without_span(Code::UnexpectedFile)
                .arg("near", suggest_name(&names).unwrap_or_default());
            found.diagnostics.push(diagnostic.arg("path", shown));
        }
    }
}

/// What a file holds by where it stands below content/, and its name without ending; none if no record can stand there.
fn classify_path(parts: &[&str]) -> Option<(ContentKind, String)> {
    let yaml = |name: &str| {
        name.strip_suffix(".yaml")
            .or_else(|| name.strip_suffix(".yml"))
            .map(str::to_owned)
    };
    let (kind, stem) = match *parts {
        ["revisions.jsonl"] => return Some((ContentKind::RevisionLog, String::new())),
        ["redacted.jsonl"] => return Some((ContentKind::Redactions, String::new())),
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

/// The name under which a file would be read, where an ending that Windows hides or capital letters keep it from that.
fn suggest_name(names: &[&str]) -> Option<String> {
    let (last, folders) = names.split_last()?;
    let name = last.to_lowercase();
    let name = name.strip_suffix(".txt").unwrap_or(&name).to_owned();
    let mut meant = folders.to_vec();
    meant.push(&name);
    (name != *last && classify_path(&meant).is_some()).then_some(name)
}

/// What editors and systems leave behind.
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
