//! `jhur init --ci`: the file by which GitHub or GitLab checks every change and publishes what is on the main branch.

use super::args::Ci;
use super::terminal::Screen;
use super::{editor, scaffold};
use crate::diag::Diagnostic;
use crate::publish;
use std::path::Path;

impl Ci {
    /// Where the host looks for it.
    fn file(self) -> &'static str {
        match self {
            Self::Github => ".github/workflows/situs.yml",
            Self::Gitlab => ".gitlab-ci.yml",
        }
    }

    fn template(self) -> &'static str {
        match self {
            Self::Github => scaffold::GITHUB,
            Self::Gitlab => scaffold::GITLAB,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Github => "github",
            Self::Gitlab => "gitlab",
        }
    }
}

/// Writes it into a site's folder.
///
/// # Errors
/// If there is one already, or it cannot be written.
pub(super) fn add(ci: Ci, site: &Path, screen: &Screen<'_>) -> Result<(), Diagnostic> {
    let path = site.join(ci.file());
    let values = [("lang", screen.language.code().to_owned()), ("empty", screen.say("ci-empty", &[]))];
    publish::create_file(&path, &scaffold::fill(ci.template(), &values, screen.words))?;
    screen.data(&format!("{}\n", editor::shown(&path)))
}

/// What is left to do at the host.
pub(super) fn tell_next(ci: Ci, screen: &Screen<'_>) {
    screen.tell("init-ci", &[("path", ci.file().to_owned()), ("host", ci.word().to_owned())]);
}
