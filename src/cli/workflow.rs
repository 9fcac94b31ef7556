//! `jhur init --ci`: the workflow with which GitHub or GitLab checks every change and publishes the
//! main branch.

use super::args::CiHost;
use super::scaffold;
use super::terminal::{Terminal, display_path};
use crate::diag::Diagnostic;
use crate::plan::LOG_PATH;
use crate::publish;
use std::path::Path;

impl CiHost {
    /// Where the host looks for the workflow.
    fn workflow_path(self) -> &'static str {
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

    /// The message that asks, where somebody runs the workflow by hand, whether this is the first
    /// publication.
    fn first_label(self) -> &'static str {
        match self {
            Self::Github => "scaffold-ci-first",
            Self::Gitlab => "scaffold-ci-first-gitlab",
        }
    }

    fn as_str(self) -> &'static str {
        match self {
            Self::Github => "github",
            Self::Gitlab => "gitlab",
        }
    }
}

/// Writes the workflow into a site's folder, and prints its path.
///
/// # Errors
/// If there is one already, or it cannot be written.
pub(super) fn write_workflow(
    ci: CiHost,
    site: &Path,
    terminal: &Terminal<'_>,
) -> Result<(), Diagnostic> {
    let path = site.join(ci.workflow_path());
    let values = [
        ("lang", terminal.language.code().to_owned()),
        ("empty", terminal.message("ci-empty", &[])),
        ("log", LOG_PATH.to_owned()),
        ("first-label", terminal.message(ci.first_label(), &[])),
        ("first", terminal.message("ci-first", &[])),
        ("unreachable", terminal.message("ci-unreachable", &[])),
        ("older", terminal.message("ci-older", &[])),
    ];
    let text = scaffold::fill_template(ci.template(), &values, terminal.messages);
    publish::create_file(&path, &text)?;
    terminal.print_data(&format!("{}\n", display_path(&path)))
}

/// Prints what is left to do at the host.
pub(super) fn print_next_steps(ci: CiHost, terminal: &Terminal<'_>) {
    terminal.emessage(
        "init-ci",
        &[
            ("path", ci.workflow_path().to_owned()),
            ("host", ci.as_str().to_owned()),
        ],
    );
}
