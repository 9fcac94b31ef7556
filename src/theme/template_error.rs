//! What is wrong with a template, at its line; Tera's own words are kept as the reason.

use super::templates::PreprocessedTemplates;
use crate::diag::{Code, Diagnostic, FileId, SourceMap, Span};
use tera::{Error, ErrorKind};

/// A template's fault with its place.
pub(super) fn template_diagnostic(
    fault: &Error,
    texts: &PreprocessedTemplates,
    sources: &[(String, FileId)],
    files: &SourceMap,
) -> Diagnostic {
    let (ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report)) = fault.kind() else {
        return Diagnostic::without_span(Code::TemplateBroken).arg("why", fault.to_string());
    };
    let name = report.filename();
    // Templates of the default theme are called pendopo/NAME, a site's own just NAME.
    let is_it = |path: &str| {
        path.split_once("/templates/")
            .is_some_and(|(theme, file)| format!("{theme}/{file}") == name || file == name)
    };
    let Some((_, id)) = sources.iter().rev().find(|(path, _)| is_it(path)) else {
        return Diagnostic::without_span(Code::TemplateBroken).arg("why", report.message());
    };
    let length = files.get(*id).map_or(0, |f| f.text.len());
    let range = report.span().range.clone();
    let range = texts
        .iter()
        .find(|(n, _)| n == name)
        .map_or(range.clone(), |(_, worded)| worded.file_range(range));
    let span = Span::new(*id, range.start.min(length)..range.end.min(length));
    Diagnostic::new(Code::TemplateBroken, span).arg("why", report.message())
}
