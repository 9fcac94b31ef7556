//! Parses Markdown pages: front matter in YAML between two lines of three hyphens, then the body.

use super::load::parse_standalone;
use super::walk::ContentFile;
use super::yaml::recover;
use crate::diag::{Code, Diagnostic, FileId, Span};
use crate::records::{FrontMatter, Key, PageFile, Spanned, schema::FileKind};

/// Reads one page's file.
pub(super) fn parse_page(
    file: &ContentFile,
    text: Option<&str>,
    id: FileId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<PageFile> {
    // In a text that could not be decoded, nothing else that seems wrong would be sure.
    let text = text.filter(|_| diagnostics.is_empty())?;
    if let Some(diagnostic) = recover::find_merge_conflict(text, id) {
        diagnostics.push(diagnostic);
        return None;
    }
    let start = Span::new(id, 0..0);
    let (name, lang) = file.split_language();
    let key = match Key::try_from(name.to_owned()) {
        Ok(value) => Spanned { value, span: start },
        Err(diagnostic) => {
            diagnostics.push(diagnostic.with_span(start));
            return None;
        }
    };
    let Some((head, body)) = split_front_matter(text) else {
        diagnostics.push(Diagnostic::new(Code::BadFrontMatter, start));
        return None;
    };
    // The first line is blanked rather than cut off, so that spans are those in the file.
    let head = format!("   {}", &text[3..head]);
    let front: FrontMatter = parse_standalone(FileKind::FrontMatter, &head, id, diagnostics)?;
    let body_span = Span::new(id, body..text.len());
    let markdown = text[body..].replace("\r\n", "\n");
    if let Err(diagnostic) = crate::records::validate_markdown(&markdown) {
        diagnostics.push(diagnostic.with_span(body_span));
    }
    Some(PageFile {
        key,
        lang,
        front_matter: front,
        body: markdown,
        body_span,
    })
}

/// The offsets at which the front matter ends and the body starts. Returns `None` if either line of
/// hyphens is missing.
fn split_front_matter(text: &str) -> Option<(usize, usize)> {
    if !text.starts_with("---\n") && !text.starts_with("---\r\n") {
        return None;
    }
    let mut at = text.find('\n')? + 1;
    for line in text[at..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((at, at + line.len()));
        }
        at += line.len();
    }
    None
}
