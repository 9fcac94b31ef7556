//! The environment of the program: everything that depends on the machine and the moment. `main`
//! asks for it, so that a test can choose it.

use std::path::PathBuf;

/// The environment of one run.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// Seconds since 1970 UTC.
    pub now: i64,
    /// `JHUR_LANG`.
    pub lang: Option<String>,
    /// `JHUR_KEY_PASSWORD`.
    pub key_password: Option<String>,
    /// `SOURCE_DATE_EPOCH`.
    pub source_date_epoch: Option<String>,
    /// `VISUAL`, or else `EDITOR`.
    pub editor: Option<String>,
    /// `COLUMNS`.
    pub columns: Option<usize>,
    /// The file of this program.
    pub executable: Option<PathBuf>,
    /// Whether stderr is a terminal.
    pub shows_progress: bool,
    /// Whether stdin and stdout are a terminal, so that an editor can be opened.
    pub is_interactive: bool,
}
