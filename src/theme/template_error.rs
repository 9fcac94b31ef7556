//! Turns an error of Tera into a diagnostic at the template's line, with Tera's own words as the
//! reason.

use crate::diag::{Code, Diagnostic, FileId, SourceMap, Span};
use tera::{Error, ErrorKind};

/// The diagnostic of a template error; `template_files` are the templates' paths below themes/, the
/// site's own last.
pub(super) fn template_diagnostic(
    error: &Error,
    template_files: &[(String, FileId)],
    files: &SourceMap,
) -> Diagnostic {
    let (ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report)) = error.kind() else {
        return Diagnostic::without_span(Code::TemplateBroken).arg("why", error.to_string());
    };
    let name = report.filename();
    // Templates of the default theme are called pendopo/NAME, a site's own just NAME.
    let is_named = |path: &str| {
        path.split_once("/templates/")
            .is_some_and(|(theme, file)| format!("{theme}/{file}") == name || file == name)
    };
    let Some((_, id)) = template_files.iter().rev().find(|(path, _)| is_named(path)) else {
        return Diagnostic::without_span(Code::TemplateBroken).arg("why", report.message());
    };
    // A span must lie within its file, wherever Tera stopped.
    let length = files.get(*id).map_or(0, |file| file.text.len());
    let range = report.span().range.clone();
    let span = Span::new(*id, range.start.min(length)..range.end.min(length));
    Diagnostic::new(Code::TemplateBroken, span).arg("why", report.message())
}
