//! Diagnostics of I/O errors, with the system's reason as a keyword that messages can translate.

use crate::diag::{Code, Diagnostic};
use std::io::{Error, ErrorKind};
use std::path::Path;

/// The keyword of an error; messages have a sentence for each.
fn reason_keyword(error: &Error) -> &'static str {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => "full",
        ErrorKind::PermissionDenied => "denied",
        ErrorKind::ReadOnlyFilesystem => "read-only",
        ErrorKind::NotFound => "missing",
        ErrorKind::AlreadyExists
        | ErrorKind::NotADirectory
        | ErrorKind::IsADirectory
        | ErrorKind::DirectoryNotEmpty => "in-the-way",
        _ => "other",
    }
}

/// A diagnostic about a path.
pub(crate) fn path_diagnostic(code: Code, path: &Path) -> Diagnostic {
    Diagnostic::without_span(code).arg("path", path.display().to_string())
}

/// Maps the error of writing `path` to a diagnostic.
pub(crate) fn write_error(path: &Path) -> impl FnOnce(Error) -> Diagnostic {
    move |error| path_diagnostic(Code::CannotWrite, path).arg("reason", reason_keyword(&error))
}

/// Maps the error of reading `path` to a diagnostic.
pub(crate) fn read_error(path: &Path) -> impl FnOnce(Error) -> Diagnostic {
    move |error| path_diagnostic(Code::CannotRead, path).arg("reason", reason_keyword(&error))
}
